"""What a module asks for before it is passed, held against finished attempts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from kompetens_gui.domain.learning.attempt import FinishedAttempt
from kompetens_gui.domain.study.learning_path import (
    LearningModule,
    PassRule,
    PassRuleKind,
    StepId,
    StepKind,
)


class Dated(Protocol):
    """A finished attempt and the local day it was finished on."""

    @property
    def attempt(self) -> FinishedAttempt: ...

    @property
    def on(self) -> date: ...


@dataclass(frozen=True)
class RuleLack:
    """A rule that is not met yet: how far it has come, how far it must, and the steps that can help."""

    rule: PassRule
    have: float
    need: float
    steps: tuple[StepId, ...]


def unmet(module: LearningModule, attempts: Sequence[Dated]) -> tuple[RuleLack, ...]:
    """Return the rules of a module that the attempts (in order) do not meet as they stand now."""
    found = []
    for rule in module.pass_rules:
        have, need = _measure(module, rule, attempts)
        if have < need:
            steps = tuple(s.id for s in module.steps if s.kind in _kinds(rule))
            found.append(RuleLack(rule, have, need, steps))
    return tuple(found)


def passed_on(module: LearningModule, attempts: Sequence[Dated]) -> date | None:
    """Return the day on which all rules first held, None when they never have.

    A module without rules asks for each of its steps once.
    """
    for end in range(1, len(attempts) + 1):
        so_far = attempts[:end]
        if not unmet(module, so_far) and (module.pass_rules or _all_done(module, so_far)):
            return so_far[-1].on
    return None


def _all_done(module: LearningModule, attempts: Sequence[Dated]) -> bool:
    done = {a.attempt.step for a in attempts if a.attempt.outcome.whole}
    return bool(module.steps) and all(s.id in done for s in module.steps)


def _kinds(rule: PassRule) -> frozenset[StepKind]:
    match rule.rule:
        case PassRuleKind.QUESTIONS_SHARE:
            return frozenset({StepKind.QUESTIONS})
        case PassRuleKind.ALL_SAFE:
            return frozenset({StepKind.QUESTIONS, StepKind.SAFE_QUESTIONS})
        case PassRuleKind.ROWS_RIGHT:
            return frozenset({rule.kind or StepKind.TIMELINE})
        case PassRuleKind.RATING:
            return frozenset({rule.kind or StepKind.OBSERVED})
        case PassRuleKind.SIGNED_OFF:
            return frozenset({StepKind.SIGN_OFF})
    return frozenset({rule.kind}) if rule.kind else frozenset(StepKind)


def _measure(module: LearningModule, rule: PassRule, attempts: Sequence[Dated]) -> tuple[float, float]:
    """Return how far a rule has come and how far it must."""
    kinds = _kinds(rule)
    mine = [a.attempt for a in attempts if a.attempt.kind in kinds]
    match rule.rule:
        case PassRuleKind.QUESTIONS_SHARE:
            return (mine[-1].outcome.share if mine else 0.0), rule.at_least
        case PassRuleKind.STEPS_DONE:
            return float(len({a.step for a in mine if a.outcome.whole})), rule.at_least or 1.0
        case PassRuleKind.ROWS_RIGHT:
            return _rows_right(mine), rule.at_least
        case PassRuleKind.ALL_SAFE:
            return _safe(module, mine)
        case PassRuleKind.RATING:
            return max((a.outcome.rating or 0.0 for a in mine), default=0.0), rule.at_least
        case PassRuleKind.SIGNED_OFF:
            return float(any(a.outcome.signed for a in mine)), 1.0
    raise AssertionError(rule.rule)


def _rows_right(attempts: Sequence[FinishedAttempt]) -> float:
    """Return the rows that are right in the last attempt at each step."""
    last = {a.step: a.outcome for a in attempts}
    return sum(outcome.right for outcome in last.values())


def _safe(module: LearningModule, attempts: Sequence[FinishedAttempt]) -> tuple[float, float]:
    """Count the steps where all that must be safe was: the last round of questions as a whole, each drill done."""
    drills = {s.id for s in module.steps if s.kind == StepKind.SAFE_QUESTIONS}
    done = {a.step for a in attempts if a.kind == StepKind.SAFE_QUESTIONS} & drills
    asks = any(s.kind == StepKind.QUESTIONS for s in module.steps)
    rounds = [a.outcome for a in attempts if a.kind == StepKind.QUESTIONS]
    right = bool(rounds) and rounds[-1].safety_of > 0 and rounds[-1].safety_right == rounds[-1].safety_of
    return float(len(done) + (asks and right)), float(len(drills) + asks)
