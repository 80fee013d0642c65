"""The order of photos and files in a visit's report."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; what was attached before has no place and comes first."""
    op.add_column("attachment", sa.Column("position", sa.Integer(), nullable=True))
