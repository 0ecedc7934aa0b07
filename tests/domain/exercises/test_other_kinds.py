"""What is special to the other kinds: versions of own texts, twins, panels, lives, portions, rows made from rules."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kompetens_gui.content.rehabilitation_rules import load_rehabilitation_rules
from kompetens_gui.domain.case import Sufficiency
from kompetens_gui.domain.errors import ActivityRefused, ChoiceNotOffered, StepOutOfReach
from kompetens_gui.domain.exercises.base import EarlierAttempt
from kompetens_gui.domain.exercises.branching import WayTaken, WoundBack, side_by_side
from kompetens_gui.domain.exercises.employer_plan import CheckpointJudged, NextStepChosen
from kompetens_gui.domain.exercises.impulses import ImpulseMarked, NextQuestionChosen
from kompetens_gui.domain.exercises.observed import ObserverCame, PointRated, TalkRated
from kompetens_gui.domain.exercises.own_text import DraftWritten, GuideShown, PointAssessed
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.exercises.safe_questions import SafeOptionChosen
from kompetens_gui.domain.exercises.sufficiency import SufficiencyContent, VerdictGiven, WayChosen
from kompetens_gui.domain.exercises.timeline.generated import made_rows
from kompetens_gui.domain.exercises.timeline.rules import GroundAnswered, TimelineRound
from kompetens_gui.domain.exercises.twin import TwinAnswered, TwinReflected
from kompetens_gui.domain.learning.attempt import Attempt, AttemptFinished
from kompetens_gui.domain.rehabilitation_rules import AssessmentQuestion, assess
from kompetens_gui.domain.study.employer_plan import CheckpointId, PlanChoiceId, PlanVerdict
from kompetens_gui.domain.study.impulses import ImpulseType
from kompetens_gui.domain.study.learning_path import StepKind
from tests.domain.exercises.test_kinds import AFTER, BEFORE
from tests.domain.making import a_case
from tests.domain.study_making import START, a_started, accept


def begun(kind: str, content: object | None = None, **changes: object) -> Attempt:
    return Attempt.begin(a_started(kind, content, **changes))


def earlier(attempt: Attempt) -> EarlierAttempt:
    return EarlierAttempt(START, attempt.started.seed, attempt.state, attempt.outcome)


def refused(attempt: Attempt, event: object) -> str:
    with pytest.raises(ActivityRefused) as told:
        attempt.check(event)
    return told.value.reason


# ------------------------------------------------------------ own texts


def test_versions_called_done_are_kept_and_each_is_looked_at_anew() -> None:
    attempt = accept(begun("letter"), DraftWritten("Första, 14 augusti"), GuideShown())
    assert refused(attempt, RoundFinished()) == "nothing_written"
    attempt = accept(attempt, PointAssessed(0, False), DraftWritten("Andra, 14 augusti"), RoundFinished())
    assert attempt.view.own.versions == ("Första, 14 augusti", "Andra, 14 augusti")
    assert not attempt.can_finish, "the new version has not been held against the points yet"
    attempt = accept(attempt, PointAssessed(0, True), PointAssessed(1, False))
    assert attempt.can_finish
    assert attempt.view.own.met == (0,)


def test_the_guide_waits_for_a_text_and_the_points_for_the_guide() -> None:
    attempt = begun("letter")
    assert refused(attempt, GuideShown()) == "nothing_written"
    assert refused(accept(attempt, DraftWritten("  ")), GuideShown()) == "nothing_written"
    assert refused(accept(attempt, DraftWritten("Text")), PointAssessed(0, True)) == "nothing_written"
    shown = accept(attempt, DraftWritten("Text"), GuideShown())
    assert refused(shown, GuideShown()) == "guide_shown"
    assert refused(shown, PointAssessed(7, True)) == "no_such_point"
    assert refused(shown, DraftWritten("x" * 4001)) == "text_too_long"
    assert refused(shown, DraftWritten("Text", part="hitte på")) == "no_such_point"


def test_versions_of_earlier_attempts_are_there_to_compare_with_oneself() -> None:
    first = accept(begun("letter"), DraftWritten("Då, 14 augusti"), GuideShown())
    again = Attempt.begin(a_started("letter"), (earlier(first),))
    assert again.view.earlier == ("Då, 14 augusti",)
    assert again.view.own.text == ""


def test_the_letter_tells_how_heavy_it_reads_and_what_was_lost() -> None:
    attempt = accept(begun("letter"), DraftWritten("Svara när du kan."))
    assert attempt.view.lix < attempt.view.original_lix
    assert [k.text for k in attempt.view.lost] == ["14 augusti"]
    done = accept(attempt, GuideShown(), PointAssessed(0, True), PointAssessed(1, True), AttemptFinished())
    assert (done.outcome.approved, done.outcome.reflected) == (False, True)


def test_words_that_close_the_talk_are_pointed_out_in_the_leaflet() -> None:
    attempt = accept(begun("leaflet"), DraftWritten("Du måste gå ut varje dag", "why"))
    assert [a.words for a in attempt.view.sections[0].avoid] == ["du måste"]
    done = accept(attempt, GuideShown("why"), PointAssessed(0, True, "why"), *AFTER["leaflet"][3:])
    assert done.can_finish
    assert not done.outcome.approved


# ------------------------------------------------------------ twins


def test_the_versions_take_turns_and_only_the_own_answers_are_compared() -> None:
    first = accept(begun("twin", seed=4), TwinAnswered("q1", "ja"), TwinAnswered("q2", "ja"))
    assert (first.view.version.key, first.view.is_first, first.view.comparison) == ("a", True, None)
    assert (first.can_finish, first.outcome.whole) == (True, False)
    second = Attempt.begin(a_started("twin", seed=5), (earlier(first),))
    assert second.view.version.key == "b"
    assert refused(second, TwinReflected(0, "För tidigt")) == "no_such_question"
    second = accept(second, TwinAnswered("q1", "ja"), TwinAnswered("q2", "nej"))
    compared = second.view.comparison
    assert (compared.other.key, compared.same, compared.occasion) == ("a", 1, START)
    (difference,) = compared.differences
    assert (difference.question.id, difference.before, difference.now) == ("q2", "ja", "nej")
    second = accept(second, TwinReflected(0, "Jag frågade olika"))
    assert (second.outcome.whole, second.outcome.approved, second.outcome.reflected) == (True, True, True)


# ------------------------------------------------------------ the panel


@pytest.mark.parametrize(
    ("verdict", "way", "points"),
    [
        (Sufficiency.INSUFFICIENT, "call", 2.0),
        (Sufficiency.DEPENDS, "call", 1.6),
        (Sufficiency.SUFFICIENT, "ask", 1.0667),
    ],
)
def test_an_answer_is_worth_the_part_of_the_panel_that_shares_it(verdict: Sufficiency, way: str, points: float) -> None:
    attempt = accept(begun("sufficiency"), VerdictGiven(verdict, "Därför"), WayChosen(way), RoundFinished())
    assert (attempt.outcome.right, attempt.outcome.of) == (points, 2)
    assert attempt.view.panel.fictional
    assert len(attempt.view.panel.keys) == 2
    assert refused(attempt, VerdictGiven(verdict, "Nej, vänta")) == "guide_shown"


def test_a_verdict_without_a_reason_or_a_way_is_not_an_answer_yet() -> None:
    attempt = accept(begun("sufficiency"), VerdictGiven(Sufficiency.DEPENDS, "  "), WayChosen("call"))
    assert refused(attempt, RoundFinished()) == "not_done"
    assert refused(attempt, WayChosen("fax")) == "no_choice_here"


def test_without_a_panel_the_keys_are_asked_and_the_way_is_in_own_words() -> None:
    content = SufficiencyContent(a_case(), "forsta", None)
    attempt = accept(begun("sufficiency", content), VerdictGiven(Sufficiency.DEPENDS, "Därför"))
    assert refused(attempt, RoundFinished()) == "not_done"
    attempt = accept(attempt, WayChosen(words="Ring personen"), RoundFinished())
    assert (attempt.outcome.right, attempt.outcome.of, attempt.outcome.approved) == (1.0, 1, True)


# ------------------------------------------------------------ branching, impulses, plan, observer, drill


def test_a_life_can_be_wound_back_and_laid_beside_another() -> None:
    attempt = accept(begun("branching"), WayTaken("a"), WayTaken("a"))
    assert (attempt.view.end, attempt.view.can_compare, attempt.can_finish) == ("return_partial", False, True)
    assert refused(attempt, WayTaken("a")) == "start_over_first"
    attempt = accept(attempt, WoundBack(1), WayTaken("b"))
    assert attempt.view.lives == (("a", "a"), ("a", "b"))
    both = side_by_side(attempt.started.content, attempt.view, 0, 1)
    assert both.parting is not None
    assert (both.parting.choice_a, both.parting.choice_b) == ("a", "b")
    assert [s.feedback for s in attempt.view.steps] == ["MENING a", "MENING b"]
    with pytest.raises(ChoiceNotOffered):
        begun("branching").check(WayTaken("z"))
    with pytest.raises(StepOutOfReach):
        attempt.check(WoundBack(9))
    with pytest.raises(ActivityRefused):
        side_by_side(attempt.started.content, attempt.view, 0, 5)


def test_the_same_life_twice_is_one() -> None:
    attempt = accept(begun("branching"), WayTaken("b"), WoundBack(0), WayTaken("b"))
    assert attempt.view.lives == (("b",),)


def test_portions_come_one_by_one_and_only_the_next_question_gives_points() -> None:
    attempt = begun("impulses")
    assert len(attempt.view.portions) == 1
    assert refused(attempt, NextQuestionChosen(1, "a")) == "no_such_portion"
    assert refused(attempt, ImpulseMarked(0, ImpulseType.LOW_MOTIVATION, "står inte där")) == "no_such_answer"
    many = [ImpulseMarked(0, kind) for kind in ImpulseType]
    suspicious = accept(attempt, *many, NextQuestionChosen(0, "b"))
    assert (suspicious.view.points, suspicious.view.best) == (0, 6)
    asking = accept(attempt, NextQuestionChosen(0, "a"))
    assert asking.view.points == 2
    assert asking.view.portions[0].impulses[0].why == "FACITVARFÖR"
    assert refused(asking, ImpulseMarked(0, ImpulseType.LOW_MOTIVATION)) == "no_such_portion"


def test_a_plan_is_judged_before_it_is_revealed_and_not_after() -> None:
    judged = [CheckpointJudged(c, PlanVerdict.WARNING) for c in CheckpointId]
    attempt = accept(begun("employer_plan"), *judged)
    assert refused(attempt, RoundFinished()) == "not_done"
    attempt = accept(attempt, NextStepChosen(PlanChoiceId.INFORM), RoundFinished())
    assert (attempt.view.agreed, len(attempt.view.key)) == (7, 7)
    assert refused(attempt, judged[0]) == "guide_shown"
    done = accept(attempt, DraftWritten("Jag ringer för att"), GuideShown(), PointAssessed(0, True))
    assert done.can_finish
    assert not done.outcome.approved, "informing at once is not the reasonable way here"


def test_the_observers_card_opens_when_the_observer_has_come() -> None:
    attempt = begun("observed")
    assert refused(attempt, TalkRated(4)) == "no_observer"
    attempt = accept(attempt, ObserverCame("o1"))
    assert refused(attempt, PointRated(2, 1)) == "no_such_point"
    assert refused(attempt, PointRated(0, 3)) == "rating_range"
    assert refused(attempt, TalkRated(6)) == "rating_range"
    rated = accept(attempt, PointRated(0, 2), TalkRated(2))
    assert (rated.outcome.rating, rated.outcome.approved, rated.outcome.with_other) == (2.0, False, True)
    other = accept(rated, ObserverCame("o2"))
    assert other.view.scores == {}, "another observer begins with an empty card"


def test_the_drill_goes_on_when_the_answer_is_safe() -> None:
    attempt = accept(begun("safe_questions"), SafeOptionChosen("s1", "not"))
    assert [(s.id, s.try_again) for s in attempt.view.steps] == [("s1", True)]
    assert refused(attempt, SafeOptionChosen("s2", "safe")) == "no_such_question"
    attempt = accept(attempt, SafeOptionChosen("s1", "safe"))
    assert [(s.id, s.try_again) for s in attempt.view.steps] == [("s1", False), ("s2", False)]
    assert not attempt.can_finish


# ------------------------------------------------------------ rows made from the rules

RULES = load_rehabilitation_rules()


@settings(max_examples=25)
@given(st.integers(0, 2**31))
def test_made_rows_are_what_the_rules_say(seed: int) -> None:
    rows = made_rows(RULES, seed, 12)
    assert rows == made_rows(RULES, seed, 12)
    assert len(rows) == 12
    for row in rows:
        question = AssessmentQuestion(
            row.start, row.exam, row.situation, row.exception or None, earlier_days=row.earlier_days
        )
        answer = assess(RULES, question)
        assert (answer.day, answer.ground, answer.certainty) == (row.expected.day, row.expected.ground, "certain")
        assert row.expected.ground in [a.ground for a in row.answers]
        assert len(row.answers) >= 3
        assert f"dag {row.expected.day}" not in f"{row.story} {row.question}".lower()
        assert row.exam <= RULES.checked_on
    everything_right = [GroundAnswered(n, row.expected.ground, row.expected.day) for n, row in enumerate(rows)]
    done = accept(begun("timeline", TimelineRound(rows)), *everything_right)
    assert (done.outcome.right, done.outcome.approved) == (12, True)
    assert all(a.day_right for a in done.view.answered)


def test_the_ways_to_do_each_kind_are_all_tried() -> None:
    assert {*BEFORE} == {*AFTER} == {k.value for k in StepKind}
