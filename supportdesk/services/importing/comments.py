"""Reads the comments that an export brings in a cell or a list; each product has its own form of them."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Comment:
    """One message. `author` is "" when the export names nobody by name."""

    at: datetime
    author: str
    body: str
    public: bool
    from_client: bool


_Instant = Callable[[str], datetime | None]


def read_comments(
    values: Sequence[Any], *, requester: str, instant: _Instant
) -> tuple[tuple[Comment, ...], tuple[str, ...]]:
    """The comments of a case in the order given, and the texts of those that can't be read as one.

    `values` are Jira cells `date;author;body` or lists of objects (Zendesk comments, Freshdesk notes).
    """
    comments: list[Comment] = []
    unread: list[str] = []
    for value in values:
        for each in value if isinstance(value, list) else [value]:
            read = _cell if isinstance(each, str) else _object
            comment = read(each, requester, instant)
            if comment is not None:
                comments.append(comment)
            else:
                unread.append(each if isinstance(each, str) else json.dumps(each, ensure_ascii=False))
    return tuple(comments), tuple(unread)


def _cell(text: str, requester: str, instant: _Instant) -> Comment | None:
    when, _, rest = text.partition(";")
    author, _, body = rest.partition(";")
    at = instant(when)
    if at is None or not body:
        return None
    return Comment(at, author.strip(), body.strip(), public=True, from_client=is_same(author, requester))


def is_same(login: str, person: str) -> bool:
    """Whether a log-in name is this person's: the whole name or its first or last word."""
    name = login.strip().casefold()
    words = person.casefold().split()
    return bool(words) and name in {person.casefold(), words[0], words[-1], ".".join(words)}


def _object(value: object, requester: str, instant: _Instant) -> Comment | None:
    if not isinstance(value, dict):
        return None
    body = value.get("body") or value.get("plain_body") or value.get("body_text") or ""
    at = instant(str(value.get("created_at") or ""))
    if at is None or not str(body).strip():
        return None
    author_id = str(value.get("author_id") or value.get("user_id") or "")
    public = value["public"] is True if "public" in value else not value.get("private", False)
    from_client = bool(value.get("incoming")) or (author_id != "" and author_id == requester)
    name = value.get("author_name") or (f"Agent {author_id}" if author_id else "")
    return Comment(at, str(name), str(body).strip(), public=public or from_client, from_client=from_client)
