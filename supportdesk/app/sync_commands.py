"""The commands of a desk that belongs to a hub: beginning at one, and one exchange with it for scripts."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import closing
from typing import Any

from supportdesk.app import bootstrap, hub_line
from supportdesk.app.bootstrap import OpenedProfile
from supportdesk.app.profile_settings import settings_of
from supportdesk.app.secret_input import read_secret
from supportdesk.app.single_instance import alone
from supportdesk.config.paths import Profile
from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.services.exchange.unsent import unsent
from supportdesk.store import desk_rows, kept_uploads
from supportdesk.store.blobs import Blobs
from supportdesk.sync import connecting
from supportdesk.sync.carrying import attachments_of, round_of_files
from supportdesk.sync.engine import Engine, Round
from supportdesk.sync.file_link import FileLink


def run_join(profile: Profile, options: argparse.Namespace) -> int:
    """Set up a desk at a hub and load it; prints what came. KnownError for what keeps it from being set up."""
    if bootstrap.exists(profile):
        raise KnownError(
            f"A desk has already been set up in {profile.root}.",
            "It was left as it is.",
            "Name another folder with --profile; a desk that works alone joins a hub from its window.",
        )
    offer = connecting.ask(options.address)
    password = read_secret("Password at the hub")
    passphrase = read_secret("Passphrase for this desk") if options.encryption == "passphrase" else ""
    admitted = connecting.log_in(offer.address, options.login, password, options.device)
    opened = hub_line.begin_at_hub(profile, admitted, options.encryption, passphrase=passphrase)
    with closing(opened.store):
        done = _exchanged(opened, access_token=admitted.access_token)
        _print(_told(opened, done), as_json=options.json)
    return 0


def run_sync(profile: Profile, options: argparse.Namespace) -> int:
    """Exchange with the hub once and print the result as JSON; what failed is in it too, with exit status 1."""
    with alone(profile, but="let the open desk do it, which it does by itself"):
        passphrase = None
        if bootstrap.exists(profile) and settings_of(profile).encryption == "passphrase":
            passphrase = read_secret("Passphrase of this desk")
        opened = bootstrap.open_profile(profile, passphrase=passphrase)
        with closing(opened.store):
            return _sync(opened, options.login)


def _sync(opened: OpenedProfile, login: str | None) -> int:
    done = Round()
    try:
        token = _signed_in(opened, login) if login else ""
        _exchanged(opened, done, access_token=token)
    except KnownError as error:
        rule = error.rule if isinstance(error, RuleRefusal) else None
        told = {"what": error.what, "meaning": error.meaning, "remedy": error.remedy, "rule": rule}
        _print({**_told(opened, done), "error": told}, as_json=True)
        print(error, file=sys.stderr)
        return 1
    _print(_told(opened, done), as_json=True)
    return 0


def _signed_in(opened: OpenedProfile, login: str) -> str:
    address = hub_line.address_of(opened)
    if address is None:
        raise KnownError("This desk works alone.", "There is no hub to sign in to.", "Join one first.")
    kept = hub_line.keeper_of(opened).load()
    admitted = connecting.log_in(address, login, read_secret("Password at the hub"), "", kept)
    hub_line.signed_in_again(opened, admitted)
    return admitted.access_token


def _exchanged(opened: OpenedProfile, done: Round | None = None, *, access_token: str) -> Round:
    """Push, pull and load until nothing is left to load, then send what files wait."""
    done = done or Round()
    links = hub_line.links_of(opened, access_token=access_token)
    with closing(links.text()) as link:
        engine = Engine(opened.desk, link)
        engine.push(done)
        engine.pull(done)
        engine.load(done)
        with closing(links.files()) as files:
            sent = _send_files(opened, files)
        if sent:
            # That the hub has them comes with its rows, as for everybody else.
            engine.pull(done)
    return done


def _send_files(opened: OpenedProfile, link: FileLink) -> bool:
    """Send the files that wait; whether any has gone. What the hub does not take is kept for its person."""
    blobs = Blobs(opened.profile.blobs, opened.store.files_key)
    with opened.store.read() as conn:
        before, _size = kept_uploads.waiting(conn)
    if not before:
        return False
    round_of_files(opened.desk, blobs, attachments_of(blobs)(opened.desk, link, lambda _progress: None))
    return True


def _told(opened: OpenedProfile, done: Round) -> dict[str, Any]:
    with opened.store.read() as conn:
        mine = desk_rows.membership(conn)
        waiting = desk_rows.count_waiting(conn)
        unsettled = desk_rows.count_unsettled(conn)
        files, size = kept_uploads.waiting(conn)
        refused = [] if mine is None else unsent(conn)
    return {
        "hub": mine["address"] if mine is not None else None,
        "pushed": done.pushed,
        "rows": done.rows,
        "pages": done.pages,
        "waiting": waiting,
        "unsettled": unsettled,
        "cursor": mine["cursor"] if mine is not None else None,
        "files": {
            "waiting": files,
            "bytes": size,
            "refused": [
                {"id": str(each.file_id), "name": each.name, "cause": each.cause, "what": each.what}
                for each in refused
            ],
        },
    }


def _print(told: dict[str, Any], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(told))
    else:
        print(
            f"{told['rows']} rows came from {told['hub']}; {told['pushed']} changes were sent, "
            f"{told['waiting']} wait, {told['unsettled']} need you."
        )
