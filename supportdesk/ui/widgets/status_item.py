"""The state of the line at the foot of the window: always in view, announced politely, opened by a click."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.focus_ring import by_keyboard
from supportdesk.ui.widgets.painting import draw_text, elided, rounded, visual

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent


_ICON = 15


@dataclass(frozen=True, slots=True)
class Told:
    """What the status item shows. `steady` is what of it is worth announcing: without figures that run."""

    sentence: str
    icon: str
    tint: str
    steady: str


class StatusItem(QAbstractButton):
    """Icon and sentence. It can be pressed once `opens` says what it opens."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._tint, self._steady = "laptop", "muted", ""
        self._ringed = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_opens(opens=False)

    def set_opens(self, *, opens: bool) -> None:
        """Let it be pressed, or only be read."""
        self.setEnabled(True)
        self._opens = opens
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if opens else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not opens)
        hint = QCoreApplication.translate("Status", "What waits, and what the hub says")
        self.setToolTip(hint if opens else "")

    def say(self, sentence: str, icon: str, tint: str, steady: str = "") -> None:
        """Show a state; a change of what is `steady` is announced, figures that run are not."""
        announces = bool(self._steady) and bool(steady) and steady != self._steady
        self._icon, self._tint = icon, tint
        self._steady = steady or self._steady
        self.setText(sentence)
        self.setAccessibleName(sentence)
        self.updateGeometry()
        self.update()
        if announces:
            event = QAccessibleAnnouncementEvent(self, sentence)
            event.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
            QAccessible.updateAccessibility(event)

    def tell(self, found: Told) -> None:
        """Show what is told."""
        self.say(found.sentence, found.icon, found.tint, found.steady)

    def sizeHint(self) -> QSize:
        face = theme().face(Type.HINT)
        return QSize(round(_ICON + 6 + face.width(self.text()) + 10), theme().px(22))

    def minimumSizeHint(self) -> QSize:
        return QSize(_ICON + 40, theme().px(22))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = by_keyboard(event)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            whole = QRectF(self.rect())
            if self._opens and (self.underMouse() or self.isDown()):
                rounded(painter, whole, 5, colours.pressed if self.isDown() else colours.hover)
            spot = visual(QRectF(4, (whole.height() - _ICON) / 2, _ICON, _ICON), whole)
            corner = QPointF(round(spot.left()), round(spot.top()))
            draw_icon(painter, corner, self._icon, _ICON, colours.named(self._tint))
            face = theme().face(Type.HINT)
            room = whole.width() - _ICON - 14
            box = visual(QRectF(_ICON + 10, 0, room, whole.height()), whole)
            ink = (
                "offline"
                if self._tint == "offline"
                else "over_text"
                if self._tint == "over_text"
                else "text2"
            )
            draw_text(painter, box, elided(self.text(), face, room), face, colours.named(ink))
            if self._ringed:
                rounded(painter, whole, 5, None, colours.focus, 2)
