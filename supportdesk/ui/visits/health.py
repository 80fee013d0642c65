"""How a check was found, in three states side by side: colour, symbol and word; left and right follow the eye."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportdesk.rules.cases.visit_report import Health
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.visits.words import health_name
from supportdesk.ui.widgets.focus_ring import FocusRing, by_keyboard
from supportdesk.ui.widgets.painting import draw_text, right_to_left, rounded, visual

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent

_LOOK = {
    Health.GOOD: ("check-bold", "ok", "ok_bg"),
    Health.WATCH: ("eye-bold", "soon", "soon_bg"),
    Health.BAD: ("x-bold", "over_text", "over_tint"),
}
_ICON, _GAP, _PADDING = 12, 5, 8
_HEIGHT = 24


class HealthChoice(QWidget):
    """`chosen` carries the Health, None where the chosen one was pressed again."""

    chosen = Signal(object)

    def __init__(self, spoken: str) -> None:
        super().__init__()
        self._health: Health | None = None
        self._ring: FocusRing | None = None
        self._read_only = False
        self.setAccessibleName(spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def value(self) -> Health | None:
        """The chosen state."""
        return self._health

    def choose(self, health: Health | None) -> None:
        """Choose a state without telling."""
        self._health = health
        self.setAccessibleDescription(health_name(health) if health is not None else "")
        self.update()

    def set_read_only(self, read_only: bool) -> None:
        """Let it be read only."""
        self._read_only = read_only
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if read_only else Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return QSize(round(sum(self._widths()) + 0.5), theme().px(_HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for health, box in zip(Health, self._boxes(), strict=True):
            if box.contains(event.position()):
                self._pick(None if health is self._health else health)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ahead = -1 if right_to_left() else 1
        step = {Qt.Key.Key_Right: ahead, Qt.Key.Key_Left: -ahead}.get(Qt.Key(event.key()))
        if step is not None:
            states = list(Health)
            at = states.index(self._health) + step if self._health is not None else 0
            self._pick(states[max(0, min(len(states) - 1, at))])
        elif event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self._pick(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if by_keyboard(event) and self._ring is None:
            self._ring = FocusRing(self, 6)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.leave()
            self._ring = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            whole = QRectF(self.rect())
            outline = QPainterPath()
            outline.addRoundedRect(whole, 6, 6)
            rounded(painter, whole, 6, colours.raised)
            boxes = self._boxes()
            painter.setClipPath(outline)
            for health, box in zip(Health, boxes, strict=True):
                self._paint_state(painter, box, health)
            for box in boxes[1:]:
                edge = box.right() if right_to_left() else box.left()
                painter.fillRect(QRectF(round(edge), 0, 1, whole.height()), colours.line2)
            painter.setClipping(False)
            rounded(painter, whole, 6, None, colours.line2)

    def _paint_state(self, painter: QPainter, box: QRectF, health: Health) -> None:
        colours = theme().colours
        on = health is self._health
        icon, ink, ground = _LOOK[health]
        face = theme().face(Type.META_STRONG if on else Type.META)
        text = health_name(health)
        width = face.width(text) + (_ICON + _GAP if on else 0)
        left = box.left() + (box.width() - width) / 2
        if on:
            painter.fillRect(box, colours.named(ground))
            spot = visual(QRectF(left, box.center().y() - _ICON / 2, _ICON, _ICON), box)
            draw_icon(painter, QPointF(round(spot.x()), round(spot.y())), icon, _ICON, colours.named(ink))
            left += _ICON + _GAP
        place = visual(QRectF(left, box.top(), face.width(text) + 2, box.height()), box)
        draw_text(painter, place, text, face, colours.named(ink) if on else colours.muted)

    def _widths(self) -> list[float]:
        # Together always as wide: what nobody has chosen shares the room of the symbol.
        face = theme().face(Type.META_STRONG)
        symbol = _ICON + _GAP
        shared = symbol / len(Health) if self._health is None else 0
        return [
            face.width(health_name(each)) + 2 * _PADDING + (symbol if each is self._health else shared)
            for each in Health
        ]

    def _boxes(self) -> list[QRectF]:
        whole, at, boxes = QRectF(self.rect()), 0.0, []
        for width in self._widths():
            boxes.append(visual(QRectF(at, 0, width, whole.height()), whole))
            at += width
        return boxes

    def _pick(self, health: Health | None) -> None:
        if not self._read_only and health is not self._health:
            self.choose(health)
            self.chosen.emit(health)
