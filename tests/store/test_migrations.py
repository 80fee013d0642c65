"""The schema's way: every step with data in it, to the very tables that an empty database is given at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, insert, select

from supportdesk.domain.errors import KnownError
from supportdesk.store import case_lists, case_tally, desk_rows, migrate, revision, schema
from supportdesk.store.criteria import View
from supportdesk.store.insertion import insert_many
from supportdesk.store.store import Store
from supportdesk.store.synced_tables import columns_of
from supportdesk.store.tables import METADATA
from supportdesk.store.tables.cases import ATTACHMENT, CASE, ENTRY
from supportdesk.store.tables.desk import SETTING
from supportdesk.store.tables.people import ORGANISATION
from tests.store.library import asked
from tests.store.rows import KEY, ME, NOW, case_values, people

BEFORE_THE_SEARCH = "0007"
BEFORE_ARTICLE_FILES = "0019"


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Store]:
    """An encrypted file without tables."""
    store = Store.open(tmp_path / "fresh.db", KEY, create=True)
    yield store
    store.close()


@pytest.fixture
def on_postgres(postgres_url: str) -> Iterator[Store]:
    """An empty PostgreSQL database."""
    store = Store.on_postgres(postgres_url)
    yield store
    store.close()


def migrated(store: Store, target: str = revision.HEAD) -> None:
    with store.write(schema=True) as conn:
        migrate.run_migrations(conn, target)


def described(conn: Connection) -> object:
    """All of a database's tables, columns, constraints, indexes and triggers, in words that can be compared."""
    if conn.dialect.name == "sqlite":
        rows = conn.exec_driver_sql("SELECT name, sql FROM sqlite_schema")
        return {
            name: sorted(re.split(r",\s*|\(\s*|\s*\)", " ".join((sql or "").split()))) for name, sql in rows
        }
    columns = conn.exec_driver_sql(
        # A column that was dropped leaves a gap in the positions.
        "SELECT table_name, row_number() OVER (PARTITION BY table_name ORDER BY ordinal_position), column_name, "
        "data_type, is_nullable, character_maximum_length, "
        "is_identity, column_default FROM information_schema.columns WHERE table_schema = 'public'"
    )
    constraints = conn.exec_driver_sql(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE connamespace = 'public'::regnamespace"
    )
    indexes = conn.exec_driver_sql("SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'")
    triggers = conn.exec_driver_sql(
        "SELECT tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal"
    )
    functions = conn.exec_driver_sql(
        "SELECT proname, pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
    )
    parts = (columns, constraints, indexes, triggers, functions)
    return tuple(sorted(map(tuple, rows.all())) for rows in parts)


def differences(conn: Connection) -> list[Any]:
    context = MigrationContext.configure(
        conn, opts={"include_object": schema.is_of(conn.dialect.name), "compare_type": True}
    )
    found: list[Any] = compare_metadata(context, METADATA)
    return found


def test_the_program_knows_every_revision_and_the_chain_does_not_fork(fresh: Store) -> None:
    with fresh.read() as conn:
        scripts = ScriptDirectory.from_config(migrate.configuration(conn))
        assert [script.revision for script in scripts.walk_revisions()] == list(reversed(revision.HISTORY))


def test_migrating_and_creating_leave_the_same_file(fresh: Store, store: Store) -> None:
    migrated(fresh)
    with fresh.read() as conn, store.read() as created:
        assert described(conn) == described(created)
        assert differences(conn) == []
        assert revision.current(conn) == revision.current(created) == revision.HEAD


def test_migrating_and_creating_leave_the_same_server(on_postgres: Store) -> None:
    migrated(on_postgres)
    with on_postgres.read() as conn:
        steps = described(conn)
        assert differences(conn) == []
    with on_postgres.write() as conn:
        conn.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    migrate.upgrade(on_postgres)
    with on_postgres.read() as conn:
        assert described(conn) == steps
        assert revision.current(conn) == revision.HEAD
        assert "case_tally" not in str(steps)


def test_an_older_file_is_brought_up_to_date_with_its_cases_in_it(fresh: Store) -> None:
    migrated(fresh, BEFORE_THE_SEARCH)
    client = {"id": uuid4(), "name": "Clinique de l'Atlas", "policy_code": "sparkrock", "updated_at": NOW}
    mine = case_values(title="Imprimante", owner_id=ME, organisation_id=client["id"])
    merged = case_values(merged_into=mine["id"])
    with fresh.write() as conn:
        people(conn)
        insert_many(conn, ORGANISATION, [client])
        insert_many(conn, CASE, [mine, merged])
        entry = {
            "id": uuid4(),
            "case_id": mine["id"],
            "at": NOW,
            "kind": "client",
            "body": "Elle ne répond plus",
        }
        insert_many(conn, ENTRY, [{**entry, "updated_at": NOW}])
    migrate.upgrade(fresh)
    with fresh.read() as conn:
        assert revision.current(conn) == revision.HEAD
        for text in ("repond", "atlas", "owner:me"):
            assert [line.id for line in case_lists.page(conn, asked(text), 0, 10)] == [mine["id"]]
        counts = case_tally.count_views(conn, ME, NOW)
        assert (counts[View.MINE], counts[View.EVERYTHING]) == (1, 1)
        assert len(conn.execute(select(CASE)).all()) == 2
    fresh.check()


def test_B12_what_lies_under_a_desks_own_work_grows_with_its_table(fresh: Store) -> None:
    migrated(fresh, BEFORE_ARTICLE_FILES)
    with fresh.write() as conn:
        older = len(columns_of(ATTACHMENT)) - 2
        for row, image in ((1, [None] * older), (2, None)):
            conn.exec_driver_sql(
                "INSERT INTO shadow (entity, id, node, image) VALUES ('attachment', ?, ?, ?)",
                (uuid4().bytes, bytes([row]), json.dumps(image) if image else None),
            )
    migrate.upgrade(fresh)
    with fresh.read() as conn:
        images = list(conn.exec_driver_sql("SELECT image FROM shadow ORDER BY node").scalars())
    assert len(json.loads(images[0])) == len(columns_of(ATTACHMENT))
    assert json.loads(images[0])[-2:] == [None, None]
    assert images[1] is None
    assert columns_of(ATTACHMENT)[-2:] == ("article_id", "by_id")


def test_each_step_runs_on_a_server_with_data_in_it(on_postgres: Store) -> None:
    migrated(on_postgres, BEFORE_THE_SEARCH)
    with on_postgres.write() as conn:
        people(conn)
        insert_many(conn, CASE, [case_values(extra={"colour": "blue"}), case_values()])
    migrate.upgrade(on_postgres)
    with on_postgres.read() as conn:
        assert revision.current(conn) == revision.HEAD
        kept = conn.execute(select(CASE.c.extra, CASE.c.logged_at).order_by(CASE.c.row)).all()
        assert [tuple(row) for row in kept] == [({"colour": "blue"}, NOW), (None, NOW)]


def test_upgrading_what_is_up_to_date_writes_nothing(store: Store) -> None:
    path = store.path
    assert path is not None
    before = path.read_bytes()
    migrate.upgrade(store)
    assert path.read_bytes() == before


def test_a_step_that_fails_leaves_the_old_file(fresh: Store) -> None:
    migrated(fresh, BEFORE_THE_SEARCH)
    with fresh.write() as conn:
        conn.exec_driver_sql("CREATE TABLE article_search (in_the_way INTEGER)")
    with pytest.raises(Exception, match="article_search"):
        migrate.upgrade(fresh)
    with fresh.read() as conn:
        assert revision.current(conn) == BEFORE_THE_SEARCH
        names = set(conn.exec_driver_sql("SELECT name FROM sqlite_schema").scalars())
    assert "case_tally" not in names


def test_a_migration_may_not_leave_rows_that_point_to_nothing(store: Store) -> None:
    def cut() -> None:
        with store.write(schema=True) as conn:
            insert_many(conn, CASE, [case_values(organisation_id=uuid4())])

    with pytest.raises(RuntimeError, match="point to nothing"):
        cut()
    with store.read() as conn:
        assert conn.execute(select(CASE)).all() == []
    with pytest.raises(Exception, match="FOREIGN KEY"), store.write() as conn:
        insert_many(conn, CASE, [case_values(organisation_id=uuid4())])


def test_rows_of_a_desk_that_point_to_what_is_not_for_it_are_migrated_with_it(store: Store) -> None:
    with store.write() as conn:
        desk_rows.join(
            conn, {"address": "", "device_id": uuid4(), "agent_id": uuid4(), "joined_at": NOW, "cursor": 0}
        )
    store.change_side()
    with store.write(arriving=True) as conn:
        insert_many(conn, CASE, [case_values(organisation_id=uuid4())])
    with store.write(schema=True) as conn:
        conn.exec_driver_sql('ALTER TABLE "case" ADD COLUMN later TEXT')
    with store.write(arriving=True) as conn:
        insert_many(conn, CASE, [case_values(organisation_id=uuid4())])
    with store.read() as conn:
        assert len(conn.execute(select(CASE.c.id)).all()) == 2


def test_a_newer_programs_file_is_refused_politely_and_left_alone(store: Store) -> None:
    path = store.path
    assert path is not None
    with store.write() as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        conn.execute(insert(SETTING).values(key="of the future", value=1))
    with pytest.raises(KnownError, match="newer version") as refused:
        migrate.upgrade(store)
    assert "newer version" in refused.value.remedy
    store.close()
    with pytest.raises(KnownError, match="newer version"):
        Store.open(path, KEY)


def test_a_newer_programs_server_is_refused_politely(on_postgres: Store) -> None:
    migrate.upgrade(on_postgres)
    with on_postgres.write() as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(KnownError, match="newer version"):
        migrate.upgrade(on_postgres)


def test_a_server_of_another_program_is_refused(on_postgres: Store, postgres_url: str) -> None:
    engine = create_engine(postgres_url)
    with engine.begin() as conn:
        conn.exec_driver_sql("CREATE TABLE invoice (id integer)")
    engine.dispose()
    with pytest.raises(KnownError, match="another program"):
        migrate.upgrade(on_postgres)


def test_a_server_is_written_whole_or_not_at_all_and_read_in_snapshots(on_postgres: Store) -> None:
    migrate.upgrade(on_postgres)

    def fail() -> None:
        with on_postgres.write() as conn:
            conn.execute(insert(SETTING).values(key="half", value=1))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    with on_postgres.read() as snapshot:
        assert snapshot.execute(select(SETTING)).all() == []
        with on_postgres.write() as conn:
            conn.execute(insert(SETTING).values(key="whole", value=1))
        assert snapshot.execute(select(SETTING)).all() == []
    with on_postgres.read() as snapshot:
        assert len(snapshot.execute(select(SETTING)).all()) == 1


def test_every_column_of_a_synced_table_says_how_two_edits_of_it_meet() -> None:
    bookkeeping = {"row", "id", "rev", "field_rev", "deleted", "created_op", "updated_at"}
    synced = [table for table in METADATA.sorted_tables if bookkeeping <= set(table.c.keys())]
    assert len(synced) > 25
    silent = [
        f"{table.name}.{column.name}"
        for table in synced
        for column in table.c
        if column.name not in bookkeeping
        and column.info.get("merge") not in {"park", "text", "set", "max", "hub", "append"}
    ]
    assert silent == []
