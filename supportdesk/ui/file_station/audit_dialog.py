"""Records the audit of a client's data (SAP-4); what was typed and not saved is kept while its client's page lives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from supportdesk.services.entitlements import engagements
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.asking import Asking
from supportdesk.ui.widgets.buttons import ButtonKind
from supportdesk.ui.widgets.fields import Choice, TextBox
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from uuid import UUID

    from supportdesk.services.operations.desk import Done
    from supportdesk.services.views.file_station import AuditView
    from supportdesk.ui.pages import Shell


@dataclass(frozen=True, slots=True)
class AuditDraft:
    """What was typed over an audit, as it stood then."""

    over: AuditView
    checks: str
    findings: str
    matches: bool | None

    def on(self, audit: AuditView) -> AuditDraft:
        """The same over the audit as it stands by now: what somebody else recorded since is there too."""
        if (audit.checks, audit.findings) == (self.over.checks, self.over.findings):
            return self
        findings = "\n".join(filter(None, dict.fromkeys((audit.findings, self.findings))))
        checks = "\n".join(dict.fromkeys((*audit.checks, *self.checks.splitlines())))
        return AuditDraft(audit, checks, findings, self.matches)


class AuditDialog(Asking):
    """Records what was checked in the data, what was found, and whether they match; `closed` carries the act's Done.

    `drafts` has what was typed for each engagement and not recorded, and is kept up to date.
    """

    def __init__(self, shell: Shell, audit: AuditView, drafts: dict[UUID, AuditDraft]) -> None:
        super().__init__(
            shell.cover,
            QCoreApplication.translate("FileStation", "Audit of the client’s data"),
            QCoreApplication.translate("FileStation", "Save"),
            ButtonKind.PRIMARY,
            (560, 500),
        )
        self._shell, self._audit, self._drafts = shell, audit, drafts
        self.body.addWidget(label(audit.title, Type.BODY_STRONG, wrap=True))
        self.checks = TextBox(
            QCoreApplication.translate("FileStation", "What was checked, one line each"), lines=4
        )
        self.findings = TextBox(QCoreApplication.translate("FileStation", "What was found"), lines=5)
        self.matches = Choice(QCoreApplication.translate("FileStation", "Do the data match?"))
        self.matches.offer(
            (
                (None, QCoreApplication.translate("FileStation", "Not said yet")),
                (True, QCoreApplication.translate("FileStation", "Yes, they match")),
                (False, QCoreApplication.translate("FileStation", "No, they do not")),
            )
        )
        for row in (self.checks, self.findings, self.matches):
            self.body.addWidget(row)
        self.body.addStretch(1)
        recorded = AuditDraft(audit, "\n".join(audit.checks), audit.findings, audit.matches)
        left = drafts.get(audit.engagement_id)
        self._show(left.on(audit) if left is not None else recorded)
        for changed in (self.checks.changed, self.findings.changed, self.matches.changed):
            changed.connect(self._keep)

    def submit(self) -> None:
        checks = tuple(filter(None, (line.strip() for line in self.checks.text().splitlines())))
        if not checks and not self.findings.text():
            self.checks.set_error(QCoreApplication.translate("FileStation", "Name at least one check."))
            self.checks.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.hold()
        self._shell.session.do(
            engagements.record_audit,
            self._audit.engagement_id,
            checks=checks,
            findings=self.findings.text(),
            matches=self._matches(),
            then=self._recorded,
            failed=self.refuse,
        )

    def _recorded(self, done: Done) -> None:
        self._drafts.pop(self._audit.engagement_id, None)
        self.close_with(done)

    def _keep(self) -> None:
        draft = AuditDraft(self._audit, self.checks.text(), self.findings.text(), self._matches())
        self._drafts[self._audit.engagement_id] = draft

    def _show(self, draft: AuditDraft) -> None:
        self.checks.set_text(draft.checks)
        self.findings.set_text(draft.findings)
        self.matches.choose(draft.matches)

    def _matches(self) -> bool | None:
        said = self.matches.value()
        return said if isinstance(said, bool) else None
