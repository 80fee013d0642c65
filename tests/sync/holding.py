"""What must hold in a simulated office, always or when it has come to rest; the names are those of the sync design.

I1 no act is lost · I2 each counts once · I3 each has one end · I4 a desk has what the hub shows it · I5 the log has no
holes · I6 the cursor passes nothing · I7 checkpoints are whole · I8 every word is found · I9 nobody is sent what they
may not see · I11 no ticket covers more than it has · I12 one incident a case · I13 a case is what its timeline says ·
I14 one's own work shows · I15 nothing without what it belongs to · I16 what waits has a reason · I18 verdicts stand ·
I20 quiet desks are quiet · I22 nobody acts under another's name · I25 outward effects happen once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, or_, select

from supportdesk.domain.words import EntryKind, Verdict
from supportdesk.protocol.messages import LoadedPage, Page
from supportdesk.store import change_log, desk_rows
from supportdesk.store.composed import Composed
from supportdesk.store.driving import fetch
from supportdesk.store.synced_tables import ROOTS, home_of, shared
from supportdesk.store.tables.cases import CASE, CLOCK, ENTRY, LINK
from supportdesk.store.tables.desk import OPERATION
from tests.sync.claims import holds
from tests.sync.sight import same_rows

if TYPE_CHECKING:
    from tests.sync.simulated_office import Seat, SimulatedOffice

_DECIDED = {Verdict.MET.value, Verdict.MISSED.value}
_VERDICTS = Composed(select(CLOCK.c.id, CLOCK.c.case_id, CLOCK.c.verdict, CLOCK.c.due_at))
_MERGED = select(LINK.c.case_id).where(LINK.c.other_id == bindparam("case"), LINK.c.kind == "merged_into")
_TAKEN_BACK = Composed(
    select(func.count()).where(
        or_(ENTRY.c.case_id == bindparam("case"), ENTRY.c.case_id.in_(_MERGED)),
        or_(ENTRY.c.kind == EntryKind.UNDONE.value, ENTRY.c.kind == EntryKind.UNMERGED.value),
    )
)


# ---------------------------------------------------------------- always


def before_a_message(sim: SimulatedOffice, seat: Seat, step: str) -> None:
    """I7: between the pages of one run nothing of them shows."""
    if step == "pull":
        seat.reads_at = seat.store.arriving_commits
    elif step == "page":
        holds(seat.reads_at == seat.store.arriving_commits, "I7", seat.name, "shows half a checkpoint")


def on_the_wire(sim: SimulatedOffice, seat: Seat, step: str, _sent: object, answer: object) -> None:
    """I9: every row that leaves the hub is one that its receiver sees at that instant."""
    if not isinstance(answer, (Page, LoadedPage)) or not answer.rows:
        return
    with sim.hub_store.read() as conn:
        sight = sim.sight_of(conn, seat.person.agent)
        for entity, rows in answer.rows.items():
            place = rows.columns.index("id")
            ids = [UUID(bytes=bytes(row[place])) for row in rows.rows]
            shown = sight.shown(conn, entity, ids)
            holds(shown >= set(ids), "I9", step, seat.name, entity, set(ids) - shown)


def while_arriving(sim: SimulatedOffice, seat: Seat, at: str) -> None:
    """I7: who reads while a checkpoint is being written sees the state before it."""
    if sim.messages % sim.every:
        return
    with seat.store.read() as conn:
        seen = (
            desk_rows.cursor(conn),
            fetch(conn, 'SELECT max(rev) FROM "case"'),
            fetch(conn, "SELECT count(*) FROM entry"),
        )
    before = seat.seen.setdefault("before", seen) if at == "in commit" else seen
    seat.seen["before"] = before
    holds(seen == before, "I7", seat.name, "reads half a checkpoint")


def after_a_round(sim: SimulatedOffice, seat: Seat) -> None:
    """I4, I6, I14, I15 for one desk, and I18 on the hub."""
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
        settled = settled and not desk_rows.is_unswept(conn)
    with sim.hub_store.read() as hub:
        behind = change_log.head(hub) != cursor
        _verdicts_stand(sim, hub)
    if settled and scopes and not behind:
        same_rows(sim, seat, "I6")


def _verdicts_stand(sim: SimulatedOffice, hub: Connection) -> None:
    """I18: what was missed stays so, and what was met, unless what met it was taken back."""
    for row in _VERDICTS.all(hub):
        before, due_at = sim.verdicts.get(row.id, (None, None))
        stands = row.verdict == before or before not in _DECIDED
        if before == Verdict.MET.value:
            stands = stands or _TAKEN_BACK.scalar(hub, case=row.case_id)
        holds(stands or row.due_at != due_at, "I18", row.id, before, "became", row.verdict)
        sim.verdicts[row.id] = row.verdict, row.due_at


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
