"""Asks why a visit is cancelled, and keeps a reason that was left half said."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import visits
from supportdesk.services.person import drafts
from supportdesk.ui import moments
from supportdesk.ui.theme import Type
from supportdesk.ui.visits.both_words import both_words, show_beside
from supportdesk.ui.widgets.asking import Asking
from supportdesk.ui.widgets.buttons import ButtonKind
from supportdesk.ui.widgets.fields import TextBox
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from supportdesk.services.operations.desk import Desk, Done
    from supportdesk.services.views import DraftView
    from supportdesk.ui.pages import Shell


@dataclass(slots=True)
class _Seen:
    """Of the kept reason, what was shown here or kept from here: what is typed is typed over this."""

    why: str = ""


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
        self._key, self._seen = f"visit_cancel:{visit_id}", _Seen()
        self._kept: str | None = ""
        self._made = True
        # On the lane of the acts it comes after what was left just now.
        shell.session.do(drafts.load, self._key, then=self._restore)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._made and self.why.text() != self._kept:
            self._kept = why = self.why.text()
            self._shell.session.do(_keep_reason, self._key, why, self._seen)

    def submit(self) -> None:
        if self.holds:
            return
        why = self.why.text()
        if not why:
            self.why.set_error(QCoreApplication.translate("Visits", "Say in a few words why."))
            self.why.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._kept = why
        self.hold()
        cancelled, refused = self._cancelled, self.refuse
        self._shell.session.do(
            _cancel, self._visit_id, why, self._key, self._seen, then=cancelled, failed=refused
        )

    def _restore(self, draft: DraftView | None) -> None:
        if draft is not None and not self.holds:
            self._kept = there = _reason_of(draft)
            self._seen = _Seen(there)
            show_beside(self.why, both_words("", there, self.why.text()))

    def _cancelled(self, done: Done) -> None:
        self.close_with(done)
        self._shell.say(QCoreApplication.translate("Visits", "Visit cancelled"), undo=done)

    def refuse(self, error: KnownError) -> None:
        # Whatever stands there when the dialog goes is to be kept then, or to be gone.
        self._kept = None
        super().refuse(error)


def _reason_of(draft: DraftView) -> str:
    return str(draft.content.get("why") or "")


def _cancel(desk: Desk, visit_id: UUID, why: str, key: str, seen: _Seen) -> Done:
    try:
        return visits.cancel(desk, visit_id, why, draft_key=key)
    except KnownError:
        # The window may be closing: then nobody is left to say it to, nor to type it again.
        with suppress(KnownError):
            _keep_reason(desk, key, why, seen)
        raise


def _keep_reason(desk: Desk, key: str, why: str, seen: _Seen) -> None:
    """Keep why a visit is to be cancelled, until it is; nothing is kept of an empty text."""
    waiting = drafts.load(desk, key)
    whole = both_words(seen.why, _reason_of(waiting) if waiting is not None else "", why)
    if whole:
        drafts.save(desk, key, {"why": whole})
    else:
        drafts.discard(desk, key)
    seen.why = why
