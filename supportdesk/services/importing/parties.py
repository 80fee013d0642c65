"""Clients, people, teams and products as an import meets them by name: found again, or made; no case is known here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.services.importing.story import CaseStory
from supportdesk.store import import_rows

_LONGEST_NAME = 200
_LONGEST_KEY = 120
_LONGEST_CODE = 60
_LONGEST_EMAIL = 320

_Key = tuple[str, ...]


def imported_id(source: str, kind: str, key: str, at: datetime) -> UUID:
    """A UUIDv7 that follows from what is imported, so that an import done again after a cut makes the same rows."""
    digest = sha256(f"{source}\0{kind}\0{key}".encode()).digest()
    millis = int(at.timestamp() * 1000) & ((1 << 48) - 1)
    chance = int.from_bytes(digest[:10], "big")
    value = millis << 80 | 0x7 << 76 | (chance >> 68 & 0xFFF) << 64 | 0b10 << 62 | chance & ((1 << 62) - 1)
    return UUID(int=value)


class Parties:
    """Who is known, from one chunk of an import to the next, and who is new and yet to be written.

    Names count without regard to case. Those met with a story that is refused in the end are forgotten again.
    """

    def __init__(
        self, conn: Connection, source: str, policy_code: str, now: datetime, branch: UUID | None = None
    ) -> None:
        self._source = source
        self._branch = branch
        self._policy_code = policy_code
        self._now = now
        self._known: dict[_Key, UUID] = {
            _contact_key(client, name) if kind == "contact" else _key(kind, name): party
            for kind, name, client, party in import_rows.known_parties(conn, source)
        }
        self._new: list[tuple[_Key, dict[str, Any]]] = []

    def agent(self, name: str) -> UUID | None:
        """The agent of this name, if there is one."""
        return self._known.get(_key("agent", name))

    def owner(self, name: str, story: CaseStory) -> UUID | None:
        """The agent of this name; a new one does not work here."""
        return self._named("agent", name, story, active=False, roles=[])

    def team(self, name: str, story: CaseStory) -> UUID | None:
        """The team of this name."""
        return self._named("team", name, story)

    def product(self, story: CaseStory) -> UUID | None:
        """The product that the story names."""
        code = story.product[:_LONGEST_CODE]
        return self._named("product", story.product, story, code=code, policy_code=self._policy_code)

    def organisation(self, story: CaseStory) -> UUID | None:
        """The client that the story names."""
        (_, number) = _key("organisation", story.organisation)
        return self._named(
            "organisation", story.organisation, story,
            policy_code=self._policy_code, source=self._source, source_number=number, branch_id=self._branch,
        )  # fmt: skip

    def contact(self, story: CaseStory, organisation: UUID | None) -> UUID | None:
        """The person who asked; people of one name are told apart by their client."""
        name = story.contact[:_LONGEST_NAME]
        key = _contact_key(organisation, name)
        email = story.contact_email[:_LONGEST_EMAIL] or None
        return self._made(key, name, story, organisation_id=organisation, email=email)

    def mark(self) -> int:
        """A place to go back to with `forget_since`."""
        return len(self._new)

    def forget_since(self, mark: int) -> None:
        """Forget who was new since then."""
        for key, _ in self._new[mark:]:
            del self._known[key]
        del self._new[mark:]

    def write(self, conn: Connection) -> None:
        """Write who is new."""
        rows: Mapping[str, list[Mapping[str, Any]]] = defaultdict(list)
        for (kind, *_), row in self._new:
            rows[kind].append(row)
        import_rows.insert_parties(conn, rows)
        self._new.clear()

    def _named(self, kind: str, name: str, story: CaseStory, **fields: object) -> UUID | None:
        return self._made(_key(kind, name), name[:_LONGEST_NAME], story, **fields)

    def _made(self, key: _Key, name: str, story: CaseStory, **fields: object) -> UUID | None:
        """The id by this key, made if nobody has it; None for no name."""
        if not name:
            return None
        known = self._known.get(key)
        if known is None:
            kind, *rest = key
            known = self._known[key] = imported_id(self._source, kind, "\0".join(rest), story.logged_at)
            self._new.append((key, {"id": known, "name": name, "updated_at": self._now, **fields}))
        return known


def _key(kind: str, name: str) -> tuple[str, str]:
    return kind, name.casefold()[:_LONGEST_KEY]


def _contact_key(organisation: UUID | None, name: str) -> _Key:
    return "contact", str(organisation), name.casefold()
