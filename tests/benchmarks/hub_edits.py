"""Measures a thousand edits on their way up from one desk and down to another, beside plain writes of their rows."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle, islice

from supportdesk.services.cases import handling, replies
from supportdesk.services.registers import people
from supportdesk.store import desk_rows
from supportdesk.sync.engine import Round
from tests.benchmarks.hub_figures import heading, middle, rate, spent, spread, tell, times
from tests.benchmarks.hub_plain_writes import head_of, plain_writes
from tests.benchmarks.hub_stage import KINDS, Hub, Seat, Stage, told

EDITS = 1_000
_ROUNDS = 40
_PUSH = "/sync/v1/push"


def measure(stage: Stage, cases: int) -> None:
    """Send edits to a hub on a file and on PostgreSQL, and print what it took."""
    heading(f"edits: {EDITS:,} operations, half notes, half fields of cases and clients, of {cases:,} cases")
    for kind in KINDS:
        with (
            stage.hub(kind, cases, workers=1) as hub,
            stage.seat(hub, "nadia") as nadia,
            stage.seat(hub, "priya") as priya,
        ):
            nadia.engine.round()
            priya.engine.round()
            _measure(stage, hub, nadia, priya)


def _measure(stage: Stage, hub: Hub, nadia: Seat, priya: Seat) -> None:
    before = head_of(hub.database)
    done_in = spent(lambda: _edit(nadia, hub))
    at_hub = hub.seconds_at(_PUSH)
    up = spent(lambda: nadia.engine.push(Round()))
    at_hub = hub.seconds_at(_PUSH) - at_hub
    sent = sum(nadia.link.took["push"])
    back = spent(lambda: nadia.engine.pull(Round()))
    _all_came_back(nadia)
    fetched = sum(priya.link.took["pull"])
    pulled = Round()
    down = spent(lambda: priya.engine.pull(pulled))
    fetched = sum(priya.link.took["pull"]) - fetched
    plain = plain_writes(hub.database, before, nadia.opened.store, stage.folder)
    tell(
        f"{told(hub.kind)}: plain writes of the {plain.count:,} rows",
        rate(EDITS, plain.at_once),
        f"a commit for each edit {plain.one_by_one:.2f} s",
    )
    tell("  plain writes of the rows that come down", rate(EDITS, plain.on_desk), f"{plain.down:,} rows")
    tell("  done at the desk", rate(EDITS, done_in))
    split = f"hub {at_hub:.2f}, wire {sent - at_hub:.2f}, desk {up - sent:.2f} s"
    beside = f"{times(up / plain.at_once, 'plain')}, {up / plain.one_by_one:.2f} x one by one"
    tell("  sent", rate(EDITS, up), f"{beside}; {split}")
    tell("  taken back by their own desk", rate(EDITS, back), times(back / plain.on_desk, "plain"))
    split = f"hub and wire {fetched:.2f}, desk {down - fetched:.2f} s; {pulled.rows:,} rows"
    tell("  pulled by another desk", rate(EDITS, down), f"{times(down / plain.on_desk, 'plain')}; {split}")
    nothing = [spent(priya.engine.round) for _ in range(_ROUNDS)]
    health = [spent(priya.link.health) for _ in range(_ROUNDS)]
    tell(
        "  a round with nothing new, ms p50 p95 max",
        spread(nothing),
        times(middle(nothing) / middle(health), "/health"),
    )


def _edit(seat: Seat, hub: Hub) -> None:
    """So many different acts, in turns, on as many cases and clients as there are open ones."""
    cases, clients = cycle(hub.filled.open), cycle(hub.filled.clients)
    acts: tuple[Callable[[int], object], ...] = (
        lambda number: replies.note(seat.desk, next(cases), f"Seen for the {number}th time"),
        lambda number: handling.edit(seat.desk, next(cases), title=f"The printer burns {number}"),
        lambda number: replies.note(seat.desk, next(cases), f"Looked at again, {number}"),
        lambda number: people.edit_organisation(seat.desk, next(clients), region=f"Region {number}"),
    )
    for number, act in enumerate(islice(cycle(acts), EDITS)):
        act(number)


def _all_came_back(seat: Seat) -> None:
    with seat.opened.store.read() as conn:
        left = desk_rows.count_waiting(conn)
    assert left == 0, f"{left} edits did not come back"
