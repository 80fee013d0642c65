"""Which rules a case stands under: the version of its policy, its branch's hours, its plan; nothing is decided here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.rules.calendars.calendar import BusinessCalendar
from supportdesk.rules.calendars.json_items import read_calendar
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.store import history_rows
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import find_row
from supportdesk.store.tables.people import BRANCH


@dataclass(frozen=True, slots=True)
class Rules:
    """A version of a policy as it counts for one case. `policy` has the branch's calendar where that has its own.

    `calendar` is that calendar in its JSON form, None where the policy's counts; `after_hours` comes with the plan.
    """

    policy: Policy
    calendar: Mapping[str, Any] | None
    plan_id: str | None
    after_hours: bool

    def recorded(self) -> dict[str, Any]:
        """The rules as an entry of the timeline keeps them."""
        return {
            "policy": self.policy.code,
            "version": self.policy.version,
            "calendar": self.calendar,
            "plan": self.plan_id,
            "after_hours": self.after_hours,
        }


def read_rules(policies: PolicyBook, recorded: Mapping[str, Any]) -> Rules:
    """The rules that an entry kept; KnownError if the desk does not have that version."""
    calendar = recorded.get("calendar")
    policy = _with_calendar(policies.version(recorded["policy"], recorded["version"]), calendar)
    return Rules(policy, calendar, recorded.get("plan"), bool(recorded.get("after_hours")))


def rules_of(conn: Connection, policies: PolicyBook, row: Record) -> Rules:
    """The rules that a case stands under since they were last set; what an import left unsaid is in its row."""
    recorded = history_rows.latest_rules(conn, row["id"]) or {}
    standing = {
        "calendar": recorded.get("calendar"),
        "policy": row["policy_code"],
        "version": row["policy_version"],
        "plan": row["plan_id"],
        "after_hours": row["after_hours"],
    }
    return read_rules(policies, standing)


def rules_now(
    conn: Connection,
    policies: PolicyBook,
    *,
    policy_code: str,
    branch_id: UUID | None,
    plan_id: str | None,
    at: datetime,
) -> Rules:
    """The rules that a case of this branch and plan comes under at an instant (TIME-6, ONX-1)."""
    branch = find_row(conn, BRANCH, branch_id) if branch_id else None
    calendar = branch["calendar"] if branch is not None else None
    policy = policies.in_effect(policy_code, at)
    plan = policy.plan(plan_id) if plan_id else None
    return Rules(
        _with_calendar(policy, calendar),
        calendar,
        plan.id if plan else None,
        after_hours=plan.after_hours if plan else False,
    )


def policy_now(
    conn: Connection, policies: PolicyBook, *, policy_code: str, branch_id: UUID | None, at: datetime
) -> Policy:
    """The policy by the clock of a branch: what somebody is entitled to goes by its days (ONX-3)."""
    return rules_now(conn, policies, policy_code=policy_code, branch_id=branch_id, plan_id=None, at=at).policy


def _with_calendar(policy: Policy, calendar: Mapping[str, Any] | None) -> Policy:
    if calendar is None:
        return policy
    return replace(policy, calendar=_calendar(json.dumps(calendar, sort_keys=True)))


@lru_cache(maxsize=256)
def _calendar(text: str) -> BusinessCalendar:
    # A calendar is worth keeping for the years that it has tabulated.
    return read_calendar(json.loads(text))
