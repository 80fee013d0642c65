"""One entry of the sidebar: icon, name, count; wide or as an icon on the rail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.focus_ring import by_keyboard
from supportdesk.ui.widgets.painting import draw_text, elided, rounded, visual

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent

    from supportdesk.services.views import CaseQuery
    from supportdesk.ui.pages import Page

HEIGHT = 30
RAIL = 52
_MOST = 999


@dataclass(frozen=True, slots=True)
class Destination:
    """Where an entry leads: to a list under its title, or to a page. `key` names it among all entries."""

    key: str
    title: str
    icon: str
    query: CaseQuery | None = None
    page: Page | None = None


class Entry(QAbstractButton):
    """An entry 30 high. Its count may be bold, or a warning pill above zero; the chosen one is filled."""

    def __init__(self, goal: Destination, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.goal = goal
        self._count = 0
        self._strong = self._warns = self._chosen = self._ringed = False
        self.setText(goal.title)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._speak()

    @property
    def count(self) -> int:
        """The number shown; 0 is not shown."""
        return self._count

    def show_count(self, count: int, *, strong: bool = False, warns: bool = False) -> None:
        """Show a number; `strong` in bold, `warns` as a pill."""
        if (count, strong, warns) != (self._count, self._strong, self._warns):
            self._count, self._strong, self._warns = count, strong, warns
            self._speak()
            self.update()

    def set_chosen(self, chosen: bool) -> None:
        """Show whether this is where one is."""
        self._chosen = chosen
        self.update()

    def is_chosen(self) -> bool:
        """Whether this is where one is."""
        return self._chosen

    def is_rail(self) -> bool:
        """Whether there is room for the icon only."""
        return self.width() <= RAIL

    def sizeHint(self) -> QSize:
        return QSize(RAIL - 12, theme().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(24, theme().px(HEIGHT))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = by_keyboard(event) or event.reason() == Qt.FocusReason.OtherFocusReason
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            whole = QRectF(self.rect())
            if self._chosen or self.isDown():
                rounded(painter, whole, 7, colours.select_strong if self._chosen else colours.pressed)
            elif self.underMouse():
                rounded(painter, whole, 7, colours.pressed)
            icon_left = (whole.width() - 17) / 2 if self.is_rail() else 9.0
            icon = visual(QRectF(icon_left, (whole.height() - 17) / 2, 17, 17), whole)
            name = f"{self.goal.icon}-fill" if self._chosen else self.goal.icon
            draw_icon(painter, QPointF(round(icon.left()), round(icon.top())), name, 17, self._icon_ink())
            if self.is_rail():
                self._paint_rail_sign(painter, whole)
            else:
                self._paint_words(painter, whole)
            if self._ringed:
                rounded(painter, whole, 7, None, colours.focus, 2)

    def _icon_ink(self) -> QColor:
        colours = theme().colours
        if self._chosen:
            return colours.accent_text
        return colours.soon_line if self._warns and self._count and self.goal.page else colours.muted

    def _paint_words(self, painter: QPainter, whole: QRectF) -> None:
        colours = theme().colours
        count_width = self._paint_count(painter, whole)
        face = theme().face(Type.BODY_STRONG if self._chosen else Type.BODY)
        room = QRectF(34, 0, whole.width() - 34 - count_width - 14, whole.height())
        ink = colours.text if self._chosen else colours.text2
        draw_text(painter, visual(room, whole), elided(self.text(), face, room.width()), face, ink)

    def _paint_count(self, painter: QPainter, whole: QRectF) -> float:
        """Paint the number at the end; returns its width."""
        if not self._count:
            return 0.0
        colours = theme().colours
        strong = self._strong or self._warns or self._chosen
        face = theme().face(Type.META_STRONG_NUMBERS if strong else Type.META_NUMBERS)
        figure = _figure(self._count)
        width = face.width(figure)
        if self._warns:
            pill = QRectF(
                whole.width() - 8 - max(22.0, width + 14),
                (whole.height() - 18) / 2,
                max(22.0, width + 14),
                18,
            )
            rounded(painter, visual(pill, whole), 9, colours.soon_bg)
            draw_text(
                painter, visual(pill, whole), figure, face, colours.soon, align=Qt.AlignmentFlag.AlignHCenter
            )
            return pill.width()
        ink = colours.text if self._strong or self._chosen else colours.text2
        box = QRectF(whole.width() - 8 - width - 1, 0, width + 1, whole.height())
        draw_text(painter, visual(box, whole), figure, face, ink, align=Qt.AlignmentFlag.AlignTrailing)
        return width

    def _paint_rail_sign(self, painter: QPainter, whole: QRectF) -> None:
        # On the rail a number has no room; that something waits still shows.
        if self._count and (self._warns or self._strong):
            colours = theme().colours
            dot = QRectF(whole.center().x() + 6, 4, 8, 8)
            rounded(painter, visual(dot, whole), 4, colours.soon_line if self._warns else colours.accent)

    def _speak(self) -> None:
        figure = _figure(self._count) if self._count else ""
        self.setAccessibleName(f"{self.goal.title}, {figure}" if figure else self.goal.title)
        self.setToolTip(f"{self.goal.title}  {figure}".strip())


def _figure(count: int) -> str:
    return f"{_MOST}+" if count > _MOST else QLocale().toString(count)
