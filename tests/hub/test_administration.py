"""Administration over HTTP: what it does, who may do it – every role against every act –, and that it is audited."""

from __future__ import annotations

import base64
from typing import Any
from uuid import uuid4

import pytest
from fastapi.testclient import TestClient

from supportdesk.domain.words import AgentRole
from supportdesk.hub.rights import Act, may
from supportdesk.store import audit_rows
from supportdesk.store.tables.desk import OPERATION, OUTBOX
from supportdesk.store.tables.sync import SYNC_LOG
from tests.hub.conftest import CHIEF, PASSWORD, World, code, log_in

NOBODY = str(uuid4())
NEW_USER = {"login": "new", "name": "New", "roles": ["support_officer"], "password": PASSWORD}
NEW_BRANCH = {"name": "Lyon", "kind": "agency", "time_zone": "Europe/Paris"}

# For every act: how it is asked for, in a form that does nothing wrong.
ASKED: dict[Act, tuple[str, str, Any]] = {
    Act.SEE_USERS: ("GET", "/users", None),
    Act.ADD_USER: ("POST", "/users", NEW_USER),
    Act.DISABLE_USER: ("POST", f"/users/{NOBODY}/disable", None),
    Act.ENABLE_USER: ("POST", f"/users/{NOBODY}/enable", None),
    Act.SET_PASSWORD: ("PUT", f"/users/{NOBODY}/password", {"password": PASSWORD}),
    Act.SET_ROLES: ("PUT", f"/users/{NOBODY}/roles", {"roles": ["manager"]}),
    Act.SET_BRANCH: ("PUT", f"/users/{NOBODY}/branch", {"branch_id": None}),
    Act.SEE_BRANCHES: ("GET", "/branches", None),
    Act.ADD_BRANCH: ("POST", "/branches", NEW_BRANCH),
    Act.EDIT_BRANCH: ("PATCH", f"/branches/{NOBODY}", {"name": "Nice"}),
    Act.SEE_DEVICES: ("GET", "/devices", None),
    Act.REVOKE_DEVICE: ("POST", f"/devices/{NOBODY}/revoke", {}),
}
# Written out, so that a right given by mistake is seen.
ALLOWED = {
    "administrator": set(Act),
    "manager": {Act.SEE_USERS, Act.SEE_BRANCHES, Act.SEE_DEVICES, Act.REVOKE_DEVICE},
    "support_officer": {Act.SEE_BRANCHES},
    "field_engineer": {Act.SEE_BRANCHES},
    "consultant": {Act.SEE_BRANCHES},
    "developer_liaison": {Act.SEE_BRANCHES},
    "central_support": {Act.SEE_BRANCHES},
}


def ask(client: TestClient, act: Act) -> Any:  # noqa: ANN401 - an answer of the test client
    method, path, body = ASKED[act]
    return client.request(method, f"/admin/v1{path}", json=body)


def test_every_act_can_be_asked_for_and_every_role_is_judged() -> None:
    assert set(ASKED) == set(Act)
    assert set(ALLOWED) == {role.value for role in AgentRole}


@pytest.mark.parametrize("role", [role.value for role in AgentRole])
def test_a_role_may_do_what_the_table_says_and_nothing_else(small_world: World, role: str) -> None:
    small_world.add("somebody", role)
    client, _ = small_world.signed_in("somebody")
    for act in Act:
        answer = ask(client, act)
        if act in ALLOWED[role]:
            assert answer.status_code in {200, 201, 204, 404}, (act, answer.text)
        else:
            assert (answer.status_code, code(answer)) == (403, "forbidden"), act
        assert may({AgentRole(role)}, act) == (act in ALLOWED[role])


def test_without_a_token_no_act_is_done(small_world: World) -> None:
    client = small_world.client()
    for act in Act:
        answer = ask(client, act)
        assert (answer.status_code, code(answer)) == (401, "no_token")


def test_every_route_but_the_public_ones_asks_for_a_token(small_world: World) -> None:
    client = small_world.client()
    public = {("/health", "get"), ("/auth/v1/login", "post"), ("/auth/v1/refresh", "post")}
    public |= {("/auth/v1/oidc", "get"), ("/auth/v1/oidc", "post")}
    described = client.get("/openapi.json").json()["paths"]
    protected = {(path, method) for path in described for method in described[path]} - public
    assert len(protected) > 12
    for path, method in protected:
        answer = client.request(method, path.replace("{account_id}", NOBODY))
        assert answer.status_code == 401, (method, path)
        assert described[path][method]["security"] == [{"access_token": []}]


def test_somebody_is_added_moved_promoted_and_shut_out(world: World) -> None:
    chief, _ = world.signed_in()
    branch = chief.post("/admin/v1/branches", json=NEW_BRANCH).json()["id"]
    made = chief.post("/admin/v1/users", json=NEW_USER | {"branch_id": branch, "email": "new@example.org"})
    assert made.status_code == 201
    user = made.json()
    assert (user["login"], user["branch"], user["active"], user["has_password"]) == (
        "new",
        "Lyon",
        True,
        True,
    )
    theirs, told = world.signed_in("NEW")
    place = f"/admin/v1/users/{user['account_id']}"
    assert chief.put(f"{place}/roles", json={"roles": ["manager"]}).status_code == 204
    assert chief.put(f"{place}/branch", json={"branch_id": str(world.branch)}).status_code == 204
    me = theirs.get("/auth/v1/me").json()
    assert (me["roles"], me["branch"]) == (["manager"], "Central")
    assert chief.put(f"{place}/password", json={"password": "quite another one"}).status_code == 204
    assert code(theirs.get("/auth/v1/me")) == "session_ended"
    assert theirs.post("/auth/v1/login", json=log_in("new", "quite another one")).status_code == 200
    assert chief.post(f"{place}/disable").status_code == 204
    assert theirs.post("/auth/v1/login", json=log_in("new", "quite another one")).status_code == 403
    listed = {each["login"]: each["active"] for each in chief.get("/admin/v1/users").json()["users"]}
    assert listed == {CHIEF: True, "new": False}
    assert told["device_id"] in {each["id"] for each in chief.get("/admin/v1/devices").json()["devices"]}


def test_a_branch_is_opened_and_changed(world: World) -> None:
    chief, _ = world.signed_in()
    lyon = chief.post("/admin/v1/branches", json=NEW_BRANCH | {"parent_id": str(world.branch)}).json()["id"]
    assert (
        chief.patch(f"/admin/v1/branches/{lyon}", json={"name": "Lyon Est", "region": None}).status_code
        == 204
    )
    found = {each["id"]: each for each in chief.get("/admin/v1/branches").json()["branches"]}
    assert (found[lyon]["name"], found[lyon]["parent_id"]) == ("Lyon Est", str(world.branch))
    assert found[lyon]["time_zone"] == "Europe/Paris"


def test_a_branch_gets_the_letterhead_of_its_reports(world: World) -> None:
    chief, _ = world.signed_in()
    head = {
        "address": "8, quai Perrache, Lyon",
        "phone": "+33 4 55",
        "email": "l@x.example",
        "colour": "#102030",
    }
    lyon = chief.post("/admin/v1/branches", json=NEW_BRANCH | head).json()["id"]
    place = f"/admin/v1/branches/{lyon}"
    png = base64.b64encode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0").decode()
    assert chief.patch(place, json={"logo": png, "phone": None}).status_code == 204
    for wrong in ({"colour": "red"}, {"logo": "A" * 56_000}, {"address": "x" * 301}, {"phone": 7}):
        assert chief.patch(place, json=wrong).status_code == 422
    assert 400 <= chief.patch(place, json={"logo": base64.b64encode(b"<svg/>").decode()}).status_code < 500
    found = {each["id"]: each for each in chief.get("/admin/v1/branches").json()["branches"]}[lyon]
    assert {name: found[name] for name in head} == head | {"phone": None}
    assert "logo" not in found


@pytest.mark.parametrize(
    ("act", "body", "expected"),
    [
        (Act.ADD_USER, NEW_USER | {"login": CHIEF.upper()}, (409, "login_taken")),
        (Act.ADD_USER, NEW_USER | {"roles": ["king"]}, (422, "malformed")),
        (Act.ADD_USER, NEW_USER | {"roles": []}, (422, "malformed")),
        (Act.ADD_USER, NEW_USER | {"password": "short"}, (422, "refused")),
        (Act.ADD_USER, NEW_USER | {"password": "aaaaaaaaaaaa"}, (422, "refused")),
        (
            Act.ADD_USER,
            NEW_USER | {"login": "longenoughlogin", "password": "LongEnoughLogin"},
            (422, "refused"),
        ),
        (Act.ADD_USER, NEW_USER | {"name": "  "}, (422, "refused")),
        (Act.ADD_USER, NEW_USER | {"login": " \u200b "}, (422, "refused")),
        (Act.ADD_USER, NEW_USER | {"branch_id": NOBODY}, (404, "not_found")),
        (Act.ADD_USER, NEW_USER | {"branch_id": "Lyon"}, (422, "malformed")),
        (Act.ADD_BRANCH, NEW_BRANCH | {"kind": "castle"}, (422, "malformed")),
        (Act.ADD_BRANCH, NEW_BRANCH | {"kind": "central"}, (422, "refused")),
        (Act.ADD_BRANCH, NEW_BRANCH | {"time_zone": "Europe/Atlantis"}, (422, "refused")),
        (Act.ADD_BRANCH, NEW_BRANCH | {"time_zone": "../../etc/passwd"}, (422, "refused")),
        (Act.ADD_BRANCH, NEW_BRANCH | {"country": "fr"}, (422, "malformed")),
        (Act.ADD_BRANCH, NEW_BRANCH | {"parent_id": NOBODY}, (404, "not_found")),
    ],
)
def test_what_will_not_do_is_refused_and_leaves_nothing(
    small_world: World, act: Act, body: dict[str, object], expected: tuple[int, str]
) -> None:
    chief, _ = small_world.signed_in()
    with small_world.hub.store.read() as conn:
        before = len(conn.execute(OPERATION.select()).all())
    method, path, _ = ASKED[act]
    answer = chief.request(method, f"/admin/v1{path}", json=body)
    assert (answer.status_code, code(answer)) == expected
    with small_world.hub.store.read() as conn:
        assert len(conn.execute(OPERATION.select()).all()) == before
    assert [each["login"] for each in chief.get("/admin/v1/users").json()["users"]] == [CHIEF]


def test_what_there_is_not_is_not_found(small_world: World) -> None:
    chief, _ = small_world.signed_in()
    for act in (Act.DISABLE_USER, Act.SET_ROLES, Act.EDIT_BRANCH, Act.REVOKE_DEVICE):
        assert code(ask(chief, act)) == "not_found"
    assert code(chief.post("/admin/v1/users/not-an-id/disable")) == "invalid"


def test_the_last_administrator_stays_one(world: World) -> None:
    chief, _ = world.signed_in()
    place = f"/admin/v1/users/{world.chief.id}"
    assert code(chief.post(f"{place}/disable")) == "last_administrator"
    assert code(chief.put(f"{place}/roles", json={"roles": ["manager"]})) == "last_administrator"
    world.add("second", "administrator")
    assert chief.put(f"{place}/roles", json={"roles": ["manager"]}).status_code == 204
    assert chief.get("/admin/v1/users").status_code == 200
    assert chief.post(f"{place}/disable").status_code == 403


def test_a_branch_never_stands_below_itself(world: World) -> None:
    chief, _ = world.signed_in()
    below = chief.post("/admin/v1/branches", json=NEW_BRANCH | {"parent_id": str(world.branch)}).json()["id"]
    for parent in (below, str(world.branch)):
        refused = chief.patch(f"/admin/v1/branches/{world.branch}", json={"parent_id": parent})
        assert (refused.status_code, code(refused)) == (422, "refused")


def test_each_act_is_audited_with_who_and_from_where(world: World) -> None:
    chief, told = world.signed_in(address="192.0.2.44")
    chief.post("/admin/v1/users", json=NEW_USER)
    with world.hub.store.read() as conn:
        line = audit_rows.latest(conn, 1)[0]
    assert (line.act, line.actor, str(line.device)) == ("user.add", world.chief.agent_id, told["device_id"])
    assert (line.address, line.at) == ("192.0.2.44", world.clock())
    assert PASSWORD not in repr(line)


def test_what_is_shared_is_changed_by_operations_and_noted_for_the_desks(world: World) -> None:
    chief, _ = world.signed_in()
    made = chief.post("/admin/v1/users", json=NEW_USER).json()
    with world.hub.store.read() as conn:
        names = [row.name for row in conn.execute(OPERATION.select().order_by(OPERATION.c.n))]
        logged = {(row.entity, str(row.entity_id)) for row in conn.execute(SYNC_LOG.select())}
        assert conn.execute(OUTBOX.select()).all() == []
    assert names == ["branch.add", "agent.add", "policy.install", "agent.add"]
    assert ("agent", made["agent_id"]) in logged
    assert ("branch", str(world.branch)) in logged
    # Accounts stay on the hub.
    assert {entity for entity, _ in logged} == {"agent", "branch", "policy_version"}
