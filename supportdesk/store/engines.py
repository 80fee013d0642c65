"""How connections are opened and pooled, to a file and to a server; what is read and written over them is not here."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import create_engine, event
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.pool import QueuePool

from supportdesk.store.list_windows import WINDOWS, Windows
from supportdesk.store.tracking import TOUCHED_ON_SERVER

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sqlalchemy import Dialect, Engine
    from sqlalchemy.pool import ConnectionPoolEntry

_SECONDS_TO_WAIT_FOR_A_LOCK = 5.0
_READERS = 4
_READERS_AT_MOST = 12
# Measured at a million cases: less costs a tenth of the time, more gains nothing and is there once a reader.
_CACHE_KIB = 24 * 1024
_PREPARED = 512
CONNECTIONS = 10
"""How many connections to a server a store keeps where nobody says otherwise."""
# For what runs beside the requests: a look at the database's health must not wait for them.
_SPARE_CONNECTIONS = 5
_SECONDS_OF_TRUST = 2.0
_RESTS_SINCE = "rests since"

USUAL: Mapping[str, object] = {
    "synchronous": "FULL",
    "wal_autocheckpoint": 1000,
    "foreign_keys": "ON",
    "cache_size": -_CACHE_KIB,
}
"""How every connection to a file begins."""


def server_engine(url: str, connections: int) -> Engine:
    """The engine of a PostgreSQL database; each of its connections is opened when first needed and then kept."""
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=connections,
        max_overflow=_SPARE_CONNECTIONS,
        hide_parameters=True,
    )
    event.listen(engine, "connect", _list_what_is_touched)
    trust = _Trust(engine.dialect)
    event.listen(engine, "checkin", trust.rests)
    event.listen(engine, "invalidate", trust.lost)
    event.listen(engine, "checkout", trust.prove)
    return engine


def sqlite_engine(connect: Callable[[], Any], *, writes: bool) -> Engine:
    """The engine of a file that `connect` opens: one connection that writes, or several that read."""
    engine = create_engine(
        "sqlite://",
        creator=connect,
        module=driver,
        poolclass=QueuePool,
        pool_size=1 if writes else _READERS,
        max_overflow=0 if writes else _READERS_AT_MOST - _READERS,
        pool_use_lifo=True,
        pool_reset_on_return=None,  # every transaction ends before its connection is given back
        execution_options={} if writes else {WINDOWS: Windows()},
        hide_parameters=True,  # an error's text may reach the log, what people wrote may not
    )
    start = "BEGIN IMMEDIATE" if writes else "BEGIN"
    # Not by the event of the same name: who listens to an event pays at each statement.
    engine.dialect.do_begin = lambda dbapi_connection: _run(dbapi_connection, start)  # type: ignore[method-assign]
    return engine


def _run(raw: Any, sql: str) -> None:  # noqa: ANN401 - a connection of the driver, which ships no types
    raw.execute(sql)


def sqlite_connector(path: Path, key: bytes | None, *, writes: bool) -> Callable[[], Any]:
    """What opens a connection to a file, with its raw key or None for one that is not encrypted."""

    def connect() -> Any:  # noqa: ANN401 - a connection of the driver, which ships no types
        raw = driver.connect(
            str(path),
            timeout=_SECONDS_TO_WAIT_FOR_A_LOCK,
            # The driver's own idea of transactions is off; `do_begin` below says how each one starts.
            isolation_level=None,
            check_same_thread=False,
            # One of sixty columns takes longer to prepare than to run, and a desk has some three hundred statements.
            cached_statements=_PREPARED,
        )
        if key is not None:
            raw.execute("PRAGMA cipher_log = off")  # before the key, or a refused one is printed about
            raw.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        set_pragmas(raw, USUAL)
        raw.execute("PRAGMA temp_store = MEMORY")  # nothing of an encrypted file may spill into a plain one
        if not writes:
            raw.execute("PRAGMA query_only = ON")
        return raw

    return connect


def set_pragmas(raw: Any, pragmas: Mapping[str, object]) -> None:  # noqa: ANN401 - as above
    """Set how a connection to a file works. To switch foreign keys makes it prepare all its statements anew."""
    for name, value in pragmas.items():
        raw.execute(f"PRAGMA {name} = {value}")


class _Trust:
    """Sees that a connection which has rested is still one: the server, or what lies between, may have ended it.

    One that was in use just now is not asked, unless another was lost since. Should it have ended in that time, one
    request is told to come again.
    """

    def __init__(self, dialect: Dialect) -> None:
        self._dialect = dialect
        self._lost_at = 0.0

    def rests(self, _raw: object, record: ConnectionPoolEntry) -> None:
        record.info[_RESTS_SINCE] = monotonic()

    def lost(self, _raw: object, _record: ConnectionPoolEntry, _error: object) -> None:
        self._lost_at = monotonic()

    def prove(self, raw: Any, record: ConnectionPoolEntry, _given: object) -> None:  # noqa: ANN401 - as above
        since = record.info.get(_RESTS_SINCE)
        if since is None or (since > self._lost_at and monotonic() - since < _SECONDS_OF_TRUST):
            return
        try:
            self._dialect.do_ping(raw)
        except self._dialect.loaded_dbapi.Error as error:
            raise InvalidatePoolError from error


def _list_what_is_touched(raw: Any, _record: object) -> None:  # noqa: ANN401 - a connection of either driver
    """Give a server's connection the list that the tables' triggers write to."""
    raw.execute(TOUCHED_ON_SERVER)
    raw.commit()
