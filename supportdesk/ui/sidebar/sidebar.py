"""The sidebar: person, search, views, saved views, branches, pages; wide, or a rail of icons."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportdesk.services.views import CaseQuery, SidebarCounts, ViewKind
from supportdesk.ui.pages import Page
from supportdesk.ui.sidebar.destinations import (
    PAGE_ICONS,
    VIEW_ICONS,
    branch_goal,
    leads_to,
    page_goal,
    saved_goal,
    view_goal,
    where,
)
from supportdesk.ui.sidebar.entry import RAIL, Destination, Entry
from supportdesk.ui.sidebar.person import PersonBlock
from supportdesk.ui.sidebar.search_field import SearchField
from supportdesk.ui.sidebar.section import Section, SectionHeading
from supportdesk.ui.widgets.chips import styled_menu
from supportdesk.ui.widgets.dialog import ScrollColumn
from supportdesk.ui.widgets.popover import Popover
from supportdesk.ui.widgets.scrolling import OverlayScrollBar

if TYPE_CHECKING:
    from datetime import tzinfo

    from supportdesk.domain.operation import ChangeSet
    from supportdesk.services.operations.desk import Desk
    from supportdesk.services.views.directory import Me
    from supportdesk.workers.session import DeskSession

_COALESCE_MS = 120


class SidebarQueries(Protocol):
    """What the sidebar asks of the services."""

    @property
    def sidebar(self) -> Callable[[Desk], SidebarCounts]:
        """The counts beside its entries."""
        ...

    @property
    def me(self) -> Callable[[Desk], Me]:
        """Who sits at the desk."""
        ...


class Sidebar(QWidget):
    """`list_chosen` carries a query and its title, `page_chosen` a page, `searched` a text, `counted` new counts."""

    list_chosen = Signal(object, str)
    page_chosen = Signal(object)
    searched = Signal(str)
    search_entered = Signal()
    search_left = Signal()
    counted = Signal(object)
    me_known = Signal(object)

    def __init__(
        self,
        session: DeskSession,
        queries: SidebarQueries,
        pages: Iterable[Page],
        *,
        search_keys: str,
        zone: tzinfo | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._queries, self._zone = session, queries, zone
        self._pages = frozenset(pages)
        self._fixed: dict[str, Entry] = {}
        self._chosen = ""
        self._me: Me | None = None
        self.person = PersonBlock()
        self.search = SearchField(search_keys)
        self.saved = Section(QCoreApplication.translate("Sidebar", "Saved views"))
        self.branches = Section(QCoreApplication.translate("Sidebar", "Branches"))
        self._rail_saved = Entry(Destination("rail saved", self.saved.heading.text(), "bookmark-simple"))
        self._rail_branches = Entry(Destination("rail branches", self.branches.heading.text(), "storefront"))
        self._lay_out()
        self._connect()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_COALESCE_MS)
        self._soon.timeout.connect(self.refresh)
        self.setAccessibleName(QCoreApplication.translate("Sidebar", "Views"))

    def refresh(self) -> None:
        """Count again, and ask again who is here."""
        self._session.ask("sidebar counts", self._queries.sidebar, then=self._show_counts)
        self._session.ask("sidebar person", self._queries.me, then=self._show_me)

    def choose(self, key: str) -> None:
        """Show where one is, without going there; an unknown key shows nowhere."""
        self._chosen = key
        for entry in self._entries.values():
            entry.set_chosen(entry.goal.key == key)
        attention = self._fixed.get(Page.ATTENTION.value)
        if attention is not None:
            attention.setVisible(attention.count > 0 or attention.is_chosen())
        self._rove()

    def choose_query(self, query: CaseQuery) -> None:
        """Show which entry leads to this list, if one does."""
        found = [entry.goal.key for entry in self._entries.values() if leads_to(entry.goal, query)]
        self.choose(found[0] if found else "")

    def go_to_saved(self, number: int) -> None:
        """Go to the saved view with this number, from 1; nothing where there are fewer."""
        entries = list(self.saved.entries.values())
        if 0 < number <= len(entries):
            entries[number - 1].click()

    def focus_entry(self) -> None:
        """Take the keyboard at the chosen entry."""
        stops = self._stops()
        at = next(
            (stop for stop in stops if isinstance(stop, Entry) and stop.is_chosen()),
            stops[0] if stops else self,
        )
        at.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin_search(self) -> None:
        """Let words be typed: in the field, or beside the rail."""
        if not self._is_rail:
            self.search.begin()
            return
        popover = Popover(self, width=320, padding=10)
        popover.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        field = SearchField("")
        field.searched.connect(self.searched)
        field.entered.connect(popover.close)
        field.left.connect(popover.close)
        popover.body.addWidget(field)
        popover.open_at(self.search)
        field.begin()

    def set_rail(self, rail: bool) -> None:
        """Show icons only, or everything."""
        has_saved, has_branches = bool(self.saved.entries), bool(self.branches.entries)
        self.saved.setVisible(has_saved and not rail)
        self.branches.setVisible(has_branches and not rail)
        self._rail_saved.setVisible(has_saved and rail)
        self._rail_branches.setVisible(has_branches and rail)
        self._is_rail = rail

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and isinstance(watched, Entry | SectionHeading):
                self._step(watched, step)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(
                watched, Entry | SectionHeading
            ):
                watched.click()
                return True
        return super().eventFilter(watched, event)

    def _step(self, at: QWidget, step: int) -> None:
        stops = self._stops()
        if at in stops:
            place = max(0, min(len(stops) - 1, stops.index(at) + step))
            stops[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _stops(self) -> list[QWidget]:
        """What the arrow keys go through, from top to bottom."""
        top_down = [*self._column_entries, self.saved.heading, *self.saved.entries.values()]
        top_down += [self.branches.heading, *self.branches.entries.values(), *self._foot_entries]
        return [each for each in top_down if each.isVisible()]

    def _rove(self) -> None:
        # One stop for Tab, wherever one is; the arrows go on from there.
        stop = self._entries.get(self._chosen) or next(iter(self._fixed.values()))
        for entry in self._entries.values():
            entry.setFocusPolicy(Qt.FocusPolicy.StrongFocus if entry is stop else Qt.FocusPolicy.ClickFocus)

    def _lay_out(self) -> None:
        self._is_rail = False
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 4, 10, 8)
        column.setSpacing(0)
        column.addWidget(self.person)
        column.addSpacing(4)
        column.addWidget(self.search)
        column.addSpacing(8)
        middle = ScrollColumn((0, 0, 0, 0), 0)
        OverlayScrollBar(middle)
        goals = [view_goal(view) for view in VIEW_ICONS]
        if Page.VISITS in self._pages:
            goals.append(page_goal(Page.VISITS))
        self._column_entries = [self._fix(goal) for goal in goals]
        for entry in (*self._column_entries, self._rail_saved, self._rail_branches):
            middle.column.addWidget(entry)
        self._rail_saved.hide()
        self._rail_branches.hide()
        middle.column.addWidget(self.saved)
        middle.column.addWidget(self.branches)
        middle.column.addStretch(1)
        column.addWidget(middle, 1)
        column.addSpacing(6)
        foot = [page for page in PAGE_ICONS if page in self._pages and page is not Page.VISITS]
        self._foot_entries = [self._fix(page_goal(page)) for page in foot]
        for entry in self._foot_entries:
            column.addWidget(entry)
            entry.setVisible(entry.goal.page is not Page.ATTENTION)

    def _connect(self) -> None:
        self.saved.added.connect(self._add)
        self.branches.added.connect(self._add)
        for section in (self.saved, self.branches):
            section.heading.installEventFilter(self)
        self._rail_saved.clicked.connect(self._open_rail_saved)
        self._rail_branches.clicked.connect(self._open_rail_branches)
        self.search.searched.connect(self.searched)
        self.search.entered.connect(self.search_entered)
        self.search.left.connect(self.search_left)
        self.search.opened.connect(self.begin_search)
        self._session.opened.connect(self._opened)
        self._session.notifier.changed.connect(self._changed)
        self._session.heartbeat.tick.connect(self._ticked)

    @property
    def _entries(self) -> dict[str, Entry]:
        return {**self._fixed, **self.saved.entries, **self.branches.entries}

    def _fix(self, goal: Destination) -> Entry:
        entry = self._fixed[goal.key] = Entry(goal)
        self._add(entry)
        return entry

    def _add(self, entry: Entry) -> None:
        entry.clicked.connect(self._go)
        entry.installEventFilter(self)

    def _go(self) -> None:
        entry = self.sender()
        if not isinstance(entry, Entry):
            return
        self.choose(entry.goal.key)
        if entry.goal.query is not None:
            self.list_chosen.emit(entry.goal.query, entry.goal.title)
        elif entry.goal.page is not None:
            self.page_chosen.emit(entry.goal.page)

    def _open_rail_saved(self) -> None:
        self._open_rail_menu(self._rail_saved, self.saved)

    def _open_rail_branches(self) -> None:
        self._open_rail_menu(self._rail_branches, self.branches)

    def _open_rail_menu(self, anchor: Entry, section: Section) -> None:
        menu = styled_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for key, entry in section.entries.items():
            menu.addAction(entry.goal.title).setData(key)
        menu.triggered.connect(self._rail_menu_chosen)
        menu.popup(anchor.mapToGlobal(QPoint(RAIL - 8, 0)))

    def _rail_menu_chosen(self, action: QAction) -> None:
        self._entries[str(action.data())].click()

    def _opened(self) -> None:
        self.refresh()

    def _changed(self, changes: ChangeSet) -> None:
        if changes.changes or changes.everything:
            self._soon.start()

    def _ticked(self) -> None:
        self.refresh()

    def _show_counts(self, counts: SidebarCounts) -> None:
        for view in VIEW_ICONS:
            self._fixed[view.value].show_count(
                counts.views.get(view, 0),
                strong=view is ViewKind.INBOX and counts.unread,
                warns=view is ViewKind.BREACHING,
            )
        self.saved.show_entries([(saved_goal(*saved[:3]), saved[3]) for saved in counts.saved])
        self.branches.show_entries([(branch_goal(*branch[:3]), branch[3]) for branch in counts.branches])
        if Page.VISITS in self._pages:
            self._fixed[Page.VISITS.value].show_count(counts.visits_today)
        if Page.ATTENTION in self._pages:
            attention = self._fixed[Page.ATTENTION.value]
            attention.show_count(counts.attention, warns=True)
        self.set_rail(self._is_rail)
        self.choose(self._chosen)
        self.counted.emit(counts)

    def _show_me(self, me: Me) -> None:
        self._me = me
        self.person.show_person(me.id, me.name, where(me, self._zone))
        self.me_known.emit(me)
