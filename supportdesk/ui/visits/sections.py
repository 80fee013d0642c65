"""The building blocks of the report's page: headings with a word beside them, framed rows, a box for long text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.painting import margins, rounded
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent, QResizeEvent

RADIUS = 6
_MOST_LINES = 14


class SectionHead(QWidget):
    """A heading, a quiet word beside it, perhaps a link at the end, and below it what is wrong, if anything is."""

    acted = Signal()

    def __init__(self, title: str, hint: str = "", link: str = "") -> None:
        super().__init__()
        self.title = label(title, Type.BODY_STRONG)
        self._hint = ElidedLabel(hint, Type.META, "muted")
        self.link = Button(link, ButtonKind.LINK)
        self.link.clicked.connect(self.acted)
        self._error = label("", Type.META, "over_text", wrap=True)
        self._error_row = QWidget()
        wrong = QHBoxLayout(self._error_row)
        wrong.setContentsMargins(0, 0, 0, 2)
        wrong.setSpacing(5)
        wrong.addWidget(MarkView(IconMark("warning-circle", "over_text", 13)))
        wrong.addWidget(self._error, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self._hint, 1)
        row.addWidget(self.link)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._error_row)
        # Shown before they have a parent, they would be windows of their own for a moment.
        self._error_row.hide()
        self.link.setVisible(bool(link))

    def say(self, hint: str) -> None:
        """Say something else beside the title."""
        self._hint.setText(hint)

    def set_error(self, sentence: str) -> None:
        """Say what is wrong below the title; empty when nothing is."""
        self._error.setText(sentence)
        self._error_row.setVisible(bool(sentence))

    @property
    def error(self) -> str:
        """What is wrong, as shown."""
        return self._error.text()


class Rows(QWidget):
    """Rows in one frame, parted by lines; as high as they are together."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 1, 1, 1)
        self.column.setSpacing(1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            rounded(painter, QRectF(self.rect()), 9, colours.canvas, colours.line2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            for at in range(self.column.count() - 1):
                item = self.column.itemAt(at)
                widget = item.widget() if item is not None else None
                if widget is not None and not widget.isHidden():
                    painter.fillRect(1, widget.geometry().bottom() + 1, self.width() - 2, 1, colours.line)


class LongText(QPlainTextEdit):
    """Plain text without a frame, as high as its lines between few and many; then it scrolls by itself."""

    left = Signal()

    def __init__(self, spoken: str, hint: str, least: int) -> None:
        super().__init__()
        self._least = least
        self.setProperty("bare", True)
        self.setAccessibleName(spoken)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._grow)
        self._dress()
        theme().changed.connect(self._dress)

    def show_text(self, text: str) -> None:
        """Show another text, the cursor where it was; the same text is left as it is."""
        if text == self.toPlainText():
            return
        at = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(text)))
        self.setTextCursor(cursor)

    def sizeHint(self) -> QSize:
        spacing = self.fontMetrics().lineSpacing()
        # A plain text's document counts its height in lines.
        lines = max(self._least, min(_MOST_LINES, round(self.document().size().height())))
        return QSize(200, lines * spacing + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A page that is scrolled goes on where a text would stop it.
        if self.hasFocus() and self.verticalScrollBar().maximum() > 0:
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _grow(self) -> None:
        height = self.sizeHint().height()
        if height != self.height():
            self.setFixedHeight(height)

    def _dress(self) -> None:
        self.setFont(theme().face(Type.MESSAGE).font)
        self._grow()


class TextArea(QWidget):
    """A long text in the frame of an input, with room for something below it in the same frame."""

    edited = Signal()
    left = Signal()

    def __init__(self, spoken: str, hint: str = "", *, least: int = 3) -> None:
        super().__init__()
        self.edit = LongText(spoken, hint, least)
        self.edit.textChanged.connect(self._typed)
        self.edit.left.connect(self.left)
        self.edit.installEventFilter(self)
        self._wrong = self._showing = False
        self.below = QHBoxLayout()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margins(10, 7, 8, 8))
        self.column.setSpacing(6)
        self.column.addWidget(self.edit)
        self.column.addLayout(self.below)
        self.column.addStretch(1)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def text(self) -> str:
        """What is typed, as it is."""
        return self.edit.toPlainText()

    def show_text(self, text: str) -> None:
        """Show another text; `edited` stays silent."""
        self._showing = True
        self.edit.show_text(text)
        self._showing = False

    def set_wrong(self, wrong: bool) -> None:
        """Mark it, or no more."""
        self._wrong = wrong
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            whole = QRectF(self.rect())
            read_only = self.edit.isReadOnly()
            if self.edit.hasFocus():
                rounded(painter, whole, RADIUS, colours.canvas, colours.focus, 2)
            else:
                edge = colours.over_text if self._wrong else colours.line2 if read_only else colours.field
                rounded(painter, whole, RADIUS, colours.sunken if read_only else colours.canvas, edge)

    def _typed(self) -> None:
        if not self._showing:
            self.edited.emit()
