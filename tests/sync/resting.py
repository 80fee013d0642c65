"""What must hold of an office at rest: every desk is the hub's, and everything that was done has its end."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import fields, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from supportdesk.domain.words import LedgerKind, Verdict
from supportdesk.rules.cases.machine import settle
from supportdesk.rules.cases.state import CaseState
from supportdesk.services.in_hand import history
from supportdesk.store import desk_rows
from supportdesk.store.case_rows import load_state
from supportdesk.store.driving import fetch
from supportdesk.store.tables.cases import CASE, ENTRY
from supportdesk.store.tables.desk import OPERATION
from supportdesk.store.tables.people import LEDGER_LINE
from supportdesk.store.tables.sync import CONFLICT, EFFECT, PARKED, RECEIPT, SYNC_LOG
from supportdesk.store.tables.work import VISIT
from supportdesk.sync.verifying import compare
from tests.sync.claims import holds
from tests.sync.faulty import FaultyLink
from tests.sync.sight import same_rows

if TYPE_CHECKING:
    from supportdesk.services.operations.policies import PolicyBook
    from tests.sync.simulated_office import Seat, SimulatedOffice

_ENDED = {"applied", "merged", "conflict", "rejected", "parked"}


def at_rest(sim: SimulatedOffice) -> Counter[str]:
    """Everything that holds once all have spoken; gives how many operations came to which end."""
    statuses: Counter[str] = Counter()
    for seat in sim.seats.values():
        _nothing_waits_without_reason(sim, seat)
        same_rows(sim, seat, "I4")
        statuses += _ends(sim, seat)
    _quiet(sim)
    with sim.hub_store.read() as conn:
        _log_is_whole(conn)
        _money(conn)
        _timelines(sim, conn)
        _no_future(sim, conn)
        _effects(sim, conn)
    _words(sim)
    return statuses


def _nothing_waits_without_reason(sim: SimulatedOffice, seat: Seat) -> None:
    with seat.store.read() as conn:
        waiting = desk_rows.waiting(conn)
        for each in waiting:
            holds(each.why, "I16", seat.name, each.kept.operation.name, each.state, "waits without a reason")
        if not waiting:
            for table in ("shadow", "touch"):
                left = fetch(conn, f"SELECT count(*) FROM {table}")
                holds(left == [(0,)], "I16", seat.name, table, "is left over")


def _ends(sim: SimulatedOffice, seat: Seat) -> Counter[str]:
    """I1, I2, I3, I22: each act is kept, with one end, the same on both sides, under its own person's name."""
    statuses: Counter[str] = Counter()
    with seat.store.read() as conn:
        kept = {row["id"]: row for row in conn.execute(select(OPERATION)).mappings()}
        waiting = {each.kept.operation.id for each in desk_rows.waiting(conn)}
    with sim.hub_store.read() as conn:
        receipts = {row["op_id"]: row for row in conn.execute(select(RECEIPT)).mappings()}
        done = conn.execute(select(OPERATION.c.id, OPERATION.c.actor))
        at_the_hub = {row.id: row.actor for row in done}
    for op_id, name in sim.acked.items():
        if name != seat.name:
            continue
        holds(op_id in kept, "I1", seat.name, "lost", op_id)
        row, receipt = kept[op_id], receipts.get(op_id)
        holds(row["status"] in _ENDED, "I3", op_id, row["status"])
        if op_id in waiting:
            continue
        if receipt is None:
            holds(row["status"] == "rejected", "I1", seat.name, row["name"], "has no receipt")
        else:
            holds(receipt["status"] == row["status"], "I3", row["name"], receipt["status"], row["status"])
        if op_id in at_the_hub:
            holds(at_the_hub[op_id] == seat.person.agent, "I22", op_id)
        statuses[row["status"]] += 1
    return statuses


def _quiet(sim: SimulatedOffice) -> None:
    """I20: where nothing is new, one message is enough, and nothing is written."""
    for seat in sim.seats.values():
        before, commits = sim.messages, seat.store.arriving_commits
        sim.round(seat)
        with seat.store.read() as conn:
            waits = bool(desk_rows.waiting(conn))
        holds(sim.messages - before <= 1 + waits, "I20", seat.name, sim.messages - before, "messages")
        holds(waits or seat.store.arriving_commits == commits, "I20", seat.name, "wrote")
        # The desk's own way of comparing finds nothing either.
        found = compare(seat.desk, FaultyLink(seat.name, sim))
        holds(waits or not found.differing, "I4", seat.name, "differs by its own account", found.differing)


def _log_is_whole(conn: Connection) -> None:
    """I5: numbers without holes from the floor on, as what is read to one number is read to all before it."""
    first, last, count = conn.execute(
        select(func.min(SYNC_LOG.c.seq), func.max(SYNC_LOG.c.seq), func.count())
    ).one()
    holds(
        last is None or conn.dialect.name != "sqlite" or last - first + 1 == count, "I5", first, last, count
    )


def _money(conn: Connection) -> None:
    """I2, I11, I12 for the ledger."""
    bought: Counter[UUID] = Counter()
    used: Counter[UUID] = Counter()
    held: Counter[UUID] = Counter()
    for line in conn.execute(select(LEDGER_LINE)).mappings():
        if line["kind"] == LedgerKind.BOUGHT.value:
            bought[line["id"]] += line["quantity"]
        elif line["covered"] and line["ticket_id"] is not None:
            used[line["ticket_id"]] -= line["quantity"]
            held[line["case_id"]] -= line["quantity"]
    for ticket, count in used.items():
        holds(count <= bought[ticket], "I11", ticket, count, "of", bought[ticket])
    for case, count in held.items():
        holds(count <= 1, "I12", case, count)
    twice = (
        select(ENTRY.c.op_id, ENTRY.c.kind)
        .where(ENTRY.c.kind.in_(("note", "reply")))
        .group_by(ENTRY.c.op_id, ENTRY.c.kind)
    )
    found = conn.execute(twice.having(func.count() > 1).where(ENTRY.c.op_id.is_not(None))).all()
    holds(not found, "I2", found)


def _timelines(sim: SimulatedOffice, conn: Connection) -> None:
    """I13: every case is what its timeline comes to, by the rules."""
    policies = sim.hub_world.desk.policies
    for case_id in conn.scalars(select(CASE.c.id)).all():
        state, _ = load_state(conn, case_id)
        fold = history.folded(conn, policies, case_id)
        strange = [
            step
            for step in fold.refused
            if not step.mirrored and _forbidden_then(conn, policies, case_id, step)
        ]
        holds(not strange, "I13", case_id, "the rules forbid", [step.event for step in strange])
        now, told = settle(state, sim.now), settle(fold.state, sim.now)
        holds(_as_judged(told, now) == now, "I13", case_id, _differing(told, now))


def _forbidden_then(conn: Connection, policies: PolicyBook, case_id: UUID, step: history.Step) -> bool:
    """Whether the rules forbade a step when it was taken: what is merged no longer may have allowed it."""
    then = history.steps_of(conn, case_id, until=step.line.at)
    return step in history.fold(policies, then).refused


def _as_judged(told: CaseState, now: CaseState) -> CaseState:
    """What a timeline comes to; a deadline that the hub judged missed before a desk sent its answer stays missed."""
    judged = any(clock.verdict is Verdict.MISSED for clock in now.clocks)
    return replace(told, clocks=now.clocks) if judged else told


def _differing(told: CaseState, now: CaseState) -> dict[str, tuple[object, object]]:
    pairs = {field.name: (getattr(told, field.name), getattr(now, field.name)) for field in fields(CaseState)}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _no_future(sim: SimulatedOffice, conn: Connection) -> None:
    """I18: whatever a desk's clock says, nothing on the hub was done later than now."""
    latest = conn.scalar(select(func.max(ENTRY.c.at)))
    holds(latest is None or latest <= sim.now + timedelta(minutes=3), "I18", latest, "is later than", sim.now)


def _effects(sim: SimulatedOffice, conn: Connection) -> None:
    """I25: what goes out goes out once."""
    twice = {key: count for key, count in sim.carried.items() if count > 1}
    holds(not twice, "I25", twice)
    known = {(row.op_id, row.kind) for row in conn.execute(select(EFFECT.c.op_id, EFFECT.c.kind))}
    holds(sim.carried.keys() <= known, "I25", "carried out what nobody noted")


def _words(sim: SimulatedOffice) -> None:
    """I8: whatever came of an act, its words are where a person finds them."""
    with sim.hub_store.read() as conn:
        said = _texts(conn, ENTRY.c.body, ENTRY.c.data)
        reports = _texts(conn, VISIT.c.report)
        conflicts = _texts(conn, CONFLICT.c.mine, CONFLICT.c.args)
        gave_way = _texts(conn, CONFLICT.c.theirs)  # when somebody settled the conflict
        parked = _texts(conn, PARKED.c.body)
        done = _texts(conn, OPERATION.c.args)
        closings = select(OPERATION.c.args).where(OPERATION.c.name == "conflict.close")
        gave_way += json.dumps(conn.scalars(closings).all(), default=str)  # to who settled it
        undone = {
            UUID(data["undoes"]) for data in conn.scalars(select(ENTRY.c.data)) if "undoes" in (data or {})
        }
    for seat in sim.seats.values():
        with seat.store.read() as conn:
            ends = {
                row.id: row
                for row in conn.execute(
                    select(
                        OPERATION.c.id,
                        OPERATION.c.name,
                        OPERATION.c.status,
                        OPERATION.c.args,
                        OPERATION.c.undone_by,
                    )
                )
            }
        for op_id, words in seat.person.typed.items():
            end = ends.get(op_id)
            holds(end is not None, "I8", words)
            assert end is not None
            holds(words in json.dumps(end.args), "I8", words, "is not at home")
            if end.status == "parked":
                holds(words in parked, "I8", end.name, words, "was parked and is not there")
            elif end.status == "conflict":
                holds(words in conflicts, "I8", end.name, words, "is in no conflict")
            elif end.status in {"applied", "merged"} and op_id in sim.acked and end.id not in undone:
                place = said if end.name.startswith("case.") else done
                # A person who was cut off right after taking it back does not know that they did.
                if end.name == "visit.write_report" and end.undone_by is None:
                    place = reports + conflicts + gave_way
                holds(words in place or _waits(seat, op_id), "I8", end.name, end.status, words)


def _waits(seat: Seat, op_id: UUID) -> bool:
    with seat.store.read() as conn:
        return any(each.kept.operation.id == op_id for each in desk_rows.waiting(conn))


def _texts(conn: Connection, *columns: Any) -> str:
    return "\n".join(json.dumps(list(row), default=str) for row in conn.execute(select(*columns)))
