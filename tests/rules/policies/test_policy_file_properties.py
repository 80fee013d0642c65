"""Whatever is done to a policy file, checking it gives a policy or problems and never a traceback."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.rules.policies.file import check_policy
from supportdesk.rules.policies.problem import Path
from supportdesk.rules.policies.toml_lines import key_lines
from tests.rules.policy_files import CODES, policy_text

ODD_VALUES = (
    "true",
    "0",
    "-1",
    "1e400",
    "nan",
    "-inf",
    '""',
    '"new"',
    "[]",
    "[[]]",
    "{}",
    "{ hours = -3 }",
    "{ en = 1 }",
    "2026-02-30",
    "2026-02-28",
    "2026-02-28T10:00:00Z",
    "10:00:00",
    "99999999999999999999999",
    '["new", "new"]',
    '"\\u0000"',
)


def _flip_bytes(text: str, random: Random) -> bytes:
    raw = bytearray(text.encode())
    for _ in range(random.randint(1, 4)):
        raw[random.randrange(len(raw))] = random.randrange(256)
    return bytes(raw)


def _drop_lines(text: str, random: Random) -> str:
    lines = text.splitlines()
    start = random.randrange(len(lines))
    del lines[start : start + random.randint(1, 12)]
    return "\n".join(lines)


def _repeat_lines(text: str, random: Random) -> str:
    lines = text.splitlines()
    start = random.randrange(len(lines))
    copied = lines[start : start + random.randint(1, 12)]
    at = random.randrange(len(lines))
    return "\n".join([*lines[:at], *copied, *lines[at:]])


def _swap_values(text: str, random: Random) -> str:
    lines = text.splitlines()
    pairs = [number for number, line in enumerate(lines) if " = " in line]
    one, other = random.sample(pairs, 2)
    one_key, one_value = lines[one].split(" = ", 1)
    other_key, other_value = lines[other].split(" = ", 1)
    lines[one], lines[other] = f"{one_key} = {other_value}", f"{other_key} = {one_value}"
    return "\n".join(lines)


def _odd_value(text: str, random: Random) -> str:
    lines = text.splitlines()
    number = random.choice([number for number, line in enumerate(lines) if " = " in line])
    key = lines[number].split(" = ", 1)[0]
    lines[number] = f"{key} = {random.choice(ODD_VALUES)}"
    return "\n".join(lines)


def _odd_word(text: str, random: Random) -> str:
    words = sorted({word for word in text.replace('"', " ").split() if word.isidentifier()})
    return text.replace(random.choice(words), random.choice(words), random.randint(1, 3))


def _cut(text: str, random: Random) -> str:
    return text[: random.randrange(len(text))]


MUTATIONS = (_flip_bytes, _drop_lines, _repeat_lines, _swap_values, _odd_value, _odd_word, _cut)


def broken_files(count: int) -> Iterator[str | bytes]:
    """Policy files with one to three accidents each, the same on every run."""
    random = Random(20260102)
    texts = [policy_text(code) for code in CODES]
    for _ in range(count):
        text: str | bytes = random.choice(texts)
        for _ in range(random.randint(1, 3)):
            if isinstance(text, str) and text.count(" = ") > 30:
                text = random.choice(MUTATIONS)(text, random)
        yield text


def test_a_thousand_broken_files_give_problems_or_a_policy() -> None:
    refused = 0
    for text in broken_files(1000):
        check = check_policy(text, "broken.toml")
        assert (check.policy is None) == bool(check.problems)
        lines = text.count(b"\n" if isinstance(text, bytes) else "\n") + 1  # type: ignore[arg-type]
        for problem in check.problems:
            assert problem.what.strip()
            assert problem.line is None or 1 <= problem.line <= lines
        refused += check.policy is None
    # Some accidents hit a comment or a name only; most must be found.
    assert refused > 700


TOML_VALUES = st.recursive(
    st.sampled_from(
        (*ODD_VALUES[:7], "'it'", '"a\\"b"', '"""\nlong "" text\n"""', "'''\n]\n'''", "1.5", "0x1F")
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[\n  " + ", # note ]\n  ".join(items) + "\n]"),
        st.dictionaries(st.sampled_from(["a", '"b.c"', "'d'"]), inner, max_size=3).map(
            lambda items: "{ " + ", ".join(f"{key} = {value}" for key, value in items.items()) + " }"
        ),
    ),
    max_leaves=6,
)
HEADERS = st.sampled_from(["[t]", "[[row]]", "[[row]] # x", "[row.sub]", "[[row.list]]", '[ t2 . "x y" ]'])


@given(st.lists(st.one_of(HEADERS, TOML_VALUES), max_size=8))
def test_every_key_of_a_file_is_found_on_its_line(parts: list[str]) -> None:
    text = "".join(
        f"{part}\n" if part.startswith(("[t", "[[row", "[row", "[ t2")) else f"key{number}.x = {part}\n"
        for number, part in enumerate(parts)
    )
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    lines = key_lines(text)
    assert set(lines) == set(_paths(values, ()))
    written = text.splitlines()
    for path, line in lines.items():
        if isinstance(path[-1], str):
            assert path[-1] in written[line - 1]


@pytest.mark.parametrize("code", CODES)
def test_every_key_of_a_policy_has_its_line(code: str) -> None:
    text = policy_text(code)
    lines = key_lines(text)
    assert set(lines) == set(_paths(tomllib.loads(text), ()))
    written = text.splitlines()
    assert all(path[-1] in written[line - 1] for path, line in lines.items() if isinstance(path[-1], str))


@given(st.text(max_size=200))
def test_any_text_at_all_is_checked(text: str) -> None:
    assert check_policy(text, "any.toml").problems
    key_lines(text)


@given(st.binary(max_size=200))
def test_any_bytes_at_all_are_checked(raw: bytes) -> None:
    assert check_policy(raw, "any.toml").problems


def _paths(value: object, path: Path) -> Iterator[Path]:
    children: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        children = list(value.items())
    elif isinstance(value, list):
        children = list(enumerate(value, start=1))
    for key, child in children:
        yield (*path, key)
        yield from _paths(child, (*path, key))
