"""Sees to it that no file lies plain beside an encrypted database, and none that nothing names; how, others know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from supportdesk.services.cases import laid_out
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.exchange import unnamed_files

if TYPE_CHECKING:
    from pathlib import Path

    from supportdesk.domain.errors import KnownError
    from supportdesk.services.operations.desk import Desk
    from supportdesk.workers.session import DeskSession

_AFTER_OPENING_MS = 10_000


class Sealing(QObject):
    """Once after the desk was opened, a file at a time beside the questions, so that closing waits for one at most.

    First files are sealed, then those that nothing names are taken away.

    Copies that were laid out to be opened go then too, and when the desk is closed.
    What goes wrong with a file is logged and tried again when the desk is next opened; nobody has to do anything.
    """

    def __init__(self, session: DeskSession, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._folder = session, folder
        self._shelf = FileShelf(folder)
        self._steps: Iterator[str] | None = None
        self._was_open = False
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(_AFTER_OPENING_MS)
        self._first.timeout.connect(self.run)
        session.opened.connect(self._begin)

    def run(self) -> None:
        """Begin with the files that are there now, or go on with them."""
        if self._session.is_open and self._session.takes_acts:
            self._steps = self._steps or self._all_steps(self._session.desk)
            self._session.ask(None, _next, self._steps, then=self._went_on, failed=self._failed)

    def close(self) -> None:
        """Take away what was laid out; the session is closed by then, and nothing more is laid out."""
        # A desk that stayed shut may be open elsewhere, with copies of its own.
        if self._was_open:
            laid_out.take_away(laid_out.all_of(self._folder))

    def _all_steps(self, desk: Desk) -> Iterator[str]:
        yield from self._shelf.sealing(desk)
        yield from unnamed_files.sweep(desk, self._folder)

    def _begin(self, _desk: Desk) -> None:
        self._first.start()
        self._was_open = True
        # Found now: what is laid out from now on stays.
        left = laid_out.all_of(self._folder)
        if left:
            self._session.ask(None, _take_away, left)

    def _went_on(self, done: str | None) -> None:
        if done is None:
            self._steps = None
        else:
            self.run()

    def _failed(self, _error: KnownError) -> None:
        self._steps = None


def _next(_desk: Desk, steps: Iterator[str]) -> str | None:
    return next(steps, None)


def _take_away(_desk: Desk, left: list[Path]) -> None:
    laid_out.take_away(left)
