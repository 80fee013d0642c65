"""Drafts: what was typed and not sent survives everything; they are no operations and touch no case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from supportdesk.services.operations.desk import Desk
from supportdesk.services.operations.plain import plain_mapping
from supportdesk.services.views import DraftView
from supportdesk.store import draft_rows


def save(desk: Desk, key: str, content: Mapping[str, Any]) -> DraftView:
    """Keep what a form holds under `key` ("case:<id>:reply", "new_case"); its last ten versions stay."""
    kept = plain_mapping(content)
    at = desk.now()
    with desk.store.write() as conn:
        draft_rows.save(conn, key, kept, at)
    return DraftView(key, kept, at)


def add(desk: Desk, key: str, content: Mapping[str, Any]) -> DraftView:
    """Keep what was written, or given, without what the draft held in view: after that, and not in its place."""
    at, more = desk.now(), plain_mapping(content)
    with desk.store.write() as conn:
        found = draft_rows.load(conn, key)
        kept = joined(found.content, more) if found is not None else more
        draft_rows.save(conn, key, kept, at)
    return DraftView(key, kept, at)


def joined(first: Mapping[str, Any], then: Mapping[str, Any]) -> dict[str, Any]:
    """Two drafts of one text as one: words in this order, each file once, all else as in the first that has it."""
    both = {**then, **first}
    words = [text for text in (first.get("text"), then.get("text")) if text and text.strip()]
    if words:
        both["text"] = "\n\n".join(words)
    files = list(first.get("files", ()))
    files += [file for file in then.get("files", ()) if file not in files]
    if files:
        both["files"] = files
    return both


def load(desk: Desk, key: str) -> DraftView | None:
    """The newest version of a draft."""
    with desk.store.read() as conn:
        found = draft_rows.load(conn, key)
    return None if found is None else DraftView(found.key, found.content, found.saved_at)


def versions(desk: Desk, key: str) -> tuple[DraftView, ...]:
    """The kept versions of a draft, newest first."""
    with desk.store.read() as conn:
        found = draft_rows.versions(conn, key)
    return tuple(DraftView(draft.key, draft.content, draft.saved_at) for draft in found)


def all_drafts(desk: Desk) -> tuple[DraftView, ...]:
    """The newest version of every draft, latest first."""
    with desk.store.read() as conn:
        found = draft_rows.newest_of_each(conn)
    return tuple(DraftView(draft.key, draft.content, draft.saved_at) for draft in found)


def discard(desk: Desk, key: str) -> None:
    """Forget a draft with all its versions."""
    with desk.store.write() as conn:
        draft_rows.discard(conn, key)
