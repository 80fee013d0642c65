"""Measures how fast a new desk loads everything from a hub, beside plain executemany of the same rows."""

from __future__ import annotations

import asyncio
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from supportdesk.services.cases import replies
from supportdesk.store import migrate
from supportdesk.store.engines import set_pragmas, sqlite_connector
from supportdesk.store.images import Image, rows_since
from supportdesk.store.store import Store
from supportdesk.store.synced_tables import by_name, columns_of
from supportdesk.sync.engine import Round
from tests.benchmarks.hub_clients import push_a_note, sign_in
from tests.benchmarks.hub_figures import heading, rate, spent, tell, times
from tests.benchmarks.hub_stage import KINDS, Hub, Seat, Stage, told
from tests.benchmarks.plain_desk import arriving

_KEY = bytes(range(32))
_LOAD = "/sync/v1/load"
_NOTES_AFTER = 3

Rows = dict[str, list[Image]]


def measure(stage: Stage, cases: int) -> None:
    """Load a desk from a hub on a file and on PostgreSQL, and print what it took."""
    heading(f"bootstrap: a new desk loads {cases:,} cases over HTTP")
    plain: tuple[int, float, float] | None = None
    for kind in KINDS:
        with stage.hub(kind, cases, workers=1) as hub, stage.seat(hub, "nadia") as seat:
            asyncio.run(push_a_note(hub, sign_in(hub, "priya")))
            done = Round()
            at_hub = hub.seconds_at(_LOAD)
            took = spent(lambda s=seat, d=done: (s.engine.pull(d), s.engine.load(d)))  # type: ignore[misc]
            at_hub = hub.seconds_at(_LOAD) - at_hub
            if plain is None:
                plain = _plainly(seat.desk.store, stage.folder)
            _print(hub, seat, done, took, at_hub, plain)
            _first_pushes(hub, seat)


def _print(
    hub: Hub, seat: Seat, done: Round, took: float, at_hub: float, plain: tuple[int, float, float]
) -> None:
    count, indexed, bare = plain
    if hub.kind == "file":
        tell("plain executemany, then the search index", rate(count, indexed), f"{count:,} rows")
        tell("plain executemany, search index left behind", rate(count, bare))
    beside = times(took / indexed, "plain") + f", {took / bare:.2f} x without the index"
    tell(f"from a hub on {told(hub.kind)}", rate(count, took), beside)
    on_the_way = seat.link.total() - at_hub
    split = f"hub {at_hub:.2f}, wire and decoding {on_the_way:.2f}, desk {took - seat.link.total():.2f} s"
    tell("  of which", "", f"{split}; {done.pages} pages, {done.rows:,} rows came")


def _first_pushes(hub: Hub, seat: Seat) -> None:
    """What is sent right after the first load must not wait for anything that the load left to do."""
    seconds = []
    for number in range(_NOTES_AFTER):
        replies.note(seat.desk, hub.filled.first, f"Note {number}")
        seconds.append(spent(lambda: seat.engine.push(Round())))
    first, *others = (f"{1e3 * each:.1f}" for each in seconds)
    asked = f"{1e3 * seat.link.took['push'][0]:.1f} of it the request"
    tell("  first push after it, ms", first, f"{asked}; the next {', '.join(others)}")


def _plainly(store: Store, folder: Path) -> tuple[int, float, float]:
    """How many shared rows a desk has, and the seconds of writing them into a new file with the same schema and key.

    First through a transaction of the store, which indexes what it wrote, then by the driver alone; in both cases the
    triggers of the tables run, and the disk is waited for as it is for what comes from a hub.
    """
    with store.read() as conn:
        rows = {entity: found for entity in by_name() if (found := rows_since(conn, entity, 0))}
    count = sum(map(len, rows.values()))
    with TemporaryDirectory(dir=folder) as place:
        indexed, bare = (Path(place) / name for name in ("indexed.db", "bare.db"))
        for path in (indexed, bare):
            with closing(Store.open(path, _KEY, create=True)) as fresh:
                migrate.upgrade(fresh)
        return count, spent(lambda: _through_store(indexed, rows)), spent(lambda: _by_driver(bare, rows))


def _through_store(path: Path, rows: Rows) -> None:
    with arriving(path, _KEY) as conn:
        for entity, found in rows.items():
            conn.exec_driver_sql(_insertion(entity), found)


def _by_driver(path: Path, rows: Rows) -> None:
    with closing(sqlite_connector(path, _KEY, writes=True)()) as raw:
        set_pragmas(raw, {"foreign_keys": "OFF", "synchronous": "NORMAL"})
        raw.execute("BEGIN IMMEDIATE")
        for entity, found in rows.items():
            raw.executemany(_insertion(entity), found)
        raw.execute("COMMIT")


def _insertion(entity: str) -> str:
    columns = columns_of(by_name()[entity])
    names = ", ".join(f'"{name}"' for name in columns)
    return f'INSERT INTO "{entity}" ({names}) VALUES ({", ".join("?" * len(columns))})'
