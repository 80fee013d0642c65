"""What a hub gives out of its data to one desk: what changed, whole scopes at the start, a list to compare by.

Whatever line of the log leads to a row, the row itself is read with the right to see it as it is now: none leaves the
hub that is outside the scopes asked for (sync B5, B8).
"""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import BigInteger, Connection, bindparam, func, select

from supportdesk.protocol.messages import BUCKETS
from supportdesk.store import aggregates, change_log, images, scope_rows
from supportdesk.store.change_log import DELETED, ENTER, LEAVE, LogLine
from supportdesk.store.composed import Composed
from supportdesk.store.images import Image
from supportdesk.store.scope_rows import Root, ScopeKey
from supportdesk.store.synced_tables import ROOTS, by_name
from supportdesk.store.tables.sync import ROW_SCOPE
from supportdesk.store.tracking import Touched

MOST_LINES = 2000
MOST_ROOTS = 1000

_ID, _REV = 0, 1  # where every image has them
_ROOTS_BEFORE = Composed(
    select(ROW_SCOPE.c.id)
    .where(
        ROW_SCOPE.c.scope_id == bindparam("scope"),
        ROW_SCOPE.c.entity == bindparam("entity"),
        ROW_SCOPE.c.id < bindparam("last"),
    )
    .order_by(ROW_SCOPE.c.id.desc())
    .limit(bindparam("limit", type_=BigInteger))
)
_TOTAL = Composed(
    select(func.count()).select_from(ROW_SCOPE).where(ROW_SCOPE.c.scope_id == bindparam("scope"))
)


@dataclass(slots=True)
class Given:
    """Rows for a desk: images by table, rows that are no more, and roots that it may not see any longer.

    Of the roots in `whole` every row is here.

    `cursor` is the change of the hub up to which these tell everything; `more` that there are others after it.
    """

    cursor: int
    more: bool
    rows: dict[str, list[Image]] = field(default_factory=dict)
    deleted: list[tuple[str, UUID]] = field(default_factory=list)
    left: list[Root] = field(default_factory=list)
    whole: list[Root] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A page of a whole scope; `after` is where to go on, None at the end.

    `roots` and `total` are how many roots this page and the whole scope have, for showing how far it has come.
    """

    after: tuple[str, UUID] | None
    rows: dict[str, list[Image]]
    roots: int
    total: int


def changes_after(
    conn: Connection,
    cursors: Mapping[int, int],
    upto: int,
    limit: int = MOST_LINES,
    *,
    loading: frozenset[int] = frozenset(),
) -> Given:
    """What changed in some scopes, each after its own cursor, up to `upto`.

    What can still be seen in scopes that the desk is `loading` has not left it.
    """
    lines = change_log.lines_after(conn, cursors, upto, limit + 1)
    more = len(lines) > limit
    lines = lines[:limit]
    given = Given(lines[-1][0] if more else upto, more)
    _fill(conn, given, [line for _, line in lines], frozenset(cursors), loading)
    return given


def root_of(conn: Connection, scopes: Collection[int], root: Root) -> Given | None:
    """One case or client with all that belongs to it; None where these scopes do not see it."""
    if not scope_rows.scopes_of(conn, {root})[root] & frozenset(scopes):
        return None
    rows = aggregates.rows_of(conn, root[0], [root[1]])
    return Given(change_log.head(conn), more=False, rows=rows, whole=[root])


def _fill(
    conn: Connection, given: Given, lines: Iterable[LogLine], scopes: frozenset[int], loading: frozenset[int]
) -> None:
    wanted: dict[str, dict[UUID, None]] = defaultdict(dict)
    whole: dict[str, dict[UUID, None]] = defaultdict(dict)
    gone: dict[tuple[str, UUID], None] = {}
    roots: dict[Root, None] = {}
    for line in lines:
        key = (line.entity, line.entity_id)
        if line.root_entity in ROOTS:
            roots[line.root_entity, line.root_id] = None
        gone.pop(key, None)
        if line.act == ENTER:
            whole[line.entity][line.entity_id] = None
        elif line.act == DELETED:
            gone[key] = None
        elif line.act != LEAVE:
            wanted[line.entity][line.entity_id] = None
    placed = scope_rows.scopes_of(conn, set(roots))
    # What is seen only in a scope that is being loaded goes along whole: as it is here it would tell the desk of scopes
    # that it has left, should that one be lost before its page comes.
    seen = {root for root, seen_in in placed.items() if seen_in & (scopes | loading)}
    for kind, root_id in (root for root in roots if root in seen and not placed[root] & scopes):
        whole[kind][root_id] = None
    given.left = [root for root in roots if not placed[root] & (scopes | loading)]
    given.deleted = list(gone)
    for kind, ids in whole.items():
        visible = [each for each in ids if (kind, each) in seen]
        given.whole += [(kind, each) for each in visible]
        for entity, rows in aggregates.rows_of(conn, kind, visible).items():
            given.rows.setdefault(entity, []).extend(rows)
    for entity, ids in wanted.items():
        visible = _visible(conn, entity, list(ids), scopes, placed)
        given.rows.setdefault(entity, []).extend(images.images_of(conn, entity, visible))
    given.rows = {entity: _once(given.rows[entity]) for entity in by_name() if given.rows.get(entity)}


def _visible(
    conn: Connection,
    entity: str,
    ids: Sequence[UUID],
    scopes: frozenset[int],
    known: dict[Root, frozenset[int]],
) -> list[UUID]:
    """Those of some rows that these scopes see as things stand; `known` says where some roots are seen."""
    if entity in aggregates.everybodys() and aggregates.everybodys()[entity] == "TRUE":
        return list(ids)
    if entity in ROOTS:
        placed = known | scope_rows.scopes_of(conn, {(entity, each) for each in ids} - known.keys())
        return [each for each in ids if placed[entity, each] & scopes]
    roots = scope_rows.read_roots(conn, by_name()[entity], ids)
    wanted = {root for of_row in roots.values() for root in of_row}
    placed = known | scope_rows.scopes_of(conn, wanted - known.keys())
    return [each for each in ids if any(placed[root] & scopes for root in roots.get(each, ()))]


def sees(conn: Connection, scopes: frozenset[int], rows: Iterable[Touched]) -> dict[Touched, bool]:
    """Whether these scopes see each of some rows that are there."""
    roots = scope_rows.roots_of(conn, rows)
    placed = scope_rows.scopes_of(conn, {root for of_row in roots.values() for root in of_row})
    return {row: any(placed[root] & scopes for root in of_row) for row, of_row in roots.items()}


def _once(rows: list[Image]) -> list[Image]:
    return list({row[_ID]: row for row in rows}.values())


# ---------------------------------------------------------------- whole scopes


def is_place(entity: str) -> bool:
    """Whether a page can end within this table, so that the next goes on behind it."""
    return entity in ROOTS or entity in aggregates.everybodys()


def load(
    conn: Connection, scope: int, key: ScopeKey, after: tuple[str, UUID] | None, limit: int = MOST_ROOTS
) -> Loaded:
    """A page of a scope: what is everybody's or an agent's own first, then clients, then cases, the newest first.

    Pages are read one by one while others work; what changes meanwhile comes by the log from the first page on.
    """
    place, last = after or ("", None)
    rows: dict[str, list[Image]] = {}
    if key[0] == "agent" and place == "":
        rows = aggregates.rows_of(conn, "agent", [key[1]])
        return Loaded(("organisation", _LAST), rows, 0, _total(conn, scope))
    if key[0] == "everybody" and place not in ROOTS:
        return _load_everybodys(conn, scope, place, last, limit)
    entity = place if place in ROOTS else "organisation"
    ids = _roots_before(conn, scope, entity, last or _LAST, limit)
    if ids:
        rows = {name: _once(found) for name, found in aggregates.rows_of(conn, entity, ids).items()}
        return Loaded((entity, ids[-1]), rows, len(ids), _total(conn, scope))
    if entity == "organisation":
        return load(conn, scope, key, ("case", _LAST), limit)
    return Loaded(None, {}, 0, _total(conn, scope))


_LAST = UUID(int=(1 << 128) - 1)


def _load_everybodys(conn: Connection, scope: int, place: str, last: UUID | None, limit: int) -> Loaded:
    tables = list(aggregates.everybodys())
    entity = place or tables[0]
    rows = images.page_of(conn, entity, aggregates.everybodys()[entity], last, limit)
    if len(rows) == limit:
        following: tuple[str, UUID] = (entity, UUID(bytes=bytes(rows[-1][_ID])))
    else:
        rest = tables[tables.index(entity) + 1 :]
        following = (rest[0], UUID(int=0)) if rest else ("organisation", _LAST)
    return Loaded(following, {entity: rows} if rows else {}, 0, _total(conn, scope))


def _roots_before(conn: Connection, scope: int, entity: str, last: UUID, limit: int) -> list[UUID]:
    return _ROOTS_BEFORE.scalars(conn, scope=scope, entity=entity, last=last, limit=limit)


def _total(conn: Connection, scope: int) -> int:
    found: int = _TOTAL.scalar(conn, scope=scope)
    return found


# ---------------------------------------------------------------- comparing


def checksum(row_id: bytes, rev: int) -> int:
    """What a row adds to the sum of its bucket; the bucket is the last byte of its id."""
    return zlib.crc32(rev.to_bytes(8, "big"), zlib.crc32(row_id))


def sums(rows: Iterable[tuple[bytes, int]]) -> list[tuple[int, int]]:
    """How many rows each bucket has, and what their checksums come to."""
    found = [[0, 0] for _ in range(BUCKETS)]
    for row_id, rev in rows:
        bucket = found[row_id[-1]]
        bucket[0] += 1
        bucket[1] += checksum(bytes(row_id), rev)
    return [(count, total) for count, total in found]


def whole_sum(rows: Iterable[tuple[bytes, int]]) -> tuple[int, int]:
    """How many rows there are, and what their checksums come to."""
    found = list(rows)
    return len(found), sum(checksum(bytes(row_id), rev) for row_id, rev in found)


def revisions(conn: Connection, scope: int, key: ScopeKey, entity: str) -> list[tuple[bytes, int]]:
    """The ids and revisions of a table's rows in a scope."""
    found: dict[bytes, int] = {}
    if key[0] == "everybody" and entity in aggregates.everybodys():
        found |= images.revisions_where(conn, entity, aggregates.everybodys()[entity], None)
    if key[0] == "agent":
        for condition in dict(aggregates.belonging("agent")).get(entity, ()):
            found |= images.revisions_where(conn, entity, condition, [key[1]])
    for root in ROOTS:
        for condition in dict(aggregates.belonging(root)).get(entity, ()):
            found |= images.revisions_seen(conn, entity, condition, root, scope)
    return list(found.items())
