"""A desk for a command that asks: opened beside whoever works on it, and read in the zone of its person."""

from __future__ import annotations

import getpass
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from zoneinfo import ZoneInfo

from supportdesk.app import bootstrap
from supportdesk.app.bootstrap import OpenedProfile, Outdated, open_profile
from supportdesk.app.profile_settings import settings_of
from supportdesk.app.single_instance import alone
from supportdesk.config.paths import Profile
from supportdesk.rules.calendars.zone import load_zone
from supportdesk.services.operations.desk import Desk
from supportdesk.services.person import place


def zone_of(desk: Desk) -> ZoneInfo:
    """The zone in which the person at this desk reads times."""
    return load_zone(place.me(desk).time_zone)


def passphrase_of(profile: Profile) -> str | None:
    """The passphrase, typed where there is somebody to type it; never from the command line or a file."""
    if not bootstrap.exists(profile) or settings_of(profile).encryption != "passphrase":
        return None
    # Standard input may have held the text of a reply: it is the terminal itself that is asked.
    if not sys.stdin.isatty() and not sys.stderr.isatty():
        return None
    try:
        return getpass.getpass("Passphrase of this desk: ")
    except EOFError:
        return None


@contextmanager
def opened_desk(profile: Profile, passphrase: str | None, *, upgrade: bool) -> Iterator[OpenedProfile]:
    """A desk that is closed afterwards; what is troubled in it is said."""
    opened = open_profile(profile, passphrase=passphrase, upgrade=upgrade)
    try:
        if opened.trouble is not None:
            print(opened.trouble, file=sys.stderr)
        yield opened
    finally:
        opened.store.close()


@contextmanager
def desk_to_read(profile: Profile, passphrase: str | None) -> Iterator[OpenedProfile]:
    """A desk to be asked, whoever else works on it; alone only where its file must first be brought up to date."""
    with ExitStack() as ends:
        try:
            opened = ends.enter_context(opened_desk(profile, passphrase, upgrade=False))
        except Outdated:
            ends.enter_context(alone(profile, but="ask with the version of the program that is open"))
            opened = ends.enter_context(opened_desk(profile, passphrase, upgrade=True))
        yield opened
