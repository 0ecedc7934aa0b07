"""A leader's action accepted on disk, against a bare SQLite insert and commit with full synchronous.

Run as `python tests/benchmarks/commit_bench.py [events per round] [rounds]`. The ways take turns within each round, in
the same folder of the same disk; each round is a new session of as many events as a long one has. The ratios are
medians over the rounds. Exit code 1 when the limit is passed.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from kompetens_gui.domain.workshop.events import ItemEntered, MinutesAdjusted, RecordedEvent, SessionStarted
from kompetens_gui.domain.workshop.frozen import FrozenContent
from kompetens_gui.domain.workshop.log import SessionLog
from kompetens_gui.domain.workshop.plan import AgendaItem, AgendaItemId, WorkshopSession, WorkshopSessionId
from kompetens_gui.services.codec import event_to_json
from kompetens_gui.services.news import EventBus
from kompetens_gui.services.running import RunningSession
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.log_writer import SqlLogWriter
from kompetens_gui.storage.unit_of_work import unit_of_work_factory

LIMIT = 2.0
ITEM = AgendaItemId("item-1")
Way = Callable[[int], None]


class WallClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def local_now(self) -> datetime:
        return datetime.now()


def plan(session_id: str) -> WorkshopSession:
    return WorkshopSession(
        WorkshopSessionId(session_id), "gruppdialog", "Mätning", 60, agenda=(AgendaItem(ITEM, "information", "A", 60),)
    )


def bare(file: Path) -> Way:
    """The floor: the driver alone, one table with a whole-number key, the same bytes in each row."""
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute(
        "CREATE TABLE IF NOT EXISTS event (id INTEGER PRIMARY KEY, session TEXT, at TEXT, name TEXT, payload TEXT)"
    )
    name, _, payload = event_to_json(MinutesAdjusted(ITEM, 1))
    at = datetime.now(UTC).isoformat()

    def commit(_number: int) -> None:
        connection.execute(
            "INSERT INTO event (session, at, name, payload) VALUES (?, ?, ?, ?)", ("session-1", at, name, payload)
        )
        connection.commit()

    return commit


def writer(database: Database, session: WorkshopSession) -> Way:
    log = SqlLogWriter(database, session.id)

    def append(number: int) -> None:
        log.append(RecordedEvent(number, datetime.now(UTC), MinutesAdjusted(ITEM, 1)))

    return append


def whole_way(database: Database, session: WorkshopSession) -> Way:
    """The whole way of an action: proposed on one thread, checked, written and folded on the writer's."""
    log = SqlLogWriter(database, session.id)
    start = RecordedEvent(1, datetime.now(UTC), SessionStarted(ITEM))
    log.append(start)
    running = RunningSession(SessionLog.replay(session, FrozenContent(), (start,)), log, WallClock(), EventBus())

    def propose(number: int) -> None:
        event = MinutesAdjusted(ITEM, 1) if number % 2 else ItemEntered(ITEM)
        running.propose(event).result()

    return propose


def percentile(times: list[float], percent: int) -> float:
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, len(ordered) * percent // 100)] * 1e6


def ways_of_round(database: Database, turn: int) -> dict[str, Way]:
    sessions = [plan(f"session-{turn}-{way}") for way in (1, 2)]
    with unit_of_work_factory(database, WallClock())() as work:
        for session in sessions:
            work.sessions.save(session)
        work.commit()
    return {
        "bare commit": bare(database.file.with_name("bare.sqlite3")),
        "LogWriter.append": writer(database, sessions[0]),
        "RunningSession.propose": whole_way(database, sessions[1]),
    }


def measure(ways: dict[str, Way], events: int) -> dict[str, tuple[float, float]]:
    """Return p50 and p99 in microseconds of one round; the ways take turns every ten events."""
    times: dict[str, list[float]] = {name: [] for name in ways}
    for first in range(1, events, 10):
        for name, way in ways.items():
            for number in range(first, first + 10):
                began = time.perf_counter()
                way(number)
                times[name].append(time.perf_counter() - began)
    return {name: (percentile(taken, 50), percentile(taken, 99)) for name, taken in times.items()}


def main() -> int:
    given = [int(argument) for argument in sys.argv[1:]]
    events, rounds = (*given, *(500, 9)[len(given) :])[:2]
    taken: dict[str, list[tuple[float, float]]] = {}
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        database = Database.open(Path(folder))
        measure(ways_of_round(database, 0), events)  # warms up
        for turn in range(1, rounds + 1):
            for name, row in measure(ways_of_round(database, turn), events).items():
                taken.setdefault(name, []).append(row)
        database.close()
    return report(taken)


def report(taken: dict[str, list[tuple[float, float]]]) -> int:
    floor = taken["bare commit"]
    worst = 0.0
    print("| way | p50 µs | p99 µs | ratio p50 | ratio p99 |\n| --- | --- | --- | --- | --- |")
    for name, rows in taken.items():
        ratios = [statistics.median(row[at] / base[at] for row, base in zip(rows, floor, strict=True)) for at in (0, 1)]
        middles = [statistics.median(row[at] for row in rows) for at in (0, 1)]
        print(f"| {name} | {middles[0]:.0f} | {middles[1]:.0f} | {ratios[0]:.2f} | {ratios[1]:.2f} |")
        worst = max(worst, *ratios)
    print(f"limit {LIMIT}, worst {worst:.2f}")
    return int(worst > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
