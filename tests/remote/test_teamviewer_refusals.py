"""What TeamViewer refuses, and where the desk refuses to go: tokens, limits, redirects, addresses, no network."""

from __future__ import annotations

import logging
import socket
import traceback
from collections.abc import Iterator
from datetime import timedelta
from email.utils import format_datetime
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.remote import teamviewer_errors as errors
from supportdesk.remote.teamviewer import NewSession, TeamViewer
from supportdesk.remote.teamviewer_errors import TeamViewerError
from supportdesk.remote.teamviewer_http import Limits
from tests.remote.teamviewer_api import (
    NOW,
    TOKEN,
    Account,
    Api,
    Pauses,
    Reply,
    client,
    record,
    running,
    session,
    told,
)

DAY = timedelta(days=1)
NEW = NewSession(UUID(int=1), "Support")
CODE = "s12-345-678"


@pytest.fixture
def api() -> Iterator[Api]:
    with running() as server:
        yield server


def failure(desk: TeamViewer, *, creating: bool = False) -> TeamViewerError:
    """How asking ends, having made sure that it says all three things and never the token."""
    with pytest.raises(TeamViewerError) as raised:
        desk.create(NEW) if creating else desk.connections(NOW - DAY, NOW + DAY)
    error = raised.value
    assert error.what
    assert error.meaning
    assert error.remedy
    chain: BaseException | None = error
    while chain is not None:
        # What the libraries raise holds the request, and the request holds the token.
        assert not hasattr(chain, "request")
        chain = chain.__cause__ or chain.__context__
    assert TOKEN not in str(error) + repr(error) + "".join(traceback.format_exception(error))
    return error


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, errors.Refused),
        (401, errors.TokenRefused),
        (402, errors.Refused),
        (403, errors.RightMissing),
        (404, errors.NotFound),
        (409, errors.Refused),
        (500, errors.ServerFault),
        (502, errors.ServerFault),
        (503, errors.ServerFault),
        (599, errors.ServerFault),
    ],
)
def test_each_refusal_has_its_own_words(api: Api, status: int, kind: type[TeamViewerError]) -> None:
    api.answers(told({"error": "no", "error_description": "No."}, status))
    with client(api.base) as desk:
        assert type(failure(desk)) is kind
        assert type(failure(desk, creating=True)) is kind
    # Nothing is asked a second time but what a 429 sent back.
    assert len(api.asked) == 2


def test_TeamViewers_own_reason_is_given_as_one_plain_line(api: Api) -> None:
    reason = f"groupname\r\n\x1b[31m is <b>too</b> long; token {TOKEN} " + "x" * 500
    api.answers(told({"error": "invalid_request", "error_description": reason, "error_code": 1}, 400))
    with client(api.base) as desk:
        error = failure(desk, creating=True)
    assert "“groupname [31m is <b>too</b> long; token … xxx" in error.what
    assert error.what.isprintable()
    assert len(error.what) < 300


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b'{"error": 1}', b'"x"', b"\xff\xfe", b"[" * 100_000]
)
def test_a_refusal_without_a_reason_is_one_too(api: Api, body: bytes) -> None:
    api.answers(Reply(400, body))
    with client(api.base) as desk:
        assert type(failure(desk)) is errors.Refused


def test_a_fault_while_creating_says_that_it_may_have_been_done(api: Api) -> None:
    api.answers(Reply(500))
    with client(api.base) as desk:
        assert "may have done" in failure(desk, creating=True).meaning
        assert "may have done" not in failure(desk).meaning


def test_a_pause_is_waited_out_and_then_it_goes_on(api: Api) -> None:
    api.answers(told({}, 429, **{"Retry-After": "7"}), told({"records": [record(1)]}))
    pauses = Pauses()
    with client(api.base, pauses=pauses) as desk:
        assert len(desk.connections(NOW - DAY, NOW + DAY).reports) == 1
    assert pauses.taken == [7.0]


def test_a_session_held_up_by_a_pause_is_made_once(api: Api) -> None:
    api.answers(Reply(429), told(session()))
    with client(api.base) as desk:
        assert desk.create(NEW).code == CODE
    assert len(api.asked) == 2


def test_the_number_of_pauses_is_bounded_and_the_last_is_told(api: Api) -> None:
    api.answers(Reply(429, headers={"Retry-After": "9"}))
    pauses = Pauses()
    with client(api.base, pauses=pauses, limits=Limits(retries=2)) as desk:
        error = failure(desk)
    assert isinstance(error, errors.Busy)
    assert error.seconds == 9.0
    assert "in 9 s" in error.meaning
    assert pauses.taken == [9.0, 9.0]
    assert len(api.asked) == 3


def test_a_long_pause_is_told_and_not_waited_out(api: Api) -> None:
    api.answers(Reply(429, headers={"Retry-After": "600"}))
    pauses = Pauses()
    with client(api.base, pauses=pauses) as desk:
        error = failure(desk)
    assert isinstance(error, errors.Busy)
    assert error.seconds == 600.0
    assert "in 10 min" in error.meaning
    assert pauses.taken == []


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        (format_datetime(NOW + timedelta(seconds=20), usegmt=True), 20.0),
        (format_datetime(NOW - DAY, usegmt=True), 0.0),
        ("", 5.0),
        ("soon", 5.0),
        ("-1", 5.0),
        ("1e9", 5.0),
        ("9" * 400, 86_400.0),
        ("Mon, 99 Foo 2026 25:00:00 GMT", 5.0),
        ("0", 0.0),
    ],
)
def test_however_the_pause_is_written(api: Api, header: str, seconds: float) -> None:
    api.answers(Reply(429, headers={"Retry-After": header}))
    with client(api.base, limits=Limits(retries=0)) as desk:
        error = failure(desk)
    assert isinstance(error, errors.Busy)
    assert error.seconds == seconds


@pytest.mark.parametrize("status", [301, 302, 303, 304, 307, 308])
def test_no_redirect_is_followed(api: Api, status: int) -> None:
    with running() as elsewhere:
        elsewhere.answer = Account([])
        api.answers(Reply(status, headers={"Location": f"{elsewhere.base}/sessions"}))
        with client(api.base) as desk:
            assert type(failure(desk)) is errors.Redirected
            assert type(failure(desk, creating=True)) is errors.Redirected
        assert elsewhere.asked == []


def test_DSK_4_offline_has_words_of_its_own_and_nothing_is_queued() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with client(f"http://127.0.0.1:{port}/api/v1") as desk:
        error = failure(desk, creating=True)
        assert type(error) is errors.Offline
        assert type(failure(desk)) is errors.Offline
    assert "offline" in error.what
    assert "nothing waits to be sent" in error.meaning


def test_a_server_that_takes_the_question_and_never_answers(api: Api) -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as mute,
        client(f"http://127.0.0.1:{mute.getsockname()[1]}", limits=Limits(read=0.05)) as desk,
    ):
        error = failure(desk, creating=True)
    assert isinstance(error, errors.Unclear)
    assert "may have done" in error.meaning


def test_who_can_not_prove_to_be_TeamViewer_hears_no_token(api: Api) -> None:
    # A server without TLS stands for any whose proof fails: there is no certificate at all.
    with client(f"https://{api.host}") as desk:
        assert type(failure(desk)) is errors.NotTrusted
    assert api.asked == []


def test_what_is_said_to_this_machine_goes_through_no_proxy(
    api: Api, monkeypatch: pytest.MonkeyPatch
) -> None:
    api.answers(told(session()))
    with running() as proxy:
        monkeypatch.setenv("http_proxy", f"http://{proxy.host}")
        monkeypatch.delenv("no_proxy", raising=False)
        monkeypatch.delenv("NO_PROXY", raising=False)
        with client(api.base) as desk:
            desk.create(NEW)
        assert proxy.asked == []
    assert len(api.asked) == 1


@pytest.mark.parametrize(
    "token", ["", " ", f"{TOKEN}\n", f"{TOKEN}\r\nX-Other: 1", "t ken", "tokën", "x" * 5000]
)
def test_what_can_be_no_token_is_not_sent(api: Api, token: str) -> None:
    with pytest.raises(errors.NoToken) as raised, client(api.base, token=token):
        pass
    assert not token.strip() or token not in str(raised.value)
    assert api.asked == []


@pytest.mark.parametrize(
    "base",
    [
        "",
        "webapi.teamviewer.com/api/v1",
        "http://webapi.teamviewer.com/api/v1",
        "http://127.0.0.1.evil.example/",
        "http://localhost.evil.example/",
        "https://ann:pass@webapi.teamviewer.com/api/v1",
        "https://webapi.teamviewer.com@evil.example/",
        "https://webapi.teamviewer.com/api/v1?x=1",
        "https://webapi.teamviewer.com/api/v1#x",
        "https://webapi.teamviewer.com:99999/",
        "https://wébapi.teamviewer.com/",
        "https://[::1/",
        "file:///etc/passwd",
        "ftp://127.0.0.1/",
        "https://",
    ],
)
def test_an_address_where_the_token_would_not_be_safe(base: str) -> None:
    with pytest.raises(KnownError, match="no address of TeamViewer's web API") as raised, client(base):
        pass
    assert "pass@" not in str(raised.value)


def test_links_may_lead_nowhere_else_but_to_this_machine() -> None:
    with (
        pytest.raises(ValueError, match="this machine"),
        client("http://127.0.0.1", link_hosts=("evil.example:80",)),
    ):
        pass


def test_no_log_line_holds_the_token(api: Api, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    api.answers(told({"error": TOKEN}, 400), Reply(429), told(session()))
    with client(api.base) as desk:
        failure(desk, creating=True)
        desk.create(NEW)
    assert caplog.records
    assert TOKEN not in caplog.text
