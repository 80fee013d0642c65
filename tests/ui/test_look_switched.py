"""Another look while something is open: every part follows, as if it had been opened under that look."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supportdesk.services.dashboards.goals import Goals, set_goals
from supportdesk.services.operations.policies import built_in_policies
from supportdesk.services.person import drafts
from supportdesk.ui.dashboard.contracts_dialog import ContractsDialog
from supportdesk.ui.dashboard.goals_dialog import GoalsDialog
from supportdesk.ui.dashboard.page import DashboardPage
from supportdesk.ui.first_run.window import FirstRunWindow
from supportdesk.ui.import_window.dialog import ImportDialog
from supportdesk.ui.new_case.content import DRAFT_KEY, Content
from supportdesk.ui.new_case.dialog import NewCaseDialog
from supportdesk.ui.theme import install_theme, theme
from tests.ui.intake_stage import Intake, open_intake

_EXPORT = """Ticket ID,Subject,Status,Priority,Created time,Company Name,Agent
501,Cannot post journal,Open,Urgent,2026-06-02 09:30:00,Park Ltd,Ola Nord
502,Statement prints twice,Pending,Medium,tomorrow,Park Ltd,Ola Nord
"""
Open = Callable[[Intake, Path, QtBot], QWidget]


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot) -> Iterator[Intake]:
    for found in open_intake(tmp_path, "sage", qtbot):
        set_goals(found.world.desk, Goals(0.95, 0.92))
        yield found
    install_theme("light")


def _new_case(desk: Intake, _folder: Path, qtbot: QtBot) -> QWidget:
    # What the one before it left behind is not to be found in this one.
    desk.rest()
    drafts.discard(desk.world.desk, DRAFT_KEY)
    dialog = NewCaseDialog(desk.stage, policy_code="sage")
    dialog.open()
    desk.rest()
    summary = "Blank pay slips since the update, and also the bank file export leaves out employees"
    content = Content(
        organisation_id=desk.facts.client,
        organisation="Maple Ridge School District",
        summary=summary,
        severity="majeure",
    )
    dialog.show_content(content)
    qtbot.waitUntil(dialog.form.summary.hint.isVisible)
    # Its foot says when it was kept.
    dialog.keep()
    desk.settle(dialog)
    dialog.create_case()
    return dialog


def _import(desk: Intake, folder: Path, qtbot: QtBot) -> QWidget:
    file = folder / "export.csv"
    file.write_text(_EXPORT, "utf-8")
    dialog = ImportDialog(desk.stage)
    dialog.open()
    dialog.choose(file)
    qtbot.waitUntil(dialog.primary.isEnabled)
    return dialog


def _goals(desk: Intake, _folder: Path, qtbot: QtBot) -> QWidget:
    dialog = GoalsDialog(desk.stage)
    dialog.open()
    qtbot.waitUntil(dialog.save.isEnabled)
    return dialog


def _contracts(desk: Intake, _folder: Path, qtbot: QtBot) -> QWidget:
    dialog = ContractsDialog(desk.stage, desk.world.now.date())
    dialog.open()
    qtbot.waitUntil(lambda: dialog.table.count() > 0)
    return dialog


def _dashboard(desk: Intake, _folder: Path, qtbot: QtBot) -> QWidget:
    page = DashboardPage(desk.stage, desk.stage.cover)
    page.setGeometry(desk.stage.cover.rect())
    page.show()
    qtbot.waitUntil(lambda: page.shown is not None)
    return page


def _first_run(_desk: Intake, folder: Path, qtbot: QtBot) -> QWidget:
    window = FirstRunWindow(built_in_policies(), folder=folder, keyring=True, time_zone="America/Toronto")
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.go_on()
    return window


def _picture(widget: QWidget, qtbot: QtBot) -> QImage:
    focus = QApplication.focusWidget()
    if focus is not None:
        # A cursor that blinks is no difference.
        focus.clearFocus()
    qtbot.wait(50)
    return widget.grab().toImage()


@pytest.mark.parametrize(
    "opened", [_new_case, _import, _goals, _contracts, _dashboard, _first_run], ids=lambda each: each.__name__
)
def test_what_is_open_follows_another_look(desk: Intake, tmp_path: Path, qtbot: QtBot, opened: Open) -> None:
    theme().choose("light")
    switched = opened(desk, tmp_path, qtbot)
    theme().choose("dark")
    after = _picture(switched, qtbot)
    switched.hide()
    fresh = _picture(opened(desk, tmp_path, qtbot), qtbot)
    assert after.size() == fresh.size()
    different = [
        (x, y)
        for y in range(0, after.height(), 3)
        for x in range(0, after.width(), 3)
        if after.pixel(x, y) != fresh.pixel(x, y)
    ]
    assert different == []
