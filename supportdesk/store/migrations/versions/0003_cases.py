"""Cases: the row that lists show."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "case",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.String(40), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("organisation_id", ID, nullable=True),
        sa.Column("contact_id", ID, nullable=True),
        sa.Column("site_id", ID, nullable=True),
        sa.Column("branch_id", ID, nullable=True),
        sa.Column("team_id", ID, nullable=True),
        sa.Column("owner_id", ID, nullable=True),
        sa.Column("product_id", ID, nullable=True),
        sa.Column("product_version", sa.String(60), nullable=True),
        sa.Column("area", sa.String(80), nullable=True),
        sa.Column("reason", sa.String(80), nullable=True),
        sa.Column("channel", sa.String(20), nullable=False),
        sa.Column("language", sa.String(12), nullable=True),
        sa.Column("source", sa.String(40), nullable=True),
        sa.Column("source_number", sa.String(120), nullable=True),
        sa.Column("policy_code", sa.String(60), nullable=False),
        sa.Column("policy_version", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.String(60), nullable=True),
        sa.Column("after_hours", sa.Boolean(), nullable=False),
        sa.Column("severity_claimed", sa.String(20), nullable=True),
        sa.Column("severity_verified", sa.String(20), nullable=True),
        sa.Column("severity_rank", sa.Integer(), nullable=False),
        sa.Column("stage", sa.String(60), nullable=False),
        sa.Column("stage_kind", sa.String(10), nullable=False),
        sa.Column("stage_entered_at", sa.BigInteger(), nullable=False),
        sa.Column("logged_at", sa.BigInteger(), nullable=False),
        sa.Column("logged_by", ID, nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_automatically", sa.Boolean(), nullable=False),
        sa.Column("resolution", sa.String(60), nullable=True),
        sa.Column("agreement_at", sa.BigInteger(), nullable=True),
        sa.Column("reopened", sa.Integer(), nullable=False),
        sa.Column("responded", sa.Boolean(), nullable=False),
        sa.Column("needs_answer", sa.Boolean(), nullable=False),
        sa.Column("needs_owner", sa.Boolean(), nullable=False),
        sa.Column("cover", sa.String(20), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("open", sa.Boolean(), nullable=False),
        sa.Column("due_sort", sa.BigInteger(), nullable=False),
        sa.Column("due_kind", sa.String(20), nullable=True),
        sa.Column("due_state", sa.String(10), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("due_from", sa.BigInteger(), nullable=True),
        sa.Column("soon_at", sa.BigInteger(), nullable=True),
        sa.Column("next_step_at", sa.BigInteger(), nullable=True),
        sa.Column("last_activity_at", sa.BigInteger(), nullable=False),
        sa.Column("last_client_at", sa.BigInteger(), nullable=True),
        sa.Column("attachments", sa.Integer(), nullable=False),
        sa.Column("merged_into", ID, nullable=True),
        sa.Column("severity_reason", sa.Text(), nullable=True),
        sa.Column("template", JSON, nullable=True),
        sa.Column("answers", JSON, nullable=True),
        sa.Column("extra", JSON, nullable=True),
        sa.Column("machine", JSON, nullable=True),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name="fk_case_branch_id"),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name="fk_case_contact_id"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_case_organisation_id"),
        sa.ForeignKeyConstraint(["owner_id"], ["agent.id"], name="fk_case_owner_id"),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name="fk_case_product_id"),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name="fk_case_site_id"),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name="fk_case_team_id"),
        sa.PrimaryKeyConstraint("row", name="pk_case"),
        sa.UniqueConstraint("id", name="uq_case_id"),
    )
    op.create_index(
        "ix_case_board",
        "case",
        [
            "branch_id",
            "owner_id",
            "policy_code",
            "stage",
            "severity_rank",
            "organisation_id",
            "logged_at",
            "due_sort",
        ],
        unique=False,
        sqlite_where=sa.text("open AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_client_word",
        "case",
        ["last_client_at", "row", "id"],
        unique=False,
        sqlite_where=sa.text("open AND merged_into IS NULL"),
    )
    op.create_index(
        "ix_case_closed",
        "case",
        ["closed_at", "row"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NOT NULL"),
    )
    op.create_index("ix_case_contact", "case", ["contact_id"], unique=False)
    op.create_index(
        "ix_case_merged_into",
        "case",
        ["merged_into"],
        unique=False,
        sqlite_where=sa.text("merged_into IS NOT NULL"),
    )
    op.create_index(
        "ix_case_next_step",
        "case",
        ["next_step_at"],
        unique=False,
        sqlite_where=sa.text("next_step_at IS NOT NULL"),
    )
    op.create_index("ix_case_organisation", "case", ["organisation_id", "row"], unique=False)
    op.create_index(
        "ix_case_soon",
        "case",
        ["soon_at", "severity_rank"],
        unique=False,
        sqlite_where=sa.text("open AND due_state = 'running' AND merged_into IS NULL"),
    )
    op.create_index("uq_case_number", "case", ["number"], unique=True)
    op.create_index("uq_case_source", "case", ["source", "source_number"], unique=True)
