"""A stage on which cases are taken in: a real desk with a client, and what a person does to the dialog."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from supportdesk.services.queries import lists
from supportdesk.services.views import CaseQuery, CaseRow, ViewKind
from supportdesk.ui.new_case.dialog import NewCaseDialog
from supportdesk.ui.theme import install_theme
from tests.services.desk_world import World, open_world
from tests.ui.intake_world import Facts, fill_world
from tests.ui.stage import Stage, open_stage


class Intake:
    """A desk, a stage over it, and the dialog on it."""

    def __init__(self, world: World, facts: Facts, stage: Stage, qtbot: QtBot) -> None:
        self.world, self.facts, self.stage, self.qtbot = world, facts, stage, qtbot

    def open(self, policy: str | None = None) -> NewCaseDialog:
        dialog = NewCaseDialog(self.stage, policy_code=policy)
        dialog.open()
        return dialog

    def calls(self, dialog: NewCaseDialog) -> None:
        """Say by code who asks, and wait for advice."""
        field = dialog.form.caller.field
        QTest.keyClicks(field.control, self.facts.code)
        QTest.keyClick(field.control, Qt.Key.Key_Return)
        self.qtbot.waitUntil(dialog.form.caller.contact.isEnabled)

    def types(self, dialog: NewCaseDialog, summary: str) -> None:
        dialog.form.summary.one.control.clear()
        QTest.keyClicks(dialog.form.summary.one.control, summary)

    def settle(self, dialog: NewCaseDialog) -> None:
        """Wait until nothing is to be asked or kept any more."""
        self.qtbot.wait(700)

    def cases(self) -> tuple[CaseRow, ...]:
        rows = lists.page(self.world.desk, CaseQuery(view=ViewKind.EVERYTHING), 0, 50)
        return tuple(row for row in rows if row.organisation == "Maple Ridge School District")


def open_intake(folder: Path, policy: str, qtbot: QtBot, *, covered: bool = True) -> Iterator[Intake]:
    """Such a desk, in a window that has the focus; closed afterwards."""
    install_theme("light")
    with open_world(folder) as world:
        facts = fill_world(world, policy, covered=covered)
        with open_stage((1280, 800), lambda: world.desk, lambda: world.now) as stage:
            stage.cover.show()
            stage.cover.activateWindow()
            qtbot.waitUntil(stage.cover.isActiveWindow)
            yield Intake(world, facts, stage, qtbot)
