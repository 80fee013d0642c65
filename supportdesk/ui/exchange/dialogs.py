"""Dialogs about the hub: a desk that works alone joins one, its person signs in again, a new desk is being loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent

from supportdesk.services.views.outlook import Standing
from supportdesk.ui.exchange.door import Admission, HubDoor
from supportdesk.ui.exchange.hub_form import HubForm
from supportdesk.ui.hub_line import HubLine, LineState, Phase
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.dialog import Dialog
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.progress import Bar
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class HubDialog(Dialog):
    """The form in a dialog; `closed` carries the Admission, or None where it was left."""

    def __init__(self, window: QWidget, title: str, verb: str, form: HubForm) -> None:
        super().__init__(window, title, size=(600, 500))
        self.form = form
        self.form.admitted.connect(self._admitted)
        self.form.changed.connect(self._settle)
        cancel = Button(QCoreApplication.translate("HubForm", "Cancel"), large=True)
        cancel.clicked.connect(self.leave)
        self._verb = verb
        self.primary = Button(verb, ButtonKind.PRIMARY, large=True)
        self.primary.clicked.connect(self.form.submit)
        self.footer_end.addWidget(cancel)
        self.footer_end.addWidget(self.primary)
        self.closed.connect(self._gone)

    def leave(self) -> None:
        self.form.leave()
        super().leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.form.submit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _settle(self) -> None:
        found = self.form.offer is not None
        self.primary.setText(self._verb if found else QCoreApplication.translate("HubForm", "Find the hub"))
        self.primary.updateGeometry()
        self.primary.setEnabled(not self.form.busy)

    def _admitted(self, admission: Admission) -> None:
        self.close_with(admission)

    def _gone(self, _result: object) -> None:
        self.deleteLater()


class JoinDialog(HubDialog):
    """Connects a desk that works alone; `cases` is how many of its own come along."""

    def __init__(self, window: QWidget, door: HubDoor, cases: int) -> None:
        super().__init__(
            window,
            QCoreApplication.translate("HubForm", "Connect to a hub"),
            QCoreApplication.translate("HubForm", "Sign in and connect"),
            HubForm(door),
        )
        lead = QCoreApplication.translate("HubForm", "All %n case(s) of this desk come along.", None, cases)
        text = QCoreApplication.translate(
            "HubForm",
            "Your colleagues will see them, with their customers and everything written on them. You can go on "
            "working offline all day.",
        )
        self.body.addWidget(Banner(MessageKind.INFO, lead, text))
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self._settle()


class SignInDialog(HubDialog):
    """Lets the desk's person sign in again at its hub."""

    def __init__(self, window: QWidget, door: HubDoor, address: str, waiting: int) -> None:
        super().__init__(
            window,
            QCoreApplication.translate("HubForm", "Sign in again"),
            QCoreApplication.translate("HubForm", "Sign in"),
            HubForm(door, address=address, fixed=True),
        )
        if waiting:
            lead = QCoreApplication.translate("HubForm", "%n change(s) are kept here.", None, waiting)
            text = QCoreApplication.translate("HubForm", "They are sent once you have signed in.")
            self.body.addWidget(Banner(MessageKind.INFO, lead, text))
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self._settle()
        door.ask(address)


class LoadingDialog(Dialog):
    """A new desk on its way: how far it is, stop and go on, and *Start working now*; it goes on by itself."""

    def __init__(self, window: QWidget, line: HubLine | None) -> None:
        super().__init__(
            window, QCoreApplication.translate("HubForm", "Your cases are on their way"), size=(520, 300)
        )
        self._line = line
        self._paused = False
        text = QCoreApplication.translate(
            "HubForm",
            "They are loaded onto this computer, so that you can work offline. You can begin at once: what is not "
            "here yet comes while you work, also after the program was closed.",
        )
        self.body.addWidget(label(text, Type.BODY, "text2", wrap=True))
        self.body.addSpacing(6)
        self._figure = label(QCoreApplication.translate("HubForm", "Asking the hub…"), Type.BODY_NUMBERS)
        self._bar = Bar()
        self.body.addWidget(self._figure)
        self.body.addWidget(self._bar)
        self.body.addStretch(1)
        self.stop = Button("", ButtonKind.FLAT, large=True)
        self.stop.clicked.connect(self._turn)
        self.start = Button(
            QCoreApplication.translate("HubForm", "Start working now"), ButtonKind.PRIMARY, large=True
        )
        self.start.clicked.connect(self.leave)
        self.footer_start.addWidget(self.stop)
        self.footer_end.addWidget(self.start)
        self.closed.connect(self._gone)
        self._settle()

    def show_standing(self, standing: Standing, state: LineState | None) -> None:
        """Show how far it is; when nothing is left to load the dialog goes by itself."""
        self._paused = standing.paused or (state is not None and state.phase is Phase.PAUSED)
        done, whole = standing.loaded, standing.total
        if standing.loading and whole:
            self._bar.show_share(done / whole)
            words = QCoreApplication.translate("HubForm", "{done} of {whole} cases and customers, {share} %")
            self._figure.setText(words.format(done=done, whole=whole, share=int(100 * done / whole)))
        elif state is not None and state.phase is Phase.OFFLINE:
            self._figure.setText(
                QCoreApplication.translate("HubForm", "The hub can’t be reached now. It goes on by itself.")
            )
        elif not standing.loading and standing.contact_at is not None:
            self.close_with(True)
            return
        self._settle()

    def _settle(self) -> None:
        self.stop.setText(
            QCoreApplication.translate("HubForm", "Go on loading")
            if self._paused
            else QCoreApplication.translate("HubForm", "Stop loading")
        )
        self.stop.updateGeometry()
        self.stop.setVisible(self._line is not None)

    def _turn(self) -> None:
        if self._line is not None:
            self._line.pause(not self._paused)

    def _gone(self, _result: object) -> None:
        self.deleteLater()
