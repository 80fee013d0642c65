"""Several people at the same moment, on both databases: everybody is counted, and nobody meets a bug."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from tests.hub.conftest import World, log_in

PEOPLE = 12


def test_people_are_added_at_the_same_moment(world: World) -> None:
    chief, _ = world.signed_in()

    def add(n: int) -> int:
        body = {"login": f"login{n}", "name": f"Person {n}", "roles": ["support_officer"]}
        return int(chief.post("/admin/v1/users", json=body).status_code)

    with ThreadPoolExecutor(6) as lanes:
        assert list(lanes.map(add, range(PEOPLE))) == [201] * PEOPLE
    assert len(chief.get("/admin/v1/users").json()["users"]) == PEOPLE + 1


def test_guesses_at_the_same_moment_are_all_counted(world: World) -> None:
    client = world.client()

    def guess(_: int) -> int:
        return int(client.post("/auth/v1/login", json=log_in(password="wrong")).status_code)

    with ThreadPoolExecutor(6) as lanes:
        statuses = list(lanes.map(guess, range(PEOPLE)))
    # The clock stands still, so that not one more than the free ones gets to the password.
    assert (statuses.count(401), statuses.count(429)) == (5, PEOPLE - 5)


def test_the_same_refresh_at_the_same_moment_gives_the_same_tokens(world: World) -> None:
    client, told = world.signed_in()
    body = {"refresh_token": told["tokens"]["refresh_token"]}
    with ThreadPoolExecutor(6) as lanes:
        answers = list(lanes.map(lambda _: client.post("/auth/v1/refresh", json=body), range(PEOPLE)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["access_token"] for answer in answers}) == 1
