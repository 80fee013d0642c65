"""Builds the sample world in an empty desk: the cast, some thousand cases' lives, and the knowledge around them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from supportdesk.app.sample.cast import Cast, Client, Colleague, load, make_cast
from supportdesk.app.sample.extras import add_extras
from supportdesk.app.sample.life import Life
from supportdesk.app.sample.lives import live, wait_for_payment
from supportdesk.domain.words import AgentRole, Channel, Cover
from supportdesk.rules.calendars.calendar import BusinessCalendar
from supportdesk.services.cases.telling import ToldCase, standing, write_cases
from supportdesk.services.importing.writing import imported_id
from supportdesk.services.in_hand.rules_in_force import Rules
from supportdesk.services.operations.desk import Desk
from supportdesk.services.person import marks
from supportdesk.services.queries import lists
from supportdesk.services.registers import knowledge, saved_views
from supportdesk.services.registers.knowledge import NewArticle, NewTrackingNote
from supportdesk.services.views import CaseQuery, ViewKind

_CHUNK = 250
_SPAN_DAYS = 200
_UNREAD = 0.3
_SEVERITY_WEIGHTS = (4, 20, 50, 26)


@dataclass(slots=True)
class _Maker:
    """What every case of the world is drawn from."""

    desk: Desk
    random: Random
    cast: Cast
    subjects: Mapping[str, list[Mapping[str, Any]]]
    talk: Mapping[str, Mapping[str, list[str]]]
    now: datetime

    def requests(self, count: int) -> list[tuple[datetime, Client]]:
        """Who logs a case and when, in order of time."""
        policies = list(self.cast.shares)
        clients = {code: [each for each in self.cast.clients if each.policy == code] for code in policies}
        busy = {code: [each.busy for each in some] for code, some in clients.items()}
        shares = [self.cast.shares[code] for code in policies]
        drawn = []
        for code in self.random.choices(policies, shares, k=count):
            client = self.random.choices(clients[code], busy[code])[0]
            drawn.append((self._logging(self.desk.policies.in_effect(code, self.now).calendar), client))
        return sorted(drawn, key=lambda request: request[0])

    def case(self, number: int, at: datetime, client: Client) -> ToldCase:
        """One case with everything that happened to it."""
        random = self.random
        rules, judged = standing(
            self.desk, client.id,
            policy_code=client.policy, branch_id=self.cast.branches[client.branch], plan_id=client.plan, at=at,
        )  # fmt: skip
        subject = random.choice(self.subjects[client.language])
        life = Life(
            random, rules, client, self._owner(client), self.talk[client.language],
            subject["answer"], self.now, at,
        )  # fmt: skip
        channel = random.choice((Channel.PORTAL, Channel.PORTAL, Channel.EMAIL, Channel.PHONE))
        ticket = next((each for each in client.tickets if each.left and each.bought_at <= at), None)
        cover = Cover.SEASON_TICKET if ticket else judged.cover
        life.log(subject["body"], channel, self._severity(rules), cover.value)
        if ticket is not None:
            ticket.left -= 1
        if judged.supported or ticket is not None:
            live(life)
        else:
            wait_for_payment(life)
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
            "cover": cover.value,
            "accepted": ticket is not None,
        }
        case_id = imported_id("demo", "case", str(number), at)
        return ToldCase(case_id, fields, rules, life.lines, life.remote, ticket.id if ticket else None)

    def _logging(self, calendar: BusinessCalendar) -> datetime:
        """When a case was logged: mostly within the hours, a few more of late."""
        random = self.random
        days = 2.5 * random.random() if random.random() < 0.02 else _SPAN_DAYS * random.random() ** 1.1
        at = self.now - timedelta(days=days)
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
    maker = _Maker(desk, random, cast, subjects, talk, now)
    requests = list(enumerate(maker.requests(cases)))
    for start in range(0, cases, _CHUNK):
        chunk = requests[start : start + _CHUNK]
        write_cases(desk, [maker.case(number, *request) for number, request in chunk])
        progress(start + len(chunk), cases)
    _mark_read(desk, random)
    with desk.store.together(bulk=True) as store:
        add_extras(replace(desk, store=store), cast, random)
    return me


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
