"""What a list asks in one go, so that its shape and its rows belong together; the queries are the services'."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Mapping

    from supportdesk.services.operations.desk import Desk
    from supportdesk.services.views import CaseQuery, CaseRow, ListShape

PAGE = 200


class ListQueries(Protocol):
    """The queries of a list, as the module of the services offers them."""

    def shape(self, desk: Desk, query: CaseQuery, /) -> ListShape:
        """How long the list is and how it falls into groups."""
        ...

    def page(self, desk: Desk, query: CaseQuery, first: int, limit: int, /) -> tuple[CaseRow, ...]:
        """Some rows of it."""
        ...

    def index_of(self, desk: Desk, query: CaseQuery, case_id: UUID, /) -> int | None:
        """Where a case stands in it."""
        ...


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A list's shape with some of its pages and the place of one case, all of one moment."""

    query: CaseQuery
    shape: ListShape
    pages: Mapping[int, tuple[CaseRow, ...]]
    kept_id: UUID | None
    kept_index: int | None


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows of a list; `number` counts pages from 0."""

    query: CaseQuery
    number: int
    rows: tuple[CaseRow, ...]


def take_snapshot(
    desk: Desk, queries: ListQueries, query: CaseQuery, wanted: tuple[int, ...], kept_id: UUID | None
) -> Snapshot:
    """Read the shape, the wanted pages as far as there are any, and where a case stands now."""
    shape = queries.shape(desk, query)
    last = max(0, (shape.count - 1) // PAGE)
    numbers = sorted({min(number, last) for number in wanted})
    pages = {number: queries.page(desk, query, number * PAGE, PAGE) for number in numbers if shape.count}
    place = queries.index_of(desk, query, kept_id) if kept_id is not None else None
    return Snapshot(query, shape, pages, kept_id, place)


def take_page(desk: Desk, queries: ListQueries, query: CaseQuery, number: int) -> Page:
    """Read one page."""
    return Page(query, number, queries.page(desk, query, number * PAGE, PAGE))
