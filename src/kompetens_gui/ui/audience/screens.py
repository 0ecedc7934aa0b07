"""Which screen the room's picture goes to: remembered, swapped with a key, and what to do when it is gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class ScreenFacts:
    """What tells screens apart. `key` holds name and maker: it survives a restart, an index does not."""

    key: str
    name: str
    width: int
    height: int
    is_leaders: bool


class Place(StrEnum):
    """How the room's window stands."""

    FULL_SCREEN = "full_screen"
    WINDOW = "window"
    CLOSED = "closed"


@dataclass(frozen=True)
class ScreenChoice:
    """Where the window goes; `fell_back` when the remembered screen is not here."""

    place: Place
    screen: ScreenFacts | None
    fell_back: bool = False


def choose_screen(screens: Sequence[ScreenFacts], remembered: str, windowed: bool) -> ScreenChoice:
    """Return the remembered screen, else any other than the leader's, else a window on the leader's own.

    The remembered one may be where the leader sits now (the two were swapped): then the leader's window gives way.
    """
    if windowed:
        return ScreenChoice(Place.WINDOW, _leaders(screens))
    others = [s for s in screens if not s.is_leaders]
    known = next((s for s in screens if s.key == remembered and others), None)
    if known is not None:
        return ScreenChoice(Place.FULL_SCREEN, known)
    if others:
        return ScreenChoice(Place.FULL_SCREEN, others[0], fell_back=bool(remembered))
    return ScreenChoice(Place.WINDOW, _leaders(screens), fell_back=bool(remembered))


def next_screen(screens: Sequence[ScreenFacts], current: str) -> ScreenFacts | None:
    """Return the screen after the current one in turn, also the leader's own; None when there is only one."""
    if len(screens) < 2:
        return None
    at = next((i for i, s in enumerate(screens) if s.key == current), -1)
    return screens[(at + 1) % len(screens)]


def _leaders(screens: Sequence[ScreenFacts]) -> ScreenFacts | None:
    return next((s for s in screens if s.is_leaders), screens[0] if screens else None)
