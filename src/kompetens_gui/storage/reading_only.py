"""Reading the database beside the program, which may be open: no lock is taken, nothing is upgraded or written."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.engine import Engine

from kompetens_gui.domain.errors import DatabaseTooNew
from kompetens_gui.services.ports import Clock, UnitOfWorkFactory
from kompetens_gui.storage.checking import contents_of, open_to_read
from kompetens_gui.storage.database import database_file
from kompetens_gui.storage.engines import file_engine
from kompetens_gui.storage.faults import sqlite_faults
from kompetens_gui.storage.tables import SCHEMA_HEAD
from kompetens_gui.storage.unit_of_work import factory_on


@contextmanager
def reading_only(data_dir: Path, clock: Clock, url: str = "") -> Iterator[UnitOfWorkFactory | None]:
    """Give what opens units of work that cannot write; None when there is no database, or only an older one.

    Raises DatabaseTooNew or DatabaseDamaged.
    """
    file = database_file(data_dir, url)
    if not file.is_file():
        yield None
        return
    with sqlite_faults(file), closing(open_to_read(file)) as connection:
        schema = contents_of(connection, file).schema
    if schema > SCHEMA_HEAD:
        raise DatabaseTooNew(str(file), schema)
    if schema < SCHEMA_HEAD:
        yield None
        return
    engine = _engine(file)
    try:
        yield factory_on(engine, clock)
    finally:
        engine.dispose()


def _engine(file: Path) -> Engine:
    engine = file_engine(file)

    def connected(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA query_only=ON")

    event.listen(engine, "connect", connected)
    return engine
