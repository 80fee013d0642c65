"""One desk's attachments on its disk: keeps a file that a person chose, and lays one out to be opened."""

from __future__ import annotations

import mimetypes
import shutil
import tempfile
from pathlib import Path
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import attachments
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.operations.desk import Desk
from supportdesk.store.blobs import Blobs


class FileShelf:
    """The bytes in a profile's folder `files`, by content. Slow for large files: not for the window's thread."""

    def __init__(self, folder: Path) -> None:
        self._blobs = Blobs(folder)

    def keep(self, _desk: Desk, path: Path) -> NewFile:
        """Keep a copy of a file; KnownError if it can't be read or kept."""
        media_type = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        try:
            with path.open("rb") as source:
                return attachments.keep(self._blobs, source, path.name, media_type)
        except OSError as error:
            raise KnownError(
                f"{path.name} could not be read: {error.strerror or error}.",
                "Nothing was attached.",
                "Check that the file is still there and may be read, then attach it again.",
            ) from error

    def lay_out(self, desk: Desk, attachment_id: UUID, name: str) -> Path:
        """A copy of an attachment under its own name, for the program that opens it; KnownError if it isn't here.

        What is done to the copy changes nothing of what was attached.
        """
        # A name from outside must not lead out of the folder.
        own_name = Path(name.replace("\\", "/")).name or "file"
        try:
            place = Path(tempfile.mkdtemp(prefix="attachment-")) / own_name
            with attachments.read_file(desk, self._blobs, attachment_id) as source, place.open("wb") as copy:
                shutil.copyfileobj(source, copy)
        except OSError as error:
            raise KnownError(
                f"{own_name} could not be laid out to be opened: {error.strerror or error}.",
                "What is attached to the case is still there.",
                "Free some space for the system's temporary files, then open it again.",
            ) from error
        return place
