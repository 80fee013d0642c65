"""Measures what single operations and reads cost at a hub over a kept connection, beside its cheapest answer."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle
from uuid import UUID

from supportdesk.protocol.messages import Compare, Fetch, Verify
from supportdesk.services.cases import cases as case_acts
from supportdesk.services.cases import handling, replies
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.store import desk_rows
from supportdesk.sync.engine import Round
from tests.benchmarks.hub_figures import heading, middle, spent, spread, tell, times
from tests.benchmarks.hub_stage import KINDS, Hub, Seat, Stage, told

_TIMES = 100
_TIMES_OF_A_SCOPE = 10


def measure(stage: Stage, cases: int) -> None:
    """Do each many times at a hub on a file and on PostgreSQL, and print the times of the requests."""
    heading(f"api: one request over a kept connection, {cases:,} cases; ms p50 p95 max")
    for kind in KINDS:
        with stage.hub(kind, cases, workers=1) as hub, stage.seat(hub, "nadia") as seat:
            seat.engine.round()
            health = [spent(seat.link.health) for _ in range(_TIMES)]
            tell(f"{told(kind)}: /health", spread(health))
            _measure_pushes(hub, seat, middle(health))
            _measure_reads(hub, seat, middle(health))


def _measure_pushes(hub: Hub, seat: Seat, health: float) -> None:
    chosen, clients, numbers = cycle(hub.filled.open), cycle(hub.filled.clients), iter(range(1 << 30))
    acts: dict[str, Callable[[], object]] = {
        "a note": lambda: replies.note(seat.desk, next(chosen), f"Seen {next(numbers)}"),
        "a field edited": lambda: handling.edit(seat.desk, next(chosen), title=f"It burns {next(numbers)}"),
        "a new case": lambda: case_acts.log_case(
            seat.desk, NewCase(f"Payroll stops {next(numbers)}", organisation_id=next(clients))
        ),
    }
    for what, act in acts.items():
        seat.link.took.clear()
        for _ in range(_TIMES):
            act()
            seat.engine.push(Round())
        seat.engine.pull(Round())
        _tell(f"push of {what}", seat.link.took["push"], health)


def _measure_reads(hub: Hub, seat: Seat, health: float) -> None:
    device, link = _device(seat), seat.link
    first = Fetch(device=device, entity="case", id=hub.filled.first)
    rows = {entity: len(found.rows) for entity, found in link.fetch(first).rows.items()}
    _tell(
        f"fetch of a case with {rows['entry']} entries",
        [spent(lambda: link.fetch(first)) for _ in range(_TIMES)],
        health,
    )
    scope = _branch(seat)
    verify = Verify(device=device, scope=scope, entity="case")
    _tell(
        "verify: sums of the branch's cases",
        [spent(lambda: link.verify(verify)) for _ in range(_TIMES_OF_A_SCOPE)],
        health,
    )
    compare = Compare(device=device, scope=scope)
    _tell(
        "compare: sums of all of the branch's tables",
        [spent(lambda: link.compare(compare)) for _ in range(_TIMES_OF_A_SCOPE)],
        health,
    )


def _device(seat: Seat) -> UUID:
    with seat.opened.store.read() as conn:
        return desk_rows.device(conn)


def _branch(seat: Seat) -> int:
    """The scope of the desk's branch."""
    with seat.opened.store.read() as conn:
        return next(int(scope["scope_id"]) for scope in desk_rows.scopes(conn) if scope["kind"] == "branch")


def _tell(what: str, seconds: list[float], health: float) -> None:
    tell(f"  {what}", spread(seconds), times(middle(seconds) / health, "/health"))
