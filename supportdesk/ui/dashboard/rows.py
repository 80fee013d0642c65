"""Rows below each other, each opening its list: the common part of backlog, workload, branches and contracts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal

from supportdesk.ui.dashboard.spots import Place, SpotChart
from supportdesk.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from supportdesk.services.views import CaseQuery

# How far the ground under the pointer reaches beyond the texts.
REACH = 6.0


class Rows(SpotChart):
    """As high as its rows. Beyond `most` rows the rest waits until it is asked for; `folded` tells how many wait."""

    folded = Signal(int)
    most = 12
    row_height = 22

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._whole = False

    def count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def link(self, row: int) -> tuple[CaseQuery, str, str] | None:
        """The list behind a row, its title, and the row as it is spoken."""
        raise NotImplementedError

    def draw_row(self, painter: QPainter, row: int, box: QRectF, whole: QRectF) -> None:
        """Draw one row into its box; `whole` is the chart, for what is mirrored."""
        raise NotImplementedError

    def top(self) -> float:
        """The room above the first row."""
        return 0.0

    def show_all(self) -> None:
        """Show the rows that waited too."""
        self._whole = True
        self.settle()

    def settle(self) -> None:
        super().settle()
        self.folded.emit(self.count() - self.shown())

    def shown(self) -> int:
        """How many rows are in view."""
        return self.count() if self._whole else min(self.count(), self.most)

    def sizeHint(self) -> QSize:
        rows = self.shown() if not self.nothing() else 3
        return QSize(280, round(self.top()) + theme().px(self.row_height) * rows)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, self.sizeHint().height())

    def box(self, row: int) -> QRectF:
        """Where a row lies."""
        height = theme().px(self.row_height)
        return QRectF(0, self.top() + row * height, self.width(), height)

    def places(self) -> Sequence[Place]:
        found = []
        for row in range(self.shown()):
            link = self.link(row)
            if link is not None:
                box = self.box(row).adjusted(0, 1, 0, -1)
                found.append(Place(box, *link))
        return found

    def draw(self, painter: QPainter, whole: QRectF) -> None:
        for row in range(self.shown()):
            self.draw_row(painter, row, self.box(row), whole)
