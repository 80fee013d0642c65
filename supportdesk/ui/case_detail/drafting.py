"""Keeps what is being typed: at most half a second after a key, when the focus leaves and when the case changes."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from supportdesk.services.person import drafts
from supportdesk.services.views import DraftKind, DraftView

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.services.operations.desk import Desk
    from supportdesk.workers.session import DeskSession

KEEP_AFTER_MS = 500
TRY_AGAIN_AFTER_MS = 3_000
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
        # What was handed over, in order, until it is known to be kept; without a key where nobody wants it any more.
        self._underway: deque[tuple[str | None, Mapping[str, Any] | None]] = deque()
        self._in_trouble = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER_MS)
        self._timer.timeout.connect(self._hand_over)

    def keep(self, case_id: UUID, kind: DraftKind, content: Mapping[str, Any] | None) -> None:
        """Keep this content soon; None forgets the draft."""
        self._waiting[draft_key(case_id, kind)] = content
        # A timer that began anew with each key would keep nothing of what is typed without a stop.
        if not self._timer.isActive():
            self._timer.start()

    def drop(self, case_id: UUID, kind: DraftKind) -> None:
        """Keep nothing more of this draft: what it held was sent, and went with the sending."""
        key = draft_key(case_id, kind)
        self._waiting.pop(key, None)
        self._underway = deque((None if each == key else each, content) for each, content in self._underway)

    def flush(self) -> None:
        """Keep everything now. What is handed over is written even if the program is closing."""
        # Who asks now, as before the program ends, is to hear of any trouble again.
        self._in_trouble = False
        self._hand_over()

    def _hand_over(self) -> None:
        self._timer.stop()
        self._timer.setInterval(KEEP_AFTER_MS)
        if not self._session.takes_acts:
            return
        waiting, self._waiting = self._waiting, {}
        for key, content in waiting.items():
            self._underway.append((key, content))
            if content is None:
                self._session.do(drafts.discard, key, then=self._kept, failed=self._not_kept)
            else:
                self._session.do(drafts.save, key, content, then=self._kept, failed=self._not_kept)

    def _kept(self, draft: DraftView | None) -> None:
        self._underway.popleft()
        self._in_trouble = False
        if draft is not None:
            self.saved.emit(draft)

    def _not_kept(self, error: KnownError) -> None:
        """Say it once, and try again until it is kept: the disk may have room by then."""
        key, content = self._underway.popleft()
        later = {each for each, _ in self._underway} | self._waiting.keys()
        if key is not None and key not in later:
            self._waiting[key] = content
        if self._waiting and not self._timer.isActive():
            self._timer.setInterval(TRY_AGAIN_AFTER_MS)
            self._timer.start()
        if not self._in_trouble:
            self._in_trouble = True
            self._session.refused.emit(error)
