"""What a server tells its connections: that the log has grown, that somebody came to a case; a file tells nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

import psycopg
from psycopg import sql
from sqlalchemy import text

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from sqlalchemy import Connection

    from supportdesk.store.store import Store

CHANGES, PRESENCE = "sync", "presence"
_TELL = text("SELECT pg_notify(:channel, :payload)")


async def listen(store: Store) -> AsyncIterator[tuple[str, str]]:
    """The notices of a server as they come, by channel and payload; ends with an error when the connection does."""
    connection = await psycopg.AsyncConnection.connect(store.server_address(), autocommit=True)
    async with connection:
        for channel in (CHANGES, PRESENCE):
            await connection.execute(sql.SQL("LISTEN {}").format(sql.Identifier(channel)))
        async for notice in connection.notifies():
            yield notice.channel, notice.payload


def tell_presence(conn: Connection, case_id: UUID) -> None:
    """Tell the other workers, when this transaction is committed, that somebody came to a case or went."""
    if conn.dialect.name == "postgresql":
        conn.execute(_TELL, {"channel": PRESENCE, "payload": str(case_id)})
