"""Verifying a severity: confirm what the customer said, or change it with a reason that the customer sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supportdesk.services.cases import handling
from supportdesk.ui import moments
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.choices import Segmented
from supportdesk.ui.widgets.fields import TextBox
from supportdesk.ui.widgets.marks import SeverityMark
from supportdesk.ui.widgets.messages import Banner, error_banner
from supportdesk.ui.widgets.popover import Popover
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.services.views import CaseDetail
    from supportdesk.ui.case_detail.errands import Errands


class NoSeverities(Popover):
    """Why there is nothing to verify: the policy tells cases apart by other means than severities."""

    def __init__(self, parent: QWidget, case: CaseDetail) -> None:
        super().__init__(parent, width=320, padding=16)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QCoreApplication.translate("CaseDialogs", "There are no severities here")
        said = QCoreApplication.translate(
            "CaseDialogs", "“{policy}” doesn’t rank cases by severity, so there is none to verify."
        ).format(policy=case.policy_name)
        self.setAccessibleName(f"{title}. {said}")
        self.body.addWidget(label(title, Type.PANE_TITLE))
        self.body.addWidget(label(said, Type.META, "text2", wrap=True))


class SeverityPopover(Popover):
    """SPK-2: the customer claims, support verifies. What is refused is said here."""

    def __init__(self, parent: QWidget, errands: Errands, case: CaseDetail) -> None:
        super().__init__(parent, width=400, padding=16)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._errands, self._case = errands, case
        self._refusal: Banner | None = None
        self.choice = Segmented()
        self.choice.setAccessibleName(QCoreApplication.translate("CaseDialogs", "Severity"))
        self.choice.offer(
            [
                (each.code, moments.ltr(each.code), SeverityMark(each.rank, size=16))
                for each in case.severities
            ]
        )
        known = case.severity_verified or case.severity_claimed
        self.choice.choose(known.code if known else None)
        self.choice.chosen.connect(self._chosen)
        self._meaning = label("", Type.META, "text2", wrap=True)
        self.reason = TextBox(
            QCoreApplication.translate("CaseDialogs", "Reason"),
            lines=3,
            hint=QCoreApplication.translate("CaseDialogs", "the customer sees it"),
        )
        self.reason.set_text(case.severity_reason)
        self.verify = Button(QCoreApplication.translate("CaseDialogs", "Verify severity"), ButtonKind.PRIMARY)
        self.verify.clicked.connect(self.submit)
        self._fill()
        self._chosen(self.choice.value())

    def submit(self) -> None:
        """Verify; the popover closes once it is done."""
        code = self.choice.value()
        if code is None or not self.verify.isEnabled():
            return
        self.verify.setEnabled(False)
        said = QCoreApplication.translate("CaseDialogs", "Severity verified as {code}").format(code=code)
        errand = self._errands.run(
            said, handling.verify_severity, self._case.id, str(code), in_place=True, reason=self.reason.text()
        )
        errand.done.connect(self._done)
        errand.refused.connect(self.refuse)

    def refuse(self, error: KnownError) -> None:
        """Say why it was not verified."""
        self.verify.setEnabled(True)
        if self._refusal is not None:
            self._refusal.deleteLater()
        self._refusal = error_banner(error)
        self.body.insertWidget(1, self._refusal)

    @property
    def refusal(self) -> Banner | None:
        """The refusal in view, if any."""
        return self._refusal

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and control:
            self.submit()
            return
        super().keyPressEvent(event)

    def _fill(self) -> None:
        self.body.addWidget(
            label(QCoreApplication.translate("CaseDialogs", "Verify severity"), Type.PANE_TITLE)
        )
        claimed = self._case.severity_claimed
        if claimed is not None:
            said = QCoreApplication.translate("CaseDialogs", "The customer said {code} {name}.").format(
                code=claimed.code, name=claimed.name
            )
            self.body.addWidget(label(said, Type.META, "muted", wrap=True))
        self.body.addSpacing(4)
        self.body.addWidget(self.choice)
        self.body.addWidget(self._meaning)
        self.body.addWidget(self.reason)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.verify)
        self.body.addLayout(foot)

    def _chosen(self, code: object) -> None:
        found = next((each for each in self._case.severities if each.code == code), None)
        name = f"{found.name}. {found.definition}" if found and found.definition else ""
        self._meaning.setText(name or (found.name if found else ""))
        claimed = self._case.severity_claimed
        same = claimed is not None and claimed.code == code
        self.reason.set_title(
            QCoreApplication.translate("CaseDialogs", "Reason"),
            QCoreApplication.translate("CaseDialogs", "not needed to confirm")
            if same
            else QCoreApplication.translate("CaseDialogs", "the customer sees it"),
        )
        self.verify.setEnabled(found is not None)

    def _done(self, _result: object) -> None:
        self.close()
