"""Modules, the next step, completion and renewal, from finished attempts alone."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompetens_gui.domain.exercises.base import Outcome
from kompetens_gui.domain.learning.attempt import AttemptId, FinishedAttempt
from kompetens_gui.domain.learning.path_progress import (
    Completion,
    DatedAttempt,
    ModuleStatus,
    NotCompleted,
    PathProgress,
    completion,
    path_progress,
)
from kompetens_gui.domain.study.learning_path import PassRule, PassRuleKind, StepKind
from tests.domain.study_making import LEARNER, a_module, a_path, a_step

DAY = date(2026, 11, 12)
ALL_RIGHT = Outcome(approved=True, right=5, of=5)


def done(step: str, kind: str, module: str, day: date = DAY, hour: int = 12, **changes: object) -> DatedAttempt:
    at = datetime.combine(day, time(hour), UTC)
    made = FinishedAttempt(
        AttemptId(f"{step}-{at.isoformat()}"),
        LEARNER,
        kind,
        at,
        Outcome(approved=True),
        path="korkort",
        module=module,
        step=step,
        minutes=9,
    )
    return DatedAttempt(replace(made, **changes), day)  # type: ignore[arg-type]


def questions(right: int, module: str = "uppdraget", step: str = "u2", **changes: object) -> DatedAttempt:
    outcome = Outcome(approved=right >= 4, right=right, of=5)
    return done(step, "questions", module, outcome=outcome, **changes)  # type: ignore[arg-type]


READ = done("u1", "reading", "uppdraget")
FIRST = (READ, questions(4))
MARKED = done("v1", "mark_chain", "avslut")
SIGNED = done("v2", "sign_off", "avslut", outcome=Outcome(approved=True, signed=True))
ALL = (*FIRST, MARKED, SIGNED)


def progress(*attempts: DatedAttempt, today: date = DAY) -> PathProgress:
    return path_progress(a_path(), attempts, today)


def statuses(found: PathProgress) -> list[str]:
    return [m.status.value for m in found.modules]


def next_step(found: PathProgress) -> str:
    return found.next.step.id if found.next else ""


def test_at_the_beginning_the_first_module_is_open_and_the_rest_wait() -> None:
    found = progress()
    assert statuses(found) == ["open", "locked", "locked"]
    assert next_step(found) == "u1"
    assert found.modules[1].waits_for == ("uppdraget",)
    assert (found.minutes_left, found.passed, found.validity) == (40, 0, None)


def test_the_next_step_is_the_first_that_is_not_done() -> None:
    assert next_step(progress(READ)) == "u2"
    assert next_step(progress(questions(4))) == "v1", "what the module asks for is done, though the reading is not"
    assert progress(questions(4)).modules[0].status == ModuleStatus.PASSED


def test_a_round_that_was_not_enough_is_asked_for_again() -> None:
    found = progress(READ, questions(3))
    assert statuses(found)[0] == "open"
    assert next_step(found) == "u2"
    (lack,) = found.modules[0].lacking
    assert (lack.rule.rule, lack.have, lack.need, lack.steps) == (PassRuleKind.QUESTIONS_SHARE, 0.6, 0.8, ("u2",))


def test_a_passed_module_stays_passed_when_a_later_round_goes_worse() -> None:
    found = progress(*FIRST, questions(1, hour=13))
    assert found.modules[0].status == ModuleStatus.PASSED
    assert found.modules[0].passed_on == DAY


def test_what_opens_after_another_module_counts_from_the_day_that_one_was_passed() -> None:
    early = done("v1", "mark_chain", "avslut", DAY - timedelta(days=5))
    signed = replace(SIGNED, on=DAY - timedelta(days=4))
    assert statuses(progress(early, signed)) == ["open", "locked", "locked"]
    found = progress(early, signed, *FIRST)
    assert [m.passed_on for m in found.first_time] == [DAY, DAY]


def test_everything_passed_completes_the_path_with_what_a_certificate_needs() -> None:
    found = completion(a_path(), ALL, DAY)
    assert isinstance(found, Completion)
    assert (found.completed_on, found.valid_until) == (DAY, date(2028, 11, 12))
    assert found.modules == (("uppdraget", DAY), ("avslut", DAY))
    assert found.competence_areas == ("K01", "K14")
    whole = progress(*ALL)
    assert (whole.next, whole.minutes_left, whole.minutes_spent) == (None, 0, 36)
    assert statuses(whole) == ["passed", "passed", "locked"]


def test_what_is_lacking_for_completion_is_told_module_by_module() -> None:
    found = completion(a_path(), (*FIRST, MARKED), DAY)
    assert isinstance(found, NotCompleted)
    (module,) = found.modules
    assert module.module.id == "avslut"
    assert [lack.rule.rule for lack in module.lacking] == [PassRuleKind.SIGNED_OFF]


def test_attempts_on_another_path_or_outside_of_any_count_for_nothing_here() -> None:
    others = [DatedAttempt(replace(a.attempt, path=p), a.on) for a in ALL for p in ("", "annan")]
    assert progress(*others) == progress()


# ------------------------------------------------------------ rules one by one


def path_of(rule: PassRule, *steps: tuple[str, StepKind]) -> object:
    made = a_module("uppdraget", *(a_step(s, kind) for s, kind in steps), pass_rules=(rule,))
    return a_path(modules=(made,), renewal=None)


def status_after(path: object, *attempts: DatedAttempt) -> ModuleStatus:
    return path_progress(path, attempts, DAY).modules[0].status  # type: ignore[arg-type]


def test_rows_that_are_right_are_counted_over_the_last_attempt_at_each_step() -> None:
    rule = PassRule(PassRuleKind.ROWS_RIGHT, 2, 3, StepKind.TIMELINE)
    path = path_of(rule, ("t1", StepKind.TIMELINE), ("t2", StepKind.TIMELINE), ("t3", StepKind.TIMELINE))
    right, wrong = Outcome(right=1, of=1), Outcome(right=0, of=1)

    def row(step: str, outcome: Outcome, hour: int = 12) -> DatedAttempt:
        return done(step, "timeline", "uppdraget", outcome=outcome, hour=hour)

    assert status_after(path, row("t1", right), row("t1", right, 13), row("t2", wrong)) == ModuleStatus.OPEN
    assert status_after(path, row("t1", right), row("t2", wrong), row("t2", right, 14)) == ModuleStatus.PASSED


def test_every_safety_question_and_every_drill_is_asked_for() -> None:
    rule = PassRule(PassRuleKind.ALL_SAFE)
    path = path_of(rule, ("q", StepKind.QUESTIONS), ("s", StepKind.SAFE_QUESTIONS))
    drill = done("s", "safe_questions", "uppdraget")

    def round_of(right: int, of: int, hour: int = 12) -> DatedAttempt:
        outcome = Outcome(right=9, of=10, safety_right=right, safety_of=of)
        return done("q", "questions", "uppdraget", outcome=outcome, hour=hour)

    assert status_after(path, drill, round_of(3, 4)) == ModuleStatus.OPEN
    assert status_after(path, drill, round_of(0, 0)) == ModuleStatus.OPEN, "a round without them proves nothing"
    assert status_after(path, round_of(4, 4)) == ModuleStatus.OPEN
    assert status_after(path, drill, round_of(4, 4, 13)) == ModuleStatus.PASSED
    assert status_after(path, round_of(4, 4), drill) == ModuleStatus.PASSED


def test_an_observer_must_have_given_three_of_five() -> None:
    path = path_of(PassRule(PassRuleKind.RATING, 3, kind=StepKind.OBSERVED), ("o", StepKind.OBSERVED))

    def rated(rating: float, hour: int = 12) -> DatedAttempt:
        return done("o", "observed", "uppdraget", outcome=Outcome(rating=rating, raters=1), hour=hour)

    assert status_after(path, rated(2)) == ModuleStatus.OPEN
    assert status_after(path, rated(2), rated(3, 13)) == ModuleStatus.PASSED


def test_what_asks_for_another_occasion_is_not_done_after_the_first() -> None:
    path = path_of(
        PassRule(PassRuleKind.STEPS_DONE, 1, kind=StepKind.TWIN), ("t", StepKind.TWIN), ("r", StepKind.READING)
    )
    half = done("t", "twin", "uppdraget", outcome=Outcome(whole=False))
    found = path_progress(path, [half], DAY)  # type: ignore[arg-type]
    assert found.modules[0].status == ModuleStatus.OPEN
    assert next_step(found) == "r", "something else first: the second version is for another occasion"
    assert status_after(path, half, done("t", "twin", "uppdraget", hour=13)) == ModuleStatus.PASSED


def test_a_module_without_rules_asks_for_each_of_its_steps() -> None:
    made = a_module("uppdraget", a_step("a", StepKind.READING), a_step("b", StepKind.READING))
    path = a_path(modules=(made,), renewal=None)
    assert status_after(path, done("a", "reading", "uppdraget")) == ModuleStatus.OPEN
    both = (done("a", "reading", "uppdraget"), done("b", "reading", "uppdraget"))
    assert status_after(path, *both) == ModuleStatus.PASSED


# ------------------------------------------------------------ renewal

END = date(2028, 11, 12)


def renewed(day: date) -> DatedAttempt:
    return questions(5, "fornyelse", "f1", day=day)


def test_the_renewal_opens_three_months_before_the_end() -> None:
    before = progress(*ALL, today=date(2028, 8, 11))
    assert (before.modules[2].status, before.next) == (ModuleStatus.LOCKED, None)
    opened = progress(*ALL, today=date(2028, 8, 12))
    assert opened.modules[2].status == ModuleStatus.OPEN
    assert next_step(opened) == "f1"
    assert opened.validity is not None
    assert (opened.validity.is_valid, opened.validity.until) == (True, END)


def test_renewing_in_time_adds_to_the_end_and_renewing_late_counts_from_the_day() -> None:
    in_time = progress(*ALL, renewed(date(2028, 9, 1)), today=date(2028, 9, 1)).validity
    assert in_time is not None
    assert (in_time.until, in_time.renewed_on, in_time.can_renew) == (date(2030, 11, 12), (date(2028, 9, 1),), False)
    late = progress(*ALL, renewed(date(2029, 2, 1)), today=date(2029, 2, 1)).validity
    assert late is not None
    assert (late.until, late.is_valid) == (date(2031, 2, 1), True)


def test_without_renewal_the_path_is_no_longer_valid_but_stays_completed() -> None:
    found = progress(*ALL, today=date(2029, 6, 1))
    assert found.validity is not None
    assert (found.validity.is_valid, found.validity.can_renew) == (False, True)
    assert isinstance(completion(a_path(), ALL, date(2029, 6, 1)), Completion)


def test_what_was_done_at_the_renewal_before_its_time_does_not_count() -> None:
    found = progress(*ALL, renewed(date(2027, 5, 1)), today=date(2028, 10, 1))
    assert found.validity is not None
    assert found.validity.renewed_on == ()
    assert found.modules[2].status == ModuleStatus.OPEN


def test_it_can_be_renewed_again_and_again() -> None:
    days = (date(2028, 10, 1), date(2030, 10, 1), date(2032, 10, 1))
    found = progress(*ALL, *(renewed(d) for d in days), today=days[-1])
    assert found.validity is not None
    assert (found.validity.renewed_on, found.validity.until) == (days, date(2034, 11, 12))
    assert found.modules[2].status == ModuleStatus.PASSED


def test_a_path_without_end_is_never_renewed() -> None:
    path = a_path(valid_months=None, renewal=None)
    found = path_progress(path, ALL, date(2050, 1, 1)).validity
    assert found is not None
    assert (found.until, found.is_valid, found.can_renew) == (None, True, False)


def test_a_path_that_cannot_be_renewed_ends() -> None:
    path = a_path(renewal=None, modules=a_path().modules[:2])
    found = path_progress(path, ALL, END + timedelta(days=1)).validity
    assert found is not None
    assert (found.until, found.is_valid, found.can_renew) == (END, False, False)


# ------------------------------------------------------------ any attempts

any_attempt = st.builds(
    done,
    step=st.sampled_from(["u1", "u2", "v1", "v2", "f1"]),
    kind=st.sampled_from(["reading", "questions", "mark_chain", "sign_off"]),
    module=st.sampled_from(["uppdraget", "avslut", "fornyelse"]),
    day=st.dates(DAY, date(2033, 1, 1)),
    hour=st.integers(0, 23),
    outcome=st.sampled_from([ALL_RIGHT, Outcome(right=1, of=5), Outcome(approved=True, signed=True)]),
)


def numbered(attempts: list[DatedAttempt]) -> list[DatedAttempt]:
    return [DatedAttempt(replace(a.attempt, id=AttemptId(f"any-{n}")), a.on) for n, a in enumerate(attempts)]


any_attempts = st.lists(any_attempt, max_size=12).map(numbered)


@given(any_attempts, st.randoms(use_true_random=False), st.dates(DAY, date(2034, 1, 1)))
def test_the_order_of_arrival_does_not_matter(attempts: list[DatedAttempt], chance: object, today: date) -> None:
    base = [*ALL, *attempts]
    mixed = list(base)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert progress(*mixed, today=today) == progress(*base, today=today)
    assert progress(*base, *base, today=today) == progress(*base, today=today)


@pytest.mark.parametrize("kept", range(len(ALL) + 1))
@given(more=any_attempts)
def test_what_is_passed_is_never_lost(kept: int, more: list[DatedAttempt]) -> None:
    later = [
        DatedAttempt(replace(a.attempt, finished_at=a.attempt.finished_at + timedelta(days=1)), a.on) for a in more
    ]
    before, after = progress(*ALL[:kept]), progress(*ALL[:kept], *later)
    for old, new in zip(before.first_time, after.first_time, strict=True):
        assert old.status != ModuleStatus.PASSED or new.status == ModuleStatus.PASSED


@given(any_attempts, st.dates(DAY, date(2034, 1, 1)))
def test_there_is_one_next_step_whenever_an_open_module_lacks_something(
    attempts: list[DatedAttempt], today: date
) -> None:
    found = progress(*attempts, today=today)
    is_open = any(m.status == ModuleStatus.OPEN for m in found.modules)
    assert (found.next is not None) == is_open
    if found.next is not None:
        module = found.module(found.next.module.id)
        assert module is not None
        assert module.status == ModuleStatus.OPEN
        assert found.next.step in module.module.steps
