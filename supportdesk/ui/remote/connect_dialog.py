"""The dialog that connects a TeamViewer account: a script token, checked before it is kept, and forgotten on wish."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from supportdesk.ui.remote import account_words
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.dialog import Dialog
from supportdesk.ui.widgets.fields import Field
from supportdesk.ui.widgets.messages import Banner, MessageKind, error_banner
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.ui.pages import Shell
    from supportdesk.ui.remote.account import Account, AccountState


class ConnectDialog(Dialog):
    """What was typed stays until it is taken; leaving lets a check that is under way be."""

    def __init__(self, shell: Shell, account: Account) -> None:
        title = QCoreApplication.translate("TeamViewer", "Connect TeamViewer")
        super().__init__(shell.cover, title, size=(560, 400))
        self._shell, self._account = shell, account
        self._forgetting = False
        self.message: Banner | None = None
        told = QCoreApplication.translate(
            "TeamViewer",
            "With a script token of your TeamViewer account, sessions for customers are made from the case, and "
            "connection reports come to their cases. Make one in TeamViewer’s management console with the rights to "
            "sessions and to connection reports.",
        )
        self.body.addWidget(label(told, Type.BODY, "text2", wrap=True))
        self.token = Field(
            QCoreApplication.translate("TeamViewer", "Script token"),
            hint=QCoreApplication.translate("TeamViewer", "kept by this computer’s keyring only"),
        )
        self.token.control.setEchoMode(QLineEdit.EchoMode.Password)
        self.token.changed.connect(self._settle)
        self.body.addWidget(self.token)
        self.body.addStretch(1)
        self.forget = Button(
            QCoreApplication.translate("TeamViewer", "Disconnect"), ButtonKind.FLAT, large=True
        )
        self.forget.clicked.connect(self._forget)
        self.cancel = Button(QCoreApplication.translate("TeamViewer", "Cancel"), large=True)
        self.cancel.clicked.connect(self.leave)
        self.primary = Button("", ButtonKind.PRIMARY, large=True)
        self.primary.clicked.connect(self.submit)
        self.footer_start.addWidget(self.forget)
        self.footer_end.addWidget(self.cancel)
        self.footer_end.addWidget(self.primary)
        account.state_changed.connect(self._stands)
        account.checked.connect(self._checked)
        account.check_refused.connect(self._refused)
        self.closed.connect(self._gone)
        account.look()
        self._settle()
        self._say_connected()

    def submit(self) -> None:
        """Have the token checked and kept."""
        if not self.primary.isEnabled():
            return
        self._drop()
        self._forgetting = False
        self._account.connect_account(self.token.text())

    def leave(self) -> None:
        if self._account.state.checking:
            self._account.cancel_check()
        super().leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _forget(self) -> None:
        self._drop()
        self._forgetting = True
        self._account.disconnect_account()

    def _stands(self, _state: AccountState) -> None:
        self._settle()
        if self.message is None:
            self._say_connected()

    def _settle(self) -> None:
        state = self._account.state
        checking = QCoreApplication.translate("TeamViewer", "Asking TeamViewer…")
        connect = QCoreApplication.translate("TeamViewer", "Check and connect")
        self.primary.setText(checking if state.checking and not self._forgetting else connect)
        self.primary.updateGeometry()
        self.primary.setEnabled(bool(self.token.text()) and not state.checking)
        self.forget.setVisible(bool(state.connected))
        self.forget.setEnabled(not state.checking)

    def _say_connected(self) -> None:
        if self._account.state.connected:
            lead = QCoreApplication.translate("TeamViewer", "An account is connected.")
            text = QCoreApplication.translate("TeamViewer", "Another token takes the place of its own.")
            self._show(Banner(MessageKind.DONE, lead, text))

    def _checked(self) -> None:
        if self._forgetting:
            self._shell.say(QCoreApplication.translate("TeamViewer", "TeamViewer disconnected"))
        else:
            self._shell.say(QCoreApplication.translate("TeamViewer", "TeamViewer connected"))
        self.close_with(True)

    def _refused(self, error: KnownError) -> None:
        banner = error_banner(account_words.refused(error))
        banner.dismissed.connect(self._drop)
        self._show(banner)
        self._settle()

    def _show(self, banner: Banner) -> None:
        self._drop()
        self.message = banner
        self.body.insertWidget(0, banner)

    def _drop(self) -> None:
        if self.message is not None:
            self.message.hide()
            self.message.deleteLater()
            self.message = None

    def _gone(self, _result: object) -> None:
        # A secret is not kept in a widget that may live on for a while.
        self.token.set_text("")
        self.deleteLater()
