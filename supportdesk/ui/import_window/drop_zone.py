"""The empty import window: a place to drop an export on, with what is understood."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QPaintEvent

_RADIUS = 10
_HEIGHT = 300


def local_files(dropped: QMimeData) -> list[Path]:
    """The files of this computer among what is dropped."""
    return [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]


class DropZone(QWidget):
    """Says what can be imported. `asked` wants a file to be chosen; the drop itself is the window's."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._over = False
        self.pick = Button(QCoreApplication.translate("Import", "Choose a file…"), large=True)
        self.pick.clicked.connect(self.asked)
        title = label(QCoreApplication.translate("Import", "Drop an export here"), Type.PANE_TITLE)
        kinds = QCoreApplication.translate("Import", "CSV, JSON or lines of JSON, also packed as gz or zip.")
        origins = QCoreApplication.translate(
            "Import", "Exports of Zendesk, Freshdesk, Zammad, osTicket, Jira and ServiceNow are recognised."
        )
        calm = QCoreApplication.translate("Import", "Nothing is written before you have seen a preview.")
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 32, 32, 32)
        column.setSpacing(6)
        column.addStretch(1)
        column.addWidget(MarkView(IconMark("upload-simple", "muted", 32)), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(4)
        for text in (
            title,
            label(kinds, Type.BODY, "text2", wrap=True),
            label(origins, Type.META, "muted", wrap=True),
            label(calm, Type.META, "muted", wrap=True),
        ):
            text.align(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(text)
        column.addSpacing(8)
        column.addWidget(self.pick, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.setMinimumHeight(theme().px(_HEIGHT))

    def show_over(self, *, over: bool) -> None:
        """Show whether a file is held above it."""
        self._over = over
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme().colours
        pen = QPen(colours.accent if self._over else colours.field, 1.4, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([5, 4])
        painter.setPen(pen)
        painter.setBrush(colours.select if self._over else colours.sunken)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.end()
