"""How fast the services answer what a screen asks, over the store's encrypted benchmark file; run by hand.

    python -m tests.benchmarks.bench_screens [--cases N …] [--folder DIR]

Each act is measured as a person meets it: first after a change, when nothing of the list is remembered, then again.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import quantiles
from uuid import UUID

from sqlalchemy import select, update

from supportdesk.services import dashboards
from supportdesk.services.operations.desk import Desk
from supportdesk.services.operations.policies import PolicyBook, built_in_policies
from supportdesk.services.queries import details, intake, lists, sidebar
from supportdesk.services.queries.intake import IntakeDraft
from supportdesk.services.views import CaseQuery, Sort, ViewKind
from supportdesk.store.tables.cases import CASE
from tests.benchmarks.store_world import ME, NOW, RARE, SOME, World, world

ROUNDS = 40
PAGE = 200


@dataclass(frozen=True)
class Act:
    """Something a screen asks for."""

    name: str
    run: Callable[[], object]
    rounds: int = ROUNDS


def acts(made: World, chance: random.Random) -> Iterator[Act]:
    """Every act of the table."""
    desk = Desk(
        store=made.store,
        actor=ME,
        device=UUID(int=1),
        policies=PolicyBook(built_in_policies()),
        now=lambda: NOW,
        new_id=lambda: UUID(int=chance.getrandbits(128)),
    )
    with made.store.read() as conn:
        some = list(conn.scalars(select(CASE.c.id).order_by(CASE.c.row.desc()).limit(400)))
        branch = conn.scalar(select(CASE.c.branch_id))
    for view in (ViewKind.MINE, ViewKind.ALL_OPEN, ViewKind.EVERYTHING):
        query = CaseQuery(view=view)
        yield Act(f"shape {view}", partial(lists.shape, desk, query))
        yield Act(f"page of {PAGE} {view}", partial(_page, desk, query, chance))
    searched = CaseQuery(view=ViewKind.SEARCH, sort=Sort.NEWEST, search=f"{SOME} stage:closed")
    yield Act("search", lambda: (lists.shape(desk, searched), lists.page(desk, searched, 0, PAGE)))
    yield Act("one row", lambda: lists.row(desk, chance.choice(some)))
    yield Act("sidebar", lambda: sidebar.counts(desk))
    yield Act("open a case", lambda: details.case(desk, chance.choice(some)))
    yield Act("its timeline", lambda: details.timeline(desk, chance.choice(some)))
    draft = IntakeDraft(summary=f"printing {RARE} after the update", policy_code="sparkrock")
    yield Act("advice on a new case", lambda: intake.advice(desk, draft))
    yield Act("dashboard", lambda: dashboards.dashboard(desk), rounds=5)
    yield Act("dashboard of a branch", lambda: dashboards.dashboard(desk, branch_id=branch), rounds=5)


def _page(desk: Desk, query: CaseQuery, chance: random.Random) -> object:
    count = lists.shape(desk, query).count
    return lists.page(desk, query, chance.randrange(max(1, count - PAGE)), PAGE)


def measure(made: World) -> None:
    """Print the table for one world."""
    print(f"\n{made.cases:,} cases{'':26}{'p50 ms':>9}{'p95 ms':>9}{'after a change, p95':>22}")
    for act in acts(made, random.Random(1)):
        act.run()
        warm = [_timed(act.run) for _ in range(act.rounds)]
        stale = []
        for _ in range(max(3, act.rounds // 4)):
            _change(made)
            stale.append(_timed(act.run))
        p50, p95 = quantiles(warm, n=20)[9], quantiles(warm, n=20)[18]
        print(f"{act.name:<40}{p50:>9.1f}{p95:>9.1f}{quantiles(stale, n=20)[18]:>22.1f}")


def _change(made: World) -> None:
    """Let something happen to a case, so that lists have to be looked at again."""
    with made.store.write() as conn:
        row = conn.scalar(select(CASE.c.row).order_by(CASE.c.row.desc()).limit(1))
        conn.execute(update(CASE).where(CASE.c.row == row).values(last_activity_at=NOW))


def _timed(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return (time.perf_counter() - started) * 1_000


def main() -> None:
    """Measure every size that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, nargs="+", default=[100_000])
    parser.add_argument("--folder", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        for cases in chosen.cases:
            measure(world(chosen.folder or Path(temporary), cases))


if __name__ == "__main__":
    main()
