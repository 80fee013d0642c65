"""How the panes share a window of any size, from left to right and from right to left."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supportdesk.ui.arrangement import LIST_RANGE, SIDEBAR_RANGE, arrangement
from supportdesk.ui.frame import Frame
from supportdesk.ui.pages import CaseRoom
from supportdesk.ui.theme import install_theme
from tests.ui.window_world import PAYROLL, STOCK, Make, World


@pytest.mark.parametrize(
    ("width", "height", "rail", "in_turn", "beside", "low"),
    [
        (1440, 900, False, False, True, False),
        (1400, 760, False, False, True, False),
        (1399, 759, False, False, False, True),
        (1280, 720, False, False, False, True),
        (1180, 800, False, False, False, False),
        (1179, 800, True, False, False, False),
        (960, 800, True, False, False, False),
        (959, 800, True, True, False, False),
        (1920, 1080, False, False, True, False),
    ],
)
def test_what_fits(width: int, height: int, rail: bool, in_turn: bool, beside: bool, low: bool) -> None:
    found = arrangement(width, height)
    assert (found.rail, found.in_turn, found.beside, found.low) == (rail, in_turn, beside, low)


@pytest.mark.parametrize(
    ("width", "height", "sidebar", "cases"),
    [(1440, 868, 228, 420), (1280, 688, 226, 384), (1920, 1048, 248, 600)],
)
def test_panes_take_the_widths_of_the_design(
    make: Make, width: int, height: int, sidebar: int, cases: int
) -> None:
    world = make(width, height)
    assert world.window.sidebar.width() == sidebar
    assert world.window.list_pane.width() == pytest.approx(cases, abs=2)


def test_a_dragged_width_is_kept_for_its_screen_and_class(
    make: Make, settings: QSettings, qtbot: QtBot
) -> None:
    world = make()
    splitter = world.window.list_pane.parentWidget()
    splitter.moveSplitter(500, 1)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: any("/list" in key for key in settings.allKeys()), timeout=5000)
    again = make()
    assert again.window.list_pane.width() == pytest.approx(500, abs=2)
    assert make(1280, 688).window.list_pane.width() == pytest.approx(384, abs=2)


def test_a_narrower_window_folds_the_sidebar_and_tells_the_case(world: World, qtbot: QtBot) -> None:
    world.window.open_case(STOCK)
    world.frame.resize(1100, 700)
    qtbot.waitUntil(lambda: world.window.sidebar.width() == 52, timeout=5000)
    assert world.case.rooms[-1] == CaseRoom(beside=False, low=True)
    world.frame.resize(1500, 900)
    qtbot.waitUntil(lambda: world.window.sidebar.width() > 200, timeout=5000)
    assert world.case.rooms[-1] == CaseRoom(beside=True, low=False)
    low, high = SIDEBAR_RANGE
    assert low <= world.window.sidebar.width() <= high
    low, high = LIST_RANGE
    assert low <= world.window.list_pane.width() <= high


def test_in_a_narrow_window_list_and_case_take_turns(make: Make, qtbot: QtBot) -> None:
    world = make(900, 600)
    assert world.window.list_pane.width() > 800
    world.key("J")
    assert not world.window.list_pane.isVisible()
    assert world.case.isVisible()
    world.case.timeline.setFocus()
    world.key("Esc")
    assert world.window.list_pane.isVisible()
    assert not world.case.isVisible()
    assert world.case.shown == [PAYROLL, None]


def test_the_list_is_put_away_while_a_case_is_open(world: World) -> None:
    world.window.open_case(STOCK)
    world.key("Ctrl+Shift+L")
    assert not world.window.list_pane.isVisible()
    world.key("Ctrl+Shift+L")
    assert world.window.list_pane.isVisible()


def test_nothing_is_cut_at_the_smallest_size(make: Make) -> None:
    world = make(720, 560)
    assert world.frame.minimumWidth() == 720
    assert world.window.list_pane.geometry().right() <= world.window.panes.width()
    world.key("J")
    QApplication.processEvents()
    assert world.case.width() >= 600


def test_everything_is_mirrored(make: Make, right_to_left: None) -> None:
    world = make()
    window = world.window
    assert window.sidebar.mapTo(window, window.sidebar.rect().topLeft()).x() > window.width() / 2
    list_x = window.list_pane.mapTo(window, window.list_pane.rect().topLeft()).x()
    assert list_x > window.width() / 3
    assert window.status.layoutDirection() == Qt.LayoutDirection.RightToLeft
    content = window.panes.content
    assert content.mapTo(window, content.rect().topLeft()).x() == 0
    assert window.sidebar.mapTo(window, window.sidebar.rect().topRight()).x() == window.width() - 1


def test_a_window_seen_for_the_first_time_fits_its_screen_with_its_title_bar(
    tmp_path: Path, qtbot: QtBot
) -> None:
    install_theme("light")
    frame = Frame("Support Desk", QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(frame)
    room = frame.screen().availableGeometry()
    assert room.width() - frame.width() >= 16 or frame.width() == 1440
    assert room.height() - frame.height() >= 32
