"""The delegate of the list: heights of lines and what each shows; how it is painted is next door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from supportdesk.ui.case_list.row_painting import RowLook, paint_heading, paint_row, paint_unread_yet
from supportdesk.ui.case_list.runs import Run
from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.painting import rounded

if TYPE_CHECKING:
    from uuid import UUID

    from supportdesk.services.views import CaseRow
    from supportdesk.ui.case_list.model import CaseListModel
    from supportdesk.ui.pages import CaseAct

_Index = QModelIndex | QPersistentModelIndex
HEADING = 26
COMFORTABLE = 52
SINGLE = 32


class RowState(Protocol):
    """What the view knows about its lines and the delegate must show."""

    def chosen_id(self) -> UUID | None:
        """The case that is open."""
        ...

    def hovered_line(self) -> int:
        """The line under the pointer; -1 for none."""
        ...

    def hovered_action(self) -> CaseAct | None:
        """The row action under the pointer."""
        ...

    def has_bar(self) -> bool:
        """Whether the list has the focus, so that the chosen row shows its bar."""
        ...

    def ringed_line(self) -> int:
        """The line that shows the keyboard's ring; -1 for none."""
        ...


class CaseDelegate(QStyledItemDelegate):
    """One painter for every line. `comfortable` rows take two lines, others one."""

    def __init__(self, model: CaseListModel, state: RowState) -> None:
        super().__init__(model)
        self._model, self._state = model, state
        self.comfortable = True

    def row_height(self) -> int:
        """The height of a case in the density and text size in force."""
        return theme().px(COMFORTABLE if self.comfortable else SINGLE)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        is_heading = isinstance(self._model.lines.at(index.row()), Run)
        return QSize(200, theme().px(HEADING) if is_heading else self.row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.row()
        box = QRectF(option.rect)
        entry = self._model.entry(line)
        painter.save()
        if isinstance(entry, Run):
            paint_heading(painter, box, entry)
        elif entry is None:
            paint_unread_yet(painter, box, comfortable=self.comfortable)
        else:
            look = self._look(line, entry)
            paint_row(painter, box, entry, self._model.times(entry), look, comfortable=self.comfortable)
        if line == self._state.ringed_line():
            rounded(painter, box.adjusted(0, 0, 0, -1), 2, None, theme().colours.focus, 2)
        painter.restore()

    def _look(self, line: int, row: CaseRow) -> RowLook:
        state = self._state
        hovered = line == state.hovered_line()
        return RowLook(
            chosen=row.id == state.chosen_id(),
            bar=state.has_bar(),
            hovered=hovered,
            action=state.hovered_action() if hovered else None,
        )
