"""The log writer, and a disk that fills under it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.errors import DiskFull, StorageFailed
from kompetens_gui.domain.workshop.events import NoteWritten, RecordedEvent
from kompetens_gui.services.ports import UnitOfWorkFactory
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.log_writer import SqlLogWriter, log_writer_factory
from kompetens_gui.storage.unit_of_work import unit_of_work_factory
from tests.storage.making import LOCAL_NOW, SESSION, FixedClock, a_session, an_event, events, moments


def read(work: UnitOfWorkFactory) -> list[RecordedEvent]:
    with work() as unit:
        return list(unit.events.read(SESSION))


def long_note(seq: int) -> RecordedEvent:
    return an_event(seq, NoteWritten("n", "x" * 20_000))


def append_until_full(writer: SqlLogWriter) -> int:
    """Return the number that no longer had room."""
    for seq in range(1, 1000):
        try:
            writer.append(long_note(seq))
        except DiskFull:
            return seq
    raise AssertionError("the disk never filled")


def test_what_was_appended_is_read_by_others_at_once(planned: UnitOfWorkFactory, database: Database) -> None:
    writer = log_writer_factory(database)(SESSION)
    for seq in (1, 2, 3):
        writer.append(an_event(seq))
        assert read(planned) == [an_event(n) for n in range(1, seq + 1)]
    writer.close()
    writer.close()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(happened=st.lists(st.tuples(moments, events), min_size=1, max_size=6))
def test_any_event_comes_back(
    planned: UnitOfWorkFactory, database: Database, happened: list[tuple[object, ...]]
) -> None:
    with database.engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM session_event")
    writer = SqlLogWriter(database, SESSION)
    log = [RecordedEvent(seq, at, event) for seq, (at, event) in enumerate(happened, 1)]  # type: ignore[arg-type]
    for entry in log:
        writer.append(entry)
    writer.close()
    assert read(planned) == log


def test_it_writes_with_full_synchronous_into_a_write_ahead_log(planned: UnitOfWorkFactory, database: Database) -> None:
    writer = SqlLogWriter(database, SESSION)
    cursor = writer._cursor
    found = {}
    for pragma in ("synchronous", "journal_mode", "foreign_keys"):
        cursor.execute(f"PRAGMA {pragma}")
        found[pragma] = (cursor.fetchone() or [None])[0]
    writer.close()
    assert found == {"synchronous": 2, "journal_mode": "wal", "foreign_keys": 1}


def test_a_number_that_is_taken_is_refused_and_the_next_is_accepted(
    planned: UnitOfWorkFactory, database: Database
) -> None:
    writer = SqlLogWriter(database, SESSION)
    writer.append(an_event(1))
    with pytest.raises(StorageFailed):
        writer.append(an_event(1))
    writer.append(an_event(2))
    writer.close()
    assert read(planned) == [an_event(1), an_event(2)]


def test_an_event_of_a_session_that_is_not_there_is_refused(database: Database) -> None:
    writer = SqlLogWriter(database, SESSION)
    with pytest.raises(StorageFailed):
        writer.append(an_event(1))
    writer.close()


def test_a_unit_of_work_that_writes_makes_the_log_wait_and_no_more(
    planned: UnitOfWorkFactory, database: Database
) -> None:
    writer = SqlLogWriter(database, SESSION)
    with planned() as unit:
        unit.sessions.get(SESSION)
        writer.append(an_event(1))  # reading first must not make the later write collide with this one
        unit.sessions.save(a_session(title="Ny titel"))
        unit.commit()
    writer.append(an_event(2))
    writer.close()
    assert len(read(planned)) == 2


def test_a_full_database_refuses_whole_events_and_goes_on_when_there_is_room(
    planned: UnitOfWorkFactory, database: Database
) -> None:
    writer = SqlLogWriter(database, SESSION)
    writer._cursor.execute("PRAGMA max_page_count=60")
    refused = append_until_full(writer)
    with pytest.raises(DiskFull):
        writer.append(long_note(refused))
    writer._cursor.execute("PRAGMA max_page_count=100000")
    writer.append(long_note(refused))
    writer.append(an_event(refused + 1))
    writer.close()
    assert [entry.seq for entry in read(planned)] == list(range(1, refused + 2))


def both(first: Callable[[], None], then: Callable[[], None]) -> None:
    first()
    then()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("this user may not mount a small disk; the full database above is tried everywhere")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_loses_nothing_and_the_leader_goes_on_when_there_is_room(small_disk: Path) -> None:
    database = Database.open(small_disk, lambda: LOCAL_NOW)
    work = unit_of_work_factory(database, FixedClock())
    with work() as unit:
        unit.sessions.save(a_session())
        unit.commit()
    filling = small_disk / "something-else"
    filling.write_bytes(b"x" * 1_000_000)
    writer = SqlLogWriter(database, SESSION)
    refused = append_until_full(writer)
    assert [entry.seq for entry in read(work)] == list(range(1, refused))

    filling.unlink()
    writer.append(long_note(refused))
    writer.append(an_event(refused + 1))
    with work() as unit:
        unit.sessions.save(a_session(title="Efteråt"))
        unit.commit()
    assert [entry.seq for entry in read(work)] == list(range(1, refused + 2))
    writer.close()
    database.close()


def test_saving_a_plan_on_a_full_disk_says_so_and_leaves_the_old_one(small_disk: Path) -> None:
    database = Database.open(small_disk, lambda: LOCAL_NOW)
    work = unit_of_work_factory(database, FixedClock())
    with work() as unit:
        unit.sessions.save(a_session())
        unit.commit()
    with work() as unit:
        saving = partial(unit.sessions.save, a_session(title="Ö" * 3_000_000))
        with pytest.raises(DiskFull):
            both(saving, unit.commit)
    with work() as unit:
        assert unit.sessions.get(SESSION) == a_session()
    database.close()


def test_a_database_cannot_be_made_on_a_full_disk(small_disk: Path) -> None:
    with suppress(OSError), (small_disk / "something-else").open("wb", buffering=0) as filling:
        while filling.write(b"x" * 4096):
            pass
    with pytest.raises(DiskFull):
        Database.open(small_disk, lambda: LOCAL_NOW)


def test_an_append_while_somebody_else_holds_the_database_for_long_is_refused_and_can_be_repeated(
    planned: UnitOfWorkFactory, database: Database
) -> None:
    writer = SqlLogWriter(database, SESSION)
    writer._cursor.execute("PRAGMA busy_timeout=1")
    with closing(database.engine.raw_connection()) as other:
        other.cursor().execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFailed) as refused:
            writer.append(an_event(1))
        other.rollback()
    assert refused.value.cause == "locked"
    writer.append(an_event(1))
    writer.close()
    assert len(read(planned)) == 1
