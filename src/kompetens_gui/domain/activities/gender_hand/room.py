"""What the room may see of the hand: nothing of two versions before they are revealed, and never who answered what."""

from dataclasses import dataclass

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.gender_hand.events import HandState, HandStep, by_finger, steps
from kompetens_gui.domain.activities.gender_hand.parties import count, parties
from kompetens_gui.domain.study.twin import TwinCase, TwinFact, TwinQuestion


@dataclass(frozen=True)
class Asked:
    """A question with its answers, without counts."""

    finger: int
    text: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class VersionInRoom:
    """A version that has been revealed."""

    key: str
    name: str
    age: int
    text: str


@dataclass(frozen=True)
class AnswerInRoom:
    """An answer with how many chose it about each version, in the versions' order."""

    text: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class Difference:
    """A question with the room's answers about each version; `totals` are how many answered about each."""

    text: str
    answers: tuple[AnswerInRoom, ...]
    totals: tuple[int, ...]


@dataclass(frozen=True)
class HandRoom:
    """One step; what belongs to other steps, or is not revealed, is empty."""

    title: str
    step: HandStep
    at: int
    count: int
    warning: str
    finger: int
    asked: Asked | None
    answered: int
    versions: tuple[VersionInRoom, ...]
    difference: Difference | None
    reflection: tuple[str, ...]
    thoughts: tuple[str, ...]
    facts: tuple[TwinFact, ...]


def room_view(state: HandState, case: TwinCase, context: ActivityContext) -> HandRoom:
    """Build the view."""
    step, order = state.step, steps(case)
    question = case.questions[state.number] if step is HandStep.QUESTION else None
    compared = by_finger(case)[state.number] if step is HandStep.DIFFERENCE else None
    on_hand = question or compared
    told = state.versions and step in (HandStep.VERSIONS, HandStep.DIFFERENCE, HandStep.REFLECTION)
    reflecting = told and step is HandStep.REFLECTION
    return HandRoom(
        context.item.title,
        step,
        order.index((step, state.number)),
        len(order),
        " ".join(case.head.content_warning.split()) if step is HandStep.READING else "",
        on_hand.finger if on_hand else 0,
        Asked(question.finger, question.text, tuple(o.text for o in question.options)) if question else None,
        sum(difference_of(state, case, context, question).totals) if question else 0,
        tuple(VersionInRoom(v.key, v.name, v.age, " ".join(v.text.split())) for v in case.versions) if told else (),
        difference_of(state, case, context, compared) if told and compared else None,
        case.reflection if reflecting else (),
        tuple(thought.text for thought in state.thoughts) if reflecting else (),
        case.facts if step is HandStep.FACTS and state.facts else (),
    )


def difference_of(state: HandState, case: TwinCase, context: ActivityContext, question: TwinQuestion) -> Difference:
    """Return the room's answers to a question, about each version."""
    who, keys = parties(state, case, context.groups), [version.key for version in case.versions]
    answers = tuple(
        AnswerInRoom(option.text, tuple(count(state, who, key, question.id, option.id) for key in keys))
        for option in question.options
    )
    totals = tuple(sum(answer.counts[n] for answer in answers) for n in range(len(keys)))
    return Difference(question.text, answers, totals)
