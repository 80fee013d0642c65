"""What a desk remembers of its hub: membership and cursor, the scopes it holds, the work that waits to be sent."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import BigInteger, Text, bindparam, cast, delete, func, insert, or_, select, update

from supportdesk.domain.errors import KnownError
from supportdesk.store.composed import Composed, ComposedAmong, Record, change_row
from supportdesk.store.operation_rows import KeptOperation, kept_from
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.desk import OPERATION, OUTBOX
from supportdesk.store.tables.people import ORGANISATION
from supportdesk.store.tables.sync import HELD_SCOPE, MEMBERSHIP, SHADOW

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

    from supportdesk.store.scope_rows import Root

WAITING, BLOCKED, ANSWERED = "waiting", "blocked", "answered"
RESTS_AFTER = 10
"""Tries without an end after which an operation is left until a person sends it again."""

_LONGER_THAN_ANY_PAUSE = timedelta(hours=1)
_MEMBERSHIP = Composed(select(MEMBERSHIP))
_CURSOR = Composed(select(MEMBERSHIP.c.cursor))
_DEVICE = Composed(select(MEMBERSHIP.c.device_id))
_SCOPES = Composed(select(HELD_SCOPE).order_by(HELD_SCOPE.c.scope_id))
_NUMBERS = Composed(select(OUTBOX.c.n))
_NUMBERS_OF = Composed(
    select(OUTBOX.c.n)
    .join(OPERATION, OPERATION.c.n == OUTBOX.c.n)
    .where(OPERATION.c.name == bindparam("name"))
)
_REFUSED = Composed(select(OUTBOX.c.n).where(OUTBOX.c.why.is_not(None), OUTBOX.c.state != ANSWERED))
_WITH_NAME = ComposedAmong(
    OPERATION.c.n,
    lambda numbers: select(OPERATION).where(
        OPERATION.c.n.in_(numbers), OPERATION.c.name == bindparam("name")
    ),
)
_BACK = (OUTBOX.c.state == ANSWERED) & (OUTBOX.c.seq <= bindparam("seq"))
_COME_BACK = Composed(select(OUTBOX.c.n).where(_BACK))
_FORGET_BACK = Composed(delete(OUTBOX).where(_BACK))
_LARGEST = (1 << 63) - 1
_OF_OUTBOX = ("state", "tries", "next_try", "why", "seq")


# A pause of hours was reckoned by a clock that has been put right since.
_TOO_LONG = (OUTBOX.c.next_try > bindparam("too_late")) & (OUTBOX.c.tries < RESTS_AFTER)
_MAY_BE_SENT = or_(OUTBOX.c.next_try.is_(None), OUTBOX.c.next_try <= bindparam("at"), _TOO_LONG)
_UNANSWERED = OUTBOX.c.state != ANSWERED
_TO_SEND = Composed(
    select(OUTBOX.c.n, func.length(cast(OPERATION.c.args, Text)))
    .join(OPERATION, OPERATION.c.n == OUTBOX.c.n)
    .where(_MAY_BE_SENT, _UNANSWERED)
    .order_by(OUTBOX.c.n)
    .limit(bindparam("limit", type_=BigInteger))
)


def _waiting(*, due: bool, answered: bool) -> Select[Any]:
    columns = (*OPERATION.c, *(OUTBOX.c[name] for name in _OF_OUTBOX))
    found = select(*columns).join(OUTBOX, OPERATION.c.n == OUTBOX.c.n).order_by(OUTBOX.c.n)
    if due:
        found = found.where(_MAY_BE_SENT)
    return found if answered else found.where(_UNANSWERED)


@cache
def _first_waiting(*, due: bool, answered: bool) -> Composed:
    return Composed(_waiting(due=due, answered=answered).limit(bindparam("limit", type_=BigInteger)))


@cache
def _waiting_among(*, due: bool, answered: bool) -> ComposedAmong:
    found = _waiting(due=due, answered=answered)
    return ComposedAmong(OUTBOX.c.n, lambda numbers: found.where(OUTBOX.c.n.in_(numbers)))


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


def membership(conn: Connection) -> Record | None:
    """The hub that this desk belongs to; None for a desk that works alone."""
    return _MEMBERSHIP.mapping(conn)


def device(conn: Connection) -> UUID:
    """The id by which the hub knows this desk; KnownError for one that works alone."""
    found: UUID | None = _DEVICE.scalar(conn)
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
    change_row(conn, MEMBERSHIP.c.one, 1, values)


def cursor(conn: Connection) -> int:
    """The change of the hub up to which this desk knows everything."""
    found: int = _CURSOR.scalar(conn) or 0
    return found


def is_unswept(conn: Connection) -> bool:
    """Whether everything is or was loaded anew, and what the hub shows no longer is still here."""
    mine = membership(conn)
    return mine is not None and mine["resynced_at"] is not None and mine["verified_at"] is None


# ---------------------------------------------------------------- scopes


def scopes(conn: Connection) -> Sequence[Record]:
    """The scopes that this desk holds or is loading, in the order in which they are loaded."""
    return _SCOPES.mappings(conn)


def add_scope(conn: Connection, scope_id: int, kind: str, ref: UUID) -> None:
    """Note a scope whose rows are still to be loaded.

    Its log counts from what this desk knows now: what is here already and leaves before its page comes is told there.
    """
    values = {"scope_id": scope_id, "kind": kind, "ref": ref, "state": "loading", "seq": cursor(conn)}
    conn.execute(insert(HELD_SCOPE).values(**values))


def update_scope(conn: Connection, scope_id: int, **values: object) -> None:
    """Note how far a scope is loaded."""
    change_row(conn, HELD_SCOPE.c.scope_id, scope_id, values)


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
    given = {} if due is None else _times(due)
    if numbers is not None:
        rows = _waiting_among(due=due is not None, answered=answered).mappings(conn, sorted(numbers), **given)
    else:
        most = _LARGEST if limit is None else limit
        rows = _first_waiting(due=due is not None, answered=answered).mappings(conn, limit=most, **given)
    return [Waiting(kept_from(row), *(row[name] for name in _OF_OUTBOX)) for row in rows]


def _times(at: datetime) -> dict[str, object]:
    return {"at": at, "too_late": at + _LONGER_THAN_ANY_PAUSE}


def first_to_send(conn: Connection, due: datetime, limit: int, characters: int) -> list[int]:
    """The numbers of the first operations that may be sent at this instant, whose arguments are not longer together."""
    numbers: list[int] = []
    total = 0
    for number, size in _TO_SEND.all(conn, limit=limit, **_times(due)):
        total += size
        if numbers and total > characters:
            break
        numbers.append(number)
    return numbers


def numbers_waiting(conn: Connection, name: str | None = None) -> set[int]:
    """The numbers of all operations that have not come back, or of those with this name."""
    if name is None:
        return set(_NUMBERS.scalars(conn))
    return set(_NUMBERS_OF.scalars(conn, name=name))


def numbers_refused(conn: Connection) -> set[int]:
    """The numbers of the operations that something keeps, and that may have no effect here for the time being."""
    return set(_REFUSED.scalars(conn))


def count_waiting(conn: Connection) -> int:
    """How many operations the hub has not answered."""
    found: int = conn.scalar(select(func.count()).select_from(OUTBOX).where(OUTBOX.c.state != ANSWERED)) or 0
    return found


def has_text_to_send(conn: Connection) -> bool:
    """Whether operations are on their way to the hub; one that is blocked waits for something else."""
    return conn.scalar(select(OUTBOX.c.n).where(OUTBOX.c.state == WAITING).limit(1)) is not None


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
    change_row(conn, OUTBOX.c.n, number, values)


def let_all_be_tried(conn: Connection) -> None:
    """Let everything that rests be sent with the next push."""
    rests = OUTBOX.c.next_try.is_not(None) & (OUTBOX.c.state != ANSWERED)
    conn.execute(update(OUTBOX).where(rests).values(next_try=None, tries=0))


def note_answer(conn: Connection, number: int, seq: int, answer: Mapping[str, Any]) -> None:
    """Note what the hub made of an operation; `answer` are columns of the operation."""
    change_row(conn, OPERATION.c.n, number, answer)
    update_waiting(conn, number, state=ANSWERED, seq=seq, why=None, next_try=None)


def come_back(conn: Connection, seq: int) -> list[int]:
    """The numbers of operations whose effect has come back with this change of the hub; they wait no longer."""
    numbers = _COME_BACK.scalars(conn, seq=seq)
    if numbers:
        _FORGET_BACK.run(conn, seq=seq)
    return numbers


def kept_with(conn: Connection, numbers: Iterable[int], name: str) -> list[KeptOperation]:
    """Those of some operations that have this name."""
    return [kept_from(row) for row in _WITH_NAME.mappings(conn, numbers, name=name)]


def shorten(conn: Connection, number: int, args: Mapping[str, Any]) -> None:
    """Keep other arguments of an operation than it was sent with."""
    change_row(conn, OPERATION.c.n, number, {"args": dict(args)})
