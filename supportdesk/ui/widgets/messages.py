"""Messages in place: banners for a state, an error or a hint, and the toast that offers to undo."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QPoint,
    QPropertyAnimation,
    QRectF,
    QSize,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind, icon_button
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.painting import SHADOW_MARGIN, rounded
from supportdesk.ui.widgets.popover import moves_allowed
from supportdesk.ui.widgets.texts import LeadText

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from supportdesk.domain.errors import KnownError

UNDO_SECONDS = 10


class MessageKind(Enum):
    """What a message is about: ground, ink, icon."""

    DONE = ("ok_bg", "ok", "check-circle-fill")
    ERROR = ("over_tint", "over_text", "warning-circle-fill")
    OFFLINE = ("offline_bg", "offline", "wifi-slash")
    HINT = ("soon_bg", "soon", "lightbulb-fill")
    INFO = ("sunken", "text2", "info")


class Banner(QWidget):
    """One message: bold beginning, the rest, at most one action and a cross where it may be closed."""

    acted = Signal()
    dismissed = Signal()

    def __init__(
        self,
        kind: MessageKind,
        lead: str = "",
        text: str = "",
        *,
        action: str = "",
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground, ink, icon = kind.value
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._text = LeadText(lead, text, ink)
        self.action = Button(action, ButtonKind.SECONDARY if kind is MessageKind.ERROR else ButtonKind.FLAT)
        if kind is not MessageKind.ERROR:
            self.action.set_tint(ink)
        self.action.clicked.connect(self.acted)
        self._cross = icon_button("x", QCoreApplication.translate("Messages", "Close this message"))
        self._cross.set_tint(ink)
        self._cross.clicked.connect(self._dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 5, 8, 5)
        self._row.setSpacing(8)
        self._row.addWidget(MarkView(IconMark(icon, ink, 15)))
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self.action)
        self._row.addWidget(self._cross)
        # Shown before they have a parent, they would be windows of their own for a moment.
        self.action.setVisible(bool(action))
        self._cross.setVisible(closable)
        self.setMinimumHeight(theme().px(32))
        self.say(lead, text)

    def say(self, lead: str, text: str) -> None:
        """Show another message of the same kind."""
        self._text.say(lead, text)
        self.setAccessibleName(" ".join(part for part in (lead, text) if part))

    def sizeHint(self) -> QSize:
        # Layouts make no widget of this policy higher than its hint, whatever height its width asks for.
        hint = super().sizeHint()
        return QSize(hint.width(), max(self.minimumHeight(), self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), 8, theme().colours.named(self._ground))

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()


def error_banner(error: KnownError, *, action: str = "", parent: QWidget | None = None) -> Banner:
    """An error as a banner: what happened in bold, then what it means and what to do."""
    rest = " ".join(part for part in (error.meaning, error.remedy) if part)
    return Banner(MessageKind.ERROR, error.what, rest, action=action, closable=True, parent=parent)


class Berth(QWidget):
    """Room that a page keeps for a message, so that it covers nothing there; no higher than the message in it."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._gap = gap
        self.empty()

    def take(self, toast: QWidget) -> None:
        """Let a message lie here, as wide as there is room."""
        width = max(1, self.width() - 2 * self._gap)
        height = _height(toast, width)
        self.setFixedHeight(height + 2 * self._gap)
        toast.setGeometry(self._gap, self._gap, width, height)

    def empty(self) -> None:
        """Give the room back."""
        self.setFixedHeight(0)


class Toasts(QObject):
    """Shows one message at a time; an undo counts down and leaves after ten seconds.

    It lies in the berth of the page in view, and at the foot of a widget where no page in view has one.
    """

    undo_asked = Signal(object)

    def __init__(self, over: QWidget, *, second_ms: int = 1000) -> None:
        super().__init__(over)
        self._over = over
        self._berths: list[Berth] = []
        self._shown: Banner | None = None
        self._undo: object = None
        self._left = 0
        self._timer = QTimer(self)
        self._timer.setInterval(second_ms)
        self._timer.timeout.connect(self._count)
        over.installEventFilter(self)

    @property
    def shown(self) -> Banner | None:
        """The message in view, if any."""
        return self._shown

    def lie_in(self, berth: Berth | None) -> None:
        """Lie in this berth whenever it is in view; of several, one is at a time."""
        if berth is not None and berth not in self._berths:
            self._berths.append(berth)
            berth.installEventFilter(self)

    def say(self, lead: str, text: str = "", *, undo: object = None) -> None:
        """Say that something is done; with `undo`, offer to take it back and hand that object to `undo_asked`."""
        toast = Banner(
            MessageKind.DONE, lead, text, action=_undo_text(UNDO_SECONDS) if undo is not None else ""
        )
        self._show(toast, UNDO_SECONDS if undo is not None else 4, undo)

    def refuse(self, error: KnownError) -> None:
        """Say what could not be done and what to do; it stays until it is closed or something else is said."""
        self._show(error_banner(error), 0, None)

    def let_go(self) -> None:
        """Take a message away that would stay until it is closed: what it was about is out of view."""
        if not self._timer.isActive():
            self.clear()

    def clear(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._undo = None
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None
            for berth in self._berths:
                berth.empty()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._shown is not None:
            self._place(self._shown)
        elif watched in self._berths and event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            # Once the page has come into view or left it as a whole.
            QTimer.singleShot(0, self, self._move)
        return super().eventFilter(watched, event)

    def _show(self, toast: Banner, seconds: int, undo: object) -> None:
        self.clear()
        toast.acted.connect(self._acted)
        toast.dismissed.connect(self.clear)
        self._shown, self._undo, self._left = toast, undo, seconds
        if seconds:
            self._timer.start()
        self._place(toast)
        toast.show()
        toast.raise_()
        if moves_allowed():
            slide = QPropertyAnimation(toast, b"pos", toast)
            slide.setDuration(120)
            slide.setStartValue(toast.pos() + QPoint(0, 8))
            slide.setEndValue(toast.pos())
            slide.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    def _move(self) -> None:
        """Follow the page that is in view now."""
        if self._shown is not None:
            self._place(self._shown)
            self._shown.show()
            self._shown.raise_()

    def _place(self, toast: Banner) -> None:
        berth = next((each for each in self._berths if each.isVisible()), None)
        for other in self._berths:
            if other is not berth:
                other.empty()
        if berth is not None:
            if toast.parentWidget() is not berth:
                toast.setParent(berth)
            berth.take(toast)
            return
        if toast.parentWidget() is not self._over:
            toast.setParent(self._over)
        width = min(560, self._over.width() - SHADOW_MARGIN)
        height = _height(toast, width)
        toast.setGeometry((self._over.width() - width) // 2, self._over.height() - height - 16, width, height)

    def _count(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.clear()
        elif self._shown is not None and self._undo is not None:
            self._shown.action.setText(_undo_text(self._left))

    def _acted(self) -> None:
        undo = self._undo
        self.clear()
        if undo is not None:
            self.undo_asked.emit(undo)


def _height(toast: QWidget, width: int) -> int:
    return max(toast.heightForWidth(width), toast.minimumHeight())


def _undo_text(seconds: int) -> str:
    return QCoreApplication.translate("Messages", "Undo, {seconds} s").format(seconds=seconds)
