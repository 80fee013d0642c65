"""Founding a hub: its schema, the first branch, the first administrator and the policies, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import AgentRole
from supportdesk.hub.acting import act
from supportdesk.hub.hub import Hub
from supportdesk.hub.passwords import login_of
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.operations.policies import sound_policies
from supportdesk.services.registers.staff import NewAgent, NewBranch
from supportdesk.store import account_rows, audit_rows
from supportdesk.store.audit_rows import AuditLine

ROLES = frozenset({AgentRole.ADMINISTRATOR, AgentRole.MANAGER, AgentRole.SUPPORT_OFFICER})
"""What the first administrator may do; further roles are given later."""


@dataclass(frozen=True, slots=True)
class Founder:
    """The first administrator, and the branch that is central support."""

    name: str
    login: str
    password: str
    branch: str
    time_zone: str
    email: str | None = None


@dataclass(frozen=True, slots=True)
class Founded:
    """What was made."""

    account_id: UUID
    agent_id: UUID
    branch_id: UUID
    policies: tuple[str, ...]


def chosen_policies(codes: Sequence[str] | None) -> tuple[Policy, ...]:
    """The shipped policies with these codes, or all of them. KnownError for a code that is none."""
    shipped = {policy.code: policy for policy in sound_policies()}
    if codes is None:
        return tuple(shipped.values())
    strange = [code for code in codes if code not in shipped]
    if strange:
        raise KnownError(
            f"There is no policy “{strange[0]}”.", "Nothing was set up.", f"There are: {', '.join(shipped)}."
        )
    return tuple(shipped[code] for code in dict.fromkeys(codes))


def refuse_founded(hub: Hub) -> None:
    """KnownError where the hub has been founded: nothing is written twice."""
    with hub.store.read() as conn:
        if account_rows.exist(conn):
            raise _founded()


def found(hub: Hub, founder: Founder, policies: Sequence[Policy]) -> Founded:
    """Set up an empty hub in one transaction. KnownError where it was set up before, or for what won't do."""
    login = login_of(founder.login)
    password_hash = hub.passwords.hash(founder.password, login)
    branch = NewBranch(founder.branch.strip(), "central", founder.time_zone)
    agent_id, account_id, branch_id = hub.new_id(), hub.new_id(), hub.new_id()
    agent = NewAgent(founder.name.strip(), ROLES, email=founder.email, branch_id=branch_id)
    with hub.store.write() as conn:
        if account_rows.exist(conn):
            raise _founded()
        act(hub, conn, agent_id, "branch.add", branch_id, asdict(branch))
        act(hub, conn, agent_id, "agent.add", agent_id, asdict(agent))
        for policy in policies:
            args = {"text": policy.text, "source": policy.code}
            act(hub, conn, agent_id, "policy.install", hub.new_id(), args)
        account_rows.add(conn, account_id, agent_id, login, hub.now())
        account_rows.set_password(conn, account_id, password_hash, hub.now())
        audit_rows.add(conn, AuditLine(hub.now(), "hub.init", agent_id))
    return Founded(account_id, agent_id, branch_id, tuple(policy.code for policy in policies))


def _founded() -> KnownError:
    return KnownError(
        "This hub has been set up before.",
        "Nothing was written.",
        "Start it with `supportdesk hub serve`; more people are added with `supportdesk hub user add`.",
    )
