"""A dialog that asks for one act: a way out, the act's button, and Ctrl+Enter for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.dialog import Dialog


class Asking(Dialog):
    """Fill `body`; `closed` carries what was said, None where it was left. It is gone once it is closed."""

    def __init__(
        self, cover: QWidget, title: str, verb: str, kind: ButtonKind, size: tuple[int, int]
    ) -> None:
        super().__init__(cover, title, size=size)
        self.cancel = Button(QCoreApplication.translate("Dialog", "Cancel"), large=True)
        self.cancel.clicked.connect(self.leave)
        self.agree = Button(verb, kind, large=True)
        self.agree.clicked.connect(self.submit)
        self.footer_end.addWidget(self.cancel)
        self.footer_end.addWidget(self.agree)
        self.closed.connect(self._gone)

    def submit(self) -> None:
        """Do what the button says."""
        self.close_with(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and control:
            self.submit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _gone(self, _result: object) -> None:
        self.deleteLater()
