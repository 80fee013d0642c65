"""The files that go with what is being written, as chips that can be taken off again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from supportdesk.services.in_hand.files import NewFile
from supportdesk.ui.case_detail.file_chips import chip_width, paint_chip
from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.marks import IconMark
from supportdesk.ui.widgets.painting import visual

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_CROSS = 18


class FileChip(QAbstractButton):
    """A file that will be sent; a click takes it off."""

    dropped = Signal(object)

    def __init__(self, file: NewFile) -> None:
        super().__init__()
        self.file = file
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        text = QCoreApplication.translate("Files", "Take {name} off").format(name=file.name)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.clicked.connect(self._drop)

    def sizeHint(self) -> QSize:
        return QSize(round(chip_width(self.file.name, self.file.size)) + _CROSS, theme().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        chip = visual(QRectF(0, 0, whole.width() - _CROSS, whole.height()), whole)
        hovered = self.underMouse() or self.hasFocus()
        file = self.file
        paint_chip(painter, chip, file.name, file.size, file.media_type, hovered=hovered)
        cross = visual(QRectF(whole.width() - _CROSS + 4, whole.center().y() - 6, 12, 12), whole)
        IconMark("x", "text2" if hovered else "muted", 12).paint(painter, cross.topLeft())
        painter.end()

    def _drop(self) -> None:
        self.dropped.emit(self.file)


class FileRow(QWidget):
    """The chips of one text; hidden while there are none."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chips: list[FileChip] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addStretch(1)
        self.hide()

    def files(self) -> tuple[NewFile, ...]:
        """What goes with the text."""
        return tuple(chip.file for chip in self._chips)

    def show_files(self, files: tuple[NewFile, ...]) -> None:
        """Show these files."""
        for chip in self._chips:
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for file in files:
            chip = FileChip(file)
            chip.dropped.connect(self._drop)
            self._row.insertWidget(len(self._chips), chip)
            self._chips.append(chip)
        self.setVisible(bool(files))

    def add(self, file: NewFile) -> None:
        """One more file; the same bytes under the same name count once."""
        if file not in self.files():
            self.show_files((*self.files(), file))
            self.changed.emit()

    def _drop(self, file: NewFile) -> None:
        self.show_files(tuple(other for other in self.files() if other != file))
        self.changed.emit()
