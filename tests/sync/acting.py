"""What people do in a simulation: acts on whatever their desk shows, each with words that nobody else writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from random import Random
from uuid import UUID

from sqlalchemy import bindparam, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import Channel
from supportdesk.services import undo
from supportdesk.services.cases import (
    branches,
    cases,
    handling,
    information,
    replies,
    visit_reports,
    visits,
)
from supportdesk.services.cases.visit_parts import TEXT_PARTS
from supportdesk.services.exchange import settling
from supportdesk.services.exchange.settling import Choice
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.registers import knowledge, people, saved_views
from supportdesk.store.composed import Composed
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.desk import OPERATION, SAVED_VIEW
from supportdesk.store.tables.people import CONTACT, ORGANISATION
from supportdesk.store.tables.sync import CONFLICT
from supportdesk.store.tables.work import VISIT
from tests.services import random_acts
from tests.services.desk_world import World
from tests.services.random_acts import Players

_SHOWN = Composed(select(CASE.c.id).where(~CASE.c.deleted).order_by(CASE.c.id))
_CLIENT = Composed(select(CASE.c.organisation_id).where(CASE.c.id == bindparam("case")))
# These are the hub's scheduler's.
_NOT_AT_A_DESK = {"due", "undo"}
_OF_CASES = tuple(name for name in random_acts.ALL if name not in _NOT_AT_A_DESK)


@dataclass
class Person:
    """Somebody at a desk, who acts by chance; `typed` are the words that each of their operations brought."""

    world: World
    agent: UUID
    agents: tuple[UUID, ...]
    chance: Random
    clients: tuple[UUID, ...]
    typed: dict[UUID, str] = field(default_factory=dict)
    words: int = 0
    deeds: Mapping[str, Deed] = field(default_factory=lambda: OWN)
    cases: list[UUID] = field(default_factory=list)

    @property
    def desk(self) -> Desk:
        return self.world.desk

    def act(self, name: str) -> str:
        """Do something; gives what came of it."""
        with self.world.store.read() as conn:
            self.cases = _SHOWN.scalars(conn)
        try:
            if name in self.deeds:
                done = self.deeds[name](self)
                return "nothing to act on" if done is None else "done"
            return self._on_a_case(name)
        except KnownError as refusal:
            return f"refused: {type(refusal).__name__}"

    def _on_a_case(self, name: str) -> str:
        if not self.cases:
            return "nothing to act on"
        case = self.chance.choice(self.cases)
        with self.world.store.read() as conn:
            client = _CLIENT.scalar(conn, case=case)
        if client is None:
            return "nothing to act on"
        players = Players(self.world, client, self.agents, self.cases)
        place = self.cases.index(case)
        return str(random_acts.play(players, (name, place, self.chance.randrange(50), 0)))

    def say(self, done: Done, words: str) -> Done:
        """Note the words of an act that was done."""
        self.typed[done.outcome.operation] = words
        return done

    def new_words(self) -> str:
        """Words that nobody has written before, without spaces."""
        self.words += 1
        return f"w{self.agent.int & 0xFFFF:x}x{self.words}"

    def any_case(self) -> UUID | None:
        return self.chance.choice(self.cases) if self.cases else None

    def any_of(self, table: object, *conditions: object) -> UUID | None:
        """One of the rows of a table that this desk shows."""
        with self.world.store.read() as conn:
            found = list(
                conn.scalars(
                    select(table.c.id).where(~table.c.deleted, *conditions).order_by(table.c.id)  # type: ignore[attr-defined,arg-type]
                )
            )
        return self.chance.choice(found) if found else None


def _reply(person: Person) -> Done | None:
    case, words = person.any_case(), person.new_words()
    if case is None:
        return None
    seen = person.world.now - timedelta(hours=1) if person.chance.random() < 0.3 else None
    return person.say(replies.reply(person.desk, case, words, seen_until=seen), words)


def _note(person: Person) -> Done | None:
    case, words = person.any_case(), person.new_words()
    return None if case is None else person.say(replies.note(person.desk, case, words), words)


def _client(person: Person) -> Done | None:
    case, words = person.any_case(), person.new_words()
    if case is None:
        return None
    return person.say(replies.client_entry(person.desk, case, words, channel=Channel.EMAIL), words)


def _call(person: Person) -> Done | None:
    case, words = person.any_case(), person.new_words()
    if case is None:
        return None
    return person.say(replies.call(person.desk, case, words, direction="outgoing", seconds=60), words)


def _info(person: Person) -> Done | None:
    case, words = person.any_case(), person.new_words()
    if case is None:
        return None
    return person.say(information.request_information(person.desk, case, words, items=("log_files",)), words)


def _log(person: Person) -> Done | None:
    client, words = person.any_of(ORGANISATION), person.new_words()
    if client is None:
        return None
    asked = random_acts.request(Players(person.world, client, person.agents), words)
    return person.say(cases.log_case(person.desk, replace(asked, body=words)), words)


def _title(person: Person) -> Done | None:
    case, words = person.any_case(), person.new_words()
    return None if case is None else person.say(handling.edit(person.desk, case, title=words), words)


def _branch(person: Person) -> Done | None:
    case = person.any_case()
    if case is None:
        return None
    with person.world.store.read() as conn:
        now = conn.scalar(select(CASE.c.branch_id).where(CASE.c.id == case))
    from supportdesk.store.tables.people import BRANCH  # noqa: PLC0415

    branch = person.any_of(BRANCH, BRANCH.c.id != now)
    return None if branch is None else handling.edit(person.desk, case, branch_id=branch)


def _owner(person: Person) -> Done | None:
    case = person.any_case()
    return None if case is None else handling.assign(person.desk, case, person.chance.choice(person.agents))


def _escalate(person: Person) -> Done | None:
    case, words = person.any_case(), person.new_words()
    if case is None:
        return None
    return person.say(branches.escalate(person.desk, case, "advice", note=words), words)


def _give_back(person: Person) -> Done | None:
    case, words = person.any_case(), person.new_words()
    return None if case is None else person.say(branches.give_back(person.desk, case, note=words), words)


def _report(person: Person) -> Done | None:
    visit, words = person.any_of(VISIT, VISIT.c.state != "finished"), person.new_words()
    if visit is None:
        return None
    part = person.chance.choice(TEXT_PARTS)
    with person.world.store.read() as conn:
        report = conn.scalar(select(VISIT.c.report).where(VISIT.c.id == visit)) or {}
    former = report.get(part) or ""
    text = person.chance.choice((f"{former}{words}\n", f"{words}\n{former}", f"{former} {words}"))
    return person.say(visit_reports.write_report(person.desk, visit, **{part: text}), words)


def _visit(person: Person) -> Done | None:
    case = person.any_case()
    if case is None:
        return None
    with person.world.store.read() as conn:
        client = conn.scalar(select(CASE.c.organisation_id).where(CASE.c.id == case))
    if client is None:
        return None
    at = person.world.now + timedelta(days=1)
    return visits.plan(person.desk, client, planned_at=at, engineer_id=person.agent, case_ids=(case,))


def _view(person: Person) -> Done | None:
    words = person.new_words()
    shared = person.chance.random() < 0.5
    return person.say(saved_views.save_view(person.desk, words, "is:open", shared=shared), words)


def _edit_view(person: Person) -> Done | None:
    view, words = person.any_of(SAVED_VIEW), person.new_words()
    return None if view is None else person.say(saved_views.edit_view(person.desk, view, name=words), words)


def _drop_view(person: Person) -> Done | None:
    view = person.any_of(SAVED_VIEW)
    return None if view is None else saved_views.drop_view(person.desk, view)


def _organisation(person: Person) -> Done | None:
    client, words = person.any_of(ORGANISATION), person.new_words()
    if client is None:
        return None
    return person.say(people.edit_organisation(person.desk, client, name=words), words)


def _contact(person: Person) -> Done | None:
    client, words = person.any_of(ORGANISATION), person.new_words()
    if client is None:
        return None
    contact = person.any_of(CONTACT, CONTACT.c.organisation_id == client)
    if contact is None or person.chance.random() < 0.3:
        return person.say(people.add_contact(person.desk, people.NewContact(client, words)), words)
    return person.say(people.edit_contact(person.desk, client, contact, name=words), words)


def _article(person: Person) -> Done | None:
    words = person.new_words()
    number = person.chance.choice((None, "KB-900"))
    article = knowledge.NewArticle(words, words, "en", number=number)
    return person.say(knowledge.write_article(person.desk, article), words)


def _tracking_note(person: Person) -> Done | None:
    words = person.new_words()
    number = person.chance.choice((None, "TN-900"))
    return person.say(
        knowledge.create_tracking_note(person.desk, knowledge.NewTrackingNote(words, number=number)), words
    )


def _settle(person: Person) -> Done | None:
    conflict = person.any_of(CONFLICT, CONFLICT.c.state == "open")
    if conflict is None:
        return None
    drawn = person.chance.random()
    choice = Choice.BOTH if drawn < 0.2 else Choice.MINE if drawn < 0.5 else Choice.THEIRS
    return settling.settle(person.desk, {conflict: choice})


def _undo(person: Person) -> Done | None:
    return undo.last(person.desk)


def _undo_any(person: Person) -> Done | None:
    with person.world.store.read() as conn:
        mine = select(OPERATION.c.id).where(OPERATION.c.undo.is_not(None), OPERATION.c.undone_by.is_(None))
        found = list(conn.scalars(mine.order_by(OPERATION.c.n)))
    if not found:
        return None
    return undo.undo(person.desk, person.chance.choice(found))


Deed = Callable[[Person], Done | None]
OWN: dict[str, Deed] = {
    "say reply": _reply,
    "say note": _note,
    "say client": _client,
    "say call": _call,
    "say info": _info,
    "new case": _log,
    "title": _title,
    "branch": _branch,
    "owner": _owner,
    "escalate": _escalate,
    "give back": _give_back,
    "report": _report,
    "visit": _visit,
    "view": _view,
    "edit view": _edit_view,
    "drop view": _drop_view,
    "organisation": _organisation,
    "contact": _contact,
    "article": _article,
    "tracking note": _tracking_note,
    "settle": _settle,
    "undo": _undo,
    "undo any": _undo_any,
}
ALL = (*OWN, *_OF_CASES)
