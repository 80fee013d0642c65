"""Statements that are composed once give what SQLAlchemy gives, on a file and on a server, and fail as its do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError, OperationalError

from supportdesk.store import migrate
from supportdesk.store.composed import Composed, ComposedAmong, one_of
from supportdesk.store.failures import Unavailable
from supportdesk.store.insertion import insert_many
from supportdesk.store.store import Store
from supportdesk.store.tables.people import AGENT, BRANCH
from tests.store.rows import branch

AT = datetime(2026, 11, 22, 9, 30, 0, 123456, tzinfo=UTC)
NAMES = [f"agent {number:03}" for number in range(300)]


def agent(number: int) -> dict[str, object]:
    return {
        "id": UUID(int=number + 1),
        "name": NAMES[number],
        "email": f"P{number}",
        "roles": ["manager", "Zoë's"],
        "updated_at": AT,
        "created_op": None,
    }


@contextmanager
def stored(folder: Path, url: str | None) -> Iterator[Store]:
    made = Store.on_postgres(url) if url else Store.open(folder / "desk.db", None, create=True)
    try:
        migrate.upgrade(made)
        yield made
    finally:
        made.close()


@pytest.fixture
def store(server_url: str | None, tmp_path: Path) -> Iterator[Store]:
    with stored(tmp_path, server_url) as made:
        with made.write() as conn:
            # Few and many go different ways to a server.
            insert_many(conn, AGENT, [agent(number) for number in range(3)])
            insert_many(conn, AGENT, [agent(number) for number in range(3, 300)])
        yield made


BY_ID = select(AGENT).where(AGENT.c.id == bindparam("row_id"), ~AGENT.c.deleted)


def test_rows_are_those_of_sqlalchemy(store: Store) -> None:
    composed = Composed(BY_ID)
    with store.read() as conn:
        for number in (0, 2, 3, 299):
            row_id = UUID(int=number + 1)
            expected = conn.execute(BY_ID, {"row_id": row_id}).mappings().one()
            assert composed.mapping(conn, row_id=row_id) == dict(expected)
            assert composed.mappings(conn, row_id=row_id) == [dict(expected)]
            row = composed.first(conn, row_id=row_id)
            assert (row.id, row.updated_at, row.deleted) == (row_id, AT, False)
            assert tuple(row) == tuple(conn.execute(BY_ID, {"row_id": row_id}).one())
        missing = UUID(int=4711)
        assert (composed.first(conn, row_id=missing), composed.mapping(conn, row_id=missing)) == (None, None)
        assert (composed.all(conn, row_id=missing), composed.scalar(conn, row_id=missing)) == ([], None)


@pytest.mark.parametrize("count", [0, 1, 3, 5, 64, 65, 250, 299, 300])
def test_a_list_of_any_length_finds_each_row_once(store: Store, count: int) -> None:
    among = ComposedAmong(
        AGENT.c.id,
        lambda ids: select(AGENT.c.id, AGENT.c.name).where(
            AGENT.c.id.in_(ids), AGENT.c.deleted == bindparam("deleted")
        ),
    )
    ids = [UUID(int=number + 1) for number in range(count)]
    with store.read() as conn:
        found = among.all(conn, ids, deleted=False)
        assert sorted(row.id for row in found) == ids
        assert {row["name"] for row in among.mappings(conn, ids, deleted=False)} == set(NAMES[:count])
        assert among.all(conn, ids, deleted=True) == []


def test_values_of_the_statement_itself_stand(store: Store) -> None:
    chosen = Composed(
        select(AGENT.c.email).where(one_of(AGENT.c.email, ["P1", "P2", "P9"])).order_by(AGENT.c.id).limit(2)
    )
    with store.read() as conn:
        assert chosen.scalars(conn) == ["P1", "P2"]
        assert chosen.scalar(conn) == "P1"


def test_what_is_written_is_of_the_transaction(store: Store) -> None:
    rename = Composed(
        update(AGENT).where(AGENT.c.email == bindparam("of")).values(name=bindparam("new_name"))
    )
    remove = Composed(delete(AGENT).where(AGENT.c.email == bindparam("of")))
    names = select(AGENT.c.name).where(AGENT.c.email.in_(["P0", "P1"])).order_by(AGENT.c.email)

    def change_and_fail() -> None:
        with store.write() as conn:
            rename.run(conn, of="P0", new_name="Renamed")
            remove.run(conn, of="P1")
            assert conn.scalars(names).all() == ["Renamed"]
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        change_and_fail()
    with store.read() as conn:
        assert conn.scalars(names).all() == NAMES[:2]


def test_what_the_database_refuses_is_told_as_by_sqlalchemy(store: Store) -> None:
    values = {**agent(0), "rev": 1, "deleted": False, "active": True}
    bound = {name: bindparam(name, type_=AGENT.c[name].type) for name in values}
    once_more = Composed(insert(AGENT).values(bound))

    def doubled(conn: Connection) -> None:
        once_more.run(conn, **values)

    with pytest.raises(IntegrityError) as refused, store.write() as conn:
        doubled(conn)
    # The error may reach a log, what people wrote may not.
    assert NAMES[0] not in str(refused.value).replace(str(refused.value.orig), "")
    with pytest.raises(IntegrityError), store.write() as conn:
        insert_many(conn, AGENT, [agent(0)])
    with store.write() as conn:
        with pytest.raises(IntegrityError), conn.begin_nested():
            doubled(conn)
        # What stood before the savepoint stands, and the transaction goes on.
        branch(conn, UUID(int=1), "North")
    with store.read() as conn:
        assert conn.scalar(select(BRANCH.c.name)) == "North"


def test_a_lost_connection_is_told_as_a_server_out_of_reach(tmp_path: Path, postgres_url: str) -> None:
    names = Composed(select(AGENT.c.name))
    with stored(tmp_path, postgres_url) as store:

        def read_after_the_loss() -> None:
            with store.read() as conn:
                conn.connection.dbapi_connection.close()  # type: ignore[union-attr]
                names.scalars(conn)

        with pytest.raises(Unavailable) as told:
            read_after_the_loss()
        assert isinstance(told.value.__cause__, OperationalError)
        with store.read() as conn:
            assert names.scalars(conn) == []


@pytest.mark.parametrize("values", [{}, {"row": UUID(int=1)}, {"row_id": UUID(int=1), "other": 1}])
def test_a_parameter_that_is_missing_or_unknown_is_a_bug(store: Store, values: dict[str, object]) -> None:
    with store.read() as conn, pytest.raises(KeyError):
        Composed(BY_ID).all(conn, **values)


def test_a_list_can_t_be_composed_once(store: Store) -> None:
    with store.read() as conn, pytest.raises(TypeError):
        Composed(select(AGENT).where(AGENT.c.email.in_(["P1", "P2"]))).all(conn)
