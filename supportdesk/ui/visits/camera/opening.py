"""Opens the camera where this installation has what it takes."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportdesk.domain.errors import KnownError

if TYPE_CHECKING:
    from uuid import UUID

    from supportdesk.ui.pages import Shell
    from supportdesk.ui.visits.camera.dialog import CameraDialog
    from supportdesk.ui.visits.photo_desk import PhotoDesk


@cache
def is_installed() -> bool:
    """Whether Qt's multimedia is here; it is loaded only once the camera is opened."""
    return find_spec("PySide6.QtMultimedia") is not None


def open_camera(shell: Shell, desk: PhotoDesk, visit_id: UUID) -> CameraDialog:
    """Take photos for this visit; KnownError where a library of the system is missing."""
    try:
        from supportdesk.ui.visits.camera.dialog import CameraDialog  # noqa: PLC0415 - see above
    except ImportError as error:
        raise KnownError(
            QCoreApplication.translate("Camera", "The camera can't be used on this computer."),
            QCoreApplication.translate("Camera", "A library of the system is missing: {name}.").format(
                name=error
            ),
            QCoreApplication.translate(
                "Camera", "Ask who looks after this computer to install it, or add photos as files."
            ),
        ) from error
    dialog = CameraDialog(shell, desk, visit_id)
    dialog.open()
    return dialog
