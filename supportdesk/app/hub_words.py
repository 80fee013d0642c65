"""The words of `supportdesk hub`: which there are and what they take; what each does lives in `hub_commands`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from supportdesk.app.branch_words import add_place_options
from supportdesk.app.words import Commands, Word

if TYPE_CHECKING:
    from collections.abc import Callable

_ROLES = (
    "support_officer, field_engineer, consultant, developer_liaison, manager, central_support, administrator"
)
_KINDS = ("central", "subsidiary", "agency", "distributor")


def add_hub_words(commands: Commands) -> None:
    """Add `hub` and everything that can be said after it."""
    hub = commands.add("hub", "set up, run and look after a hub that many desks work with", None)
    with_config = Word(add_help=False)
    with_config.add_argument(
        "--config",
        type=Path,
        metavar="FILE",
        help="the hub's settings, in TOML (default: SUPPORTDESK_HUB_CONFIG; SUPPORTDESK_HUB_… overrule it)",
    )
    words = Commands(hub.add_subparsers(title="words", metavar="WORD", required=True), with_config)
    _add_init(words)
    serve = words.add("serve", "answer desks until told to stop", _calling("serve"))
    serve.add_argument("--host", help="the address to listen on")
    serve.add_argument("--port", type=int, help="the port to listen on")
    serve.add_argument("--workers", type=int, metavar="N", help="how many processes answer (PostgreSQL only)")
    serve.add_argument("--tls-cert", metavar="FILE", help="the certificate with its chain")
    serve.add_argument("--tls-key", metavar="FILE", help="the certificate's private key")
    serve.add_argument("--proxy", metavar="ADDRESSES", help="the proxies in front, which speak TLS")
    demo = words.add("demo", "a hub and two desks on this machine, and a change that travels", _demo)
    demo.add_argument(
        "--database", metavar="URL", help="an empty PostgreSQL database for the hub (default: a file)"
    )
    _add_users(_below(words, with_config, "user", "people who may sign in"))
    _add_branches(_below(words, with_config, "branch", "branches of the vendor"))
    devices = _below(words, with_config, "device", "desks that were signed in from")
    _with_json(devices.add("list", "every device", _calling("list_devices")))
    revoke = devices.add("revoke", "let a device in no more", _calling("revoke_device"))
    revoke.add_argument("device", metavar="ID")
    revoke.add_argument("--lost", action="store_true", help="note that it was lost")
    tokens = _below(words, with_config, "token", "sessions, whose tokens let devices in")
    _with_json(tokens.add("list", "every session that goes on", _calling("list_sessions")))
    tokens.add("revoke", "end a session", _calling("end_session")).add_argument("session", metavar="ID")
    policies = _below(words, with_config, "policy", "the support policies that desks get from the hub")
    _with_json(policies.add("list", "every version that was installed", _calling("list_policies")))
    install = policies.add("install", "install a policy as a new version", _calling("install_policy"))
    install.add_argument("policy", metavar="POLICY", help="a shipped policy's code, or a policy file")
    audit = words.add("audit", "who did what to accounts and devices", _calling("list_audit"))
    audit.add_argument("--limit", type=int, default=50, metavar="N", help="the last N lines (default: 50)")
    _with_json(audit)


def _add_init(words: Commands) -> None:
    init = words.add("init", "set up an empty hub, or bring an older one up to date", _calling("init"))
    init.add_argument("--name", required=True, help="the first administrator's name")
    init.add_argument("--login", required=True, help="the login, such as an e-mail address")
    init.add_argument("--email", help="the e-mail address")
    init.add_argument(
        "--branch", default="Central support", help="the first branch (default: Central support)"
    )
    init.add_argument("--time-zone", default="UTC", help="the branch's time zone (default: UTC)")
    init.add_argument(
        "--policy",
        action="append",
        metavar="CODE",
        help="a shipped policy to install, again for each (default: all of them)",
    )
    _with_password(init)
    _with_json(init)


def _add_users(users: Commands) -> None:
    add = users.add("add", "add somebody who may sign in", _calling("add_user"))
    add.add_argument("login", metavar="LOGIN")
    add.add_argument("--name", required=True)
    add.add_argument(
        "--role", action="append", required=True, metavar="ROLE", help=f"again for each: {_ROLES}"
    )
    add.add_argument("--email")
    add.add_argument("--branch", metavar="ID", help="the branch's id")
    add.add_argument("--without-password", action="store_true", help="signs in by single sign-on only")
    _with_password(add)
    _with_json(add)
    _with_json(users.add("list", "everybody who has an account", _calling("list_users")))
    for word, about in (("disable", "let somebody in no more"), ("enable", "let somebody in again")):
        users.add(word, about, _calling(f"{word}_user")).add_argument("login", metavar="LOGIN")
    password = users.add("password", "give somebody a new password", _calling("set_password"))
    password.add_argument("login", metavar="LOGIN")
    _with_password(password)
    subject = users.add(
        "subject", "let somebody sign in as a subject of the OpenID provider", _calling("link")
    )
    subject.add_argument("login", metavar="LOGIN")
    subject.add_argument("subject", metavar="SUBJECT", help="the `sub` that the provider knows the person by")
    roles = users.add("roles", "give somebody other roles", _calling("set_roles"))
    roles.add_argument("login", metavar="LOGIN")
    roles.add_argument("roles", nargs="+", metavar="ROLE", help=_ROLES)
    branch = users.add("branch", "put somebody into another branch", _calling("set_branch"))
    branch.add_argument("login", metavar="LOGIN")
    branch.add_argument("branch", metavar="ID", help="the branch's id, or none")


def _add_branches(branches: Commands) -> None:
    add = branches.add("add", "open a branch", _calling("add_branch"))
    add.add_argument("name", metavar="NAME")
    add.add_argument("--kind", required=True, choices=_KINDS)
    add.add_argument("--time-zone", required=True, metavar="ZONE", help="such as Europe/Paris")
    _with_json(add)
    edit = branches.add("edit", "change a branch", _calling("edit_branch"))
    edit.add_argument("branch", metavar="ID")
    edit.add_argument("--name")
    edit.add_argument("--kind", choices=_KINDS)
    edit.add_argument("--time-zone", metavar="ZONE")
    for each in (add, edit):
        each.add_argument("--parent", metavar="ID", help="the branch above it")
        add_place_options(each)
    _with_json(branches.add("list", "every branch", _calling("list_branches")))


def _below(words: Commands, anywhere: Word, word: str, about: str) -> Commands:
    parser = words.add(word, about, None)
    return Commands(parser.add_subparsers(title="acts", metavar="ACT", required=True), anywhere)


def _with_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="write JSON, for scripts")


def _with_password(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--password-file",
        type=Path,
        metavar="FILE",
        help="a file whose first line is the password (default: it is asked for, or read from standard input)",
    )


def _calling(name: str) -> Callable[[argparse.Namespace], int]:
    """What a word runs, imported when it is called: the hub's libraries must not slow the first window."""

    def run(options: argparse.Namespace) -> int:
        from supportdesk.app import hub_commands  # noqa: PLC0415 - as said above

        status: int = getattr(hub_commands, name)(options)
        return status

    return run


def _demo(options: argparse.Namespace) -> int:
    from supportdesk.app.hub_demo import run_hub_demo  # noqa: PLC0415 - the other words need no desks

    return run_hub_demo(options.database)
