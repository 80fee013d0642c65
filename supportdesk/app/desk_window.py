"""Puts a desk into a frame: session, main window with its pages and dialogs, and the duties of a desk alone."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from PySide6.QtCore import QObject, QSettings, Signal

from supportdesk.app.duties import Duties
from supportdesk.app.file_station import Station
from supportdesk.app.leaving import kept_all, not_kept
from supportdesk.app.originals import Originals
from supportdesk.app.plain_pages import dashboard
from supportdesk.app.sealing import Sealing
from supportdesk.app.visit_openers import visit_openers
from supportdesk.config import settings as settings_file
from supportdesk.domain.operation import ChangeSet
from supportdesk.services import undo
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.exchange import outlook
from supportdesk.services.person import marks, place, preferences
from supportdesk.services.queries import lists, sidebar
from supportdesk.ui.case_detail.page import CasePane
from supportdesk.ui.commands import Verb
from supportdesk.ui.main_window import MainWindow
from supportdesk.ui.pages import Page
from supportdesk.ui.theme import theme
from supportdesk.ui.window_needs import WindowPages, WindowServices
from supportdesk.workers.faults import fault_of
from supportdesk.workers.lanes import FaultTeller
from supportdesk.workers.session import DeskSession

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from supportdesk.app.bootstrap import OpenedProfile
    from supportdesk.app.hub_window import Line
    from supportdesk.app.teamviewer_account import TeamViewerAccount
    from supportdesk.config.paths import Profile
    from supportdesk.domain.errors import KnownError
    from supportdesk.remote.toolbox import Toolbox
    from supportdesk.services.operations.desk import Desk
    from supportdesk.sync.connecting import Admitted
    from supportdesk.ui.exchange.door import Admission
    from supportdesk.ui.frame import Frame
    from supportdesk.ui.pages import Shell

_LOG = logging.getLogger(__name__)
SERVICES = WindowServices(
    lists=lists,
    sidebar=sidebar.counts,
    me=place.me,
    seen=marks.seen,
    unseen=marks.unseen,
    undo=undo.undo,
    standing=outlook.standing,
)

# A page or dialog is loaded when it is first opened: the first list waits for none of them.
# ruff: noqa: PLC0415

_SOON_SECONDS = 60.0
Opener = Callable[[], "OpenedProfile"]


class DeskWindow(QObject):
    """A profile at work in a frame. `opener` opens it, on the write lane; `now` gives the present instant in UTC.

    `fault` makes what is said of a bug.

    `joined`: the desk belongs to a hub from now on, and has to be opened anew.
    `stayed_shut` carries the KnownError that kept the desk from opening; then nothing of it is left in the frame.
    """

    opened = Signal()
    joined = Signal()
    stayed_shut = Signal(object)

    def __init__(
        self,
        frame: Frame,
        profile: Profile,
        memory: QSettings,
        opener: Opener,
        *,
        now: Callable[[], datetime],
        fault: FaultTeller = fault_of,
    ) -> None:
        super().__init__()
        self._frame, self._profile, self._memory = frame, profile, memory
        self._opener = opener
        self._profile_opened: OpenedProfile | None = None
        self.session = DeskSession(self._open, now, self, fault=fault)
        self.session.opened.connect(self._was_opened)
        self.session.not_opened.connect(self._stayed_shut)
        self.duties = Duties(self.session, self)
        self.sealing = Sealing(self.session, profile.blobs, self)
        self.station = Station(self.session, profile.blobs, self)
        self.originals = Originals(self.session, profile.blobs, self)
        self._teamviewer: TeamViewerAccount | None = None
        self.line: Line | None = None
        self.window: MainWindow | None = None
        self._closed = False
        self._refused_at: float | None = None

    def begin(self, *, show_at_once: bool = True) -> None:
        """Open the desk; the window is built meanwhile, or with `show_at_once` off when it has been opened."""
        if show_at_once:
            self._show()
        self.session.start()

    def may_close(self) -> bool:
        """Have what was typed kept. Where it can't be, say so and stay; asked again soon after, leave without it."""
        if self.window is None or self._closed or not self.session.is_open:
            return True
        # What is hidden keeps what was typed in it.
        self.window.hide()
        refusal = kept_all(self.session)
        asked_before = self._refused_at is not None and time.monotonic() - self._refused_at < _SOON_SECONDS
        if refusal is None or asked_before:
            return True
        self._refused_at = time.monotonic()
        self.window.show()
        self.window.refuse(not_kept(refusal))
        return False

    def look_again(self) -> None:
        """Read again what is shown: another program has acted on this desk's cases."""
        if self.session.is_open and not self._closed:
            self.session.notifier.tell(ChangeSet(everything=True))

    def close(self) -> None:
        """Finish every act, then close the database."""
        self._closed = True
        self.duties.stop()
        self.station.close()
        if self._teamviewer is not None:
            self._teamviewer.stop()
        if self.line is not None:
            self.line.stop()
        if self.window is not None:
            # What is hidden keeps what was typed in it, while acts are still taken.
            self.window.hide()
        self.session.close()
        self.sealing.close()
        if self._profile_opened is not None:
            self._profile_opened.store.close()

    def _show(self) -> None:
        pages = WindowPages(
            case=self._case_pane,
            pages={
                Page.VISITS: self._visits,
                Page.DASHBOARD: dashboard,
                Page.FILE_STATION: self.station.page,
                Page.ATTENTION: self._attention,
            },
            dialogs={
                Verb.NEW_CASE: self._new_case,
                Verb.IMPORT: self._import,
                Verb.JOIN: self._join,
                **visit_openers(),
                Verb.CONNECT_TEAMVIEWER: self._connect_teamviewer,
                Verb.TEAMVIEWER_REPORTS: self._show_reports,
            },
        )
        self.window = MainWindow(self._frame, self.session, SERVICES, pages, self._memory, zone=self._zone())
        self.window.look_asked.connect(self._choose_look)

    def _choose_look(self, look: str) -> None:
        theme().choose(look)
        self.session.do(_keep_look, self._profile.settings, look)

    def _zone(self) -> ZoneInfo | None:
        """The zone that the desk was set up with; the computer's where it names none that the world knows."""
        name = settings_file.load(self._profile.settings).settings.time_zone
        try:
            return ZoneInfo(name) if name else None
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return None

    def _case_pane(self, shell: Shell, parent: QWidget) -> CasePane:
        shelf = FileShelf(self._profile.blobs)
        return CasePane(shell, parent, shelf=shelf, tools=self._toolbox, account=self.teamviewer())

    def teamviewer(self) -> TeamViewerAccount:
        """The desk's TeamViewer account, made when first needed."""
        from supportdesk.app.remote_tools import open_account

        if self._teamviewer is None:
            self._teamviewer = open_account(self.session, self._profile, self)
        return self._teamviewer

    def _connect_teamviewer(self, shell: Shell) -> None:
        from supportdesk.ui.remote.connect_dialog import ConnectDialog

        ConnectDialog(shell, self.teamviewer()).open()

    def _show_reports(self, shell: Shell) -> None:
        from supportdesk.ui.connections.reports_dialog import ReportsDialog

        ReportsDialog(shell, self.teamviewer()).open()

    def _attention(self, shell: Shell, parent: QWidget) -> QWidget:
        from supportdesk.ui.attention.page import AttentionPage

        return AttentionPage(shell, parent, shelf=FileShelf(self._profile.blobs))

    def _visits(self, shell: Shell, parent: QWidget) -> QWidget:
        from supportdesk.app.photos import shelves_of
        from supportdesk.app.speech import press_of
        from supportdesk.ui.visits.page import VisitsPage

        shelves = shelves_of(self._profile.blobs)
        return VisitsPage(shell, parent, press=press_of(self._profile), shelves=shelves)

    def _toolbox(self) -> Toolbox:
        from supportdesk.app.remote_tools import open_toolbox

        return open_toolbox(self._profile)

    def _new_case(self, shell: Shell) -> None:
        from supportdesk.ui.new_case.opening import open_new_case

        open_new_case(shell, policy_code=self._policy(), keep_file=FileShelf(self._profile.blobs).keep)

    def _import(self, shell: Shell) -> None:
        from supportdesk.ui.import_window.dialog import ImportDialog

        ImportDialog(shell, policy=self._policy()).open()

    def _join(self, _shell: Shell) -> None:
        self.session.ask("cases", outlook.cases_here, then=self._offer_to_join)

    def _offer_to_join(self, cases: int) -> None:
        from supportdesk.app.hub_window import Door
        from supportdesk.ui.exchange.dialogs import JoinDialog

        if self.window is not None:
            dialog = JoinDialog(self.window.cover, Door(parent=self), cases)
            dialog.closed.connect(self._admitted)
            dialog.open()

    def _admitted(self, admission: Admission | None) -> None:
        if admission is not None:
            self.session.do(_join_hub, self._profile_opened, admission.entry, then=self._joined)

    def _joined(self, _joined: object) -> None:
        self.joined.emit()

    def _policy(self) -> str | None:
        return (self._profile_opened.settings.policy or None) if self._profile_opened else None

    def _open(self) -> Desk:
        self._profile_opened = self._opener()
        return self._profile_opened.desk

    def _was_opened(self, desk: Desk) -> None:
        # The answer may come when the frame has been closed again.
        if self._closed:
            return
        if self.window is None:
            self._show()
        if desk.store.side == "desk":
            self._begin_with_hub()
        self.opened.emit()
        self.teamviewer().begin()
        trouble = self._profile_opened.trouble if self._profile_opened else None
        if trouble is not None and self.window is not None:
            self.window.refuse(trouble)

    def _begin_with_hub(self) -> None:
        """Keep in step with the hub; what is due by itself is then the hub's to do."""
        from supportdesk.app.hub_line import links_of, membership_of
        from supportdesk.app.hub_window import Line

        assert self._profile_opened is not None  # noqa: S101 - it was opened
        assert self.window is not None  # noqa: S101 - it was shown
        self.duties.stop()
        mine = membership_of(self._profile_opened)
        links = links_of(self._profile_opened)
        self.station.link = links.files
        self.line = Line(self.session, links, self._profile.blobs, self)
        self.line.sign_in_asked.connect(self._sign_in_again)
        self.window.hub.set_line(self.line)
        self.line.start(paused=mine is not None and mine["paused"])
        if mine is not None and mine["contact_at"] is None:
            self.window.hub.show_loading()
        self.session.do(_forget_copy, self._profile_opened)

    def _sign_in_again(self) -> None:
        from supportdesk.app.hub_line import address_of, keeper_of
        from supportdesk.app.hub_window import Door
        from supportdesk.ui.exchange.dialogs import SignInDialog

        opened = self._profile_opened
        if opened is None or self.window is None:
            return
        keeper = keeper_of(opened)
        dialog = SignInDialog(self.window.cover, Door(keeper.load, self), address_of(opened) or "", 0)
        dialog.closed.connect(self._signed_in)
        dialog.open()

    def _signed_in(self, admission: Admission | None) -> None:
        if admission is not None:
            self.session.do(_note_admission, self._profile_opened, admission.entry, then=self._go_on)

    def _go_on(self, _nothing: object) -> None:
        if self.line is not None:
            self.line.send_now()

    def _stayed_shut(self, error: KnownError) -> None:
        if self._closed:
            return
        _LOG.warning("the desk stayed shut: %s", error.what)
        self.session.close()
        self.window = None
        self.stayed_shut.emit(error)


def _join_hub(_desk: Desk, opened: OpenedProfile, admitted: Admitted) -> object:
    from supportdesk.app.hub_line import join_hub

    return join_hub(opened, admitted)


def _forget_copy(_desk: Desk, opened: OpenedProfile) -> None:
    from supportdesk.app.hub_line import forget_copy

    forget_copy(opened)


def _note_admission(_desk: Desk, opened: OpenedProfile, admitted: Admitted) -> None:
    from supportdesk.app.hub_line import signed_in_again

    signed_in_again(opened, admitted)


def _keep_look(_desk: Desk, path: Path, look: str) -> None:
    kept = settings_file.load(path).settings
    preferences.save(path, replace(kept, theme=cast("settings_file.Theme", look)))
