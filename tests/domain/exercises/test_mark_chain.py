"""Marking alone: feedback that is taken away step by step, keys when the work is done, any reasonable reading."""

import pytest

from kompetens_gui.domain.activities.mark_chain.events import KeyRevealed, SpanMarked
from kompetens_gui.domain.case import KeySpan, Perspective
from kompetens_gui.domain.chain import NodeId, Span, SpanKind
from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings, SpanNotFound
from kompetens_gui.domain.exercises.case_content import CaseContent
from kompetens_gui.domain.exercises.mark_chain import KIND
from kompetens_gui.domain.exercises.mark_chain.events import FeedbackLevel, MarkingView
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.key_comparison import DifferenceKind
from kompetens_gui.domain.learning.attempt import Attempt, AttemptFinished
from kompetens_gui.domain.medical_certificate import ACTIVITY, DIAGNOSIS, FUNCTION
from kompetens_gui.domain.study.learning_path import StepSettings
from tests.domain.making import a_case, a_key
from tests.domain.study_making import a_started, accept

D = SpanMarked(NodeId("d"), SpanKind.DIAGNOSIS, DIAGNOSIS, "Utmattningssyndrom")
F = SpanMarked(NodeId("f"), SpanKind.FUNCTION, FUNCTION, "Tappar tråden efter tjugo minuter.")
# The key reads this as an activity, or as reasonably a function.
EITHER = SpanMarked(NodeId("h"), SpanKind.FUNCTION, FUNCTION, "Klarar inte hemmet.")
A = SpanMarked(NodeId("a"), SpanKind.ACTIVITY, ACTIVITY, "Kan inte leda möten längre än en kvart.")


def begun(level: int = 0, content: CaseContent | None = None) -> Attempt:
    content = content or CaseContent(a_case(), "forsta")
    return Attempt.begin(a_started("mark_chain", content, settings=StepSettings(feedback_level=level)))


def compared(level: int, *marks: object) -> MarkingView:
    view = accept(begun(level), *(marks or (F,)), RoundFinished()).view
    assert isinstance(view, MarkingView)
    return view


def test_a_worked_example_is_there_from_the_start_at_the_first_level_only() -> None:
    example = begun(FeedbackLevel.WORKED_EXAMPLE).view.example
    assert "VARFÖR-F" in [d.why for d in example.differences]
    for level in (0, 2, 3, 4):
        assert begun(level).view.example is None


@pytest.mark.parametrize(
    ("level", "differences", "per_cent"),
    [(0, True, True), (1, True, True), (2, True, True), (3, False, True), (4, False, False)],
)
def test_what_a_comparison_tells_depends_on_the_level(level: int, differences: bool, per_cent: bool) -> None:
    view = compared(level)
    assert (bool(view.differences), view.best is not None) == (differences, per_cent)
    assert view.is_compared
    if per_cent:
        assert view.best is not None
        assert (view.best.found, view.best.of, view.best.share) == (1, 4, 0.25)


def test_nothing_is_told_before_something_is_compared() -> None:
    view = accept(begun(2), F).view
    assert (view.differences, view.best, view.keys, view.is_compared) == ((), None, (), False)
    with pytest.raises(ActivityRefused):
        begun().check(RoundFinished())


def test_after_a_comparison_the_marks_may_be_changed_and_compared_again() -> None:
    attempt = accept(begun(3), F, RoundFinished(), D, A, EITHER, RoundFinished())
    assert attempt.view.best.share == 1.0
    assert attempt.rounds == 2


def test_a_reasonable_alternative_counts_as_found() -> None:
    view = compared(2, D, F, EITHER, A)
    assert view.best is not None
    assert view.best.share == 1.0
    assert {d.kind for d in view.differences[0].differences} >= {DifferenceKind.REASONABLE_ALTERNATIVE}
    assert accept(begun(), D, F, EITHER, A, RoundFinished()).outcome.approved


def test_any_perspective_that_is_reasonable_will_do() -> None:
    other = a_key(Perspective.PHYSICIAN)
    sparse = KeySpan(NodeId("f"), SpanKind.FUNCTION, Span(FUNCTION, "Tappar tråden efter tjugo minuter."), "")
    physician = type(other)(other.medical_certificate_id, other.perspective, (sparse,), (), (), other.sufficiency, "")
    content = CaseContent(a_case(keys=(a_key(), physician)), "forsta")
    view = accept(begun(3, content), F, RoundFinished()).view
    assert (view.best.perspective, view.best.share) == (Perspective.PHYSICIAN, 1.0)


def test_a_key_shows_its_reasons_and_closes_the_marking() -> None:
    with pytest.raises(ActivityRefused):
        accept(begun(), F).check(KeyRevealed(Perspective.ADVISER))
    attempt = accept(
        begun(4), F, RoundFinished(), KeyRevealed(Perspective.ADVISER), KeyRevealed(Perspective.CASE_OFFICER)
    )
    assert [k.perspective for k in attempt.view.keys] == [Perspective.ADVISER, Perspective.CASE_OFFICER]
    assert attempt.view.keys[0].reason == "FACITSKÄL det beror på"
    with pytest.raises(ActivityRefused) as refused:
        attempt.check(A)
    assert refused.value.reason == "guide_shown"
    with pytest.raises(ActivityRefused):
        attempt.check(KeyRevealed(Perspective.PHYSICIAN))
    assert accept(attempt, AttemptFinished()).outcome.right == 1


def test_the_rules_of_the_room_hold_here_too() -> None:
    with pytest.raises(SpanNotFound):
        begun().check(SpanMarked(NodeId("x"), SpanKind.FUNCTION, FUNCTION, "står inte där"))


def test_three_of_four_is_not_enough_to_master_the_form_but_a_worked_example_is_done_when_it_is_done() -> None:
    marks = (D, F, A)
    assert not accept(begun(2), *marks, RoundFinished()).outcome.approved
    assert accept(begun(1), F, RoundFinished()).outcome.approved


def test_a_level_that_does_not_exist_is_refused() -> None:
    with pytest.raises(InvalidSettings):
        KIND.check_settings(StepSettings(feedback_level=5))
    with pytest.raises(InvalidSettings):
        KIND.check_settings(StepSettings(feedback_level=-1))
