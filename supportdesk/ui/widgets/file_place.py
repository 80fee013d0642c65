"""Where the system's file dialogs begin; what is chosen in them is their owner's matter."""

from __future__ import annotations

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog


def begin_at_home(dialog: QFileDialog) -> None:
    """Begin in the person's documents, unless a dialog before has been somewhere else already.

    Qt's own beginning is the folder that the program was started in, where nobody keeps files.
    """
    begin_at(dialog, QStandardPaths.StandardLocation.DocumentsLocation)


def begin_at(dialog: QFileDialog, location: QStandardPaths.StandardLocation) -> None:
    """The same in another of the person's folders; at home where they have none."""
    if dialog.directory().absolutePath() == QDir.currentPath():
        place = QStandardPaths.writableLocation(location)
        dialog.setDirectory(place if place and QDir(place).exists() else QDir.homePath())
