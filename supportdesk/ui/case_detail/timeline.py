"""The timeline of a case: rows oldest first, anchored to the bottom, measured as they come into view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QHelpEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from supportdesk.ui.case_detail.timeline_area import PiledArea
from supportdesk.ui.case_detail.timeline_blocks import NOTHING_SENT, Block, Part, Sending
from supportdesk.ui.case_detail.timeline_pile import FOOT, GAP
from supportdesk.ui.case_detail.timeline_rows import Row
from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.chips import styled_menu
from supportdesk.ui.widgets.focus_ring import by_keyboard
from supportdesk.ui.widgets.painting import rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QFocusEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
    )


class Timeline(PiledArea):
    """Shows rows. Only what is in view is laid out; the height of the rest is a guess until it comes into view."""

    earlier_asked = Signal()
    file_asked = Signal(object)  # FileView
    save_asked = Signal(object)  # FileView to be saved elsewhere
    action_asked = Signal(object)  # TimelineItem whose button was pressed
    text_asked = Signal(object)  # TimelineItem whose whole text is wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current = -1
        self._ring = False
        self._over: tuple[int, Part | None] = (-1, None)
        self._marked: tuple[int, int, int] = (-1, 0, 0)  # row, from, to
        self._sending = NOTHING_SENT
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.setAccessibleName(QCoreApplication.translate("Timeline", "Timeline"))
        self.copy_action = QAction(QCoreApplication.translate("Timeline", "Copy"), self)
        self.copy_action.setShortcut(QKeySequence(QKeySequence.StandardKey.Copy))
        self.copy_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.copy_action.triggered.connect(self.copy)
        self.addAction(self.copy_action)

    # ------------------------------------------------------------------ content

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows in view or scrolled away."""
        return self.pile.rows

    def show_rows(self, rows: Sequence[Row], *, anew: bool = False) -> None:
        """Show these rows; `anew` for another case, which starts at the bottom. Else what is in view stays there."""
        held = None if anew else self.held_place()
        at_end = anew or self.at_end()
        self.pile.show(rows)
        self._marked, self._over = (-1, 0, 0), (-1, None)
        self._current = -1 if anew else min(self._current, len(rows) - 1)
        self.settle(held, at_end=at_end)

    def show_sending(self, sending: Sending) -> None:
        """Show on its chip how much of a file is sent."""
        if sending != self._sending:
            self._sending = sending
            self.viewport().update()

    def spoken_row(self) -> str:
        """What a screen reader says of the current row."""
        return self.rows[self._current].spoken if 0 <= self._current < len(self.rows) else ""

    def copy(self) -> None:
        """Copy the marked text, or the whole current row."""
        row, start, end = self._marked
        block = self._block(row)
        if block is not None and block.body is not None and start != end:
            QGuiApplication.clipboard().setText(block.body.part(start, end))
        elif 0 <= self._current < len(self.rows):
            QGuiApplication.clipboard().setText(self.rows[self._current].copied)

    def sizeHint(self) -> QSize:
        return QSize(520, 240)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 60)

    def _block(self, index: int) -> Block | None:
        return self.pile.blocks[index] if 0 <= index < len(self.pile.blocks) else None

    # ------------------------------------------------------------------ events

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        start, width = self.content()
        offset = self.offset()
        marked_row, marked_from, marked_to = self._marked
        over_row, over = self._over
        for index in self.visible():
            block = self.pile.blocks[index]
            y = round(self.pile.tops[index] - offset)
            if block is None or not event.rect().intersects(
                QRectF(start, y, width, block.height + 2).toAlignedRect()
            ):
                continue
            painter.save()
            painter.translate(start, y)
            marked = (marked_from, marked_to) if index == marked_row else (0, 0)
            block.paint(painter, marked, over if index == over_row else None, self._sending)
            if index == self._current and self._ring and self.hasFocus():
                outline = QRectF(-4, -4, width + 8, block.height + 8)
                rounded(painter, outline, 12, None, theme().colours.focus, 2)
            painter.restore()
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = by_keyboard(event)
        if self._ring and self._current < 0:
            self._go_current(len(self.rows) - 1)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), len(self.rows) - 1
        steps = {
            Qt.Key.Key_Up: self._current - 1,
            Qt.Key.Key_Down: self._current + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if key in steps:
            self._ring = True
            self._go_current(max(0, min(last, steps[Qt.Key(key)])))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and 0 <= self._current <= last:
            block = self._block(self._current)
            if block is not None and block.parts:
                self._press(self._current, block.parts[0])
        else:
            super().keyPressEvent(event)

    def _go_current(self, index: int) -> None:
        if not 0 <= index < len(self.rows):
            return
        self._current = index
        bar, room = self.verticalScrollBar(), self.viewport().height()
        top, bottom = self.pile.tops[index] - GAP, self.pile.tops[index] + self.pile.heights[index] + FOOT
        if top < bar.value():
            bar.setValue(round(top))
        elif bottom > bar.value() + room:
            bar.setValue(round(min(top, bottom - room) if bottom - top > room else bottom - room))
        # The view paints itself: a screen reader is told what the current row says.
        self.setAccessibleDescription(self.spoken_row())
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        index, point = self._row_at(event.position())
        self._ring = False
        self._current = index
        self._marked = (-1, 0, 0)
        block = self._block(index)
        if block is not None and block.part_at(point) is None and block.body is not None:
            position = block.body.position_at(block.body_point(point))
            self._marked = (index, position, position)
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index, point = self._row_at(event.position())
        block = self._block(index)
        if block is not None and block.body is not None and block.body_box().contains(point):
            start, end = block.body.word_at(block.body.position_at(block.body_point(point)))
            self._marked = (index, start, end)
            self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._mark_to(event.position())
            return
        index, point = self._row_at(event.position())
        block = self._block(index)
        part = block.part_at(point) if block is not None else None
        shape = Qt.CursorShape.ArrowCursor
        if part is not None:
            shape = Qt.CursorShape.PointingHandCursor
        elif block is not None and block.body is not None and block.body_box().contains(point):
            shape = Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)
        if (index, part) != self._over:
            self._over = (index, part)
            self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        index, point = self._row_at(event.position())
        block = self._block(index)
        part = block.part_at(point) if block is not None else None
        if part is not None and self._marked[1] == self._marked[2]:
            self._press(index, part)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self._current = self._row_at(QPointF(event.pos()))[0]
        menu = styled_menu(self)
        menu.addAction(self.copy_action)
        self.copy_action.setEnabled(self._current >= 0)
        block = self._block(self._current)
        for part in block.parts if block is not None else ():
            if part.file is not None:
                text = QCoreApplication.translate("Timeline", "Save {name} as…")
                action = menu.addAction(text.format(name=part.file.name.replace("&", "&&")))
                action.setData(part.file)
        menu.triggered.connect(self._chosen)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _chosen(self, action: QAction) -> None:
        if action.data() is not None:
            self.save_asked.emit(action.data())

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index, _point = self._row_at(QPointF(event.pos()))
            exact = self.rows[index].exact if index >= 0 else ""
            QToolTip.showText(event.globalPos(), exact, self.viewport())
            return True
        if event.type() == QEvent.Type.Leave and self._over != (-1, None):
            self._over = (-1, None)
            self.viewport().update()
        return super().viewportEvent(event)

    def _mark_to(self, point: QPointF) -> None:
        row, start, _end = self._marked
        block = self._block(row)
        if block is None or block.body is None:
            return
        origin = QPointF(self.content()[0], self.pile.tops[row] - self.offset())
        self._marked = (row, start, block.body.position_at(block.body_point(point - origin)))
        self.viewport().update()

    def _row_at(self, point: QPointF) -> tuple[int, QPointF]:
        """The row under a point of the viewport, -1 for none, and the point inside it."""
        start, width = self.content()
        for index in self.visible():
            inside = point - QPointF(start, self.pile.tops[index] - self.offset())
            if 0 <= inside.y() < self.pile.heights[index] and -4 <= inside.x() <= width + 4:
                return index, inside
        return -1, QPointF()

    def _press(self, index: int, part: Part) -> None:
        if part.kind == "earlier":
            self.earlier_asked.emit()
        elif part.kind == "file":
            self.file_asked.emit(part.file)
        elif part.kind == "action":
            self.action_asked.emit(self.rows[index].item)
        else:
            self.text_asked.emit(self.rows[index].item)
