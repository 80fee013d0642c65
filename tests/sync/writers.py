"""Many writers of a hub on a real server, and readers that follow by the number of the log; nothing is judged here."""

from __future__ import annotations

import threading
import time
import uuid
from dataclasses import dataclass
from uuid import UUID

import psycopg
import sqlalchemy

from supportdesk.store import change_log, hub_rows, migrate
from supportdesk.store.change_log import LogLine
from supportdesk.store.store import Store
from tests.services.desk_world import START

SCOPES = 4
_NAIVE = "INSERT INTO sync_log (scope_id, entity, entity_id, root_entity, root_id, act) VALUES (%s, %s, %s, %s, %s, %s)"


@dataclass(frozen=True, slots=True)
class Race:
    """How many transactions were written, how many lines, how many of those each reader did not see, in how long."""

    transactions: int
    lines: int
    missed: int
    readers: int
    seconds: float

    def __str__(self) -> str:
        return (
            f"{self.missed} of {self.lines * self.readers} lines missed by {self.readers} readers, "
            f"{self.transactions} transactions, {self.transactions / self.seconds:.0f}/s"
        )


def race(server: str, *, transactions: int, locked: bool, writers: int = 16, readers: int = 4) -> Race:
    """Let writers append to the log of a new hub while readers pull by cursor.

    Not `locked`: numbers are taken from a plain sequence, without the lock and its trigger, as a naive hub would.
    """
    name = f"race_{uuid.uuid4().hex}"
    admin = sqlalchemy.create_engine(server, isolation_level="AUTOCOMMIT", poolclass=sqlalchemy.NullPool)
    with admin.connect() as conn:
        conn.exec_driver_sql(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
    url = sqlalchemy.make_url(server).set(database=name).render_as_string(hide_password=False)
    store = Store.on_postgres(url, connections=2)
    try:
        migrate.upgrade(store)
        hub_rows.make_hub(store, UUID(int=0xE0), START)
        plain = url.replace("postgresql+psycopg://", "postgresql://")
        if not locked:
            with psycopg.connect(plain, autocommit=True) as conn:
                conn.execute("DROP TRIGGER sync_in_order ON sync_log")
        return _Race(plain, transactions, locked, writers, readers).run()
    finally:
        store.close()
        with admin.connect() as conn:
            conn.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")


class _Race:
    def __init__(self, url: str, transactions: int, locked: bool, writers: int, readers: int) -> None:
        self.url, self.locked = url, locked
        self.each = transactions // writers
        self.writers, self.readers = writers, readers
        self.over = threading.Event()
        self.seen: list[set[int]] = [set() for _ in range(readers)]

    def run(self) -> Race:
        started = time.monotonic()
        reading = [threading.Thread(target=self._read, args=(each,)) for each in range(self.readers)]
        writing = [threading.Thread(target=self._write, args=(each,)) for each in range(self.writers)]
        for thread in (*reading, *writing):
            thread.start()
        for thread in writing:
            thread.join()
        seconds = time.monotonic() - started
        self.over.set()
        for thread in reading:
            thread.join()
        with psycopg.connect(self.url) as conn:
            there = {seq for (seq,) in conn.execute("SELECT seq FROM sync_log").fetchall()}
        missed = sum(len(there - seen) for seen in self.seen)
        return Race(self.each * self.writers, len(there), missed, self.readers, seconds)

    def _write(self, writer: int) -> None:
        engine = sqlalchemy.create_engine(
            self.url.replace("postgresql://", "postgresql+psycopg://"), poolclass=sqlalchemy.NullPool
        )
        with engine.connect() as conn:
            for number in range(self.each):
                made = UUID(int=writer << 64 | number)
                lines = [
                    LogLine(1 + (writer + each) % SCOPES, "case", made, "case", made, change_log.PUT)
                    for each in range(1 + number % 3)
                ]
                with conn.begin():
                    if self.locked:
                        change_log._append(conn, lines)  # noqa: SLF001 - what each commit of the hub ends with
                    else:
                        raw = conn.connection.dbapi_connection
                        assert raw is not None
                        raw.cursor().executemany(_NAIVE, [tuple(line) for line in lines])
        engine.dispose()

    def _read(self, reader: int) -> None:
        engine = sqlalchemy.create_engine(
            self.url.replace("postgresql://", "postgresql+psycopg://"),
            poolclass=sqlalchemy.NullPool,
            isolation_level="REPEATABLE READ",
        )
        cursor = 0
        with engine.connect() as conn:
            while True:
                last_look = self.over.is_set()
                with conn.begin():
                    head = change_log.head(conn)
                    lines = change_log.lines_after(
                        conn, dict.fromkeys(range(1, SCOPES + 1), cursor), head, 2000
                    )
                self.seen[reader].update(seq for seq, _ in lines)
                cursor = lines[-1][0] if len(lines) == 2000 else head
                if last_look and not lines:
                    break
        engine.dispose()
