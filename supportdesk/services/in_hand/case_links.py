"""Links between two cases in hand, with their traces on both timelines; the acts are `linking`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect
from supportdesk.domain.words import EntryKind, LinkKind
from supportdesk.services.in_hand.case_in_hand import CaseInHand, Line
from supportdesk.store import link_rows
from supportdesk.store.link_rows import KeptLink


def join(
    case: CaseInHand,
    other: CaseInHand,
    kind: LinkKind,
    *,
    line: EntryKind = EntryKind.LINKED,
    body: str | None = None,
    fields: Mapping[str, Any] | None = None,
    **data: object,
) -> None:
    """Link two cases, read as «case IS kind other», and say so on both; KnownError if they are linked so already.

    `fields` are what changed on the case in the same breath.
    """
    if case.id == other.id:
        raise KnownError("A case can't be linked to itself.", "Nothing was changed.", "Choose another case.")
    if any(link.kind is kind for link in link_rows.between(case.work.conn, case.id, other.id)):
        raise KnownError(
            f"{case.number} and {other.number} are linked already.",
            "Nothing was changed.",
            "Open the links of the case to see them.",
        )
    link_id = case.work.new_id()
    link_rows.insert_link(
        case.work.conn,
        link_id,
        case.work.operation,
        case_id=case.id,
        other_id=other.id,
        kind=kind,
        at=case.at,
    )
    trace = {"link": link_id, "kind": kind, **data}
    _say(case, other, Line(line, body=body, data={**trace, "is": True, "fields": fields or {}}))
    _say(other, case, Line(line, body=body, data={**trace, "is": False}))


def part(
    case: CaseInHand,
    other: CaseInHand,
    link: KeptLink,
    *,
    line: EntryKind = EntryKind.UNLINKED,
    fields: Mapping[str, Any] | None = None,
) -> None:
    """End a link and say so on both cases; `fields` are what changed on the first in the same breath."""
    link_rows.end_link(case.work.conn, link.id, case.at, case.work.operation)
    trace = {"link": link.id, "kind": link.kind}
    forth = {**trace, "is": link.case_id == case.id, "fields": fields or {}}
    _say(case, other, Line(line, data=forth))
    _say(other, case, Line(line, data={**trace, "is": link.case_id == other.id}))


def _say(case: CaseInHand, other: CaseInHand, line: Line) -> None:
    case.write(replace(line, data={**line.data, "other": other.id, "number": other.number}))
    case.touch(Aspect.LINKS)
