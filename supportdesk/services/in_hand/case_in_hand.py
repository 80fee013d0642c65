"""One case while an operation works on it: events, fields and entries gathered, then written together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, select

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.errors import RuleRefusal
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Ref
from supportdesk.domain.words import PUBLIC_ENTRIES, AgentRole, Channel, EntryKind
from supportdesk.rules.cases.machine import advance
from supportdesk.rules.cases.state import CaseState, Refusal
from supportdesk.services.in_hand.attention import close_item, raise_item
from supportdesk.services.in_hand.history import SPOKEN
from supportdesk.services.in_hand.rules_in_force import Rules, rules_of
from supportdesk.services.operations.plain import plain, plain_mapping
from supportdesk.services.operations.work import Work
from supportdesk.store import history_rows
from supportdesk.store.case_event_codec import event_value
from supportdesk.store.case_rows import insert_entry, load_state, save_state
from supportdesk.store.composed import Composed, Record
from supportdesk.store.tables.cases import ATTENTION

ANSWER_AFTER_CLOSING = "answer_after_closing"
_NEXT = timedelta(microseconds=1)
_WAITING = Composed(
    select(ATTENTION.c.id).where(
        ATTENTION.c.case_id == bindparam("case_id"),
        ATTENTION.c.kind == bindparam("kind"),
        ATTENTION.c.settled_at.is_(None),
    )
)
_ENTITLEMENT_FIELDS = frozenset({"cover", "accepted"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the timeline to be written. `by_client`: its author is the contact, not the agent who typed it."""

    kind: EntryKind
    body: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    channel: Channel | None = None
    contact_id: UUID | None = None
    by_client: bool = False
    by_itself: bool = False  # nobody did it: a scheduler, a policy


class CaseInHand:
    """A case taken up by an operation and put down again when all about it is decided.

    `state` and the fields are what they will be; nothing reaches the database but entries until `put_down`. While
    the case is merged into another, `shown_in` is that one: what is spoken here is heard there too.
    """

    def __init__(self, work: Work, state: CaseState, row: Record, rules: Rules) -> None:
        self.work = work
        self.id: UUID = row["id"]
        self.row = row
        self.rules = rules
        self.before = state
        self.state = state
        into: UUID | None = row["merged_into"]
        self.shown_in = take(work, into) if into else None
        heard = self.shown_in.at if self.shown_in else None
        self.at: datetime = _instant_of(work, self.id, state.last_at, heard)
        self._fields: dict[str, Any] = {}
        self._aspects: set[Aspect] = set()
        self._beside = ChangeSet()
        self._client_spoke = False

    @property
    def number(self) -> str:
        """What people call the case."""
        number: str = self.row["number"]
        return number

    def field(self, name: str) -> Any:  # noqa: ANN401 - of the column's own type
        """A field of the case as it will be."""
        return self._fields.get(name, self.row[name])

    def happen(self, event: CaseEvent, line: Line) -> UUID:
        """Let an event happen and write its line; gives the line's id. Raises RuleRefusal if the rules forbid it."""
        event = replace(event, at=self.at)
        before = self.state
        outcome = advance(self.rules.policy, self.state, event)
        if isinstance(outcome, Refusal):
            raise refused(outcome)
        self.state = outcome.state
        entry = self.write(line, event)
        self._follow(before, outcome.followed)
        if self.shown_in is not None and event.kind in SPOKEN:
            self.shown_in.overhear(event)
        return entry

    def overhear(self, event: CaseEvent) -> None:
        """Let count what was spoken on a case merged into this one; what the rules forbid here stays there."""
        before = self.state
        self.at = max(self.at, event.at)
        outcome = advance(self.rules.policy, self.state, event)
        if not isinstance(outcome, Refusal):
            self.state = outcome.state
            self._follow(before, outcome.followed)
        self.touch(Aspect.TIMELINE)
        self._spoken(by_client=event.kind is EventKind.CLIENT_ANSWERED)
        if self.shown_in is not None:
            self.shown_in.overhear(event)

    def write(self, line: Line, event: CaseEvent | None = None) -> UUID:
        """Write a line of the timeline, the trace of `event` where it is one; gives its id."""
        entry = write_line(self.work, self.id, self.at, line, event)
        self.touch(Aspect.TIMELINE)
        self._spoken(by_client=line.by_client)
        return entry

    def change(self, **fields: object) -> dict[str, list[Any]]:
        """Set fields of the case; gives {field: [from, to]} in plain values, of those that differ, for the line."""
        changed = {name: value for name, value in fields.items() if self.field(name) != value}
        trace = {name: [plain(self.field(name)), plain(value)] for name, value in changed.items()}
        self._fields.update(changed)
        if _ENTITLEMENT_FIELDS & changed.keys():
            self.touch(Aspect.ENTITLEMENT)
        return trace

    def become(self, state: CaseState, rules: Rules) -> None:
        """Take on a state that was folded anew, as taking an act back does."""
        self.state, self.rules = state, rules

    def touch(self, *aspects: Aspect) -> None:
        """Tell screens that these aspects of the case have changed."""
        self._aspects.update(aspects)

    def also(self, changes: ChangeSet) -> None:
        """Tell screens of what changed beside the case in the same breath."""
        self._beside |= changes

    def put_before(self, kind: str, *, for_id: UUID | None = None, for_role: AgentRole | None = None) -> None:
        """Put the case before a person or a role, as something that waits for them."""
        item = raise_item(self.work, kind, case_id=self.id, for_id=for_id, for_role=for_role)
        self.also(ChangeSet({item: frozenset({Aspect.NEW})}))

    def settle_items(self, kind: str, settlement: str) -> None:
        """Settle what of this kind waits on the case."""
        for item_id in self._waiting(kind):
            close_item(self.work, item_id, settlement)
            self.also(ChangeSet({Ref(Entity.ATTENTION, item_id): frozenset({Aspect.ROW})}))

    @property
    def owner(self) -> UUID | None:
        """The agent who owns the case."""
        return UUID(self.state.owner) if self.state.owner else None

    def put_down(self) -> ChangeSet:
        """Write what the case has become; gives what changed, also on the case it is shown in."""
        self._settle_owner()
        changed = save_state(
            self.work.conn,
            self.row,
            self.before,
            self.state,
            policy=self.rules.policy,
            operation=self.work.operation,
            fields=self._fields,
        )
        if changed:
            self.row = {**self.row, **changed}
            self.touch(Aspect.ROW)
        if self.before.clocks != self.state.clocks or self.before.stage != self.state.stage:
            self.touch(Aspect.CLOCKS)
        self.before = self.state
        own = {Ref(Entity.CASE, self.id): frozenset(self._aspects)} if self._aspects else {}
        changes = ChangeSet(own) | self._beside
        return changes | self.shown_in.put_down() if self.shown_in else changes

    def _follow(self, before: CaseState, followed: tuple[CaseEvent, ...]) -> None:
        """Write what the policy did by itself. These lines carry no event: the one that set them off brings it."""
        stage = before.stage
        for event in followed:
            self.write(
                Line(
                    EntryKind.STAGE,
                    data={"from": stage, "to": event.to, "automatic": True},
                    by_itself=True,
                )
            )
            stage = event.to or stage

    def _spoken(self, *, by_client: bool) -> None:
        self._fields["last_activity_at"] = self.at
        if by_client:
            self._fields["last_client_at"] = self.at
            self._client_spoke = True

    def _settle_owner(self) -> None:
        """An answer after a closing is put before the owner until it is dealt with (SPK-7)."""
        if self.before.needs_owner and not self.state.needs_owner:
            self.settle_items(ANSWER_AFTER_CLOSING, "")
            return
        news = self.state.needs_owner and (self._client_spoke or not self.before.needs_owner)
        if news and not self._waiting(ANSWER_AFTER_CLOSING):
            self.put_before(ANSWER_AFTER_CLOSING, for_id=self.owner)

    def _waiting(self, kind: str) -> Sequence[UUID]:
        """What of this kind waits for a person on the case."""
        return _WAITING.scalars(self.work.conn, case_id=self.id, kind=kind)


def _instant_of(work: Work, case_id: UUID, *heard: datetime | None) -> datetime:
    """When an act on a case counts: at its own instant, but never before what it followed, as clocks may be behind."""
    latest, left_by = history_rows.latest_entry(work.conn, case_id)
    before = max((at for at in (*heard, latest) if at is not None), default=work.now)
    if work.now > before:
        return work.now
    follows = work.now == before and (latest != before or left_by is None or left_by <= work.operation.id)
    return before if follows else before + _NEXT


def write_line(work: Work, case_id: UUID, at: datetime, line: Line, event: CaseEvent | None = None) -> UUID:
    """Write a line of a case's timeline, the trace of `event` where it is one; gives its id."""
    entry = work.new_id()
    values = {
        "id": entry,
        "case_id": case_id,
        "at": at,
        "kind": line.kind.value,
        "public": line.kind in PUBLIC_ENTRIES,
        "author_id": None if line.by_client or line.by_itself else work.actor,
        "contact_id": line.contact_id,
        "channel": line.channel.value if line.channel else None,
        "body": line.body,
        "data": plain_mapping(line.data) or None,
        "event": event_value(event) if event else None,
        "op_id": work.operation.id,
        "updated_at": work.now,
    }
    insert_entry(work.conn, values)
    return entry


def take(work: Work, case_id: UUID) -> CaseInHand:
    """Take up a case, or the hand that holds it already.

    KnownError if this desk has none with this id, or not the policy that governs it.
    """
    held: CaseInHand | None = work.in_hand.get(case_id)
    if held is None:
        state, row = load_state(work.conn, case_id)
        held = CaseInHand(work, state, row, rules_of(work.conn, work.policies, row))
        work.in_hand[case_id] = held
    return held


def refused(refusal: Refusal, meaning: str = "Nothing was changed.") -> RuleRefusal:
    """What the rules forbid, as the error that people read."""
    return RuleRefusal(refusal.rule, refusal.reason, meaning, refusal.remedy)
