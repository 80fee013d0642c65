"""What people call the things of a desk: a case by its number, an agent by name or email, a client by name or code."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection, func, select

from supportdesk.domain.errors import KnownError
from supportdesk.services.operations.desk import Desk
from supportdesk.services.person.place import place_of
from supportdesk.services.queries import directory, lists
from supportdesk.services.views import CaseQuery, ViewKind
from supportdesk.store.folding import fold
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import AGENT
from supportdesk.store.tables.work import VISIT

_SHORT = re.compile(r"(?:[Cc]-?)?(?:(?P<year>[0-9]{4})-)?0*(?P<count>[0-9]{1,12})")
_YEARS_BACK = 40
_MOST_NAMED = 10
_MOST_FOUND = 200
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Named:
    """Something with a name; `other` is what else it is known by, as an email address or a code."""

    id: UUID
    name: str
    other: str = ""
    client_id: UUID | None = None

    def __str__(self) -> str:
        return f"{self.name} ({self.other})" if self.other else self.name


def case_called(desk: Desk, called: str) -> UUID:
    """The case of this number or id.

    A number may be said as lists show it: `123` is this year's, `2025-123` an older one; `123` alone also finds the
    only older case that ends so. The number that an imported case had before finds it too. KnownError for none, and
    for several.
    """
    wanted = called.strip().removeprefix("#")
    with desk.store.read() as conn:
        identity = _as_id(wanted)
        if identity is not None:
            # One that isn't here is refused by what is then asked about it, in its own words.
            return identity
        found = _by_number(conn, desk, wanted)
    found = found or _by_former_number(desk, wanted)
    if len(found) == 1:
        return found[0][1]
    if found:
        raise KnownError(
            f"Several cases are called “{_shown(called)}”: {', '.join(sorted(number for number, _ in found))}.",
            "Which one is meant can't be told. Nothing was changed.",
            "Name it by its whole number.",
        )
    raise KnownError(
        f"This desk has no case “{_shown(called)}”.",
        "Nothing was changed.",
        "Name it by its number, as C-2026-000123, 123 or 2025-123, or by its id; `case search` finds it by words.",
    )


def visit_called(desk: Desk, called: str) -> UUID:
    """The visit of this number or id; KnownError for none, and for several."""
    wanted = called.strip().removeprefix("#")
    identity = _as_id(wanted)
    if identity is not None:
        return identity
    with desk.store.read() as conn:
        found: Sequence[UUID] = conn.scalars(
            select(VISIT.c.id).where(func.upper(VISIT.c.number) == wanted.upper(), ~VISIT.c.deleted).limit(2)
        ).all()
    if len(found) == 1:
        return found[0]
    raise KnownError(
        f"{'Several visits are' if found else 'This desk has no visit'} called “{_shown(called)}”.",
        "Nothing was made or changed.",
        "Name it by its number, as VR-0419, or by its id; `visit list` shows them.",
    )


def agent_called(desk: Desk, called: str) -> UUID:
    """The agent of this name, email or id; a beginning that only one has is enough. `me` is who sits at the desk.

    KnownError for none, and for several. Who has left is found by the whole name only.
    """
    if called.strip().casefold() == "me":
        return desk.actor
    with desk.store.read() as conn:
        rows = conn.execute(
            select(AGENT.c.id, AGENT.c.name, AGENT.c.email, AGENT.c.active)
            .where(~AGENT.c.deleted)
            .order_by(AGENT.c.row)
        ).all()
    active = [Named(row.id, row.name, row.email or "") for row in rows if row.active]
    left = [Named(row.id, row.name, row.email or "") for row in rows if not row.active]
    exact = _exactly(left, called) if not _exactly(active, called) else []
    return _the_one("agent", called, exact or active).id


def client_called(desk: Desk, called: str) -> UUID:
    """The client of this code, name or id; a beginning that only one has is enough. KnownError for none or several."""
    identity = _as_id(called.strip())
    if identity is not None:
        return directory.organisation(desk, identity).id
    found = [Named(line.id, line.name, line.client_code) for line in directory.organisations(desk, called)]
    return _the_one("client", called, found, known=lambda: _clients(desk)).id


def contact_called(desk: Desk, called: str, client_id: UUID | None) -> Named:
    """The contact of this name, email or id, of one client or of any. KnownError for none or several."""
    found = (
        directory.contacts(desk, called)
        if client_id is None
        else [each for each in directory.contacts_of(desk, client_id) if each.active]
    )
    people = [Named(each.id, each.name, each.email, each.organisation_id) for each in found]
    return _the_one("contact", called, people)


def choice_called(what: str, called: str, choices: Iterable[tuple[str, str]]) -> str:
    """The id of the choice with this id or name. KnownError names those that there are."""
    offered = tuple(choices)
    wanted = _folded(called)
    exact = [identity for identity, _ in offered if identity == called.strip()]
    named = exact or [identity for identity, name in offered if wanted in {_folded(identity), _folded(name)}]
    if len(named) == 1:
        return named[0]
    there = ", ".join(f"{identity} ({name})" if name != identity else identity for identity, name in offered)
    raise KnownError(
        f"There is no {what} “{_shown(called)}” here.",
        f"There is {there}. Nothing was changed." if there else "There is none at all. Nothing was changed.",
        "Name one of them." if there else "Leave it out.",
    )


def thing_called(what: str, called: str, there: Iterable[Named]) -> Named:
    """The one of these with this name, other name or id; KnownError names those that there are."""
    return _the_one(what, called, list(there))


def _by_number(conn: Connection, desk: Desk, wanted: str) -> list[tuple[str, UUID]]:
    whole = _numbered(conn, {wanted, wanted.upper()})
    if whole:
        return whole
    short = _SHORT.fullmatch(wanted)
    if short is None:
        return []
    this_year = desk.now().astimezone(place_of(conn, desk.actor).zone).year
    if short["year"]:
        return _numbered(conn, {_number(int(short["year"]), short["count"])})
    # As a list shows it, a bare number is this year's.
    now = _numbered(conn, {_number(this_year, short["count"])})
    years = range(this_year - _YEARS_BACK, this_year + 2)
    return now or _numbered(conn, {_number(year, short["count"]) for year in years})


def _by_former_number(desk: Desk, wanted: str) -> list[tuple[str, UUID]]:
    """The cases that had this number where they were imported from; the search finds them among all."""
    plain = wanted.replace('"', " ").strip()
    if not plain:
        return []
    query = CaseQuery(view=ViewKind.SEARCH, search=f'number:"{plain}"')
    rows = lists.page(desk, query, 0, _MOST_FOUND)
    # It finds numbers by their parts too, and a case that was not meant must never be acted on.
    meant = CASE.c.id.in_([row.id for row in rows]) & (func.lower(CASE.c.source_number) == wanted.lower())
    with desk.store.read() as conn:
        return [(row.number, row.id) for row in conn.execute(select(CASE.c.number, CASE.c.id).where(meant))]


def _numbered(conn: Connection, numbers: Iterable[str]) -> list[tuple[str, UUID]]:
    rows = conn.execute(select(CASE.c.number, CASE.c.id).where(CASE.c.number.in_(list(numbers))))
    return [(row.number, row.id) for row in rows]


def _number(year: int, count: str) -> str:
    return f"C-{year}-{int(count):06d}"


def _the_one(
    what: str, called: str, there: Sequence[Named], known: Callable[[], Sequence[Named]] | None = None
) -> Named:
    """The thing called so: in full if one is, else the only one whose words begin so."""
    found = _exactly(there, called) or [each for each in there if _begins(each, called)]
    if len(found) == 1:
        return found[0]
    if found:
        raise KnownError(
            f"Several of the {what}s are called “{_shown(called)}”: {_listed(found)}.",
            "Which one is meant can't be told. Nothing was changed.",
            "Say more of the name, or name it by its id.",
        )
    offered = known() if known else there
    raise KnownError(
        f"There is no {what} “{_shown(called)}” on this desk.",
        f"There is {_listed(offered)}. Nothing was changed." if offered else "Nothing was changed.",
        "Name one of them." if offered else f"Add the {what} first.",
    )


def _exactly(there: Sequence[Named], called: str) -> list[Named]:
    identity, wanted = _as_id(called.strip()), _folded(called)
    if identity is not None:
        return [each for each in there if each.id == identity]
    if not wanted:
        return []
    by_other = [each for each in there if each.other and _folded(each.other) == wanted]
    return by_other or [each for each in there if _folded(each.name) == wanted]


def _begins(each: Named, called: str) -> bool:
    """Whether each word of what it was called begins a word of the name."""
    wanted, words = _folded(called).split(), _folded(each.name).split()
    return bool(wanted) and all(any(word.startswith(part) for word in words) for part in wanted)


def _clients(desk: Desk) -> Sequence[Named]:
    first = directory.organisations(desk, limit=_MOST_NAMED + 1)
    return [Named(line.id, line.name, line.client_code) for line in first]


def _listed(there: Sequence[Named]) -> str:
    names = "; ".join(str(each) for each in there[:_MOST_NAMED])
    more = len(there) - _MOST_NAMED
    return f"{names}; and more" if more > 0 else names


def _folded(text: str) -> str:
    return " ".join(fold(text).split())


def _shown(text: str) -> str:
    """What somebody typed, short enough to be said again."""
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_SHOWN else f"{plain[:_LONGEST_SHOWN]}…"


def _as_id(text: str) -> UUID | None:
    try:
        return UUID(text) if len(text) in {32, 36} else None
    except ValueError:
        return None
