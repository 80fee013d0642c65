"""What a database reports, told as something a person can act on; no connections are opened here."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, ProgrammingError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as NoConnectionLeft

from supportdesk.domain.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_RESULT_CODE = 0xFF  # an extended code carries its plain result code in the low byte
_BUSY, _LOCKED = 5, 6
_READONLY, _IO, _CORRUPT, _FULL, _CANNOT_OPEN, _NOT_A_DATABASE = 8, 10, 11, 13, 14, 26

# PostgreSQL's states of a lost or refused connection, and of a server that starts, stops or has too many clients.
_OUT_OF_REACH = ("08", "57P01", "57P02", "57P03", "53300")

# Other constraints; data that are none of the column's kind, or too large for it or its index.
_NO_SUCH_VALUE = ("22", "23", "54", "42804", "SQLITE_CONSTRAINT", "SQLITE_TOOBIG", "SQLITE_MISMATCH")
_NOT_UNIQUE = frozenset({"SQLITE_CONSTRAINT_UNIQUE", "SQLITE_CONSTRAINT_PRIMARYKEY"})

Refused = Literal["duplicate", "not_there", "malformed"]

_PLAIN_HEADER = b"SQLite format 3\x00"
_SMALLEST_FILE = 512
_LEAST_ROOM = 256 * 1024


class Unavailable(KnownError):
    """The database can't be used for now; the same again may well succeed later."""


def is_unreachable(error: SQLAlchemyError) -> bool:
    """Whether a server could not be reached, or not in time, which is no bug of ours."""
    if isinstance(error, NoConnectionLeft):
        return True
    if not isinstance(error, OperationalError):
        return False
    state: str | None = getattr(error.orig, "sqlstate", None)
    return error.connection_invalidated or state is None or state.startswith(_OUT_OF_REACH)


def unreachable() -> KnownError:
    """The server can't be reached; where it is stays unsaid, as the place may hold a password."""
    return Unavailable(
        "The database server can't be reached.",
        "Nothing was changed.",
        "Try again in a moment; if it stays so, look after the server and the network to it.",
    )


def refused_content(error: DBAPIError) -> Refused | None:
    """Why the database does not take what was to be written; None where that was not the reason.

    There is one already that must be the only one, something that it points to is not there, or no column holds it.
    """
    state: str | None = getattr(error.orig, "sqlstate", None)
    name: str | None = getattr(error.orig, "sqlite_errorname", None)
    if name is not None or state is not None:
        if state == "23505" or name in _NOT_UNIQUE:
            return "duplicate"
        if state == "23503" or name == "SQLITE_CONSTRAINT_FOREIGNKEY":
            return "not_there"
        of_content = (state or "").startswith(_NO_SUCH_VALUE) or (name or "").startswith(_NO_SUCH_VALUE)
        return "malformed" if of_content else None
    # Nothing was sent: the driver has no form for a value.
    return "malformed" if isinstance(error, (InterfaceError, ProgrammingError)) else None


@contextmanager
def reaching_server() -> Iterator[None]:
    """Tell a server that can't be reached from a bug of ours; raises Unavailable for it."""
    try:
        yield
    except SQLAlchemyError as error:
        if is_unreachable(error):
            raise unreachable() from error
        raise


def result_code(error: BaseException) -> int | None:
    """SQLite's plain result code behind an error of the driver or of SQLAlchemy; None if it has none."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(cause, "sqlite_errorcode", None)
    return None if code is None else int(code) & _RESULT_CODE


def known(error: BaseException, path: Path) -> KnownError | None:
    """The error a person can act on, or None when it is a bug of ours."""
    code = result_code(error)
    if code in {_BUSY, _LOCKED}:
        return Unavailable(
            f"Another program is writing to {path.name}.",
            "Nothing was changed here.",
            "Wait for the other program to finish or close it, then try again.",
        )
    # A full disk also shows as a fault: where the database can't make room for the index of its log.
    if code == _FULL or (code == _IO and _is_full(path)):
        return Unavailable(
            "The disk is full.",
            "The change was not saved; everything saved before is still there.",
            f"Free some space on the disk that holds {path.parent}, then try again.",
        )
    if code in {_READONLY, _CANNOT_OPEN}:
        return unwritable(path)
    if code in {_CORRUPT, _NOT_A_DATABASE}:
        return damaged(path)
    if code == _IO:
        return KnownError(
            f"The disk reported a fault while reading or writing {path.name}.",
            "The last change may not have been saved.",
            "Check the disk and its connection, then start the desk again.",
        )
    return None


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _LEAST_ROOM
    except OSError:
        return False


def is_refused(error: BaseException) -> bool:
    """Whether SQLite could make no sense of the file's first page: wrong key, or no database at all."""
    return result_code(error) == _NOT_A_DATABASE


def is_readonly(error: BaseException) -> bool:
    """Whether something was to be written where nothing may be."""
    return result_code(error) == _READONLY


def unwritable(path: Path) -> KnownError:
    """The folder or the file is closed to this account."""
    return KnownError(
        f"The desk may not write to {path.parent}.",
        "It needs to create and change files there.",
        "Give this account the right to write to the folder, or choose another profile folder.",
    )


def damaged(path: Path, finding: str = "") -> KnownError:
    """The file's content does not hold together; `finding` is the database's own first remark."""
    remark = f" The first finding: {finding}." if finding else ""
    return KnownError(
        f"The file {path.name} is damaged.{remark}",
        "Some of what it holds may be unreadable.",
        "Keep a copy of the file, then restore the last backup.",
    )


def missing(path: Path) -> KnownError:
    """There is no file where the desk's data should be."""
    return KnownError(
        f"There is no desk at {path}.",
        "The file may have been moved, renamed or deleted.",
        "Put the file back, or start with a new profile.",
    )


def refused_key(path: Path, *, encrypted: bool) -> KnownError:
    """The file does not open with what was given; `encrypted` says whether a key was given."""
    with path.open("rb") as file:
        head = file.read(len(_PLAIN_HEADER))
    if encrypted and head == _PLAIN_HEADER:
        return KnownError(
            f"The file {path.name} is not encrypted, but this profile expects an encrypted one.",
            "It may belong to another profile.",
            "Open the profile with encryption turned off, or put the encrypted file back.",
        )
    if encrypted and path.stat().st_size >= _SMALLEST_FILE:
        return KnownError(
            f"The key does not open {path.name}.",
            "The file was encrypted with another key, or it is not a desk's file.",
            "Restore the key in the system's keyring, or restore the file that belongs to this key.",
        )
    return KnownError(
        f"The file {path.name} is not a desk's file"
        + ("." if encrypted else ", or it is encrypted and no key was given."),
        "Nothing in it was changed.",
        "Choose another file, or open the profile with its key.",
    )
