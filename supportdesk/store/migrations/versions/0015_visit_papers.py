"""The PDFs of finished reports: who finished one and to whom it goes, what it was before, and a branch's letterhead."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")


def upgrade() -> None:
    """Add the columns."""
    for name, kind in (
        ("address", sa.String(300)),
        ("phone", sa.String(60)),
        ("email", sa.String(200)),
        ("logo", sa.Text()),
        ("colour", sa.String(7)),
    ):
        op.add_column("branch", sa.Column(name, kind, nullable=True))
    op.add_column("attachment", sa.Column("revision", sa.Integer(), nullable=True))
    op.add_column("attachment", sa.Column("language", sa.String(12), nullable=True))
    op.add_column("visit", sa.Column("finished_at", sa.BigInteger(), nullable=True))
    op.add_column("visit", sa.Column("finished_by_id", ID, nullable=True))
    op.add_column("visit", sa.Column("report_to", JSON, nullable=True))
    op.add_column("visit", sa.Column("former", JSON, nullable=True))
