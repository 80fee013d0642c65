"""The cards of the dashboard and where they stand; reading the figures is the page's part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from supportdesk.ui.dashboard.backlog import Backlog, SeverityTotals
from supportdesk.ui.dashboard.card import Card, Legend, Sign
from supportdesk.ui.dashboard.columns import Ages, NextHours
from supportdesk.ui.dashboard.figure_card import FigureCard, FigureKind
from supportdesk.ui.dashboard.tables import BranchTable, ContractTable
from supportdesk.ui.dashboard.week_lines import WeekLines, response_sign, update_sign
from supportdesk.ui.dashboard.workload import AgreedLoad, Workload
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.texts import Line, label

if TYPE_CHECKING:
    from datetime import tzinfo

    from PySide6.QtGui import QResizeEvent

    from supportdesk.services.views import Dashboard
    from supportdesk.ui.dashboard.rows import Rows
    from supportdesk.ui.dashboard.spots import SpotChart

# Of 24 columns, how many each card takes when there is room and when there is little.
_WIDE = ((6, 6, 6, 6), (9, 9, 6), (10, 8, 6), (24,))
_NARROW = ((12, 12), (12, 12), (24,), (12, 12), (24,), (12, 12), (24,))
_WIDE_FROM = 1040


class Unfold(Button):
    """Shows the rows that a chart keeps back."""

    def __init__(self, rows: Rows) -> None:
        super().__init__("", ButtonKind.LINK)
        self._rows = rows
        self.hide()
        rows.folded.connect(self._offer)
        self.clicked.connect(rows.show_all)

    def _offer(self, waiting: int) -> None:
        self.setText(QCoreApplication.translate("Dashboard", "Show %n more", None, waiting))
        self.setVisible(waiting > 0)


class Board(QWidget):
    """All cards. `opened` carries the list behind a bar or row and its title; `contracts_asked` wants all contracts."""

    opened = Signal(object, str)
    contracts_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make_charts()
        self.cards = self._make_cards()
        self._wide: bool | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 14, 16, 16)
        self._grid.setSpacing(12)
        for column in range(24):
            self._grid.setColumnStretch(column, 1)
        for chart in self._charts():
            chart.opened.connect(self.opened)
        self._arrange(wide=True)

    def show_dashboard(self, dashboard: Dashboard, zone: tzinfo | None) -> None:
        """Show other figures."""
        for card, figure in zip(
            self.figures,
            (dashboard.first_responses, dashboard.updates, dashboard.open_cases, dashboard.reactivated),
            strict=True,
        ):
            card.show_figure(figure)
        self.lines.show_weeks(dashboard)
        self.hours.show_hours(dashboard, zone)
        self._hours_card.set_note(self.hours.note())
        self.ages.show_ages(dashboard.ages)
        self.backlog.show_bars(dashboard.backlog)
        self.totals.show_totals(dashboard.severities, dashboard.open_cases.query)
        total = sum(dashboard.severities)
        note = QCoreApplication.translate("Dashboard", "%n case(s) by stage and severity", None, total)
        self._backlog_card.set_note(note if total else "")
        self.workload.show_bars(dashboard.workload)
        self._agreed.setVisible(self.workload.has_limits)
        target = dashboard.first_responses.target
        self.branches.show_lines(dashboard.branches, target)
        self.clients.show_lines(dashboard.clients, target)
        self.contracts.show_lines(dashboard.contracts, dashboard.now.astimezone(zone).date())
        held = QCoreApplication.translate("Dashboard", "All %n contract(s)", None, dashboard.contract_count)
        self.all_contracts.setText(held)
        self.all_contracts.updateGeometry()
        self.all_contracts.setVisible(dashboard.contract_count > 0)

    def minimumSizeHint(self) -> QSize:
        # The cards move below each other where there is less room than they stand side by side in.
        return QSize(320, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(wide=self.width() >= _WIDE_FROM)

    def _make_charts(self) -> None:
        nothing_due = QCoreApplication.translate("Dashboard", "nothing was due this week")
        self.figures = tuple(
            FigureCard(kind)
            for kind in (
                FigureKind(QCoreApplication.translate("Dashboard", "First responses in time"), nothing_due),
                FigureKind(QCoreApplication.translate("Dashboard", "Updates in time"), nothing_due),
                FigureKind(
                    QCoreApplication.translate("Dashboard", "Open cases"),
                    "",
                    counts=True,
                    less_is_good=True,
                ),
                FigureKind(
                    QCoreApplication.translate("Dashboard", "Reactivated after closing"),
                    QCoreApplication.translate("Dashboard", "nothing was closed this week"),
                    less_is_good=True,
                ),
            )
        )
        self.lines, self.hours, self.ages = WeekLines(), NextHours(), Ages()
        self.backlog, self.totals, self.workload = Backlog(), SeverityTotals(), Workload()
        self.branches = BranchTable(
            QCoreApplication.translate("Dashboard", "Branches"),
            QCoreApplication.translate("Dashboard", "There is no branch yet."),
            head=True,
        )
        self.clients = BranchTable(
            QCoreApplication.translate("Dashboard", "Clients with most open cases"),
            QCoreApplication.translate("Dashboard", "No client has an open case."),
            head=False,
        )
        self.contracts = ContractTable()
        self._agreed = AgreedLoad()

    def _make_cards(self) -> tuple[QWidget, ...]:
        lines = Card(
            QCoreApplication.translate("Dashboard", "Deadlines met"),
            QCoreApplication.translate("Dashboard", "% by week"),
            end=Legend((response_sign(), update_sign())),
        )
        lines.body.addWidget(self.lines, 1)
        due = Sign("block", "select_strong", QCoreApplication.translate("Dashboard", "due"))
        late = Sign("block", "over_bg", QCoreApplication.translate("Dashboard", "likely late"))
        self._hours_card = Card(self.hours.accessibleName(), end=Legend((due, late)))
        self._hours_card.body.addWidget(self.hours, 1)
        ages = Card(self.ages.accessibleName())
        ages.body.addWidget(self.ages, 1)
        self._backlog_card = Card(self.backlog.accessibleName(), end=self.totals)
        _fill(self._backlog_card, self.backlog)
        workload = Card(
            self.workload.accessibleName(),
            QCoreApplication.translate("Dashboard", "open cases per owner"),
        )
        workload.body.addWidget(self.workload)
        workload.body.addWidget(self._agreed)
        workload.body.addWidget(Unfold(self.workload))
        workload.body.addStretch(1)
        return (
            *self.figures,
            lines,
            self._hours_card,
            ages,
            self._backlog_card,
            workload,
            self._make_branches(),
            self._make_contracts(),
        )

    def _make_branches(self) -> Card:
        card = Card(QCoreApplication.translate("Dashboard", "Branches and clients"))
        card.body.addWidget(self.branches)
        card.body.addWidget(Unfold(self.branches))
        card.body.addSpacing(8)
        card.body.addWidget(Line())
        card.body.addSpacing(6)
        card.body.addWidget(label(self.clients.accessibleName(), Type.HINT, "muted"))
        card.body.addSpacing(2)
        card.body.addWidget(self.clients)
        card.body.addStretch(1)
        return card

    def _make_contracts(self) -> Card:
        self.all_contracts = Button("", ButtonKind.LINK)
        self.all_contracts.hide()
        self.all_contracts.clicked.connect(self.contracts_asked)
        card = Card(
            self.contracts.accessibleName(),
            QCoreApplication.translate("Dashboard", "ending or running out first"),
            end=self.all_contracts,
        )
        _fill(card, self.contracts)
        return card

    def _charts(self) -> tuple[SpotChart, ...]:
        return (
            *self.figures,
            self.lines,
            self.hours,
            self.ages,
            self.backlog,
            self.totals,
            self.workload,
            self.branches,
            self.clients,
            self.contracts,
        )

    def _arrange(self, *, wide: bool) -> None:
        if wide == self._wide:
            return
        self._wide = wide
        cards = iter(self.cards)
        for row, spans in enumerate(_WIDE if wide else _NARROW):
            column = 0
            for span in spans:
                card = next(cards, None)
                if card is not None:
                    self._grid.addWidget(card, row, column, 1, span)
                column += span
        # What room is left below belongs to nobody.
        for row in range(len(_NARROW) + 1):
            self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(len(_WIDE if wide else _NARROW), 1)


def _fill(card: Card, rows: Rows) -> None:
    card.body.addWidget(rows)
    card.body.addWidget(Unfold(rows))
    card.body.addStretch(1)
