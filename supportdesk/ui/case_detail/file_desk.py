"""Attaching files to what is written and opening those that are there; copying runs off the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from supportdesk.domain.errors import KnownError

if TYPE_CHECKING:
    from supportdesk.services.cases.file_shelf import FileShelf
    from supportdesk.services.in_hand.files import NewFile
    from supportdesk.services.views import FileView
    from supportdesk.ui.pages import Shell

# What the system would run instead of showing it is never opened from here.
_RUNS = frozenset(
    {
        *(
            ".exe",
            ".com",
            ".bat",
            ".cmd",
            ".msi",
            ".ps1",
            ".vbs",
            ".vbe",
            ".js",
            ".jse",
            ".wsf",
            ".wsh",
            ".scr",
        ),
        *(
            ".lnk",
            ".url",
            ".hta",
            ".reg",
            ".jar",
            ".app",
            ".command",
            ".sh",
            ".desktop",
            ".pkg",
            ".dmg",
            ".scpt",
        ),
    }
)


class FileDesk(QObject):
    """`kept` carries a NewFile whose bytes are safe on the disk."""

    kept = Signal(object)

    def __init__(self, shell: Shell, shelf: FileShelf | None, page: QWidget) -> None:
        super().__init__(page)
        self._shell, self._shelf, self._page = shell, shelf, page

    @property
    def ready(self) -> bool:
        """Whether there is a place for files."""
        return self._shelf is not None

    def choose(self) -> None:
        """Let the person choose files, and keep them."""
        title = QCoreApplication.translate("Files", "Attach files")
        names, _filter = QFileDialog.getOpenFileNames(self._page, title)
        self.keep([Path(name) for name in names])

    def keep(self, paths: Sequence[Path]) -> None:
        """Keep copies of these files."""
        if self._shelf is not None:
            for path in paths:
                self._shell.session.ask(None, self._shelf.keep, path, then=self._kept, failed=self._refused)

    def open(self, file: FileView) -> None:
        """Open an attachment with the program the system has for it."""
        if Path(file.name).suffix.lower() in _RUNS:
            self._shell.refuse(runs_by_itself(file.name))
        elif self._shelf is not None:
            lay_out = self._shelf.lay_out
            self._shell.session.ask(
                "attachment", lay_out, file.id, file.name, then=self._laid_out, failed=self._refused
            )

    def _kept(self, file: NewFile) -> None:
        self.kept.emit(file)

    def _laid_out(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _refused(self, error: KnownError) -> None:
        self._shell.refuse(error)


def runs_by_itself(name: str) -> KnownError:
    """Why a program that somebody sent is not opened."""
    return KnownError(
        QCoreApplication.translate("Files", "{name} is a program and was not opened.").format(name=name),
        QCoreApplication.translate("Files", "Opening it would run it on this computer."),
        QCoreApplication.translate("Files", "Ask the sender for the text or picture it is about."),
    )
