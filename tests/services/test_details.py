"""One case opened: header, clocks with their reasons, choices, links, timeline, and all of it as of the past."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.words import Channel, ClockKind, Cover, EntryKind, LinkKind, StageKind, Verdict
from supportdesk.services import undo
from supportdesk.services.cases import closing, handling, linking, remote_sessions, replies
from supportdesk.services.entitlements import engagements
from supportdesk.services.person import marks
from supportdesk.services.queries import details
from supportdesk.services.registers import knowledge
from supportdesk.services.registers.knowledge import NewTrackingNote
from supportdesk.services.views import CaseDetail, StageChoice
from tests.services.desk_world import World, made

HOUR = timedelta(hours=1)


@pytest.fixture
def client(world: World) -> UUID:
    """A covered client of a desk in Toronto."""
    branch = world.branch()
    world.sits_down(branch_id=branch)
    client = world.client(client_code="HARTW", branch_id=branch, language="en")
    world.contract(client, "gold")
    return client


def stage_named(detail: CaseDetail, name: str) -> StageChoice:
    return next(stage for stage in detail.stages if stage.name == name)


def test_the_header_names_people_and_things(world: World, client: UUID) -> None:
    contact = world.named_contact(
        client, role="Controller", phone="+1 905 555 0148", email="diane@hartwell.example"
    )
    product = world.product()
    case = world.case(
        client,
        "Valuation differs",
        contact_id=contact,
        product_id=product,
        product_version="9.4.2",
        severity="S1",
        channel=Channel.PORTAL,
        template={"summary": "Since last night."},
    )
    handling.assign(world.desk, case, world.desk.actor)
    handling.verify_severity(world.desk, case, "S2", reason="Three of eleven users.")
    shown = details.case(world.desk, case)
    assert (shown.branch, shown.organisation, shown.client_code) == ("Toronto", "Hartwell Motors", "HARTW")
    assert (shown.contact, shown.contact_role, shown.phone) == (
        "Diane Hartwell",
        "Controller",
        "+1 905 555 0148",
    )
    assert (shown.product, shown.product_version) == ("Ledgerline ERP", "9.4.2")
    assert shown.severity_claimed is not None
    assert shown.severity_verified is not None
    assert (shown.severity_claimed.code, shown.severity_verified.name) == ("S1", "High")
    assert shown.severity_reason == "Three of eleven users."
    assert shown.owner is not None
    assert shown.owner.name == "Nadia Karim"
    assert shown.stage.name == "Investigation/In Progress"
    assert shown.template == (("Summary", "Since last night."),)
    assert shown.calendar_open
    assert shown.open
    assert shown.local_time_zone == "America/Toronto"


def test_TIME_5_the_clock_comes_with_a_sum_that_adds_up(world: World, client: UUID) -> None:
    case = world.case(client, severity="S2")
    handling.assign(world.desk, case, world.desk.actor)
    world.later(hours=1)
    handling.move_stage(world.desk, case, "on_hold")
    world.later(hours=2)
    handling.move_stage(world.desk, case, "in_progress")
    world.later(minutes=30)
    clock = details.case(world.desk, case).clocks[0]
    assert (clock.kind, clock.deadline.state, clock.severity) == (
        ClockKind.FIRST_RESPONSE,
        "running",
        "S2 High",
    )
    assert clock.target_seconds == 6 * 3600
    assert clock.counted_seconds == 90 * 60
    assert clock.left_seconds == clock.target_seconds - clock.counted_seconds
    assert sum(step.counted_seconds for step in clock.steps) == clock.target_seconds
    assert [reason.kind for reason in clock.reasons] == ["started", "severity", "calendar", "paused"]
    assert clock.reasons[-1].params["lost_seconds"] == 2 * 3600
    assert (clock.calendar_name, clock.policy_version, clock.rule_number) == ("New York", 1, 2)
    assert clock.deadline.due_at == datetime(2026, 11, 18, 23, 0, tzinfo=UTC)
    assert all(start < end for start, end in clock.open_intervals)
    assert "not counted" in clock.text


def test_a_paused_clock_and_one_that_is_met_read_so(world: World, client: UUID) -> None:
    case = world.case(client, severity="S2")
    replies.reply(world.desk, case, "We see it.")
    handling.move_stage(world.desk, case, "on_hold")
    update, response = details.case(world.desk, case).clocks
    assert (update.kind, update.deadline.state) == (ClockKind.NEXT_UPDATE, "paused")
    assert (response.deadline.state, response.verdict, response.met_at) == ("met", Verdict.MET, world.now)


def test_TIME_6_a_clock_is_explained_by_the_hours_that_judged_it(world: World) -> None:
    hours = {
        "time_zone": "America/Toronto",
        "weekly": {"wed": [["09:00", "17:00"]], "thu": [["09:00", "17:00"]]},
    }
    branch = world.branch(calendar=hours)
    world.sits_down(branch_id=branch)
    client = world.client(branch_id=branch)
    world.contract(client, "standard")
    case = world.case(client, severity="S2")
    clock = details.case(world.desk, case).clocks[0]
    assert clock.calendar_name == "Toronto"
    assert clock.target_seconds == 4 * 3600
    assert sum(step.counted_seconds for step in clock.steps) == clock.target_seconds


def test_SPK_6_each_stage_says_what_stands_in_its_way(world: World, client: UUID) -> None:
    case = world.case(client, severity="S3")
    handling.assign(world.desk, case, world.desk.actor)
    shown = details.case(world.desk, case)
    assert "only after Development" in stage_named(shown, "Testing").refused
    assert stage_named(shown, "Development").refused == ""
    assert stage_named(shown, "Updated by Customer").refused
    assert stage_named(shown, "New").refused
    vendor = stage_named(shown, "Waiting for 3rd Party Vendor")
    assert vendor.refused == ""
    assert "vendor" in vendor.asks
    assert stage_named(shown, "Closed").kind is StageKind.CLOSED
    assert stage_named(shown, "Closed").refused == ""
    handling.move_stage(world.desk, case, "development")
    assert stage_named(details.case(world.desk, case), "Testing").refused == ""


def test_what_a_stage_may_not_be_moved_to_is_refused_when_tried(world: World, client: UUID) -> None:
    case = world.case(client, severity="S3")
    handling.assign(world.desk, case, world.desk.actor)
    for stage in details.case(world.desk, case).stages:
        if stage.refused:
            with pytest.raises(RuleRefusal):
                handling.move_stage(world.desk, case, stage.id, vendor="Acme")


def test_SYN_1_the_strip_says_why_support_is_refused(world: World) -> None:
    world.sits_down(branch_id=world.branch())
    case = world.case(world.client("Cobalt Freight", "synergy"))
    entitlement = details.case(world.desk, case).entitlement
    assert (entitlement.cover, entitlement.supported, entitlement.rule) == (Cover.NONE, False, "SYN-1")
    assert entitlement.refused_acts == {"reply", "remote_session", "visit"}
    with pytest.raises(RuleRefusal, match="session is support"):
        remote_sessions.start_session(world.desk, case, tool="TeamViewer")


def test_SPK_7_the_countdown_is_shown(world: World, client: UUID) -> None:
    case = world.case(client, severity="S3")
    replies.reply(world.desk, case, "What do you see?", then_stage="waiting_for_customer")
    shown = details.case(world.desk, case)
    assert shown.next_reminder_at == datetime(2026, 11, 20, 15, 0, tzinfo=UTC)
    assert shown.closes_at == datetime(2026, 11, 26, 15, 0, tzinfo=UTC)


def test_SAG_6_a_closed_case_says_until_when_it_can_come_back(world: World) -> None:
    world.sits_down(branch_id=world.branch())
    client = world.client("Laiterie du Sahel", "sage", certified_partner=True)
    answers = dict.fromkeys(
        ("summary", "since_when", "worked_before", "affected", "expected_result", "actual_result", "tried"),
        "x",
    )
    case = world.case(client, reason="error", area="payroll", template=answers)
    closing.close(world.desk, case)
    shown = details.case(world.as_agent(world.desk.actor, language="fr"), case)
    assert (shown.open, shown.closed_at, shown.stage.name) == (False, world.now, "Clos")
    assert shown.reactivate_until == world.now + timedelta(days=14)
    assert (shown.area, shown.reason) == ("Paie", "Anomalie ou message d'erreur")


def test_the_timeline_gives_the_newest_first_page_oldest_first(world: World, client: UUID) -> None:
    case = world.case(client, severity="S3")
    for number in range(9):
        world.later(minutes=1)
        replies.note(world.desk, case, f"Note {number}")
    newest = details.timeline(world.desk, case, limit=4)
    assert [item.body for item in newest.items] == ["Note 5", "Note 6", "Note 7", "Note 8"]
    assert newest.earlier == 6
    older = details.timeline(world.desk, case, limit=40, before=newest.items[0].id)
    assert older.earlier == 0
    assert [item.kind for item in older.items] == [EntryKind.LOGGED, *[EntryKind.NOTE] * 5]


def test_the_timeline_names_stages_and_people(world: World, client: UUID) -> None:
    tom = world.agent("Tom Ashworth")
    case = world.case(client, severity="S3", body="It stops at 62 %.")
    handling.assign(world.desk, case, tom)
    handling.edit(world.desk, case, organisation_id=world.client("Hartwell Marine"))
    french = world.as_agent(world.desk.actor, language="fr")
    by_kind = {item.kind: item for item in details.timeline(french, case).items}
    logged = by_kind[EntryKind.LOGGED]
    assert (logged.body, logged.from_client, logged.system, logged.public) == (
        "It stops at 62 %.",
        True,
        False,
        True,
    )
    assert by_kind[EntryKind.ASSIGNED].data["to_name"] == "Tom Ashworth"
    assert by_kind[EntryKind.STAGE].data["from_name"] == "Nouveau"
    assert by_kind[EntryKind.STAGE].system
    assert by_kind[EntryKind.EDITED].data["names"]["organisation_id"] == [
        "Hartwell Motors",
        "Hartwell Marine",
    ]


def test_what_was_taken_back_is_marked(world: World, client: UUID) -> None:
    case = world.case(client, severity="S3")
    done = handling.agree_update(world.desk, case, world.now + 5 * HOUR)
    assert done.operation is not None
    undo.undo(world.desk, done.operation.id)
    marked = {item.kind: item.data.get("undone", False) for item in details.timeline(world.desk, case).items}
    assert marked[EntryKind.UPDATE_AGREED]
    assert not marked[EntryKind.UNDONE]


def test_a_merged_case_shows_its_entries_in_the_other(world: World, client: UUID) -> None:
    case, double = world.case(client, "First", severity="S3"), world.case(client, "Second", severity="S3")
    replies.note(world.desk, double, "Said on the second")
    world.later(minutes=1)
    linking.merge(world.desk, double, case)
    items = details.timeline(world.desk, case).items
    number = details.case(world.desk, double).number
    assert [item.from_case for item in items if item.body == "Said on the second"] == [number]
    before = details.timeline(world.desk, case, as_of=world.now - timedelta(seconds=30)).items
    assert "Said on the second" not in [item.body for item in before]
    world.later(minutes=1)
    linking.undo_merge(world.desk, double)
    assert "Said on the second" not in [item.body for item in details.timeline(world.desk, case).items]


def test_a_case_is_shown_as_it_was(world: World, client: UUID) -> None:
    case = world.case(client, "First title", severity="S3")
    world.later(hours=1)
    handling.assign(world.desk, case, world.desk.actor)
    handling.edit(world.desk, case, title="Second title")
    then = world.now
    world.later(hours=1)
    replies.reply(world.desk, case, "We see it.")
    handling.edit(world.desk, case, title="Third title")
    handling.move_stage(world.desk, case, "development")
    past = details.case(world.desk, case, as_of=then)
    assert (past.title, past.stage.id, past.as_of) == ("Second title", "in_progress", then)
    assert past.clocks[0].verdict is Verdict.RUNNING
    assert [item.kind for item in details.timeline(world.desk, case, as_of=then).items].count(
        EntryKind.EDITED
    ) == 1
    assert details.case(world.desk, case, as_of=then - HOUR).owner is None
    with pytest.raises(KnownError, match="was not logged by then"):
        details.case(world.desk, case, as_of=then - 2 * HOUR)


def test_links_read_from_both_ends(world: World, client: UUID) -> None:
    case, other = world.case(client, "First", severity="S3"), world.case(client, "Second", severity="S3")
    linking.link(world.desk, case, other, LinkKind.DUPLICATE_OF)
    note = made(knowledge.create_tracking_note(world.desk, NewTrackingNote("Rounds to two decimals")).created)
    knowledge.link_tracking_note(world.desk, case, note)
    assert [(link.kind, link.title) for link in details.case(world.desk, case).links] == [
        (LinkKind.DUPLICATE_OF, "Second"),
        ("tracking_note", "Rounds to two decimals"),
    ]
    assert [(link.kind, link.title) for link in details.case(world.desk, other).links] == [
        ("has_duplicate", "First")
    ]


def test_time_spent_and_watchers(world: World, client: UUID) -> None:
    case = world.case(client, severity="S3")
    session = made(
        remote_sessions.start_session(world.desk, case, tool="TeamViewer", consent_by="D. H.").created
    )
    world.later(minutes=23)
    remote_sessions.end_session(world.desk, case, session, note="Rebuilt average costs.")
    replies.call(world.desk, case, "Asked to hold.", direction="incoming", seconds=240)
    marks.follow(world.desk, case)
    shown = details.case(world.desk, case)
    assert shown.seconds_spent == {"remote": 23 * 60, "on_site": 0, "desk": 240}
    assert [watcher.name for watcher in shown.watchers] == ["Nadia Karim"]
    assert shown.followed
    _begun, item = (
        each for each in details.timeline(world.desk, case).items if each.kind is EntryKind.REMOTE_SESSION
    )
    assert (item.body, item.data["seconds"], item.data["consent_by"]) == (
        "Rebuilt average costs.",
        1380,
        "D. H.",
    )


def test_an_engagement_opens_the_stage_that_needs_it(world: World, client: UUID) -> None:
    case = world.case(client, severity="S3")
    engagements.open_engagement(
        world.desk, client, "work_order", "Repair the printer driver", case_id=case, vendor="Acme"
    )
    shown = details.case(world.desk, case)
    (work,) = shown.links
    assert (work.kind, work.title, work.detail) == (
        "engagement",
        "Repair the printer driver",
        "Third-party work order",
    )
    assert "engagement" not in stage_named(shown, "Waiting for 3rd Party Vendor").asks


def test_news_since_the_last_look(world: World, client: UUID) -> None:
    case = world.case(client, severity="S3")
    world.later(minutes=1)
    marks.seen(world.desk, case)
    seen = world.now
    assert details.case(world.desk, case).unread_since is None
    world.later(minutes=1)
    replies.client_entry(world.desk, case, "Again.", channel=Channel.EMAIL)
    assert details.case(world.desk, case).unread_since == seen


def test_a_case_that_is_not_here_says_so(world: World) -> None:
    for look in (details.case, details.timeline):
        with pytest.raises(KnownError, match="no case with the id"):
            look(world.desk, UUID(int=77))
