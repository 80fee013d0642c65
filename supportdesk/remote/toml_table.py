"""Reads a table of a tool's file value by value, refusing the first that is wrong; what they mean lives elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import NoReturn, TypeVar

from supportdesk.domain.errors import KnownError

MOST_LETTERS = 400
MOST_ELEMENTS = 60
_Word = TypeVar("_Word", bound=StrEnum)


class ToolFileRefused(KnownError):
    """A tool's file can't be used: `source` names the file, `place` the key in it (`launch[2].start[3]`)."""

    def __init__(self, source: str, place: str, why: str) -> None:
        super().__init__(
            f"The remote tool in {source} was not loaded.",
            f"{place}: {why}" if place else why,
            "Correct the file and start Support Desk again; until then this tool is not offered.",
        )
        self.source = source
        self.place = place


class Table:
    """One table of the file. `close` refuses keys that nobody asked for, as they are misspelled ones."""

    def __init__(self, source: str, values: Mapping[str, object], place: str = "") -> None:
        self.source = source
        self._values = values
        self._place = place
        self._known: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def refuse(self, key: str, why: str) -> NoReturn:
        """Refuse the file because of this key."""
        raise ToolFileRefused(self.source, self.place(key), why)

    def place(self, key: str) -> str:
        """Where a key of this table stands, as people write it."""
        return f"{self._place}.{key}" if self._place and key else self._place or key

    def close(self) -> None:
        for key in self._values:
            if key not in self._known:
                self.refuse(
                    _short(key), f"This key is not known here. Known: {', '.join(sorted(self._known))}."
                )

    def text(self, key: str, default: str | None = None) -> str:
        """A text on one line; without a default it has to be there and not be blank."""
        value = self._take(key, required=default is None)
        if value is None:
            return default or ""
        return self._one_line(key, value)

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """A list of such texts; none where it is left out."""
        value = self._take(key, required=required)
        if value is None:
            return ()
        if not isinstance(value, list) or not 1 <= len(value) <= MOST_ELEMENTS:
            self.refuse(key, f"This has to be a list of 1 to {MOST_ELEMENTS} texts.")
        return tuple(self._one_line(f"{key}[{number}]", each) for number, each in enumerate(value, start=1))

    def word(self, key: str, words: type[_Word]) -> _Word:
        """One word of a fixed list."""
        value = self.text(key)
        if value not in list(words):
            self.refuse(key, f"This has to be one of: {', '.join(words)}.")
        return words(value)

    def words(self, key: str, words: Collection[str], *, required: bool = False) -> tuple[str, ...]:
        """Words of a fixed list."""
        found = self.texts(key, required=required)
        for number, each in enumerate(found, start=1):
            if each not in words:
                self.refuse(f"{key}[{number}]", f"This has to be one of: {', '.join(words)}.")
        return found

    def whole(self, key: str, least: int, most: int, default: int | None = None) -> int:
        """A whole number within bounds."""
        value = self._take(key, required=default is None)
        if value is None:
            return default or 0
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            self.refuse(key, f"This has to be a whole number from {least} to {most}.")
        return value

    def flag(self, key: str) -> bool:
        """True or false; false where it is left out."""
        value = self._take(key, required=False)
        if not isinstance(value, bool | None):
            self.refuse(key, "This has to be true or false.")
        return bool(value)

    def table(self, key: str) -> Table | None:
        """The table under this key; None where it is left out."""
        value = self._take(key, required=False)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.refuse(key, "This has to be a table.")
        return Table(self.source, value, self.place(key))

    def tables(self, key: str) -> list[Table]:
        """The tables of a list; none where it is left out."""
        value = self._take(key, required=False)
        if value is None:
            return []
        if not isinstance(value, list) or len(value) > MOST_ELEMENTS:
            self.refuse(key, f"This has to be a list of at most {MOST_ELEMENTS} tables.")
        found = []
        for number, each in enumerate(value, start=1):
            if not isinstance(each, dict):
                self.refuse(f"{key}[{number}]", "This has to be a table.")
            found.append(Table(self.source, each, self.place(f"{key}[{number}]")))
        return found

    def _take(self, key: str, *, required: bool) -> object:
        self._known.add(key)
        value = self._values.get(key)
        if value is None and required:
            self.refuse(key, "This key is missing.")
        return value

    def _one_line(self, key: str, value: object) -> str:
        if not isinstance(value, str) or not value.strip() or not value.isprintable():
            self.refuse(key, "This has to be a text on one line.")
        if len(value) > MOST_LETTERS:
            self.refuse(key, f"This text is too long; {MOST_LETTERS} characters at most.")
        return value


def _short(key: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in key[:40])
