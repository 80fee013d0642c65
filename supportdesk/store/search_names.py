"""Finds what a search calls by name: clients, people, branches, products, and the policies' stages and severities."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from supportdesk.domain.words import Channel
from supportdesk.store import facets
from supportdesk.store.driving import fetch
from supportdesk.store.folding import fold
from supportdesk.store.search_terms import Field

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

# A name that fits more clients or contacts than this is too short to mean anybody.
_MOST_PARTIES = 200

_LENGTH_OF_AN_ID = 36

_FEW = {Field.OWNER: "agent", Field.BRANCH: "branch", Field.PRODUCT: "product"}
_MANY = {Field.CLIENT: "organisation", Field.CONTACT: "contact"}
_CHANNELS = {channel.value: frozenset({channel.value}) for channel in Channel}


class NameSearch:
    """Looks names up in one snapshot. `problem` is the first sentence about a name that fits nothing."""

    def __init__(self, conn: Connection, names: Mapping[Field, Mapping[str, frozenset[str]]]) -> None:
        self._conn = conn
        self._names = {Field.CHANNEL: _CHANNELS, **names}
        self.problem = ""

    def values(self, field: Field, asked: Iterable[str]) -> set[str]:
        """The values of a field that are called so, in full or by the beginnings of their words."""
        names = self._names.get(field)
        if names is None:
            return set(asked)
        found: set[str] = set()
        for value in asked:
            exact = names.get(value)
            fitting = [exact] if exact else [ids for name, ids in names.items() if fits(name, value)]
            if not fitting:
                self._fits_nothing(field, value)
            found.update(*fitting)
        return found

    def ids(self, field: Field, asked: Iterable[str]) -> set[bytes]:
        """The ids of the people or things that are called so; an id itself means the one that has it."""
        found: set[bytes] = set()
        for value in asked:
            ids = _id_itself(value) or (
                self._parties(field, value) if field in _MANY else self._few(field, value)
            )
            if not ids:
                self._fits_nothing(field, value)
            found |= ids
        return found

    def clients_by_code(self, client_code: str) -> set[bytes]:
        """The organisations with this client code; more than one only where the data are at odds."""
        sql = "SELECT id FROM organisation WHERE client_code = ? AND NOT deleted"
        return {identity for (identity,) in fetch(self._conn, sql, (client_code,))}

    def _few(self, field: Field, value: str) -> set[bytes]:
        rows = fetch(self._conn, f"SELECT id, name FROM {_FEW[field]} WHERE NOT deleted")
        folded = [(identity, fold(name)) for identity, name in rows]
        exact = {identity for identity, name in folded if name == value}
        return exact or {identity for identity, name in folded if fits(name, value)}

    def _parties(self, field: Field, value: str) -> set[bytes]:
        table = _MANY[field]
        words = facets.all_beginnings(value)
        if not words:
            return set()
        sql = f"SELECT rowid FROM {table}_search WHERE {table}_search MATCH ? LIMIT ?"
        rows = [row for (row,) in fetch(self._conn, sql, (words, _MOST_PARTIES))]
        marks = ", ".join("?" for _ in rows)
        found = fetch(self._conn, f"SELECT id, name FROM {table} WHERE row IN ({marks})", rows)
        exact = {identity for identity, name in found if fold(name) == value}
        return exact or {identity for identity, _ in found}

    def _fits_nothing(self, field: Field, value: str) -> None:
        self.problem = self.problem or f"No {field.value} is called “{value}”."


def _id_itself(value: str) -> set[bytes]:
    try:
        return {UUID(value).bytes} if len(value) == _LENGTH_OF_AN_ID else set()
    except ValueError:
        return set()


def fits(name: str, asked: str) -> bool:
    """Whether each word asked for begins a word of the name; both folded."""
    words = name.replace("-", " ").split()
    return bool(asked) and all(any(word.startswith(part) for word in words) for part in asked.split())
