"""Where photos and files of visits lie in a profile, and what makes photos smaller."""

from __future__ import annotations

from pathlib import Path

from supportdesk.documents import pictures
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.cases.photo_shelf import PhotoShelf
from supportdesk.ui.visits.photo_desk import Shelves


def shelves_of(folder: Path) -> Shelves:
    """The shelves over a profile's folder of files."""
    return Shelves(FileShelf(folder), PhotoShelf(folder, pictures.photo))
