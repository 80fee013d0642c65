"""The window's side of the line to the hub: what the status line says of it, and the panel behind; no network here."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from supportdesk.services.views.outlook import Standing
from supportdesk.ui.exchange.dialogs import LoadingDialog
from supportdesk.ui.exchange.panel import HubPanel
from supportdesk.ui.exchange.state_words import as_of, attention, told, waits
from supportdesk.ui.file_line import FileState
from supportdesk.ui.hub_line import HubLine, LineState

if TYPE_CHECKING:
    from datetime import datetime

    from supportdesk.domain.operation import ChangeSet
    from supportdesk.services.operations.desk import Desk
    from supportdesk.ui.pages import Shell
    from supportdesk.ui.window_parts import StatusLine

_PATIENCE_MS = 200


class HubSide(QObject):
    """`alone_known` tells whether the desk works alone, `attention_asked` that what needs the person is to be shown."""

    alone_known = Signal(bool)
    attention_asked = Signal()
    line_changed = Signal()

    def __init__(self, shell: Shell, status: StatusLine, standing: Callable[[Desk], Standing] | None) -> None:
        super().__init__(status)
        self._shell, self._status, self._query = shell, status, standing
        self._standing: Standing | None = None
        self._state: LineState | None = None
        self._files: FileState | None = None
        self.line: HubLine | None = None
        self.panel: HubPanel | None = None
        self.loading: LoadingDialog | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PATIENCE_MS)
        self._soon.timeout.connect(self.read)
        status.state.clicked.connect(self.open_panel)
        status.attention.clicked.connect(self.attention_asked)
        session = shell.session
        session.opened.connect(self._opened)
        session.notifier.changed.connect(self._changed)
        session.heartbeat.tick.connect(self._ticked)

    def set_line(self, line: HubLine | None) -> None:
        """Listen to a line from now on; None for a desk that works alone."""
        if self.line is not None:
            self.line.state_changed.disconnect(self._line_says)
            self.line.files.state_changed.disconnect(self._files_say)
        self.line = line
        self._state = line.state() if line is not None else None
        self._files = line.files.state() if line is not None else None
        if line is not None:
            line.state_changed.connect(self._line_says)
            line.files.state_changed.connect(self._files_say)
        self.line_changed.emit()
        self.read()

    def read(self) -> None:
        """Read how the desk stands by its own file."""
        if self._query is not None:
            self._shell.session.ask("standing", self._query, then=self._read, failed=self._unread)

    def send_now(self) -> None:
        """Try everything at once."""
        if self.line is not None:
            self.line.send_now()

    def open_panel(self) -> None:
        """Show what waits, and what the hub says."""
        if self._standing is None or self._standing.alone or self.panel is not None:
            return
        self.panel = HubPanel(self._shell, self.line)
        self.panel.closed.connect(self._panel_closed)
        self.panel.show_standing(self._standing, self._state, self._files)
        self.panel.open()

    def show_loading(self) -> None:
        """Show how a new desk is being loaded, until it is or the person starts working."""
        if self.loading is None:
            self.loading = LoadingDialog(self._shell.cover, self.line)
            self.loading.closed.connect(self._loading_closed)
            self.loading.open()
            self._show()

    def _loading_closed(self, _result: object) -> None:
        self.loading = None

    def _panel_closed(self, _result: object) -> None:
        self.panel = None

    def _opened(self, _desk: object) -> None:
        self.read()

    def _changed(self, changes: ChangeSet) -> None:
        if changes.changes or changes.everything:
            self._soon.start()

    def _ticked(self, _now: datetime) -> None:
        self.read()

    def _line_says(self, state: LineState) -> None:
        self._state = state
        self._show()
        self._soon.start()

    def _files_say(self, state: FileState) -> None:
        before, self._files = self._files, state
        self._show()
        # How far the file under way is changes nothing that the desk's own file says.
        if before is None or (before.phase, before.files) != (state.phase, state.files):
            self._soon.start()

    def _read(self, standing: Standing) -> None:
        before, self._standing = self._standing, standing
        if before is None or before.alone != standing.alone:
            self._status.state.set_opens(opens=not standing.alone)
            self.alone_known.emit(standing.alone)
        self._show()

    def _unread(self, _error: object) -> None:
        """What can't be read now is read again with the next change."""

    def _show(self) -> None:
        if self._standing is None:
            return
        now, zone = self._shell.session.now(), self._shell.zone
        self._status.state.tell(told(self._standing, self._state, now, zone, self._files))
        self._status.show_waits(waits(self._standing, self._state))
        self._status.show_age(as_of(self._standing, self._state, now, zone))
        shown = 0 if self._standing.alone else self._standing.attention
        self._status.show_attention(attention(shown))
        if self.panel is not None:
            self.panel.show_standing(self._standing, self._state, self._files)
        if self.loading is not None:
            self.loading.show_standing(self._standing, self._state)
