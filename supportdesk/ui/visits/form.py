"""The middle of a visit's report: times, health, what was found and done, what is recommended, what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from supportdesk.ui.visits.checks import Checks
from supportdesk.ui.visits.follow_ups import FollowUps
from supportdesk.ui.visits.sections import SectionHead, TextArea
from supportdesk.ui.visits.spare_parts import SpareParts
from supportdesk.ui.visits.times_row import TimesRow
from supportdesk.ui.visits.words import case_numbers
from supportdesk.ui.widgets.choices import CheckBox

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QResizeEvent

    from supportdesk.services.views.visits import VisitView

_SIDE_BY_SIDE = 460
TEXTS = ("problems", "work_done", "recommendations", "client_suggestions")


class Titled(QWidget):
    """A heading above a long text."""

    def __init__(
        self, title: str, hint: str = "", *, least: int = 3, placeholder: str = "", link: str = ""
    ) -> None:
        super().__init__()
        self.head = SectionHead(title, hint, link)
        self.area = TextArea(title, placeholder, least=least)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(self.head)
        column.addWidget(self.area, 1)

    def set_error(self, sentence: str) -> None:
        """Say what is wrong; empty when nothing is."""
        self.head.set_error(sentence)
        self.area.set_wrong(bool(sentence))


class ReportForm(QWidget):
    """`edited` carries the name of a field or part and its value; `left` comes when the keyboard leaves one.

    `cases_asked` comes where other cases are wanted.
    """

    edited = Signal(str, object)
    naming = Signal(str)
    left = Signal()
    cases_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.times = TimesRow()
        self.checks = Checks()
        one_a_line = QCoreApplication.translate("Visits", "one a line")
        self.texts = {
            "problems": Titled(QCoreApplication.translate("Visits", "Problems found"), least=2),
            "work_done": Titled(
                QCoreApplication.translate("Visits", "Work done"),
                link=QCoreApplication.translate("Visits", "Change cases…"),
            ),
            "recommendations": Titled(
                QCoreApplication.translate("Visits", "Recommendations"), one_a_line, least=4
            ),
            "client_suggestions": Titled(
                QCoreApplication.translate("Visits", "Client’s suggestions"),
                QCoreApplication.translate("Visits", "in their own words"),
            ),
        }
        self.passed_on = CheckBox(QCoreApplication.translate("Visits", "Pass to product management"))
        self.parts = SpareParts()
        self.follow_ups = FollowUps()
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()

    def show_visit(
        self, view: VisitView, held: Callable[[str], bool], *, now: datetime, zone: tzinfo | None, anew: bool
    ) -> None:
        """Show a visit; what `held` names is being typed and stays."""
        report = view.report
        self.times.show_visit(view, held, zone, now)
        if not held("performance"):
            self.checks.show_points(view.checks, report.performance)
        for name, text in self.texts.items():
            if not held(name):
                text.area.show_text(getattr(report, name))
        if not held("passed_on"):
            self.passed_on.setChecked(report.passed_on)
        if not held("spare_parts"):
            self.parts.show_parts(report.spare_parts, anew=anew)
        numbers = case_numbers((case.number for case in view.cases), now.year)
        linked = QCoreApplication.translate("Visits", "linked to {cases}").format(cases=numbers)
        self.texts["work_done"].head.say(linked if numbers else "")
        self.follow_ups.show_cases(view.follow_ups, open_lines=open_lines(view), now=now, zone=zone)

    def set_read_only(self, read_only: bool) -> None:
        """Let it be read only."""
        self.times.set_read_only(read_only)
        self.checks.set_read_only(read_only)
        self.parts.set_read_only(read_only)
        for text in self.texts.values():
            text.area.edit.setReadOnly(read_only)
            text.area.update()
        self.passed_on.setEnabled(not read_only)
        self.texts["work_done"].head.link.setHidden(read_only)

    def mark(self, missing: frozenset[str]) -> None:
        """Mark the parts without which it can't be finished, and no others."""
        needed = QCoreApplication.translate("Visits", "This is needed before the visit can be finished.")
        self.times.mark(missing)
        self.checks.head.set_error(needed if "performance" in missing else "")
        for name, text in self.texts.items():
            text.set_error(needed if name in missing else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= _SIDE_BY_SIDE
        directions = QBoxLayout.Direction
        self._pair.setDirection(directions.LeftToRight if wide else directions.TopToBottom)

    def _lay_out(self) -> None:
        suggestions = self.texts["client_suggestions"].area
        suggestions.column.insertStretch(1, 1)
        suggestions.below.addWidget(self.passed_on)
        self._pair.setSpacing(12)
        self._pair.addWidget(self.texts["recommendations"], 1)
        self._pair.addWidget(self.texts["client_suggestions"], 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.times)
        column.addWidget(self.checks)
        column.addWidget(self.texts["problems"])
        column.addWidget(self.texts["work_done"])
        column.addLayout(self._pair)
        column.addWidget(self.parts)
        column.addWidget(self.follow_ups)

    def _connect(self) -> None:
        self.times.edited.connect(self.edited)
        self.times.left.connect(self.left)
        self.checks.edited.connect(self._checked)
        self.checks.naming.connect(self.naming)
        self.checks.left.connect(self.left)
        self.parts.edited.connect(self._parts_edited)
        self.parts.left.connect(self.left)
        self.passed_on.clicked.connect(self._passed_on)
        self.texts["work_done"].head.acted.connect(self.cases_asked)
        for text in self.texts.values():
            text.area.edited.connect(self._typed)
            text.area.left.connect(self.left)

    def _typed(self) -> None:
        area = self.sender()
        name = next(name for name, text in self.texts.items() if text.area is area)
        self.edited.emit(name, self.texts[name].area.text())

    def _checked(self, points: object) -> None:
        self.edited.emit("performance", points)

    def _parts_edited(self, parts: object) -> None:
        self.edited.emit("spare_parts", parts)

    def _passed_on(self, on: bool) -> None:
        self.edited.emit("passed_on", on)


def open_lines(view: VisitView) -> int:
    """How many recommendations no case came of yet."""
    taken = {each.recommendation for each in view.follow_ups}
    lines = {line.strip() for line in view.report.recommendations.splitlines()}
    return len({line for line in lines if line} - taken)
