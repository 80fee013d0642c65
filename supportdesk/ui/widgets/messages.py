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
    from PySide6.QtGui import QPaintEvent

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


class Toasts(QObject):
    """Shows one message at a time at the foot of a widget; an undo counts down and leaves after ten seconds."""

    undo_asked = Signal(object)

    def __init__(self, over: QWidget, *, second_ms: int = 1000) -> None:
        super().__init__(over)
        self._over = over
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

    def say(self, lead: str, text: str = "", *, undo: object = None) -> None:
        """Say that something is done; with `undo`, offer to take it back and hand that object to `undo_asked`."""
        toast = Banner(
            MessageKind.DONE, lead, text, action=_undo_text(UNDO_SECONDS) if undo is not None else ""
        )
        self._show(toast, UNDO_SECONDS if undo is not None else 4, undo)

    def refuse(self, error: KnownError) -> None:
        """Say what could not be done and what to do; it stays until it is closed or something else is said."""
        self._show(error_banner(error), 0, None)

    def clear(self) -> None:
        """Take the message away."""
        self._timer.stop()
        self._undo = None
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
            self._shown = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._shown is not None:
            self._place(self._shown)
        return super().eventFilter(watched, event)

    def _show(self, toast: Banner, seconds: int, undo: object) -> None:
        self.clear()
        toast.setParent(self._over)
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

    def _place(self, toast: Banner) -> None:
        width = min(560, self._over.width() - SHADOW_MARGIN)
        height = max(toast.heightForWidth(width), toast.sizeHint().height())
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


def _undo_text(seconds: int) -> str:
    return QCoreApplication.translate("Messages", "Undo, {seconds} s").format(seconds=seconds)
