"""A program with a running session that goes on until it is killed. Arguments: the data folder, and where to say so.

Every accepted event is told with its number, after the disk has it and not before. At the place that was asked for it
says HERE, and the session goes on.
"""

from __future__ import annotations

import itertools
import sys
import threading
from pathlib import Path

from kompetens_gui.demo import RehearsalClock
from kompetens_gui.domain.activities.mark_chain.events import SpanMarked
from kompetens_gui.domain.workshop.events import (
    ActivityHappened,
    NoteWritten,
    QuestionCaptured,
    QuestionCategory,
    RoomBlackened,
    SessionClosed,
)
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.services.rehearsal import rehearsed
from kompetens_gui.services.running import RunningService, RunningSession
from tests.journeys.alone import NOW, open_alone, running, tell, wait_until
from tests.journeys.driver import Leader

SECONDS = 20


class Dying:
    """Rehearses a session, event by event, with both windows following."""

    def __init__(self, leader: Leader, clock: RehearsalClock, place: str) -> None:
        self._leader, self._clock, self._place = leader, clock, place
        session = leader.program.running.open_session
        assert session is not None
        self._session: RunningSession = session

    def run(self) -> None:
        if self._place == "start":
            self._here()
        for number, item in enumerate(self._session.state.session.agenda):
            if number:
                self._ask(self._session.next().result())
            marks = 0
            for what in rehearsed(self._session.state.context(item)):
                self._do(ActivityHappened(item.id, what))
                marks += isinstance(what, SpanMarked)
                if self._place == "marking" and marks == 4:
                    self._here()
                if self._place == "black" and marks == 2:
                    self._do(RoomBlackened(True))
                    self._here()
            if number == 1:
                self._do(QuestionCaptured("q1", "Vad säger regeln?", QuestionCategory.RULE, item.id))
                self._do(NoteWritten("n1", "Fråga de tysta först.", item.id))
        if self._place == "close":
            RunningService._mark = _hang  # type: ignore[method-assign,assignment]  # between the log and the row of the session
            self._clock.move(SECONDS)
            self._leader.program.running.close()

    def _do(self, event: object) -> None:
        self._ask(self._session.propose(event).result())

    def _ask(self, log: SessionLog) -> None:
        self._clock.move(SECONDS)
        tell(f"{log.events[-1].seq} {type(log.events[-1].event).__name__}")
        shown = self._leader.windows.presenter
        wait_until(lambda: shown.state is not None and shown.state == log.state, timeout=10_000)

    def _here(self) -> None:
        tell("HERE")
        for number in itertools.count():
            log = self._session.propose(NoteWritten("on", f"och vidare {number}")).result()
            tell(f"{log.events[-1].seq} {type(log.events[-1].event).__name__}")


def _hang(service: RunningService, *_what: object) -> None:
    session = service.open_session
    assert session is not None
    assert isinstance(session.log.events[-1].event, SessionClosed)
    tell(f"{session.log.events[-1].seq} SessionClosed")
    tell("HERE")
    threading.Event().wait()


def main() -> None:
    clock = RehearsalClock(NOW.astimezone())
    leader = open_alone(Path(sys.argv[1]), clock)
    running(leader)
    tell("1 SessionStarted")
    Dying(leader, clock, sys.argv[2]).run()


if __name__ == "__main__":
    main()
