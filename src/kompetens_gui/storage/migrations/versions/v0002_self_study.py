"""Self-study: profiles, attempts with their events, evidence, repetition, sign-offs, observations, retention times."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _add_learner()
    _add_attempts()
    _add_what_follows()
    _add_repetition()
    _add_signatures()
    op.create_table(
        "retention_setting",
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("months", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("kind", name="pk_retention_setting"),
    )


def downgrade() -> None:
    for table in (
        "retention_setting",
        "observation",
        "sign_off",
        "review_entry",
        "review_card",
        "evidence",
        "attempt_event",
        "attempt",
        "frozen_content",
        "learner",
    ):
        op.drop_table(table)


def _add_learner() -> None:
    op.create_table(
        "learner",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(64), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("sex", sa.String(16), nullable=True),
        sa.Column("path", sa.String(128), nullable=False),
        sa.Column("room_results_count", sa.Boolean(), nullable=False),
        sa.Column("supervises", sa.Boolean(), nullable=False),
        sa.Column("pin", sa.Text(), nullable=True),
        sa.Column("wrong_pins", sa.Integer(), nullable=False),
        sa.Column("last_wrong_pin", sa.String(32), nullable=True),
        sa.Column("created_at", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_learner"),
    )


def _add_attempts() -> None:
    op.create_table(
        "frozen_content",
        sa.Column("hash", sa.String(64), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("hash", name="pk_frozen_content"),
    )
    op.create_table(
        "attempt",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("learner_id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(64), nullable=False),
        sa.Column("ref", sa.String(128), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("content_hash", sa.String(64), nullable=False),
        sa.Column("settings", sa.Text(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("path", sa.String(128), nullable=False),
        sa.Column("module", sa.String(128), nullable=False),
        sa.Column("step", sa.String(128), nullable=False),
        sa.Column("areas", sa.JSON(), nullable=False),
        sa.Column("rule_version", sa.String(16), nullable=False),
        sa.Column("started_at", sa.String(32), nullable=False),
        sa.Column("finished_at", sa.String(32), nullable=True),
        sa.Column("finished_on", sa.Date(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=True),
        _of_learner("attempt"),
        sa.ForeignKeyConstraint(
            ["content_hash"], ["frozen_content.hash"], name="fk_attempt_content_hash_frozen_content"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_attempt"),
    )
    op.create_index("ix_attempt_content_hash", "attempt", ["content_hash"])
    op.create_index("ix_attempt_learner_id_finished_at", "attempt", ["learner_id", "finished_at"])
    op.create_table(
        "attempt_event",
        sa.Column("attempt_id", sa.String(64), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("name", sa.String(128), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.CheckConstraint("seq >= 1", name=op.f("ck_attempt_event_seq_from_one")),
        _of_attempt("attempt_event"),
        sa.PrimaryKeyConstraint("attempt_id", "seq", name="pk_attempt_event"),
        sqlite_with_rowid=False,
    )


def _add_what_follows() -> None:
    op.create_table(
        "evidence",
        sa.Column("learner_id", sa.String(64), nullable=False),
        sa.Column("area", sa.String(16), nullable=False),
        sa.Column("source", sa.String(128), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("form", sa.String(64), nullable=False),
        sa.Column("strength", sa.Float(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("approved", sa.Boolean(), nullable=False),
        sa.Column("reflected", sa.Boolean(), nullable=False),
        sa.Column("with_other", sa.Boolean(), nullable=False),
        sa.Column("rule_version", sa.String(16), nullable=False),
        _of_learner("evidence"),
        sa.PrimaryKeyConstraint("learner_id", "area", "source", "kind", "form", name="pk_evidence"),
        sqlite_with_rowid=False,
    )


def _add_repetition() -> None:
    op.create_table(
        "review_card",
        sa.Column("learner_id", sa.String(64), nullable=False),
        sa.Column("item", sa.String(128), nullable=False),
        sa.Column("area", sa.String(16), nullable=False),
        sa.Column("due", sa.String(32), nullable=False),
        sa.Column("state", sa.Integer(), nullable=False),
        sa.Column("step", sa.Integer(), nullable=True),
        sa.Column("stability", sa.Float(), nullable=True),
        sa.Column("difficulty", sa.Float(), nullable=True),
        sa.Column("last_review", sa.String(32), nullable=True),
        sa.Column("reviews", sa.Integer(), nullable=False),
        _of_learner("review_card"),
        sa.PrimaryKeyConstraint("learner_id", "item", name="pk_review_card"),
    )
    op.create_index("ix_review_card_learner_id_due", "review_card", ["learner_id", "due"])
    op.create_table(
        "review_entry",
        sa.Column("learner_id", sa.String(64), nullable=False),
        sa.Column("item", sa.String(128), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("recall", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("reviewed_on", sa.Date(), nullable=False),
        _of_learner("review_entry"),
        sa.PrimaryKeyConstraint("learner_id", "item", "number", name="pk_review_entry"),
    )
    op.create_index("ix_review_entry_learner_id_reviewed_on", "review_entry", ["learner_id", "reviewed_on"])


def _add_signatures() -> None:
    op.create_table(
        "sign_off",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("learner_id", sa.String(64), nullable=False),
        sa.Column("purpose", sa.String(32), nullable=False),
        sa.Column("areas", sa.JSON(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("attempt_id", sa.String(64), nullable=True),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("by_role", sa.String(64), nullable=False),
        sa.Column("signed_on", sa.Date(), nullable=False),
        sa.Column("signed_at", sa.String(32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("rating", sa.Float(), nullable=True),
        sa.Column("raters", sa.Integer(), nullable=False),
        _of_learner("sign_off"),
        _of_attempt("sign_off"),
        sa.PrimaryKeyConstraint("id", name="pk_sign_off"),
    )
    op.create_index("ix_sign_off_learner_id", "sign_off", ["learner_id"])
    op.create_table(
        "observation",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("attempt_id", sa.String(64), nullable=False),
        sa.Column("observer_name", sa.Text(), nullable=False),
        sa.Column("observer_role", sa.String(64), nullable=False),
        sa.Column("observed_on", sa.Date(), nullable=False),
        sa.Column("rating", sa.Float(), nullable=True),
        _of_attempt("observation"),
        sa.PrimaryKeyConstraint("id", name="pk_observation"),
    )
    op.create_index("ix_observation_attempt_id", "observation", ["attempt_id"])


def _of_learner(table: str) -> SchemaItem:
    """Return the reference of rows that go when their learner goes."""
    return sa.ForeignKeyConstraint(
        ["learner_id"], ["learner.id"], name=f"fk_{table}_learner_id_learner", ondelete="CASCADE"
    )


def _of_attempt(table: str) -> SchemaItem:
    """Return the reference of rows that go when their attempt goes."""
    return sa.ForeignKeyConstraint(
        ["attempt_id"], ["attempt.id"], name=f"fk_{table}_attempt_id_attempt", ondelete="CASCADE"
    )
