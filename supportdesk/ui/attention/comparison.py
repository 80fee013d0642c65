"""Two people's values side by side, one row a field; who they are stands above, what is chosen is tinted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.services.exchange.settling import Choice
from supportdesk.services.views.matters import Contested, ContestedField
from supportdesk.ui.attention.cells import ValueCell
from supportdesk.ui.attention.changed_words import changed_spans
from supportdesk.ui.exchange.act_words import field_name
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button
from supportdesk.ui.widgets.marks import AvatarMark, MarkView
from supportdesk.ui.widgets.painting import right_to_left, rounded
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent, QResizeEvent

_NAMES, _NAMES_AT_MOST = 96, 160
_BESIDE_NAMES = 28
_HEAD = 56
_ABOVE_WORDS, _ABOVE_NAME = 16, 12
_RADIUS = 10


@dataclass(frozen=True, slots=True)
class Side:
    """Whose values stand in a column, and when they were set."""

    person: UUID | None
    name: str
    title: str
    detail: str


class _Head(QWidget):
    """The head of a column."""

    all_asked = Signal()

    def __init__(self, side: Side, *, choosing: bool) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(label(side.title, Type.META_STRONG, "text", wrap=True))
        words.addWidget(ElidedLabel(side.detail, Type.META_NUMBERS, "text2"))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 14, 0)
        row.setSpacing(10)
        row.addWidget(MarkView(AvatarMark(side.person, side.name, 28)))
        row.addLayout(words, 1)
        self.take_all = Button(QCoreApplication.translate("Attention", "Take all of this"))
        self.take_all.setAccessibleDescription(side.title)
        self.take_all.clicked.connect(self.all_asked)
        row.addWidget(self.take_all)
        self.take_all.setVisible(choosing)

    def height_for(self, width: int) -> int:
        """How high it is at this width: the title may need a second line."""
        layout = self.layout()
        return max(theme().px(_HEAD), layout.totalHeightForWidth(width) + _ABOVE_WORDS if layout else 0)


class _Row:
    """One field: its name and the two cells."""

    def __init__(self, field: ContestedField, mine: ValueCell, theirs: ValueCell, parent: QWidget) -> None:
        self.field, self.mine, self.theirs = field, mine, theirs
        self.name = label(field_name(field.field), Type.BODY, "text2", wrap=True, parent=parent)

    def height_for(self, names: int, mine: int, theirs: int) -> int:
        """How high it is with columns of these widths."""
        name = self.name.heightForWidth(names - _BESIDE_NAMES) + _ABOVE_NAME + 4
        return max(name, self.mine.height_for(mine), self.theirs.height_for(theirs))

    def choice(self) -> Choice:
        if self.mine.isChecked() and self.theirs.isChecked():
            return Choice.BOTH
        return Choice.MINE if self.mine.isChecked() else Choice.THEIRS

    def choose(self, choice: Choice) -> None:
        self.mine.setChecked(choice is not Choice.THEIRS)
        self.theirs.setChecked(choice is not Choice.MINE)


class Comparison(QWidget):
    """`changed` comes when another value is chosen. Without `choosing` it only shows what was."""

    changed = Signal()

    def __init__(self, matter: Contested, mine: Side, theirs: Side, *, choosing: bool = True) -> None:
        super().__init__()
        self._choosing = choosing
        self._heads = (_Head(mine, choosing=choosing), _Head(theirs, choosing=choosing))
        for head in self._heads:
            head.setParent(self)
        self._heads[0].all_asked.connect(self._take_mine)
        self._heads[1].all_asked.connect(self._take_theirs)
        self.rows = [self._row(field, mine, theirs) for field in matter.fields]
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setAccessibleName(QCoreApplication.translate("Attention", "Two values for each field"))
        self._over = _Edges(self)
        self._place()

    def choices(self) -> Mapping[UUID, Choice]:
        """What each field keeps."""
        return {row.field.id: row.choice() for row in self.rows}

    def choose(self, choices: Mapping[UUID, Choice]) -> None:
        """Choose without telling."""
        for row in self.rows:
            if row.field.id in choices:
                row.choose(choices[row.field.id])

    def first(self) -> QWidget:
        """Where the keyboard begins: the chosen value of the first field."""
        row = self.rows[0]
        return row.mine if row.mine.isChecked() else row.theirs

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), _RADIUS, theme().colours.canvas)
            clip = QPainterPath()
            clip.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
            painter.setClipPath(clip)
            for row in self.rows:
                for cell in (row.mine, row.theirs):
                    if cell.isChecked():
                        painter.fillRect(self._whole_cell(cell, row), theme().colours.select)

    # ------------------------------------------------------------------ inside

    def _row(self, field: ContestedField, mine: Side, theirs: Side) -> _Row:
        name = field_name(field.field)
        standing = field.now if self._choosing else field.theirs
        here, there = changed_spans(field.mine.text, standing.text)
        cells = (
            ValueCell(field.mine, here, several=field.both, spoken=f"{name}, {mine.title}", parent=self),
            ValueCell(standing, there, several=field.both, spoken=f"{name}, {theirs.title}", parent=self),
        )
        row = _Row(field, *cells, self)
        # Nothing changes unless somebody chooses it; of texts both are kept.
        adopted = not self._choosing and field.state == "adopted"
        row.choose(Choice.MINE if adopted else Choice.BOTH if field.both else Choice.THEIRS)
        for cell in cells:
            cell.setEnabled(self._choosing)
            cell.clicked.connect(self._clicked)
            cell.stepped.connect(self._step)
        return row

    def _clicked(self) -> None:
        cell = self.sender()
        for row in self.rows:
            if cell in {row.mine, row.theirs}:
                other = row.theirs if cell is row.mine else row.mine
                if not row.field.both:
                    row.choose(Choice.MINE if cell is row.mine else Choice.THEIRS)
                elif not row.mine.isChecked() and not row.theirs.isChecked():
                    other.setChecked(True)
        self.update()
        self.changed.emit()

    def _step(self, key: Qt.Key) -> None:
        cell = self.sender()
        at = next(number for number, row in enumerate(self.rows) if cell in {row.mine, row.theirs})
        is_mine = cell is self.rows[at].mine
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            at = max(0, min(len(self.rows) - 1, at + (1 if key == Qt.Key.Key_Down else -1)))
        else:
            is_mine = (key == Qt.Key.Key_Left) != right_to_left()
        row = self.rows[at]
        (row.mine if is_mine else row.theirs).setFocus(Qt.FocusReason.TabFocusReason)

    def _take_mine(self) -> None:
        self._take(Choice.MINE)

    def _take_theirs(self) -> None:
        self._take(Choice.THEIRS)

    def _take(self, choice: Choice) -> None:
        for row in self.rows:
            row.choose(choice)
        self.update()
        self.changed.emit()

    def _place(self) -> None:
        """Lay everything out for the width there is; the height follows."""
        width = max(360, self.width())
        names = self._width_of_names()
        half = (width - names) // 2
        rest = width - names - half
        head = max(self._heads[0].height_for(half), self._heads[1].height_for(rest))
        self._put(self._heads[0], names, 0, half, head)
        self._put(self._heads[1], names + half, 0, rest, head)
        top = head
        lines = [head]
        for row in self.rows:
            inner = row.height_for(names, half, rest)
            self._put(row.name, 20, top + _ABOVE_NAME, names - _BESIDE_NAMES, inner - _ABOVE_NAME - 2)
            row.name.setAlignment(
                row.name.alignment() & ~Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTop
            )
            self._put(row.mine, names + 1, top + 1, half - 1, inner - 1)
            self._put(row.theirs, names + half + 1, top + 1, rest - 1, inner - 1)
            top += inner
            lines.append(top)
        self.setFixedHeight(top)
        self._over.show_edges(lines[:-1], names)

    def _width_of_names(self) -> int:
        widest = max(row.name.fontMetrics().horizontalAdvance(row.name.text()) for row in self.rows)
        return max(theme().px(_NAMES), min(theme().px(_NAMES_AT_MOST), widest + _BESIDE_NAMES + 8))

    def _put(self, part: QWidget, left: int, top: int, width: int, height: int) -> None:
        if right_to_left():
            left = max(360, self.width()) - left - width
        part.setGeometry(left, top, width, height)

    @staticmethod
    def _whole_cell(cell: ValueCell, _row: _Row) -> QRect:
        return cell.geometry()


class _Edges(QWidget):
    """The lines between cells and around them, over all that lies below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._across: list[int] = []
        self._names = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_edges(self, across: list[int], names: int) -> None:
        """Lines across at these heights, down after the names and in the middle of the rest."""
        self._across, self._names = across, names
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(0, 0, max(360, parent.width()), parent.height())
        self.raise_()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            half = (self.width() - self._names) // 2
            downs = [self._names, self._names + half]
            if right_to_left():
                downs = [self.width() - 1 - each for each in downs]
            outside = QPainterPath()
            outside.addRect(QRectF(self.rect()))
            inside = QPainterPath()
            inside.addRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillPath(outside.subtracted(inside), colours.canvas)
            for top in self._across:
                painter.fillRect(0, top, self.width(), 1, colours.line)
            for left in downs:
                painter.fillRect(left, 0, 1, self.height(), colours.line)
            rounded(painter, QRectF(self.rect()), _RADIUS, None, colours.line2)
