"""The line above a list that was searched: a word nobody understood, or that there are more cases than are listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.painting import rounded
from supportdesk.ui.widgets.texts import LeadText

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from supportdesk.services.views import ListShape


class ListNotice(QWidget):
    """In view only while there is something to say. `narrow_asked` wants the filter."""

    narrow_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = LeadText("", "", "soon")
        narrow = Button(QCoreApplication.translate("CaseList", "Narrow it…"), ButtonKind.FLAT)
        narrow.set_tint("soon")
        narrow.clicked.connect(self.narrow_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(narrow)
        self.hide()

    def show_shape(self, shape: ListShape) -> None:
        """Say what is to be known of a list."""
        lead = rest = ""
        if shape.problem:
            lead = shape.problem
        elif shape.capped:
            figure = QLocale().toString(shape.count)
            lead = QCoreApplication.translate(
                "CaseList", "There are more than the {count} cases listed here."
            ).format(count=figure)
            rest = QCoreApplication.translate(
                "CaseList",
                "Add a word or a field, such as owner:me or logged:>2026-01-01, to find the others.",
            )
        self._text.say(lead, rest)
        self.setAccessibleName(" ".join(filter(None, (lead, rest))))
        self.setVisible(bool(lead))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), 0, theme().colours.soon_bg)
