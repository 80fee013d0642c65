"""On which line each key of a TOML file stands; values and errors of the syntax are the standard library's matter."""

from __future__ import annotations

import re
from bisect import bisect_right

from supportdesk.rules.policies.problem import Path

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_PLAIN_VALUE = re.compile(r"[^,\]}\n#]*")
_BASIC_TEXT = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_BASIC_LONG_TEXT = re.compile(r'"""(?:[^\\]|\\.)*?"""(?:"{0,2})', re.DOTALL)
_LITERAL_TEXT = re.compile(r"'[^'\n]*'")
_LITERAL_LONG_TEXT = re.compile(r"'''.*?'''(?:'{0,2})", re.DOTALL)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)")
_ESCAPED = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", '"': '"', "\\": "\\"}


def key_lines(text: str) -> dict[Path, int]:
    """The line, counted from 1, of every key, table and list element of a file that `tomllib` accepts.

    Positions in lists count from 1, as in `policy_problem.Path`. A key that is only implied by a longer one
    has the line of the first key that implies it. For a text that is not TOML the answer is what could be
    followed up to there.
    """
    scanner = _Scanner(text)
    try:
        scanner.document()
    except (_Lost, RecursionError, ValueError):
        return scanner.lines
    return scanner.lines


class _Lost(Exception):
    """The text is no TOML from here on."""


class _Scanner:
    """Walks once through the text, keeping the path of what it stands in."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {}
        self._text = text
        self._at = 0
        self._starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self._elements: dict[Path, int] = {}

    def document(self) -> None:
        table: Path = ()
        while self._blank():
            if self._text.startswith("[", self._at):
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> Path:
        doubled = self._text.startswith("[[", self._at)
        line = self._line()
        self._at += 2 if doubled else 1
        keys = self._keys()
        self._expect("]]" if doubled else "]")
        path: Path = ()
        for position, key in enumerate(keys):
            path = (*path, key)
            self.lines.setdefault(path, line)
            last = position == len(keys) - 1
            if doubled and last:
                self._elements[path] = self._elements.get(path, 0) + 1
            if path in self._elements and (doubled or not last):
                path = (*path, self._elements[path])
                self.lines.setdefault(path, line)
        return path

    def _pair(self, table: Path) -> None:
        line = self._line()
        path = table
        for key in self._keys():
            path = (*path, key)
            self.lines.setdefault(path, line)
        self._expect("=")
        self._blank()
        self._value(path)

    def _value(self, path: Path) -> None:
        start = self._text[self._at : self._at + 3]
        if start.startswith("["):
            self._list(path)
        elif start.startswith("{"):
            self._inline_table(path)
        elif start.startswith(('"', "'")):
            self._quoted()
        else:
            self._match(_PLAIN_VALUE)

    def _list(self, path: Path) -> None:
        self._at += 1
        position = 0
        while self._blank() and not self._text.startswith("]", self._at):
            position += 1
            element = (*path, position)
            self.lines[element] = self._line()
            self._value(element)
            self._comma("]")
        self._expect("]")

    def _inline_table(self, path: Path) -> None:
        self._at += 1
        while self._blank() and not self._text.startswith("}", self._at):
            self._pair(path)
            self._comma("}")
        self._expect("}")

    def _comma(self, closing: str) -> None:
        self._blank()
        if not self._text.startswith(closing, self._at):
            self._expect(",")

    def _keys(self) -> list[str]:
        keys = [self._key()]
        while self._text.startswith(".", self._blank_to()):
            self._at += 1
            keys.append(self._key())
        return keys

    def _key(self) -> str:
        self._blank()
        if self._text.startswith(('"', "'"), self._at):
            return self._quoted()
        return self._match(_BARE_KEY)

    def _quoted(self) -> str:
        if self._text.startswith('"""', self._at):
            return self._match(_BASIC_LONG_TEXT)
        if self._text.startswith("'''", self._at):
            return self._match(_LITERAL_LONG_TEXT)
        if self._text.startswith("'", self._at):
            return self._match(_LITERAL_TEXT)[1:-1]
        return _ESCAPE.sub(_unescaped, self._match(_BASIC_TEXT)[1:-1])

    def _match(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self._text, self._at)
        if found is None:
            raise _Lost
        self._at = found.end()
        return found.group()

    def _expect(self, sign: str) -> None:
        if not self._text.startswith(sign, self._blank_to()):
            raise _Lost
        self._at += len(sign)

    def _blank(self) -> bool:
        """Skip spaces, line ends and comments; whether anything is left."""
        return self._blank_to() < len(self._text)

    def _blank_to(self) -> int:
        found = _BLANK.match(self._text, self._at)
        if found is not None:
            self._at = found.end()
        return self._at

    def _line(self) -> int:
        return bisect_right(self._starts, self._at)


def _unescaped(found: re.Match[str]) -> str:
    escape = found.group(1)
    if escape[0] in "uU":
        return chr(int(escape[1:], 16))
    return _ESCAPED.get(escape, escape)
