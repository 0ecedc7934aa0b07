"""What the study home shows, folded from where somebody stands; without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest

from kompetens_gui.content.study.library import load_study_library
from kompetens_gui.domain.exercises.base import Outcome
from kompetens_gui.domain.learning.attempt import AttemptId, FinishedAttempt
from kompetens_gui.domain.learning.pass_rules import RuleLack
from kompetens_gui.domain.learning.path_progress import DatedAttempt, ModuleStatus, PathProgress, path_progress
from kompetens_gui.domain.learning.profile import LearnerId, LearnerProfile
from kompetens_gui.domain.study.learning_path import (
    LearningModule,
    LearningPath,
    LearningStep,
    PassRule,
    PassRuleKind,
    StepKind,
)
from kompetens_gui.services.lack_words import locked_words, rule_lack_words
from kompetens_gui.services.learning_ports import UnfinishedAttempt
from kompetens_gui.services.repetition import RepetitionDay
from kompetens_gui.ui.study.view_state import HomeView, StepState, home_view, module_view
from kompetens_gui.ui.study.words import kind_icon, kind_word, long_time, path_line

SARA = LearnerProfile(LearnerId("l1"), "Sara Lindmo", path="koordinatorskorkort")
NO_DAY = RepetitionDay((), 0, more=False, done_today=0)
TODAY = date(2026, 11, 12)
GOOD = Outcome(approved=True, right=10, of=10, safety_right=2, safety_of=2, rating=4.0, signed=True)


@cache
def path() -> LearningPath:
    return load_study_library(Path(__file__).parents[3] / "resources").path("koordinatorskorkort")


def done(module: LearningModule, step: LearningStep, number: int, outcome: Outcome = GOOD) -> DatedAttempt:
    at = datetime(2026, 10, 1, tzinfo=UTC) + timedelta(hours=number)
    attempt = FinishedAttempt(
        AttemptId(f"a{number}"), SARA.id, step.kind.value, at, outcome, path=path().id, module=module.id, step=step.id
    )
    return DatedAttempt(attempt, at.date())


def after(*modules: str, today: date = TODAY, more: tuple[DatedAttempt, ...] = ()) -> PathProgress:
    """Return the progress when all steps of some modules are done."""
    steps = [(module, step) for module in path().modules if module.id in modules for step in module.steps]
    attempts = [done(module, step, number) for number, (module, step) in enumerate(steps, 1)]
    return path_progress(path(), [*attempts, *more], today)


def left(module: str, step: str) -> UnfinishedAttempt:
    begun = datetime(2026, 11, 1, tzinfo=UTC)
    return UnfinishedAttempt(AttemptId("u"), "reading", "", "", path().id, module, step, begun, 1)


def view(progress: PathProgress, *unfinished: UnfinishedAttempt) -> HomeView:
    return home_view(SARA, progress, unfinished, NO_DAY, {})


def test_at_the_start_there_is_one_thing_to_do() -> None:
    home = view(after())
    assert [m.status for m in home.modules[:2]] == [ModuleStatus.OPEN, ModuleStatus.LOCKED]
    assert home.next is not None
    assert (home.next.module, home.next.is_first, home.next.is_begun) == ("uppdraget", True, False)
    assert home.share == 0
    assert home.left_modules == 8
    assert "fornyelse" not in [m.id for m in home.modules], "the renewal is shown when there is something to renew"


def test_what_was_left_in_the_middle_comes_before_the_next_step() -> None:
    progress = after("uppdraget")
    home = view(progress, left("uppdraget", path().modules[0].steps[3].id))
    assert home.next is not None
    assert (home.next.module, home.next.is_begun) == ("uppdraget", True)
    assert home.here == "uppdraget"


def test_parts_of_a_passed_module_count_whole() -> None:
    first = path().modules[0]
    progress = after("uppdraget")
    home = view(progress)
    assert home.modules[0].status == ModuleStatus.PASSED
    assert home.done == len(first.steps)
    assert home.left_modules == 7


def test_steps_tell_how_they_stand() -> None:
    module = path().modules[0]
    questions = next(s for s in module.steps if s.kind == StepKind.QUESTIONS)
    weak = Outcome(approved=False, right=3, of=12)
    progress = after(more=(done(module, module.steps[0], 1), done(module, questions, 2, weak)))
    home = view(progress, left("uppdraget", module.steps[2].id))
    shown = module_view(home, "uppdraget", [left("uppdraget", module.steps[2].id)])
    assert shown is not None
    states = {s.id: s.state for s in shown.steps}
    assert states[module.steps[0].id] == StepState.DONE
    assert states[questions.id] == StepState.AGAIN, "done, and asked for again"
    assert states[module.steps[2].id] == StepState.HERE
    assert states[module.steps[1].id] == StepState.OPEN
    locked = module_view(home, "avslut", [])
    assert locked is not None
    assert {s.state for s in locked.steps} == {StepState.LOCKED}


def test_a_locked_module_says_what_it_waits_for() -> None:
    home = view(after("uppdraget"))
    closing = home.progress.module("avslut")
    rules = home.progress.module("reglerna")
    assert closing is not None
    assert rules is not None
    assert locked_words(rules, path()) == "Öppnas när Läsa underlaget är klar"
    words = locked_words(closing, path())
    assert words.startswith("Öppnas när ")
    assert " och " in words
    assert words.endswith(" är klara")


@pytest.mark.parametrize(
    ("rule", "have", "need", "words"),
    [
        (PassRule(PassRuleKind.QUESTIONS_SHARE, 0.8), 0.0, 0.8, "minst 80\N{NO-BREAK SPACE}% rätt"),
        (PassRule(PassRuleKind.QUESTIONS_SHARE, 0.8), 0.75, 0.8, "du har 75\N{NO-BREAK SPACE}%"),
        (PassRule(PassRuleKind.STEPS_DONE, 4, kind=StepKind.MARK_CHAIN), 2, 4, "Fyra intyg markerade, du har 2"),
        (
            PassRule(PassRuleKind.ROWS_RIGHT, 10, 12, StepKind.TIMELINE),
            7,
            10,
            "Minst 10 av 12 rätt i tidslinjerna, du har 7",
        ),
        (PassRule(PassRuleKind.ALL_SAFE), 0, 3, "Alla säkerhetsfrågor rätt"),
        (PassRule(PassRuleKind.RATING, 3, kind=StepKind.OBSERVED), 2.5, 3, "minst 3 av 5"),
        (PassRule(PassRuleKind.SIGNED_OFF), 0, 1, "Godkänt av en handledare eller kollega"),
    ],
)
def test_every_rule_says_what_is_lacking(rule: PassRule, have: float, need: float, words: str) -> None:
    assert words in rule_lack_words(RuleLack(rule, have, need, ()))


def test_all_rules_of_all_paths_have_words() -> None:
    library = load_study_library(Path(__file__).parents[3] / "resources")
    for each in library.paths():
        for module in each.modules:
            for rule in module.pass_rules:
                assert rule_lack_words(RuleLack(rule, 0, 1, ())), f"{each.id}/{module.id}: {rule.rule}"


def test_every_kind_has_a_word_and_an_icon_of_its_own() -> None:
    assert len({kind_word(kind) for kind in StepKind}) == len(StepKind)
    assert all(kind_icon(kind) != "pencil" for kind in StepKind)


def test_a_completed_path_shows_its_renewal_and_is_whole() -> None:
    every = [m.id for m in path().first_time_modules]
    home = view(after(*every))
    assert home.is_complete
    assert home.share == 1
    assert home.modules[-1].id == "fornyelse"
    assert home.modules[-1].number == 0
    assert home.modules[-1].status == ModuleStatus.LOCKED
    late = view(after(*every, today=date(2028, 9, 20)))
    assert late.modules[-1].status == ModuleStatus.OPEN
    assert late.next is not None
    assert late.next.module == "fornyelse"


def test_times_are_never_more_exact_than_they_are() -> None:
    assert [long_time(m) for m in (1, 40, 60, 119, 600)] == [
        "1 minut",
        "40 minuter",
        "ungefär en timme",
        "ungefär 2 timmar",
        "ungefär 10 timmar",
    ]
    assert path_line(replace(path(), hours=6)) == "Åtta moduler, ungefär 6 timmar. Du läser i din egen takt."
