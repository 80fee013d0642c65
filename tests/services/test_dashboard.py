"""The dashboard: every figure from the records, and every bar with the list of exactly its cases."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from supportdesk.rules.calendars.calendar import BusinessCalendar
from supportdesk.services import dashboards
from supportdesk.services.cases import closing, handling, replies
from supportdesk.services.dashboards.queue import business_hours
from supportdesk.services.dashboards.weeks import Turns, Weeks
from supportdesk.services.entitlements import incidents
from supportdesk.services.queries import lists, sidebar
from supportdesk.services.views import Bar, CaseQuery, Dashboard, ViewKind
from tests.services.desk_world import World

TORONTO = ZoneInfo("America/Toronto")


@pytest.fixture
def busy(world: World) -> World:
    """A desk with two branches, four clients of three policies, and cases in many stages over seven weeks."""
    toronto = world.branch()
    lyon = world.branch("Lyon", time_zone="Europe/Paris")
    nadia = world.sits_down("Nadia Karim", branch_id=toronto, agreed_load=2)
    tom = world.agent("Tom Ashworth", branch_id=toronto, agreed_load=9)
    twin = world.agent("Tom Ashworth", branch_id=lyon)
    clients = [
        world.client("Hartwell Motors", branch_id=toronto),
        world.client("Cobalt Freight", branch_id=lyon),
        world.client("Lakeshore Clinics", "sapphireone", branch_id=lyon),
        world.client("Gulf Star Foods", "onyxpro", branch_id=toronto),
    ]
    for client in clients[:2]:
        world.contract(client, "gold")
    world.now -= timedelta(days=46, hours=1)
    owners = [nadia, nadia, tom, twin, None, nadia, tom]
    for number in range(28):
        case = world.case(
            clients[number % 4],
            f"Case {number}",
            severity=f"S{number % 3 + 1}" if number % 4 < 2 else None,
            reason="update" if number % 4 == 3 else None,
        )
        if owner := owners[number % 7]:
            handling.assign(world.desk, case, owner)
        world.later(minutes=50 if number % 3 else 700)
        if number % 2:
            replies.reply(world.desk, case, "We are looking into it.")
        if number % 5 == 1 and number % 4 < 2:
            handling.move_stage(world.desk, case, "on_hold")
        if number % 6 == 5 and number % 4 < 3:
            closing.close(world.desk, case)
            world.later(hours=2)
            if number % 12 == 5:
                closing.reactivate(world.desk, case)
        world.later(hours=30)
    world.now = datetime(2026, 11, 18, 14, 17, 40, tzinfo=UTC)
    world.case(clients[0], "Due soon", severity="S1")
    world.case(clients[1], "Due today", severity="S2", owner_id=tom)
    world.later(minutes=13)
    return world


def every_bar(shown: Dashboard) -> list[Bar]:
    return [*shown.ages, *shown.backlog, *shown.workload]


def test_every_bar_opens_exactly_its_cases(busy: World) -> None:
    shown = dashboards.dashboard(busy.desk)
    bars = every_bar(shown)
    assert len(shown.backlog) > 3
    assert len(shown.workload) == 3
    for bar in bars:
        assert bar.query is not None
        assert lists.shape(busy.desk, bar.query).count == bar.value, bar
        assert not lists.shape(busy.desk, bar.query).problem
    for line in (*shown.branches, *shown.clients):
        assert lists.shape(busy.desk, line.query).count == line.open, line
    for (start, due, _), query in zip(shown.hours, shown.hour_queries, strict=True):
        assert lists.shape(busy.desk, query).count == due, (start, query)
    assert sum(due for _, due, _ in shown.hours) >= 2
    assert shown.open_cases.query is not None
    assert lists.shape(busy.desk, shown.open_cases.query).count == shown.open_cases.value


def test_every_bar_of_one_branch_opens_exactly_its_cases(busy: World) -> None:
    branch = dashboards.dashboard(busy.desk).branches[1]
    shown = dashboards.dashboard(busy.desk, branch_id=branch.id)
    assert shown.open_cases.value == branch.open > 0
    for bar in every_bar(shown):
        assert bar.query is not None
        assert lists.shape(busy.desk, bar.query).count == bar.value, bar
    for line in shown.clients:
        assert lists.shape(busy.desk, line.query).count == line.open, line
    for (_, due, _), query in zip(shown.hours, shown.hour_queries, strict=True):
        assert lists.shape(busy.desk, query).count == due


def test_the_charts_of_open_cases_add_up_to_the_same(busy: World) -> None:
    shown = dashboards.dashboard(busy.desk)
    total = shown.open_cases.value
    assert total == lists.shape(busy.desk, CaseQuery(view=ViewKind.ALL_OPEN)).count
    assert sum(bar.value for bar in shown.ages) == total
    assert sum(bar.value for bar in shown.backlog) == total
    assert sum(line.open for line in shown.branches) == total
    assert sum(shown.severities) == total
    assert all(sum(bar.marks) == bar.value for bar in shown.backlog)
    assert [sum(column) for column in zip(*(bar.marks for bar in shown.backlog), strict=True)] == list(
        shown.severities
    )


def test_late_cases_are_those_that_a_search_calls_overdue(busy: World) -> None:
    shown = dashboards.dashboard(busy.desk)
    query = CaseQuery(view=ViewKind.ALL_OPEN, search="is:overdue")
    overdue = lists.shape(busy.desk, query).count
    assert overdue == sum(line.late for line in shown.branches) > 0
    unowned = CaseQuery(view=ViewKind.UNASSIGNED, search="is:overdue")
    assert overdue == sum(bar.marks[0] for bar in shown.workload) + lists.shape(busy.desk, unowned).count


def test_workload_stands_against_the_agreed_load(busy: World) -> None:
    first = dashboards.dashboard(busy.desk).workload[0]
    assert (first.label, first.limit) == ("Nadia Karim", 2)
    assert first.value > 2


def test_the_counts_beside_the_views_are_those_of_their_lists(busy: World) -> None:
    counts = sidebar.counts(busy.desk)
    for view, count in counts.views.items():
        assert lists.shape(busy.desk, CaseQuery(view=view)).count == count, view
    assert {ViewKind.INBOX, ViewKind.MINE, ViewKind.UNASSIGNED, ViewKind.BREACHING, ViewKind.WAITING} <= set(
        counts.views
    )
    for branch_id, _, _, count in counts.branches:
        query = CaseQuery(view=ViewKind.BRANCH, branch_id=branch_id)
        assert lists.shape(busy.desk, query).count == count
    assert [name for _, name, _, _ in counts.branches] == ["Toronto", "Lyon"]
    assert counts.unread
    assert counts.waiting_to_send > 28


def test_SPK_3_the_share_in_time_counts_what_fell_due(world: World) -> None:
    branch = world.branch()
    world.sits_down(branch_id=branch)
    client = world.client(branch_id=branch)
    world.contract(client, "standard")
    for answered_after in (1, 3, None):  # two hours were promised
        case = world.case(client, severity="S1")
        if answered_after:
            world.later(hours=answered_after)
            replies.reply(world.desk, case, "We see it.")
    world.later(hours=4)
    shown = dashboards.dashboard(world.desk)
    assert shown.response_share[-1] == pytest.approx(1 / 3)
    assert shown.first_responses.value == shown.response_share[-1]
    assert shown.response_share[:-1] == (None,) * 6
    # The update that the first answer promised fell due as well, and nobody gave it.
    assert shown.branches[0].in_time == pytest.approx(1 / 4)
    assert shown.updates.value == 0


def test_reactivations_are_counted_for_each_closing(busy: World) -> None:
    shown = dashboards.dashboard(busy.desk)
    assert any(share for share in shown.reactivated.points)
    assert all(share is None or 0 <= share <= 1 for share in shown.reactivated.points)


def test_open_cases_are_reckoned_back_from_now() -> None:
    turned = Turns(logged=(5, 4, 3), closed=(1, 6, 2), reactivated=(0, 1, 0))
    assert turned.open_at_ends(10) == (10, 9, 10)


def test_weeks_end_now_and_begin_at_local_midnights() -> None:
    now = datetime(2026, 3, 10, 12, 0, tzinfo=UTC)  # clocks went forward on the 8th
    weeks = Weeks.until(now, TORONTO, 2)
    assert weeks.days == (date(2026, 2, 25), date(2026, 3, 4))
    assert weeks.bounds == (
        datetime(2026, 2, 25, 5, 0, tzinfo=UTC),
        datetime(2026, 3, 4, 5, 0, tzinfo=UTC),
        now,
    )


def test_TIME_2_a_deadline_at_closing_time_belongs_to_the_hour_that_closes() -> None:
    calendar = BusinessCalendar(
        time_zone="UTC", weekly={"mon": [("08:00", "10:30")], "tue": [("08:00", "18:00")]}
    )
    hours = business_hours(calendar, datetime(2026, 11, 16, 8, 40, tzinfo=UTC), count=4)
    clock = [(f"{hour.start:%a %H:%M}", f"{hour.end:%H:%M}", f"{hour.since:%H:%M}") for hour in hours]
    assert clock == [
        ("Mon 08:40", "09:00", "08:40"),
        ("Mon 09:00", "10:00", "09:01"),
        ("Mon 10:00", "10:30", "10:01"),
        ("Tue 08:00", "09:00", "08:00"),
    ]
    assert [hour.open_before for hour in hours] == [
        timedelta(minutes=minutes) for minutes in (0, 20, 80, 110)
    ]


def test_what_nobody_owns_or_its_owner_cannot_reach_is_likely_late(world: World) -> None:
    nadia = world.sits_down(branch_id=world.branch())
    client = world.client()
    world.contract(client, "standard")
    for _ in range(6):  # due in two hours; four answers of half an hour fit in
        world.case(client, severity="S1", owner_id=nadia)
    world.case(client, severity="S1")
    world.later(seconds=1)
    shown = dashboards.dashboard(world.desk)
    due = [(count, late) for _, count, late in shown.hours if count]
    assert due == [(7, 3)]


def test_contracts_that_end_and_tickets_that_run_out_come_first(world: World) -> None:
    world.sits_down(branch_id=world.branch())
    ends, runs_on = world.client("Lakeshore Clinics"), world.client("Northfield Council")
    world.contract(ends, "gold", ends_on=date(2026, 11, 30))
    world.contract(runs_on, "gold", starts_on=date(2026, 1, 1), ends_on=date(2026, 11, 25))
    world.contract(runs_on, "gold", starts_on=date(2026, 11, 26), ends_on=date(2028, 11, 25))
    buyer = world.client("Cobalt Freight", "synergy")
    incidents.buy_season_ticket(
        world.desk, buyer, amount=Decimal(900), currency="GBP", method="cash", reference="R-1"
    )
    world.client("Al-Rashid Trading", "onyxpro", start_date=date(2025, 12, 10))
    shown = dashboards.dashboard(world.desk)
    lines = [(line.organisation, line.kind, line.state, line.left, line.ends_on) for line in shown.contracts]
    assert lines == [
        ("Lakeshore Clinics", "contract", "ending", None, date(2026, 11, 30)),
        ("Al-Rashid Trading", "first_year", "ending", None, date(2026, 12, 9)),
        ("Northfield Council", "contract", "ok", None, date(2028, 11, 25)),
        ("Cobalt Freight", "season_ticket", "ok", 10, None),
    ]
    assert shown.contract_count == 3
