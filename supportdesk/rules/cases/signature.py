"""A person's signature: strokes, bound to the fingerprint of what was signed (ONX-2); drawing it is a screen's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from math import hypot

from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.cases.visit_content import Content, differences, fingerprint

WIDTH, HEIGHT = 1000, 400
"""The box in which points lie, whatever the size of the screen."""

MOST_POINTS = 5_000
_LONGEST_MS = 10 * 60_000
_SHORTEST_WAY = 100

Stroke = tuple[tuple[int, int, int], ...]
"""Points from where a pen was put down to where it was lifted: x, y, and milliseconds since the first of all."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed which content, when (UTC), and how it looks."""

    name: str
    at: datetime
    strokes: tuple[Stroke, ...]
    content: Content
    job: str = ""
    revision: int = 1


def read_strokes(value: object) -> tuple[Stroke, ...]:
    """Strokes from plain JSON; ValueError for what is none, lies outside the box or has too many points."""
    strokes = tuple(_stroke(each) for each in _list(value))
    if sum(map(len, strokes)) > MOST_POINTS:
        raise ValueError("a signature has too many points")
    return strokes


def _list(value: object) -> list[object]:
    if not isinstance(value, list) or not value:
        raise ValueError("a signature is a list of strokes, a stroke one of points")
    return value


def _stroke(value: object) -> Stroke:
    return tuple(_point(each) for each in _list(value))


def _point(value: object) -> tuple[int, int, int]:
    match value:
        case [int(x), int(y), int(after)] if not any(isinstance(each, bool) for each in value):
            pass
        case _:
            raise ValueError("a point is three whole numbers")
    if not (0 <= x <= WIDTH and 0 <= y <= HEIGHT and 0 <= after <= _LONGEST_MS):
        raise ValueError("a point lies outside the box")
    return x, y, after


def is_drawn(strokes: tuple[Stroke, ...]) -> bool:
    """Whether something was drawn: a click that slipped is no signature."""
    way = 0.0
    for stroke in strokes:
        way += sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(stroke))
    return way >= _SHORTEST_WAY


def stands(signature: Signature, content: Content, revision: int) -> bool:
    """Whether it is this content, in this revision, that was signed."""
    return signature.revision == revision and fingerprint(signature.content) == fingerprint(content)


def refuse_signed_otherwise(signature: Signature, content: Content) -> Refusal:
    """Why a signature does not count: what was changed after it, part by part."""
    changed = dict.fromkeys(each.part.replace("_", " ") for each in differences(signature.content, content))
    return Refusal(
        "ONX-2",
        f"The report is not what {signature.name} signed: {', '.join(changed) or 'it is a later revision'}.",
        "Show it to the client again and ask for a new signature.",
    )
