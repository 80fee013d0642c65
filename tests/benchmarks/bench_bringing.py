"""How fast a desk that worked alone comes to a hub, beside plain executemany of the same rows; run by hand.

    python -m tests.benchmarks.bench_bringing [CASES]

So many cases are imported on a lone desk, which then joins a hub on a file in the same process; messages go through
their bytes. Told are the seconds of joining itself, of sending everything, and of a second desk loading it, each also
as a multiple of plain executemany of all these rows, table by table, into a new file with the same schema.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from supportdesk.services import importing
from supportdesk.store import images, migrate
from supportdesk.store.store import Store
from supportdesk.store.synced_tables import by_name, columns_of
from supportdesk.sync.engine import Round
from tests.services.desk_world import KEY
from tests.services.importing.exports import HEADING, guessed
from tests.sync.lone_desk import OFFICE_ROLES, coming, install_policies, lone_world
from tests.sync.office import open_office


def spent(act: Callable[[], object]) -> float:
    """How long an act takes, in seconds."""
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def plainly(store: Store, folder: Path) -> tuple[int, Callable[[], None]]:
    """How many shared rows a file has, and what writes them into a new one as fast as can be."""
    with store.read() as conn:
        rows = {entity: images.rows_since(conn, entity, 0) for entity in by_name()}
    fresh = Store.open(folder / "plain.db", KEY, create=True)
    migrate.upgrade(fresh)

    def write() -> None:
        with fresh.write(schema=True, bulk=False) as conn:
            for entity, found in rows.items():
                names = ", ".join(f'"{name}"' for name in columns_of(by_name()[entity]))
                marks = ", ".join("?" * len(columns_of(by_name()[entity])))
                if found:
                    conn.exec_driver_sql(f'INSERT INTO "{entity}" ({names}) VALUES ({marks})', found)
        fresh.close()

    return sum(map(len, rows.values())), write


def measure(count: int, folder: Path) -> None:
    """Import, join, send and load, and print what each took."""
    export = folder / "export.csv"
    lines = (
        f"{n},Printer {n} is on fire,Open,High,2025-06-{n % 28 + 1:02d} 09:30:00\n" for n in range(count)
    )
    export.write_text(HEADING + "".join(lines), encoding="utf-8")
    with open_office(folder) as office, lone_world(folder / "lone", office) as world:
        install_policies(office)
        branch = office.hub.branch("Toronto")
        nadia, tomas = (office.hub.agent(name, branch_id=branch) for name in ("Nadia Karim", "Tomas Berg"))
        world.sits_down("Nadia Karim", *OFFICE_ROLES, branch_id=world.branch("Own", kind="central"))
        importing.run_import(world.desk, importing.open_source(export), guessed(export))
        rows, write = plainly(world.store, folder)
        floor = spent(write)
        print(f"{count:,} cases, {rows:,} rows; plain executemany {floor:.2f} s")
        joining = coming(office, world, nadia)
        _tell("joining", spent(joining.join), floor)
        seat = joining.seat(office, "nadia")
        _tell("sending", spent(lambda: seat.engine.push(Round())), floor)
        _tell("taking it over as the hub has it", spent(seat.sync), floor)
        _tell("a second desk loading it", spent(lambda: office.seat("tomas", tomas)), floor)


def _tell(what: str, seconds: float, floor: float) -> None:
    print(f"{what}: {seconds:.2f} s, {seconds / floor:.1f} of plain")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        measure(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, Path(place))
