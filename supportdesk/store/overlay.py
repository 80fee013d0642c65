"""A desk's own work lying over the rows that its hub sent: which rows, what the hub had in their place, whose work.

The triggers of `tracking` fill it. A node is what rows hang on – a case, a client, or the row itself: work on the same
node is taken off and put on again together, so that it always lies on what the hub has.
"""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import UniqueConstraint

from supportdesk.store.driving import execute_many, fetch, marks
from supportdesk.store.images import delete_rows, write_images
from supportdesk.store.synced_tables import by_name, columns_of, parent_column, shared
from supportdesk.store.tables.columns import Id

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy import Connection

    from supportdesk.store.images import Image

_BATCH = 500


def is_empty(conn: Connection) -> bool:
    """Whether no work of this desk's own lies over what the hub sent."""
    return not fetch(conn, "SELECT 1 FROM touch LIMIT 1")


def nodes_of(entity: str, columns: Sequence[str], images: Iterable[Image]) -> set[bytes]:
    """The nodes that rows hang on, and the rows themselves."""
    own, parent = columns.index("id"), columns.index(parent_column(by_name()[entity]))
    nodes: set[bytes] = set()
    for image in images:
        nodes.add(bytes(image[own]))
        if image[parent] is not None:
            nodes.add(bytes(image[parent]))
    return nodes


def nodes_over(conn: Connection, entity: str, ids: Iterable[bytes]) -> set[bytes]:
    """The nodes of this desk's own work that made or changed these rows, wherever it thought that they belong."""
    sql = f"SELECT node FROM shadow WHERE entity = '{entity}' AND id IN"
    return {bytes(node) for (node,) in _among(conn, sql, list(ids))}


def reached_from(
    conn: Connection, nodes: Collection[bytes], numbers: Collection[int], by_row: Collection[int] = ()
) -> tuple[set[bytes], set[int]]:
    """The nodes and operations that hang together with these, over any number of steps.

    Operations `by_row` do to each row what they do whatever the others are: only what they did to a node that is taken
    off has to be done again, and the other nodes stay.
    """
    all_nodes, all_numbers = set(nodes), set(numbers)
    new_nodes, new_numbers = set(nodes), set(numbers)
    while new_nodes or new_numbers:
        found_numbers = {n for (n,) in _among(conn, "SELECT DISTINCT n FROM touch WHERE node IN", new_nodes)}
        found_nodes = {
            bytes(node) for (node,) in _among(conn, "SELECT DISTINCT node FROM touch WHERE n IN", new_numbers)
        }
        new_numbers, new_nodes = found_numbers - all_numbers, found_nodes - all_nodes
        all_numbers |= new_numbers
        new_numbers.difference_update(by_row)
        all_nodes |= new_nodes
    return all_nodes, all_numbers


def take_off(conn: Connection, nodes: Collection[bytes]) -> None:
    """Put the rows on these nodes back to what the hub sent, and forget whose work lay on them."""
    gone: dict[str, list[UUID]] = {}
    back: dict[str, list[Image]] = {}
    for entity, row_id, image in _among(conn, "SELECT entity, id, image FROM shadow WHERE node IN", nodes):
        if image is None:
            gone.setdefault(entity, []).append(UUID(bytes=bytes(row_id)))
        else:
            back.setdefault(entity, []).append(_image(entity, image))
    # What is new points to what is older, so it goes first.
    for table in reversed(shared()) if gone else ():
        delete_rows(conn, table.name, gone.get(table.name, ()))
    for table in shared() if back else ():
        write_images(conn, table.name, columns_of(table), back.get(table.name, ()))
    for table in ("shadow", "touch"):
        execute_many(conn, f"DELETE FROM {table} WHERE node = ?", ((node,) for node in nodes))


def note_new(conn: Connection, number: int, rows: Iterable[tuple[str, bytes, bytes]]) -> None:
    """Note rows as made by this desk's operation of this number, which the hub has none of: table, id and node."""
    noted = list(rows)
    execute_many(conn, "INSERT OR IGNORE INTO shadow (entity, id, node) VALUES (?, ?, ?)", noted)
    nodes = {node for _, _, node in noted}
    execute_many(
        conn, "INSERT OR IGNORE INTO touch (node, n) VALUES (?, ?)", ((node, number) for node in nodes)
    )


def node_of(entity: str, image: Image) -> bytes:
    """The node that a row hangs on, as the triggers of `tracking` have it."""
    table = by_name()[entity]
    columns = columns_of(table)
    return bytes(image[columns.index(parent_column(table))] or image[columns.index("id")])


def in_the_way(conn: Connection, entity: str, columns: Sequence[str], images: Sequence[Image]) -> set[bytes]:
    """The nodes of rows of this desk's own that have what rows from the hub have and only one row can have."""
    nodes: set[bytes] = set()
    table = by_name()[entity]
    ids = [bytes(image[columns.index("id")]) for image in images]
    parent = parent_column(table)
    for names in _unique(entity):
        if not all(name in columns for name in names):
            continue
        places = [columns.index(name) for name in names]
        keys = {
            tuple(image[place] for place in places): row_id for image, row_id in zip(images, ids, strict=True)
        }
        wanted = [key for key in keys if None not in key]
        among = ", ".join(f't."{name}"' for name in names)
        for start in range(0, len(wanted), _BATCH // len(names)):
            batch = wanted[start : start + _BATCH // len(names)]
            values = ", ".join(f"({marks(len(names))})" for _ in batch)
            sql = (
                f'SELECT {among}, t.id, coalesce(t."{parent}", t.id) FROM "{entity}" AS t '
                f"WHERE ({among}) IN (VALUES {values}) AND EXISTS "
                f"(SELECT 1 FROM shadow WHERE entity = '{entity}' AND id = t.id)"
            )
            for *key, row_id, node in fetch(conn, sql, [part for each in batch for part in each]):
                if keys.get(tuple(key)) != row_id:
                    nodes.add(bytes(node))
    return nodes


@cache
def _unique(entity: str) -> tuple[tuple[str, ...], ...]:
    """What only one row of a table can have, besides its id."""
    table = by_name()[entity]
    found = [tuple(column.name for column in index.columns) for index in table.indexes if index.unique]
    found += [
        tuple(column.name for column in each.columns)
        for each in table.constraints
        if isinstance(each, UniqueConstraint)
    ]
    return tuple(names for names in found if names != ("id",))


def hub_revisions(conn: Connection, entity: str) -> dict[bytes, int | None]:
    """The revisions that the hub's rows have under the work that lies on them; None where the hub has none."""
    rows = fetch(conn, "SELECT id, image FROM shadow WHERE entity = ?", (entity,))
    return {bytes(row_id): None if image is None else _image(entity, image)[1] for row_id, image in rows}


def _image(entity: str, text: str) -> Image:
    table = by_name()[entity]
    ids = [isinstance(table.c[name].type, Id) for name in columns_of(table)]
    values = json.loads(text)
    return tuple(
        (bytes.fromhex(value) if value else None) if is_id else value
        for value, is_id in zip(values, ids, strict=True)
    )


def _among(conn: Connection, sql: str, values: Collection[Any]) -> list[tuple[Any, ...]]:
    ordered = list(values)
    found: list[tuple[Any, ...]] = []
    for start in range(0, len(ordered), _BATCH):
        batch = ordered[start : start + _BATCH]
        found += fetch(conn, f"{sql} ({marks(len(batch))})", batch)
    return found
