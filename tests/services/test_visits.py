"""Visits planned and put in order; files with their bytes."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.words import AgentRole, EntryKind
from supportdesk.services.cases import attachments, replies, visit_reports, visits
from supportdesk.services.queries import details, sidebar, visit_lists
from supportdesk.store.blobs import Blobs
from tests.services.desk_world import World, made
from tests.services.signing import sign, whole_report

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


def test_visits_of_today_are_counted_in_the_branchs_own_day(world: World, case: UUID) -> None:
    planned(world, case)
    assert sidebar.counts(world.desk).visits_today == 0
    world.now = datetime(2026, 11, 18, 21, 30, tzinfo=UTC)  # the 19th has begun in Sana'a
    assert sidebar.counts(world.desk).visits_today == 1


def test_the_visits_of_a_day_stand_in_the_order_that_was_given_by_hand(world: World, case: UUID) -> None:
    first, second, third = (planned(world, case) for _ in range(3))
    visits.order_route(world.desk, [third, first])
    lines = visit_lists.visits_between(world.desk, TOMORROW, TOMORROW + timedelta(days=1))
    assert [line.id for line in lines] == [third, first, second]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("travel_minutes", -1),
        ("travel_km", 1.5),
        ("position", True),
        ("travel_km", "far"),
        ("position", 10**9),
    ],
)
def test_travel_is_counted_in_whole_numbers(world: World, case: UUID, field: str, value: object) -> None:
    visit = planned(world, case)
    with pytest.raises(KnownError, match="whole number"):
        visits.edit(world.desk, visit, **{field: value})
    visits.edit(world.desk, visit, **{field: 35})
    visits.edit(world.desk, visit, **{field: None})


def test_a_visit_is_not_finished_by_editing_its_state(world: World, case: UUID) -> None:
    visit = planned(world, case)
    with pytest.raises(KnownError, match="client's agreement"):
        visits.edit(world.desk, visit, state="finished")
    with pytest.raises(KnownError, match="is not edited"):
        visits.edit(world.desk, visit, number="VR-9999")


def test_SYN_1_a_visit_needs_cover_too(world: World) -> None:
    world.sits_down(branch_id=world.branch())
    client = world.client("Cobalt Freight", "synergy")
    case = world.case(client)
    with pytest.raises(RuleRefusal, match="A visit is support") as told:
        visits.plan(world.desk, client, planned_at=TOMORROW, engineer_id=world.desk.actor, case_ids=(case,))
    assert told.value.rule == "SYN-1"
    assert visit_lists.visits_between(world.desk, TOMORROW, TOMORROW + timedelta(days=1)) == ()


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
    assert (file.size, file.media_type, file.state) == (6, "text/csv", "stored")
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
    world.now = TOMORROW
    visits.arrive(world.desk, visit)
    whole_report(world.desk, visit)
    sign(world.desk, visit)
    visit_reports.finish(world.desk, visit)
    with pytest.raises(KnownError, match="is finished"):
        attachments.attach_to_visit(world.desk, visit, photo)
