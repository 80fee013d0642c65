"""Writes the stories of an import as the rows that the same events would have left here, many in one transaction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.domain.case_events import EventKind
from supportdesk.domain.words import EntryKind
from supportdesk.rules.case_machine import advance, begin
from supportdesk.rules.case_state import CaseState, Refusal
from supportdesk.services.importing.story import CaseStory, Refused, StoryEntry
from supportdesk.services.policies import PolicyBook
from supportdesk.services.rules_in_force import Rules, rules_now
from supportdesk.services.work import derived_id
from supportdesk.store import case_numbers, import_rows
from supportdesk.store.case_event_codec import event_value
from supportdesk.store.case_rows import CaseInsert, insert_cases, insert_entries

_HIGHEST = 4095


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
        entries: list[dict[str, Any]] = []
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

    def _tell(self, story: CaseStory, rules: Rules) -> tuple[CaseInsert, list[dict[str, Any]]] | Refused:
        """One story as rows; refused where the rules can't make sense of it."""
        case_id = imported_id(self._source, "case", story.number, story.logged_at)
        organisation = self._organisation(story)
        contact = self._contact(story, organisation)
        entries: list[dict[str, Any]] = []
        state: CaseState | None = None
        for ordinal, told in enumerate(story.entries):
            entry = self._own(story, told)
            folded = self._fold(state, entry, story, rules)
            if isinstance(folded, Refusal):
                return Refused(story.line, story.number, f"{folded.reason} ({folded.rule})")
            state = folded
            entries.append(self._entry(entry, case_id, contact, rules, min(ordinal, _HIGHEST)))
        if state is None:
            return Refused(story.line, story.number, "it tells of nothing that happened")
        by_client = [entry.at for entry in story.entries if entry.kind is EntryKind.CLIENT]
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
            "last_activity_at": max(entry.at for entry in story.entries),
            "last_client_at": max(by_client, default=None),
        }
        return CaseInsert(case_id, fields, state, rules.policy, self._now), entries

    def _fold(
        self, state: CaseState | None, entry: StoryEntry, story: CaseStory, rules: Rules
    ) -> CaseState | Refusal | None:
        if entry.event is None:
            return state
        if state is None:
            logged = replace(entry.event, to=story.severity)
            return begin(rules.policy, logged, severity_claimed=story.severity, after_hours=rules.after_hours)
        step = advance(rules.policy, state, entry.event)
        return step if isinstance(step, Refusal) else step.state

    def _own(self, story: CaseStory, entry: StoryEntry) -> StoryEntry:
        """The entry with names turned into ids of this desk."""
        if entry.kind is EntryKind.ASSIGNED and entry.event is not None:
            owner = str(self._party("agent", entry.event.to or "", story.logged_at, active=False, roles=[]))
            before = entry.data.get("from")
            previous = str(self._known_party("agent", before)) if before else None
            event = replace(entry.event, to=owner)
            return replace(entry, data={"from": previous, "to": owner}, event=event)
        if "fields" in entry.data and "team" in entry.data["fields"]:
            teams = [self._party("team", name, story.logged_at) for name in entry.data["fields"]["team"]]
            plain = [None if team is None else str(team) for team in teams]
            return replace(entry, data={**entry.data, "fields": {"team_id": plain}})
        if entry.event is not None and entry.event.kind is EventKind.LOGGED:
            return replace(entry, event=replace(entry.event, to=story.severity))
        return entry

    def _entry(
        self, entry: StoryEntry, case_id: UUID, contact: UUID | None, rules: Rules, ordinal: int
    ) -> dict[str, Any]:
        data: dict[str, Any] = dict(entry.data)
        author = self._known_party("agent", entry.author) if entry.author else None
        if entry.author and author is None:
            data["author"] = entry.author
        if entry.kind is EntryKind.LOGGED:
            data["rules"] = rules.recorded()
        return {
            "id": derived_id(case_id, ordinal),
            "case_id": case_id,
            "at": entry.at,
            "kind": entry.kind.value,
            "public": entry.public,
            "author_id": author,
            "contact_id": contact if entry.from_client else None,
            "body": entry.body or None,
            "data": data or None,
            "event": event_value(entry.event) if entry.event else None,
            "updated_at": self._now,
        }

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

    def _known_party(self, kind: str, name: str) -> UUID | None:
        return self._parties.get((kind, name.casefold()))

    def _make(self, kind: str, key: tuple[str, ...], made: UUID, **fields: object) -> None:
        self._parties[key] = made
        self._made[kind].append({"id": made, "updated_at": self._now, **fields})
