"""Where a client signs by pen, mouse or finger; it draws and gives strokes, who signs what is its owner's matter."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QTabletEvent,
    QTouchEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.rules.cases.signature import HEIGHT, MOST_POINTS, WIDTH, Stroke, is_drawn
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.painting import margins, rounded
from supportdesk.ui.widgets.texts import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

_LONGEST_MS = 10 * 60_000
_NEAR = 3
_TOUCHES = {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel}


class SignaturePad(QWidget):
    """A box of 1000 by 400, whatever its size on the screen. `drawn` comes when a stroke has ended."""

    drawn = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._strokes: list[list[tuple[int, int, int]]] = []
        self._began: int | None = None
        self._down = self._locked = False
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_StaticContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(QCoreApplication.translate("Visits", "Client’s signature"))
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setFixedHeight(96)

    def strokes(self) -> tuple[Stroke, ...]:
        """What was drawn: points with the milliseconds since the first of all."""
        return tuple(tuple(stroke) for stroke in self._strokes)

    def show_strokes(self, strokes: Sequence[Stroke], *, locked: bool) -> None:
        """Show a signature; a locked one can't be drawn over."""
        self._strokes = [list(stroke) for stroke in strokes]
        self._began, self._down, self._locked = None, False, locked
        self.setCursor(Qt.CursorShape.ArrowCursor if locked else Qt.CursorShape.CrossCursor)
        self.update()

    @property
    def locked(self) -> bool:
        """Whether it can't be drawn on."""
        return self._locked

    def is_signed(self) -> bool:
        """Whether something was drawn that can be a signature."""
        return is_drawn(self.strokes())

    def sizeHint(self) -> QSize:
        return QSize(245, 98)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        height = round(self.width() * HEIGHT / WIDTH)
        if height != self.height():
            self.setFixedHeight(max(40, height))

    def event(self, event: QEvent) -> bool:
        if event.type() in _TOUCHES and isinstance(event, QTouchEvent) and not self._locked:
            self._touched(event)
            event.accept()
            return True
        return super().event(event)

    def tabletEvent(self, event: QTabletEvent) -> None:
        if self._locked:
            event.ignore()
            return
        kind = event.type()
        if kind == QEvent.Type.TabletPress:
            self._begin(event.position(), event.timestamp())
        elif kind == QEvent.Type.TabletMove:
            self._go_on(event.position(), event.timestamp())
        else:
            self._end()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and not self._locked:
            self._begin(event.position(), event.timestamp())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go_on(event.position(), event.timestamp())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._end()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            colours = theme().colours
            line = round(self.height() * 0.9)
            painter.fillRect(QRectF(14, line, self.width() - 28, 1), colours.line2)
            ink = QPen(colours.text2 if self._locked else colours.text, 1.8)
            ink.setCapStyle(Qt.PenCapStyle.RoundCap)
            ink.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(ink)
            for stroke in self._strokes:
                painter.drawPath(self._path(stroke))

    def _path(self, stroke: Sequence[tuple[int, int, int]]) -> QPainterPath:
        across, down = self.width() / WIDTH, self.height() / HEIGHT
        points = [QPointF(x * across, y * down) for x, y, _ in stroke]
        path = QPainterPath(points[0])
        # Through the middles of what was heard of the pen, so that a fast hand draws no corners.
        for point, after in pairwise(points[1:]):
            path.quadTo(point, (point + after) / 2)
        path.lineTo(points[-1])
        return path

    def _touched(self, event: QTouchEvent) -> None:
        points = event.points()
        if not points:
            return
        first = points[0].position()
        if event.type() == QEvent.Type.TouchBegin:
            self._begin(first, event.timestamp())
        elif event.type() == QEvent.Type.TouchUpdate:
            self._go_on(first, event.timestamp())
        else:
            self._end()

    def _begin(self, at: QPointF, stamp: int) -> None:
        if self._began is None:
            last = max((point[2] for stroke in self._strokes for point in stroke), default=0)
            self._began = stamp - last
        if self._room():
            self._strokes.append([self._point(at, stamp)])
            self._down = True
            self.update()

    def _go_on(self, at: QPointF, stamp: int) -> None:
        if not self._down or not self._room():
            return
        point, last = self._point(at, stamp), self._strokes[-1][-1]
        if abs(point[0] - last[0]) + abs(point[1] - last[1]) >= _NEAR:
            self._strokes[-1].append(point)
            self.update()

    def _end(self) -> None:
        if self._down:
            self._down = False
            self.drawn.emit()

    def _room(self) -> bool:
        return sum(map(len, self._strokes)) < MOST_POINTS

    def _point(self, at: QPointF, stamp: int) -> tuple[int, int, int]:
        x = round(at.x() * WIDTH / max(1, self.width()))
        y = round(at.y() * HEIGHT / max(1, self.height()))
        after = stamp - (self._began or 0)
        return max(0, min(WIDTH, x)), max(0, min(HEIGHT, y)), max(0, min(_LONGEST_MS, after))


class SignatureBox(QWidget):
    """The pad in its frame, with what it takes and a way to begin again below it."""

    clear_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pad = SignaturePad()
        self._wrong = False
        self._hint = ElidedLabel("", Type.HINT, "muted")
        self.clear = Button("", ButtonKind.LINK)
        self.clear.clicked.connect(self.clear_asked)
        foot = QHBoxLayout()
        foot.setContentsMargins(margins(13, 0, 11, 0))
        foot.addWidget(self._hint, 1)
        foot.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 5)
        column.setSpacing(3)
        column.addWidget(self.pad)
        column.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def say(self, hint: str, clear: str) -> None:
        """Show other words below the line; without the second there is no way to begin again."""
        self._hint.setText(hint)
        self.clear.setText(clear)
        self.clear.setVisible(bool(clear))

    def set_wrong(self, wrong: bool) -> None:
        """Mark it, or no more."""
        self._wrong = wrong
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            edge = colours.over_text if self._wrong else colours.line2 if self.pad.locked else colours.field
            ground = colours.sunken if self.pad.locked else colours.canvas
            rounded(painter, QRectF(self.rect()), 8, ground, edge)
