"""Words of the search index that stand for what a case is; nobody can type them, so no text is taken for one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from supportdesk.store.folding import fold

if TYPE_CHECKING:
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


def of_value(kind: str, value: str) -> str:
    """The word that stands for a value of some kind, such as a stage or a severity; alike for `S1` and `s1`."""
    return f"{_MARK}{kind}{_JOINT}" + "".join(sign if sign.isalnum() else _JOINT for sign in fold(value))


def of_id(kind: str, identity: UUID | bytes) -> str:
    """The word that stands for a row of another table."""
    digits = identity.hex() if isinstance(identity, bytes) else identity.hex
    return f"{_MARK}{kind}{_JOINT}{digits}"
