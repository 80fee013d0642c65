"""How this desk stands with its hub by its own file, and what waits to be sent; what needs a person is in `matters`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import Connection, func, select

from supportdesk.domain.operation import Entity, Status
from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries.sidebar import waiting_matters
from supportdesk.services.views.outlook import Standing, WaitingChange
from supportdesk.store import desk_rows, kept_uploads
from supportdesk.store.desk_rows import Waiting
from supportdesk.store.synced_rows import find_row
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import AGENT, ORGANISATION

_SHOWN = 500


def standing(desk: Desk) -> Standing:
    """How the desk stands, in one snapshot; a desk that works alone sends nothing and nothing of it waits."""
    with desk.store.read() as conn:
        attention = waiting_matters(conn, desk.actor)
        mine = desk_rows.membership(conn)
        if mine is None:
            return Standing(attention=attention)
        loading = [scope for scope in desk_rows.scopes(conn) if scope["state"] == "loading"]
        agent = find_row(conn, AGENT, mine["agent_id"])
        files, file_bytes = kept_uploads.waiting(conn)
        pictures, picture_bytes = kept_uploads.waiting(conn, pictures=True) if files else (0, 0)
        return Standing(
            alone=False,
            address=mine["address"],
            agent=agent["name"] if agent is not None else "",
            joined_at=mine["joined_at"],
            contact_at=mine["contact_at"],
            paused=mine["paused"],
            waiting=desk_rows.count_waiting(conn),
            resting=desk_rows.count_resting(conn, desk_rows.RESTS_AFTER),
            loading=bool(loading),
            loaded=sum(scope["loaded"] for scope in loading),
            total=sum(scope["total"] for scope in loading),
            attention=attention,
            files=files,
            file_bytes=file_bytes,
            pictures=pictures,
            picture_bytes=picture_bytes,
        )


def waiting(desk: Desk) -> tuple[WaitingChange, ...]:
    """The changes that have not come back from the hub, in the order in which they were done; 500 at most."""
    with desk.store.read() as conn:
        if desk_rows.membership(conn) is None:
            return ()
        found = desk_rows.waiting(conn, limit=_SHOWN)
        cases = _cases(conn, (each.kept.operation.root.id for each in found))
        return tuple(_change(conn, each, cases) for each in found)


def cases_here(desk: Desk) -> int:
    """How many cases this desk has, which would come along to a hub."""
    with desk.store.read() as conn:
        return conn.scalar(select(func.count()).select_from(CASE)) or 0


def pause(desk: Desk, paused: bool) -> None:  # noqa: FBT001 - the one value
    """Note whether the person lets this desk speak with its hub by itself."""
    with desk.store.write() as conn:
        desk_rows.update_membership(conn, paused=paused)


def _cases(conn: Connection, ids: Iterable[UUID]) -> dict[UUID, tuple[str, str]]:
    wanted = set(ids)
    rows = conn.execute(select(CASE.c.id, CASE.c.number, CASE.c.title).where(CASE.c.id.in_(wanted)))
    return {row.id: (row.number, row.title) for row in rows}


def _change(conn: Connection, waiting: Waiting, cases: Mapping[UUID, tuple[str, str]]) -> WaitingChange:
    operation = waiting.kept.operation
    number, title = cases.get(operation.root.id, ("", ""))
    answered = waiting.state == desk_rows.ANSWERED
    # What was tried and came back says why itself; what was not tried yet was judged when the hub's rows came.
    judged = bool(waiting.why) and not waiting.tries and not answered
    contested = judged and waiting.why == Status.CONFLICT.value
    return WaitingChange(
        number=waiting.kept.number,
        operation_id=operation.id,
        act=operation.name,
        case_id=operation.root.id if operation.root.entity is Entity.CASE else None,
        case_number=number,
        about=title or _client(conn, operation.root.entity, operation.root.id),
        at=operation.at,
        size=len(json.dumps(dict(operation.args), ensure_ascii=False).encode()),
        tries=waiting.tries,
        next_try=waiting.next_try,
        why="" if contested else waiting.why or "",
        refused=judged and not contested,
        contested=contested,
        rests=waiting.tries >= desk_rows.RESTS_AFTER and not answered,
        answered=answered,
    )


def _client(conn: Connection, entity: Entity, root_id: UUID) -> str:
    if entity is not Entity.ORGANISATION:
        return ""
    row = find_row(conn, ORGANISATION, root_id)
    return row["name"] if row is not None else ""
