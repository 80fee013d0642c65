"""How fast an import is, beside plain executemany of the rows that it leaves; run by hand.

    python -m tests.benchmarks.bench_import [FILE]

FILE is by default the extract of the event log that the tests have; SUPPORTDESK_SERVICENOW_LOG may name the whole. The
rows that the import left are read back and handed, as the driver takes them, to one executemany a table in another new
file with the same key and the same schema, indexes and triggers, in one transaction. That writes neither operations of
ours nor the search index, so it is the floor of any import. Both are measured by the clock and by this process's time:
on a busy machine the second tells more.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Table

from supportdesk.services import importing
from supportdesk.store import migrate
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import CASE, CLOCK, ENTRY
from supportdesk.store.tables.desk import IMPORT_ITEM
from supportdesk.store.tables.people import AGENT, CONTACT, ORGANISATION, TEAM
from supportdesk.store.tables.work import PRODUCT
from tests.services.desk_world import KEY, World
from tests.services.importing.exports import LOG, guessed

# Those that others refer to come first.
TABLES = (ORGANISATION, CONTACT, AGENT, TEAM, PRODUCT, CASE, CLOCK, ENTRY, IMPORT_ITEM)


class Spent(NamedTuple):
    """Seconds by the clock and of this process."""

    clock: float
    own: float


class Rows(NamedTuple):
    """The rows of a table as the driver gives them."""

    table: Table
    names: tuple[str, ...]
    rows: list[tuple[Any, ...]]


def spent(act: Callable[[], object]) -> Spent:
    """How long an act takes."""
    clock, own = time.perf_counter(), time.process_time()
    act()
    return Spent(time.perf_counter() - clock, time.process_time() - own)


def left_by_import(world: World) -> list[Rows]:
    """What an import has written."""
    found = []
    with world.store.read() as conn:
        for table in TABLES:
            names = tuple(table.c.keys())
            rows = conn.exec_driver_sql(f'SELECT {", ".join(names)} FROM "{table.name}" ORDER BY rowid')
            found.append(Rows(table, names, [tuple(row) for row in rows]))
    return found


def write_plainly(store: Store, left: list[Rows]) -> None:
    """The same rows by one executemany a table, in one transaction and without the search index."""
    with store._writer.begin() as conn:  # noqa: SLF001 - the floor is what the driver does, without the store's care
        for table, names, rows in left:
            marks = ", ".join("?" * len(names))
            if rows:
                conn.exec_driver_sql(
                    f'INSERT INTO "{table.name}" ({", ".join(names)}) VALUES ({marks})', rows
                )


def _new(folder: Path, name: str) -> Store:
    store = Store.open(folder / name, KEY, create=True)
    migrate.upgrade(store)
    return store


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "file", type=Path, nargs="?", default=os.environ.get("SUPPORTDESK_SERVICENOW_LOG") or LOG
    )
    file = Path(parser.parse_args().file)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store, plain = _new(folder, "import.db"), _new(folder, "plain.db")
        world = World(store)
        source, mapping = importing.open_source(file), guessed(file)
        records = sum(1 for _ in source.records())
        imported = spent(lambda: importing.run_import(world.desk, source, mapping))
        again = spent(lambda: importing.run_import(world.desk, source, mapping))
        left = left_by_import(world)
        floor = spent(lambda: write_plainly(plain, left))
        rows = sum(len(each.rows) for each in left)
        cases = next(len(each.rows) for each in left if each.table is CASE)
        print(f"{file.name}: {records:,} records, {cases:,} cases, {rows:,} rows written")
        print(
            f"{'':<22} {'seconds':>9} {'own s':>8} {'rows/s':>10} {'cases/s':>9} {'ratio':>7} {'own ratio':>10}"
        )
        for act, took in (("import", imported), ("import again", again), ("plain executemany", floor)):
            print(
                f"{act:<22} {took.clock:9.2f} {took.own:8.2f} {rows / took.clock:10,.0f} {cases / took.clock:9,.0f} "
                f"{took.clock / floor.clock:7.2f} {took.own / floor.own:10.2f}"
            )
        store.close()
        plain.close()


if __name__ == "__main__":
    main()
