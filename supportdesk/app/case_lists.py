"""The lists of the desk as the `case` command shows them: a place of the sidebar, a search, one page of it."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from supportdesk.app.case_json import as_plain
from supportdesk.domain.errors import KnownError
from supportdesk.rules.calendars.zone import load_zone
from supportdesk.services.operations.desk import Desk
from supportdesk.services.person import place
from supportdesk.services.queries import lists, sidebar
from supportdesk.services.queries.called import Named, case_called, thing_called
from supportdesk.services.registers import saved_views
from supportdesk.services.views import CaseQuery, CaseRow, GroupKey, ListShape, Sort, ViewKind
from supportdesk.store.folding import fold
from supportdesk.ui import labels

# These need more than their name, and are asked for in another way.
_NOT_BY_NAME = frozenset({ViewKind.SEARCH, ViewKind.BRANCH})


def listed(desk: Desk, options: argparse.Namespace) -> dict[str, Any]:
    """A page of the list that `options.view` names. KnownError for a name that is none."""
    name, query = _view_called(desk, options.view)
    return _page(desk, name, query, options)


def searched(desk: Desk, options: argparse.Namespace) -> dict[str, Any]:
    """A page of what a search finds, in the language of the desk's search field."""
    text = " ".join(options.search)
    if not text.strip():
        raise KnownError(
            "The search is empty.", "Nothing was looked for.", "`case list everything` lists every case."
        )
    return _page(desk, "search", CaseQuery(view=ViewKind.SEARCH, search=text), options)


def _view_called(desk: Desk, called: str) -> tuple[str, CaseQuery]:
    """The list of this name: a place of the sidebar, else a saved view, else a branch."""
    wanted = _folded(called)
    for view in ViewKind:
        if view not in _NOT_BY_NAME and wanted in {_folded(view.value), _folded(labels.view_title(view))}:
            return view.value, CaseQuery(view=view)
    places = [view for view in ViewKind if view not in _NOT_BY_NAME]
    saved = [
        (Named(view.id, view.name), CaseQuery(view=ViewKind.SEARCH, search=view.query))
        for view in saved_views.saved_views(desk)
    ]
    branches = [
        (Named(identity, name), CaseQuery(view=ViewKind.BRANCH, branch_id=identity))
        for identity, name, *_ in sidebar.counts(desk).branches
    ]
    there = [
        *(
            (Named(UUID(int=at), labels.view_title(view), view.value), CaseQuery(view=view))
            for at, view in enumerate(places)
        ),
        *saved,
        *branches,
    ]
    found = thing_called("list", called, [named for named, _ in there])
    query = next(query for named, query in there if named is found)
    return (query.view.value if found.other else found.name), query


def _page(desk: Desk, name: str, query: CaseQuery, options: argparse.Namespace) -> dict[str, Any]:
    query = replace(query, sort=Sort(options.sort))
    first = _first(desk, query, options)
    shape = lists.shape(desk, query)
    rows = lists.page(desk, query, first, options.limit)
    return _told(desk, (name, query.search, query.sort.value), shape, rows, first)


def _first(desk: Desk, query: CaseQuery, options: argparse.Namespace) -> int:
    if options.after is None:
        return int(options.skip)
    place = lists.index_of(desk, query, case_called(desk, options.after))
    if place is None:
        raise KnownError(
            f"The case {options.after} is not in this list any more.",
            "Where to go on can't be told.",
            "Begin anew, or go on with --skip and how many you have had.",
        )
    return place + 1


def _told(
    desk: Desk, names: tuple[str, str, str], shape: ListShape, rows: Sequence[CaseRow], first: int
) -> dict[str, Any]:
    """A page as plain values, `first` its first place; `names` are the list's own, its search and its order."""
    name, search, sort = names
    year = desk.now().astimezone(load_zone(place.me(desk).time_zone)).year
    groups = list(_groups(shape, first, len(rows)))
    cases = [_row(row, year, group) for row, group in zip(rows, groups, strict=True)]
    more = bool(rows) and first + len(rows) < shape.count
    return {
        "view": name,
        "search": search or None,
        "sort": sort,
        "count": shape.count,
        "capped": shape.capped,
        "problem": shape.problem or None,
        "groups": [{"key": group.key.value, "count": group.count} for group in shape.groups],
        "skipped": first,
        "cases": cases,
        "next": rows[-1].number if more else None,
    }


def _groups(shape: ListShape, first: int, count: int) -> Iterator[GroupKey | None]:
    """The group of each row; None where a list has none, or has changed since it was counted."""
    at = 0
    ends = [(at := at + group.count, group.key) for group in shape.groups]
    for row in range(first, first + count):
        yield next((key for end, key in ends if row < end), None)


def _row(row: CaseRow, year: int, group: GroupKey | None) -> dict[str, Any]:
    deadline = row.deadline
    whole = {
        "id": row.id,
        "number": row.number,
        "short": labels.short_number(row.number, year),
        "title": row.title,
        "client": row.organisation or None,
        "stage": row.stage,
        "severity": _row_severity(row),
        "owner": {"id": row.owner_id, "name": row.owner_name} if row.owner_id else None,
        "group": group,
        "deadline": {
            "state": deadline.state,
            "clock": deadline.kind,
            "started_at": deadline.started_at,
            "soon_at": deadline.soon_at,
            "due_at": deadline.due_at,
        },
        "last_activity_at": row.last_activity_at,
        "attachments": row.attachments,
        "unread": row.unread,
    }
    return {name: as_plain(value) for name, value in whole.items()}


def _row_severity(row: CaseRow) -> dict[str, Any] | None:
    if not row.severity_code:
        return None
    return {"code": row.severity_code, "rank": row.severity_rank, "verified": row.severity_verified}


def _folded(text: str) -> str:
    return " ".join(fold(text).replace("_", " ").replace("-", " ").split())
