"""The managers' list of reports (ONX-2): who, where, how long, what is open; filtered, sorted, in windows by keyset."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest

from supportdesk.domain.words import AgentRole
from supportdesk.services.cases import visit_reports, visits
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.queries import visit_register
from supportdesk.services.views.visit_plans import ReportQuery, ReportSort
from supportdesk.store import migrate
from supportdesk.store.store import Store
from tests.services.desk_world import World, made, open_world
from tests.services.signing import sign, whole_report

ARRIVAL = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)


class Reports:
    """A manager at the desk, two engineers, two clients of two branches."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.sanaa = world.branch("Sana'a", kind="central", time_zone="Asia/Aden")
        self.tunis = world.branch("Tunis", time_zone="Africa/Tunis")
        self.manager = world.sits_down("Amal Saleh", AgentRole.MANAGER, branch_id=self.sanaa)
        self.karim = world.agent("Karim Haddad", AgentRole.FIELD_ENGINEER, branch_id=self.sanaa)
        self.omar = world.agent("omar Ben Salem", AgentRole.FIELD_ENGINEER, branch_id=self.tunis)
        self.rashid = self.client("Al-Rashid Trading", self.sanaa)
        self.sahel = self.client("laiterie du Sahel", self.tunis)

    def client(self, name: str, branch: UUID) -> UUID:
        return self.world.client(name, "onyxpro", branch_id=branch, start_date=date(2026, 6, 1))

    def visit(
        self, client: UUID, engineer: UUID, at: datetime, minutes: int = 60, recommendations: str = ""
    ) -> UUID:
        desk, self.world.now = self.world.desk, at
        visit = made(visits.plan(desk, client, planned_at=at, engineer_id=engineer).created)
        visits.arrive(desk, visit, at=at)
        visits.leave(desk, visit, at=at + timedelta(minutes=minutes))
        visit_reports.write_report(desk, visit, recommendations=recommendations)
        return visit

    def numbers(self, after: tuple[int | str, int] | None = None, **query: object) -> list[str]:
        found = visit_register.reports(self.world.desk, ReportQuery(**query), after)  # type: ignore[arg-type]
        return [line.number for line in found.lines]


@pytest.fixture
def there(tmp_path: Path, server_url: str | None) -> Iterator[Reports]:
    """In a desk's file, and on a server."""
    if server_url is None:
        with open_world(tmp_path) as opened:
            yield Reports(opened)
        return
    store = Store.on_postgres(server_url)
    try:
        migrate.upgrade(store)
        yield Reports(World(store))
    finally:
        store.close()


@pytest.fixture
def four(there: Reports) -> Reports:
    """VR-0001 to VR-0004, a day apart; the third is the longest."""
    there.visit(there.rashid, there.omar, ARRIVAL, 60, "A larger disk.\n\n  Backups every night. ")
    there.visit(there.sahel, there.karim, ARRIVAL + timedelta(days=1), 30)
    there.visit(there.sahel, there.omar, ARRIVAL + timedelta(days=2), 240, "   \n")
    there.visit(there.rashid, there.karim, ARRIVAL + timedelta(days=40), 90, "A larger disk.")
    return there


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        (ReportSort.WHEN, ["VR-0001", "VR-0002", "VR-0003", "VR-0004"]),
        (ReportSort.NUMBER, ["VR-0001", "VR-0002", "VR-0003", "VR-0004"]),
        (ReportSort.ENGINEER, ["VR-0002", "VR-0004", "VR-0001", "VR-0003"]),
        (ReportSort.CLIENT, ["VR-0001", "VR-0004", "VR-0002", "VR-0003"]),
        (ReportSort.DURATION, ["VR-0002", "VR-0001", "VR-0004", "VR-0003"]),
    ],
)
def test_ONX_2_every_column_sorts_and_its_windows_fit_together(
    four: Reports, sort: ReportSort, expected: list[str]
) -> None:
    assert four.numbers(sort=sort, descending=False) == expected
    for descending in (False, True):
        query, seen, after = ReportQuery(sort=sort, descending=descending), [], None
        for _ in range(10):
            window = visit_register.reports(four.world.desk, query, after, limit=1)
            seen += [line.number for line in window.lines]
            after = window.after
            if after is None:
                break
        whole = visit_register.reports(four.world.desk, query)
        assert seen == [line.number for line in whole.lines]
        assert (sorted(seen), whole.after) == (sorted(expected), None)


def test_ONX_2_the_list_is_filtered_by_who_where_when_and_what_is_open(four: Reports) -> None:
    assert four.numbers(engineer_id=four.karim) == ["VR-0004", "VR-0002"]
    assert four.numbers(branch_id=four.tunis) == ["VR-0003", "VR-0002"]
    assert four.numbers(client="SAHEL") == ["VR-0003", "VR-0002"]
    assert four.numbers(client="%") == four.numbers(client="' OR 1=1 --") == []
    assert four.numbers(since=ARRIVAL + timedelta(days=1), until=ARRIVAL + timedelta(days=2)) == ["VR-0002"]
    assert four.numbers(open_only=True) == ["VR-0004", "VR-0001"]


@pytest.mark.parametrize("most", [1000, 0])
def test_ONX_2_a_client_is_found_whatever_letters_its_name_is_typed_in(
    there: Reports, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    monkeypatch.setattr(visit_register, "_MOST_NAMED", most)
    names = ("ÉLECTRO Ömer", "شركة الأمل")
    for name in names:
        there.visit(there.client(name, there.sanaa), there.karim, ARRIVAL)
    there.visit(there.rashid, there.karim, ARRIVAL)
    assert there.numbers(client="électro") == there.numbers(client="ELECTRO ÖM") == ["VR-0001"]
    assert there.numbers(client="الامل") == ["VR-0002"]
    assert there.numbers(client="électra") == []


def test_a_recommendation_that_became_a_case_is_open_no_more_and_the_same_elsewhere_is(four: Reports) -> None:
    desk = four.world.desk
    first = next(iter(visit_register.all_reports(desk, ReportQuery(descending=False))))
    assert first.open_recommendations == ("A larger disk.", "Backups every night.")
    new = NewCase("A larger disk.", "A larger disk.", four.rashid, reason="update")
    visits.follow_up(desk, first.id, "A larger disk.", new)
    lines = {line.number: line for line in visit_register.all_reports(desk, ReportQuery())}
    assert lines["VR-0001"].open_recommendations == ("Backups every night.",)
    assert lines["VR-0004"].open_recommendations == ("A larger disk.",)


def test_a_window_of_open_ones_is_full_although_most_rows_are_not(there: Reports) -> None:
    for day in range(12):
        text = "A larger disk." if day % 4 == 3 else ""
        there.visit(there.rashid, there.karim, ARRIVAL + timedelta(days=day), 60, text)
    query = ReportQuery(open_only=True, descending=False)
    window = visit_register.reports(there.world.desk, query, limit=2)
    assert [line.number for line in window.lines] == ["VR-0004", "VR-0008"]
    rest = visit_register.reports(there.world.desk, query, window.after, limit=2)
    assert ([line.number for line in rest.lines], rest.after) == (["VR-0012"], None)


def test_what_was_only_planned_or_cancelled_has_no_report(there: Reports) -> None:
    desk = there.world.desk
    visits.plan(desk, there.rashid, planned_at=ARRIVAL, engineer_id=there.karim)
    planned = visits.plan(desk, there.rashid, planned_at=ARRIVAL, engineer_id=there.karim)
    visits.cancel(desk, made(planned.created), "The client is closed.")
    assert there.numbers() == []


def test_ONX_2_the_line_says_how_long_who_signed_and_which_revision(there: Reports) -> None:
    world, desk = there.world, there.world.desk
    case = world.case(there.rashid, "VAT summary", reason="update")
    world.now = ARRIVAL
    done = visits.plan(desk, there.rashid, planned_at=ARRIVAL, engineer_id=there.karim, case_ids=(case,))
    visit = made(done.created)
    visits.arrive(desk, visit)
    whole_report(desk, visit)
    sign(desk, visit)
    world.later(hours=2, minutes=48)
    visit_reports.finish(desk, visit)
    (line,) = visit_register.reports(desk, ReportQuery()).lines
    assert (line.engineer, line.organisation, line.seconds, line.agreed_name, line.revision, line.state) == (
        "Karim Haddad",
        "Al-Rashid Trading",
        10_080,
        "Amal Rashid",
        1,
        "finished",
    )
    visit_reports.revise_report(desk, visit, "A figure was wrong.")
    (line,) = visit_register.reports(desk, ReportQuery()).lines
    assert (line.agreed_name, line.revision, line.state) == ("", 2, "revising")


def test_ONX_2_an_engineer_gets_the_own_reports_whatever_is_asked_for(four: Reports) -> None:
    as_karim = four.world.as_agent(four.karim)
    for engineer in (None, four.omar, four.karim):
        window = visit_register.reports(as_karim, ReportQuery(engineer_id=engineer))
        assert [line.number for line in window.lines] == ["VR-0004", "VR-0002"]
    assert visit_register.choices(as_karim).engineers == ()
    everyone = visit_register.choices(four.world.desk)
    assert [name for _, name in everyone.engineers] == ["Karim Haddad", "omar Ben Salem"]
    assert len(everyone.branches) == 2
