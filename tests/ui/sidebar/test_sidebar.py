"""The sidebar leads to lists and pages, shows what waits there, and folds to a rail."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from supportdesk.domain.operation import ChangeSet
from supportdesk.services.operations.desk import Desk
from supportdesk.services.views import CaseQuery, SidebarCounts, Sort, ViewKind
from supportdesk.services.views.directory import Me
from supportdesk.ui.pages import Page
from supportdesk.ui.sidebar.entry import RAIL, Entry
from supportdesk.ui.sidebar.sidebar import Sidebar
from supportdesk.workers.session import DeskSession
from tests.ui.nadias_desk import COUNTS, ME, TORONTO
from tests.ui.stage import rest


@dataclass
class Queries:
    """What the sidebar asks, answered from memory."""

    counts: SidebarCounts = COUNTS
    person: Me = ME
    asked: int = 0

    def sidebar(self, _desk: Desk) -> SidebarCounts:
        self.asked += 1
        return self.counts

    def me(self, _desk: Desk) -> Me:
        return self.person


class Heard(QObject):
    """Notes where the sidebar leads."""

    def __init__(self, sidebar: Sidebar) -> None:
        super().__init__()
        self.lists: list[tuple[CaseQuery, str]] = []
        self.pages: list[Page] = []
        self.searches: list[str] = []
        self.log: list[str] = []
        sidebar.list_chosen.connect(self._list)
        sidebar.page_chosen.connect(self._page)
        sidebar.searched.connect(self._search)
        sidebar.search_entered.connect(self._entered)
        sidebar.search_left.connect(self._left)

    def _list(self, query: CaseQuery, title: str) -> None:
        self.lists.append((query, title))

    def _page(self, page: Page) -> None:
        self.pages.append(page)

    def _search(self, text: str) -> None:
        self.searches.append(text)

    def _entered(self) -> None:
        self.log.append("entered")

    def _left(self) -> None:
        self.log.append("left")


@pytest.fixture
def queries() -> Queries:
    return Queries()


@pytest.fixture
def sidebar(session: DeskSession, queries: Queries, qtbot: QtBot) -> Sidebar:
    made = Sidebar(session, queries, tuple(Page), search_keys="Ctrl K", zone=TORONTO)
    qtbot.addWidget(made)
    made.resize(228, 820)
    with qtbot.waitExposed(made):
        made.show()
    with qtbot.waitSignals([made.counted, made.me_known], timeout=5000):
        made.refresh()
    made.activateWindow()
    return made


def entry(sidebar: Sidebar, title: str) -> Entry:
    return next(each for each in sidebar.findChildren(Entry) if each.goal.title == title)


def test_views_branches_and_saved_views_have_their_counts(sidebar: Sidebar) -> None:
    shown = {each.goal.title: each.count for each in sidebar.findChildren(Entry) if each.isVisible()}
    assert shown == {
        "Inbox": 12,
        "My open cases": 23,
        "Unassigned": 5,
        "Breaching soon": 4,
        "Waiting for customer": 9,
        "Visits today": 2,
        "S1 and S2, everywhere": 7,
        "Payroll year-end": 14,
        "Tickets running out": 3,
        "Closing by itself soon": 6,
        "Head office, Sana’a": 41,
        "Toronto": 38,
        "Lyon": 18,
        "Tunis": 12,
        "Dashboard": 0,
        "Knowledge base": 0,
        "Customers": 0,
        "File Station": 0,
        "Needs your attention": 2,
    }


def test_an_entry_speaks_its_count_and_stops_at_999(sidebar: Sidebar, queries: Queries, qtbot: QtBot) -> None:
    assert entry(sidebar, "Inbox").accessibleName() == "Inbox, 12"
    queries.counts = replace(COUNTS, views={**COUNTS.views, ViewKind.INBOX: 1234})
    with qtbot.waitSignal(sidebar.counted, timeout=5000):
        sidebar.refresh()
    assert entry(sidebar, "Inbox").accessibleName() == "Inbox, 999+"


def test_a_click_leads_to_a_list_or_a_page(sidebar: Sidebar) -> None:
    heard = Heard(sidebar)
    entry(sidebar, "Unassigned").click()
    entry(sidebar, "Toronto").click()
    entry(sidebar, "Payroll year-end").click()
    entry(sidebar, "Dashboard").click()
    assert heard.lists == [
        (CaseQuery(ViewKind.UNASSIGNED), "Unassigned"),
        (CaseQuery(ViewKind.BRANCH, branch_id=UUID(int=2)), "Toronto"),
        (CaseQuery(ViewKind.SEARCH, search="payroll"), "Payroll year-end"),
    ]
    assert heard.pages == [Page.DASHBOARD]
    assert entry(sidebar, "Dashboard").is_chosen()
    assert not entry(sidebar, "Payroll year-end").is_chosen()


def test_a_list_is_found_again_whatever_its_order(sidebar: Sidebar) -> None:
    sidebar.choose_query(CaseQuery(ViewKind.WAITING, Sort.NEWEST, severity_ranks=frozenset({1})))
    assert entry(sidebar, "Waiting for customer").is_chosen()
    sidebar.choose_query(CaseQuery(ViewKind.SEARCH, search="typed by hand"))
    assert not any(each.is_chosen() for each in sidebar.findChildren(Entry))


def test_attention_is_hidden_when_nothing_waits(sidebar: Sidebar, queries: Queries, qtbot: QtBot) -> None:
    queries.counts = replace(COUNTS, attention=0)
    with qtbot.waitSignal(sidebar.counted, timeout=5000):
        sidebar.refresh()
    assert not entry(sidebar, "Needs your attention").isVisible()


def test_a_saved_view_that_is_gone_goes(sidebar: Sidebar, queries: Queries, qtbot: QtBot) -> None:
    queries.counts = replace(COUNTS, saved=(*COUNTS.saved[1:], COUNTS.saved[0]))
    with qtbot.waitSignal(sidebar.counted, timeout=5000):
        sidebar.refresh()
    QApplication.processEvents()
    order = sorted(sidebar.saved.entries.values(), key=Entry.y)
    assert [each.goal.title for each in order][0::3] == ["Payroll year-end", "S1 and S2, everywhere"]
    queries.counts = replace(COUNTS, saved=())
    with qtbot.waitSignal(sidebar.counted, timeout=5000):
        sidebar.refresh()
    assert not sidebar.saved.isVisible()
    sidebar.go_to_saved(1)


def test_saved_views_have_numbers(sidebar: Sidebar) -> None:
    heard = Heard(sidebar)
    sidebar.go_to_saved(2)
    sidebar.go_to_saved(9)
    assert [title for _query, title in heard.lists] == ["Payroll year-end"]


def test_pages_that_nobody_makes_are_not_offered(
    session: DeskSession, queries: Queries, qtbot: QtBot
) -> None:
    made = Sidebar(session, queries, (Page.DASHBOARD,), search_keys="Ctrl K")
    qtbot.addWidget(made)
    with qtbot.waitSignal(made.counted, timeout=5000):
        made.refresh()
    pages = [each.goal.page for each in made.findChildren(Entry) if each.goal.page is not None]
    assert pages == [Page.DASHBOARD]


def test_a_change_is_counted_once(
    sidebar: Sidebar, session: DeskSession, queries: Queries, qtbot: QtBot
) -> None:
    before = queries.asked
    with qtbot.waitSignal(sidebar.counted, timeout=5000):
        for _ in range(20):
            session.notifier.changed.emit(ChangeSet(everything=True))
    rest(session, qtbot)
    assert queries.asked == before + 1


def test_the_person_and_where(sidebar: Sidebar, queries: Queries, qtbot: QtBot) -> None:
    assert sidebar.person.accessibleName() == "Nadia Karim"
    assert sidebar.person.accessibleDescription() == "Toronto, until 18:00"
    queries.person = replace(ME, open=False, open_until=None)
    with qtbot.waitSignal(sidebar.me_known, timeout=5000):
        sidebar.refresh()
    assert sidebar.person.accessibleDescription() == "Toronto, closed now"


def test_arrows_go_through_the_entries_and_tab_stops_once(sidebar: Sidebar) -> None:
    sidebar.choose(ViewKind.MINE.value)
    sidebar.focus_entry()
    seen = []
    for _ in range(8):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen.append(getattr(focus, "text", str)())
        QTest.keyClick(focus, Qt.Key.Key_Down)
    assert seen[:6] == [
        "My open cases",
        "Unassigned",
        "Breaching soon",
        "Waiting for customer",
        "Visits today",
        "Saved views",
    ]
    by_tab = [each for each in sidebar.findChildren(Entry) if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [each.goal.title for each in by_tab] == ["My open cases"]
    heard = Heard(sidebar)
    QTest.keyClick(entry(sidebar, "Inbox"), Qt.Key.Key_Return)
    assert heard.lists[0][1] == "Inbox"


def test_a_section_folds(sidebar: Sidebar) -> None:
    sidebar.branches.heading.click()
    assert sidebar.branches.folded
    assert not entry(sidebar, "Toronto").isVisible()
    sidebar.branches.set_folded(False)
    assert entry(sidebar, "Toronto").isVisible()


def test_typing_searches_after_a_pause_and_esc_leaves(sidebar: Sidebar, qtbot: QtBot) -> None:
    heard = Heard(sidebar)
    edit = sidebar.findChild(QLineEdit)
    assert edit is not None
    sidebar.begin_search()
    QTest.keyClicks(edit, "payroll")
    assert heard.searches == []
    qtbot.waitUntil(lambda: heard.searches == ["payroll"], timeout=5000)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert heard.log == ["entered"]
    QTest.keyClick(edit, Qt.Key.Key_Escape)
    assert heard.log == ["entered", "left"]
    assert edit.text() == ""


def test_the_rail_keeps_everything_in_reach(
    sidebar: Sidebar, settle: Callable[[Callable[[], bool]], None]
) -> None:
    sidebar.set_rail(True)
    sidebar.setFixedWidth(RAIL)
    QApplication.processEvents()
    shown = [each.goal.title for each in sidebar.findChildren(Entry) if each.isVisible()]
    assert "Saved views" in shown
    assert "Branches" in shown
    assert "Toronto" not in shown
    inbox = entry(sidebar, "Inbox")
    assert inbox.is_rail()
    assert inbox.toolTip() == "Inbox  12"
    heard = Heard(sidebar)
    sidebar.begin_search()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "tva")
    settle(lambda: heard.searches == ["tva"])
    QTest.keyClick(field, Qt.Key.Key_Escape)
