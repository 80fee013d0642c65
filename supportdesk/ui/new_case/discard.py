"""The button that discards a draft: asks once more in its own place, and tells when it is meant."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal

from supportdesk.ui.widgets.buttons import Button, ButtonKind


class DiscardButton(Button):
    """`confirmed` is emitted by the second click; `calm` takes the first one back."""

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__("", ButtonKind.ICON, icon="trash", large=True)
        self._asked = False
        self.clicked.connect(self._clicked)
        self.calm()

    def calm(self) -> None:
        """Be a plain button again."""
        self._asked = False
        self._look("", QCoreApplication.translate("NewCase", "Discard draft"), "")

    def _clicked(self) -> None:
        if self._asked:
            self.confirmed.emit()
            return
        self._asked = True
        sure = QCoreApplication.translate("NewCase", "Discard it for good")
        self._look(sure, sure, "over_text")

    def _look(self, text: str, name: str, tint: str) -> None:
        self.setText(text)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.set_tint(tint)
        self.updateGeometry()
