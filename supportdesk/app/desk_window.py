"""Puts a desk into a frame: session, main window with its pages and dialogs, and the duties of a desk alone."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QSettings

from supportdesk.app import bootstrap
from supportdesk.app.duties import Duties
from supportdesk.services import lists, marks, place, sidebar, undo
from supportdesk.ui.case_detail.page import CasePane
from supportdesk.ui.dashboard.page import DashboardPage
from supportdesk.ui.main_window import MainWindow
from supportdesk.ui.pages import Page
from supportdesk.ui.theme import theme
from supportdesk.ui.window_needs import WindowPages, WindowServices
from supportdesk.workers.session import DeskSession

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from supportdesk.app.bootstrap import OpenedProfile
    from supportdesk.config.paths import Profile
    from supportdesk.domain.errors import KnownError
    from supportdesk.services.desk import Desk
    from supportdesk.ui.frame import Frame

_LOG = logging.getLogger(__name__)
SERVICES = WindowServices(
    lists=lists, sidebar=sidebar.counts, me=place.me, seen=marks.seen, unseen=marks.unseen, undo=undo.undo
)
PAGES = WindowPages(case=CasePane, pages={Page.DASHBOARD: DashboardPage}, dialogs={})


class DeskWindow(QObject):
    """A profile at work in a frame. `opened` is a desk that is open already; its opener closes it."""

    def __init__(
        self,
        frame: Frame,
        profile: Profile,
        memory: QSettings,
        opened: OpenedProfile | None = None,
        *,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__()
        self._frame, self._profile, self._memory = frame, profile, memory
        self._now = now or bootstrap.present
        self._opened, self._opened_here = opened, opened is None
        self._passphrase: str | None = None
        self.session: DeskSession | None = None
        self.window: MainWindow | None = None

    def begin(self) -> None:
        """Open the desk that is here."""
        self.session = DeskSession(self._open, self._now, self)
        self.session.not_opened.connect(self._stayed_shut)
        self.session.crashed.connect(self._log_crash)
        self.duties = Duties(self.session, self)
        self.window = MainWindow(self._frame, self.session, SERVICES, PAGES, self._memory, zone=self._zone())
        self.window.look_asked.connect(theme().choose)
        self.session.start()

    def close(self) -> None:
        """Finish every act, then close the database."""
        if self.session is not None:
            self.session.close()
        if self._opened is not None and self._opened_here:
            self._opened.store.close()

    def _zone(self) -> ZoneInfo | None:
        return None

    def _open(self) -> Desk:
        if self._opened is None:
            self._opened = bootstrap.open_profile(self._profile, passphrase=self._passphrase, now=self._now)
        return self._opened.desk

    def _stayed_shut(self, error: KnownError) -> None:
        if self.window is not None:
            self.window.refuse(error)

    def _log_crash(self, error: Exception) -> None:
        _LOG.error("a job failed", exc_info=error)
