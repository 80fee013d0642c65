"""Which bytes a desk's file names: every column that can hold a checksum counts, and nothing else keeps one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import Column, LargeBinary, String, Table

from supportdesk.store import migrate
from supportdesk.store.named_bytes import unnamed
from supportdesk.store.schema import tables_of
from supportdesk.store.store import Store
from supportdesk.store.tables.columns import Id, Json
from supportdesk.store.tables.desk import DRAFT, OPERATION

NAMED, OTHER = "5e" * 32, "0f" * 32
_LONG = 64


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    made = Store.open(tmp_path_factory.mktemp("desk") / "desk.db", bytes(range(32)), create=True)
    migrate.upgrade(made)
    yield made
    made.close()


def names(column: Column[Any]) -> object | None:
    """A value of this column that names the file; None where there is none."""
    if isinstance(column.type, type(Json)):
        return {"files": [{"name": "log.txt", "sha256": NAMED}]}
    if isinstance(column.type, String) and (column.type.length is None or column.type.length >= _LONG):
        return NAMED
    return None


def anything(column: Column[Any]) -> object:
    """A value that any row may have there."""
    if isinstance(column.type, Id | LargeBinary):
        return bytes(16)
    if isinstance(column.type, type(Json)):
        return {}
    return "x" if isinstance(column.type, String) else 0


PLACES = [
    (table, column) for table in tables_of("sqlite") for column in table.columns if names(column) is not None
]


class _Enough(Exception):
    """Nothing of a test stays in the file."""


def unnamed_beside(store: Store, table: Table, values: Mapping[str, object], *asked: str) -> set[str]:
    """What is unnamed where a table has this one row; it is written past every rule, as it may be there by any way."""
    row = {each.name: anything(each) for each in table.columns if not each.nullable} | dict(values)
    columns = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    kept = tuple(json.dumps(each) if isinstance(each, dict) else each for each in row.values())
    found: set[str] = set()
    with suppress(_Enough), store.write(schema=True) as conn:
        for (name,) in conn.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all():
            conn.exec_driver_sql(f'DROP TRIGGER "{name}"')
        conn.exec_driver_sql(f'INSERT INTO "{table.name}" ({columns}) VALUES ({marks})', kept)
        found = unnamed(conn, set(asked))
        raise _Enough
    return found


@pytest.mark.parametrize(
    ("table", "column"), PLACES, ids=[f"{table.name}.{column.name}" for table, column in PLACES]
)
def test_whatever_column_names_a_file_keeps_it(store: Store, table: Table, column: Column[Any]) -> None:
    assert unnamed_beside(store, table, {column.name: names(column)}, NAMED, OTHER) == {OTHER}


def test_the_places_that_name_files_today_are_among_those_that_are_read() -> None:
    found = {f"{table.name}.{column.name}" for table, column in PLACES}
    assert found >= {
        "attachment.sha256",
        "data_file.sha256",
        "draft.content",
        "operation.args",
        "operation.undo",
        "operation.result",
        "conflict.args",
        "conflict.mine",
        "conflict.theirs",
        "conflict.base",
        "shadow.image",
        "setting.value",
        "visit_signature.content",
        "visit.former",
        "entry.data",
        "attention.data",
        "effect.data",
    }


def test_a_checksum_in_a_longer_run_of_figures_is_named_too(store: Store) -> None:
    draft = {"key": "case:1:note", "content": {"text": f"ab{NAMED}{OTHER}"}}
    assert unnamed_beside(store, DRAFT, draft, NAMED, OTHER, "1" * 64) == {"1" * 64}


@pytest.mark.parametrize(
    ("status", "settled_at", "counts"),
    [
        ("rejected", None, True),
        ("rejected", 1, False),
        ("parked", 1, True),
        ("conflict", 1, True),
        ("applied", None, True),
    ],
)
def test_an_operation_names_its_files_until_its_rejection_was_dealt_with(
    store: Store, status: str, settled_at: int | None, counts: bool
) -> None:
    operation = {"args": {"files": [NAMED]}, "status": status, "settled_at": settled_at}
    assert unnamed_beside(store, OPERATION, operation, NAMED) == (set() if counts else {NAMED})


def test_nothing_is_asked_where_nothing_lies(store: Store) -> None:
    with store.read() as conn:
        assert unnamed(conn, ()) == set()
