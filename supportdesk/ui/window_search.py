"""Searching everywhere from the sidebar: the list it leads to, and the way back to the list before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from supportdesk.services.views import CaseQuery, ViewKind

if TYPE_CHECKING:
    from supportdesk.ui.case_list.pane import CaseListPane


class Searching(QObject):
    """`found` carries the list to show and its title, `left` that the search is over."""

    found = Signal(object, str)
    left = Signal()

    def __init__(self, pane: CaseListPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._before: CaseQuery | None = None

    def search(self, text: str) -> None:
        """Look for a text everywhere; nothing typed is the end of it."""
        if not text:
            self.leave()
            return
        shown = self._pane.query
        if shown.view is not ViewKind.SEARCH:
            self._before = shown
        title = QCoreApplication.translate("Window", "Search: {words}").format(words=text)
        self.found.emit(CaseQuery(ViewKind.SEARCH, shown.sort, search=text), title)

    def leave(self) -> None:
        """Go back to the list that was shown before."""
        before, self._before = self._before, None
        if before is not None:
            self.found.emit(before, "")
        self.left.emit()
