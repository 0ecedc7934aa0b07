from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, inspect

from kompetens_gui.services.codec import case_to_json
from kompetens_gui.services.ports import UnitOfWorkFactory
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.engines import migration_engine
from kompetens_gui.storage.migrations import runner
from kompetens_gui.storage.tables import SCHEMA_HEAD, Base
from kompetens_gui.storage.unit_of_work import unit_of_work_factory
from tests.storage.making import LOCAL_NOW, SESSION, FixedClock, a_case, a_course_certificate, a_session, an_event

RELEASED = Path(__file__).parent / "released"


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = migration_engine(tmp_path / "steps.sqlite3")
    yield made
    made.dispose()


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


def table_texts(connection: Connection) -> dict[str, str]:
    found = connection.exec_driver_sql(
        "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'alembic%' AND sql > ''"
    )
    return {name: "".join(sorted("".join(sql.split()).replace('"', ""))) for name, sql in found}


def test_the_steps_lead_to_the_tables_of_the_models(engine: Engine) -> None:
    with engine.begin() as connection:
        runner.upgrade(connection)
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_steps_and_the_models_write_the_same_sql(engine: Engine, tmp_path: Path) -> None:
    with engine.begin() as connection:
        runner.upgrade(connection)
        walked = table_texts(connection)
    other = migration_engine(tmp_path / "models.sqlite3")
    with other.begin() as connection:
        Base.metadata.create_all(connection)
        assert table_texts(connection) == walked
    other.dispose()


def test_every_step_can_be_walked_up_and_down(engine: Engine) -> None:
    seen = [set[str]()]
    for revision in runner.known_revisions():
        with engine.begin() as connection:
            runner.upgrade(connection, revision)
            seen.append(tables(connection))
    for before in reversed(seen[:-1]):
        with engine.begin() as connection:
            runner.downgrade(connection, "-1")
            assert tables(connection) == before
    with engine.begin() as connection:
        runner.upgrade(connection)
        assert tables(connection) == set(Base.metadata.tables)


def test_the_last_step_is_the_one_the_program_expects() -> None:
    assert runner.known_revisions()[-1] == SCHEMA_HEAD


def test_every_constraint_has_a_name_of_our_making(engine: Engine) -> None:
    with engine.begin() as connection:
        runner.upgrade(connection)
        for table in tables(connection):
            facts = inspect(connection)
            keys = [facts.get_pk_constraint(table), *facts.get_foreign_keys(table)]
            assert all(key["name"] for key in keys), table


@pytest.mark.parametrize("revision", runner.known_revisions())
def test_data_of_each_released_schema_is_read_after_the_upgrade(revision: str, tmp_path: Path) -> None:
    """`released/<step>.sql` is a database as that step's program wrote it; the newest is added with its step."""
    with closing(sqlite3.connect(tmp_path / "kompetens.sqlite3")) as connection:
        connection.executescript((RELEASED / f"{revision}.sql").read_text("utf-8"))
    database = Database.open(tmp_path, lambda: LOCAL_NOW)
    check_sample(unit_of_work_factory(database, FixedClock()))
    database.close()


def write_sample(work: UnitOfWorkFactory) -> None:
    """Fill a database as `released/` keeps it; run when a step is added (see the decision on storage)."""
    with work() as unit:
        unit.sessions.save(a_session())
        unit.sessions.freeze_cases(SESSION, {a_case().id: a_case()})
        for seq in (1, 2):
            unit.events.append(SESSION, an_event(seq))
        unit.course_certificates.next_serial(2026)
        unit.course_certificates.add(a_course_certificate())
        unit.commit()


def check_sample(work: UnitOfWorkFactory) -> None:
    with work() as unit:
        session = unit.sessions.get(SESSION)
        assert (session.title, session.place, len(session.agenda)) == ("Gruppdialog", "Sal Ö", 2)
        assert session.participants == a_session().participants
        (case,) = unit.sessions.frozen_cases(SESSION).values()
        assert case_to_json(case)
        assert [entry.event for entry in unit.events.read(SESSION)] == [an_event(1).event, an_event(2).event]
        assert unit.course_certificates.all() == [a_course_certificate()]
        assert unit.course_certificates.next_serial(2026) == 2


def test_the_sample_itself_passes_its_check(work: UnitOfWorkFactory) -> None:
    write_sample(work)
    check_sample(work)
