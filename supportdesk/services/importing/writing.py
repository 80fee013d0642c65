"""Writes the stories of an import as the rows that the same events would have left here, many in one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.domain.case_events import EventKind
from supportdesk.domain.words import EntryKind
from supportdesk.rules.case_state import Refusal
from supportdesk.services.case_in_hand import Line
from supportdesk.services.importing.story import CaseStory, Refused, StoryEntry
from supportdesk.services.policies import PolicyBook
from supportdesk.services.rules_in_force import Rules, rules_now
from supportdesk.services.telling import ToldLine, logged_data, tell
from supportdesk.store import case_numbers, import_rows
from supportdesk.store.case_rows import CaseInsert, insert_cases, insert_entries


def imported_id(source: str, kind: str, key: str, at: datetime) -> UUID:
    """A UUIDv7 that follows from what is imported, so that an import done again after a cut makes the same rows."""
    digest = sha256(f"{source}\0{kind}\0{key}".encode()).digest()
    millis = int(at.timestamp() * 1000) & ((1 << 48) - 1)
    chance = int.from_bytes(digest[:10], "big")
    value = millis << 80 | 0x7 << 76 | (chance >> 68 & 0xFFF) << 64 | 0b10 << 62 | chance & ((1 << 62) - 1)
    return UUID(int=value)


def fingerprint(story: CaseStory) -> str:
    """What the file says of a case, as a hash; where in the file it stands does not count."""
    return sha256(repr(replace(story, line=0)).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Written:
    """What writing some stories came to. `differs` are cases that are here already but were told otherwise."""

    new: int
    unchanged: int
    differs: tuple[Refused, ...]
    refused: tuple[Refused, ...]


class StoryWriter:
    """Writes stories in chunks; what it has learned of clients and people it keeps from one chunk to the next."""

    def __init__(self, source: str, policies: PolicyBook, policy_code: str, now: datetime) -> None:
        self._source = source
        self._policies = policies
        self._policy_code = policy_code
        self._now = now
        self._parties: dict[tuple[str, ...], UUID] = {}
        self._learned = False
        self._made: dict[str, list[dict[str, Any]]] = defaultdict(list)

    def write(self, conn: Connection, stories: Sequence[CaseStory]) -> Written:
        """Write those that are not here yet, inside the caller's transaction."""
        if not self._learned:
            self._parties = import_rows.known_parties(conn, self._source)
            self._learned = True
        before = dict(self._parties)
        try:
            return self._write(conn, stories)
        except BaseException:
            # The caller's transaction takes back what was made, so it is not known any more.
            self._parties, self._made = before, defaultdict(list)
            raise

    def _write(self, conn: Connection, stories: Sequence[CaseStory]) -> Written:
        here = import_rows.fingerprints(conn, self._source, (story.number for story in stories))
        fresh: list[CaseStory] = []
        differs, refused = [], []
        unchanged = 0
        for story in stories:
            known = here.get(story.number)
            mark = fingerprint(story)
            if known is None:
                fresh.append(story)
                here[story.number] = mark
            elif known == mark:
                unchanged += 1
            else:
                why = "it is here already and the file tells it otherwise; it was left as it is"
                differs.append(Refused(story.line, story.number, why))
        rules = rules_now(
            conn, self._policies, policy_code=self._policy_code, branch_id=None, plan_id=None, at=self._now
        )
        cases: list[CaseInsert] = []
        entries: list[Mapping[str, Any]] = []
        items: list[dict[str, Any]] = []
        for story in fresh:
            told = self._tell(story, rules)
            if isinstance(told, Refused):
                refused.append(told)
                continue
            cases.append(told[0])
            entries.extend(told[1])
            items.append(
                {
                    "source": self._source,
                    "number": story.number,
                    "case_id": told[0].id,
                    "sha256": here[story.number],
                }
            )
        import_rows.insert_parties(conn, self._made)
        self._made.clear()
        numbers = case_numbers.next_case_numbers(conn, [case.state.logged_at.year for case in cases])
        insert_cases(
            conn,
            [
                replace(case, fields={**case.fields, "number": number})
                for case, number in zip(cases, numbers, strict=True)
            ],
        )
        insert_entries(conn, entries)
        import_rows.remember(conn, items)
        return Written(len(cases), unchanged, tuple(differs), tuple(refused))

    def _tell(
        self, story: CaseStory, rules: Rules
    ) -> tuple[CaseInsert, Sequence[Mapping[str, Any]]] | Refused:
        """One story as rows; refused where the rules can't make sense of it."""
        case_id = imported_id(self._source, "case", story.number, story.logged_at)
        organisation = self._organisation(story)
        contact = self._contact(story, organisation)
        lines = [self._line(story, entry, contact, rules) for entry in story.entries]
        told = tell(case_id, rules, lines, written_at=self._now)
        if isinstance(told, Refusal):
            return Refused(story.line, story.number, f"{told.reason} ({told.rule})")
        fields = {
            "title": story.title,
            "organisation_id": organisation,
            "contact_id": contact,
            "team_id": self._party("team", story.team, story.logged_at),
            "product_id": self._party(
                "product",
                story.product,
                story.logged_at,
                code=story.product[:60],
                policy_code=self._policy_code,
            ),
            "channel": story.channel.value,
            "extra": dict(story.extra) or None,
            "source": self._source,
            "source_number": story.number,
            "plan_id": rules.plan_id,
            "last_activity_at": told.last_activity_at,
            "last_client_at": told.last_client_at,
        }
        return CaseInsert(case_id, fields, told.state, rules.policy, self._now), told.entries

    def _line(self, story: CaseStory, entry: StoryEntry, contact: UUID | None, rules: Rules) -> ToldLine:
        """The entry with names turned into ids of this desk."""
        event, data = entry.event, dict(entry.data)
        author = self._parties.get(("agent", entry.author.casefold())) if entry.author else None
        if entry.author and author is None:
            data["author"] = entry.author
        if event is not None and event.kind is EventKind.LOGGED:
            event = replace(event, to=story.severity)
            data.update(logged_data(rules, story.severity))
        elif event is not None and event.kind is EventKind.ASSIGNED:
            owner = self._party("agent", event.to or "", story.logged_at, active=False, roles=[])
            event = replace(event, to=str(owner))
            before = data.get("from")
            data.update(
                {"from": self._parties.get(("agent", before.casefold())) if before else None, "to": owner}
            )
        elif "team" in data.get("fields", ()):
            teams = [self._party("team", name, story.logged_at) for name in data["fields"]["team"]]
            data["fields"] = {"team_id": teams}
        line = Line(
            entry.kind,
            body=entry.body or None,
            data=data,
            channel=story.channel if entry.kind is EntryKind.LOGGED else None,
            contact_id=contact if entry.from_client else None,
            by_client=entry.from_client,
        )
        return ToldLine(entry.at, line, author, event)

    def _organisation(self, story: CaseStory) -> UUID | None:
        name = story.organisation
        return self._party(
            "organisation", name, story.logged_at,
            policy_code=self._policy_code, source=self._source, source_number=name.casefold()[:120],
        )  # fmt: skip

    def _contact(self, story: CaseStory, organisation: UUID | None) -> UUID | None:
        if not story.contact:
            return None
        key = ("contact", str(organisation), story.contact.casefold())
        known = self._parties.get(key)
        if known is None:
            known = imported_id(self._source, "contact", "\0".join(key), story.logged_at)
            self._make(
                "contact", key, known,
                name=story.contact, organisation_id=organisation, email=story.contact_email or None,
            )  # fmt: skip
        return known

    def _party(self, kind: str, name: str, at: datetime, **fields: object) -> UUID | None:
        """The id of a client, agent, team or product by its name, made if this desk has none; None for no name."""
        if not name:
            return None
        key = (kind, name.casefold())
        known = self._parties.get(key)
        if known is None:
            known = imported_id(self._source, kind, name.casefold(), at)
            self._make(kind, key, known, name=name, **fields)
        return known

    def _make(self, kind: str, key: tuple[str, ...], made: UUID, **fields: object) -> None:
        self._parties[key] = made
        self._made[kind].append({"id": made, "updated_at": self._now, **fields})
