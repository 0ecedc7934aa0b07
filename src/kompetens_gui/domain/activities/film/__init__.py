"""A film from a local file, with questions to stop at. The film itself is shown by the computer's own player."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from kompetens_gui.domain.activities.base import ActivityContext, ActivityResult, Block, ListBlock, setting_text
from kompetens_gui.domain.chain import Chain
from kompetens_gui.domain.errors import ActivityRefused, InvalidSettings
from kompetens_gui.domain.material.common import MaterialKind

MOST_STOPS = 40
LONGEST_QUESTION = 400
LONGEST_TEXT = 400
_TIME = re.compile(r"(?:(\d{1,2}):)?(\d{1,2}):(\d{2})")


@dataclass(frozen=True)
class FilmStop:
    """A place in the film (in seconds from its start) and what to ask there."""

    seconds: int
    question: str


def seconds_of(time: str) -> int | None:
    """Return the seconds of a time written as mm:ss or h:mm:ss, None when it is something else."""
    found = _TIME.fullmatch(time.strip().replace(".", ":"))
    if found is None or int(found[3]) > 59 or (found[1] and int(found[2]) > 59):
        return None
    return int(found[1] or 0) * 3600 + int(found[2]) * 60 + int(found[3])


def time_words(seconds: int) -> str:
    """Write seconds as mm:ss, or h:mm:ss from an hour on."""
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes:02}:{left:02}"


def stops_of(settings: Mapping[str, object]) -> tuple[FilmStop, ...]:
    """Return the stops of an item's settings in order of time, or raise InvalidSettings."""
    found = settings.get("stops", ())
    if not isinstance(found, (list, tuple)) or len(found) > MOST_STOPS:
        raise InvalidSettings("film", "stops")
    return tuple(sorted((_stop(each) for each in found), key=lambda stop: stop.seconds))


def _stop(found: object) -> FilmStop:
    if not isinstance(found, Mapping):
        raise InvalidSettings("film", "stops")
    at, question = found.get("at"), found.get("question")
    seconds = seconds_of(at) if isinstance(at, str) else None
    if seconds is None or not isinstance(question, str) or not 0 < len(question.strip()) <= LONGEST_QUESTION:
        raise InvalidSettings("film", "stops")
    return FilmStop(seconds, question.strip())


@dataclass(frozen=True)
class FilmStopReached:
    """The room sees the question of a stop (from 0); −1 is while the film runs."""

    stop: int


@dataclass(frozen=True)
class FilmPointCaptured:
    """Something said at a stop; one with the same id is reworded, an empty text takes it away."""

    point: str
    stop: int
    text: str


@dataclass(frozen=True)
class FilmPoint:
    """A point and the stop it was said at."""

    id: str
    stop: int
    text: str


@dataclass(frozen=True)
class FilmState:
    """The stop at hand, and what has been said at each."""

    stop: int = -1
    points: tuple[FilmPoint, ...] = ()


@dataclass(frozen=True)
class FilmRoom:
    """The question of a stop with what has been said, or that the film runs."""

    title: str
    question: str
    at: str
    number: int
    stops: int
    points: tuple[str, ...]


class Film:
    """Rules of the kind."""

    id = "film"
    needs_case = False
    material_kinds: tuple[MaterialKind, ...] = ()
    needs_material = False
    default_minutes = 20
    events = (FilmStopReached, FilmPointCaptured)

    def check_settings(self, settings: Mapping[str, object]) -> None:
        setting_text(settings, "file", self.id)
        stops_of(settings)

    def start(self, context: ActivityContext) -> FilmState:
        return FilmState()

    def check(self, state: FilmState, event: object, context: ActivityContext) -> None:
        count = len(stops_of(context.item.settings))
        match event:
            case FilmStopReached(stop):
                if not -1 <= stop < count:
                    raise ActivityRefused("no_such_card")
            case FilmPointCaptured(_, stop, text):
                if not -1 <= stop < count:
                    raise ActivityRefused("no_such_card")
                if len(text) > LONGEST_TEXT:
                    raise ActivityRefused("text_too_long")
            case _:
                raise ActivityRefused("unknown_event")

    def fold(self, state: FilmState, event: object, at: datetime, context: ActivityContext) -> FilmState:
        match event:
            case FilmStopReached(stop):
                return replace(state, stop=stop)
            case FilmPointCaptured(point, stop, text):
                return replace(state, points=_with_point(state.points, FilmPoint(point, stop, text.strip())))
        return state

    def room(self, state: FilmState, context: ActivityContext) -> FilmRoom:
        stops = stops_of(context.item.settings)
        said = tuple(p.text for p in state.points if p.stop == state.stop)
        if not 0 <= state.stop < len(stops):
            return FilmRoom(context.item.title, "", "", 0, len(stops), ())
        stop = stops[state.stop]
        return FilmRoom(context.item.title, stop.question, time_words(stop.seconds), state.stop + 1, len(stops), said)

    def result(self, state: FilmState, context: ActivityContext) -> ActivityResult:
        stops = stops_of(context.item.settings)
        blocks: list[Block] = []
        for index in dict.fromkeys(p.stop for p in sorted(state.points, key=lambda p: p.stop)):
            label = stops[index].question if 0 <= index < len(stops) else context.item.title
            blocks.append(ListBlock(tuple(p.text for p in state.points if p.stop == index), label))
        return ActivityResult(tuple(blocks))

    def chain(self, state: FilmState, context: ActivityContext) -> Chain | None:
        return None


def _with_point(points: tuple[FilmPoint, ...], point: FilmPoint) -> tuple[FilmPoint, ...]:
    if not point.text:
        return tuple(p for p in points if p.id != point.id)
    if any(p.id == point.id for p in points):
        return tuple(point if p.id == point.id else p for p in points)
    return (*points, point)


KIND = Film()
