"""Plans of visits: how long, what to bring, why one was cancelled; and the indexes of calendar and list of reports."""

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns and the indexes."""
    op.add_column("visit", sa.Column("expected_minutes", sa.Integer(), nullable=True))
    op.add_column("visit", sa.Column("bring", sa.Text(), nullable=True))
    op.add_column("visit", sa.Column("cancelled_why", sa.Text(), nullable=True))
    op.create_index("ix_visit_engineer_planned", "visit", ["engineer_id", "planned_at"], unique=False)
    op.create_index("ix_visit_engineer_state", "visit", ["engineer_id", "state"], unique=False)
    op.create_index("ix_visit_arrived", "visit", ["arrived_at", "row"], unique=False)
