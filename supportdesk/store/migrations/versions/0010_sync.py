"""What desks and hub remember of each other: the log and its scopes, receipts, shadows, conflicts."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

ID = sa.LargeBinary(16).with_variant(sa.Uuid(), "postgresql")
JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
ROW = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
ON_A_SERVER = (
    "CREATE SEQUENCE sync_seq AS bigint CACHE 1 OWNED BY sync_log.seq",
    "ALTER TABLE sync_log ALTER COLUMN seq SET DEFAULT nextval('sync_seq')",
    """CREATE FUNCTION sync_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_advisory_xact_lock(7403); RETURN NULL; END $$""",
    """CREATE FUNCTION sync_append(lines jsonb) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE head bigint;
BEGIN
    INSERT INTO sync_log (scope_id, entity, entity_id, root_entity, root_id, act)
    SELECT scope_id, entity, entity_id, root_entity, root_id, act FROM jsonb_to_recordset(lines)
        AS line(scope_id integer, entity text, entity_id uuid, root_entity text, root_id uuid, act text);
    head := currval('sync_seq');
    PERFORM pg_notify('sync', head || ':' || (
        SELECT string_agg(DISTINCT line ->> 'scope_id', ',') FROM jsonb_array_elements(lines) AS line));
    RETURN head;
END $$""",
    "CREATE TRIGGER sync_in_order BEFORE INSERT ON sync_log FOR EACH STATEMENT EXECUTE FUNCTION sync_in_order()",
)
NOTED = {
    "attachment": "case_id",
    "attention": "case_id",
    "branch": "id",
    "conflict": "root_id",
    "policy_version": "id",
    "product": "id",
    "saved_view": "agent_id",
    "agent": "id",
    "article": "id",
    "organisation": "id",
    "product_version": "id",
    "release": "id",
    "team": "id",
    "branch_release": "id",
    "contact": "organisation_id",
    "contract": "organisation_id",
    "data_file": "organisation_id",
    "installation": "organisation_id",
    "invoice_draft": "organisation_id",
    "ledger_line": "organisation_id",
    "site": "organisation_id",
    "tracking_note": "id",
    "case": "id",
    "visit": "organisation_id",
    "case_article": "case_id",
    "case_tracking_note": "case_id",
    "clock": "case_id",
    "engagement": "organisation_id",
    "entry": "case_id",
    "link": "case_id",
    "remote_session": "case_id",
    "visit_case": "visit_id",
    "engagement_step": "engagement_id",
}


def upgrade() -> None:
    """Create the tables, and on a server what keeps the log's order and notes what changes."""
    op.create_table(
        "agent_scope",
        sa.Column("agent_id", ID, nullable=False),
        sa.Column("scope_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("since", sa.BigInteger(), nullable=False),
        sa.Column("until", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("agent_id", "scope_id", "since", name="pk_agent_scope"),
    )
    op.create_table(
        "conflict",
        sa.Column("row", ROW, autoincrement=True, nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("field_rev", JSON, nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("created_op", ID, nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("root_entity", sa.String(20), nullable=False),
        sa.Column("root_id", ID, nullable=False),
        sa.Column("entity", sa.String(40), nullable=False),
        sa.Column("entity_id", ID, nullable=False),
        sa.Column("field", sa.String(60), nullable=False),
        sa.Column("base", JSON, nullable=True),
        sa.Column("theirs", JSON, nullable=True),
        sa.Column("theirs_by", ID, nullable=True),
        sa.Column("theirs_at", sa.BigInteger(), nullable=True),
        sa.Column("mine", JSON, nullable=True),
        sa.Column("mine_by", ID, nullable=False),
        sa.Column("mine_at", sa.BigInteger(), nullable=False),
        sa.Column("mine_op", ID, nullable=False),
        sa.Column("act", sa.String(60), nullable=False),
        sa.Column("args", JSON, nullable=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("settled_by", ID, nullable=True),
        sa.Column("settled_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("row", name="pk_conflict"),
        sa.UniqueConstraint("id", name="uq_conflict_id"),
    )
    op.create_index("ix_conflict_mine_op", "conflict", ["mine_op"], unique=False)
    op.create_index("ix_conflict_open", "conflict", ["mine_by", "state"], unique=False)
    op.create_index("ix_conflict_root", "conflict", ["root_entity", "root_id"], unique=False)
    op.create_table(
        "device_sync",
        sa.Column("device_id", ID, nullable=False),
        sa.Column("cursor", sa.BigInteger(), nullable=False),
        sa.Column("last_n", sa.BigInteger(), nullable=False),
        sa.Column("seen_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("device_id", name="pk_device_sync"),
    )
    op.create_table(
        "effect",
        sa.Column("op_id", ID, nullable=False),
        sa.Column("kind", sa.String(30), nullable=False),
        sa.Column("case_id", ID, nullable=True),
        sa.Column("data", JSON, nullable=True),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("done_at", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("op_id", "kind", name="pk_effect"),
    )
    op.create_index("ix_effect_waiting", "effect", ["state", "due_at"], unique=False)
    op.create_table(
        "held_scope",
        sa.Column("scope_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("ref", ID, nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("after", JSON, nullable=True),
        sa.Column("loaded", sa.BigInteger(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("scope_id", name="pk_held_scope"),
    )
    op.create_table(
        "hub",
        sa.Column("one", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("epoch", ID, nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("floor", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("one", name="pk_hub"),
    )
    op.create_table(
        "log_mark",
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("at", name="pk_log_mark"),
    )
    op.create_table(
        "membership",
        sa.Column("one", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("epoch", ID, nullable=True),
        sa.Column("device_id", ID, nullable=False),
        sa.Column("agent_id", ID, nullable=False),
        sa.Column("joined_at", sa.BigInteger(), nullable=False),
        sa.Column("cursor", sa.BigInteger(), nullable=False),
        sa.Column("contact_at", sa.BigInteger(), nullable=True),
        sa.Column("offset_ms", sa.BigInteger(), nullable=False),
        sa.Column("verified_at", sa.BigInteger(), nullable=True),
        sa.Column("resynced_at", sa.BigInteger(), nullable=True),
        sa.Column("paused", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("one", name="pk_membership"),
    )
    op.create_table(
        "op_parked",
        sa.Column("op_id", ID, nullable=False),
        sa.Column("device_id", ID, nullable=False),
        sa.Column("actor", ID, nullable=False),
        sa.Column("body", JSON, nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("op_id", name="pk_op_parked"),
    )
    op.create_table(
        "presence",
        sa.Column("device_id", ID, nullable=False),
        sa.Column("agent_id", ID, nullable=False),
        sa.Column("case_id", ID, nullable=False),
        sa.Column("writing", sa.Boolean(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("device_id", name="pk_presence"),
    )
    op.create_index("ix_presence_case", "presence", ["case_id"], unique=False)
    op.create_table(
        "receipt",
        sa.Column("op_id", ID, nullable=False),
        sa.Column("device_id", ID, nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("body_sha", sa.LargeBinary(32), nullable=False),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("result", JSON, nullable=True),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("op_id", name="pk_receipt"),
    )
    op.create_index("ix_receipt_device", "receipt", ["device_id", "n"], unique=False)
    op.create_table(
        "row_scope",
        sa.Column("scope_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("entity", sa.String(20), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.PrimaryKeyConstraint("scope_id", "entity", "id", name="pk_row_scope"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_row_scope_row", "row_scope", ["entity", "id"], unique=False)
    op.create_table(
        "shadow",
        sa.Column("entity", sa.String(40), nullable=False),
        sa.Column("id", ID, nullable=False),
        sa.Column("node", ID, nullable=False),
        sa.Column("image", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("entity", "id", name="pk_shadow"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_shadow_node", "shadow", ["node"], unique=False)
    op.create_table(
        "sync_log",
        sa.Column("scope_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("entity", sa.String(40), nullable=False),
        sa.Column("entity_id", ID, nullable=False),
        sa.Column("root_entity", sa.String(20), nullable=False),
        sa.Column("root_id", ID, nullable=False),
        sa.Column("act", sa.String(6), nullable=False),
        sa.PrimaryKeyConstraint("scope_id", "seq", name="pk_sync_log"),
        sqlite_with_rowid=False,
    )
    op.create_index("uq_sync_log_seq", "sync_log", ["seq"], unique=True)
    op.create_table(
        "sync_scope",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(12), nullable=False),
        sa.Column("ref", ID, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sync_scope"),
    )
    op.create_index("uq_sync_scope", "sync_scope", ["kind", "ref"], unique=True)
    op.create_table(
        "touch",
        sa.Column("node", ID, nullable=False),
        sa.Column("n", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("node", "n", name="pk_touch"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_touch_n", "touch", ["n"], unique=False)
    op.add_column("agent", sa.Column("team_ids", JSON, nullable=True))
    op.add_column("attention", sa.Column("organisation_id", ID, nullable=True))
    op.add_column("case", sa.Column("came_from_id", ID, nullable=True))
    op.add_column("ledger_line", sa.Column("acted_on_id", ID, nullable=True))
    op.add_column("operation", sa.Column("result", JSON, nullable=True))
    op.add_column("operation", sa.Column("answered_at", sa.BigInteger(), nullable=True))
    op.add_column("operation", sa.Column("settled_at", sa.BigInteger(), nullable=True))
    op.add_column("operation", sa.Column("settlement", sa.Text(), nullable=True))
    op.add_column("operation", sa.Column("seen", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_operation_unsettled",
        "operation",
        ["status", "n"],
        unique=False,
        sqlite_where=sa.text("settled_at IS NULL AND status NOT IN ('applied', 'merged')"),
    )
    op.drop_column("operation", "base_rev")
    op.add_column("outbox", sa.Column("why", sa.Text(), nullable=True))
    op.add_column("outbox", sa.Column("seq", sa.BigInteger(), nullable=True))
    if op.get_bind().dialect.name == "postgresql":
        touched = [statement for table, parent in NOTED.items() for statement in touch(table, parent)]
        for statement in (*ON_A_SERVER, *touched):
            op.get_bind().exec_driver_sql(statement)


def touch(table: str, parent: str) -> tuple[str, str]:
    """What notes a table's changes: its function, and the trigger that calls it.

    A case that goes to another client touches the one it leaves, who may be seen in fewer places then.
    """
    left = (
        """
    IF TG_OP = 'UPDATE' AND OLD.organisation_id IS DISTINCT FROM NEW.organisation_id
        AND OLD.organisation_id IS NOT NULL THEN
        INSERT INTO pg_temp.sync_touched VALUES ('organisation', OLD.organisation_id, false, OLD.organisation_id)
        ON CONFLICT (entity, id) DO NOTHING;
    END IF;"""
        if table == "case"
        else ""
    )
    function = f"""CREATE FUNCTION sync_touch_{table}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF to_regclass('pg_temp.sync_touched') IS NULL THEN
        RAISE EXCEPTION 'shared rows are changed through Support Desk, not beside it';
    END IF;
    IF TG_OP = 'DELETE' THEN
        INSERT INTO pg_temp.sync_touched VALUES ('{table}', OLD.id, true, OLD.{parent})
        ON CONFLICT (entity, id) DO UPDATE SET gone = true;
        RETURN NULL;
    END IF;{left}
    INSERT INTO pg_temp.sync_touched VALUES ('{table}', NEW.id, false, NEW.{parent})
    ON CONFLICT (entity, id) DO UPDATE SET gone = false;
    RETURN NULL;
END $$"""
    return function, (
        f'CREATE TRIGGER sync_touch AFTER INSERT OR UPDATE OR DELETE ON "{table}" '
        f"FOR EACH ROW EXECUTE FUNCTION sync_touch_{table}()"
    )
