"""A week as a grid of days and hours with visits as blocks, walked through by keyboard; a block can be dragged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from supportdesk.ui.visits.planning_words import short_day, spoken_day, spoken_visit
from supportdesk.ui.visits.week_head import column_at
from supportdesk.ui.visits.week_layout import (
    DAY,
    SLOT,
    Block,
    begun_at,
    beside,
    blocks_of,
    instant,
    later,
    minute_of,
)
from supportdesk.ui.visits.week_painting import (
    Measures,
    paint_block,
    paint_cursor,
    paint_ground,
    paint_now,
)
from supportdesk.ui.widgets.painting import right_to_left, visual

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent

    from supportdesk.services.views.visit_plans import CalendarVisit, EngineerWeek

_SNAP = 15
_MORNING = 9 * 60
_DAYS = 7
_LETTERS = {Qt.Key.Key_N, Qt.Key.Key_T, Qt.Key.Key_E}
_STEPS = {
    Qt.Key.Key_Up: (0, -SLOT),
    Qt.Key.Key_Down: (0, SLOT),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class WeekGrid(QWidget):
    """`opened` and `change_asked` carry a visit's id, `cancel_asked` too; `planned` an instant (UTC).

    `moved` carries a visit and its new instant, `turned` so many weeks, `shown` whatever the cursor is on: a visit or
    None. `sought` carries what should be scrolled into view.
    """

    opened = Signal(object)
    day_opened = Signal(object)
    planned = Signal(object)
    moved = Signal(object, object)
    turned = Signal(int)
    today_asked = Signal()
    change_asked = Signal(object)
    cancel_asked = Signal(object)
    shown = Signal(object)
    sought = Signal(QRectF)

    def __init__(self) -> None:
        super().__init__()
        self.week: EngineerWeek | None = None
        self.blocks: tuple[Block, ...] = ()
        self.column, self.minute = 0, _MORNING
        self._visit_id: UUID | None = None
        self._now: datetime | None = None
        self._pressed: tuple[QPointF, Block | None] | None = None
        self._drag: tuple[Block, int, int] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    # ------------------------------------------------------------------ what is shown

    def show_week(self, week: EngineerWeek, now: datetime) -> None:
        """Show a week; the cursor stays on its visit where that is still there, and its day in the same week."""
        before, self._now = self.week, now
        days = [day.day for day in week.days]
        day = before.days[self.column].day if before is not None else week.today
        if day in days:
            self.column = days.index(day)
        self._lay_out(week)
        block = self._block()
        if block is None or block.visit.id != self._visit_id:
            self._follow()
        self._drag = None
        self._tell()

    def go_to(self, day: date, minute: int | None = None) -> None:
        """Put the cursor on a day of this week."""
        days = [each.day for each in self.week.days] if self.week is not None else []
        if day in days:
            self.column = days.index(day)
            self.minute = self.minute if minute is None else minute
            self._visit_id = None
            self._tell()

    @property
    def visit(self) -> CalendarVisit | None:
        """The visit under the cursor."""
        block = self._block()
        return block.visit if block is not None else None

    @property
    def at(self) -> datetime | None:
        """The instant of the cursor (UTC)."""
        if self.week is None:
            return None
        return instant(self.week.days[self.column].day, self.minute, self.week.zone)

    def sizeHint(self) -> QSize:
        return QSize(700, round(Measures(700, _DAYS).hour * 24))

    # ------------------------------------------------------------------ keyboard

    def event(self, event: QEvent) -> bool:
        # The window's own letters, and Alt with the arrows, mean its cases; here they mean the calendar.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._is_own(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        step = _STEPS.get(key)
        if self.week is None or not (self._did(key) if step is None else self._stepped(step, event)):
            super().keyPressEvent(event)

    def _did(self, key: Qt.Key) -> bool:
        visit = self.visit
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        elif key in {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}:
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key == Qt.Key.Key_T:
            self.today_asked.emit()
        elif key == Qt.Key.Key_N:
            self.planned.emit(self.at)
        elif key == Qt.Key.Key_E and visit is not None:
            self.change_asked.emit(visit.id)
        elif key == Qt.Key.Key_Delete and visit is not None and visit.movable:
            self.cancel_asked.emit(visit.id)
        elif key == Qt.Key.Key_Escape and self._drag is not None:
            self._drag = self._pressed = None
            self.update()
        else:
            return False
        return True

    def _stepped(self, step: tuple[int, int], event: QKeyEvent) -> bool:
        days, minutes = step
        days = -days if right_to_left() else days
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._push(days, minutes)
            return True
        if days:
            self._visit_id = None
            self.minute -= self.minute % SLOT
            self.column += days
            if not 0 <= self.column < _DAYS:
                self.column %= _DAYS
                self.turned.emit(days)
        else:
            # Over a visit at once: half an hour further it would be the same one.
            blocks = [each for each in self.blocks if each.column == self.column]
            self.minute, block = beside(blocks, self.minute, self._block(), 1 if minutes > 0 else -1)
            self._visit_id = block.visit.id if block is not None else None
        self._tell()
        return True

    def _push(self, days: int, minutes: int) -> None:
        visits = self.week.visits if self.week is not None else ()
        # The one that was chosen may lie in the next week already, which is still being read.
        visit = next((each for each in visits if each.id == self._visit_id), self.visit)
        if visit is not None and visit.movable and self.week is not None:
            # Time that passes: by the clocks, half an hour may be none or two on the day when they change.
            self._move(visit, later(visit, days, 0, self.week.zone) + timedelta(minutes=minutes))

    def _open(self) -> None:
        visit = self.visit
        if visit is not None:
            self.opened.emit(visit.id)
        elif self.week is not None:
            self.day_opened.emit(self.week.days[self.column].day)

    @staticmethod
    def _is_own(event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return key in _STEPS
        return key in _LETTERS and not modifiers

    # ------------------------------------------------------------------ mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._place(event.position())
        if place is None:
            return
        block = self._hit(event.position())
        self._pressed = (event.position(), block)
        self.column, self.minute = place
        self._visit_id = block.visit.id if block is not None else None
        self._tell()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        origin, block = self._pressed or (event.position(), None)
        if block is None or not block.visit.movable or self.week is None:
            return
        far = (event.position() - origin).manhattanLength() >= QApplication.startDragDistance()
        if self._drag is None and not far:
            return
        place = self._place(event.position(), grid=1)
        held = self._place(origin, grid=1)
        if place is not None and held is not None:
            minutes = round((place[1] - held[1]) / _SNAP) * _SNAP
            start = block.visit.start.astimezone(self.week.zone)
            if start.date() == self.week.days[block.column].day:
                # Held by its beginning, it begins on the day where it is let go.
                minute = minute_of(start, self.week.zone)
                minutes = max(-minute, min(max(0, DAY - _SNAP - minute), minutes))
            self._drag = (block, place[0] - held[0], minutes)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag, self._pressed = self._drag, None, None
        if drag is not None and self.week is not None:
            block, days, minutes = drag
            if days or minutes:
                self._move(block.visit, later(block.visit, days, minutes, self.week.zone))
        self.update()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._hit(event.position()) is not None:
            self._open()
        elif self.at is not None:
            self.planned.emit(self.at)

    # ------------------------------------------------------------------ inside

    def _lay_out(self, week: EngineerWeek) -> None:
        self.week = week
        self.blocks = blocks_of(week.visits, [day.day for day in week.days], week.zone)

    def _move(self, visit: CalendarVisit, start: datetime) -> None:
        """Ask for another time of a visit, and show it there before it is written: the next key goes on from there."""
        if self.week is not None:
            there = begun_at(visit, start)
            visits = (there if each.id == visit.id else each for each in self.week.visits)
            self._lay_out(replace(self.week, visits=tuple(visits)))
            self._visit_id = visit.id
            self._follow()
            self._tell()
            self.moved.emit(visit.id, start)

    def _follow(self) -> None:
        """Put the cursor on the visit that was chosen, where this week has it."""
        block = next((each for each in self.blocks if each.visit.id == self._visit_id), None)
        if block is not None:
            self.column, self.minute = block.column, block.start

    def paintEvent(self, _event: QPaintEvent) -> None:
        week = self.week
        if week is None:
            return
        with QPainter(self) as painter:
            whole, measures, focus = QRectF(self.rect()), self._measures(), self.hasFocus()
            paint_ground(painter, whole, week, measures)
            chosen = self._block()
            if chosen is None:
                paint_cursor(
                    painter, whole, measures.box(self.column, self.minute, self.minute + SLOT), focus=focus
                )
            for block in self.blocks:
                mine = chosen is not None and block.visit.id == chosen.visit.id
                paint_block(painter, whole, measures.block(block), block, week, chosen=mine, focus=focus)
            painter.setOpacity(0.75)
            for block in self._dragged(week):
                paint_block(painter, whole, measures.block(block), block, week, chosen=True, focus=True)
            painter.setOpacity(1.0)
            paint_now(painter, whole, week, self._now, measures)

    def _dragged(self, week: EngineerWeek) -> tuple[Block, ...]:
        """The blocks of the visit that is dragged, where it would lie."""
        if self._drag is None:
            return ()
        block, days, minutes = self._drag
        there = begun_at(block.visit, later(block.visit, days, minutes, week.zone))
        return blocks_of([there], [day.day for day in week.days], week.zone)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _measures(self) -> Measures:
        return Measures(self.width(), _DAYS)

    def _block(self) -> Block | None:
        """The block under the cursor: the one that was chosen, else the first that lies there."""
        here = [
            each
            for each in self.blocks
            if each.column == self.column and each.start < self.minute + SLOT and self.minute < each.end
        ]
        return next((each for each in here if each.visit.id == self._visit_id), here[0] if here else None)

    def _hit(self, point: QPointF) -> Block | None:
        whole, measures = QRectF(self.rect()), self._measures()
        return next(
            (each for each in self.blocks if visual(measures.block(each), whole).contains(point)), None
        )

    def _place(self, point: QPointF, grid: int = SLOT) -> tuple[int, int] | None:
        """Column and minute of a point, the minute to the half hour before."""
        column = column_at(point, QRectF(self.rect()), _DAYS)
        if column is None:
            return None
        minute = max(0, min(DAY - 1, int(point.y() * 60 / self._measures().hour)))
        return column, minute - minute % grid

    def _tell(self) -> None:
        visit = self.visit
        if self.week is not None:
            day = self.week.days[self.column]
            where = spoken_visit(visit, self.week.zone) if visit is not None else ""
            clock = f"{self.minute // 60:02}:{self.minute % 60:02}"
            parts = (spoken_day(day.day), day.holiday or "", clock, where)
            self.setAccessibleDescription(", ".join(part for part in parts if part))
            self.setToolTip(f"{short_day(day.day)} {where}" if where else "")
            self.sought.emit(self._measures().box(self.column, self.minute, self.minute + SLOT))
        self.shown.emit(visit)
        self.update()
