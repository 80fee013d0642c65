"""How fast the desk's file answers, each act beside the raw query that it wraps; run by hand.

    python -m tests.benchmarks.bench_store [--cases N …] [--folder DIR]

The file is encrypted. It is built once and kept in the folder, a temporary one unless named. An act and its raw query
run in turns, so that a busy machine slows both alike. "after a change" runs on a reader whose pages another connection
has just made stale.
"""

import argparse
import itertools
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from statistics import quantiles
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, bindparam, select, text

from supportdesk.services.dashboards import dashboard
from supportdesk.services.operations.desk import Desk
from supportdesk.services.operations.policies import built_in_book
from supportdesk.services.queries import details, timelines
from supportdesk.store import case_lists, case_tally
from supportdesk.store.case_rows import load_state
from supportdesk.store.criteria import Criteria, Order, View
from supportdesk.store.list_plans import ListPlan, plan_of
from supportdesk.store.search_language import parse
from supportdesk.store.tables.cases import ENTRY
from tests.benchmarks.store_world import MANY, ME, NOW, RARE, SOME, World, world

ROUNDS = 60
PAGE = 50
BOUNDS = (
    ("overdue", NOW),
    ("two_hours", NOW + timedelta(hours=2)),
    ("today", NOW + timedelta(hours=14)),
    ("this_week", NOW + timedelta(days=4)),
)
_RAW_PAGE = """
    SELECT c.*, o.name, a.name, m.seen_at FROM "case" AS c
    LEFT JOIN organisation AS o ON o.id = c.organisation_id
    LEFT JOIN agent AS a ON a.id = c.owner_id
    LEFT JOIN read_mark AS m ON m.case_id = c.id AND m.agent_id = ?
    WHERE c.row IN ({rows})
"""


@dataclass(frozen=True)
class Act:
    """Something a person waits for, and the least SQL that it comes down to (None: there is no such query)."""

    name: str
    run: Callable[[Connection], object]
    raw: Callable[[Connection], object] | None = None
    after_change: bool = False


def _raw(conn: Connection, sql: str, parameters: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    driver: Any = conn.connection.dbapi_connection
    rows: list[tuple[Any, ...]] = driver.execute(sql, parameters).fetchall()
    return rows


def _raw_page(conn: Connection, sql: str, parameters: tuple[Any, ...]) -> object:
    rows = [row[0] for row in _raw(conn, sql, parameters)]
    marks = ", ".join("?" * len(rows))
    return _raw(conn, _RAW_PAGE.format(rows=marks), (ME.bytes, *rows))


def acts(made: World, chance: random.Random) -> Iterator[Act]:
    """Every act of the table."""
    with made.store.read() as conn:
        branch = _raw(conn, "SELECT id FROM branch LIMIT 1")[0][0]
    for view in (View.ALL_OPEN, View.MINE, View.BRANCH, View.INBOX, View.EVERYTHING):
        for order in Order:
            criteria = _criteria(view, order, branch)
            yield from _list_acts(made, criteria, chance)
    yield Act(
        "sidebar counts",
        lambda conn: (case_tally.count_views(conn, ME, NOW), case_tally.count_branches(conn)),
    )
    for word, share in ((RARE, "0.01 %"), (SOME, "1 %"), (MANY, "10 %")):
        yield from _search_acts(_criteria(View.SEARCH, Order.NEWEST, branch, word), word, share)
    for asked in (
        f"{MANY} severity:s1 is:open",
        f"{MANY} due:<4h",
        "owner:me is:overdue",
        f"{MANY} logged:<2w",
        "bakor denf",
    ):
        criteria = _criteria(View.SEARCH, Order.DEADLINE, branch, asked)
        yield Act(f"search {asked}", _fresh_search(criteria))
    with made.store.read() as conn:
        rows = [chance.randint(1, made.cases) for _ in range(2 * ROUNDS)]
        ids = [UUID(bytes=_raw(conn, 'SELECT id FROM "case" WHERE row = ?', (row,))[0][0]) for row in rows]
    yield Act("open a case", _open_case(iter(ids[:ROUNDS])), _raw_open(iter(ids[ROUNDS:])))
    desk = Desk(made.store, ME, UUID(int=1), built_in_book(), lambda: NOW, uuid4)
    shown = iter(chance.sample(ids, ROUNDS))
    yield Act("all that the case's pane shows", lambda _: _all_shown(desk, next(shown)))
    yield Act("dashboard", lambda _: dashboard(desk))


def _criteria(view: View, order: Order, branch: bytes, asked: str = "") -> Criteria:
    terms = parse(asked, now=NOW, zone=ZoneInfo("UTC"))
    return Criteria(view, order, ME, NOW, branch_id=UUID(bytes=branch), terms=terms, bounds=BOUNDS)


def _list_acts(made: World, criteria: Criteria, chance: random.Random) -> Iterator[Act]:
    with made.store.read() as conn:
        count = case_lists.shape(conn, criteria).count
    name = f"{criteria.view.value} by {criteria.order.value} ({count:,})"
    anywhere = iter([chance.randrange(max(1, count - PAGE)) for _ in range(ROUNDS)])
    plan = plan_of(criteria)
    with made.store.read() as conn:
        places = sorted(chance.randrange(max(1, count - PAGE)) for _ in range(ROUNDS))
        found = list(_keys(conn, plan, places))
    chance.shuffle(found)
    keys = iter(found)
    keyset = f"{plan.select('row', and_where=plan.compared('>='))} LIMIT {PAGE}"
    yield Act(
        f"page anywhere, {name}",
        lambda conn: case_lists.page(conn, criteria, next(anywhere), PAGE),
        lambda conn: _raw_page(conn, keyset, (*plan.parameters, *next(keys))),
    )
    yield Act(f"shape, {name}", lambda conn: case_lists.shape(conn, criteria))
    changed = iter([chance.randrange(max(1, count - PAGE)) for _ in range(ROUNDS)])
    yield Act(
        f"shape and page after a change, {name}",
        lambda conn: (case_lists.shape(conn, criteria), case_lists.page(conn, criteria, next(changed), PAGE)),
        after_change=True,
    )


def _keys(conn: Connection, plan: ListPlan, places: Sequence[int]) -> Iterator[tuple[Any, ...]]:
    """The keys of the rows at these places, in order, found by walking the list once."""
    at, key = (
        places[0],
        _raw(conn, f"{plan.select(plan.key_columns)} LIMIT 1 OFFSET ?", (*plan.parameters, places[0]))[0],
    )
    yield key
    onwards = f"{plan.select(plan.key_columns, and_where=plan.compared('>='))} LIMIT 1 OFFSET ?"
    for place in places[1:]:
        key = _raw(conn, onwards, (*plan.parameters, *key, place - at))[0]
        at = place
        yield key


def _search_acts(criteria: Criteria, word: str, share: str) -> Iterator[Act]:
    hits = "SELECT rowid FROM case_search WHERE case_search MATCH ? ORDER BY rowid DESC LIMIT ?"
    yield Act(
        f"search newest {PAGE}, {share}",
        lambda conn: case_lists.page(conn, criteria, 0, PAGE),
        lambda conn: _raw_page(conn, hits, (f'"{word}" *', PAGE)),
    )
    yield Act(
        f"search typed anew: shape and page, {share}",
        _fresh_search(criteria),
        lambda conn: (
            _raw(conn, hits, (f'"{word}" *', case_lists.MOST_FOUND + 1)),
            _raw_page(conn, hits, (f'"{word}" *', PAGE)),
        ),
    )


def _fresh_search(criteria: Criteria) -> Callable[[Connection], object]:
    # Nothing is remembered of another minute.
    minutes = itertools.count(1)

    def run(conn: Connection) -> object:
        anew = replace(criteria, now=NOW + timedelta(minutes=next(minutes)))
        return case_lists.shape(conn, anew), case_lists.page(conn, anew, 0, PAGE)

    return run


_ENTRIES = (
    select(ENTRY)
    .where(ENTRY.c.case_id == bindparam("case_id"))
    .order_by(ENTRY.c.at.desc(), ENTRY.c.row.desc())
    .limit(40)
)


def _open_case(ids: Iterator[UUID]) -> Callable[[Connection], object]:
    def run(conn: Connection) -> object:
        case_id = next(ids)
        return load_state(conn, case_id), conn.execute(_ENTRIES, {"case_id": case_id}).all()

    return run


def _raw_open(ids: Iterator[UUID]) -> Callable[[Connection], object]:
    def run(conn: Connection) -> object:
        case_id = next(ids).bytes
        case = _raw(conn, 'SELECT * FROM "case" WHERE id = ?', (case_id,))
        clocks = _raw(conn, "SELECT * FROM clock WHERE case_id = ? ORDER BY ordinal", (case_id,))
        entries = "SELECT * FROM entry WHERE case_id = ? ORDER BY at DESC, row DESC LIMIT 40"
        return case, clocks, _raw(conn, entries, (case_id,))

    return run


def _all_shown(desk: Desk, case_id: UUID) -> object:
    return details.case(desk, case_id), timelines.timeline(desk, case_id)


def measure(made: World, act: Act) -> tuple[list[float], list[float]]:
    """The milliseconds of the act and of its raw query, in turns on one kind of connection."""
    acted: list[float] = []
    raw: list[float] = []
    for number in range(ROUNDS):
        if act.after_change:
            with made.store.write() as conn:
                conn.execute(
                    text('UPDATE "case" SET last_activity_at = last_activity_at + 1 WHERE row = :row'),
                    {"row": number + 1},
                )
        with made.store.read() as conn:
            acted.append(_timed(act.run, conn))
            if act.raw is not None:
                raw.append(_timed(act.raw, conn))
    return acted, raw


def _timed(run: Callable[[Connection], object], conn: Connection) -> float:
    started = time.perf_counter()
    run(conn)
    return (time.perf_counter() - started) * 1_000


def main() -> None:
    """Print the table of each size."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--cases", type=int, nargs="+", default=[100_000])
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "supportdesk-bench")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    for cases in asked.cases:
        made = world(asked.folder, cases)
        print(f"\n{cases:,} cases; milliseconds")
        print(f"{'':<58} {'p50':>8} {'p95':>8} {'raw p50':>8} {'raw p95':>8} {'ratio':>6}")
        for act in acts(made, random.Random(1)):
            acted, raw = measure(made, act)
            line = f"{act.name:<58} {_p(acted, 50):8.2f} {_p(acted, 95):8.2f}"
            if raw:
                line += f" {_p(raw, 50):8.2f} {_p(raw, 95):8.2f} {_p(acted, 50) / _p(raw, 50):6.2f}"
            print(line, flush=True)
        made.store.close()


def _p(times: list[float], percent: int) -> float:
    return quantiles(times, n=100, method="inclusive")[percent - 1]


if __name__ == "__main__":
    main()
