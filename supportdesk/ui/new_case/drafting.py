"""The draft of a new case: looked for when the form opens, kept while one types, and never kept over unseen words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk.services.person import drafts
from supportdesk.ui.new_case.content import DRAFT_KEY, Content, content_from_plain

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.services.operations.desk import Desk
    from supportdesk.services.views import DraftView
    from supportdesk.workers.session import DeskSession


class RequestDraft(QObject):
    """The draft of one form. `found` carries the DraftView that waited, or None; `kept` one.

    `failed` carries a KnownError of what was handed over last: what went before it is in it.

    Until it is known what waited, it is `sought`, and nothing is kept in its place.
    """

    found = Signal(object)
    kept = Signal(object)
    failed = Signal(object)

    def __init__(self, session: DeskSession, content: Callable[[], Content], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._content = session, content
        self._last: Content | None = None
        self._underway = 0
        self._over = False
        self.sought = True
        # In turn with the acts: an answer from beside them could be older than what was left or discarded just now.
        session.do(drafts.load, DRAFT_KEY, then=self._found, failed=self._not_found)

    @property
    def underway(self) -> bool:
        """Whether something is being kept that may still find no room."""
        return self._underway > 0

    def keep(self) -> None:
        """Keep what the form holds now, if there is something new to keep."""
        content = self._content()
        if self._over or self.sought or content == self._last:
            return
        if not content.empty:
            self._underway += 1
            self._session.do(
                drafts.save, DRAFT_KEY, content.as_plain(), then=self._kept, failed=self._not_kept
            )
        elif self._last is not None:
            self._session.do(drafts.discard, DRAFT_KEY)
        self._last = content

    def leave(self) -> None:
        """The form is left: what it holds is kept, after what waited where that is not known yet."""
        content = self._content()
        if not self.sought or self._over or content.empty:
            self.keep()
            return
        # The form may be gone with the program before it is known.
        self._underway += 1
        self._session.do(keep_after, content, then=self._kept, failed=self._not_kept)

    def logged(self) -> None:
        """The draft went with the case."""
        self._last = None

    def end(self) -> None:
        """Keep nothing any more."""
        self._over = True

    def discard(self) -> None:
        """Forget it."""
        self.end()
        self._session.do(drafts.discard, DRAFT_KEY)

    def _found(self, draft: DraftView | None) -> None:
        self.sought = False
        if draft is not None:
            self._last = content_from_plain(draft.content)
        self.found.emit(draft)

    def _not_found(self, error: KnownError) -> None:
        self.sought = False
        self.failed.emit(error)
        self.found.emit(None)

    def _kept(self, draft: DraftView) -> None:
        self._underway -= 1
        self.kept.emit(draft)

    def _not_kept(self, error: KnownError) -> None:
        # The next try, at the latest when the form goes, is to keep it all.
        self._last = None
        self._underway -= 1
        # What is still under way holds all of this; whether there was room for it is what counts.
        if not self._underway:
            self.failed.emit(error)


def keep_after(desk: Desk, content: Content) -> DraftView:
    """Keep what was typed before anybody saw the draft that waited: after that, and not in its place."""
    waited = drafts.load(desk, DRAFT_KEY)
    whole = content_from_plain(waited.content).joined(content) if waited is not None else content
    return drafts.save(desk, DRAFT_KEY, whole.as_plain())
