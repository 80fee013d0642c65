"""The frame of the new-case dialog: the form, the help beside it, and the foot with its files and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from supportdesk.ui.new_case.discard import DiscardButton
from supportdesk.ui.new_case.files import FilesPart, KeepFile
from supportdesk.ui.new_case.form import RequestForm
from supportdesk.ui.new_case.side import HelpSide
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.choices import CheckBox
from supportdesk.ui.widgets.dialog import Dialog
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from supportdesk.ui.pages import Shell

_SIDE = 292


class NewCaseFrame(Dialog):
    """The parts of the dialog in their places; without `keep_file` there are no files."""

    def __init__(self, shell: Shell, policy_code: str | None, keep_file: KeepFile | None) -> None:
        super().__init__(
            shell.cover,
            QCoreApplication.translate("NewCase", "New case"),
            QCoreApplication.translate(
                "NewCase", "Fields change with client and product; nothing is lost if you close."
            ),
            side_width=_SIDE,
        )
        self.trouble = Banner(MessageKind.ERROR, closable=True)
        self.trouble.hide()
        self.form = RequestForm(shell.session, policy_code)
        self.body.addWidget(self.trouble)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.help = HelpSide()
        self.side.addWidget(self.help, 1)
        self.files = FilesPart(shell.session, keep_file) if keep_file is not None else None
        self._make_footer()

    def name_buttons(self, *, busy: bool = False) -> None:
        """Say how many cases there would be, or that they are being created."""
        count = len(self.form.summary.texts())
        one = QCoreApplication.translate("NewCase", "Create case")
        several = QCoreApplication.translate("NewCase", "Create %n case(s)", None, count)
        creating = QCoreApplication.translate("NewCase", "Creating…")
        self.primary.setText(creating if busy else several if count else one)
        self.primary.updateGeometry()

    def _make_footer(self) -> None:
        self.mine = CheckBox(QCoreApplication.translate("NewCase", "I take it on"))
        self.mine.setChecked(True)
        self.footer_start.addWidget(self.mine)
        if self.files is not None:
            self.footer_start.addWidget(self.files)
        self.saved = label("", Type.HINT, "muted")
        self.discard = DiscardButton()
        self.discard.hide()
        self.cancel = Button(QCoreApplication.translate("NewCase", "Cancel"), ButtonKind.FLAT, large=True)
        self.cancel.setToolTip(QCoreApplication.translate("NewCase", "What was typed is kept as a draft"))
        self.another = Button(QCoreApplication.translate("NewCase", "Create and add another"), large=True)
        keys = QKeySequence(QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return))
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText).replace("Return", "↵").replace("+", " ")
        self.primary = Button("", ButtonKind.PRIMARY, keys=shown, large=True)
        for part in (self.saved, self.discard, self.cancel, self.another, self.primary):
            self.footer_end.addWidget(part)
        self.name_buttons()
