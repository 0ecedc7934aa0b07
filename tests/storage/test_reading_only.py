"""Reading beside the program: no lock, no upgrade, no writing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kompetens_gui.domain.errors import DatabaseDamaged, DatabaseTooNew, KompetensError
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.reading_only import reading_only
from kompetens_gui.storage.unit_of_work import unit_of_work_factory
from tests.storage.credential_making import OTHER, a_completion
from tests.storage.making import LOCAL_NOW, FixedClock

CLOCK = FixedClock()


def test_it_reads_what_the_open_program_has_written(tmp_path: Path) -> None:
    database = Database.open(tmp_path, lambda: LOCAL_NOW)
    with unit_of_work_factory(database, CLOCK)() as unit:
        unit.course_certificates.add(a_completion())
        unit.trusted_keys.put(OTHER)
        unit.commit()
    with reading_only(tmp_path, CLOCK) as work:
        assert work is not None
        with work() as unit:
            assert unit.course_certificates.all() == [a_completion()]
            assert unit.trusted_keys.all() == [OTHER]
    database.close()


def test_nothing_can_be_written(tmp_path: Path) -> None:
    Database.open(tmp_path, lambda: LOCAL_NOW).close()
    with reading_only(tmp_path, CLOCK) as work:
        assert work is not None
        with work() as unit, pytest.raises(KompetensError):
            unit.trusted_keys.put(OTHER)


def test_no_database_is_no_fault_and_none_is_made(tmp_path: Path) -> None:
    with reading_only(tmp_path / "none", CLOCK) as work:
        assert work is None
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(("schema", "fault"), [("9999", DatabaseTooNew), ("0002", None)])
def test_another_step_is_told_apart(tmp_path: Path, schema: str, fault: type[KompetensError] | None) -> None:
    Database.open(tmp_path, lambda: LOCAL_NOW).close()
    connection = sqlite3.connect(tmp_path / "kompetens.sqlite3")
    connection.execute("UPDATE alembic_version SET version_num = ?", (schema,))
    connection.commit()
    connection.close()
    if fault is None:
        with reading_only(tmp_path, CLOCK) as work:
            assert work is None
    else:
        with pytest.raises(fault), reading_only(tmp_path, CLOCK):
            pass


def test_another_file_in_its_place_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "kompetens.sqlite3").write_bytes(b"no database at all, but long enough to look like one" * 40)
    with pytest.raises(DatabaseDamaged), reading_only(tmp_path, CLOCK):
        pass
