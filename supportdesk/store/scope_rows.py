"""Rows of scopes: which circles of people there are, and in which of them each case and client is seen (sync B8).

A case is seen in its branch, in the branch that gave it to central support (ONX-4), in its team and by its owner; one
of no branch by everybody. A client is seen in its branch and wherever one of its cases is.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import bindparam, delete, insert, select

from supportdesk.store.composed import ComposedAmong
from supportdesk.store.insertion import insert_many
from supportdesk.store.synced_tables import ROOTS, by_name, home_of
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import ORGANISATION
from supportdesk.store.tables.sync import ROW_SCOPE, SCOPE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Table

    from supportdesk.store.tracking import Touched

Root = tuple[str, UUID]
"""What rows belong to: ("case", id), ("organisation", id), ("agent", id), or EVERYBODYS."""

ScopeKey = tuple[str, UUID]
"""A scope's kind – everybody, branch, team, agent – and whose it is."""

NOBODY = UUID(int=0)
EVERYBODY: ScopeKey = ("everybody", NOBODY)
EVERYBODYS: Root = ("catalogue", NOBODY)

_WHERE_A_CASE_IS = (
    CASE.c.id,
    CASE.c.organisation_id,
    CASE.c.branch_id,
    CASE.c.came_from_id,
    CASE.c.team_id,
    CASE.c.owner_id,
)
_WHERE_CASES_ARE = ComposedAmong(
    CASE.c.id,
    lambda ids: select(*_WHERE_A_CASE_IS).where(CASE.c.id.in_(ids)),
)
_WHERE_CLIENTS_ARE = ComposedAmong(
    ORGANISATION.c.id,
    lambda ids: select(ORGANISATION.c.id, ORGANISATION.c.branch_id).where(ORGANISATION.c.id.in_(ids)),
)
_OF_THEIR_CASES = ComposedAmong(
    CASE.c.organisation_id,
    lambda ids: (
        select(CASE.c.organisation_id, ROW_SCOPE.c.scope_id)
        .join(ROW_SCOPE, (ROW_SCOPE.c.entity == "case") & (ROW_SCOPE.c.id == CASE.c.id))
        .where(CASE.c.organisation_id.in_(ids), ~CASE.c.deleted)
        .distinct()
    ),
)
_WITH_REFS = ComposedAmong(SCOPE.c.ref, lambda refs: select(SCOPE).where(SCOPE.c.ref.in_(refs)))
_PLACED = ComposedAmong(
    ROW_SCOPE.c.id,
    lambda ids: select(ROW_SCOPE.c.id, ROW_SCOPE.c.scope_id).where(
        ROW_SCOPE.c.entity == bindparam("entity"), ROW_SCOPE.c.id.in_(ids)
    ),
)


def ids_of(conn: Connection, keys: Collection[ScopeKey]) -> dict[ScopeKey, int]:
    """The numbers of scopes, which are made where they are new."""
    known = _known(conn, keys)
    missing = sorted(set(keys) - known.keys())
    if missing:
        values = [{"kind": kind, "ref": ref} for kind, ref in missing]
        if conn.dialect.name == "postgresql":
            from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - as in `columns`

            conn.execute(postgresql.insert(SCOPE).on_conflict_do_nothing(), values)
        else:
            conn.execute(insert(SCOPE), values)
        known |= _known(conn, missing)
    return known


def _known(conn: Connection, keys: Collection[ScopeKey]) -> dict[ScopeKey, int]:
    return {key: scope for scope, key in numbered(conn, keys).items()}


def numbered(conn: Connection, keys: Collection[ScopeKey]) -> dict[int, ScopeKey]:
    """Those of some scopes that have a number, by it; one that has none has no rows."""
    rows = _WITH_REFS.all(conn, {ref for _, ref in keys})
    wanted = set(keys)
    return {row.id: (row.kind, row.ref) for row in rows if (row.kind, row.ref) in wanted}


def scopes_of(conn: Connection, roots: Collection[Root]) -> dict[Root, frozenset[int]]:
    """Where each root is seen."""
    found: dict[Root, frozenset[int]] = {}
    for entity in ROOTS:
        ids = [root_id for kind, root_id in roots if kind == entity]
        placed = _placed(conn, entity, ids)
        found.update(((entity, root_id), placed.get(root_id, frozenset())) for root_id in ids)
    keys = {root: _key_of(root) for root in roots if root[0] not in ROOTS}
    if keys:
        numbers = ids_of(conn, set(keys.values()))
        found.update((root, frozenset({numbers[key]})) for root, key in keys.items())
    return found


def _key_of(root: Root) -> ScopeKey:
    return EVERYBODY if root == EVERYBODYS else ("agent", root[1])


def place_roots(
    conn: Connection, touched: Iterable[Touched]
) -> dict[Root, tuple[frozenset[int], frozenset[int]]]:
    """Bring the places of touched cases and clients up to date; gives what those that moved entered and left."""
    cases = {row.id for row in touched if row.entity == "case"}
    clients = {row.id for row in touched if row.entity == "organisation"}
    moved = {}
    if cases:
        where, of_clients = _where_cases_are(conn, cases)
        moved = _place(conn, "case", where)
        clients |= {of_clients[case_id] for _, case_id in moved if case_id in of_clients}
    if clients:
        moved |= _place(conn, "organisation", _where_clients_are(conn, clients))
    return moved


def _where_cases_are(
    conn: Connection, ids: Collection[UUID]
) -> tuple[dict[UUID, frozenset[int]], dict[UUID, UUID]]:
    rows = _WHERE_CASES_ARE.all(conn, ids)
    keys = {row.id: _keys_of_case(row) for row in rows}
    numbers = ids_of(conn, frozenset().union(*keys.values()))
    where = {case_id: frozenset(numbers[key] for key in of_case) for case_id, of_case in keys.items()}
    return where, {row.id: row.organisation_id for row in rows if row.organisation_id is not None}


def _keys_of_case(row: Any) -> frozenset[ScopeKey]:  # noqa: ANN401 - a row of the statement above
    named = (
        ("branch", row.branch_id),
        ("branch", row.came_from_id),
        ("team", row.team_id),
        ("agent", row.owner_id),
    )
    keys = frozenset((kind, ref) for kind, ref in named if ref is not None)
    return keys if row.branch_id or row.came_from_id else keys | {EVERYBODY}


def seen_here(conn: Connection, key: ScopeKey) -> list[Root]:
    """The cases and clients of a desk that one scope sees; asked of the rows themselves, all of them."""
    gone = set(unseen(conn, {key}))
    return [
        (kind, row_id)
        for kind, table in (("case", CASE), ("organisation", ORGANISATION))
        for row_id in conn.scalars(select(table.c.id))
        if (kind, row_id) not in gone
    ]


def unseen(conn: Connection, held: Collection[ScopeKey]) -> list[Root]:
    """The cases and clients of a desk that none of these scopes sees; asked of the rows themselves, all of them."""
    cases = conn.execute(select(*_WHERE_A_CASE_IS))
    gone: list[Root] = []
    with_cases: set[UUID | None] = set()
    for row in cases:
        if _keys_of_case(row) & set(held):
            with_cases.add(row.organisation_id)
        else:
            gone.append(("case", row.id))
    for client_id, branch_id in conn.execute(select(ORGANISATION.c.id, ORGANISATION.c.branch_id)):
        key: ScopeKey = ("branch", branch_id) if branch_id else EVERYBODY
        if key not in held and client_id not in with_cases:
            gone.append(("organisation", client_id))
    return gone


def _where_clients_are(conn: Connection, ids: Collection[UUID]) -> dict[UUID, frozenset[int]]:
    rows = _WHERE_CLIENTS_ARE.all(conn, ids)
    keys = {row.id: ("branch", row.branch_id) if row.branch_id else EVERYBODY for row in rows}
    numbers = ids_of(conn, set(keys.values()))
    where = {client_id: {numbers[key]} for client_id, key in keys.items()}
    for row in _OF_THEIR_CASES.all(conn, where):
        where[row.organisation_id].add(row.scope_id)
    return {client_id: frozenset(scopes) for client_id, scopes in where.items()}


def _place(
    conn: Connection, entity: str, where: Mapping[UUID, frozenset[int]]
) -> dict[Root, tuple[frozenset[int], frozenset[int]]]:
    before = _placed(conn, entity, where)
    moved = {}
    for row_id, scopes in where.items():
        was = before.get(row_id, frozenset())
        if scopes != was:
            moved[entity, row_id] = (scopes - was, was - scopes)
    entered = [
        {"scope_id": scope, "entity": kind, "id": row_id}
        for (kind, row_id), (new, _) in moved.items()
        for scope in sorted(new)
    ]
    if entered:
        insert_many(conn, ROW_SCOPE, entered)
    left: dict[int, list[UUID]] = defaultdict(list)
    for (_, row_id), (_, old) in moved.items():
        for scope in old:
            left[scope].append(row_id)
    for scope, ids in left.items():
        conn.execute(
            delete(ROW_SCOPE).where(
                ROW_SCOPE.c.scope_id == scope, ROW_SCOPE.c.entity == entity, ROW_SCOPE.c.id.in_(ids)
            )
        )
    return moved


def _placed(conn: Connection, entity: str, ids: Iterable[UUID]) -> dict[UUID, frozenset[int]]:
    found: dict[UUID, set[int]] = defaultdict(set)
    for row in _PLACED.all(conn, ids, entity=entity):
        found[row.id].add(row.scope_id)
    return {row_id: frozenset(scopes) for row_id, scopes in found.items()}


# ---------------------------------------------------------------- what a row belongs to


def roots_of(conn: Connection, touched: Iterable[Touched]) -> dict[Touched, frozenset[Root]]:
    """The roots that rows belong to."""
    found: dict[Touched, frozenset[Root]] = {}
    to_read: dict[str, list[Touched]] = defaultdict(list)
    for row in touched:
        home = home_of(by_name()[row.entity])
        if home.entity is None and not home.by and not home.also:
            found[row] = frozenset({EVERYBODYS})
        elif row.entity in ROOTS:
            found[row] = frozenset({(row.entity, row.id)})
        elif (
            home.entity is None
            and not home.also
            and len(home.by) == 1
            and home.by[0][1] in ROOTS
            and row.parent
        ):
            found[row] = frozenset({(home.by[0][1], row.parent)})
        else:
            to_read[row.entity].append(row)
    for entity, rows in to_read.items():
        roots = read_roots(conn, by_name()[entity], [row.id for row in rows])
        found.update((row, roots.get(row.id, frozenset({EVERYBODYS}))) for row in rows)
    return found


def read_roots(conn: Connection, table: Table, ids: Sequence[UUID]) -> dict[UUID, frozenset[Root]]:
    """The roots of rows of one table, as the rows themselves say; a row that is not there is left out."""
    home = home_of(table)
    rows = _homes(table).mappings(conn, ids)
    through: dict[str, dict[UUID, frozenset[Root]]] = {}
    for name, kind in (*home.by, *home.also):
        if kind in by_name() and kind not in ROOTS and kind != "agent":
            parents = {row[name] for row in rows if row[name] is not None}
            through[kind] = read_roots(conn, by_name()[kind], sorted(parents))
    return {row["id"]: _roots_of_row(row, table, through) for row in rows}


@cache
def _homes(table: Table) -> ComposedAmong:
    home = home_of(table)
    names = {name for name, _ in (*home.by, *home.also)} | (
        {home.entity, "root_id"} if home.entity else set()
    )
    columns = [table.c.id, *(table.c[name] for name in sorted(names - {"id"}))]
    return ComposedAmong(table.c.id, lambda ids: select(*columns).where(table.c.id.in_(ids)))


def _roots_of_row(
    row: Mapping[str, Any], table: Table, through: Mapping[str, Mapping[UUID, frozenset[Root]]]
) -> frozenset[Root]:
    home = home_of(table)

    def named(name: str, kind: str) -> frozenset[Root]:
        if kind in through:
            return through[kind].get(row[name], frozenset())
        return frozenset({(kind, row[name])})

    first = next((named(name, kind) for name, kind in home.by if row[name] is not None), None)
    if home.entity is not None:
        entity = row[home.entity]
        first = frozenset({(entity, row["root_id"])}) if entity in ROOTS else frozenset()
    roots = frozenset({EVERYBODYS}) if first is None else first
    for name, kind in home.also:
        if row[name] is not None:
            roots |= named(name, kind)
    return roots
