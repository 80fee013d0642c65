"""Who works here and where: branches, teams and agents; the clients they serve are next door."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any
from uuid import UUID

from sqlalchemy import select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import ChangeSet, Entity, Kind, Operation
from supportdesk.domain.words import AgentRole, Channel
from supportdesk.rules.calendars.json_items import read_calendar
from supportdesk.rules.calendars.zone import load_zone
from supportdesk.services.in_hand.adoption import ADOPT_RULES
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles, operation_of, perform
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import Effect, Work, derived_id
from supportdesk.services.registers import letterheads
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import AGENT, BRANCH, TEAM

BRANCH_KINDS = ("central", "subsidiary", "agency", "distributor")


@dataclass(frozen=True, slots=True)
class NewBranch:
    """A branch to be; `kind` is one of BRANCH_KINDS, `calendar` its own hours or None for the policy's (ONX-1).

    From `address` on it is what stands at the head of its reports: `logo` a picture in base64, `colour` "#rrggbb".
    """

    name: str
    kind: str
    time_zone: str
    parent_id: UUID | None = None
    country: str | None = None
    region: str | None = None
    calendar: Mapping[str, Any] | None = None
    channels: frozenset[Channel] = frozenset()
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    logo: str | None = None
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class NewAgent:
    """Somebody who will work here; `agreed_load` is how many open cases were agreed as a full desk."""

    name: str
    roles: frozenset[AgentRole] = field(default_factory=lambda: frozenset({AgentRole.SUPPORT_OFFICER}))
    email: str | None = None
    branch_id: UUID | None = None
    language: str | None = None
    agreed_load: int | None = None


def add_branch(desk: Desk, branch: NewBranch) -> Done:
    """Open a branch. KnownError for an unknown kind or time zone."""
    return do(desk, "branch.add", desk.new_id(), asdict(branch))


def edit_branch(desk: Desk, branch_id: UUID, **changes: object) -> Done:
    """Change fields of a branch, named as in NewBranch; with other hours its open cases are counted anew (TIME-6)."""
    done = do(desk, "branch.edit", branch_id, changes)
    if "calendar" not in changes or done.operation is None:
        return done
    adopted = _adopt_hours(desk, branch_id, done.operation.id)
    return replace(done, outcome=replace(done.outcome, changes=done.outcome.changes | adopted))


def add_team(desk: Desk, name: str, *, branch_id: UUID | None = None) -> Done:
    """Make a team, in whose queue cases can stand before somebody owns them (SPK-10)."""
    return do(desk, "team.add", desk.new_id(), {"name": name, "branch_id": branch_id})


def add_agent(desk: Desk, agent: NewAgent) -> Done:
    """Add somebody who works here."""
    return do(desk, "agent.add", desk.new_id(), asdict(agent))


def edit_agent(desk: Desk, agent_id: UUID, **changes: object) -> Done:
    """Change fields of an agent, named as in NewAgent, or `active`: who has left keeps the name on old entries."""
    return do(desk, "agent.edit", agent_id, changes)


def _adopt_hours(desk: Desk, branch_id: UUID, edit_id: UUID) -> ChangeSet:
    """Bring the branch's open cases under its hours, each by an operation of its own."""
    with desk.store.read() as conn:
        open_cases = select(CASE.c.id).where(CASE.c.branch_id == branch_id, CASE.c.open)
        case_ids = conn.scalars(open_cases.order_by(CASE.c.row)).all()
    changes = ChangeSet()
    for case_id in case_ids:
        once = derived_id(edit_id, 0, f"hours of {case_id}")
        adopted = perform(desk, operation_of(desk, ADOPT_RULES, case_id, operation_id=once))
        changes |= adopted.outcome.changes
    return changes


@handles("branch.add", kind=Kind.APPEND, entity=Entity.BRANCH)
def _add_branch(work: Work, operation: Operation) -> Effect:
    return records.added(work, records.add(work, BRANCH, _checked_branch(work, operation.args)))


@handles("branch.edit", kind=Kind.EDIT, entity=Entity.BRANCH)
def _edit_branch(work: Work, operation: Operation) -> Effect:
    return records.edited(work, BRANCH, _checked_branch(work, operation.args))


@handles("team.add", kind=Kind.APPEND, entity=Entity.BRANCH)
def _add_team(work: Work, operation: Operation) -> Effect:
    name = records.required(operation.args["name"], "The team's name")
    return records.added(work, records.add(work, TEAM, {**operation.args, "name": name}))


@handles("agent.add", kind=Kind.APPEND, entity=Entity.AGENT)
def _add_agent(work: Work, operation: Operation) -> Effect:
    return records.added(work, records.add(work, AGENT, _checked_agent(operation.args)))


@handles("agent.edit", kind=Kind.EDIT, entity=Entity.AGENT)
def _edit_agent(work: Work, operation: Operation) -> Effect:
    return records.edited(work, AGENT, _checked_agent(operation.args))


def _checked_branch(work: Work, args: Mapping[str, Any]) -> dict[str, Any]:
    values = dict(args)
    if "name" in values:
        values["name"] = records.required(values["name"], "The branch's name")
    if values.get("kind", BRANCH_KINDS[0]) not in BRANCH_KINDS:
        raise KnownError(
            f"A branch can't be of the kind “{values['kind']}”.",
            "Nothing was saved.",
            f"The kinds are: {', '.join(BRANCH_KINDS)}.",
        )
    if "time_zone" in values:
        load_zone(values["time_zone"])
    if values.get("calendar") is not None:
        read_calendar(values["calendar"])
    letterheads.check(values)
    if values.get("kind") == "central":
        _refuse_second_centre(work)
    return values


def _refuse_second_centre(work: Work) -> None:
    centre = work.conn.execute(
        select(BRANCH.c.id, BRANCH.c.name).where(BRANCH.c.kind == "central", ~BRANCH.c.deleted)
    ).first()
    if centre is not None and centre.id != work.root:
        raise KnownError(
            f"{centre.name} is central support already.",
            "There is one central support, above all branches (ONX-4).",
            "Choose another kind, or change that branch first.",
        )


def _checked_agent(args: Mapping[str, Any]) -> dict[str, Any]:
    values = dict(args)
    if "name" in values:
        values["name"] = records.required(values["name"], "The agent's name")
    known = {role.value for role in AgentRole}
    strange = [role for role in values.get("roles", ()) if role not in known]
    if strange:
        raise KnownError(
            f"There is no role “{strange[0]}”.",
            "Nothing was saved.",
            f"The roles are: {', '.join(sorted(known))}.",
        )
    return values
