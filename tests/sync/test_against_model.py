"""Two desks and a hub against a plain dictionary: what people wrote, in whatever order desks speak, is there."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule
from sqlalchemy import select

from supportdesk.services.registers import people
from supportdesk.store import desk_rows
from supportdesk.store.tables.cases import ENTRY
from supportdesk.store.tables.people import CONTACT
from supportdesk.store.tables.sync import CONFLICT
from tests.services.desk_world import made
from tests.sync.drill import Drill, drill

DESK = st.sampled_from((0, 1))


class Desks(RuleBasedStateMachine):
    """The model: who was named what by whom, and every note."""

    contacts = Bundle("contacts")

    def __init__(self) -> None:
        super().__init__()
        self._opened = drill(0, 1)
        self.day: Drill = self._opened.__enter__()
        self.notes: set[str] = set()
        self.names: dict[object, set[str]] = {}
        self.seen: dict[int, set[object]] = {0: set(), 1: set()}
        self.hub: set[object] = set()
        self.count = 0

    def _words(self) -> str:
        self.count += 1
        return f"words {self.count}"

    @rule(desk=DESK)
    def note(self, desk: int) -> None:
        words = self._words()
        self.day.say(desk, words)
        self.notes.add(words)

    @rule(target=contacts, desk=DESK)
    def add(self, desk: int) -> object:
        words = self._words()
        new = people.NewContact(self.day.office.clients[0], words)
        contact = made(people.add_contact(self.day[desk].desk, new).created)
        self.names[contact] = {words}
        self.seen[desk].add(contact)
        return contact

    @rule(desk=DESK, contact=contacts)
    def rename(self, desk: int, contact: object) -> None:
        if contact not in self.seen[desk]:
            return
        words = self._words()
        client = self.day.office.clients[0]
        people.edit_contact(self.day[desk].desk, client, contact, name=words)  # type: ignore[arg-type]
        self.names[contact].add(words)

    @rule(desk=DESK, fault=st.sampled_from((None, "drop request", "drop answer", "duplicate")))
    def speak(self, desk: int, fault: str | None) -> None:
        if fault:
            self.day.plan("push", fault)
        self.day.speak(desk)
        self.day.messages_planned.clear()
        # Where an answer was lost, what came of it is seen by asking again.
        self.day.speak(desk)
        self.hub |= self.seen[desk]
        self.seen[desk] |= self.hub

    @invariant()
    def what_a_desk_knows_it_shows(self) -> None:
        for desk, contacts in self.seen.items():
            with self.day[desk].store.read() as conn:
                assert contacts <= set(conn.scalars(select(CONTACT.c.id)))

    def teardown(self) -> None:
        self.day.settle()
        with self.day.hub_store.read() as conn:
            bodies = set(conn.scalars(select(ENTRY.c.body)))
            named = {row.id: row.name for row in conn.execute(select(CONTACT.c.id, CONTACT.c.name))}
            kept = set(conn.scalars(select(CONFLICT.c.mine)))
        assert self.notes <= bodies
        for contact, names in self.names.items():
            assert named[contact] in names
        assert kept <= set().union(*self.names.values(), set())
        for desk in (0, 1):
            with self.day[desk].store.read() as conn:
                assert not desk_rows.waiting(conn)
                there = {row.id: row.name for row in conn.execute(select(CONTACT.c.id, CONTACT.c.name))}
            assert all(there[contact] == named[contact] for contact in self.names)
        self._opened.__exit__(None, None, None)


TestDesks = Desks.TestCase
TestDesks.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
