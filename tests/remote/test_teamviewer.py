"""Session codes and connection reports of a TeamViewer that behaves; one that does not is in the tests beside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.remote import teamviewer_errors as errors
from supportdesk.remote.teamviewer import NewSession, State, TeamViewer
from supportdesk.remote.teamviewer_errors import NoSuchSession
from supportdesk.rules.cases.engagement import Money
from supportdesk.rules.remote_sessions.facts import Person
from tests.remote.teamviewer_api import NOW, TOKEN, Account, Api, client, record, running, session, told

CASE = UUID(int=0x1234 << 64)
DAY = timedelta(days=1)


@pytest.fixture
def api() -> Iterator[Api]:
    with running() as server:
        yield server


@pytest.fixture
def desk(api: Api) -> Iterator[TeamViewer]:
    with client(api.base) as teamviewer:
        yield teamviewer


def test_DSK_4_a_session_is_made_for_a_case_and_knows_it(api: Api, desk: TeamViewer) -> None:
    api.answer = Account([])
    new = NewSession(
        CASE,
        "Support",
        "Case 4711: the printer",
        "Béla Tar",
        "bela@acme.example",
        datetime(2026, 3, 2, 18, 0, tzinfo=timezone(timedelta(hours=2))),
    )
    made = desk.create(new)
    (asked,) = api.asked
    assert (asked.method, asked.path) == ("POST", "/api/v1/sessions")
    assert asked.body == {
        "groupname": "Support",
        "custom_api": str(CASE),
        "description": "Case 4711: the printer",
        "end_customer": {"name": "Béla Tar", "email": "bela@acme.example"},
        "valid_until": "2026-03-02T16:00:00Z",
    }
    assert made.case_id == CASE
    assert made.code == "s00-000-000"
    assert made.customer == "Béla Tar"
    assert made.end_customer_link == "https://get.teamviewer.com/v15/s12345678"
    assert made.supporter_link == "https://get.teamviewer.com/v15/s12345678-1a2B"
    assert made.valid_until == datetime(2026, 3, 2, 16, 0, tzinfo=UTC)
    assert desk.read(made.code) == made


def test_what_is_empty_is_not_sent(api: Api, desk: TeamViewer) -> None:
    api.answer = Account([])
    desk.create(NewSession(CASE, "Support"))
    assert api.asked[0].body == {"groupname": "Support", "custom_api": str(CASE)}


def test_a_session_is_closed_once_and_then_told_as_closed(api: Api, desk: TeamViewer) -> None:
    api.answer = Account([])
    code = desk.create(NewSession(CASE, "Support")).code
    desk.close_session(code)
    assert (api.asked[-1].method, api.asked[-1].body) == ("PUT", {"state": "Closed"})
    assert desk.read(code).state is State.CLOSED


def test_a_session_of_another_program_has_no_case(api: Api, desk: TeamViewer) -> None:
    for custom in (None, "", "ticket 12", 12, [str(CASE)], str(CASE).upper().replace("-", "")):
        api.answers(told(session(custom_api=custom)))
        assert desk.read("s12-345-678").case_id is None
    api.answers(told(session(custom_api=str(CASE))))
    assert desk.read("s12-345-678").case_id == CASE


@pytest.mark.parametrize(
    "code", ["s99-999-999", "../accounts", "a b", "", "s12-345-678\n", "s١٢-345-678", "x" * 21]
)
def test_a_code_that_nobody_knows(api: Api, desk: TeamViewer, code: str) -> None:
    api.answer = Account([])
    for act in (desk.read, desk.close_session):
        with pytest.raises(NoSuchSession):
            act(code)
    # What can be no code is not even asked for.
    assert {asked.path for asked in api.asked} <= {"/api/v1/sessions/s99-999-999"}


def test_the_answer_of_another_session_is_not_taken(api: Api, desk: TeamViewer) -> None:
    api.answers(told(session(code="s00-000-001")))
    with pytest.raises(KnownError, match="of another session"):
        desk.read("s12-345-678")


def test_reports_come_page_by_page(api: Api, desk: TeamViewer) -> None:
    api.answer = Account([record(number) for number in range(25)], page=10)
    fetched = desk.connections(NOW - DAY, NOW + DAY)
    assert [report.id for report in fetched.reports] == [f"r{number:06}" for number in range(25)]
    assert fetched.left_out == 0
    assert [asked.query.get("offset_id") for asked in api.asked] == [None, "10", "20"]
    assert {asked.query["from_date"] for asked in api.asked} == {"2026-03-01T09:00:00Z"}
    assert {asked.query["to_date"] for asked in api.asked} == {"2026-03-03T09:00:00Z"}


def test_a_report_is_read_whole(api: Api, desk: TeamViewer) -> None:
    api.answer = Account([record(1, start_date="2026-03-02T10:00:00.1234567+01:00", fee=12.5)])
    (report,) = desk.connections(NOW - DAY, NOW + DAY).reports
    assert report.started_at == datetime(2026, 3, 2, 9, 0, 0, 123456, tzinfo=UTC)
    assert report.ended_at == datetime(2026, 3, 2, 9, 14, 30, tzinfo=UTC)
    assert report.officer == Person("u1001", "Ann Ode")
    assert (report.device_id, report.device_name) == ("602724282", "Accounts PC")
    assert (report.session_code, report.group_name, report.session_type) == ("s12-345-678", "Acme", 1)
    assert (report.fee, report.billing_state) == (Money(Decimal("12.5"), "EUR"), "Bill")


def test_a_report_that_comes_twice_counts_once(api: Api, desk: TeamViewer) -> None:
    earlier, later = record(1, end_date=None), record(1)
    api.answers(told({"records": [earlier], "next_offset": "b"}), told({"records": [later, later]}))
    (report,) = desk.connections(NOW - DAY, NOW + DAY).reports
    assert report.length == timedelta(minutes=14, seconds=30)


def test_numbers_serve_as_ids_and_what_is_not_said_is_empty(api: Api, desk: TeamViewer) -> None:
    sparse = {"id": 7, "deviceid": 602724282, "start_date": "2026-03-02T09:00:00Z"}
    api.answers(told({"records": [sparse], "next_offset": None}))
    (report,) = desk.connections(NOW - DAY, NOW + DAY).reports
    assert (report.id, report.device_id, report.session_code, report.fee) == ("7", "602724282", "", None)
    assert report.ended_at is None
    assert report.length == timedelta()


def test_a_span_that_ends_before_it_begins_is_not_asked_for(api: Api, desk: TeamViewer) -> None:
    with pytest.raises(KnownError, match="ends before it begins"):
        desk.connections(NOW, NOW)
    assert api.asked == []


def test_the_token_goes_along_and_is_not_shown(api: Api, desk: TeamViewer) -> None:
    desk_says = repr(desk) + repr(vars(desk)) + repr(vars(vars(desk)["_exchange"]))
    assert TOKEN not in desk_says
    api.answer = Account([])
    desk.create(NewSession(CASE, "Support"))
    assert api.asked[0].headers["Authorization"] == f"Bearer {TOKEN}"


def test_a_netrc_does_not_take_the_tokens_place(
    api: Api, desk: TeamViewer, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    netrc = tmp_path_factory.mktemp("home") / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password else\n", encoding="utf-8")
    monkeypatch.setenv("NETRC", str(netrc))
    api.answer = Account([])
    desk.create(NewSession(CASE, "Support"))
    assert api.asked[0].headers["Authorization"] == f"Bearer {TOKEN}"


def test_a_token_is_seen_to_be_good_before_it_is_kept(api: Api) -> None:
    with client(api.base) as teamviewer:
        api.answers(told({"token_valid": True}))
        teamviewer.ping()
        assert (api.asked[-1].method, api.asked[-1].path) == ("GET", "/api/v1/ping")
        api.answers(told({"token_valid": False}))
        with pytest.raises(errors.TokenRefused):
            teamviewer.ping()
        for answer in ({}, {"token_valid": "yes"}, [True], None):
            api.answers(told(answer))
            with pytest.raises(errors.Unreadable):
                teamviewer.ping()
