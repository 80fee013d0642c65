"""Numbers that people call things by – KB-318, TN-7731, VR-0412 – counted up on this desk; cases number elsewhere."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, Integer, Table, cast, func, select

from supportdesk.store.locking import NUMBERS, one_at_a_time


def next_number(
    conn: Connection, table: Table, prefix: str, *, digits: int = 1, provisional: UUID | None = None
) -> str:
    """The prefix and the number after the highest that a row of this table has with it; at least so many digits.

    Where a hub numbers the row, it is called by the end of its id, `provisional`, until it has done so.
    """
    if provisional is not None:
        return _provisional(conn, table, prefix, provisional)
    one_at_a_time(conn, NUMBERS)
    number = table.c.number
    counted = cast(func.substr(number, len(prefix) + 2), Integer)
    ours = (
        number.regexp_match(rf"^{prefix}-[0-9]{{1,9}}$")
        if conn.dialect.name == "postgresql"
        else number.op("GLOB")(f"{prefix}-[0-9]*")
    )
    highest: int | None = conn.scalar(select(func.max(counted)).where(ours))
    return f"{prefix}-{(highest or 0) + 1:0{digits}d}"


def _provisional(conn: Connection, table: Table, prefix: str, row_id: UUID) -> str:
    number, digits = "", 0
    while not number or conn.execute(select(table.c.id).where(table.c.number == number)).first() is not None:
        digits += 4
        number = f"{prefix}-new-{row_id.hex[-digits:].upper()}"
    return number
