"""Writes the stories of an import as the rows that the same events would have left here, many in one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.domain.case_events import EventKind
from supportdesk.domain.words import Cover, EntryKind
from supportdesk.rules.cases.state import Refusal
from supportdesk.services.cases.telling import ToldLine, logged_data, tell
from supportdesk.services.importing.parties import Parties, imported_id
from supportdesk.services.importing.story import CaseStory, Refused, StoryEntry
from supportdesk.services.in_hand.case_in_hand import Line
from supportdesk.services.in_hand.entitling import judge
from supportdesk.services.in_hand.rules_in_force import Rules, policy_now, rules_now
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.store import case_numbers, import_rows
from supportdesk.store.case_rows import CaseInsert, insert_cases, insert_entries
from supportdesk.store.synced_rows import find_row
from supportdesk.store.tables.people import ORGANISATION

__all__ = ["StoryWriter", "Written", "imported_id"]

_DIFFERS = "it is here already and the file tells it otherwise now; it was left as it is"


@dataclass(frozen=True, slots=True)
class Written:
    """What writing some stories came to. `differs` are cases that are here already but were told otherwise."""

    new: int
    unchanged: int
    differs: tuple[Refused, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class _Terms:
    """What a client's cases come under, as one logged now would: rules, cover, the branch that serves it, language."""

    rules: Rules
    fields: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Told:
    """One story as rows."""

    story: CaseStory
    case: CaseInsert
    entries: Sequence[Mapping[str, Any]]


class StoryWriter:
    """Writes stories in chunks; what it has learned of clients and people it keeps from one chunk to the next.

    Each chunk is written inside a transaction of the caller's. A writer whose transaction failed is of no more use.
    On a desk of a hub cases are numbered `provisional`ly, and clients that come are those of the `branch`.
    """

    def __init__(
        self,
        conn: Connection,
        source: str,
        policies: PolicyBook,
        policy_code: str,
        now: datetime,
        *,
        branch: UUID | None = None,
        provisional: bool = False,
    ) -> None:
        self._source = source
        self._now = now
        self._policies = policies
        self._policy_code = policy_code
        self._branch = branch
        self._provisional = provisional
        self._parties = Parties(conn, source, policy_code, now, branch)
        self._terms: dict[UUID | None, _Terms] = {}

    def write(self, conn: Connection, stories: Sequence[CaseStory]) -> Written:
        """Write those that are not here yet."""
        here = import_rows.fingerprints(conn, self._source, (story.number for story in stories))
        fresh: list[CaseStory] = []
        differs: list[Refused] = []
        for story in stories:
            if story.number not in here:
                here[story.number] = story.mark
                fresh.append(story)
            elif here[story.number] != story.mark:
                differs.append(Refused(story.line, story.number, _DIFFERS))
        told = [self._tell(conn, story) for story in fresh]
        written = [each for each in told if isinstance(each, _Told)]
        self._insert(conn, written)
        refused = tuple(each for each in told if isinstance(each, Refused))
        unchanged = len(stories) - len(fresh) - len(differs)
        return Written(len(written), unchanged, tuple(differs), refused)

    def _insert(self, conn: Connection, told: Sequence[_Told]) -> None:
        self._parties.write(conn)
        numbers = self._numbers(conn, told)
        cases = [
            replace(each.case, fields={**each.case.fields, "number": number})
            for each, number in zip(told, numbers, strict=True)
        ]
        insert_cases(conn, cases)
        insert_entries(conn, [entry for each in told for entry in each.entries])
        items = [
            {
                "source": self._source,
                "number": each.story.number,
                "case_id": each.case.id,
                "sha256": each.story.mark,
            }
            for each in told
        ]
        import_rows.remember(conn, items)

    def _numbers(self, conn: Connection, told: Sequence[_Told]) -> list[str]:
        if self._provisional:
            return case_numbers.provisional_numbers(conn, [each.case.id for each in told])
        years = [each.case.policy.calendar.local(each.story.logged_at).year for each in told]
        return case_numbers.next_case_numbers(conn, years)

    def _tell(self, conn: Connection, story: CaseStory) -> _Told | Refused:
        """One story as rows; refused where the rules can't make sense of it."""
        before = self._parties.mark()
        case_id = imported_id(self._source, "case", story.number, story.logged_at)
        organisation = self._parties.organisation(story)
        contact = self._parties.contact(story, organisation)
        terms = self._terms_of(conn, organisation)
        if story.owner:
            self._parties.owner(story.owner, story)
        lines = [self._line(story, entry, contact, terms) for entry in story.entries]
        told = tell(case_id, terms.rules, lines, written_at=self._now)
        if isinstance(told, Refusal):
            self._parties.forget_since(before)
            return Refused(story.line, story.number, f"{told.reason} ({told.rule})")
        fields = {
            "title": story.title,
            "organisation_id": organisation,
            "contact_id": contact,
            "team_id": self._parties.team(story.team, story),
            "product_id": self._parties.product(story),
            "channel": story.channel.value,
            "extra": dict(story.extra) or None,
            "source": self._source,
            "source_number": story.number,
            **terms.fields,
            "last_activity_at": told.last_activity_at,
            "last_client_at": told.last_client_at,
        }
        return _Told(
            story, CaseInsert(case_id, fields, told.state, terms.rules.policy, self._now), told.entries
        )

    def _terms_of(self, conn: Connection, organisation_id: UUID | None) -> _Terms:
        """The terms of a client; of one that comes with the import nothing is known but the policy."""
        known = self._terms.get(organisation_id)
        if known is not None:
            return known
        client = find_row(conn, ORGANISATION, organisation_id) if organisation_id else None
        branch_id = client["branch_id"] if client is not None else self._branch
        policy = policy_now(
            conn, self._policies, policy_code=self._policy_code, branch_id=branch_id, at=self._now
        )
        judged = judge(conn, policy, organisation_id, self._now) if client is not None else None
        rules = rules_now(
            conn,
            self._policies,
            policy_code=self._policy_code,
            branch_id=branch_id,
            plan_id=judged.plan if judged else None,
            at=self._now,
        )
        fields = {
            "plan_id": rules.plan_id,
            "branch_id": branch_id,
            "language": client["language"] if client is not None else None,
            "cover": judged.cover.value if judged else Cover.NONE.value,
        }
        terms = self._terms[organisation_id] = _Terms(rules, fields)
        return terms

    def _line(self, story: CaseStory, entry: StoryEntry, contact: UUID | None, terms: _Terms) -> ToldLine:
        """The entry with names turned into ids of this desk."""
        event, data = entry.event, entry.data
        author = self._parties.agent(entry.author) if entry.author else None
        if entry.author and author is None:
            data = {**data, "author": entry.author}
        if event is None:
            if "team" in data.get("fields", ()):
                before, after = (self._parties.team(name, story) for name in data["fields"]["team"])
                data = {**data, "fields": {"team_id": [before, after]}}
        elif event.kind is EventKind.LOGGED:
            event = replace(event, to=story.severity)
            data = {**data, **logged_data(terms.rules, story.severity, cover=terms.fields["cover"])}
        elif event.kind is EventKind.ASSIGNED:
            event = replace(event, to=str(self._parties.owner(event.to or "", story)))
        line = Line(
            entry.kind,
            body=entry.body or None,
            data=data,
            channel=story.channel if entry.kind is EntryKind.LOGGED else None,
            contact_id=contact if entry.from_client else None,
            by_client=entry.from_client,
        )
        return ToldLine(entry.at, line, author, event)
