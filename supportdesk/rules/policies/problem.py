"""What is wrong with a policy file, gathered whole; reading the file itself lives in `policy_reader` and beyond."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Where a value stands in the file: keys, and positions in lists counted from 1."""

MOST_PROBLEMS = 500


@dataclass(frozen=True, slots=True)
class PolicyProblem:
    """One thing wrong with a policy file.

    `line` counts from 1 and is None where no line can be named (the file as a whole). `key` is dotted, with
    positions in lists counted from 1 (`severity[2].first_response`). `what` says what is wrong and `allowed`
    what would be right; both are plain sentences, `allowed` may be empty.
    """

    line: int | None
    key: str
    what: str
    allowed: str = ""

    def __str__(self) -> str:
        place = f"line {self.line}: " if self.line is not None else ""
        key = f"{self.key}: " if self.key else ""
        return f"{place}{key}{self.what} {self.allowed}".rstrip()


def dotted(path: Path) -> str:
    """The path as people write it: `stage[3].name.fr`."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            shown = _shortened(part)
            text += f".{shown}" if text else shown
    return text


class Problems:
    """Gathers problems while a file is read, each with the line of its key or of the nearest table above it."""

    def __init__(self, lines: Mapping[Path, int]) -> None:
        self._lines = lines
        self._found: dict[PolicyProblem, None] = {}

    @property
    def full(self) -> bool:
        """Whether more problems were found than anybody would read; later ones are only counted as one."""
        return len(self._found) >= MOST_PROBLEMS

    def add(self, path: Path, what: str, allowed: str = "") -> None:
        """Note a problem at this place."""
        if not self.full:
            self._found[PolicyProblem(self._line_of(path), dotted(path), what, allowed)] = None

    def in_order(self) -> tuple[PolicyProblem, ...]:
        """All problems from the top of the file to its end."""
        found = sorted(self._found, key=lambda problem: (problem.line or 0, problem.key))
        if self.full:
            more = f"There are more than {MOST_PROBLEMS} problems; the others are not listed."
            found.append(PolicyProblem(None, "", more))
        return tuple(found)

    def _line_of(self, path: Path) -> int | None:
        for length in range(len(path), 0, -1):
            line = self._lines.get(path[:length])
            if line is not None:
                return line
        return None


def _shortened(text: str, most: int = 60) -> str:
    printable = "".join(letter if letter.isprintable() else "?" for letter in text[: most + 1])
    return printable if len(printable) <= most else printable[: most - 1] + "…"


def shown(value: object) -> str:
    """A value as a message may show it: short, on one line, and never expensive to make."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"“{_shortened(value)}”"
    if isinstance(value, int) and value.bit_length() > 64:  # noqa: PLR2004 - far beyond any figure of a policy
        return "a number with very many digits"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a table"
    return _shortened(str(value))
