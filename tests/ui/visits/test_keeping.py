"""No word is lost when saving fails, or when another visit is chosen meanwhile (ONX-2)."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtTest import QTest

from supportdesk.domain.errors import KnownError
from supportdesk.rules.cases.visit_report import Acceptance, CheckedPoint, Health
from supportdesk.services.cases import visit_fields, visit_reports, visits
from supportdesk.services.person import drafts
from supportdesk.ui.visits import keeper as keeping
from supportdesk.ui.visits.keeper import draft_key
from tests.services.signing import whole_report
from tests.ui.visits.conftest import ARRIVAL, Day
from tests.ui.visits.test_editor import draw, signed, text_of


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The parts that can't be saved for now; saving is tried again soon."""
    real, full = visit_fields.keep, [""]
    full.clear()

    def keep(desk: object, visit_id: object, name: str, typed: object, seen: object) -> object:
        if name in full:
            raise KnownError("The disk is full.", "Nothing was saved.", "Make room.")
        return real(desk, visit_id, name, typed, seen)  # type: ignore[arg-type]

    monkeypatch.setattr(visit_fields, "keep", keep)
    monkeypatch.setattr(keeping, "TRY_AGAIN_AFTER_MS", 20)
    return full


def type_over(day: Day, text: str) -> None:
    area = day.editor.form.texts["problems"].area.edit
    area.setFocus()
    area.selectAll()
    QTest.keyClicks(area, text)
    day.editor.flush()


def test_what_could_not_be_saved_at_first_is_saved_whole_at_the_next_try(
    day: Day, full_disk: list[str]
) -> None:
    day.begun()
    visit_reports.write_report(
        day.world.desk,
        day.first,
        problems="Old line.",
        performance=(CheckedPoint("Backup", Health.GOOD),),
        acceptance=Acceptance(remark="old"),
    )
    day.read_again()
    full_disk += ["problems", "performance", "acceptance"]
    type_over(day, "New text that took ten minutes.")
    day.editor.keeper.keep(day.first, "performance", (CheckedPoint("Backup", Health.BAD, "fails"),))
    day.editor.keeper.keep(day.first, "acceptance", Acceptance(remark="new"))
    day.editor.flush()
    day.settle(lambda: day.editor.refusal is not None)
    type_over(day, "New text that took ten minutes. And more.")
    assert day.view().report.problems == "Old line."
    full_disk.clear()
    for part in ("problems", "performance", "acceptance"):
        day.settle(lambda part=part: not day.editor.keeper.holds(day.first, part))  # type: ignore[misc]
    report = day.view().report
    assert report.problems == "New text that took ten minutes. And more."
    assert report.performance == (CheckedPoint("Backup", Health.BAD, "fails"),)
    assert report.acceptance.remark == "new"
    day.read_again()
    assert text_of(day, "problems") == report.problems


def test_a_report_is_not_finished_while_something_typed_is_not_saved(day: Day, full_disk: list[str]) -> None:
    signed(day)
    full_disk.append("problems")
    area = day.editor.form.texts["problems"].area.edit
    area.setFocus()
    QTest.keyClicks(area, "The UPS is dead.")
    day.editor.finish()
    day.settle(lambda: day.editor.refusal is not None)
    assert day.editor.refusal is not None
    assert "The disk is full." in day.editor.refusal.accessibleName()
    assert day.view().state != "finished"
    assert text_of(day, "problems") == "The UPS is dead."
    full_disk.clear()
    day.settle(lambda: not day.editor.keeper.holds(day.first, "problems"))
    assert day.view().report.problems == "The UPS is dead."
    # Nor later, when it is.
    day.all_done()
    assert day.view().state != "finished"


def test_a_signature_written_late_leaves_the_draft_of_the_visit_chosen_since(day: Day) -> None:
    day.begun()
    whole_report(day.world.desk, day.first)
    visits.arrive(day.world.desk, day.second, at=ARRIVAL)
    unsigned = {"name": "Omar Saleh", "strokes": [[[10, 10, 0], [400, 300, 50]]]}
    drafts.save(day.world.desk, draft_key(day.second), unsigned)
    day.read_again()
    day.editor.acceptance.name.setText("Amal Rashid")
    draw(day.editor.acceptance.box.pad)
    day.settle(lambda: drafts.load(day.world.desk, draft_key(day.first)) is not None)
    gate = threading.Event()
    day.stage.session.do(lambda _desk: gate.wait(10))
    day.editor.acceptance.sign.click()
    day.page.choose(day.second)
    day.settle(lambda: day.editor.view is not None and day.editor.view.id == day.second)
    gate.set()
    day.settle(lambda: day.view(day.first).signed is not None)
    day.settle(lambda: drafts.load(day.world.desk, draft_key(day.first)) is None)
    left = drafts.load(day.world.desk, draft_key(day.second))
    assert left is not None
    assert left.content == unsigned
    assert day.editor.acceptance.name.text() == "Omar Saleh"
