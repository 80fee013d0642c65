"""Clients' data files travel to the hub: whether it has their bytes, and uploads of either kind of file."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the columns; what was under way goes on as what it was, an attachment."""
    op.add_column(
        "data_file", sa.Column("state", sa.String(12), nullable=False, server_default=sa.text("'local'"))
    )
    op.create_index("ix_data_file_sha256", "data_file", ["sha256"], unique=False)
    op.add_column(
        "upload", sa.Column("entity", sa.String(12), nullable=False, server_default=sa.text("'attachment'"))
    )
    op.drop_index("ix_upload_attachment", "upload")
    postgres = op.get_bind().dialect.name == "postgresql"
    if postgres:  # later servers name the condition after its column, and keep that name
        op.execute("ALTER TABLE upload ALTER COLUMN attachment_id DROP NOT NULL")
    op.execute("ALTER TABLE upload RENAME COLUMN attachment_id TO file_id")
    if postgres:
        op.execute("ALTER TABLE upload ALTER COLUMN file_id SET NOT NULL")
    op.create_index("ix_upload_file", "upload", ["file_id", "device_id"], unique=False)
