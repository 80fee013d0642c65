"""A case as the fold of its entries: what it is, what it was at any past instant, what it would be without an act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.words import EntryKind
from supportdesk.rules.cases.machine import advance, begin, settle
from supportdesk.rules.cases.state import CaseState, Refusal
from supportdesk.services.in_hand.rules_in_force import Rules, read_rules
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.services.operations.records import typed
from supportdesk.store import history_rows
from supportdesk.store.case_rows import load_state
from supportdesk.store.history_rows import HistoryLine
from supportdesk.store.tables.cases import CASE

SPOKEN = frozenset({EventKind.CLIENT_ANSWERED, EventKind.PUBLIC_ANSWER, EventKind.INFO_REQUESTED})
"""What client and agent say to each other counts also on the case that theirs is merged into."""


TRACKED = (
    "title",
    "organisation_id",
    "contact_id",
    "site_id",
    "branch_id",
    "came_from_id",
    "team_id",
    "product_id",
    "product_version",
    "area",
    "reason",
    "language",
    "template",
    "severity_reason",
    "plan_id",
    "cover",
    "accepted",
    "merged_into",
)
"""The fields beside the state whose every change stands on the timeline, with what they were and became."""


@dataclass(frozen=True, slots=True)
class Step:
    """One event of a fold. `mirrored`: it was addressed to a case merged into this one."""

    line: HistoryLine
    event: CaseEvent
    mirrored: bool


@dataclass(frozen=True, slots=True)
class Folded:
    """What a fold came to. `refused` are the steps that the rules did not let happen in it."""

    state: CaseState
    rules: Rules
    refused: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class PastCase:
    """A case as it was: its state, and the fields named in TRACKED."""

    state: CaseState
    fields: Mapping[str, Any]


def steps_of(
    conn: Connection, case_id: UUID, *, until: datetime | None = None, without: frozenset[UUID] = frozenset()
) -> tuple[Step, ...]:
    """The events that make up a case, in order, with what was spoken on cases merged into it while they are.

    Operations taken back do not count, nor those in `without`.
    """
    lines = history_rows.turning_points(conn, case_id, until)
    undone = without | {UUID(line.data["undoes"]) for line in lines if line.kind is EntryKind.UNDONE}
    steps = [
        Step(line, line.event, mirrored=False)
        for line in lines
        if line.event is not None and line.op_id not in undone
    ]
    for merged_id, merged in _merges(lines).items():
        heard = steps_of(conn, merged_id, until=until, without=without)
        steps.extend(
            Step(step.line, step.event, mirrored=True)
            for step in heard
            if step.event.kind in SPOKEN and step.line.place > merged.place
        )
    return tuple(sorted(steps, key=lambda step: step.line.place))


def fold(policies: PolicyBook, steps: Sequence[Step]) -> Folded:
    """What the events come to. The first one is the logging; ValueError if it is not."""
    if not steps or steps[0].event.kind is not EventKind.LOGGED:
        message = "a case begins with its logging"
        raise ValueError(message)
    rules = read_rules(policies, steps[0].line.data["rules"])
    logged = steps[0].event
    state = begin(rules.policy, logged, severity_claimed=logged.to, after_hours=rules.after_hours)
    refused = []
    for step in steps[1:]:
        changed = (
            read_rules(policies, step.line.data["rules"])
            if step.event.kind is EventKind.RULES_CHANGED
            else rules
        )
        outcome = advance(changed.policy, state, step.event)
        if isinstance(outcome, Refusal):
            refused.append(step)
            continue
        state, rules = outcome.state, changed
    return Folded(state, rules, tuple(refused))


def folded(conn: Connection, policies: PolicyBook, case_id: UUID, *, without: Iterable[UUID] = ()) -> Folded:
    """The case as its entries tell it, leaving out some operations."""
    return fold(policies, steps_of(conn, case_id, without=frozenset(without)))


def as_of(conn: Connection, policies: PolicyBook, case_id: UUID, at: datetime) -> PastCase | None:
    """The case as it stood at an instant, what had happened exactly then included; None before its logging.

    A case without recorded events, as some imports leave it, is given as it is now.
    """
    now_state, row = load_state(conn, case_id)
    if at < row["logged_at"]:
        return None
    fields = {name: row[name] for name in TRACKED}
    for line in history_rows.field_changes(conn, case_id, at):
        fields.update(typed(CASE, {name: change[0] for name, change in line.data["fields"].items()}))
    steps = steps_of(conn, case_id, until=at)
    if not steps:
        return PastCase(now_state, fields)
    return PastCase(settle(fold(policies, steps).state, at), fields)


def _merges(lines: Iterable[HistoryLine]) -> Mapping[UUID, HistoryLine]:
    """The cases merged into this one, each with the line at which that began; an undone merge leaves nothing."""
    merges: dict[UUID, HistoryLine] = {}
    for line in lines:
        if line.kind is EntryKind.MERGED and not line.data["is"]:
            merges[UUID(line.data["other"])] = line
        elif line.kind is EntryKind.UNMERGED and not line.data["is"]:
            merges.pop(UUID(line.data["other"]), None)
    return merges
