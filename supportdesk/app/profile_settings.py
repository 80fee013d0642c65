"""The settings of a profile as its desk needs them, and what is said where they can't be used; it writes none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportdesk.config import settings as settings_file
from supportdesk.config.settings import LoadedSettings, Settings
from supportdesk.domain.errors import KnownError

if TYPE_CHECKING:
    from supportdesk.config.paths import Profile
    from supportdesk.services.operations.desk import Desk

_MOST_NAMED = 10
_LOCKS = 'encryption = "keyring", "passphrase" or "off"'
_NOTHING_TOUCHED = "Nothing was opened or changed, so that a wrong guess does no harm."


def settings_of(profile: Profile) -> Settings:
    """The settings of a desk that was set up; KnownError unless they say how it is locked and who sits at it.

    How it is locked is never told from the database's own file: one that was put in its place could then be opened
    as if it were the desk's.
    """
    loaded = settings_file.load(profile.settings)
    if loaded.missing:
        raise KnownError(
            f"The settings file {profile.settings} is missing, and a desk was set up here.",
            f"It says how the desk is locked and who works at it. {_NOTHING_TOUCHED}",
            f"Restore it from a backup. Without one, write a file of that name with the line {_LOCKS} – "
            "as the desk was set up – and start again; the desk then says what else is needed.",
        )
    if problems := loaded.problems or _unsaid(profile, loaded):
        raise KnownError(
            f"The settings file {profile.settings} can't be used.",
            f"{'; '.join(problems)}. {_NOTHING_TOUCHED}",
            "Correct what is named, or restore the file from a backup.",
        )
    return loaded.settings


def refuse_lost_database(profile: Profile) -> None:
    """KnownError where the settings tell of a desk whose database is gone: none may take its place unasked."""
    try:
        is_folder = profile.database.is_dir()
        profile.settings.exists()
    except OSError as error:
        raise KnownError(
            f"The folder {profile.root} can't be looked into: {error.strerror or error}.",
            "Whether a desk was set up there can't be told. Nothing was changed.",
            "Give this account the right to use the folder, or name another one with --profile.",
        ) from error
    if is_folder:
        raise KnownError(
            f"{profile.database} is a folder.",
            "The desk's file should be in its place. Nothing was changed.",
            "Put the desk's file back, or name another folder with --profile.",
        )
    if profile.database.exists() or profile.unfinished.exists():
        return
    changes = profile.database.with_name(f"{profile.database.name}-wal")
    # Beside a new file the log of the lost one would be taken for the new one's, and spoil it.
    if settings_file.load(profile.settings).settings.first_run_done or changes.exists():
        raise KnownError(
            f"The desk's file {profile.database} is missing, and a desk was set up here.",
            "All its cases are in that file. No new one was begun in its place.",
            f"Put {profile.database.name} back or restore it from a backup. To begin anew, move the whole folder away.",
        )


def check_actor(profile: Profile, desk: Desk) -> None:
    """KnownError where the one that the settings name as sitting here is unknown to the open desk."""
    from supportdesk.services.person import place  # noqa: PLC0415 - only where a desk is open
    from supportdesk.store import desk_rows  # noqa: PLC0415 - as above

    if desk.store.side == "desk":
        # Its person is known to the hub, whose rows may not have come yet.
        with desk.store.read() as conn:
            mine = desk_rows.membership(conn)
        if mine is not None and mine["agent_id"] == desk.actor:
            return
    people = place.agents(desk)
    if desk.actor in people:
        return
    named = [f"{name}: {agent_id}" for agent_id, name in people.items()]
    more = f" and {len(named) - _MOST_NAMED} more" if len(named) > _MOST_NAMED else ""
    raise KnownError(
        f"The settings file {profile.settings} does not name an agent of this desk.",
        f"Whatever was done would be nobody's. The desk's agents are {'; '.join(named[:_MOST_NAMED])}{more}.",
        'Write the id of the one who works here into the file, as actor = "…", and start again.',
    )


def _unsaid(profile: Profile, loaded: LoadedSettings) -> tuple[str, ...]:
    """What the file leaves out and a desk can't do without."""
    if "encryption" in loaded.given:
        return ()
    return (f"{profile.settings.name} does not say how the desk is locked; it takes the line {_LOCKS}",)
