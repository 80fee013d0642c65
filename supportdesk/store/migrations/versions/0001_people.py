"""Who asks and who answers."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "branch",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("parent_id", ID, nullable=True),
        sa.Column("country", sa.String(2), nullable=True),
        sa.Column("region", sa.String(80), nullable=True),
        sa.Column("time_zone", sa.String(64), nullable=False),
        sa.Column("calendar", JSON, nullable=True),
        sa.Column("channels", JSON, nullable=True),
        sa.ForeignKeyConstraint(["parent_id"], ["branch.id"], name="fk_branch_parent_id"),
        sa.PrimaryKeyConstraint("row", name="pk_branch"),
        sa.UniqueConstraint("id", name="uq_branch_id"),
    )
    op.create_table(
        "policy_version",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("effective_from", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("installed_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("row", name="pk_policy_version"),
        sa.UniqueConstraint("id", name="uq_policy_version_id"),
    )
    op.create_index("uq_policy_version_code_version", "policy_version", ["code", "version"], unique=True)
    op.create_table(
        "agent",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("email", sa.String(320), nullable=True),
        sa.Column("roles", JSON, nullable=False),
        sa.Column("branch_id", ID, nullable=True),
        sa.Column("language", sa.String(12), nullable=True),
        sa.Column("agreed_load", sa.Integer(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name="fk_agent_branch_id"),
        sa.PrimaryKeyConstraint("row", name="pk_agent"),
        sa.UniqueConstraint("id", name="uq_agent_id"),
    )
    op.create_table(
        "organisation",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(300), nullable=False),
        sa.Column("client_code", sa.String(60), nullable=True),
        sa.Column("branch_id", ID, nullable=True),
        sa.Column("policy_code", sa.String(60), nullable=False),
        sa.Column("kind", sa.String(80), nullable=True),
        sa.Column("region", sa.String(80), nullable=True),
        sa.Column("country", sa.String(2), nullable=True),
        sa.Column("language", sa.String(12), nullable=True),
        sa.Column("start_date", sa.Date(), nullable=True),
        sa.Column("certified_partner", sa.Boolean(), nullable=False),
        sa.Column("specialist_nearby", sa.Boolean(), nullable=False),
        sa.Column("source", sa.String(40), nullable=True),
        sa.Column("source_number", sa.String(120), nullable=True),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name="fk_organisation_branch_id"),
        sa.PrimaryKeyConstraint("row", name="pk_organisation"),
        sa.UniqueConstraint("id", name="uq_organisation_id"),
    )
    op.create_index("ix_organisation_client_code", "organisation", ["client_code"], unique=False)
    op.create_index("ix_organisation_name", "organisation", ["name"], unique=False)
    op.create_index("uq_organisation_source", "organisation", ["source", "source_number"], unique=True)
    op.create_table(
        "team",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("branch_id", ID, nullable=True),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name="fk_team_branch_id"),
        sa.PrimaryKeyConstraint("row", name="pk_team"),
        sa.UniqueConstraint("id", name="uq_team_id"),
    )
    op.create_table(
        "contact",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("organisation_id", ID, nullable=True),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("email", sa.String(320), nullable=True),
        sa.Column("phone", sa.String(60), nullable=True),
        sa.Column("role", sa.String(120), nullable=True),
        sa.Column("language", sa.String(12), nullable=True),
        sa.Column("named", sa.Boolean(), nullable=False),
        sa.Column("pin_salt", sa.String(64), nullable=True),
        sa.Column("pin_hash", sa.String(128), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_contact_organisation_id"),
        sa.PrimaryKeyConstraint("row", name="pk_contact"),
        sa.UniqueConstraint("id", name="uq_contact_id"),
    )
    op.create_index("ix_contact_email", "contact", ["email"], unique=False)
    op.create_index("ix_contact_organisation_id", "contact", ["organisation_id"], unique=False)
    op.create_table(
        "contract",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("plan_id", sa.String(60), nullable=True),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_contract_organisation_id"),
        sa.PrimaryKeyConstraint("row", name="pk_contract"),
        sa.UniqueConstraint("id", name="uq_contract_id"),
    )
    op.create_index("ix_contract_ends_on", "contract", ["ends_on"], unique=False)
    op.create_index("ix_contract_organisation_id", "contract", ["organisation_id"], unique=False)
    op.create_table(
        "site",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("time_zone", sa.String(64), nullable=True),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_site_organisation_id"),
        sa.PrimaryKeyConstraint("row", name="pk_site"),
        sa.UniqueConstraint("id", name="uq_site_id"),
    )
    op.create_index("ix_site_organisation_id", "site", ["organisation_id"], unique=False)
