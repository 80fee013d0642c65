"""Cameras that are played: Qt's own session, with frames that no lens has seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameInput

from supportdesk.ui.visits.camera import Camera
from supportdesk.ui.visits.camera.dialog import CameraDialog
from supportdesk.ui.visits.camera.feed import Feed
from supportdesk.ui.visits.camera.shots import Fate
from supportdesk.ui.visits.camera.standing import Standing
from supportdesk.ui.widgets.messages import Banner
from tests.ui.visits.conftest import Day

# Qt's multimedia tells at its first use what of a graphics card it has to do without.
MISSED = ("No RHI backend",)
BUILT_IN = Camera(b"/dev/video0", "Built-in camera")
ON_A_CABLE = Camera(b"/dev/video2", "Endoscope")


class Played(Feed):
    """Cameras that are played: all of Qt's way from a frame to the window is real."""

    connected: tuple[Camera, ...] = (BUILT_IN,)
    allowed = True
    gives = True
    colour = "teal"

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.used: list[Camera] = []
        self._input = QVideoFrameInput(self)
        self._beat = QTimer(self)
        self._beat.setInterval(20)
        self._beat.timeout.connect(self._send)

    def permit(self, then: Callable[[bool], None]) -> None:
        then(self.allowed)

    def cameras(self) -> tuple[Camera, ...]:
        return self.connected

    def switch_on(self, camera: Camera) -> None:
        self.used.append(camera)
        self.session.setVideoFrameInput(self._input)
        if self.gives:
            self._beat.start()

    def switch_off(self) -> None:
        self._beat.stop()

    def plug(self, *cameras: Camera) -> None:
        """Let other cameras be connected from now on."""
        self.connected = cameras
        self.changed.emit()

    def _send(self) -> None:
        image = QImage(640, 480, QImage.Format.Format_RGB32)
        image.fill(QColor(self.colour))
        self._input.sendVideoFrame(QVideoFrame(image))


def shown(day: Day) -> CameraDialog:
    return next(each for each in day.stage.cover.findChildren(CameraDialog) if not each.isHidden())


def opened(day: Day) -> CameraDialog:
    day.editor.photos.photograph()
    return shown(day)


def live(day: Day) -> CameraDialog:
    made = opened(day)
    day.settle(lambda: made.standing is Standing.LIVE)
    return made


def played(made: CameraDialog) -> Played:
    assert isinstance(made.feed, Played)
    return made.feed


def fates(made: CameraDialog) -> list[Fate]:
    return [tile.shot.fate for tile in made.shots.tiles]


def in_report(day: Day, count: int) -> Callable[[], bool]:
    return lambda: len(day.view().files) == count


def told(made: CameraDialog) -> Banner:
    assert made.banner is not None
    return made.banner
