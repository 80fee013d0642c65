"""Which role may do which act of administration: one table, asked by the routes and by nobody else."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum

from supportdesk.domain.words import AgentRole
from supportdesk.hub.problems import Refusal


class Act(StrEnum):
    """What can be administered over HTTP."""

    SEE_USERS = "user.list"
    ADD_USER = "user.add"
    DISABLE_USER = "user.disable"
    ENABLE_USER = "user.enable"
    SET_PASSWORD = "user.password"  # noqa: S105 - the name of an act
    SET_ROLES = "user.roles"
    SET_BRANCH = "user.branch"
    SEE_BRANCHES = "branch.list"
    ADD_BRANCH = "branch.add"
    EDIT_BRANCH = "branch.edit"
    SEE_DEVICES = "device.list"
    REVOKE_DEVICE = "device.revoke"


_EVERYBODY = frozenset(AgentRole)
_ADMINISTRATOR = frozenset({AgentRole.ADMINISTRATOR})
_LEADING = frozenset({AgentRole.ADMINISTRATOR, AgentRole.MANAGER})

_MAY: dict[Act, frozenset[AgentRole]] = {
    Act.SEE_USERS: _LEADING,
    Act.ADD_USER: _ADMINISTRATOR,
    Act.DISABLE_USER: _ADMINISTRATOR,
    Act.ENABLE_USER: _ADMINISTRATOR,
    Act.SET_PASSWORD: _ADMINISTRATOR,
    Act.SET_ROLES: _ADMINISTRATOR,
    Act.SET_BRANCH: _ADMINISTRATOR,
    Act.SEE_BRANCHES: _EVERYBODY,
    Act.ADD_BRANCH: _ADMINISTRATOR,
    Act.EDIT_BRANCH: _ADMINISTRATOR,
    Act.SEE_DEVICES: _LEADING,
    Act.REVOKE_DEVICE: _LEADING,
}


def may(roles: Collection[AgentRole], act: Act) -> bool:
    """Whether somebody with these roles may do this."""
    return not _MAY[act].isdisjoint(roles)


def refuse_unless(roles: Collection[AgentRole], act: Act) -> None:
    """Refusal (403) for somebody none of whose roles may do this."""
    if not may(roles, act):
        raise Refusal(
            403,
            "forbidden",
            "Your roles do not allow this.",
            remedy="Ask an administrator.",
        )
