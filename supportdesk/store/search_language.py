"""Reads the text of a search into terms; pure, and never at a loss: what it does not understand it says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from supportdesk.store.folding import fold
from supportdesk.store.search_spans import read_span
from supportdesk.store.search_terms import (
    Field,
    FieldTerm,
    Mark,
    MarkTerm,
    Moment,
    SearchTerms,
    Span,
    Term,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from zoneinfo import ZoneInfo

MOST_CHARACTERS = 2_000
MOST_TERMS = 40

_ALIASES = {
    "status": "stage",
    "customer": "client",
    "organisation": "client",
    "organization": "client",
    "created": "logged",
}
_OPENING = '"“”„«'
_CLOSING = '"“”»'
_NAME = re.compile(r"[a-z_]{1,30}")
_PIN_DIGITS = 5
_SUPPORT_CODE = re.compile(rf"([a-z0-9]*[a-z][a-z0-9]*)([0-9]{{{_PIN_DIGITS}}})")
_CODE_SIGNS = str.maketrans("", "", "-  ")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of the text: a word, a phrase in quotes, or either behind a field's name."""

    name: str
    value: str
    quoted: bool
    negated: bool
    last: bool = False


def parse(text: str, *, now: datetime, zone: ZoneInfo) -> SearchTerms:
    """Read a search. Spans such as `due:<4h` count from the minute of `now`; days begin at midnight in `zone`.

    Never raises. What is not understood becomes a sentence in `problem`, and the rest is searched.
    """
    problems: list[str] = []
    now = now.replace(second=0, microsecond=0)
    if len(text) > MOST_CHARACTERS:
        text = text[:MOST_CHARACTERS]
        problems.append(f"Only the first {MOST_CHARACTERS} characters were searched for.")
    pieces = list(_pieces(text))
    if len(pieces) > MOST_TERMS:
        pieces = pieces[:MOST_TERMS]
        problems.append(f"Only the first {MOST_TERMS} terms were searched for.")
    terms: list[Term] = []
    for piece in pieces:
        term, problem = _read(piece, now, zone)
        if term is not None:
            terms.append(term)
        if problem:
            problems.append(problem)
    return SearchTerms(tuple(_joined(_with_spoken_codes(terms))), problems[0] if problems else "")


def _pieces(text: str) -> Iterator[_Piece]:
    at = 0
    end = len(text.rstrip())
    while at < end:
        if text[at].isspace() or text[at] == "\0":
            at += 1
            continue
        negated = text[at] == "-" and at + 1 < end and not text[at + 1].isspace()
        at += negated
        name = ""
        colon = text.find(":", at, at + 31)
        if (
            colon > at
            and _NAME.fullmatch(text[at:colon].lower())
            and colon + 1 < end
            and not text[colon + 1].isspace()
        ):
            name, at = text[at:colon].lower(), colon + 1
        value, quoted, at = _value(text, at)
        yield _Piece(name, value, quoted, negated, last=at >= len(text))


def _value(text: str, at: int) -> tuple[str, bool, int]:
    """The value that begins here, whether it is quoted, and where it ends; an open quotation ends with the text."""
    if text[at] in _OPENING:
        closing = next((place for place in range(at + 1, len(text)) if text[place] in _CLOSING), len(text))
        return text[at + 1 : closing], True, closing + 1
    end = next(
        (place for place in range(at, len(text)) if text[place].isspace() or text[place] == "\0"), len(text)
    )
    return text[at:end], False, end


def _read(piece: _Piece, now: datetime, zone: ZoneInfo) -> tuple[Term | None, str]:
    name = _ALIASES.get(piece.name, piece.name)
    if not name:
        return _words(piece), ""
    if name in {"is", "has"}:
        return _mark(piece, name)
    if name in set(Moment):
        return _span(piece, Moment(name), now, zone)
    if name in set(Field):
        return _field(piece, Field(name))
    words = _words(replace(piece, value=f"{piece.name} {piece.value}", quoted=True))
    if words is None or piece.value.startswith(("/", "\\", ":")):  # an address, a path or code, pasted
        return words, ""
    return words, f"There is no search field “{piece.name}”, so these words were searched for."


def _words(piece: _Piece) -> Words | None:
    text = " ".join(fold(piece.value).split())
    if not any(sign.isalnum() for sign in text):
        return None
    code = "" if piece.quoted or piece.negated else client_code_in(text)
    prefix = piece.last and not piece.quoted and text[-1].isalnum()
    return Words(text, negated=piece.negated, prefix=prefix, client_code=code)


def client_code_in(text: str) -> str:
    """What stands before the PIN if the word reads like a support code (SAP-1), in upper case as it is kept."""
    found = _SUPPORT_CODE.fullmatch(text.translate(_CODE_SIGNS))
    return found.group(1).upper() if found else ""


def _with_spoken_codes(terms: list[Term]) -> Iterator[Term]:
    """Join what may be a client code and its PIN written as two words, so that the PIN need not be searched for."""
    waiting: Words | None = None
    for term in terms:
        plain = isinstance(term, Words) and not term.negated and " " not in term.text
        if waiting is not None:
            if isinstance(term, Words) and plain and re.fullmatch(r"[0-9]{5}", term.text):
                joined = f"{waiting.text} {term.text}"
                yield Words(joined, prefix=term.prefix, client_code=client_code_in(joined), apart=True)
                waiting = None
                continue
            yield waiting
            waiting = None
        if isinstance(term, Words) and plain and re.fullmatch(r"[a-z0-9]*[a-z][a-z0-9]*", term.text):
            waiting = term
        else:
            yield term
    if waiting is not None:
        yield waiting


def _mark(piece: _Piece, name: str) -> tuple[Term | None, str]:
    had = {Mark.ATTACHMENT, Mark.VISIT, Mark.REMOTE}
    value = fold(piece.value).strip()
    allowed = sorted(mark.value for mark in Mark if (mark in had) == (name == "has"))
    if value not in allowed:
        return None, f"“{name}:” is followed by one of {', '.join(allowed)}."
    return MarkTerm(Mark(value), negated=piece.negated), ""


def _span(piece: _Piece, moment: Moment, now: datetime, zone: ZoneInfo) -> tuple[Term | None, str]:
    bounds = read_span(fold(piece.value).strip(), ahead=moment is Moment.DUE, now=now, zone=zone)
    if bounds is None:
        return None, (
            f"“{moment.value}:” is followed by a span such as <4h or >2d, or by a date such as 2026-01-31, "
            "2026-01 or 2026-01..2026-02."
        )
    return Span(moment, *bounds, negated=piece.negated), ""


def _field(piece: _Piece, name: Field) -> tuple[Term | None, str]:
    parts = [piece.value] if piece.quoted else piece.value.split(",")
    values = tuple(value for part in parts if (value := " ".join(fold(part).split())))
    if not values:
        return None, f"“{name.value}:” is followed by nothing to look for."
    return FieldTerm(name, values, negated=piece.negated), ""


def _joined(terms: Iterable[Term]) -> Iterator[Term]:
    """Values asked for of one field belong together: `severity:S1 severity:S2` finds cases of either."""
    by_field: dict[Field, tuple[str, ...]] = {}
    for term in terms:
        if isinstance(term, FieldTerm) and not term.negated:
            by_field[term.name] = (*by_field.get(term.name, ()), *term.values)
        else:
            yield term
    for name, values in by_field.items():
        yield FieldTerm(name, tuple(dict.fromkeys(values)))
