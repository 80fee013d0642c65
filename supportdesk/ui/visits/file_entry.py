"""A file of a visit's report that is no photo: name and size in one row; a click looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportdesk.ui.case_detail.file_entry import Entry

if TYPE_CHECKING:
    from supportdesk.services.views.visits import VisitFile


class FileEntry(Entry):
    """One file of a report."""

    def __init__(self, file: VisitFile) -> None:
        words = QCoreApplication.translate("Visits", "Take {name} out of the report").format(name=file.name)
        super().__init__(file, words)
        self.file = file
