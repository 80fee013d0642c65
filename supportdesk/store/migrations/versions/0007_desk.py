"""What belongs to one desk: operations and outbox, drafts, marks, views, imports, settings."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "draft",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("content", JSON, nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_draft"),
    )
    op.create_index("ix_draft_key", "draft", ["key", "row"], unique=False)
    op.create_table(
        "follow",
        sa.Column("case_id", ID, nullable=False),
        sa.Column("agent_id", ID, nullable=False),
        sa.PrimaryKeyConstraint("case_id", "agent_id", name="pk_follow"),
    )
    op.create_table(
        "import_item",
        sa.Column("source", sa.String(40), nullable=False),
        sa.Column("number", sa.String(120), nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("source", "number", name="pk_import_item"),
    )
    op.create_table(
        "import_mapping",
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("mapping", JSON, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_import_mapping"),
    )
    op.create_table(
        "import_run",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("source", sa.String(40), nullable=False),
        sa.Column("file_name", sa.String(300), nullable=False),
        sa.Column("file_sha256", sa.String(64), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("finished_at", sa.BigInteger(), nullable=True),
        sa.Column("report", JSON, nullable=True),
        sa.PrimaryKeyConstraint("row", name="pk_import_run"),
        sa.UniqueConstraint("id", name="uq_import_run_id"),
    )
    op.create_table(
        "operation",
        sa.Column("n", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("name", sa.String(60), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("root_entity", sa.String(20), nullable=False),
        sa.Column("root_id", ID, nullable=False),
        sa.Column("args", JSON, nullable=False),
        sa.Column("expect", JSON, nullable=True),
        sa.Column("base_rev", sa.Integer(), nullable=True),
        sa.Column("deps", JSON, nullable=True),
        sa.Column("actor", ID, nullable=False),
        sa.Column("device", ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("rule", sa.String(20), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("undo", JSON, nullable=True),
        sa.Column("undone_by", ID, nullable=True),
        sa.PrimaryKeyConstraint("n", name="pk_operation"),
        sa.UniqueConstraint("id", name="uq_operation_id"),
    )
    op.create_index("ix_operation_root", "operation", ["root_entity", "root_id", "n"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("n", ROW, autoincrement=False, nullable=False),
        sa.Column("op_id", ID, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("n", name="pk_outbox"),
        sa.UniqueConstraint("op_id", name="uq_outbox_op_id"),
    )
    op.create_table(
        "read_mark",
        sa.Column("case_id", ID, nullable=False),
        sa.Column("agent_id", ID, nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("case_id", "agent_id", name="pk_read_mark"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "saved_view",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("agent_id", ID, nullable=True),
        sa.Column("name", sa.String(120), nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_saved_view"),
        sa.UniqueConstraint("id", name="uq_saved_view_id"),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(120), nullable=False),
        sa.Column("value", JSON, nullable=True),
        sa.PrimaryKeyConstraint("key", name="pk_setting"),
    )
