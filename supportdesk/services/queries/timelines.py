"""A case's timeline as it is read: newest entries first fetched, oldest first shown, names in place of ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import Channel, EntryKind, LinkKind
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.operations.desk import Desk
from supportdesk.services.views import FileView, TimelineItem, TimelineSlice
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.cases import ATTACHMENT, CASE, ENTRY, LINK
from supportdesk.store.tables.people import AGENT, BRANCH, CONTACT, ORGANISATION, SITE, TEAM
from supportdesk.store.tables.work import PRODUCT

_SPOKEN = frozenset(
    {
        EntryKind.REPLY,
        EntryKind.CLIENT,
        EntryKind.NOTE,
        EntryKind.CALL,
        EntryKind.INFO_REQUEST,
        EntryKind.REMOTE_SESSION,
        EntryKind.VISIT,
    }
)
_NAMED_BY = {
    "organisation_id": ORGANISATION,
    "contact_id": CONTACT,
    "site_id": SITE,
    "branch_id": BRANCH,
    "team_id": TEAM,
    "owner_id": AGENT,
    "product_id": PRODUCT,
}
_COLUMNS = {"owner": "owner_id"}
_STAGE_MOVES = frozenset({EntryKind.STAGE, EntryKind.CLOSED, EntryKind.REACTIVATED})


def timeline(
    desk: Desk,
    case_id: UUID,
    limit: int = 40,
    before: UUID | None = None,
    as_of: datetime | None = None,
) -> TimelineSlice:
    """The newest entries of a case and of those merged into it, oldest first; `earlier` more are there.

    `before` is an entry already shown: what stands before it follows. `as_of` leaves out what came after an instant
    (UTC). KnownError if this desk has no such case.
    """
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        row = get_row(conn, CASE, case_id)
        numbers = _with_merged(conn, row, as_of)
        shown = [ENTRY.c.case_id.in_(numbers), ~ENTRY.c.deleted]
        if as_of is not None:
            shown.append(ENTRY.c.at <= as_of)
        if before is not None:
            shown.append(_before(conn, before))
        entries = _entries(conn, shown, limit)
        count = conn.scalar(select(func.count()).select_from(ENTRY).where(*shown)) or 0
        reader = _reader(conn, desk, row, entries)
        items = tuple(_item(reader, entry, numbers, case_id) for entry in reversed(entries))
    return TimelineSlice(items, count - len(items))


@dataclass(frozen=True, slots=True)
class _Reader:
    """What the entries of one slice need to be read: names of people and things, files, what was taken back."""

    policy: Policy | None
    language: str
    organisation: str
    names: Mapping[UUID, str]
    files: Mapping[UUID, tuple[FileView, ...]]
    undone: frozenset[UUID]


def _with_merged(conn: Connection, row: Record, as_of: datetime | None) -> dict[UUID, str]:
    """The numbers of the case and of all that are merged into it, by id."""
    held: ColumnElement[bool] = LINK.c.ended_at.is_(None)
    if as_of is not None:
        held = and_(LINK.c.at <= as_of, or_(held, LINK.c.ended_at > as_of))
    numbers = {row["id"]: row["number"]}
    into = [row["id"]]
    while into:
        merged = conn.execute(
            select(CASE.c.id, CASE.c.number)
            .join(LINK, LINK.c.case_id == CASE.c.id)
            .where(
                LINK.c.other_id.in_(into), LINK.c.kind == LinkKind.MERGED_INTO.value, held, ~LINK.c.deleted
            )
        ).all()
        into = [case.id for case in merged if case.id not in numbers]
        numbers |= {case.id: case.number for case in merged}
    return numbers


def _before(conn: Connection, entry_id: UUID) -> ColumnElement[bool]:
    entry = get_row(conn, ENTRY, entry_id)
    same_instant = and_(ENTRY.c.at == entry["at"], ENTRY.c.row < entry["row"])
    return or_(ENTRY.c.at < entry["at"], same_instant)


def _entries(conn: Connection, shown: list[ColumnElement[bool]], limit: int) -> list[Record]:
    """The newest entries, latest first."""
    newest = select(ENTRY.c.row).where(*shown).order_by(ENTRY.c.at.desc(), ENTRY.c.row.desc()).limit(limit)
    rows = conn.execute(
        select(ENTRY, AGENT.c.name.label("agent"), CONTACT.c.name.label("contact"))
        .select_from(
            ENTRY.outerjoin(AGENT, AGENT.c.id == ENTRY.c.author_id).outerjoin(
                CONTACT, CONTACT.c.id == ENTRY.c.contact_id
            )
        )
        .where(ENTRY.c.row.in_(newest))
        .order_by(ENTRY.c.at.desc(), ENTRY.c.row.desc())
    )
    return list(rows.mappings())


def _reader(conn: Connection, desk: Desk, row: Record, entries: list[Record]) -> _Reader:
    try:
        policy = desk.policies.version(row["policy_code"], row["policy_version"])
    except KnownError:
        policy = None
    client = select(ORGANISATION.c.name).where(ORGANISATION.c.id == row["organisation_id"])
    return _Reader(
        policy,
        desk.language,
        conn.scalar(client) or "",
        _names(conn, entries),
        _files(conn, desk, [entry for entry in entries if entry["kind"] in _WITH_FILES]),
        _undone(conn, {entry["case_id"] for entry in entries}),
    )


_WITH_FILES = frozenset({*_SPOKEN, EntryKind.LOGGED, EntryKind.ATTACHMENT})


def _files(conn: Connection, desk: Desk, entries: list[Record]) -> dict[UUID, tuple[FileView, ...]]:
    found: dict[UUID, tuple[FileView, ...]] = {}
    entry_ids = [entry["id"] for entry in entries]
    if not entry_ids:
        return found
    others = {entry["id"]: entry["agent"] or "" for entry in entries if entry["author_id"] != desk.actor}
    of_a_hub = desk.store.side == "desk"
    rows = conn.execute(
        select(ATTACHMENT)
        .where(ATTACHMENT.c.entry_id.in_(entry_ids), ~ATTACHMENT.c.deleted)
        .order_by(ATTACHMENT.c.row)
    )
    for row in rows:
        state, by = (row.state, others.get(row.entry_id, "")) if of_a_hub else ("stored", "")
        view = FileView(row.id, row.name, row.size, row.media_type or "", state, by)
        found[row.entry_id] = (*found.get(row.entry_id, ()), view)
    return found


def _undone(conn: Connection, case_ids: Iterable[UUID]) -> frozenset[UUID]:
    """The operations on these cases that were taken back."""
    data = conn.scalars(
        select(ENTRY.c.data).where(
            ENTRY.c.case_id.in_(list(case_ids)), ENTRY.c.kind == EntryKind.UNDONE.value
        )
    )
    return frozenset(UUID(each["undoes"]) for each in data if each and "undoes" in each)


def _names(conn: Connection, entries: list[Record]) -> dict[UUID, str]:
    """What the people and things are called whose ids stand in the entries' data."""
    wanted: dict[str, set[UUID]] = {}
    for entry in entries:
        data = entry["data"] or {}
        if entry["kind"] == EntryKind.CONFLICT:
            for field, value in _contested(data):
                if (column := _COLUMNS.get(field, field)) in _NAMED_BY and value:
                    wanted.setdefault(column, set()).add(UUID(str(value)))
        if entry["kind"] == EntryKind.ASSIGNED:
            wanted.setdefault("owner_id", set()).update(
                UUID(each) for each in (data.get("from"), data.get("to")) if each
            )
        for field, change in data.get("fields", {}).items():
            if field in _NAMED_BY:
                wanted.setdefault(field, set()).update(UUID(each) for each in change if each)
    names: dict[UUID, str] = {}
    for field, ids in wanted.items():
        table = _NAMED_BY[field]
        rows = conn.execute(select(table.c.id, table.c.name).where(table.c.id.in_(ids)))
        names.update((row.id, row.name) for row in rows)
    return names


def _contested(data: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The contested fields that an entry tells of, each with a value."""
    if "settled" in data:
        return [(data["settled"], data.get("value"))]
    return [(each["field"], each[side]) for each in data.get("conflicts", ()) for side in ("theirs", "mine")]


def _item(reader: _Reader, entry: Record, numbers: Mapping[UUID, str], case_id: UUID) -> TimelineItem:
    kind = EntryKind(entry["kind"])
    logged_with_words = kind is EntryKind.LOGGED and bool(entry["body"])
    from_client = kind is EntryKind.CLIENT or logged_with_words
    return TimelineItem(
        id=entry["id"],
        kind=kind,
        at=entry["at"],
        public=entry["public"],
        system=kind not in _SPOKEN and not logged_with_words,
        author_id=None if from_client else entry["author_id"],
        author=_author(entry, from_client=from_client),
        from_client=from_client,
        organisation=reader.organisation if from_client else "",
        channel=Channel(entry["channel"]) if entry["channel"] else None,
        body=entry["body"] or "",
        data=_data(reader, kind, entry),
        files=reader.files.get(entry["id"], ()),
        from_case="" if entry["case_id"] == case_id else numbers[entry["case_id"]],
    )


def _author(entry: Record, *, from_client: bool) -> str:
    first, second = ("contact", "agent") if from_client else ("agent", "contact")
    name: str = entry[first] or entry[second] or ""
    return name


def _data(reader: _Reader, kind: EntryKind, entry: Record) -> dict[str, Any]:
    """The entry's own values, with names beside the ids: `from_name`, `to_name`, `names` by field, `undone`."""
    data: dict[str, Any] = dict(entry["data"] or {})
    if kind in _STAGE_MOVES:
        data["from_name"] = _stage(reader, data.get("from"))
        data["to_name"] = _stage(reader, data.get("to"))
    elif kind is EntryKind.ASSIGNED:
        data["from_name"], data["to_name"] = (_name(reader, data.get(key)) for key in ("from", "to"))
    elif kind is EntryKind.CONFLICT:
        data["said"] = [(field, _said(reader, field, value)) for field, value in _contested(data)]
    if resolution := data.get("resolution"):
        data["resolution_name"] = _resolution(reader, resolution)
    fields = data.get("fields", {})
    names = {name: [_name(reader, each) for each in fields[name]] for name in fields if name in _NAMED_BY}
    if names:
        data["names"] = names
    if entry["op_id"] in reader.undone and kind is not EntryKind.UNDONE:
        data["undone"] = True
    return data


def _said(reader: _Reader, field: str, value: object) -> str:
    """A contested value as people read it; empty for none."""
    if field == "stage":
        return _stage(reader, str(value) if value else None)
    if _COLUMNS.get(field, field) in _NAMED_BY:
        return _name(reader, str(value) if value else None)
    return str(value) if value not in (None, "", [], {}) else ""


def _name(reader: _Reader, identity: str | None) -> str:
    return reader.names.get(UUID(identity), "") if identity else ""


def _stage(reader: _Reader, name: str | None) -> str:
    stage = reader.policy.stage_called(name) if reader.policy and name else None
    return stage.name.in_language(reader.language) if stage else name or ""


def _resolution(reader: _Reader, resolution: str) -> str:
    kinds = reader.policy.closing.resolution_kinds if reader.policy else ()
    found = (kind.name.in_language(reader.language) for kind in kinds if kind.id == resolution)
    return next(found, resolution)
