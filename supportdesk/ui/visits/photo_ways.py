"""The button that adds photos: with the camera, as files, or pasted; and the same as a menu elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QAction

from supportdesk.ui.visits.camera.opening import is_installed
from supportdesk.ui.widgets.buttons import Button
from supportdesk.ui.widgets.chips import styled_menu
from supportdesk.ui.widgets.painting import right_to_left


class AddButton(Button):
    """Offers the ways; without a camera's library it lets files be chosen at once."""

    photographed = Signal()
    chosen = Signal()

    def __init__(self, paste: QAction) -> None:
        with_camera = is_installed()
        super().__init__(
            QCoreApplication.translate("Visits", "Add"),
            icon="camera" if with_camera else "image",
            caret=with_camera,
        )
        self.setAccessibleName(QCoreApplication.translate("Visits", "Add photos or files"))
        self._paste = paste
        self._with_camera = with_camera
        self.clicked.connect(self._pressed)

    def offer(self, where: QPoint) -> None:
        """Offer every way, beginning at this point of the screen."""
        menu = styled_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._with_camera:
            menu.addAction(QCoreApplication.translate("Visits", "Take photos…"), self.photographed.emit)
        menu.addAction(QCoreApplication.translate("Visits", "Choose files…"), self.chosen.emit)
        menu.addAction(self._paste)
        shift = menu.sizeHint().width() if right_to_left() else 0
        menu.popup(where - QPoint(shift, 0))

    def _pressed(self) -> None:
        if self._with_camera:
            edge = self.width() if right_to_left() else 0
            self.offer(self.mapToGlobal(QPoint(edge, self.height() + 4)))
        else:
            self.chosen.emit()
