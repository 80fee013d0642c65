"""Visits planned, reported part by part and finished; remote sessions; files with their bytes."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.words import AgentRole, EntryKind
from supportdesk.rules.cases.visit_report import CheckedPoint, Health
from supportdesk.services import undo
from supportdesk.services.cases import attachments, remote_sessions, replies, visits
from supportdesk.services.in_hand import attention
from supportdesk.services.queries import details, sidebar
from supportdesk.store.blobs import Blobs
from tests.services.desk_world import World, made

TOMORROW = datetime(2026, 11, 19, 8, 0, tzinfo=UTC)


@pytest.fixture
def case(world: World) -> UUID:
    """A case of a client in its first, free year."""
    branch = world.branch("Sana'a", kind="central", time_zone="Asia/Aden")
    world.sits_down("Karim Haddad", AgentRole.FIELD_ENGINEER, AgentRole.MANAGER, branch_id=branch)
    client = world.client(
        "Al-Rashid Trading", "onyxpro", branch_id=branch, start_date=datetime(2026, 6, 1, tzinfo=UTC).date()
    )
    return world.case(client, reason="update")


def planned(world: World, case: UUID) -> UUID:
    client = details.case(world.desk, case).organisation_id
    assert client is not None
    return made(
        visits.plan(
            world.desk, client, planned_at=TOMORROW, engineer_id=world.desk.actor, case_ids=(case,)
        ).created
    )


def reported(world: World, visit: UUID) -> None:
    world.now = TOMORROW
    visits.arrive(world.desk, visit)
    visits.write_report(
        world.desk,
        visit,
        performance=(CheckedPoint("Backup", Health.GOOD), CheckedPoint("Disk", Health.WATCH, "80 % full")),
        work_done="Rebuilt the index.",
    )
    visits.write_report(
        world.desk, visit, recommendations="A larger disk.", client_suggestions="Arabic help."
    )


def test_ONX_2_a_visit_is_finished_only_with_all_required_parts(world: World, case: UUID) -> None:
    visit = planned(world, case)
    world.now = TOMORROW
    visits.arrive(world.desk, visit)
    with pytest.raises(RuleRefusal, match="not complete") as told:
        visits.finish(world.desk, visit, agreed_name="Amal Rashid")
    assert told.value.rule == "ONX-2"
    assert all(part in told.value.what for part in ("performance", "work done", "recommendations"))
    reported(world, visit)
    with pytest.raises(RuleRefusal, match="agreement"):
        visits.finish(world.desk, visit, agreed_name=" ")
    world.later(hours=3, minutes=25)
    visits.finish(world.desk, visit, agreed_name="Amal Rashid")
    (line,) = visits.visits_between(world.desk, TOMORROW, TOMORROW + timedelta(days=1))
    assert (line.number, line.state, line.left_at) == ("VR-0001", "finished", world.now)
    assert line.case_numbers == (details.case(world.desk, case).number,)


def test_ONX_2_the_report_stands_on_the_case_and_reaches_those_concerned(world: World, case: UUID) -> None:
    visit = planned(world, case)
    reported(world, visit)
    world.later(hours=2)
    visits.finish(world.desk, visit, agreed_name="Amal Rashid")
    item = details.timeline(world.desk, case).items[-1]
    assert (item.kind, item.body, item.data["agreed_by"]) == (
        EntryKind.VISIT,
        "Rebuilt the index.",
        "Amal Rashid",
    )
    assert item.data["health"] == ["good", "watch"]
    assert item.data["report_to"] == ["department", "branches", "managers", "engineers"]
    assert details.case(world.desk, case).seconds_spent["on_site"] == 2 * 3600
    assert [each.kind for each in attention.open_items(world.desk)] == ["visit_report", "visit_report"]


def test_ONX_2_a_finished_report_stays_as_it_was_signed(world: World, case: UUID) -> None:
    visit = planned(world, case)
    reported(world, visit)
    visits.finish(world.desk, visit, agreed_name="Amal Rashid")
    with pytest.raises(KnownError, match="is finished"):
        visits.write_report(world.desk, visit, problems="One more.")
    with pytest.raises(KnownError, match="is finished"):
        visits.edit(world.desk, visit, left_at=world.now)
    with pytest.raises(KnownError, match="is finished"):
        visits.finish(world.desk, visit, agreed_name="Somebody")


def test_a_visit_is_not_finished_by_editing_its_state(world: World, case: UUID) -> None:
    visit = planned(world, case)
    with pytest.raises(KnownError, match="client's agreement"):
        visits.edit(world.desk, visit, state="finished")
    with pytest.raises(KnownError, match="no part “weather”"):
        visits.write_report(world.desk, visit, weather="Rain")


def test_what_was_written_of_a_report_can_be_taken_back(world: World, case: UUID) -> None:
    visit = planned(world, case)
    visits.write_report(world.desk, visit, problems="First")
    done = visits.write_report(world.desk, visit, problems="Second")
    assert done.operation is not None
    undo.undo(world.desk, done.operation.id)
    reported(world, visit)
    visits.finish(world.desk, visit, agreed_name="Amal Rashid")


def test_visits_of_today_are_counted_in_the_branchs_own_day(world: World, case: UUID) -> None:
    planned(world, case)
    assert sidebar.counts(world.desk).visits_today == 0
    world.now = datetime(2026, 11, 18, 21, 30, tzinfo=UTC)  # the 19th has begun in Sana'a
    assert sidebar.counts(world.desk).visits_today == 1


def test_SYN_1_a_visit_needs_cover_too(world: World) -> None:
    world.sits_down(branch_id=world.branch())
    client = world.client("Cobalt Freight", "synergy")
    case = world.case(client)
    with pytest.raises(RuleRefusal, match="A visit is support") as told:
        visits.plan(world.desk, client, planned_at=TOMORROW, engineer_id=world.desk.actor, case_ids=(case,))
    assert told.value.rule == "SYN-1"
    assert visits.visits_between(world.desk, TOMORROW, TOMORROW + timedelta(days=1)) == ()


def test_DSK_4_a_session_is_logged_before_the_tool_starts_and_once_it_ended(world: World, case: UUID) -> None:
    session = made(
        remote_sessions.start_session(
            world.desk, case, tool="TeamViewer", remote_id="123456789", consent_by="Amal Rashid"
        ).created
    )
    assert [item.kind for item in details.timeline(world.desk, case).items] == [EntryKind.LOGGED]
    with pytest.raises(KnownError, match="before its beginning"):
        remote_sessions.end_session(
            world.desk, case, session, ended_at=world.now - timedelta(minutes=1), note="No"
        )
    world.later(minutes=12)
    remote_sessions.end_session(world.desk, case, session, note="Rebuilt the index.")
    with pytest.raises(KnownError, match="has ended already"):
        remote_sessions.end_session(world.desk, case, session)
    item = details.timeline(world.desk, case).items[-1]
    assert (item.data["tool"], item.data["seconds"], item.body) == ("TeamViewer", 720, "Rebuilt the index.")


def test_a_file_is_kept_once_by_its_content_and_read_back(world: World, case: UUID, tmp_path: Path) -> None:
    blobs = Blobs(tmp_path / "blobs")
    first = attachments.keep(blobs, BytesIO(b"ledger"), "ledger.csv", "text/csv")
    again = attachments.keep(blobs, BytesIO(b"ledger"), "copy.csv", "text/csv")
    assert first.sha256 == again.sha256
    attachments.attach_files(world.desk, case, [first, again])
    replies.note(world.desk, case, "See the file.", files=[first])
    by_kind = {item.kind: item for item in details.timeline(world.desk, case).items}
    assert [file.name for file in by_kind[EntryKind.ATTACHMENT].files] == ["ledger.csv", "copy.csv"]
    (file,) = by_kind[EntryKind.NOTE].files
    assert (file.size, file.media_type, file.state) == (6, "text/csv", "local")
    with attachments.read_file(world.desk, blobs, file.id) as stream:
        assert stream.read() == b"ledger"
    blobs.path(first.sha256).write_bytes(b"forged")
    with pytest.raises(KnownError, match="are not what was attached"):
        attachments.read_file(world.desk, blobs, file.id)
    with pytest.raises(KnownError, match="No file was chosen"):
        attachments.attach_files(world.desk, case, [])


def test_a_photo_belongs_to_the_report_until_that_is_finished(
    world: World, case: UUID, tmp_path: Path
) -> None:
    photo = attachments.keep(Blobs(tmp_path), BytesIO(b"jpeg"), "server-room.jpg", "image/jpeg")
    visit = planned(world, case)
    attachments.attach_to_visit(world.desk, visit, photo)
    reported(world, visit)
    visits.finish(world.desk, visit, agreed_name="Amal Rashid")
    with pytest.raises(KnownError, match="is finished"):
        attachments.attach_to_visit(world.desk, visit, photo)
