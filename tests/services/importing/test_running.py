"""An import from beginning to end: refused rows, a second time, a changed export, Cancel, and who is found again."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from supportdesk.services import importing
from supportdesk.services.importing import Unreadable, open_source
from supportdesk.services.importing.writing import StoryWriter
from supportdesk.services.registers import people
from supportdesk.services.registers.people import NewOrganisation
from supportdesk.store.tables.desk import IMPORT_RUN
from supportdesk.store.tables.people import AGENT, CONTACT, ORGANISATION
from tests.services.desk_world import World, made
from tests.services.importing.exports import (
    HEADING,
    LOG,
    TICKET,
    case_row,
    differences,
    everything,
    guessed,
    imported,
    stories,
    written,
)

_FULL = "Ticket ID,Subject,Status,Priority,Created time,Company Name,Full name,Email,Agent,Group\n"


def test_every_refused_row_is_reported_with_its_line_and_why(world: World, tmp_path: Path) -> None:
    rows = [
        TICKET,
        ",No number,Open,High,2025-06-02\n",
        "8,No date,Open,High,\n",
        "9,A wrong date,Open,High,31/02/2025\n",
        f"{'9' * 121},A long number,Open,High,2025-06-02\n",
        "10,Too many,Open,High,2025-06-02,and,more\n",
        '11,"broken"quote,Open,High,2025-06-02\n',
        "12,Fine,Open,High,2025-06-02\n",
    ]
    report = imported(world, written(tmp_path, HEADING + "".join(rows)))
    assert (report.new, report.refused_count, report.seen) == (2, 6, 8)
    assert [(each.line, each.number[:3]) for each in report.refused] == [
        (3, ""), (4, "8"), (5, "9"), (6, "999"), (7, ""), (8, ""),
    ]  # fmt: skip
    whys = [each.why for each in report.refused]
    for why, part in zip(
        whys,
        ("no number", "when it was logged", "“31/02/2025” in Created time", "120", "7 columns", "'"),
        strict=True,
    ):
        assert part in why


def test_a_second_import_adds_nothing(world: World, tmp_path: Path) -> None:
    path = written(tmp_path, HEADING + TICKET + "8,Ice,Closed,Low,2025-06-03\n")
    assert imported(world, path).new == 2
    before = everything(world)
    world.later(days=3)
    again = imported(world, path)
    assert (again.new, again.unchanged, again.differs_count, again.refused_count) == (0, 2, 0, 0)
    assert not again.changes.everything
    assert differences(before, everything(world)) == []


def test_what_changed_in_the_export_is_reported_and_left_alone(world: World, tmp_path: Path) -> None:
    imported(world, written(tmp_path, HEADING + TICKET))
    before = everything(world)
    changed = imported(world, written(tmp_path, HEADING + TICKET.replace("Open", "Closed") + TICKET))
    assert (changed.new, changed.unchanged, changed.differs_count) == (0, 1, 1)
    assert [(each.line, each.number) for each in changed.differs] == [(2, "7")]
    assert differences(before, everything(world)) == []


def test_the_same_tickets_in_other_columns_order_are_the_same(world: World, tmp_path: Path) -> None:
    imported(
        world,
        written(tmp_path, "Subject,Ticket ID,Status,Created time,Priority\nFire,7,Open,2025-06-02,Low\n"),
    )
    again = imported(
        world,
        written(
            tmp_path, "Ticket ID,Priority,Subject,Status,Created time,New\n7,Low,Fire,Open,2025-06-02,\n"
        ),
    )
    assert (again.new, again.unchanged) == (0, 1)


def test_numbers_that_come_twice_in_one_file_make_one_case(world: World, tmp_path: Path) -> None:
    path = written(tmp_path, HEADING + TICKET + TICKET + TICKET.replace("fire", "ice"))
    for chunk in (500, 1):
        report = imported(world, path, chunk=chunk)
        assert (report.new + report.unchanged, report.differs_count) == (2, 1)
    with world.store.read() as conn:
        assert conn.exec_driver_sql('SELECT title FROM "case"').scalars().all() == ["Printer is on fire"]


def test_cancel_keeps_what_was_done_and_the_next_import_goes_on(world: World, tmp_path: Path) -> None:
    path = written(
        tmp_path, HEADING + "".join(f"{number},Fire,Open,Low,2025-06-02\n" for number in range(25))
    )
    heard: list[int] = []
    report = imported(world, path, chunk=10, progress=heard.append, cancelled=lambda: bool(heard))
    assert (report.cancelled, report.new, heard) == (True, 10, [10])
    rest = imported(world, path, chunk=10, progress=heard.append)
    assert (rest.cancelled, rest.new, rest.unchanged, heard) == (False, 15, 10, [10, 10, 20, 25])
    with world.store.read() as conn:
        runs = conn.execute(select(IMPORT_RUN).order_by(IMPORT_RUN.c.row)).mappings().all()
        numbers = conn.exec_driver_sql('SELECT number FROM "case" ORDER BY row').scalars().all()
    assert [run["report"]["cancelled"] for run in runs] == [True, False]
    assert {run["file_name"] for run in runs} == {"export.csv"}
    assert numbers == [f"C-2025-{number:06}" for number in range(1, 26)]


def test_a_file_that_breaks_off_leaves_what_was_read(world: World, tmp_path: Path) -> None:
    whole = LOG.read_bytes()
    broken = written(tmp_path, whole[: len(whole) // 2], "log.csv.gz")
    with pytest.raises(Unreadable):
        open_source(broken)
    table = HEADING + "".join(f"{number},Fire,Open,Low,2025-06-02\n" for number in range(4))
    path = written(tmp_path, table + "x" * (65 << 20))
    mapping = guessed(written(tmp_path, table, "other.csv"))
    with pytest.raises(Unreadable, match="64 MB"):
        importing.run_import(world.desk, open_source(path), mapping, chunk=2)
    assert imported(world, written(tmp_path, table)).unchanged == 4


def test_who_is_known_is_found_again_whatever_the_case_of_the_letters(world: World, tmp_path: Path) -> None:
    client = world.client("Park Ltd", "sage")
    contact = world.contact(client, "Kim Park")
    agent = world.agent("Ola Nord")
    imported(
        world,
        written(
            tmp_path,
            _FULL
            + "1,a,Open,Low,2025-06-02,PARK LTD,kim park,other@example.net,ola NORD,First\n"
            + "2,b,Open,Low,2025-06-02,Weiss GmbH,Kim Park,kim@example.net,Ida Berg,first\n"
            + "3,c,Open,Low,2025-06-02,weiss gmbh,Kim Park,,Ida Berg,Second\n",
        ),
    )
    park, weiss, again = (case_row(world, number) for number in "123")
    assert (park["organisation_id"], park["contact_id"], park["owner_id"]) == (client, contact, agent)
    assert weiss["contact_id"] == again["contact_id"] != contact
    assert weiss["organisation_id"] == again["organisation_id"] != client
    assert park["team_id"] == weiss["team_id"] != again["team_id"]
    with world.store.read() as conn:
        ida = conn.execute(select(AGENT).where(AGENT.c.id == weiss["owner_id"])).mappings().one()
        kim = conn.execute(select(CONTACT).where(CONTACT.c.id == weiss["contact_id"])).mappings().one()
    # Who only stands in an export does not work here.
    assert (ida["name"], ida["active"], ida["roles"]) == ("Ida Berg", False, [])
    assert (kim["email"], kim["organisation_id"]) == ("kim@example.net", weiss["organisation_id"])


def test_a_client_renamed_here_is_known_by_the_name_it_was_imported_under(
    world: World, tmp_path: Path
) -> None:
    row = "2025-06-02,Weiss GmbH,Kim,,,\n"
    imported(world, written(tmp_path, f"{_FULL}1,a,Open,Low,{row}"))
    client = case_row(world, "1")["organisation_id"]
    people.edit_organisation(world.desk, client, name="Weiss AG")
    other = made(people.add_organisation(world.desk, NewOrganisation("Weiss GmbH", "sage")).created)
    imported(world, written(tmp_path, f"{_FULL}2,a,Open,Low,{row}"))
    assert case_row(world, "2")["organisation_id"] == client != other


def test_names_longer_than_any_column_are_cut_and_stay_one(world: World, tmp_path: Path) -> None:
    long = "x" * 5000
    rows = "".join(
        f"{number},{long},Open,Low,2025-06-02,{long},{long},{long},{long},{long}\n" for number in (1, 2)
    )
    assert imported(world, written(tmp_path, _FULL + rows)).new == 2
    first, second = case_row(world, "1"), case_row(world, "2")
    for name in ("organisation_id", "contact_id", "owner_id", "team_id"):
        assert first[name] == second[name] is not None
    assert len(first["title"]) == 1000
    with world.store.read() as conn:
        assert len(conn.execute(select(ORGANISATION.c.name)).scalar() or "") == 200


def test_a_story_that_the_rules_refuse_leaves_nobody_behind(world: World, tmp_path: Path) -> None:
    path = written(tmp_path, f"{_FULL}1,a,Open,Low,2025-06-02,Weiss GmbH,Kim,,Ida,First\n")
    (story,) = stories(path).values()
    with world.store.write() as conn:
        writer = StoryWriter(conn, "freshdesk", world.desk.policies, "sparkrock", world.now)
        outcome = writer.write(conn, [replace(story, severity="S9")])
    assert outcome.new == 0
    assert "S9" in outcome.refused[0].why
    with world.store.read() as conn:
        for table in (ORGANISATION, CONTACT, AGENT):
            assert conn.execute(select(table)).first() is None
