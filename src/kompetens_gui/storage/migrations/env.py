"""Alembic comes in here. The connection is handed over by `runner.py`; there is no configuration file."""

from alembic import context

from kompetens_gui.storage.tables import Base


def run() -> None:
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=Base.metadata,
        render_as_batch=True,
        transactional_ddl=True,
    )
    context.run_migrations()


run()
