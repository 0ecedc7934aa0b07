"""Rows that no longer mean anything: what was stored is not what any version of ours would have written."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.engine import Connection

from kompetens_gui.domain.errors import DatabaseDamaged, KompetensError


@contextmanager
def reading(connection: Connection) -> Iterator[None]:
    """Turn a value that cannot be understood into DatabaseDamaged; pydantic's refusals are ValueErrors too."""
    try:
        yield
    except KompetensError:
        raise
    except (ValueError, TypeError) as error:
        raise DatabaseDamaged(str(database_path(connection))) from error


def database_path(connection: Connection) -> Path:
    return Path(connection.engine.url.database or "")
