"""How the material of a workshop is spread: kinds, whom it is about, who is played and how they meet."""

from collections import Counter
from collections.abc import Sequence

from kompetens_gui.content.balance import BalanceRow, age_row, sex_row
from kompetens_gui.content.material.formats import WORKSHOP
from kompetens_gui.content.study.balance import head_rows, origin_row, subject_of
from kompetens_gui.content.study.checks import head_of
from kompetens_gui.content.study.surroundings import CheckedContent
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.material.coordination import CoordinationCase
from kompetens_gui.domain.material.role_play import MeetingMode, RolePlay

_KIND_WORDS = {
    MaterialKind.ROLE_PLAY: "rollspel",
    MaterialKind.COORDINATION: "samordningsfall",
    MaterialKind.PATHWAY: "vägval",
    MaterialKind.DISCUSSION_CARDS: "samtalskort",
    MaterialKind.SORTING: "sortering",
    MaterialKind.TALK_DRILL: "samtalsövning",
    MaterialKind.MEASURE_LIMITS: "vad tal inte mäter",
}
_MODE_WORDS = {
    MeetingMode.PHYSICAL: "i rummet",
    MeetingMode.DIGITAL: "digitalt",
    MeetingMode.PHONE: "i telefon",
}


def is_workshop(checked: CheckedContent) -> bool:
    return checked.format in WORKSHOP.values()


def material_balance(checked: Sequence[CheckedContent]) -> tuple[BalanceRow, ...]:
    """Return the spread of workshop material; nothing when there is none."""
    own = [c for c in checked if is_workshop(c)]
    if not own:
        return ()
    heads = [head for c in own if (head := head_of(c.content)) is not None]
    plays = [c.content for c in own if isinstance(c.content, RolePlay)]
    return (
        _kinds(own),
        *head_rows(heads, [subject_of(h.person) for h in heads if h.person]),
        *(_roles(plays) if plays else ()),
        *_impulses(own),
    )


def _kinds(checked: Sequence[CheckedContent]) -> BalanceRow:
    counts = Counter(c.format.name for c in checked)
    return BalanceRow("Slag", tuple((word, counts[kind.value]) for kind, word in _KIND_WORDS.items()))


def _roles(plays: Sequence[RolePlay]) -> tuple[BalanceRow, ...]:
    roles = [role for play in plays for role in play.roles]
    modes = Counter(play.mode for play in plays)
    return (
        sex_row("Rollernas kön", [r.sex for r in roles]),
        age_row("Rollernas ålder", [r.age for r in roles]),
        origin_row("Rollernas namn", [r.name_origin for r in roles]),
        BalanceRow("Så möts de", tuple((word, modes[mode]) for mode, word in _MODE_WORDS.items())),
    )


def _impulses(checked: Sequence[CheckedContent]) -> tuple[BalanceRow, ...]:
    cases = [c.content for c in checked if isinstance(c.content, CoordinationCase)]
    without = sum(not c.impulses for c in cases)
    counts = (("med impuls", len(cases) - without), ("utan impuls", without))
    return (BalanceRow("Samordningsfall", counts),) if cases else ()
