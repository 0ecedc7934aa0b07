"""The program in a process of its own, with a leader at its keyboard and no test around it. Used by the children."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kompetens_gui.app import Options, Start
from kompetens_gui.demo import MAIN_CASES, RehearsalClock, planned
from kompetens_gui.domain.workshop.plan import WorkshopSession
from kompetens_gui.joining import Program
from tests.journeys.driver import Leader

NOW = datetime(2026, 11, 12, 12, 50)
TITLE = "Utmattning och arbetsförmåga"


def wait_until(callback: Callable[[], bool], *, timeout: int) -> None:
    """Let the program work until `callback` is true."""
    limit = time.monotonic() + timeout / 1000
    while not callback():
        QApplication.processEvents()
        if time.monotonic() > limit:
            raise TimeoutError


def open_alone(data: Path, clock: RehearsalClock) -> Leader:
    """Start the program as its command does, and wait until it is open."""
    options = Options()
    options.data_dir = data
    start = Start(options, clock)
    start.show()
    leader = Leader(start, wait_until, data.parent / "pictures")
    leader.wait(lambda: start.windows is not None, "the program is open")
    leader.settled()
    return leader


def planned_today(program: Program) -> WorkshopSession:
    """Save a complete plan that begins in ten minutes."""
    session = planned(program, TITLE, program.clock.local_now() + timedelta(minutes=10), MAIN_CASES)
    program.planning.save(session)
    return session


def running(leader: Leader) -> None:
    """Start the session from the plan in the database, as "Starta" does, and wait for both windows."""
    session = planned_today(leader.program)
    leader.windows.start_session(session.id)
    leader.wait(lambda: leader.windows.presenter.state is not None, "the session runs")
    leader.settled()


def tell(line: str) -> None:
    """Say something to the parent at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()
