"""Contested fields as people read them: whose value is which, what stands now, and what a value is called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Entity
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.exchange import apart
from supportdesk.services.operations.desk import Desk
from supportdesk.services.operations.plain import plain
from supportdesk.services.views.matters import About, Contested, ContestedField, Said
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import find_row
from supportdesk.store.synced_tables import by_name
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import AGENT, BRANCH, CONTACT, ORGANISATION, SITE, TEAM
from supportdesk.store.tables.work import PRODUCT

UNDO_WITHIN = timedelta(days=30)

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
_TITLES = ("title", "name", "version", "number")


def contested(conn: Connection, desk: Desk, rows: Sequence[Record]) -> list[Contested]:
    """Conflict rows put together: those of one person on one case or client are one matter."""
    ordered = sorted(rows, key=_together)
    return [_matter(conn, desk, list(group)) for _, group in groupby(ordered, key=_together)]


def about(conn: Connection, entity: str, root_id: UUID) -> About:
    """What an aggregate is called; by its kind alone where it is not on this desk."""
    if entity == Entity.CASE.value:
        row = conn.execute(
            select(CASE.c.number, CASE.c.title, ORGANISATION.c.name)
            .select_from(CASE.outerjoin(ORGANISATION, ORGANISATION.c.id == CASE.c.organisation_id))
            .where(CASE.c.id == root_id)
        ).first()
        return About(entity, root_id, *(value or "" for value in row)) if row else About(entity, root_id)
    table = by_name().get(entity)
    found = find_row(conn, table, root_id) if table is not None else None
    if found is None:
        return About(entity, root_id)
    title = next((str(found[name]) for name in _TITLES if found.get(name)), "")
    return About(entity, root_id, title=title, organisation=title if entity == "organisation" else "")


def stands(conn: Connection, row: Record) -> Any:  # noqa: ANN401 - plain JSON
    """What the contested field has now, in plain values; None where its row is gone."""
    found = find_row(conn, by_name()[row["entity"]], row["entity_id"])
    if found is None:
        return None
    field, _, part = row["field"].partition(".")
    value = plain(found[_COLUMNS.get(field, field)])
    return value.get(part) if part and isinstance(value, Mapping) else value


def keeps_both(row: Record) -> bool:
    """Whether both values of a field can be kept: of texts that are more than a name."""
    return is_written(row) and isinstance(row["theirs"], str) and isinstance(row["mine"], str)


def is_written(row: Record) -> bool:
    """Whether the field is one that people write in, so that changes of several can stand in it together."""
    field, _, part = row["field"].partition(".")
    column = by_name()[row["entity"]].c.get(field)
    return bool(part) or (column is not None and column.info.get("merge") == "text")


def _together(row: Record) -> tuple[str, str, str, str]:
    # Settled ones stand together as they were settled, so that they are taken back together.
    settled = row["settled_at"].isoformat() if row["settled_at"] else ""
    return str(row["root_id"]), str(row["mine_by"]), settled, str(row["settled_by"] or "")


def _matter(conn: Connection, desk: Desk, rows: list[Record]) -> Contested:
    first = rows[0]
    latest = max(rows, key=lambda row: row["mine_at"])
    theirs = max((row for row in rows if row["theirs_at"]), key=lambda row: row["theirs_at"], default=first)
    reader = reader_of(conn, desk, first["root_entity"], first["root_id"])
    key = "conflict" if first["state"] == "open" else f"settled:{first['settled_at'].isoformat()}"
    mine_here = first["mine_by"] == desk.actor
    return Contested(
        key=f"{key}:{first['root_id']}:{first['mine_by']}",
        about=about(conn, first["root_entity"], first["root_id"]),
        mine_here=mine_here,
        mine_id=first["mine_by"],
        mine_by=reader.name_of("owner_id", first["mine_by"]),
        mine_at=latest["mine_at"],
        theirs_id=theirs["theirs_by"],
        theirs_by=reader.name_of("owner_id", theirs["theirs_by"]),
        theirs_at=theirs["theirs_at"],
        fields=tuple(_field(reader, row) for row in sorted(rows, key=_in_order)),
        settled_by=reader.name_of("owner_id", first["settled_by"]),
        settled_at=first["settled_at"],
        undo_until=first["settled_at"] + UNDO_WITHIN if first["settled_at"] else None,
        apart=apart.stretch_with(conn, latest["mine_at"]) if mine_here else None,
    )


_ORDER = ("stage", "severity_verified", "severity_claimed", "owner", "title")


def _in_order(row: Record) -> tuple[int, int]:
    place = _ORDER.index(row["field"]) if row["field"] in _ORDER else len(_ORDER)
    return place, row["row"]


def _field(reader: Reader, row: Record) -> ContestedField:
    field = row["field"]
    current = stands(reader.conn, row) if row["state"] == "open" else row["theirs"]
    return ContestedField(
        id=row["id"],
        field=field,
        act=row["act"],
        base=reader.said(field, row["base"]),
        theirs=reader.said(field, row["theirs"]),
        mine=reader.said(field, row["mine"]),
        now=reader.said(field, current),
        both=keeps_both(row),
        state=row["state"],
    )


# ---------------------------------------------------------------- what values are called


def _written(value: object) -> str:
    if isinstance(value, Mapping):
        return "\n".join(f"{name}: {each}" for name, each in value.items())
    if isinstance(value, list) and all(isinstance(each, Mapping) for each in value):
        return "\n".join(" · ".join(str(part) for part in each.values() if part) for each in value)
    return ", ".join(str(each) for each in value) if isinstance(value, list) else str(value)


def reader_of(conn: Connection, desk: Desk, entity: str, root_id: UUID) -> Reader:
    """A reader of the values of one aggregate; of a case with the names that its policy gives."""
    row = find_row(conn, CASE, root_id) if entity == Entity.CASE.value else None
    policy = None
    if row is not None:
        try:
            policy = desk.policies.version(row["policy_code"], row["policy_version"])
        except KnownError:
            policy = None
    return Reader(conn, policy, desk.language)


@dataclass(frozen=True, slots=True)
class Reader:
    """Says values in words, in one language."""

    conn: Connection
    policy: Policy | None
    language: str

    def said(self, field: str, value: object) -> Said:
        """A plain value as people read it; empty for none."""
        if value is None or value in ("", [], {}):
            return Said("")
        if field == "stage":
            return self._stage(str(value))
        if field.startswith("severity_"):
            return self._severity(str(value))
        column = _COLUMNS.get(field, field)
        if column in _NAMED_BY:
            return Said(self.name_of(column, UUID(str(value))))
        return Said(_written(value))

    def name_of(self, column: str, row_id: UUID | None) -> str:
        """What a person or thing is called; empty where it is not on this desk."""
        if row_id is None:
            return ""
        table = _NAMED_BY[column]
        name: str | None = self.conn.scalar(select(table.c.name).where(table.c.id == row_id))
        return name or ""

    def _stage(self, stage_id: str) -> Said:
        stage = self.policy.stage_called(stage_id) if self.policy else None
        return Said(stage.name.in_language(self.language), look=stage.look) if stage else Said(stage_id)

    def _severity(self, code: str) -> Said:
        severity = self.policy.severity(code) if self.policy else None
        if severity is None:
            return Said(code)
        return Said(f"{severity.code} {severity.name.in_language(self.language)}", rank=severity.rank)
