"""A stage on which cases are taken in: a real desk with a client, and what a person does to the dialog."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from supportdesk.services.queries import lists
from supportdesk.services.views import CaseQuery, CaseRow, ViewKind
from supportdesk.ui.new_case.dialog import NewCaseDialog
from supportdesk.ui.theme import install_theme
from tests.services.desk_world import World, open_world
from tests.ui.intake_world import Facts, fill_world
from tests.ui.stage import Stage, open_stage, rest


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
        # What is answered may lead to something that is kept, and that again to an answer.
        for _ in range(3):
            self.qtbot.waitUntil(lambda: not _soon(dialog))
            self.rest()

    def rest(self) -> None:
        """Wait until all that was asked or done so far has been answered."""
        rest(self.stage.session, self.qtbot)

    def cases(self) -> tuple[CaseRow, ...]:
        rows = lists.page(self.world.desk, CaseQuery(view=ViewKind.EVERYTHING), 0, 50)
        return tuple(row for row in rows if row.organisation == "Maple Ridge School District")


class Held:
    """Keeps the lane of the acts, and both threads that answer questions, at a gate."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self._gates: list[threading.Event] = []

    def hold(self) -> None:
        """Nothing is answered from now on."""
        session, gate = self._intake.stage.session, threading.Event()
        self._gates.append(gate)
        session.do(lambda _desk: self._wait(gate))
        for _ in range(2):
            session.ask(None, lambda _desk: self._wait(gate))

    def release(self) -> None:
        """Everything is answered again."""
        for gate in self._gates:
            gate.set()

    @staticmethod
    def _wait(gate: threading.Event) -> None:
        gate.wait(10)


def _soon(dialog: NewCaseDialog) -> bool:
    """Whether something is about to be asked or kept."""
    return any(timer.isSingleShot() and timer.isActive() for timer in dialog.findChildren(QTimer))


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
