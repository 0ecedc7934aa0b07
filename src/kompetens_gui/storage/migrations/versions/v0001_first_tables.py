"""The first tables: plans, logs, frozen cases, course certificates."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add_plan()
    _add_lists_of_plan()
    _add_log()
    _add_course_certificates()
    op.create_table(
        "app_meta",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_app_meta"),
    )


def downgrade() -> None:
    for table in (
        "app_meta",
        "course_certificate_serial",
        "course_certificate",
        "session_event",
        "frozen_case",
        "session_case",
        "session_competence",
        "agenda_item",
        "participant",
        "facilitator",
        "workshop_session",
    ):
        op.drop_table(table)


def _add_plan() -> None:
    op.create_table(
        "workshop_session",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("forum_type", sa.String(64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("target_group", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("case_slots", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("template_id", sa.String(64), nullable=False),
        sa.Column("updated_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_workshop_session"),
    )
    op.create_index("ix_workshop_session_starts_at", "workshop_session", ["starts_at"])
    op.create_index("ix_workshop_session_status", "workshop_session", ["status"])


def _add_lists_of_plan() -> None:
    _add_part(
        "facilitator",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(64), nullable=False),
        key="position",
    )
    _add_part(
        "participant",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(64), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("sex", sa.String(16), nullable=True),
        sa.Column("email", sa.Text(), nullable=False),
        key="id",
    )
    _add_part(
        "agenda_item",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("case_slot", sa.Integer(), nullable=True),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        key="id",
    )
    _add_part(
        "session_competence",
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        key="position",
    )
    _add_part(
        "session_case",
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("case_id", sa.String(128), nullable=True),
        key="slot",
    )


def _add_log() -> None:
    _add_part(
        "frozen_case",
        sa.Column("case_id", sa.String(128), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        key="case_id",
    )
    _add_part(
        "session_event",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("name", sa.String(128), nullable=False),
        sa.Column("item", sa.String(64), nullable=True),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_session_event_seq_from_one")),
        key="seq",
        sqlite_with_rowid=False,  # the key is the row's place: one page written instead of two
    )


def _add_course_certificates() -> None:
    op.create_table(
        "course_certificate",
        sa.Column("number", sa.String(32), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("serial", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.String(64), nullable=False),
        sa.Column("participant_id", sa.String(64), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("issued_at", sa.String(32), nullable=False),
        sa.Column("is_valid", sa.Boolean(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_course_certificate"),
        sa.UniqueConstraint("year", "serial", name="uq_course_certificate_year_serial"),
    )
    op.create_index("ix_course_certificate_session_id", "course_certificate", ["session_id"])
    op.create_table(
        "course_certificate_serial",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name="pk_course_certificate_serial"),
    )


def _add_part(table: str, *columns: SchemaItem, key: str, sqlite_with_rowid: bool = True) -> None:
    """Add a table whose rows belong to a session and go when it goes."""
    options = {} if sqlite_with_rowid else {"sqlite_with_rowid": False}
    op.create_table(
        table,
        sa.Column("session_id", sa.String(64), nullable=False),
        *columns,
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["workshop_session.id"],
            name=f"fk_{table}_session_id_workshop_session",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("session_id", key, name=f"pk_{table}"),
        **options,
    )
