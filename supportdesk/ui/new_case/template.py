"""The parts of a policy's template as fields, in its order; texts survive a change of policy and back (SAG-5)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QWidget

from supportdesk.ui.new_case.content import ERROR_MESSAGE, SUMMARY
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.choices import Segmented
from supportdesk.ui.widgets.fields import Field, FormRow, TextBox

if TYPE_CHECKING:
    from supportdesk.services.views import IntakeForm

Part = tuple[str, str, str, str, bool]
_COLUMNS = 6
# The width of a column with its gap, where the dialog is as wide as it gets.
_COLUMN = 116
_WIDTHS = {"text": 2, "number": 2, "yes_no": 2, "long_text": 3}
# These are given elsewhere in the form.
_ELSEWHERE = frozenset({"articles", "screenshot"})
_REQUIRED = "*"


class YesNo(FormRow[Segmented]):
    """A question answered with yes or no, or not at all."""

    changed = Signal(object)

    def __init__(self, title: str, *, hint: str = "") -> None:
        super().__init__(title, Segmented(), hint=hint)
        self.control.offer(
            [
                ("yes", QCoreApplication.translate("NewCase", "Yes"), None),
                ("no", QCoreApplication.translate("NewCase", "No"), None),
            ]
        )
        self.control.chosen.connect(self._chosen)

    def _chosen(self, key: object) -> None:
        self.set_error("")
        self.changed.emit(key)


class TemplatePart(QWidget):
    """`changed` comes with every letter."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self._rows: dict[str, Field | TextBox | YesNo] = {}
        self._kept: dict[str, Any] = {}
        self._known = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(12)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)

    def show_form(self, form: IntakeForm | None) -> None:
        """Ask what this policy asks. What was typed stays, and comes back when its part comes back."""
        parts = tuple(
            part for part in (form.parts if form else ()) if part[0] != SUMMARY and part[3] not in _ELSEWHERE
        )
        self._kept = {**self._kept, **self.values()}
        self._known = form is not None
        if parts == self._parts:
            return
        self._parts = parts
        for row in self._rows.values():
            self._grid.removeWidget(row)
            row.deleteLater()
        self._rows = {part[0]: _row(part) for part in parts}
        self._place()
        self.show_values(self._kept)
        for row in self._rows.values():
            row.changed.connect(self._changed)

    def values(self) -> dict[str, Any]:
        """The answers by part; parts without an answer are left out. Before a form is known, what was kept."""
        if not self._known:
            return dict(self._kept)
        found: dict[str, Any] = {}
        for part, row in self._rows.items():
            value: object = row.control.value() if isinstance(row, YesNo) else row.text()
            if isinstance(row, YesNo) and value is not None:
                value = value == "yes"
            if value not in {None, ""}:
                found[part] = value
        return found

    def show_values(self, values: Mapping[str, Any]) -> None:
        """Fill the fields in."""
        self._kept = dict(values)
        for part, row in self._rows.items():
            value = values.get(part)
            if isinstance(row, YesNo):
                row.control.choose(None if value is None else "yes" if value is True else "no")
            else:
                row.set_text("" if value is None else str(value))

    def point_out_missing(self) -> QWidget | None:
        """Say at each required part without an answer that it is needed; the first of them, or None."""
        answered = self.values()
        first: QWidget | None = None
        for part, _name, _hint, _kind, required in self._parts:
            missing = required and part not in answered
            if missing:
                text = QCoreApplication.translate("NewCase", "The policy asks for this.")
                self._rows[part].set_error(text)
                first = first or self._rows[part].control
        return first

    def field(self, part: str) -> Field | TextBox | YesNo | None:
        """The field of a part, if the policy asks for it."""
        return self._rows.get(part)

    def _place(self) -> None:
        line: list[tuple[QWidget, int]] = []
        row = 0
        for part, name, _hint, kind, _required in [*self._parts, ("", "", "", "", False)]:
            width = _COLUMNS if part == ERROR_MESSAGE or not part else _columns(name, kind)
            full = sum(taken for _widget, taken in line) + width > _COLUMNS
            if line and (full or (kind == "long_text") != isinstance(line[0][0], TextBox)):
                self._place_line(row, line)
                row, line = row + 1, []
            if part:
                line.append((self._rows[part], width))

    def _place_line(self, row: int, line: list[tuple[QWidget, int]]) -> None:
        spare, column = _COLUMNS - sum(taken for _widget, taken in line), 0
        for at, (widget, width) in enumerate(line):
            # What a line has left over goes to its last field; two words need no more room.
            last = at == len(line) - 1 and not isinstance(widget, YesNo)
            span = width + (spare if last else 0)
            self._grid.addWidget(widget, row, column, 1, span, Qt.AlignmentFlag.AlignTop)
            column += span

    def _changed(self, *_value: object) -> None:
        self.changed.emit()


def _columns(name: str, kind: str) -> int:
    """How many of the six columns a part takes: its kind's share, more for a longer name."""
    needed = math.ceil((theme().face(Type.LABEL).width(f"{name} {_REQUIRED}") + 12) / _COLUMN)
    return min(_COLUMNS, max(_WIDTHS.get(kind, 2), needed))


def _row(part: Part) -> Field | TextBox | YesNo:
    identifier, name, hint, kind, required = part
    title = f"{name} {_REQUIRED}" if required else name
    if kind == "yes_no":
        made: Field | TextBox | YesNo = YesNo(title, hint=hint)
    elif kind == "long_text":
        made = TextBox(title, lines=3, placeholder=hint)
    else:
        made = Field(title, placeholder=hint)
    if identifier == ERROR_MESSAGE:
        made.control.setFont(QFont(theme().face(Type.CODE).font))
    # The sign is for the eye; a reader is told in words.
    needed = QCoreApplication.translate("NewCase", "{name}, required").format(name=name)
    made.control.setAccessibleName(needed if required else name)
    made.control.setAccessibleDescription(hint)
    return made
