"""What a camera sees, as large as there is room for; the shutter is seen to close when a photo is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, QTimer
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtMultimedia import QVideoFrame
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportdesk.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_RADIUS = 8
_FLASH_MS = 90


class Finder(QWidget):
    """Paints the newest frame; those that come faster than the screen shows them cost nothing."""

    def __init__(self) -> None:
        super().__init__()
        self._frame = QVideoFrame()
        self._flash = QTimer(self)
        self._flash.setSingleShot(True)
        self._flash.setInterval(_FLASH_MS)
        self._flash.timeout.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(QCoreApplication.translate("Camera", "What the camera sees"))

    def sizeHint(self) -> QSize:
        return QSize(640, 360)

    def show_frame(self, frame: QVideoFrame) -> None:
        """Show this frame."""
        self._frame = frame
        self.update()

    def flash(self) -> None:
        """Show that a photo was taken."""
        self._flash.start()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            clip = QPainterPath()
            clip.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
            painter.setClipPath(clip)
            painter.fillRect(self.rect(), theme().colours.sunken)
            if self._flash.isActive():
                painter.fillRect(self.rect(), theme().colours.text)
            elif self._frame.isValid():
                self._frame.paint(painter, QRectF(self.rect()), QVideoFrame.PaintOptions())
