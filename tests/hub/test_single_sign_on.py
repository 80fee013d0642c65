"""Single sign-on against a real provider's process on loopback, from the desk's browser to a session on the hub."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from random import Random
from socket import socket
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import msgspec
import pytest
import requests
from cryptography.hazmat.primitives.asymmetric.rsa import generate_private_key

from supportdesk.domain.errors import KnownError
from supportdesk.hub import administration
from supportdesk.hub.administration import By
from supportdesk.hub.problems import Refusal
from supportdesk.hub.provider import Provider, is_safe, over_network
from supportdesk.protocol.accounts import SignOnOffer
from supportdesk.sync.sign_in import Proof, address_of, pkce, sign_in
from tests.hub.conftest import CHIEF, DEVICE, START, World, code, open_world, settings_for

CLIENT_ID = "support-desk"
USERS = (
    {"sub": "u-amina", "email": CHIEF, "email_verified": True, "name": "Amina Haddad"},
    {"sub": "u-new", "email": "new@example.org", "email_verified": True, "name": "New Person"},
    {"sub": "u-unverified", "email": CHIEF, "name": "Somebody else"},
)


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """The address of a provider that runs as long as this module's tests."""
    with closing(socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    users = [option for user in USERS for option in ("--user-claims", json.dumps(user))]
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(port), *users]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        address = f"http://127.0.0.1:{port}"
        for _ in range(200):
            try:
                requests.get(f"{address}/jwks", timeout=5)
                break
            except requests.ConnectionError:
                time.sleep(0.1)  # until a program that is not ours listens; nothing of ours is timed
        yield address
        process.terminate()


@pytest.fixture
def world(database: str, issuer: str) -> Iterator[World]:
    """A hub that trusts the provider; its clock shows the provider's time, as nobody can set that."""
    settings = settings_for(
        database, oidc_issuer=issuer, oidc_client_id=CLIENT_ID, oidc_client_secret="for all desks"
    )
    with open_world(settings) as made:
        made.clock.at = datetime.fromtimestamp(time.time(), START.tzinfo)
        yield made


def browser(subject: str | None, seen: list[str] | None = None) -> Any:  # noqa: ANN401 - a function of one address
    """A person at the provider: signs in as this subject, or refuses; then follows the way back."""

    def go(url: str) -> None:
        if seen is not None:
            seen.append(url)
        form = {"action": "deny"} if subject is None else {"sub": subject}
        answer = requests.post(url, data=form, allow_redirects=False, timeout=10)
        back = answer.headers["Location"]
        # A browser comes back while the desk waits.
        Thread(target=requests.get, args=(back,), kwargs={"timeout": 10}, daemon=True).start()

    return go


def offered(world: World) -> SignOnOffer:
    told = world.client().get("/auth/v1/oidc")
    assert told.status_code == 200, told.text
    return msgspec.json.decode(told.content, type=SignOnOffer)


def proven(world: World, subject: str) -> Proof:
    return sign_in(offered(world), browser(subject), Random(7).randbytes)


def posted(world: World, proof: Proof, **changes: str) -> Any:  # noqa: ANN401 - an answer of the test client
    body = {"state": proof.state, "id_token": proof.id_token, "device": DEVICE, **changes}
    return world.client().post("/auth/v1/oidc", json=body)


def test_a_person_signs_in_at_the_provider_and_gets_the_account_of_the_verified_address(world: World) -> None:
    seen: list[str] = []
    offer = offered(world)
    proof = sign_in(offer, browser("u-amina", seen), Random(7).randbytes)
    given = posted(world, proof)
    assert given.status_code == 200, given.text
    assert given.json()["agent"]["login"] == CHIEF
    asked = {name: values[0] for name, values in parse_qs(urlsplit(seen[0]).query).items()}
    assert (asked["code_challenge_method"], asked["nonce"], asked["state"]) == (
        "S256",
        offer.nonce,
        offer.state,
    )
    assert urlsplit(asked["redirect_uri"]).hostname == "127.0.0.1"
    # The next time the subject is known, whatever the address.
    assert posted(world, proven(world, "u-amina")).status_code == 200


def test_a_proof_is_good_once(world: World) -> None:
    proof = proven(world, "u-amina")
    assert posted(world, proof).status_code == 200
    again = posted(world, proof)
    assert (again.status_code, code(again)) == (401, "sign_on")


def test_a_token_of_another_sign_on_is_refused_and_uses_the_state_up(world: World) -> None:
    mine, other = offered(world), proven(world, "u-amina")
    mixed = posted(world, Proof(mine.state, other.id_token))
    assert (mixed.status_code, code(mixed)) == (401, "id_token")
    assert code(posted(world, Proof(mine.state, other.id_token))) == "sign_on"


def test_a_sign_on_runs_out(world: World) -> None:
    proof = proven(world, "u-amina")
    world.clock.pass_(minutes=10)
    assert code(posted(world, proof)) == "sign_on"


def test_somebody_without_an_account_gets_none_unless_the_setting_says_so(world: World) -> None:
    refused = posted(world, proven(world, "u-new"))
    assert (refused.status_code, code(refused)) == (403, "no_account")
    hub = replace(world.hub, settings=replace(world.hub.settings, oidc_create_accounts=True))
    welcoming = replace(world, hub=hub)
    given = posted(welcoming, proven(welcoming, "u-new"))
    assert given.status_code == 200, given.text
    assert given.json()["agent"]["roles"] == ["support_officer"]


def test_an_address_that_nobody_verified_opens_no_account(world: World) -> None:
    assert code(posted(world, proven(world, "u-unverified"))) == "no_account"
    administration.link(world.hub, By(), world.chief.id, "u-unverified")
    assert posted(world, proven(world, "u-unverified")).status_code == 200
    # The account is that subject's now, and not that of whoever else has its address.
    assert code(posted(world, proven(world, "u-amina"))) == "no_account"


def test_a_disabled_account_stays_shut(world: World) -> None:
    world.add("eve", "administrator")
    administration.disable(world.hub, By(), world.chief.id)
    assert code(posted(world, proven(world, "u-amina"))) == "account_disabled"


def test_who_refuses_at_the_provider_is_told_so(world: World) -> None:
    offer = offered(world)

    def refuse(url: str) -> None:
        back = parse_qs(urlsplit(url).query)["redirect_uri"][0]
        query = {"error": "access_denied", "state": offer.state}
        Thread(
            target=requests.get, args=(back,), kwargs={"params": query, "timeout": 10}, daemon=True
        ).start()

    with pytest.raises(KnownError, match="access_denied"):
        sign_in(offer, refuse, Random(7).randbytes)


def test_strangers_at_the_door_change_nothing(world: World) -> None:
    offer = offered(world)
    statuses: list[int] = []

    def visit(url: str) -> None:
        back = parse_qs(urlsplit(url).query)["redirect_uri"][0]

        def strangers_first() -> None:
            paths = ("?code=stolen&state=wrong", "?code=stolen", "favicon.ico?state=" + offer.state)
            statuses.extend(requests.get(back + path, timeout=10).status_code for path in paths)
            browser("u-amina")(url)

        Thread(target=strangers_first, daemon=True).start()

    proof = sign_in(offer, visit, Random(7).randbytes)
    assert statuses == [404, 404, 404]
    assert posted(world, proof).status_code == 200


def test_nobody_comes_back_in_time(world: World) -> None:
    ticks = iter(range(0, 10_000, 100))
    with pytest.raises(KnownError, match="in time"):
        sign_in(offered(world), lambda _: None, Random(7).randbytes, clock=lambda: float(next(ticks)))


def test_a_hub_without_a_provider_says_so(small_world: World) -> None:
    assert code(small_world.client().get("/auth/v1/oidc")) == "no_sign_on"
    with pytest.raises(KnownError, match="no single sign-on"):
        administration.link(small_world.hub, By(), small_world.chief.id, "u")


def test_begun_sign_ons_are_throttled_by_address(world: World) -> None:
    client = world.client("198.51.100.7")
    statuses = [client.get("/auth/v1/oidc").status_code for _ in range(33)]
    assert (statuses[30], statuses[-1]) == (200, 429)
    assert world.client("198.51.100.8").get("/auth/v1/oidc").status_code == 200


# ---------------------------------------------------------------- what an id token must be


KEY = generate_private_key(65_537, 2048)
OTHER = generate_private_key(65_537, 2048)
ISSUER = "https://provider.example.org"
GOOD = {
    "iss": ISSUER,
    "sub": "u-amina",
    "aud": CLIENT_ID,
    "exp": START.timestamp() + 300,
    "iat": START.timestamp(),
    "nonce": "n",
}


def provider(asked: list[str] | None = None, **told: str) -> Provider:
    jwk = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key())) | {
        "kid": "k1",
        "use": "sig",
        "alg": "RS256",
    }

    def fetch(url: str) -> dict[str, Any]:
        if asked is not None:
            asked.append(url)
        if url.endswith("/keys"):
            return {"keys": [jwk]}
        return {"issuer": ISSUER, "jwks_uri": f"{ISSUER}/keys", **told}

    return Provider(ISSUER, CLIENT_ID, fetch)


def token(key: Any = KEY, alg: str = "RS256", kid: str = "k1", **changes: object) -> str:  # noqa: ANN401 - of any kind
    claims = {name: value for name, value in (GOOD | changes).items() if value is not None}
    return jwt.encode(claims, key, algorithm=alg, headers={"kid": kid})


def test_a_good_token_names_its_subject() -> None:
    found = provider().vouched(token(email="a@b.c", email_verified=True), "n", START)
    assert (found.subject, found.email) == ("u-amina", "a@b.c")
    assert provider().vouched(token(email="a@b.c", email_verified="true"), "n", START).email is None
    both = token(aud=[CLIENT_ID, "other"], azp=CLIENT_ID)
    assert provider().vouched(both, "n", START).subject == "u-amina"


@pytest.mark.parametrize(
    "wrong",
    [
        token(OTHER),
        token(kid="k2"),
        token("a secret of enough bytes for this hash", "HS256"),
        token(None, "none"),
        token(iss="https://other.example.org"),
        token(aud="another-client"),
        token(aud=[CLIENT_ID, "other"]),
        token(aud=[CLIENT_ID, "other"], azp="other"),
        token(azp="other"),
        token(exp=START.timestamp() - 61),
        token(iat=START.timestamp() + 61),
        token(nonce="another"),
        token(nonce=None),
        token(sub=None),
        token(exp=None),
        token()[:-3] + "abc",
        "no.token.atall",
        "",
    ],
    ids=lambda _: "",
)
def test_a_token_that_is_not_in_order_is_refused(wrong: str) -> None:
    with pytest.raises(Refusal) as refused:
        provider().vouched(wrong, "n", START)
    assert (refused.value.status, refused.value.code) == (401, "id_token")


def test_keys_are_asked_for_anew_but_not_as_often_as_somebody_makes_one_up() -> None:
    asked: list[str] = []
    made = provider(asked)
    made.vouched(token(), "n", START)
    for seconds in (1, 2, 59, 60, 61):
        with pytest.raises(Refusal):
            made.vouched(token(kid="made-up"), "n", START + timedelta(seconds=seconds))
    assert [url.rpartition("/")[2] for url in asked].count("keys") == 2


def test_a_provider_that_names_itself_otherwise_or_speaks_in_the_clear_is_not_used() -> None:
    with pytest.raises(Refusal, match="otherwise"):
        provider(issuer="https://other.example.org").endpoint("token_endpoint", START)
    with pytest.raises(Refusal, match="not safe"):
        provider(token_endpoint="http://provider.example.org/token").endpoint("token_endpoint", START)
    assert [is_safe(url) for url in ("https://a.b", "http://localhost:1", "http://a.b", "file:///etc")] == [
        True,
        True,
        False,
        False,
    ]


def test_what_is_fetched_must_be_a_small_json_object(issuer: str) -> None:
    assert over_network(f"{issuer}/jwks")["keys"]
    for url in (f"{issuer}/", f"{issuer}/nowhere", "http://127.0.0.1:9/", "http://provider.example.org/"):
        with pytest.raises(Refusal) as refused:
            over_network(url)
        assert refused.value.status == 503


def test_the_challenge_is_the_verifiers_hash() -> None:
    secrets = pkce(Random(3).randbytes)
    digest = sha256(secrets.verifier.encode()).digest()
    assert secrets.challenge == urlsafe_b64encode(digest).rstrip(b"=").decode()
    assert 43 <= len(secrets.verifier) <= 128


def test_no_browser_is_sent_anywhere_in_the_clear() -> None:
    offer = SignOnOffer(
        issuer=ISSUER,
        authorization_endpoint="http://provider.example.org/authorize",
        token_endpoint=f"{ISSUER}/token",
        client_id=CLIENT_ID,
        client_secret=None,
        scopes="openid",
        state="s",
        nonce="n",
        expires_at=START,
    )
    with pytest.raises(KnownError, match="not safe"):
        address_of(offer, "c", "http://127.0.0.1:1/")
