"""What must hold of a visit's plan before it is kept, and what a change of it comes to; the acts are next door."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.domain.errors import KnownError
from supportdesk.rules.calendars.zone import load_zone
from supportdesk.rules.cases.visit_plan import LONGEST_NOTE, refuse_plan
from supportdesk.rules.entitlements.entitlement import Act, refuse_act
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.in_hand.case_in_hand import CaseInHand, refused
from supportdesk.services.in_hand.entitling import judge
from supportdesk.services.in_hand.rules_in_force import policy_now
from supportdesk.services.operations import records
from supportdesk.services.operations.work import Work
from supportdesk.store.composed import Record
from supportdesk.store.tables.people import AGENT, BRANCH

COUNTED = frozenset({"travel_minutes", "travel_km", "position"})
_MOST = 100_000
_STATES = frozenset({"planned", "on_site", "cancelled"})


def require_state(work: Work, visit: Record) -> None:
    """A visit is begun and cancelled by an edit; it is finished, and opened again, in other ways."""
    args = work.operation.args
    if "state" in args and (args["state"] not in _STATES or visit["state"] == "revising"):
        raise KnownError(
            "A visit is finished with the client's agreement.",
            "Nothing was saved.",
            "Finish the visit instead.",
        )
    if args.get("state") != "cancelled":
        return
    why = records.required(str(args.get("cancelled_why") or ""), "The reason")
    if len(why) > LONGEST_NOTE:
        raise KnownError("The reason is too long.", "The visit stands as planned.", "Say it in a few words.")
    if visit["state"] != "planned" and not work.arrived:
        raise KnownError(
            f"Visit {visit['number']} has begun.",
            "The visit stands.",
            "Say in its report what was not done, and finish it.",
        )


def require_counted(values: Mapping[str, Any]) -> None:
    """KnownError for lengths and counts that are none."""
    refusal = refuse_plan(values.get("expected_minutes"), values.get("bring"))
    if refusal is not None:
        raise refused(refusal, "Nothing was saved.")
    for name in values.keys() & COUNTED:
        value = values[name]
        if value is not None and (type(value) is not int or not 0 <= value <= _MOST):
            raise KnownError(
                f"“{name.replace('_', ' ')}” is a whole number from 0 on.",
                "Nothing was saved.",
                "Write it in figures.",
            )


def require_client(case: CaseInHand, client_id: UUID, consequence: str) -> None:
    """KnownError for a case of another client than the visit's."""
    if case.field("organisation_id") != client_id:
        raise KnownError(
            f"Case {case.number} is another client’s.", consequence, "Plan a visit to that client."
        )


def require_cover(work: Work, client: Record) -> None:
    """RuleRefusal for a visit for no case while nothing covers the client; on other desks it was promised already."""
    refusal = refuse_act(judge(work.conn, policy_of(work, client), client["id"], work.now), Act.VISIT)
    if refusal is not None and not work.arrived:
        raise refused(refusal, "No visit was planned.")


def policy_of(work: Work, client: Record) -> Policy:
    """The policy that counts for a visit to the client, its days being those of the client's branch (ONX-3)."""
    code, branch = client["policy_code"], client["branch_id"]
    return policy_now(work.conn, work.policies, policy_code=code, branch_id=branch, at=work.now)


def day_of(conn: Connection, visit: Record) -> tuple[UUID, date] | None:
    """Whose day a visit is planned for, by the clock of the engineer's branch; None while it is nobody's."""
    if visit["planned_at"] is None or visit["engineer_id"] is None:
        return None
    found = select(BRANCH.c.time_zone).join(AGENT, AGENT.c.branch_id == BRANCH.c.id)
    zone = conn.scalar(found.where(AGENT.c.id == visit["engineer_id"]))
    return visit["engineer_id"], visit["planned_at"].astimezone(load_zone(zone or "UTC")).date()


def turn(before: Record, after: Record) -> str | None:
    """What a change of plan was: cancelled, planned again, moved; None for any other edit."""
    if before["state"] != after["state"]:
        again = before["state"] == "cancelled" and after["state"] == "planned"
        return "cancelled" if after["state"] == "cancelled" else "planned" if again else None
    moved = any(before[name] != after[name] for name in ("planned_at", "engineer_id"))
    return "moved" if moved and after["state"] == "planned" else None
