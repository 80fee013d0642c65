"""What a desk remembers of its hub: membership and cursor, the scopes it holds, the work that waits to be sent."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Text, cast, delete, func, insert, or_, select, update

from supportdesk.domain.errors import KnownError
from supportdesk.store.operation_rows import KeptOperation, kept_from
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.desk import OPERATION, OUTBOX
from supportdesk.store.tables.people import ORGANISATION
from supportdesk.store.tables.sync import HELD_SCOPE, MEMBERSHIP, SHADOW

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, RowMapping, Select

    from supportdesk.store.scope_rows import Root

WAITING, BLOCKED, ANSWERED = "waiting", "blocked", "answered"
RESTS_AFTER = 10
"""Tries without an end after which an operation is left until a person sends it again."""

_LONGER_THAN_ANY_PAUSE = timedelta(hours=1)
_ANYTHING = select(OUTBOX.c.n).limit(1)
_BATCH = 500
_OF_OUTBOX = ("state", "tries", "next_try", "why", "seq")


@dataclass(frozen=True, slots=True)
class Waiting:
    """An operation that has not come back from the hub. `why` is what keeps it, or what the hub will say to it.

    `seq`, once the hub has answered, is the change of the hub with which its effect comes back.
    """

    kept: KeptOperation
    state: str
    tries: int
    next_try: datetime | None
    why: str | None
    seq: int | None


# ---------------------------------------------------------------- membership


def membership(conn: Connection) -> RowMapping | None:
    """The hub that this desk belongs to; None for a desk that works alone."""
    return conn.execute(select(MEMBERSHIP)).mappings().first()


def device(conn: Connection) -> UUID:
    """The id by which the hub knows this desk; KnownError for one that works alone."""
    found: UUID | None = conn.scalar(select(MEMBERSHIP.c.device_id))
    if found is None:
        raise KnownError(
            "This desk works alone.", "There is no hub to speak with.", "Connect it to a hub first."
        )
    return found


def join(conn: Connection, values: Mapping[str, Any]) -> None:
    """Note which hub this desk belongs to from now on."""
    conn.execute(delete(MEMBERSHIP))
    conn.execute(insert(MEMBERSHIP).values(one=1, **values))


def update_membership(conn: Connection, **values: object) -> None:
    """Note something about the hub."""
    conn.execute(update(MEMBERSHIP).values(**values))


def cursor(conn: Connection) -> int:
    """The change of the hub up to which this desk knows everything."""
    found: int = conn.scalar(select(MEMBERSHIP.c.cursor)) or 0
    return found


# ---------------------------------------------------------------- scopes


def scopes(conn: Connection) -> Sequence[RowMapping]:
    """The scopes that this desk holds or is loading, in the order in which they are loaded."""
    return conn.execute(select(HELD_SCOPE).order_by(HELD_SCOPE.c.scope_id)).mappings().all()


def add_scope(conn: Connection, scope_id: int, kind: str, ref: UUID) -> None:
    """Note a scope whose rows are still to be loaded.

    Its log counts from what this desk knows now: what is here already and leaves before its page comes is told there.
    """
    values = {"scope_id": scope_id, "kind": kind, "ref": ref, "state": "loading", "seq": cursor(conn)}
    conn.execute(insert(HELD_SCOPE).values(**values))


def update_scope(conn: Connection, scope_id: int, **values: object) -> None:
    """Note how far a scope is loaded."""
    conn.execute(update(HELD_SCOPE).where(HELD_SCOPE.c.scope_id == scope_id).values(**values))


def drop_scopes(conn: Connection, ids: Iterable[int]) -> None:
    """Forget scopes that were lost."""
    conn.execute(delete(HELD_SCOPE).where(HELD_SCOPE.c.scope_id.in_(list(ids))))


def roots(conn: Connection) -> list[Root]:
    """The cases and clients that the hub has sent to this desk; those of its own work only are not among them."""
    own = select(SHADOW.c.id).where(SHADOW.c.image.is_(None))
    return [
        (str(table.name), row_id)
        for table in (CASE, ORGANISATION)
        for row_id in conn.scalars(select(table.c.id).where(table.c.id.not_in(own)).order_by(table.c.id))
    ]


def count_roots(conn: Connection) -> int:
    """How many cases and clients this desk has."""
    return sum(conn.scalar(select(func.count()).select_from(table)) or 0 for table in (CASE, ORGANISATION))


# ---------------------------------------------------------------- what waits


def waiting(
    conn: Connection,
    *,
    due: datetime | None = None,
    limit: int | None = None,
    answered: bool = True,
    numbers: Collection[int] | None = None,
) -> list[Waiting]:
    """The operations that have not come back, in the order in which they were done.

    `due`: only those that may be sent at this instant. `answered`: also those that the hub has answered, whose effect
    has not come back yet. `numbers`: only these, as there may be many and large ones.
    """
    # Asked at every turn of the exchange, and there is mostly nothing.
    if conn.execute(_ANYTHING).first() is None:
        return []
    statement = select(OUTBOX, OPERATION).join(OPERATION, OPERATION.c.n == OUTBOX.c.n).order_by(OUTBOX.c.n)
    if due is not None:
        statement = statement.where(_may_be_sent(due))
    if not answered:
        statement = statement.where(OUTBOX.c.state != ANSWERED)
    if numbers is not None:
        ordered = sorted(numbers)
        batches = (ordered[start : start + _BATCH] for start in range(0, len(ordered), _BATCH))
        return [each for batch in batches for each in _read(conn, statement.where(OUTBOX.c.n.in_(batch)))]
    return _read(conn, statement if limit is None else statement.limit(limit))


def _read(conn: Connection, statement: Select[Any]) -> list[Waiting]:
    rows = conn.execute(statement).mappings()
    return [Waiting(kept_from(row), *(row[OUTBOX.c[name]] for name in _OF_OUTBOX)) for row in rows]


def _may_be_sent(at: datetime) -> ColumnElement[bool]:
    # A pause of hours was reckoned by a clock that has been put right since.
    too_long = (OUTBOX.c.next_try > at + _LONGER_THAN_ANY_PAUSE) & (OUTBOX.c.tries < RESTS_AFTER)
    return or_(OUTBOX.c.next_try.is_(None), OUTBOX.c.next_try <= at, too_long)


def first_to_send(conn: Connection, due: datetime, limit: int, characters: int) -> list[int]:
    """The numbers of the first operations that may be sent at this instant, whose arguments are not longer together."""
    length = func.length(cast(OPERATION.c.args, Text))
    statement = (
        select(OUTBOX.c.n, length)
        .join(OPERATION, OPERATION.c.n == OUTBOX.c.n)
        .where(_may_be_sent(due), OUTBOX.c.state != ANSWERED)
        .order_by(OUTBOX.c.n)
        .limit(limit)
    )
    numbers: list[int] = []
    total = 0
    for number, size in conn.execute(statement):
        total += size
        if numbers and total > characters:
            break
        numbers.append(number)
    return numbers


def numbers_waiting(conn: Connection, name: str | None = None) -> set[int]:
    """The numbers of all operations that have not come back, or of those with this name."""
    statement = select(OUTBOX.c.n)
    if name is not None:
        statement = statement.join(OPERATION, OPERATION.c.n == OUTBOX.c.n).where(OPERATION.c.name == name)
    return set(conn.scalars(statement))


def numbers_refused(conn: Connection) -> set[int]:
    """The numbers of the operations that something keeps, and that may have no effect here for the time being."""
    return set(conn.scalars(select(OUTBOX.c.n).where(OUTBOX.c.why.is_not(None), OUTBOX.c.state != ANSWERED)))


def count_waiting(conn: Connection) -> int:
    """How many operations the hub has not answered."""
    found: int = conn.scalar(select(func.count()).select_from(OUTBOX).where(OUTBOX.c.state != ANSWERED)) or 0
    return found


def count_unsettled(conn: Connection) -> int:
    """How many operations of this desk came back otherwise than they were meant and wait for their person."""
    ended_well = OPERATION.c.status.in_(("applied", "merged"))
    statement = (
        select(func.count()).select_from(OPERATION).where(~ended_well, OPERATION.c.settled_at.is_(None))
    )
    found: int = conn.scalar(statement) or 0
    return found


def count_resting(conn: Connection, tries: int) -> int:
    """How many operations were tried so often that they are left until a person sends them again."""
    resting = (OUTBOX.c.state != ANSWERED) & (OUTBOX.c.tries >= tries)
    return conn.scalar(select(func.count()).select_from(OUTBOX).where(resting)) or 0


def update_waiting(conn: Connection, number: int, **values: object) -> None:
    """Note how the sending of an operation goes."""
    conn.execute(update(OUTBOX).where(OUTBOX.c.n == number).values(**values))


def let_all_be_tried(conn: Connection) -> None:
    """Let everything that rests be sent with the next push."""
    rests = OUTBOX.c.next_try.is_not(None) & (OUTBOX.c.state != ANSWERED)
    conn.execute(update(OUTBOX).where(rests).values(next_try=None, tries=0))


def note_answer(conn: Connection, number: int, seq: int, answer: Mapping[str, Any]) -> None:
    """Note what the hub made of an operation; `answer` are columns of the operation."""
    conn.execute(update(OPERATION).where(OPERATION.c.n == number).values(**answer))
    update_waiting(conn, number, state=ANSWERED, seq=seq, why=None, next_try=None)


def come_back(conn: Connection, seq: int) -> list[int]:
    """The numbers of operations whose effect has come back with this change of the hub; they wait no longer."""
    back = (OUTBOX.c.state == ANSWERED) & (OUTBOX.c.seq <= seq)
    numbers = list(conn.scalars(select(OUTBOX.c.n).where(back)))
    if numbers:
        conn.execute(delete(OUTBOX).where(back))
    return numbers


def kept_with(conn: Connection, numbers: Iterable[int], name: str) -> list[KeptOperation]:
    """Those of some operations that have this name."""
    ordered = list(numbers)
    found: list[KeptOperation] = []
    for start in range(0, len(ordered), _BATCH):
        among = OPERATION.c.n.in_(ordered[start : start + _BATCH])
        rows = conn.execute(select(OPERATION).where(among, OPERATION.c.name == name)).mappings()
        found += map(kept_from, rows)
    return found


def shorten(conn: Connection, number: int, args: Mapping[str, Any]) -> None:
    """Keep other arguments of an operation than it was sent with."""
    conn.execute(update(OPERATION).where(OPERATION.c.n == number).values(args=dict(args)))
