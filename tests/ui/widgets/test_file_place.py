"""File dialogs begin where a person keeps files, not where the program lies."""

from pathlib import Path

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from supportdesk.ui.widgets.file_place import begin_at_home


def test_a_dialog_begins_in_the_documents_unless_it_has_been_elsewhere(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setDirectory(QDir.currentPath())
    begin_at_home(dialog)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    assert dialog.directory().absolutePath() in {documents, QDir.homePath()} - {QDir.currentPath()}
    dialog.setDirectory(str(tmp_path))
    begin_at_home(dialog)
    assert dialog.directory().absolutePath() == str(tmp_path)
