"""What short days of an office are made of: its cases, letters, the end of the log; the days lie next door."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import delete, select, update

from supportdesk.protocol.messages import Letter, Push
from supportdesk.store import change_log, desk_rows
from supportdesk.store.tables.sync import HUB, RECEIPT, SYNC_LOG
from supportdesk.sync import pushing

NADIA, TOMAS, LUCIE, SALIM = 0, 1, 2, 3  # Toronto, Toronto, Paris, the centre


def cases_of(day: object, client: int) -> list[UUID]:
    from supportdesk.store.tables.cases import CASE  # noqa: PLC0415

    with day.hub_store.read() as conn:  # type: ignore[attr-defined]
        cases = select(CASE.c.id).where(CASE.c.organisation_id == day.office.clients[client])  # type: ignore[attr-defined]
        return list(conn.scalars(cases))


def cut_the_log(day: object) -> None:
    with day.hub_store.write() as conn:  # type: ignore[attr-defined]
        head = change_log.head(conn)
        conn.execute(delete(SYNC_LOG))
        conn.execute(update(HUB).values(floor=head))


def head(day: object) -> int:
    with day.hub_store.read() as conn:  # type: ignore[attr-defined]
        return change_log.head(conn)


def status(day: object, op_id: UUID) -> str | None:
    with day.hub_store.read() as conn:  # type: ignore[attr-defined]
        found: str | None = conn.scalar(select(RECEIPT.c.status).where(RECEIPT.c.op_id == op_id))
        return found


def letters(day: object, number: int) -> list[Letter]:
    with day[number].store.read() as conn:  # type: ignore[index]
        return [pushing._letter(each) for each in desk_rows.waiting(conn)]  # noqa: SLF001


def forged(day: object, root: UUID, **values: object) -> Letter:
    seat = day[NADIA]  # type: ignore[index]
    told = {
        "n": 1,
        "id": seat.desk.new_id(),
        "root_entity": "case",
        "root_id": root,
        "kind": "append",
        "name": "case.note",
        "args": {"body": "forged", "files": []},
        "actor": seat.person.agent,
        "at": day.now,  # type: ignore[attr-defined]
        **values,
    }
    return Letter(**told)


def replace_letter(letter: Letter, args: dict[str, object]) -> Letter:
    """The same letter with other arguments."""
    from msgspec.structs import replace as replaced  # noqa: PLC0415

    return replaced(letter, args=args)


def pushed(day: object, letter: Letter) -> tuple[str, str | None]:
    seat = day[NADIA]  # type: ignore[index]
    answer = seat.engine._link.push(Push(device=seat.desk.device, letters=[letter])).answers[0]  # noqa: SLF001
    return answer.status, answer.rule
