"""What is written on the case in view: it comes back when the case does, and is kept while it is typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from supportdesk.services.person import drafts
from supportdesk.services.views import DraftKind, DraftView
from supportdesk.ui.case_detail.drafting import DraftKeeper, draft_key

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.services.in_hand.files import NewFile
    from supportdesk.services.operations.desk import Desk
    from supportdesk.ui.case_detail.composer import Composer
    from supportdesk.ui.pages import Shell
    from supportdesk.workers.lanes import Task
    from supportdesk.workers.session import Errand

_WITH_FILES = (DraftKind.REPLY, DraftKind.NOTE)


class CaseDrafts(QObject):
    """Between the composer and its keeper. `typed` comes with each change by the person."""

    typed = Signal()

    def __init__(self, shell: Shell, composer: Composer, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._composer = shell, composer
        self.keeper = DraftKeeper(shell.session, self)
        self._case_id: UUID | None = None
        self._coming: Task | None = None
        # The tabs that were written in before what they held had come back: it is not to be kept over that.
        self._early: set[DraftKind] = set()
        self._errand: Errand | None = None
        composer.edited.connect(self._edited)
        composer.rested.connect(self.keeper.flush)
        self.keeper.saved.connect(self._saved)

    @property
    def whole(self) -> bool:
        """Whether everything that was kept for the case in view is back."""
        return self._coming is None

    def open(self, case_id: UUID | None) -> None:
        """Another case comes into view, or none: what was written stays with its own."""
        self._leave()
        self._case_id = case_id
        self._composer.begin()
        if case_id is not None:
            # In turn with what is being kept: an answer from beside the acts could be older than that.
            session = self._shell.session
            self._coming = session.do(load_all, case_id, then=self._come, failed=self._not_come)

    def add_file(self, case_id: UUID, kind: DraftKind, file: NewFile) -> None:
        """A file has come that was given to a text which is not in view any more."""
        goes_with = kind if kind in _WITH_FILES else DraftKind.REPLY
        self.keeper.add(case_id, goes_with, {"files": [asdict(file)]})
        self.keeper.flush()

    # ------------------------------------------------------------------ inside

    def _leave(self) -> None:
        if self._coming is not None:
            self._coming.cancel()
            self._coming = None
        if self._case_id is not None:
            for kind in self._early:
                content = self._composer.values_of(kind)
                if content is not None:
                    self.keeper.add(self._case_id, kind, content)
        self._early.clear()
        self.keeper.flush()
        self._end_errand()

    def _come(self, found: Mapping[DraftKind, DraftView]) -> None:
        for kind, draft in found.items():
            self._composer.restore(draft, kind, self._shell.zone)
        self._settle()

    def _not_come(self, error: KnownError) -> None:
        self._shell.session.refused.emit(error)
        self._settle()

    def _settle(self) -> None:
        self._coming = None
        self._composer.be_whole()
        early, self._early = self._early, set()
        for kind in early:
            self._keep(kind)
        if early:
            self.keeper.flush()
        self._end_errand()

    def _end_errand(self) -> None:
        """What was written early is handed over."""
        if self._errand is not None:
            self._shell.session.end_errand(self._errand)
            self._errand = None

    def _edited(self, kind: DraftKind) -> None:
        # Typing may begin before the rest of the case is there.
        if self._case_id is None:
            return
        if self._coming is not None:
            self._early.add(kind)
            if self._errand is None:
                self._errand = self._shell.session.errand(self)
        else:
            self._keep(kind)
        self.typed.emit()

    def _keep(self, kind: DraftKind) -> None:
        if self._case_id is not None:
            self.keeper.keep(self._case_id, kind, self._composer.values_of(kind))

    def _saved(self, draft: DraftView) -> None:
        for kind in DraftKind:
            if self._case_id is not None and draft.key == draft_key(self._case_id, kind):
                self._composer.say_saved(kind, draft.saved_at, self._shell.zone)


def load_all(desk: Desk, case_id: UUID) -> Mapping[DraftKind, DraftView]:
    """Every draft of a case, by tab."""
    found = {kind: drafts.load(desk, draft_key(case_id, kind)) for kind in DraftKind}
    return {kind: draft for kind, draft in found.items() if draft is not None}
