"""What tests of screens share: the theme in force and a session on a stand-in desk; each leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supportdesk.services.operations.desk import Desk
from supportdesk.ui.frame import Frame
from supportdesk.ui.theme import Theme, install_theme, theme
from supportdesk.workers.session import DeskSession
from tests.ui.nadias_desk import NOW
from tests.ui.window_world import Make, World, build


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> Iterator[Theme]:
    """The light theme in normal size, whatever a test makes of it."""
    install_theme("light")
    yield theme()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def right_to_left(qapp: QApplication) -> None:
    """The interface from right to left, until the test ends."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[DeskSession]:
    """A session whose desk no query of these tests looks into."""
    made = DeskSession(lambda: cast("Desk", object()), lambda: NOW)
    # Whoever listens is told of the opening after the desk is there, and would take that for news.
    with qtbot.waitSignal(made.opened, timeout=5000):
        made.start()
    yield made
    made.close()


@pytest.fixture
def settings(tmp_path: object) -> QSettings:
    """An empty settings file."""
    return QSettings(f"{tmp_path}/window.ini", QSettings.Format.IniFormat)


@pytest.fixture
def settle(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    """Wait until something holds."""

    def wait(holds: Callable[[], bool]) -> None:
        # As long as a busy machine may take; only a failure lasts until then.
        qtbot.waitUntil(holds, timeout=10_000)

    return wait


@pytest.fixture
def make(session: DeskSession, settings: QSettings, qtbot: QtBot) -> Iterator[Make]:
    """Makes a window of some size with stand-ins around it; the list has the focus."""
    # A window that nobody holds is garbage while it is still on the screen and its events are under way.
    held: list[World] = []

    def made(width: int = 1440, height: int = 868, *, letters: bool = True) -> World:
        frame = Frame("Support Desk", settings)
        qtbot.addWidget(frame)
        frame.resize(width, height)
        with qtbot.waitExposed(frame):
            frame.show()
        world = build(frame, session, settings, letters=letters)
        window = world.window
        frame.activateWindow()
        qtbot.waitUntil(lambda: window.list_pane.model.is_read and window.isVisible(), timeout=5000)
        window.list_pane.view.setFocus()
        qtbot.waitUntil(window.list_pane.view.hasFocus, timeout=5000)
        held.append(world)
        return world

    yield made
    held.clear()


@pytest.fixture
def world(make: Make) -> World:
    """A window of the usual size."""
    return make()
