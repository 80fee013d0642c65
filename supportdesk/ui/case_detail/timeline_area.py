"""A scrolling pile of rows, anchored to the bottom: measures what comes into view, keeps it in place; no painting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from supportdesk.ui.case_detail.measure import MOST_WIDTH
from supportdesk.ui.case_detail.timeline_pile import Pile
from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.painting import right_to_left

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_MARGIN = 20


class PiledArea(QAbstractScrollArea):
    """Scrolls a Pile. Few rows lie at the bottom; many begin there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pile = Pile()
        self._settling = False
        self._width = 0.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        theme().changed.connect(self.forget_measures)

    def content(self) -> tuple[float, float]:
        """Where rows begin and how wide they are."""
        # The scroll bar lies in the margin, so that rows never shift when it appears.
        room = self.width() - 2 * _MARGIN
        width = max(160, min(MOST_WIDTH, room))
        start = _MARGIN + (room - width) / 2
        if right_to_left():
            start -= self.width() - self.viewport().width()
        return start, width

    def settle(self, held: tuple[str, float] | None, *, at_end: bool) -> None:
        """Measure what comes into view until nothing moves, with the held row where it was."""
        _start, self._width = self.content()
        width = self._width
        self.pile.guess(width)
        bar = self.verticalScrollBar()
        self._settling = True
        for _round in range(8):
            self.pile.stack()
            self._span_bar()
            if at_end:
                bar.setValue(bar.maximum())
            elif held is not None and (index := self.pile.index_of(held[0])) is not None:
                bar.setValue(round(self.pile.tops[index] - held[1]))
            if not self.pile.measure(self.visible(), width):
                break
        self._settling = False
        self.viewport().update()

    def _span_bar(self) -> None:
        # The area hears of it and shows or hides the bar, which lies in the margin: no row changes by that.
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(room)
        bar.setRange(0, max(0, round(self.pile.total) - room))

    def offset(self) -> float:
        """What to take from a place in the pile to get a place in the view; few rows lie at the bottom."""
        room = self.viewport().height()
        if self.pile.total <= room:
            return self.pile.total - room
        return float(self.verticalScrollBar().value())

    def visible(self) -> range:
        """The rows in view."""
        top = self.offset()
        return self.pile.between(top, top + self.viewport().height())

    def at_end(self) -> bool:
        """Whether the newest row is in view."""
        bar = self.verticalScrollBar()
        return bar.value() >= bar.maximum() - 2

    def held_place(self) -> tuple[str, float] | None:
        """The first row of an entry in view and how far below the top edge it stands."""
        offset = self.offset()
        for index in self.visible():
            if self.pile.rows[index].item is not None and self.pile.tops[index] >= offset:
                return self.pile.rows[index].key, self.pile.tops[index] - offset
        return None

    def forget_measures(self) -> None:
        """Measure anew, as another width or text size asks for; what is in view stays there."""
        held, at_end = self.held_place(), self.at_end()
        self.pile.forget()
        self.settle(held, at_end=at_end)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.content()[1] != self._width:
            self.forget_measures()
        elif not self._settling:
            grown = event.size().height() - event.oldSize().height()
            bar = self.verticalScrollBar()
            # What stood above the lower edge goes on standing there.
            at_end = bar.value() >= bar.maximum() - 2 or bar.value() + 2 >= bar.maximum() - abs(grown)
            self.settle(self.held_place(), at_end=at_end)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self.forget_measures()

    def _scrolled(self, _value: int) -> None:
        if self._settling:
            return
        # Only what the wheel or the bar brought into view is measured now.
        held = self.held_place()
        if self.pile.measure(self.visible(), self.content()[1]):
            self.settle(held, at_end=False)
        self.viewport().update()
