"""What the import window is made of, and which of it is seen on which part of the way; it asks and runs nothing."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.ui import moments
from supportdesk.ui.import_window import words
from supportdesk.ui.import_window.drop_zone import DropZone
from supportdesk.ui.import_window.mapping_form import MappingForm
from supportdesk.ui.import_window.preview_side import PreviewSide
from supportdesk.ui.import_window.report_view import ReportView
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button
from supportdesk.ui.widgets.chips import Tag
from supportdesk.ui.widgets.fields import Choice, Field
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.progress import Progress
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from supportdesk.ui.import_window.reading import ShownFile


class Phase(Enum):
    """Where on the way an import is."""

    CHOOSING = "choosing"
    MAPPING = "mapping"
    RUNNING = "running"
    REPORT = "report"


class ImportParts(QWidget):
    """The body of the window; `preview` is for its side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trouble = Banner(MessageKind.ERROR, closable=True)
        self.zone = DropZone()
        self.file = self._make_file_row()
        self.policy = Choice(QCoreApplication.translate("Import", "The cases come under"))
        self.time_zone = Field(
            QCoreApplication.translate("Import", "Time zone of times without one"), placeholder="Europe/Paris"
        )
        self.kept = Choice(QCoreApplication.translate("Import", "Kept mapping"))
        self.settings = QWidget()
        row = QHBoxLayout(self.settings)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for setting in (self.policy, self.time_zone, self.kept):
            row.addWidget(setting, 1)
        self.summary = label("", Type.BODY_STRONG, wrap=True)
        self.form = MappingForm()
        self.progress = Progress()
        calm = QCoreApplication.translate(
            "Import", "What is written stays if you cancel; importing the file again goes on from there."
        )
        self.calm = label(calm, Type.META, "muted", wrap=True)
        self.report = ReportView()
        self.preview = PreviewSide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.trouble)
        column.addWidget(self.zone, 8)
        for part in (
            self.file,
            self.settings,
            self.progress,
            self.calm,
            self.summary,
            self.form,
            self.report,
        ):
            column.addWidget(part)
        column.addStretch(1)
        self.trouble.hide()

    def show_phase(self, phase: Phase) -> None:
        """Show what belongs to this part of the way."""
        self.zone.setVisible(phase is Phase.CHOOSING)
        self.file.setVisible(phase is not Phase.CHOOSING)
        self.another.setVisible(phase is Phase.MAPPING)
        for part in (self.settings, self.form):
            part.setVisible(phase is Phase.MAPPING)
        for part in (self.progress, self.calm):
            part.setVisible(phase is Phase.RUNNING)
        self.summary.setVisible(phase is not Phase.RUNNING)
        self.report.setVisible(phase is Phase.REPORT)

    def show_file(self, shown: ShownFile) -> None:
        """Show which file it is, whose export, and what it could come under."""
        opened = shown.opened
        self._name.setText(moments.ltr(opened.source.path.name))
        self.product.show_text(opened.product)
        self._size.setText(words.size(shown.size))
        self.policy.offer(opened.policies)
        self.policy.choose(opened.mapping.policy)
        self.time_zone.set_text(opened.mapping.time_zone)
        guessed = QCoreApplication.translate("Import", "As guessed from the file")
        self.kept.offer([("", guessed), *((name, name) for name in opened.kept)])

    def _make_file_row(self) -> QWidget:
        holder = QWidget()
        self._name = ElidedLabel("", Type.PANE_TITLE, "text")
        self.product = Tag("", "reply", "reply_bg")
        self._size = label("", Type.META, "muted")
        self.another = Button(QCoreApplication.translate("Import", "Another file…"))
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(MarkView(IconMark("file-text", "text2", 20)))
        row.addWidget(self._name)
        row.addWidget(self.product)
        row.addWidget(self._size)
        row.addStretch(1)
        row.addWidget(self.another)
        return holder
