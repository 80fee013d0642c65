"""Guessing is slowed down, and nobody can keep another person out for long; with a clock that is moved by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.hub import throttling
from supportdesk.hub.throttling import ADDRESS, LOGIN, STEEP, Rule
from supportdesk.store.tables.accounts import THROTTLE
from tests.hub.conftest import CHIEF, PASSWORD, World, code, log_in

HOME, ATTACKER = "192.0.2.1", "203.0.113.9"


def guess(client: TestClient, login: str = CHIEF, password: str = "wrong") -> int:
    return int(client.post("/auth/v1/login", json=log_in(login, password)).status_code)


def test_after_five_failures_the_delay_doubles_up_to_a_quarter_of_an_hour(world: World) -> None:
    client = world.client()
    assert [guess(client) for _ in range(5)] == [401] * 5
    waits = []
    for _ in range(12):
        refused = client.post("/auth/v1/login", json=log_in(password="wrong"))
        assert (refused.status_code, code(refused)) == (429, "too_many")
        waits.append(int(refused.headers["retry-after"]))
        world.clock.pass_(seconds=waits[-1] - 1)
        assert guess(client) == 429
        world.clock.pass_(seconds=1)
        assert guess(client) == 401
    assert waits == [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900]


def test_a_refused_attempt_costs_no_hash_and_does_not_lengthen_the_delay(world: World) -> None:
    client = world.client()
    for _ in range(5):
        guess(client)
    checked = world.passwords.checked
    assert [guess(client, password=PASSWORD) for _ in range(20)] == [429] * 20
    assert world.passwords.checked == checked
    world.clock.pass_(seconds=1)
    assert guess(client, password=PASSWORD) == 200


def test_getting_in_forgets_the_failures(world: World) -> None:
    client = world.client()
    for _ in range(3):
        assert [guess(client) for _ in range(4)] == [401] * 4
        assert guess(client, password=PASSWORD) == 200


def test_a_stranger_keeps_a_person_out_for_half_a_minute_at_most(world: World) -> None:
    for n in range(40):  # each from an address of its own, so that only the login counts
        guess(world.client(f"203.0.113.{n}"))
        world.clock.pass_(seconds=30)
    for n in range(40, 60):
        guess(world.client(f"203.0.113.{n}"))
    mine = world.client(HOME)
    refused = mine.post("/auth/v1/login", json=log_in())
    assert (refused.status_code, int(refused.headers["retry-after"])) == (429, 30)
    world.clock.pass_(seconds=30)
    assert guess(mine, password=PASSWORD) == 200


def test_a_known_device_gets_in_whatever_strangers_do(world: World) -> None:
    _, told = world.signed_in(address=HOME)
    known = {"id": told["device_id"], "secret": told["device_secret"]}
    for n in range(30):
        guess(world.client(f"203.0.113.{n}"))
    mine = world.client(HOME)
    assert guess(mine, password=PASSWORD) == 429
    assert mine.post("/auth/v1/login", json=log_in(known_device=known)).status_code == 200
    # Its secret does not help to guess the password.
    wrong = [
        mine.post("/auth/v1/login", json=log_in(password="wrong", known_device=known)).status_code
        for _ in range(6)
    ]
    assert wrong == [401] * 5 + [429]


def test_an_address_is_slowed_whichever_logins_it_tries_and_its_office_waits_a_minute_at_most(
    world: World,
) -> None:
    client = world.client(ATTACKER)
    statuses = []
    for n in range(60):
        statuses.append(guess(client, f"login{n}"))
        world.clock.pass_(milliseconds=100)
    assert statuses[:31] == [401] * 31
    assert 429 in statuses[31:]
    for n in range(100, 130):
        world.clock.pass_(seconds=60)
        assert guess(client, f"login{n}") == 401
    assert guess(world.client(ATTACKER), password=PASSWORD) == 429
    assert guess(world.client(HOME), password=PASSWORD) == 200
    world.clock.pass_(seconds=60)
    assert guess(world.client(ATTACKER), password=PASSWORD) == 200


def test_one_who_gets_in_does_not_wash_an_address_clean(world: World) -> None:
    world.add("mallory", "support_officer")
    client = world.client(ATTACKER)
    for n in range(30):
        assert guess(client, f"login{n}") == 401
        assert guess(client, "mallory", PASSWORD) == 200
    assert guess(client, "login30") == 401
    assert guess(client, "login31") == 429


def test_workers_share_what_they_counted(world: World) -> None:
    assert [guess(world.client()) for _ in range(6)] == [401] * 5 + [429]


def test_asking_for_the_password_once_more_is_throttled_too(world: World) -> None:
    client, _ = world.signed_in()
    body = {"password": "wrong", "new_password": "a new long password"}
    statuses = [client.post("/auth/v1/password", json=body).status_code for _ in range(6)]
    assert statuses == [403] * 5 + [429]


def test_what_was_typed_as_a_login_is_not_kept(world: World) -> None:
    guess(world.client(), "my secret passphrase")
    with world.hub.store.read() as conn:
        kept = [row.key for row in conn.execute(THROTTLE.select())]
    assert len(kept) == 3
    assert all(len(key) == 64 and int(key, 16) for key in kept)


def test_failures_are_forgotten_and_their_rows_dropped(world: World) -> None:
    client = world.client()
    for _ in range(5):
        guess(client)
    world.clock.pass_(hours=6, seconds=1)
    assert [guess(client) for _ in range(5)] == [401] * 5
    world.clock.pass_(hours=13)
    guess(world.client(ATTACKER), "somebody")
    with world.hub.store.read() as conn:
        assert len(conn.execute(THROTTLE.select()).all()) == 3


def test_an_ipv6_customer_counts_as_one() -> None:
    def keys(address: str) -> set[str]:
        return set(throttling.keys_of_address(address))

    assert keys("2001:db8:1:2::1") == keys("2001:db8:1:2:ffff::9")
    assert keys("2001:db8:1:2::1") != keys("2001:db8:1:3::1")
    assert keys("::ffff:192.0.2.1") == keys("192.0.2.1")
    assert keys("testclient") != keys("")


@pytest.mark.parametrize("rule", [STEEP, LOGIN, ADDRESS])
@given(failures=st.integers(0, 10_000))
def test_a_delay_never_shrinks_with_failures_nor_passes_its_ceiling(rule: Rule, failures: int) -> None:
    delay = rule.delay(failures)
    assert timedelta() <= delay <= rule.delay(failures + 1) <= rule.ceiling
    assert (delay == timedelta()) == (failures <= rule.free)
