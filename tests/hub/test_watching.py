"""What is noted of requests: a line without contents, figures, and an incident for a bug; also what health tells."""

from __future__ import annotations

import json
import logging
from dataclasses import replace

import pytest
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient

from supportdesk.hub.app import create_app
from supportdesk.hub.hub import open_hub
from supportdesk.hub.log_lines import JsonLines
from supportdesk.store import failures
from tests.hub.conftest import World, code, log_in, settings_for

SECRET = "what the client wrote"


def break_down(request: Request) -> None:
    """A route with a bug in it, which quotes what it was given."""
    raise ValueError(SECRET + request.url.query)


def tell_operations(request: Request) -> dict[str, int]:
    """A route that has done operations."""
    request.state.operations = ["op-1", "op-2"]
    return {}


@pytest.fixture
def app(small_world: World) -> FastAPI:
    made = create_app(small_world.hub)
    made.get("/bug", response_model=None)(break_down)
    made.get("/operations/{number}", response_model=None)(tell_operations)
    return made


def lines(caplog: pytest.LogCaptureFixture) -> list[dict[str, object]]:
    return [
        json.loads(JsonLines().format(record))
        for record in caplog.records
        if record.name.startswith("supportdesk")
    ]


def test_a_bug_is_told_as_an_incident_and_logged_without_contents(
    app: FastAPI, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    answer = TestClient(app).get("/bug?secret=" + SECRET)
    assert (answer.status_code, code(answer)) == (500, "incident")
    assert SECRET not in answer.text
    incident, request = lines(caplog)
    assert str(incident["incident"]) in answer.json()["meaning"]
    assert "break_down" in str(incident["trace"])
    assert "ValueError" in str(incident["trace"])
    assert SECRET not in str(incident)
    assert (request["route"], request["status"]) == ("/bug", 500)


def test_a_line_names_route_caller_and_operations_and_nothing_else(
    app: FastAPI, small_world: World, caplog: pytest.LogCaptureFixture
) -> None:
    client = TestClient(app)
    told = client.post("/auth/v1/login", json=log_in()).json()
    caplog.set_level(logging.INFO)
    # Whether the line of signing in is kept depends on the level that an earlier test left.
    caplog.clear()
    client.get("/operations/4711?who=" + SECRET)
    client.get("/auth/v1/me", headers={"Authorization": f"Bearer {told['tokens']['access_token']}"})
    client.get("/nowhere/" + SECRET)
    done, me, nowhere = lines(caplog)
    assert set(done) == {"at", "level", "of", "event", "method", "route", "status", "ms", "operations"}
    assert (done["route"], done["operations"]) == ("/operations/{number}", ["op-1", "op-2"])
    assert me["caller"] == str(small_world.chief.agent_id)
    assert (nowhere["route"], nowhere["status"]) == ("(none)", 404)
    assert SECRET not in str([done, me, nowhere])


def test_what_an_exception_says_stays_out_of_the_log() -> None:
    error = ValueError(SECRET)
    record = logging.LogRecord("x", 40, "f", 1, "broke", (), (ValueError, error, None))
    line = json.loads(JsonLines().format(record))
    assert SECRET not in str(line)
    assert "ValueError" in line["trace"]
    plain = logging.LogRecord("x", 20, "f", 1, "of MAPLE48213", (), None)
    assert "48213" not in JsonLines().format(plain)


@pytest.mark.parametrize(
    ("method", "path", "expected"),
    [
        ("GET", "/nowhere", (404, "not_found")),
        ("GET", "/docs", (404, "not_found")),
        ("GET", "/", (404, "not_found")),
    ]
    + [(method, "/health", (405, "method")) for method in ("POST", "PUT", "DELETE", "OPTIONS", "TRACE")],
)
def test_nothing_is_told_as_html(
    small_world: World, method: str, path: str, expected: tuple[int, str]
) -> None:
    answer = small_world.client().request(method, path)
    assert (answer.status_code, code(answer)) == expected


def test_a_header_that_would_break_out_is_data(small_world: World) -> None:
    client = small_world.client()
    for value in ("Bearer x\tx", "Bearer %0d%0aSet-Cookie: a=b", "Bearer " + "é" * 50, "Bearer \x7f"):
        answer = client.get("/auth/v1/me", headers={b"Authorization": value.encode("latin-1")})
        assert answer.status_code == 401
        assert "set-cookie" not in answer.headers


@pytest.mark.parametrize(
    ("readers", "address", "status"),
    [
        ("loopback", "127.0.0.1", 200),
        ("loopback", "::1", 200),
        ("loopback", "192.0.2.1", 403),
        ("loopback", "testclient", 403),
        ("everyone", "192.0.2.1", 200),
        ("nobody", "127.0.0.1", 403),
    ],
)
def test_figures_are_for_whom_the_setting_names(
    small_world: World, readers: str, address: str, status: int
) -> None:
    hub = replace(small_world.hub, settings=replace(small_world.hub.settings, metrics=readers))  # type: ignore[arg-type]  # one of its words
    assert replace(small_world, hub=hub).client(address).get("/metrics").status_code == status


def test_requests_are_counted_by_route_and_status_and_made_up_methods_as_one(app: FastAPI) -> None:
    client = TestClient(app, client=("127.0.0.1", 1))
    for n in range(3):
        client.get(f"/operations/{n}")
        client.request(f"MADEUP{n}", "/health")
    text = client.get("/metrics").text
    assert 'supportdesk_requests_total{method="GET",route="/operations/{number}",status="200"} 3.0' in text
    assert 'supportdesk_request_seconds_count{route="/operations/{number}"} 3.0' in text
    assert "MADEUP" not in text
    assert "supportdesk_connections 13.0" in text


def test_a_hub_whose_database_is_gone_says_that_it_is_not_well(postgres_url: str) -> None:
    open_hub(settings_for(postgres_url), create=True).store.close()
    hub = open_hub(settings_for(postgres_url))
    client = TestClient(create_app(hub))
    assert client.get("/health").status_code == 200
    broken = open_hub(settings_for(postgres_url))
    broken.store.close()
    gone = replace(hub, store=type(hub.store).on_postgres("postgresql+psycopg://me:geheim@127.0.0.1:9/none"))
    answer = TestClient(create_app(gone)).get("/health")
    assert (answer.status_code, code(answer)) == (503, "unavailable")
    assert "geheim" not in answer.text
    assert answer.headers["retry-after"] == "5"
    hub.store.close()


def test_only_a_server_out_of_reach_is_taken_for_one(world: World) -> None:
    with pytest.raises(Exception, match="no_such_table") as error, world.hub.store.read() as conn:
        conn.exec_driver_sql("SELECT 1 FROM no_such_table")
    assert not isinstance(error.value, failures.Unavailable)
