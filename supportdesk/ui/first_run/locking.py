"""How the desk's file is locked: by the system's keyring, by a passphrase, or on express wish not at all."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from supportdesk.ui.first_run.choice import LEAST_PASSPHRASE, Encryption
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.choices import RadioButton
from supportdesk.ui.widgets.fields import Field
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.painting import margins
from supportdesk.ui.widgets.texts import label


class PassphraseField(Field):
    """One line that shows dots instead of what is typed; nothing of it is offered or remembered."""

    def __init__(self, title: str, *, hint: str = "") -> None:
        super().__init__(title, hint=hint)
        self.control.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        self.control.setInputMethodHints(hints | Qt.InputMethodHint.ImhNoAutoUppercase)

    def text(self) -> str:
        """Exactly what was typed; spaces count."""
        return self.control.text()


class LockingPart(QWidget):
    """With a keyring there is nothing to decide; without one a passphrase is offered first."""

    changed = Signal()

    def __init__(self, *, keyring: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keyring = keyring
        self.first = PassphraseField(
            QCoreApplication.translate("FirstRun", "Passphrase"),
            hint=QCoreApplication.translate("FirstRun", "several words are best"),
        )
        self.second = PassphraseField(QCoreApplication.translate("FirstRun", "The same once more"))
        self.with_passphrase = RadioButton(
            QCoreApplication.translate("FirstRun", "Encrypt with a passphrase, asked at every start")
        )
        self.without = RadioButton(
            QCoreApplication.translate("FirstRun", "Don't encrypt: whoever reads this disk reads the cases")
        )
        self._group = QButtonGroup(self)
        for button in (self.with_passphrase, self.without):
            self._group.addButton(button)
        self.with_passphrase.setChecked(True)
        self._fields = QWidget()
        self._warning = Banner(
            MessageKind.HINT,
            QCoreApplication.translate("FirstRun", "A lost passphrase can't be replaced."),
            QCoreApplication.translate("FirstRun", "Nobody can open the cases without it, also not we."),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._explained())
        if not keyring:
            self._lay_out_choice(column)
        self._group.buttonClicked.connect(self._chosen)

    @property
    def encryption(self) -> Encryption:
        """How the file is to be locked."""
        if self._keyring:
            return "keyring"
        return "passphrase" if self.with_passphrase.isChecked() else "off"

    @property
    def passphrase(self) -> str | None:
        """The passphrase, where one is wanted."""
        return self.first.text() if self.encryption == "passphrase" else None

    def show_choice(self, encryption: Encryption, passphrase: str | None) -> None:
        """Show what was chosen before."""
        self.without.setChecked(encryption == "off")
        self.with_passphrase.setChecked(encryption != "off")
        self.first.set_text(passphrase or "")
        self.second.set_text(passphrase or "")
        self._fields.setEnabled(self.encryption == "passphrase")

    def point_out_missing(self) -> QWidget | None:
        """Say what is wrong with the passphrase; the place to correct it, or None."""
        if self.encryption != "passphrase":
            return None
        if len(self.first.text().strip()) < LEAST_PASSPHRASE:
            text = QCoreApplication.translate(
                "FirstRun", "Use at least {count} letters; several words are best."
            )
            self.first.set_error(text.format(count=LEAST_PASSPHRASE))
            return self.first.control
        if self.first.text() != self.second.text():
            self.second.set_error(QCoreApplication.translate("FirstRun", "The two differ. Type it again."))
            return self.second.control
        return None

    def _explained(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        if self._keyring:
            text = QCoreApplication.translate(
                "FirstRun", "The file is encrypted. Its key is kept by this computer's keyring."
            )
            mark = IconMark("lock-simple", "ok_line", 15)
        else:
            text = QCoreApplication.translate(
                "FirstRun",
                "This computer has no keyring that keeps secrets, so the key of the encrypted file can't be kept "
                "here. It is never written down in plain text. Choose how the file is locked:",
            )
            mark = IconMark("warning", "soon", 15)
        row.addWidget(MarkView(mark), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(text, Type.META, "text2", wrap=True), 1)
        return row

    def _lay_out_choice(self, column: QVBoxLayout) -> None:
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(margins(24, 0, 0, 4))
        fields.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.first, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.second, 1, Qt.AlignmentFlag.AlignTop)
        fields.addLayout(row)
        fields.addWidget(self._warning)
        for part in (self.with_passphrase, self._fields, self.without):
            column.addWidget(part)

    def _chosen(self, _button: object) -> None:
        self._fields.setEnabled(self.encryption == "passphrase")
        self.first.set_error("")
        self.second.set_error("")
        self.changed.emit()
