"""The policy files of the program as a desk has come to know them: kept in its database, told when a file differs.

A version never changes once cases stand under it. A file that was damaged, altered without a new version or taken away
changes nothing for them: the text that was kept counts.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from supportdesk.config.paths import resources
from supportdesk.domain.errors import KnownError
from supportdesk.rules.policies.file import PolicyRefused, load_policy
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.store import desk_settings
from supportdesk.store.store import Store

_KEY = "policy files"
_STAYS = "Cases under it go on by version {version} as this desk has kept it."


@dataclass(frozen=True, slots=True)
class _Kept:
    """The file's text as last seen, and every version's text that counts, oldest first."""

    seen: str
    versions: tuple[tuple[int, str], ...]


def book_of(store: Store, folder: Path | None = None) -> tuple[PolicyBook, tuple[KnownError, ...]]:
    """The book of the program's policies as this desk counts them, and what is wrong with the files."""
    place = folder or resources() / "policies"
    with store.read() as conn:
        before = _read(desk_settings.get(conn, _KEY))
    after, broken = dict(before), {}
    problems: list[KnownError] = []
    for file in sorted(place.glob("*.toml")):
        kept, problem = _compare(file, before.get(file.stem))
        if kept is not None:
            after[file.stem] = kept
        else:
            broken[file.stem] = file
        problems.extend([problem] if problem is not None else [])
    if after != before:
        with store.write() as conn:
            desk_settings.put(conn, _KEY, _plain(after))
    texts = {code: tuple(text for _, text in kept.versions) for code, kept in after.items()}
    return PolicyBook(files=broken, texts=texts), tuple(problems)


def _compare(file: Path, kept: _Kept | None) -> tuple[_Kept | None, KnownError | None]:
    """What is to be kept of a file, and what is wrong with it."""
    try:
        content = file.read_bytes()
        seen = hashlib.sha256(content).hexdigest()
        if kept is not None and kept.seen == seen:
            return kept, None
        policy = load_policy(content, file.name)
    except OSError as error:
        return kept, _trouble(file, f"can't be read: {error.strerror or error}", kept)
    except PolicyRefused as refused:
        first = str(refused.problems[0]) if refused.problems else refused.what
        return kept, _trouble(file, f"can't be used, {first.rstrip('.')}", kept)
    if policy.code != file.stem:
        return kept, _trouble(file, f"names itself “{policy.code}”", kept)
    if kept is None:
        return _Kept(seen, ((policy.version, policy.text),)), None
    return _follow(file, seen, policy, kept)


def _follow(file: Path, seen: str, policy: Policy, kept: _Kept) -> tuple[_Kept, KnownError | None]:
    """A sound file that is not the one seen before."""
    newest, text = kept.versions[-1]
    if policy.version > newest:
        return _Kept(seen, (*kept.versions, (policy.version, policy.text))), None
    if policy.version == newest:
        try:
            same = replace(load_policy(text, file.name), text="") == replace(policy, text="")
        except PolicyRefused:
            same = True  # a newer program reads only the newer text of it
        if same:
            return _Kept(seen, (*kept.versions[:-1], (newest, policy.text))), None
    return kept, _trouble(file, f"was changed and still says version {policy.version}", kept, newest + 1)


def _trouble(file: Path, what: str, kept: _Kept | None, next_version: int | None = None) -> KnownError:
    meaning = "No version of it is known here, so that nothing can be decided by it."
    if kept is not None:
        meaning = _STAYS.format(version=kept.versions[-1][0])
    remedy = f"Run `supportdesk policy check {file}`, correct the file and start the desk again."
    if next_version is not None:
        remedy = (
            f"Give the file version {next_version}, or put the file back as it was, and start the desk again."
        )
    return KnownError(f"The policy file {file.name} {what}.", meaning, remedy)


def _read(plain: object) -> dict[str, _Kept]:
    if not isinstance(plain, dict):
        return {}
    return {
        code: _Kept(each["seen"], tuple((int(version), text) for version, text in each["versions"]))
        for code, each in plain.items()
    }


def _plain(kept: dict[str, _Kept]) -> dict[str, object]:
    return {
        code: {"seen": each.seen, "versions": [list(version) for version in each.versions]}
        for code, each in kept.items()
    }


def in_one(problems: Sequence[KnownError]) -> KnownError | None:
    """Several things wrong as one thing to tell; None for none."""
    if len(problems) <= 1:
        return problems[0] if problems else None
    return KnownError(
        problems[0].what,
        problems[0].meaning,
        " ".join([problems[0].remedy, *(f"{each.what} {each.meaning}" for each in problems[1:])]),
    )
