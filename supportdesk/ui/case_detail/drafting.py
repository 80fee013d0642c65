"""Keeps what is being typed: at most half a second after a key, when the focus leaves and when the case changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from supportdesk.services import drafts
from supportdesk.services.views import DraftKind, DraftView

if TYPE_CHECKING:
    from supportdesk.services.desk import Desk
    from supportdesk.workers.session import DeskSession

KEEP_AFTER_MS = 500
KINDS = (DraftKind.REPLY, DraftKind.NOTE, DraftKind.CALL, DraftKind.VISIT, DraftKind.REMOTE)


def draft_key(case_id: UUID, kind: DraftKind) -> str:
    """Under which name a tab's draft is kept."""
    return f"case:{case_id}:{kind.value}"


def load_all(desk: Desk, case_id: UUID) -> tuple[UUID, Mapping[DraftKind, DraftView]]:
    """Every draft of a case, by tab."""
    found = {kind: drafts.load(desk, draft_key(case_id, kind)) for kind in KINDS}
    return case_id, {kind: draft for kind, draft in found.items() if draft is not None}


class DraftKeeper(QObject):
    """`saved` carries the DraftView once it is on the disk."""

    saved = Signal(object)

    def __init__(self, session: DeskSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: dict[str, Mapping[str, Any] | None] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER_MS)
        self._timer.timeout.connect(self.flush)

    def keep(self, case_id: UUID, kind: DraftKind, content: Mapping[str, Any] | None) -> None:
        """Keep this content soon; None forgets the draft."""
        self._waiting[draft_key(case_id, kind)] = content
        # A timer that began anew with each key would keep nothing of what is typed without a stop.
        if not self._timer.isActive():
            self._timer.start()

    def drop(self, case_id: UUID, kind: DraftKind) -> None:
        """Keep nothing more of this draft: what it held was sent, and went with the sending."""
        self._waiting.pop(draft_key(case_id, kind), None)

    def flush(self) -> None:
        """Keep everything now. What is handed over is written even if the program is closing."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        for key, content in waiting.items():
            if content is None:
                self._session.do(drafts.discard, key)
            else:
                self._session.do(drafts.save, key, content, then=self._kept)

    def _kept(self, draft: DraftView) -> None:
        self.saved.emit(draft)
