"""Progress that can be stopped: a determinate bar, what is being done, how far it is, and Cancel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button
from supportdesk.ui.widgets.painting import rounded, visual
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Bar(QWidget):
    """A share from 0 to 1 as a filled bar 6 high; it grows from the leading edge."""

    def __init__(self, share: float = 0.0, tint: str = "accent", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share, self._tint = share, tint
        self.setFixedHeight(6)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float, tint: str = "") -> None:
        """Show another share, in another token if named."""
        self._share = min(1.0, max(0.0, share))
        self._tint = tint or self._tint
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            whole = QRectF(self.rect())
            rounded(painter, whole, 3, colours.pressed)
            width = whole.width() * self._share
            if width > 0:
                filled = visual(QRectF(0, 0, max(6.0, width), whole.height()), whole)
                rounded(painter, filled, 3, colours.named(self._tint))


class Progress(QWidget):
    """What a longer piece of work shows. `cancelled` is emitted once; the work then stops within a second."""

    cancelled = Signal()

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = label(text, Type.BODY)
        self._figure = label("", Type.META_NUMBERS, "muted")
        self._bar = Bar()
        self._cancel = Button(QCoreApplication.translate("Progress", "Cancel"))
        self._cancel.clicked.connect(self._stop)
        head = QHBoxLayout()
        head.addWidget(self._text, 1)
        head.addWidget(self._figure)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._bar, 1)
        foot.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(foot)

    def show_step(self, text: str, done: int, whole: int) -> None:
        """Say what is being done and how far it is."""
        share = done / whole if whole else 0.0
        figure = QCoreApplication.translate("Progress", "{done} of {whole}, {share} %")
        self.show_share(text, share, figure.format(done=done, whole=whole, share=int(share * 100)))

    def show_share(self, text: str, share: float, figure: str) -> None:
        """The same with a figure in other words than steps."""
        self._text.setText(text)
        self._bar.show_share(share)
        self._figure.setText(figure)
        self.setAccessibleDescription(self._figure.text())

    def _stop(self) -> None:
        self._cancel.setEnabled(False)
        self._cancel.setText(QCoreApplication.translate("Progress", "Stopping…"))
        self.cancelled.emit()
