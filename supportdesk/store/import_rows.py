"""Rows that an import finds or makes beside its cases: what came before, clients, people, teams, runs, mappings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, insert, select, update

from supportdesk.store.insertion import insert_many
from supportdesk.store.tables.desk import IMPORT_ITEM, IMPORT_MAPPING, IMPORT_RUN
from supportdesk.store.tables.people import AGENT, CONTACT, ORGANISATION, TEAM
from supportdesk.store.tables.work import PRODUCT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlalchemy import Connection


def fingerprints(conn: Connection, source: str, numbers: Iterable[str]) -> dict[str, str]:
    """What is here already of these outside numbers: {number: sha256 of what was imported}."""
    rows = conn.execute(
        select(IMPORT_ITEM.c.number, IMPORT_ITEM.c.sha256).where(
            IMPORT_ITEM.c.source == source, IMPORT_ITEM.c.number.in_(list(numbers))
        )
    )
    return {row.number: row.sha256 for row in rows}


def remember(conn: Connection, items: Sequence[Mapping[str, Any]]) -> None:
    """Note what was imported: source, number, case_id, sha256."""
    insert_many(conn, IMPORT_ITEM, items)


def known_parties(conn: Connection, source: str) -> Iterator[tuple[str, str, UUID | None, UUID]]:
    """Clients, people, teams and products to be found again by an import: kind, name, a contact's client, id.

    Clients come by name and by the name they were imported under; the one imported counts, and comes last.
    """
    for table in (ORGANISATION, AGENT, TEAM, PRODUCT):
        for party_id, name in conn.execute(select(table.c.id, table.c.name).where(~table.c.deleted)):
            yield table.name, name, None, party_id
    imported = select(ORGANISATION.c.id, ORGANISATION.c.source_number).where(ORGANISATION.c.source == source)
    for party_id, name in conn.execute(imported):
        yield "organisation", name, None, party_id
    contacts = select(CONTACT.c.id, CONTACT.c.name, CONTACT.c.organisation_id).where(~CONTACT.c.deleted)
    for party_id, name, client in conn.execute(contacts):
        yield "contact", name, client, party_id


def insert_parties(conn: Connection, made: Mapping[str, Sequence[Mapping[str, Any]]]) -> None:
    """Write the clients, people, teams and products that an import brought, by kind."""
    for table in (ORGANISATION, CONTACT, AGENT, TEAM, PRODUCT):
        insert_many(conn, table, made.get(table.name, ()))


def start_run(conn: Connection, run: Mapping[str, Any]) -> None:
    """Note that an import began."""
    conn.execute(insert(IMPORT_RUN).values(**run))


def finish_run(conn: Connection, run_id: UUID, at: datetime, report: Mapping[str, Any]) -> None:
    """Note what an import came to."""
    conn.execute(
        update(IMPORT_RUN).where(IMPORT_RUN.c.id == run_id).values(finished_at=at, report=dict(report))
    )


def unfinished(conn: Connection) -> str | None:
    """The file of an import that was cut short and never done again."""
    again = IMPORT_RUN.alias()
    later = select(again.c.row).where(
        again.c.file_sha256 == IMPORT_RUN.c.file_sha256,
        again.c.row > IMPORT_RUN.c.row,
        again.c.finished_at.is_not(None),
    )
    cut_short = select(IMPORT_RUN.c.file_name).where(IMPORT_RUN.c.finished_at.is_(None), ~later.exists())
    name: str | None = conn.scalar(cut_short.limit(1))
    return name


def save_mapping(conn: Connection, name: str, mapping: Mapping[str, Any]) -> None:
    """Keep a mapping under a name, in place of the one that had it."""
    known = conn.scalar(select(func.count()).where(IMPORT_MAPPING.c.name == name))
    if known:
        conn.execute(
            update(IMPORT_MAPPING).where(IMPORT_MAPPING.c.name == name).values(mapping=dict(mapping))
        )
    else:
        conn.execute(insert(IMPORT_MAPPING).values(name=name, mapping=dict(mapping)))


def saved_mappings(conn: Connection) -> dict[str, Mapping[str, Any]]:
    """Every kept mapping by its name."""
    rows = conn.execute(
        select(IMPORT_MAPPING.c.name, IMPORT_MAPPING.c.mapping).order_by(IMPORT_MAPPING.c.name)
    )
    return {row.name: row.mapping for row in rows}
