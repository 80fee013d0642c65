"""Runs searches: cases by conditions, parties and articles by their beginnings, and what is like a text."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from supportdesk.store import facets
from supportdesk.store.driving import fetch, fetch_value, marks
from supportdesk.store.folding import fold
from supportdesk.store.search_conditions import NOTHING_SQL, Condition
from supportdesk.store.search_language import client_code_in
from supportdesk.store.search_names import NameSearch

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

# From so many hits on it is dearer to look each up than to go the other way round.
_FEW_HITS = 300
_FEW_IN_SPAN = 50_000

# The order in which each index of the tables is walked, and what else it asks of a case.
_DRIVERS = {
    "ix_case_queue_deadline": ("c.open AND c.merged_into IS NULL", "c.due_sort, c.row"),
    "ix_case_client_word": ("c.open AND c.merged_into IS NULL", "c.last_client_at DESC, c.row DESC"),
    "ix_case_shown_newest": ("c.merged_into IS NULL", "c.logged_at DESC, c.row DESC"),
    "ix_case_shown_activity": ("c.merged_into IS NULL", "c.last_activity_at DESC, c.row DESC"),
    "ix_case_closed": ("c.closed_at IS NOT NULL", "c.closed_at DESC, c.row DESC"),
}
_MERGED_SQL = "c.merged_into IS NOT NULL"

# A word in more documents than this says little of what a text is about.
_TELLING_IN_AT_MOST = 1_500
_TELLING_WORDS = 8
_WORDS_LOOKED_AT = 32
_SHORTEST_TELLING = 3
_WORD = re.compile(r"\w+")


def find_rows(conn: Connection, conditions: Sequence[Condition], limit: int) -> list[int]:
    """The row numbers of at most `limit` cases that fit all conditions.

    Newest rows first; by their own instant where only spans of time are asked for.
    """
    if any(condition.sql == NOTHING_SQL and not condition.negated for condition in conditions):
        return []
    spans = [condition for condition in conditions if not condition.match]
    words = [condition for condition in conditions if not condition.sql]
    driver = next((condition.driver for condition in spans if condition.driver), "")
    if not spans:
        return _from_index(conn, conditions, limit)
    if driver and not words:
        return _from_tables(conn, driver, conditions, limit)
    return _from_both(conn, driver, conditions, limit)


def ranked(conn: Connection, conditions: Sequence[Condition], rows: Sequence[int]) -> list[int]:
    """The same rows, best first: by how often and where the words stand. Meant for a few hundred rows."""
    found = fetch(
        conn,
        "SELECT rowid FROM case_search WHERE case_search MATCH ? ORDER BY bm25(case_search, 10, 6, 4, 1, 0)",
        (_match(conditions),),
    )
    wanted = set(rows)
    return [row for (row,) in found if row in wanted]


def find_parties(conn: Connection, kind: str, text: str, limit: int) -> tuple[UUID, ...]:
    """The ids of organisations or contacts (`kind`: organisation, contact) with words that begin so; best first."""
    return _find_documents(conn, kind, text, limit, weights="10, 1")


def find_articles(conn: Connection, text: str, limit: int) -> tuple[UUID, ...]:
    """The ids of articles with words that begin so; best first."""
    return _find_documents(conn, "article", text, limit, weights="20, 10, 1")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Something that speaks of the same; `share`, from 0 to 1, is how much of what the text says stands there."""

    id: UUID
    share: float


def similar_cases(conn: Connection, text: str, limit: int) -> tuple[Likeness, ...]:
    """Cases whose words are most like the text's, the rare words weighing most."""
    return _similar(conn, "case", text, limit)


def similar_articles(conn: Connection, text: str, limit: int) -> tuple[Likeness, ...]:
    """Articles whose words are most like the text's, the rare words weighing most."""
    return _similar(conn, "article", text, limit)


def without_pin(conn: Connection, text: str) -> str:
    """The text of a search with the PIN of every support code taken out, for whoever keeps it (SAP-1)."""
    names = NameSearch(conn, {})

    def kept(found: re.Match[str]) -> str:
        code = client_code_in(fold(found.group()))
        return code if code and names.clients_by_code(code) else found.group()

    return re.sub(r"[^\W_][\w-]*(?:[ -]+[0-9]{5}(?![0-9\w]))?", kept, text)


def _from_index(conn: Connection, conditions: Sequence[Condition], limit: int) -> list[int]:
    sql = "SELECT rowid FROM case_search WHERE case_search MATCH ? ORDER BY rowid DESC LIMIT ?"
    return [row for (row,) in fetch(conn, sql, (_match(conditions), limit))]


def _from_tables(conn: Connection, driver: str, conditions: Iterable[Condition], limit: int) -> list[int]:
    said = [condition for condition in conditions if condition.sql]
    fixed, order = _DRIVERS[driver]
    # The indexes leave merged cases out, so a search for those can't use them.
    merged_wanted = any(condition.sql == _MERGED_SQL and not condition.negated for condition in said)
    where, parameters = _where(condition for condition in said if condition.sql != _MERGED_SQL)
    index = "" if merged_wanted else f" INDEXED BY {driver}"
    merged = _MERGED_SQL if merged_wanted else "c.merged_into IS NULL"
    fixed = "1" if merged_wanted else fixed
    sql = f'SELECT c.row FROM "case" AS c{index} WHERE {fixed} AND {merged} AND {where} ORDER BY {order} LIMIT ?'
    return [row for (row,) in fetch(conn, sql, (*parameters, limit))]


def _from_both(conn: Connection, driver: str, conditions: Sequence[Condition], limit: int) -> list[int]:
    """Few hits are looked up one by one; many are matched with the rows of the span, if those are fewer."""
    spans = [condition for condition in conditions if not condition.match]
    hints = {condition.hint for condition in spans if condition.hint}
    indexed = [condition for condition in conditions if condition.match]
    indexed += [Condition(hint) for hint in sorted(hints)]
    if driver and len(_from_index(conn, indexed, _FEW_HITS + 1)) > _FEW_HITS:
        in_span = _from_tables(conn, driver, spans, _FEW_IN_SPAN + 1)
        if not in_span:
            return []
        if len(in_span) <= _FEW_IN_SPAN:
            sql = "SELECT rowid FROM case_search WHERE case_search MATCH ? AND rowid BETWEEN ? AND ?"
            hits = {row for (row,) in fetch(conn, sql, (_match(indexed), min(in_span), max(in_span)))}
            return sorted(hits.intersection(in_span), reverse=True)[:limit]
    where, parameters = _where(spans)
    sql = (
        'SELECT c.row FROM case_search AS s CROSS JOIN "case" AS c ON c.row = s.rowid '
        f"WHERE s.case_search MATCH ? AND {where} ORDER BY s.rowid DESC LIMIT ?"
    )
    return [row for (row,) in fetch(conn, sql, (_match(indexed), *parameters, limit))]


def _match(conditions: Iterable[Condition]) -> str:
    """The index's query for all conditions; what must not be there needs something that must."""
    wanted = [condition.match for condition in conditions if condition.match and not condition.negated]
    unwanted = [condition.match for condition in conditions if condition.match and condition.negated]
    query = " AND ".join(wanted or (facets.quoted(facets.ANY),))
    return f"({query}) NOT ({' OR '.join(unwanted)})" if unwanted else query


def _where(conditions: Iterable[Condition]) -> tuple[str, tuple[Any, ...]]:
    parts = []
    parameters: list[Any] = []
    for condition in conditions:
        parts.append(f"({condition.sql}) IS NOT TRUE" if condition.negated else f"({condition.sql})")
        parameters += condition.parameters
    return " AND ".join(parts) or "1", tuple(parameters)


def _find_documents(conn: Connection, kind: str, text: str, limit: int, *, weights: str) -> tuple[UUID, ...]:
    words = facets.all_beginnings(fold(text))
    if not words:
        return ()
    sql = (
        f"SELECT t.id FROM {kind}_search AS s CROSS JOIN {kind} AS t ON t.row = s.rowid "
        f"WHERE s.{kind}_search MATCH ? ORDER BY bm25({kind}_search, {weights}) LIMIT ?"
    )
    return tuple(UUID(bytes=identity) for (identity,) in fetch(conn, sql, (words, limit)))


def _similar(conn: Connection, kind: str, text: str, limit: int) -> tuple[Likeness, ...]:
    rows_by_word = _telling_words(conn, kind, text)
    if not rows_by_word:
        return ()
    every = fetch_value(conn, f'SELECT max(row) FROM "{kind}"')
    weights = {word: math.log1p(every / len(rows)) for word, rows in rows_by_word.items()}
    sums: dict[int, float] = defaultdict(float)
    for word, rows in rows_by_word.items():
        for row in rows:
            sums[row] += weights[word]
    best = sorted(sums, key=lambda row: (-sums[row], -row))[:limit]
    found = fetch(conn, f'SELECT row, id FROM "{kind}" WHERE row IN ({marks(len(best))})', best)
    ids = {row: UUID(bytes=identity) for row, identity in found}
    whole = sum(weights.values())
    return tuple(Likeness(ids[row], sums[row] / whole) for row in best if row in ids)


def _telling_words(conn: Connection, kind: str, text: str) -> dict[str, list[int]]:
    """The rarest words of a text that stand in some document, each with the documents' rows."""
    words = {word for word in _WORD.findall(fold(text)) if len(word) >= _SHORTEST_TELLING}
    sql = f"SELECT rowid FROM {kind}_search WHERE {kind}_search MATCH ? LIMIT ?"
    found: dict[str, list[int]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word))[:_WORDS_LOOKED_AT]:
        rows = [row for (row,) in fetch(conn, sql, (facets.quoted(word), _TELLING_IN_AT_MOST + 1))]
        if 0 < len(rows) <= _TELLING_IN_AT_MOST:
            found[word] = rows
    rarest = sorted(found, key=lambda word: (len(found[word]), word))[:_TELLING_WORDS]
    return {word: found[word] for word in rarest}
