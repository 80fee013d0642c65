"""Check boxes, radio buttons and segmented choices that paint themselves from tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.focus_ring import FocusRing, by_keyboard
from supportdesk.ui.widgets.painting import draw_text, elided, right_to_left, rounded, visual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent

    from supportdesk.ui.widgets.marks import Mark

_BOX = 16.0
_GAP = 8.0


def _size(button: QAbstractButton) -> QSize:
    face = theme().face(Type.BODY)
    return QSize(round(_BOX + _GAP + face.width(button.text()) + 2), max(face.line, 20))


def _paint_text(painter: QPainter, button: QAbstractButton) -> None:
    colours = theme().colours
    whole = QRectF(button.rect())
    box = visual(QRectF(_BOX + _GAP, 0, whole.width() - _BOX - _GAP, whole.height()), whole)
    ink = colours.text if button.isEnabled() else colours.disabled
    face = theme().face(Type.BODY)
    draw_text(painter, box, elided(button.text(), face, box.width()), face, ink)


def _box(button: QAbstractButton) -> QRectF:
    whole = QRectF(button.rect())
    return visual(QRectF(0, round((whole.height() - _BOX) / 2), _BOX, _BOX), whole)


class CheckBox(QCheckBox):
    """A check box; its words are part of the target."""

    def sizeHint(self) -> QSize:
        return _size(self)

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            box = _box(self)
            if self.isChecked():
                rounded(painter, box, 4, colours.accent if self.isEnabled() else colours.disabled)
                draw_icon(painter, box.topLeft() + QPointF(2, 2), "check-bold", 12, colours.on_accent)
            else:
                rounded(painter, box, 4, colours.canvas, colours.field if self.isEnabled() else colours.line2)
            if self.hasFocus():
                rounded(painter, box, 4, None, colours.focus, 2)
            _paint_text(painter, self)


class RadioButton(QRadioButton):
    """One of several values that are all in view."""

    def sizeHint(self) -> QSize:
        return _size(self)

    def hitButton(self, pos: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            box = _box(self)
            if self.isChecked():
                rounded(painter, box, _BOX / 2, colours.accent if self.isEnabled() else colours.disabled)
                rounded(painter, box.adjusted(5, 5, -5, -5), 3, colours.on_accent)
            else:
                rounded(
                    painter,
                    box,
                    _BOX / 2,
                    colours.canvas,
                    colours.field if self.isEnabled() else colours.line2,
                )
            if self.hasFocus():
                rounded(painter, box, _BOX / 2, None, colours.focus, 2)
            _paint_text(painter, self)


class Segmented(QWidget):
    """A row of values of which one is chosen; left and right follow the eye."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[tuple[object, str, Mark | None], ...] = ()
        self._current: object = None
        self._ring: FocusRing | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def offer(self, values: Sequence[tuple[object, str, Mark | None]]) -> None:
        """The values: key, text, and a mark in front of it or None. Nothing is chosen until it is."""
        self._values = tuple(values)
        self.updateGeometry()
        self.update()

    def choose(self, key: object) -> None:
        """Choose a value without telling; None chooses nothing."""
        self._current = key
        texts = [text for known, text, _mark in self._values if known == key]
        self.setAccessibleDescription(texts[0] if texts else "")
        self.update()

    def value(self) -> object:
        """The chosen value's key, None where nothing is chosen."""
        return self._current

    def sizeHint(self) -> QSize:
        return QSize(sum(round(self._wish(text, mark)) for _key, text, mark in self._values), theme().px(30))

    def minimumSizeHint(self) -> QSize:
        return QSize(48 * len(self._values), theme().px(30))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for box, (key, _text, _mark) in zip(self._boxes(), self._values, strict=True):
            if box.contains(event.position()):
                self._pick(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Right: -1 if right_to_left() else 1,
            Qt.Key.Key_Left: 1 if right_to_left() else -1,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._values:
            super().keyPressEvent(event)
            return
        keys = [key for key, _text, _mark in self._values]
        at = keys.index(self._current) + step if self._current in keys else 0
        self._pick(keys[max(0, min(len(keys) - 1, at))])

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
            rounded(painter, whole, 6, colours.canvas, colours.field)
            boxes = self._boxes()
            for number, (box, (key, text, mark)) in enumerate(zip(boxes, self._values, strict=True)):
                on = key == self._current and key is not None
                if on:
                    painter.fillRect(box.adjusted(1, 1, -1, -1), colours.select)
                if number:
                    edge = box.right() if right_to_left() else box.left()
                    painter.fillRect(
                        QRectF(edge - 0.5, 1, 1, whole.height() - 2), colours.field if on else colours.line2
                    )
                self._paint_value(painter, box, text, mark, on=on)

    def _paint_value(self, painter: QPainter, box: QRectF, text: str, mark: Mark | None, *, on: bool) -> None:
        colours = theme().colours
        face = theme().face(Type.META_STRONG if on else Type.META)
        before = mark.size + 6 if mark is not None else 0
        shown = elided(text, face, box.width() - 12 - before)
        width = before + face.width(shown)
        left = box.left() + (box.width() - width) / 2
        if mark is not None:
            spot = visual(QRectF(left, box.center().y() - mark.size / 2, mark.size, mark.size), box)
            mark.paint(painter, QPointF(round(spot.left()), round(spot.top())))
        text_box = visual(QRectF(left + before, box.top(), width - before + 1, box.height()), box)
        draw_text(painter, text_box, shown, face, colours.accent_text if on else colours.text2)

    @staticmethod
    def _wish(text: str, mark: Mark | None) -> float:
        return theme().face(Type.META_STRONG).width(text) + 24 + (mark.size + 6 if mark is not None else 0)

    def _boxes(self) -> list[QRectF]:
        whole = QRectF(self.rect())
        if not self._values:
            return []
        share = whole.width() / len(self._values)
        return [
            visual(QRectF(share * at, 0, share, whole.height()), whole) for at in range(len(self._values))
        ]

    def _pick(self, key: object) -> None:
        if key != self._current:
            self.choose(key)
            self.chosen.emit(key)
