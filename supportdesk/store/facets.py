"""Words of the search index that stand for what a case is; nobody can type them, so no text is taken for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportdesk.store.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

# Signs for private use: the index takes them for letters, and folding takes them out of every text.
_MARK = "\ue000"
_JOINT = "\ue001"

ANY = _MARK + "any"
MERGED = _MARK + "merged"
OPEN = _MARK + "open"
CLOSED = _MARK + "closed"
NEEDS_ANSWER = _MARK + "inbox"
ATTACHMENT = _MARK + "file"
VISIT = _MARK + "visit"
REMOTE = _MARK + "remote"
UNASSIGNED = _MARK + "unowned"
NOTHING = _MARK + "nothing"  # in no document


def of_value(kind: str, value: str) -> str:
    """The word that stands for a value of some kind, such as a stage or a severity; alike for `S1` and `s1`."""
    return f"{_MARK}{kind}{_JOINT}" + "".join(sign if sign.isalnum() else _JOINT for sign in fold(value))


def of_id(kind: str, identity: UUID | bytes) -> str:
    """The word that stands for a row of another table."""
    digits = identity.hex() if isinstance(identity, bytes) else identity.hex
    return f"{_MARK}{kind}{_JOINT}{digits}"


def quoted(text: str) -> str:
    """A text as the index's query language takes it: the words in it as they are, one after the other."""
    return '"' + text.replace('"', '""') + '"'


def any_of(words: Iterable[str]) -> str:
    """A query for documents with at least one of the words; none at all finds nothing."""
    return "(" + (" OR ".join(quoted(word) for word in words) or quoted(NOTHING)) + ")"


def all_beginnings(text: str) -> str:
    """A query for documents with words that begin like each word of a folded text; empty if it has none."""
    words = (word for word in text.split() if any(sign.isalnum() for sign in word))
    return " AND ".join(f"{quoted(word)} *" for word in words)
