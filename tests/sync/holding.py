"""What must hold in a simulated office, always or when it has come to rest; the names are those of the sync design.

I1 no act is lost · I2 each counts once · I3 each has one end · I4 a desk has what the hub shows it · I5 the log has no
holes · I6 the cursor passes nothing · I7 checkpoints are whole · I8 every word is found · I9 nobody is sent what they
may not see · I11 no ticket covers more than it has · I12 one incident a case · I13 a case is what its timeline says ·
I14 one's own work shows · I15 nothing without what it belongs to · I16 what waits has a reason · I18 verdicts stand ·
I20 quiet desks are quiet · I22 nobody acts under another's name · I25 outward effects happen once.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import fields, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Connection, func, select

from supportdesk.domain.words import LedgerKind, Verdict
from supportdesk.protocol.messages import LoadedPage, Page
from supportdesk.rules.cases.machine import settle
from supportdesk.rules.cases.state import CaseState
from supportdesk.services.in_hand import history
from supportdesk.store import change_log, desk_rows, overlay, scope_rows
from supportdesk.store.case_rows import load_state
from supportdesk.store.raw import fetch
from supportdesk.store.synced_tables import ROOTS, by_name, home_of, shared
from supportdesk.store.tables.cases import CASE, CLOCK, ENTRY
from supportdesk.store.tables.desk import OPERATION
from supportdesk.store.tables.people import AGENT, BRANCH, LEDGER_LINE, ORGANISATION
from supportdesk.store.tables.sync import CONFLICT, EFFECT, PARKED, RECEIPT, SYNC_LOG
from supportdesk.store.tables.work import VISIT
from supportdesk.sync.verifying import compare
from tests.sync.faulty import FaultyLink
from tests.sync.office import rows_on, told

if TYPE_CHECKING:
    from supportdesk.store.store import Store
    from tests.sync.simulation import Seat, Simulation

_ENDED = {"applied", "merged", "conflict", "rejected", "parked"}
_DECIDED = {Verdict.MET.value, Verdict.MISSED.value}


def holds(claim: object, name: str, *what: object) -> None:
    """Raise where an invariant does not hold."""
    if not claim:
        from tests.sync.simulation import Broken  # noqa: PLC0415

        raise Broken(f"{name}: {' '.join(map(str, what))}")


# ---------------------------------------------------------------- always


def before_a_message(sim: Simulation, seat: Seat, step: str) -> None:
    """I7: between the pages of one run nothing of them shows."""
    if step == "pull":
        seat.reads_at = seat.store.arriving_commits
    elif step == "page":
        holds(seat.reads_at == seat.store.arriving_commits, "I7", seat.name, "shows half a checkpoint")


def on_the_wire(sim: Simulation, seat: Seat, step: str, _sent: object, answer: object) -> None:
    """I9: every row that leaves the hub is one that its receiver sees at that instant."""
    if not isinstance(answer, (Page, LoadedPage)) or not answer.rows:
        return
    with sim.hub_store.read() as conn:
        sight = Sight(conn, seat.person.agent)
        for entity, rows in answer.rows.items():
            place = rows.columns.index("id")
            ids = [UUID(bytes=bytes(row[place])) for row in rows.rows]
            shown = sight.shown(conn, entity, ids)
            holds(shown >= set(ids), "I9", step, seat.name, entity, set(ids) - shown)


def while_arriving(sim: Simulation, seat: Seat, at: str) -> None:
    """I7: who reads while a checkpoint is being written sees the state before it."""
    if sim.messages % sim.every:
        return
    with seat.store.read() as conn:
        seen = (
            desk_rows.cursor(conn),
            conn.scalar(select(func.max(CASE.c.rev))),
            conn.scalar(select(func.count()).select_from(ENTRY)),
        )
    before = seat.seen.setdefault("before", seen) if at == "in commit" else seen
    seat.seen["before"] = before
    holds(seen == before, "I7", seat.name, "reads half a checkpoint")


def after_a_round(sim: Simulation, seat: Seat) -> None:
    """I4, I6, I14, I15 for one desk."""
    with seat.store.read() as conn:
        cursor = desk_rows.cursor(conn)
        holds(cursor >= seat.seen.get("cursor", 0), "I14", seat.name, "went back")
        seat.seen["cursor"] = cursor
        if sim.messages % sim.every:
            return
        _no_orphans(conn, seat.name)
        _own_words_show(conn, seat)
        scopes = desk_rows.scopes(conn)
        settled = all(each["state"] == "held" and not each["seq"] for each in scopes)
    with sim.hub_store.read() as hub:
        behind = change_log.head(hub) != cursor
    if settled and scopes and not behind:
        _same_rows(sim, seat, "I6")


def _no_orphans(conn: Connection, name: str) -> None:
    for table in shared():
        # A row that belongs to a second root is seen by those who see only that one.
        for column, kind in () if home_of(table).also else home_of(table).by[:1]:
            if kind in ROOTS and table.name not in ROOTS and not table.c[column].nullable:
                sql = f'SELECT count(*) FROM "{table.name}" WHERE "{column}" NOT IN (SELECT id FROM "{kind}")'
                holds(fetch(conn, sql) == [(0,)], "I15", name, table.name, "without its", kind)


def _own_words_show(conn: Connection, seat: Seat) -> None:
    """I14: what one said on a case that one sees shows at home at every time, or it is told why not."""
    entries = set(conn.scalars(select(ENTRY.c.op_id).where(ENTRY.c.op_id.is_not(None))))
    cases = set(conn.scalars(select(CASE.c.id)))
    refused = {each.kept.operation.id for each in desk_rows.waiting(conn) if each.why}
    mine = select(OPERATION.c.id, OPERATION.c.root_id, OPERATION.c.name).where(
        OPERATION.c.name.in_(("case.note", "case.reply", "case.client_entry")),
        OPERATION.c.status.in_(("applied", "merged")),
        OPERATION.c.undone_by.is_(None),
    )
    for row in conn.execute(mine):
        if row.root_id in cases and row.id not in refused:
            holds(row.id in entries, "I14", seat.name, row.name, row.id, "does not show")


# ---------------------------------------------------------------- at rest


def at_rest(sim: Simulation) -> Counter[str]:
    """Everything that holds once all have spoken; gives how many operations came to which end."""
    statuses: Counter[str] = Counter()
    for seat in sim.seats.values():
        _nothing_waits_without_reason(sim, seat)
        _same_rows(sim, seat, "I4")
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


def _nothing_waits_without_reason(sim: Simulation, seat: Seat) -> None:
    with seat.store.read() as conn:
        waiting = desk_rows.waiting(conn)
        for each in waiting:
            holds(each.why, "I16", seat.name, each.kept.operation.name, each.state, "waits without a reason")
        if not waiting:
            for table in ("shadow", "touch"):
                left = fetch(conn, f"SELECT count(*) FROM {table}")
                holds(left == [(0,)], "I16", seat.name, table, "is left over")


def _same_rows(sim: Simulation, seat: Seat, name: str) -> None:
    """I4: every shared row of the desk is one of the hub's that it sees, and the other way about."""
    there = shown_to(sim.hub_store, seat.person.agent)
    here = hub_rows_on(seat.store)
    for entity in by_name():
        theirs, ours = there[entity], here[entity]
        more, less = ours.keys() - theirs.keys(), theirs.keys() - ours.keys()
        holds(not more, name, seat.name, entity, "has what the hub does not show:", _hex(more))
        holds(not less, name, seat.name, entity, "lacks", _hex(less))
        for row_id, row in theirs.items():
            differing = {
                column: (row[column], ours[row_id][column])
                for column in row
                if row[column] != ours[row_id][column]
            }
            holds(not differing, name, seat.name, entity, row_id.hex(), differing)


def _hex(ids: set[bytes]) -> list[str]:
    return [row_id.hex() for row_id in sorted(ids)[:3]]


def shown_to(hub: Store, agent: UUID) -> dict[str, dict[bytes, dict[str, object]]]:
    """Every shared row that an agent may see, by table and id; judged here, not by the hub."""
    everything = rows_on(hub)
    with hub.read() as conn:
        sight = Sight(conn, agent)
        for entity, rows in everything.items():
            shown = sight.shown(conn, entity, [UUID(bytes=row_id) for row_id in rows])
            everything[entity] = {row_id: rows[row_id] for row_id in rows if UUID(bytes=row_id) in shown}
    return everything


def hub_rows_on(store: Store) -> dict[str, dict[bytes, dict[str, object]]]:
    """What a desk has of the hub's rows, its own work taken off."""
    rows = rows_on(store)
    with store.read() as conn:
        for entity, row_id, image in fetch(conn, "SELECT entity, id, image FROM shadow"):
            rows[entity].pop(bytes(row_id), None)
            if image is not None:
                values = overlay._image(entity, image)  # noqa: SLF001 - the inverse of what the triggers write
                rows[entity][bytes(row_id)] = told(by_name()[entity], values)
    return rows


def _ends(sim: Simulation, seat: Seat) -> Counter[str]:
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


def _quiet(sim: Simulation) -> None:
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


def _timelines(sim: Simulation, conn: Connection) -> None:
    """I13: every case is what its timeline comes to, by the rules."""
    policies = sim.hub_world.desk.policies
    for case_id in conn.scalars(select(CASE.c.id)).all():
        state, _ = load_state(conn, case_id)
        fold = history.folded(conn, policies, case_id)
        strange = [step for step in fold.refused if not step.mirrored]
        holds(not strange, "I13", case_id, "the rules forbid", [step.event for step in strange])
        now, told = settle(state, sim.now), settle(fold.state, sim.now)
        holds(_as_judged(told, now) == now, "I13", case_id, _differing(told, now))


def _as_judged(told: CaseState, now: CaseState) -> CaseState:
    """What a timeline comes to; a deadline that the hub judged missed before a desk sent its answer stays missed."""
    judged = any(clock.verdict is Verdict.MISSED for clock in now.clocks)
    return replace(told, clocks=now.clocks) if judged else told


def _differing(told: CaseState, now: CaseState) -> dict[str, tuple[object, object]]:
    pairs = {field.name: (getattr(told, field.name), getattr(now, field.name)) for field in fields(CaseState)}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def _no_future(sim: Simulation, conn: Connection) -> None:
    """I18: whatever a desk's clock says, nothing on the hub was done later than now."""
    latest = conn.scalar(select(func.max(ENTRY.c.at)))
    holds(latest is None or latest <= sim.now + timedelta(minutes=3), "I18", latest, "is later than", sim.now)


def _effects(sim: Simulation, conn: Connection) -> None:
    """I25: what goes out goes out once."""
    twice = {key: count for key, count in sim.carried.items() if count > 1}
    holds(not twice, "I25", twice)
    known = {(row.op_id, row.kind) for row in conn.execute(select(EFFECT.c.op_id, EFFECT.c.kind))}
    holds(sim.carried.keys() <= known, "I25", "carried out what nobody noted")


def _words(sim: Simulation) -> None:
    """I8: whatever came of an act, its words are where a person finds them."""
    with sim.hub_store.read() as conn:
        said = _texts(conn, ENTRY.c.body, ENTRY.c.data)
        reports = _texts(conn, VISIT.c.report)
        conflicts = _texts(conn, CONFLICT.c.mine, CONFLICT.c.args)
        parked = _texts(conn, PARKED.c.body)
        done = _texts(conn, OPERATION.c.args)
        undone = {
            UUID(data["undoes"]) for data in conn.scalars(select(ENTRY.c.data)) if "undoes" in (data or {})
        }
    for seat in sim.seats.values():
        with seat.store.read() as conn:
            ends = {
                row.id: row
                for row in conn.execute(
                    select(OPERATION.c.id, OPERATION.c.name, OPERATION.c.status, OPERATION.c.args)
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
                if end.name == "visit.write_report" and op_id not in seat.person.undone.values():
                    place = reports + conflicts
                holds(words in place or _waits(seat, op_id), "I8", end.name, end.status, words)


def _waits(seat: Seat, op_id: UUID) -> bool:
    with seat.store.read() as conn:
        return any(each.kept.operation.id == op_id for each in desk_rows.waiting(conn))


def _texts(conn: Connection, *columns: Any) -> str:
    return "\n".join(json.dumps(list(row), default=str) for row in conn.execute(select(*columns)))


def verdicts_stand(sim: Simulation) -> None:
    """I18: what was met or missed stays so."""
    with sim.hub_store.read() as conn:
        for clock_id, verdict in conn.execute(select(CLOCK.c.id, CLOCK.c.verdict)):
            before = sim.verdicts.get(clock_id)
            if before in _DECIDED:
                holds(verdict == before, "I18", clock_id, before, "became", verdict)
            sim.verdicts[clock_id] = verdict


# ---------------------------------------------------------------- who sees what


class Sight:
    """What one agent may see by the rules of scopes, judged from the rows themselves."""

    def __init__(self, conn: Connection, agent: UUID) -> None:  # noqa: C901 - the rules of scopes, told once more
        who = conn.execute(select(AGENT).where(AGENT.c.id == agent)).mappings().one()
        roles, own = set(who["roles"] or ()), who["branch_id"]
        self.agent = agent
        self.roots: set[tuple[str, UUID]] = set()
        if not who["active"] or who["deleted"]:
            return
        tree: dict[UUID | None, set[UUID]] = defaultdict(set)
        central, everything = set(), set()
        for branch in conn.execute(select(BRANCH).where(~BRANCH.c.deleted)).mappings():
            tree[branch["parent_id"]].add(branch["id"])
            everything.add(branch["id"])
            central |= {branch["id"]} if branch["kind"] == "central" else set()
        sees = {own} - {None}
        if "administrator" in roles or ("manager" in roles and own in central):
            sees = set(everything)
        elif "manager" in roles and own is not None:
            rest = [own]
            while rest:
                below = tree[rest.pop()] - sees
                sees |= below
                rest += below
        if "central_support" in roles:
            sees |= central
        teams = {UUID(team) for team in who["team_ids"] or ()}
        clients = set()
        for case in conn.execute(select(CASE)).mappings():
            of_none = case["branch_id"] is None and case["came_from_id"] is None
            if (
                of_none
                or case["branch_id"] in sees
                or case["came_from_id"] in sees
                or (case["team_id"] is not None and case["team_id"] in teams)
                or case["owner_id"] == agent
            ):
                self.roots.add(("case", case["id"]))
                clients |= set() if case["deleted"] else {case["organisation_id"]}
        for client in conn.execute(select(ORGANISATION.c.id, ORGANISATION.c.branch_id)):
            if client.branch_id is None or client.branch_id in sees or client.id in clients:
                self.roots.add(("organisation", client.id))
        self.roots |= {scope_rows.EVERYBODYS, ("agent", agent)}

    def shown(self, conn: Connection, entity: str, ids: list[UUID]) -> set[UUID]:
        """Which of these rows may be seen."""
        if entity in ROOTS:
            return {row_id for row_id in ids if (entity, row_id) in self.roots}
        of = scope_rows.read_roots(conn, by_name()[entity], ids)
        return {row_id for row_id in ids if of.get(row_id, frozenset()) & self.roots}
