"""The routes of administration: users, branches and devices; what each comes to lives in `administration`."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

import msgspec
from fastapi import APIRouter, Depends, Response

from supportdesk.hub import administration
from supportdesk.hub.administration import By
from supportdesk.hub.bodies import SMALL, answer, body, done, speaks
from supportdesk.hub.callers import Caller, CallerOf, HubOf
from supportdesk.hub.rights import Act, refuse_unless
from supportdesk.protocol.accounts import (
    Branch,
    Branches,
    Created,
    Device,
    Devices,
    EditBranch,
    NewBranch,
    NewUser,
    RevokeDevice,
    SetBranch,
    SetPassword,
    SetRoles,
    User,
    Users,
)
from supportdesk.services.registers import staff
from supportdesk.store.account_rows import Account

router = APIRouter(prefix="/admin/v1", tags=["administration"])


def _allowed(act: Act) -> Any:  # noqa: ANN401 - a dependency, as FastAPI types it
    """The dependency that gives who administers, and refuses whose roles do not allow this act."""

    def by(who: CallerOf) -> By:
        refuse_unless(who.roles, act)
        return _by(who)

    return Depends(by)


def _by(who: Caller) -> By:
    return By(who.agent_id, who.device_id, who.address)


@router.get("/users", **speaks(gives=Users))
def users(hub: HubOf, _by: Annotated[By, _allowed(Act.SEE_USERS)]) -> Response:
    """Every account."""
    return answer(Users(users=[user_of(each) for each in administration.users(hub)]))


@router.post("/users", **speaks(takes=NewUser, gives=User, status=201, refuses=(404, 409)))
def add_user(
    by: Annotated[By, _allowed(Act.ADD_USER)],
    hub: HubOf,
    said: Annotated[NewUser, body(NewUser, limit=SMALL)],
) -> Response:
    """Add somebody who works here and may sign in."""
    return answer(user_of(administration.add_user(hub, by, said)), status=201)


@router.post("/users/{account_id}/disable", **speaks(refuses=(404, 409)))
def disable(by: Annotated[By, _allowed(Act.DISABLE_USER)], hub: HubOf, account_id: UUID) -> Response:
    """Let somebody in no more."""
    administration.disable(hub, by, account_id)
    return done()


@router.post("/users/{account_id}/enable", **speaks(refuses=(404,)))
def enable(by: Annotated[By, _allowed(Act.ENABLE_USER)], hub: HubOf, account_id: UUID) -> Response:
    """Let somebody in again."""
    administration.enable(hub, by, account_id)
    return done()


@router.put("/users/{account_id}/password", **speaks(takes=SetPassword, refuses=(404,)))
def set_password(
    by: Annotated[By, _allowed(Act.SET_PASSWORD)],
    hub: HubOf,
    account_id: UUID,
    said: Annotated[SetPassword, body(SetPassword, limit=SMALL)],
) -> Response:
    """Give somebody a new password."""
    administration.set_password(hub, by, account_id, said.password)
    return done()


@router.put("/users/{account_id}/roles", **speaks(takes=SetRoles, refuses=(404, 409)))
def set_roles(
    by: Annotated[By, _allowed(Act.SET_ROLES)],
    hub: HubOf,
    account_id: UUID,
    said: Annotated[SetRoles, body(SetRoles, limit=SMALL)],
) -> Response:
    """Give somebody other roles."""
    administration.set_roles(hub, by, account_id, said.roles)
    return done()


@router.put("/users/{account_id}/branch", **speaks(takes=SetBranch, refuses=(404,)))
def set_branch(
    by: Annotated[By, _allowed(Act.SET_BRANCH)],
    hub: HubOf,
    account_id: UUID,
    said: Annotated[SetBranch, body(SetBranch, limit=SMALL)],
) -> Response:
    """Put somebody into another branch."""
    administration.set_branch(hub, by, account_id, said.branch_id)
    return done()


@router.get("/branches", **speaks(gives=Branches))
def branches(hub: HubOf, _by: Annotated[By, _allowed(Act.SEE_BRANCHES)]) -> Response:
    """Every branch."""
    listed = [msgspec.convert(each, Branch, from_attributes=True) for each in administration.branches(hub)]
    return answer(Branches(branches=listed))


@router.post("/branches", **speaks(takes=NewBranch, gives=Created, status=201, refuses=(404,)))
def add_branch(
    by: Annotated[By, _allowed(Act.ADD_BRANCH)],
    hub: HubOf,
    said: Annotated[NewBranch, body(NewBranch, limit=SMALL)],
) -> Response:
    """Open a branch."""
    branch = staff.NewBranch(**msgspec.structs.asdict(said))
    return answer(Created(id=administration.add_branch(hub, by, branch)), status=201)


@router.patch("/branches/{branch_id}", **speaks(takes=EditBranch, refuses=(404,)))
def edit_branch(
    by: Annotated[By, _allowed(Act.EDIT_BRANCH)],
    hub: HubOf,
    branch_id: UUID,
    said: Annotated[EditBranch, body(EditBranch, limit=SMALL)],
) -> Response:
    """Change fields of a branch."""
    given = msgspec.structs.asdict(said).items()
    administration.edit_branch(
        hub, by, branch_id, {name: value for name, value in given if value is not msgspec.UNSET}
    )
    return done()


@router.get("/devices", **speaks(gives=Devices))
def devices(hub: HubOf, _by: Annotated[By, _allowed(Act.SEE_DEVICES)]) -> Response:
    """Every registered device."""
    listed = [msgspec.convert(each, Device, from_attributes=True) for each in administration.devices(hub)]
    return answer(Devices(devices=listed))


@router.post("/devices/{device_id}/revoke", **speaks(takes=RevokeDevice, refuses=(404,)))
def revoke_device(
    by: Annotated[By, _allowed(Act.REVOKE_DEVICE)],
    hub: HubOf,
    device_id: UUID,
    said: Annotated[RevokeDevice, body(RevokeDevice, limit=SMALL)],
) -> Response:
    """Let a device in no more."""
    administration.revoke_device(hub, by, device_id, lost=said.lost)
    return done()


def user_of(account: Account) -> User:
    """An account as it is told."""
    return User(
        account_id=account.id,
        agent_id=account.agent_id,
        login=account.login,
        name=account.name,
        email=account.email,
        roles=sorted(account.roles),
        branch_id=account.branch_id,
        branch=account.branch,
        active=account.active,
        has_password=account.password_hash is not None,
        created_at=account.created_at,
    )
