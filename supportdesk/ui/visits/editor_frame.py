"""The frame of the report's editor: head, scrolling form, photos and acceptance beside or below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.ui.theme import theme
from supportdesk.ui.visits.acceptance import AcceptancePanel
from supportdesk.ui.visits.changes import Changes
from supportdesk.ui.visits.editor_parts import EditorFoot, EditorHead, SavedLine
from supportdesk.ui.visits.form import ReportForm
from supportdesk.ui.visits.late_words import LateWords
from supportdesk.ui.visits.paper_line import PaperLine
from supportdesk.ui.visits.photos import PhotosPanel
from supportdesk.ui.widgets.dialog import ScrollColumn
from supportdesk.ui.widgets.messages import Banner, error_banner
from supportdesk.ui.widgets.painting import margins, right_to_left
from supportdesk.ui.widgets.scrolling import OverlayScrollBar
from supportdesk.ui.widgets.texts import Line

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from supportdesk.domain.errors import KnownError
    from supportdesk.ui.pages import Shell
    from supportdesk.ui.visits.photo_desk import Shelves

_SIDE_BESIDE, _SIDE_WIDTH, _SIDE_LEAST = 740, 283, 244


class EditorFrame(QWidget):
    """The parts of the editor in their places."""

    def __init__(self, shell: Shell, shelves: Shelves | None = None) -> None:
        super().__init__()
        self._shell = shell
        self._refusal: Banner | None = None
        self.head = EditorHead()
        self.saved = SavedLine(shell)
        self.late, self.paper_line, self.changes = LateWords(shell), PaperLine(), Changes()
        self.form = ReportForm()
        self.photos, self.acceptance = PhotosPanel(shell, shelves), AcceptancePanel(shell)
        self.foot = EditorFoot()
        self._lay_out()

    @property
    def refusal(self) -> Banner | None:
        """What was refused, if anything was."""
        return self._refusal

    def refuse(self, error: KnownError) -> None:
        """Say in place why something was not done."""
        self.drop_refusal()
        self._refusal = error_banner(error)
        self._refusal.dismissed.connect(self.drop_refusal)
        self.paper.column.insertWidget(0, self._refusal)

    def drop_refusal(self) -> None:
        """Forget what was refused."""
        if self._refusal is not None:
            self._refusal.hide()
            self._refusal.deleteLater()
            self._refusal = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            wide = not self._side.isHidden()
            side = self._side.width() if wide else 0
            at = side if right_to_left() else 0
            painter.fillRect(at, theme().px(48), self.width() - side, 1, colours.line)
            if wide:
                edge = side if right_to_left() else self.width() - side - 1
                painter.fillRect(edge, 0, 1, self.height(), colours.line)

    def _lay_out(self) -> None:
        self.paper = ScrollColumn((20, 13, 20, 24), 14)
        OverlayScrollBar(self.paper)
        self.paper.column.addWidget(self.saved)
        self.paper.column.addWidget(self.late)
        self.paper.column.addWidget(self.paper_line)
        self.paper.column.addWidget(self.changes)
        self.paper.column.addWidget(self.form)
        self.paper.column.addStretch(1)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.head)
        middle.addSpacing(1)
        middle.addWidget(self.paper, 1)
        self._side_scroll = ScrollColumn((18, 18, 18, 12), 12)
        OverlayScrollBar(self._side_scroll)
        self._beside = _Beside(self.photos, self.acceptance)
        self._side_scroll.column.addWidget(self._beside)
        self._side_scroll.column.addStretch(1)
        self._side = QWidget()
        self._side_column = QVBoxLayout(self._side)
        self._side_column.setContentsMargins(0, 0, 0, 0)
        self._side_column.setSpacing(0)
        self._side_column.addWidget(self._side_scroll, 1)
        self._side_column.addWidget(self.foot)
        self.foot.setContentsMargins(margins(18, 8, 18, 14))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(middle, 1)
        row.addSpacing(1)
        row.addWidget(self._side)

    def _arrange(self) -> None:
        """Photos and acceptance beside the form where there is room, else below it."""
        wide = self.width() >= theme().px(_SIDE_BESIDE)
        column = self._side_scroll.column if wide else self.paper.column
        self._side.setVisible(wide)
        self._side.setFixedWidth(
            min(theme().px(_SIDE_WIDTH), max(theme().px(_SIDE_LEAST), self.width() // 3))
        )
        if column.indexOf(self._beside) < 0:
            below = 0 if wide else column.indexOf(self.form) + 1
            column.insertWidget(below, self._beside)
            if wide:
                self._side_column.addWidget(self.foot)
            else:
                column.insertWidget(below + 1, self.foot)
            self.foot.setContentsMargins(margins(18, 8, 18, 14) if wide else margins(0, 8, 0, 0))


class _Beside(QWidget):
    """What stands beside the form: photos, a line, the client's acceptance."""

    def __init__(self, photos: QWidget, acceptance: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(photos)
        column.addWidget(Line())
        column.addWidget(acceptance)
