"""A file in a row of its own: name, size and a cross that takes it off; a click looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from supportdesk.ui.case_detail.file_chips import paint_chip
from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.buttons import icon_button
from supportdesk.ui.widgets.focus_ring import by_keyboard
from supportdesk.ui.widgets.painting import rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QPaintEvent

    from supportdesk.services.views import FileView
    from supportdesk.services.views.visits import VisitFile


class _Chip(QAbstractButton):
    removed = Signal()

    def __init__(self, file: FileView | VisitFile) -> None:
        super().__init__()
        self._file, self._ring, self._waits = file, False, ""
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(QCoreApplication.translate("Visits", "File {name}").format(name=file.name))
        self.setToolTip(file.name)

    def say(self, waits: str) -> None:
        """Say something of its bytes beside its size; empty for nothing."""
        self._waits = waits
        self.setAccessibleDescription(waits)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, theme().px(26))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = by_keyboard(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            file, box = self._file, QRectF(self.rect())
            told, hovered = (file.name, file.size, file.media_type), self.underMouse()
            paint_chip(painter, box, *told, hovered=hovered, waits=self._waits)
            if self._ring and self.hasFocus():
                rounded(painter, box, 7, None, theme().colours.focus, 2)


class Entry(QWidget):
    """One file; `removing` says what the cross does. Whose file it is, is a subclass's to know."""

    asked = Signal(object)  # this entry, to be looked at
    removed = Signal(object)
    menu_asked = Signal(object, object)

    def __init__(self, file: FileView | VisitFile, removing: str) -> None:
        super().__init__()
        self.chip = _Chip(file)
        self.cross = icon_button("x", removing)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.chip, 1)
        row.addWidget(self.cross)
        self.chip.clicked.connect(self._ask)
        self.chip.removed.connect(self._remove)
        self.cross.clicked.connect(self._remove)

    def set_read_only(self, read_only: bool) -> None:
        """Let it be looked at only."""
        self.cross.setVisible(not read_only)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(self, event.globalPos())

    def _ask(self) -> None:
        self.asked.emit(self)

    def _remove(self) -> None:
        self.removed.emit(self)
