"""Where a profile keeps its files; nothing here opens one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "SUPPORTDESK_HOME"


@dataclass(frozen=True, slots=True)
class Profile:
    """One desk's folder. Two profiles share nothing, not even the key in the system's keyring."""

    root: Path

    @property
    def database(self) -> Path:
        """The desk's encrypted database."""
        return self.root / "desk.db"

    @property
    def unfinished(self) -> Path:
        """The database of a desk that is being set up, until it is whole."""
        return self.root / "desk.db.new"

    @property
    def before_hub(self) -> Path:
        """The database as it was before the desk joined a hub, until all of it has come back from there."""
        return self.root / "desk.before-hub.db"

    @property
    def lock(self) -> Path:
        """There while a program works on the desk; it names the process."""
        return self.root / "desk.lock"

    @property
    def salt(self) -> Path:
        """Beside a database that is locked by a passphrase: the salt, never a key."""
        return self.root / "desk.salt"

    @property
    def blobs(self) -> Path:
        """Attachments' bytes, by content."""
        return self.root / "files"

    @property
    def settings(self) -> Path:
        """The settings a person or an administrator may edit."""
        return self.root / "settings.toml"

    @property
    def logs(self) -> Path:
        """Rotating logs without message bodies, PINs or keys."""
        return self.root / "logs"

    def make(self) -> None:
        """Create the folder, readable by its owner only where the system knows owners."""
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)


def default_profile() -> Profile:
    """The profile named by SUPPORTDESK_HOME, else the user's own."""
    named = os.environ.get(HOME_VARIABLE)
    if named:
        return Profile(Path(named))
    import platformdirs  # noqa: PLC0415 - not needed where the folder is named, and not before the first window

    return Profile(Path(platformdirs.user_data_path("Support Desk", appauthor=False)))


def resources() -> Path:
    """The folder of policies and other shipped data: beside the package in a checkout, inside a frozen build."""
    return Path(__file__).resolve().parent.parent.parent / "resources"


def translations() -> Path:
    """The folder of the screens' texts, beside `resources`."""
    return resources().parent / "translations"
