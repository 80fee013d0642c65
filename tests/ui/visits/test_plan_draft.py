"""A plan half filled in: kept when its dialog is closed, brought back for the same client, gone when it was planned."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from supportdesk.services.person import drafts
from supportdesk.services.queries import visit_planning, visit_views
from supportdesk.store.store import Store
from supportdesk.ui.new_case.finder import Found
from supportdesk.ui.visits import plan_draft
from supportdesk.ui.visits.plan_dialog import PlanDialog, Wanted
from supportdesk.ui.visits.plan_draft import PlanContent, content_from_plain
from tests.services.desk_world import KEY
from tests.ui.visits.conftest import ARRIVAL, Day

TOMORROW = ARRIVAL + timedelta(days=1)


def opened(day: Day, client: tuple[UUID, str] | None = None, *, hours: int = 0) -> PlanDialog:
    wanted = Wanted(TOMORROW + timedelta(hours=hours), day.world.desk.actor, client)
    made = PlanDialog(day.stage, day.world.now, wanted)
    made.open()
    return made


def of_first(day: Day) -> tuple[UUID, str]:
    return day.view().organisation_id, day.view().organisation


def kept(day: Day) -> list[PlanContent]:
    return [content_from_plain(each.content) for each in drafts.all_drafts(day.world.desk)]


def half_filled(day: Day) -> PlanDialog:
    made = opened(day, of_first(day))
    day.settle(lambda: day.case in made.form.cases)
    made.form.cases[day.case].setChecked(True)
    made.form.when.show_instant(TOMORROW + timedelta(days=2))
    made.form.length.choose(120)
    made.form.minutes.set_text("40")
    made.form.bring.set_text("A printer")
    return made


def left(day: Day) -> None:
    made = half_filled(day)
    QTest.keyClick(made.form.minutes.control, Qt.Key.Key_Escape)
    assert made.isHidden()
    day.settle(lambda: bool(kept(day)))


def restored(day: Day, made: PlanDialog) -> None:
    day.settle(lambda: made.restored is not None and day.case in made.form.cases)


def test_ONX_2_what_was_chosen_and_typed_is_back_when_the_dialog_is_opened_again(day: Day) -> None:
    left(day)
    again = opened(day, of_first(day))
    restored(day, again)
    # The cases may have been offered before the draft was found; they are then offered anew.
    day.settle(lambda: [box.isChecked() for box in again.form.cases.values()] == [True])
    values = again.form.values()
    assert (values["planned_at"], values["expected_minutes"]) == (TOMORROW + timedelta(days=2), 120)
    assert (values["travel_minutes"], values["travel_km"], values["bring"]) == (40, None, "A printer")
    assert values["engineer_id"] == day.world.desk.actor
    assert again.restored is not None
    assert "Your draft is back." in again.restored.accessibleName()
    assert again.discard.isVisible()
    assert again.saved.text().startswith("Draft saved")


def test_a_draft_is_on_the_disk_before_the_dialog_is_closed_and_survives_the_program(day: Day) -> None:
    made = half_filled(day)
    day.settle(lambda: bool(kept(day)))
    assert made.isVisible()
    # As another start of the program reads it.
    path = day.world.store.path
    assert path is not None
    store = Store.open(path, KEY)
    try:
        with store.read() as conn:
            rows = conn.exec_driver_sql("SELECT key, content FROM draft").all()
    finally:
        store.close()
    assert {row.key for row in rows} == {f"visit_plan:{of_first(day)[0]}"}
    assert any("A printer" in row.content for row in rows)
    # What one types oneself does not come back as if it had been left.
    made.form.minutes.set_text("45")
    made.form.bring.set_text("Two printers")
    day.settle(lambda: [each.bring for each in kept(day)] == ["Two printers"])
    day.all_done()
    assert made.restored is None


def test_what_is_planned_leaves_no_draft(day: Day) -> None:
    left(day)
    again = opened(day, of_first(day))
    restored(day, again)
    again.submit()
    there = TOMORROW + timedelta(days=2)
    day.settle(lambda: bool(visit_views.day(day.world.desk, there.date()).visits))
    (line,) = visit_views.day(day.world.desk, there.date()).visits
    assert visit_planning.plan_of(day.world.desk, line.id).case_ids == (day.case,)
    assert kept(day) == []
    blank = opened(day, of_first(day))
    day.settle(lambda: day.case in blank.form.cases)
    # Whether a draft waits is known by then.
    day.all_done()
    assert blank.restored is None
    assert not blank.form.cases[day.case].isChecked()


def test_a_plan_that_was_refused_is_still_kept(day: Day) -> None:
    client = day.world.client("Cobalt Freight", "synergy")
    made = opened(day, (client, "Cobalt Freight"))
    day.settle(lambda: made.form.engineer.value() is not None)
    made.form.bring.set_text("A printer")
    made.submit()
    day.settle(lambda: made.refusal is not None)
    made.leave()
    day.settle(lambda: [each.bring for each in kept(day)] == ["A printer"])


def test_a_draft_is_discarded_by_the_second_click(day: Day) -> None:
    left(day)
    again = opened(day, of_first(day))
    restored(day, again)
    again.discard.click()
    assert again.isVisible()
    again.discard.click()
    assert again.isHidden()
    day.settle(lambda: kept(day) == [])
    assert day.stage.said[-1][0] == "Draft discarded."


def test_a_dialog_that_nobody_touched_leaves_nothing(day: Day) -> None:
    made = opened(day, of_first(day))
    day.settle(lambda: day.case in made.form.cases and made.form.engineer.value() is not None)
    made.leave()
    day.all_done()
    assert kept(day) == []
    # What was typed and taken away again leaves nothing either.
    other = half_filled(day)
    day.settle(lambda: bool(kept(day)))
    other.form.cases[day.case].setChecked(False)
    other.form.when.show_instant(TOMORROW)
    other.form.length.choose(60)
    other.form.minutes.set_text("")
    other.form.bring.set_text("")
    other.leave()
    day.settle(lambda: kept(day) == [])


def test_each_client_has_a_draft_of_its_own_and_no_client_brings_the_last_one(day: Day) -> None:
    left(day)
    other = day.world.client("Gulf Foods", "onyxpro", start_date=date(2026, 6, 1))
    blank = opened(day, (other, "Gulf Foods"))
    day.settle(lambda: blank.form.engineer.value() is not None)
    # Whether a draft waits is known by then.
    day.all_done()
    assert blank.restored is None
    assert blank.form.bring.text() == ""
    blank.leave()
    last = opened(day)
    restored(day, last)
    assert (last.form.organisation_id, last.form.bring.text()) == (of_first(day)[0], "A printer")


def test_a_client_that_is_chosen_brings_its_draft_and_a_draft_moves_with_its_client(day: Day) -> None:
    left(day)
    other = day.world.client("Gulf Foods", "onyxpro", start_date=date(2026, 6, 1))
    third = day.world.client("Nile Mills", "onyxpro", start_date=date(2026, 6, 1))
    made = opened(day, (third, "Nile Mills"))
    client, name = of_first(day)
    made.form.client.found.emit(Found(name, "", client))
    restored(day, made)
    made.form.client.found.emit(Found("Gulf Foods", "", other))
    made.leave()
    day.settle(lambda: [each.organisation_id for each in kept(day)] == [other])


def test_opened_for_another_time_the_draft_comes_back_at_that_time(day: Day) -> None:
    left(day)
    again = opened(day, of_first(day), hours=3)
    restored(day, again)
    assert again.form.values()["planned_at"] == TOMORROW + timedelta(hours=3)
    assert again.form.bring.text() == "A printer"


@pytest.mark.parametrize(
    "plain",
    [
        {},
        {"organisation_id": "no id", "case_ids": ["no id", None, 7], "at": "soon", "expected_minutes": "60"},
        {"case_ids": "x", "asked": "x", "at": "2026-11-20T08:00:00", "travel_km": None, "bring": 7},
    ],
)
def test_a_draft_of_another_version_is_read_as_far_as_it_can_be(plain: dict[str, object]) -> None:
    content = content_from_plain(plain)
    assert (content.organisation_id, content.case_ids, content.at, content.expected_minutes) == (
        None,
        (),
        None,
        None,
    )


def test_a_draft_that_finds_no_room_comes_back_with_its_dialog(
    day: Day, monkeypatch: pytest.MonkeyPatch
) -> None:
    from supportdesk.domain.errors import KnownError  # noqa: PLC0415 - needed here only

    def full(*_args: object) -> None:
        raise KnownError("The disk is full.", "The draft was not kept.", "Free some space.")

    monkeypatch.setattr(plan_draft, "_save", full)
    made = half_filled(day)
    made.leave()
    day.settle(lambda: made.refusal is not None and made.isVisible())
    assert made.form.bring.text() == "A printer"
    monkeypatch.undo()
    made.leave()
    day.settle(lambda: [each.bring for each in kept(day)] == ["A printer"])
