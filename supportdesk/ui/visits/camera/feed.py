"""The cameras of this computer and the living picture of one; the only module that knows Qt's multimedia.

That is a package of its own, `PySide6-Addons`, and on Linux wants a sound library (`libpulse0`): importing this
module fails where either is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCameraPermission, QCoreApplication, QLoggingCategory, QObject, Qt, Signal
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoSink,
)

from supportdesk.ui.visits.camera import Camera

if TYPE_CHECKING:
    from collections.abc import Callable


class Feed(QObject):
    """`changed`: a camera came or went; `arrived`: there is a new `frame`; `broke`: it stopped, as the system says."""

    changed = Signal()
    arrived = Signal()
    broke = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # Each of a graphics card's libraries that is missing would be a line in the log; Qt does without them.
        QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver.warning=false")
        self.frame = QVideoFrame()
        self.session = QMediaCaptureSession(self)
        self._sink = QVideoSink(self)
        self._devices = QMediaDevices(self)
        self._camera: QCamera | None = None
        self.is_on = False
        self.session.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(self._seen)
        self._devices.videoInputsChanged.connect(self.changed)

    def permit(self, then: Callable[[bool], None]) -> None:
        """Ask the system whether this program may use cameras; the system may ask the person. `then` hears it."""
        app = QCoreApplication.instance()
        assert app is not None  # noqa: S101 - there are widgets
        wish = QCameraPermission()
        if app.checkPermission(wish) == Qt.PermissionStatus.Undetermined:
            app.requestPermission(
                wish, self, lambda _answer: then(app.checkPermission(wish) == Qt.PermissionStatus.Granted)
            )
        else:
            then(app.checkPermission(wish) == Qt.PermissionStatus.Granted)

    def cameras(self) -> tuple[Camera, ...]:
        """What is connected now; first the one that looks away from the person, else the system's own choice."""
        default = QMediaDevices.defaultVideoInput().id()

        def rank(device: QCameraDevice) -> tuple[bool, bool]:
            return device.position() != QCameraDevice.Position.BackFace, device.id() != default

        return tuple(
            Camera(bytes(device.id().data()), device.description())
            for device in sorted(QMediaDevices.videoInputs(), key=rank)
        )

    def begin(self, camera: Camera) -> None:
        """Show what this camera sees, and nothing of another any more."""
        self.end()
        self.is_on = True
        self.switch_on(camera)

    def end(self) -> None:
        """Switch the camera off."""
        self.is_on = False
        self.frame = QVideoFrame()
        self.switch_off()

    def switch_on(self, camera: Camera) -> None:
        """Let the session's picture come from this camera; one that has just been unplugged gives none."""
        for device in QMediaDevices.videoInputs():
            if device.id().data() == camera.id:
                self._camera = QCamera(device, self)
                self._camera.errorOccurred.connect(self._failed)
                self.session.setCamera(self._camera)
                self._camera.start()

    def switch_off(self) -> None:
        """Let it come from none."""
        if self._camera is not None:
            self._camera.stop()
            self.session.setCamera(None)  # type: ignore[arg-type] # the stub knows no None
            self._camera.deleteLater()
            self._camera = None

    def _seen(self, frame: QVideoFrame) -> None:
        # The last frame of a camera that was switched off may still be on its way.
        if frame.isValid() and self.is_on:
            self.frame = frame
            self.arrived.emit()

    def _failed(self, error: QCamera.Error, words: str) -> None:
        if error != QCamera.Error.NoError:
            self.broke.emit(words)
