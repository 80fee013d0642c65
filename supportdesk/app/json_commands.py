"""The commands that read JSON and write JSON, one result for each input, in order; the rules they run live below."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

UNREADABLE = 2
_LIMIT = 256 * 1024 * 1024


class UnreadableInputError(Exception):
    """The input as a whole can't be read; the text says where, in one line."""


def _refuse_constant(name: str) -> NoReturn:
    message = f"{name} is not a JSON number"
    raise ValueError(message)


def parse_items(raw: bytes, source: str) -> list[object]:
    """The items of a JSON array; UnreadableInputError says in one line where and why it can't be read."""
    if len(raw) > _LIMIT:
        message = f"{source}: larger than {_LIMIT // 1024 // 1024} MB"
        raise UnreadableInputError(message)
    try:
        items = json.loads(raw.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        message = f"{source}: byte {error.start}: not UTF-8"
        raise UnreadableInputError(message) from error
    except json.JSONDecodeError as error:
        message = f"{source}: line {error.lineno}, column {error.colno}: {error.msg}"
        raise UnreadableInputError(message) from error
    except ValueError as error:
        message = f"{source}: {error}"
        raise UnreadableInputError(message) from error
    except RecursionError as error:
        message = f"{source}: nested too deeply"
        raise UnreadableInputError(message) from error
    if not isinstance(items, list):
        message = f"{source}: line 1: a JSON array is expected, one item for each question"
        raise UnreadableInputError(message)
    return items


def run_json_command(file: str | None, answer: Callable[[list[object]], list[dict[str, Any]]]) -> int:
    """Read the array from `file` ("-" or None: standard input), print the array of answers; the exit status."""
    source = "standard input" if file in {None, "-"} else str(file)
    try:
        raw = sys.stdin.buffer.read() if file in {None, "-"} else Path(str(file)).read_bytes()
        answers = answer(parse_items(raw, source))
    except OSError as error:
        print(f"{source}: {error.strerror or error}", file=sys.stderr)
        return UNREADABLE
    except UnreadableInputError as error:
        print(error, file=sys.stderr)
        return UNREADABLE
    sys.stdout.write(json.dumps(answers, ensure_ascii=True, indent=1) + "\n")
    return 0
