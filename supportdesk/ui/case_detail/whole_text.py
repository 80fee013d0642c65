"""A very long text in full, to be read, searched with the eye and copied; plain text only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit

from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.dialog import Dialog

if TYPE_CHECKING:
    from supportdesk.ui.pages import Shell


class WholeText(Dialog):
    """One entry's text, as it came."""

    def __init__(self, shell: Shell, author: str, text: str) -> None:
        super().__init__(shell.cover, author, size=(820, 640))
        view = QPlainTextEdit()
        view.setReadOnly(True)
        view.setProperty("bare", True)
        view.setFont(theme().face(Type.MESSAGE).font)
        view.setPlainText(text)
        view.setAccessibleName(QCoreApplication.translate("Timeline", "Whole text"))
        self.body.addWidget(view)
        self.closed.connect(self._gone)

    def _gone(self, _result: object) -> None:
        self.deleteLater()
