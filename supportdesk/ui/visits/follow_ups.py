"""The cases that came of a visit, one row each; a row opens its case, a link makes another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.ui import moments
from supportdesk.ui.labels import short_number
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.visits.sections import Rows, SectionHead
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.layouts import emptied
from supportdesk.ui.widgets.marks import AvatarMark, MarkView, SeverityMark
from supportdesk.ui.widgets.painting import rounded
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, tzinfo
    from uuid import UUID

    from PySide6.QtGui import QPaintEvent

    from supportdesk.services.views import CaseRow
    from supportdesk.services.views.visits import FollowUp


class _CaseRow(Button):
    asked = Signal(object)

    def __init__(self, case: CaseRow, now: datetime, zone: tzinfo | None) -> None:
        super().__init__("", ButtonKind.FLAT)
        self._case_id = case.id
        due = case.deadline.due_at
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(10)
        if case.severity_rank <= 4:
            mark = SeverityMark(case.severity_rank, case.severity_verified)
            row.addWidget(MarkView(mark, case.severity_code))
        number = moments.ltr(short_number(case.number, now.year))
        row.addWidget(label(number, Type.BODY_NUMBERS, "muted"))
        row.addWidget(ElidedLabel(case.title, Type.BODY, "text"), 1)
        said = case.stage
        if due is not None:
            words = QCoreApplication.translate("Visits", "due {moment}")
            said = words.format(moment=moments.due_moment(due, now, zone))
        row.addWidget(ElidedLabel(said, Type.META, "muted"))
        row.addWidget(MarkView(AvatarMark(case.owner_id, case.owner_name, 18), case.owner_name))
        self.setAccessibleName(moments.listed((case.number, case.title, said)))
        self.setFixedHeight(theme().px(34))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._asked)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.underMouse() or self.isDown():
            with QPainter(self) as painter:
                rounded(painter, self.rect().toRectF(), 8, theme().colours.hover)

    def _asked(self) -> None:
        self.asked.emit(self._case_id)


class FollowUps(QWidget):
    """`opened` carries a case, `making_asked` comes with the link."""

    opened = Signal(object)
    making_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.head = SectionHead(
            QCoreApplication.translate("Visits", "Follow-up"),
            QCoreApplication.translate("Visits", "cases opened from this visit"),
            QCoreApplication.translate("Visits", "Make a case from a recommendation"),
        )
        self.head.acted.connect(self.making_asked)
        self._frame = Rows()
        self._frame.hide()
        self._shown: tuple[FollowUp, ...] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(7)
        column.addWidget(self.head)
        column.addWidget(self._frame)

    def show_cases(
        self, found: Sequence[FollowUp], *, open_lines: int, now: datetime, zone: tzinfo | None
    ) -> None:
        """Show these; a case can be made while some line of the recommendations has none."""
        if tuple(found) != self._shown:
            self._shown = tuple(found)
            emptied(self._frame.column)
            for each in found:
                row = _CaseRow(each.case, now, zone)
                row.asked.connect(self._open)
                self._frame.column.addWidget(row)
        self._frame.setVisible(bool(found))
        self.head.link.setEnabled(open_lines > 0)
        why = QCoreApplication.translate("Visits", "Every recommendation has its case, or there is none yet")
        self.head.link.setToolTip("" if open_lines else why)
        hint = QCoreApplication.translate("Visits", "cases opened from this visit")
        self.head.say(hint if found else QCoreApplication.translate("Visits", "none yet"))

    @property
    def rows(self) -> list[_CaseRow]:
        """The rows in view."""
        return [row for row in self._frame.findChildren(_CaseRow) if not row.isHidden()]

    def _open(self, case_id: UUID) -> None:
        self.opened.emit(case_id)
