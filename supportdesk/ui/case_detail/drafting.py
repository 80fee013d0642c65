"""Keeps what is being typed: at most half a second after a key, when the focus leaves and when the case changes."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from supportdesk.services.person import drafts
from supportdesk.services.views import DraftKind, DraftView

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.workers.session import DeskSession

KEEP_AFTER_MS = 500
TRY_AGAIN_AFTER_MS = 3_000


def draft_key(case_id: UUID, kind: DraftKind) -> str:
    """Under which name a tab's draft is kept."""
    return f"case:{case_id}:{kind.value}"


@dataclass(frozen=True, slots=True)
class _Wish:
    """What a draft is to hold, None for nothing; with `adds`, what it is to hold besides."""

    content: Mapping[str, Any] | None
    adds: bool = False


class DraftKeeper(QObject):
    """`saved` carries the DraftView once it is on the disk."""

    saved = Signal(object)

    def __init__(self, session: DeskSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: dict[str, _Wish] = {}
        # What was handed over, in order, until it is known to be kept; without a key where nobody wants it any more.
        self._underway: deque[tuple[str | None, _Wish]] = deque()
        self._in_trouble = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER_MS)
        self._timer.timeout.connect(self._hand_over)

    def keep(self, case_id: UUID, kind: DraftKind, content: Mapping[str, Any] | None) -> None:
        """Keep this content soon; None forgets the draft."""
        self._wish(draft_key(case_id, kind), _Wish(content))

    def add(self, case_id: UUID, kind: DraftKind, more: Mapping[str, Any]) -> None:
        """Keep this soon besides what the draft holds."""
        key = draft_key(case_id, kind)
        before = self._waiting.get(key)
        if before is None:
            # What is not known to be kept may be tried again, and would then be without this.
            before = next((wish for each, wish in reversed(self._underway) if each == key), None)
            if before is not None and before.adds:
                before = None
        self._wish(key, _after(before, more) if before is not None else _Wish(more, adds=True))

    def drop(self, case_id: UUID, kind: DraftKind) -> bool:
        """Keep nothing more of this draft: what it held was sent, and went with the sending. Whether any was to be."""
        key = draft_key(case_id, kind)
        any_was = key in self._waiting or any(each == key for each, _wish in self._underway)
        self._waiting.pop(key, None)
        self._underway = deque((None if each == key else each, wish) for each, wish in self._underway)
        return any_was

    def flush(self) -> None:
        """Keep everything now. What is handed over is written even if the program is closing."""
        # Who asks now, as before the program ends, is to hear of any trouble again.
        self._in_trouble = False
        self._hand_over()

    def _wish(self, key: str, wish: _Wish) -> None:
        self._waiting[key] = wish
        # A timer that began anew with each key would keep nothing of what is typed without a stop.
        if not self._timer.isActive():
            self._timer.start()

    def _hand_over(self) -> None:
        self._timer.stop()
        self._timer.setInterval(KEEP_AFTER_MS)
        if not self._session.takes_acts:
            return
        waiting, self._waiting = self._waiting, {}
        for key, wish in waiting.items():
            self._underway.append((key, wish))
            if wish.content is None:
                self._session.do(drafts.discard, key, then=self._kept, failed=self._not_kept)
            else:
                act = drafts.add if wish.adds else drafts.save
                self._session.do(act, key, wish.content, then=self._kept, failed=self._not_kept)

    def _kept(self, draft: DraftView | None) -> None:
        self._underway.popleft()
        self._in_trouble = False
        if draft is not None:
            self.saved.emit(draft)

    def _not_kept(self, error: KnownError) -> None:
        """Say it once, and try again until it is kept: the disk may have room by then."""
        key, wish = self._underway.popleft()
        later = {each for each, _ in self._underway} | self._waiting.keys()
        if key is not None and wish.adds and key in self._waiting:
            self._waiting[key] = _before(wish, self._waiting[key])
        elif key is not None and (wish.adds or key not in later):
            self._waiting[key] = wish
        if self._waiting and not self._timer.isActive():
            self._timer.setInterval(TRY_AGAIN_AFTER_MS)
            self._timer.start()
        if not self._in_trouble:
            self._in_trouble = True
            self._session.refused.emit(error)


def _after(wish: _Wish, more: Mapping[str, Any]) -> _Wish:
    return _Wish(drafts.joined(wish.content or {}, more), wish.adds)


def _before(added: _Wish, wish: _Wish) -> _Wish:
    return _Wish(drafts.joined(added.content or {}, wish.content or {}), wish.adds)
