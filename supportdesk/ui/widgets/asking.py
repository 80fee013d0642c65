"""A dialog that asks for one act: a way out, the act's button, Ctrl+Enter for it, and a refusal in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from supportdesk.ui.widgets.awaited import Awaited
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.dialog import Dialog
from supportdesk.ui.widgets.messages import Banner, error_banner

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError


class Asking(Dialog):
    """Fill `body`; `closed` carries what was said, None where it was left. It is gone once it is closed.

    One that stays until its act is answered holds still meanwhile: nothing can be changed in it, and it can't be left,
    since its words would be nowhere else if they are refused.
    """

    def __init__(
        self,
        cover: QWidget,
        title: str,
        verb: str,
        kind: ButtonKind,
        size: tuple[int, int],
        *,
        subtitle: str = "",
    ) -> None:
        super().__init__(cover, title, subtitle, size=size)
        self._refusal: Banner | None = None
        self.cancel = Button(QCoreApplication.translate("Dialog", "Cancel"), large=True)
        self.cancel.clicked.connect(self.leave)
        self.primary = Button(verb, kind, large=True)
        self.primary.clicked.connect(self.submit)
        self.footer_end.addWidget(self.cancel)
        self.footer_end.addWidget(self.primary)
        self._awaited = Awaited((self.fields, self.cancel, self.primary), self)
        self.closed.connect(self._gone)

    def submit(self) -> None:
        """Do what the button says."""
        self.close_with(True)

    @property
    def holds(self) -> bool:
        """Whether its act is under way."""
        return self._awaited.holds

    def hold(self) -> None:
        """Its act is under way: hold still until it is closed or refused."""
        self._drop_refusal()
        self._awaited.hold()

    def refuse(self, error: KnownError) -> None:
        """Say in place why it was not done; nothing typed is lost."""
        self._awaited.let_go()
        self._drop_refusal()
        self._refusal = error_banner(error)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._refusal.setSizePolicy(policy)
        self._refusal.dismissed.connect(self._drop_refusal)
        self.body.insertWidget(0, self._refusal)

    @property
    def refusal(self) -> Banner | None:
        """The refusal in view, if any."""
        return self._refusal

    def leave(self) -> None:
        """Close without a result; not while its act is under way."""
        if not self.holds:
            super().leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and control:
            if self.primary.isEnabled():
                self.submit()
            event.accept()
            return
        super().keyPressEvent(event)

    def _drop_refusal(self) -> None:
        if self._refusal is not None:
            self._refusal.hide()
            self._refusal.deleteLater()
            self._refusal = None

    def _gone(self, _result: object) -> None:
        self.deleteLater()
