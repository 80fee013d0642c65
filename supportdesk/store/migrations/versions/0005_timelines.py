"""What hangs on a case: clocks, timeline, links, files, what waits for a person."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "attachment",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("entry_id", ID, nullable=True),
        sa.Column("visit_id", ID, nullable=True),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(300), nullable=False),
        sa.Column("media_type", sa.String(120), nullable=True),
        sa.Column("state", sa.String(12), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_attachment"),
        sa.UniqueConstraint("id", name="uq_attachment_id"),
    )
    op.create_index("ix_attachment_case_id", "attachment", ["case_id"], unique=False)
    op.create_table(
        "attention",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("for_id", ID, nullable=True),
        sa.Column("for_role", sa.String(30), nullable=True),
        sa.Column("data", JSON, nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("settled_at", sa.BigInteger(), nullable=True),
        sa.Column("settled_by", ID, nullable=True),
        sa.Column("settlement", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("row", name="pk_attention"),
        sa.UniqueConstraint("id", name="uq_attention_id"),
    )
    op.create_index("ix_attention_case_id", "attention", ["case_id"], unique=False)
    op.create_index("ix_attention_settled_at", "attention", ["settled_at"], unique=False)
    op.create_table(
        "case_article",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("article_id", ID, nullable=False),
        sa.Column("how", sa.String(12), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", ID, nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["article.id"], name="fk_case_article_article_id"),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_case_article_case_id"),
        sa.PrimaryKeyConstraint("row", name="pk_case_article"),
        sa.UniqueConstraint("id", name="uq_case_article_id"),
    )
    op.create_index("ix_case_article_article_id", "case_article", ["article_id"], unique=False)
    op.create_index("ix_case_article_case_id", "case_article", ["case_id"], unique=False)
    op.create_table(
        "case_tracking_note",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("tracking_note_id", ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("told_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_case_tracking_note_case_id"),
        sa.ForeignKeyConstraint(
            ["tracking_note_id"], ["tracking_note.id"], name="fk_case_tracking_note_tracking_note_id"
        ),
        sa.PrimaryKeyConstraint("row", name="pk_case_tracking_note"),
        sa.UniqueConstraint("id", name="uq_case_tracking_note_id"),
    )
    op.create_index("ix_case_tracking_note_case_id", "case_tracking_note", ["case_id"], unique=False)
    op.create_index(
        "ix_case_tracking_note_tracking_note_id", "case_tracking_note", ["tracking_note_id"], unique=False
    )
    op.create_table(
        "clock",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("soon_at", sa.BigInteger(), nullable=True),
        sa.Column("verdict", sa.String(10), nullable=False),
        sa.Column("met_at", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("agreed_at", sa.BigInteger(), nullable=True),
        sa.Column("agreed_until", sa.BigInteger(), nullable=True),
        sa.Column("severity", sa.String(20), nullable=True),
        sa.Column("after_hours", sa.Boolean(), nullable=False),
        sa.Column("policy_code", sa.String(60), nullable=False),
        sa.Column("policy_version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_clock_case_id"),
        sa.PrimaryKeyConstraint("row", name="pk_clock"),
        sa.UniqueConstraint("id", name="uq_clock_id"),
    )
    op.create_index("ix_clock_due", "clock", ["due_at", "kind", "verdict", "case_id"], unique=False)
    op.create_index("uq_clock_case_ordinal", "clock", ["case_id", "ordinal"], unique=True)
    op.create_table(
        "entry",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("author_id", ID, nullable=True),
        sa.Column("contact_id", ID, nullable=True),
        sa.Column("channel", sa.String(20), nullable=True),
        sa.Column("body", sa.Text(), nullable=True),
        sa.Column("data", JSON, nullable=True),
        sa.Column("event", JSON, nullable=True),
        sa.Column("op_id", ID, nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_entry_case_id"),
        sa.PrimaryKeyConstraint("row", name="pk_entry"),
        sa.UniqueConstraint("id", name="uq_entry_id"),
    )
    op.create_index("ix_entry_case_at", "entry", ["case_id", "at", "row"], unique=False)
    op.create_index("ix_entry_op", "entry", ["op_id"], unique=False)
    op.create_index(
        "ix_entry_turn",
        "entry",
        ["at", "kind", "case_id"],
        unique=False,
        sqlite_where=sa.text("kind IN ('closed', 'reactivated')"),
    )
    op.create_table(
        "link",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("other_id", ID, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", ID, nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_link_case_id"),
        sa.ForeignKeyConstraint(["other_id"], ["case.id"], name="fk_link_other_id"),
        sa.PrimaryKeyConstraint("row", name="pk_link"),
        sa.UniqueConstraint("id", name="uq_link_id"),
    )
    op.create_index("ix_link_case_id", "link", ["case_id"], unique=False)
    op.create_index("ix_link_other_id", "link", ["other_id"], unique=False)
    op.create_table(
        "remote_session",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("tool", sa.String(60), nullable=False),
        sa.Column("remote_id", sa.String(60), nullable=True),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("by_id", ID, nullable=True),
        sa.Column("consent_by", sa.String(200), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_remote_session_case_id"),
        sa.PrimaryKeyConstraint("row", name="pk_remote_session"),
        sa.UniqueConstraint("id", name="uq_remote_session_id"),
    )
    op.create_index("ix_remote_session_case_id", "remote_session", ["case_id"], unique=False)
    op.create_table(
        "visit_case",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("visit_id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_visit_case_case_id"),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name="fk_visit_case_visit_id"),
        sa.PrimaryKeyConstraint("row", name="pk_visit_case"),
        sa.UniqueConstraint("id", name="uq_visit_case_id"),
    )
    op.create_index("ix_visit_case_case_id", "visit_case", ["case_id"], unique=False)
    op.create_index("ix_visit_case_visit_id", "visit_case", ["visit_id"], unique=False)
