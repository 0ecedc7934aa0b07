"""An open database in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kompetens_gui.services.ports import UnitOfWorkFactory
from kompetens_gui.storage.database import Database
from kompetens_gui.storage.unit_of_work import unit_of_work_factory
from tests.storage.making import LOCAL_NOW, FixedClock, a_session


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = Database.open(tmp_path / "data", lambda: LOCAL_NOW)
    yield opened
    opened.close()


@pytest.fixture
def work(database: Database, clock: FixedClock) -> UnitOfWorkFactory:
    return unit_of_work_factory(database, clock)


@pytest.fixture
def planned(work: UnitOfWorkFactory) -> UnitOfWorkFactory:
    """A database with one plan in it."""
    with work() as unit:
        unit.sessions.save(a_session())
        unit.commit()
    return work
