# ruff: noqa: ANN401 (each kind has its own content)
"""A learner who gets through any exercise, by its own view and content, with right answers."""

from collections.abc import Iterator
from typing import Any

from kompetens_gui.domain.activities.mark_chain.events import KeyRevealed, SpanMarked
from kompetens_gui.domain.activities.write_supplement import SupplementFieldChosen
from kompetens_gui.domain.branching import offered
from kompetens_gui.domain.exercises.branching import WayTaken
from kompetens_gui.domain.exercises.employer_plan import CheckpointJudged, NextStepChosen
from kompetens_gui.domain.exercises.impulses import NextQuestionChosen
from kompetens_gui.domain.exercises.item_answers import ItemAnswered
from kompetens_gui.domain.exercises.observed import TalkRated
from kompetens_gui.domain.exercises.own_text import DraftWritten, GuideShown, PointAssessed
from kompetens_gui.domain.exercises.reading import PageRead
from kompetens_gui.domain.exercises.reflection import PromptAnswered
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.exercises.safe_questions import SafeOptionChosen
from kompetens_gui.domain.exercises.sufficiency import VerdictGiven, WayChosen
from kompetens_gui.domain.exercises.timeline.rules import GroundAnswered
from kompetens_gui.domain.exercises.twin import TwinAnswered
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.learning.sign_off import Signer
from kompetens_gui.domain.medical_certificate import FUNCTION
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.open_attempt import OpenAttempt
from kompetens_gui.services.sign_offs import SignOffService
from kompetens_gui.services.studying import StudyingService
from tests.domain.study_making import right_answer

OWN_WORDS = "Egna ord om saken."


def play(opened: OpenAttempt, studying: StudyingService, sign_offs: SignOffService | None = None) -> Attempt:
    """Do an exercise from where it stands to its end; returns the finished attempt."""
    kind = opened.attempt.started.kind
    if kind == "observed":
        studying.name_observer(opened, "Bo Ek", Role.PSYCHOLOGIST).result()
        opened.answer(TalkRated(4)).result()
    elif kind == "sign_off":
        assert sign_offs is not None
        sign_offs.sign_module(opened, Signer("Åsa Öberg", Role.SPECIALIST)).result()
    else:
        for event in events(opened):
            opened.answer(event).result()
    return studying.finish(opened).result()


def events(opened: OpenAttempt) -> Iterator[object]:
    """Yield what to answer; the next is worked out when the last has been accepted."""
    content: Any = opened.attempt.started.content
    yield from _PLAYS[opened.attempt.started.kind](opened, content)


def _reading(opened: OpenAttempt, content: Any) -> Iterator[object]:
    yield from (PageRead(n) for n in range(len(content.reading.pages)))
    yield from (ItemAnswered(i.id, right_answer(i)) for i in content.items)


def _questions(opened: OpenAttempt, content: Any) -> Iterator[object]:
    yield from (ItemAnswered(i.id, right_answer(i)) for i in content.items)


def _mark(opened: OpenAttempt, content: Any) -> Iterator[object]:
    key = content.keys[0]
    for span in key.spans:
        yield SpanMarked(span.id, span.kind, span.span.field, span.span.quote, span.span.occurrence)
    yield RoundFinished()
    yield KeyRevealed(key.perspective)


def _sufficiency(opened: OpenAttempt, content: Any) -> Iterator[object]:
    votes = content.votes
    best = max(votes.votes, key=lambda v: v.votes).verdict if votes else content.of_case.keys[0].sufficiency
    yield VerdictGiven(best, OWN_WORDS)
    yield WayChosen(max(votes.ways, key=lambda w: w.votes).id) if votes else WayChosen(words=OWN_WORDS)
    yield RoundFinished()


def _text(opened: OpenAttempt, content: Any, words: str = OWN_WORDS, part: str = "") -> Iterator[object]:
    yield DraftWritten(words, part)
    yield GuideShown(part)
    view: Any = opened.view
    points = view.points if not part else next(s for s in view.sections if s.id == part).points
    yield from (PointAssessed(n, True, part) for n in range(len(points)))


def _supplement(opened: OpenAttempt, content: Any) -> Iterator[object]:
    yield SupplementFieldChosen(FUNCTION)
    yield from _text(opened, content)


def _timeline(opened: OpenAttempt, content: Any) -> Iterator[object]:
    yield from (GroundAnswered(n, row.expected.ground, row.expected.day) for n, row in enumerate(content.rows))


def _branching(opened: OpenAttempt, content: Any) -> Iterator[object]:
    while opened.view.end is None:
        yield WayTaken(offered(content, opened.attempt.state.now)[0].id)


def _impulses(opened: OpenAttempt, content: Any) -> Iterator[object]:
    for n, portion in enumerate(content.portions):
        yield NextQuestionChosen(n, max(portion.next_questions, key=lambda q: q.score).id)


def _letter(opened: OpenAttempt, content: Any) -> Iterator[object]:
    kept = ". ".join(k.text for k in content.must_keep)
    yield from _text(opened, content, f"{OWN_WORDS} {kept}")


def _plan(opened: OpenAttempt, content: Any) -> Iterator[object]:
    yield from (CheckpointJudged(c.id, c.verdict) for c in content.checkpoints)
    yield NextStepChosen(next(c.id for c in content.choices if c.reasonable))
    yield RoundFinished()
    yield from _text(opened, content)


def _twin(opened: OpenAttempt, content: Any) -> Iterator[object]:
    yield from (TwinAnswered(q.id, q.options[0].id) for q in content.questions)


def _leaflet(opened: OpenAttempt, content: Any) -> Iterator[object]:
    for section in content.sections:
        yield from _text(opened, content, part=section.id)


def _drill(opened: OpenAttempt, content: Any) -> Iterator[object]:
    for step in content.steps:
        yield SafeOptionChosen(step.id, next(o.id for o in step.options if o.safe))


def _reflection(opened: OpenAttempt, content: Any) -> Iterator[object]:
    yield from (PromptAnswered(n, OWN_WORDS) for n in range(len(content.prompts)))


_PLAYS = {
    "reading": _reading,
    "questions": _questions,
    "mark_chain": _mark,
    "sufficiency": _sufficiency,
    "rewrite": _text,
    "supplement": _supplement,
    "timeline": _timeline,
    "branching": _branching,
    "impulses": _impulses,
    "letter": _letter,
    "employer_plan": _plan,
    "twin": _twin,
    "leaflet": _leaflet,
    "safe_questions": _drill,
    "reflection": _reflection,
}
