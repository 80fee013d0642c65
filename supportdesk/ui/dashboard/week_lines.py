"""Deadlines met, week by week: two lines that differ in their points too, and the target where there is one."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen

from supportdesk.ui.dashboard import words
from supportdesk.ui.dashboard.card import Sign, paint_sign
from supportdesk.ui.dashboard.figure_card import paint_line
from supportdesk.ui.dashboard.spots import SpotChart, write, write_beside
from supportdesk.ui.theme import Type, theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from supportdesk.services.views import Dashboard

_STEPS = (1, 2, 4, 5, 10, 20, 25, 50)
_LEFT = 28.0
_INSET = 22.0
_ABOVE = 5.0


def response_sign() -> Sign:
    """First responses: round points."""
    return Sign("round", "accent", QCoreApplication.translate("Dashboard", "first response"))


def update_sign() -> Sign:
    """Updates: square points."""
    return Sign("square", "s2", QCoreApplication.translate("Dashboard", "updates"))


@dataclass(frozen=True, slots=True)
class _Scale:
    """The part of 0 to 100 per cent that is shown, and the lines across it."""

    low: float
    high: float
    ticks: tuple[int, ...]

    @classmethod
    def around(cls, values: Sequence[float]) -> _Scale:
        low, high = min(values), max(values)
        step = next((step for step in _STEPS if (high - low) / step <= 3), 50)
        first = max(0, math.floor((low - step * 0.35) / step) * step)
        last = min(100, math.ceil((high + step * 0.35) / step) * step)
        if first == last:
            first, last = max(0, first - step), min(100, last + step)
        return cls(first, last, tuple(range(first, last + 1, step)))

    def height(self, value: float, area: QRectF) -> float:
        return area.bottom() - (value - self.low) / (self.high - self.low) * area.height()


class WeekLines(SpotChart):
    """The share of deadlines met in each week, printed at every point that has room for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Dashboard", "Deadlines met"), parent)
        self._weeks: tuple[date, ...] = ()
        self._lines: tuple[tuple[float | None, ...], ...] = ()
        self._target: float | None = None

    def show_weeks(self, dashboard: Dashboard) -> None:
        """Show other weeks."""
        self._weeks = dashboard.weeks
        self._lines = (dashboard.response_share, dashboard.update_share)
        self._target = dashboard.first_responses.target
        self.settle()
        if not self.nothing():
            self.setAccessibleDescription(self._spoken())

    def nothing(self) -> str:
        if any(point is not None for line in self._lines for point in line):
            return ""
        return QCoreApplication.translate("Dashboard", "No deadline fell into these weeks.")

    def sizeHint(self) -> QSize:
        return QSize(380, theme().px(144))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, theme().px(144))

    def draw(self, painter: QPainter, whole: QRectF) -> None:
        hint = theme().face(Type.HINT)
        # A value stands above the highest point there can be.
        area = whole.adjusted(_LEFT, hint.line + _ABOVE, 0, -hint.line - 8)
        lines = [[None if point is None else point * 100 for point in line] for line in self._lines]
        shown = [point for line in lines for point in line if point is not None]
        scale = _Scale.around([*shown, self._target * 100] if self._target is not None else shown)
        self._draw_ground(painter, whole, area, scale)
        spots = [[self._spot(at, value, area, scale) for at, value in enumerate(line)] for line in lines]
        signs = (response_sign(), update_sign())
        for line, sign in zip(spots, signs, strict=True):
            paint_line(painter, line, sign.tint, 1.8)
        for line, sign in zip(spots, signs, strict=True):
            for spot in line:
                if spot is not None:
                    paint_sign(painter, spot, sign)
        level = scale.height(self._target * 100, area) if self._target is not None else None
        self._draw_values(painter, lines, spots, level)

    def _spot(self, at: int, value: float | None, area: QRectF, scale: _Scale) -> QPointF | None:
        if value is None:
            return None
        return QPointF(self._week_at(at, area), scale.height(value, area))

    def _week_at(self, at: int, area: QRectF) -> float:
        # Time runs to the right in every language.
        step = (area.width() - 2 * _INSET) / max(1, len(self._weeks) - 1)
        return area.left() + _INSET + at * step

    def _draw_ground(self, painter: QPainter, whole: QRectF, area: QRectF, scale: _Scale) -> None:
        colours, hint = theme().colours, theme().face(Type.HINT)
        for tick in scale.ticks:
            height = round(scale.height(tick, area))
            painter.fillRect(QRectF(area.left(), height, area.width(), 1), colours.line)
            write_beside(painter, area.left() - 8, height, words.number(tick), before=True)
        if self._target is not None:
            self._draw_target(painter, area, scale.height(self._target * 100, area), self._target)
        step = self._week_at(1, area) - self._week_at(0, area)
        every = max(1, math.ceil((hint.width("00 Mmm") + 8) / step)) if step > 0 else 1
        before: date | None = None
        for at in range((len(self._weeks) - 1) % every, len(self._weeks), every):
            box = QRectF(self._week_at(at, area) - 40, area.bottom() + 8, 80, hint.line)
            text = words.week_label(self._weeks[at], before)
            write(painter, box, text, Type.HINT, "muted", Qt.AlignmentFlag.AlignHCenter)
            before = self._weeks[at]

    def _draw_target(self, painter: QPainter, area: QRectF, height: float, target: float) -> None:
        level = round(height) + 0.5
        pen = QPen(theme().colours.text2, 1.2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(area.left(), level), QPointF(area.right(), level))
        text = QCoreApplication.translate("Dashboard", "target {share}").format(share=words.points(target))
        middle = level - theme().face(Type.HINT).line / 2 - 1
        # It stands at the end where the lines leave it more room.
        first, last = (_nearest([line[at] for line in self._lines], target) for at in (0, -1))
        if last >= first:
            write_beside(painter, area.right(), middle, text, "text2", before=True)
        else:
            write_beside(painter, area.left() + 2, middle, text, "text2", before=False)

    def _draw_values(
        self,
        painter: QPainter,
        lines: list[list[float | None]],
        spots: list[list[QPointF | None]],
        target_level: float | None,
    ) -> None:
        hint = theme().face(Type.HINT)
        places = [spot.x() for spot in spots[0] if spot is not None] or [0.0]
        gap = min((after - before for before, after in pairwise(places)), default=100.0)
        roomy = gap >= hint.width("00.0") + 6
        for at in range(len(self._weeks)):
            if not roomy and at != len(self._weeks) - 1:
                continue
            pair = [(lines[n][at], spots[n][at]) for n in range(2)]
            for number, (value, spot) in enumerate(pair):
                if value is None or spot is None:
                    continue
                other = pair[1 - number][0]
                # The higher value stands above its point, the lower below, so that they never meet.
                above = other is None or value > other or (value == other and number == 0)
                top = spot.y() - _ABOVE - hint.line if above else spot.y() + 5
                box = QRectF(spot.x() - 30, top, 60, hint.line)
                text = words.points(value / 100)
                if target_level is not None and box.top() < target_level < box.bottom():
                    width = hint.width(text) + 4
                    ground = QRectF(spot.x() - width / 2, box.top() + 2, width, box.height() - 4)
                    painter.fillRect(ground, theme().colours.canvas)
                write(painter, box, text, Type.HINT, "text2", Qt.AlignmentFlag.AlignHCenter)

    def _spoken(self) -> str:
        week = QCoreApplication.translate(
            "Dashboard", "Week of {day}: first response {first}, updates {second}"
        )
        return "; ".join(
            week.format(day=words.week_label(day, None), first=words.share(first), second=words.share(second))
            for day, first, second in zip(self._weeks, *self._lines, strict=True)
        )


def _nearest(points: Sequence[float | None], level: float) -> float:
    return min((abs(point - level) for point in points if point is not None), default=1.0)
