"""Walks the steps. Loading Alembic takes a moment, so this is imported only when there is a step to take."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection

FOLDER = Path(__file__).parent


def configuration(connection: Connection | None = None) -> Config:
    """Return Alembic's configuration for our steps, on a connection when one is given."""
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    return config


def known_revisions() -> tuple[str, ...]:
    """Return every step there is, the first one first."""
    script = ScriptDirectory.from_config(configuration())
    return tuple(reversed([step.revision for step in script.walk_revisions()]))


def upgrade(connection: Connection, to: str = "head") -> None:
    """Take all steps up to `to` on a connection with an open transaction."""
    command.upgrade(configuration(connection), to)


def downgrade(connection: Connection, to: str) -> None:
    """Go back to `to`; only tests do."""
    command.downgrade(configuration(connection), to)
