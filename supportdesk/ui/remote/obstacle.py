"""What stands in a session's way or beside it: the missing program with what can be done, and notices; it only asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.remote.finding import Found, State
from supportdesk.ui.remote import words
from supportdesk.ui.widgets.buttons import Button
from supportdesk.ui.widgets.layouts import emptied
from supportdesk.ui.widgets.messages import Banner, MessageKind, error_banner

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.remote.tool import Tool


class Obstacle(QWidget):
    """Each thing in the way has words of its own; where the program is missing, three ways on stand below."""

    copy_asked = Signal()
    web_asked = Signal()
    choose_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.banners: list[Banner] = []
        self.copy = Button(QCoreApplication.translate("Remote", "Copy ID"), icon="copy-simple")
        self.web = Button(QCoreApplication.translate("Remote", "Open web version"), icon="globe")
        self.choose = Button(QCoreApplication.translate("Remote", "Choose program…"), icon="folder-open")
        self.copy.clicked.connect(self.copy_asked)
        self.web.clicked.connect(self.web_asked)
        self.choose.clicked.connect(self.choose_asked)
        self._banners = QVBoxLayout()
        self._banners.setSpacing(8)
        self._ways = QWidget()
        ways = QHBoxLayout(self._ways)
        ways.setContentsMargins(0, 0, 0, 0)
        ways.setSpacing(6)
        for button in (self.copy, self.web, self.choose):
            ways.addWidget(button)
        ways.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._banners)
        column.addWidget(self._ways)
        self.clear()

    def clear(self) -> None:
        """Nothing stands in the way."""
        emptied(self._banners)
        self.banners = []
        self._ways.hide()
        self.hide()

    def show_found(self, tool: Tool, found: Found | None, *, offline: bool, choosable: bool) -> None:
        """Say what there is to say of the tool on this computer; `found` None while it is looked for."""
        self.clear()
        if found is not None and found.state in {State.MISSING, State.ONLY_INCOMING}:
            only = found.state is State.ONLY_INCOMING
            self._say(MessageKind.ERROR, *words.missing(tool, only_incoming=only))
            self._show_ways(tool, choosable=choosable)
            return
        if offline:
            self._say(MessageKind.OFFLINE, *words.offline(tool))
        if found is not None and found.too_old:
            self._say(MessageKind.HINT, *words.too_old(tool, found.version))

    def show_refusal(self, tool: Tool, error: KnownError, *, choosable: bool) -> None:
        """Say why nothing was started, with the ways that are left."""
        self.clear()
        self._add(error_banner(error))
        self._show_ways(tool, choosable=choosable)

    def allow_copy(self, *, allowed: bool) -> None:
        """Let the id be copied, or not, where there is none yet."""
        self.copy.setEnabled(allowed)

    def _show_ways(self, tool: Tool, *, choosable: bool) -> None:
        self.copy.setVisible(bool(tool.fields))
        self.web.setVisible(bool(tool.web))
        self.choose.setVisible(choosable)
        self._ways.show()

    def _say(self, kind: MessageKind, lead: str, text: str) -> None:
        self._add(Banner(kind, lead, text))

    def _add(self, banner: Banner) -> None:
        self.banners.append(banner)
        self._banners.addWidget(banner)
        self.show()
