"""The list of visit reports for who manages engineers: filtered, sorted, opened, and saved as a file."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from supportdesk.services.queries import visit_register
from supportdesk.services.views.visit_plans import ReportQuery, ReportSort
from supportdesk.ui.csv_file import save_table
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.visits.planning_words import month_name
from supportdesk.ui.visits.reports_model import ReportModel, ReportRow
from supportdesk.ui.visits.sort_head import SortHead
from supportdesk.ui.visits.words import state_name
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.chips import Chip, styled_menu
from supportdesk.ui.widgets.choices import CheckBox
from supportdesk.ui.widgets.empty import EmptyState
from supportdesk.ui.widgets.scrolling import OverlayScrollBar
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from supportdesk.domain.errors import KnownError
    from supportdesk.services.operations.desk import Desk
    from supportdesk.services.views.visit_plans import ReportChoices, ReportLine, ReportWindow
    from supportdesk.ui.pages import Shell

_QUIET_MS = 200
_MONTHS = 13


class ReportList(QListView):
    """`entered` carries the id of the report that was chosen with Enter or two clicks."""

    entered = Signal(object)

    def __init__(self, model: ReportModel) -> None:
        super().__init__()
        self._reports = model
        self.setModel(model)
        self.setItemDelegate(ReportRow(model, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(QCoreApplication.translate("Visits", "Visit reports"))
        OverlayScrollBar(self)
        self.doubleClicked.connect(self._enter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _enter(self, index: QModelIndex) -> None:
        line = self._reports.line(index.row())
        if line is not None:
            self.entered.emit(line.id)


class ReportsView(QWidget):
    """`opened` carries a report's visit, `closed` asks for the day's report again."""

    opened = Signal(object)
    closed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.query = ReportQuery()
        self._after: tuple[int | str, int] | None = None
        self._shown: ReportQuery | None = None
        self.model = ReportModel(shell.zone, self)
        self.list, self.head = ReportList(self.model), SortHead()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_QUIET_MS)
        self._soon.timeout.connect(self._client_typed)
        self._lay_out()
        self.model.wanted.connect(self._read_on)
        self.head.sorted_by.connect(self._sort)
        self.list.entered.connect(self.opened)
        self.setFocusProxy(self.list)
        self.head.show_order(self.query.sort, descending=True)

    def read(self) -> None:
        """Read again what is shown of the list, and what it can be filtered by; row and place stay as they are."""
        self._ask(None, self._show, limit=max(visit_register.WINDOW, self.model.rowCount()))
        self._shell.session.ask("report choices", visit_register.choices, then=self._show_choices)

    def filter(self, **changes: object) -> None:
        """Show other reports; `changes` are fields of the query."""
        self.query = replace(self.query, **changes)  # type: ignore[arg-type]
        self._ask(None, self._show)

    def save_as(self, path: Path) -> None:
        """Write all reports of the list into a file."""
        self._shell.session.ask(
            None, _write, path, self.query, self._shell.zone, then=self._saved, failed=self._unread
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(0, theme().px(48), self.width(), 1, theme().colours.line)

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        head = QWidget()
        head.setFixedHeight(theme().px(48))
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(
            ElidedLabel(QCoreApplication.translate("Visits", "Visit reports"), Type.PANE_TITLE, "text")
        )
        self.count = label("", Type.BODY_NUMBERS, "muted")
        row.addWidget(self.count)
        row.addStretch(1)
        self.save = Button(QCoreApplication.translate("Visits", "Save as CSV…"), icon="download-simple")
        self.save.clicked.connect(self._choose_file)
        self.back = Button(QCoreApplication.translate("Visits", "Back to the day"), ButtonKind.FLAT)
        self.back.clicked.connect(self.closed)
        row.addWidget(self.save)
        row.addWidget(self.back)
        self._place = QStackedWidget()
        self._empty = EmptyState(
            "map-pin",
            QCoreApplication.translate("Visits", "No report matches"),
            QCoreApplication.translate(
                "Visits", "A report stands here from the engineer’s arrival on. Choose another filter."
            ),
        )
        self._place.addWidget(self.list)
        self._place.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addSpacing(1)
        column.addWidget(self._filters())
        column.addWidget(self.head)
        column.addWidget(self._place, 1)

    def _filters(self) -> QWidget:
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(8)
        self.client = QLineEdit()
        self.client.setPlaceholderText(QCoreApplication.translate("Visits", "Part of a client’s name"))
        self.client.setAccessibleName(QCoreApplication.translate("Visits", "Client"))
        self.client.setFixedWidth(theme().px(200))
        self.client.textEdited.connect(self._soon.start)
        self.engineer, self.branch, self.month = (Chip(strong=False) for _ in range(3))
        self.engineer.setAccessibleName(QCoreApplication.translate("Visits", "Engineer"))
        self.branch.setAccessibleName(QCoreApplication.translate("Visits", "Branch"))
        self.month.setAccessibleName(QCoreApplication.translate("Visits", "Month"))
        self.open_only = CheckBox(QCoreApplication.translate("Visits", "With open recommendations"))
        self.open_only.toggled.connect(self._open_toggled)
        for part in (self.client, self.engineer, self.branch, self.month, self.open_only):
            row.addWidget(part)
        row.addStretch(1)
        self._offer_months()
        self.engineer.hide()
        self.branch.hide()
        return bar

    def _offer_months(self) -> None:
        every = QCoreApplication.translate("Visits", "Every month")
        today = self._shell.session.now().astimezone(self._shell.zone)
        menu = styled_menu(self.month)
        menu.addAction(every, partial(self._choose_month, every, None))
        for step in range(_MONTHS):
            year, month = divmod(today.year * 12 + today.month - 1 - step, 12)
            first = today.replace(year=year, month=month + 1, day=1)
            menu.addAction(
                month_name(first.date()), partial(self._choose_month, month_name(first.date()), first)
            )
        self.month.set_menu(menu)
        self.month.show_value(every)

    def _choose_month(self, text: str, first: datetime | None) -> None:
        self.month.show_value(text)
        since, until = _bounds(first, self._shell.zone) if first is not None else (None, None)
        self.filter(since=since, until=until)

    def _show_choices(self, found: ReportChoices) -> None:
        everybody = QCoreApplication.translate("Visits", "Every engineer")
        everywhere = QCoreApplication.translate("Visits", "Every branch")
        for chip, field, everything, offered in (
            (self.engineer, "engineer_id", everybody, found.engineers),
            (self.branch, "branch_id", everywhere, found.branches),
        ):
            chip.setVisible(len(offered) > 1)
            menu = styled_menu(chip)
            menu.addAction(everything, partial(self._choose, chip, field, None, everything))
            for key, name in offered:
                menu.addAction(name, partial(self._choose, chip, field, key, name))
            chip.set_menu(menu)
            names = dict(offered)
            chosen = getattr(self.query, field)
            chip.show_value(names.get(chosen, everything))

    def _choose(self, chip: Chip, field: str, key: object, text: str) -> None:
        chip.show_value(text)
        self.filter(**{field: key})

    def _client_typed(self) -> None:
        self.filter(client=self.client.text())

    def _open_toggled(self, on: bool) -> None:
        self.filter(open_only=on)

    def _sort(self, sort: ReportSort) -> None:
        was = self.query
        turned = not was.descending if was.sort == sort else sort in {ReportSort.WHEN, ReportSort.DURATION}
        self.head.show_order(sort, descending=turned)
        self.filter(sort=sort, descending=turned)

    def _ask(
        self, after: tuple[int | str, int] | None, then: object, limit: int = visit_register.WINDOW
    ) -> None:
        self._shell.session.ask(
            "visit reports",
            visit_register.reports,
            self.query,
            after,
            limit=limit,
            then=then,  # type: ignore[arg-type]
            failed=self._unread,
        )

    def _read_on(self) -> None:
        self._ask(self._after, self._show_more)

    def _show(self, window: ReportWindow) -> None:
        again, self._shown = self._shown == self.query, self.query
        row, place = self.list.currentIndex().row(), self.list.verticalScrollBar().value()
        chosen = self.model.line(row)
        self._after = window.after
        self.model.show_lines(window.lines, more=window.after is not None)
        rows = [at for at, line in enumerate(window.lines) if chosen is not None and line.id == chosen.id]
        if window.lines:
            instead = min(max(row, 0), len(window.lines) - 1) if again else 0
            self.list.setCurrentIndex(self.model.index(rows[0] if rows else instead))
        if again:
            # The bar has its length back only once the rows have been laid out.
            self.list.doItemsLayout()
            self.list.verticalScrollBar().setValue(place)
        self._place.setCurrentWidget(self.list if window.lines else self._empty)
        self._say_count()

    def _show_more(self, window: ReportWindow) -> None:
        self._after = window.after
        self.model.add_lines(window.lines, more=window.after is not None)
        self._say_count()

    def _say_count(self) -> None:
        count = self.model.rowCount()
        text = QCoreApplication.translate("Visits", "%n report(s)", None, count)
        if self._after is not None:
            text = QCoreApplication.translate("Visits", "the first %n", None, count)
        self.count.setText(text)

    def _unread(self, error: KnownError) -> None:
        self._shell.refuse(error)

    def _choose_file(self) -> None:
        title = QCoreApplication.translate("Visits", "Save the list of reports")
        name, _filter = QFileDialog.getSaveFileName(self, title, "visit-reports.csv", "CSV (*.csv)")
        if name:
            self.save_as(Path(name))

    def _saved(self, count: int) -> None:
        self._shell.say(QCoreApplication.translate("Visits", "%n report(s) saved", None, count))


def _bounds(first: datetime, zone: tzinfo | None) -> tuple[datetime, datetime]:
    """A month of the desk's own clock."""
    year, month = divmod(first.year * 12 + first.month, 12)
    start = datetime(first.year, first.month, 1, tzinfo=zone)
    return start.astimezone(UTC), datetime(year, month + 1, 1, tzinfo=zone).astimezone(UTC)


def _write(desk: Desk, path: Path, query: ReportQuery, zone: tzinfo | None) -> int:
    lines = list(visit_register.all_reports(desk, query))
    heads = (
        QCoreApplication.translate("Visits", "Report"),
        QCoreApplication.translate("Visits", "Revision"),
        QCoreApplication.translate("Visits", "Engineer"),
        QCoreApplication.translate("Visits", "Client"),
        QCoreApplication.translate("Visits", "Site"),
        QCoreApplication.translate("Visits", "Arrived"),
        QCoreApplication.translate("Visits", "Minutes on site"),
        QCoreApplication.translate("Visits", "Open recommendations"),
        QCoreApplication.translate("Visits", "State"),
        QCoreApplication.translate("Visits", "Signed by"),
    )
    save_table(path, heads, (_cells(line, zone) for line in lines))
    return len(lines)


def _cells(line: ReportLine, zone: tzinfo | None) -> tuple[object, ...]:
    return (
        line.number,
        line.revision,
        line.engineer,
        line.organisation,
        line.site,
        line.arrived_at.astimezone(zone).strftime("%Y-%m-%d %H:%M"),
        line.seconds // 60,
        "\n".join(line.open_recommendations),
        state_name(line.state, left=bool(line.seconds)),
        line.agreed_name,
    )
