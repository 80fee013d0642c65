"""The database as services hold it: opened, read in snapshots, written one transaction at a time; no tables here."""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from supportdesk.store import change_log, failures, revision
from supportdesk.store.driving import fetch
from supportdesk.store.engines import (
    CONNECTIONS,
    USUAL,
    server_engine,
    set_pragmas,
    sqlite_connector,
    sqlite_engine,
)
from supportdesk.store.savepoints import savepoint
from supportdesk.store.sealing import files_key
from supportdesk.store.search_documents import index_changes
from supportdesk.store.tracking import (
    Side,
    begin_noting,
    side_of_file,
    side_of_server,
    unnoted,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from sqlalchemy import Engine

Transaction = Connection
"""What `Store.write` and `Store.read` give, for rooms that hand it on without knowing SQL."""

_BULK_CACHE_KIB = 128 * 1024
_KEY_BYTES = 32

_NOTHING: Mapping[str, object] = {}
_BULK = {"synchronous": "NORMAL", "wal_autocheckpoint": 16_000, "cache_size": -_BULK_CACHE_KIB}
_SCHEMA = {"foreign_keys": "OFF"}
_ARRIVING = {"synchronous": "NORMAL"}
# On a desk of a hub rows point to rows that are not for this desk, its own work's too.
_USUAL_OF_DESK = {**USUAL, "foreign_keys": "OFF"}


class Store:
    """One database. Any thread may read and write; of the writers one goes at a time.

    On SQLite a file is opened by SQLCipher's build also when it is not encrypted: the system's own SQLite is
    often too old for the search index, and one engine means one behaviour.
    """

    dialect: str
    files_key: bytes | None = None
    """What seals the files beside it; None where the database is not encrypted."""

    def __init__(self, readers: Engine, writer: Engine, path: Path | None) -> None:
        self._readers = readers
        self._writer = writer
        self._glances = (
            readers if path is not None else writer.execution_options(isolation_level="AUTOCOMMIT")
        )
        self._path = path
        self._one_writer = threading.Lock()
        self._writing_thread: int | None = None
        self._side: Side | None = None
        self.dialect = writer.dialect.name

    @classmethod
    def open(cls, path: Path, key: bytes | None, *, create: bool = False) -> Store:
        """Open a desk's file; `key` is its raw 32-byte key, or None for a file that is not encrypted.

        With `create` a missing file is made, readable by this account only and still without tables (see
        `migrate.upgrade`). Raises KnownError: no such file, wrong key, not a desk's file, damaged, written by a
        newer program, in use by another, or a folder that can't be written to.
        """
        if key is not None and len(key) != _KEY_BYTES:
            raise ValueError("a key is 32 bytes")
        if create:
            _create_file(path)
        elif not path.is_file():
            raise failures.missing(path)
        readers = sqlite_engine(sqlite_connector(path, key, writes=False), writes=False)
        store = cls(readers, sqlite_engine(lambda: store._connect_writer(path, key), writes=True), path)
        store.files_key = None if key is None else files_key(key)
        try:
            store._prove_readable(path, key)
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def on_postgres(cls, url: str, *, connections: int = CONNECTIONS) -> Store:
        """Use the PostgreSQL database at this SQLAlchemy URL; it is first connected to when first used.

        Of its `connections` each is opened when it is first needed and then kept.
        """
        engine = server_engine(url, connections)
        readers = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        return cls(readers, engine, None)

    def connections_in_use(self) -> tuple[int, int]:
        """How many connections are at work, and how many may be at once."""
        pools = {id(engine.pool): engine.pool for engine in (self._readers, self._writer)}.values()
        queues = [pool for pool in pools if isinstance(pool, QueuePool)]
        return (
            sum(queue.checkedout() for queue in queues),
            sum(queue.size() + queue._max_overflow for queue in queues),  # noqa: SLF001 - it has no other name
        )

    def server_address(self) -> str:
        """Where the server is, with what lets one in, as its driver takes it; ValueError for a file."""
        if self._path is not None:
            raise ValueError("a file has no address")
        address: str = self._writer.url.set(drivername="postgresql").render_as_string(hide_password=False)
        return address

    @property
    def path(self) -> Path | None:
        """The file, or None for a database on a server."""
        return self._path

    @property
    def side(self) -> Side:
        """Whether this is a hub's database, that of a desk that belongs to a hub, or of one that works alone."""
        if self._side is None:
            if self._path is None:
                with self._writer.connect() as connection:
                    self._side = side_of_server(connection)
            else:
                with self._writer.connect():
                    pass
        return self._side or "alone"

    def change_side(self) -> None:
        """Look again on which side this database is, as it has just been made a hub or joined one."""
        self._side = None
        if self._path is not None:
            self._writer.dispose()

    def close(self) -> None:
        """Close every connection that is not in use; the store is of no use afterwards."""
        self._readers.dispose()
        self._writer.dispose()

    @contextmanager
    def write(
        self, *, bulk: bool = False, schema: bool = False, arriving: bool = False
    ) -> Iterator[Connection]:
        """One transaction: committed at the end, rolled back when the block raises.

        What a person did is on the disk when the block ends. `bulk`, for imports that can be repeated, leaves the
        last transactions of a power cut to chance and is faster; the file stays sound either way. On SQLite writers
        wait for each other, and a block inside a block of the same thread is a bug (RuntimeError). `schema`, for
        migrations, lets tables be made anew under rows that point to them, and checks these at the end. `arriving` is
        for what comes from a hub, and is no work of this desk's own. Where a pointer leads is checked where
        everything is: on a hub, and on a desk that works alone.
        """
        if self._path is None:
            with failures.reaching_server(), self._writer.begin() as connection:
                yield connection
                if self.side == "hub":
                    change_log.log_changes(connection)
            return
        with self._only_writer(), self._telling(self._path), self._writer.connect() as connection:
            raw = connection.connection.dbapi_connection
            changed = _BULK if bulk else _SCHEMA if schema else _ARRIVING if arriving else _NOTHING
            # Not inside a transaction, and so past SQLAlchemy, which would begin one.
            set_pragmas(raw, changed)
            try:
                with connection.begin():
                    # What comes from the hub, or with a new program, is no work of this desk's own.
                    quiet = self._side == "desk" and (schema or arriving)
                    with unnoted(connection) if quiet else nullcontext():
                        yield connection
                    index_changes(connection)
                    if self._side == "hub":
                        change_log.log_changes(connection)
                    if schema and self._side != "desk" and fetch(connection, "PRAGMA foreign_key_check"):
                        raise RuntimeError("a migration left rows that point to nothing")
            finally:
                usual = _USUAL_OF_DESK if self._side == "desk" else USUAL
                set_pragmas(raw, {name: usual[name] for name in changed})

    @contextmanager
    def together(self, *, bulk: bool = False) -> Iterator[Store]:
        """One transaction for many acts: what is written through the store given here counts whole or not at all.

        An act that is refused within takes back its own changes only.
        """
        with self.write(bulk=bulk) as connection:
            yield _Joined(self, connection)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A snapshot: every statement of the block sees the same committed state. Nothing can be written."""
        if self._path is None:
            with failures.reaching_server(), self._readers.begin() as connection:
                yield connection
            return
        with (
            self._telling(self._path, writes=False),
            self._readers.connect() as connection,
            connection.begin(),
        ):
            yield connection

    @contextmanager
    def glance(self) -> Iterator[Connection]:
        """For one statement, which needs no snapshot beside it; on a server it saves a transaction's messages."""
        if self._path is None:
            with failures.reaching_server(), self._glances.connect() as connection:
                try:
                    yield connection
                except DBAPIError as error:
                    if error.connection_invalidated:
                        connection.invalidate()
                    raise
            return
        with self.read() as connection:
            yield connection

    def check(self) -> None:
        """Read the whole file and raise KnownError at the first thing that does not hold together."""
        if self._path is None:
            return
        with self.read() as connection:
            findings = fetch(
                connection, "PRAGMA cipher_integrity_check"
            )  # nothing where nothing is encrypted
            findings = findings or fetch(connection, "PRAGMA quick_check(1)")
        if findings != [("ok",)]:
            raise failures.damaged(self._path, str(findings[0][0]))

    def copy_to(self, place: Path) -> None:
        """Keep the file as it is now under another name, with the same key, in the place of what was there.

        KnownError where it can't be written. A copy that was cut short has another name.
        """
        if self._path is None:
            raise RuntimeError("a server's database is backed up by its own means")
        unfinished = place.with_name(f"{place.name}.part")
        unfinished.unlink(missing_ok=True)
        with self._only_writer(), self._telling(place), self._writer.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            raw.execute("VACUUM INTO ?", (str(unfinished),))
        unfinished.replace(place)

    @contextmanager
    def _only_writer(self) -> Iterator[None]:
        thread = threading.get_ident()
        if self._writing_thread == thread:
            raise RuntimeError("a transaction inside a transaction")
        with self._one_writer:
            self._writing_thread = thread
            try:
                yield
            finally:
                self._writing_thread = None

    @contextmanager
    def _telling(self, path: Path, *, writes: bool = True) -> Iterator[None]:
        """Make what a person can act on of an error; a reader that writes is a bug and told as one."""
        try:
            yield
        except (DBAPIError, driver.Error) as error:
            known = failures.known(error, path)
            if known is None or (failures.is_readonly(error) and not writes):
                raise
            raise known from error

    def _connect_writer(self, path: Path, key: bytes | None) -> Any:  # noqa: ANN401 - a connection of the driver, which ships no types
        raw = sqlite_connector(path, key, writes=True)()
        # A wrong key shows at the first look into the file; what it means is told where it is opened.
        self._side = side_of_file(raw)
        begin_noting(raw, self._side)
        if self._side == "desk":
            set_pragmas(raw, _USUAL_OF_DESK)
        return raw

    def _prove_readable(self, path: Path, key: bytes | None) -> None:
        try:
            with self._writer.connect() as connection:
                raw: Any = connection.connection.dbapi_connection
                raw.execute("SELECT count(*) FROM sqlite_schema").fetchone()
                raw.execute("PRAGMA journal_mode = WAL").fetchone()
                with connection.begin():
                    revision.current(connection)
        except (DBAPIError, driver.Error) as error:
            if failures.is_refused(error):
                raise failures.refused_key(path, encrypted=key is not None) from error
            known = failures.known(error, path)
            if known is None:
                raise
            raise known from error


def _create_file(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise failures.unwritable(path) from error


class _Joined(Store):
    """The store of one open transaction, which ends elsewhere."""

    def __init__(self, outer: Store, connection: Connection) -> None:
        self._connection = connection
        self._path = outer.path
        self._side = outer.side
        self.dialect = outer.dialect
        self.files_key = outer.files_key

    def close(self) -> None:
        """Nothing of its own is open."""

    @contextmanager
    def write(
        self,
        *,
        bulk: bool = False,  # noqa: ARG002 - it has begun
        schema: bool = False,  # noqa: ARG002 - as above
        arriving: bool = False,  # noqa: ARG002 - as above
    ) -> Iterator[Connection]:
        """A part of the transaction, taken back by itself when the block raises."""
        with savepoint(self._connection):
            yield self._connection

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """What the transaction has come to so far."""
        yield self._connection

    glance = read
