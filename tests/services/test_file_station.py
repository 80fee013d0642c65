"""The File Station: private per client, versioned, every copy logged, old ones listed (SAP-6)."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError, NotThere
from supportdesk.domain.words import AgentRole
from supportdesk.services import schedule, undo
from supportdesk.services.entitlements import file_station
from supportdesk.services.exchange.permissions import may_do
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.queries import directory
from tests.services.desk_world import World, made

HUGE = 7 * (1 << 30)


@pytest.fixture
def client(world: World) -> UUID:
    world.sits_down(branch_id=world.branch())
    return world.client("Sapphire Holdings", "sapphireone")


def deposited(world: World, client: UUID, name: str = "books.data", *, days: int = 0) -> UUID:
    file = NewFile(f"{world.made_so_far:064x}", HUGE, name)
    at = world.now - timedelta(days=days)
    return made(file_station.deposit(world.desk, client, file, copied_at=at).created)


def test_SAP_6_a_new_copy_never_takes_the_place_of_an_older_one(world: World, client: UUID) -> None:
    first, other, second = (
        deposited(world, client, name, days=days)
        for name, days in (("books.data", 9), ("stock.data", 5), ("books.data", 1))
    )
    found = file_station.versions(world.desk, client)
    assert [(each.id, each.name, each.version) for each in found] == [
        (second, "books.data", 2),
        (other, "stock.data", 1),
        (first, "books.data", 1),
    ]
    assert (found[0].size, found[0].by) == (HUGE, "Nadia Karim")
    assert directory.organisation(world.desk, client).last_data_file_at == found[0].copied_at


def test_SAP_6_who_took_a_copy_and_why_is_logged(world: World, client: UUID) -> None:
    file = deposited(world, client)
    with pytest.raises(KnownError, match="reason is missing"):
        file_station.take_copy(world.desk, client, file, " ")
    file_station.take_copy(world.desk, client, file, "Rounding difference in case 1928.")
    world.later(hours=1)
    colleague = world.as_agent(world.agent("Tomas Berg"))
    file_station.take_copy(colleague, client, file, "Looked at it again.")
    (seen,) = file_station.versions(world.desk, client)
    assert [(each.by, each.why) for each in seen.copies] == [
        ("Tomas Berg", "Looked at it again."),
        ("Nadia Karim", "Rounding difference in case 1928."),
    ]


def test_SAP_6_a_data_file_is_private_to_its_client(world: World, client: UUID) -> None:
    file, other = deposited(world, client), world.client("Somebody else", "sapphireone")
    acts: tuple[Callable[[], Done], ...] = (
        lambda: file_station.take_copy(world.desk, other, file, "Curious."),
        lambda: file_station.set_erase_day(world.desk, other, file, None),
        lambda: file_station.erase(world.desk, other, file),
    )
    for act in acts:
        with pytest.raises(KnownError, match="belongs to another client"):
            act()
    assert file_station.versions(world.desk, other) == ()
    with pytest.raises(NotThere):
        file_station.erase(world.desk, client, UUID(int=5))


def test_what_is_erased_is_given_to_nobody_and_stays_in_the_list(world: World, client: UUID) -> None:
    file = deposited(world, client)
    file_station.set_erase_day(world.desk, client, file, date(2026, 12, 1))
    assert file_station.to_erase(world.desk, date(2026, 11, 30)) == ()
    assert file_station.to_erase(world.desk, date(2026, 12, 1)) == ((client, file),)
    file_station.erase(world.desk, client, file)
    (seen,) = file_station.versions(world.desk, client)
    assert seen.erased_at == world.now
    assert file_station.to_erase(world.desk, date(2026, 12, 1)) == ()
    assert directory.organisation(world.desk, client).last_data_file_at is None
    acts: tuple[Callable[[], Done], ...] = (
        lambda: file_station.take_copy(world.desk, client, file, "Too late."),
        lambda: file_station.set_erase_day(world.desk, client, file, None),
        lambda: file_station.erase(world.desk, client, file),
    )
    for act in acts:
        with pytest.raises(KnownError, match="was erased"):
            act()


def test_a_data_file_is_erased_by_itself_on_its_day_and_once(world: World, client: UUID) -> None:
    file = deposited(world, client)
    file_station.set_erase_day(world.desk, client, file, world.now.date() + timedelta(days=1))
    schedule.run_due(world.desk)
    assert file_station.versions(world.desk, client)[0].erased_at is None
    world.later(days=1)
    (done,) = schedule.run_due(world.desk)
    assert done.operation is not None
    assert done.operation.name == "organisation.erase_data_file"
    assert schedule.run_due(world.desk) == ()
    assert file_station.versions(world.desk, client)[0].erased_at == world.now


def test_the_day_of_erasing_can_be_taken_back(world: World, client: UUID) -> None:
    file = deposited(world, client)
    file_station.set_erase_day(world.desk, client, file, date(2026, 12, 1))
    done = file_station.set_erase_day(world.desk, client, file, date(2027, 1, 1))
    undo.undo(world.desk, done.outcome.operation)
    assert file_station.versions(world.desk, client)[0].erase_on == date(2026, 12, 1)


@pytest.mark.parametrize("role", list(AgentRole))
def test_erasing_is_for_those_who_answer_for_it(role: AgentRole) -> None:
    allowed = {AgentRole.ADMINISTRATOR, AgentRole.MANAGER, AgentRole.CENTRAL_SUPPORT}
    assert may_do([role], "organisation.erase_data_file") is (role in allowed)
    assert may_do([role], "organisation.copy_data_file")


def test_SAP_6_clients_whose_last_copy_is_old_come_first(world: World, client: UUID) -> None:
    fresh, gone = world.client("Fresh", "sapphireone"), world.client("Gone", "sapphireone")
    deposited(world, client, days=40)
    deposited(world, client, days=30)
    deposited(world, fresh, days=2)
    file_station.erase(world.desk, gone, deposited(world, gone, days=90))

    def told(desk: Desk) -> list[tuple[str, int]]:
        return [(each.organisation, each.days) for each in file_station.ages(desk)]

    assert told(world.desk) == [("Sapphire Holdings", 30), ("Fresh", 2)]
