"""What is paid for: the ledger, invoices, engagements."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "invoice_draft",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("engagement_id", ID, nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("amount", sa.String(40), nullable=True),
        sa.Column("currency", sa.String(3), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_invoice_draft_organisation_id"
        ),
        sa.PrimaryKeyConstraint("row", name="pk_invoice_draft"),
        sa.UniqueConstraint("id", name="uq_invoice_draft_id"),
    )
    op.create_index("ix_invoice_draft_organisation_id", "invoice_draft", ["organisation_id"], unique=False)
    op.create_table(
        "ledger_line",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("ticket_id", ID, nullable=True),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("quantity", sa.Integer(), nullable=False),
        sa.Column("covered", sa.Boolean(), nullable=False),
        sa.Column("amount", sa.String(40), nullable=True),
        sa.Column("currency", sa.String(3), nullable=True),
        sa.Column("method", sa.String(20), nullable=True),
        sa.Column("reference", sa.String(120), nullable=True),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", ID, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_ledger_line_organisation_id"
        ),
        sa.PrimaryKeyConstraint("row", name="pk_ledger_line"),
        sa.UniqueConstraint("id", name="uq_ledger_line_id"),
    )
    op.create_index("ix_ledger_line_case_id", "ledger_line", ["case_id"], unique=False)
    op.create_index("ix_ledger_line_organisation_id", "ledger_line", ["organisation_id"], unique=False)
    op.create_table(
        "engagement",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("policy_code", sa.String(60), nullable=False),
        sa.Column("policy_version", sa.Integer(), nullable=False),
        sa.Column("vendor", sa.String(200), nullable=True),
        sa.Column("service", sa.String(60), nullable=True),
        sa.Column("currency", sa.String(3), nullable=True),
        sa.Column("quoted", sa.String(40), nullable=True),
        sa.Column("audit", JSON, nullable=True),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("finished", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_engagement_case_id"),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_engagement_organisation_id"
        ),
        sa.PrimaryKeyConstraint("row", name="pk_engagement"),
        sa.UniqueConstraint("id", name="uq_engagement_id"),
    )
    op.create_index("ix_engagement_case_id", "engagement", ["case_id"], unique=False)
    op.create_index("ix_engagement_organisation_id", "engagement", ["organisation_id"], unique=False)
    op.create_table(
        "engagement_step",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("engagement_id", ID, nullable=False),
        sa.Column("step", sa.String(20), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", ID, nullable=True),
        sa.Column("amount", sa.String(40), nullable=True),
        sa.Column("currency", sa.String(3), nullable=True),
        sa.Column("reference", sa.String(120), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["engagement_id"], ["engagement.id"], name="fk_engagement_step_engagement_id"
        ),
        sa.PrimaryKeyConstraint("row", name="pk_engagement_step"),
        sa.UniqueConstraint("id", name="uq_engagement_step_id"),
    )
    op.create_index("ix_engagement_step_engagement_id", "engagement_step", ["engagement_id"], unique=False)
