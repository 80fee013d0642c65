"""Visits planned and put in order; files with their bytes."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.words import AgentRole, EntryKind
from supportdesk.services import undo
from supportdesk.services.cases import attachments, replies, visit_reports, visits
from supportdesk.services.queries import details, sidebar, visit_lists, visit_views
from supportdesk.store.blobs import Blobs
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.work import VISIT
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


def test_ONX_2_once_begun_a_visit_lies_where_it_was(world: World, case: UUID) -> None:
    late, before, as_planned = (planned(world, case) for _ in range(3))
    day = timedelta(days=1)
    world.now = TOMORROW + day + timedelta(hours=2)
    visits.arrive(world.desk, late)
    visits.leave(world.desk, late)
    world.later(minutes=30)
    visits.edit(world.desk, before, planned_at=TOMORROW + 3 * day)
    visits.arrive(world.desk, before)
    lists = [
        visit_lists.visits_between(world.desk, TOMORROW + n * day, TOMORROW + (n + 1) * day) for n in range(4)
    ]
    assert [[line.id for line in each] for each in lists] == [[as_planned], [late, before], [], []]
    assert sidebar.counts(world.desk).visits_today == 2


def test_ONX_2_a_visit_that_goes_to_another_day_stands_there_by_its_time(world: World, case: UUID) -> None:
    first, second = (planned(world, case) for _ in range(2))
    visits.order_route(world.desk, [second, first])
    next_day = TOMORROW + timedelta(days=1)
    early = planned(world, case)
    visits.edit(world.desk, early, planned_at=next_day)
    moved = visits.edit(world.desk, first, planned_at=next_day + timedelta(hours=3))
    assert day_of(world, next_day) == [early, first]
    assert moved.operation is not None
    undo.undo(world.desk, moved.operation.id)
    assert places(world, first, second) == [2, 1]


def test_ONX_2_a_visit_keeps_its_place_within_the_day_and_loses_it_to_another_engineer(
    world: World, case: UUID
) -> None:
    first, second = (planned(world, case) for _ in range(2))
    visits.order_route(world.desk, [second, first])
    # It is the same day in Sana'a up to nine in the evening by UTC.
    visits.edit(world.desk, second, planned_at=TOMORROW.replace(hour=20, minute=30))
    assert places(world, first, second) == [2, 1]
    other = world.agent("Omar Ben Salem", AgentRole.FIELD_ENGINEER)
    visits.edit(world.desk, second, engineer_id=other, position=4)
    assert places(world, first, second) == [2, 4]
    visits.edit(world.desk, first, engineer_id=other)
    assert places(world, first, second) == [None, 4]


def day_of(world: World, at: datetime) -> list[UUID]:
    return [line.id for line in visit_views.day(world.desk, at.date()).visits]


def places(world: World, *visit_ids: UUID) -> list[int | None]:
    with world.desk.store.read() as conn:
        return [get_row(conn, VISIT, visit_id)["position"] for visit_id in visit_ids]


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
