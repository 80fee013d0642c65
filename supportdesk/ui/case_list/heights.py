"""Keeps headings low and rows high, wherever lines move; what a line shows is the delegate's."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject

from supportdesk.ui.case_list.delegate import HEADING
from supportdesk.ui.theme import theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView

    from supportdesk.ui.case_list.model import CaseListModel


class LineHeights(QObject):
    """Remembers which lines are as low as a heading. The header moves heights along with the rows, and so does this.

    Without it a line that is a heading no longer would keep a heading's height: the header resets none by itself,
    not even when the whole model is another.
    """

    def __init__(self, view: QTableView, model: CaseListModel, row_height: Callable[[], int]) -> None:
        super().__init__(view)
        self._down, self._cases, self._row_height = view.verticalHeader(), model, row_height
        self._low: set[int] = set()
        model.rowsInserted.connect(self._rows_come)
        model.rowsRemoved.connect(self._rows_go)

    def fit(self) -> None:
        """Give each heading its height, and a row's to the lines that were headings before."""
        headings = {line for line, _run in self._cases.lines.headings() if line < self._down.count()}
        for line in self._low - headings:
            if line < self._down.count():
                self._down.resizeSection(line, self._row_height())
        for line in headings:
            self._down.resizeSection(line, theme().px(HEADING))
        self._low = headings

    def _rows_come(self, _parent: QModelIndex, first: int, last: int) -> None:
        come = last - first + 1
        self._low = {line + come if line >= first else line for line in self._low}

    def _rows_go(self, _parent: QModelIndex, first: int, last: int) -> None:
        gone = last - first + 1
        self._low = {line - gone if line > last else line for line in self._low if not first <= line <= last}
