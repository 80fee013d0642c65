"""What each tab of the composer holds: texts and few fields, as plain values a draft can keep; nothing is sent here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.person.drafts import joined
from supportdesk.services.views import DraftKind
from supportdesk.ui import moments
from supportdesk.ui.case_detail.file_row import FileRow
from supportdesk.ui.case_detail.timeline_words import need_name
from supportdesk.ui.files.given import given_in, offers_files
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.choices import CheckBox
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from supportdesk.services.views import CaseDetail

NEEDS = ("steps", "screen_captures", "data_files", "log_files")


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What is to be sent: the tab, what it holds, and the stage after it (None: as it is).

    Without `held_back` it goes whatever the client wrote meanwhile.
    """

    kind: DraftKind
    values: dict[str, Any]
    stage: str | None
    held_back: bool = True


class Editor(QTextEdit):
    """The text of a sheet, without a frame; as high as its text between two lines and a third of the window.

    It holds plain text only. The richer widget is for the line height, which the plain one doesn't know.
    """

    left = Signal()
    given = Signal(object)  # files or a picture, where the text takes any

    def __init__(self, spoken: str, hint: str, *, least: int = 2) -> None:
        super().__init__()
        self._least = least
        self.takes_files = False
        self.setAcceptRichText(False)
        self.setProperty("bare", True)
        self.setPlaceholderText(hint)
        self.setAccessibleName(spoken)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self.updateGeometry)
        self._dress()
        theme().changed.connect(self._dress)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self.setPlainText(text)
        self._space_lines()

    def sizeHint(self) -> QSize:
        line = theme().face(Type.MESSAGE).line
        room = self.window().height() if self.window() is not None else 900
        most = max(self._least, int(room * 0.3 / line))
        lines = round(self.document().size().height() / line)
        return QSize(300, max(self._least, min(most, lines)) * line + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return (self.takes_files and offers_files(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        # Pasted or dropped, a file is meant itself, and not its address.
        if self.takes_files and offers_files(source):
            self.given.emit(given_in(source))
        else:
            super().insertFromMimeData(source)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _dress(self) -> None:
        self.setFont(theme().face(Type.MESSAGE).font)
        self._space_lines()

    def _space_lines(self) -> None:
        spacing = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        spacing.setLineHeight(theme().face(Type.MESSAGE).line, fixed)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        # How far lines stand apart is nothing a person did: it must not be undone by Ctrl+Z.
        self.document().setUndoRedoEnabled(False)
        cursor.mergeBlockFormat(spacing)
        self.document().setUndoRedoEnabled(True)


class Sheet(QWidget):
    """One tab. `changed` after every change by the person; values are plain and fit a draft."""

    changed = Signal()
    left = Signal()
    kind = DraftKind.REPLY

    def __init__(self, spoken: str, hint: str, *, least: int = 2) -> None:
        super().__init__()
        self.editor = Editor(spoken, hint, least=least)
        self.editor.textChanged.connect(self._tell)
        self.editor.left.connect(self._left)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 9, 14, 4)
        self.column.setSpacing(8)
        self._silent = False

    def show_case(self, case: CaseDetail, now: datetime, zone: tzinfo | None) -> None:
        """Offer what the case offers."""

    def text(self) -> str:
        """What was typed, without space around it."""
        return self.editor.toPlainText().strip()

    def values(self) -> dict[str, Any]:
        """Everything on the sheet."""
        return {"text": self.editor.toPlainText()}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Show these values, silently."""
        self._silent = True
        self._put(values)
        self._silent = False

    def fill_before(self, values: Mapping[str, Any]) -> None:
        """Show these values, silently, and what is there already after them; who types goes on typing."""
        if self.empty:
            self.fill(values)
            return
        cursor, length = self.editor.textCursor().position(), len(self.editor.toPlainText())
        self.fill(joined(values, self.values()))
        moved = self.editor.textCursor()
        moved.setPosition(cursor + len(self.editor.toPlainText()) - length)
        self.editor.setTextCursor(moved)

    def take_off(self, sent: Mapping[str, Any]) -> None:
        """Show, silently, what was written since this was sent; who types goes on typing."""
        there, words = self.values(), str(sent.get("text", ""))
        since = {name: value for name, value in there.items() if value != sent.get(name)}
        since["text"] = self.editor.toPlainText().removeprefix(words).lstrip()
        since["files"] = [file for file in there.get("files", ()) if file not in sent.get("files", ())]
        behind = len(self.editor.toPlainText()) - self.editor.textCursor().position()
        self.fill(since)
        moved = self.editor.textCursor()
        moved.setPosition(max(0, len(since["text"]) - behind))
        self.editor.setTextCursor(moved)

    def clear(self) -> None:
        """Empty the sheet, silently."""
        self.fill({})

    @property
    def empty(self) -> bool:
        """Whether there is nothing worth keeping."""
        return not self.text()

    @property
    def ready(self) -> bool:
        """Whether it can be sent."""
        return bool(self.text())

    def first(self) -> QWidget:
        """What gets the focus."""
        return self.editor

    def insert(self, text: str) -> None:
        """Put a text where the cursor is."""
        self.editor.insertPlainText(text)

    def _put(self, values: Mapping[str, Any]) -> None:
        text = str(values.get("text", ""))
        if text != self.editor.toPlainText():
            self.editor.show_text(text)

    def _tell(self) -> None:
        if not self._silent:
            self.changed.emit()

    def _left(self) -> None:
        self.left.emit()


class WrittenSheet(Sheet):
    """A text with files."""

    def __init__(self, spoken: str, hint: str) -> None:
        super().__init__(spoken, hint)
        self.editor.takes_files = True
        self.files = FileRow()
        self.files.changed.connect(self._tell)
        self.column.addWidget(self.editor)
        self.column.addWidget(self.files)

    @property
    def empty(self) -> bool:
        return super().empty and not self.files.files()

    def values(self) -> dict[str, Any]:
        kept: dict[str, Any] = super().values()
        if self.files.files():
            kept["files"] = [asdict(file) for file in self.files.files()]
        return kept

    def _put(self, values: Mapping[str, Any]) -> None:
        super()._put(values)
        self.files.show_files(files_of(values))


def files_of(values: Mapping[str, Any]) -> tuple[NewFile, ...]:
    """The files that a draft names."""
    return tuple(NewFile(**file) for file in values.get("files", ()))


class ReplySheet(WrittenSheet):
    """A word to the customer; with a checklist it becomes a request for information (SPK-9)."""

    kind = DraftKind.REPLY

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate("Composer", "Reply to the customer"),
            QCoreApplication.translate("Composer", "Write to the customer"),
        )
        self._needs = {need: CheckBox(need_name(need)) for need in NEEDS}
        self._other = QLineEdit()
        self._other.setPlaceholderText(
            QCoreApplication.translate("Composer", "Something else, in your words")
        )
        self._other.setAccessibleName(QCoreApplication.translate("Composer", "What else is needed"))
        self._list = QWidget()
        grid = QVBoxLayout(self._list)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        grid.addWidget(
            label(
                QCoreApplication.translate("Composer", "Needed from the customer; the case waits for it"),
                Type.SECTION,
                "muted",
            )
        )
        row: QHBoxLayout | None = None
        for number, box in enumerate(self._needs.values()):
            if number % 2 == 0 or row is None:
                row = QHBoxLayout()
                grid.addLayout(row)
            row.addWidget(box, 1)
            box.toggled.connect(self._ticked)
        grid.addWidget(self._other)
        self._other.textEdited.connect(self._named)
        self._list.hide()
        self.column.addWidget(self._list)

    @property
    def asks(self) -> bool:
        """Whether it is a request for information."""
        return self._list.isVisibleTo(self)

    def set_asking(self, asks: bool) -> None:
        """Show or hide the checklist."""
        self._list.setVisible(asks)
        self._tell()

    def items(self) -> tuple[str, ...]:
        """What is asked for: needs by name, the rest in words."""
        ticked = [need for need, box in self._needs.items() if box.isChecked()]
        other = self._other.text().strip()
        return (*ticked, other) if other else tuple(ticked)

    @property
    def empty(self) -> bool:
        return super().empty and not (self.asks and self.items())

    @property
    def ready(self) -> bool:
        return bool(self.items()) if self.asks else super().ready

    def values(self) -> dict[str, Any]:
        kept: dict[str, Any] = super().values()
        if self.asks:
            kept["items"] = list(self.items())
        return kept

    def _put(self, values: Mapping[str, Any]) -> None:
        super()._put(values)
        items: Sequence[str] | None = values.get("items")
        self._list.setVisible(items is not None)
        for need, box in self._needs.items():
            box.setChecked(need in (items or ()))
        others = [item for item in items or () if item not in NEEDS]
        self._other.setText(moments.listed(others))

    def _ticked(self, _on: bool) -> None:
        self._tell()

    def _named(self, _text: str) -> None:
        self._tell()


class NoteSheet(WrittenSheet):
    """An internal note; the customer never sees it."""

    kind = DraftKind.NOTE

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate("Composer", "Internal note"),
            QCoreApplication.translate("Composer", "Write a note that only your colleagues see"),
        )
