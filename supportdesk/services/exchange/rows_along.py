"""All rows of a lone desk in the order in which they come to a hub: what others stand on first, a case in one piece."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.services.bringing.queuing import Unit
from supportdesk.store import images
from supportdesk.store.driving import fetch
from supportdesk.store.images import Image
from supportdesk.store.overlay import node_of
from supportdesk.store.synced_tables import by_name

FIRST = ("branch", "policy_version")
"""What the hub must know before it understands anything else."""

CATALOGUE = (
    "team",
    "agent",
    "product",
    "product_version",
    "release",
    "tracking_note",
    "branch_release",
    "article",
    "saved_view",
)
OF_CLIENTS = ("site", "contact", "contract", "installation", "data_file")
OF_CASES = ("clock", "entry", "case_tracking_note", "case_article", "remote_session", "remote_code")
LAST = (
    "link",
    "ledger_line",
    "engagement",
    "engagement_step",
    "invoice_draft",
    "data_copy",
    "visit",
    "visit_case",
    "visit_signature",
    "remote_report",
    "attachment",
    "attention",
)
"""What stands on cases and clients, or on one another."""

STAYS = ("conflict",)
"""What is between this desk and a hub that it had before."""

_TOGETHER = 300


def phases(conn: Connection, known: Mapping[str, Collection[bytes]]) -> Iterator[Iterator[Unit]]:
    """The rows but those of `known` ids, which the hub has."""
    yield _alone(conn, FIRST, known)
    yield _alone(conn, CATALOGUE, known)
    yield _alone(conn, ("organisation",), known)
    yield _alone(conn, OF_CLIENTS, known)
    yield _cases(conn)
    yield _alone(conn, LAST, known)


def _alone(
    conn: Connection, entities: Sequence[str], known: Mapping[str, Collection[bytes]]
) -> Iterator[Unit]:
    for entity in entities:
        for image in images.rows_since(conn, entity, 0):
            if image[0] not in known.get(entity, ()):
                yield [(entity, image)]


def _cases(conn: Connection) -> Iterator[Unit]:
    """Each case with all of its own; those that others were merged into first, and then the newest."""
    ids = _in_order(fetch(conn, 'SELECT id, merged_into FROM "case" ORDER BY id DESC'))
    for start in range(0, len(ids), _TOGETHER):
        batch = ids[start : start + _TOGETHER]
        units: dict[bytes, list[tuple[str, Image]]] = defaultdict(list)
        for entity in ("case", *OF_CASES):
            column = "id" if entity == "case" else "case_id"
            for image in images.images_where(conn, entity, f'"{column}" {{among}}', batch):
                units[node_of(entity, image)].append((entity, image))
        yield from (units[case_id.bytes] for case_id in batch)


def _in_order(rows: Iterable[tuple[bytes, bytes | None]]) -> list[UUID]:
    into = dict(rows)

    def depth(case_id: bytes) -> int:
        steps, at = 0, into.get(case_id)
        while at is not None and steps <= len(into):
            steps, at = steps + 1, into.get(at)
        return steps

    depths = {case_id: depth(case_id) if other is not None else 0 for case_id, other in into.items()}
    return [UUID(bytes=case_id) for case_id in sorted(into, key=lambda each: depths[each])]


def left_behind() -> list[str]:
    """Shared tables of which nothing is said here; there must be none."""
    named = {*FIRST, *CATALOGUE, "organisation", *OF_CLIENTS, "case", *OF_CASES, *LAST, *STAYS}
    return sorted(by_name().keys() ^ named)
