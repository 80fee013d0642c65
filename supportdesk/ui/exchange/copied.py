"""How the line stands as plain text for whoever helps: figures, times and acts, and none of the words of a case."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from supportdesk.services.views.outlook import Standing, WaitingChange
from supportdesk.ui.hub_line import LineState


def details_text(
    standing: Standing, line: LineState | None, changes: Iterable[WaitingChange], now: datetime
) -> str:
    """The state and every waiting change, one a line, in English and UTC: it is read by whoever administers the hub."""
    lines = [
        f"hub: {standing.address}",
        f"now: {now.isoformat()}",
        f"phase: {line.phase.value if line is not None else 'no line'}",
        f"since: {line.since.isoformat() if line is not None else '-'}",
        f"last contact: {_instant((line.contact_at if line is not None else None) or standing.contact_at)}",
        f"paused: {'yes' if standing.paused else 'no'}",
        f"loading: {standing.loaded} of {standing.total}" if standing.loading else "loading: no",
    ]
    if line is not None and line.trouble is not None:
        lines.append(f"trouble: {line.trouble}")
    if line is not None and line.asks_to_drop is not None:
        lines.append(f"asks to drop: {line.asks_to_drop}")
    lines.append(f"waiting: {standing.waiting}")
    lines.append(f"files waiting: {standing.files}, {standing.file_bytes} B")
    lines += [
        f"{each.number}  {each.operation_id}  {each.act}  {each.at.isoformat()}  {each.size} B  tries {each.tries}  "
        f"next {_instant(each.next_try)}  {'refused' if each.refused else each.why}"
        for each in changes
    ]
    return "\n".join(lines)


def _instant(at: datetime | None) -> str:
    return at.isoformat() if at is not None else "-"
