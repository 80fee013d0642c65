"""Bodies that are hostile, broken, packed or too large; and answers that are packed only where that is safe."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from typing import Annotated, Any

import msgspec
import pytest
from fastapi import FastAPI, Response
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request

from supportdesk.hub import app as hub_app
from supportdesk.hub.bodies import SMALL, answer, body, done, speaks
from supportdesk.protocol import encodings
from tests.hub.conftest import World, code, log_in

LIMIT = 100_000


class Note(msgspec.Struct, frozen=True):
    """A message of these tests."""

    text: str
    more: dict[str, Any] = {}


def add_note(said: Annotated[Note, body(Note, limit=LIMIT)]) -> Response:
    """A route that takes one."""
    return answer(Note(text=str(len(said.text))))


def get_note(request: Request) -> Response:
    """A route that gives a long one."""
    return answer(Note(text="x" * 5000), packed_for=request)


def drop_note() -> Response:
    """A route that gives none."""
    return done()


@pytest.fixture
def client(small_world: World) -> Iterator[TestClient]:
    app: FastAPI = hub_app.create_app(small_world.hub)
    app.post("/note", **speaks(takes=Note, gives=Note, public=True))(add_note)
    app.get("/note", **speaks(gives=Note, public=True))(get_note)
    app.delete("/note", **speaks(public=True))(drop_note)
    with TestClient(app) as made:
        yield made


def sent(client: TestClient, content: bytes, **headers: str) -> tuple[int, str]:
    given = client.post(
        "/note",
        content=content,
        headers={"content-type": "application/json", **{k.replace("_", "-"): v for k, v in headers.items()}},
    )
    return given.status_code, (given.json()["text"] if given.status_code == 200 else code(given))


@pytest.mark.parametrize("encoding", ["identity", "gzip", "zstd"])
@pytest.mark.parametrize("length", [3, 60_000])
def test_a_body_arrives_however_it_is_packed(client: TestClient, encoding: str, length: int) -> None:
    content = encodings.pack(msgspec.json.encode(Note(text="x" * length)), encoding)
    assert sent(client, content, content_encoding=encoding) == (200, str(length))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"nonsense",
        b"[]",
        b"null",
        b'{"text": 1}',
        b'{"txt": "a"}',
        b'{"text": "\xff"}',
        b'{"text": "\\ud800"}',
        b'{"text": "a\\u0000b"}',
        b'{"text": "\\\\\\u0000"}',
        b'{"text": "a", "more": ' + b'{"a":' * 5000 + b"1" + b"}" * 5000 + b"}",
        b'{"text": "a"} trailing',
        b'{"text": NaN}',
        b'\xef\xbb\xbf{"text": "a"}',
    ],
)
def test_a_malformed_body_is_told_so(client: TestClient, content: bytes) -> None:
    assert sent(client, content) == (422, "malformed")


def test_six_letters_that_look_like_a_nul_are_letters(client: TestClient) -> None:
    assert sent(client, json.dumps({"text": r"\u0000"}).encode()) == (200, "6")


def test_a_body_of_another_type_or_encoding_is_refused(client: TestClient) -> None:
    good = b'{"text": "a"}'
    assert sent(client, good, content_type="text/html") == (415, "media_type")
    assert sent(client, good, content_type="") == (415, "media_type")
    assert sent(client, good, content_encoding="br") == (415, "encoding")
    assert sent(client, good, content_type="application/json; charset=utf-8") == (200, "1")


@pytest.mark.parametrize("encoding", ["gzip", "zstd"])
def test_a_bomb_is_stopped_at_the_limit(client: TestClient, encoding: str) -> None:
    bomb = encodings.pack(b'{"text": "' + b"x" * 50_000_000 + b'"}', encoding)
    assert len(bomb) < LIMIT
    assert sent(client, bomb, content_encoding=encoding) == (413, "too_large")


@pytest.mark.parametrize("encoding", ["gzip", "zstd"])
def test_a_damaged_packed_body_is_told_so(client: TestClient, encoding: str) -> None:
    good = encodings.pack(b'{"text": "' + b"abc" * 300 + b'"}', encoding)
    for wrong in (good[:-1], good[1:], good[: len(good) // 2], b"", good + b"x", good + good):
        assert sent(client, wrong, content_encoding=encoding) == (422, "malformed")


def test_a_plain_body_that_is_too_large_is_stopped(client: TestClient) -> None:
    assert sent(client, b'{"text": "' + b"x" * LIMIT + b'"}') == (413, "too_large")

    def parts() -> Iterator[bytes]:  # without a length told before
        yield b'{"text": "'
        for _ in range(20):
            yield b"x" * 10_000

    given = client.post("/note", content=parts(), headers={"content-type": "application/json"})
    assert (given.status_code, code(given)) == (413, "too_large")


def test_a_log_in_is_a_small_message(client: TestClient) -> None:
    given = client.post("/auth/v1/login", json=log_in(password="x" * SMALL))
    assert (given.status_code, code(given)) == (413, "too_large")


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [
        ("zstd, gzip", "zstd"),
        ("gzip", "gzip"),
        ("GZIP;q=0.5", "gzip"),
        ("zstd;q=0, gzip", "gzip"),
        ("br", None),
        ("", None),
    ],
)
def test_a_long_answer_is_packed_as_the_client_accepts(
    client: TestClient, accepted: str, expected: str | None
) -> None:
    given = client.get("/note", headers={"accept-encoding": accepted})
    assert given.headers.get("content-encoding") == expected
    assert given.json()["text"] == "x" * 5000


def test_what_gives_nothing_back_says_so(client: TestClient) -> None:
    given = client.delete("/note")
    assert (given.status_code, given.content) == (204, b"")


def test_the_description_holds_each_schema_once_and_every_reference_leads_somewhere(
    client: TestClient,
) -> None:
    described = client.get("/openapi.json").json()
    text = json.dumps(described)
    schemas = described["components"]["schemas"]
    assert {"Note", "Problem", "LogIn", "SignedIn"} <= set(schemas)
    assert "x-components" not in text
    assert "HTTPValidationError" not in text
    named = {part.partition('"')[0] for part in text.split("#/components/schemas/")[1:]}
    assert named <= set(schemas)
    post = described["paths"]["/note"]["post"]
    assert post["requestBody"]["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/Note"
    }


@given(content=st.binary(max_size=3000), encoding=st.sampled_from(["identity", "gzip", "zstd"]))
def test_unpacking_undoes_packing(content: bytes, encoding: str) -> None:
    assert encodings.unpack(encodings.pack(content, encoding), encoding, len(content)) == content
    if content:
        with pytest.raises(encodings.TooLarge):
            encodings.unpack(encodings.pack(content, encoding), encoding, len(content) - 1)


@given(content=st.binary(max_size=300), encoding=st.sampled_from(["gzip", "zstd"]))
def test_unpacking_anything_gives_bytes_or_says_why_not(content: bytes, encoding: str) -> None:
    try:
        found = encodings.unpack(content, encoding, 1000)
    except (encodings.Unreadable, encodings.TooLarge):
        return
    assert len(found) <= 1000


def test_members_that_follow_each_other_are_refused() -> None:
    with pytest.raises(encodings.Unreadable):
        encodings.unpack(gzip.compress(b"a") * 2, "gzip", 100)
