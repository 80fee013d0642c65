"""Open cases of each owner against the load that was agreed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF

from supportdesk.ui import labels, moments
from supportdesk.ui.dashboard import words
from supportdesk.ui.dashboard.rows import Rows
from supportdesk.ui.dashboard.spots import write
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.marks import AvatarMark
from supportdesk.ui.widgets.painting import elided, rounded, visual

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from supportdesk.services.views import Bar, CaseQuery

_BAR = 8
_TICK = 16


class Workload(Rows):
    """One bar a person; the tick is the agreed load, and what lies over it is said in words too."""

    row_height = 25
    most = 10

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Dashboard", "Workload"), parent)
        self._bars: tuple[Bar, ...] = ()

    def show_bars(self, bars: Sequence[Bar]) -> None:
        """Show other people."""
        self._bars = tuple(bars)
        self.settle()

    @property
    def has_limits(self) -> bool:
        """Whether a load was agreed with anybody."""
        return any(bar.limit is not None for bar in self._bars)

    def count(self) -> int:
        return len(self._bars)

    def nothing(self) -> str:
        return "" if self._bars else QCoreApplication.translate("Dashboard", "Nobody owns an open case.")

    def link(self, row: int) -> tuple[CaseQuery, str, str] | None:
        bar = self._bars[row]
        if bar.query is None:
            return None
        parts = [labels.followed_by(bar.label, words.cases(bar.value)), self._remark(bar)]
        if bar.limit is not None:
            agreed = QCoreApplication.translate("Dashboard", "agreed load {count}")
            parts.append(agreed.format(count=words.number(bar.limit)))
        return bar.query, bar.label, moments.listed(parts)

    def draw_row(self, painter: QPainter, row: int, box: QRectF, whole: QRectF) -> None:
        bar = self._bars[row]
        colours, face = theme().colours, theme().face(Type.META)
        name_room, figure_room, remark_room = self._rooms()
        avatar = visual(QRectF(0, round(box.center().y() - 9), 18, 18), whole)
        AvatarMark(bar.id, bar.label, 18).paint(painter, avatar.topLeft())
        name = visual(QRectF(26, box.top(), name_room, box.height()), whole)
        write(painter, name, elided(bar.label, face, name_room), Type.META)
        left = 26 + name_room + 12
        room = max(24.0, whole.width() - left - figure_room - remark_room - 12)
        height = theme().px(_BAR)
        track = QRectF(left, round(box.center().y() - height / 2), room, height)
        rounded(painter, visual(track, whole), 2.5, colours.hover)
        most = self._most()
        over = bar.limit is not None and bar.value > bar.limit
        width = max(4.0, room * bar.value / most)
        filled = QRectF(left, track.top(), width, height)
        rounded(painter, visual(filled, whole), 2.5, colours.s2 if over else colours.accent)
        if bar.limit is not None:
            tick_height = theme().px(_TICK)
            at = left + room * bar.limit / most
            tick = QRectF(round(at) - 1, round(box.center().y() - tick_height / 2), 2, tick_height)
            painter.fillRect(visual(tick, whole), colours.text)
        figure = visual(QRectF(left + room + 12, box.top(), figure_room, box.height()), whole)
        write(painter, figure, words.number(bar.value), Type.META_STRONG_NUMBERS)
        remark = visual(QRectF(left + room + 12 + figure_room, box.top(), remark_room, box.height()), whole)
        write(painter, remark, self._remark(bar), Type.META, "over_text")

    def _rooms(self) -> tuple[float, float, float]:
        """The widths of names, figures and remarks."""
        face, strong = theme().face(Type.META), theme().face(Type.META_STRONG_NUMBERS)
        names = max((face.width(bar.label) for bar in self._bars), default=0.0) + 2
        figures = max((strong.width(words.number(bar.value)) for bar in self._bars), default=0.0) + 8
        remarks = max((face.width(self._remark(bar)) for bar in self._bars), default=0.0) + 1
        return min(names, self.width() * 0.36), figures, remarks

    def _most(self) -> float:
        return max(1, *(max(bar.value, bar.limit or 0) for bar in self._bars)) * 1.04

    @staticmethod
    def _remark(bar: Bar) -> str:
        late = bar.marks[0] if bar.marks else 0
        over = bar.value - bar.limit if bar.limit is not None else 0
        late_text = QCoreApplication.translate("Dashboard", "%n late", None, late) if late else ""
        over_text = QCoreApplication.translate("Dashboard", "%n over", None, over) if over > 0 else ""
        if late_text and over_text:
            return QCoreApplication.translate("Dashboard", "{over}, {late}").format(
                over=over_text, late=late_text
            )
        return late_text or over_text


class AgreedLoad(Rows):
    """The sign below the workload that says what the tick means."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Dashboard", "agreed load"), parent)

    def count(self) -> int:
        return 1

    def link(self, row: int) -> None:
        return None

    def draw_row(self, painter: QPainter, row: int, box: QRectF, whole: QRectF) -> None:
        tick = visual(QRectF(1, round(box.center().y() - 6), 2, 12), whole)
        painter.fillRect(tick, theme().colours.text)
        text = visual(QRectF(10, box.top(), box.width() - 10, box.height()), whole)
        write(painter, text, self.accessibleName(), Type.HINT, "muted")
