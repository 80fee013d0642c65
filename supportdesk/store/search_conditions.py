"""Turns a list's view and search terms into conditions for the search index and the tables; next door they are run."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from supportdesk.store import facets
from supportdesk.store.criteria import Criteria, View
from supportdesk.store.driving import marks
from supportdesk.store.list_plans import whole_minute
from supportdesk.store.search_names import NameSearch
from supportdesk.store.search_terms import Field, FieldTerm, Mark, MarkTerm, Moment, Span, Words
from supportdesk.store.tables.cases import PAUSED_SORT
from supportdesk.store.tables.columns import to_micros

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Condition:
    """What a case must fit, said twice: for the search index and in SQL about the case `c`.

    `match` is empty where the index does not know, `sql` where the tables do not. For a span, `driver` names the
    index of the tables that finds its cases, and `hint` is what the search index knows of all of them.
    """

    match: str = ""
    sql: str = ""
    parameters: tuple[Any, ...] = ()
    negated: bool = False
    driver: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Conditions:
    """All conditions of a list; `problem` tells which name fits nothing, or what was not understood."""

    all: tuple[Condition, ...]
    problem: str = ""


NOTHING_SQL = "0"
"""What no case fits."""

UNREAD_SQL = (
    "c.open AND c.last_client_at > coalesce("
    "(SELECT m.seen_at FROM read_mark AS m WHERE m.case_id = c.id AND m.agent_id = ?), 0)"
)

_OPEN = Condition(facets.quoted(facets.OPEN), "c.open")
_CLOSED = Condition(facets.quoted(facets.CLOSED), "NOT c.open")
_MERGED = Condition(facets.quoted(facets.MERGED), "c.merged_into IS NOT NULL")
_NEEDS_ANSWER = Condition(facets.quoted(facets.NEEDS_ANSWER), "c.needs_answer")
_UNASSIGNED = Condition(facets.quoted(facets.UNASSIGNED), "c.owner_id IS NULL")
_WAITING = Condition(facets.quoted(facets.of_value("kind", "waiting")), "c.stage_kind = 'waiting'")
_RUNNING_SQL = "c.open AND c.due_state = 'running'"

_MARKS = {
    Mark.OPEN: _OPEN,
    Mark.CLOSED: _CLOSED,
    Mark.MERGED: _MERGED,
    Mark.UNASSIGNED: _UNASSIGNED,
    Mark.WAITING: _WAITING,
    Mark.PAUSED: Condition(facets.quoted(facets.of_value("due", "paused")), "c.due_state = 'paused'"),
    Mark.ATTACHMENT: Condition(facets.quoted(facets.ATTACHMENT), "c.attachments > 0"),
    Mark.VISIT: Condition(
        facets.quoted(facets.VISIT),
        "EXISTS (SELECT 1 FROM visit_case AS v WHERE v.case_id = c.id AND NOT v.deleted)",
    ),
    Mark.REMOTE: Condition(
        facets.quoted(facets.REMOTE), "EXISTS (SELECT 1 FROM remote_session AS r WHERE r.case_id = c.id)"
    ),
}

_VALUE_SQL = {
    Field.SEVERITY: "lower(coalesce(c.severity_verified, c.severity_claimed))",
    Field.STAGE: "lower(c.stage)",
    Field.AREA: "lower(c.area)",
    Field.RESOLUTION: "lower(c.resolution)",
    Field.POLICY: "lower(c.policy_code)",
    Field.CHANNEL: "lower(c.channel)",
}
_ID_SQL = {
    Field.OWNER: "c.owner_id",
    Field.CLIENT: "c.organisation_id",
    Field.CONTACT: "c.contact_id",
    Field.BRANCH: "c.branch_id",
    Field.PRODUCT: "c.product_id",
}
_SPANS = {
    Moment.DUE: (f"{_RUNNING_SQL} AND c.due_sort", "ix_case_queue_deadline"),
    Moment.LOGGED: ("c.logged_at", "ix_case_shown_newest"),
    Moment.UPDATED: ("c.last_activity_at", "ix_case_shown_activity"),
    Moment.CLOSED: ("c.closed_at", "ix_case_closed"),
}

_HINTS = {Moment.DUE: _OPEN.match}


def conditions_of(conn: Connection, criteria: Criteria) -> Conditions:
    """What a case must fit to be in the list."""
    names = NameSearch(conn, criteria.names)
    found = [*_of_view(criteria)]
    for term in criteria.terms.terms:
        match term:
            case Words():
                found.append(_of_words(term, names))
            case FieldTerm():
                found.append(_of_field(term, names, criteria))
            case MarkTerm():
                found.append(_negated(_of_mark(term.mark, criteria), negated=term.negated))
            case Span():
                found.append(_of_span(term))
    asked = {term.mark for term in criteria.terms.terms if isinstance(term, MarkTerm)}
    if Mark.MERGED not in asked:
        found.append(_negated(_MERGED, negated=True))
    return Conditions(tuple(found), criteria.terms.problem or names.problem)


def _of_view(criteria: Criteria) -> Iterable[Condition]:
    mine = _any_id(Field.OWNER, (criteria.me.bytes,))
    branch = _any_id(Field.BRANCH, (criteria.branch_id.bytes,) if criteria.branch_id else ())
    yield from {
        View.INBOX: (_OPEN, _NEEDS_ANSWER),
        View.MINE: (_OPEN, mine),
        View.UNASSIGNED: (_OPEN, _UNASSIGNED),
        View.BREACHING: (_OPEN, _breaching(criteria)),
        View.WAITING: (_OPEN, _WAITING),
        View.BRANCH: (_OPEN, branch),
        View.ALL_OPEN: (_OPEN,),
        View.SEARCH: (),
        View.EVERYTHING: (),
    }[criteria.view]
    if criteria.severity_ranks:
        ranks = sorted(criteria.severity_ranks)
        words = (facets.of_value("rank", str(rank)) for rank in ranks)
        yield Condition(facets.any_of(words), _in("c.severity_rank", ranks), tuple(ranks))


def _breaching(criteria: Criteria) -> Condition:
    sql = f"{_RUNNING_SQL} AND c.soon_at <= ?"
    return Condition(
        sql=sql,
        parameters=(to_micros(whole_minute(criteria.now)),),
        driver="ix_case_queue_deadline",
        hint=_OPEN.match,
    )


def _of_words(term: Words, names: NameSearch) -> Condition:
    if term.client_code:
        clients = names.clients_by_code(term.client_code)
        if clients:
            return _any_id(Field.CLIENT, clients)
    texts = term.text.split() if term.apart else [term.text]
    phrases = [facets.quoted(text) for text in texts]
    if term.prefix:
        phrases[-1] += " *"
    return Condition(f"({' AND '.join(phrases)})", negated=term.negated)


def _of_field(term: FieldTerm, names: NameSearch, criteria: Criteria) -> Condition:
    if term.name is Field.NUMBER:
        matches = " OR ".join(f"number : {facets.quoted(value)} *" for value in term.values)
        return Condition(f"({matches})", negated=term.negated)
    if term.name in _VALUE_SQL:
        return _negated(_any_value(term.name, names.values(term.name, term.values)), negated=term.negated)
    people = [value for value in term.values if term.name is not Field.OWNER or value not in {"me", "none"}]
    ids = [*names.ids(term.name, people)] if people else []
    if term.name is Field.OWNER and "me" in term.values:
        ids.append(criteria.me.bytes)
    condition = _any_id(term.name, ids)
    if term.name is Field.OWNER and "none" in term.values:
        condition = Condition(
            f"({_UNASSIGNED.match} OR {condition.match})",
            f"({_UNASSIGNED.sql} OR {condition.sql})",
            condition.parameters,
        )
    return _negated(condition, negated=term.negated)


def _of_mark(mark: Mark, criteria: Criteria) -> Condition:
    if mark is Mark.MINE:
        return _any_id(Field.OWNER, (criteria.me.bytes,))
    if mark is Mark.OVERDUE:
        return Condition(
            sql=f"{_RUNNING_SQL} AND c.due_sort < ?",
            parameters=(to_micros(whole_minute(criteria.now)),),
            driver="ix_case_queue_deadline",
            hint=_OPEN.match,
        )
    if mark is Mark.UNREAD:
        return Condition(
            sql=UNREAD_SQL, parameters=(criteria.me.bytes,), driver="ix_case_client_word", hint=_OPEN.match
        )
    return _MARKS[mark]


def _of_span(span: Span) -> Condition:
    column, driver = _SPANS[span.moment]
    start = 0 if span.start is None else to_micros(span.start)
    end = PAUSED_SORT - 1 if span.end is None else to_micros(span.end) - 1
    return Condition(
        sql=f"{column} BETWEEN ? AND ?",
        parameters=(start, end),
        negated=span.negated,
        driver="" if span.negated else driver,
        hint="" if span.negated else _HINTS.get(span.moment, ""),
    )


def _any_value(name: Field, values: Iterable[str]) -> Condition:
    wanted = tuple(sorted({value.lower() for value in values}))
    words = (facets.of_value(name.value, value) for value in wanted)
    return Condition(facets.any_of(words), _in(_VALUE_SQL[name], wanted), wanted)


def _any_id(name: Field, ids: Iterable[bytes]) -> Condition:
    wanted = tuple(sorted(set(ids)))
    words = (facets.of_id(name.value, identity) for identity in wanted)
    return Condition(facets.any_of(words), _in(_ID_SQL[name], wanted), wanted)


def _negated(condition: Condition, *, negated: bool) -> Condition:
    if not negated:
        return condition
    return replace(condition, negated=not condition.negated, driver="", hint="")


def _in(column: str, values: Sequence[object]) -> str:
    return f"{column} IN ({marks(len(values))})" if values else NOTHING_SQL
