"""The chips above the list: order, severities, a typed filter; they change the query and read nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from supportdesk.services.views import CaseQuery, Sort
from supportdesk.ui import labels, moments
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.chips import Chip, styled_menu
from supportdesk.ui.widgets.marks import IconMark
from supportdesk.ui.widgets.popover import Popover
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

_RANKS = (1, 2, 3, 4)
_TYPING_MS = 200


class FilterPopover(Popover):
    """Where a filter is typed; what was not understood is said below, and the list keeps what it had."""

    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, width=340, padding=14)
        self._edit = QLineEdit()
        self._edit.setPlaceholderText(
            QCoreApplication.translate("CaseList", "Words, or a field and its value")
        )
        self._edit.setAccessibleName(QCoreApplication.translate("CaseList", "Filter this list"))
        self._hint = label(
            QCoreApplication.translate(
                "CaseList",
                "Fields are read too, for example severity:S1, owner:me, is:overdue or client:name.",
            ),
            Type.HINT,
            "muted",
            wrap=True,
        )
        self._problem = label("", Type.META, "over_text", wrap=True)
        self._problem.hide()
        for part in (self._edit, self._problem, self._hint):
            self.body.addWidget(part)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_MS)
        self._pause.timeout.connect(self._tell)
        self._edit.textEdited.connect(self._pause.start)
        self._edit.returnPressed.connect(self.close)

    def show_text(self, text: str) -> None:
        """Show the filter in force."""
        self._edit.setText(text)
        self._edit.selectAll()

    def show_problem(self, sentence: str) -> None:
        """Say which word was not understood; empty for none."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.adjustSize()

    def _tell(self) -> None:
        self.typed.emit(self._edit.text().strip())


class FilterBar(QWidget):
    """Sort, severities and filter of one list. `changed` carries the new query."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._query = CaseQuery()
        self._sort = Chip(mark=IconMark("sort-ascending", "text2", 14), strong=False)
        self._severity = Chip(strong=False)
        self.filter = Chip(mark=IconMark("plus", "muted", 12), caret=False, dashed=True, strong=False)
        self.filter.clicked.connect(self.open_filter)
        self._popover = FilterPopover(self)
        self._popover.typed.connect(self._filtered)
        self._sort_actions = self._make_sort_menu()
        self._severity_actions = self._make_severity_menu()
        row = QHBoxLayout(self)
        # The ring of a chip that has the keyboard lies outside it.
        row.setContentsMargins(16, 2, 16, 4)
        row.setSpacing(6)
        for chip in (self._sort, self._severity, self.filter):
            row.addWidget(chip)
        row.addStretch(1)
        self.setFixedHeight(theme().px(30))
        self.show_query(self._query)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedHeight(theme().px(30))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._leave_room()

    def _leave_room(self) -> None:
        """A long filter gives way, so that order and severities can be read."""
        others = self._sort.sizeHint().width() + self._severity.sizeHint().width()
        margins, gaps = 32, 2 * 6
        room = self.width() - others - margins - gaps
        self.filter.setMaximumWidth(max(self.filter.minimumSizeHint().width(), room))

    def show_query(self, query: CaseQuery) -> None:
        """Show the choices of a list."""
        self._query = query
        self._sort.show_value(labels.sort_name(query.sort), IconMark("sort-ascending", "text2", 14))
        self._sort_actions[query.sort].setChecked(True)
        ranks = sorted(query.severity_ranks)
        everything = QCoreApplication.translate("CaseList", "All severities")
        self._severity.show_value(moments.listed(f"S{rank}" for rank in ranks) if ranks else everything)
        for rank, action in self._severity_actions.items():
            action.setChecked(rank in query.severity_ranks)
        nothing = QCoreApplication.translate("CaseList", "Filter")
        icon = "funnel-simple" if query.search else "plus"
        self.filter.show_value(query.search or nothing, IconMark(icon, "muted", 12))
        self.filter.set_dashed(not query.search)
        self.filter.setToolTip(query.search)
        self._leave_room()

    def show_problem(self, sentence: str) -> None:
        """Say which word of the filter was not understood."""
        self._popover.show_problem(sentence)

    def open_filter(self) -> None:
        """Let a filter be typed."""
        self._popover.show_text(self._query.search)
        self._popover.open_at(self.filter)

    def _make_sort_menu(self) -> dict[Sort, QAction]:
        menu = styled_menu(self)
        group = QActionGroup(self)
        actions = {}
        for sort in Sort:
            action = menu.addAction(labels.sort_name(sort))
            action.setCheckable(True)
            action.setData(sort.value)
            actions[sort] = group.addAction(action)
        group.triggered.connect(self._sorted)
        self._sort.set_menu(menu)
        return actions

    def _make_severity_menu(self) -> dict[int, QAction]:
        menu = styled_menu(self)
        actions = {}
        for rank in _RANKS:
            action = menu.addAction(labels.severity_spoken(rank, ""))
            action.setCheckable(True)
            action.setData(rank)
            actions[rank] = action
        menu.triggered.connect(self._severity_picked)
        self._severity.set_menu(menu)
        return actions

    def _sorted(self, action: QAction) -> None:
        self._change(replace(self._query, sort=Sort(action.data())))

    def _severity_picked(self, _action: QAction) -> None:
        ranks = frozenset(rank for rank, action in self._severity_actions.items() if action.isChecked())
        # All of them is the same as none.
        self._change(replace(self._query, severity_ranks=ranks if len(ranks) < len(_RANKS) else frozenset()))

    def _filtered(self, text: str) -> None:
        self._change(replace(self._query, search=text))

    def _change(self, query: CaseQuery) -> None:
        self.show_query(query)
        self.changed.emit(query)
