"""What the status line says, kept up to date: how the desk stands with its hub, drafts, the time and the hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from supportdesk.ui import moments

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from supportdesk.services.views import SidebarCounts
    from supportdesk.services.views.directory import Me
    from supportdesk.ui.window_parts import StatusLine
    from supportdesk.workers.session import DeskSession


class DeskStatus(QObject):
    """Keeps a StatusLine true, but for how the desk stands with its hub: that is `HubSide`'s."""

    def __init__(self, line: StatusLine, session: DeskSession, zone: tzinfo | None) -> None:
        super().__init__(line)
        self._line, self._session, self._zone = line, session, zone
        self._me: Me | None = None
        line.show_drafts("")
        line.show_state(QCoreApplication.translate("Status", "Opening the desk…"))
        session.heartbeat.tick.connect(self._ticked)

    def show_counts(self, counts: SidebarCounts) -> None:
        """Say how many drafts wait."""
        drafts = QCoreApplication.translate("Status", "Drafts: {count}").format(count=counts.drafts)
        self._line.show_drafts(drafts if counts.drafts else "")

    def show_me(self, me: Me) -> None:
        """Say what time it is where somebody works, and until when."""
        self._me = me
        self._ticked(self._session.now())

    def _ticked(self, now: datetime) -> None:
        there = now.astimezone(self._zone)
        moment = QCoreApplication.translate("Status", "{weekday} {day} {time}").format(
            weekday=moments.weekday(there.date()),
            day=moments.day_text(there.date(), there.date()),
            time=moments.clock_time(now, self._zone),
        )
        if self._me is None:
            self._line.show_time(moment, "")
            return
        place = QCoreApplication.translate("Status", "{moment}, {branch}").format(
            moment=moment, branch=self._me.branch
        )
        if self._me.open_until is None:
            hours = QCoreApplication.translate("Status", "Support desk closed")
        else:
            hours = QCoreApplication.translate("Status", "Support desk hours until {time}").format(
                time=moments.clock_time(self._me.open_until, self._zone)
            )
        self._line.show_time(place if self._me.branch else moment, hours)
