"""A figure of the dashboard with its change and a small line over the weeks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from supportdesk.ui import labels
from supportdesk.ui.dashboard import words
from supportdesk.ui.dashboard.card import paint_card
from supportdesk.ui.dashboard.spots import Place, SpotChart, write
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.painting import elided, rounded, visual

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from supportdesk.services.views import Figure

_EDGE = 16.0
_LINE = 112.0


@dataclass(frozen=True, slots=True)
class FigureKind:
    """How a figure reads. `counts`: a number of cases instead of a share. `less_is_good`: a fall is good news."""

    title: str
    nothing: str
    counts: bool = False
    less_is_good: bool = False


class FigureCard(SpotChart):
    """Title, value, change with an arrow, target, and one point a week; a figure with a list opens it."""

    def __init__(self, kind: FigureKind, parent: QWidget | None = None) -> None:
        super().__init__(kind.title, parent)
        self._kind = kind
        self._figure: Figure | None = None

    def show_figure(self, figure: Figure) -> None:
        """Show another value."""
        self._figure = figure
        self.settle()
        self.setAccessibleDescription(f"{self._value()}, {self.change()[1]}")

    def change(self) -> tuple[str, str]:
        """The colour token and the words of the change; the words stand alone for a screen reader."""
        figure = self._figure
        if figure is None or figure.value is None:
            return "muted", "" if figure is None else self._kind.nothing
        change = figure.change
        if change is None:
            return "muted", QCoreApplication.translate("Dashboard", "no week before to compare")
        if not change or (not self._kind.counts and words.points(change) == "0"):
            return "muted", QCoreApplication.translate("Dashboard", "as in the week before")
        tint = "ok" if (change < 0) == self._kind.less_is_good else "over_text"
        return tint, _change_text(change, counts=self._kind.counts)

    def sizeHint(self) -> QSize:
        return QSize(240, theme().px(88))

    def minimumSizeHint(self) -> QSize:
        return QSize(150, theme().px(88))

    def places(self) -> Sequence[Place]:
        figure = self._figure
        if figure is None or figure.query is None:
            return ()
        spoken = labels.followed_by(self._kind.title, f"{self._value()}, {self.change()[1]}")
        return [Place(QRectF(self.rect()).adjusted(1, 1, -1, -1), figure.query, self._kind.title, spoken)]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()))
        painter.end()
        super().paintEvent(event)

    def draw(self, painter: QPainter, whole: QRectF) -> None:
        title, value = theme().face(Type.META), theme().face(Type.PAGE_TITLE)
        top = (whole.height() - title.line - value.line - title.line - 2) / 2
        room = whole.width() - 2 * _EDGE
        line_room = min(_LINE, room * 0.42) if self._figure is not None else 0.0
        box = visual(QRectF(_EDGE, top, room, title.line), whole)
        write(painter, box, elided(self._kind.title, title, room), Type.META, "text2")
        box = visual(QRectF(_EDGE, top + title.line, room - line_room - 8, value.line), whole)
        write(painter, box, self._value(), Type.PAGE_TITLE)
        if self._figure is None:
            return
        foot = visual(QRectF(_EDGE, top + title.line + value.line + 2, room, title.line), whole)
        self._draw_change(painter, foot)
        area = visual(
            QRectF(whole.right() - _EDGE - line_room, whole.top() + 32, line_room, whole.height() - 62), whole
        )
        self._draw_line(painter, area, self._figure.points)

    def _value(self) -> str:
        value = self._figure.value if self._figure is not None else None
        if value is None:
            return words.NOTHING
        return words.number(value) if self._kind.counts else words.share(value)

    def _draw_change(self, painter: QPainter, box: QRectF) -> None:
        tint, text = self.change()
        figure = self._figure
        change = figure.change if figure is not None else None
        left = 0.0
        if change and not self._kind.counts:
            spot = visual(QRectF(0, 0, 9, box.height()).translated(box.topLeft()), box)
            _paint_arrow(painter, spot, tint, up=change > 0)
            left = 13.0
        rest = visual(QRectF(box.left() + left, box.top(), box.width() - left, box.height()), box)
        shown = text
        if change and not self._kind.counts:
            shown = words.points(change)
        if figure is not None and figure.target is not None and figure.value is not None:
            shown = QCoreApplication.translate("Dashboard", "{change}, target {target}").format(
                change=shown, target=words.share(figure.target, 0)
            )
        write(painter, rest, elided(shown, theme().face(Type.META), rest.width()), Type.META, tint)

    def _draw_line(self, painter: QPainter, area: QRectF, points: Sequence[float | None]) -> None:
        known = [point for point in points if point is not None]
        if len(known) < 2 or len(points) < 2:
            return
        tint = {"ok": "ok_line", "over_text": "s2"}.get(self.change()[0], "accent")
        if self._kind.counts:
            tint = "accent"
        low, high = min(known), max(known)
        # Time runs to the right in every language.
        step = (area.width() - 8) / (len(points) - 1)
        spots = [
            QPointF(
                area.left() + 4 + at * step,
                area.bottom() - (point - low) / (high - low) * area.height()
                if high > low
                else area.center().y(),
            )
            if point is not None
            else None
            for at, point in enumerate(points)
        ]
        paint_line(painter, spots, tint, 1.6)
        if spots[-1] is not None:
            rounded(
                painter,
                QRectF(spots[-1].x() - 3, spots[-1].y() - 3, 6, 6),
                3,
                theme().colours.named(tint),
            )


def _change_text(change: float, *, counts: bool) -> str:
    if counts:
        size = round(abs(change))
        if change > 0:
            return QCoreApplication.translate("Dashboard", "%n more than last week", None, size)
        return QCoreApplication.translate("Dashboard", "%n fewer than last week", None, size)
    rose = QCoreApplication.translate("Dashboard", "up {points} points on last week")
    fell = QCoreApplication.translate("Dashboard", "down {points} points on last week")
    return (rose if change > 0 else fell).format(points=words.points(change))


def paint_line(painter: QPainter, spots: Sequence[QPointF | None], tint: str, width: float) -> None:
    """A line through the points that are known; where one is missing it is broken."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme().colours.named(tint), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    run: list[QPointF] = []
    for spot in [*spots, None]:
        if spot is not None:
            run.append(spot)
            continue
        if len(run) > 1:
            painter.drawPolyline(QPolygonF(run))
        run = []


def _paint_arrow(painter: QPainter, box: QRectF, tint: str, *, up: bool) -> None:
    middle, half = box.center(), 4.0
    tip, base = (-half, half - 1) if up else (half, 1 - half)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme().colours.named(tint))
    corners = [(0.0, tip), (half + 0.5, base), (-half - 0.5, base)]
    painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
