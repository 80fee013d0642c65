"""What a `case` command is given to say, read as strictly as a stranger's; what is done with it is not here."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from supportdesk.domain.errors import KnownError

_LARGEST = 4 * 1024 * 1024
_STANDARD_INPUT = "-"
_NOTHING_DONE = "Nothing was changed."
# Signs that a line of words can't hold; a text has lines and tabs too.
_NOT_IN_A_LINE = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]")
_ENDS_OF_LINES = re.compile(r"\r\n?")


class Unreadable(KnownError):
    """What was given can't be read at all; the command ends with 2."""


def check_words(options: argparse.Namespace) -> None:
    """Refuse words of the command line that are no text, or that hold signs which no line of words can hold."""
    for name, value in _words(options):
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            raise Unreadable(
                f"What stands for {name} is not UTF-8.",
                _NOTHING_DONE,
                "Set the terminal's encoding to UTF-8, or give the text with --file.",
            ) from error
        if name not in {"text", "part"} and _NOT_IN_A_LINE.search(value):
            raise Unreadable(
                f"What stands for {name} holds a line break or a control sign.",
                _NOTHING_DONE,
                "Leave it out; longer texts are given with --text or --file.",
            )


def text_of(options: argparse.Namespace) -> str | None:
    """The text that was given by an option, a file or standard input; None where none was."""
    if options.file is not None:
        return _clean(_read(options.file), _place(options.file))
    if options.text == _STANDARD_INPUT:
        return _clean(_read(_STANDARD_INPUT), _place(_STANDARD_INPUT))
    return None if options.text is None else _clean(options.text, "--text")


def _words(options: argparse.Namespace) -> Iterator[tuple[str, str]]:
    for name, value in vars(options).items():
        for each in value if isinstance(value, list) else [value]:
            for part in each if isinstance(each, tuple) else (each,):
                if isinstance(part, str | Path) and name != "profile":
                    yield name, str(part)


def _read(file: str) -> str:
    place = _place(file)
    try:
        if file == _STANDARD_INPUT:
            raw = _up_to_largest(sys.stdin.buffer, place)
        else:
            with Path(file).open("rb") as opened:
                raw = _up_to_largest(opened, place)
        return raw.decode("utf-8-sig")
    except OSError as error:
        why = error.strerror or str(error)
        raise Unreadable(f"{place} can't be read: {why}.", _NOTHING_DONE, "Name another file.") from error
    except UnicodeDecodeError as error:
        raise Unreadable(
            f"{place} is not UTF-8 from byte {error.start} on.",
            _NOTHING_DONE,
            "Convert it to UTF-8, or attach it as a file with --attach.",
        ) from error


def _up_to_largest(source: BinaryIO, place: str) -> bytes:
    raw = source.read(_LARGEST + 1)
    if len(raw) > _LARGEST:
        raise _too_long(place)
    return raw


def _clean(text: str, place: str) -> str:
    """The text with the ends of its lines as everywhere else."""
    if len(text) > _LARGEST:
        raise _too_long(place)
    if "\0" in text:
        raise Unreadable(
            f"{place} holds signs that no text has (NUL).",
            _NOTHING_DONE,
            "Is it a file of another kind? Attach it with --attach.",
        )
    return _ENDS_OF_LINES.sub("\n", text)


def _too_long(place: str) -> Unreadable:
    return Unreadable(
        f"{place} is longer than {_LARGEST // 1024 // 1024} MB.",
        _NOTHING_DONE,
        "Say it shorter, and attach the whole as a file with --attach.",
    )


def _place(file: str) -> str:
    return "Standard input" if file == _STANDARD_INPUT else f"The file {file}"
