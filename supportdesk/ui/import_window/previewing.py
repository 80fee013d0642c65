"""Reads previews one after the other: a preview reads the whole file, and two at a time would only slow both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from supportdesk.services import importing

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.services.importing import ImportMapping, Preview, SourceFile
    from supportdesk.workers.session import DeskSession


class Previewing(QObject):
    """`found` carries the Preview of what was asked last, `failed` the KnownError; what was overtaken is dropped."""

    found = Signal(object)
    failed = Signal(object)

    def __init__(self, session: DeskSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._busy = self._overtaken = False
        self._next: tuple[SourceFile, ImportMapping] | None = None

    def ask(self, source: SourceFile, mapping: ImportMapping) -> None:
        """Read the file by this mapping, as soon as no other preview is being read."""
        if self._busy:
            self._next = (source, mapping)
            return
        self._busy = True
        self._session.ask(None, importing.preview, source, mapping, then=self._answered, failed=self._refused)

    def forget(self) -> None:
        """Nobody waits any more."""
        self._next = None

    def overtake(self) -> None:
        """What is being read is of something else than what is wanted by now."""
        self._next, self._overtaken = None, self._busy

    def _answered(self, preview: Preview) -> None:
        if not self._go_on():
            self.found.emit(preview)

    def _refused(self, error: KnownError) -> None:
        if not self._go_on():
            self.failed.emit(error)

    def _go_on(self) -> bool:
        """Ask for what was wanted meanwhile, if anything was; whether what was read is of no use any more."""
        overtaken, self._busy, self._overtaken = self._overtaken, False, False
        waiting, self._next = self._next, None
        if waiting is not None:
            self.ask(*waiting)
        return overtaken or waiting is not None
