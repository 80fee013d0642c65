"""Plain copies of kept files, for the programs that open them: each in a folder that nobody else can look into.

Beside a sealed file its copy is all that lies open, so it goes again when the desk is next opened or closed. One that a
program holds on to stays until the time after. What is written into it would go as well, so it can only be read: a
program that changes it asks where to save.
"""

from __future__ import annotations

import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path


@contextmanager
def folder_of(files: Path) -> Iterator[Path]:
    """A folder for one copy of something kept in `files`, a profile's folder; it goes where the copying breaks off.

    OSError where there is no room for it.
    """
    # Under a name that another account could foresee, it could wait there with a folder of its own.
    folder = Path(tempfile.mkdtemp(prefix=_prefix(files)))
    try:
        yield folder
        for copy in folder.iterdir():
            copy.chmod(stat.S_IRUSR)
    except BaseException:
        take_away([folder])
        raise


def all_of(files: Path) -> list[Path]:
    """The folders that were made for what is kept in `files`."""
    try:
        return sorted(Path(tempfile.gettempdir()).glob(f"{_prefix(files)}*"))
    except OSError:
        return []


def take_away(folders: list[Path]) -> None:
    """Delete these folders with their copies, as far as no program holds on to them."""
    for folder in folders:
        with suppress(OSError):
            for copy in folder.iterdir():
                # Windows deletes nothing that can only be read.
                copy.chmod(stat.S_IRUSR | stat.S_IWUSR)
        shutil.rmtree(folder, ignore_errors=True)


def _prefix(files: Path) -> str:
    """Of one profile's folders: a desk takes away nothing of what another laid out."""
    return f"supportdesk-{sha256(str(files.resolve()).encode()).hexdigest()[:12]}-"
