"""The bare window: up before anything is read, with the outline of what will fill it; it loads nothing itself."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from supportdesk.ui.arrangement import SMALLEST, arrangement
from supportdesk.ui.theme import theme

_DEFAULT = (1440, 900)
STATUS_HEIGHT = 26
CORNER = 10


class Frame(QMainWindow):
    """`first_painted` comes once: then is the time to load the rest. `closing` comes before it goes."""

    first_painted = Signal()
    closing = Signal()

    def __init__(self, title: str, settings: QSettings) -> None:
        super().__init__()
        self._settings = settings
        self._was_painted = False
        self.setWindowTitle(title)
        self.setMinimumSize(*SMALLEST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._restore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        # The menu stays out of sight until Alt asks for it; macOS has its own bar.
        if event.key() == Qt.Key.Key_Alt and not self.menuBar().isNativeMenuBar():
            self.menuBar().setVisible(not self.menuBar().isVisible())
        super().keyReleaseEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.setValue(self._key(), self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.centralWidget() is None:
            self._paint_outline()
        if not self._was_painted:
            self._was_painted = True
            # After this event, so that what was painted is on the screen.
            QTimer.singleShot(0, self._tell)

    def _paint_outline(self) -> None:
        painter = QPainter(self)
        colours = theme().colours
        found = arrangement(self.width(), self.height())
        right_to_left = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
        width, height = self.width() - found.sidebar_width, self.height() - STATUS_HEIGHT
        area = QRectF(0 if right_to_left else found.sidebar_width, 0, width, height)
        paint_content_ground(painter, area, right_to_left=right_to_left)
        if not found.in_turn:
            x = area.right() - found.list_width if right_to_left else area.left() + found.list_width
            painter.fillRect(QRectF(x, 1, 1, height - 1), colours.line)
        painter.fillRect(QRectF(0, height, self.width(), 1), colours.line)
        painter.end()

    def _tell(self) -> None:
        self.first_painted.emit()

    def _restore(self) -> None:
        kept = self._settings.value(self._key())
        if isinstance(kept, QByteArray) and self.restoreGeometry(kept):
            return
        screen = self.screen().availableGeometry()
        self.resize(min(_DEFAULT[0], screen.width()), min(_DEFAULT[1], screen.height()))

    def _key(self) -> str:
        return f"window/{screen_name(self)}/geometry"


def screen_name(window: QMainWindow) -> str:
    """Names the size of the screen a window is on; sizes are kept under it."""
    size = window.screen().size()
    return f"{size.width()}x{size.height()}"


def paint_content_ground(painter: QPainter, area: QRectF, *, right_to_left: bool) -> None:
    """The ground of list and case: one round corner next to the sidebar, an edge towards it and above."""
    colours = theme().colours
    edge, inner = QPainterPath(), QPainterPath()
    _add_cornered(edge, area, CORNER, right_to_left=right_to_left)
    inside = area.adjusted(0, 1, -1, 0) if right_to_left else area.adjusted(1, 1, 0, 0)
    _add_cornered(inner, inside, CORNER - 1, right_to_left=right_to_left)
    painter.save()
    painter.setClipRect(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(edge, colours.line)
    painter.fillPath(inner, colours.canvas)
    painter.restore()


def _add_cornered(path: QPainterPath, area: QRectF, radius: float, *, right_to_left: bool) -> None:
    # A box whose other corners lie out of sight: beyond the area the clip of the widget ends.
    beyond = area.adjusted(-20, 0, 0, 20) if right_to_left else area.adjusted(0, 0, 20, 20)
    path.addRoundedRect(beyond, radius, radius)
