"""Reads one table of a policy file value by value, noting every problem; what the values mean lives elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from difflib import get_close_matches
from unicodedata import category

from supportdesk.rules.policies.problem import Path, Problems, shown

TEXT_MOST = 2000
LIST_MOST = 200
_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]{0,39}")
_IDENTIFIER_FORM = (
    "It is made of small letters, digits and underscores, begins with a letter and has 40 at most."
)
_EARLIEST, _LATEST = date(1990, 1, 1), date(2199, 12, 31)
_MISSING = object()
_UNSEEN = frozenset({"Cc", "Cs", "Co", "Cn"})


class Section:
    """One table of the file. Every read notes what is wrong and gives a harmless value instead.

    A key with a default may be left out. `close` reports the keys that nobody asked for. With `languages` None
    (their own list was wrong) a localised text may have any.
    """

    def __init__(
        self, values: Mapping[str, object], path: Path, problems: Problems, languages: tuple[str, ...] | None
    ) -> None:
        self.path = path
        self.problems = problems
        self.languages = languages
        self._values = values
        self._known: dict[str, None] = {}

    def has(self, key: str) -> bool:
        """Whether the file says anything under this key."""
        return key in self._values

    def report(self, key: str, what: str, allowed: str = "") -> None:
        """Note a problem with this key."""
        self.problems.add((*self.path, key), what, allowed)

    def close(self) -> None:
        """Report every key that has no meaning here, with the nearest that has one."""
        for key in self._values:
            if key in self._known or self.problems.full:
                continue
            near = get_close_matches(key[:60], list(self._known), n=1)
            known = (
                f"“{near[0]}” is the nearest known key." if near else f"Known here: {', '.join(self._known)}."
            )
            self.report(key, "This key is not known here.", known)

    def text(self, key: str, default: str | None = None) -> str:
        """A text on one line, not blank."""
        value = self._take(key, str, "a text in quotes", required=default is None)
        if not isinstance(value, str):
            return default or ""
        return value.strip() if self.good_text((*self.path, key), value) else ""

    def identifier(self, key: str) -> str:
        """An id that other places of the file refer to; "" when it is wrong."""
        value = self._take(key, str, "an id in quotes", required=True)
        return value if isinstance(value, str) and self._good_identifier((*self.path, key), value) else ""

    def one_of(self, key: str, allowed: Collection[str], default: str | None = None) -> str:
        """One word of a fixed list; the first of the list when it is wrong."""
        value = self._take(key, str, f"one of: {', '.join(allowed)}", required=default is None)
        if isinstance(value, str) and value in allowed:
            return value
        if isinstance(value, str):
            self.report(key, f"{shown(value)} is not known.", _one_of(value, allowed))
        return default if default is not None else next(iter(allowed))

    def some_of(self, key: str, allowed: Collection[str]) -> tuple[str, ...]:
        """Words of a fixed list, each once, in the file's order; may be left out."""
        found = []
        for position, word in self._texts(key):
            if word in allowed:
                found.append(word)
            else:
                self.problems.add(
                    (*self.path, key, position), f"{shown(word)} is not known.", _one_of(word, allowed)
                )
        return tuple(found)

    def references(self, key: str) -> tuple[str, ...]:
        """Ids of things declared elsewhere in the file; whether they exist is checked with the whole."""
        return tuple(word for _, word in self._texts(key))

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        """True or false."""
        value = self._take(key, bool, "true or false", required=default is None)
        return value if isinstance(value, bool) else bool(default)

    def whole(self, key: str, least: int, most: int, default: int | None = None) -> int:
        """A whole number within bounds; `least` when it is wrong."""
        allowed = f"a whole number from {least} to {most}"
        value = self._take(key, int, allowed, required=default is None)
        if isinstance(value, int) and not least <= value <= most:
            self.report(key, f"{shown(value)} is outside what is possible.", _sentence(allowed))
        elif isinstance(value, int):
            return value
        return least if default is None else default

    def figure(self, key: str, least: int, most: int) -> Decimal:
        """A number within bounds that may have decimals; `least` when it is wrong."""
        allowed = f"a number from {least} to {most}"
        value = self._take(key, (int, Decimal), allowed, required=True)
        if isinstance(value, (int, Decimal)):
            if within(value, least, most):
                return Decimal(value)
            self.report(key, f"{shown(value)} is outside what is possible.", _sentence(allowed))
        return Decimal(least)

    def day(self, key: str) -> date:
        """A date without a time of day."""
        value = self._take(key, date, "a date without quotes, such as 2026-01-31", required=True)
        if isinstance(value, date) and not isinstance(value, datetime):
            if _EARLIEST <= value <= _LATEST:
                return value
            self.report(key, f"{value.isoformat()} is out of range.", f"From {_EARLIEST} to {_LATEST}.")
        return _EARLIEST

    def days(self, key: str) -> tuple[date, ...]:
        """Dates without times of day; may be left out."""
        found: list[date] = []
        for position, value in self.elements(key, "dates"):
            if type(value) is date and _EARLIEST <= value <= _LATEST:
                found.append(value)
            else:
                allowed = f"Dates from {_EARLIEST} to {_LATEST}, without quotes."
                self.problems.add((*self.path, key, position), f"{shown(value)} is no such date.", allowed)
        return tuple(found)

    def raw(self, key: str) -> object:
        """The value as the file has it, None where the key is left out; whoever asks reports what is wrong."""
        self._known[key] = None
        return self._values.get(key)

    def section(self, key: str, *, required: bool = True) -> Section | None:
        """The table under this key; None where it is left out or no table."""
        value = self._take(key, dict, "a table", required=required)
        return self._below((key,), value) if isinstance(value, dict) else None

    def sections(self, key: str, most: int = LIST_MOST) -> list[Section]:
        """The tables of a list, `[[key]]` in the file; may be left out. What is no table is left out and reported."""
        elements = list(self.elements(key, "tables"))
        if len(elements) > most:
            self.report(key, f"There are {len(elements)} of them.", f"{most} at most.")
        found = []
        for position, value in elements[:most]:
            if isinstance(value, dict):
                found.append(self._below((key, position), value))
            else:
                self.problems.add(
                    (*self.path, key, position), f"{shown(value)} is no table.", "A table is meant."
                )
        return found

    def elements(self, key: str, what: str) -> Iterator[tuple[int, object]]:
        """The elements of a list with their positions from 1; none where the key is left out or no list."""
        value = self._take(key, list, f"a list of {what}", required=False)
        return enumerate(value if isinstance(value, list) else [], start=1)

    def good_text(self, path: Path, value: object) -> bool:
        """Whether this is a text for people: not blank, not over-long, nothing that can't be shown."""
        if not isinstance(value, str):
            self.problems.add(path, f"{shown(value)} is {kind_of(value)}.", "A text in quotes.")
        elif not value.strip():
            self.problems.add(path, "This text is empty.", "Write what people are to read.")
        elif len(value) > TEXT_MOST:
            self.problems.add(path, f"This text has {len(value)} characters.", f"{TEXT_MOST} at most.")
        elif any(category(letter) in _UNSEEN and letter != "\n" for letter in value):
            self.problems.add(path, "This text holds characters that can't be shown.", "Letters and signs.")
        else:
            return True
        return False

    def _below(self, keys: Path, values: dict[str, object]) -> Section:
        return Section(values, (*self.path, *keys), self.problems, self.languages)

    def _take(self, key: str, kinds: type | tuple[type, ...], allowed: str, *, required: bool) -> object:
        self._known[key] = None
        value = self._values.get(key, _MISSING)
        if value is _MISSING:
            if required:
                self.report(key, "This is missing.", _sentence(allowed))
            return None
        # A bool is an int and a datetime a date to Python, but not to a person.
        confused = (isinstance(value, bool) and kinds is not bool) or (
            isinstance(value, datetime) and kinds is date
        )
        if confused or not isinstance(value, kinds):
            self.report(key, f"{shown(value)} is {kind_of(value)}.", _sentence(allowed))
            return None
        return value

    def _texts(self, key: str) -> Iterator[tuple[int, str]]:
        seen: set[str] = set()
        for position, value in self.elements(key, "texts in quotes"):
            path = (*self.path, key, position)
            if not isinstance(value, str):
                self.problems.add(path, f"{shown(value)} is {kind_of(value)}.", "A text in quotes.")
            elif value in seen:
                self.problems.add(path, f"{shown(value)} stands here twice.", "Name it once.")
            else:
                seen.add(value)
                yield position, value

    def _good_identifier(self, path: Path, value: str) -> bool:
        good = _IDENTIFIER.fullmatch(value) is not None
        if not good:
            self.problems.add(path, f"{shown(value)} can't be an id.", _IDENTIFIER_FORM)
        return good


def within(value: int | Decimal, least: int, most: int) -> bool:
    """Whether the figure lies within the bounds and has four decimals at most; NaN and infinity never do."""
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        if not isinstance(exponent, int) or exponent < -4:  # noqa: PLR2004 - NaN and infinity have no exponent
            return False
    return least <= value <= most


def _sentence(allowed: str) -> str:
    return f"{allowed[0].upper()}{allowed[1:]}."


def _one_of(value: str, allowed: Collection[str]) -> str:
    near = get_close_matches(value[:60], list(allowed), n=1)
    hint = f" “{near[0]}” is the nearest." if near else ""
    return f"One of: {', '.join(allowed)}.{hint}"


_KINDS: tuple[tuple[type, str], ...] = (
    (bool, "true or false"),
    (str, "a text"),
    (int, "a whole number"),
    (Decimal, "a number with decimals"),
    (datetime, "a date with a time"),
    (date, "a date"),
    (time, "a time of day"),
    (list, "a list"),
    (dict, "a table"),
)


def kind_of(value: object) -> str:
    """What sort of value this is, in words."""
    return next((name for kind, name in _KINDS if isinstance(value, kind)), "something else")
