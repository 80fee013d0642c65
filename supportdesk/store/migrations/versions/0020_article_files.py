"""The files of articles: which article one is attached to, and by whom."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")


def upgrade() -> None:
    """Add the columns; what was attached before belongs to no article."""
    op.add_column("attachment", sa.Column("article_id", ID, nullable=True))
    op.add_column("attachment", sa.Column("by_id", ID, nullable=True))
    op.create_index(
        "ix_attachment_article",
        "attachment",
        ["article_id"],
        unique=False,
        sqlite_where=sa.text("article_id IS NOT NULL"),
    )
    if op.get_bind().dialect.name == "sqlite":
        # What lies under a desk's own work is kept value by value, in the order of the columns.
        op.execute(
            "UPDATE shadow SET image = json_insert(image, '$[#]', NULL, '$[#]', NULL) "
            "WHERE entity = 'attachment' AND image IS NOT NULL"
        )
