"""What a case will say once its contested fields are settled: chips and figures as the case itself will show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.domain.words import ClockKind
from supportdesk.ui import moments
from supportdesk.ui.attention.frame import Card
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.layouts import emptied
from supportdesk.ui.widgets.marks import AvatarMark, IconMark, Mark, MarkView, SeverityMark, StageMark
from supportdesk.ui.widgets.painting import draw_text, rounded, visual
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QPaintEvent

    from supportdesk.services.views import CaseDetail
    from supportdesk.services.views.matters import ContestedField, Preview, Said


class Shown(QWidget):
    """A value as a chip that can't be pressed."""

    def __init__(self, text: str, mark: Mark | None = None) -> None:
        super().__init__()
        self._text, self._mark = text, mark
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        mark = self._mark.size + 6 if self._mark is not None else 0
        return QSize(round(theme().face(Type.META).width(self._text) + mark + 19), theme().px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            whole = QRectF(self.rect())
            rounded(painter, whole, 6, colours.canvas, colours.line2)
            left = 9.0
            if self._mark is not None:
                spot = visual(
                    QRectF(left, (whole.height() - self._mark.size) / 2, self._mark.size, self._mark.size),
                    whole,
                )
                self._mark.paint(painter, spot.topLeft())
                left += self._mark.size + 6
            box = visual(QRectF(left, 0, whole.width() - left - 4, whole.height()), whole)
            draw_text(painter, box, self._text, theme().face(Type.META), colours.text)


class Outcome(Card):
    """The box under *The case will say*."""

    def __init__(self) -> None:
        super().__init__()
        self._chips = QHBoxLayout()
        self._chips.setSpacing(10)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.column.addLayout(self._chips)
        self.column.addLayout(self._lines)

    def show_preview(
        self,
        found: Preview,
        kept: list[tuple[ContestedField, list[Said]]],
        now: datetime,
        zone: tzinfo | None,
    ) -> None:
        """Show what a choice comes to; `kept` are the fields with the values that stay."""
        emptied(self._chips)
        emptied(self._lines)
        if found.refused:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(MarkView(IconMark("warning-circle", "over_text", 15)))
            row.addWidget(label(found.refused, Type.BODY, "over_text", wrap=True), 1)
            self._lines.addLayout(row)
            return
        if found.case is not None:
            self._show_case(found.case, now, zone)
        for field, values in kept:
            if field.field in _IN_CHIPS and found.case is not None:
                continue
            for said in values:
                self._lines.addWidget(label(said.text, Type.BODY, "text", wrap=True))
        self._chips.addStretch(1)

    def _show_case(self, case: CaseDetail, now: datetime, zone: tzinfo | None) -> None:
        self._chips.addWidget(Shown(case.stage.name, StageMark(case.stage.look)))
        severity = case.severity_verified or case.severity_claimed
        if severity is not None:
            mark = SeverityMark(severity.rank, size=15)
            self._chips.addWidget(Shown(f"{severity.code} {severity.name}", mark))
        if case.owner is not None:
            self._chips.addWidget(Shown(case.owner.name, AvatarMark(case.owner.id, case.owner.name, 16)))
        clock = next((each for each in case.clocks if each.deadline.due_at is not None), None)
        if clock is not None and clock.deadline.due_at is not None:
            due = moments.due_moment(clock.deadline.due_at, now, zone)
            words = (
                QCoreApplication.translate("Attention", "First response due {moment}")
                if clock.kind is ClockKind.FIRST_RESPONSE
                else QCoreApplication.translate("Attention", "Next update due {moment}")
            )
            self._chips.addWidget(label(words.format(moment=due), Type.META_NUMBERS, "text2"))
        elif any(each.deadline.state == "paused" for each in case.clocks):
            paused = QCoreApplication.translate("Attention", "Deadlines are paused")
            self._chips.addWidget(label(paused, Type.META, "text2"))


_IN_CHIPS = frozenset({"stage", "severity_verified", "severity_claimed", "owner"})
