"""Photos and files on their way into a visit's report, one after the other beside the questions, and their pictures.

What is chosen, dropped or pasted waits here for its turn: of the threads that answer questions one stays free.
"""

from __future__ import annotations

from collections import OrderedDict, deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QPixmap

from supportdesk.documents import pictures
from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import attachments, visit_files
from supportdesk.services.cases.photo_shelf import KeptPhoto, PastedPhoto, PhotoShelf
from supportdesk.services.in_hand.files import NewFile
from supportdesk.ui.files.given import Given, PastedPicture, refuse_many

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportdesk.services.cases.file_shelf import FileShelf
    from supportdesk.services.operations.desk import Desk, Done
    from supportdesk.services.views.visits import VisitFile
    from supportdesk.ui.pages import Shell
    from supportdesk.workers.session import Errand

_SMALL = 480
_MOST_PICTURES = 200


@dataclass(eq=False, slots=True)
class Waiting:
    """Something to be added to a report; `as_file`: as it is, whatever it shows.

    `own`: whoever gave it says what becomes of it. A desk that is left waits for its `errand`.
    """

    visit_id: UUID
    given: Given
    errand: Errand
    as_file: bool = False
    own: bool = False

    @property
    def in_memory_only(self) -> bool:
        """Whether it is kept nowhere else: what is pasted or photographed, and no file."""
        return isinstance(self.given, PastedPicture)


@dataclass(frozen=True, slots=True)
class Shelves:
    """Where bytes lie: those of files, and those of photos."""

    files: FileShelf
    photos: PhotoShelf


class PhotoDesk(QObject):
    """`changed` comes when something waits or waits no more, `drawn` with the checksum of a picture that can be shown.

    `added` carries the Waiting that was added and the id it has in the report, `not_taken` one that was refused, with
    the KnownError, where who gave it is to say so. `refused` carries that of all others; those it was about, which can
    be tried again as files, are `refused_given`.
    """

    changed = Signal()
    drawn = Signal(str)
    added = Signal(object, object)  # Waiting, UUID
    not_taken = Signal(object, object)  # Waiting, KnownError
    refused = Signal(object)

    def __init__(self, shell: Shell, shelves: Shelves | None, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._shelves = shell, shelves
        self._queue: deque[Waiting] = deque()
        self._pictures: OrderedDict[str, QPixmap] = OrderedDict()
        self._asked: set[str] = set()
        self.refused_given: list[Waiting] = []

    @property
    def ready(self) -> bool:
        """Whether there is a place for files."""
        return self._shelves is not None

    def waiting(self, visit_id: UUID) -> int:
        """How many are on their way into this visit's report."""
        return sum(each.visit_id == visit_id for each in self._queue)

    def take(
        self, visit_id: UUID, given: Sequence[Given], *, as_file: bool = False, own: bool = False
    ) -> list[Waiting]:
        """Add these to a report; they are given back as they wait for it."""
        if self._shelves is None or not given:
            return []
        refusal = refuse_many(tuple(given))
        if refusal is not None:
            self.refused.emit(refusal)
            return []
        idle = not self._queue
        begin = self._shell.session.errand
        more = [Waiting(visit_id, each, begin(self), as_file, own) for each in given]
        self._queue.extend(more)
        self.changed.emit()
        if idle:
            self._go_on()
        return more

    def let_go(self, waiting: Waiting) -> None:
        """Nobody wants what was refused any more."""
        self._shell.session.end_errand(waiting.errand)

    def let_go_all(self) -> list[Waiting]:
        """Give what was refused to who asks, and know it no more."""
        gone, self.refused_given = self.refused_given, []
        for each in gone:
            self.let_go(each)
        return gone

    def remove(self, visit_id: UUID, file: UUID) -> None:
        """Take one out of the report; that can be taken back."""
        self._shell.session.do(
            visit_files.remove_file, visit_id, file, then=self._removed, failed=self._not_done
        )

    def order(self, visit_id: UUID, files: Sequence[UUID]) -> None:
        """Let them stand in this order."""
        self._shell.session.do(visit_files.order_files, visit_id, list(files), failed=self._not_done)

    def picture_of(self, file: VisitFile) -> QPixmap | None:
        """The picture of a photo; None where it is not read yet, which is then begun, or is not on this computer."""
        found = self._pictures.get(file.sha256)
        if found is None and self._shelves is not None and file.sha256 not in self._asked:
            self._asked.add(file.sha256)
            self._shell.session.ask(
                None, _small, self._shelves, file.sha256, then=self._drawn, failed=self._not_drawn
            )
        return found

    def look_again(self) -> None:
        """Try the pictures once more whose bytes were not here."""
        self._asked &= set(self._pictures)

    def open_original(self, file: VisitFile) -> None:
        """Open a photo's original with the system's program: it was read as a picture, so nothing in it runs."""
        if self._shelves is not None:
            lay_out = self._shelves.photos.lay_out_original
            self._shell.session.ask(None, lay_out, file.id, then=self._laid_out, failed=self._refused)

    # ------------------------------------------------------------------ one after the other

    def _go_on(self) -> None:
        if self._queue and self._shelves is not None:
            self._shell.session.ask(
                None, _keep, self._shelves, self._queue[0], then=self._kept, failed=self._not_kept
            )

    def _kept(self, kept: KeptPhoto | NewFile) -> None:
        assert self._shelves is not None  # noqa: S101 - it was kept there
        visit_id = self._queue[0].visit_id
        if isinstance(kept, NewFile):
            act: tuple[Any, ...] = (attachments.attach_to_visit, visit_id, kept)
        else:
            act = (self._shelves.photos.add, visit_id, kept)
        self._shell.session.do(*act, then=self._added, failed=self._not_kept)

    def _added(self, done: Done) -> None:
        waiting = self._next()
        self._shell.session.end_errand(waiting.errand)
        self.added.emit(waiting, done.created)

    def _not_kept(self, error: KnownError) -> None:
        waiting = self._next()
        if waiting.in_memory_only:
            self._shell.session.fail_errand(waiting.errand, error)
        else:
            self._shell.session.end_errand(waiting.errand)
        if waiting.own:
            self.not_taken.emit(waiting, error)
        else:
            self.refused_given.append(waiting)
            self.refused.emit(error)

    def _next(self) -> Waiting:
        done = self._queue.popleft()
        self.changed.emit()
        self._go_on()
        return done

    # ------------------------------------------------------------------ answers

    def _removed(self, done: Done) -> None:
        self._shell.say(QCoreApplication.translate("Visits", "Taken out of the report."), undo=done)

    def _not_done(self, error: KnownError) -> None:
        self._refused(error)

    def _refused(self, error: KnownError) -> None:
        self.refused.emit(error)

    def _drawn(self, answer: tuple[str, QImage | None]) -> None:
        sha256, image = answer
        if image is not None:
            self._pictures[sha256] = QPixmap.fromImage(image)
            while len(self._pictures) > _MOST_PICTURES:
                gone, _picture = self._pictures.popitem(last=False)
                self._asked.discard(gone)
            self.drawn.emit(sha256)

    def _not_drawn(self, _error: KnownError) -> None:
        # Its tile says that there is nothing to be seen; opening it says why.
        return

    def _laid_out(self, place: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))


def _keep(desk: Desk, shelves: Shelves, waiting: Waiting) -> KeptPhoto | NewFile:
    """Keep what is to be added, away from the window's thread: pictures as photos, all else as it is."""
    given = waiting.given
    if isinstance(given, PastedPicture):
        data = given.data if isinstance(given.data, bytes) else pictures.written(given.data, given.suffix)
        name = QCoreApplication.translate("Visits", "Photo")
        return shelves.photos.keep(desk, waiting.visit_id, PastedPhoto(data, f"{name}.{given.suffix}"))
    if waiting.as_file or not shelves.photos.takes(given):
        return shelves.files.keep(desk, given)
    return shelves.photos.keep(desk, waiting.visit_id, given)


def _small(desk: Desk, shelves: Shelves, sha256: str) -> tuple[str, QImage | None]:
    data = shelves.files.bytes_of(desk, sha256)
    return sha256, None if data is None else pictures.small(data, _SMALL)
