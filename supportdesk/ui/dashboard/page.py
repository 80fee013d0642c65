"""The dashboard's page: span, branch, export, and reading the figures anew when something changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QRectF, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QPainter
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from supportdesk.domain.errors import KnownError
from supportdesk.services import dashboards
from supportdesk.ui import moments
from supportdesk.ui.dashboard import words
from supportdesk.ui.dashboard.board import Board
from supportdesk.ui.dashboard.contracts_dialog import ContractsDialog
from supportdesk.ui.dashboard.figures_file import save_figures
from supportdesk.ui.dashboard.goals_dialog import GoalsDialog
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button
from supportdesk.ui.widgets.chips import Chip, styled_menu
from supportdesk.ui.widgets.marks import IconMark
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QHideEvent, QPaintEvent, QShowEvent

    from supportdesk.domain.operation import ChangeSet
    from supportdesk.services.operations.desk import Desk
    from supportdesk.services.views import CaseQuery, Dashboard
    from supportdesk.ui.pages import Shell

DashboardQuery = Callable[["Desk", int, UUID | None], "Dashboard"]
_SPANS = (4, 7, 13, 26)
# Acts that follow each other closely are one reason to read.
_PATIENCE_MS = 400


class DashboardPage(QWidget):
    """Figures of this desk's own copy. While nobody looks it reads nothing."""

    def __init__(
        self,
        shell: Shell,
        parent: QWidget | None = None,
        *,
        query: DashboardQuery = dashboards.dashboard,
    ) -> None:
        super().__init__(parent)
        self._shell, self._query = shell, query
        self._weeks = 7
        self._branch: UUID | None = None
        self._shown: Dashboard | None = None
        self._stale = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE_MS)
        self._timer.timeout.connect(self.read)
        self.board = Board()
        self.board.opened.connect(self._open_list)
        self.board.contracts_asked.connect(self._show_contracts)
        self.trouble = Banner(
            MessageKind.ERROR, action=QCoreApplication.translate("Dashboard", "Try again"), closable=True
        )
        self.trouble.acted.connect(self.read)
        self.trouble.hide()
        self._lay_out()
        self._fill_menus()
        shell.session.notifier.changed.connect(self._changed)
        shell.session.heartbeat.tick.connect(self._minute_passed)
        self.setAccessibleName(QCoreApplication.translate("Dashboard", "Dashboard"))

    @property
    def shown(self) -> Dashboard | None:
        """The figures in view; None before the first were read."""
        return self._shown

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.read()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme().colours
        head = QRectF(0, 0, self.width(), self._head.height())
        painter.fillRect(self.rect(), colours.sunken)
        painter.fillRect(head, colours.canvas)
        painter.fillRect(QRectF(0, head.bottom(), self.width(), 1), colours.line)
        painter.end()

    def export_to(self, path: Path) -> None:
        """Write the figures in view to a file and say so, or say why that can't be."""
        if self._shown is None:
            return
        try:
            save_figures(path, self._shown, self._shell.zone)
        except KnownError as error:
            self._shell.refuse(error)
            return
        lead = QCoreApplication.translate("Dashboard", "Figures saved.")
        self._shell.say(lead, moments.ltr(path.name))

    def _lay_out(self) -> None:
        self._head = QWidget()
        self._head.setFixedHeight(theme().px(48))
        self.updated = ElidedLabel("", Type.META, "muted")
        self.span = Chip(words.weeks_name(self._weeks), mark=IconMark("calendar-blank", "text2", 14))
        self.place = Chip("", mark=IconMark("git-branch", "text2", 14))
        self.goals = Button(QCoreApplication.translate("Dashboard", "Targets…"), icon="target")
        self.goals.clicked.connect(self._ask_for_goals)
        self._export = Button(QCoreApplication.translate("Dashboard", "Export…"), icon="download-simple")
        self._export.setEnabled(False)
        self._export.clicked.connect(self._ask_for_file)
        row = QHBoxLayout(self._head)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(label(QCoreApplication.translate("Dashboard", "Dashboard"), Type.PANE_TITLE))
        row.addWidget(self.updated, 1)
        for part in (self.span, self.place, self.goals, self._export):
            row.addWidget(part)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.board)
        scroll.viewport().setAutoFillBackground(False)
        self.board.setAutoFillBackground(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self._head)
        column.addWidget(self.trouble)
        column.addWidget(scroll, 1)
        self.setFocusProxy(self.span)

    def _fill_menus(self) -> None:
        menu, spans = styled_menu(self), QActionGroup(self)
        for weeks in _SPANS:
            _add_choice(menu.addAction(words.weeks_name(weeks)), spans, weeks, chosen=weeks == self._weeks)
        spans.triggered.connect(self._choose_span)
        self.span.set_menu(menu)
        self._offer_branches()

    def _offer_branches(self) -> None:
        everywhere = QCoreApplication.translate("Dashboard", "All branches")
        branches = [(line.id, line.name) for line in self._shown.branches] if self._shown else []
        menu, group = styled_menu(self), QActionGroup(self)
        name = everywhere
        for branch_id, text in ((None, everywhere), *branches):
            _add_choice(menu.addAction(text), group, branch_id, chosen=branch_id == self._branch)
            name = text if branch_id == self._branch else name
        group.triggered.connect(self._choose_branch)
        before = self.place.menu()
        self.place.set_menu(menu)
        self.place.show_value(name, IconMark("git-branch", "text2", 14))
        if before is not None:
            before.deleteLater()

    def _choose_span(self, action: QAction) -> None:
        self._weeks = int(action.data())
        self.span.show_value(words.weeks_name(self._weeks), IconMark("calendar-blank", "text2", 14))
        self.read()

    def _choose_branch(self, action: QAction) -> None:
        branch: UUID | None = action.data()
        self._branch = branch
        self.place.show_value(action.text(), IconMark("git-branch", "text2", 14))
        self.read()

    def _changed(self, _changes: ChangeSet) -> None:
        # Every act may move a figure; which one, only the counting tells.
        self._stale = True
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def _minute_passed(self, _now: datetime) -> None:
        self._stale = True
        if self.isVisible():
            self.read()

    def read(self) -> None:
        """Ask for the figures anew."""
        self._timer.stop()
        self._stale = False
        self._shell.session.ask(
            ("dashboard", id(self)),
            self._query,
            self._weeks,
            self._branch,
            then=self._show,
            failed=self._say_trouble,
        )

    def _show(self, dashboard: Dashboard) -> None:
        before = self._shown
        self._shown = dashboard
        self.trouble.hide()
        self.board.show_dashboard(dashboard, self._shell.zone)
        text = QCoreApplication.translate("Dashboard", "from this computer’s copy, updated {time}")
        self.updated.setText(text.format(time=moments.clock_time(dashboard.now, self._shell.zone)))
        self._export.setEnabled(True)
        if before is None or [line.name for line in before.branches] != [
            line.name for line in dashboard.branches
        ]:
            self._offer_branches()

    def _say_trouble(self, error: KnownError) -> None:
        self._stale = True
        self.trouble.say(error.what, " ".join(filter(None, (error.meaning, error.remedy))))
        self.trouble.show()

    def _open_list(self, query: CaseQuery, title: str) -> None:
        self._shell.show_list(query, title)

    def _show_contracts(self) -> None:
        dialog = ContractsDialog(self._shell, self._shell.session.now().astimezone(self._shell.zone).date())
        dialog.opened.connect(self._open_list)
        dialog.open()

    def _ask_for_goals(self) -> None:
        dialog = GoalsDialog(self._shell)
        dialog.closed.connect(self._goals_chosen)
        dialog.open()

    def _goals_chosen(self, chosen: object) -> None:
        if chosen is not None:
            self.read()

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self, QCoreApplication.translate("Dashboard", "Save the figures"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([QCoreApplication.translate("Dashboard", "Table (*.csv)")])
        dialog.setDefaultSuffix("csv")
        dialog.setDirectory(
            QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        )
        day = self._shell.session.now().astimezone(self._shell.zone).strftime("%Y-%m-%d")
        name = QCoreApplication.translate("Dashboard", "Dashboard {day}").format(day=day)
        dialog.selectFile(f"{name}.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._file_chosen)
        dialog.open()

    def _file_chosen(self, path: str) -> None:
        self.export_to(Path(path))


def _add_choice(action: QAction, group: QActionGroup, value: object, *, chosen: bool) -> None:
    action.setData(value)
    action.setCheckable(True)
    action.setChecked(chosen)
    group.addAction(action)
