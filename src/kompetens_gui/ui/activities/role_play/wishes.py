"""What the leader of a role play wants, as events: always from where the play will be when all asked for is done."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal, Slot

from kompetens_gui.domain.activities.base import ActivityContext
from kompetens_gui.domain.activities.role_play import KIND
from kompetens_gui.domain.activities.role_play.events import (
    LineShown,
    PhaseEntered,
    PlayFrozen,
    RoomShows,
    RoomTurned,
    StuckCardShown,
    TurnMarked,
    WoundBack,
)
from kompetens_gui.domain.activities.role_play.state import RolePlayState
from kompetens_gui.domain.material.role_play import RolePlay


class Wishes(QObject):
    """Knows the state ahead of the session: keys may come faster than the disk answers.

    Twice the key for the next phase is two phases on, and winding back goes to the turn that was marked just now. What
    the session says afterwards is what holds. Signal: `proposed(event)`.
    """

    proposed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ahead = RolePlayState()
        self._play: RolePlay | None = None
        self._context: ActivityContext | None = None

    def take(self, play: RolePlay, state: RolePlayState, context: ActivityContext) -> None:
        """Take in where the session is."""
        self._play, self._ahead, self._context = play, state, context

    @property
    def following(self) -> int | None:
        """The phase that comes next; at first the one that is begun, None in the last."""
        if self._play is None:
            return None
        if not self._ahead.has_begun:
            return self._ahead.phase
        after = self._ahead.phase + 1
        return after if after < len(self._play.phases) else None

    @property
    def turns(self) -> int:
        """How many turns are marked."""
        return len(self._ahead.turns)

    @Slot(object)
    def propose(self, event: object) -> None:
        """Ask for an event, and go on from there as if it had happened."""
        if self._context is not None:
            # The time is the session's to give; none of it is read from here.
            self._ahead = KIND.fold(self._ahead, event, datetime.now(UTC), self._context)
        self.proposed.emit(event)

    @Slot()
    def next_phase(self) -> None:
        following = self.following
        if following is not None:
            self.propose(PhaseEntered(following))

    @Slot(int)
    def enter(self, phase: int) -> None:
        self.propose(PhaseEntered(phase))

    @Slot()
    def toggle_frozen(self) -> None:
        self.propose(PlayFrozen(not self._ahead.frozen))

    @Slot()
    def stop_all(self) -> None:
        """The stop word was said: everything stands still, whatever the room was looking at."""
        if not self._ahead.frozen:
            self.propose(PlayFrozen(True))
        if self._ahead.shows != RoomShows.PHASE:
            self.propose(RoomTurned(RoomShows.PHASE))

    @Slot(str, str)
    def mark_turn(self, turn: str, text: str) -> None:
        self.propose(TurnMarked(turn, text))

    @Slot()
    def wind_back(self) -> None:
        if self._ahead.turns:
            self.propose(WoundBack(self._ahead.turns[-1].id))

    @Slot()
    def next_stuck(self) -> None:
        cards = len(self._play.stuck) if self._play else 0
        if cards:
            shown = self._ahead.shows == RoomShows.STUCK
            self.propose(StuckCardShown((self._ahead.stuck + 1) % cards if shown else self._ahead.stuck))

    def turn_room(self, shows: RoomShows) -> None:
        """Let the room look at something else."""
        if shows == RoomShows.STUCK:
            self.propose(StuckCardShown(self._ahead.stuck))
        elif shows == RoomShows.DEMONSTRATION:
            self.propose(LineShown(max(0, self._ahead.line)))
        else:
            self.propose(RoomTurned(shows))
