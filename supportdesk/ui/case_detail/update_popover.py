"""Agreeing when the customer hears next: an instant that both sides settled on (SPK-4)."""

from __future__ import annotations

from datetime import datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supportdesk.services.cases import handling
from supportdesk.ui import moments
from supportdesk.ui.case_detail.moment_edit import MomentEdit
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.fields import FormRow
from supportdesk.ui.widgets.messages import Banner, error_banner
from supportdesk.ui.widgets.popover import Popover
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.services.views import CaseDetail
    from supportdesk.ui.case_detail.errands import Errands


class UpdatePopover(Popover):
    """One field and one button; what is refused is said here."""

    def __init__(
        self, parent: QWidget, errands: Errands, case: CaseDetail, now: datetime, zone: tzinfo | None
    ) -> None:
        super().__init__(parent, width=340, padding=16)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._errands, self._case, self._now, self._zone = errands, case, now, zone
        self._refusal: Banner | None = None
        tomorrow = (now.astimezone(zone) + timedelta(days=1)).replace(hour=10, minute=0)
        self.moment = MomentEdit(tomorrow, zone)
        self.agree = Button(QCoreApplication.translate("CaseDialogs", "Agree"), ButtonKind.PRIMARY)
        self.agree.clicked.connect(self.submit)
        title = QCoreApplication.translate("CaseDialogs", "Next update agreed")
        self.body.addWidget(label(title, Type.PANE_TITLE))
        hint = QCoreApplication.translate("CaseDialogs", "The clock of the next update runs until then.")
        self.body.addWidget(label(hint, Type.META, "muted", wrap=True))
        self.body.addWidget(
            FormRow(QCoreApplication.translate("CaseDialogs", "The customer hears by"), self.moment)
        )
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.agree)
        self.body.addLayout(foot)

    def submit(self) -> None:
        """Record what was agreed."""
        until = self.moment.instant()
        said = QCoreApplication.translate("CaseDialogs", "Next update agreed: {moment}").format(
            moment=moments.due_moment(until, self._now, self._zone)
        )
        self.agree.setEnabled(False)
        errand = self._errands.run(said, handling.agree_update, self._case.id, until, in_place=True)
        errand.done.connect(self._done)
        errand.refused.connect(self.refuse)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.agree.isEnabled():
            self.submit()
            return
        super().keyPressEvent(event)

    def refuse(self, error: KnownError) -> None:
        """Say why it was not recorded."""
        self.agree.setEnabled(True)
        if self._refusal is not None:
            self._refusal.deleteLater()
        self._refusal = error_banner(error)
        self.body.insertWidget(1, self._refusal)

    def _done(self, _result: object) -> None:
        self.close()
