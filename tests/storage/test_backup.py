"""Backups taken while somebody writes, restores that look first, and the report on a database's health."""

from __future__ import annotations

import random
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kompetens_gui.domain.errors import (
    BackupInvalid,
    DatabaseDamaged,
    DatabaseTooNew,
    DataInUse,
    FolderNotWritable,
    KompetensError,
    NotFound,
)
from kompetens_gui.services.ports import UnitOfWorkFactory
from kompetens_gui.storage.backup import backup, restore
from kompetens_gui.storage.checking import check_database
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.log_writer import SqlLogWriter
from kompetens_gui.storage.unit_of_work import unit_of_work_factory
from tests.storage.making import LOCAL_NOW, SESSION, FixedClock, a_course_certificate, a_session, an_event

FILE = "kompetens.sqlite3"


def titles(folder: Path) -> list[str]:
    database = Database.open(folder, lambda: LOCAL_NOW)
    with unit_of_work_factory(database, FixedClock())() as unit:
        found = [row.title for row in unit.sessions.list()]
    database.close()
    return found


def save(folder: Path, title: str) -> None:
    database = Database.open(folder, lambda: LOCAL_NOW)
    with unit_of_work_factory(database, FixedClock())() as unit:
        unit.sessions.save(a_session(title=title))
        unit.commit()
    database.close()


def test_a_backup_is_one_whole_file_with_everything_in_it(
    planned: UnitOfWorkFactory, database: Database, tmp_path: Path
) -> None:
    with planned() as unit:
        unit.events.append(SESSION, an_event(1))
        unit.course_certificates.add(a_course_certificate())
        unit.commit()
    target = tmp_path / "copies" / "copy.sqlite3"
    target.parent.mkdir()
    report = backup(database.file.parent, target)
    assert (report.contents.sessions, report.contents.events, report.contents.course_certificates) == (1, 1, 1)
    assert report.size == target.stat().st_size
    assert list(target.parent.iterdir()) == [target]


def test_a_backup_taken_while_somebody_writes_holds_a_log_without_holes(
    planned: UnitOfWorkFactory, database: Database, tmp_path: Path
) -> None:
    writer, stop = SqlLogWriter(database, SESSION), threading.Event()
    accepted = [0]

    def write() -> None:
        while not stop.is_set():
            writer.append(an_event(accepted[0] + 1))
            accepted[0] += 1

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for number in range(10):
            before = accepted[0]
            report = backup(database.file.parent, tmp_path / f"{number}.sqlite3")
            assert before <= report.contents.events <= accepted[0] + 1
            assert check_database(report.path).is_sound
    finally:
        stop.set()
        thread.join()
        writer.close()
    assert accepted[0] > 0


def test_a_backup_takes_the_place_of_an_older_one(database: Database, tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite3"
    target.write_bytes(b"older")
    backup(database.file.parent, target)
    assert check_database(target).is_sound


def test_where_nothing_can_be_written_the_older_backup_stays(database: Database, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"no folder")
    with pytest.raises(FolderNotWritable):
        backup(database.file.parent, tmp_path / "file" / "copy.sqlite3")
    with pytest.raises(FolderNotWritable):
        backup(database.file.parent, tmp_path / "missing" / "copy.sqlite3")
    (tmp_path / "folder").mkdir()
    with pytest.raises(FolderNotWritable):
        backup(database.file.parent, tmp_path / "folder")
    assert not list(tmp_path.glob(".*")), "and nothing half-written is left"


def test_the_database_is_not_its_own_backup(database: Database) -> None:
    with pytest.raises(BackupInvalid):
        backup(database.file.parent, database.file)


def test_without_a_database_there_is_nothing_to_back_up(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        backup(tmp_path, tmp_path / "copy.sqlite3")
    (tmp_path / FILE).write_bytes(b"rubbish" * 999)
    with pytest.raises(DatabaseDamaged):
        backup(tmp_path, tmp_path / "copy.sqlite3")
    assert not (tmp_path / "copy.sqlite3").exists()


def test_a_restore_brings_back_what_was_and_keeps_what_it_replaces(tmp_path: Path) -> None:
    data, copy = tmp_path / "data", tmp_path / "copy.sqlite3"
    save(data, "Före")
    backup(data, copy)
    save(data, "Efter")
    report = restore(copy, data, lambda: LOCAL_NOW)
    assert titles(data) == ["Före"]
    assert report.contents.sessions == 1
    assert report.kept_aside == data / "backups" / "kompetens-2026-11-12-before-restore.sqlite3"
    restore(report.kept_aside, data, lambda: LOCAL_NOW)
    assert titles(data) == ["Efter"]
    assert {p.name for p in data.iterdir()} == {FILE, "kompetens.lock", "backups"}


def test_a_restore_into_an_empty_folder_needs_nothing_there(tmp_path: Path) -> None:
    save(tmp_path / "old", "Före")
    backup(tmp_path / "old", tmp_path / "copy.sqlite3")
    assert restore(tmp_path / "copy.sqlite3", tmp_path / "new").kept_aside is None
    assert titles(tmp_path / "new") == ["Före"]


def test_a_write_ahead_log_left_by_a_kill_is_never_read_into_what_was_restored(tmp_path: Path) -> None:
    data, copy = tmp_path / "data", tmp_path / "copy.sqlite3"
    save(data, "Före")
    backup(data, copy)
    connection = sqlite3.connect(data / FILE)
    connection.execute("PRAGMA wal_autocheckpoint=0")
    connection.execute("UPDATE workshop_session SET title = 'I loggen'")
    connection.commit()
    left = [(data / f"{FILE}{end}").read_bytes() for end in ("", "-wal")]
    connection.close()
    for end, content in zip(("", "-wal"), left, strict=True):
        (data / f"{FILE}{end}").write_bytes(content)
    report = restore(copy, data, lambda: LOCAL_NOW)
    assert titles(data) == ["Före"]
    assert report.kept_aside is not None
    with closing(sqlite3.connect(report.kept_aside)) as aside:
        assert aside.execute("SELECT title FROM workshop_session").fetchall() == [("I loggen",)]


def test_a_damaged_database_is_kept_byte_by_byte_and_replaced(tmp_path: Path) -> None:
    data, copy = tmp_path / "data", tmp_path / "copy.sqlite3"
    save(data, "Före")
    backup(data, copy)
    (data / FILE).write_bytes(b"rubbish" * 999)
    report = restore(copy, data)
    assert titles(data) == ["Före"]
    assert report.kept_aside is not None
    assert report.kept_aside.read_bytes() == b"rubbish" * 999


def test_a_restore_waits_for_nobody(database: Database, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    backup(database.file.parent, copy)
    with pytest.raises(DataInUse):
        restore(copy, database.file.parent)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rubbish=st.binary(max_size=300), as_database=st.booleans())
def test_rubbish_is_refused_and_nothing_is_touched(tmp_path: Path, rubbish: bytes, as_database: bool) -> None:
    data, copy = tmp_path / "data", tmp_path / "rubbish"
    if not (data / FILE).exists():
        save(data, "Före")
    copy.write_bytes((b"SQLite format 3\x00" if as_database else b"") + rubbish)
    with pytest.raises(BackupInvalid):
        restore(copy, data)
    assert titles(data) == ["Före"]
    assert not (data / "backups").exists()


def test_a_backup_with_ruined_bytes_is_refused_or_still_whole(tmp_path: Path) -> None:
    data, copy = tmp_path / "data", tmp_path / "copy.sqlite3"
    save(data, "Före")
    backup(data, copy)
    good, chance = copy.read_bytes(), random.Random(3)
    refused = 0
    for _ in range(40):
        ruined = bytearray(good)
        at = chance.randrange(len(ruined) - 64)
        ruined[at : at + 64] = chance.randbytes(64)
        copy.write_bytes(ruined)
        try:
            restore(copy, data)
        except KompetensError:
            refused += 1
        assert titles(data) in (["Före"], [])
    assert refused


def test_a_missing_or_newer_or_foreign_backup_is_refused(tmp_path: Path) -> None:
    data, copy = tmp_path / "data", tmp_path / "copy.sqlite3"
    save(data, "Före")
    with pytest.raises(BackupInvalid) as refused:
        restore(copy, data)
    assert refused.value.reason == "missing"
    backup(data, copy)
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '0042'")
    with pytest.raises(DatabaseTooNew):
        restore(copy, data)
    copy.unlink()
    with closing(sqlite3.connect(copy)) as connection, connection:
        connection.execute("CREATE TABLE theirs (x)")
    with pytest.raises(BackupInvalid):
        restore(copy, data)
    assert titles(data) == ["Före"]


# ------------------------------------------------------------ the report on health
def test_a_sound_database_has_no_problems_while_it_is_open(planned: UnitOfWorkFactory, database: Database) -> None:
    report = check_database(database.file)
    assert report.is_sound
    assert report.contents.sessions == 1
    assert report.size > 0


@pytest.mark.parametrize(
    ("statement", "kind", "where"),
    [
        ("DELETE FROM session_event WHERE seq = 2", "log_has_hole", SESSION),
        ("UPDATE session_event SET payload = '{' WHERE seq = 2", "event_unreadable", SESSION),
        ("UPDATE session_event SET name = 'nokind.Nothing' WHERE seq = 2", "event_unreadable", SESSION),
        ("INSERT INTO frozen_case VALUES ('session-1', 'c', '{}')", "case_unreadable", "c"),
        ("UPDATE course_certificate SET document = '{}'", "course_certificate_unreadable", "2026-0001"),
        ("UPDATE session_event SET session_id = 'gone' WHERE seq = 1", "reference", "session_event"),
    ],
)
def test_the_report_names_what_is_wrong(
    planned: UnitOfWorkFactory, database: Database, statement: str, kind: str, where: str
) -> None:
    with planned() as unit:
        for seq in (1, 2, 3):
            unit.events.append(SESSION, an_event(seq))
        unit.course_certificates.add(a_course_certificate())
        unit.commit()
    with closing(sqlite3.connect(database.file)) as connection, connection:
        connection.execute(statement)
    problems = check_database(database.file).problems
    assert (kind, where) in {(problem.kind, problem.where) for problem in problems}


def test_there_is_no_report_on_what_is_not_there_or_not_ours(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        check_database(tmp_path / FILE)
    (tmp_path / FILE).write_bytes(b"rubbish" * 999)
    with pytest.raises(DatabaseDamaged):
        check_database(tmp_path / FILE)
    assert (tmp_path / FILE).read_bytes() == b"rubbish" * 999
