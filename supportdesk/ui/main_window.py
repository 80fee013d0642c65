"""The window at work: sidebar, list and case, pages, commands and messages; it knows no rule and makes no page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QSettings, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportdesk.domain.errors import KnownError
from supportdesk.services.views import CaseQuery, ViewKind
from supportdesk.ui.arrangement import Arrangement
from supportdesk.ui.case_list.pane import CaseListPane
from supportdesk.ui.commands import OPENED, Command, Verb, keys_text
from supportdesk.ui.exchange.hub_side import HubSide
from supportdesk.ui.frame import Frame, screen_name
from supportdesk.ui.pages import CaseAct, CasePage, CaseRoom, Page, berth_of, show_on
from supportdesk.ui.panes import Panes, next_stop
from supportdesk.ui.sidebar.sidebar import Sidebar
from supportdesk.ui.widgets.messages import Toasts
from supportdesk.ui.widgets.tab_stops import tab_on
from supportdesk.ui.window_memory import WindowMemory
from supportdesk.ui.window_menus import CommandBar
from supportdesk.ui.window_needs import WindowPages, WindowServices
from supportdesk.ui.window_parts import StatusLine, no_case_open
from supportdesk.ui.window_search import Searching
from supportdesk.ui.window_status import DeskStatus
from supportdesk.ui.window_undo import Undoing

if TYPE_CHECKING:
    from datetime import tzinfo

    from supportdesk.services.operations.desk import Done
    from supportdesk.ui.hub_line import HubLine
    from supportdesk.workers.session import DeskSession

_OWN = frozenset(Verb) - OPENED


class MainWindow(QWidget):
    """Fills a Frame. It is the Shell that pages and dialogs are handed. `look_asked` carries system, light or dark."""

    look_asked = Signal(str)

    def __init__(
        self,
        frame: Frame,
        session: DeskSession,
        services: WindowServices,
        pages: WindowPages,
        settings: QSettings,
        *,
        zone: tzinfo | None = None,
        letters: bool = True,
    ) -> None:
        super().__init__(frame)
        self._frame, self._session, self._services, self._pages = frame, session, services, pages
        self._zone = zone
        self._memory = WindowMemory(settings, screen_name(frame))
        self._room = CaseRoom(beside=True, low=False)
        self._case_id: UUID | None = None
        self._case_page: CasePage | None = None
        self._made: dict[Page, QWidget] = {}
        self._lay_out()
        self.commands = CommandBar(frame, {*pages.pages, *pages.dialogs, *_OWN}, letters=letters)
        self.sidebar.person.set_menu(self.commands.person_menu)
        self._connect()
        frame.setCentralWidget(self)
        self.list_pane.set_comfortable(self._memory.comfortable)
        self.show_list(self._memory.query())

    # ------------------------------------------------------------------ the Shell

    @property
    def session(self) -> DeskSession:
        """Where acts are done and questions asked."""
        return self._session

    @property
    def zone(self) -> tzinfo | None:
        """The time zone in which this desk reads times."""
        return self._zone

    @property
    def cover(self) -> QWidget:
        """What dialogs cover."""
        return self

    @property
    def line(self) -> HubLine | None:
        """The desk's line to its hub."""
        return self.hub.line

    @property
    def case_id(self) -> UUID | None:
        """The open case."""
        return self._case_id

    def open_case(self, case_id: UUID) -> None:
        """Show a case, and select it in the list where it is there."""
        self.panes.show_page(None)
        self._show_case(case_id)
        self.list_pane.view.mark_chosen(case_id)

    def leave_case(self) -> None:
        """Go back to the list."""
        if self._case_page is not None:
            self._case_page.show_case(None)
        self._case_id = None
        self._memory.keep_case(None)
        self.list_pane.view.mark_chosen(None)
        self.commands.offer_case_acts(offered=False)
        self.panes.show_case_open(False)
        self.list_pane.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, rows: int) -> None:
        """Open the case so many rows further down, or up."""
        self.panes.show_page(None)
        self.list_pane.view.step(rows)

    def show_list(self, query: CaseQuery, title: str = "") -> None:
        """Show a list."""
        self.panes.show_page(None)
        self.list_pane.show_list(query, title)
        self.sidebar.choose_query(query)
        self._memory.keep_query(query)
        if self.panes.in_turn and self._case_id is not None:
            self.leave_case()

    def show_page(self, page: Page) -> None:
        """Show a page in the place of list and case."""
        made = self._made.get(page)
        if made is None:
            made = self._made[page] = self._pages.pages[page](self, self.panes)
            self.toasts.lie_in(berth_of(made))
        self.panes.show_page(made)
        self.sidebar.choose(page.value)
        made.setFocus(Qt.FocusReason.OtherFocusReason)

    def act_on(self, case_id: UUID, act: CaseAct) -> None:
        """Show a case and do or open there what a key would."""
        self.open_case(case_id)
        if self._case_page is not None:
            self._case_page.run(act)

    def show_matter(self, case_id: UUID) -> None:
        """Show what is contested on a case."""
        self.show_attention()
        show_on(self._made.get(Page.ATTENTION), case_id)

    def show_visit(self, visit_id: UUID) -> None:
        """Show the report of a visit."""
        self.show_page(Page.VISITS)
        show_on(self._made.get(Page.VISITS), visit_id)

    def show_attention(self) -> None:
        """Show what needs the person."""
        if Page.ATTENTION in self._pages.pages:
            self.show_page(Page.ATTENTION)

    def new_case(self) -> None:
        """Begin a new case."""
        if (opener := self._pages.dialogs.get(Verb.NEW_CASE)) is not None:
            opener(self)

    def say(self, lead: str, text: str = "", *, undo: Done | None = None) -> None:
        """Say that something is done, with a way back where there is one."""
        self.toasts.say(lead, text, undo=Undoing.way_back(undo))

    def refuse(self, error: KnownError) -> None:
        """Say what could not be done."""
        self.toasts.refuse(error)

    # ------------------------------------------------------------------ commands

    def run(self, command: Command) -> None:
        """Do what a command asks."""
        goal = command.goal
        self._frame.alt_was_used()
        if isinstance(goal, CaseAct):
            if self._case_page is not None and self._case_id is not None:
                self.panes.show_page(None)
                self._case_page.run(goal)
        elif isinstance(goal, ViewKind):
            self.show_list(CaseQuery(goal, self.list_pane.query.sort))
        elif isinstance(goal, Page):
            self.show_page(goal)
        elif isinstance(goal, Verb):
            if (opener := self._pages.dialogs.get(goal)) is not None:
                opener(self)
            else:
                self._verbs[goal]()
        else:
            self.sidebar.go_to_saved(goal)

    def filter_list(self) -> None:
        """Let words be typed that are looked for in this list."""
        self.panes.show_page(None)
        self.list_pane.filters.show()
        self.list_pane.filters.open_filter()

    def toggle_density(self) -> None:
        """Rows in two lines or in one."""
        self.list_pane.set_comfortable(not self.list_pane.view.comfortable)
        self._memory.comfortable = self.list_pane.view.comfortable

    def toggle_read(self) -> None:
        """Mark the open case as unread, or as read."""
        if (row := self.list_pane.row_of_case(self._case_id)) is not None:
            self._session.do(self._services.seen if row.unread else self._services.unseen, row.id)

    def go_to_pane(self, step: int) -> None:
        """Give the keyboard to the next pane, or the one before."""
        stops: list[QWidget] = [self.sidebar, self.list_pane.view]
        page = self.panes.shown_page()
        if page is not None:
            stops = [self.sidebar, page]
        elif self._case_page is not None and self._case_id is not None:
            stops += self._case_page.parts()
        target = next_stop(stops, step)
        if target is self.sidebar:
            self.sidebar.focus_entry()
        else:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return tab_on(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._case_id is not None:
            if self.panes.in_turn:
                self.leave_case()
            else:
                self.list_pane.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        super().keyPressEvent(event)

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        page_names = tuple(self._pages.pages)
        self.sidebar = Sidebar(
            self._session, self._services, page_names, search_keys=keys_text("Ctrl+K"), zone=self._zone
        )
        self.list_pane = CaseListPane(self._session, self._services.lists, self._zone)
        self.list_pane.offer_new_case(offered=Verb.NEW_CASE in self._pages.dialogs)
        self._nothing = no_case_open()
        self.panes = Panes(self.sidebar, self.list_pane, self._nothing, self._memory)
        self.status = StatusLine()
        self._desk_status = DeskStatus(self.status, self._session, self._zone)
        self.hub = HubSide(self, self.status, self._services.standing)
        self.toasts = Toasts(self.panes.content)
        self._searching = Searching(self.list_pane)
        self._undoing = Undoing(self._session, self._services.undo, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.panes, 1)
        column.addWidget(self.status)
        self._verbs: dict[Verb, Callable[[], object]] = {
            Verb.UNDO: self._undo_last,
            **dict.fromkeys((Verb.SEARCH, Verb.SEARCH_ALL), self.sidebar.begin_search),
            Verb.FILTER: self.filter_list,
            Verb.NEXT: partial(self.step, 1),
            Verb.PREVIOUS: partial(self.step, -1),
            Verb.NEXT_PANE: partial(self.go_to_pane, 1),
            Verb.PREVIOUS_PANE: partial(self.go_to_pane, -1),
            Verb.HIDE_LIST: self.panes.toggle_list,
            Verb.DENSITY: self.toggle_density,
            Verb.READ: self.toggle_read,
            Verb.EXCHANGE: self.hub.send_now,
            Verb.HUB: self.hub.open_panel,
            Verb.QUIT: self._frame.close,
        }

    def _connect(self) -> None:
        self.commands.asked.connect(self.run)
        self.commands.look_asked.connect(self.look_asked)
        self.panes.arranged.connect(self._arranged)
        self.panes.list_back.connect(self.list_pane.tell_query)
        self.list_pane.query_told.connect(self.sidebar.choose_query)
        self._nothing.acted.connect(self.new_case)
        self.sidebar.list_chosen.connect(self.show_list)
        self.sidebar.page_chosen.connect(self.show_page)
        self.sidebar.searched.connect(self._searching.search)
        self.sidebar.search_entered.connect(self._search_entered)
        self.sidebar.search_left.connect(self._searching.leave)
        self._searching.found.connect(self.show_list)
        self._searching.left.connect(self._search_entered)
        self.sidebar.counted.connect(self._desk_status.show_counts)
        self.sidebar.me_known.connect(self._desk_status.show_me)
        self.list_pane.view.chosen.connect(self._show_case)
        self.list_pane.view.entered.connect(self._enter_case)
        self.list_pane.view.acted.connect(self.act_on)
        self.list_pane.new_case_asked.connect(self.new_case)
        self.list_pane.list_asked.connect(self.show_list)
        self.list_pane.density_toggled.connect(self.toggle_density)
        self.list_pane.query_changed.connect(self._memory.keep_query)
        self.toasts.undo_asked.connect(self._undoing.undo)
        self._undoing.offered.connect(self.commands.offer_undo)
        self._undoing.undone.connect(self._undone)
        self._session.refused.connect(self.refuse)
        self._session.opened.connect(self._opened)
        self.status.look_asked.connect(self.look_asked)
        self.hub.alone_known.connect(self.commands.offer_hub)
        self.hub.attention_asked.connect(self.show_attention)

    def _opened(self) -> None:
        case_id = self._memory.case_id()
        if case_id is not None and self._case_id is None and not self.panes.in_turn:
            self.open_case(case_id)

    def _arranged(self, found: Arrangement) -> None:
        self.sidebar.set_rail(found.rail)
        self.sidebar.branches.set_folded(found.low)
        self._room = CaseRoom(beside=found.beside, low=found.low)
        if self._case_page is not None:
            self._case_page.fit(self._room)

    def _show_case(self, case_id: UUID) -> None:
        if self._case_page is None:
            self._case_page = self._pages.case(self, self.panes)
            self.panes.set_case_widget(self._case_page)
            self.toasts.lie_in(self._case_page.berth())
            self._case_page.fit(self._room)
        if case_id != self._case_id:
            self.toasts.let_go()
        self._case_id = case_id
        self._memory.keep_case(case_id)
        self.commands.offer_case_acts(offered=True)
        self.panes.show_case_open(True)
        self._case_page.show_case(case_id)

    def _enter_case(self, _case_id: UUID) -> None:
        if self._case_page is not None and self._case_page.parts():
            self._case_page.parts()[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _search_entered(self) -> None:
        self.list_pane.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _undo_last(self) -> None:
        self.toasts.clear()
        self._undoing.undo_last()

    def _undone(self) -> None:
        self.say(QCoreApplication.translate("Window", "Undone."))
