"""A session for the client, below the id in the popover: made at TeamViewer on wish, with a link for a reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.ui import moments
from supportdesk.ui.remote import account_words
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.messages import Banner, error_banner
from supportdesk.ui.widgets.texts import Line, label

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from supportdesk.domain.errors import KnownError
    from supportdesk.services.cases.session_codes import SessionCode


class ClientSession(QWidget):
    """Four states: nothing yet, on its way, a code that is good, refused; the client's own id stays usable in each."""

    asked = Signal()
    cancelled = Signal()
    reply_asked = Signal()
    connect_asked = Signal()
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._code: SessionCode | None = None
        self.refusal: Banner | None = None
        self.told = label("", Type.META, "muted", wrap=True)
        self.make = Button(
            QCoreApplication.translate("TeamViewer", "Create a session for the client"), icon="link"
        )
        self.connect_account = Button(
            QCoreApplication.translate("TeamViewer", "Connect TeamViewer…"), ButtonKind.FLAT
        )
        self.cancel = Button(QCoreApplication.translate("TeamViewer", "Cancel"))
        self.reply = Button(
            QCoreApplication.translate("TeamViewer", "Put the link into a reply"), icon="arrow-bend-up-left"
        )
        self.copy = Button(QCoreApplication.translate("TeamViewer", "Copy link"), icon="copy-simple")
        self.make.clicked.connect(self.asked)
        self.connect_account.clicked.connect(self.connect_asked)
        self.cancel.clicked.connect(self.cancelled)
        self.reply.clicked.connect(self.reply_asked)
        self.copy.clicked.connect(self._copy)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.make, self.reply, self.copy, self.cancel, self.connect_account):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 4)
        self._column.setSpacing(8)
        self._column.addWidget(Line())
        self._column.addWidget(
            label(QCoreApplication.translate("TeamViewer", "No ID at hand?"), Type.LABEL, "text2")
        )
        self._column.addWidget(self.told)
        self._column.addLayout(buttons)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Offer to make one."""
        self._code = None
        self._drop()
        self._say(
            QCoreApplication.translate(
                "TeamViewer",
                "TeamViewer makes a session for this case. The customer opens a link and needs no ID.",
            )
        )
        self._buttons(self.make, self.connect_account)

    def show_busy(self) -> None:
        """One is on its way."""
        self._drop()
        self._say(QCoreApplication.translate("TeamViewer", "Asking TeamViewer for a session…"))
        self._buttons(self.cancel)

    def show_code(self, code: SessionCode, now: datetime, zone: tzinfo | None) -> None:
        """A code that is good."""
        self._code = code
        self._drop()
        told = QCoreApplication.translate("TeamViewer", "Session {code}, good until {moment}.")
        until = moments.moment(code.valid_until, now, zone)
        self._say(told.format(code=moments.ltr(code.code), moment=until))
        self._buttons(self.reply, self.copy)

    def refuse(self, error: KnownError) -> None:
        """Say why there is none."""
        self.show_nothing()
        self.refusal = error_banner(account_words.refused(error))
        self.refusal.dismissed.connect(self._drop)
        self._column.insertWidget(2, self.refusal)
        self.resized.emit()

    def _say(self, text: str) -> None:
        self.told.setText(text)
        self.told.setAccessibleName(text)

    def _buttons(self, *shown: Button) -> None:
        for button in (self.make, self.reply, self.copy, self.cancel, self.connect_account):
            button.setVisible(button in shown)
        self.resized.emit()

    def _drop(self) -> None:
        if self.refusal is not None:
            self.refusal.hide()
            self.refusal.deleteLater()
            self.refusal = None
            self.resized.emit()

    def _copy(self) -> None:
        if self._code is not None:
            QGuiApplication.clipboard().setText(self._code.client_link)
