"""Where a session leads: the tool's own fields, checked while they are typed; it starts nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.domain.errors import KnownError
from supportdesk.remote.targets import Reason, Target, TargetRefused, make_target, normalised, shown
from supportdesk.remote.tool import Field as ToolField
from supportdesk.remote.tool import Form, Mode, System, Tool
from supportdesk.ui.remote import words
from supportdesk.ui.remote.tool_words import field_name
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.chips import Chip
from supportdesk.ui.widgets.fields import Field
from supportdesk.ui.widgets.layouts import emptied
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from supportdesk.remote.targets import Allowed

_MOST_BEFORE = 3


class TargetForm(QWidget):
    """One field for each hole of the tool in this mode. `changed` when a value was typed or taken."""

    changed = Signal()

    def __init__(self, system: System, allowed: Allowed) -> None:
        super().__init__()
        self._system, self._allowed = system, allowed
        self._tool: Tool | None = None
        self._mode = Mode.CONTROL
        self._needed: tuple[ToolField, ...] = ()
        self._before: tuple[str, ...] = ()
        self.fields: dict[str, Field] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)

    def show_tool(self, tool: Tool, mode: Mode, values: Mapping[str, str], before: Sequence[str]) -> None:
        """Ask for what this tool needs; `before` are the ids that it led to before, offered with a click."""
        self._tool, self._mode = tool, mode
        self._needed = tool.needed(mode, self._system)
        self._before = tuple(before)
        emptied(self._column)
        self.fields = {}
        for field in self._needed:
            made = Field(field_name(field), placeholder=field.example if field.form is not Form.LINK else "")
            # What is typed here is read from left to right in any language.
            made.control.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            made.set_text(self._as_shown(field, values.get(field.hole, "")))
            made.changed.connect(self._typed)
            self.fields[field.hole] = made
            self._column.addWidget(made)
        self._offer_before()
        self._check()
        self.setVisible(bool(self._needed))

    def values(self) -> dict[str, str]:
        """What was typed, by hole."""
        return {hole: field.text() for hole, field in self.fields.items()}

    def target(self) -> Target | None:
        """Where it leads; None while something is missing or refused."""
        if self._tool is None:
            return None
        try:
            return make_target(
                self._tool, self._system, self.values(), mode=self._mode, allowed=self._allowed
            )
        except KnownError:
            return None

    def remote_id(self) -> str:
        """The values as a session is logged with them; empty while one is missing or refused."""
        target = self.target()
        return " ".join(target.values[field.hole] for field in self._needed) if target is not None else ""

    def first_gap(self) -> QWidget | None:
        """The first field that is empty or refused."""
        for field in self.fields.values():
            if field.error or not field.text():
                return field.control
        return None

    def take(self, remote_id: str) -> None:
        """Fill in an id of before."""
        for hole, value in split_id(self._needed, remote_id).items():
            field = next(each for each in self._needed if each.hole == hole)
            self.fields[hole].set_text(self._as_shown(field, value))
        self._typed()

    def _offer_before(self) -> None:
        others = [each for each in self._before if split_id(self._needed, each)]
        if len(others) < 2:
            return
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(label(QCoreApplication.translate("Remote", "Used before"), Type.META, "muted"))
        for each in others[:_MOST_BEFORE]:
            chip = Chip(words.identity(each), caret=False, strong=False)
            chip.setProperty("remote_id", each)
            chip.clicked.connect(self._taken)
            row.addWidget(chip)
        row.addStretch(1)
        self._column.addLayout(row)

    def _taken(self) -> None:
        chip = self.sender()
        if chip is not None:
            self.take(str(chip.property("remote_id")))

    def _typed(self, _text: str = "") -> None:
        self._check()
        self.changed.emit()

    def _check(self) -> None:
        for field in self._needed:
            row = self.fields[field.hole]
            row.set_error(self._refusal(field, row.text()))

    def _refusal(self, field: ToolField, typed: str) -> str:
        if self._tool is None or not typed:
            return ""
        try:
            normalised(self._tool, field, typed, self._allowed)
        except TargetRefused as error:
            longer = self._allowed.longer
            return "" if error.reason is Reason.MISSING else words.refused_value(error, longer=longer)
        return ""

    def _as_shown(self, field: ToolField, value: str) -> str:
        if self._tool is None or not value:
            return value
        try:
            return shown(field, normalised(self._tool, field, value, self._allowed))
        except TargetRefused:
            return value


def split_id(needed: Sequence[ToolField], remote_id: str) -> dict[str, str]:
    """A logged id as the fields it was made of; empty where it doesn't belong to such fields."""
    parts = remote_id.split(" ")
    if not remote_id or len(parts) != len(needed):
        return {}
    return {field.hole: part for field, part in zip(needed, parts, strict=True)}
