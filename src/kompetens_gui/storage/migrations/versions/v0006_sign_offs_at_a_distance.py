"""Sign-offs at a distance: which request was answered, and the fingerprint of the key that signed the answer."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_TABLE, _INDEX = "sign_off", "ix_sign_off_request_id"


def upgrade() -> None:
    op.add_column(_TABLE, sa.Column("request_id", sa.String(64), nullable=True))
    op.add_column(_TABLE, sa.Column("fingerprint", sa.Text(), nullable=True))
    op.create_index(_INDEX, _TABLE, ["request_id"], unique=True)


def downgrade() -> None:
    op.drop_index(_INDEX, _TABLE)
    for column in ("fingerprint", "request_id"):
        op.drop_column(_TABLE, column)
