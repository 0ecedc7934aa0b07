"""A learner who gets through any exercise, by its own view and content: for the demo, and for tests.

Answers are right unless told otherwise, and own words are the same few sentences.
"""

from collections.abc import Callable, Iterator
from typing import Any

from kompetens_gui.domain.activities.mark_chain.events import KeyRevealed, SpanMarked
from kompetens_gui.domain.activities.write_supplement import SupplementFieldChosen
from kompetens_gui.domain.branching import offered
from kompetens_gui.domain.exercises.branching import WayTaken
from kompetens_gui.domain.exercises.case_content import CaseContent
from kompetens_gui.domain.exercises.employer_plan import CheckpointJudged, NextStepChosen
from kompetens_gui.domain.exercises.impulses import NextQuestionChosen
from kompetens_gui.domain.exercises.item_answers import ItemAnswered
from kompetens_gui.domain.exercises.observed import TalkRated
from kompetens_gui.domain.exercises.own_text import DraftWritten, GuideShown, PointAssessed
from kompetens_gui.domain.exercises.reading import PageRead
from kompetens_gui.domain.exercises.reflection import PromptAnswered, ReflectionPrompts
from kompetens_gui.domain.exercises.rounds import RoundFinished
from kompetens_gui.domain.exercises.safe_questions import SafeOptionChosen
from kompetens_gui.domain.exercises.sufficiency import SufficiencyContent, VerdictGiven, WayChosen
from kompetens_gui.domain.exercises.timeline.rules import GroundAnswered, TimelineRound
from kompetens_gui.domain.exercises.twin import TwinAnswered
from kompetens_gui.domain.learning.attempt import Attempt
from kompetens_gui.domain.learning.sign_off import Signer
from kompetens_gui.domain.medical_certificate import FUNCTION
from kompetens_gui.domain.study.branching_case import BranchingCase
from kompetens_gui.domain.study.employer_plan import EmployerPlan
from kompetens_gui.domain.study.impulses import ImpulseCase
from kompetens_gui.domain.study.leaflet import Leaflet
from kompetens_gui.domain.study.letter import PlainLetter
from kompetens_gui.domain.study.questions import ItemAnswer, KnowledgeItem, KnowledgeItemType
from kompetens_gui.domain.study.safe_questions import SafeQuestionsDrill
from kompetens_gui.domain.study.twin import TwinCase
from kompetens_gui.domain.workshop.plan import Role
from kompetens_gui.services.open_attempt import OpenAttempt
from kompetens_gui.services.sign_offs import SignOffService
from kompetens_gui.services.studying import StudyingService

OWN_WORDS = "Jag frågar vad som händer en vanlig dag, och skriver det med personens egna ord."
OBSERVER, SIGNER = ("Bo Ek", Role.PSYCHOLOGIST), Signer("Åsa Öberg", Role.SPECIALIST)
Answer = Callable[[KnowledgeItem], ItemAnswer]


def right_answer(item: KnowledgeItem) -> ItemAnswer:
    """Return the right answer to a knowledge item."""
    match item.type:
        case KnowledgeItemType.ONE | KnowledgeItemType.MANY:
            return ItemAnswer(tuple(o.id for o in item.options if o.correct))
        case KnowledgeItemType.ORDER:
            return ItemAnswer(places=tuple(range(len(item.sequence))))
        case KnowledgeItemType.MATCH:
            return ItemAnswer(places=tuple(range(len(item.pairs))))
        case KnowledgeItemType.TIMELINE:
            return ItemAnswer(places=tuple(e.day for e in item.events))
        case KnowledgeItemType.NUMBER:
            return ItemAnswer(number=item.answer)


def play(
    opened: OpenAttempt,
    studying: StudyingService,
    sign_offs: SignOffService | None = None,
    answer: Answer = right_answer,
) -> Attempt:
    """Do an exercise from where it stands to its end; returns the finished attempt."""
    kind = opened.attempt.started.kind
    if kind == "observed":
        studying.name_observer(opened, *OBSERVER).result()
        opened.answer(TalkRated(4)).result()
    elif kind == "sign_off":
        if sign_offs is None:
            raise ValueError(kind)
        sign_offs.sign_module(opened, SIGNER).result()
    else:
        for event in events(opened, answer):
            opened.answer(event).result()
    return studying.finish(opened).result()


def events(opened: OpenAttempt, answer: Answer = right_answer) -> Iterator[object]:
    """Yield what to answer; the next is worked out when the last has been accepted."""
    content: Any = opened.attempt.started.content
    kind = opened.attempt.started.kind
    if kind == "reading":
        yield from (PageRead(n) for n in range(len(content.reading.pages)))
    if kind in {"reading", "questions"}:
        yield from (ItemAnswered(i.id, answer(i)) for i in content.items)
    else:
        yield from _PLAYS[kind](opened, content)


def _mark(opened: OpenAttempt, content: CaseContent) -> Iterator[object]:
    key = content.keys[0]
    for span in key.spans:
        yield SpanMarked(span.id, span.kind, span.span.field, span.span.quote, span.span.occurrence)
    yield RoundFinished()
    yield KeyRevealed(key.perspective)


def _sufficiency(opened: OpenAttempt, content: SufficiencyContent) -> Iterator[object]:
    votes = content.votes
    best = max(votes.votes, key=lambda v: v.votes).verdict if votes else content.of_case.keys[0].sufficiency
    yield VerdictGiven(best, OWN_WORDS)
    yield WayChosen(max(votes.ways, key=lambda w: w.votes).id) if votes else WayChosen(words=OWN_WORDS)
    yield RoundFinished()


def _text(opened: OpenAttempt, content: object, words: str = OWN_WORDS, part: str = "") -> Iterator[object]:
    yield DraftWritten(words, part)
    yield GuideShown(part)
    view: Any = opened.view
    points = view.points if not part else next(s for s in view.sections if s.id == part).points
    yield from (PointAssessed(n, True, part) for n in range(len(points)))


def _supplement(opened: OpenAttempt, content: CaseContent) -> Iterator[object]:
    yield SupplementFieldChosen(FUNCTION)
    yield from _text(opened, content)


def _timeline(opened: OpenAttempt, content: TimelineRound) -> Iterator[object]:
    yield from (GroundAnswered(n, row.expected.ground, row.expected.day) for n, row in enumerate(content.rows))


def _branching(opened: OpenAttempt, content: BranchingCase) -> Iterator[object]:
    while opened.view.end is None:
        yield WayTaken(offered(content, opened.attempt.state.now)[0].id)


def _impulses(opened: OpenAttempt, content: ImpulseCase) -> Iterator[object]:
    for n, portion in enumerate(content.portions):
        yield NextQuestionChosen(n, max(portion.next_questions, key=lambda q: q.score).id)


def _letter(opened: OpenAttempt, content: PlainLetter) -> Iterator[object]:
    kept = ". ".join(k.text for k in content.must_keep)
    yield from _text(opened, content, f"{OWN_WORDS} {kept}")


def _plan(opened: OpenAttempt, content: EmployerPlan) -> Iterator[object]:
    yield from (CheckpointJudged(c.id, c.verdict) for c in content.checkpoints)
    yield NextStepChosen(next(c.id for c in content.choices if c.reasonable))
    yield RoundFinished()
    yield from _text(opened, content)


def _twin(opened: OpenAttempt, content: TwinCase) -> Iterator[object]:
    yield from (TwinAnswered(q.id, q.options[0].id) for q in content.questions)


def _leaflet(opened: OpenAttempt, content: Leaflet) -> Iterator[object]:
    for section in content.sections:
        yield from _text(opened, content, part=section.id)


def _drill(opened: OpenAttempt, content: SafeQuestionsDrill) -> Iterator[object]:
    for step in content.steps:
        yield SafeOptionChosen(step.id, next(o.id for o in step.options if o.safe))


def _reflection(opened: OpenAttempt, content: ReflectionPrompts) -> Iterator[object]:
    yield from (PromptAnswered(n, OWN_WORDS) for n in range(len(content.prompts)))


_PLAYS: dict[str, Callable[..., Iterator[object]]] = {
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
