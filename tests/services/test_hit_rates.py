"""How a learner has fared with D, F and A lately: counted at the first comparison, of the last thirty days only."""

import pytest

from kompetens_gui.domain.activities.mark_chain.events import SpanMarked
from kompetens_gui.domain.chain import NodeId, SpanKind
from kompetens_gui.domain.exercises.mark_chain.hits import KindHits
from kompetens_gui.domain.learning.profile import LearnerId
from kompetens_gui.domain.study.learning_path import StepKind, StepSettings
from kompetens_gui.services.hit_rates import DAYS, HitRateService
from tests.services.learning import Studies


@pytest.fixture
def me(studies: Studies) -> LearnerId:
    return studies.learner().id


@pytest.fixture
def rates(studies: Studies) -> HitRateService:
    return HitRateService(studies.work, studies.program.clock)


def mark(studies: Studies, learner: LearnerId, *, seen: int, later: int = 0, level: int = 2) -> None:
    """Do an exercise: so many of the reading's places before the first comparison, so many more after it."""
    settings = StepSettings(feedback_level=level)
    opened = studies.studying.open_free(learner, StepKind.MARK_CHAIN, "utmattning", settings)
    spans = [s.span for s in opened.attempt.started.content.keys[0].chain().nodes if s.span is not None]
    kinds = [s.kind for s in opened.attempt.started.content.keys[0].chain().nodes if s.span is not None]
    for n, (span, kind) in enumerate(zip(spans, kinds, strict=True)):
        if n == seen:
            opened.finish_round().result()
        if n < seen + later:
            event = SpanMarked(NodeId(f"n{n}"), SpanKind(kind), span.field, span.quote, span.occurrence)
            opened.answer(event).result()
    opened.finish_round().result()
    studies.studying.finish(opened).result()


def found(hits: tuple[KindHits, ...]) -> int:
    return sum(h.found for h in hits)


def test_nobody_has_a_record_before_the_first_exercise(rates: HitRateService, me: LearnerId) -> None:
    assert rates.of(me).exercises == 0
    assert found(rates.of(me).hits) == 0


def test_what_is_mended_after_a_comparison_does_not_count(
    studies: Studies, rates: HitRateService, me: LearnerId
) -> None:
    mark(studies, me, seen=1, later=1)
    record = rates.of(me)
    assert (record.exercises, found(record.hits)) == (1, 1)
    assert sum(h.of for h in record.hits) >= 2


def test_exercises_are_added_up_kind_by_kind(studies: Studies, rates: HitRateService, me: LearnerId) -> None:
    mark(studies, me, seen=2)
    once = rates.of(me).hits
    mark(studies, me, seen=2)
    twice = rates.of(me)
    assert twice.exercises == 2
    assert [(h.kind, h.found, h.of) for h in twice.hits] == [(h.kind, 2 * h.found, 2 * h.of) for h in once]
    assert [h.share for h in twice.hits] == [h.share for h in once]


def test_a_worked_example_does_not_count(studies: Studies, rates: HitRateService, me: LearnerId) -> None:
    mark(studies, me, seen=2, level=1)
    assert rates.of(me).exercises == 0


def test_an_exercise_counts_for_thirty_days(studies: Studies, rates: HitRateService, me: LearnerId) -> None:
    mark(studies, me, seen=2)
    studies.program.clock.move(days=DAYS - 1)
    assert rates.of(me).exercises == 1
    studies.program.clock.move(days=1)
    assert rates.of(me).exercises == 0


def test_others_are_not_counted_in(studies: Studies, rates: HitRateService, me: LearnerId) -> None:
    mark(studies, studies.learner("Bo Ek").id, seen=2)
    assert rates.of(me).exercises == 0


def test_answers_that_are_no_longer_kept_do_not_count(studies: Studies, rates: HitRateService, me: LearnerId) -> None:
    mark(studies, me, seen=2)
    with studies.work() as work:
        (done,) = work.attempts.finished(me)
        work.attempts.forget_answers(done.attempt.id)
        work.commit()
    assert rates.of(me).exercises == 0
