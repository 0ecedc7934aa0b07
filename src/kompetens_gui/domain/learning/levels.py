"""Levels 0 to 3 in a competence area, and what is lacking for the next one. Rules on a set of evidence, nothing else.

Attendance and self-rating raise no level. A level never says anything about pay. What is old, or leans on rules that
have changed, asks to be refreshed; the level itself is not taken away.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from kompetens_gui.domain.learning.evidence import (
    CHANGE,
    CONTRIBUTION,
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
KNOWLEDGE = (EvidenceKind.PRACTISED, QUESTIONS)
"""The kind and form of evidence of knowledge. Without enough of it there is no level, whatever else there is."""
EXERCISES_FOR_FOUNDATION = 2
FORMS_FOR_APPLY = 3
SESSIONS_LED, GOOD_RATING, FEWEST_RATERS = 2, 4 / 5, 5
FRESH_MONTHS = 24
# Forms that are no exercise of their own: they go with one.
_NO_EXERCISE = frozenset({QUESTIONS, READING, REFLECTION, "sign_off"})
_PRACTICE = frozenset({EvidenceKind.PRACTISED, EvidenceKind.OBSERVED})
RAISES_NOTHING = frozenset({EvidenceKind.ATTENDED, EvidenceKind.SELF_RATED})
_ROUNDING = 1e-9


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


Seen = tuple[str, str, float, int, bool, bool, bool, str]
"""Evidence as the rules look at it: kind, form, strength, count, approved, reflected, with_other, source.

A plain tuple, since the picture of a group looks at a hundred thousand of them.
"""


Measure = Callable[[Collection[Seen]], float]


def seen(evidence: Evidence) -> Seen:
    """Return evidence as the rules look at it."""
    e = evidence
    return e.kind, e.form, e.strength, e.count, e.approved, e.reflected, e.with_other, e.source


def area_level(
    area: str, evidence: Iterable[Evidence], today: date, current_rules: str = "", target: Level | None = None
) -> AreaLevel:
    """Return the level that the evidence of one person in one area gives today."""
    mine = {e for e in evidence if e.area == area and e.kind not in RAISES_NOTHING}
    facts = [seen(e) for e in mine]
    level = level_of(facts)
    refresh = None
    if Level.FOUNDATION <= level <= Level.APPLY:
        young = {e for e in mine if is_young(e, today)}
        fresh = [seen(e) for e in young if follows_rules(e, current_rules)]
        if level_of(fresh) < level:
            refresh = Refresh.AGE if level_of([seen(e) for e in young]) < level else Refresh.RULES
    return AreaLevel(
        area, level, lacking_for_next(facts, level), refresh, target, max((e.on for e in mine), default=None)
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


def lacking_for_next(facts: Collection[Seen], level: Level) -> tuple[Lacking, ...]:
    """Return what the next level still asks for; nothing when there is none."""
    if level == Level.LEAD:
        return ()
    asked = ((what, measure(facts), need) for what, measure, need in _ASKED[Level(level + 1)])
    return tuple(Lacking(what, have, need) for what, have, need in asked if have < need)


def level_of(facts: Collection[Seen]) -> Level:
    """Return the level that the facts of one person in one area give; a level asks for those below it."""
    reached = Level.UNASSESSED
    for level, asked in _ASKED.items():
        for _, measure, need in asked:
            if measure(facts) < need:
                return reached
        reached = level
    return reached


def _knowledge(facts: Collection[Seen]) -> float:
    shares = [
        strength
        for kind, form, strength, count, _, _, _, _ in facts
        if form == QUESTIONS and kind == EvidenceKind.PRACTISED and count >= FEWEST_QUESTIONS
    ]
    return max(shares, default=0.0)


def _exercises(facts: Collection[Seen]) -> int:
    return len(
        {source for kind, form, _, _, _, _, _, source in facts if form not in _NO_EXERCISE and kind in _PRACTICE}
    )


def _reflections(facts: Collection[Seen]) -> int:
    return len({source for _, _, _, _, _, reflected, _, source in facts if reflected})


def _forms(facts: Collection[Seen]) -> int:
    return len(
        {
            form
            for kind, form, _, _, approved, _, _, _ in facts
            if approved and form not in _NO_EXERCISE and kind in _PRACTICE
        }
    )


def _forms_with_other(facts: Collection[Seen]) -> int:
    return _forms([f for f in facts if f[6]])


def _led(facts: Collection[Seen]) -> int:
    return len(
        {
            source
            for kind, _, strength, count, _, _, _, source in facts
            if kind == EvidenceKind.LED and count >= FEWEST_RATERS and strength >= GOOD_RATING - _ROUNDING
        }
    )


def _sources(kind: EvidenceKind, form: str) -> Measure:
    def measure(facts: Collection[Seen]) -> int:
        return len({f[7] for f in facts if f[0] == kind and f[1] == form})

    return measure


_ASKED: Mapping[Level, tuple[tuple[Lack, Measure, float], ...]] = {
    Level.FOUNDATION: (
        (Lack.KNOWLEDGE, _knowledge, ENOUGH_KNOWLEDGE),
        (Lack.EXERCISES, _exercises, EXERCISES_FOR_FOUNDATION),
        (Lack.REFLECTIONS, _reflections, EXERCISES_FOR_FOUNDATION),
    ),
    Level.APPLY: (
        (Lack.FORMS, _forms, FORMS_FOR_APPLY),
        (Lack.WITH_OTHER, _forms_with_other, 1),
        (Lack.CHANGED_WORK, _sources(EvidenceKind.CHANGED_WORK, CHANGE), 1),
    ),
    Level.LEAD: (
        (Lack.LED, _led, SESSIONS_LED),
        (Lack.MENTORING, _sources(EvidenceKind.OBSERVED, MENTORING), 1),
        (Lack.CONTRIBUTION, _sources(EvidenceKind.PEER_CONFIRMED, CONTRIBUTION), 1),
        (Lack.PEER, _sources(EvidenceKind.PEER_CONFIRMED, PEER), 1),
    ),
}
