"""What the room sees of a role play: nothing that a role keeps to itself before it is shown in the debrief."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kompetens_gui.domain.activities.role_play.events import RoomShows
from kompetens_gui.domain.activities.role_play.state import RolePlayState, Sheet
from kompetens_gui.domain.material.role_play import MeetingMode, PhaseKind, RolePlay
from kompetens_gui.domain.wording import translate
from kompetens_gui.domain.workshop.plan import SmallGroup


@dataclass(frozen=True)
class PublicRole:
    """What everyone may know of a role."""

    title: str
    name: str
    subtitle: str


@dataclass(frozen=True)
class PhaseInRoom:
    """A phase in the row of phases."""

    title: str
    kind: PhaseKind
    minutes: int
    done: bool
    current: bool


@dataclass(frozen=True)
class SpokenLine:
    """A line of the demonstration, read aloud. The comment on it is the leader's."""

    role: str
    text: str
    turn: str


@dataclass(frozen=True)
class Observed:
    """An item with all observers' ratings beside the self-rating; no names."""

    text: str
    must_do: bool
    ratings: tuple[int, ...]
    own: tuple[int, ...]


@dataclass(frozen=True)
class Counted:
    """Something counted by each observer."""

    text: str
    aim: int
    times: tuple[int, ...]
    own: tuple[int, ...]


@dataclass(frozen=True)
class Scaled:
    """An overall impression 1–5 by each observer, with the words for its ends."""

    text: str
    low: str
    high: str
    values: tuple[int, ...]
    own: tuple[int, ...]


@dataclass(frozen=True)
class Secret:
    """What a role kept to itself until it was asked."""

    role: str
    when: str
    tell: str


@dataclass(frozen=True)
class DebriefStep:
    """The step of the debrief that the room is at."""

    title: str
    who: str
    questions: tuple[str, ...]
    number: int
    steps: int


@dataclass(frozen=True)
class RolePlayRoom:
    """The whole picture; parts that are not shown are empty."""

    title: str
    background: str
    mode: MeetingMode
    place: str
    safety_word: str
    shows: RoomShows
    phases: tuple[PhaseInRoom, ...]
    since: datetime | None
    used: float
    frozen: bool
    roles: tuple[PublicRole, ...]
    stuck: str = ""
    lines: tuple[SpokenLine, ...] = ()
    observed: tuple[Observed, ...] = ()
    counted: tuple[Counted, ...] = ()
    scaled: tuple[Scaled, ...] = ()
    debrief: DebriefStep | None = None
    secrets: tuple[Secret, ...] = ()
    group: str = ""


def room_of(play: RolePlay, state: RolePlayState, groups: Sequence[SmallGroup] = ()) -> RolePlayRoom:
    """Return what the room may see now; of the sheets only those about the group that is looked at."""
    shows = state.shows
    seen = state.of_group(state.group_seen)
    observing = shows == RoomShows.OBSERVATIONS
    return RolePlayRoom(
        play.head.title,
        play.background,
        play.mode,
        play.place,
        play.safety.word,
        shows,
        tuple(
            PhaseInRoom(p.title, p.kind, p.minutes, i < state.phase, i == state.phase and state.has_begun)
            for i, p in enumerate(play.phases)
        ),
        state.since,
        state.used,
        state.frozen,
        tuple(PublicRole(r.title, r.name, r.subtitle) for r in play.roles),
        stuck=play.stuck[state.stuck] if shows == RoomShows.STUCK and play.stuck else "",
        lines=_lines(play, state.line) if shows == RoomShows.DEMONSTRATION else (),
        observed=observed(play, seen) if observing else (),
        counted=counted(play, seen) if observing else (),
        scaled=scaled(play, seen) if observing else (),
        debrief=_step(play, state.step) if shows == RoomShows.DEBRIEF else None,
        secrets=_secrets(play) if shows == RoomShows.SECRETS else (),
        group=next((g.name for g in groups if g.id == state.group_seen), "") if observing else "",
    )


def observed(play: RolePlay, state: RolePlayState) -> tuple[Observed, ...]:
    """Return each item with the observers' ratings and the self-ratings, in the order of the sheets."""
    return tuple(
        Observed(i.text, i.must_do, _ratings(state.observers, i.id), _ratings(state.own, i.id))
        for i in play.protocol.items
    )


def counted(play: RolePlay, state: RolePlayState) -> tuple[Counted, ...]:
    """Return each count with what every observer has counted."""
    return tuple(
        Counted(
            c.text,
            c.aim,
            tuple(s.counts[c.id] for s in state.observers if c.id in s.counts),
            tuple(s.counts[c.id] for s in state.own if c.id in s.counts),
        )
        for c in play.protocol.counts
    )


def scaled(play: RolePlay, state: RolePlayState) -> tuple[Scaled, ...]:
    """Return each overall impression as every observer has rated it."""
    return tuple(
        Scaled(
            c.text,
            c.low,
            c.high,
            tuple(s.scales[c.id] for s in state.observers if c.id in s.scales),
            tuple(s.scales[c.id] for s in state.own if c.id in s.scales),
        )
        for c in play.protocol.scales
    )


def play_is_over(play: RolePlay, phase: int) -> bool:
    """Tell whether no phase from this one on is played: then what the roles kept to themselves may be told."""
    return all(p.kind not in (PhaseKind.PLAY, PhaseKind.REPLAY) for p in play.phases[phase:])


def _ratings(sheets: tuple[Sheet, ...], item: str) -> tuple[int, ...]:
    return tuple(s.ratings[item] for s in sheets if item in s.ratings)


def _lines(play: RolePlay, last: int) -> tuple[SpokenLine, ...]:
    titles = {r.id: r.title for r in play.roles}
    return tuple(
        SpokenLine(titles.get(line.role, line.role), line.text, line.turn) for line in play.demonstration[: last + 1]
    )


def _step(play: RolePlay, step: int) -> DebriefStep | None:
    if not 0 <= step < len(play.debrief):
        return None
    found = play.debrief[step]
    return DebriefStep(found.title, found.who, found.questions, step + 1, len(play.debrief))


def _secrets(play: RolePlay) -> tuple[Secret, ...]:
    return tuple(Secret(r.title, t.when, t.tell) for r in play.roles for t in r.told_if_asked)


def rating_words(rating: int) -> str:
    """Name a rating 0–2."""
    return (
        translate("RolePlay", "inte sett"),
        translate("RolePlay", "delvis"),
        translate("RolePlay", "tydligt"),
    )[rating]
