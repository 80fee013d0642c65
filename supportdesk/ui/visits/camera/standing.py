"""How it stands with the camera, and what is said where its picture would be."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication


class Standing(Enum):
    """How it stands with the camera; only in LIVE there is a picture."""

    STARTING = "starting"
    LIVE = "live"
    SILENT = "silent"
    BROKEN = "broken"
    NONE = "none"
    FORBIDDEN = "forbidden"


def words_of(standing: Standing, system: str) -> tuple[str, str, str]:
    """A sentence, what to do, and what a button offers; `system` is what the system said of a camera that broke."""
    again = QCoreApplication.translate("Camera", "Try again")
    choose = QCoreApplication.translate("Camera", "Choose files instead…")
    said = {
        Standing.SILENT: (
            QCoreApplication.translate("Camera", "The camera gives no picture."),
            QCoreApplication.translate(
                "Camera",
                "Perhaps another program is using it, or its cover is closed. Close the other program.",
            ),
            again,
        ),
        Standing.BROKEN: (
            QCoreApplication.translate("Camera", "The camera stopped."),
            QCoreApplication.translate(
                "Camera", "Connect the camera anew, or another one. The system says: {words}"
            ).format(words=system),
            again,
        ),
        Standing.NONE: (
            QCoreApplication.translate("Camera", "No camera is connected."),
            QCoreApplication.translate(
                "Camera", "One that you connect is seen at once. Photos of a phone can be added as files."
            ),
            choose,
        ),
        Standing.FORBIDDEN: (
            QCoreApplication.translate("Camera", "Support Desk may not use the camera."),
            QCoreApplication.translate(
                "Camera",
                "Allow it in the system's settings, under privacy and camera, then open this again. "
                "Photos can also be added as files.",
            ),
            choose,
        ),
    }
    return said.get(standing, (QCoreApplication.translate("Camera", "The camera is starting…"), "", ""))
