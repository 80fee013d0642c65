"""A part of the sidebar under a heading that folds it: saved views, branches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.ui.icons import draw_icon
from supportdesk.ui.sidebar.entry import Destination, Entry
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.focus_ring import by_keyboard
from supportdesk.ui.widgets.painting import draw_text, rounded, visual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent


class SectionHeading(QAbstractButton):
    """A section's name 26 high; a caret beside it while it is folded or under the pointer."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(title)
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._ringed = False

    def sizeHint(self) -> QSize:
        return QSize(100, theme().px(26))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ringed = by_keyboard(event) or event.reason() == Qt.FocusReason.OtherFocusReason
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ringed = False
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            whole = QRectF(self.rect())
            face = theme().face(Type.SECTION)
            box = QRectF(9, 0, whole.width() - 9, whole.height())
            draw_text(painter, visual(box, whole), self.text(), face, colours.muted)
            folded = self.isChecked()
            if folded or self.underMouse() or self._ringed:
                spot = visual(QRectF(9 + face.width(self.text()) + 5, whole.height() / 2 - 6, 12, 12), whole)
                place = QPointF(round(spot.left()), round(spot.top()))
                draw_icon(painter, place, "caret-right" if folded else "caret-down", 12, colours.muted)
            if self._ringed:
                rounded(painter, whole, 6, None, colours.focus, 2)


class Section(QWidget):
    """Entries that come and go with the data. `added` carries each entry that is new."""

    added = Signal(object)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = SectionHeading(title)
        self.heading.toggled.connect(self._fold)
        self.entries: dict[str, Entry] = {}
        self._box = QWidget()
        self._rows = QVBoxLayout(self._box)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(self._box)
        self.hide()

    @property
    def folded(self) -> bool:
        """Whether only the heading shows."""
        return self.heading.isChecked()

    def set_folded(self, folded: bool) -> None:
        """Show the heading only, or everything."""
        self.heading.setChecked(folded)

    def show_entries(self, goals: Sequence[tuple[Destination, int]]) -> None:
        """Show these entries with their counts, in this order; entries that stay keep their place and focus."""
        wanted = {goal.key for goal, _count in goals}
        for key in [key for key in self.entries if key not in wanted]:
            gone = self.entries.pop(key)
            self._rows.removeWidget(gone)
            gone.deleteLater()
        for place, (goal, count) in enumerate(goals):
            entry = self.entries.get(goal.key)
            if entry is None:
                entry = self.entries[goal.key] = Entry(goal)
                self.added.emit(entry)
            entry.goal = goal
            entry.setText(goal.title)
            entry.show_count(count)
            if self._rows.indexOf(entry) != place:
                self._rows.insertWidget(place, entry)
        self.setVisible(bool(goals))

    def _fold(self, folded: bool) -> None:
        self._box.setVisible(not folded)
