"""Where the system's file dialogs begin; what is chosen in them is their owner's matter."""

from __future__ import annotations

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog


def begin_at_home(dialog: QFileDialog) -> None:
    """Begin in the person's documents, unless a dialog before has been somewhere else already.

    Qt's own beginning is the folder that the program was started in, where nobody keeps files.
    """
    if dialog.directory().absolutePath() == QDir.currentPath():
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog.setDirectory(documents if documents and QDir(documents).exists() else QDir.homePath())
