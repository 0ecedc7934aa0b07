"""The quick reader of the overview says the same as the stores do."""

from dataclasses import replace
from pathlib import Path

import pytest

from kompetens_gui.domain.errors import NotFound
from kompetens_gui.domain.workshop.events import QuestionCaptured, QuestionCategory, Redone, Undone
from kompetens_gui.domain.workshop.plan import WorkshopSessionId
from kompetens_gui.services.ports import UnitOfWorkFactory
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.overview_reader import SqliteOverviewReader
from tests.storage.making import SESSION, a_course_certificate, a_session, an_event


def test_rows_are_those_of_the_store(planned: UnitOfWorkFactory, database: Database) -> None:
    with planned() as unit:
        unit.sessions.save(a_session("session-2", "Utan dag", None))
        unit.commit()
    with planned() as unit:
        expected = unit.sessions.list()
    found = SqliteOverviewReader(database.file).rows()
    assert sorted(found, key=lambda r: r.id) == sorted(expected, key=lambda r: r.id)


def test_a_plan_is_that_of_the_store_without_settings_notes_and_private_facts(
    planned: UnitOfWorkFactory, database: Database
) -> None:
    with planned() as unit:
        stored = unit.sessions.get(SESSION)
    slim = replace(
        stored,
        competence_areas=(),
        participants=tuple(replace(p, sex=None, email="") for p in stored.participants),
        agenda=tuple(replace(i, settings={}, notes="") for i in stored.agenda),
    )
    assert SqliteOverviewReader(database.file).session(SESSION) == slim


def test_questions_follow_rewording_removal_undo_and_redo(planned: UnitOfWorkFactory, database: Database) -> None:
    events = (
        QuestionCaptured("a", "Första", QuestionCategory.RULE),
        QuestionCaptured("b", "Tas bort"),
        QuestionCaptured("c", "Ångras"),
        QuestionCaptured("a", "Första, omskriven", QuestionCategory.RULE),
        QuestionCaptured("b", "  "),
        Undone(3),
        QuestionCaptured("d", "Ångras och görs om"),
        Undone(7),
        Redone(7),
    )
    with planned() as unit:
        for seq, event in enumerate(events, 1):
            unit.events.append(SESSION, an_event(seq, event))
        unit.commit()
    found = SqliteOverviewReader(database.file).questions(SESSION)
    assert [(q.id, q.text) for q in found] == [("a", "Första, omskriven"), ("d", "Ångras och görs om")]


def test_course_certificates_are_counted(planned: UnitOfWorkFactory, database: Database) -> None:
    with planned() as unit:
        unit.course_certificates.add(a_course_certificate(1))
        unit.course_certificates.add(a_course_certificate(2))
        unit.commit()
    assert SqliteOverviewReader(database.file).course_certificates() == 2


def test_no_database_yet_is_an_empty_overview(tmp_path: Path) -> None:
    reader = SqliteOverviewReader(tmp_path / "none.sqlite3")
    assert (list(reader.rows()), list(reader.questions(SESSION)), reader.course_certificates()) == ([], [], 0)
    assert not (tmp_path / "none.sqlite3").exists(), "looking makes nothing"


def test_a_plan_that_is_gone_is_said_to_be(database: Database) -> None:
    with pytest.raises(NotFound):
        SqliteOverviewReader(database.file).session(WorkshopSessionId("gone"))
