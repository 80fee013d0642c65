"""Builds the sample world in an empty desk: the cast, some thousand cases' lives, and the knowledge around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.app.demo.cast import Cast, Client, Colleague, load, make_cast
from supportdesk.app.demo.lives import Life, live
from supportdesk.domain.words import AgentRole, Channel, Cover
from supportdesk.rules.calendar import BusinessCalendar
from supportdesk.rules.case_state import Refusal
from supportdesk.services import knowledge, lists, marks, saved_views
from supportdesk.services.desk import Desk
from supportdesk.services.entitling import judge
from supportdesk.services.importing.writing import imported_id
from supportdesk.services.knowledge import NewArticle, NewTrackingNote
from supportdesk.services.rules_in_force import Rules, rules_now
from supportdesk.services.telling import tell
from supportdesk.services.views import CaseQuery, ViewKind
from supportdesk.store import case_numbers
from supportdesk.store.case_rows import CaseInsert, insert_cases, insert_entries
from supportdesk.store.insertion import insert_many
from supportdesk.store.tables.work import REMOTE_SESSION

_CHUNK = 250
_SPAN_DAYS = 200
_UNREAD = 0.3
_SEVERITY_WEIGHTS = (4, 20, 50, 26)


_Written = tuple[CaseInsert, Sequence[Mapping[str, Any]]]


@dataclass(slots=True)
class _Maker:
    """What every case of the world is drawn from."""

    desk: Desk
    random: Random
    cast: Cast
    subjects: Mapping[str, list[Mapping[str, Any]]]
    talk: Mapping[str, Mapping[str, list[str]]]
    now: datetime
    sessions: list[dict[str, Any]]

    def requests(self, conn: Connection, count: int) -> list[tuple[datetime, Client]]:
        """Who logs a case and when, in order of time."""
        policies = list(self.cast.shares)
        clients = {code: [each for each in self.cast.clients if each.policy == code] for code in policies}
        busy = {code: [each.busy for each in some] for code, some in clients.items()}
        shares = [self.cast.shares[code] for code in policies]
        hours = {
            client.id: self._rules(conn, client, self.now).policy.calendar for client in self.cast.clients
        }
        drawn = []
        for code in self.random.choices(policies, shares, k=count):
            client = self.random.choices(clients[code], busy[code])[0]
            drawn.append((self._logging(hours[client.id]), client))
        return sorted(drawn, key=lambda request: request[0])

    def case(self, conn: Connection, number: int, at: datetime, client: Client) -> _Written:
        """One case with its timeline, as rows."""
        random = self.random
        rules = self._rules(conn, client, at)
        judged = judge(conn, rules.policy, client.id, at)
        subject = random.choice(self.subjects[client.language])
        life = Life(
            random, rules, client, self._owner(client), self.talk[client.language],
            subject["answer"], self.now, at,
        )  # fmt: skip
        channel = random.choice((Channel.PORTAL, Channel.PORTAL, Channel.EMAIL, Channel.PHONE))
        severity = self._severity(rules)
        life.log(subject["body"], channel, severity, judged.cover.value)
        live(life)
        case_id = imported_id("demo", "case", str(number), at)
        told = tell(case_id, rules, life.lines, written_at=self.now)
        if isinstance(told, Refusal):
            message = f"the sample world broke {told.rule}: {told.reason}"
            raise ValueError(message)  # noqa: TRY004 - the world is wrong, not a type
        self.sessions += [
            {
                "id": imported_id("demo", "session", f"{number}/{place}", work.started_at),
                "case_id": case_id, "tool": "TeamViewer", "started_at": work.started_at,
                "ended_at": work.ended_at, "by_id": work.by, "note": work.note, "updated_at": work.ended_at,
            }
            for place, work in enumerate(life.remote)
        ]  # fmt: skip
        fields = {
            "title": subject["title"],
            "organisation_id": client.id,
            "contact_id": client.contacts[0],
            "branch_id": self.cast.branches[client.branch],
            "product_id": client.product,
            "product_version": random.choice(client.versions),
            "area": subject["area"],
            "channel": channel.value,
            "language": client.language,
            "plan_id": rules.plan_id,
            "logged_by": life.owner.id,
            "cover": judged.cover.value,
            "accepted": judged.cover in {Cover.SEASON_TICKET, Cover.INCIDENT},
            "last_activity_at": told.last_activity_at,
            "last_client_at": told.last_client_at,
        }
        return CaseInsert(case_id, fields, told.state, rules.policy, self.now), told.entries

    def _rules(self, conn: Connection, client: Client, at: datetime) -> Rules:
        return rules_now(
            conn, self.desk.policies, policy_code=client.policy,
            branch_id=self.cast.branches[client.branch], plan_id=client.plan, at=at,
        )  # fmt: skip

    def _logging(self, calendar: BusinessCalendar) -> datetime:
        """When a case was logged: mostly within the hours, a few more of late."""
        random = self.random
        at = self.now - timedelta(days=_SPAN_DAYS * random.random() ** 1.1)
        if not calendar.is_open(at) and random.random() < 0.92:
            at = calendar.add(at, timedelta(minutes=random.uniform(0, 500)))
        return min(at, self.now - timedelta(minutes=random.uniform(2, 240)))

    def _owner(self, client: Client) -> Colleague:
        near = [
            colleague for colleague in self.cast.colleagues
            if colleague.branch == client.branch and AgentRole.SUPPORT_OFFICER in colleague.roles
        ]  # fmt: skip
        return self.random.choices(near, [colleague.weight for colleague in near])[0]

    def _severity(self, rules: Rules) -> str | None:
        severities = rules.policy.severities
        if not severities:
            return None
        return self.random.choices([each.code for each in severities], _SEVERITY_WEIGHTS)[0]


def build_world(
    desk: Desk, *, seed: int, cases: int, progress: Callable[[int, int], None] = lambda _done, _whole: None
) -> UUID:
    """Fill an empty desk; gives the agent to sit at it. The same seed, count and instant make the same world."""
    now = desk.now()
    random = Random(seed)
    with desk.store.together(bulk=True) as store:
        joined = replace(desk, store=store)
        cast = make_cast(joined, random, now)
        me = cast.colleagues[0].id
        joined = replace(joined, actor=me)
        _write_knowledge(joined, random)
    desk = replace(desk, actor=me)
    talk = load("talk")
    subjects: dict[str, list[Mapping[str, Any]]] = {}
    for subject in talk["subject"]:
        subjects.setdefault(subject["language"], []).append(subject)
    maker = _Maker(desk, random, cast, subjects, talk, now, [])
    with desk.store.read() as conn:
        requests = list(enumerate(maker.requests(conn, cases)))
    for start in range(0, cases, _CHUNK):
        chunk = requests[start : start + _CHUNK]
        with desk.store.write(bulk=True) as conn:
            _write_cases(conn, [maker.case(conn, number, *request) for number, request in chunk])
            insert_many(conn, REMOTE_SESSION, maker.sessions)
            maker.sessions.clear()
        progress(start + len(chunk), cases)
    _mark_read(desk, random)
    return me


def _write_cases(conn: Connection, made: Sequence[_Written]) -> None:
    given = case_numbers.next_case_numbers(conn, [case.state.logged_at.year for case, _ in made])
    insert_cases(
        conn,
        [
            replace(case, fields={**case.fields, "number": number})
            for (case, _), number in zip(made, given, strict=True)
        ],
    )
    insert_entries(conn, [entry for _, entries in made for entry in entries])


def _write_knowledge(desk: Desk, random: Random) -> None:
    for article in load("talk")["article"]:
        knowledge.write_article(desk, NewArticle(article["title"], article["body"], article["language"]))
    for title in (
        "Average costs lose two decimals on transfer lines",
        "Addresses are no longer cut in payment files",
    ):
        fixed_in = random.choice(("9.4.3", None))
        knowledge.create_tracking_note(desk, NewTrackingNote(title, fixed_in=fixed_in))
    for name, query in (
        ("S1 and S2, everywhere", "is:open severity:S1,S2"),
        ("Payroll year-end", "is:open payroll"),
        ("With development", "is:open stage:development"),
        ("Late", "is:overdue"),
    ):
        saved_views.save_view(desk, name, query, shared=True)


def _mark_read(desk: Desk, random: Random) -> None:
    """Most of what is open has been looked at since it last changed."""
    rows = lists.page(desk, CaseQuery(ViewKind.ALL_OPEN), 0, 2000)
    with desk.store.together(bulk=True) as store:
        joined = replace(desk, store=store)
        for row in rows:
            if random.random() > _UNREAD:
                marks.seen(joined, row.id)
