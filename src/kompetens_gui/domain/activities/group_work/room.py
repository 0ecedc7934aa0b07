"""What the room sees of work in small groups: a type that holds nothing of a material's reading before its reveal."""

from dataclasses import dataclass, replace
from math import ceil

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.group_work.events import GroupStatus, ReadingPart, RoomShows
from kompetens_gui.domain.activities.group_work.state import GroupTimer, GroupWorkState
from kompetens_gui.domain.activities.group_work.tasks import material, questions, task_text, work_groups
from kompetens_gui.domain.material.coordination import CoordinationCase, StepTime
from kompetens_gui.domain.wording import translate

_SHORT_POINTS = 6
_ON_A_PAGE = {ReadingPart.IMPULSES: 3, ReadingPart.STEPS: 3, ReadingPart.CALLS: 3, ReadingPart.IF_NOTHING: 3}


@dataclass(frozen=True)
class RoomGroup:
    """A group with its timer."""

    id: str
    name: str
    members: tuple[str, ...]
    about: str
    variant: str
    timer: GroupTimer
    status: GroupStatus


@dataclass(frozen=True)
class RoomAnswer:
    """What a group has come to on the question on show."""

    group: str
    text: str


@dataclass(frozen=True)
class ReadingPoint:
    """One point of a material's reading, with what speaks for and against a step."""

    text: str
    beside: str = ""
    speaks_for: str = ""
    speaks_against: str = ""


@dataclass(frozen=True)
class Reading:
    """A part of a material's reading. In the room it is one of `pages` pages, `page` from 0: it must be large."""

    material: str
    part: ReadingPart
    points: tuple[ReadingPoint, ...]
    page: int = 0
    pages: int = 1


@dataclass(frozen=True)
class GroupWorkRoom:
    """What the room sees. `answers` is filled while answers are shown, `reading` only after its reveal."""

    title: str
    task: str
    shows: RoomShows
    groups: tuple[RoomGroup, ...]
    question: str
    number: int
    count: int
    answers: tuple[RoomAnswer, ...] = ()
    reading: Reading | None = None


def room_of(state: GroupWorkState, context: ActivityContext) -> GroupWorkRoom:
    """Return what the room sees now."""
    asked = questions(context)
    question = min(max(0, state.question), len(asked) - 1)
    groups = work_groups(state, context)
    answers = tuple(RoomAnswer(g.name, state.of(g.id).answers.get(question, "")) for g in groups)
    return GroupWorkRoom(
        context.item.title,
        task_text(context),
        state.shows,
        tuple(
            RoomGroup(g.id, g.name, g.members, g.about, g.variant, state.of(g.id).timer, state.of(g.id).status)
            for g in groups
            if not g.is_gone
        ),
        asked[question],
        question,
        len(asked),
        answers if state.shows == RoomShows.ANSWERS else (),
        _shown_reading(state, context),
    )


def reading_of(case: CoordinationCase, part: ReadingPart) -> Reading:
    """Return a part of a case's own reading."""
    return Reading(case.head.title, part, _points(case, part))


def reading_parts(case: CoordinationCase) -> tuple[ReadingPart, ...]:
    """Return the parts that a case has something in."""
    return tuple(part for part in ReadingPart if _points(case, part))


def _shown_reading(state: GroupWorkState, context: ActivityContext) -> Reading | None:
    if state.shows != RoomShows.READING or state.reading is None or state.reading not in state.revealed:
        return None
    ref, part = state.reading
    case = material(context, ref)
    if case is None:
        return None
    whole = reading_of(case, part)
    pages = pages_of(case, part)
    page = min(state.page, pages - 1)
    on_page = _ON_A_PAGE.get(part, _SHORT_POINTS)
    return replace(whole, points=whole.points[page * on_page : (page + 1) * on_page], page=page, pages=pages)


def pages_of(case: CoordinationCase, part: ReadingPart) -> int:
    """Return how many pages a part takes in the room."""
    return max(1, ceil(len(_points(case, part)) / _ON_A_PAGE.get(part, _SHORT_POINTS)))


def _points(case: CoordinationCase, part: ReadingPart) -> tuple[ReadingPoint, ...]:
    papers = {p.id: p.title for p in case.papers}
    match part:
        case ReadingPart.KNOWN:
            return tuple(ReadingPoint(k.text, papers.get(k.paper, "")) for k in case.known)
        case ReadingPart.UNKNOWN:
            return tuple(ReadingPoint(text) for text in case.unknown)
        case ReadingPart.IMPULSES:
            return tuple(ReadingPoint(f"”{i.quote}” {i.why}", i.question) for i in case.impulses)
        case ReadingPart.STEPS:
            return tuple(
                ReadingPoint(s.text, f"{time_word(s.time)}. {s.who}", s.speaks_for, s.speaks_against)
                for s in case.steps
            )
        case ReadingPart.CALLS:
            words = translate("GroupWork", "{caller} ringer {called}: {about}")
            return tuple(
                ReadingPoint(
                    words.format(caller=c.caller, called=c.called, about=c.about),
                    f"”{c.first_sentence.strip('”')}”" if c.first_sentence else "",
                )
                for c in case.calls
            )
        case ReadingPart.IF_NOTHING:
            ways = case.if_nothing
            return (
                ReadingPoint(ways.medical, translate("GroupWork", "Medicinskt")),
                ReadingPoint(ways.social, translate("GroupWork", "Socialt")),
                ReadingPoint(ways.economic, translate("GroupWork", "Ekonomiskt")),
            )


def time_word(time: StepTime) -> str:
    """Say when a step is taken."""
    return {
        StepTime.TODAY: translate("GroupWork", "I dag"),
        StepTime.TWO_WEEKS: translate("GroupWork", "Inom två veckor"),
        StepTime.LATER: translate("GroupWork", "Senare"),
    }[time]
