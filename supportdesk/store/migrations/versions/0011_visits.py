"""Visits in full: travel, route, who received, revisions, cases that came of them, and the client's signatures."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# As every shared table has it on a server: what is changed is noted for the log.
TOUCH = """CREATE FUNCTION sync_touch_visit_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_regclass('pg_temp.sync_touched') IS NULL THEN
        RAISE EXCEPTION 'shared rows are changed through Support Desk, not beside it';
    END IF;
    IF TG_OP = 'DELETE' THEN
        INSERT INTO pg_temp.sync_touched VALUES ('visit_signature', OLD.id, true, OLD.visit_id)
        ON CONFLICT (entity, id) DO UPDATE SET gone = true;
        RETURN NULL;
    END IF;
    INSERT INTO pg_temp.sync_touched VALUES ('visit_signature', NEW.id, false, NEW.visit_id)
    ON CONFLICT (entity, id) DO UPDATE SET gone = false;
    RETURN NULL;
END $$"""
TRIGGER = (
    'CREATE TRIGGER sync_touch AFTER INSERT OR UPDATE OR DELETE ON "visit_signature" '
    "FOR EACH ROW EXECUTE FUNCTION sync_touch_visit_signature()"
)


def upgrade() -> None:
    """Add the columns and the table."""
    for name in ("position", "travel_minutes", "travel_km", "revision"):
        op.add_column("visit", sa.Column(name, sa.Integer(), nullable=True))
    op.add_column("visit", sa.Column("received_by", sa.String(200), nullable=True))
    op.add_column("visit_case", sa.Column("recommendation", sa.Text(), nullable=True))
    op.create_table(
        "visit_signature",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("visit_id", ID, nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(200), nullable=False),
        sa.Column("job", sa.String(200), nullable=True),
        sa.Column("signed_at", sa.BigInteger(), nullable=False),
        sa.Column("strokes", JSON, nullable=False),
        sa.Column("content", JSON, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.ForeignKeyConstraint(["visit_id"], ["visit.id"], name="fk_visit_signature_visit_id"),
        sa.PrimaryKeyConstraint("row", name="pk_visit_signature"),
        sa.UniqueConstraint("id", name="uq_visit_signature_id"),
    )
    op.create_index("ix_visit_signature_visit_id", "visit_signature", ["visit_id"], unique=False)
    if op.get_bind().dialect.name == "postgresql":
        for statement in (TOUCH, TRIGGER):
            op.get_bind().exec_driver_sql(statement)
