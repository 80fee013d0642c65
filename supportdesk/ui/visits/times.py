"""The times of a visit: a moment set by one click and corrected by hand, and boxes that are only read."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QLineEdit,
    QSizePolicy,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from supportdesk.ui import moments
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.painting import draw_text, elided, right_to_left, rounded, visual
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent

_HEIGHT, _ICON = 30, 15
_DAY, _NIGHT = timedelta(days=1), timedelta(hours=6)
# Seconds are not typed, and what time it is is told once a minute.
_EARLIER, _LATER = timedelta(minutes=1), timedelta(minutes=2)
_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.hH ]?(?P<minute>\d{2}))?")


class FieldBox(QAbstractButton):
    """Looks like an input: an icon and a word; pressed it sets something, `still` it is only read."""

    def __init__(self, icon: str = "", *, still: bool = False) -> None:
        super().__init__()
        self._icon, self._still, self._wrong = icon, still, False
        self.setFixedHeight(theme().px(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if still else Qt.FocusPolicy.StrongFocus)

    def show_text(self, text: str) -> None:
        """Show another word."""
        self.setText(text)
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def set_wrong(self, wrong: bool) -> None:
        """Mark it, or no more."""
        self._wrong = wrong
        self.update()

    def sizeHint(self) -> QSize:
        icon = _ICON + 8 if self._icon else 0
        return QSize(
            round(theme().face(Type.BODY_NUMBERS).width(self.text())) + icon + 22, theme().px(_HEIGHT)
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            whole = QRectF(self.rect())
            ground = (
                colours.hover
                if self.underMouse() and self.isEnabled() and not self._still
                else colours.canvas
            )
            if self.hasFocus():
                rounded(painter, whole, 6, ground, colours.focus, 2)
            else:
                edge = colours.over_text if self._wrong else colours.line2 if self._still else colours.field
                rounded(painter, whole, 6, colours.sunken if self._still else ground, edge)
            left = 10.0
            if self._icon:
                spot = visual(QRectF(9, (whole.height() - _ICON) / 2, _ICON, _ICON), whole).topLeft()
                spot.setY(round(spot.y()))
                draw_icon(painter, spot, self._icon, _ICON, colours.text2)
                left += _ICON + 7
            face = theme().face(Type.BODY_NUMBERS)
            box = visual(QRectF(left, 0, whole.width() - left - 8, whole.height()), whole)
            draw_text(painter, box, elided(self.text(), face, box.width()), face, colours.text)


class ClockLine(QLineEdit):
    """A time of day in figures, with an icon; `turned` carries hour and minute once a time was typed that is one."""

    turned = Signal(int, int)
    left = Signal()

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._shown = (0, 0)
        self._mark = MarkView(IconMark(icon, "text2", _ICON), parent=self)
        self._mark.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFont(theme().face(Type.BODY_NUMBERS).font)
        # Figures read from left to right in every language, so the direction is kept and only the side changes.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        room = _ICON + 7
        if right_to_left():
            self.setTextMargins(0, 0, room, 0)
            self.setAlignment(Qt.AlignmentFlag.AlignRight)
        else:
            self.setTextMargins(room, 0, 0, 0)
        self.editingFinished.connect(self.take)

    def show_time(self, hour: int, minute: int) -> None:
        """Show a time; what is being typed stays."""
        before, self._shown = self._shown, (hour, minute)
        if not (self.hasFocus() and self.isModified() and before == self._shown):
            self.setText(_time_text(hour, minute))

    def take(self) -> None:
        """Take what was typed; what is no time is put back as it was."""
        found = _TIME.fullmatch(self.text().strip())
        typed = (int(found["hour"]), int(found["minute"] or 0)) if found else self._shown
        if typed[0] > 23 or typed[1] > 59:
            typed = self._shown
        changed, self._shown = typed != self._shown, typed
        self.setText(_time_text(*typed))
        if changed:
            self.turned.emit(*typed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = QRectF(self.rect())
        spot = visual(QRectF(9, (whole.height() - _ICON) / 2, _ICON, _ICON), whole)
        self._mark.setGeometry(round(spot.x()), round(spot.y()), _ICON, _ICON)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class TimeField(QWidget):
    """A moment of a visit. `set_now` asks to set it to now, `corrected` carries another instant (UTC)."""

    set_now = Signal()
    corrected = Signal(object)
    left = Signal()

    def __init__(self, title: str, icon: str, unset: str, spoken: str) -> None:
        super().__init__()
        self._zone: tzinfo | None = None
        self._at: datetime | None = None
        self._after: datetime | None = None
        self._latest: datetime | None = None
        self.button = FieldBox(icon)
        self.button.show_text(unset)
        self.button.setAccessibleName(spoken)
        self.button.setToolTip(spoken)
        self.clock = ClockLine(icon)
        self.clock.setAccessibleName(title)
        self.button.clicked.connect(self.set_now)
        self.clock.turned.connect(self._turned)
        self.clock.left.connect(self.left)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.button)
        self._stack.addWidget(self.clock)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._label = label(title, Type.LABEL, "text2")
        column.addWidget(self._label)
        column.addLayout(self._stack)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        height = self._label.sizeHint().height() + 4 + theme().px(_HEIGHT)
        return QSize(max(self.button.sizeHint().width(), self._label.sizeHint().width()), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_instant(self, at: datetime | None, zone: tzinfo | None, after: datetime | None = None) -> None:
        """Show an instant, or that there is none. No time before `after` is taken."""
        self._at, self._zone, self._after = at, zone, after
        self._stack.setCurrentIndex(0 if at is None else 1)
        if at is None:
            return
        local = at.astimezone(zone)
        self.clock.show_time(local.hour, local.minute)
        self.clock.setToolTip(moments.exact_moment(at, zone))

    def set_latest(self, at: datetime | None) -> None:
        """Say after which instant nothing is taken where an earlier day has the time too: now, or the departure."""
        self._latest = at

    def set_read_only(self, read_only: bool) -> None:
        """Let it be read only."""
        self.clock.setReadOnly(read_only)
        self.button.setEnabled(not read_only)

    def set_wrong(self, wrong: bool) -> None:
        """Mark it, or no more."""
        self.button.set_wrong(wrong)

    def _turned(self, hour: int, minute: int) -> None:
        if self._at is None:
            return
        self._at = self._nearest(self._at, time(hour, minute))
        self.corrected.emit(self._at)

    def _nearest(self, shown: datetime, clock: time) -> datetime:
        """The instant with that time of day that is nearest to the one shown, among those that can be meant."""
        after, latest = self._after, self._latest
        found = list(self._around(shown, clock))
        if after is not None:
            found = [at for at in found if at >= after - _EARLIER] or list(self._next(after, clock))
        if latest is not None:
            found = [at for at in found if at <= latest + _LATER] or found
        return min(found, key=lambda at: abs(at - shown))

    def _around(self, shown: datetime, clock: time) -> Iterator[datetime]:
        """Instants with that time of day on the day shown, then on those beside it."""
        day = shown.astimezone(self._zone).date()
        yield from _instants_at(day, clock, self._zone)
        yield from _instants_at(day - _DAY, clock, self._zone)
        # Where nobody says how late it can be, the next day may not have come: only a departure goes on past midnight.
        far = timedelta() if self._after is None else _NIGHT
        for at in _instants_at(day + _DAY, clock, self._zone):
            if self._latest is not None or at - shown <= far:
                yield at

    def _next(self, after: datetime, clock: time) -> Iterator[datetime]:
        """Instants with that time of day within a day after another."""
        day = after.astimezone(self._zone).date()
        for each in (day, day + _DAY):
            yield from (at for at in _instants_at(each, clock, self._zone) if at >= after - _EARLIER)


class ReadField(QWidget):
    """A label above a box that is only read."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.box = FieldBox(still=True)
        self._title = title
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(title, Type.LABEL, "text2"))
        column.addWidget(self.box)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show another value."""
        self.box.show_text(text)
        self.box.setAccessibleName(moments.listed((self._title, text)))


def _instants_at(day: date, clock: time, zone: tzinfo | None) -> Iterator[datetime]:
    """The instants (UTC) at which the wall clock shows that time: two where it comes twice.

    Of a time that is left out it is the one as much after the hour that is missing.
    """
    first, second = (datetime.combine(day, clock.replace(fold=fold), zone).astimezone(UTC) for fold in (0, 1))
    yield first
    if second > first:
        yield second


def _time_text(hour: int, minute: int) -> str:
    return f"{hour:02}:{minute:02}"
