"""System health as a table: the points that the policy wants checked, those of the report, and a row to add one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from supportdesk.rules.cases.visit_report import CheckedPoint, Health
from supportdesk.ui import moments
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.visits.health import HealthChoice
from supportdesk.ui.visits.sections import Rows, SectionHead
from supportdesk.ui.visits.words import health_sum
from supportdesk.ui.widgets.painting import margins, right_to_left, rounded
from supportdesk.ui.widgets.texts import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_ROW = 34
_LONGEST_NAME = 200


class Bare(QLineEdit):
    """A line without a frame inside a row; the row shows where the keyboard is."""

    left = Signal()

    def __init__(self, spoken: str, hint: str) -> None:
        super().__init__()
        self.setProperty("bare", True)
        self.setAccessibleName(spoken)
        self.setPlaceholderText(hint)
        self.setFont(theme().face(Type.META_NUMBERS).font)
        self.editingFinished.connect(self.left)


class LineRow(QWidget):
    """A row with bare lines in it; the one that has the keyboard is framed."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme().px(_ROW))
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(margins(12, 0, 10, 0))
        self.row.setSpacing(12)

    def hold(self, line: QLineEdit) -> QLineEdit:
        """Frame this line while it has the keyboard."""
        line.installEventFilter(self)
        return line

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        focus = self.focusWidget()
        if isinstance(focus, QLineEdit) and focus.hasFocus():
            with QPainter(self) as painter:
                box = QRectF(focus.geometry()).adjusted(-6, -1, 6, 1)
                box.setTop(4)
                box.setBottom(self.height() - 4)
                rounded(painter, box, 5, theme().colours.canvas, theme().colours.focus, 2)


class CheckRow(LineRow):
    """One point: its name, a remark once it has a state, the state."""

    changed = Signal()
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        remark = QCoreApplication.translate("Visits", "Remark")
        self.remark = Bare(moments.listed((name, remark)), remark)
        # Beside the state, whatever direction the remark itself has.
        end = Qt.AlignmentFlag.AlignLeft if right_to_left() else Qt.AlignmentFlag.AlignRight
        self.remark.setAlignment(end | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self.health = HealthChoice(name)
        self.row.addWidget(ElidedLabel(name, Type.BODY, "text"), 4)
        self.row.addWidget(self.hold(self.remark), 3)
        self.row.addWidget(self.health)
        self.health.chosen.connect(self._chosen)
        self.remark.textEdited.connect(self.changed)
        self.remark.left.connect(self.left)
        self.remark.setMinimumWidth(70)
        self._offer_remark()

    def show_point(self, point: CheckedPoint | None) -> None:
        """Show how it was found; None where nobody looked yet."""
        self.health.choose(point.health if point is not None else None)
        text = point.remark if point is not None else ""
        if self.remark.text() != text:
            self.remark.setText(text)
            # Of one that is too long for its place the beginning shows.
            self.remark.setCursorPosition(0)
        self.remark.setToolTip(text)
        self._offer_remark()

    def point(self) -> CheckedPoint | None:
        """What is shown; None without a state."""
        health = self.health.value()
        return CheckedPoint(self.name, health, self.remark.text()) if health is not None else None

    def set_read_only(self, read_only: bool) -> None:
        """Let it be read only."""
        self.health.set_read_only(read_only)
        self.remark.setReadOnly(read_only)
        self.remark.setPlaceholderText("" if read_only else QCoreApplication.translate("Visits", "Remark"))

    def _offer_remark(self) -> None:
        # A remark belongs to a state; it stays in its place until there is one again.
        self.remark.setEnabled(self.health.value() is not None)
        self.remark.setVisible(self.health.value() is not None)

    def _chosen(self, _health: Health | None) -> None:
        self._offer_remark()
        self.changed.emit()


class NewCheckRow(LineRow):
    """A point that is being added: it is one as soon as it has a name and a state."""

    added = Signal(str, object)
    edited = Signal(str)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        hint = QCoreApplication.translate("Visits", "What was checked")
        self.line = Bare(hint, hint)
        self.line.setFont(theme().face(Type.BODY).font)
        self.line.setMaxLength(_LONGEST_NAME)
        self.health = HealthChoice(hint)
        self.row.addWidget(self.hold(self.line), 1)
        self.row.addWidget(self.health)
        self.line.textEdited.connect(self.edited)
        self.line.left.connect(self._left)
        self.health.chosen.connect(self._chosen)

    def begin(self, text: str = "") -> None:
        """Show it with this name."""
        self.line.setText(text)
        self.health.choose(None)
        self.show()

    def _left(self) -> None:
        if not self.line.text().strip() and not self.health.hasFocus():
            self.hide()
            self.given_up.emit()

    def _chosen(self, health: Health | None) -> None:
        name = self.line.text().strip()
        if name and health is not None:
            self.hide()
            self.added.emit(name, health)
        else:
            self.health.choose(None)
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)


class Checks(QWidget):
    """`edited` carries the checked points; `naming` the name of one that has no state yet."""

    edited = Signal(object)
    naming = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.head = SectionHead(
            QCoreApplication.translate("Visits", "System health"),
            link=QCoreApplication.translate("Visits", "Add a check"),
        )
        self.head.acted.connect(self.add)
        self.rows: list[CheckRow] = []
        self._frame = Rows()
        self.new = NewCheckRow()
        self.new.added.connect(self._added)
        self.new.edited.connect(self.naming)
        self.new.given_up.connect(self._given_up)
        self._read_only = False
        self._frame.column.addWidget(self.new)
        self.new.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(self.head)
        column.addWidget(self._frame)

    def show_points(self, asked: Sequence[str], points: Sequence[CheckedPoint]) -> None:
        """Show the points that are asked for, and those that were added; rows that are there stay."""
        names = list(dict.fromkeys((*asked, *(point.name for point in points))))
        if names != [row.name for row in self.rows]:
            self._make_rows(names)
        found = {point.name: point for point in points}
        for row in self.rows:
            if row.point() != found.get(row.name):
                row.show_point(found.get(row.name))
        self._sum_up()

    def show_naming(self, name: str) -> None:
        """Show the name of a check that has no state yet."""
        if name and self.new.isHidden():
            self.new.begin(name)
            self._sum_up()

    def points(self) -> tuple[CheckedPoint, ...]:
        """What was checked."""
        return tuple(point for row in self.rows if (point := row.point()) is not None)

    def set_read_only(self, read_only: bool) -> None:
        """Let it be read only."""
        self._read_only = read_only
        self.head.link.setVisible(not read_only)
        if read_only:
            self.new.hide()
        for row in self.rows:
            row.set_read_only(read_only)

    def add(self) -> None:
        """Let a check be added."""
        if self.new.isHidden():
            self.new.begin()
        self._sum_up()
        self.new.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_rows(self, names: Sequence[str]) -> None:
        known = {row.name: row for row in self.rows}
        for name, row in known.items():
            self._frame.column.removeWidget(row)
            if name not in names:
                row.hide()
                row.deleteLater()
        self.rows = []
        for at, name in enumerate(names):
            row = known.get(name) or self._made(name)
            self._frame.column.insertWidget(at, row)
            self.rows.append(row)
        self._frame.column.update()

    def _made(self, name: str) -> CheckRow:
        row = CheckRow(name)
        row.set_read_only(self._read_only)
        row.changed.connect(self._edited)
        row.left.connect(self.left)
        return row

    def _added(self, name: str, health: Health) -> None:
        row = next((each for each in self.rows if each.name == name), None)
        if row is None:
            row = self._made(name)
            self._frame.column.insertWidget(len(self.rows), row)
            self.rows.append(row)
        row.show_point(CheckedPoint(name, health, row.remark.text()))
        self.naming.emit("")
        self._edited()
        row.remark.setFocus(Qt.FocusReason.TabFocusReason)

    def _given_up(self) -> None:
        self.naming.emit("")
        self._sum_up()

    def _edited(self) -> None:
        self._sum_up()
        self.edited.emit(self.points())

    def _sum_up(self) -> None:
        self.head.say(health_sum(self.points()))
        self._frame.setVisible(bool(self.rows) or not self.new.isHidden())
        self._frame.update()
