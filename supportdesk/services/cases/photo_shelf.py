"""Photos of visits on their way into a report: a scaled copy is attached, the original waits here for the hub (ONX-2).

Originals lie in a folder of their own, sealed like every file, so that letting one go can never take bytes that
something else names. They go once the hub has the copy, or a day after the photo was taken out of its report.
"""

from __future__ import annotations

import io
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.domain.file_names import safe_name, suffix_of
from supportdesk.services.cases import attachments, chosen_files, laid_out
from supportdesk.services.cases.visit_files import LONGEST_NAME
from supportdesk.services.views.visits import PICTURES
from supportdesk.store import kept_originals
from supportdesk.store.blobs import Blobs, TooLarge
from supportdesk.store.content_types import content_type
from supportdesk.store.kept_originals import Original
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.people import ORGANISATION
from supportdesk.store.tables.work import VISIT

if TYPE_CHECKING:
    from supportdesk.services.in_hand.files import NewFile
    from supportdesk.services.operations.desk import Desk, Done

ORIGINALS = "originals"
MEDIA_TYPE = "image/jpeg"
# Some are refused, in words of their own.
_OF_PHONES = frozenset({"image/heic", "image/avif"})
_SUFFIXES = frozenset({"jpg", "jpeg", "png", "webp", "heic", "heif"})
_AFTER_REMOVAL = timedelta(days=1)

Scale = Callable[[bytes, bool], bytes]
"""Makes of a picture a smaller JPEG; with True the position stays in it. KnownError for what is no picture."""


@dataclass(frozen=True, slots=True)
class PastedPhoto:
    """A picture that came without a file: its bytes, and what it is called."""

    data: bytes
    name: str


@dataclass(frozen=True, slots=True)
class KeptPhoto:
    """A photo whose bytes are safe on the disk: the copy to be attached, and the original."""

    copy: NewFile
    original: str
    original_name: str


class PhotoShelf:
    """The photos in a profile's folder `files`. Slow: not for the window's thread."""

    def __init__(self, folder: Path, scale: Scale, *, at_most: int = attachments.LARGEST) -> None:
        self._folder, self._scale, self._at_most = folder, scale, at_most

    def takes(self, path: Path) -> bool:
        """Whether a file is to be a photo, by its bytes or else its name; KnownError for what is no ordinary file."""
        with chosen_files.opened(path) as source:
            media_type = content_type(source, path.name).media_type
        pretends = suffix_of(path.name) in _SUFFIXES
        return pretends or media_type in PICTURES or media_type in _OF_PHONES

    def keep(self, desk: Desk, visit_id: UUID, photo: Path | PastedPhoto) -> KeptPhoto:
        """Keep a photo and a scaled copy of it, without its position unless the client's policy allows that.

        KnownError for what is no picture that is known here, damaged, too large, or can't be read or kept.
        """
        name, data = self._read(photo)
        try:
            scaled = self._scale(data, _position_allowed(desk, visit_id))
        except KnownError as error:
            raise KnownError(f"{name}: {error.what}", error.meaning, error.remedy) from error
        original = _originals(desk, self._folder).put(
            io.BytesIO(data), meaning="It was not added.", again="add it again"
        )
        shown = " ".join(Path(safe_name(name)).stem.replace("_", " ").split())[:LONGEST_NAME]
        blobs = Blobs(self._folder, desk.store.files_key)
        copy = attachments.keep(blobs, io.BytesIO(scaled), name, MEDIA_TYPE)
        return KeptPhoto(replace(copy, name=shown or name), original.sha256, name)

    def add(self, desk: Desk, visit_id: UUID, kept: KeptPhoto) -> Done:
        """Attach the copy to the report, and note its original; both or neither."""
        if not _originals(desk, self._folder).has(kept.original):
            raise KnownError(
                f"{kept.original_name} was let go while it was added.",
                "It was not added.",
                "Add it once more.",
            )
        with desk.store.together() as store:
            done = attachments.attach_to_visit(replace(desk, store=store), visit_id, kept.copy)
            assert done.created is not None  # noqa: S101 - an attachment has an id
            with store.write() as conn:
                kept_originals.keep(conn, Original(done.created, kept.original, kept.original_name))
        return done

    def lay_out_original(self, desk: Desk, attachment_id: UUID) -> Path:
        """A copy of a photo's original under its own name, to be looked at; KnownError where it is no longer here."""
        with desk.store.read() as conn:
            original = kept_originals.of(conn, attachment_id)
        if original is None:
            raise KnownError(
                "The original of this photo is not on this computer.",
                "Once the hub has the scaled copy, the original is let go.",
                "Look at the copy.",
            )
        try:
            with laid_out.folder_of(self._folder) as folder:
                place = folder / safe_name(original.name)
                with (
                    _originals(desk, self._folder).open(original.sha256) as source,
                    place.open("wb") as target,
                ):
                    shutil.copyfileobj(source, target)
        except OSError as error:
            raise KnownError(
                f"{original.name} could not be laid out to be opened: {error.strerror or error}.",
                "The original is still there.",
                "Free some space for the system's temporary files, then open it again.",
            ) from error
        return place

    def _read(self, photo: Path | PastedPhoto) -> tuple[str, bytes]:
        if isinstance(photo, PastedPhoto):
            name, data = photo.name, photo.data
        else:
            name = photo.name
            with chosen_files.opened(photo) as source:
                data = source.read(self._at_most + 1)
        if len(data) > self._at_most:
            raise TooLarge(
                f"{name} is larger than {self._at_most / (1 << 20):g} MiB.",
                "It was not added.",
                "Add a smaller copy of it.",
            )
        return name, data


def let_go(desk: Desk, folder: Path) -> None:
    """Delete the originals that nobody needs any more; safe to be cut short anywhere, and to be done again.

    The bytes go before their note: cut short between the two, the note says what is to be deleted again.
    """
    with desk.store.read() as conn:
        done_with = kept_originals.done_with(conn, desk.now() - _AFTER_REMOVAL)
        every = kept_originals.all_of(conn)
    if not done_with:
        return
    needed = {each.sha256 for each in every if each not in done_with}
    originals, gone = _originals(desk, folder), []
    for each in done_with:
        # One that somebody has open stays until the next time.
        with suppress(OSError):
            if each.sha256 not in needed:
                originals.remove(each.sha256)
            gone.append(each.attachment_id)
    with desk.store.write() as conn:
        kept_originals.forget(conn, gone)


def _originals(desk: Desk, folder: Path) -> Blobs:
    return Blobs(folder / ORIGINALS, desk.store.files_key)


def _position_allowed(desk: Desk, visit_id: UUID) -> bool:
    """Whether the client's policy lets photos keep where they were taken.

    It is a matter between the house and its client, and not of who holds the camera.
    """
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        client = get_row(conn, ORGANISATION, get_row(conn, VISIT, visit_id)["organisation_id"])
    rules = desk.policies.in_effect(client["policy_code"], desk.now()).visit
    return rules is not None and rules.photo_position
