"""The support policies that this desk knows, by code and version, and which one was in effect when."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from threading import Lock

from sqlalchemy import Connection

from supportdesk.config.paths import resources
from supportdesk.domain.errors import KnownError
from supportdesk.rules.policies.file import PolicyRefused, check_policy, load_policy
from supportdesk.rules.policies.language import led_by
from supportdesk.rules.policies.policy import Policy
from supportdesk.store import policy_rows

_LOG = logging.getLogger(__name__)
_Versions = dict[str, dict[int, Policy]]


def built_in_policies(folder: Path | None = None) -> tuple[Policy, ...]:
    """The policies that come with the program, one file each; PolicyRefused names the first that is broken."""
    place = folder or resources() / "policies"
    return tuple(load_policy(file.read_bytes(), file.name) for file in sorted(place.glob("*.toml")))


def sound_policies(folder: Path | None = None) -> tuple[Policy, ...]:
    """The policies that come with the program and can be used; a broken file keeps no other from being chosen."""
    place = folder or resources() / "policies"
    checked = (check_policy(file.read_bytes(), file.name) for file in sorted(place.glob("*.toml")))
    return tuple(check.policy for check in checked if check.policy is not None)


def built_in_book(folder: Path | None = None) -> PolicyBook:
    """A book of the policies that come with the program; a file is named by its policy's code."""
    place = folder or resources() / "policies"
    return PolicyBook(files={file.stem: file for file in sorted(place.glob("*.toml"))})


class PolicyBook:
    """Every version of every policy: those built in and those installed; safe among threads.

    A version never changes once it is known, so a clock can always be explained by the version that judged it.
    """

    def __init__(
        self,
        policies: Iterable[Policy] = (),
        files: Mapping[str, Path] | None = None,
        texts: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """`files` are policy files and `texts` the texts of a policy's versions, by the code of their policy.

        Each is read when it is first asked for: reading all of them would take longer than opening the window.
        """
        self._built_in = tuple(policies)
        self._files = dict(files or {})
        self._texts = dict(texts or {})
        self._lock = Lock()
        self._parsed: dict[str, Policy | None] = {}
        self._installed: tuple[str, ...] = ()
        self._versions = _by_version(self._built_in)
        self._read_in: dict[str, PolicyBook] = {}

    def read_in(self, language: str) -> PolicyBook:
        """The same book with every policy's texts led by this language, as refusals and choices name things by them."""
        book = self._read_in.get(language)
        if book is None:
            book = self._read_in[language] = _ReadBook(self, language)
        return book

    def refresh(self, conn: Connection) -> None:
        """Bring the book to what is installed as this connection sees it; cheap when nothing is new."""
        installed = policy_rows.installed(conn)
        if installed == self._installed:
            return
        with self._lock:
            for sha256 in installed:
                if sha256 not in self._parsed:
                    self._parsed[sha256] = _loaded(policy_rows.text_of(conn, sha256))
            self._installed = installed
            self._sort()

    def codes(self) -> tuple[str, ...]:
        """The codes of all policies, in order."""
        return tuple(sorted(self._versions.keys() | self._files.keys() | self._texts.keys()))

    def versions(self, code: str) -> tuple[Policy, ...]:
        """All versions of a policy, oldest first; KnownError if there is no such policy."""
        return tuple(policy for _, policy in sorted(self._known(code).items()))

    def version(self, code: str, version: int) -> Policy:
        """This version of this policy; KnownError if the desk does not have it."""
        policy = self._known(code).get(version)
        if policy is None:
            raise KnownError(
                f"Version {version} of the policy “{code}” is not on this desk.",
                "Cases that it governs can be read, but nothing can be decided on them.",
                "Install that version of the policy.",
            )
        return policy

    def in_effect(self, code: str, at: datetime) -> Policy:
        """The version in effect at an instant; before the first one, the first.

        A version takes effect as its day begins in the zone of its own calendar.
        """
        known = self.versions(code)
        begun = [policy for policy in known if policy.effective_from <= policy.calendar.local(at).date()]
        return max(begun or known[:1], key=lambda policy: (policy.effective_from, policy.version))

    def _known(self, code: str) -> dict[int, Policy]:
        if code in self._files or code in self._texts:
            self._read(code)
        versions = self._versions.get(code)
        if versions is None:
            raise KnownError(
                f"There is no policy “{code}” on this desk.",
                "Nothing can be decided by it.",
                f"The policies here are: {', '.join(self.codes()) or 'none'}.",
            )
        return versions

    def _read(self, code: str) -> None:
        with self._lock:
            *older, newest = self._texts.get(code, ()) or ("",)
            read = [each for each in map(_loaded, older) if each is not None]
            if newest:
                read.append(load_policy(newest, f"{code}, as kept"))
            if (file := self._files.get(code)) is not None:
                read.append(load_policy(file.read_bytes(), file.name))
            self._built_in = (*self._built_in, *read)
            self._sort()
            # Only now: whoever asks meanwhile must find either the unread text or what was read.
            self._texts.pop(code, None)
            self._files.pop(code, None)

    def _sort(self) -> None:
        installed = (self._parsed[sha256] for sha256 in self._installed)
        # A version that is built in stands as it is: what judged a clock does not change under it.
        self._versions = _by_version([*(each for each in installed if each is not None), *self._built_in])


def _loaded(text: str) -> Policy | None:
    """An installed version; None where this program can't read what another one installed."""
    try:
        return load_policy(text, "as installed")
    except PolicyRefused as refused:
        # The cases of every other policy go on; what needs this one says that it isn't here.
        _LOG.error("an installed policy can't be read: %s", refused)
        return None


class _ReadBook(PolicyBook):
    """A book as a reader of one language has it; what it holds is what the book behind it holds."""

    def __init__(self, book: PolicyBook, language: str) -> None:
        super().__init__()
        self._book, self._language = book, language
        self._led: dict[int, tuple[Policy, Policy]] = {}

    def read_in(self, language: str) -> PolicyBook:
        return self._book.read_in(language)

    def refresh(self, conn: Connection) -> None:
        self._book.refresh(conn)

    def codes(self) -> tuple[str, ...]:
        return self._book.codes()

    def versions(self, code: str) -> tuple[Policy, ...]:
        return tuple(map(self._read_policy, self._book.versions(code)))

    def version(self, code: str, version: int) -> Policy:
        return self._read_policy(self._book.version(code, version))

    def in_effect(self, code: str, at: datetime) -> Policy:
        return self._read_policy(self._book.in_effect(code, at))

    def _read_policy(self, policy: Policy) -> Policy:
        # The policy is kept with what was made of it, so that its identity stays its own.
        held = self._led.get(id(policy))
        if held is None:
            held = self._led[id(policy)] = (policy, led_by(policy, self._language))
        return held[1]


def _by_version(policies: Iterable[Policy]) -> _Versions:
    versions: _Versions = {}
    for policy in policies:
        versions.setdefault(policy.code, {})[policy.version] = policy
    return versions
