"""The list's pane: title, count, density, filters, the list, and what stands there when it is empty."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtGui import QKeySequence, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from supportdesk.services.views import CaseQuery, CaseRow
from supportdesk.ui import labels
from supportdesk.ui.case_list.emptiness import Emptiness, emptiness_of
from supportdesk.ui.case_list.filters import FilterBar
from supportdesk.ui.case_list.model import CaseListModel
from supportdesk.ui.case_list.notice import ListNotice
from supportdesk.ui.case_list.view import CaseListView
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind, icon_button
from supportdesk.ui.widgets.empty import EmptyState
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from datetime import tzinfo
    from uuid import UUID

    from PySide6.QtGui import QPaintEvent

    from supportdesk.ui.case_list.snapshot import ListQueries, Snapshot
    from supportdesk.workers.session import DeskSession


class CaseListPane(QWidget):
    """One list at a time. `list_asked` carries a query that an empty list's button leads to."""

    new_case_asked = Signal()
    list_asked = Signal(object)
    density_toggled = Signal()
    query_changed = Signal(object)
    query_told = Signal(object)

    def __init__(
        self,
        session: DeskSession,
        queries: ListQueries,
        zone: tzinfo | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model = CaseListModel(session, queries, zone, self)
        self.view = CaseListView(self.model, zone)
        self._emptiness: Emptiness | None = None
        self._title = ElidedLabel("", Type.PANE_TITLE, "text")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._count = label("", Type.BODY_NUMBERS, "muted")
        self.filters = FilterBar()
        self.filters.changed.connect(self._query_changed)
        self.notice = ListNotice()
        self.notice.narrow_asked.connect(self._narrow)
        self._empty = EmptyState()
        self._empty.acted.connect(self._empty_acted)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        self.model.settled.connect(self._settled)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_toolbar())
        column.addWidget(self.filters)
        column.addWidget(self.notice)
        column.addSpacing(1)
        column.addWidget(self._stack, 1)

    def tell_query(self) -> None:
        """Tell which list stands here."""
        self.query_told.emit(self.query)

    def row_of_case(self, case_id: UUID | None) -> CaseRow | None:
        """A case's row in this list; None where it is not in it, or not read yet."""
        line = self.model.line_of_case(case_id) if case_id is not None else None
        entry = self.model.entry(line) if line is not None else None
        return entry if isinstance(entry, CaseRow) else None

    @property
    def query(self) -> CaseQuery:
        """The list that is shown."""
        return self.model.query or CaseQuery()

    def show_list(self, query: CaseQuery, title: str = "") -> None:
        """Show a list; the order chosen last stays unless the query asks for another."""
        self._title.setText(title or labels.view_title(query.view))
        self.filters.show_query(query)
        self.model.show(query)

    def offer_new_case(self, *, offered: bool) -> None:
        """Show the button that begins a case, or not, where nobody could."""
        self._new_case.setVisible(offered)

    def set_comfortable(self, comfortable: bool) -> None:
        """Rows in two lines or in one."""
        self.view.set_comfortable(comfortable)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            # The line between the filters and the list.
            painter.fillRect(0, self._stack.y() - 1, self.width(), 1, theme().colours.line)

    def _make_toolbar(self) -> QWidget:
        bar = QWidget()
        bar.setFixedHeight(theme().px(48))
        funnel = icon_button(
            "funnel-simple", QCoreApplication.translate("CaseList", "Show or hide the filters")
        )
        funnel.clicked.connect(self._toggle_filters)
        density = icon_button("rows", QCoreApplication.translate("CaseList", "Rows in one line or in two"))
        density.clicked.connect(self.density_toggled)
        new_case = self._new_case = Button(
            QCoreApplication.translate("CaseList", "New case"),
            ButtonKind.PRIMARY,
            icon="plus-bold",
            icon_size=13,
        )
        keys = QKeySequence(QKeySequence.StandardKey.New).toString(QKeySequence.SequenceFormat.NativeText)
        new_case.setToolTip(keys)
        new_case.clicked.connect(self.new_case_asked)
        row = QHBoxLayout(bar)
        row.setContentsMargins(10, 2, 10, 0)
        row.setSpacing(6)
        # Margins are not mirrored by Qt, so what is more at one end is room in the row.
        row.addSpacing(6)
        row.addWidget(self._title)
        row.addSpacing(2)
        row.addWidget(self._count)
        row.addStretch(1)
        for button in (funnel, density, new_case):
            row.addWidget(button)
        return bar

    def _settled(self, snapshot: Snapshot) -> None:
        shape = snapshot.shape
        figure = QLocale().toString(shape.count)
        more = QCoreApplication.translate("CaseList", "{count}+").format(count=figure)
        self._count.setText(more if shape.capped else figure)
        self.filters.show_problem(shape.problem)
        self.notice.show_shape(shape)
        if shape.count:
            self._stack.setCurrentWidget(self.view)
            return
        self._emptiness = emptiness_of(snapshot.query)
        found = self._emptiness
        self._empty.say(found.icon, found.sentence, found.detail, found.action)
        self._stack.setCurrentWidget(self._empty)

    def _query_changed(self, query: CaseQuery) -> None:
        self.model.show(query)
        self.query_changed.emit(query)

    def _empty_acted(self) -> None:
        if self._emptiness is None:
            return
        if self._emptiness.leads_to is None:
            self.new_case_asked.emit()
        elif self._emptiness.clears:
            cleared = replace(self.query, search="", severity_ranks=frozenset())
            self.filters.show_query(cleared)
            self.model.show(cleared)
        else:
            self.list_asked.emit(CaseQuery(self._emptiness.leads_to))

    def _narrow(self) -> None:
        self.filters.show()
        self.filters.open_filter()

    def _toggle_filters(self) -> None:
        self.filters.setVisible(not self.filters.isVisible())
