"""The backlog: open cases by stage, each bar split by severity in fixed order, every count printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtWidgets import QSizePolicy

from supportdesk.services.views import CaseQuery, ViewKind
from supportdesk.ui import labels
from supportdesk.ui.dashboard import words
from supportdesk.ui.dashboard.rows import Rows
from supportdesk.ui.dashboard.spots import Place, SpotChart, write
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.marks import SeverityMark, StageMark
from supportdesk.ui.widgets.painting import elided, rounded, visual

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from supportdesk.services.views import Bar

RANKS = (1, 2, 3, 4, 9)
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_GAP = 1.0
_BAR = 14


@dataclass(frozen=True, slots=True)
class _Look:
    fill: str
    edge: str
    ink: str


# Severity 4 is an outline and no severity is a pale block, so that they differ without colour too.
_LOOKS = {
    1: _Look("s1", "", "s1_on"),
    2: _Look("s2", "", "s2_on"),
    3: _Look("s3", "s3_edge", "s3_on"),
    4: _Look("canvas", "s4_edge", "s4_digit"),
    9: _Look("pause_bg", "pause_bg", "pause"),
}


class Backlog(Rows):
    """One bar a stage. Of many stages those with most cases are in view, in their own order."""

    most = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Dashboard", "Backlog"), parent)
        self._bars: tuple[Bar, ...] = ()
        self._front: tuple[Bar, ...] = ()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other stages."""
        self._bars = tuple(bars)
        largest = sorted(range(len(bars)), key=lambda at: -bars[at].value)[: self.most]
        self._front = tuple(bars[at] for at in sorted(largest))
        self.settle()

    def count(self) -> int:
        return len(self._bars)

    @property
    def _in_view(self) -> tuple[Bar, ...]:
        return self._bars if self.shown() == len(self._bars) else self._front

    def nothing(self) -> str:
        return "" if self._bars else QCoreApplication.translate("Dashboard", "No case is open.")

    def link(self, row: int) -> tuple[CaseQuery, str, str] | None:
        bar = self._in_view[row]
        if bar.query is None:
            return None
        parts = [
            labels.followed_by(labels.severity_spoken(rank, ""), str(count))
            for rank, count in zip(RANKS, bar.marks, strict=False)
            if count
        ]
        spoken = f"{labels.followed_by(bar.label, words.cases(bar.value))}. {', '.join(parts)}"
        return bar.query, bar.label, spoken

    def draw_row(self, painter: QPainter, row: int, box: QRectF, whole: QRectF) -> None:
        bar = self._in_view[row]
        face = theme().face(Type.META)
        name_room = self._name_room()
        dot = visual(QRectF(2, box.center().y() - 3.5, 7, 7), whole)
        StageMark(bar.look).paint(painter, QPointF(round(dot.left()), round(dot.top())))
        name = visual(QRectF(16, box.top(), name_room - 16, box.height()), whole)
        write(painter, name, elided(bar.label, face, name_room - 16), Type.META, "text2")
        left = name_room + 12
        scale = self._scale()
        height = theme().px(_BAR)
        for rank, count in zip(RANKS, bar.marks, strict=False):
            if not count:
                continue
            width = _segment(count, scale)
            part = visual(QRectF(left, round(box.center().y() - height / 2), width, height), whole)
            look = _LOOKS[rank]
            edge = theme().colours.named(look.edge) if look.edge else None
            rounded(painter, part, 2.5, theme().colours.named(look.fill), edge)
            write(painter, part, words.number(count), Type.MARK, look.ink, _CENTRE)
            left += width + _GAP
        total = visual(QRectF(left + 7, box.top(), 60, box.height()), whole)
        write(painter, total, words.number(bar.value), Type.META_STRONG_NUMBERS)

    def _name_room(self) -> float:
        face = theme().face(Type.META)
        widest = max((face.width(bar.label) for bar in self._bars), default=0.0) + 18
        return min(widest, self.width() * 0.4)

    def _scale(self) -> float:
        """Pixels for each case, so that the longest bar and its total just fit."""
        room = self.width() - self._name_room() - 12 - self._total_room()
        low, high = 0.0, max(1.0, room)
        for _ in range(24):
            middle = (low + high) / 2
            widest = max(
                sum(_segment(count, middle) + _GAP for count in bar.marks if count) for bar in self._bars
            )
            low, high = (middle, high) if widest <= room else (low, middle)
        # Few cases make no long bars.
        return min(low, 24.0)

    def _total_room(self) -> float:
        face = theme().face(Type.META_STRONG_NUMBERS)
        return max(face.width(words.number(bar.value)) for bar in self._bars) + 12


def _segment(count: int, scale: float) -> float:
    """As wide as its share, but never narrower than its number."""
    return max(count * scale, theme().face(Type.MARK).width(words.number(count)) + 7)


class SeverityTotals(SpotChart):
    """The totals by severity beside the title; each opens its list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Dashboard", "Open cases by severity"), parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._totals: tuple[tuple[int, int], ...] = ()
        self._query = CaseQuery(view=ViewKind.ALL_OPEN)

    def show_totals(self, totals: Sequence[int], query: CaseQuery | None) -> None:
        """Show other totals for ranks 1 to 4 and 9; `query` lists all of these cases."""
        self._totals = tuple(
            (rank, total) for rank, total in zip(RANKS, totals, strict=True) if total or rank != 9
        )
        if not any(total for _rank, total in self._totals):
            self._totals = ()
        self._query = query or CaseQuery(view=ViewKind.ALL_OPEN)
        self.setFixedSize(self.sizeHint())
        self.settle()

    def sizeHint(self) -> QSize:
        boxes = self._boxes()
        return QSize(round(boxes[-1].right()) if boxes else 0, theme().px(20))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def places(self) -> Sequence[Place]:
        whole = QRectF(self.rect())
        return [
            Place(
                visual(box, whole),
                replace(self._query, severity_ranks=frozenset({rank})),
                labels.severity_spoken(rank, ""),
                labels.followed_by(labels.severity_spoken(rank, ""), words.cases(total)),
            )
            for (rank, total), box in zip(self._totals, self._boxes(), strict=True)
        ]

    def draw(self, painter: QPainter, whole: QRectF) -> None:
        for (rank, total), box in zip(self._totals, self._boxes(), strict=True):
            size = 15.0 if rank in _LOOKS and rank != 9 else 0.0
            mark = visual(QRectF(box.left() + 4, box.center().y() - 7.5, 15, 15), whole)
            if size:
                SeverityMark(rank, size=15).paint(painter, mark.topLeft().toPoint().toPointF())
            text = visual(box.adjusted(4 + (20 if size else 0), 0, -2, 0), whole)
            write(painter, text, self._text(rank, total), Type.META_NUMBERS, "text2")

    @staticmethod
    def _text(rank: int, total: int) -> str:
        if rank != 9:
            return words.number(total)
        return QCoreApplication.translate("Dashboard", "{count} without").format(count=words.number(total))

    def _boxes(self) -> list[QRectF]:
        face = theme().face(Type.META_NUMBERS)
        boxes, left = [], 0.0
        for rank, total in self._totals:
            width = face.width(self._text(rank, total)) + (30 if rank != 9 else 10)
            boxes.append(QRectF(left, 0, width, theme().px(20)))
            left += width + 2
        return boxes
