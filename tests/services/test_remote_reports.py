"""A vendor's connection reports on their cases (DSK-4): kept once, matched, put on a case or aside, taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from sqlalchemy import func, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import AgentRole, EntryKind
from supportdesk.rules.cases.engagement import Money
from supportdesk.rules.remote_sessions.facts import ConnectionReport, KnownCode, Person
from supportdesk.services import undo
from supportdesk.services.cases import remote_sessions
from supportdesk.services.cases.remote_reports import note_reports, report_row, set_aside
from supportdesk.services.cases.report_links import link_report, unlink_report
from supportdesk.services.cases.session_codes import SessionCode, code_offer, note_code
from supportdesk.services.entitlements import incidents
from supportdesk.services.importing.connection_reports import plan_intake, take_in
from supportdesk.services.importing.fetched_reports import fetch_starts
from supportdesk.services.operations.desk import Done
from supportdesk.services.queries import details
from supportdesk.services.queries.remote_facts import unknown_codes
from supportdesk.services.queries.remote_reports import piles, reports
from supportdesk.services.views.remote_reports import Pile, ReportLine, ReportPlace
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.remote import REMOTE_REPORT
from supportdesk.store.tables.work import REMOTE_SESSION
from tests.services.desk_world import World, made

RATE = Money(Decimal(90), "EUR")
LINK = "https://get.teamviewer.com/v15/s12345678"


@pytest.fixture
def case(world: World) -> UUID:
    """A covered case of a client, with an officer at the desk."""
    branch = world.branch()
    world.sits_down("Nadia Karim", AgentRole.SUPPORT_OFFICER, AgentRole.MANAGER, branch_id=branch)
    client = world.client(branch_id=branch)
    world.contract(client)
    return world.case(client, severity="S3", contact_id=world.contact(client, language="fr"))


def report(
    world: World, number: int = 1, *, minutes: float = 14, ago: float = 20, **values: object
) -> ConnectionReport:
    began = world.now - timedelta(minutes=ago)
    made_of = {
        "officer": Person("u1", "Nadia Karim"),
        "device_id": "602724282",
        "device_name": "Accounts PC",
        **values,
    }
    ended = began + timedelta(minutes=minutes)
    return ConnectionReport(f"r{number}", began, ended, **made_of)  # type: ignore[arg-type]


def session(world: World, case: UUID, *, minutes: float | None = 14, remote_id: str = "602724282") -> UUID:
    """One that began now; the clock goes on for its length."""
    begun = made(
        remote_sessions.start_session(
            world.desk, case, tool="TeamViewer", remote_id=remote_id, consent_by="Diane"
        ).created
    )
    if minutes is not None:
        world.later(minutes=minutes)
        remote_sessions.end_session(world.desk, case, begun)
    return begun


def lines(world: World, case: UUID) -> list[dict[str, object]]:
    items = details.timeline(world.desk, case).items
    return [dict(item.data) for item in items if item.kind is EntryKind.REMOTE_SESSION]


def pile(world: World, which: Pile = Pile.WAITING) -> tuple[ReportLine, ...]:
    return reports(world.desk, which, RATE)


def count(world: World, table: object = REMOTE_REPORT) -> int:
    with world.desk.store.read() as conn:
        return conn.scalar(select(func.count()).select_from(table)) or 0  # type: ignore[arg-type]


def acted(done: Done) -> UUID:
    """The id of what was done."""
    assert done.operation is not None
    return done.operation.id


def accepted(world: World, case: UUID) -> bool:
    with world.desk.store.read() as conn:
        return bool(get_row(conn, CASE, case)["accepted"])


def test_DSK_4_a_sure_report_stands_beside_what_the_officer_logged_and_changes_nothing_of_it(
    world: World, case: UUID
) -> None:
    session(world, case, minutes=20)
    intake = take_in(world.desk, [report(world, minutes=18, ago=19.5)])
    assert (intake.linked, intake.proposed, intake.unmatched) == (1, 0, 0)
    told = lines(world, case)[-1]
    assert (told["act"], told["seconds"], told["logged"]) == ("reported", 18 * 60, 20 * 60)
    assert details.case(world.desk, case).seconds_spent["remote"] == 20 * 60
    (line,) = pile(world, Pile.LINKED)
    assert (line.case_id, line.minutes, line.confidence) == (case, 18, 96 if line.confidence == 96 else 70)


def test_a_session_that_nobody_ended_ends_by_what_the_vendor_counted(world: World, case: UUID) -> None:
    session(world, case, minutes=None)
    world.later(minutes=40)
    take_in(world.desk, [report(world, minutes=11, ago=39)])
    assert details.case(world.desk, case).seconds_spent["remote"] == 11 * 60
    assert "logged" not in lines(world, case)[-1]


def test_the_custom_field_of_a_code_makes_a_session_that_nobody_logged(world: World, case: UUID) -> None:
    given = report(world, device_id="", device_name="", session_code="s99-000-000")
    assert unknown_codes(world.desk, [given]) == ("s99-000-000",)
    take_in(world.desk, [given], [KnownCode("s99-000-000", case), KnownCode("s99-000-000", UUID(int=5))])
    (line,) = pile(world, Pile.LINKED)
    assert (line.case_id, line.confidence, line.evidence) == (case, 99, ("field",))
    assert details.case(world.desk, case).seconds_spent["remote"] == 14 * 60
    assert lines(world, case)[-1]["act"] == "reported"


def test_a_code_that_the_desk_got_is_kept_with_the_case_and_used_again_while_it_is_good(
    world: World, case: UUID
) -> None:
    assert code_offer(world.desk, case).current is None
    code = SessionCode("s12-345-678", LINK, world.now + timedelta(hours=24))
    note_code(world.desk, case, code)
    found = code_offer(world.desk, case)
    assert (found.current, found.client, found.language) == (code, "Hartwell Motors", "fr")
    given = report(world, ago=-5, device_id="", device_name="", session_code="S12-345-678 ")
    assert unknown_codes(world.desk, [replace(given, session_code="s12-345-678")]) == ()
    assert take_in(world.desk, [given]).linked == 1
    world.later(hours=23.9)
    assert code_offer(world.desk, case).current is None


def test_repetition_doubles_nothing_and_is_no_act_at_all(world: World, case: UUID) -> None:
    session(world, case)
    fetched = [report(world, ago=14), report(world, 2, ago=600, device_id="111222333"), report(world, ago=14)]
    take_in(world.desk, fetched)
    assert count(world) == 2
    again = plan_intake(world.desk, fetched)
    assert again.steps == ()
    take_in(world.desk, fetched)
    note_reports(world.desk, ())
    assert len([each for each in lines(world, case) if each.get("act") == "reported"]) == 1
    assert (count(world), count(world, REMOTE_SESSION)) == (2, 1)


def test_a_connection_that_runs_is_decided_on_when_it_is_over(world: World, case: UUID) -> None:
    session(world, case, minutes=None)
    over = report(world, ago=0)
    running = replace(over, ended_at=None)
    assert take_in(world.desk, [running]).running == 1
    (line,) = pile(world)
    assert (line.running, line.standing, line.value) == (True, "running", None)
    assert fetch_starts(world.desk).of("") <= running.started_at
    with pytest.raises(KnownError, match="still runs"):
        link_report(world.desk, case, line.id)
    world.later(minutes=15)
    assert take_in(world.desk, [over]).linked == 1
    assert pile(world) == ()


def test_what_becomes_known_later_is_matched_later(world: World, case: UUID) -> None:
    given = report(world, ago=0)
    assert take_in(world.desk, [given]).unmatched == 1
    session(world, case)
    assert take_in(world.desk, []).linked == 1
    assert [line.case_id for line in pile(world, Pile.LINKED)] == [case]


def test_what_is_unmatched_has_minutes_and_value_by_fee_or_by_rate(world: World, case: UUID) -> None:
    fee = Money(Decimal("12.50"), "USD")
    given = [
        report(world, 1, minutes=20, ago=9000, device_id="1111111111"),
        report(world, 2, minutes=10, ago=8000, device_id="2222222222", fee=fee),
    ]
    assert take_in(world.desk, given).unmatched == 2
    found = piles(world.desk, RATE).sums[Pile.WAITING]
    assert (found.reports, found.minutes) == (2, 30)
    assert found.value == (Money(Decimal("30.00"), "EUR"), fee)
    assert [line.value for line in pile(world)] == [fee, Money(Decimal("30.00"), "EUR")]
    assert piles(world.desk).sums[Pile.WAITING].value == (fee,)


@pytest.mark.parametrize(("seconds", "minutes"), [(29, 0), (30, 1), (90, 2), (149, 2), (150, 3), (210, 4)])
def test_DSK_4_the_minutes_of_one_are_those_of_its_sum(
    world: World, case: UUID, seconds: int, minutes: int
) -> None:
    take_in(world.desk, [report(world, minutes=seconds / 60, device_id="9", device_name="Kiosk")])
    (line,) = pile(world)
    assert (line.minutes, piles(world.desk).sums[Pile.WAITING].minutes) == (minutes, minutes)


def test_a_person_puts_one_on_a_case_and_takes_it_back(world: World, case: UUID) -> None:
    take_in(world.desk, [report(world, ago=900)])
    (line,) = pile(world)
    done = link_report(world.desk, case, line.id)
    assert details.case(world.desk, case).seconds_spent["remote"] == 14 * 60
    assert pile(world) == ()
    other = world.case(world.client("Brightway"), "Another")
    with pytest.raises(KnownError, match="decided on already"):
        link_report(world.desk, other, line.id)
    undo.undo(world.desk, acted(done))
    assert details.case(world.desk, case).seconds_spent["remote"] == 0
    assert [each.case_id for each in pile(world)] == [None]
    with pytest.raises(KnownError, match="not on this case"):
        unlink_report(world.desk, case, line.id)


def test_one_that_is_no_case_needs_a_reason_and_stays_aside_when_fetched_again(
    world: World, case: UUID
) -> None:
    given = report(world, ago=900)
    take_in(world.desk, [given])
    row = report_row(given.id)
    with pytest.raises(KnownError, match="reason"):
        set_aside(world.desk, row, "  ")
    done = set_aside(world.desk, row, "A demonstration.")
    session(world, case)
    assert take_in(world.desk, [given]).steps == ()
    (line,) = pile(world, Pile.ASIDE)
    assert (line.reason, line.decided_by) == ("A demonstration.", "Nadia Karim")
    undo.undo(world.desk, acted(done))
    assert [each.standing for each in pile(world)] == ["open"]
    with pytest.raises(KnownError):
        set_aside(world.desk, UUID(int=1), "Nothing there.")


def test_SYN_2_a_session_made_of_a_report_is_charged_and_given_back_when_it_is_taken_off(
    world: World,
) -> None:
    world.sits_down("Tom Reyes", AgentRole.SUPPORT_OFFICER, AgentRole.MANAGER)
    client = world.client("Brightway", "synergy")
    incidents.buy_season_ticket(
        world.desk, client, amount=Decimal(900), currency="QAR", method="bank_transfer", reference="T-1"
    )
    case = world.case(client)
    take_in(world.desk, [report(world, ago=900, officer=Person(name="Nobody"))])
    link_report(world.desk, case, pile(world)[0].id)
    assert accepted(world, case)
    unlink_report(world.desk, case, pile(world, Pile.LINKED)[0].id)
    assert not accepted(world, case)


def test_hostile_and_odd_reports_are_kept_as_they_are(world: World, case: UUID) -> None:
    odd = [
        report(world, 1, device_name="X" * 5000, device_id="'; DROP TABLE remote_report; --", ago=5000),
        report(world, 2, officer=Person("u", "\u202eevil"), notes="\n" * 2000, ago=6000),
        replace(report(world, 3, ago=7000), id="r" * 5000),
    ]
    take_in(world.desk, odd)
    take_in(world.desk, odd)
    assert count(world) == 3
    assert all(len(line.device) <= 200 for line in pile(world))


def test_pages_go_through_all_of_them_once(world: World, case: UUID) -> None:
    same = report(world, ago=3000, device_id="9999999999")
    take_in(world.desk, [replace(same, id=f"same {number}") for number in range(250)])
    seen: list[UUID] = []
    after = None
    while page := reports(world.desk, Pile.WAITING, after=after, limit=37):
        seen += [line.id for line in page]
        after = ReportPlace(page[-1].started_at, page[-1].id)
    assert len(seen) == len(set(seen)) == 250
