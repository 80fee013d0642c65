"""Search and back, row actions, undo, messages, and what the window remembers."""

from __future__ import annotations

from typing import cast
from uuid import UUID

from PySide6.QtCore import QObject, QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from supportdesk.domain.errors import KnownError
from supportdesk.services.operations.desk import Desk
from supportdesk.services.views import CaseQuery, Sort, ViewKind
from supportdesk.ui.commands import Verb
from supportdesk.ui.pages import CaseAct, Page
from supportdesk.ui.theme import theme
from supportdesk.workers.session import DeskSession
from tests.ui.nadias_desk import NOW
from tests.ui.window_world import PAYROLL, STOCK, Make, World


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
    told = {"Support desk hours until 18:00", "Tue 24 Nov 14:18, Toronto", "Drafts: 1"}

    def texts() -> set[str]:
        parts = world.window.status.findChildren(QWidget)
        return {each.text() for each in parts if hasattr(each, "text")}

    # The drafts are counted beside the question who sits here.
    qtbot.waitUntil(lambda: told <= texts(), timeout=5000)
    assert session.now() == NOW


def test_the_sidebar_shows_the_list_again_when_a_page_gives_way_to_a_case(world: World) -> None:
    window = world.window
    before = window.sidebar._chosen  # noqa: SLF001 - where one is
    window.show_page(Page.DASHBOARD)
    assert window.sidebar._chosen == Page.DASHBOARD.value  # noqa: SLF001 - as above
    window.open_case(PAYROLL)
    assert window.sidebar._chosen == before  # noqa: SLF001 - as above
