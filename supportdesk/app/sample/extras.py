"""What rarely happens in the sample world, done by the desk's own acts: visits, a merge, a split, an engagement."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from random import Random
from uuid import UUID

from supportdesk.app.sample.apart import change_in_two_places
from supportdesk.app.sample.cast import Cast, Client, at_instant, id_of
from supportdesk.app.sample.visit_week import make_week
from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import Channel, LinkKind
from supportdesk.rules.cases.signature import Stroke
from supportdesk.rules.cases.visit_content import content_of, fingerprint
from supportdesk.rules.cases.visit_report import Acceptance, CheckedPoint, Health
from supportdesk.services.cases import linking, merging, replies, visit_reports, visits
from supportdesk.services.entitlements import engagements
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries import lists
from supportdesk.services.registers import knowledge
from supportdesk.services.views import CaseQuery, CaseRow, Money, Sort, ViewKind

_MANY = 400
_INITIALS: tuple[Stroke, ...] = (
    tuple((140 + 9 * step, 300 - (step * 37) % 180, 30 * step) for step in range(30)),
    tuple((430 + 12 * step, 310 + (step % 3) * 6, 1_200 + 20 * step) for step in range(28)),
)


def add_extras(desk: Desk, cast: Cast, random: Random) -> None:
    """Let a few rare things happen on the newest open cases of an otherwise finished world."""
    rows = lists.page(desk, CaseQuery(ViewKind.ALL_OPEN, Sort.NEWEST), 0, _MANY)
    by_client = {client.name: client for client in cast.clients}
    _plan_visits(desk, cast, rows, by_client)
    _merge_twins(desk, rows)
    _split_one(desk, rows, by_client)
    _program_something(desk, rows, by_client)
    _link_knowledge(desk, rows, random)
    _answer_closed(desk)
    change_in_two_places(desk, cast)


def _of(rows: tuple[CaseRow, ...], by_client: dict[str, Client], policy: str) -> list[tuple[CaseRow, Client]]:
    found = [(row, by_client[row.organisation]) for row in rows if row.organisation in by_client]
    return [(row, client) for row, client in found if client.policy == policy]


def _plan_visits(desk: Desk, cast: Cast, rows: tuple[CaseRow, ...], by_client: dict[str, Client]) -> None:
    engineer = cast.named("Karim Haddad").id
    now = desk.now()
    for hours, (row, client) in zip((1, 3), _of(rows, by_client, "onyxpro"), strict=False):
        planned = now + timedelta(hours=hours)
        visits.plan(desk, client.id, planned_at=planned, engineer_id=engineer, case_ids=(row.id,))
    for row, client in _of(rows, by_client, "onyxpro")[2:3]:
        _make_visit(desk, client.id, row.id, engineer, now - timedelta(days=1, hours=4))

    def make(client: UUID, case_id: UUID, arrived: datetime) -> None:
        _make_visit(desk, client, case_id, engineer, arrived)

    others = [client for client in cast.clients if client.policy == "onyxpro"]
    make_week(desk, engineer, _of(rows, by_client, "onyxpro")[3:], others, make)


def _make_visit(desk: Desk, client: UUID, case_id: UUID, engineer: UUID, arrived: datetime) -> None:
    then = at_instant(replace(desk, actor=engineer), arrived)
    visit = id_of(visits.plan(then, client, planned_at=arrived, engineer_id=engineer, case_ids=(case_id,)))
    visits.arrive(then, visit)
    after = at_instant(then, arrived + timedelta(hours=3, minutes=25))
    visit_reports.write_report(
        after,
        visit,
        performance=(
            CheckedPoint("Posting", Health.GOOD),
            CheckedPoint("Backups", Health.GOOD),
            CheckedPoint("Disk space", Health.WATCH, "14 % left"),
        ),
        work_done="Posted the open transfers of the branch and compared both balances with the contact.",
        recommendations="Post transfers on the day they arrive.",
        client_suggestions="A warning when a transfer stays open for more than two days.",
        passed_on=True,
        acceptance=Acceptance(as_asked=True),
    )
    seen = fingerprint(content_of(visit_reports.report(after, visit)))
    visit_reports.sign(after, visit, seen=seen, name="H. Al-Amri", job="Head accountant", strokes=_INITIALS)
    visits.leave(after, visit)
    visit_reports.finish(after, visit)


def _merge_twins(desk: Desk, rows: tuple[CaseRow, ...]) -> None:
    """Two open cases of one client about the same thing are one."""
    seen: dict[tuple[str, str], CaseRow] = {}
    for row in rows:
        key = (row.organisation, row.title)
        if key in seen:
            merging.merge(desk, row.id, seen[key].id)
            return
        seen[key] = row


def _split_one(desk: Desk, rows: tuple[CaseRow, ...], by_client: dict[str, Client]) -> None:
    for row, _client in _of(rows, by_client, "synergy"):
        aspect = NewCase(
            "Print the reminder on letter paper", body="While we talked: the reminders need the letterhead."
        )
        wording = "The letterhead is a second thing; I'll look at it as a case and incident of its own."
        try:
            linking.split_aspect(desk, row.id, aspect, charge=True, wording=wording)
        except KnownError:
            continue
        return


def _program_something(desk: Desk, rows: tuple[CaseRow, ...], by_client: dict[str, Client]) -> None:
    for row, client in _of(rows, by_client, "sapphireone")[:1]:
        title = "Column with the supplier's own code on orders"
        engagement = id_of(
            engagements.open_engagement(desk, client.id, "custom_programming", title, case_id=row.id)
        )
        engagements.take_step(desk, engagement, "brief", note="Two pages, with a picture of the print.")
        engagements.take_step(desk, engagement, "quote", money=Money(Decimal(1850), "AUD"))


def _link_knowledge(desk: Desk, rows: tuple[CaseRow, ...], random: Random) -> None:
    note = id_of(
        knowledge.create_tracking_note(
            desk,
            knowledge.NewTrackingNote("Transfer lines keep four decimals of average costs", fixed_in="9.4.3"),
        )
    )
    stock = [row for row in rows if "valuation" in row.title or "rounding" in row.title]
    for row in stock[:4]:
        knowledge.link_tracking_note(desk, row.id, note)
    for first, second in pairwise(stock[:2]):
        linking.link(desk, first.id, second.id, LinkKind.SAME_CAUSE)
    for row in random.sample(rows, min(6, len(rows))):
        replies.client_entry(
            desk, row.id, "One more thing: it also happens in the sample company.", channel=Channel.EMAIL
        )


def _answer_closed(desk: Desk) -> None:
    """A client writes on cases that closed by themselves; the owner decides (SPK-7)."""
    closed = lists.page(
        desk, CaseQuery(ViewKind.SEARCH, Sort.ACTIVITY, search="is:closed policy:sparkrock"), 0, 2
    )
    for row in closed:
        replies.client_entry(
            desk, row.id, "It came back this morning, after the restart.", channel=Channel.EMAIL
        )
