"""A month of a hub whose workers are struck down again and again: each reminder and closing once, at its time."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from random import Random
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from supportdesk.domain.words import Channel, EntryKind, Verdict
from supportdesk.hub.hub import open_hub
from supportdesk.services.cases import handling, replies
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import CLOCK, ENTRY
from supportdesk.store.tables.desk import OPERATION, OUTBOX
from supportdesk.store.tables.sync import EFFECT
from tests.hub.struck_workers import Workers, settings_for, working
from tests.services.desk_world import World

# Sparkrock's terms: reminders and closings in business days, which are Monday to Friday in New York, no holidays.
ZONE = ZoneInfo("America/New_York")
BEGIN, END = datetime(2025, 6, 2, 4, 0, tzinfo=UTC), datetime(2025, 7, 2, 4, 0, tzinfo=UTC)
LADDERS = {
    "waiting_for_customer": ((2, "reminded"), (4, "reminded"), (6, "closed")),
    "complete": ((10, "closed"),),
}
CASES, OTHER_INSTANTS = 36, 60
SATURDAY = 5


@dataclass(frozen=True)
class Story:
    """A case that enters a stage, and when its client answers, if at all."""

    stage: str
    entered: datetime
    answered: datetime | None
    policy: str = "sparkrock"


def business_days_after(at: datetime, days: int) -> datetime:
    """The same time of day so many working days later; counted day by day, without the program's calendar."""
    local = at.astimezone(ZONE)
    while days:
        local += timedelta(days=1)
        days -= local.weekday() < SATURDAY
    return local.astimezone(UTC)


def in_office_hours(chance: Random, first: int, last: int) -> datetime:
    """Some minute of a working day of the month."""
    day = BEGIN.astimezone(ZONE).replace(hour=0) + timedelta(days=chance.randint(first, last))
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return (day + timedelta(minutes=chance.randint(8 * 60, 20 * 60 - 1))).astimezone(UTC)


def stories_of(chance: Random) -> list[Story]:
    stories = []
    for number in range(CASES):
        stage = "complete" if number % 4 == 3 else "waiting_for_customer"
        entered = in_office_hours(chance, 0, 12)
        answers = number % 3 == 1
        answered = entered + timedelta(minutes=chance.randint(1, 13 * 1440)) if answers else None
        stories.append(Story(stage, entered, answered))
    # Sage's terms have no countdown: whatever the scheduler does elsewhere, it sends nothing here.
    return [*stories, Story("waiting_for_client", in_office_hours(chance, 0, 3), None, "sage")]


def expected_of(story: Story) -> list[tuple[datetime, str]]:
    if story.policy != "sparkrock":
        return []
    steps = [(business_days_after(story.entered, days), kind) for days, kind in LADDERS[story.stage]]
    return [step for step in steps if step[0] < END and (story.answered is None or step[0] <= story.answered)]


def live_through(
    world: World, workers: Workers, stories: list[Story], chance: Random, strikes: int
) -> list[UUID]:
    """Let the month pass, instant by instant, with so many strikes at random; gives the cases."""
    clients = {policy: world.client(f"Client of {policy}", policy) for policy in ("sparkrock", "sage")}
    for client in clients.values():
        world.contract(client, starts_on=date(2025, 1, 1))
    acts: dict[datetime, list[tuple[int, str]]] = defaultdict(list)
    for number, story in enumerate(stories):
        acts[story.entered].append((number, "enter"))
        if story.answered is not None and story.answered < END:
            acts[story.answered].append((number, "answer"))
    span = int((END - BEGIN).total_seconds())
    # Whatever is due is due at a whole minute, so that a rest until then is told from that of a worker not elected.
    others = (BEGIN + timedelta(seconds=chance.randrange(span) + 0.1) for _ in range(OTHER_INSTANTS))
    # An instant after each that something is due at: then the workers have most to be struck down in.
    due = (
        at + timedelta(seconds=chance.randint(0, 3600) + 0.1)
        for story in stories
        for at, _ in expected_of(story)
    )
    instants = [*sorted({*others, *acts, *(at for at in due if at < END)}), END]
    struck = Counter(chance.choices(instants, k=strikes))
    found: dict[int, UUID] = {}
    for now in instants:
        world.now = now
        workers.reach(now, strikes=struck[now])
        for number, act in acts.get(now, ()):
            story = stories[number]
            if act == "enter":
                found[number] = logged(world, clients[story.policy], story.policy)
                handling.move_stage(world.desk, found[number], story.stage)
            else:
                replies.client_entry(world.desk, found[number], "Here it is.", channel=Channel.EMAIL)
    return [found[number] for number in range(len(stories))]


def logged(world: World, client: UUID, code: str) -> UUID:
    """A case with all that the client's policy asks for."""
    intake = world.desk.policies.versions(code)[-1].intake
    return world.case(
        client,
        "Payroll stops",
        severity="S3" if code == "sparkrock" else None,
        template={part.id: "x" for part in intake.template},
        reason=intake.reasons[0].id if intake.reasons else None,
        area=intake.areas[0].id if intake.areas else None,
    )


def steps_taken(store: Store, case_id: UUID) -> list[tuple[datetime, str]]:
    with store.read() as conn:
        rows = conn.execute(
            select(ENTRY.c.at, ENTRY.c.kind)
            .where(
                ENTRY.c.case_id == case_id,
                ENTRY.c.kind.in_([EntryKind.REMINDED.value, EntryKind.CLOSED.value]),
            )
            .order_by(ENTRY.c.at)
        )
        return [(row.at, row.kind) for row in rows]


@pytest.mark.parametrize(
    ("count", "strikes"),
    [pytest.param(2, 100, id="postgres", marks=pytest.mark.slow), pytest.param(1, 30, id="sqlite")],
)
def test_SPK_7_each_step_is_taken_once_at_its_time(
    count: int, strikes: int, request: pytest.FixtureRequest
) -> None:
    database = (
        request.getfixturevalue("postgres_url")
        if count > 1
        else str(request.getfixturevalue("tmp_path") / "hub.db")
    )
    chance = Random(7)
    stories = stories_of(chance)
    hub = open_hub(settings_for(database), create=True)
    try:
        world = World(hub.store, BEGIN)
        world.sits_down()
        with working(database, count, chance) as workers:
            cases = live_through(world, workers, stories, chance, strikes)
            assert workers.struck == strikes
            assert workers.struck_at_work > strikes // 3
        for story, case_id in zip(stories, cases, strict=True):
            assert steps_taken(hub.store, case_id) == expected_of(story), story
        assert_noted_once(hub.store, sum(len(expected_of(story)) for story in stories))
    finally:
        hub.store.close()


def assert_noted_once(store: Store, steps: int) -> None:
    """Each step is one operation with one message to the client; nothing waits to be sent; clocks were judged once."""
    with store.read() as conn:
        operations = conn.execute(select(OPERATION.c.id).where(OPERATION.c.name == "case.take_step")).all()
        effects = conn.execute(select(EFFECT.c.op_id).where(EFFECT.c.kind == "step")).all()
        assert {row.id for row in operations} == {row.op_id for row in effects}
        assert len(operations) == len(effects) == steps > CASES
        assert conn.execute(select(OUTBOX)).first() is None
        missed = conn.execute(select(CLOCK).where(CLOCK.c.verdict == Verdict.MISSED.value)).mappings().all()
        assert missed
        for clock in missed:
            assert 1 < clock["field_rev"]["verdict"] <= clock["rev"]
        running = conn.execute(select(CLOCK.c.due_at).where(CLOCK.c.verdict == Verdict.RUNNING.value))
        assert all(row.due_at is None or row.due_at >= END for row in running)


def test_the_working_days_of_the_test_are_counted_rightly() -> None:
    thursday = datetime(2025, 6, 5, 19, 45, tzinfo=UTC)
    later = [business_days_after(thursday, days) for days in (1, 2, 6)]
    assert [at.day for at in later] == [6, 9, 13]
    assert all(b > a for a, b in pairwise(later))
