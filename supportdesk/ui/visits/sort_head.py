"""The heads of a list's columns: a press sorts by one, another turns the order round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.visits.reports_model import columns, titles
from supportdesk.ui.widgets.painting import draw_text, elided, rounded, visual

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from supportdesk.services.views.visit_plans import ReportSort

_HEIGHT = 30
_CARET = 12


class _Head(QAbstractButton):
    asked = Signal(object)

    def __init__(self, title: str, sort: ReportSort | None, parent: QWidget) -> None:
        super().__init__(parent)
        sorts = sort is not None
        self._sort = sort
        self.clicked.connect(self._ask)
        self.setText(title)
        self.order = 0
        self.setEnabled(sorts)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if sorts else Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def _ask(self) -> None:
        self.asked.emit(self._sort)

    def sizeHint(self) -> QSize:
        return QSize(60, theme().px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours, whole = theme().colours, QRectF(self.rect())
            if self.hasFocus():
                rounded(painter, whole.adjusted(-6, 4, -8, -4), 4, None, colours.focus, 2)
            face = theme().face(Type.SECTION)
            ink = colours.text if self.order or self.underMouse() else colours.text2
            text = elided(self.text(), face, whole.width() - _CARET - 14)
            box = QRectF(0, 0, whole.width(), whole.height())
            draw_text(painter, visual(box, whole), text, face, ink)
            if self.order:
                spot = QRectF(face.width(text) + 4, (whole.height() - _CARET) / 2, _CARET, _CARET)
                icon = "caret-down-fill" if self.order < 0 else "caret-up-fill"
                place = visual(spot, whole)
                draw_icon(painter, QPointF(round(place.x()), round(place.y())), icon, _CARET, ink)


class SortHead(QWidget):
    """`sorted_by` carries what the pressed column is sorted by."""

    sorted_by = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.heads: list[_Head] = []
        self.setFixedHeight(theme().px(_HEIGHT))
        for sort, title in titles():
            head = _Head(title, sort, self)
            head.asked.connect(self.sorted_by)
            self.heads.append(head)

    def show_order(self, sort: ReportSort, *, descending: bool) -> None:
        """Mark the column that the list is sorted by."""
        for head, (key, title) in zip(self.heads, titles(), strict=True):
            head.order = (-1 if descending else 1) if key == sort else 0
            words = {
                -1: QCoreApplication.translate("Visits", "{title}, sorted downwards"),
                1: QCoreApplication.translate("Visits", "{title}, sorted upwards"),
            }.get(head.order, "{title}")
            head.setAccessibleName(words.format(title=title))
            head.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        whole = QRectF(self.rect())
        for head, (left, width) in zip(self.heads, columns(whole.width()), strict=True):
            head.setGeometry(visual(QRectF(left, 0, width, whole.height()), whole).toRect())

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            painter.fillRect(self.rect(), colours.sunken)
            painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line)
