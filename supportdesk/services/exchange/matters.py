"""What needs the person at this desk, of every kind, and what settled by itself; what is done about it is next door."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.domain.operation import Entity, Operation
from supportdesk.domain.words import EntryKind
from supportdesk.services.cases.conflicts import concerns, open_conflicts
from supportdesk.services.exchange.contested import UNDO_WITHIN, about, contested
from supportdesk.services.exchange.taking_in import HELD
from supportdesk.services.exchange.unsent import unsent
from supportdesk.services.in_hand.attention import open_items, settled_items
from supportdesk.services.operations.desk import Desk
from supportdesk.services.operations.plain import to_instant
from supportdesk.services.views import AttentionItem
from supportdesk.services.views.matters import About, Item, Matter, Matters, SettledItself, Unaccepted
from supportdesk.store import operation_rows
from supportdesk.store.composed import Record
from supportdesk.store.operation_rows import Answered
from supportdesk.store.tables.cases import ATTENTION, ENTRY
from supportdesk.store.tables.people import AGENT, CONTACT
from supportdesk.store.tables.sync import CONFLICT

SETTLED_SHOWN = timedelta(days=7)
"""How long what settled by itself, or was put aside, stays in view."""

_TEXTS = ("title", "body", "note", "name", "reason")
_DRAFTED = frozenset({"case.reply", "case.note", "case.call", "case.request_information"})


def matters(desk: Desk, also: UUID | None = None) -> Matters:
    """What waits, latest first, and what is settled. `also` is a case whose contested fields are wanted, whoever's."""
    items = open_items(desk)
    put_aside = settled_items(desk, desk.now() - SETTLED_SHOWN)
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        waiting: list[Matter] = [
            *_open_conflicts(conn, desk, also),
            *(_unaccepted(conn, each) for each in operation_rows.not_taken(conn)),
            *unsent(conn),
            *_items(conn, items, settled=False),
        ]
        settled: list[Matter] = [
            *_settled_conflicts(conn, desk),
            *_by_itself(conn, desk),
            *_items(conn, put_aside, settled=True),
        ]
    return Matters(_latest_first(waiting), _latest_first(settled))


def conflicts_of(desk: Desk, case_id: UUID) -> int:
    """How many fields of a case two people have set differently."""
    with desk.store.read() as conn:
        return len(open_conflicts(conn, root_id=case_id))


def words_of(operation: Operation) -> str:
    """The texts that were typed in an operation, one below the other."""
    args = operation.args
    texts = [args.get(name) for name in _TEXTS]
    changes = args.get("changes") if isinstance(args.get("changes"), Mapping) else {}
    texts += [changes.get(name) for name in _TEXTS] if changes else []
    return "\n\n".join(text.strip() for text in texts if isinstance(text, str) and text.strip())


def _latest_first(found: list[Matter]) -> tuple[Matter, ...]:
    return tuple(sorted(found, key=lambda matter: matter.at, reverse=True))


# ---------------------------------------------------------------- contested fields


def _open_conflicts(conn: Connection, desk: Desk, also: UUID | None) -> list[Matter]:
    wanted = concerns(desk.actor)
    if also is not None:
        wanted |= CONFLICT.c.root_id == also
    statement = select(CONFLICT).where(CONFLICT.c.state == "open", ~CONFLICT.c.deleted, wanted)
    return [*contested(conn, desk, conn.execute(statement).mappings().all())]


def _settled_conflicts(conn: Connection, desk: Desk) -> list[Matter]:
    statement = select(CONFLICT).where(
        CONFLICT.c.settled_at >= desk.now() - UNDO_WITHIN,
        ~CONFLICT.c.deleted,
        concerns(desk.actor) | (CONFLICT.c.settled_by == desk.actor),
    )
    return [*contested(conn, desk, conn.execute(statement).mappings().all())]


# ---------------------------------------------------------------- what was not taken in


def _unaccepted(conn: Connection, answered: Answered) -> Unaccepted:
    operation, outcome = answered.kept.operation, answered.kept.outcome
    held = outcome.rule == HELD
    spoken = _client_since(conn, operation) if held else None
    return Unaccepted(
        key=f"operation:{operation.id}",
        about=about(conn, operation.root.entity.value, operation.root.id),
        operation_id=operation.id,
        act=operation.name,
        at=operation.at,
        answered_at=answered.answered_at,
        words=words_of(operation),
        reason=outcome.reason or "",
        rule=outcome.rule or "",
        held=held,
        client_words=(spoken["body"] or "") if spoken else "",
        client=(spoken["name"] or "") if spoken else "",
        client_at=spoken["at"] if spoken else None,
        can_draft=operation.name in _DRAFTED,
    )


def _client_since(conn: Connection, reply: Operation) -> Record | None:
    """What the client said last, if its writer had not seen it."""
    seen = to_instant(reply.args.get("seen_until"))
    rows = (
        select(ENTRY.c.body, ENTRY.c.at, CONTACT.c.name)
        .select_from(ENTRY.outerjoin(CONTACT, CONTACT.c.id == ENTRY.c.contact_id))
        .where(
            ENTRY.c.case_id == reply.root.id,
            ENTRY.c.kind == EntryKind.CLIENT.value,
            ~ENTRY.c.deleted,
            *((ENTRY.c.at > seen,) if seen else ()),
        )
        .order_by(ENTRY.c.at.desc(), ENTRY.c.row.desc())
    )
    return conn.execute(rows.limit(1)).mappings().first()


def _by_itself(conn: Connection, desk: Desk) -> list[Matter]:
    found: list[Matter] = []
    for answered in operation_rows.merged_since(conn, desk.now() - SETTLED_SHOWN):
        operation, result = answered.kept.operation, answered.kept.outcome.result
        if result.get("kept_as"):
            continue
        # Where both did the same there is no field to tell of.
        fields = result.get("fields", ())
        found.append(
            SettledItself(
                key=f"merged:{operation.id}",
                about=about(conn, operation.root.entity.value, operation.root.id),
                act=operation.name,
                at=answered.answered_at or operation.at,
                fields={each["field"]: each["how"] for each in fields},
            )
        )
    return found


# ---------------------------------------------------------------- items


def _items(conn: Connection, items: tuple[AttentionItem, ...], *, settled: bool) -> list[Matter]:
    return [_item(conn, item, settled=settled) for item in items]


def _item(conn: Connection, item: AttentionItem, *, settled: bool) -> Item:
    row = conn.execute(
        select(ATTENTION.c.created_op, ATTENTION.c.organisation_id, ATTENTION.c.settled_at).where(
            ATTENTION.c.id == item.id
        )
    ).one()
    words = _words_behind(conn, item, row.created_op)
    data: Mapping[str, str] = (words["data"] or {}) if words is not None else {}
    return Item(
        key=f"item:{item.id}",
        about=_about_item(conn, item, row.organisation_id),
        item=item,
        at=row.settled_at if settled and row.settled_at else item.at,
        words=(words["body"] or "") if words is not None else "",
        reason=data.get("reason") or "",
        rule=data.get("rule") or "",
        act=data.get("act") or "",
        by=(words["agent"] or words["contact"] or "") if words is not None else "",
        settled=settled,
    )


def _about_item(conn: Connection, item: AttentionItem, organisation_id: UUID | None) -> About:
    if item.case_id is not None:
        return about(conn, Entity.CASE.value, item.case_id)
    if organisation_id is not None:
        return about(conn, Entity.ORGANISATION.value, organisation_id)
    return About("", item.id)


def _words_behind(conn: Connection, item: AttentionItem, operation_id: UUID | None) -> Record | None:
    """What was said when the item came about: by whom, and what."""
    if item.case_id is None:
        return None
    spoken = (EntryKind.UNACCEPTED.value, EntryKind.CLIENT.value)
    rows = (
        select(ENTRY.c.body, ENTRY.c.data, AGENT.c.name.label("agent"), CONTACT.c.name.label("contact"))
        .select_from(
            ENTRY.outerjoin(AGENT, AGENT.c.id == ENTRY.c.author_id).outerjoin(
                CONTACT, CONTACT.c.id == ENTRY.c.contact_id
            )
        )
        .where(ENTRY.c.case_id == item.case_id, ENTRY.c.op_id == operation_id, ENTRY.c.kind.in_(spoken))
    )
    return conn.execute(rows.limit(1)).mappings().first()
