"""The File Station: when a client's data file is erased, and who took a copy of it and why."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# As every shared table has it on a server: what is changed is noted for the log.
TOUCH = """CREATE FUNCTION sync_touch_data_copy() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_regclass('pg_temp.sync_touched') IS NULL THEN
        RAISE EXCEPTION 'shared rows are changed through Support Desk, not beside it';
    END IF;
    IF TG_OP = 'DELETE' THEN
        INSERT INTO pg_temp.sync_touched VALUES ('data_copy', OLD.id, true, OLD.data_file_id)
        ON CONFLICT (entity, id) DO UPDATE SET gone = true;
        RETURN NULL;
    END IF;
    INSERT INTO pg_temp.sync_touched VALUES ('data_copy', NEW.id, false, NEW.data_file_id)
    ON CONFLICT (entity, id) DO UPDATE SET gone = false;
    RETURN NULL;
END $$"""
TRIGGER = (
    'CREATE TRIGGER sync_touch AFTER INSERT OR UPDATE OR DELETE ON "data_copy" '
    "FOR EACH ROW EXECUTE FUNCTION sync_touch_data_copy()"
)


def upgrade() -> None:
    """Add the columns and the table, and let a file be larger than two thousand million bytes."""
    if op.get_bind().dialect.name == "postgresql":
        op.alter_column("data_file", "size", type_=sa.BigInteger(), existing_nullable=False)
    op.add_column("data_file", sa.Column("erase_on", sa.Date(), nullable=True))
    op.add_column("data_file", sa.Column("erased_at", sa.BigInteger(), nullable=True))
    op.add_column("data_file", sa.Column("erased_by_id", ID, nullable=True))
    op.create_table(
        "data_copy",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("data_file_id", ID, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", ID, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["data_file_id"], ["data_file.id"], name="fk_data_copy_data_file_id"),
        sa.PrimaryKeyConstraint("row", name="pk_data_copy"),
        sa.UniqueConstraint("id", name="uq_data_copy_id"),
    )
    op.create_index("ix_data_copy_data_file_id", "data_copy", ["data_file_id"], unique=False)
    if op.get_bind().dialect.name == "postgresql":
        for statement in (TOUCH, TRIGGER):
            op.get_bind().exec_driver_sql(statement)
