"""Files that a person chose or dropped, opened with care: what is no ordinary file with bytes in it stays outside."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from supportdesk.domain.errors import KnownError

_NOTHING = "Nothing was attached."
# A pipe would be waited for, a link read whatever it points to. Where a system has neither, it has no such flags.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_CLOEXEC", 0)
)


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The bytes of a file.

    KnownError for a folder, a link, a pipe or device, for an empty file, and for one that is gone or can't be read, now
    or while it is being read.
    """
    if path.is_symlink():
        raise KnownError(
            f"{path.name} only points to another file.",
            f"{_NOTHING} Where a link leads may change, and its name says nothing of it.",
            "Attach the file that it points to.",
        )
    try:
        with os.fdopen(os.open(path, _FLAGS), "rb") as source:
            _refuse_strange(os.fstat(source.fileno()), path)
            yield source
    except OSError as error:
        if path.is_dir():
            raise _folder(path) from error
        raise KnownError(
            f"{path.name} could not be read: {error.strerror or error}.",
            _NOTHING,
            "Check that the file is still there and may be read, then attach it again.",
        ) from error


def _refuse_strange(status: os.stat_result, path: Path) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise _folder(path)
    if not stat.S_ISREG(status.st_mode):
        raise KnownError(
            f"{path.name} is no file with bytes of its own.",
            f"{_NOTHING} Reading a pipe or a device may never end.",
            "Save what it gives in a file and attach that.",
        )
    if status.st_size == 0:
        raise KnownError(
            f"{path.name} is empty.",
            f"{_NOTHING} It may not have been copied to its end.",
            "Look at the file where it came from, then attach it again.",
        )


def _folder(path: Path) -> KnownError:
    return KnownError(
        f"{path.name} is a folder.",
        _NOTHING,
        "Open it and attach the files that matter, or pack it into one file.",
    )
