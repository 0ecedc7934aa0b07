"""What the room sees of a portion: never how the case reads it, nor how far a question leads, before it is revealed."""

from dataclasses import dataclass

from kompetens_gui.domain.activities.base import ActivityContext, Round
from kompetens_gui.domain.activities.spot_impulses.events import RevealPart, RoomShows
from kompetens_gui.domain.activities.spot_impulses.reading import OwnImpulse, ReadImpulse, own_impulses, read
from kompetens_gui.domain.activities.spot_impulses.state import Answers, PortionState, SpottingTogether, answering
from kompetens_gui.domain.study.impulses import ImpulseCase, ImpulseType, NextQuestion, Portion, PortionForm


@dataclass(frozen=True)
class MarkSeen:
    """Words that somebody has marked, with the names of the groups; `new` are those who did so after the talk."""

    type: ImpulseType
    quote: str
    start: int
    end: int
    groups: tuple[str, ...]
    new: tuple[str, ...] = ()


@dataclass(frozen=True)
class QuestionSeen:
    """A question to go on with. `groups` and `hands` are None until the choices are shown, `score` until the reach.

    `first_groups` and `first_hands` are those before the talk, once there is a second round and they may be seen.
    """

    id: str
    text: str
    groups: tuple[str, ...] | None
    hands: int | None
    score: int | None
    feedback: str
    first_groups: tuple[str, ...] | None = None
    first_hands: int | None = None


@dataclass(frozen=True)
class KeySeen:
    """How the case reads the portion; `case_has_none` when it lifts nothing in any portion, said with the last one."""

    impulses: tuple[ReadImpulse, ...]
    own: tuple[OwnImpulse, ...]
    case_has_none: bool


@dataclass(frozen=True)
class ImpulsesRoom:
    """What the room sees. `marks` and `key` are None until their own reveal. `groups` are those who answer, by name."""

    title: str
    number: int
    count: int
    portion: str
    form: PortionForm
    text: str
    shows: RoomShows
    round: Round
    groups: tuple[str, ...]
    marks: tuple[MarkSeen, ...] | None
    nothing: tuple[str, ...]
    questions: tuple[QuestionSeen, ...]
    key: KeySeen | None


def room_of(case: ImpulseCase, state: SpottingTogether, context: ActivityContext) -> ImpulsesRoom:
    at = min(state.portion, len(case.portions) - 1)
    portion, answers = case.portions[at], state.at(at)
    revealed = state.revealed(at, context)
    with_marks = RevealPart.MARKS in revealed
    names = dict(answering(context))
    return ImpulsesRoom(
        case.head.title,
        at + 1,
        len(case.portions),
        portion.title,
        portion.form,
        portion.text,
        state.shows,
        answers.round,
        tuple(names.values()),
        marks_seen(portion, answers, names) if with_marks else None,
        tuple(names.get(g, g) for g in answers.now.nothing) if with_marks else (),
        questions_seen(portion, answers, names, revealed) if state.shows == RoomShows.QUESTIONS else (),
        key_seen(case, at, state, names) if RevealPart.KEY in revealed else None,
    )


def marks_seen(portion: Portion, answers: PortionState, names: dict[str, str]) -> tuple[MarkSeen, ...]:
    """Return the marks in the order of the text; the same words and type are one."""
    found: dict[tuple[ImpulseType, str, int, int], list[str]] = {}
    new: dict[tuple[ImpulseType, str, int, int], list[str]] = {}
    before = {mark.id for mark in answers.first.marks} if answers.first is not None else None
    for mark in answers.now.marks:
        what = (mark.type, mark.quote, *mark.span(portion.text))
        found.setdefault(what, []).append(names.get(mark.group, mark.group))
        if before is not None and mark.id not in before:
            new.setdefault(what, []).append(names.get(mark.group, mark.group))
    marks = [
        MarkSeen(*what, tuple(dict.fromkeys(who)), tuple(dict.fromkeys(new.get(what, []))))
        for what, who in found.items()
    ]
    return tuple(sorted(marks, key=lambda m: (m.start, m.end)))


def questions_seen(
    portion: Portion, answers: PortionState, names: dict[str, str], revealed: tuple[RevealPart, ...]
) -> tuple[QuestionSeen, ...]:
    """Return the questions with as much as has been revealed."""
    choices, reach = RevealPart.CHOICES in revealed, RevealPart.REACH in revealed
    return tuple(_question(q, answers, names, choices=choices, reach=reach) for q in portion.next_questions)


def _question(
    question: NextQuestion, answers: PortionState, names: dict[str, str], *, choices: bool, reach: bool
) -> QuestionSeen:
    first = answers.first if choices else None
    return QuestionSeen(
        question.id,
        question.text,
        _chosen_by(answers.now, question.id, names) if choices else None,
        answers.now.hands.get(question.id, 0) if choices else None,
        question.score if reach else None,
        question.feedback if reach else "",
        _chosen_by(first, question.id, names) if first is not None else None,
        first.hands.get(question.id, 0) if first is not None else None,
    )


def _chosen_by(answers: Answers, question: str, names: dict[str, str]) -> tuple[str, ...]:
    return tuple(names.get(g, g) for g, chosen in answers.questions.items() if chosen == question)


def key_seen(case: ImpulseCase, at: int, state: SpottingTogether, names: dict[str, str]) -> KeySeen:
    """Return how the case reads a portion, with names of groups; for the leader, and for the room when revealed."""
    portion, answers = case.portions[at], state.at(at).now
    impulses = tuple(
        ReadImpulse(i.type, i.quote, i.why, tuple((names.get(g, g), how) for g, how in i.seen))
        for i in read(portion, answers, tuple(names))
    )
    own = tuple(
        OwnImpulse(o.type, o.quote, tuple(names.get(g, g) for g in o.groups)) for o in own_impulses(portion, answers)
    )
    is_last = at == len(case.portions) - 1
    return KeySeen(impulses, own, is_last and not case.has_impulse)
