"""Keeps the search index true: what a transaction changed is indexed anew before it ends; searching is next door."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from supportdesk.store import facets
from supportdesk.store.case_numbers import FORMER_NUMBER
from supportdesk.store.driving import execute, execute_many, fetch, marks
from supportdesk.store.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_BATCH = 500

_CASES = """
    SELECT c.row, c.number, c.source_number, json_extract(c.extra, '$."{former}"'), c.title, o.name, o.client_code,
        p.name, c.template, c.merged_into IS NOT NULL, c.open, c.needs_answer, c.attachments > 0, c.policy_code,
        c.channel, coalesce(c.severity_verified, c.severity_claimed), c.severity_rank, c.stage, c.stage_kind,
        c.due_state, c.area, c.resolution, c.owner_id, c.organisation_id, c.contact_id, c.branch_id, c.product_id
    FROM "case" AS c
    LEFT JOIN organisation AS o ON o.id = c.organisation_id
    LEFT JOIN contact AS p ON p.id = c.contact_id
    WHERE c.row IN ({marks})
"""
_BODIES = """
    SELECT c.row, e.body FROM "case" AS c JOIN entry AS e ON e.case_id = c.id
    WHERE c.row IN ({marks}) AND e.body IS NOT NULL ORDER BY c.row, e.at, e.row
"""
_WITH_VISIT = """
    SELECT c.row FROM "case" AS c
    WHERE c.row IN ({marks}) AND EXISTS (SELECT 1 FROM visit_case WHERE case_id = c.id AND NOT deleted)
"""
_WITH_REMOTE = """
    SELECT c.row FROM "case" AS c
    WHERE c.row IN ({marks}) AND EXISTS (SELECT 1 FROM remote_session WHERE case_id = c.id)
"""
_PLAIN_DOCUMENTS = {
    "organisation": (
        "organisation_search (rowid, name, other)",
        """SELECT row, name, coalesce(client_code, '') || ' ' || coalesce(kind, '') || ' ' || coalesce(region, '')
        FROM organisation WHERE row IN ({marks}) AND NOT deleted""",
    ),
    "contact": (
        "contact_search (rowid, name, other)",
        """SELECT row, name, coalesce(email, '') || ' ' || coalesce(phone, '') || ' ' || coalesce(role, '')
        FROM contact WHERE row IN ({marks}) AND NOT deleted""",
    ),
    "article": (
        "article_search (rowid, number, title, body)",
        "SELECT row, number, title, body FROM article WHERE row IN ({marks}) AND NOT deleted",
    ),
}


def index_changes(conn: Connection) -> None:
    """Index what this transaction has changed; `Store.write` calls it before it commits.

    A file that has no tables yet has nothing to index.
    """
    if not fetch(conn, "SELECT 1 FROM sqlite_schema WHERE name = 'search_pending'"):
        return
    rows_by_kind: dict[str, list[int]] = defaultdict(list)
    for kind, row in fetch(conn, "SELECT kind, row FROM search_pending ORDER BY kind, row"):
        rows_by_kind[kind].append(row)
    if not rows_by_kind:
        return
    for kind, rows in rows_by_kind.items():
        for start in range(0, len(rows), _BATCH):
            batch = rows[start : start + _BATCH]
            if kind == "case":
                _index_cases(conn, batch)
            else:
                _index_plain(conn, kind, batch)
    execute(conn, "DELETE FROM search_pending")
    # What a search has found may be another list now, though no row has moved.
    execute(conn, "INSERT INTO list_change (n) SELECT coalesce(max(n), 0) + 1 FROM list_change")


def index_everything(conn: Connection) -> None:
    """Ask for every document to be made anew at the end of this transaction."""
    for kind, table in (("case", '"case"'), *((kind, kind) for kind in _PLAIN_DOCUMENTS)):
        conn.exec_driver_sql(
            f"INSERT OR IGNORE INTO search_pending (kind, row) SELECT '{kind}', row FROM {table}"
        )


def _index_cases(conn: Connection, rows: Sequence[int]) -> None:
    in_rows = marks(len(rows))
    bodies: dict[int, list[str]] = defaultdict(list)
    for row, body in fetch(conn, _BODIES.format(marks=in_rows), rows):
        bodies[row].append(body)
    visited = {row for (row,) in fetch(conn, _WITH_VISIT.format(marks=in_rows), rows)}
    remote = {row for (row,) in fetch(conn, _WITH_REMOTE.format(marks=in_rows), rows)}
    documents = []
    for case in fetch(conn, _CASES.format(marks=in_rows, former=FORMER_NUMBER), rows):
        row = case[0]
        marked = [facets.VISIT] * (row in visited) + [facets.REMOTE] * (row in remote)
        documents.append(_case_document(case, bodies[row], marked))
    execute_many(conn, "DELETE FROM case_search WHERE rowid = ?", ((row,) for row in rows))
    execute_many(
        conn,
        "INSERT INTO case_search (rowid, number, title, party, body, facets) VALUES (?, ?, ?, ?, ?, ?)",
        documents,
    )


def _case_document(case: tuple[Any, ...], bodies: Iterable[str], marked: Iterable[str]) -> tuple[Any, ...]:
    row, number, source_number, former, title, organisation, client_code, contact, template, *facts = case
    body = "\n".join((*bodies, *_texts(json.loads(template) if template else None)))
    return (
        row,
        fold(f"{number} {_without_zeros(number)} {source_number or ''} {former or ''}"),
        fold(title),
        fold(f"{organisation or ''} {client_code or ''} {contact or ''}"),
        fold(body),
        " ".join((*_facets(facts), *marked)),
    )


def _texts(value: object) -> Iterator[str]:
    """Every text in a JSON value, but for the keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def _without_zeros(number: str) -> str:
    """The number at the end of a case's number as people say it: 4711 of C-2026-004711."""
    digits = number[len(number.rstrip("0123456789")) :]
    return digits.lstrip("0")


def _facets(facts: Sequence[Any]) -> list[str]:
    (
        merged,
        is_open,
        needs_answer,
        files,
        policy,
        channel,
        severity,
        rank,
        stage,
        stage_kind,
        due_state,
        *rest,
    ) = facts
    area, resolution, owner, organisation, contact, branch, product = rest
    words = [
        facets.ANY,
        facets.OPEN if is_open else facets.CLOSED,
        facets.of_value("policy", policy),
        facets.of_value("channel", channel),
        facets.of_value("rank", str(rank)),
        facets.of_value("stage", stage),
        facets.of_value("kind", stage_kind),
        facets.of_value("due", due_state),
    ]
    words += [facets.MERGED] * bool(merged) + [facets.NEEDS_ANSWER] * bool(needs_answer)
    words += [facets.ATTACHMENT] * bool(files) + [facets.UNASSIGNED] * (owner is None)
    values = {"severity": severity, "area": area, "resolution": resolution}
    words += [facets.of_value(kind, value) for kind, value in values.items() if value]
    ids = {
        "owner": owner,
        "client": organisation,
        "contact": contact,
        "branch": branch,
        "product": product,
    }
    return words + [facets.of_id(kind, identity) for kind, identity in ids.items() if identity]


def _index_plain(conn: Connection, kind: str, rows: Sequence[int]) -> None:
    target, source = _PLAIN_DOCUMENTS[kind]
    table = target.split(" ", 1)[0]
    documents = [
        (row, *(fold(text) for text in texts))
        for row, *texts in fetch(conn, source.format(marks=marks(len(rows))), rows)
    ]
    execute_many(conn, f"DELETE FROM {table} WHERE rowid = ?", ((row,) for row in rows))
    if documents:
        execute_many(conn, f"INSERT INTO {target} VALUES ({marks(len(documents[0]))})", documents)
