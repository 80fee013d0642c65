"""Whether a copy says of signed lines without words of their own what is signed: a state, a number, an instant.

What stands on paper for these is told in the client's language, so that the copy has it beside what is signed. Its
numbers and symbols are the same in every language. Its words are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from supportdesk.documents import parts
from supportdesk.documents.signed_copy import SignedCopy
from supportdesk.documents.visit_words import SYMBOLS
from supportdesk.rules.cases.visit_report import Health

# Every offset that civil time has had in our days.
_QUARTER = timedelta(minutes=15)
_OFFSETS = tuple(_QUARTER * number for number in range(-12 * 4, 14 * 4 + 1))
# What must be shown of a line of these parts, by how its printed line is called.
_PIECES = {
    "arrived": "",
    "performance": parts.FOUND,
    "spare_parts": parts.QUANTITY,
    "as_asked": "",
    "may_close": "",
}
_NUMBERS = re.compile(r"\d+")


def misprinted(copy: SignedCopy) -> Iterator[tuple[int, str | None]]:
    """The numbers of lines for which something else is shown than what is signed, and what that is, if anything."""
    for number, line in enumerate(copy.content):
        piece = _PIECES.get(line.part)
        # Nobody signs for a time that is not known yet, and nothing of it is printed.
        if piece is None or (line.part == "arrived" and not line.text):
            continue
        shown = copy.shown.get(parts.named(number, piece))
        if shown is None or not _tells(line.part, line.text.split("\t"), shown, copy.offset):
            yield number, shown


def _tells(part: str, signed: list[str], shown: str, offset: timedelta | None) -> bool:
    match part, signed:
        case "performance", [_, health, *_]:
            return health in set(Health) and shown.startswith(f"{SYMBOLS[Health(health)]} ")
        case "spare_parts", [quantity, *_]:
            return shown == f"{quantity} ×"
        case "arrived", [at]:
            return _tells_instant(shown, at, offset)
        case (("as_asked" | "may_close"), _):
            return True
    return False


def _tells_instant(shown: str, at: str, offset: timedelta | None) -> bool:
    """Whether a text begins with an instant, as the time alone or with its day before it."""
    try:
        arrived = datetime.fromisoformat(at).astimezone(UTC)
        possible = [arrived + each for each in _OFFSETS if offset in {None, each}]
    except (ValueError, OverflowError):
        return False
    numbers = _NUMBERS.findall(shown)
    return any(
        numbers[:2] == [f"{each:%H}", f"{each:%M}"]
        or numbers[:4] == [str(each.day), str(each.year), f"{each:%H}", f"{each:%M}"]
        for each in possible
    )
