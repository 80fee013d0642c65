"""Spare parts that were used or left at the client's, one row each: how many, and what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from supportdesk.rules.cases.visit_report import SparePart
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.visits.checks import Bare, LineRow
from supportdesk.ui.visits.sections import Rows, SectionHead
from supportdesk.ui.widgets.buttons import icon_button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFocusEvent

_MOST_ROWS, _MOST, _LONGEST_NAME = 200, 1_000_000, 200


class Figures(QValidator):
    """Takes the digits of a whole number up to `most` and nothing else; those of every script are digits.

    Separators and signs are read in one language one way and in another otherwise, so that none can be typed.
    """

    def __init__(self, parent: QObject, *, least: int = 0, most: int) -> None:
        super().__init__(parent)
        self._least, self._most = least, most

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        if not text:
            return QValidator.State.Intermediate, text, at
        if not text.isdecimal() or int(text) > self._most:
            return QValidator.State.Invalid, text, at
        enough = int(text) >= self._least
        return QValidator.State.Acceptable if enough else QValidator.State.Intermediate, text, at


class Number(QLineEdit):
    """A whole number typed in figures; nothing in it is `least`."""

    changed = Signal(int)
    left = Signal()

    def __init__(self, spoken: str, *, least: int = 0, most: int = _MOST) -> None:
        super().__init__()
        self._least = least
        self.setValidator(Figures(self, least=least, most=most))
        self.setMaxLength(len(str(most)))
        self.setFont(theme().face(Type.BODY_NUMBERS).font)
        self.setAccessibleName(spoken)
        self.textEdited.connect(self._typed)

    def value(self) -> int:
        """The number; the least one where nothing is typed."""
        text = self.text()
        return max(self._least, int(text)) if text.isdecimal() else self._least

    def set_value(self, value: int) -> None:
        """Show another number; it is left as it stands where it is the same."""
        if value != self.value() or not self.text():
            self.setText(str(value) if value else "")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _typed(self, _text: str) -> None:
        self.changed.emit(self.value())


class _PartRow(LineRow):
    changed = Signal()
    left = Signal()
    removed = Signal(object)

    def __init__(self, part: SparePart | None) -> None:
        super().__init__()
        self.setFixedHeight(theme().px(40))
        name = QCoreApplication.translate("Visits", "What was used or left")
        self.count = Number(QCoreApplication.translate("Visits", "How many"), least=1)
        self.count.setFixedWidth(64)
        self.count.set_value(part.quantity if part is not None else 1)
        self.line = Bare(name, name)
        self.line.setFont(theme().face(Type.BODY).font)
        self.line.setMaxLength(_LONGEST_NAME)
        self.line.setText(part.name if part is not None else "")
        self.remove = icon_button("x", QCoreApplication.translate("Visits", "Remove this part"))
        self.row.addWidget(self.count)
        self.row.addWidget(self.hold(self.line), 1)
        self.row.addWidget(self.remove)
        self.count.changed.connect(self.changed)
        self.count.left.connect(self.left)
        self.line.textEdited.connect(self.changed)
        self.line.left.connect(self.left)
        self.remove.clicked.connect(self._remove)

    def part(self) -> SparePart | None:
        name = self.line.text().strip()
        return SparePart(name, self.count.value()) if name else None

    def set_read_only(self, read_only: bool) -> None:
        self.count.setReadOnly(read_only)
        self.line.setReadOnly(read_only)
        self.remove.setVisible(not read_only)

    def _remove(self) -> None:
        self.removed.emit(self)


class SpareParts(QWidget):
    """`edited` carries the parts that have a name."""

    edited = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.head = SectionHead(
            QCoreApplication.translate("Visits", "Spare parts"),
            link=QCoreApplication.translate("Visits", "Add a part"),
        )
        self.head.acted.connect(self.add)
        self.rows: list[_PartRow] = []
        self._frame = Rows()
        self._read_only = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(self.head)
        column.addWidget(self._frame)
        self._tell_count()

    def parts(self) -> tuple[SparePart, ...]:
        """What was used or left."""
        return tuple(part for row in self.rows if (part := row.part()) is not None)

    def show_parts(self, parts: Sequence[SparePart], *, anew: bool) -> None:
        """Show these; the same ones are left as they are, with a row that is being begun, unless shown `anew`."""
        if tuple(parts) == self.parts() and not anew:
            return
        while self.rows:
            self._take_out(self.rows[-1])
        for part in parts:
            self._put(part)
        self._tell_count()

    def set_read_only(self, read_only: bool) -> None:
        """Let it be read only."""
        self._read_only = read_only
        for row in self.rows:
            row.set_read_only(read_only)
        self._tell_count()

    def add(self) -> None:
        """Begin another part."""
        row = next((row for row in self.rows if row.part() is None), None) or self._put(None)
        self._tell_count()
        row.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put(self, part: SparePart | None) -> _PartRow:
        row = _PartRow(part)
        row.set_read_only(self._read_only)
        row.changed.connect(self._edited)
        row.left.connect(self.left)
        row.removed.connect(self._remove)
        self.rows.append(row)
        self._frame.column.addWidget(row)
        return row

    def _remove(self, row: _PartRow) -> None:
        self._take_out(row)
        self._tell_count()
        self._edited()

    def _take_out(self, row: _PartRow) -> None:
        self.rows.remove(row)
        self._frame.column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _edited(self) -> None:
        self.edited.emit(self.parts())

    def _tell_count(self) -> None:
        self._frame.setVisible(bool(self.rows))
        self.head.say("" if self.rows else QCoreApplication.translate("Visits", "none used"))
        self.head.link.setVisible(not self._read_only and len(self.rows) < _MOST_ROWS)
