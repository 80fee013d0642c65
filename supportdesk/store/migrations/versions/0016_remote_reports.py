"""What a remote tool's vendor told: session codes made for cases, and the connections it counted."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# As every shared table has it on a server: what is changed is noted for the log.
TOUCH = """CREATE FUNCTION sync_touch_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_regclass('pg_temp.sync_touched') IS NULL THEN
        RAISE EXCEPTION 'shared rows are changed through Support Desk, not beside it';
    END IF;
    IF TG_OP = 'DELETE' THEN
        INSERT INTO pg_temp.sync_touched VALUES ('{table}', OLD.id, true, OLD.{parent})
        ON CONFLICT (entity, id) DO UPDATE SET gone = true;
        RETURN NULL;
    END IF;
    INSERT INTO pg_temp.sync_touched VALUES ('{table}', NEW.id, false, NEW.{parent})
    ON CONFLICT (entity, id) DO UPDATE SET gone = false;
    RETURN NULL;
END $$"""
TRIGGER = (
    'CREATE TRIGGER sync_touch AFTER INSERT OR UPDATE OR DELETE ON "{table}" '
    "FOR EACH ROW EXECUTE FUNCTION sync_touch_{table}()"
)


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "remote_code",
        *_synced(),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("tool", sa.String(60), nullable=False),
        sa.Column("code", sa.String(40), nullable=False),
        sa.Column("client_link", sa.Text(), nullable=False),
        sa.Column("valid_until", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", ID, nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case.id"], name="fk_remote_code_case_id"),
        sa.PrimaryKeyConstraint("row", name="pk_remote_code"),
        sa.UniqueConstraint("id", name="uq_remote_code_id"),
    )
    op.create_index("ix_remote_code_case_id", "remote_code", ["case_id"], unique=False)
    op.create_table(
        "remote_report",
        *_synced(),
        sa.Column("vendor", sa.String(40), nullable=False),
        sa.Column("report_id", sa.String(200), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        *(
            sa.Column(name, sa.String(200), nullable=True)
            for name in ("user_id", "user_name", "device_id", "device_name", "session_code")
        ),
        sa.Column("fee", sa.String(40), nullable=True),
        sa.Column("currency", sa.String(3), nullable=True),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.Column("standing", sa.String(12), nullable=False),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("session_id", ID, nullable=True),
        sa.Column("made_session", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Integer(), nullable=True),
        sa.Column("evidence", JSON, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("decided_by_id", ID, nullable=True),
        sa.Column("decided_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("row", name="pk_remote_report"),
        sa.UniqueConstraint("id", name="uq_remote_report_id"),
    )
    op.create_index(
        "ix_remote_report_standing", "remote_report", ["standing", "started_at", "id"], unique=False
    )
    if op.get_bind().dialect.name == "postgresql":
        for table, parent in (("remote_code", "case_id"), ("remote_report", "id")):
            for statement in (TOUCH, TRIGGER):
                op.get_bind().exec_driver_sql(statement.format(table=table, parent=parent))


def _synced() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
    )
