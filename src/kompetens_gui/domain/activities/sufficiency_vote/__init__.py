"""Is the material enough? Hands are counted before and after the talk; three separate reveals decide what is seen.

Both rounds may be held in one agenda item, or the second in an item of its own later on (setting `second_round`), which
then shows the counts of the first beside its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    Block,
    Round,
    TableBlock,
    TextBlock,
    setting_flag,
    setting_text,
    setting_texts,
)
from kompetens_gui.domain.case import Perspective, Sufficiency
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.wording import translate

HIGHEST_COUNT = 500


class RevealPart(StrEnum):
    """What can be revealed, each on its own."""

    COUNT = "count"
    DISTRIBUTION = "distribution"
    KEY = "key"


@dataclass(frozen=True)
class HandsCounted:
    """The leader counted hands for an option (from 0) in a round."""

    round: Round
    option: int
    count: int


@dataclass(frozen=True)
class SecondVoteOpened:
    """The talk is over and the group votes again."""


@dataclass(frozen=True)
class PartRevealed:
    """The room may see one more part."""

    part: RevealPart


@dataclass(frozen=True)
class PartHidden:
    """The room no longer sees a part."""

    part: RevealPart


@dataclass(frozen=True)
class VoteState:
    """Counts by round and option, and what has been revealed."""

    counts: Mapping[Round, tuple[int, ...]] = field(default_factory=dict)
    round: Round = Round.FIRST
    revealed: tuple[RevealPart, ...] = ()


@dataclass(frozen=True)
class KeyVerdict:
    """One perspective's verdict, shown only after the reveal."""

    perspective: Perspective
    sufficiency: Sufficiency
    sufficient_anyway: bool
    reason: str
    cheapest_way: str


@dataclass(frozen=True)
class VoteRoom:
    """What the room sees. Each of the last fields is None (or empty) until its own reveal."""

    title: str
    question: str
    options: tuple[str, ...]
    round: Round
    voted: int | None
    first: tuple[int, ...] | None
    second: tuple[int, ...] | None
    verdicts: tuple[KeyVerdict, ...]


class SufficiencyVote:
    """Rules of the kind."""

    id = "sufficiency_vote"
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = ()
    needs_material = False
    default_minutes = 5
    events = (HandsCounted, SecondVoteOpened, PartRevealed, PartHidden)

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_text(settings, "question", self.id)
        setting_flag(settings, "second_round", self.id)
        options = setting_texts(settings, "options", self.id)
        if options and not 2 <= len(options) <= 6:
            raise InvalidSettings(self.id, "options")

    def options(self, context: ActivityContext) -> tuple[str, ...]:
        """Return the item's own options, else yes, no and don't know."""
        own = setting_texts(context.item.settings, "options", self.id)
        return own or (translate("Vote", "Ja"), translate("Vote", "Nej"), translate("Vote", "Vet inte"))

    def question(self, context: ActivityContext) -> str:
        own = setting_text(context.item.settings, "question", self.id)
        return own or translate("Vote", "Räcker underlaget?")

    def counts(self, state: VoteState, round_: Round, context: ActivityContext) -> tuple[int, ...]:
        """Return the counts of a round, zeros where nothing has been counted."""
        none = (0,) * len(self.options(context))
        if round_ == Round.FIRST and self._is_second_item(context) and isinstance(context.earlier, VoteState):
            earlier = context.earlier.counts.get(Round.FIRST, none)
            return earlier if len(earlier) == len(none) else none
        return state.counts.get(round_, none)

    def _is_second_item(self, context: ActivityContext) -> bool:
        return setting_flag(context.item.settings, "second_round", self.id)

    def start(self, context: ActivityContext) -> VoteState:
        return VoteState(round=Round.SECOND if self._is_second_item(context) else Round.FIRST)

    def check(self, state: VoteState, event: object, context: ActivityContext) -> None:
        match event:
            case HandsCounted(round_, option, count):
                if not 0 <= option < len(self.options(context)) or not 0 <= count <= HIGHEST_COUNT:
                    raise ActivityRefused("no_such_count")
                if round_ == Round.SECOND and state.round == Round.FIRST:
                    raise ActivityRefused("second_round_not_open")
                if round_ == Round.FIRST and self._is_second_item(context):
                    raise ActivityRefused("first_round_closed")
            case SecondVoteOpened():
                if state.round == Round.SECOND:
                    raise ActivityRefused("second_round_open")
            case PartRevealed(part):
                if part == RevealPart.KEY and not self.verdicts(context):
                    raise ActivityRefused("no_key")
            case PartHidden(part):
                if part not in state.revealed:
                    raise ActivityRefused("not_revealed")
            case _:
                raise ActivityRefused("unknown_event")

    def fold(self, state: VoteState, event: object, at: datetime, context: ActivityContext) -> VoteState:
        match event:
            case HandsCounted(round_, option, count):
                counts = list(self.counts(state, round_, context))
                counts[option] = count
                return replace(state, counts={**state.counts, round_: tuple(counts)})
            case SecondVoteOpened():
                hidden = tuple(p for p in state.revealed if p == RevealPart.KEY)
                return replace(state, round=Round.SECOND, revealed=hidden)
            case PartRevealed(part):
                return replace(state, revealed=tuple(dict.fromkeys((*state.revealed, part))))
            case PartHidden(part):
                return replace(state, revealed=tuple(p for p in state.revealed if p != part))
        return state

    def verdicts(self, context: ActivityContext) -> tuple[KeyVerdict, ...]:
        """Return what the keys say; for the leader, and for the room after the reveal."""
        medical_certificate = context.medical_certificate
        if context.case is None or medical_certificate is None:
            return ()
        return tuple(
            KeyVerdict(k.perspective, k.sufficiency, k.sufficient_anyway, k.reason, k.cheapest_way)
            for k in context.case.keys_for(medical_certificate.id)
        )

    def room(self, state: VoteState, context: ActivityContext) -> VoteRoom:
        shown = state.revealed
        distribution = RevealPart.DISTRIBUTION in shown
        second_open = state.round == Round.SECOND
        return VoteRoom(
            context.item.title,
            self.question(context),
            self.options(context),
            state.round,
            sum(self.counts(state, state.round, context)) if RevealPart.COUNT in shown else None,
            self.counts(state, Round.FIRST, context) if distribution else None,
            self.counts(state, Round.SECOND, context) if distribution and second_open else None,
            self.verdicts(context) if RevealPart.KEY in shown else (),
        )

    def result(self, state: VoteState, context: ActivityContext) -> ActivityResult:
        if not any(sum(c) for c in state.counts.values()):
            return ActivityResult()
        header = ("", *self.options(context), translate("Protocol", "Antal"))
        rows = []
        for round_, name in (
            (Round.FIRST, translate("Protocol", "Före samtalet")),
            (Round.SECOND, translate("Protocol", "Efter samtalet")),
        ):
            counts = self.counts(state, round_, context)
            if sum(counts):
                rows.append((name, *(str(c) for c in counts), str(sum(counts))))
        blocks: list[Block] = [TableBlock(header, tuple(rows), self.question(context))]
        if RevealPart.KEY in state.revealed:
            blocks += [TextBlock(v.reason, verdict_words(v)) for v in self.verdicts(context)]
        return ActivityResult(tuple(blocks))

    def chain(self, state: VoteState, context: ActivityContext) -> Chain | None:
        return None


def verdict_words(verdict: KeyVerdict) -> str:
    """Return a verdict with whose it is, as a heading."""
    who = {
        Perspective.ADVISER: translate("Vote", "FMR"),
        Perspective.CASE_OFFICER: translate("Vote", "Handläggare"),
        Perspective.PHYSICIAN: translate("Vote", "Läkare"),
    }[verdict.perspective]
    what = {
        Sufficiency.SUFFICIENT: translate("Vote", "räcker"),
        Sufficiency.INSUFFICIENT: translate("Vote", "räcker inte"),
        Sufficiency.DEPENDS: translate("Vote", "beror på"),
    }[verdict.sufficiency]
    if verdict.sufficient_anyway:
        what = translate("Vote", "räcker ändå")
    return f"{who}: {what}"


KIND = SufficiencyVote()
