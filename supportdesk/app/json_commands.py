"""The commands that read JSON and write JSON, one result for each input, in order; the rules they run live below."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

UNREADABLE = 2
_LIMIT = 256 * 1024 * 1024
_TOO_DEEP = "nested too deeply"
# A text as a whole, so that what stands in it is passed over, or a sign of the structure.
_SIGNS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{},]', re.DOTALL)


class UnreadableInputError(Exception):
    """The input as a whole can't be read; the text says where, in one line."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """An item that can't be answered, and why."""

    why: str


class _Twice(dict[str, object]):
    """An object that names a key more than once."""

    def __init__(self, pairs: list[tuple[str, object]], key: str) -> None:
        super().__init__(pairs)
        self.key = key


def parse_items(raw: bytes, source: str) -> list[object]:
    """The items of a JSON array; UnreadableInputError says in one line where and why it can't be read.

    An item that is JSON and can't be understood all the same – it names a key twice, or is nested too deeply – is
    given as Unclear.
    """
    if len(raw) > _LIMIT:
        message = f"{source}: larger than {_LIMIT // 1024 // 1024} MB"
        raise UnreadableInputError(message)
    try:
        text = raw.decode("utf-8-sig")
        items = _array(text)
    except UnicodeDecodeError as error:
        message = f"{source}: byte {error.start}: not UTF-8"
        raise UnreadableInputError(message) from error
    except json.JSONDecodeError as error:
        message = f"{source}: line {error.lineno}, column {error.colno}: {error.msg}"
        raise UnreadableInputError(message) from error
    except ValueError as error:
        message = f"{source}: {error}"
        raise UnreadableInputError(message) from error
    if not isinstance(items, list):
        message = f"{source}: line 1: a JSON array is expected, one item for each question"
        raise UnreadableInputError(message)
    return [_clear(item) for item in items]


def run_json_command(file: str | None, answer: Callable[[list[object]], list[dict[str, Any]]]) -> int:
    """Read the array from `file` ("-" or None: standard input), print the array of answers; the exit status."""
    source = "standard input" if file in {None, "-"} else str(file)
    try:
        items = parse_items(_read(file), source)
    except OSError as error:
        print(f"{source}: {error.strerror or error}", file=sys.stderr)
        return UNREADABLE
    except UnreadableInputError as error:
        print(error, file=sys.stderr)
        return UNREADABLE
    answers = iter(answer([item for item in items if not isinstance(item, Unclear)]))
    told = [{"error": item.why} if isinstance(item, Unclear) else next(answers) for item in items]
    sys.stdout.write(json.dumps(told, ensure_ascii=True, indent=1) + "\n")
    return 0


def _read(file: str | None) -> bytes:
    """The input, up to a little more than is read of it."""
    if file is None or file == "-":
        return sys.stdin.buffer.read(_LIMIT + 1)
    with Path(file).open("rb") as opened:
        return opened.read(_LIMIT + 1)


def _array(text: str) -> object:
    try:
        return _parsed(text)
    except RecursionError:
        # One item that goes too deep takes no other with it.
        return [_parsed_alone(piece) for piece in _pieces(text)]


def _parsed(text: str) -> object:
    return json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_object)


def _parsed_alone(piece: str) -> object:
    try:
        return _parsed(piece)
    except RecursionError:
        return Unclear(f"It is {_TOO_DEEP}.")


def _pieces(text: str) -> Iterator[str]:
    """The texts of an array's items. ValueError where the brackets don't close."""
    depth, start = 0, 0
    for sign in _SIGNS.finditer(text):
        found = sign.group()
        if found in "[{":
            depth += 1
            start = sign.end() if depth == 1 else start
        elif found in "]}":
            depth -= 1
        if (found == "," and depth == 1) or (found in "]}" and depth == 0):
            yield text[start : sign.start()]
            start = sign.end()
        if depth == 0:
            break
    if depth:
        raise ValueError(_TOO_DEEP)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) == len(pairs):
        return made
    return _Twice(pairs, Counter(key for key, _ in pairs).most_common(1)[0][0])


def _clear(item: object) -> object:
    """The item, or why it is Unclear: of two values under one key nobody knows which was meant."""
    waiting = [item]
    while waiting:
        each = waiting.pop()
        if isinstance(each, _Twice):
            return Unclear(
                f"The key {json.dumps(each.key[:80], ensure_ascii=False)} stands there more than once."
            )
        if isinstance(each, dict):
            waiting.extend(each.values())
        elif isinstance(each, list):
            waiting.extend(each)
    return item


def _refuse_constant(name: str) -> NoReturn:
    message = f"{name} is not a JSON number"
    raise ValueError(message)
