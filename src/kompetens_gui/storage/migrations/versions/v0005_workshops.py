"""Workshops: small groups, materials as they read at the start, and sessions that follow on each other."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_PLAN = "workshop_session"


def upgrade() -> None:
    op.add_column(_PLAN, sa.Column("series", sa.Text(), server_default=sa.text("''"), nullable=False))
    op.create_index("ix_workshop_session_series", _PLAN, ["series"])
    op.create_table(
        "small_group",
        sa.Column("session_id", sa.String(64), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("members", sa.JSON(), nullable=False),
        _of_session("small_group"),
        sa.PrimaryKeyConstraint("session_id", "id", name="pk_small_group"),
    )
    op.create_table(
        "frozen_material",
        sa.Column("session_id", sa.String(64), nullable=False),
        sa.Column("ref", sa.String(192), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        _of_session("frozen_material"),
        sa.PrimaryKeyConstraint("session_id", "ref", name="pk_frozen_material"),
    )


def downgrade() -> None:
    op.drop_table("frozen_material")
    op.drop_table("small_group")
    op.drop_index("ix_workshop_session_series", _PLAN)
    op.drop_column(_PLAN, "series")


def _of_session(table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_session_id_workshop_session"
    return sa.ForeignKeyConstraint(["session_id"], ["workshop_session.id"], name=name, ondelete="CASCADE")
