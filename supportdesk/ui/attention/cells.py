"""One value of a contested field, to be chosen: its mark, its words with what differs marked, radio or check box."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from supportdesk.services.views.matters import Said
from supportdesk.ui.attention.changed_words import Spans
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.marks import Mark, SeverityMark, StageMark
from supportdesk.ui.widgets.painting import right_to_left, rounded, visual

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_BOX = 16.0
_PAD = 16.0
_TOP = 12.0


def mark_of(said: Said) -> Mark | None:
    """The mark in front of a value: a stage's dot, a severity's sign."""
    if said.look:
        return StageMark(said.look)
    return SeverityMark(said.rank, size=16) if said.rank else None


def nothing_said() -> str:
    """What stands for an empty value."""
    return QCoreApplication.translate("Attention", "nothing")


class ValueCell(QAbstractButton):
    """`changed` is where its words differ from the other's. `several`: both can be kept, so it is a check box.

    `stepped` carries the arrow key that was pressed.
    """

    stepped = Signal(object)

    def __init__(
        self, said: Said, changed: Spans, *, several: bool, spoken: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._said, self._several = said, several
        self._mark = mark_of(said)
        self._text = said.text or nothing_said()
        # Where a mark stands it says what differs; and "nothing" has no words of its own.
        self._spans = changed if self._mark is None and said.text else ()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(f"{spoken}: {self._text}")

    @property
    def several(self) -> bool:
        """Whether the other can be kept as well."""
        return self._several

    def height_for(self, width: int) -> int:
        """How high it is in so much width."""
        layout, height = self._laid_out(width - self._before() - _PAD)
        del layout
        return round(height + 2 * _TOP)

    def sizeHint(self) -> QSize:
        return QSize(200, self.height_for(max(120, self.width())))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.stepped.emit(key)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            whole = QRectF(self.rect())
            if self.isChecked():
                painter.fillRect(whole, colours.select)
            elif self.underMouse():
                painter.fillRect(whole, colours.hover)
            self._paint_box(painter, visual(QRectF(_PAD, _TOP + 1, _BOX, _BOX), whole))
            left = _PAD + _BOX + 9
            if self._mark is not None:
                size = self._mark.size
                middle = _TOP + theme().face(Type.MESSAGE).line / 2
                spot = visual(QRectF(left, middle - size / 2, size, size), whole)
                self._mark.paint(painter, QPointF(round(spot.left()), round(spot.top())))
            room = whole.width() - self._before() - _PAD
            layout, _ = self._laid_out(room)
            painter.setPen(colours.text if self._said.text else colours.muted)
            place = visual(QRectF(self._before(), _TOP, room, whole.height() - _TOP), whole)
            layout.draw(painter, place.topLeft())
            if self.hasFocus():
                rounded(painter, whole.adjusted(2, 2, -2, -2), 4, None, colours.focus, 2)

    def _before(self) -> float:
        return _PAD + _BOX + 9 + (self._mark.size + 7 if self._mark is not None else 0)

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        colours = theme().colours
        radius = 4 if self._several else _BOX / 2
        if not self.isChecked():
            rounded(painter, box, radius, colours.canvas, colours.field)
            return
        rounded(painter, box, radius, colours.accent)
        if self._several:
            draw_icon(painter, box.topLeft() + QPointF(2, 2), "check-bold", 12, colours.on_accent)
        else:
            rounded(painter, box.adjusted(5, 5, -5, -5), 3, colours.on_accent)

    def _laid_out(self, width: float) -> tuple[QTextLayout, float]:
        face = theme().face(Type.MESSAGE)
        layout = QTextLayout(self._text.replace("\n", "\u2028"), face.font)
        option = QTextOption()
        side = Qt.AlignmentFlag.AlignRight if right_to_left() else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([_marked(start, length) for start, length in self._spans])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40.0, width))
            line.setPosition(QPointF(0, height + (face.line - line.height()) / 2))
            height += face.line
        layout.endLayout()
        return layout, height


def _marked(start: int, length: int) -> QTextLayout.FormatRange:
    span = QTextLayout.FormatRange()
    span.start, span.length = start, length
    style = QTextCharFormat()
    style.setBackground(theme().colours.changed)
    # Not by colour alone.
    style.setFontUnderline(True)
    style.setUnderlineColor(theme().colours.ok_line)
    style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    span.format = style
    return span
