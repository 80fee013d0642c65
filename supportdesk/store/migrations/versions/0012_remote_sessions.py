"""Remote sessions in full: whether one is to be charged, and why its tool didn't start."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns."""
    op.add_column("remote_session", sa.Column("chargeable", sa.Boolean(), nullable=True))
    op.add_column("remote_session", sa.Column("failed", sa.Text(), nullable=True))
