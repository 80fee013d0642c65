"""The parts of the import window: what is dropped, shown for example, previewed, said at the end and handed on."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supportdesk.domain.operation import ChangeSet
from supportdesk.services.importing import ImportReport, Refused
from supportdesk.services.views import Sort, ViewKind
from supportdesk.ui.import_window.dialog import ImportDialog
from supportdesk.ui.import_window.mapping_form import COLUMNS, STAGES
from supportdesk.ui.import_window.parts import Phase
from supportdesk.ui.import_window.report_view import Listed, ReportView, Tile
from supportdesk.ui.theme import install_theme
from supportdesk.ui.widgets.messages import Banner
from supportdesk.ui.widgets.texts import Label
from tests.services.desk_world import open_world
from tests.ui.stage import Stage, open_stage

HEADINGS = "Ticket ID,Subject,Status,Priority,Created time,Company Name,Colour\n"
ROWS = (
    "1,Journal stays grey,Open,Urgent,2025-06-02 09:30:00,Park Ltd,red\n"
    "2,Export hangs,Closed,Low,2025-06-03 09:30:00,Park Ltd,blue\n"
    "=3,Without a date,Open,Low,tomorrow,Park Ltd,green\n"
)


@pytest.fixture
def stage(tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    install_theme("light")
    with open_world(tmp_path) as world:
        world.sits_down(branch_id=world.branch())
        with open_stage((1280, 800), lambda: world.desk, lambda: world.now) as found:
            found.cover.show()
            found.cover.activateWindow()
            qtbot.waitUntil(found.cover.isActiveWindow)
            yield found


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "export.csv"
    path.write_text(HEADINGS + ROWS, "utf-8")
    return path


@pytest.fixture
def dialog(stage: Stage, file: Path, qtbot: QtBot) -> ImportDialog:
    made = ImportDialog(stage)
    made.open()
    made.choose(file)
    qtbot.waitUntil(made.primary.isEnabled)
    return made


def _run(dialog: ImportDialog, qtbot: QtBot) -> ImportReport:
    dialog.primary.click()
    qtbot.waitUntil(lambda: dialog.report is not None)
    assert dialog.report is not None
    return dialog.report


def test_a_dropped_file_is_looked_at(stage: Stage, file: Path, qtbot: QtBot) -> None:
    dialog = ImportDialog(stage)
    dialog.open()
    assert dialog.parts.zone.isVisible()
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(file))])
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, dropped, button, keys))
    qtbot.waitUntil(dialog.primary.isEnabled)
    assert not dialog.parts.zone.isVisible()
    assert QApplication.focusWidget() is dialog.parts.policy.control


def test_each_column_comes_with_an_example(dialog: ImportDialog) -> None:
    examples = {
        each.combo.accessibleName(): each.combo.accessibleDescription() for each in dialog.form.columns
    }
    assert examples["Subject"] == "Journal stays grey"
    assert examples["Colour"] == "red"


def test_one_part_of_the_mapping_is_in_view(dialog: ImportDialog) -> None:
    assert dialog.form.parts.value() == COLUMNS
    assert dialog.form.columns[0].isVisible()
    assert not dialog.form.stages[0].isVisible()
    dialog.form.parts.choose(STAGES)
    dialog.form.parts.chosen.emit(STAGES)
    assert dialog.form.stages[0].isVisible()
    assert not dialog.form.columns[0].isVisible()


def _texts(dialog: ImportDialog) -> set[str]:
    return {text.text() for text in dialog.parts.preview.findChildren(Label) if text.isVisible()}


def test_the_preview_names_cases_and_refusals(dialog: ImportDialog) -> None:
    texts = _texts(dialog)
    assert "Journal stays grey" in texts
    assert any(text.startswith("Line 4, number") and "tomorrow" in text for text in texts)
    assert "Colour" in texts


def test_corrections_are_previewed_once_they_stop(dialog: ImportDialog, qtbot: QtBot) -> None:
    created = next(each for each in dialog.form.columns if each.combo.accessibleName() == "Created time")
    created.combo.setCurrentIndex(created.combo.count() - 1)
    for _ in range(5):
        created.combo.activated.emit(created.combo.currentIndex())
    assert not dialog.primary.isEnabled()
    qtbot.waitUntil(lambda: "No column gives" in dialog.summary.text())
    assert not dialog.primary.isEnabled()


def test_a_second_import_says_plainly_that_nothing_was_changed(
    stage: Stage, dialog: ImportDialog, file: Path, qtbot: QtBot
) -> None:
    first = _run(dialog, qtbot)
    assert (first.new, first.refused_count) == (2, 1)
    again = ImportDialog(stage)
    again.open()
    again.choose(file)
    qtbot.waitUntil(again.primary.isEnabled)
    second = _run(again, qtbot)
    assert (second.new, second.unchanged) == (0, 2)
    said = [banner.accessibleName() for banner in again.parts.report.findChildren(Banner)]
    assert said == ["Everything in this file is here already. Nothing was changed."]
    assert not again.look.isVisible()


def test_the_report_is_saved_and_copied_line_by_line(
    stage: Stage, dialog: ImportDialog, tmp_path: Path, qtbot: QtBot
) -> None:
    _run(dialog, qtbot)
    dialog.save_to(str(tmp_path / "report.csv"))
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.reader(opened))
    assert rows[1][:2] == ["4", "'=3"]
    dialog.copy.click()
    assert QGuiApplication.clipboard().text().startswith("4\t=3\t")
    dialog.save_to(str(tmp_path / "no such folder" / "report.csv"))
    assert dialog.trouble.isVisible()
    assert len(stage.said) == 1


def test_the_new_cases_are_one_click_away(stage: Stage, dialog: ImportDialog, qtbot: QtBot) -> None:
    _run(dialog, qtbot)
    with qtbot.waitSignal(dialog.closed) as closed:
        dialog.look.click()
    assert closed.args == [dialog.report]
    query, title = stage.lists[0]
    # Under its own title, because what was imported may be older than what was here.
    assert (query.view, query.sort, title) == (ViewKind.EVERYTHING, Sort.NEWEST, "")


def test_leaving_a_run_stops_it_and_tells_what_was_written(
    stage: Stage, dialog: ImportDialog, qtbot: QtBot
) -> None:
    told: list[ChangeSet] = []
    stage.session.notifier.changed.connect(told.append)
    dialog.run()
    with qtbot.waitSignal(dialog.closed) as closed:
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    report: ImportReport = closed.args[0]
    assert dialog.stop.is_set()
    assert bool(told) == (report.new > 0)


def test_closing_the_window_stops_the_run(stage: Stage, dialog: ImportDialog, qtbot: QtBot) -> None:
    dialog.run()
    assert dialog.phase is Phase.RUNNING
    stage.cover.close()
    assert dialog.stop.is_set()


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (ImportReport(new=1, cancelled=True), "The import was stopped."),
        (ImportReport(new=1), "The cases are here."),
        (ImportReport(unchanged=3), "Everything in this file is here already."),
        (ImportReport(unchanged=3, differs_count=1), "No case was added."),
        (ImportReport(refused_count=2), "No case was added."),
    ],
)
def test_the_end_is_said_in_one_sentence(report: ImportReport, said: str, qtbot: QtBot) -> None:
    view = ReportView()
    qtbot.addWidget(view)
    view.show_report(report)
    assert view.findChildren(Banner)[0].accessibleName().startswith(said)


def test_a_long_report_is_shown_in_part_and_counted_whole(qtbot: QtBot) -> None:
    view = ReportView()
    qtbot.addWidget(view)
    refused = tuple(Refused(line, str(line), "it has no date") for line in range(250))
    view.show_report(ImportReport(refused=refused, refused_count=1234))
    assert len(view.findChildren(Listed)) == 200
    assert {tile.accessibleName() for tile in view.findChildren(Tile)} >= {"Can't be imported: 1234"}
    assert any("50" in text.text() for text in view.findChildren(Label))
