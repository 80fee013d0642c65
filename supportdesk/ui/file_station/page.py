"""The File Station's page: clients by the age of their last copy, beside them the chosen one's files and audits."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from supportdesk.domain.operation import Entity
from supportdesk.services.queries import station as queries
from supportdesk.ui.file_station.acts import StationActs
from supportdesk.ui.file_station.client_list import ClientList, ClientModel
from supportdesk.ui.file_station.client_side import ClientSide
from supportdesk.ui.widgets.empty import EmptyState
from supportdesk.ui.widgets.fields import Field
from supportdesk.ui.widgets.painting import margins
from supportdesk.ui.window_parts import Held, PaneSplitter

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from supportdesk.domain.errors import KnownError
    from supportdesk.domain.operation import ChangeSet
    from supportdesk.services.views.file_station import StationClient, StationView
    from supportdesk.ui.file_station.station import StationDesk
    from supportdesk.ui.pages import Shell

_PATIENCE_MS = 150
_LIST_WIDTH = 290
_CONCERNED = frozenset({Entity.ORGANISATION, Entity.ENGAGEMENT})


class FileStationPage(QWidget):
    """Clients' data files. While nobody looks it reads nothing; what it has begun to move goes on."""

    def __init__(self, shell: Shell, station: StationDesk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shell = shell
        self._stale = True
        self._client: UUID | None = None
        self.wanted = Field(
            QCoreApplication.translate("FileStation", "Client"),
            placeholder=QCoreApplication.translate("FileStation", "Part of a name"),
        )
        self.model = ClientModel(self)
        self.list = ClientList(self.model)
        self.side = ClientSide(shell.zone)
        self.acts = StationActs(shell, station, self.side)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PATIENCE_MS)
        self._soon.timeout.connect(self.read)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)
        self.setAccessibleName(QCoreApplication.translate("FileStation", "File Station"))

    def show_client(self, organisation_id: UUID) -> None:
        """Show a client's files."""
        self._client = organisation_id
        self._read_client()

    def read(self) -> None:
        """Read the clients and the one in view."""
        self._stale = False
        self._shell.session.ask(
            "station clients",
            queries.clients,
            self.wanted.text(),
            then=self._show_clients,
            failed=self._unread,
        )
        if self._client is not None:
            self._read_client()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.read()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()
        self._stale = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.list.hasFocus():
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        pane = QWidget()
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(margins(16, 12, 14, 12))
        above.addWidget(self.wanted)
        column.addLayout(above)
        self._found = QStackedWidget()
        self.nobody = EmptyState()
        self._found.addWidget(self.list)
        self._found.addWidget(self.nobody)
        column.addWidget(self._found, 1)
        pane.setMinimumWidth(230)
        self._place = QStackedWidget()
        self._empty = EmptyState(
            "database",
            QCoreApplication.translate("FileStation", "Choose a client"),
            QCoreApplication.translate(
                "FileStation", "Those whose last copy is oldest come first. Type a name to find any other."
            ),
        )
        self._place.addWidget(self._empty)
        self._place.addWidget(self.side)
        splitter = PaneSplitter(seen=True)
        splitter.addWidget(pane)
        splitter.addWidget(self._place)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([_LIST_WIDTH, 4 * _LIST_WIDTH])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Held(splitter))

    def _connect(self) -> None:
        self.wanted.changed.connect(self._soon.start)
        self.list.chosen.connect(self.show_client)
        self._shell.session.notifier.changed.connect(self._changed)

    def _read_client(self) -> None:
        self._shell.session.ask(
            "station client", queries.client, self._client, then=self._show_client, failed=self._unread
        )

    def _show_clients(self, lines: tuple[StationClient, ...]) -> None:
        self.model.show_lines(lines)
        self._found.setCurrentIndex(0 if lines else 1)
        if not lines and self.wanted.text():
            self.nobody.say(
                "magnifying-glass", QCoreApplication.translate("FileStation", "No client is called so")
            )
        elif not lines:
            self.nobody.say(
                "database",
                QCoreApplication.translate("FileStation", "No data files yet"),
                QCoreApplication.translate("FileStation", "Type a client’s name to deposit the first."),
            )
        if self._client is None and lines and not self.wanted.text():
            self.show_client(lines[0].organisation_id)
        row = self.model.row_of(self._client)
        if row is not None:
            self.list.choose(row)

    def _show_client(self, view: StationView) -> None:
        if view.client.organisation_id != self._client:
            return
        before = self.side.view
        if before is None or before.client.organisation_id != self._client:
            self.side.forgive()
        self.side.show_view(view, self.acts.today(), self._shell.session.now())
        self._place.setCurrentWidget(self.side)

    def _unread(self, error: KnownError) -> None:
        self._shell.refuse(error)

    def _changed(self, changes: ChangeSet) -> None:
        concerned = changes.everything or any(ref.entity in _CONCERNED for ref in changes.changes)
        if not concerned:
            return
        if self.isVisible():
            self._soon.start()
        else:
            self._stale = True
