"""Levels 0 to 3 in a competence area, and what is lacking for the next one. Rules on a set of evidence, nothing else.

Attendance and self-rating raise no level. A level never says anything about pay. What is old, or leans on rules that
have changed, asks to be refreshed; the level itself is not taken away.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from kompetens_gui.domain.learning.evidence import (
    CHANGE,
    CONTRIBUTION,
    LEADING,
    MENTORING,
    PEER,
    QUESTIONS,
    READING,
    REFLECTION,
    Evidence,
    EvidenceKind,
)
from kompetens_gui.domain.learning.months import months_after

ENOUGH_KNOWLEDGE = 0.8
FEWEST_QUESTIONS = 3
EXERCISES_FOR_FOUNDATION = 2
FORMS_FOR_APPLY = 3
SESSIONS_LED, GOOD_RATING, FEWEST_RATERS = 2, 4 / 5, 5
FRESH_MONTHS = 24
# Forms that are no exercise of their own: they go with one.
_NO_EXERCISE = frozenset({QUESTIONS, READING, REFLECTION, "sign_off"})
_RAISES_NOTHING = frozenset({EvidenceKind.ATTENDED, EvidenceKind.SELF_RATED})


class Level(IntEnum):
    """How far somebody has come in an area."""

    UNASSESSED = 0
    FOUNDATION = 1
    APPLY = 2
    LEAD = 3


class Lack(StrEnum):
    """What a level still asks for; worded where it is shown."""

    KNOWLEDGE = "knowledge"
    EXERCISES = "exercises"
    REFLECTIONS = "reflections"
    FORMS = "forms"
    WITH_OTHER = "with_other"
    CHANGED_WORK = "changed_work"
    LED = "led"
    MENTORING = "mentoring"
    CONTRIBUTION = "contribution"
    PEER = "peer"


class Refresh(StrEnum):
    """Why a level asks to be refreshed."""

    AGE = "age"
    RULES = "rules"


@dataclass(frozen=True)
class Lacking:
    """One thing that is lacking: how much there is and how much is needed (shares for KNOWLEDGE)."""

    what: Lack
    have: float
    need: float


@dataclass(frozen=True)
class AreaLevel:
    """Where somebody stands in an area. `lacking` is what the next level asks for; `target` that of the role."""

    area: str
    level: Level
    lacking: tuple[Lacking, ...]
    refresh: Refresh | None = None
    target: Level | None = None
    last: date | None = None

    @property
    def reaches_target(self) -> bool:
        return self.target is None or self.level >= self.target

    @property
    def asks_to_be_refreshed(self) -> bool:
        return self.refresh is not None


@dataclass(frozen=True)
class _Facts:
    """A set of evidence of one area, seen as the rules ask for it."""

    knowledge: float
    exercises: int
    reflections: int
    forms: int
    forms_with_other: int
    changes: int
    led: int
    mentorings: int
    contributions: int
    peers: int


def area_level(
    area: str, evidence: Iterable[Evidence], today: date, current_rules: str = "", target: Level | None = None
) -> AreaLevel:
    """Return the level that the evidence of one person in one area gives today."""
    mine = {e for e in evidence if e.area == area and e.kind not in _RAISES_NOTHING}
    level = _level(_facts(mine))
    young = {e for e in mine if is_young(e, today)}
    fresh = {e for e in young if follows_rules(e, current_rules)}
    refresh = None
    if Level.FOUNDATION <= level <= Level.APPLY and _level(_facts(fresh)) < level:
        refresh = Refresh.AGE if _level(_facts(young)) < level else Refresh.RULES
    return AreaLevel(
        area, level, lacking_for_next(mine, level), refresh, target, max((e.on for e in mine), default=None)
    )


def levels(
    areas: Iterable[str],
    evidence: Iterable[Evidence],
    today: date,
    current_rules: str = "",
    targets: Mapping[str, Level] | None = None,
) -> tuple[AreaLevel, ...]:
    """Return one person's level in each area, in the order given."""
    by_area: dict[str, list[Evidence]] = {}
    for e in evidence:
        by_area.setdefault(e.area, []).append(e)
    wanted = targets or {}
    return tuple(area_level(a, by_area.get(a, ()), today, current_rules, wanted.get(a)) for a in areas)


def is_young(evidence: Evidence, today: date) -> bool:
    """Whether the evidence is no older than two years; one from a clock that ran ahead is young too."""
    return months_after(evidence.on, FRESH_MONTHS) >= today


def follows_rules(evidence: Evidence, current_rules: str) -> bool:
    """Whether the evidence leans on no rules, or on those that hold now."""
    return not evidence.rule_version or not current_rules or evidence.rule_version == current_rules


def lacking_for_next(evidence: Iterable[Evidence], level: Level) -> tuple[Lacking, ...]:
    """Return what the next level still asks for; nothing when there is none."""
    if level == Level.LEAD:
        return ()
    return _lacking(_facts(set(evidence)), Level(level + 1))


def _level(facts: _Facts) -> Level:
    reached = Level.UNASSESSED
    for level in (Level.FOUNDATION, Level.APPLY, Level.LEAD):
        if _lacking(facts, level):
            break
        reached = level
    return reached


def _lacking(facts: _Facts, level: Level) -> tuple[Lacking, ...]:
    asked = {
        Level.FOUNDATION: (
            Lacking(Lack.KNOWLEDGE, facts.knowledge, ENOUGH_KNOWLEDGE),
            Lacking(Lack.EXERCISES, facts.exercises, EXERCISES_FOR_FOUNDATION),
            Lacking(Lack.REFLECTIONS, facts.reflections, EXERCISES_FOR_FOUNDATION),
        ),
        Level.APPLY: (
            Lacking(Lack.FORMS, facts.forms, FORMS_FOR_APPLY),
            Lacking(Lack.WITH_OTHER, facts.forms_with_other, 1),
            Lacking(Lack.CHANGED_WORK, facts.changes, 1),
        ),
        Level.LEAD: (
            Lacking(Lack.LED, facts.led, SESSIONS_LED),
            Lacking(Lack.MENTORING, facts.mentorings, 1),
            Lacking(Lack.CONTRIBUTION, facts.contributions, 1),
            Lacking(Lack.PEER, facts.peers, 1),
        ),
    }
    return tuple(a for a in asked.get(level, ()) if a.have < a.need)


def _facts(evidence: set[Evidence]) -> _Facts:
    approved = [e for e in evidence if e.approved and e.form not in _NO_EXERCISE]
    return _Facts(
        knowledge=max((e.strength for e in evidence if _is_knowledge(e)), default=0.0),
        exercises=_sources(evidence, lambda e: e.form not in _NO_EXERCISE and e.kind in _PRACTICE),
        reflections=_sources(evidence, lambda e: e.reflected),
        forms=len({e.form for e in approved if e.kind in _PRACTICE}),
        forms_with_other=len({e.form for e in approved if e.with_other and e.kind in _PRACTICE}),
        changes=_sources(evidence, lambda e: e.kind == EvidenceKind.CHANGED_WORK and e.form == CHANGE),
        led=_sources(evidence, _is_led_well),
        mentorings=_sources(evidence, lambda e: e.kind == EvidenceKind.OBSERVED and e.form == MENTORING),
        contributions=_sources(evidence, lambda e: e.kind == EvidenceKind.PEER_CONFIRMED and e.form == CONTRIBUTION),
        peers=_sources(evidence, lambda e: e.kind == EvidenceKind.PEER_CONFIRMED and e.form == PEER),
    )


_PRACTICE = frozenset({EvidenceKind.PRACTISED, EvidenceKind.OBSERVED})


def _is_knowledge(e: Evidence) -> bool:
    return e.form == QUESTIONS and e.kind == EvidenceKind.PRACTISED and e.count >= FEWEST_QUESTIONS


def _is_led_well(e: Evidence) -> bool:
    rated = e.count >= FEWEST_RATERS and e.strength >= GOOD_RATING - 1e-9
    return e.kind == EvidenceKind.LED and e.form == LEADING and rated


def _sources(evidence: set[Evidence], fits: Callable[[Evidence], bool]) -> int:
    return len({e.source for e in evidence if fits(e)})
