"""What holds for every exercise kind: secrets stay hidden, answers go to JSON and back, replay gives the same."""

from dataclasses import asdict, dataclass, fields, is_dataclass
from typing import Any

import pytest

from kompetens_gui.domain.activities.mark_chain.events import KeyRevealed, NodesLinked, SlotMarkedMissing, SpanMarked
from kompetens_gui.domain.activities.rewrite import LineChosen
from kompetens_gui.domain.activities.write_supplement import SupplementFieldChosen
from kompetens_gui.domain.case import Perspective, Sufficiency
from kompetens_gui.domain.chain import NodeId, SpanKind
from kompetens_gui.domain.errors import ActivityRefused, AttemptNotOpen, UnknownExerciseKind
from kompetens_gui.domain.exercises.branching import WayTaken, WoundBack
from kompetens_gui.domain.exercises.employer_plan import CheckpointJudged, NextStepChosen
from kompetens_gui.domain.exercises.impulses import ImpulseMarked, ImpulseUnmarked, NextQuestionChosen
from kompetens_gui.domain.exercises.item_answers import ItemAnswered
from kompetens_gui.domain.exercises.observed import ObserverCame, ObserverSaid, PointRated, TalkRated
from kompetens_gui.domain.exercises.own_text import DraftWritten, GuideShown, PointAssessed
from kompetens_gui.domain.exercises.reading import PageRead
from kompetens_gui.domain.exercises.reflection import PromptAnswered
from kompetens_gui.domain.exercises.registry import EXERCISE_KINDS, exercise_kind
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.exercises.safe_questions import DrillSkipped, SafeOptionChosen
from kompetens_gui.domain.exercises.sign_off import SignedOff, WorkDescribed
from kompetens_gui.domain.exercises.sufficiency import VerdictGiven, WayChosen
from kompetens_gui.domain.exercises.timeline.rules import GroundAnswered
from kompetens_gui.domain.exercises.twin import TwinAnswered
from kompetens_gui.domain.learning.attempt import Attempt, AttemptFinished, ReflectionKept
from kompetens_gui.domain.medical_certificate import ACTIVITY, FUNCTION
from kompetens_gui.domain.study.employer_plan import CheckpointId, PlanChoiceId, PlanVerdict
from kompetens_gui.domain.study.impulses import ImpulseType
from kompetens_gui.domain.study.learning_path import StepKind, StepSettings
from kompetens_gui.domain.study.questions import KnowledgeItemId
from kompetens_gui.services.attempt_codec import (
    attempt_event_from_json,
    attempt_event_to_json,
    content_from_json,
    content_to_json,
    outcome_from_json,
    outcome_to_json,
)
from tests.domain.study_making import RIGHT, SECRETS, a_started, accept, content_of

F = SpanMarked(NodeId("f"), SpanKind.FUNCTION, FUNCTION, "Tappar tråden efter tjugo minuter.")
A = SpanMarked(NodeId("a"), SpanKind.ACTIVITY, ACTIVITY, "Kan inte leda möten längre än en kvart.")


def text(points: int, part: str = "") -> list[object]:
    return [DraftWritten("Egen text", part), GuideShown(part), *(PointAssessed(p, True, part) for p in range(points))]


# What a learner does to get through each kind; the first part comes before any key may be seen.
BEFORE: dict[str, list[object]] = {
    "reading": [PageRead(0), PageRead(1)],
    "questions": [],
    "mark_chain": [F, A, SlotMarkedMissing(NodeId("m"), SpanKind.FUNCTION, "Vad?"), NodesLinked(F.node, A.node)],
    "sufficiency": [VerdictGiven(Sufficiency.DEPENDS, "Det beror på yrket"), WayChosen("call")],
    "rewrite": [LineChosen(ACTIVITY, "Kan inte arbeta."), DraftWritten("Klarar ett möte")],
    "supplement": [SupplementFieldChosen(FUNCTION), DraftWritten("Vad såg du?")],
    "timeline": [],
    "branching": [],
    "impulses": [
        ImpulseMarked(0, ImpulseType.RELATION_PROBLEM, "genom dörren"),
        ImpulseMarked(0, ImpulseType.LOW_MOTIVATION),
    ],
    "letter": [DraftWritten("Svara senast den 14 augusti.")],
    "employer_plan": [
        *(CheckpointJudged(c, PlanVerdict.WARNING) for c in CheckpointId),
        NextStepChosen(PlanChoiceId.TALK),
        DraftWritten("Jag ringer för att"),
    ],
    "twin": [TwinAnswered("q1", "ja")],
    "leaflet": [DraftWritten("För att", "why")],
    "safe_questions": [],
    "reflection": [PromptAnswered(0, "Det gick bra")],
    "observed": [ObserverCame("obs-1"), PointRated(0, 2)],
    "sign_off": [WorkDescribed("Ringer inom en vecka")],
}
AFTER: dict[str, list[object]] = {
    "reading": [ItemAnswered(KnowledgeItemId("i1"), RIGHT)],
    "questions": [ItemAnswered(KnowledgeItemId(f"i{n}"), RIGHT) for n in range(1, 6)],
    "mark_chain": [RoundFinished(), KeyRevealed(Perspective.ADVISER)],
    "sufficiency": [RoundFinished()],
    "rewrite": text(2),
    "supplement": text(5),
    "timeline": [GroundAnswered(0, "MARKET", 181), GroundAnswered(1, "OWN")],
    "branching": [WayTaken("a"), WayTaken("a"), WoundBack(1), WayTaken("b")],
    "impulses": [
        ImpulseUnmarked(0, ImpulseType.LOW_MOTIVATION),
        NextQuestionChosen(0, "a"),
        NextQuestionChosen(1, "c"),
        NextQuestionChosen(2, "a"),
    ],
    "letter": text(2)[1:],
    "employer_plan": [RoundFinished(), *text(1)],
    "twin": [TwinAnswered("q2", "nej")],
    "leaflet": [*text(1, "why"), *text(1, "how")],
    "safe_questions": [SafeOptionChosen("s1", "not"), SafeOptionChosen("s1", "safe"), SafeOptionChosen("s2", "safe")],
    "reflection": [],
    "observed": [TalkRated(4), ObserverSaid("Öppnade med syftet")],
    "sign_off": [SignedOff("sign-off-1")],
}


def texts_in(value: object) -> list[str]:
    """All texts that a view holds, however deep."""
    if isinstance(value, str):
        return [value]
    if is_dataclass(value) and not isinstance(value, type):
        return [t for f in fields(value) for t in texts_in(getattr(value, f.name))]
    if isinstance(value, dict):
        return [t for pair in value.items() for part in pair for t in texts_in(part)]
    if hasattr(value, "items"):
        return texts_in(dict(value.items()))
    if isinstance(value, (list, tuple, set, frozenset)):
        return [t for part in value for t in texts_in(part)]
    return []


def begun(kind: str) -> Attempt:
    return Attempt.begin(a_started(kind))


def test_the_kinds_are_those_a_path_can_ask_for() -> None:
    assert set(EXERCISE_KINDS) == {k.value for k in StepKind} == set(BEFORE) == set(AFTER)


@pytest.mark.parametrize("kind", EXERCISE_KINDS)
def test_a_kind_is_called_what_the_registry_calls_it(kind: str) -> None:
    rules = exercise_kind(kind)
    assert rules.id == kind
    rules.check_settings(StepSettings())


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(UnknownExerciseKind):
        exercise_kind("dansa")


@pytest.mark.parametrize("kind", EXERCISE_KINDS)
def test_nothing_of_a_key_is_seen_before_its_time(kind: str) -> None:
    attempt = accept(begun(kind), *BEFORE[kind])
    seen = " ".join(texts_in(attempt.view))
    assert [secret for secret in SECRETS if secret in seen] == []
    assert not attempt.can_finish or kind in ("reflection",)


@pytest.mark.parametrize("kind", EXERCISE_KINDS)
def test_each_kind_can_be_done_and_then_takes_no_more(kind: str) -> None:
    attempt = accept(begun(kind), *BEFORE[kind], *AFTER[kind])
    assert attempt.can_finish
    ended = accept(attempt, AttemptFinished())
    assert ended.outcome == attempt.outcome
    for late in (*AFTER[kind], AttemptFinished(), ReflectionKept("sent")):
        with pytest.raises(AttemptNotOpen):
            ended.check(late)


@pytest.mark.parametrize("kind", [k for k in EXERCISE_KINDS if k != "reflection"])
def test_what_is_not_done_cannot_be_finished(kind: str) -> None:
    with pytest.raises(ActivityRefused) as refused:
        begun(kind).check(AttemptFinished())
    assert refused.value.reason == "not_done"


@pytest.mark.parametrize("kind", EXERCISE_KINDS)
def test_replay_from_json_gives_the_same_state(kind: str) -> None:
    attempt = accept(begun(kind), *BEFORE[kind], *AFTER[kind], AttemptFinished())
    content = content_from_json(kind, content_to_json(kind, attempt.started.content))
    assert content == attempt.started.content
    entries = [
        type(e)(e.seq, e.at, attempt_event_from_json(kind, *attempt_event_to_json(kind, e.event)))
        for e in attempt.events
    ]
    again = Attempt.replay(a_started(kind, content), entries)
    assert again.state == attempt.state
    assert again.view == attempt.view
    assert again == attempt
    assert outcome_from_json(outcome_to_json(attempt.outcome)) == attempt.outcome


@dataclass(frozen=True)
class Stranger:
    """An event of nobody's."""


@pytest.mark.parametrize("kind", EXERCISE_KINDS)
def test_an_event_of_another_kind_is_refused(kind: str) -> None:
    others: list[Any] = [e for k in EXERCISE_KINDS for e in (*BEFORE[k], *AFTER[k])]
    own = exercise_kind(kind).events
    for event in [Stranger(), "text", *[e for e in others if not isinstance(e, (*own, RoundFinished))]]:
        with pytest.raises(ActivityRefused) as refused:
            begun(kind).check(event)
        assert refused.value.reason == "unknown_event"


@pytest.mark.parametrize("kind", EXERCISE_KINDS)
def test_states_are_plain_values(kind: str) -> None:
    attempt = accept(begun(kind), *BEFORE[kind], *AFTER[kind])
    assert attempt.state == accept(begun(kind), *BEFORE[kind], *AFTER[kind]).state
    assert asdict(attempt.outcome)


@pytest.mark.parametrize("kind", [k for k in EXERCISE_KINDS if k != "safe_questions"])
def test_a_reflection_of_ones_own_counts_as_reflection(kind: str) -> None:
    attempt = accept(begun(kind), *BEFORE[kind], *AFTER[kind], ReflectionKept("  Jag tar med mig frågan  "))
    assert attempt.reflection == "Jag tar med mig frågan"
    assert attempt.outcome.reflected


def test_where_no_answers_are_kept_no_text_is_taken() -> None:
    with pytest.raises(ActivityRefused) as refused:
        begun("safe_questions").check(ReflectionKept("text"))
    assert refused.value.reason == "no_text_here"


def test_skipping_and_going_through_leave_the_same() -> None:
    through = accept(begun("safe_questions"), *AFTER["safe_questions"])
    half_way = accept(begun("safe_questions"), SafeOptionChosen("s1", "not"), DrillSkipped())
    at_once = accept(begun("safe_questions"), DrillSkipped())
    assert half_way.can_finish
    assert half_way.state == at_once.state
    assert through.outcome == half_way.outcome == at_once.outcome
    assert content_of("safe_questions") == through.started.content
