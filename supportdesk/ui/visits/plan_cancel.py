"""Asks why a visit is cancelled, and keeps a reason that was left half said."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt

from supportdesk.services.cases import visits
from supportdesk.services.person import drafts
from supportdesk.ui import moments
from supportdesk.ui.theme import Type
from supportdesk.ui.visits.plan_draft import keep_reason
from supportdesk.ui.widgets.asking import Asking
from supportdesk.ui.widgets.buttons import ButtonKind
from supportdesk.ui.widgets.fields import TextBox
from supportdesk.ui.widgets.messages import error_banner
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from supportdesk.domain.errors import KnownError
    from supportdesk.services.operations.desk import Done
    from supportdesk.services.views import DraftView
    from supportdesk.ui.pages import Shell


class CancelDialog(Asking):
    """Asks why a visit is cancelled; `closed` carries what the act came to; a reason that was left is kept."""

    _made = False  # a widget is hidden once before it is made

    def __init__(self, shell: Shell, visit_id: UUID, number: str) -> None:
        super().__init__(
            shell.cover,
            QCoreApplication.translate("Visits", "Cancel visit {number}?").format(number=moments.ltr(number)),
            QCoreApplication.translate("Visits", "Cancel visit"),
            ButtonKind.DESTRUCTIVE,
            (480, 320),
        )
        self._shell, self._visit_id = shell, visit_id
        self.cancel.setText(QCoreApplication.translate("Visits", "Keep it"))
        text = QCoreApplication.translate(
            "Visits", "Its cases are told the reason. Taken back, the visit stands as it was planned."
        )
        self.body.addWidget(label(text, Type.BODY, "text2", wrap=True))
        self.why = TextBox(QCoreApplication.translate("Visits", "Why it is cancelled"), lines=3)
        self.body.addWidget(self.why)
        self.body.addStretch(1)
        self._key, self._kept = f"visit_cancel:{visit_id}", ""
        self._made = True
        # On the lane of the acts it comes after what was left just now.
        shell.session.do(drafts.load, self._key, then=self._restore)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._made and self.why.text() != self._kept:
            self._kept = self.why.text()
            self._shell.session.do(keep_reason, self._key, self._kept)

    def submit(self) -> None:
        why = self.why.text()
        if not why:
            self.why.set_error(QCoreApplication.translate("Visits", "Say in a few words why."))
            self.why.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._kept = why
        cancelled, refused = self._cancelled, self._refused
        self._shell.session.do(
            visits.cancel, self._visit_id, why, draft_key=self._key, then=cancelled, failed=refused
        )

    def _restore(self, draft: DraftView | None) -> None:
        if draft is not None and not self.why.text():
            self._kept = str(draft.content.get("why") or "")
            self.why.set_text(self._kept)

    def _cancelled(self, done: Done) -> None:
        self.close_with(done)
        self._shell.say(QCoreApplication.translate("Visits", "Visit cancelled"), undo=done)

    def _refused(self, error: KnownError) -> None:
        self._kept = ""
        self.body.insertWidget(0, error_banner(error))
