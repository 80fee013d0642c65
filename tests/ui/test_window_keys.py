"""Every key of the window does what the design says, and letters stay out of fields."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from supportdesk.services.views import ViewKind
from supportdesk.ui.commands import Menu, Verb, commands
from supportdesk.ui.pages import CaseAct
from supportdesk.ui.widgets.buttons import Button
from supportdesk.ui.widgets.chips import Chip
from tests.ui.window_world import INVOICES, PAYROLL, STOCK, Make, World


def test_j_and_k_open_the_next_and_the_previous_case(world: World) -> None:
    world.key("J", "J", "K")
    assert world.case.shown == [PAYROLL, INVOICES, PAYROLL]
    assert world.window.case_id == PAYROLL


def test_alt_arrows_step_from_anywhere(world: World) -> None:
    world.window.open_case(PAYROLL)
    world.case.reply.setFocus()
    world.key("Alt+Down")
    assert world.window.case_id == INVOICES
    assert world.case.reply.hasFocus()


@pytest.mark.parametrize(
    ("keys", "act"),
    [
        ("R", CaseAct.REPLY),
        ("N", CaseAct.NOTE),
        ("C", CaseAct.CALL),
        ("S", CaseAct.STAGE),
        ("A", CaseAct.ASSIGN),
        ("Shift+A", CaseAct.ASSIGN_TO_ME),
        ("V", CaseAct.SEVERITY),
        ("H", CaseAct.HOLD),
        ("L", CaseAct.LINK),
        ("E", CaseAct.CLOSE),
        ("W", CaseAct.WHY),
        ("Ctrl+D", CaseAct.DETAILS),
    ],
)
def test_keys_act_on_the_open_case(world: World, keys: str, act: CaseAct) -> None:
    world.key(keys)
    assert world.cases == []
    world.window.open_case(STOCK)
    world.key(keys)
    assert world.case.acts == [act]


def test_letters_belong_to_a_field_that_has_the_focus(world: World) -> None:
    world.window.open_case(STOCK)
    world.case.reply.setFocus()
    QTest.keyClicks(world.case.reply, "Reassign")
    assert world.case.reply.text() == "Reassign"
    assert world.case.acts == []


def test_letters_can_be_turned_off(make: Make) -> None:
    world = make(letters=False)
    world.key("J")
    assert world.cases == []
    world.key("Alt+Down")
    assert world.case.shown == [PAYROLL]


@pytest.mark.parametrize(
    ("keys", "view"),
    [
        ("G, I", ViewKind.INBOX),
        ("G, M", ViewKind.MINE),
        ("G, U", ViewKind.UNASSIGNED),
        ("G, B", ViewKind.BREACHING),
        ("G, W", ViewKind.WAITING),
    ],
)
def test_g_and_a_letter_go_to_a_list(world: World, keys: str, view: ViewKind) -> None:
    world.key(keys)
    assert world.window.list_pane.query.view is view


def test_g_and_d_go_to_the_dashboard_and_a_list_comes_back(world: World) -> None:
    world.key("G, D")
    (page,) = world.pages
    assert page.isVisible()
    assert not world.window.list_pane.isVisible()
    world.key("G, M")
    assert world.window.list_pane.isVisible()
    world.key("G, D")
    assert len(world.pages) == 1


def test_new_case(world: World) -> None:
    world.key("Ctrl+N")
    assert world.dialogs == ["new case"]


def test_f6_goes_round_the_panes(world: World) -> None:
    world.window.open_case(STOCK)
    world.window.list_pane.view.setFocus()
    order = []
    for _ in range(4):
        world.key("F6")
        order.append(QApplication.focusWidget())
    assert order[:2] == [world.case.timeline, world.case.reply]
    assert world.window.sidebar.isAncestorOf(order[2] or world.frame)
    assert order[3] is world.window.list_pane.view
    world.key("Shift+F6")
    assert world.window.sidebar.isAncestorOf(QApplication.focusWidget() or world.frame)


def test_enter_goes_into_the_case_and_esc_back_to_the_list(world: World) -> None:
    world.key("J", "Return")
    assert world.case.timeline.hasFocus()
    world.key("Esc")
    assert world.window.list_pane.view.hasFocus()
    assert world.window.case_id == PAYROLL


def test_u_turns_read_into_unread_and_back(world: World, qtbot: QtBot) -> None:
    world.window.open_case(STOCK)
    world.key("U")
    world.window.open_case(PAYROLL)
    world.key("U")
    qtbot.waitUntil(lambda: len(world.services.log) == 2, timeout=5000)
    assert world.services.log == [("unseen", STOCK), ("seen", PAYROLL)]


def test_every_command_is_an_action_in_a_menu_and_no_key_has_two_meanings(world: World) -> None:
    bar = world.window.commands
    offered = {command.name for command in commands()} - {
        "import",
        "join",
        "preferences",
        "connect_teamviewer",
        "teamviewer_reports",
        "visit_calendar",
        "visit_reports",
        "plan_visit",
        "go visits",
        "go knowledge",
        "go customers",
        "go file_station",
        "go attention",
    }
    assert set(bar.actions) == offered
    menus = [menu for menu in world.frame.menuBar().children() if isinstance(menu, QMenu)]
    in_menus = {action.objectName() for menu in menus for action in menu.actions()}
    assert in_menus == {name for name in offered if not name.endswith("by letter")}
    assert len([menu for menu in menus if menu.actions()]) == len(Menu)
    keys = [keys.toString() for action in bar.actions.values() for keys in action.shortcuts()]
    assert len(keys) == len(set(keys))
    # AltGr and dead keys make these unreachable on some keyboards.
    assert not any("Ctrl+Alt" in each for each in keys)


def test_alt_alone_shows_the_menu_and_alt_with_a_key_does_not(world: World) -> None:
    bar = world.frame.menuBar()
    assert not bar.isVisible()
    world.key("Alt+Down")
    QTest.keyRelease(world.window.list_pane.view, Qt.Key.Key_Alt)
    assert not bar.isVisible()
    for shown in (True, False):
        QTest.keyPress(world.window.list_pane.view, Qt.Key.Key_Alt)
        QTest.keyRelease(world.window.list_pane.view, Qt.Key.Key_Alt)
        assert bar.isVisible() is shown
    QTest.keyPress(world.window.list_pane.view, Qt.Key.Key_Alt)
    world.window.run(world.window.commands.command(Verb.NEXT))
    QTest.keyRelease(world.window.list_pane.view, Qt.Key.Key_Alt)
    assert not bar.isVisible()


def test_tab_goes_through_the_window_as_it_lies(world: World) -> None:
    world.window.open_case(PAYROLL)
    window = world.window
    window.sidebar.focus_entry()
    reached: list[QWidget] = []
    for _ in range(40):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        if now in reached:
            break
        reached.append(now)
    pane = window.list_pane
    chips = pane.filters.findChildren(Chip)
    parts = [*chips, pane.view, *world.case.parts(), window.status.look]
    places = [reached.index(part) for part in parts]
    # Toolbar and chips of the list, the list, the case, and last what stands at the foot.
    assert places == sorted(places)
    assert any(isinstance(each, Button) and pane.isAncestorOf(each) for each in reached)
    pane.view.setFocus()
    QTest.keyClick(pane.view, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is chips[-1]
