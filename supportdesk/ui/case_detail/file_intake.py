"""Files on their way into what is being written: chosen, dropped or pasted, kept one after the other, off the window.

A file goes with the text it was given to, whatever tab is shown by then, and whatever case. A desk that is left waits
for what is on its way.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from supportdesk.documents import pictures
from supportdesk.domain.errors import KnownError
from supportdesk.ui.files.given import Given, PastedPicture, refuse_many
from supportdesk.ui.widgets.file_place import begin_at_home

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportdesk.services.cases.file_shelf import FileShelf
    from supportdesk.services.in_hand.files import NewFile
    from supportdesk.services.operations.desk import Desk
    from supportdesk.services.views import DraftKind
    from supportdesk.ui.pages import Shell
    from supportdesk.workers.session import Errand

_TYPES = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp", "tif": "image/tiff"}


@dataclass(frozen=True, slots=True)
class _Coming:
    """A file, what it was given to, and to which tab of that; None for the one in view."""

    given: Given
    kind: DraftKind | None
    owner: UUID | None


class FileIntake(QObject):
    """`kept` carries a NewFile whose bytes are safe on the disk, and the tab it goes with.

    `late` is for one that was given to what is not in view any more: whose it was, the tab, and the NewFile. `refused`
    carries why one was not kept, and the tab. `rested` comes when nothing that was given is on its way any more.
    """

    kept = Signal(object, object)
    late = Signal(object, object, object)
    refused = Signal(object, object)
    rested = Signal()

    def __init__(self, shell: Shell, shelf: FileShelf | None, page: QWidget) -> None:
        super().__init__(page)
        self._shell, self._shelf, self._page = shell, shelf, page
        self._queue: deque[_Coming] = deque()
        self._owner: UUID | None = None
        self._asked_for: DraftKind | None = None
        self._errand: Errand | None = None

    @property
    def busy(self) -> bool:
        """Whether something that was given to what is in view is still on its way."""
        return any(coming.owner == self._owner for coming in self._queue)

    def begin(self, owner: UUID | None) -> None:
        """Something else comes into view, or nothing: what is still on its way belongs to what it was given to."""
        self._owner = owner
        self._forget_refusal()

    def choose(self, kind: DraftKind | None = None) -> None:
        """Let the person choose files, and keep them."""
        self._asked_for = kind
        dialog = QFileDialog(self._page, QCoreApplication.translate("Files", "Attach files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        begin_at_home(dialog)
        dialog.filesSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def take(self, given: Sequence[Given], kind: DraftKind | None = None) -> None:
        """Keep copies of these."""
        if self._shelf is None or not given:
            return
        refusal = refuse_many(tuple(given))
        if refusal is not None:
            self._shell.refuse(refusal)
            return
        self._forget_refusal()
        idle = not self._queue
        self._queue.extend(_Coming(each, kind, self._owner) for each in given)
        if idle:
            self._errand = self._shell.session.errand(self)
            self._go_on()

    def _chosen(self, paths: list[str]) -> None:
        self.take([Path(path) for path in paths], self._asked_for)

    def _go_on(self) -> None:
        if self._queue and self._shelf is not None:
            coming = self._queue[0].given
            self._shell.session.ask(None, _keep, self._shelf, coming, then=self._kept, failed=self._refused)
            return
        self.rested.emit()
        if self._errand is not None and self._errand.refusal is None:
            self._shell.session.end_errand(self._errand)
            self._errand = None

    def _kept(self, file: NewFile) -> None:
        coming = self._queue.popleft()
        if coming.owner == self._owner:
            self.kept.emit(file, coming.kind)
        else:
            self.late.emit(coming.owner, coming.kind, file)
        self._go_on()

    def _refused(self, error: KnownError) -> None:
        coming = self._queue.popleft()
        if coming.owner == self._owner:
            self.refused.emit(error, coming.kind)
        else:
            self._shell.refuse(error)
        if (
            self._errand is not None
            and isinstance(coming.given, PastedPicture)
            and not self._page.isVisible()
        ):
            # Nobody sees that it was refused, and it is nowhere else: the desk is not to be left over that.
            self._shell.session.fail_errand(self._errand, error)
        self._go_on()

    def _forget_refusal(self) -> None:
        if self._errand is not None and self._errand.refusal is not None:
            self._shell.session.end_errand(self._errand)
            self._errand = None


def _keep(desk: Desk, shelf: FileShelf, given: Given) -> NewFile:
    if isinstance(given, Path):
        return shelf.keep(desk, given)
    assert isinstance(given, PastedPicture)  # noqa: S101 - there is nothing else
    data = given.data if isinstance(given.data, bytes) else pictures.written(given.data)
    name = QCoreApplication.translate("Files", "Pasted picture")
    return shelf.keep_bytes(desk, data, f"{name}.{given.suffix}", _TYPES[given.suffix])
