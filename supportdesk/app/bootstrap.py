"""Builds a desk from a profile's folder: settings, key, database, policies, and who sits at it; no window."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from uuid import UUID

from uuid_utils.compat import uuid7

from supportdesk.app.profile_settings import check_actor, refuse_lost_database, settings_of
from supportdesk.config import settings as settings_file
from supportdesk.config.settings import Settings
from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import AgentRole
from supportdesk.services import acts
from supportdesk.services.operations.desk import Desk
from supportdesk.services.operations.kept_policies import book_of, in_one
from supportdesk.services.person import preferences
from supportdesk.services.registers import staff
from supportdesk.services.registers.staff import NewAgent, NewBranch
from supportdesk.store import desk_rows, desk_settings, migrate, revision
from supportdesk.store.store import Store

if TYPE_CHECKING:
    from supportdesk.config.paths import Profile

# The keyring and the passphrase are loaded only when asked: neither may slow the first window.
# ruff: noqa: PLC0415

Encryption = Literal["keyring", "passphrase", "off"]
_DEVICE = "device"
_LOG = logging.getLogger(__name__)


class NeedsPassphrase(KnownError):
    """The profile is locked with a passphrase that was not given."""


class Outdated(KnownError):
    """The profile's database has an older schema than this program's and was not to be changed."""


@dataclass(frozen=True, slots=True)
class OpenedProfile:
    """A profile at work. Whoever opened it closes its store. `trouble` is to be told, and keeps nothing shut."""

    profile: Profile
    settings: Settings
    store: Store
    desk: Desk
    trouble: KnownError | None = None


@dataclass(frozen=True, slots=True)
class NewProfile:
    """What a new profile is made from: how it is locked, and the first person and place."""

    encryption: Encryption
    person: str
    email: str
    branch: str
    time_zone: str
    policy: str
    language: str = "en"
    passphrase: str = ""


def present() -> datetime:
    """The present instant in UTC."""
    return datetime.now(UTC)


def system_time_zone() -> str:
    """The name of the computer's own time zone, "" where it has none that the world knows."""
    from PySide6.QtCore import QTimeZone

    return bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")


def exists(profile: Profile) -> bool:
    """Whether a desk was set up in this folder."""
    return profile.database.is_file()


def open_profile(
    profile: Profile,
    *,
    passphrase: str | None = None,
    now: Callable[[], datetime] = present,
    upgrade: bool = True,
) -> OpenedProfile:
    """Open a profile that was set up before, bringing its database to this program's schema.

    Without `upgrade`, as beside a desk that is open on it, an older schema is left alone: Outdated. NeedsPassphrase
    where it is locked with one; NoKeyring and other KnownErrors say what keeps it shut.
    """
    refuse_lost_database(profile)
    if not exists(profile):
        raise KnownError(
            f"No desk has been set up in {profile.root}.",
            "There is nothing to open.",
            "Start Support Desk once and answer its questions, or name another folder with --profile.",
        )
    if profile.database.stat().st_size == 0:
        raise KnownError(
            f"The desk's file {profile.database} is empty.",
            "Something emptied it from outside; the program never does. Nothing was written to it.",
            "Restore it from a backup, or move it away to set up a new desk.",
        )
    settings = settings_of(profile)
    store = Store.open(profile.database, _key(profile, settings.encryption, passphrase))
    try:
        if not upgrade:
            _refuse_outdated(store)
    except BaseException:
        store.close()
        raise
    opened = _opened(profile, settings, store, now)
    try:
        check_actor(profile, opened.desk)
    except BaseException:
        store.close()
        raise
    return opened


def _refuse_outdated(store: Store) -> None:
    with store.read() as conn:
        found = revision.current(conn)
    if found != revision.HEAD:
        raise Outdated(
            f"The desk's file has schema {found}; this program works with schema {revision.HEAD}.",
            "It can't be brought there while a desk is open on it. Nothing was changed.",
            "Close the desk, update it, and try again.",
        )


def create_profile(
    profile: Profile, new: NewProfile, *, now: Callable[[], datetime] = present
) -> OpenedProfile:
    """Set up a desk in an empty folder with its first branch and agent; a folder in use is never written over.

    NoKeyring where the system has none that keeps secrets; KnownError if the folder can't be written.
    """
    settings = Settings(
        language=new.language, encryption=new.encryption, policy=new.policy, time_zone=new.time_zone
    )
    return _create(profile, settings, new.passphrase, lambda opened: _first_agent(opened.desk, new), now)


def create_empty(
    profile: Profile,
    settings: Settings,
    passphrase: str,
    fill: Callable[[Store], object],
    *,
    now: Callable[[], datetime] = present,
) -> OpenedProfile:
    """Set up a desk in an empty folder without anybody in it; `fill` gets its store before it takes its name.

    Errors as `create_profile`.
    """

    def begun(opened: OpenedProfile) -> UUID:
        fill(opened.store)
        return opened.desk.actor

    return _create(profile, settings, passphrase, begun, now)


def _create(
    profile: Profile,
    settings: Settings,
    passphrase: str,
    begin: Callable[[OpenedProfile], UUID],
    now: Callable[[], datetime],
) -> OpenedProfile:
    """Make a desk, whole or not at all; `begin` puts in what it begins with and gives who sits at it."""
    if exists(profile):
        raise KnownError(
            f"A desk has already been set up in {profile.root}.",
            "It was left as it is.",
            "Open it, or choose another folder.",
        )
    refuse_lost_database(profile)
    try:
        profile.make()
    except OSError as error:
        raise KnownError(
            f"The folder {profile.root} can't be made: {error.strerror or error}.",
            "Nothing was set up.",
            "Choose a folder that you may write to.",
        ) from error
    _clear_unfinished(profile)
    try:
        settings, key = _set_up(profile, settings, passphrase, begin, now)
        # Only a desk that is whole takes its name: one that was cut short is begun anew.
        profile.unfinished.replace(profile.database)
    except BaseException:
        _clear_unfinished(profile)
        raise
    return _opened(profile, settings, Store.open(profile.database, key), now)


def _clear_unfinished(profile: Profile) -> None:
    """Take away what was left of a desk whose setting up was cut short; nothing was ever done in it."""
    if not profile.unfinished.exists():
        return
    profile.salt.unlink(missing_ok=True)
    if settings_file.load(profile.settings).settings.first_run_done:
        profile.settings.unlink()
    for ending in ("-wal", "-shm", ""):
        Path(f"{profile.unfinished}{ending}").unlink(missing_ok=True)


def _set_up(
    profile: Profile,
    settings: Settings,
    passphrase: str,
    begin: Callable[[OpenedProfile], UUID],
    now: Callable[[], datetime],
) -> tuple[Settings, bytes | None]:
    with profile.unfinished.open("xb"):
        pass  # it tells of the beginning before a key or a salt is made
    key = _new_key(profile, settings.encryption, passphrase)
    opened = _opened(profile, settings, Store.open(profile.unfinished, key, create=True), now)
    try:
        settings = replace(settings, first_run_done=True, actor=str(begin(opened)))
        preferences.save(profile.settings, settings)
    finally:
        opened.store.close()
    return settings, key


def _opened(profile: Profile, settings: Settings, store: Store, now: Callable[[], datetime]) -> OpenedProfile:
    try:
        migrate.upgrade(store)
        policies, problems = book_of(store)
        actor, device = _who_and_where(store, settings)
        desk = Desk(
            store=store,
            actor=actor,
            device=device,
            policies=policies,
            now=now,
            new_id=uuid7,
            language=settings.language or "en",
        )
        with store.read() as conn:
            desk.policies.refresh(conn)
        _LOG.debug("the desk is open and knows %d acts", len(acts.known()))
    except BaseException:
        store.close()
        raise
    return OpenedProfile(profile, settings, store, desk, in_one(problems))


def _first_agent(desk: Desk, new: NewProfile) -> UUID:
    branch = staff.add_branch(desk, NewBranch(new.branch, "central", new.time_zone)).created
    roles = frozenset({AgentRole.SUPPORT_OFFICER, AgentRole.MANAGER, AgentRole.ADMINISTRATOR})
    agent = staff.add_agent(
        desk, NewAgent(new.person, roles, email=new.email or None, branch_id=branch, language=new.language)
    ).created
    if agent is None:
        message = "adding an agent gives an id"
        raise RuntimeError(message)
    return agent


def _who_and_where(store: Store, settings: Settings) -> tuple[UUID, UUID]:
    """Who sits at a desk and the id of this copy of it; on a desk of a hub, what the hub knows both by."""
    with store.read() as conn:
        mine = desk_rows.membership(conn)
        known = desk_settings.get(conn, _DEVICE)
    if mine is not None:
        return mine["agent_id"], mine["device_id"]
    actor = UUID(settings.actor) if settings.actor else uuid7()
    if known is not None:
        return actor, UUID(str(known))
    made = uuid7()
    with store.write() as conn:
        desk_settings.put(conn, _DEVICE, str(made))
    return actor, made


def _key(profile: Profile, encryption: Encryption, passphrase: str | None) -> bytes | None:
    if encryption == "off":
        return None
    if encryption == "passphrase":
        from supportdesk.store import passphrase as lock

        if passphrase is None:
            raise NeedsPassphrase(
                "This desk is locked with a passphrase.",
                "Its file stays closed without it.",
                "Type the passphrase that was chosen when the desk was set up.",
            )
        return lock.unlock(profile.salt, passphrase)
    from supportdesk.store.keys import KeyHolder

    return KeyHolder().get(str(profile.root))


def _new_key(profile: Profile, encryption: Encryption, passphrase: str) -> bytes | None:
    if encryption == "off":
        return None
    if encryption == "passphrase":
        from supportdesk.store import passphrase as lock

        return lock.lock(profile.salt, passphrase)
    from supportdesk.store.keys import KeyHolder

    return KeyHolder().get_or_create(str(profile.root))
