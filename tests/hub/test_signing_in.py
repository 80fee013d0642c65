"""Signing in by password, tokens that rotate, and sessions that end; over HTTP, on both databases."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from supportdesk.hub import administration, tokens
from supportdesk.hub.administration import By
from supportdesk.store import audit_rows, device_rows
from supportdesk.store.tables.accounts import ACCOUNT, DEVICE, SESSION
from tests.hub.conftest import CHIEF, PASSWORD, World, code, log_in
from tests.hub.conftest import DEVICE as NEW_DEVICE


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def refreshed(client: TestClient, token: str) -> Any:  # noqa: ANN401 - an answer of the test client
    return client.post("/auth/v1/refresh", json={"refresh_token": token})


def acts(world: World) -> list[str]:
    with world.hub.store.read() as conn:
        return [line.act for line in reversed(audit_rows.latest(conn, 100))]


def test_a_password_gives_a_session_and_registers_the_device(world: World) -> None:
    client, told = world.signed_in()
    assert told["agent"]["login"] == CHIEF
    assert told["agent"]["roles"] == ["administrator", "manager", "support_officer"]
    assert told["agent"]["branch"] == "Central"
    me = client.get("/auth/v1/me")
    assert (me.status_code, me.json()) == (200, told["agent"])
    with world.hub.store.read() as conn:
        (device,) = device_rows.listed(conn)
    assert (str(device.id), device.name) == (told["device_id"], NEW_DEVICE["name"])
    assert acts(world)[-1] == "sign_in"


def test_nothing_that_opens_a_door_is_kept(world: World) -> None:
    _, told = world.signed_in()
    secrets = [
        told["device_secret"],
        told["tokens"]["access_token"],
        told["tokens"]["refresh_token"],
        told["tokens"]["refresh_token"].partition(".")[0],
        PASSWORD,
    ]
    with world.hub.store.read() as conn:
        kept = repr([conn.execute(table.select()).all() for table in (ACCOUNT, DEVICE, SESSION)])
    assert [each for each in secrets if each in kept] == []
    assert tokens.hashed(told["tokens"]["access_token"]) in kept
    assert "$argon2id$" in kept


def test_a_login_is_one_however_it_is_typed(small_world: World) -> None:
    _, told = small_world.signed_in("  AMINA@Example.ORG ")
    assert told["agent"]["login"] == CHIEF


def test_a_wrong_password_and_an_unknown_login_are_told_alike_and_cost_alike(world: World) -> None:
    client = world.client()
    answers, costs = [], []
    for login, password in (
        (CHIEF, "wrong"),
        ("nobody@example.org", "wrong"),
        ("nobody@example.org", PASSWORD),
    ):
        before = world.passwords.checked
        answers.append(client.post("/auth/v1/login", json=log_in(login, password)))
        costs.append(world.passwords.checked - before)
    assert [(each.status_code, code(each)) for each in answers] == [(401, "wrong_login")] * 3
    assert len({each.content for each in answers}) == 1
    assert costs == [1, 1, 1]


def test_an_account_without_a_password_is_not_opened_by_one(small_world: World) -> None:
    with small_world.hub.store.write() as conn:
        conn.execute(ACCOUNT.update().values(password_hash=None))
    client = small_world.client()
    for password in ("nobody's password", PASSWORD):
        assert client.post("/auth/v1/login", json=log_in(password=password)).status_code == 401


def test_without_a_good_token_nothing_protected_answers(world: World) -> None:
    client, told = world.signed_in()
    token = told["tokens"]["access_token"]
    for headers, expected in (
        ({"Authorization": ""}, "no_token"),
        ({"Authorization": "Basic " + token}, "no_token"),
        ({"Authorization": "Bearer"}, "no_token"),
        (bearer(token + "x"), "token_unknown"),
        (bearer(told["tokens"]["refresh_token"]), "token_unknown"),
        (bearer("x" * 5000), "token_unknown"),
    ):
        refused = client.get("/auth/v1/me", headers=headers)
        assert (refused.status_code, code(refused)) == (401, expected)
        assert refused.headers["www-authenticate"] == "Bearer"
    assert client.get("/auth/v1/me", headers=bearer(token)).status_code == 200


def test_an_access_token_runs_out_and_a_refresh_token_gives_the_next(world: World) -> None:
    client, told = world.signed_in()
    world.clock.pass_(minutes=14, seconds=59)
    assert client.get("/auth/v1/me").status_code == 200
    world.clock.pass_(seconds=1)
    assert code(client.get("/auth/v1/me")) == "token_expired"
    given = refreshed(client, told["tokens"]["refresh_token"])
    assert given.status_code == 200
    assert given.json()["access_token"] != told["tokens"]["access_token"]
    assert client.get("/auth/v1/me", headers=bearer(given.json()["access_token"])).status_code == 200
    assert code(client.get("/auth/v1/me")) == "token_unknown"


def test_a_lost_answer_is_given_again_until_its_access_token_was_used(world: World) -> None:
    client, told = world.signed_in()
    first = told["tokens"]["refresh_token"]
    lost = refreshed(client, first).json()
    world.clock.pass_(hours=5)
    again = refreshed(client, first).json()
    # The very same tokens: whichever of two answers arrives, it is good.
    assert (again["access_token"], again["refresh_token"]) == (lost["access_token"], lost["refresh_token"])
    assert again["access_expires_at"] > lost["access_expires_at"]
    assert client.get("/auth/v1/me", headers=bearer(again["access_token"])).status_code == 200
    late = refreshed(client, first)
    assert (late.status_code, code(late)) == (401, "session_ended")


def test_a_copied_refresh_token_ends_the_session_for_both(world: World) -> None:
    client, told = world.signed_in()
    first = told["tokens"]["refresh_token"]
    second = refreshed(client, first).json()["refresh_token"]
    third = refreshed(client, second).json()
    assert code(refreshed(client, first)) == "session_ended"
    assert code(client.get("/auth/v1/me", headers=bearer(third["access_token"]))) == "session_ended"
    assert code(refreshed(client, third["refresh_token"])) == "session_ended"
    assert acts(world).count("session.reused") == 1


def test_a_refresh_token_made_up_or_grown_old_is_good_for_nothing(world: World) -> None:
    client, told = world.signed_in()
    mine = told["tokens"]["refresh_token"]
    assert code(refreshed(client, "made-up.token")) == "token_unknown"
    assert refreshed(client, "a token?").status_code == 422
    assert client.get("/auth/v1/me").status_code == 200
    world.clock.pass_(days=30)
    assert code(refreshed(client, mine)) == "session_ended"


def test_tokens_do_not_follow_from_a_stolen_refresh_token_alone(small_world: World) -> None:
    client, told = small_world.signed_in()
    mine = told["tokens"]["refresh_token"]
    given = refreshed(client, mine).json()
    guesses = {tokens.next_pair(mine, salt).refresh for salt in ("", "00" * 32)}
    assert given["refresh_token"] not in guesses


def test_logging_out_ends_the_session_at_once(world: World) -> None:
    client, told = world.signed_in()
    assert client.post("/auth/v1/logout").status_code == 204
    assert code(client.get("/auth/v1/me")) == "session_ended"
    assert code(refreshed(client, told["tokens"]["refresh_token"])) == "session_ended"
    assert acts(world)[-1] == "sign_out"


def test_a_known_device_signs_in_again_as_itself_and_its_old_session_ends(world: World) -> None:
    client, told = world.signed_in()
    known = {"id": told["device_id"], "secret": told["device_secret"]}
    again = client.post("/auth/v1/login", json=log_in(known_device=known)).json()
    assert (again["device_id"], again["device_secret"]) == (told["device_id"], None)
    assert code(client.get("/auth/v1/me")) == "session_ended"


def test_a_device_is_not_another_persons_nor_anybodys_without_its_secret(world: World) -> None:
    world.add("ben", "support_officer")
    client, told = world.signed_in()
    for login, secret in ((CHIEF, "wrong"), ("ben", told["device_secret"])):
        known = {"id": told["device_id"], "secret": secret}
        given = client.post("/auth/v1/login", json=log_in(login, known_device=known)).json()
        assert given["device_id"] != told["device_id"]
        assert given["device_secret"] is not None
    assert client.get("/auth/v1/me").status_code == 200


@pytest.mark.parametrize("lost", [False, True])
def test_a_revoked_device_gets_nothing_from_then_on(world: World, lost: bool) -> None:
    client, told = world.signed_in()
    device_id = told["device_id"]
    revoked = client.post(f"/admin/v1/devices/{device_id}/revoke", json={"lost": lost})
    assert revoked.status_code == 204
    known = {"id": device_id, "secret": told["device_secret"]}
    for refused in (
        client.get("/auth/v1/me"),
        refreshed(client, told["tokens"]["refresh_token"]),
        client.post("/auth/v1/login", json=log_in(known_device=known)),
    ):
        assert (refused.status_code, code(refused)) == (403, "device_revoked")


def test_a_disabled_account_gets_nothing_until_it_is_enabled(world: World) -> None:
    ben = world.add("ben", "support_officer")
    client, told = world.signed_in("ben")
    administration.disable(world.hub, By(), ben.id)
    for refused in (
        client.get("/auth/v1/me"),
        refreshed(client, told["tokens"]["refresh_token"]),
        client.post("/auth/v1/login", json=log_in("ben")),
    ):
        assert (refused.status_code, code(refused)) == (403, "account_disabled")
    # Whoever does not know the password learns nothing of the account.
    assert code(client.post("/auth/v1/login", json=log_in("ben", "wrong"))) == "wrong_login"
    administration.enable(world.hub, By(), ben.id)
    assert code(client.get("/auth/v1/me")) == "session_ended"
    assert client.post("/auth/v1/login", json=log_in("ben")).status_code == 200


def test_changing_the_password_ends_the_other_sessions(world: World) -> None:
    here, _ = world.signed_in()
    there, _ = world.signed_in()
    wrong = here.post("/auth/v1/password", json={"password": "wrong", "new_password": "another password"})
    assert (wrong.status_code, code(wrong)) == (403, "wrong_password")
    short = here.post("/auth/v1/password", json={"password": PASSWORD, "new_password": "short"})
    assert (short.status_code, code(short)) == (422, "refused")
    good = here.post("/auth/v1/password", json={"password": PASSWORD, "new_password": "another password"})
    assert good.status_code == 204
    assert here.get("/auth/v1/me").status_code == 200
    assert code(there.get("/auth/v1/me")) == "session_ended"
    assert here.post("/auth/v1/login", json=log_in()).status_code == 401
    assert here.post("/auth/v1/login", json=log_in(password="another password")).status_code == 200


def test_a_role_taken_away_counts_at_the_next_request(world: World) -> None:
    eve = world.add("eve", "manager")
    client, _ = world.signed_in("eve")
    assert client.get("/admin/v1/users").status_code == 200
    administration.set_roles(world.hub, By(), eve.id, ["support_officer"])
    assert client.get("/admin/v1/users").status_code == 403
