"""Saves photos that the report did not take, into a folder that the person chose."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from supportdesk.documents import pictures
from supportdesk.domain.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from supportdesk.ui.visits.camera.shots import Shot


def save_all(shots: Sequence[Shot], folder: Path) -> Iterator[Shot]:
    """Save each under a name that is free there, and yield it once it is safe. KnownError for the first that isn't."""
    for shot in shots:
        if shot.picture is None:
            continue
        data, suffix = shot.picture.data, shot.picture.suffix
        try:
            _save(pictures.written(data, suffix) if isinstance(data, QImage) else data, folder, suffix)
        except OSError as error:
            raise KnownError(
                QCoreApplication.translate("Camera", "The photo could not be saved there: {why}.").format(
                    why=error.strerror or error
                ),
                QCoreApplication.translate("Camera", "It is still here."),
                QCoreApplication.translate("Camera", "Choose another folder."),
            ) from error
        yield shot


def _save(data: bytes, folder: Path, suffix: str) -> None:
    name, number = QCoreApplication.translate("Visits", "Photo"), 1
    while True:
        place = folder / f"{name} {number}.{suffix}"
        try:
            with place.open("xb") as file:
                file.write(data)
        except FileExistsError:
            number += 1
        except OSError:
            place.unlink(missing_ok=True)
            raise
        else:
            return
