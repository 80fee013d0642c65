"""Answers that are none: cut, slow, huge, HTML, wrong JSON, wrong dates, links elsewhere, pages without an end."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.domain.errors import KnownError
from supportdesk.remote import teamviewer_errors as errors
from supportdesk.remote.teamviewer import NewSession, TeamViewer
from supportdesk.remote.teamviewer_http import Limits
from supportdesk.remote.teamviewer_records import instant_of, is_link, page_of, session_of
from tests.remote.teamviewer_api import NOW, Api, Reply, client, record, running, session, told

DAY = timedelta(days=1)
NEW = NewSession(UUID(int=1), "Support")
JSON = {"Content-Type": "application/json"}


@pytest.fixture
def api() -> Iterator[Api]:
    with running() as server:
        yield server


@pytest.fixture
def desk(api: Api) -> Iterator[TeamViewer]:
    with client(api.base, limits=Limits(size=100_000, answer=0.3, read=0.2, pages=5)) as teamviewer:
        yield teamviewer


def ask(desk: TeamViewer) -> int:
    return len(desk.connections(NOW - DAY, NOW + DAY).reports)


@pytest.mark.parametrize("chunked", [False, True])
def test_a_trickle_is_cut_off_when_its_time_is_over(api: Api, desk: TeamViewer, chunked: bool) -> None:
    # No pause between two bytes is long enough to end it: only the time for the whole answer is.
    api.answers(Reply(body=b'{"records": []}', trickles=True, chunked=chunked))
    with pytest.raises(errors.Unclear):
        ask(desk)


@pytest.mark.parametrize(
    "reply",
    [
        Reply(body=b'{"records": [', headers=JSON, promised=5000),
        Reply(body=b"", headers=JSON, promised=1),
        Reply(body=b'{"records": []}', headers=JSON, promised=5000),
        Reply(body=b'{"records": []}', headers=JSON, promised=0, chunked=True),
        Reply(body=b"not gzip at all", headers={**JSON, "Content-Encoding": "gzip"}),
    ],
)
def test_an_answer_that_breaks_off(api: Api, desk: TeamViewer, reply: Reply) -> None:
    api.answers(reply)
    with pytest.raises(errors.Unclear) as raised:
        ask(desk)
    assert "may have done" not in raised.value.meaning
    with pytest.raises(errors.Unclear) as raised:
        desk.create(NEW)
    assert "may have done" in raised.value.meaning


@pytest.mark.parametrize("chunked", [False, True])
def test_an_answer_comes_whole_in_chunks_or_packed(api: Api, desk: TeamViewer, chunked: bool) -> None:
    page = json.dumps({"records": [record(number) for number in range(200)]}).encode()
    api.answers(Reply(body=page, headers=JSON, chunked=chunked))
    assert ask(desk) == 200
    packed = {**JSON, "Content-Encoding": "gzip"}
    api.answers(Reply(body=gzip.compress(page), headers=packed, chunked=chunked))
    assert ask(desk) == 200


def test_a_huge_answer_is_not_read_to_its_end(api: Api, desk: TeamViewer) -> None:
    bomb = gzip.compress(b" " * 20_000_000)
    for reply in (
        Reply(body=b" " * 200_000),
        Reply(body=b" " * 200_000, chunked=True),
        Reply(body=b" " * 100_001, promised=10**15),
        Reply(body=bomb, headers={"Content-Encoding": "gzip"}),
    ):
        api.answers(reply)
        with pytest.raises(errors.Unreadable, match="far too large"):
            ask(desk)


@pytest.mark.parametrize(
    "body",
    [
        b"<!doctype html><title>Sign in to this network</title>",
        b"{",
        b"{'records': []}",
        b'{"records": [], "x": NaN}',
        b'{"records": [], "x": 1e99999999999999999999}',
        b'{"records": [], "x": ' + b"9" * 5000 + b"}",
        b"[" * 90_000,
        b"\xff\xfe\x00",
        b"",
        b"null",
        b"[]",
        b'"records"',
        b"17",
        b"{}",
        b'{"records": null}',
        b'{"records": {"0": 1}}',
        b'{"records": [], "next_offset": [1]}',
        b'{"records": [], "next_offset": true}',
    ],
)
def test_an_answer_that_is_no_page(api: Api, desk: TeamViewer, body: bytes) -> None:
    api.answers(Reply(body=body, headers=JSON))
    with pytest.raises(errors.Unreadable):
        ask(desk)


@pytest.mark.parametrize(
    "changes",
    [
        {"code": None},
        {"code": 12345},
        {"code": "a/../b"},
        {"code": "s" * 21},
        {"state": "Sleeping"},
        {"state": ["Open"]},
        {"valid_until": None},
        {"valid_until": "tomorrow"},
        {"valid_until": 1772000000},
        {"created_at": "2026-02-30T00:00:00Z"},
        {"end_customer_link": None},
        {"end_customer_link": ""},
        {"supporter_link": None},
    ],
)
def test_an_answer_that_is_no_session(api: Api, desk: TeamViewer, changes: dict[str, object]) -> None:
    api.answers(told(session(**changes)))
    with pytest.raises(errors.Unreadable):
        desk.create(NEW)


def test_a_session_of_long_ago_has_no_links(api: Api, desk: TeamViewer) -> None:
    past = session(state="Closed", end_customer_link=None, supporter_link="", valid_until=None)
    api.answers(told(past))
    found = desk.read("s12-345-678")
    assert (found.end_customer_link, found.supporter_link, found.valid_until) == (None, None, None)


BAD_LINKS = [
    "http://get.teamviewer.com/s1",
    "https://teamviewer.com.evil.example/s1",
    "https://evilteamviewer.com/s1",
    "https://get.teamviewer.com@evil.example/s1",
    "https://ann@get.teamviewer.com/s1",
    "https://@get.teamviewer.com/s1",
    "https://get.teamviewer.com:8443/s1",
    "https://get.teamviewer.com:0/s1",
    "https://get.teamviewer.com:/s1",
    "https://get.teamviewer.com:x/s1",
    "https://evil.example\\@get.teamviewer.com/s1",
    "https://evil.example%2f.teamviewer.com/s1",
    "https://evil.example/.teamviewer.com",
    "https://evil.example#.teamviewer.com",
    "https://evil.example?.teamviewer.com",
    "https://.teamviewer.com/s1",
    "https://get.teamviewer.com./s1",
    "https://get.teamvıewer.com/s1",
    "https://get.teamviewer.com/s1\n",
    " https://get.teamviewer.com/s1",
    "ht\ntps://get.teamviewer.com/s1",
    "https://get.teamviewer.com/a b",
    "https://[::1].teamviewer.com/",
    "https://[get.teamviewer.com/",
    "//get.teamviewer.com/s1",
    "javascript:alert(1)//get.teamviewer.com",
    "teamviewer10://control?device=1",
    "file://get.teamviewer.com/share",
    "https:///get.teamviewer.com",
    "https://get.teamviewer.com/" + "x" * 2000,
    "",
]


@pytest.mark.parametrize("link", BAD_LINKS)
def test_DSK_4_a_link_that_leads_elsewhere_is_not_taken(link: str) -> None:
    assert not is_link(link, ())
    assert not is_link(link, {"127.0.0.1:8080"})
    if link:
        for name in ("end_customer_link", "supporter_link"):
            with pytest.raises(errors.BadLink):
                session_of(session(**{name: link}), (), fresh=False)


def test_a_link_must_be_a_text() -> None:
    with pytest.raises(errors.BadLink):
        session_of(session(supporter_link={"href": "https://get.teamviewer.com"}), (), fresh=False)


@pytest.mark.parametrize(
    "link",
    [
        "https://get.teamviewer.com/v15/s12345678",
        "https://GET.TeamViewer.com/v15",
        "https://get.teamviewer.com:443/v15?a=b&c=%20#x",
        "https://a.b-c.teamviewer.com",
    ],
)
def test_a_link_to_TeamViewer_is_taken(link: str) -> None:
    assert is_link(link, ())


def test_a_link_to_this_machine_is_taken_where_it_is_named(api: Api) -> None:
    link = f"http://{api.host}/s1"
    api.answers(told(session(end_customer_link=link, supporter_link=link)))
    with client(api.base) as desk, pytest.raises(errors.BadLink):
        desk.create(NEW)
    with client(api.base, link_hosts=(api.host,)) as desk:
        assert desk.create(NEW).supporter_link == link
    assert not is_link("http://127.0.0.1:1/s1", {api.host})
    assert not is_link(f"file://{api.host}/s1", {api.host})


BAD_RECORDS: list[object] = [
    None,
    "text",
    [],
    {},
    record(1, id=None),
    record(1, id=""),
    record(1, id=[1]),
    record(1, id=True),
    record(1, start_date=None),
    record(1, start_date="02/03/2026 09:00"),
    record(1, start_date="2026-03-02"),
    record(1, start_date="2026-13-02T09:00:00Z"),
    record(1, start_date="2026-03-02T24:30:00Z"),
    record(1, start_date="0001-01-01T00:00:00+23:00"),
    record(1, start_date="9999-12-31T23:59:59-23:00"),
    record(1, start_date="2026-03-02T09:00:00+99:00"),
    record(1, start_date="٢٠٢٦-03-02T09:00:00Z"),
    record(1, start_date=1772442000),
    record(1, end_date="later"),
    record(1, end_date=[]),
    record(1, end_date="2026-03-02T08:59:59Z"),
    record(1, devicename={"name": "x"}),
    record(1, username=["Ann"]),
    record(1, notes="x" * 10_001),
]


def test_records_that_can_not_be_read_are_left_out_and_counted(api: Api, desk: TeamViewer) -> None:
    api.answers(told({"records": [record(0), *BAD_RECORDS, record(2)]}))
    fetched = desk.connections(NOW - DAY, NOW + DAY)
    assert [report.id for report in fetched.reports] == ["r000000", "r000002"]
    assert fetched.left_out == len(BAD_RECORDS)


def test_texts_that_no_database_keeps_are_mended() -> None:
    page = page_of({"records": [record(1, notes="a\0b\ud800c", username="  Ann ")]})
    (report,) = page.reports
    assert (report.notes, report.officer.name) == ("ab?c", "Ann")


@pytest.mark.parametrize("offsets", [["a", "a"], ["a", "b", "a"], ["1", 1]])
def test_pages_that_go_in_circles_are_found(api: Api, desk: TeamViewer, offsets: list[object]) -> None:
    api.answers(*(told({"records": [record(1)], "next_offset": each}) for each in offsets))
    with pytest.raises(errors.Unreadable, match="in circles"):
        ask(desk)
    assert len(api.asked) == len(offsets)


def test_the_number_of_pages_is_bounded(api: Api, desk: TeamViewer) -> None:
    api.answer = lambda asked: told({"records": [], "next_offset": asked.query.get("offset_id", "") + "x"})
    with pytest.raises(errors.TooMany, match="5 pages"):
        ask(desk)
    assert len(api.asked) == 5


def test_an_error_on_a_later_page_gives_no_part_for_the_whole(api: Api, desk: TeamViewer) -> None:
    api.answers(told({"records": [record(1)], "next_offset": "b"}), Reply(500))
    with pytest.raises(errors.ServerFault):
        ask(desk)


json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=8)
    | st.sampled_from(["Open", "s12-345-678"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(sorted(session())), json_values, max_size=6), st.booleans())
def test_whatever_is_told_of_a_session_is_a_session_or_a_known_error(
    changes: dict[str, Any], fresh: bool
) -> None:
    try:
        found = session_of(session(**changes), (), fresh=fresh)
    except KnownError:
        return
    assert all(link is None or is_link(link, ()) for link in (found.end_customer_link, found.supporter_link))


@given(st.lists(st.dictionaries(st.sampled_from(sorted(record(1))), json_values, max_size=4), max_size=4))
def test_whatever_is_told_of_connections_is_read_or_counted(changed: list[dict[str, Any]]) -> None:
    page = page_of({"records": [record(number, **each) for number, each in enumerate(changed)]})
    assert len(page.reports) + page.left_out == len(changed)
    assert page.left_out <= sum(bool(each) for each in changed)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2199, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001 - given below
def test_an_instant_is_read_as_it_was_written(instant: datetime) -> None:
    assert instant_of(instant.isoformat()) == instant
    assert instant_of(instant.isoformat().replace("+00:00", "Z")) == instant
