"""What each person, or each group, will try and when. Written without names: the next session begins with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    TableBlock,
    setting_flag,
    setting_text,
)
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.plan import Participant
from kompetens_gui.domain.workshop.series import Commitment

LONGEST_TEXT = 300
LONGEST_WHEN = 60
MOST = 40


@dataclass(frozen=True)
class CommitmentWritten:
    """A commitment; one with the same id is reworded, an empty text removes it. `group` is empty for one person's."""

    commitment: str
    text: str
    when: str = ""
    group: str = ""


@dataclass(frozen=True)
class CommitmentsState:
    """Commitments in the order they were written, with the name the group had then."""

    commitments: tuple[Commitment, ...] = ()
    groups: Mapping[str, str] | None = None

    def group_of(self, commitment: str) -> str:
        """Return the id of the group that wrote a commitment, "" for one person's."""
        return (self.groups or {}).get(commitment, "")


@dataclass(frozen=True)
class CommitmentsRoom:
    """What the room sees."""

    title: str
    prompt: str
    per_group: bool
    commitments: tuple[Commitment, ...]


class Commitments:
    """Rules of the kind."""

    id = "commitments"
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = ()
    needs_material = False
    default_minutes = 8
    events: tuple[type, ...] = (CommitmentWritten,)

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_text(settings, "prompt", self.id)
        setting_flag(settings, "per_group", self.id)

    def start(self, context: ActivityContext) -> CommitmentsState:
        return CommitmentsState()

    def per_group(self, context: ActivityContext) -> bool:
        """Whether each group writes, and not each person."""
        return setting_flag(context.item.settings, "per_group", self.id) and bool(context.groups)

    def check(self, state: CommitmentsState, event: object, context: ActivityContext) -> None:
        match event:
            case CommitmentWritten(commitment, text, when, group):
                if len(text) > LONGEST_TEXT or len(when) > LONGEST_WHEN:
                    raise ActivityRefused("text_too_long")
                context.check_writer(group, state.group_of(commitment))
                if names_somebody(f"{text} {when}", context.participants):
                    raise ActivityRefused("names_somebody")
                known = any(c.id == commitment for c in state.commitments)
                if text.strip() and not known and len(state.commitments) >= MOST:
                    raise ActivityRefused("list_full")
            case _:
                raise ActivityRefused("unknown_event")

    def fold(self, state: CommitmentsState, event: object, at: datetime, context: ActivityContext) -> CommitmentsState:
        match event:
            case CommitmentWritten(commitment, text, when, group):
                # Looked for and not asked for: the groups may have been taken back since this was accepted.
                # A group that is gone since keeps the name it had when it wrote.
                had = next((c.who for c in state.commitments if c.id == commitment), "")
                had = had if group == state.group_of(commitment) else ""
                name = next((g.name for g in context.groups if g.id == group), had)
                written = Commitment(commitment, text.strip(), name, when.strip())
                groups = {**(state.groups or {}), commitment: group}
                return replace(state, commitments=_written(state.commitments, written), groups=groups)
        return state

    def room(self, state: CommitmentsState, context: ActivityContext) -> CommitmentsRoom:
        prompt = setting_text(context.item.settings, "prompt", self.id)
        return CommitmentsRoom(
            context.item.title,
            prompt or _usual_prompt(groups=self.per_group(context)),
            self.per_group(context),
            state.commitments,
        )

    def result(self, state: CommitmentsState, context: ActivityContext) -> ActivityResult:
        if not state.commitments:
            return ActivityResult()
        with_groups = any(c.who for c in state.commitments)
        what, when = translate("Commitments", "Prövar"), translate("Commitments", "När")
        header = (translate("Commitments", "Grupp"), what, when) if with_groups else (what, when)
        rows = tuple((c.who, c.text, c.when) if with_groups else (c.text, c.when) for c in state.commitments)
        return ActivityResult((TableBlock(header, rows),))

    def chain(self, state: CommitmentsState, context: ActivityContext) -> Chain | None:
        return None


def _usual_prompt(*, groups: bool) -> str:
    return translate("Commitments", "Det här prövar vi") if groups else translate("Commitments", "Det här prövar jag")


def names_somebody(text: str, people: tuple[Participant, ...]) -> bool:
    """Tell whether a participant's whole name stands in a text; single names may be words or places."""
    for person in people:
        parts = person.name.split()
        pattern = r"\s+".join(re.escape(part) for part in parts)
        if len(parts) > 1 and re.search(rf"(?i)(?<!\w){pattern}s?(?!\w)", text):
            return True
    return False


def _written(those: tuple[Commitment, ...], written: Commitment) -> tuple[Commitment, ...]:
    if not written.text:
        return tuple(c for c in those if c.id != written.id)
    if any(c.id == written.id for c in those):
        return tuple(written if c.id == written.id else c for c in those)
    return (*those, written)


KIND = Commitments()
