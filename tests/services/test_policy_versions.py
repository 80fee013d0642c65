"""Policies by version: which is in effect when, how one is installed, and that no verdict ever moves."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.case_events import CaseEvent, EventKind
from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import EntryKind, Verdict
from supportdesk.rules.policies.file import PolicyRefused, load_policy
from supportdesk.services import schedule, undo
from supportdesk.services.cases import closing, handling, replies, telling
from supportdesk.services.cases.telling import ToldCase, ToldLine, logged_data
from supportdesk.services.in_hand.case_in_hand import Line
from supportdesk.services.in_hand.rules_in_force import Rules
from supportdesk.services.operations.policies import PolicyBook
from supportdesk.services.registers import policy_versions
from supportdesk.store.case_rows import load_state
from supportdesk.store.tables.cases import CLOCK, ENTRY
from tests.services.desk_world import START, World, policies

CASES = 1_000


def text_of(
    code: str, version: int, effective: date = date(2000, 1, 1), changes: Mapping[str, str] | None = None
) -> str:
    """The built-in file of a policy as a later version, with some of its text changed."""
    text = next(policy.text for policy in policies() if policy.code == code)
    first = {"version = 1\n": f"version = {version}\n", "2000-01-01": effective.isoformat()}
    for old, new in {**first, **(changes or {})}.items():
        assert old in text
        text = text.replace(old, new)
    return text


SHORTER = {
    "first_response = { business_days = 2 }": "first_response = { business_hours = 4 }",
    "first_response = { business_hours = 2 }": "first_response = { business_hours = 1 }",
}
OTHER_HOURS = {
    'mon = ["08:00-20:00"]': 'mon = ["10:00-16:00"]',
    'wed = ["08:00-20:00"]': 'wed = ["10:00-13:00"]',
    "business_day = { hours = 12 }": "business_day = { hours = 6 }\nholidays = { also = [2026-11-19] }",
}


def judged(world: World) -> dict[UUID, dict[str, Any]]:
    """Every clock that has its verdict, whole."""
    with world.store.read() as conn:
        rows = conn.execute(select(CLOCK).where(CLOCK.c.verdict != Verdict.RUNNING.value)).mappings()
        return {row["id"]: dict(row) for row in rows}


def closed_case(world: World, client: UUID, rules: Rules, number: int) -> ToldCase:
    """A case that was answered sooner or later and then closed by the client."""
    logged_at = START - timedelta(days=60) + timedelta(minutes=number * 37)
    answered_at = logged_at + timedelta(minutes=number * 71 % 9_000)
    severity = f"S{number % 4 + 1}"
    logged = CaseEvent(EventKind.LOGGED, logged_at, to=severity)
    answered = CaseEvent(EventKind.PUBLIC_ANSWER, answered_at)
    closed = CaseEvent(EventKind.CLOSED, answered_at, by_client=True)
    lines = (
        ToldLine(logged_at, Line(EntryKind.LOGGED, data=logged_data(rules, severity)), event=logged),
        ToldLine(answered_at, Line(EntryKind.REPLY, body="Done."), event=answered),
        ToldLine(answered_at, Line(EntryKind.CLOSED, by_client=True), event=closed),
    )
    fields = {"title": f"Case {number}", "organisation_id": client, "channel": "email", "cover": "contract"}
    return ToldCase(world.new_id(), fields, rules, lines)


def due(world: World, case_id: UUID) -> tuple[datetime | None, int]:
    with world.store.read() as conn:
        clock = load_state(conn, case_id)[0].clocks[-1]
    return clock.due_at, clock.policy_version


def test_TIME_6_a_thousand_closed_cases_keep_every_verdict(world: World) -> None:
    world.sits_down()
    branch = world.branch()
    client = world.client(branch_id=branch)
    world.contract(client)
    rules, _ = telling.standing(
        world.desk, client, policy_code="sparkrock", branch_id=branch, plan_id=None, at=START
    )
    telling.write_cases(world.desk, [closed_case(world, client, rules, number) for number in range(CASES)])
    running = world.case(client, severity="S3")
    before = judged(world)
    assert len(before) >= CASES
    verdicts = Counter(clock["verdict"] for clock in before.values())
    assert min(verdicts["met"], verdicts["missed"], verdicts["stopped"]) > CASES // 10
    was_due, _ = due(world, running)
    for version, changes in enumerate((SHORTER, {**SHORTER, **OTHER_HOURS}), start=2):
        policy_versions.install(world.desk, text_of("sparkrock", version, changes=changes))
        schedule.run_due(world.desk)
        assert judged(world) == before
        is_due, by_version = due(world, running)
        assert (is_due != was_due, by_version) == (True, version)
        was_due = is_due


def test_TIME_6_running_clocks_follow_a_new_version_and_say_so(world: World) -> None:
    world.sits_down()
    case_id = world.case(world.client(), severity="S3")
    done = policy_versions.install(world.desk, text_of("sparkrock", 2, changes=SHORTER))
    assert done.outcome.changes.everything
    assert due(world, case_id) == (START + timedelta(hours=4), 2)
    with world.store.read() as conn:
        line = conn.execute(select(ENTRY).where(ENTRY.c.kind == EntryKind.POLICY.value)).one()
    assert (line.data["from"]["version"], line.data["rules"]["version"]) == (1, 2)
    assert (line.author_id, line.case_id) == (None, case_id)


def test_TIME_6_a_version_of_tomorrow_counts_from_tomorrow(world: World) -> None:
    world.sits_down()
    case_id = world.case(world.client(), severity="S4")
    tomorrow = world.now.date() + timedelta(days=1)
    shorter = {"first_response = { business_days = 5 }": "first_response = { business_days = 3 }"}
    policy_versions.install(world.desk, text_of("sparkrock", 2, tomorrow, shorter))
    assert due(world, case_id)[1] == 1
    # Midnight in New York, where the policy's calendar lies, is five in the morning UTC.
    world.now = datetime(tomorrow.year, tomorrow.month, tomorrow.day, 4, 59, tzinfo=UTC)
    assert schedule.run_due(world.desk) == ()
    world.later(minutes=1)
    (done,) = schedule.run_due(world.desk)
    assert done.operation is not None
    assert done.operation.name == "case.adopt_rules"
    assert due(world, case_id)[1] == 2
    assert schedule.run_due(world.desk) == ()
    assert due(world, world.case(world.client("Northwind"), severity="S4"))[1] == 2


def test_TIME_6_a_case_stays_under_its_version_where_the_new_one_has_no_place_for_it(world: World) -> None:
    world.sits_down()
    placed, unplaced = (world.case(world.client(name), severity="S3") for name in ("Hartwell", "Northwind"))
    handling.move_stage(world.desk, unplaced, "not_reproducible")
    text = text_of("sparkrock", 2).replace('id = "not_reproducible"', 'id = "not_seen_here"')
    policy_versions.install(world.desk, text)
    assert (due(world, placed)[1], due(world, unplaced)[1]) == (2, 1)
    assert schedule.run_due(world.desk) == ()
    replies.note(world.desk, unplaced, "Seen here after all.")


def test_TIME_6_a_reactivated_case_comes_under_the_version_in_effect(world: World) -> None:
    world.sits_down()
    case_id = world.case(world.client(), severity="S3")
    closing.close(world.desk, case_id, by_client=True)
    policy_versions.install(world.desk, text_of("sparkrock", 2, changes=SHORTER))
    assert due(world, case_id)[1] == 1
    closing.reactivate(world.desk, case_id)
    assert due(world, case_id) == (world.now + timedelta(hours=4), 2)


def test_TIME_6_a_closing_taken_back_leads_under_the_version_in_effect(world: World) -> None:
    world.sits_down()
    case_id = world.case(world.client(), severity="S3")
    closed = closing.close(world.desk, case_id, by_client=True)
    policy_versions.install(world.desk, text_of("sparkrock", 2, changes=SHORTER))
    undo.undo(world.desk, closed.outcome.operation)
    assert due(world, case_id) == (START + timedelta(hours=4), 2)


def test_ONX_1_a_branchs_own_hours_stay_with_a_new_version(world: World) -> None:
    world.sits_down()
    hours = {
        "time_zone": "America/New_York",
        "weekly": {"wed": [["08:00", "11:00"]], "fri": [["08:00", "11:00"]]},
    }
    branch = world.branch("Boston", calendar=hours)
    case_id = world.case(world.client(branch_id=branch), severity="S3")
    for version in (1, 2):
        # One hour today, three on Friday, two on Wednesday.
        assert due(world, case_id) == (START + timedelta(days=7), version)
        policy_versions.install(world.desk, text_of("sparkrock", version + 1))


def test_a_version_is_installed_once_and_counts_up(world: World) -> None:
    policy_versions.install(world.desk, text_of("sparkrock", 3))
    for version in (1, 2, 3):
        with pytest.raises(KnownError, match="newest version"):
            policy_versions.install(world.desk, text_of("sparkrock", version))
    assert [policy.version for policy in world.desk.policies.versions("sparkrock")] == [1, 3]


def test_a_broken_file_is_refused_with_all_that_is_wrong(world: World) -> None:
    broken = text_of("sparkrock", 2, changes={'kind = "waiting"': 'kind = "sleeping"'})
    with pytest.raises(PolicyRefused) as refusal:
        policy_versions.install(world.desk, broken, "my.toml")
    assert refusal.value.source == "my.toml"
    assert refusal.value.problems
    assert [policy.version for policy in world.desk.policies.versions("sparkrock")] == [1]


def test_a_sixth_policy_is_a_sixth_file(world: World) -> None:
    text = text_of("sparkrock", 1).replace('id = "sparkrock"', 'id = "harbour"')
    policy_versions.install(world.desk, text)
    case_id = world.case(world.client("Pier Nine", "harbour"), severity="S1")
    assert due(world, case_id)[0] == START + timedelta(hours=2)


def test_another_desk_over_the_same_file_knows_what_was_installed(world: World) -> None:
    policy_versions.install(world.desk, text_of("sparkrock", 2, changes=SHORTER))
    book = PolicyBook(policies())
    with pytest.raises(KnownError, match="not on this desk"):
        book.version("sparkrock", 2)
    with world.store.read() as conn:
        book.refresh(conn)
    assert book.version("sparkrock", 2).severities[2].first_response is not None


def book(*versions: tuple[int, date]) -> PolicyBook:
    return PolicyBook(load_policy(text_of("sparkrock", version, day), "test") for version, day in versions)


@pytest.mark.parametrize(
    ("at", "version"),
    [
        (datetime(1999, 1, 1, tzinfo=UTC), 1),
        (datetime(2026, 3, 1, 4, 59, tzinfo=UTC), 1),
        (datetime(2026, 3, 1, 5, 0, tzinfo=UTC), 2),
        (datetime(2026, 6, 30, tzinfo=UTC), 2),
        (datetime(2026, 7, 1, 4, 0, tzinfo=UTC), 4),
    ],
)
def test_the_version_in_effect_begins_with_its_day_in_its_own_zone(at: datetime, version: int) -> None:
    known = book((1, date(2020, 1, 1)), (2, date(2026, 3, 1)), (3, date(2026, 7, 1)), (4, date(2026, 7, 1)))
    assert known.in_effect("sparkrock", at).version == version


def test_an_unknown_policy_is_told_with_those_there_are() -> None:
    known = PolicyBook(policies())
    for ask in (known.versions, lambda code: known.in_effect(code, START)):
        with pytest.raises(KnownError, match="acme") as refusal:
            ask("acme")
        assert "sparkrock" in refusal.value.remedy
