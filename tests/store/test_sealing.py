"""The format of sealed files: what goes in comes out, and nothing else does; where they lie is no matter here."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from supportdesk.store.sealing import HEADER, PIECE, SEALED_PIECE, Seal, Unsealable, files_key

SEAL = Seal(files_key(bytes(range(32))))
# Sizes about the borders of pieces, where such formats break.
SIZES = st.builds(
    lambda pieces, more: max(0, pieces * PIECE + more), st.integers(0, 3), st.integers(-3, 3)
) | st.integers(0, 3 * PIECE)


def content_of(size: int) -> bytes:
    """Bytes that are nowhere the same."""
    return hashlib.shake_128(str(size).encode()).digest(size)


def pieces(content: bytes) -> Iterator[bytes]:
    for at in range(0, len(content), PIECE):
        yield content[at : at + PIECE]


def sealed(content: bytes, seal: Seal = SEAL) -> bytes:
    target = io.BytesIO()
    written = seal.write(pieces(content), target)
    assert (written.sha256, written.size) == (hashlib.sha256(content).hexdigest(), len(content))
    return target.getvalue()


def read(raw: bytes, content: bytes, seal: Seal = SEAL) -> bytes:
    with seal.open(io.BytesIO(raw), hashlib.sha256(content).hexdigest()) as file:
        return file.read()


@given(SIZES)
@settings(max_examples=60, deadline=None)
def test_what_is_sealed_comes_out(size: int) -> None:
    content = content_of(size)
    raw = sealed(content)
    assert read(raw, content) == content
    assert SEAL.checksum(io.BytesIO(raw)) == hashlib.sha256(content).hexdigest()


@given(SIZES, st.lists(st.tuples(st.integers(0, 2), st.integers(-5, 4 * PIECE), st.integers(0, 2 * PIECE))))
@settings(max_examples=60, deadline=None)
def test_it_is_read_from_any_place_like_a_plain_file(size: int, walk: list[tuple[int, int, int]]) -> None:
    content = content_of(size)
    plain = io.BytesIO(content)
    with SEAL.open(io.BytesIO(sealed(content)), hashlib.sha256(content).hexdigest()) as file:
        for whence, offset, count in walk:
            where = [offset, plain.tell() + offset, size - offset][whence]
            plain.seek(max(0, where))
            file.seek(max(0, where) if whence < 2 else max(-size, -offset), 0 if whence < 2 else 2)
            assert file.tell() == plain.tell()
            assert file.read(count) == plain.read(count)


def test_the_same_content_is_never_sealed_alike() -> None:
    assert sealed(b"photo") != sealed(b"photo")


@pytest.mark.parametrize("size", [0, 1, PIECE, 2 * PIECE + 100])
def test_every_altered_byte_is_noticed(size: int) -> None:
    content = content_of(size)
    raw = sealed(content)
    borders = [HEADER + at * SEALED_PIECE + by for at in range(4) for by in range(-18, 19)]
    for at in sorted({*range(HEADER), *borders, len(raw) - 1, len(raw) // 2} & set(range(len(raw)))):
        altered = bytearray(raw)
        altered[at] ^= 1 << at % 8
        with pytest.raises(Unsealable):
            read(bytes(altered), content)


@pytest.mark.parametrize("size", [0, 1, PIECE, PIECE + 1, 3 * PIECE])
def test_what_is_cut_short_or_drawn_out_is_noticed(size: int) -> None:
    content = content_of(size)
    raw = sealed(content)
    borders = [HEADER + at * SEALED_PIECE + by for at in range(4) for by in (-1, 0, 1, 16, 17)]
    for length in [0, 1, HEADER - 1, *borders, len(raw) - 1]:
        if length < len(raw):
            with pytest.raises(Unsealable):
                read(raw[:length], content)
    for more in (b"\0", raw[HEADER:], raw):
        with pytest.raises(Unsealable):
            read(raw + more, content)


def test_pieces_left_out_repeated_or_in_another_order_are_noticed() -> None:
    content = content_of(4 * PIECE)
    raw = sealed(content)
    header = raw[:HEADER]
    cut = [raw[at : at + SEALED_PIECE] for at in range(HEADER, len(raw), SEALED_PIECE)]
    for order in ([1, 0, 2, 3], [0, 2, 3], [0, 1, 1, 2, 3], [0, 1, 3, 2], [3], [0, 1, 2]):
        with pytest.raises(Unsealable):
            read(header + b"".join(cut[at] for at in order), content)


def test_the_header_of_one_file_does_not_fit_another() -> None:
    first, second = content_of(PIECE + 5), content_of(PIECE + 6)[: PIECE + 5]
    one, two = sealed(first), sealed(second)
    for asked in (first, second):
        with pytest.raises(Unsealable):
            read(one[:HEADER] + two[HEADER:], asked)
    with pytest.raises(Unsealable):
        read(one, second)


def test_another_key_opens_nothing() -> None:
    with pytest.raises(Unsealable, match="not what was kept") as refused:
        read(sealed(b"photo"), b"photo", Seal(files_key(bytes(32))))
    assert "backup" in refused.value.remedy


def test_keys_and_names_are_no_part_of_each_other() -> None:
    database_key = bytes(range(32))
    made = {
        database_key,
        files_key(database_key),
        *(SEAL.part(use) for use in (b"content", b"names", b"checksum")),
    }
    assert len(made) == 5
    assert SEAL.key.hex() not in repr(SEAL)
    sha256 = hashlib.sha256(b"photo").hexdigest()
    assert SEAL.name(sha256) == SEAL.name(sha256) != sha256
