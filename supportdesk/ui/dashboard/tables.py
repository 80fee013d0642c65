"""Tables of the dashboard: branches and clients, contracts and what is left of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt

from supportdesk.services.views import CaseQuery, ViewKind
from supportdesk.ui import moments
from supportdesk.ui.dashboard import words
from supportdesk.ui.dashboard.rows import Rows
from supportdesk.ui.dashboard.spots import write
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.marks import paint_ticket, ticket_size
from supportdesk.ui.widgets.painting import elided, visual

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from supportdesk.services.views import BranchLine, ContractLine

_TRAILING = Qt.AlignmentFlag.AlignTrailing
_LARGEST_TICKET = 20


class BranchTable(Rows):
    """Open, late and in time, of branches or of clients; the head is named once, above the first table."""

    row_height = 22
    most = 8

    def __init__(self, title: str, nothing: str, *, head: bool, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._lines: tuple[BranchLine, ...] = ()
        self._target: float | None = None
        self._nothing, self._head = nothing, head

    def show_lines(self, lines: Sequence[BranchLine], target: float | None = None) -> None:
        """Show other lines; shares that reach the target, or miss it by far, stand out."""
        self._lines, self._target = tuple(lines), target
        self.settle()

    def count(self) -> int:
        return len(self._lines)

    def nothing(self) -> str:
        return "" if self._lines else self._nothing

    def top(self) -> float:
        return theme().px(20) if self._head else 0.0

    def link(self, row: int) -> tuple[CaseQuery, str, str] | None:
        line = self._lines[row]
        spoken = QCoreApplication.translate("Dashboard", "{name}: {open} open, {late} late, {share} in time")
        return (
            line.query,
            line.name,
            spoken.format(name=line.name, open=line.open, late=line.late, share=words.share(line.in_time)),
        )

    def draw(self, painter: QPainter, whole: QRectF) -> None:
        if self._head:
            for title, box in zip(
                _titles(), self._cells(QRectF(0, 0, whole.width(), self.top())), strict=True
            ):
                write(painter, visual(box, whole), title, Type.HINT, "muted", _TRAILING)
        super().draw(painter, whole)

    def draw_row(self, painter: QPainter, row: int, box: QRectF, whole: QRectF) -> None:
        line = self._lines[row]
        face = theme().face(Type.META)
        cells = self._cells(box)
        room = cells[0].left() - 4
        write(
            painter,
            visual(QRectF(0, box.top(), room, box.height()), whole),
            elided(line.name, face, room),
            Type.META,
        )
        late = words.number(line.late) if line.late else words.NOTHING
        values = (
            (words.number(line.open), Type.META_NUMBERS, "text"),
            (
                late,
                Type.META_STRONG_NUMBERS if line.late else Type.META,
                "over_text" if line.late else "muted",
            ),
            (words.share(line.in_time), Type.META_NUMBERS, words.share_tint(line.in_time, self._target)),
        )
        for cell, (text, role, tint) in zip(cells, values, strict=True):
            write(painter, visual(cell, whole), text, role, tint, _TRAILING)

    def _cells(self, box: QRectF) -> list[QRectF]:
        """Open, late and in time, at the end of the row; as wide as their titles and figures need."""
        face, hint = theme().face(Type.META_STRONG_NUMBERS), theme().face(Type.HINT)
        figures = (
            [words.number(line.open) for line in self._lines],
            [words.number(line.late) for line in self._lines],
            ["100.0 %"],
        )
        cells, right = [], box.right()
        for title, texts in zip(reversed(_titles()), reversed(figures), strict=True):
            width = max(hint.width(title), face.width("99"), *(face.width(text) for text in texts)) + 10
            cells.append(QRectF(right - width, box.top(), width, box.height()))
            right -= width
        return list(reversed(cells))


def _titles() -> tuple[str, str, str]:
    return (
        QCoreApplication.translate("Dashboard", "open"),
        QCoreApplication.translate("Dashboard", "late"),
        QCoreApplication.translate("Dashboard", "in time"),
    )


class ContractTable(Rows):
    """What ends or runs out first: client, contract, what is left, what becomes of it."""

    row_height = 26
    most = 8

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("Dashboard", "Contracts and incidents left"), parent)
        self._lines: tuple[ContractLine, ...] = ()
        self._today = date.min

    def show_lines(self, lines: Sequence[ContractLine], today: date) -> None:
        """Show other contracts; `today` is the day at this desk."""
        self._lines, self._today = tuple(lines), today
        self.settle()

    def count(self) -> int:
        return len(self._lines)

    def nothing(self) -> str:
        if self._lines:
            return ""
        return QCoreApplication.translate(
            "Dashboard", "No contract, warranty or season ticket ends or runs out soon."
        )

    def link(self, row: int) -> tuple[CaseQuery, str, str] | None:
        line = self._lines[row]
        query = CaseQuery(view=ViewKind.ALL_OPEN, search=f"client:{line.organisation_id}")
        state = words.contract_state(line, self._today)[2]
        parts = (line.organisation, words.contract_kind(line), words.incidents_left(line), state)
        return query, line.organisation, moments.listed(parts)

    def draw_row(self, painter: QPainter, row: int, box: QRectF, whole: QRectF) -> None:
        line = self._lines[row]
        colours = theme().colours
        if row:
            painter.fillRect(QRectF(whole.left(), box.top(), whole.width(), 1), colours.line)
        name, kind, left, state = self._cells(box)
        face, medium = theme().face(Type.META), theme().face(Type.LABEL)
        write(painter, visual(name, whole), elided(line.organisation, medium, name.width() - 8), Type.LABEL)
        plan = elided(words.contract_kind(line), face, kind.width() - 8)
        write(painter, visual(kind, whole), plan, Type.META, "text2")
        self._draw_left(painter, line, left, whole)
        icon, tint, text = words.contract_state(line, self._today)
        spot = visual(QRectF(state.left(), box.center().y() - 7, 14, 14), whole)
        draw_icon(painter, QPointF(round(spot.left()), round(spot.top())), icon, 14, colours.named(tint))
        words_box = state.adjusted(20, 0, 0, 0)
        write(painter, visual(words_box, whole), elided(text, face, words_box.width()), Type.META, tint)

    @staticmethod
    def _draw_left(painter: QPainter, line: ContractLine, cell: QRectF, whole: QRectF) -> None:
        text = words.incidents_left(line)
        if line.left is None or line.size is None:
            return
        size = ticket_size(line.size)
        drawn = line.size <= _LARGEST_TICKET and size.width() + 16 < cell.width() * 0.62
        at = 0.0
        if drawn:
            block = QRectF(cell.left(), cell.center().y() - 6, size.width(), size.height())
            box = visual(block, whole)
            paint_ticket(painter, QPointF(round(box.left()), round(box.top())), line.left, line.size)
            at = cell.width() * 0.62
        rest = visual(cell.adjusted(at, 0, 0, 0), whole)
        write(painter, rest, text, Type.META_NUMBERS, "text2")

    @staticmethod
    def _cells(box: QRectF) -> list[QRectF]:
        shares = (0.18, 0.18, 0.30, 0.34)
        cells, left = [], box.left()
        for share in shares:
            cells.append(QRectF(left, box.top(), box.width() * share, box.height()))
            left += box.width() * share
        return cells
