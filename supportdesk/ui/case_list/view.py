"""The list on the screen: scrolling, sticky headings, pointer and keys; what opens a case is the window's matter."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QItemSelectionModel, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QToolTip, QWidget

from supportdesk.ui.case_list.delegate import HEADING, CaseDelegate
from supportdesk.ui.case_list.heights import LineHeights
from supportdesk.ui.case_list.row_painting import action_boxes
from supportdesk.ui.case_list.runs import Run
from supportdesk.ui.case_list.spoken import row_tip
from supportdesk.ui.case_list.sticky import StickyHeading
from supportdesk.ui.pages import CaseAct
from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.focus_ring import by_keyboard
from supportdesk.ui.widgets.scrolling import OverlayScrollBar

if TYPE_CHECKING:
    from datetime import tzinfo

    from supportdesk.ui.case_list.model import CaseListModel
    from supportdesk.ui.case_list.snapshot import Snapshot


class CaseListView(QTableView):
    """Shows a CaseListModel. `chosen` follows a click or a key on a case, `entered` Enter, `acted` a row's action."""

    chosen = Signal(object)
    entered = Signal(object)
    acted = Signal(object, object)

    def __init__(
        self, model: CaseListModel, zone: tzinfo | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cases, self._zone = model, zone
        self._chosen: UUID | None = None
        self._place = -1
        self._awaited = -1
        self._hovered = -1
        self._hovered_act: CaseAct | None = None
        self._by_keyboard = False
        self._delegate = CaseDelegate(model, self)
        self._dress()
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self._sticky = StickyHeading(self)
        self._sticky.pressed.connect(self._toggle)
        model.settled.connect(self._settled)
        self._heights = LineHeights(self, model, self._delegate.row_height)
        model.modelReset.connect(self._rows_moved)
        model.rowsInserted.connect(self._rows_moved)
        model.rowsRemoved.connect(self._rows_moved)
        model.dataChanged.connect(self._rows_read)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        OverlayScrollBar(self)
        self._measure()

    # ------------------------------------------------------------------ what the delegate asks

    def chosen_id(self) -> UUID | None:
        """The case that is open."""
        return self._chosen

    def hovered_line(self) -> int:
        """The line under the pointer."""
        return self._hovered

    def hovered_action(self) -> CaseAct | None:
        """The row action under the pointer."""
        return self._hovered_act

    def has_bar(self) -> bool:
        """Whether the list has the focus."""
        return self.hasFocus()

    def ringed_line(self) -> int:
        """The line with the keyboard's ring."""
        return self.currentIndex().row() if self._by_keyboard and self.hasFocus() else -1

    # ------------------------------------------------------------------ what the window asks

    @property
    def comfortable(self) -> bool:
        """Whether rows take two lines."""
        return self._delegate.comfortable

    def set_comfortable(self, comfortable: bool) -> None:
        """Rows in two lines or in one; what was at the top stays there."""
        top = self.rowAt(0)
        self._delegate.comfortable = comfortable
        self._measure()
        if top >= 0:
            self.scrollTo(self._cases.index(top), QAbstractItemView.ScrollHint.PositionAtTop)

    def mark_chosen(self, case_id: UUID | None) -> None:
        """Show which case is open, without opening it."""
        self._chosen = self._cases.kept_id = case_id
        line = self._cases.line_of_case(case_id) if case_id is not None else None
        self._stand_on(line)
        self.viewport().update()

    def step(self, rows: int) -> None:
        """Choose the case so many rows further down, or up."""
        line = self._cases.lines.next_stop(self._current_line(), 1 if rows > 0 else -1)
        if line is not None:
            self._go_to(line)

    def choose_first(self) -> None:
        """Choose the first case there is."""
        line = self._cases.lines.next_stop(-1, 1)
        if line is not None:
            self._go_to(line)

    def tip_at(self, spot: QPoint) -> str:
        """The tooltip at a place of the viewport; empty where there is nothing to explain."""
        line = self.rowAt(spot.y())
        entry = self._cases.entry(line) if line >= 0 else None
        if entry is None or isinstance(entry, Run):
            return ""
        return row_tip(entry, self._act_at(line, spot), self._zone)

    # ------------------------------------------------------------------ Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        self._by_keyboard = True
        page = max(1, self.viewport().height() // max(1, self._delegate.row_height()) - 1)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
        if key in steps:
            self._move(steps[Qt.Key(key)])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            last = len(self._cases.lines)
            line = (
                self._cases.lines.next_stop(-1, 1)
                if key == Qt.Key.Key_Home
                else self._cases.lines.next_stop(last, -1)
            )
            if line is not None:
                self._go_to(line)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._enter()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._fold_by_key(opens=(key == Qt.Key.Key_Right) != self.isRightToLeft())
        else:
            # Letters belong to the window, not to a search by typing.
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._by_keyboard = False
        line = self.rowAt(event.position().toPoint().y())
        if line < 0 or event.button() != Qt.MouseButton.LeftButton:
            return
        entry = self._cases.entry(line)
        act = self._act_at(line, event.position().toPoint())
        if isinstance(entry, Run):
            self._toggle(entry)
        elif entry is not None and act is not None:
            self.acted.emit(entry.id, act)
        else:
            self._go_to(line)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._enter()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = event.position().toPoint()
        line = self.rowAt(spot.y())
        self._hover(line, self._act_at(line, spot))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(-1, None)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keyboard = by_keyboard(event)
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self._stand_on(self._cases.lines.next_stop(-1, 1))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._scrolled()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # Qt tells of styles before this view is made and after it has let go of its parts.
        if event.type() == QEvent.Type.StyleChange and isinstance(self.itemDelegate(), CaseDelegate):
            self._measure()

    # ------------------------------------------------------------------ inside

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(QCoreApplication.translate("CaseList", "Cases"))
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.hide()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        down.hide()
        down.setMinimumSectionSize(1)
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def _measure(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._delegate.row_height())
        self.verticalScrollBar().setSingleStep(theme().px(18))
        self._rows_moved()

    def _rows_moved(self) -> None:
        self._heights.fit()
        self._scrolled()

    def _scrolled(self) -> None:
        first = self.rowAt(0)
        if first < 0:
            self._sticky.hide()
            return
        last = self.rowAt(self.viewport().height() - 1)
        self._cases.need(first, last if last >= 0 else len(self._cases.lines) - 1)
        self._sticky.stand(self, self._cases.lines, first)

    def _settled(self, snapshot: Snapshot) -> None:
        # Headings may have changed places while as many lines stayed.
        self._rows_moved()
        if snapshot.kept_id is None or snapshot.kept_id != self._chosen:
            return
        line = self._cases.lines.line_of(snapshot.kept_index) if snapshot.kept_index is not None else None
        self._stand_on(line)
        self.viewport().update()

    def _rows_read(self) -> None:
        if self._awaited >= 0 and self._awaited < len(self._cases.lines):
            line, self._awaited = self._awaited, -1
            self._go_to(line)

    def _current_line(self) -> int:
        line = self._cases.line_of_case(self._chosen) if self._chosen is not None else None
        if line is not None:
            return line
        # The open case is not in this list: go on from where the last one stood.
        return self.currentIndex().row() if self.currentIndex().isValid() else self._place - 1

    def _move(self, rows: int) -> None:
        start = self.currentIndex().row() if self.currentIndex().isValid() else self._current_line()
        direction = 1 if rows > 0 else -1
        target = max(0, min(start + rows - direction, len(self._cases.lines) - 1))
        line = self._cases.lines.next_stop(target, direction)
        if line is None:
            # A page further would end beyond the last case.
            line = self._cases.lines.next_stop(len(self._cases.lines) if rows > 0 else -1, -direction)
        if line is not None:
            self._go_to(line)

    def _go_to(self, line: int) -> None:
        entry = self._cases.entry(line)
        self._stand_on(line)
        self.scrollTo(self._cases.index(line))
        self._uncover(line)
        if entry is None:
            self._awaited = line
        elif not isinstance(entry, Run):
            self._chosen = self._cases.kept_id = entry.id
            self.chosen.emit(entry.id)
        self.viewport().update()

    def _uncover(self, line: int) -> None:
        # What lies under the sticky heading is not in view.
        covered = theme().px(HEADING) - self.rowViewportPosition(line)
        if covered > 0 and self._cases.shape.groups:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - covered)

    def _stand_on(self, line: int | None) -> None:
        if line is None:
            self.selectionModel().clear()
            return
        self._place = line
        self.selectionModel().setCurrentIndex(
            self._cases.index(line), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _enter(self) -> None:
        line = self.currentIndex().row()
        entry = self._cases.entry(line) if 0 <= line < len(self._cases.lines) else None
        if isinstance(entry, Run):
            self._toggle(entry)
        elif entry is not None:
            self._go_to(line)
            self.entered.emit(entry.id)

    def _fold_by_key(self, *, opens: bool) -> None:
        line = self.currentIndex().row()
        if not 0 <= line < len(self._cases.lines):
            return
        number = self._cases.lines.run_at(line)
        run = self._cases.lines.runs[number]
        if run.key is None or run.folded != opens:
            return
        self._cases.fold(run.key, folded=not opens)
        self._stand_on(self._cases.lines.start(number))

    def _toggle(self, run: Run) -> None:
        if run.key is not None:
            self._cases.fold(run.key, folded=not run.folded)

    def _act_at(self, line: int, spot: QPoint) -> CaseAct | None:
        if line < 0 or isinstance(self._cases.lines.at(line), Run):
            return None
        box = QRectF(self.visualRect(self._cases.index(line)))
        for act, place in action_boxes(box, comfortable=self.comfortable):
            if place.contains(spot):
                return act
        return None

    def _hover(self, line: int, act: CaseAct | None) -> None:
        if (line, act) == (self._hovered, self._hovered_act):
            return
        changed = {self._hovered, line}
        self._hovered, self._hovered_act = line, act
        for each in changed:
            if 0 <= each < len(self._cases.lines):
                self.viewport().update(self.visualRect(self._cases.index(each)))
