"""What waits for a person: open items and how they are settled; they are raised where they come about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ColumnElement, Connection, Select, and_, func, or_, select, type_coerce

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Kind, Operation, Ref
from supportdesk.domain.words import AgentRole
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.records import required
from supportdesk.services.operations.work import Effect, Work, undone_by
from supportdesk.services.views import AttentionItem
from supportdesk.store.case_rows import revise
from supportdesk.store.synced_rows import find_row, get_row, insert_row
from supportdesk.store.tables.cases import ATTENTION, CASE
from supportdesk.store.tables.people import AGENT

# What each kind of item says to the person it waits for; the screens have their own words for it in each language.
_SENTENCES = {
    "answer_after_closing": "The client answered after the case was closed. Reopen it or log a new one.",
    "uncovered": "Support was given without cover. Settle it by a payment, a new ticket or as goodwill.",
    "named_contact_request": "A contact should become a named contact. Approve or decline it.",
    "undelivered": "A message to the client could not be delivered.",
    "tell_client": "A release settles this case. Tell the client.",
    "visit_report": "A visit report was finished.",
    "suggestion": "A client made a suggestion during a visit.",
    "unaccepted": "What was done on another desk is not allowed by now. It is kept as a note: settle it.",
    "handed_over": "Somebody's work was not accepted, and they ask you what is to become of it.",
    "returned_from_central": "Central support gave this case back to you.",
}
# Each of these is decided by an act that leaves its trace on the case or the client; put aside alone, the item would be
# gone while what it stands for goes on waiting (SPK-7, SPK-8, SYN-6).
_SETTLED_ELSEWHERE = {
    "answer_after_closing": "Reactivate the case, log a new one that follows it, or leave it closed with a reason.",
    "uncovered": "Record a payment, a season ticket or goodwill on the case.",
    "named_contact_request": "Approve or decline the request.",
}
_SETTLED_SHOWN = 50
_BY = type_coerce(ATTENTION.c.data, JSON())["by"].as_string()


def open_items(desk: Desk) -> tuple[AttentionItem, ...]:
    """What waits for this person or one of their roles, latest first."""
    with desk.store.read() as conn:
        waiting = _waits_for(conn, desk.actor)
        return _items(
            conn, _selected().where(waiting).order_by(ATTENTION.c.at.desc(), ATTENTION.c.row.desc())
        )


def settled_items(desk: Desk, since: datetime) -> tuple[AttentionItem, ...]:
    """What was settled since an instant, latest first."""
    with desk.store.read() as conn:
        statement = _selected().where(ATTENTION.c.settled_at >= since, _addressed(conn, desk.actor))
        return _items(conn, statement.order_by(ATTENTION.c.settled_at.desc()).limit(_SETTLED_SHOWN))


def open_count(conn: Connection, agent_id: UUID) -> int:
    """How many items wait for an agent."""
    return conn.scalar(select(func.count()).select_from(ATTENTION).where(_waits_for(conn, agent_id))) or 0


def settle(desk: Desk, item_id: UUID, settlement: str) -> Done:
    """Put an item aside, saying how it was settled.

    KnownError for an item that is settled already, and for one that an act of its own settles.
    """
    return do(desk, "attention.settle", item_id, {"settlement": settlement})


@handles("attention.settle", kind=Kind.COMMAND, entity=Entity.ATTENTION)
def _settle(work: Work, operation: Operation) -> Effect:
    item = get_row(work.conn, ATTENTION, work.root)
    remedy = _SETTLED_ELSEWHERE.get(item["kind"])
    if remedy is not None:
        raise KnownError("This can't be put aside.", "It needs a decision of its own.", remedy)
    if item["settled_at"] is not None:
        raise KnownError(
            "This was settled already.", "Nothing was changed.", "Open the list again to see what is left."
        )
    close_item(work, work.root, required(operation.args["settlement"], "How it was settled"))
    return Effect(_changes(work, item["case_id"]), undo=undone_by("attention.reopen"))


@handles("attention.reopen", kind=Kind.COMMAND, entity=Entity.ATTENTION)
def _reopen(work: Work, _operation: Operation) -> Effect:
    item = get_row(work.conn, ATTENTION, work.root)
    revise(
        work.conn,
        ATTENTION,
        work.root,
        {"settled_at": None, "settled_by": None, "settlement": None},
        work.operation,
    )
    undo = undone_by("attention.settle", settlement=item["settlement"])
    return Effect(_changes(work, item["case_id"]), undo=undo)


def raise_item(
    work: Work,
    kind: str,
    *,
    case_id: UUID | None = None,
    for_id: UUID | None = None,
    for_role: AgentRole | None = None,
    organisation_id: UUID | None = None,
    data: Mapping[str, Any] | None = None,
) -> Ref:
    """Put something before a person or a role, as part of an operation; a case or client says who may see it."""
    item_id = work.new_id()
    values = {
        "kind": kind,
        "case_id": case_id,
        "organisation_id": organisation_id,
        "for_id": for_id,
        "for_role": for_role.value if for_role else None,
        "data": dict(data or {}),
        "at": work.now,
    }
    insert_row(work.conn, ATTENTION, item_id, work.operation, values)
    return Ref(Entity.ATTENTION, item_id)


def close_item(work: Work, item_id: UUID, settlement: str) -> None:
    """Note that an item is settled, by whom and how."""
    values = {"settled_at": work.now, "settled_by": work.actor, "settlement": settlement}
    revise(work.conn, ATTENTION, item_id, values, work.operation)


def _changes(work: Work, case_id: UUID | None) -> ChangeSet:
    changed = {work.operation.root: frozenset({Aspect.ROW})}
    if case_id is not None:
        changed[Ref(Entity.CASE, case_id)] = frozenset({Aspect.ROW})
    return ChangeSet(changed)


def _addressed(conn: Connection, agent_id: UUID) -> ColumnElement[bool]:
    agent = find_row(conn, AGENT, agent_id)
    roles = list(agent["roles"]) if agent is not None else []
    everyone = and_(ATTENTION.c.for_id.is_(None), ATTENTION.c.for_role.is_(None))
    # Nobody is told of what they did themselves because they have a role that is.
    others = and_(ATTENTION.c.for_role.in_(roles), or_(_BY.is_(None), str(agent_id) != _BY))
    return or_(ATTENTION.c.for_id == agent_id, others, everyone)


def _waits_for(conn: Connection, agent_id: UUID) -> ColumnElement[bool]:
    return and_(ATTENTION.c.settled_at.is_(None), ~ATTENTION.c.deleted, _addressed(conn, agent_id))


def _selected() -> Select[*tuple[Any, ...]]:
    return select(
        ATTENTION, CASE.c.number.label("case_number"), CASE.c.title.label("case_title")
    ).select_from(ATTENTION.outerjoin(CASE, CASE.c.id == ATTENTION.c.case_id))


def _items(conn: Connection, statement: Select[*tuple[Any, ...]]) -> tuple[AttentionItem, ...]:
    return tuple(
        AttentionItem(
            id=row["id"],
            kind=row["kind"],
            case_id=row["case_id"],
            case_number=row["case_number"] or "",
            title=row["case_title"] or "",
            at=row["at"],
            sentence=row["settlement"] or _SENTENCES.get(row["kind"], ""),
            data=row["data"] or {},
        )
        for row in conn.execute(statement).mappings()
    )
