"""Names the camera in use and offers the others, where there are any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal

from supportdesk.ui.widgets.buttons import Button
from supportdesk.ui.widgets.chips import styled_menu
from supportdesk.ui.widgets.painting import right_to_left

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

    from supportdesk.ui.visits.camera import Camera


class CameraChoice(Button):
    """`chosen` carries another Camera."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__(icon="camera", caret=True, large=True)
        self._cameras: Sequence[Camera] = ()
        self._now: Camera | None = None
        self.clicked.connect(self._offer)
        self.hide()

    def show_cameras(self, cameras: Sequence[Camera]) -> None:
        """Offer these; one alone needs no choice."""
        self._cameras = cameras
        self.setVisible(len(cameras) > 1)

    def show_camera(self, camera: Camera) -> None:
        """Name the one in use."""
        self._now = camera
        self.setText(camera.name)

    def _offer(self) -> None:
        menu = styled_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for camera in self._cameras:
            action = menu.addAction(camera.name)
            action.setCheckable(True)
            action.setChecked(camera == self._now)
            action.setData(camera)
        menu.triggered.connect(self._choose)
        shift = self.width() - menu.sizeHint().width() if right_to_left() else 0
        menu.popup(self.mapToGlobal(QPoint(shift, self.height() + 4)))

    def _choose(self, action: QAction) -> None:
        self.chosen.emit(action.data())
