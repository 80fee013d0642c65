"""Charts made of places that open a list, by mouse, keyboard and screen reader alike; what they draw is their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.focus_ring import FocusRing, by_keyboard
from supportdesk.ui.widgets.painting import draw_text, right_to_left, rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent

    from supportdesk.services.views import CaseQuery

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Home: -9999, Qt.Key.Key_End: 9999}


@dataclass(frozen=True, slots=True)
class Place:
    """One bar or row: where it lies, the list it opens under which title, and what a screen reader says of it."""

    box: QRectF
    query: CaseQuery
    title: str
    spoken: str


class Spot(QAbstractButton):
    """One place. It paints nothing but its focus; the chart below shows whether the pointer is over it."""

    def __init__(self, chart: SpotChart) -> None:
        super().__init__(chart)
        self._chart = chart
        self._ring: FocusRing | None = None
        self.place: Place | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)

    def take(self, place: Place) -> None:
        """Stand for another place."""
        self.place = place
        self.setGeometry(place.box.toAlignedRect())
        self.setAccessibleName(place.spoken)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._chart.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._chart.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._chart.settle_on(self)
        if by_keyboard(event) and self._ring is None:
            self._ring = FocusRing(self, 4)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.leave()
            self._ring = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        across = -1 if right_to_left() else 1
        step = {Qt.Key.Key_Right: across, Qt.Key.Key_Left: -across, **_STEPS}.get(key)
        if step is not None:
            self._chart.step(self, step)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The chart paints."""

    def _open(self) -> None:
        if self.place is not None:
            self._chart.opened.emit(self.place.query, self.place.title)


class SpotChart(QWidget):
    """A drawing with places. Tab reaches the chart once; the arrow keys go from place to place, Enter opens."""

    opened = Signal(object, str)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._spots: list[Spot] = []
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def places(self) -> Sequence[Place]:
        """Where the lists are opened, in reading order; asked again after every change of size or content."""
        return ()

    def draw(self, painter: QPainter, whole: QRectF) -> None:
        """Draw what there is to show."""
        raise NotImplementedError

    def nothing(self) -> str:
        """The sentence that stands in place of the drawing; empty while there is something to draw."""
        return ""

    @property
    def spots(self) -> tuple[Spot, ...]:
        """The places in view."""
        return tuple(spot for spot in self._spots if not spot.isHidden())

    def settle(self) -> None:
        """Take over new content. A place that has the focus keeps it."""
        self._put_spots()
        self.setAccessibleDescription(self.nothing())
        self.updateGeometry()
        self.update()

    def settle_on(self, chosen: Spot | None) -> None:
        """Let Tab reach this place; the others are reached from it."""
        for spot in self._spots:
            wanted = Qt.FocusPolicy.StrongFocus if spot is chosen else Qt.FocusPolicy.ClickFocus
            if spot.focusPolicy() != wanted:
                spot.setFocusPolicy(wanted)

    def step(self, start: Spot, by: int) -> None:
        """Go so many places further or back."""
        spots = self.spots
        if start in spots:
            at = max(0, min(len(spots) - 1, spots.index(start) + by))
            spots[at].setFocus(Qt.FocusReason.TabFocusReason)

    def lit(self, number: int) -> bool:
        """Whether the pointer is over this place."""
        return number < len(self._spots) and self._spots[number].underMouse()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._put_spots()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Every change of theme and text size brings one.
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self.settle()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        whole = QRectF(self.rect())
        nothing = self.nothing()
        if nothing:
            face = theme().face(Type.META)
            painter.setFont(face.font)
            painter.setPen(theme().colours.muted)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(whole.adjusted(12, 0, -12, 0), int(flags), nothing)
        else:
            for number, spot in enumerate(self._spots):
                if self.lit(number) and not spot.isHidden():
                    rounded(painter, QRectF(spot.geometry()), 4, theme().colours.hover)
            self.draw(painter, whole)
        painter.end()

    def _put_spots(self) -> None:
        places = [] if self.nothing() else list(self.places())
        while len(self._spots) < len(places):
            self._spots.append(Spot(self))
        for number, spot in enumerate(self._spots):
            if number < len(places):
                spot.take(places[number])
            spot.setVisible(number < len(places))
        if not any(spot.focusPolicy() == Qt.FocusPolicy.StrongFocus for spot in self.spots):
            self.settle_on(self._spots[0] if self._spots else None)


def write_beside(
    painter: QPainter, x: float, middle: float, text: str, tint: str = "muted", *, before: bool
) -> None:
    """A hint that ends or begins at `x` on the screen, in every language: for charts over time."""
    face = theme().face(Type.HINT)
    width = face.width(text) + 1
    box = QRectF(x - width if before else x, middle - face.line / 2, width, face.line)
    draw_text(painter, box, text, face, theme().colours.named(tint), align=Qt.AlignmentFlag.AlignHCenter)


def write(
    painter: QPainter,
    box: QRectF,
    text: str,
    role: Type,
    tint: str = "text",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
) -> None:
    """One line of a drawing in a role and a colour token."""
    draw_text(painter, box, text, theme().face(role), theme().colours.named(tint), align=align)
