"""Keeps what it holds no wider than text is read well, in the middle of its room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

MOST_WIDTH = 820


class Measure(QWidget):
    """A column with a margin at each side that grows once the content is 820 wide."""

    def __init__(self, margin: int = 20, top: int = 0, bottom: int = 0, spacing: int = 0) -> None:
        super().__init__()
        self._margin, self._top, self._bottom = margin, top, bottom
        self.column = QVBoxLayout(self)
        self.column.setSpacing(spacing)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # The standard margin is 20; what stands further out stays so.
        spare = max(0, (self.width() - 40 - MOST_WIDTH) // 2)
        side = self._margin + spare
        self.column.setContentsMargins(side, self._top, side, self._bottom)
