"""What the room sees: the brief, the person's own voice, the seats, and ways with what is said for and against."""

from dataclasses import dataclass

from kompetens_gui.domain.activities.base import Round
from kompetens_gui.domain.activities.pathway_choice.events import ForumShows, ForumState, PointKind
from kompetens_gui.domain.material.pathway import PathwayBrief, PathwayOption, SeatId


@dataclass(frozen=True)
class PartInRoom:
    """A part of the brief."""

    heading: str
    text: str
    number: int
    parts: int


@dataclass(frozen=True)
class SeatInRoom:
    """A seat with its task; what it knows stands on its own card."""

    id: SeatId
    task: str


@dataclass(frozen=True)
class WayInRoom:
    """A way. What the material says for and against it, and what it needs, is empty until it is shown."""

    id: str
    title: str
    text: str
    first: int
    second: int
    said_for: tuple[str, ...]
    said_against: tuple[str, ...]
    arguments_for: tuple[str, ...] = ()
    arguments_against: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    who_decides: str = ""
    medical: str = ""
    social: str = ""
    economic: str = ""


@dataclass(frozen=True)
class ForumRoom:
    """The whole picture; parts that are not shown are empty."""

    title: str
    order: str
    shows: ForumShows
    round: Round
    part: PartInRoom | None = None
    voice: str = ""
    seats: tuple[SeatInRoom, ...] = ()
    ways: tuple[WayInRoom, ...] = ()
    decidable: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    learning: tuple[str, ...] = ()
    debrief: tuple[str, ...] = ()


def room_of(brief: PathwayBrief, state: ForumState) -> ForumRoom:
    """Return what the room may see now."""
    shows = state.shows
    told = "" in state.read
    today = shows == ForumShows.TODAY
    return ForumRoom(
        brief.head.title,
        brief.order,
        shows,
        state.round,
        part=_part(brief, state.part) if shows == ForumShows.BRIEF else None,
        voice=brief.voice if shows == ForumShows.VOICE else "",
        seats=tuple(SeatInRoom(s.id, s.task) for s in brief.seats) if shows == ForumShows.SEATS else (),
        ways=_ways(brief, state),
        decidable=(*_said(state, PointKind.DECIDABLE), *(brief.decidable_today if told else ())) if today else (),
        missing=(*_said(state, PointKind.MISSING), *(brief.missing if told else ())) if today else (),
        learning=_said(state, PointKind.LEARNING) if shows == ForumShows.LEARNING else (),
        debrief=brief.debrief if shows == ForumShows.DEBRIEF else (),
    )


def _part(brief: PathwayBrief, part: int) -> PartInRoom:
    at = min(part, len(brief.brief) - 1)
    found = brief.brief[at]
    return PartInRoom(found.heading, found.text, at + 1, len(brief.brief))


def _said(state: ForumState, kind: PointKind, option: str = "") -> tuple[str, ...]:
    return tuple(p.text for p in state.of(kind, option))


def _ways(brief: PathwayBrief, state: ForumState) -> tuple[WayInRoom, ...]:
    if state.shows == ForumShows.DEFENDED:
        wanted = [o for o in brief.options if o.id in state.defended]
    elif state.shows == ForumShows.OPTIONS:
        wanted = [o for o in brief.options if state.option in ("", o.id)]
    else:
        wanted = []
    return tuple(_way(o, state) for o in wanted)


def _way(option: PathwayOption, state: ForumState) -> WayInRoom:
    bare = WayInRoom(
        option.id,
        option.title,
        option.text,
        state.count(Round.FIRST, option.id),
        state.count(Round.SECOND, option.id),
        _said(state, PointKind.FOR, option.id),
        _said(state, PointKind.AGAINST, option.id),
    )
    if option.id not in state.read:
        return bare
    after = option.consequences
    return WayInRoom(
        bare.id,
        bare.title,
        bare.text,
        bare.first,
        bare.second,
        bare.said_for,
        bare.said_against,
        option.arguments_for,
        option.arguments_against,
        option.needs,
        option.who_decides,
        after.medical,
        after.social,
        after.economic,
    )
