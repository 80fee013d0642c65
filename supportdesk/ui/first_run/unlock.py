"""The locked desk: asks for the passphrase, or says why the keyring gives no key and lets one try again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.domain.errors import KnownError
from supportdesk.ui.first_run.locking import PassphraseField
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

_SIZE = (520, 320)


class UnlockWindow(QWidget):
    """Before a desk that is shut. With an `error` it says what keeps it shut; without one it asks for the passphrase.

    `unlocked` carries the passphrase, `retry_asked` asks to open the desk as before, `left` to give up. The owner
    answers with `show_refusal`, or closes the window.
    """

    unlocked = Signal(str)
    retry_asked = Signal()
    left = Signal()

    def __init__(
        self, profile: str, *, error: KnownError | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._asks = error is None
        self.setWindowTitle(QCoreApplication.translate("FirstRun", "Support Desk"))
        self.resize(*_SIZE)
        self.passphrase = PassphraseField(QCoreApplication.translate("FirstRun", "Passphrase"))
        self.trouble = Banner(MessageKind.ERROR)
        self.trouble.hide()
        self.primary = Button("", ButtonKind.PRIMARY, large=True)
        self.leave = Button(QCoreApplication.translate("FirstRun", "Close"), large=True)
        self._lay_out(profile)
        self.passphrase.setVisible(self._asks)
        self.primary.clicked.connect(self._go)
        self.leave.clicked.connect(self.left)
        self._settle()
        if error is not None:
            self._say(error)
        else:
            self.passphrase.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refusal(self, error: KnownError) -> None:
        """Say why the desk stays shut; what was typed can be corrected."""
        self.passphrase.setEnabled(True)
        self._settle()
        if self._asks:
            self.passphrase.set_error(error.what)
            self.passphrase.control.selectAll()
            self.passphrase.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.primary.isEnabled():
            self._go()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme().colours.canvas)
        painter.end()

    def _lay_out(self, profile: str) -> None:
        asks = QCoreApplication.translate("FirstRun", "This desk is locked")
        shut = QCoreApplication.translate("FirstRun", "This desk can’t be opened")
        head = QHBoxLayout()
        head.setSpacing(12)
        icon = IconMark(
            "lock-key" if self._asks else "warning-circle", "accent_text" if self._asks else "over_text", 24
        )
        head.addWidget(MarkView(icon))
        head.addWidget(label(asks if self._asks else shut, Type.CASE_TITLE), 1)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        foot.addWidget(self.primary)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 20)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(label(profile, Type.META, "muted", wrap=True, selectable=True))
        if self._asks:
            text = QCoreApplication.translate(
                "FirstRun",
                "Type the passphrase that was chosen when the desk was set up; capitals and spaces count.",
            )
            column.addWidget(label(text, Type.BODY, "text2", wrap=True))
        column.addWidget(self.passphrase)
        column.addWidget(self.trouble)
        column.addStretch(1)
        column.addLayout(foot)

    def _say(self, error: KnownError) -> None:
        rest = " ".join(filter(None, (error.meaning, error.remedy)))
        # Beside the field the first sentence stands already.
        self.trouble.say("" if self._asks else error.what, rest)
        self.trouble.setVisible(bool(rest) or not self._asks)

    def _settle(self) -> None:
        unlock = QCoreApplication.translate("FirstRun", "Unlock")
        again = QCoreApplication.translate("FirstRun", "Try again")
        self.primary.setText(unlock if self._asks else again)
        self.primary.setEnabled(True)

    def _go(self) -> None:
        if not self._asks:
            self.primary.setText(QCoreApplication.translate("FirstRun", "Opening…"))
            self.primary.setEnabled(False)
            self.retry_asked.emit()
            return
        if not self.passphrase.text().strip():
            self.passphrase.set_error(QCoreApplication.translate("FirstRun", "Type the passphrase."))
            return
        self.trouble.hide()
        self.passphrase.set_error("")
        self.passphrase.setEnabled(False)
        self.primary.setText(QCoreApplication.translate("FirstRun", "Opening…"))
        self.primary.setEnabled(False)
        self.unlocked.emit(self.passphrase.text())
