"""The bare window: up before anything is read, with the outline of what will fill it; it loads nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QByteArray, QSettings, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QMainWindow, QWidget

from supportdesk.ui.arrangement import SMALLEST, arrangement
from supportdesk.ui.theme import theme

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QContextMenuEvent, QKeyEvent, QPaintEvent, QResizeEvent

_DEFAULT = (1440, 900)
_FRAME_ROOM = (16, 40)
STATUS_HEIGHT = 26
CORNER = 10


class Outline(QWidget):
    """The panes without their content. Painted by style sheet, because a painter of ours would cost the first paint."""

    def __init__(self) -> None:
        super().__init__()
        self._content, self._cases, self._status = QFrame(self), QFrame(self), QFrame(self)
        colours = theme().colours
        right_to_left = QGuiApplication.isRightToLeft()
        side, far = ("right", "left") if right_to_left else ("left", "right")
        canvas, line = colours.canvas.name(), colours.line.name()
        self._content.setStyleSheet(
            f"border: 0px solid {line}; border-{side}-width: 1px; border-top-width: 1px;"
            f"border-top-{side}-radius: {CORNER}px; background: {canvas};"
        )
        self._cases.setStyleSheet(f"border: 0px solid {line}; border-{far}-width: 1px;")
        self._status.setStyleSheet(f"border: 0px solid {line}; border-top-width: 1px;")

    def resizeEvent(self, _event: QResizeEvent) -> None:
        found = arrangement(self.width(), self.height())
        side, cases = found.sidebar_width, 0 if found.in_turn else found.list_width
        width, height = self.width() - side, self.height() - STATUS_HEIGHT
        right_to_left = QGuiApplication.isRightToLeft()
        self._content.setGeometry(0 if right_to_left else side, 0, width, height)
        self._cases.setGeometry(width - cases - 2 if right_to_left else side + 1, 1, cases + 1, height - 1)
        self._status.setGeometry(0, height, self.width(), STATUS_HEIGHT)


class Frame(QMainWindow):
    """`first_painted` comes once: then is the time to load the rest. `closing` comes before it goes.

    Whoever fills it may put a question in the place of `may_close`; while that is answered with no, it stays.
    """

    first_painted = Signal()
    closing = Signal()

    def __init__(self, title: str, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self.may_close: Callable[[], bool] = lambda: True
        self._was_painted = self._alt_alone = False
        self.setWindowTitle(title)
        self.setMinimumSize(*SMALLEST)
        self.setCentralWidget(Outline())
        self._restore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._alt_alone = event.key() == QtCore.Qt.Key.Key_Alt
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        # The menu stays out of sight until Alt alone asks for it; macOS has its own bar.
        alone, self._alt_alone = self._alt_alone, False
        if alone and event.key() == QtCore.Qt.Key.Key_Alt and not self.menuBar().isNativeMenuBar():
            self.menuBar().setVisible(not self.menuBar().isVisible())
        super().keyReleaseEvent(event)

    def alt_was_used(self) -> None:
        """Alt was pressed for a command, so that letting go of it asks for no menu."""
        self._alt_alone = False

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        # Qt's own would offer to hide tool bars.
        event.ignore()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self._settings.setValue(self._key(), self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # After this event, so that what was painted is on the screen.
            QTimer.singleShot(0, self._tell)

    def _tell(self) -> None:
        self.first_painted.emit()

    def _restore(self) -> None:
        kept = self._settings.value(self._key())
        if isinstance(kept, QByteArray) and self.restoreGeometry(kept):
            return
        screen = self.screen().availableGeometry()
        # How large the system's own frame is shows only once it is there.
        self.resize(
            min(_DEFAULT[0], screen.width() - _FRAME_ROOM[0]),
            min(_DEFAULT[1], screen.height() - _FRAME_ROOM[1]),
        )

    def _key(self) -> str:
        return f"window/{screen_name(self)}/geometry"


def screen_name(window: QMainWindow) -> str:
    """Names the size of the screen a window is on; sizes are kept under it."""
    size = window.screen().size()
    return f"{size.width()}x{size.height()}"
