"""The window as a whole: panes by size, keys, search and back, messages, undo; cases and pages are stand-ins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import cast
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, QSettings, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Kind, Operation, Outcome, Ref, Status
from supportdesk.services.desk import Desk, Done
from supportdesk.services.views import CaseQuery, Sort, ViewKind
from supportdesk.ui.arrangement import LIST_RANGE, SIDEBAR_RANGE, arrangement
from supportdesk.ui.commands import Menu, Verb, commands
from supportdesk.ui.frame import Frame
from supportdesk.ui.main_window import MainWindow
from supportdesk.ui.pages import CaseAct, CasePage, CaseRoom, Page, Shell
from supportdesk.ui.theme import theme
from supportdesk.ui.window_needs import WindowPages, WindowServices
from supportdesk.workers.session import DeskSession
from tests.ui.nadias_desk import COUNTS, ME, NOW, TORONTO, NadiasLists

PAYROLL, INVOICES, STOCK = UUID(int=10517), UUID(int=10509), UUID(int=10482)


class NotedCase(CasePage):
    """A case page that notes what it is asked."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell = shell
        self.shown: list[UUID | None] = []
        self.acts: list[CaseAct] = []
        self.rooms: list[CaseRoom] = []
        self.reply = QLineEdit()
        self.timeline = QPushButton("timeline")
        column = QVBoxLayout(self)
        column.addWidget(self.timeline)
        column.addWidget(self.reply)

    def show_case(self, case_id: UUID | None) -> None:
        self.shown.append(case_id)

    def run(self, act: CaseAct) -> None:
        self.acts.append(act)

    def fit(self, room: CaseRoom) -> None:
        self.rooms.append(room)

    def parts(self) -> tuple[QWidget, ...]:
        return (self.timeline, self.reply)


@dataclass
class Services:
    """The window's own services: marks and undo note what they were asked."""

    lists: NadiasLists = field(default_factory=NadiasLists)
    log: list[tuple[str, UUID]] = field(default_factory=list)

    def seen(self, _desk: Desk, case_id: UUID) -> Done:
        return self.noted("seen", case_id)

    def unseen(self, _desk: Desk, case_id: UUID) -> Done:
        return self.noted("unseen", case_id)

    def undo(self, _desk: Desk, operation_id: UUID) -> Done:
        return self.noted("undo", operation_id)

    def send(self, _desk: Desk, case_id: UUID) -> Done:
        return self.noted("send", case_id, undoable=True)

    def noted(self, what: str, id_: UUID, *, undoable: bool = False) -> Done:
        self.log.append((what, id_))
        ref = Ref(Entity.CASE, id_)
        operation = Operation(UUID(int=99), ref, Kind.APPEND, what, {}, ME.id, UUID(int=1), datetime.now(UTC))
        changes = ChangeSet({ref: frozenset({Aspect.ROW})})
        return Done(Outcome(operation.id, Status.APPLIED, changes), operation, undoable=undoable)


@dataclass
class World:
    """A window and what stands around it."""

    frame: Frame
    window: MainWindow
    services: Services
    cases: list[NotedCase]
    dialogs: list[str]
    pages: list[QWidget]

    @property
    def case(self) -> NotedCase:
        """The one case page."""
        (only,) = self.cases
        return only

    def key(self, *keys: str) -> None:
        """Press keys where the focus is."""
        for each in keys:
            focus = QApplication.focusWidget() or self.frame
            QTest.keySequence(focus, QKeySequence(each))


Make = Callable[..., World]


@pytest.fixture
def make(session: DeskSession, settings: QSettings, qtbot: QtBot) -> Make:
    def made(width: int = 1440, height: int = 868, **options: bool) -> World:
        frame = Frame("Support Desk", settings)
        qtbot.addWidget(frame)
        frame.resize(width, height)
        with qtbot.waitExposed(frame):
            frame.show()
        services = Services()
        cases: list[NotedCase] = []
        dialogs: list[str] = []
        pages: list[QWidget] = []

        def case_page(shell: Shell, parent: QWidget) -> CasePage:
            cases.append(NotedCase(shell, parent))
            return cases[-1]

        def page(_shell: Shell, parent: QWidget) -> QWidget:
            pages.append(QPushButton("page", parent))
            return pages[-1]

        def dialog(_shell: Shell) -> None:
            dialogs.append("new case")

        window = MainWindow(
            frame,
            session,
            WindowServices(
                services.lists,
                lambda _desk: COUNTS,
                lambda _desk: ME,
                services.seen,
                services.unseen,
                services.undo,
            ),
            WindowPages(case_page, {Page.DASHBOARD: page}, {Verb.NEW_CASE: dialog}),
            settings,
            zone=TORONTO,
            **options,
        )
        frame.activateWindow()
        qtbot.waitUntil(lambda: window.list_pane.model.is_read and window.isVisible(), timeout=5000)
        window.list_pane.view.setFocus()
        qtbot.waitUntil(window.list_pane.view.hasFocus, timeout=5000)
        return World(frame, window, services, cases, dialogs, pages)

    return made


@pytest.fixture
def world(make: Make) -> World:
    return make()


# ---------------------------------------------------------------- panes


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


# ---------------------------------------------------------------- keys


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
        "preferences",
        "go visits",
        "go knowledge",
        "go customers",
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


# ---------------------------------------------------------------- search, messages, memory


def test_a_search_shows_what_it_finds_and_esc_brings_the_list_back(world: World, qtbot: QtBot) -> None:
    world.key("G, I")
    world.key("/")
    QTest.keyClicks(cast("QLineEdit", QApplication.focusWidget()), "payroll")
    qtbot.waitUntil(lambda: world.window.list_pane.query.view is ViewKind.SEARCH, timeout=5000)
    assert world.window.list_pane.query.search == "payroll"
    world.key("Return")
    assert world.window.list_pane.view.hasFocus()
    world.key("/")
    world.key("Esc")
    assert world.window.list_pane.query.view is ViewKind.INBOX


def test_an_act_on_a_row_opens_its_case(world: World) -> None:
    world.window.list_pane.view.acted.emit(STOCK, CaseAct.ASSIGN)
    assert world.case.shown == [STOCK]
    assert world.case.acts == [CaseAct.ASSIGN]


def test_ctrl_z_takes_the_last_act_back_once(world: World, session: DeskSession, qtbot: QtBot) -> None:
    undo = world.window.commands.actions[Verb.UNDO]
    assert not undo.isEnabled()
    session.do(world.services.send, STOCK)
    qtbot.waitUntil(undo.isEnabled, timeout=5000)
    world.key("Ctrl+Z")
    qtbot.waitUntil(lambda: len(world.services.log) == 2, timeout=5000)
    assert world.services.log[1] == ("undo", UUID(int=99))
    qtbot.waitUntil(lambda: world.window.toasts.shown is not None, timeout=5000)
    assert not undo.isEnabled()


def test_a_message_offers_to_undo_only_what_can_be_undone(world: World) -> None:
    undoable = world.services.noted("send", STOCK, undoable=True)
    world.window.say("Sent.", undo=undoable)
    assert world.window.toasts.shown is not None
    assert world.window.toasts.shown.action.isVisible()
    world.window.say("Sent.", undo=world.services.noted("send", STOCK))
    assert not world.window.toasts.shown.action.isVisible()


def test_a_refusal_that_nobody_takes_is_said(world: World, session: DeskSession, qtbot: QtBot) -> None:
    def refuse(_desk: Desk) -> None:
        raise KnownError("The disk is full.", "Nothing was saved.", "Make room.")

    session.do(refuse)
    qtbot.waitUntil(lambda: world.window.toasts.shown is not None, timeout=5000)
    assert world.window.toasts.shown is not None
    assert world.window.toasts.shown.accessibleName() == "The disk is full. Nothing was saved. Make room."


def test_the_next_run_begins_where_this_one_ended(world: World, make: Make, qtbot: QtBot) -> None:
    world.window.show_list(CaseQuery(ViewKind.WAITING, Sort.SEVERITY))
    world.window.open_case(STOCK)
    world.window.toggle_density()
    world.frame.close()
    again = make()
    assert again.window.list_pane.query == CaseQuery(ViewKind.WAITING, Sort.SEVERITY)
    assert not again.window.list_pane.view.comfortable


def test_spoilt_settings_count_as_none(settings: QSettings, make: Make) -> None:
    settings.setValue("list/view", "no such view")
    settings.setValue("list/comfortable", "perhaps")
    settings.setValue("case/id", "no id")
    world = make()
    assert world.window.list_pane.query == CaseQuery()
    assert world.window.list_pane.view.comfortable


def test_the_look_is_asked_for_not_chosen_here(world: World) -> None:
    asked: list[str] = []

    class Ear(QObject):
        def hear(self, look: str) -> None:
            asked.append(look)

    ear = Ear()
    world.window.look_asked.connect(ear.hear)
    world.window.status.look.click()
    assert asked == ["dark"]
    assert not theme().dark


def test_the_status_line_tells_time_and_hours(world: World, session: DeskSession, qtbot: QtBot) -> None:
    session.opened.emit(session.desk)
    texts = [each.text() for each in world.window.status.findChildren(QWidget) if hasattr(each, "text")]
    qtbot.waitUntil(
        lambda: (
            "Support desk hours until 18:00"
            in [each.text() for each in world.window.status.findChildren(QWidget) if hasattr(each, "text")]
        ),
        timeout=5000,
    )
    texts = [each.text() for each in world.window.status.findChildren(QWidget) if hasattr(each, "text")]
    assert "Tue 24 Nov 14:18, Toronto" in texts
    assert "Drafts: 1" in texts
    assert session.now() == NOW


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
