"""What the words of `supportdesk hub` do: ask, call the hub's administration, print; nothing is decided here."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any
from uuid import UUID

from supportdesk.app.branch_commands import letterhead_of
from supportdesk.config.hub_settings import HubSettings, SettingsRefused, changed, load
from supportdesk.domain.errors import KnownError
from supportdesk.hub import administration, founding
from supportdesk.hub.administration import By
from supportdesk.hub.founding import Founder
from supportdesk.hub.hub import Hub, open_hub
from supportdesk.protocol.accounts import NewUser
from supportdesk.rules.policies.file import load_policy
from supportdesk.services.registers.staff import NewBranch

_HERE = By()
"""Who acts at the hub's own command line: whoever may read its settings may do everything."""
_PASSWORD_BYTES = 4096


def init(options: argparse.Namespace) -> int:
    """Set up a hub; one that was set up before is refused, and its schema brought up to date."""
    policies = founding.chosen_policies(options.policy)
    with _hub(options, create=True) as hub:
        founding.refuse_founded(hub)
        founder = Founder(
            name=options.name,
            login=options.login,
            password=_password(options),
            branch=options.branch,
            time_zone=options.time_zone,
            email=options.email,
        )
        made = founding.found(hub, founder, policies)
    told = f"The hub is set up; {options.login} is its administrator. Start it with `supportdesk hub serve`."
    return _tell(options, asdict(made), told)


def serve(options: argparse.Namespace) -> int:
    """Answer desks until told to stop."""
    from supportdesk.hub.serving import serve as serve_hub  # noqa: PLC0415 - no other word needs a server

    given = {
        name: getattr(options, name)
        for name in ("host", "port", "workers", "tls_cert", "tls_key", "proxy")
        if getattr(options, name) is not None
    }
    try:
        settings = changed(_settings(options), given)
    except SettingsRefused as refused:
        raise KnownError(str(refused), "Nothing was started.", "Correct the option.") from refused
    return serve_hub(settings, options.config)


def add_user(options: argparse.Namespace) -> int:
    """Add somebody who may sign in."""
    with _hub(options) as hub:
        new = NewUser(
            login=options.login,
            name=options.name,
            roles=options.role,
            email=options.email,
            branch_id=_id(options.branch) if options.branch else None,
            password=None if options.without_password else _password(options),
        )
        account = administration.add_user(hub, _HERE, new)
    return _tell(
        options, {"account_id": account.id, "agent_id": account.agent_id}, f"{account.login} was added."
    )


def list_users(options: argparse.Namespace) -> int:
    """Everybody who has an account."""
    with _hub(options) as hub:
        found = administration.users(hub)
    rows = [
        {
            "login": each.login,
            "name": each.name,
            "roles": sorted(each.roles),
            "branch": each.branch,
            "active": each.active,
            "account_id": each.id,
            "agent_id": each.agent_id,
        }
        for each in found
    ]
    return _list(options, rows, ("login", "name", "roles", "branch", "active"))


def disable_user(options: argparse.Namespace) -> int:
    """Let somebody in no more."""
    with _hub(options) as hub:
        administration.disable(hub, _HERE, administration.user_of_login(hub, options.login).id)
    return _say(f"{options.login} is let in no more.")


def enable_user(options: argparse.Namespace) -> int:
    """Let somebody in again."""
    with _hub(options) as hub:
        administration.enable(hub, _HERE, administration.user_of_login(hub, options.login).id)
    return _say(f"{options.login} is let in again.")


def set_password(options: argparse.Namespace) -> int:
    """Give somebody a new password."""
    with _hub(options) as hub:
        account = administration.user_of_login(hub, options.login)
        administration.set_password(hub, _HERE, account.id, _password(options))
    return _say(f"{options.login} has a new password; every session of theirs was ended.")


def link(options: argparse.Namespace) -> int:
    """Let somebody sign in as a subject of the provider."""
    with _hub(options) as hub:
        account = administration.user_of_login(hub, options.login)
        administration.link(hub, _HERE, account.id, options.subject)
    return _say(f"{options.login} signs in by single sign-on too.")


def set_roles(options: argparse.Namespace) -> int:
    """Give somebody other roles."""
    with _hub(options) as hub:
        account = administration.user_of_login(hub, options.login)
        administration.set_roles(hub, _HERE, account.id, options.roles)
    return _say(f"{options.login}: {', '.join(options.roles)}.")


def set_branch(options: argparse.Namespace) -> int:
    """Put somebody into another branch, or into none."""
    branch_id = None if options.branch == "none" else _id(options.branch)
    with _hub(options) as hub:
        account = administration.user_of_login(hub, options.login)
        administration.set_branch(hub, _HERE, account.id, branch_id)
    return _say(f"{options.login} was moved.")


def add_branch(options: argparse.Namespace) -> int:
    """Open a branch."""
    branch = NewBranch(
        options.name,
        options.kind,
        options.time_zone,
        parent_id=_id(options.parent) if options.parent else None,
        country=options.country,
        region=options.region,
        **letterhead_of(options),
    )
    with _hub(options) as hub:
        made = administration.add_branch(hub, _HERE, branch)
    return _tell(options, {"id": made}, f"{options.name} was opened: {made}")


def edit_branch(options: argparse.Namespace) -> int:
    """Change a branch."""
    names = ("name", "kind", "time_zone", "country", "region")
    given = {name: value for name in names if (value := getattr(options, name)) is not None}
    given |= {name: value for name, value in letterhead_of(options).items() if value is not None}
    if options.parent:
        given["parent_id"] = _id(options.parent)
    if not given:
        raise KnownError("Nothing is to be changed.", "", "Name what is, as in --name or --time-zone.")
    with _hub(options) as hub:
        administration.edit_branch(hub, _HERE, _id(options.branch), given)
    return _say("The branch was changed.")


def list_branches(options: argparse.Namespace) -> int:
    """Every branch."""
    with _hub(options) as hub:
        rows = [asdict(each) for each in administration.branches(hub)]
    return _list(options, rows, ("id", "name", "kind", "time_zone"))


def list_devices(options: argparse.Namespace) -> int:
    """Every device; never its secret, nor what is kept of it."""
    with _hub(options) as hub:
        rows = [asdict(each) for each in administration.devices(hub)]
    for row in rows:
        del row["secret_hash"]
    return _list(options, rows, ("id", "name", "platform", "state", "last_seen_at"))


def revoke_device(options: argparse.Namespace) -> int:
    """Let a device in no more."""
    with _hub(options) as hub:
        administration.revoke_device(hub, _HERE, _id(options.device), lost=options.lost)
    return _say("The device is let in no more.")


def list_sessions(options: argparse.Namespace) -> int:
    """Every session that goes on."""
    with _hub(options) as hub:
        logins = {each.id: each.login for each in administration.users(hub)}
        rows = [
            {
                "id": each.id,
                "login": logins.get(each.account_id),
                "device_id": each.device_id,
                "started_at": each.started_at,
                "expires_at": each.expires_at,
            }
            for each in administration.open_sessions(hub)
        ]
    return _list(options, rows, ("id", "login", "device_id", "started_at"))


def end_session(options: argparse.Namespace) -> int:
    """End a session."""
    with _hub(options) as hub:
        administration.end_session(hub, _HERE, _id(options.session))
    return _say("The session was ended.")


def list_policies(options: argparse.Namespace) -> int:
    """Every version of a policy that was installed."""
    with _hub(options) as hub:
        rows = [asdict(each) for each in administration.policies(hub)]
    return _list(options, rows, ("code", "version", "effective_from", "installed_at"))


def install_policy(options: argparse.Namespace) -> int:
    """Install a shipped policy or a policy file as a new version."""
    file = Path(options.policy)
    if file.suffix == ".toml":
        policy = load_policy(file.read_bytes(), str(file))
    else:
        (policy,) = founding.chosen_policies([options.policy])
    with _hub(options) as hub:
        administration.install_policy(hub, _HERE, policy)
    return _say(f"Version {policy.version} of “{policy.code}” was installed.")


def list_audit(options: argparse.Namespace) -> int:
    """The last lines of the audit log, newest first."""
    with _hub(options) as hub:
        rows = [asdict(each) for each in administration.audit(hub, options.limit)]
    return _list(options, rows, ("at", "act", "actor", "address"))


# ---------------------------------------------------------------- what the words share


def _settings(options: argparse.Namespace) -> HubSettings:
    try:
        return load(options.config, os.environ)
    except SettingsRefused as refused:
        raise KnownError(
            str(refused), "Nothing was started or changed.", "Correct it in the file or in the environment."
        ) from refused


@contextmanager
def _hub(options: argparse.Namespace, *, create: bool = False) -> Iterator[Hub]:
    # One command is one client of the database, whatever the server is allowed.
    hub = open_hub(replace(_settings(options), connections=2), create=create)
    try:
        yield hub
    finally:
        hub.store.close()


def _password(options: argparse.Namespace) -> str:
    """The password, which is never an argument: those are shown to everybody on the machine."""
    if options.password_file is not None:
        with options.password_file.open(encoding="utf-8") as file:
            return _first_line(file.read(_PASSWORD_BYTES))
    if not sys.stdin.isatty():
        return _first_line(sys.stdin.read(_PASSWORD_BYTES))
    first = getpass.getpass("Password: ")
    if getpass.getpass("The same again: ") != first:
        raise KnownError("The two passwords differ.", "Nothing was saved.", "Try again.")
    return first


def _first_line(text: str) -> str:
    line = text.partition("\n")[0].rstrip("\r")
    if not line:
        raise KnownError(
            "The password is empty.", "Nothing was saved.", "Give it on standard input or by a file."
        )
    return line


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as error:
        raise KnownError(f"“{text}” is no id.", "Nothing was changed.", "Copy it from the list.") from error


def _say(sentence: str) -> int:
    print(sentence)
    return 0


def _tell(options: argparse.Namespace, made: Mapping[str, Any], sentence: str) -> int:
    print(json.dumps(made, default=_plain) if options.json else sentence)
    return 0


def _list(options: argparse.Namespace, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> int:
    if options.json:
        print(json.dumps(rows, default=_plain, ensure_ascii=False))
        return 0
    lines = [tuple(_cell(row[name]) for name in columns) for row in rows]
    widths = [max(map(len, column)) for column in zip(columns, *lines, strict=True)]
    for line in (columns, *lines):
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    return 0


def _cell(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _plain(value: object) -> str:
    return value.isoformat() if hasattr(value, "isoformat") else str(value)
