"""What an operation brings about outside – a message to a client –, noted with it and carried out once (sync B6).

The note is keyed by the operation and the kind of effect and written in the operation's own transaction: a repeated
push or a second worker finds it there. Who carries effects out claims each before beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, select, update

from supportdesk.domain.operation import Entity, Operation, Outcome, Status
from supportdesk.store.insertion import insert_many
from supportdesk.store.store import Store
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.sync import EFFECT
from supportdesk.store.tables.work import VISIT

WITHDRAWABLE = timedelta(seconds=10)
"""How long what is said to a client can be taken back before it leaves."""

_FINISH = "visit.finish"
_OUTWARD = {
    "case.reply": "reply",
    "case.request_information": "information_request",
    "case.take_step": "step",
    "case.close": "closing",
    "case.reactivate": "reactivation",
    # To those on the policy's list, once for each revision (ONX-2).
    _FINISH: "visit_report",
}
_BEGUN_TOO_LONG = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Effect:
    """Something to be brought about outside."""

    operation_id: UUID
    kind: str
    case_id: UUID | None
    data: Mapping[str, Any]


def note(conn: Connection, operation: Operation, outcome: Outcome, now: datetime) -> None:
    """Note what an operation that was just taken in brings about, and what one that takes another back no longer does.

    Where its words were kept but not accepted, the effect is held until a person decides.
    """
    if operation.name == "case.undo":
        undone = UUID(str(operation.args["operation"]))
        conn.execute(delete(EFFECT).where(EFFECT.c.op_id == undone, EFFECT.c.state.in_(("waiting", "held"))))
        return
    kind = _OUTWARD.get(operation.name)
    if kind is None or outcome.status not in {Status.APPLIED, Status.MERGED}:
        return
    more = _of_report(conn, operation) if operation.name == _FINISH else {}
    if more is None:
        return
    held = bool(outcome.result.get("kept_as"))
    values = {
        "op_id": operation.id,
        "kind": kind,
        "case_id": operation.root.id if operation.root.entity is Entity.CASE else None,
        "data": {"by": str(operation.actor), **more},
        "state": "held" if held else "waiting",
        "due_at": now + WITHDRAWABLE,
    }
    insert_many(conn, EFFECT, [values])


def _of_report(conn: Connection, operation: Operation) -> Mapping[str, Any] | None:
    """Which report goes to whom; None where the policy names nobody."""
    visit = get_row(conn, VISIT, operation.root.id)
    if not visit["report_to"]:
        return None
    return {"visit": str(visit["id"]), "revision": visit["revision"] or 1, "to": visit["report_to"]}


def carry_out(store: Store, now: datetime, carry: Callable[[Effect], None], *, limit: int = 50) -> int:
    """Carry out what is due, each effect once: claimed, then begun, then noted as done; gives how many.

    An effect whose carrier raised or was killed is begun and not done: it is left for a person, as nobody knows
    whether it reached the client.
    """
    done = 0
    for _ in range(limit):
        effect = _claim(store, now)
        if effect is None:
            break
        carry(effect)
        with store.write() as conn:
            conn.execute(
                update(EFFECT)
                .where(EFFECT.c.op_id == effect.operation_id, EFFECT.c.kind == effect.kind)
                .values(state="done", done_at=now)
            )
        done += 1
    return done


def stuck(conn: Connection, now: datetime) -> list[Effect]:
    """Effects that were begun long ago and are not known to be done."""
    rows = conn.execute(
        select(EFFECT).where(EFFECT.c.state == "begun", EFFECT.c.due_at < now - _BEGUN_TOO_LONG)
    ).mappings()
    return [Effect(row["op_id"], row["kind"], row["case_id"], row["data"] or {}) for row in rows]


def _claim(store: Store, now: datetime) -> Effect | None:
    with store.write() as conn:
        statement = (
            select(EFFECT)
            .where(EFFECT.c.state == "waiting", EFFECT.c.due_at <= now)
            .order_by(EFFECT.c.due_at)
            .limit(1)
        )
        if store.dialect == "postgresql":
            statement = statement.with_for_update(skip_locked=True)
        row = conn.execute(statement).mappings().first()
        if row is None:
            return None
        key = (EFFECT.c.op_id == row["op_id"]) & (EFFECT.c.kind == row["kind"])
        conn.execute(update(EFFECT).where(key).values(state="begun"))
    return Effect(row["op_id"], row["kind"], row["case_id"], row["data"] or {})
