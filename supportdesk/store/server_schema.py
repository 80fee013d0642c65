"""What only a hub on PostgreSQL has beside its tables: the order of the log, and triggers that note what changes."""

from __future__ import annotations

from supportdesk.store.synced_tables import parent_column, shared

LOG_LOCK = 7403
"""The lock under which numbers of the log are given: held until the commit has become visible (sync B3)."""

_FUNCTIONS = (
    # The lock is taken before any number is, also for a writer that does not know of it.
    f"""CREATE FUNCTION sync_in_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN PERFORM pg_advisory_xact_lock({LOG_LOCK}); RETURN NULL; END $$""",
    # One round trip for lock, lines and notice; the commit comes next.
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
)


def statements() -> tuple[str, ...]:
    """Every statement, in the order in which they must run after the tables are there."""
    return (
        "CREATE SEQUENCE sync_seq AS bigint CACHE 1 OWNED BY sync_log.seq",
        "ALTER TABLE sync_log ALTER COLUMN seq SET DEFAULT nextval('sync_seq')",
        *_FUNCTIONS,
        "CREATE TRIGGER sync_in_order BEFORE INSERT ON sync_log FOR EACH STATEMENT EXECUTE FUNCTION sync_in_order()",
        *(statement for table in shared() for statement in touch(table.name, parent_column(table))),
    )


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
