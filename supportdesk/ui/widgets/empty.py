"""What an empty view shows: an icon, a sentence and the next useful action; the words are the view's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.painting import rounded
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class EmptyState(QWidget):
    """Centred in its room: icon, sentence, detail, action."""

    acted = Signal()

    def __init__(
        self,
        icon: str = "tray",
        sentence: str = "",
        detail: str = "",
        action: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = MarkView(IconMark(icon, "muted", 32))
        self._sentence = label("", Type.BODY_STRONG, "text", wrap=True)
        self._detail = label("", Type.META, "muted", wrap=True)
        self._action = Button()
        self._action.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(6)
        column.addStretch(2)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (self._sentence, self._detail):
            text.align(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(text)
        column.addSpacing(6)
        column.addWidget(self._action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self.say(icon, sentence, detail, action)

    def say(self, icon: str, sentence: str, detail: str = "", action: str = "") -> None:
        """Show other words; without an action there is no button."""
        self._icon.show_mark(IconMark(icon, "muted", 32))
        self._sentence.setText(sentence)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setAccessibleName(sentence)
        self.setAccessibleDescription(detail)


class EmptyCard(QWidget):
    """The same in one framed row, for a place between other things."""

    acted = Signal()

    def __init__(
        self, icon: str, sentence: str, detail: str = "", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(sentence, Type.BODY_STRONG, wrap=True))
        if detail:
            words.addWidget(label(detail, Type.META, "muted", wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(14)
        row.addWidget(MarkView(IconMark(icon, "text2", 26)))
        row.addLayout(words, 1)
        if action:
            button = Button(action)
            button.clicked.connect(self.acted)
            row.addWidget(button)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            rounded(painter, QRectF(self.rect()), 10, None, theme().colours.line)
