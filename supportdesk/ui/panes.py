"""The three panes and the pages in their place: who is in view and how wide, by the size of the window and by hand."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from supportdesk.ui.arrangement import (
    CASE_LEAST,
    LIST_RANGE,
    RAIL_WIDTH,
    SIDEBAR_RANGE,
    Arrangement,
    arrangement,
)
from supportdesk.ui.window_memory import Widths, WindowMemory
from supportdesk.ui.window_parts import ContentArea, Held, PaneSplitter

_KEEP_MS = 400


class Panes(QWidget):
    """Sidebar, list and case. `arranged` carries the Arrangement whenever the size of the window asks for another.

    `list_back`: a page has gone, and list and case are in view again.
    """

    arranged = Signal(object)
    list_back = Signal()

    def __init__(self, sidebar: QWidget, cases: QWidget, nothing: QWidget, memory: WindowMemory) -> None:
        super().__init__()
        self._sidebar, self._cases, self._memory = sidebar, cases, memory
        self._found: Arrangement | None = None
        self._list_hidden = self._case_open = False
        self.content = ContentArea()
        self._case_side = QStackedWidget()
        self._case_side.addWidget(nothing)
        self._case_side.setMinimumWidth(CASE_LEAST)
        cases.setMinimumWidth(LIST_RANGE[0])
        self._inner = PaneSplitter(seen=True)
        self._inner.addWidget(cases)
        self._inner.addWidget(self._case_side)
        self._inner.setStretchFactor(0, 0)
        self._inner.setStretchFactor(1, 1)
        self._stack = QStackedWidget()
        self._three = Held(self._inner)
        self._stack.addWidget(self._three)
        self.content.column.addWidget(self._stack)
        self._outer = PaneSplitter(seen=False)
        self._outer.addWidget(sidebar)
        self._outer.addWidget(self.content)
        self._outer.setStretchFactor(0, 0)
        self._outer.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Held(self._outer))
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_MS)
        self._keeping.timeout.connect(self._keep)
        for splitter in (self._outer, self._inner):
            splitter.splitterMoved.connect(self._dragged)

    @property
    def list_hidden(self) -> bool:
        """Whether the list was put away by hand."""
        return self._list_hidden

    @property
    def in_turn(self) -> bool:
        """Whether list and case show one at a time."""
        return self._found is not None and self._found.in_turn

    def set_case_widget(self, page: QWidget) -> None:
        """The page that shows an open case."""
        self._case_side.addWidget(page)
        self._case_side.setCurrentWidget(page)

    def show_case_open(self, opened: bool) -> None:
        """Show the case page, or that no case is open."""
        self._case_open = opened
        self._case_side.setCurrentIndex(min(1, self._case_side.count() - 1) if opened else 0)
        self._set_visible()

    def toggle_list(self) -> None:
        """Put the list away, or bring it back."""
        self.hide_list(not self._list_hidden)

    def hide_list(self, hidden: bool) -> None:
        """Put the list away, or bring it back."""
        self._list_hidden = hidden
        self._set_visible()

    def show_page(self, page: QWidget | None) -> None:
        """Show a page in the place of list and case; None brings them back."""
        if page is None:
            was_page = self._stack.currentWidget() is not self._three
            self._stack.setCurrentWidget(self._three)
            if was_page:
                self.list_back.emit()
            return
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def shown_page(self) -> QWidget | None:
        """The page that stands in the place of list and case, if one does."""
        current = self._stack.currentWidget()
        return None if current is self._three else current

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        window = self.window()
        found = arrangement(window.width(), window.height())
        if found != self._found:
            self._found = found
            self._obey(found)
            self.arranged.emit(found)

    def _obey(self, found: Arrangement) -> None:
        widths = self._memory.widths(found)
        if found.rail:
            self._sidebar.setFixedWidth(RAIL_WIDTH)
        else:
            self._sidebar.setMinimumWidth(SIDEBAR_RANGE[0])
            self._sidebar.setMaximumWidth(SIDEBAR_RANGE[1])
        self._case_side.setMinimumWidth(0 if found.in_turn else CASE_LEAST)
        side = RAIL_WIDTH if found.rail else widths.sidebar
        self._outer.setSizes([side, max(1, self.width() - side)])
        self._set_visible()
        room = max(1, self.width() - side - 1)
        cases = max(LIST_RANGE[0], min(widths.cases, room - CASE_LEAST, LIST_RANGE[1]))
        self._inner.setSizes([cases, max(1, room - cases)])

    def _set_visible(self) -> None:
        in_turn = self.in_turn
        alone = in_turn and not self._case_open
        self._cases.setMaximumWidth(16_777_215 if in_turn else LIST_RANGE[1])
        self._cases.setVisible(alone or not (in_turn or (self._list_hidden and self._case_open)))
        self._case_side.setVisible(not alone)

    def _dragged(self) -> None:
        self._keeping.start()

    def _keep(self) -> None:
        if self._found is not None and self._cases.isVisible() and not self._found.in_turn:
            self._memory.keep_widths(self._found, Widths(self._sidebar.width(), self._cases.width()))


def next_stop(stops: list[QWidget], step: int) -> QWidget:
    """The place after the one that has the keyboard, in a circle; the first where none has it."""
    shown = [stop for stop in stops if stop.isVisible()]
    focus = QApplication.focusWidget()
    if focus is not None:
        for number, stop in enumerate(shown):
            if stop is focus or stop.isAncestorOf(focus):
                return shown[(number + step) % len(shown)]
    return shown[0]
