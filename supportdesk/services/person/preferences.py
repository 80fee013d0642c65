"""Keeping what a person chose; which settings there are is declared in config."""

from pathlib import Path

from supportdesk.config import settings
from supportdesk.config.settings import Settings
from supportdesk.domain.errors import KnownError


def save(path: Path, chosen: Settings) -> None:
    """Write the settings of a profile, whole or not at all; KnownError if the folder can't be written."""
    try:
        settings.save(path, chosen)
    except OSError as error:
        raise KnownError(
            f"The settings couldn't be saved in {path}.",
            f"The system said: {error.strerror or error}.",
            "Check that the folder exists and may be written, and that the disk isn't full.",
        ) from error
