"""Sends the bytes of a desk's own files to its hub: after all text, piece by piece, going on where it was cut off.

The files of visits go first, then the oldest attachments, clients' data files last: one of many GB lets whatever is
attached meanwhile go ahead between two pieces. Bytes of attachments stay on the desk also when the hub has them: that
they were stored comes by pull and changes what is shown, and who opens a file tomorrow may be offline. Those of data
files go once they are safe there, or erased. Who runs it gives the link and decides when; so a run can be replayed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from typing import BinaryIO
from uuid import UUID

from supportdesk.domain.checksums import is_checksum
from supportdesk.domain.errors import KnownError
from supportdesk.services.entitlements import data_files
from supportdesk.services.operations.desk import Desk
from supportdesk.store import data_bytes, desk_rows, kept_uploads
from supportdesk.store.blobs import Blobs
from supportdesk.sync.file_link import Answered, FileLink
from supportdesk.sync.link import TryLater, Unreachable
from supportdesk.sync.reading_ahead import Piece, ReadingAhead

PIECE, SMALL_PIECE, LARGE_PIECE = 4 << 20, 1 << 20, 32 << 20
LEAST_PIECE = 64 << 10
_FAILURES_TO_SMALL, _MOST_FAILURES = 2, 6
_PIECES_TO_LARGE = 8
_MOST_RESTARTS = 3
_SECONDS_FOR_ANOTHER = 5.0
_ERASED = 410
_GONE, _ELSEWHERE, _LOCKED, _DIFFERS, _TOO_SLOW = frozenset({404, 410}), 409, 423, 460, 408


class Damaged(KnownError):
    """The bytes that are kept are not those that were attached."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How it stands: files and bytes yet to be sent, bytes a second of late, and what was refused or is damaged.

    `current` is the file under way, `sent` and `size` its bytes. `after_text`: it waits until all that was written is
    sent.
    """

    files: int = 0
    bytes_left: int = 0
    speed: float = 0.0
    current: UUID | None = None
    sent: int = 0
    size: int = 0
    paused: bool = False
    after_text: bool = False
    troubles: Mapping[UUID, KnownError] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _File:
    """A file whose bytes are to be sent; `data`: a client's data file, else an attachment."""

    id: UUID
    sha256: str
    size: int
    name: str
    data: bool


class Uploader:
    """One desk's files on their way out. `heard` is told how it stands; `seconds` is a clock that never goes back."""

    def __init__(
        self,
        desk: Desk,
        blobs: Blobs,
        link: FileLink,
        seconds: Callable[[], float],
        heard: Callable[[Progress], None] = lambda _progress: None,
    ) -> None:
        self._desk, self._blobs, self._link = desk, blobs, link
        self._seconds, self._heard = seconds, heard
        self._failures = self._good_pieces = 0
        self._sent: set[UUID] = set()
        self._troubles: dict[UUID, KnownError] = {}
        self.progress = Progress()

    def pause(self, *, paused: bool) -> None:
        """Send nothing more after the piece under way, until told to go on."""
        self._tell(paused=paused)

    def try_again(self) -> None:
        """Let what was refused or damaged be tried once more, as somebody may have seen to it."""
        self._troubles.clear()

    def round(self) -> bool:
        """Send what there is; False where it has to wait, for text or a person.

        Raises the errors of `link`; what has come counts, and the next round goes on from there.
        """
        data_files.clear(self._desk, self._blobs)
        while not self._must_wait():
            files = self._files()
            self._tell_left(files)
            if not files:
                return True
            try:
                if not self._send(files[0]):
                    return False
            except Answered as answered:
                self._refused(files[0], answered)
            except Damaged as damaged:
                self._troubles[files[0].id] = damaged
            except (Unreachable, TryLater):
                self._failed()
                raise
        return False

    # ------------------------------------------------------------ what there is

    def _files(self) -> list[_File]:
        """What is to be sent and can be, in order."""
        with self._desk.store.read() as conn:
            unstored = [_File(**row, data=False) for row in kept_uploads.to_send(conn)]
            unstored += [_File(**row, data=True) for row in data_bytes.to_send(conn)]
        # What was erased or given up meanwhile troubles nobody; what the hub says it has may one day be wanted again.
        waiting = {each.id for each in unstored}
        for gone in self._troubles.keys() - waiting:
            del self._troubles[gone]
        self._sent &= waiting
        done = self._sent | self._troubles.keys()
        return [each for each in unstored if each.id not in done and self._is_here(each)]

    def _is_here(self, file: _File) -> bool:
        # One row that is none of a file's must not keep the others from being sent.
        return is_checksum(file.sha256) and self._blobs.has(file.sha256)

    def _goes_behind(self, file: _File) -> bool:
        """Whether another is to be sent before the rest of this one, or this one no more."""
        return file.data and all(each.id != file.id for each in self._files()[:1])

    def _refused(self, file: _File, answered: Answered) -> None:
        if file.data and answered.status == _ERASED:
            self._sent.add(file.id)  # nobody wants it any more; that comes by pull
        else:
            self._troubles[file.id] = answered

    def _must_wait(self) -> bool:
        with self._desk.store.read() as conn:
            text = desk_rows.has_text_to_send(conn)
        if text != self.progress.after_text:
            self._tell(after_text=text)
        return text or self.progress.paused

    # ------------------------------------------------------------ one file

    def _send(self, file: _File) -> bool:
        """Send a file to its end, or until another goes ahead; False where it has to wait."""
        sending = _Sending(self._desk, self._link, file)
        sending.find()
        try:
            return self._send_rest(sending)
        except Damaged:
            sending.give_up()
            raise

    def _send_rest(self, sending: _Sending) -> bool:
        file = sending.file
        left = max(self.progress.bytes_left - sending.offset, 0)
        self._tell(bytes_left=left, sent=sending.offset, size=file.size)
        with _opened(self._blobs, file) as source, closing(ReadingAhead(source, file.size)) as ahead:
            while sending.offset < file.size:
                if self._must_wait():
                    return False
                if self._goes_behind(file):
                    return True
                self._send_piece(sending, ahead)
        sending.end()
        self._sent.add(file.id)
        return True

    def _send_piece(self, sending: _Sending, ahead: ReadingAhead) -> None:
        began = self._seconds()
        before = sending.offset
        try:
            piece = ahead.piece(before, self._next_piece())
        except (KnownError, OSError, EOFError) as error:
            raise _damaged(sending.file) from error
        if sending.send(piece):
            self._good_pieces += 1
            if self._good_pieces >= _PIECES_TO_LARGE:
                self._failures, self._good_pieces = max(self._failures - 1, 0), 0
        else:
            self._failed()
            # What lies sealed proves itself as it is read; what lies plain may be other bytes by now.
            if not self._blobs.verify(sending.file.sha256):
                raise _damaged(sending.file)
        gained = sending.offset - before
        took = max(self._seconds() - began, 1e-6)
        speed = self.progress.speed if gained <= 0 else gained / took
        left = max(self.progress.bytes_left - gained, 0)
        self._tell(current=sending.file.id, bytes_left=left, speed=speed, sent=sending.offset)

    def _failed(self) -> None:
        self._failures, self._good_pieces = min(self._failures + 1, _MOST_FAILURES), 0

    def _next_piece(self) -> int:
        """How many bytes go next: what the line carries in a second, as each piece is made to last at the hub.

        Of a piece that is cut off nothing counts, as it does not add up to its checksum: on a line that is cut again
        and again they become smaller, until one comes through whole.
        """
        if self._failures >= _FAILURES_TO_SMALL:
            return max(SMALL_PIECE >> (self._failures - _FAILURES_TO_SMALL), LEAST_PIECE)
        if self._failures:
            return PIECE
        return min(max(PIECE, int(self.progress.speed)), LARGE_PIECE)

    # ------------------------------------------------------------ telling

    def _tell_left(self, files: list[_File]) -> None:
        left = sum(each.size for each in files)
        current = files[0].id if files else None
        troubles = dict(self._troubles)
        self._tell(files=len(files), bytes_left=left, current=current, sent=0, size=0, troubles=troubles)

    def _tell(self, **changes: object) -> None:
        changed = replace(self.progress, **changes)  # type: ignore[arg-type]  # fields of its own
        if changed != self.progress:
            self.progress = changed
            self._heard(changed)


@contextmanager
def _opened(blobs: Blobs, file: _File) -> Iterator[BinaryIO]:
    try:
        source = blobs.open(file.sha256)
    except (KnownError, OSError) as error:
        raise _damaged(file) from error
    with source:
        yield source


def _damaged(file: _File) -> Damaged:
    return Damaged(
        f"The bytes of {file.name} are not what was attached.",
        "The file was damaged or changed on this disk and can't be sent.",
        "Attach the file again from where it came.",
    )


class _Sending:
    """One file's upload at the hub: where it is, how far, and what each answer of the hub means for it."""

    def __init__(self, desk: Desk, link: FileLink, file: _File) -> None:
        self._desk, self._link, self.file = desk, link, file
        self._restarts = 0
        self._address = ""
        self.offset = 0

    def find(self) -> None:
        """Go on with the upload that was begun before, or begin one."""
        with self._desk.store.read() as conn:
            known = kept_uploads.upload_of(conn, self.file.id)
        if known is None:
            self._begin()
        else:
            self._address = known
            self._look()

    def send(self, piece: Piece) -> bool:
        """Send some bytes; False where it did not go on as it should, and where it stands is known again."""
        try:
            self.offset = self._link.send(self._address, piece.offset, piece.content, piece.sha256)
        except Answered as answered:
            if answered.status == _LOCKED:
                # A line of ours that was cut may still hold it; the hub lets it go by itself.
                raise TryLater(_SECONDS_FOR_ANOTHER) from answered
            if answered.status not in _GONE | {_ELSEWHERE, _DIFFERS, _TOO_SLOW}:
                raise
            self._count_restart(answered)
            if answered.status in _GONE:
                self._begin()
            else:
                self._look()
            return False
        return True

    def give_up(self) -> None:
        """What came of it is of no use; where the hub can't be told so, it lets it go by itself in time."""
        with suppress(KnownError):
            self._link.give_up(self._address)
        self.end()

    def end(self) -> None:
        """There is nothing to go on with any more: the hub has it all, or never will."""
        with self._desk.store.write() as conn:
            kept_uploads.forget(conn, self.file.id)

    def _look(self) -> None:
        try:
            self.offset = self._link.offset(self._address)
        except Answered as answered:
            if answered.status not in _GONE:
                raise
            self._begin()

    def _begin(self) -> None:
        begun = self._link.begin(self.file.id, self.file.sha256, self.file.size, data=self.file.data)
        self._address, self.offset = begun.address, begun.offset
        with self._desk.store.write() as conn:
            kept_uploads.keep(conn, self.file.id, begun.address)

    def _count_restart(self, why: Answered) -> None:
        self._restarts += 1
        if self._restarts > _MOST_RESTARTS:
            raise why
