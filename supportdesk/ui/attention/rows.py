"""The list of matters: rows painted by one delegate, of two heights, and the heading between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from supportdesk.services.views.matters import Matter
from supportdesk.ui import moments
from supportdesk.ui.attention.model import Heading, MattersModel, heading_text
from supportdesk.ui.attention.words import detail_of, icon_of, title_of
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.painting import draw_text, elided, visual
from supportdesk.ui.widgets.rows import paint_ground
from supportdesk.ui.widgets.scrolling import OverlayScrollBar

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    Index = QModelIndex | QPersistentModelIndex

_OPEN, _SETTLED, _HEADING = 64, 48, 26
_LEFT, _RIGHT = 42.0, 16.0


class _Delegate(QStyledItemDelegate):
    def __init__(self, model: MattersModel, view: MattersView) -> None:
        super().__init__(view)
        self._model, self._view = model, view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        if self._model.matter(index.row()) is None:
            return QSize(0, theme().px(_HEADING))
        return QSize(0, theme().px(_OPEN if index.row() < self._model.waiting else _SETTLED))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        whole = QRectF(option.rect)
        row = self._model.row(index.row())
        if isinstance(row, Heading):
            self._paint_heading(painter, whole, row)
            return
        paint_ground(painter, option, focused=self._view.hasFocus())
        self._paint_matter(painter, whole, row, waits=index.row() < self._model.waiting)

    def _paint_matter(self, painter: QPainter, whole: QRectF, matter: Matter, *, waits: bool) -> None:
        now, zone = self._model.now, self._model.zone
        if now is None:
            return
        colours = theme().colours
        icon, tint = icon_of(matter)
        strong = theme().face(Type.BODY_STRONG if waits else Type.BODY)
        small, figures = theme().face(Type.META), theme().face(Type.META_NUMBERS)
        time = moments.moment(matter.at, now, zone)
        time_width = figures.width(time) + 2
        spot = visual(QRectF(whole.left() + 15, whole.center().y() - 8, 16, 16), whole)
        draw_icon(painter, QPointF(round(spot.left()), round(spot.top())), icon, 16, colours.named(tint))
        height = strong.line + small.line
        top = whole.top() + (whole.height() - height) / 2
        room = whole.width() - _LEFT - _RIGHT - time_width - 8
        title = visual(QRectF(whole.left() + _LEFT, top, room, strong.line), whole)
        ink = colours.text if waits else colours.text2
        draw_text(painter, title, elided(title_of(matter, now.year), strong, room), strong, ink)
        detail = visual(QRectF(whole.left() + _LEFT, top + strong.line, room, small.line), whole)
        said = elided(detail_of(matter, now, zone).replace("\n", " "), small, room)
        draw_text(painter, detail, said, small, colours.text2 if waits else colours.muted)
        place = QRectF(whole.right() - _RIGHT - time_width, whole.top(), time_width, whole.height())
        draw_text(painter, visual(place, whole), time, figures, colours.muted)

    def _paint_heading(self, painter: QPainter, whole: QRectF, heading: Heading) -> None:
        colours = theme().colours
        painter.fillRect(whole, colours.sunken)
        painter.fillRect(QRectF(whole.left(), whole.bottom() - 1, whole.width(), 1), colours.line)
        strong, plain = theme().face(Type.META_STRONG), theme().face(Type.META_NUMBERS)
        text = heading_text(heading)
        width = strong.width(text) + 8
        draw_text(
            painter,
            visual(QRectF(whole.left() + 14, whole.top(), width, whole.height()), whole),
            text,
            strong,
            colours.text2,
        )
        count = visual(QRectF(whole.left() + 14 + width, whole.top(), 60, whole.height()), whole)
        draw_text(painter, count, QLocale().toString(heading.count), plain, colours.muted)


class MattersView(QListView):
    """`chosen` carries the matter that is selected, `entered` comes with Enter on it."""

    chosen = Signal(object)
    entered = Signal()

    def __init__(self, model: MattersModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matters = model
        self.setModel(model)
        self.setItemDelegate(_Delegate(model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        OverlayScrollBar(self)
        self.selectionModel().currentChanged.connect(self._current)

    def choose(self, row: int) -> None:
        """Select a row."""
        self.setCurrentIndex(self._matters.index(row))

    def step(self, rows: int) -> None:
        """Go so many matters down, or up; the heading is passed over."""
        row = self.currentIndex().row() + rows
        if self._matters.matter(row) is None:
            row += rows
        if self._matters.matter(row) is not None:
            self.choose(row)

    def event(self, event: QEvent) -> bool:
        # The window's own J and K walk through the cases; here they walk through what waits.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and event.key() in {Qt.Key.Key_J, Qt.Key.Key_K}
            and not event.modifiers()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_J}:
            self.step(1)
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_K}:
            self.step(-1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _current(self, current: QModelIndex, _before: QModelIndex) -> None:
        matter = self._matters.matter(current.row())
        if matter is not None:
            self.chosen.emit(matter)
