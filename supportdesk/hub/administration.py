"""Administering a hub: users, branches, devices; the same for the command line and for HTTP, each act audited."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import AgentRole
from supportdesk.hub import sessions
from supportdesk.hub.acting import act
from supportdesk.hub.hub import Hub
from supportdesk.hub.passwords import login_of
from supportdesk.hub.problems import Refusal, unknown
from supportdesk.protocol.accounts import NewUser
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.registers.staff import NewAgent, NewBranch
from supportdesk.store import account_rows, audit_rows, branch_rows, device_rows, policy_rows, session_rows
from supportdesk.store.account_rows import Account
from supportdesk.store.audit_rows import AuditLine
from supportdesk.store.device_rows import Device
from supportdesk.store.store import Transaction


@dataclass(frozen=True, slots=True)
class By:
    """Who administers: an agent, from a device and an address, or from the hub's own command line.

    There `agent_id` is None: what is done is done by the hub.
    """

    agent_id: UUID | None = None
    device_id: UUID | None = None
    address: str | None = None


def add_user(hub: Hub, by: By, new: NewUser) -> Account:
    """Add somebody who works here and may sign in. KnownError for a taken login or an unknown role."""
    login = login_of(new.login)
    password_hash = hub.passwords.hash(new.password, login) if new.password is not None else None
    agent_id, account_id = hub.new_id(), hub.new_id()
    agent = NewAgent(new.name.strip(), _roles(new.roles), email=new.email, branch_id=new.branch_id)
    with hub.store.write() as conn:
        if account_rows.by_login(conn, login) is not None:
            raise _taken(login)
        _refuse_unknown_branch(conn, new.branch_id)
        act(hub, conn, _actor(hub, by), "agent.add", agent_id, asdict(agent))
        account_rows.add(conn, account_id, agent_id, login, hub.now())
        if password_hash is not None:
            account_rows.set_password(conn, account_id, password_hash, hub.now())
        _audit(hub, conn, by, "user.add", {"account": str(account_id), "roles": sorted(agent.roles)})
        return _account(conn, account_id)


def users(hub: Hub) -> tuple[Account, ...]:
    """Every account."""
    with hub.store.read() as conn:
        return account_rows.listed(conn)


def user_of_login(hub: Hub, login: str) -> Account:
    """The account with this login. KnownError if there is none."""
    with hub.store.read() as conn:
        account = account_rows.by_login(conn, login_of(login))
    if account is None:
        raise unknown("user")
    return account


def link(hub: Hub, by: By, account_id: UUID, subject: str) -> None:
    """Let somebody sign in as this subject of the provider. KnownError without a provider, or for another's subject."""
    if hub.provider is None:
        raise KnownError(
            "This hub has no single sign-on.", "Nothing was changed.", "Set oidc_issuer and oidc_client_id."
        )
    with hub.store.write() as conn:
        _account(conn, account_id)
        other = account_rows.by_subject(conn, hub.provider.issuer, subject)
        if other is not None and other.id != account_id:
            raise KnownError(
                f"{other.login} signs in as this subject.", "Nothing was changed.", "Choose another."
            )
        account_rows.set_subject(conn, account_id, hub.provider.issuer, subject)
        _audit(hub, conn, by, "user.subject", {"account": str(account_id), "by": "hand"})


def disable(hub: Hub, by: By, account_id: UUID) -> None:
    """Let somebody in no more; their sessions end. The last administrator stays. Twice is as once."""
    with hub.store.write() as conn:
        account = _account(conn, account_id)
        if AgentRole.ADMINISTRATOR in account.roles:
            _refuse_if_last(conn, account)
        account_rows.set_active(conn, account_id, active=False)
        session_rows.end_of_account(conn, account_id, sessions.DISABLED, hub.now())
        _audit(hub, conn, by, "user.disable", {"account": str(account_id)})


def enable(hub: Hub, by: By, account_id: UUID) -> None:
    """Let somebody in again."""
    with hub.store.write() as conn:
        _account(conn, account_id)
        account_rows.set_active(conn, account_id, active=True)
        _audit(hub, conn, by, "user.enable", {"account": str(account_id)})


def set_password(hub: Hub, by: By, account_id: UUID, password: str) -> None:
    """Give somebody a new password; all their sessions end. KnownError for one that won't do."""
    with hub.store.read() as conn:
        login = _account(conn, account_id).login
    password_hash = hub.passwords.hash(password, login)
    with hub.store.write() as conn:
        account_rows.set_password(conn, account_id, password_hash, hub.now())
        session_rows.end_of_account(conn, account_id, sessions.PASSWORD, hub.now())
        _audit(hub, conn, by, "user.password", {"account": str(account_id)})


def set_roles(hub: Hub, by: By, account_id: UUID, names: Sequence[str]) -> None:
    """Give somebody other roles. The last administrator stays one."""
    roles = _roles(names)
    with hub.store.write() as conn:
        account = _account(conn, account_id)
        if AgentRole.ADMINISTRATOR in account.roles and AgentRole.ADMINISTRATOR not in roles:
            _refuse_if_last(conn, account)
        act(hub, conn, _actor(hub, by), "agent.edit", account.agent_id, {"roles": roles})
        _audit(hub, conn, by, "user.roles", {"account": str(account_id), "roles": sorted(roles)})


def set_branch(hub: Hub, by: By, account_id: UUID, branch_id: UUID | None) -> None:
    """Put somebody into another branch, or into none."""
    with hub.store.write() as conn:
        account = _account(conn, account_id)
        _refuse_unknown_branch(conn, branch_id)
        changes = {"branch_id": branch_id}
        act(hub, conn, _actor(hub, by), "agent.edit", account.agent_id, changes)
        _audit(hub, conn, by, "user.branch", {"account": str(account_id), "branch": str(branch_id)})


def add_branch(hub: Hub, by: By, branch: NewBranch) -> UUID:
    """Open a branch. KnownError for an unknown kind or zone, and for a second central support."""
    branch_id = hub.new_id()
    with hub.store.write() as conn:
        _refuse_unknown_branch(conn, branch.parent_id)
        act(hub, conn, _actor(hub, by), "branch.add", branch_id, asdict(branch))
        _audit(hub, conn, by, "branch.add", {"branch": str(branch_id)})
    return branch_id


def edit_branch(hub: Hub, by: By, branch_id: UUID, changes: Mapping[str, Any]) -> None:
    """Change fields of a branch, named as in `staff.NewBranch`."""
    with hub.store.write() as conn:
        _refuse_unknown_branch(conn, branch_id)
        parent = changes.get("parent_id")
        _refuse_unknown_branch(conn, parent)
        if parent is not None and branch_id in branch_rows.line_of(conn, parent):
            raise KnownError(
                "A branch can't stand below itself.",
                "Nothing was changed.",
                "Choose another branch above it.",
            )
        act(hub, conn, _actor(hub, by), "branch.edit", branch_id, changes)
        _audit(hub, conn, by, "branch.edit", {"branch": str(branch_id), "fields": sorted(changes)})


def branches(hub: Hub) -> tuple[branch_rows.Branch, ...]:
    """Every branch, by name."""
    with hub.store.read() as conn:
        return branch_rows.listed(conn)


def devices(hub: Hub, agent_id: UUID | None = None) -> tuple[Device, ...]:
    """Every device, or one agent's."""
    with hub.store.read() as conn:
        return device_rows.listed(conn, agent_id)


def revoke_device(hub: Hub, by: By, device_id: UUID, *, lost: bool = False) -> None:
    """Let a device in no more; its sessions end. KnownError if there is none."""
    with hub.store.write() as conn:
        if device_rows.find(conn, device_id) is None:
            raise unknown("device")
        device_rows.set_state(conn, device_id, device_rows.LOST if lost else device_rows.REVOKED)
        session_rows.end_of_device(conn, device_id, sessions.REVOKED, hub.now())
        _audit(hub, conn, by, "device.revoke", {"device": str(device_id), "lost": lost})


def open_sessions(hub: Hub) -> tuple[session_rows.Session, ...]:
    """Every session that goes on."""
    with hub.store.read() as conn:
        return session_rows.listed(conn, hub.now())


def end_session(hub: Hub, by: By, session_id: UUID) -> None:
    """End a session: its tokens are good for nothing any more. KnownError if none goes on."""
    with hub.store.write() as conn:
        if session_rows.end(conn, session_id, sessions.REVOKED, hub.now()) == 0:
            raise unknown("session that goes on")
        _audit(hub, conn, by, "session.revoke", {"session": str(session_id)})


def policies(hub: Hub) -> tuple[policy_rows.Installed, ...]:
    """Every version of a policy that was installed, in order of installation."""
    with hub.store.read() as conn:
        return policy_rows.listed(conn)


def install_policy(hub: Hub, by: By, policy: Policy) -> None:
    """Install a policy as a new version. KnownError for a version that is not newer than the newest here."""
    args = {"text": policy.text, "source": policy.code}
    with hub.store.write() as conn:
        act(hub, conn, _actor(hub, by), "policy.install", hub.new_id(), args)
        _audit(hub, conn, by, "policy.install", {"policy": policy.code, "version": policy.version})


def audit(hub: Hub, limit: int) -> tuple[AuditLine, ...]:
    """The last lines of the audit log, newest first."""
    with hub.store.read() as conn:
        return audit_rows.latest(conn, limit)


def _actor(hub: Hub, by: By) -> UUID:
    return by.agent_id or hub.device


def _account(conn: Transaction, account_id: UUID) -> Account:
    account = account_rows.by_id(conn, account_id)
    if account is None:
        raise unknown("user")
    return account


def _roles(names: Sequence[str]) -> frozenset[AgentRole]:
    known = {role.value for role in AgentRole}
    strange = [name for name in names if name not in known]
    if strange:
        raise KnownError(
            f"There is no role “{strange[0]}”.",
            "Nothing was changed.",
            f"The roles are: {', '.join(sorted(known))}.",
        )
    return frozenset(map(AgentRole, names))


def _refuse_unknown_branch(conn: Transaction, branch_id: UUID | None) -> None:
    if branch_id is not None and not branch_rows.line_of(conn, branch_id):
        raise unknown("branch")


def _refuse_if_last(conn: Transaction, account: Account) -> None:
    others = (
        each
        for each in account_rows.listed(conn)
        if each.id != account.id and each.active and AgentRole.ADMINISTRATOR in each.roles
    )
    if next(others, None) is None:
        raise Refusal(
            409,
            "last_administrator",
            f"{account.name} is the last administrator.",
            remedy="Make somebody else an administrator first.",
        )


def _taken(login: str) -> KnownError:
    return Refusal(
        409, "login_taken", f"The login “{login}” is taken.", "Nothing was saved.", "Choose another one."
    )


def _audit(hub: Hub, conn: Transaction, by: By, what: str, details: Mapping[str, Any]) -> None:
    line = AuditLine(hub.now(), what, by.agent_id, by.device_id, by.address, details)
    audit_rows.add(conn, line)
