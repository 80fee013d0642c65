"""Focus goes back to where it was, or to what is left of that place."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGroupBox, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supportdesk.ui.widgets.dialog import Dialog
from supportdesk.ui.widgets.popover import Popover


class Room(QMainWindow):
    """A window with a field in a group that can take the focus itself."""

    def __init__(self) -> None:
        super().__init__()
        self.group, self.field = QGroupBox(), QLineEdit()
        self.group.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        QVBoxLayout(self.group).addWidget(self.field)
        body = QWidget()
        QVBoxLayout(body).addWidget(self.group)
        self.setCentralWidget(body)
        self.resize(900, 600)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    made = Room()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus, timeout=5000)
    return made


def test_a_dialog_closes_though_what_had_the_focus_is_gone(room: Room, qtbot: QtBot) -> None:
    dialog = Dialog(room, "Above")
    dialog.open()
    shiboken6.delete(room.field)
    with qtbot.waitSignal(dialog.closed):
        dialog.leave()
    assert not dialog.isVisible()
    qtbot.waitUntil(room.group.hasFocus, timeout=5000)


def test_a_popover_closes_though_what_had_the_focus_is_hidden(room: Room, qtbot: QtBot) -> None:
    popover = Popover(room)
    popover.open_at(room.group)
    room.field.hide()
    with qtbot.waitSignal(popover.closed):
        popover.close()
    qtbot.waitUntil(room.group.hasFocus, timeout=5000)
