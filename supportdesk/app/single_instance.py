"""One desk at a time works on a profile: the lock, and the words that other programs say to the open desk.

What the desk shows and does is no matter of this module.
"""

from __future__ import annotations

import getpass
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal

from supportdesk.domain.errors import KnownError

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

    from supportdesk.config.paths import Profile

# Sockets are loaded when they are needed: by the second program at once, by the first when its window is up.
# ruff: noqa: PLC0415

_SHOW, _SHOWN = b"show\n", b"shown\n"
_THERE, _HERE = b"there\n", b"here\n"
_LOOK, _LOOKED = b"look\n", b"looked\n"
_ANSWERS = {_SHOW: _SHOWN, _THERE: _HERE, _LOOK: _LOOKED}
_MOST_BYTES = 4096
_PATIENCE_SECONDS = 10.0
_ONE_TRY_MS = 300
_SETTLED_SECONDS = 2.0


class InUse(KnownError):
    """Another program works on the profile."""


class Lock:
    """A profile's lock, held by at most one program. It frees itself when its holder ends, however that comes."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._file = QLockFile(str(profile.lock))
        # A desk may be open for weeks: only that its holder is gone makes a lock stale, never its age.
        self._file.setStaleLockTime(0)

    def take(self, wait_ms: int = 0) -> bool:
        """Hold the lock, waiting so long for it; False where another program holds it.

        A folder in which none can be made, such as one on a disk that is read only, needs none: whoever then opens
        the desk is told that it can't be written.
        """
        try:
            self._profile.make()
        except OSError:
            return True
        if self._file.tryLock(wait_ms) or self._file.error() != QLockFile.LockError.LockFailedError:
            return True
        return self._is_left_over() and self._file.removeStaleLockFile() and self._file.tryLock(0)

    def _is_left_over(self) -> bool:
        """Whether it may be asked that the system, which knows the truth, takes it away if nobody holds it.

        The number in it may by now be another process's, as in a container that was started again. One just being
        made is let alone: for a moment the system doesn't know it yet.
        """
        try:
            return time.time() - self._profile.lock.stat().st_mtime > _SETTLED_SECONDS
        except OSError:
            return False

    @property
    def is_held(self) -> bool:
        """Whether this program holds it."""
        return self._file.isLocked()

    def give_back(self) -> None:
        """Let the next program have it."""
        self._file.unlock()

    def holder(self) -> str:
        """Who holds it, as far as it says: `process 4711 on helios`."""
        process, host, _program = self._file.getLockInfo()
        if not process:
            return "another program"
        return f"process {process} on {host}" if host else f"process {process}"


def in_use(profile: Profile) -> str:
    """Who works on the profile at this moment, "" for nobody; nothing is left behind."""
    if not profile.lock.is_file():
        return ""
    lock = Lock(profile)
    if not lock.take():
        return lock.holder()
    lock.give_back()
    return ""


@contextmanager
def alone(profile: Profile, *, but: str) -> Iterator[None]:
    """Work on a profile with no desk open on it. InUse otherwise; `but` says what can be done instead."""
    lock = Lock(profile)
    if not profile.root.is_dir():
        yield  # nothing is there yet that anybody could work on
        return
    if not lock.take():
        raise InUse(
            f"The desk in {profile.root} is in use by {lock.holder()}.",
            "Two programs that work on it at once would not see each other's changes. Nothing was changed.",
            f"Close the desk and try again, or {but}.",
        )
    try:
        yield
    finally:
        lock.give_back()


@contextmanager
def alone_or_beside(profile: Profile) -> Iterator[bool]:
    """Act on a profile alone, or beside the desk that is open on it: whether one is.

    Each act is one transaction that reads what it decides by, so two programs never undo each other's; but screens
    look again only when they are told, so whoever acts beside a desk says so by `tell_desk`. InUse where what works on
    the profile can't hear it: an import, or a desk that hangs.
    """
    lock = Lock(profile)
    until = time.monotonic() + _PATIENCE_SECONDS
    # A folder that is not there is not made: there is nothing in it to act on.
    while profile.root.is_dir() and not lock.take(_ONE_TRY_MS):
        if _say(profile, _THERE):
            yield True
            return
        if time.monotonic() > until:
            raise InUse(
                f"The desk in {profile.root} is in use by {lock.holder()}, which does not answer.",
                "It may be an import that runs, or a desk that hangs. Nothing was changed.",
                "Wait for the import, or end that process and try again.",
            )
    try:
        yield False
    finally:
        lock.give_back()


def tell_desk(profile: Profile) -> bool:
    """Tell the open desk that its cases were changed beside it; whether it heard."""
    return _say(profile, _LOOK)


class Door(QObject):
    """Where a second program knocks.

    `knocked` asks the first one to show its window, `told` says that cases were changed beside it.
    """

    knocked = Signal()
    told = Signal()

    def __init__(self, profile: Profile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        from PySide6.QtNetwork import QLocalServer

        self._server: QLocalServer = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        name = door_name(profile)
        if not self._server.listen(name):
            # Whoever asks holds the lock, so what stands there was left by a program that is gone.
            QLocalServer.removeServer(name)
            self._server.listen(name)

    def close(self) -> None:
        """Hear nobody any more."""
        self._server.close()

    def _answer(self) -> None:
        while (visitor := self._server.nextPendingConnection()) is not None:
            visitor.disconnected.connect(visitor.deleteLater)
            visitor.readyRead.connect(self._hear)
            if visitor.bytesAvailable():
                self._heard(visitor)

    def _hear(self) -> None:
        self._heard(self.sender())

    def _heard(self, visitor: QObject | None) -> None:
        from PySide6.QtNetwork import QLocalSocket

        if not isinstance(visitor, QLocalSocket):
            return
        said = bytes(visitor.peek(_MOST_BYTES).data())
        if (answer := _ANSWERS.get(said)) is not None:
            visitor.readAll()
            if said == _SHOW:
                self.knocked.emit()
            elif said == _LOOK:
                self.told.emit()
            visitor.write(answer)
            visitor.flush()
        elif not any(word.startswith(said) for word in _ANSWERS):
            visitor.abort()


def door_name(profile: Profile) -> str:
    """The name under which the desk of a profile is found: one for each person and folder."""
    whole = f"{_person()}\n{profile.root.resolve()}"
    mark = QCryptographicHash.hash(
        whole.encode("utf-8", "surrogateescape"), QCryptographicHash.Algorithm.Sha256
    ).toHex()
    return f"supportdesk-{mark.toStdString()[:24]}"


def settle(profile: Profile, lock: Lock) -> bool:
    """Hold the lock (True), or bring the window of the desk that holds it forward (False).

    Of two that start at once one gets the lock, and the other waits until its door is there. InUse where what holds
    the lock does not answer: an import, or a desk that hangs.
    """
    until = time.monotonic() + _PATIENCE_SECONDS
    while not lock.take():
        if knock(profile):
            return False
        if time.monotonic() > until:
            raise InUse(
                f"The desk in {profile.root} is in use by {lock.holder()}, which does not answer.",
                "It may be an import that runs, or a desk that hangs. Nothing was changed.",
                "Wait for the import, or end that process and start again.",
            )
    # Where no lock can be made, the door alone tells whether somebody is in.
    return lock.is_held or not knock(profile)


def knock(profile: Profile) -> bool:
    """Ask the desk that is open on the profile to show its window; whether it said that it does."""
    return _say(profile, _SHOW)


def _say(profile: Profile, word: bytes) -> bool:
    """Say a word to the desk that is open on the profile; whether it answered as it should."""
    from PySide6.QtNetwork import QLocalSocket

    socket = QLocalSocket()
    socket.connectToServer(door_name(profile))
    if not socket.waitForConnected(_ONE_TRY_MS):
        time.sleep(_ONE_TRY_MS / 1000 / 3)
        return False
    if word == _SHOW:
        _let_it_come_forward()
    socket.write(word)
    # A desk that is at work for a moment answers when it is done.
    socket.waitForReadyRead(10 * _ONE_TRY_MS)
    answered = bytes(socket.readAll().data()) == _ANSWERS[word]
    socket.abort()
    return answered


def _let_it_come_forward() -> None:
    # Windows lets only the program that a person has just used, which is this one, hand on the foreground.
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)


def _person() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # an account without a name
        return ""
