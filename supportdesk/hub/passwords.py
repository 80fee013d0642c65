"""Passwords and logins: how they are written, hashed and checked, a few at a time; accounts are kept elsewhere."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError, VerifyMismatchError

from supportdesk.config.hub_settings import HubSettings
from supportdesk.domain.errors import KnownError
from supportdesk.hub.problems import Refusal

_LONGEST = 256
_LONGEST_LOGIN = 320
_LANES = 1
_WAITING_AT_MOST = 8
_SECONDS_TO_WAIT = 10.0


def login_of(text: str) -> str:
    """A login as it is kept: however it is typed, one person has one. KnownError if nothing is left of it."""
    login = unicodedata.normalize("NFKC", text).strip().casefold()
    if not 0 < len(login) <= _LONGEST_LOGIN or not login.isprintable():
        raise KnownError(
            "The login is empty, too long or holds a character that can't be shown.",
            "Nothing was saved.",
            "Use an e-mail address or a name.",
        )
    return login


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a password was right; `rehashed` is its hash by today's parameters, where these have changed."""

    right: bool
    rehashed: str | None = None


class Passwords:
    """Hashes and checks passwords with argon2id; a few at once, as each takes much memory and time."""

    def __init__(self, settings: HubSettings) -> None:
        self._least = settings.password_length
        self._hasher = PasswordHasher(
            time_cost=settings.argon2_passes, memory_cost=settings.argon2_memory_kib, parallelism=_LANES
        )
        self._gate = _Gate(settings.password_checks)
        # What an unknown login is checked against, so that the time taken does not tell it from a known one.
        self._nobodys = self._hasher.hash("nobody's password")

    def hash(self, password: str, login: str) -> str:
        """Hash a new password; KnownError for one that is too short, too long or the login itself."""
        text = unicodedata.normalize("NFKC", password)
        if not self._least <= len(text) <= _LONGEST:
            raise _unfit(f"has {len(text)} characters; it takes {self._least} to {_LONGEST}")
        if login_of(text) == login or len(set(text)) == 1:
            raise _unfit("is too easily guessed")
        with self._gate.passed():
            return self._hasher.hash(text)

    def check(self, password_hash: str | None, password: str) -> Verdict:
        """Check a password; with None for somebody unknown it takes as long and is never right.

        Refusal (503) when too many wait for theirs already.
        """
        text = unicodedata.normalize("NFKC", password)
        with self._gate.passed():
            right = self._verified(password_hash or self._nobodys, text) and password_hash is not None
            if not right or password_hash is None or not self._hasher.check_needs_rehash(password_hash):
                return Verdict(right)
            return Verdict(right, self._hasher.hash(text))

    def _verified(self, password_hash: str, text: str) -> bool:
        try:
            return self._hasher.verify(password_hash, text)
        except (VerifyMismatchError, VerificationError, InvalidHashError):
            return False


@dataclass(slots=True)
class _Gate:
    """Lets a few through at once and some wait; who comes then is sent away, so that other requests are answered."""

    at_once: int
    _inside: threading.BoundedSemaphore = field(init=False)
    _all: threading.BoundedSemaphore = field(init=False)

    def __post_init__(self) -> None:
        self._inside = threading.BoundedSemaphore(self.at_once)
        self._all = threading.BoundedSemaphore(self.at_once + _WAITING_AT_MOST)

    @contextmanager
    def passed(self) -> Iterator[None]:
        if not self._all.acquire(blocking=False):
            raise _busy()
        try:
            if not self._inside.acquire(timeout=_SECONDS_TO_WAIT):
                raise _busy()
            try:
                yield
            finally:
                self._inside.release()
        finally:
            self._all.release()


def _busy() -> Refusal:
    return Refusal(
        503,
        "busy",
        "Too many people are signing in just now.",
        remedy="Try again in a few seconds.",
        headers={"Retry-After": "3"},
    )


def _unfit(what: str) -> KnownError:
    return KnownError(f"The password {what}.", "Nothing was saved.", "Choose another one.")
