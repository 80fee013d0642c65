"""Deadline pills: a state told by shape and words as well as colour; the words come from `moments`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportdesk.ui import moments
from supportdesk.ui.icons import paint_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.painting import draw_text, rounded, visual

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QPaintEvent

    from supportdesk.services.views import Deadline
    from supportdesk.ui.moments import DeadlineText

_ICON = 12.0
_GAP = 4.0
# A filled pill keeps its text away from its round end; without a fill the text is what must line up.
_FILLED = {"soon": (6.0, 8.0), "over": (6.0, 8.0), "paused": (6.0, 8.0)}
_PLAIN = (2.0, 2.0)
# A pie is drawn in so many steps, which keeps the cache small and the eye none the wiser.
_STEPS = 32


def pill_height() -> float:
    """The height of a pill in the text size in force."""
    return float(theme().px(20))


def pill_width(shown: DeadlineText) -> float:
    """The width of a pill with its icon."""
    before, after = _FILLED.get(shown.look, _PLAIN)
    icon = 0.0 if shown.look == "none" else _ICON + _GAP
    return before + icon + theme().face(Type.PILL).width(shown.text) + after


def paint_pill(painter: QPainter, box: QRectF, shown: DeadlineText) -> None:
    """Paint a pill into a box of its own size."""
    fill, ink = _colours(shown.look)
    before, _after = _FILLED.get(shown.look, _PLAIN)
    if shown.look in _FILLED:
        rounded(painter, box, box.height() / 2, fill)
    text_left = box.left() + before
    if shown.look != "none":
        icon = QRectF(text_left, box.top() + (box.height() - _ICON) / 2, _ICON, _ICON)
        paint_cue(painter, visual(icon, box).topLeft(), shown, _ICON)
        text_left += _ICON + _GAP
    text = visual(QRectF(text_left, box.top(), box.right() - text_left, box.height()), box)
    draw_text(painter, text, shown.text, theme().face(Type.PILL), ink)


def paint_cue(painter: QPainter, corner: QPointF, shown: DeadlineText, size: float) -> None:
    """The sign beside the words: a pie with the share left, a triangle, two bars or a tick."""
    step = round(shown.share * _STEPS) if shown.look in {"on_track", "soon"} else 0

    def cue(inner: QPainter) -> None:
        inner.scale(size / _ICON, size / _ICON)
        _paint_cue(inner, shown.look, step / _STEPS)

    scale = painter.device().devicePixelRatioF()
    key = ("cue", shown.look, step)
    painter.drawPixmap(corner, theme().drawn(key, QSizeF(size, size), scale, cue))


def _colours(look: str) -> tuple[QColor, QColor]:
    colours = theme().colours
    known = {
        "soon": (colours.soon_bg, colours.soon),
        "over": (colours.over_bg, colours.over),
        "paused": (colours.pause_bg, colours.pause),
        "on_track": (colours.canvas, colours.ok),
        "met": (colours.canvas, colours.ok),
    }
    return known.get(look, (colours.canvas, colours.muted))


def _paint_cue(painter: QPainter, look: str, share: float) -> None:
    colours = theme().colours
    if look in {"on_track", "soon"}:
        _paint_pie(painter, colours.ok_line if look == "on_track" else colours.soon, share)
    elif look == "over":
        corners = QPen(colours.over, 1.4)
        corners.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(corners)
        painter.setBrush(colours.over)
        painter.drawPolygon(QPolygonF([QPointF(6, 1.9), QPointF(11.1, 10.5), QPointF(0.9, 10.5)]))
        painter.setPen(QPen(colours.over_bg, 1.3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(6, 4.7), QPointF(6, 7))
        painter.drawPoint(QPointF(6, 9.1))
    elif look == "paused":
        rounded(painter, QRectF(2, 1.5, 3, 9), 1, colours.pause)
        rounded(painter, QRectF(7, 1.5, 3, 9), 1, colours.pause)
    elif look == "met":
        paint_icon(painter, QRectF(0, 0, _ICON, _ICON), "check-bold", colours.ok_line)


def _paint_pie(painter: QPainter, colour: QColor, share: float) -> None:
    painter.setPen(QPen(colour, 1.3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(6, 6), 5.2, 5.2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    # From the top, clockwise; sixteenths of a degree.
    painter.drawPie(QRectF(2.1, 2.1, 7.8, 7.8), 90 * 16, -round(share * 360 * 16))


class DeadlinePill(QWidget):
    """One deadline as a pill; `tick` it each minute."""

    def __init__(self, parent: QWidget | None = None, *, zone: tzinfo | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._zone = zone
        self._deadline: Deadline | None = None
        self._shown = moments.DeadlineText("none", "")

    def show_deadline(self, deadline: Deadline, now: datetime, clock: str) -> None:
        """Show a deadline; `clock` names the promise for screen readers."""
        self._deadline = deadline
        self._shown = moments.deadline_text(deadline, now, self._zone)
        self.setAccessibleName(moments.spoken_deadline(deadline, now, clock, self._zone))
        due = deadline.due_at
        self.setToolTip(moments.exact_moment(due, self._zone) if due is not None else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(pill_width(self._shown) + 0.5), round(pill_height()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            paint_pill(painter, QRectF(self.rect()), self._shown)
