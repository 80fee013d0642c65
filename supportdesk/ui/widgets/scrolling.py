"""A thin scroll bar that lies over the content instead of beside it, and shows itself when it is of use."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar

from supportdesk.ui.widgets.painting import right_to_left

_WIDTH = 10
_LINGER_MS = 900


class OverlayScrollBar(QScrollBar):
    """Stands for the vertical scroll bar of an area, which is hidden; both move together."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(Qt.Orientation.Vertical, area)
        self._area = area
        self._bar = area.verticalScrollBar()
        self._under_pointer = False
        self._hiding = QTimer(self)
        self._hiding.setSingleShot(True)
        self._hiding.setInterval(_LINGER_MS)
        self._hiding.timeout.connect(self._leave)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The style paints no ground for it, so the content shows through.
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar.valueChanged.connect(self._moved)
        self._bar.rangeChanged.connect(self._ranged)
        self.valueChanged.connect(self._bar.setValue)
        area.installEventFilter(self)
        area.viewport().installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._area:
            self._place()
        elif event.type() == QEvent.Type.Enter:
            self._under_pointer = True
            self._appear()
        elif event.type() == QEvent.Type.Leave and watched is self._area:
            self._under_pointer = False
            self._hiding.start()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        area = self._area
        left = 0 if right_to_left() else area.width() - _WIDTH
        top = area.viewport().y()
        self.setGeometry(left, top, _WIDTH, area.viewport().height())

    def _moved(self, value: int) -> None:
        self.setValue(value)
        self._appear()

    def _ranged(self, least: int, most: int) -> None:
        self.setRange(least, most)
        self.setPageStep(self._bar.pageStep())
        self.setSingleStep(self._bar.singleStep())
        if least >= most:
            self.hide()

    def _appear(self) -> None:
        if self._bar.minimum() < self._bar.maximum():
            self._place()
            self.show()
            self.raise_()
            self._hiding.start()

    def _leave(self) -> None:
        if self._under_pointer or self.isSliderDown():
            return
        self.hide()
