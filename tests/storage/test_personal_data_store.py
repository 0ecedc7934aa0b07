from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from kompetens_gui.domain.errors import DatabaseDamaged, StorageFailed
from kompetens_gui.domain.workshop.events import NoteWritten, ParticipantJoined
from kompetens_gui.domain.workshop.plan import Participant, ParticipantId, Role, WorkshopSession
from kompetens_gui.services.personal_rows import PersonSource, same_person
from kompetens_gui.services.ports import UnitOfWorkFactory
from kompetens_gui.storage import engines
from kompetens_gui.storage.checking import check_database
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.personal_data_store import BackupShelf, rewrite_file
from tests.storage.making import SESSION, an_event, participants, sessions

JOINED = Participant(ParticipantId("p-9"), "Åke Öst", Role.MANAGER, "Ängen", email="ake@example.org")


@pytest.fixture
def joined(planned: UnitOfWorkFactory) -> UnitOfWorkFactory:
    """A plan with two participants, two leaders, one who joined and a note."""
    with planned() as unit:
        unit.events.append(SESSION, an_event(1))
        unit.events.append(SESSION, an_event(2, ParticipantJoined(JOINED)))
        unit.events.append(SESSION, an_event(3, NoteWritten("n", "Ring Åke")))
        unit.commit()
    return planned


def test_everyone_is_found_where_they_stand(joined: UnitOfWorkFactory) -> None:
    with joined() as unit:
        rows = unit.personal_data.rows()
    assert [(r.source, r.name, r.unit, r.email, r.position) for r in rows] == [
        (PersonSource.PLAN, "Örjan Ål", "Ängen", "orjan@example.org", 0),
        (PersonSource.PLAN, "Eva Dahl", "", "", 0),
        (PersonSource.JOINED, "Åke Öst", "Ängen", "ake@example.org", 2),
        (PersonSource.FACILITATOR, "Åsa Öberg", "", "", 0),
        (PersonSource.FACILITATOR, "Bo Ek", "", "", 1),
    ]


def test_all_that_is_written_by_hand_is_read(joined: UnitOfWorkFactory) -> None:
    with joined() as unit:
        texts = list(unit.personal_data.texts())
    assert {t.where for t in texts} == {"plan", "note", "activity"}
    assert "Ring Åke" in next(t.text for t in texts if t.where == "note")
    assert any("Kaffe" in t.text and "Hej på er" in t.text for t in texts)
    assert not any("Åke Öst" in t.text for t in texts)


def test_replacing_leaves_ids_professions_and_everyone_else(joined: UnitOfWorkFactory) -> None:
    with joined() as unit:
        before = unit.sessions.get(SESSION)
        unit.personal_data.begin_erasing()
        for row in unit.personal_data.rows():
            if row.name in ("Örjan Ål", "Åke Öst", "Bo Ek"):
                unit.personal_data.replace_name(row, "X")
        unit.commit()
    with joined() as unit:
        after = unit.sessions.get(SESSION)
        events = unit.events.read(SESSION)
    assert after.participants == (Participant(ParticipantId("p-1"), "X"), before.participants[1])
    assert after.facilitators == (before.facilitators[0], replace(before.facilitators[1], name="X"))
    assert events[1].event == ParticipantJoined(Participant(JOINED.id, "X", Role.MANAGER))
    assert (events[1].at, events[2]) == (an_event(2).at, an_event(3, NoteWritten("n", "Ring Åke")))


def test_others_wait_from_the_beginning_of_an_erasure(joined: UnitOfWorkFactory, database: Database) -> None:
    with joined() as unit, closing(sqlite3.connect(database.file, timeout=0)) as other:
        unit.personal_data.begin_erasing()
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("UPDATE participant SET name = 'Y'")


def test_the_file_is_not_rewritten_under_somebody_who_writes(
    joined: UnitOfWorkFactory, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_TIMEOUT_MS", 1)
    with closing(sqlite3.connect(database.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFailed):
            rewrite_file(database)
        other.execute("ROLLBACK")
    rewrite_file(database)
    assert check_database(database.file).is_sound


def test_a_reader_keeps_the_log_of_the_file_and_this_is_told(
    joined: UnitOfWorkFactory, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "BUSY_TIMEOUT_MS", 1)
    with closing(sqlite3.connect(database.file, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM participant").fetchone()
        with pytest.raises(StorageFailed):
            rewrite_file(database)
        reader.execute("COMMIT")


def test_a_joining_nobody_can_read_is_damage(joined: UnitOfWorkFactory, database: Database) -> None:
    with closing(sqlite3.connect(database.file)) as connection, connection:
        connection.execute("UPDATE session_event SET payload = '{}' WHERE seq = 2")
    with joined() as unit, pytest.raises(DatabaseDamaged):
        unit.personal_data.rows()


def test_only_what_is_on_the_shelf_is_removed(tmp_path: Path) -> None:
    shelf = BackupShelf(tmp_path)
    assert shelf.files() == []
    (tmp_path / "backups").mkdir()
    old, other = tmp_path / "backups" / "old.sqlite3", tmp_path / "other.sqlite3"
    old.write_bytes(b"")
    other.write_bytes(b"")
    assert shelf.files() == [old]
    shelf.remove([old, other, tmp_path / "backups" / "gone.sqlite3"])
    assert (old.exists(), other.exists()) == (False, True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(session=sessions, person=participants)
def test_any_participant_can_be_replaced(
    work: UnitOfWorkFactory, session: WorkshopSession, person: Participant
) -> None:
    plan = replace(session, participants=(person,))
    with work() as unit:
        unit.sessions.save(plan)
        rows = [r for r in unit.personal_data.rows() if r.session_id == plan.id and r.source == PersonSource.PLAN]
        assert [(r.name, r.unit, r.email) for r in rows] == [(person.name, person.unit, person.email)]
        assert sum(len(group) for group in same_person(unit.personal_data.rows())) == len(unit.personal_data.rows())
        unit.personal_data.begin_erasing()
        unit.personal_data.replace_name(rows[0], "X")
        assert unit.sessions.get(plan.id) == replace(plan, participants=(Participant(person.id, "X", person.role),))
