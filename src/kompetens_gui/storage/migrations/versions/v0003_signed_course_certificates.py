"""Signed course certificates: kind, learner and last day; own signing keys, trusted ones, lists of revocations."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TABLE = "course_certificate"


def upgrade() -> None:
    kind = sa.Column("kind", sa.String(16), server_default="attendance", nullable=False)
    for column in (kind, sa.Column("learner_id", sa.String(64)), sa.Column("valid_until", sa.Date())):
        op.add_column(_TABLE, column)
    op.create_index("ix_course_certificate_learner_id", _TABLE, ["learner_id"])
    op.create_index("ix_course_certificate_valid_until", _TABLE, ["valid_until"])
    _add_keys(
        "signing_key",
        sa.Column("retired_at", sa.String(32), nullable=True),
        sa.Column("retired_because", sa.String(16), nullable=True),
    )
    _add_keys("trusted_key", sa.Column("trusted_at", sa.String(32), nullable=False))
    op.create_table(
        "revocation_list",
        sa.Column("issuer_id", sa.String(16), nullable=False),
        sa.Column("sequence", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("issuer_id", name="pk_revocation_list"),
    )


def downgrade() -> None:
    for table in ("revocation_list", "trusted_key", "signing_key"):
        op.drop_table(table)
    for index in ("ix_course_certificate_valid_until", "ix_course_certificate_learner_id"):
        op.drop_index(index, _TABLE)
    for column in ("valid_until", "learner_id", "kind"):
        op.drop_column(_TABLE, column)


def _add_keys(table: str, *more: SchemaItem) -> None:
    op.create_table(
        table,
        sa.Column("key_id", sa.String(16), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("issuer_id", sa.String(16), nullable=False),
        sa.Column("public_key", sa.String(64), nullable=False),
        sa.Column("made_at", sa.String(32), nullable=False),
        sa.Column("follows", sa.String(16), nullable=True),
        sa.Column("voucher", sa.Text(), nullable=False),
        sa.Column("card", sa.Text(), nullable=False),
        *more,
        sa.PrimaryKeyConstraint("key_id", name=f"pk_{table}"),
    )
