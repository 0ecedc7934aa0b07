"""What does the number not measure? A figure with its caution, statements that hold or do not, and what is left out."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from kompetens_gui.domain.activities.base import (
    ActivityContext,
    ActivityResult,
    Block,
    ListBlock,
    RoomOnly,
    Round,
    TableBlock,
    setting_material,
)
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused
from kompetens_gui.domain.material.common import MaterialKind
from kompetens_gui.domain.material.measure_limits import Figure, MeasureLimits, Statement
from kompetens_gui.domain.wording import translate

HIGHEST_COUNT = 500
LONGEST_TEXT = 300


@dataclass(frozen=True)
class StatementShown(RoomOnly):
    """The room sees a statement (from 0); −1 shows the figure and the claim alone."""

    statement: int


@dataclass(frozen=True)
class HandsCounted:
    """So many say that a statement holds, or does not."""

    round: Round
    statement: str
    holds: bool
    count: int


@dataclass(frozen=True)
class RoundChosen:
    """Hands are counted for this round from now on."""

    round: Round


@dataclass(frozen=True)
class WhyShown(RoomOnly):
    """Whether a statement holds, and why, is seen in the room, or taken away."""

    statement: str
    shown: bool


@dataclass(frozen=True)
class LimitWritten:
    """Something the room says that the number does not measure; an empty text takes it away."""

    limit: str
    text: str


@dataclass(frozen=True)
class NotMeasuredShown(RoomOnly):
    """What the material says is not measured is seen beside the room's own list, or taken away."""

    shown: bool


@dataclass(frozen=True)
class Limit:
    """One thing that is not measured, in the room's words."""

    id: str
    text: str


@dataclass(frozen=True)
class MeasureLimitsState:
    """`hands` by round, statement and answer, as `1/<statement>/yes`."""

    statement: int = -1
    round: Round = Round.FIRST
    hands: Mapping[str, int] = field(default_factory=dict)
    revealed: frozenset[str] = frozenset()
    limits: tuple[Limit, ...] = ()
    not_measured: bool = False

    def count(self, round_: Round, statement: str, *, holds: bool) -> int:
        return self.hands.get(_key(round_, statement, holds), 0)


@dataclass(frozen=True)
class StatementInRoom:
    """A statement with hands for and against in both rounds; `holds` is None until the answer is shown."""

    text: str
    number: int
    statements: int
    holding: tuple[int, int]
    not_holding: tuple[int, int]
    holds: bool | None = None
    why: str = ""


@dataclass(frozen=True)
class MeasureLimitsRoom:
    """The claim and the figure always; the rest when it is shown."""

    title: str
    claim: str
    figure: Figure
    round: Round
    statement: StatementInRoom | None
    limits: tuple[str, ...]
    not_measured: tuple[str, ...]


class MeasuringLimits:
    """Rules of the kind."""

    id = "measure_limits"
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = (MaterialKind.MEASURE_LIMITS,)
    needs_material = True
    default_minutes = 15
    events = (StatementShown, HandsCounted, RoundChosen, WhyShown, LimitWritten, NotMeasuredShown)

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_material(settings, self.id, self.material_kinds)

    def start(self, context: ActivityContext) -> MeasureLimitsState:
        return MeasureLimitsState()

    def check(self, state: MeasureLimitsState, event: object, context: ActivityContext) -> None:
        material = context.need_material(MeasureLimits)
        known = {s.id for s in material.statements}
        match event:
            case StatementShown(statement):
                if not -1 <= statement < len(material.statements):
                    raise ActivityRefused("no_such_card")
            case HandsCounted(_, statement, _, count):
                _need(statement in known, "no_such_card")
                _need(0 <= count <= HIGHEST_COUNT, "no_such_count")
            case WhyShown(statement, _):
                _need(statement in known, "no_such_card")
            case LimitWritten(_, text):
                _need(len(text) <= LONGEST_TEXT, "text_too_long")
            case RoundChosen() | NotMeasuredShown():
                pass
            case _:
                raise ActivityRefused("unknown_event")

    def fold(
        self, state: MeasureLimitsState, event: object, at: datetime, context: ActivityContext
    ) -> MeasureLimitsState:
        match event:
            case StatementShown(statement):
                return replace(state, statement=statement)
            case RoundChosen(round_):
                return replace(state, round=round_)
            case HandsCounted(round_, statement, holds, count):
                return replace(state, hands={**state.hands, _key(round_, statement, holds): count})
            case WhyShown(statement, shown):
                rest = state.revealed - {statement}
                return replace(state, revealed=rest | {statement} if shown else rest)
            case LimitWritten(limit, text):
                return replace(state, limits=_with_limit(state.limits, Limit(limit, text.strip())))
            case NotMeasuredShown(shown):
                return replace(state, not_measured=shown)
        return state

    def statement(self, state: MeasureLimitsState, context: ActivityContext) -> Statement | None:
        """Return the statement at hand, None while only the figure is shown."""
        statements = context.need_material(MeasureLimits).statements
        return statements[state.statement] if 0 <= state.statement < len(statements) else None

    def room(self, state: MeasureLimitsState, context: ActivityContext) -> MeasureLimitsRoom:
        material = context.need_material(MeasureLimits)
        found = self.statement(state, context)
        return MeasureLimitsRoom(
            context.item.title,
            material.claim,
            material.figure,
            state.round,
            _in_room(found, state, material) if found else None,
            tuple(limit.text for limit in state.limits),
            material.not_measured if state.not_measured else (),
        )

    def result(self, state: MeasureLimitsState, context: ActivityContext) -> ActivityResult:
        material = context.material
        if not isinstance(material, MeasureLimits):
            return ActivityResult()
        blocks: list[Block] = []
        rows = [row for s in material.statements if any((row := _row(s, state))[1:])]
        if rows:
            header = (
                translate("MeasureLimits", "Påstående"),
                translate("MeasureLimits", "Före: håller / håller inte"),
                translate("MeasureLimits", "Efter: håller / håller inte"),
            )
            blocks.append(TableBlock(header, tuple(rows), material.claim))
        if state.limits:
            label = translate("MeasureLimits", "Det talet inte mäter, med våra ord")
            blocks.append(ListBlock(tuple(limit.text for limit in state.limits), label))
        return ActivityResult(tuple(blocks))

    def chain(self, state: MeasureLimitsState, context: ActivityContext) -> Chain | None:
        return None


def _need(holds: bool, reason: str) -> None:
    if not holds:
        raise ActivityRefused(reason)


def _key(round_: Round, statement: str, holds: bool) -> str:
    return f"{int(round_)}/{statement}/{'yes' if holds else 'no'}"


def _both(state: MeasureLimitsState, statement: str, *, holds: bool) -> tuple[int, int]:
    return (
        state.count(Round.FIRST, statement, holds=holds),
        state.count(Round.SECOND, statement, holds=holds),
    )


def _in_room(found: Statement, state: MeasureLimitsState, material: MeasureLimits) -> StatementInRoom:
    shown = found.id in state.revealed
    return StatementInRoom(
        found.text,
        material.statements.index(found) + 1,
        len(material.statements),
        _both(state, found.id, holds=True),
        _both(state, found.id, holds=False),
        found.holds if shown else None,
        found.why if shown else "",
    )


def _row(statement: Statement, state: MeasureLimitsState) -> tuple[str, str, str]:
    told = []
    for round_ in (Round.FIRST, Round.SECOND):
        yes = state.count(round_, statement.id, holds=True)
        no = state.count(round_, statement.id, holds=False)
        told.append(f"{yes} / {no}" if yes or no else "")
    return statement.text, told[0], told[1]


def _with_limit(limits: tuple[Limit, ...], limit: Limit) -> tuple[Limit, ...]:
    if not limit.text:
        return tuple(known for known in limits if known.id != limit.id)
    if any(known.id == limit.id for known in limits):
        return tuple(limit if known.id == limit.id else known for known in limits)
    return (*limits, limit)


KIND = MeasuringLimits()
