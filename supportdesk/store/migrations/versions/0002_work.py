"""Products, releases, articles and visits: what cases speak of."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Create the tables."""
    op.create_table(
        "product",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("code", sa.String(60), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("policy_code", sa.String(60), nullable=True),
        sa.Column("areas", JSON, nullable=True),
        sa.PrimaryKeyConstraint("row", name="pk_product"),
        sa.UniqueConstraint("id", name="uq_product_id"),
    )
    op.create_table(
        "article",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.String(40), nullable=False),
        sa.Column("language", sa.String(12), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("audience", sa.String(12), nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("product_id", ID, nullable=True),
        sa.Column("author_id", ID, nullable=True),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name="fk_article_product_id"),
        sa.PrimaryKeyConstraint("row", name="pk_article"),
        sa.UniqueConstraint("id", name="uq_article_id"),
    )
    op.create_index("uq_article_number_language", "article", ["number", "language"], unique=True)
    op.create_table(
        "product_version",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("product_id", ID, nullable=False),
        sa.Column("version", sa.String(60), nullable=False),
        sa.Column("released_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name="fk_product_version_product_id"),
        sa.PrimaryKeyConstraint("row", name="pk_product_version"),
        sa.UniqueConstraint("id", name="uq_product_version_id"),
    )
    op.create_index("ix_product_version_product_id", "product_version", ["product_id"], unique=False)
    op.create_table(
        "release",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("product_id", ID, nullable=False),
        sa.Column("version", sa.String(60), nullable=False),
        sa.Column("released_on", sa.Date(), nullable=True),
        sa.Column("notes", JSON, nullable=True),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name="fk_release_product_id"),
        sa.PrimaryKeyConstraint("row", name="pk_release"),
        sa.UniqueConstraint("id", name="uq_release_id"),
    )
    op.create_index("ix_release_product_id", "release", ["product_id"], unique=False)
    op.create_table(
        "branch_release",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("branch_id", ID, nullable=False),
        sa.Column("release_id", ID, nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", ID, nullable=True),
        sa.ForeignKeyConstraint(["branch_id"], ["branch.id"], name="fk_branch_release_branch_id"),
        sa.ForeignKeyConstraint(["release_id"], ["release.id"], name="fk_branch_release_release_id"),
        sa.PrimaryKeyConstraint("row", name="pk_branch_release"),
        sa.UniqueConstraint("id", name="uq_branch_release_id"),
    )
    op.create_index("uq_branch_release", "branch_release", ["branch_id", "release_id"], unique=True)
    op.create_table(
        "data_file",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("name", sa.String(300), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("copied_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", ID, nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_data_file_organisation_id"
        ),
        sa.PrimaryKeyConstraint("row", name="pk_data_file"),
        sa.UniqueConstraint("id", name="uq_data_file_id"),
    )
    op.create_index("ix_data_file_organisation_id", "data_file", ["organisation_id"], unique=False)
    op.create_table(
        "installation",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("product_id", ID, nullable=False),
        sa.Column("version", sa.String(60), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name="fk_installation_organisation_id"
        ),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name="fk_installation_product_id"),
        sa.PrimaryKeyConstraint("row", name="pk_installation"),
        sa.UniqueConstraint("id", name="uq_installation_id"),
    )
    op.create_index("ix_installation_organisation_id", "installation", ["organisation_id"], unique=False)
    op.create_table(
        "tracking_note",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.String(40), nullable=False),
        sa.Column("product_id", ID, nullable=True),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("public_text", JSON, nullable=True),
        sa.Column("fixed_in", sa.String(60), nullable=True),
        sa.Column("release_id", ID, nullable=True),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name="fk_tracking_note_product_id"),
        sa.ForeignKeyConstraint(["release_id"], ["release.id"], name="fk_tracking_note_release_id"),
        sa.PrimaryKeyConstraint("row", name="pk_tracking_note"),
        sa.UniqueConstraint("id", name="uq_tracking_note_id"),
        sa.UniqueConstraint("number", name="uq_tracking_note_number"),
    )
    op.create_table(
        "visit",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.String(40), nullable=False),
        sa.Column("organisation_id", ID, nullable=False),
        sa.Column("site_id", ID, nullable=True),
        sa.Column("engineer_id", ID, nullable=True),
        sa.Column("planned_at", sa.BigInteger(), nullable=True),
        sa.Column("arrived_at", sa.BigInteger(), nullable=True),
        sa.Column("left_at", sa.BigInteger(), nullable=True),
        sa.Column("report", JSON, nullable=True),
        sa.Column("agreed_name", sa.String(200), nullable=True),
        sa.Column("agreed_at", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(12), nullable=False),
        sa.ForeignKeyConstraint(["engineer_id"], ["agent.id"], name="fk_visit_engineer_id"),
        sa.ForeignKeyConstraint(["organisation_id"], ["organisation.id"], name="fk_visit_organisation_id"),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name="fk_visit_site_id"),
        sa.PrimaryKeyConstraint("row", name="pk_visit"),
        sa.UniqueConstraint("id", name="uq_visit_id"),
    )
    op.create_index("ix_visit_organisation_id", "visit", ["organisation_id"], unique=False)
    op.create_index("ix_visit_planned_at", "visit", ["planned_at"], unique=False)
