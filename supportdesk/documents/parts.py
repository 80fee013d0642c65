"""How a printed line names what it is a part of: the number of a line of the signed content, and which part of that."""

from __future__ import annotations

from collections.abc import Iterator

from supportdesk.rules.cases.visit_content import Content

NAME, FOUND, REMARK, QUANTITY = "name", "found", "remark", "quantity"
SIGNER = "signer"


def named(line: int, piece: str = "") -> str:
    """What a printed line is of: the signed line, counted from 0, and which piece of it."""
    return f"{line}.{piece}" if piece else str(line)


def places(content: Content, part: str) -> Iterator[int]:
    """The numbers of the signed lines of a part, in their order."""
    return (number for number, line in enumerate(content) if line.part == part)
