"""The bytes of attachments: those a hub keeps, those on their way, and where attachments are looked for by them."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")


def upgrade() -> None:
    """Add the tables and the indexes."""
    op.create_table(
        "upload",
        sa.Column("id", ID, nullable=False),
        sa.Column("attachment_id", ID, nullable=False),
        sa.Column("organisation_id", ID, nullable=True),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("offset", sa.BigInteger(), nullable=False),
        sa.Column("agent_id", ID, nullable=False),
        sa.Column("device_id", ID, nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("held_by", ID, nullable=True),
        sa.Column("held_until", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_upload"),
    )
    op.create_index("ix_upload_attachment", "upload", ["attachment_id", "device_id"], unique=False)
    op.create_index("ix_upload_expires_at", "upload", ["expires_at"], unique=False)
    op.create_index("ix_upload_organisation", "upload", ["organisation_id"], unique=False)
    op.create_table(
        "blob",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("orphaned_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("sha256", name="pk_blob"),
    )
    op.create_index("ix_blob_orphaned_at", "blob", ["orphaned_at"], unique=False)
    op.create_index("ix_attachment_sha256", "attachment", ["sha256"], unique=False)
    op.create_index(
        "ix_attachment_unstored",
        "attachment",
        ["state"],
        unique=False,
        sqlite_where=sa.text("state <> 'stored'"),
    )
