"""Lets the originals of photos go while the desk is open, once the hub has their copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from supportdesk.domain.operation import Entity
from supportdesk.services.cases import photo_shelf

if TYPE_CHECKING:
    from pathlib import Path

    from supportdesk.domain.errors import KnownError
    from supportdesk.domain.operation import ChangeSet
    from supportdesk.services.operations.desk import Desk
    from supportdesk.workers.session import DeskSession

_PATIENCE_MS = 10_000


class Originals(QObject):
    """Looks a while after the desk was opened, and after visits have changed, as when the hub said that it has a copy.

    What goes wrong is tried again the next time: an original that stays longer harms nobody.
    """

    def __init__(self, session: DeskSession, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._folder = session, folder
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PATIENCE_MS)
        self._soon.timeout.connect(self.run)
        session.opened.connect(self._opened)
        session.notifier.changed.connect(self._changed)

    def run(self) -> None:
        """Let go what nobody needs any more. On the lane of acts: nothing is added meanwhile."""
        if self._session.is_open and self._session.takes_acts:
            self._session.do(photo_shelf.let_go, self._folder, failed=self._failed)

    def _opened(self, _desk: Desk) -> None:
        self._soon.start()

    def _changed(self, changes: ChangeSet) -> None:
        concerned = changes.touches(Entity.VISIT)
        # Begun anew with each change, it would never come while much changes.
        if concerned and not self._soon.isActive():
            self._soon.start()

    def _failed(self, _error: KnownError) -> None:
        return
