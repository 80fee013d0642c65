"""One client's File Station: its name, what is under way, the data files and the audits; acts are the page's."""

from __future__ import annotations

from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.ui.file_station import words
from supportdesk.ui.file_station.cards import AuditCard, FileCard
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.dialog import ScrollColumn
from supportdesk.ui.widgets.empty import EmptyCard
from supportdesk.ui.widgets.layouts import emptied
from supportdesk.ui.widgets.messages import Banner, error_banner
from supportdesk.ui.widgets.painting import margins
from supportdesk.ui.widgets.progress import Progress
from supportdesk.ui.widgets.scrolling import OverlayScrollBar
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPaintEvent

    from supportdesk.domain.errors import KnownError
    from supportdesk.services.views.file_station import StationView

_HEAD = 56


class ClientSide(QWidget):
    """`deposit_asked` carries a dropped Path, or None for one to be chosen; the others what their cards carry."""

    deposit_asked = Signal(object)
    taken = Signal(object)
    day_asked = Signal(object)
    erase_asked = Signal(object)
    audit_asked = Signal(object)
    cancelled = Signal()

    def __init__(self, zone: tzinfo | None) -> None:
        super().__init__()
        self._zone = zone
        self.view: StationView | None = None
        self.cards: list[FileCard] = []
        self.audits: list[AuditCard] = []
        self.refusal: Banner | None = None
        self.progress: Progress | None = None
        self._work_text = ""
        self._busy = False
        self._name = ElidedLabel("", Type.PANE_TITLE, "text")
        self._about = label("", Type.META, "text2")
        self.deposit = Button(
            QCoreApplication.translate("FileStation", "Deposit a file…"),
            ButtonKind.PRIMARY,
            icon="upload-simple",
        )
        self.deposit.clicked.connect(self._ask)
        self._lay_out()
        self.setAcceptDrops(True)

    def show_view(self, view: StationView, today: date, now: datetime) -> None:
        """Show a client's files and audits."""
        self.view = view
        self._name.setText(view.client.name)
        self._about.setText(words.about_client(view.client))
        emptied(self._content)
        self.cards, self.audits = [], []
        self._title(QCoreApplication.translate("FileStation", "Data files"))
        for file in view.files:
            card = FileCard(file, view, today, now, self._zone)
            card.taken.connect(self.taken)
            card.day_asked.connect(self.day_asked)
            card.erase_asked.connect(self.erase_asked)
            card.take.setEnabled(not self._busy)
            self.cards.append(card)
            self._content.addWidget(card)
        if not view.files:
            empty = EmptyCard(
                "database",
                QCoreApplication.translate("FileStation", "No data file of this client"),
                QCoreApplication.translate(
                    "FileStation", "Drop one here, or choose it with the button above."
                ),
            )
            self._content.addWidget(empty)
        if view.audits:
            self._content.addSpacing(10)
            self._title(QCoreApplication.translate("FileStation", "Audits of the data"))
        for audit in view.audits:
            shown = AuditCard(audit)
            shown.asked.connect(self.audit_asked)
            self.audits.append(shown)
            self._content.addWidget(shown)
        self._content.addStretch(1)

    def show_work(self, text: str) -> None:
        """Say what is under way; nothing else that moves bytes can be begun meanwhile."""
        self._end_work()
        self._work_text = text
        self.progress = Progress(text)
        self.progress.cancelled.connect(self.cancelled)
        self._above.addWidget(self.progress)
        self._let(busy=True)

    def show_share(self, done: int, size: int) -> None:
        """Say how far it is."""
        if self.progress is not None:
            figure = QCoreApplication.translate("FileStation", "{done} of {size}").format(
                done=words.size_text(done), size=words.size_text(size)
            )
            self.progress.show_share(self._work_text, done / size if size else 0.0, figure)

    def end_work(self) -> None:
        """What was under way is over."""
        self._end_work()
        self._let(busy=False)

    def refuse(self, error: KnownError) -> None:
        """Say what could not be done, where it was asked for."""
        self.forgive()
        self.refusal = error_banner(error)
        self._above.addWidget(self.refusal)

    def forgive(self) -> None:
        """Take away what was said of an earlier try."""
        if self.refusal is not None:
            self.refusal.hide()
            self.refusal.deleteLater()
            self.refusal = None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.view is not None and not self._busy and len(event.mimeData().urls()) == 1:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        places = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if len(places) == 1 and self.view is not None and not self._busy:
            event.acceptProposedAction()
            self.deposit_asked.emit(places[0])

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(0, theme().px(_HEAD), self.width(), 1, theme().colours.line)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self._name)
        names.addWidget(self._about)
        names.addStretch(1)
        head = QWidget()
        head.setFixedHeight(theme().px(_HEAD))
        row = QHBoxLayout(head)
        row.setContentsMargins(margins(24, 0, 20, 0))
        row.addLayout(names, 1)
        row.addWidget(self.deposit)
        self._above = QVBoxLayout()
        self._above.setContentsMargins(margins(24, 10, 24, 0))
        self._above.setSpacing(8)
        scroll = ScrollColumn((24, 14, 24, 20), 10)
        OverlayScrollBar(scroll)
        self._content = scroll.column
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addSpacing(1)
        column.addLayout(self._above)
        column.addWidget(scroll, 1)

    def _title(self, text: str) -> None:
        self._content.addWidget(label(text, Type.BODY_STRONG, "text"), 0, Qt.AlignmentFlag.AlignLeading)

    def _end_work(self) -> None:
        if self.progress is not None:
            self.progress.hide()
            self.progress.deleteLater()
            self.progress = None

    def _let(self, *, busy: bool) -> None:
        self._busy = busy
        self.deposit.setEnabled(not busy)
        for card in self.cards:
            card.take.setEnabled(not busy)

    def _ask(self) -> None:
        self.deposit_asked.emit(None)
