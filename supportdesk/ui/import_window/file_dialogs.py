"""The system's own dialogs for an export to read and a report to write; neither holds up the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog

from supportdesk.ui.widgets.file_place import begin_at_home

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_EXPORTS = "(*.csv *.tsv *.txt *.json *.ndjson *.jsonl *.gz *.zip)"


def ask_for_export(over: QWidget, chosen: Callable[[str], None]) -> None:
    """Let a file be chosen; `chosen`, a method of a QObject, gets its path."""
    dialog = QFileDialog(over, QCoreApplication.translate("Import", "Choose an export"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    begin_at_home(dialog)
    exports = QCoreApplication.translate("Import", "Exports {kinds}").format(kinds=_EXPORTS)
    dialog.setNameFilters([exports, QCoreApplication.translate("Import", "All files (*)")])
    _open(dialog, chosen)


def ask_for_report(over: QWidget, chosen: Callable[[str], None]) -> None:
    """Let a place for the report be chosen; `chosen`, a method of a QObject, gets its path."""
    dialog = QFileDialog(over, QCoreApplication.translate("Import", "Save the report"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([QCoreApplication.translate("Import", "Table (*.csv)")])
    dialog.setDefaultSuffix("csv")
    begin_at_home(dialog)
    dialog.selectFile("import-report.csv")
    _open(dialog, chosen)


def _open(dialog: QFileDialog, chosen: Callable[[str], None]) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(chosen)
    dialog.open()
