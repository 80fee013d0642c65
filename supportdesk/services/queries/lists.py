"""Lists of cases as screens show them: shape, pages, single rows; which rows and in what order is the store's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import ClockKind
from supportdesk.rules.calendars.zone import ONE_DAY, local_midnight
from supportdesk.services.operations.desk import Desk
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.services.person.place import place_of
from supportdesk.services.queries.search_words import search_names
from supportdesk.services.views import CaseQuery, CaseRow, Deadline, Group, GroupKey, ListShape, ViewKind
from supportdesk.store import case_lists
from supportdesk.store.criteria import Criteria, ListedCase, Order, View
from supportdesk.store.list_plans import whole_minute
from supportdesk.store.listed_cases import read_cases
from supportdesk.store.search_language import parse
from supportdesk.store.search_terms import SearchTerms
from supportdesk.store.tables.cases import CASE

_TWO_HOURS = timedelta(hours=2)
# Looked up, as making an enumeration of a text is dear when a page has hundreds of them.
_CLOCK_KINDS: dict[str | None, ClockKind] = {kind.value: kind for kind in ClockKind}


def shape(desk: Desk, query: CaseQuery) -> ListShape:
    """How long a list is and how it falls into groups of the local day and week."""
    with desk.store.read() as conn:
        return shape_of(conn, criteria_of(conn, desk, query))


def page(desk: Desk, query: CaseQuery, first: int, limit: int) -> tuple[CaseRow, ...]:
    """The rows from position `first` (0 is the top) on; fewer than `limit` at the end."""
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        listed = case_lists.page(conn, criteria_of(conn, desk, query), first, limit)
    return tuple(_rows(listed, desk.policies, desk.language))


def index_of(desk: Desk, query: CaseQuery, case_id: UUID) -> int | None:
    """Where a case stands in a list; None if it is not in it."""
    with desk.store.read() as conn:
        return case_lists.index_of(conn, criteria_of(conn, desk, query), case_id)


def row(desk: Desk, case_id: UUID) -> CaseRow | None:
    """The row of one case, wherever it may stand; None if this desk has no such case."""
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        number = conn.scalar(select(CASE.c.row).where(CASE.c.id == case_id))
        listed = () if number is None else read_cases(conn, (number,), desk.actor)
    return next(_rows(listed, desk.policies, desk.language), None)


def rows_of(conn: Connection, desk: Desk, case_ids: Sequence[UUID]) -> tuple[CaseRow, ...]:
    """The rows of some cases, those that are here, in the order in which they came to this desk."""
    numbers = conn.scalars(select(CASE.c.row).where(CASE.c.id.in_(case_ids)).order_by(CASE.c.row)).all()
    return tuple(_rows(read_cases(conn, tuple(numbers), desk.actor), desk.policies, desk.language))


def best(desk: Desk, text: str, limit: int = 20) -> tuple[CaseRow, ...]:
    """The cases that fit a search best, open or closed; for going to a case by its number, client or words."""
    query = CaseQuery(view=ViewKind.SEARCH, search=text)
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        listed = case_lists.best(conn, criteria_of(conn, desk, query), limit)
    return tuple(_rows(listed, desk.policies, desk.language))


def criteria_of(conn: Connection, desk: Desk, query: CaseQuery) -> Criteria:
    """A screen's list as the store takes it: times of the desk's own zone, names of the policies."""
    now = desk.now()
    zone = place_of(conn, desk.actor).zone
    searched = bool(query.search.strip())
    return Criteria(
        view=View(query.view.value),
        order=Order(query.sort.value),
        me=desk.actor,
        now=now,
        branch_id=query.branch_id,
        severity_ranks=query.severity_ranks,
        terms=parse(query.search, now=now, zone=zone) if searched else SearchTerms(),
        bounds=_bounds(now, zone),
        names=search_names(desk.policies) if searched else {},
    )


def shape_of(conn: Connection, criteria: Criteria) -> ListShape:
    """The shape of a list in an open snapshot."""
    found = case_lists.shape(conn, criteria)
    groups = tuple(Group(GroupKey(name), count) for name, count in found.groups)
    return ListShape(
        found.count, groups, capped=found.capped, problem=found.problem or criteria.terms.problem
    )


def _bounds(now: datetime, zone: ZoneInfo) -> tuple[tuple[str, datetime], ...]:
    minute = whole_minute(now)
    today = now.astimezone(zone).date()
    return (
        (GroupKey.OVERDUE.value, minute),
        (GroupKey.TWO_HOURS.value, minute + _TWO_HOURS),
        (GroupKey.TODAY.value, local_midnight(today + ONE_DAY, zone)),
        (GroupKey.THIS_WEEK.value, local_midnight(today + ONE_DAY * (7 - today.weekday()), zone)),
    )


def _rows(listed: Iterable[ListedCase], policies: PolicyBook, language: str) -> Iterator[CaseRow]:
    stages: dict[tuple[str, int, str], tuple[str, str]] = {}
    for case in listed:
        place = (case.policy_code, case.policy_version, case.stage)
        stage = stages.get(place)
        if stage is None:
            stage = stages[place] = _stage(policies, place, language)
        yield CaseRow(
            case.id,
            case.number,
            case.title,
            case.organisation,
            stage[0],
            stage[1],
            case.severity_rank,
            case.severity,
            case.severity_verified,
            case.unread,
            case.attachments,
            case.owner_id,
            case.owner_name,
            _deadline(case),
            case.last_activity_at,
        )


def _stage(policies: PolicyBook, place: tuple[str, int, str], language: str) -> tuple[str, str]:
    """Name and look of a stage; of one whose policy is not on this desk, its bare id."""
    code, version, stage_id = place
    try:
        stage = policies.version(code, version).stage(stage_id)
    except (KnownError, KeyError):
        return stage_id, ""
    return stage.name.in_language(language), stage.look


def _deadline(case: ListedCase) -> Deadline:
    kind = _CLOCK_KINDS.get(case.due_kind)
    return Deadline(case.due_state, kind, case.due_from, case.soon_at, case.due_at)
