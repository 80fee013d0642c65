"""What each tab of the composer holds: texts and few fields, as plain values a draft can keep; nothing is sent here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QSize, Qt, QTime, Signal
from PySide6.QtGui import QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from supportdesk.services.views import DraftKind
from supportdesk.ui.case_detail.timeline_words import need_name
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.choices import CheckBox, Segmented
from supportdesk.ui.widgets.fields import Combo
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from supportdesk.services.views import CaseDetail

NEEDS = ("steps", "screen_captures", "data_files", "log_files")


class Editor(QTextEdit):
    """The text of a sheet, without a frame; as high as its text between two lines and a third of the window.

    It holds plain text only. The richer widget is for the line height, which the plain one doesn't know.
    """

    left = Signal()

    def __init__(self, spoken: str, hint: str, *, least: int = 2) -> None:
        super().__init__()
        self._least = least
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


class ReplySheet(Sheet):
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
        self.column.addWidget(self.editor)
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
        self._other.setText(", ".join(others))

    def _ticked(self, _on: bool) -> None:
        self._tell()

    def _named(self, _text: str) -> None:
        self._tell()


class NoteSheet(Sheet):
    """An internal note; the customer never sees it."""

    kind = DraftKind.NOTE

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate("Composer", "Internal note"),
            QCoreApplication.translate("Composer", "Write a note that only your colleagues see"),
        )
        self.column.addWidget(self.editor)


class CallSheet(Sheet):
    """What was said on the phone: who called whom and how long it took."""

    kind = DraftKind.CALL

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate("Composer", "What was said"),
            QCoreApplication.translate("Composer", "What was said on the phone"),
        )
        self._direction = Segmented()
        self._direction.setAccessibleName(QCoreApplication.translate("Composer", "Who called"))
        self._direction.offer(
            [
                ("incoming", QCoreApplication.translate("Composer", "They called"), None),
                ("outgoing", QCoreApplication.translate("Composer", "We called"), None),
            ]
        )
        self._direction.choose("incoming")
        self._direction.chosen.connect(self._turned)
        self._minutes = _minutes_box(5)
        self._minutes.valueChanged.connect(self._set)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._direction)
        row.addWidget(self._minutes)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.editor)

    def values(self) -> dict[str, Any]:
        return {
            **super().values(),
            "direction": self._direction.value(),
            "minutes": self._minutes.value(),
        }

    def first(self) -> QWidget:
        return self.editor

    def _put(self, values: Mapping[str, Any]) -> None:
        super()._put(values)
        self._direction.choose(values.get("direction", "incoming"))
        self._minutes.setValue(int(values.get("minutes", 5)))

    def _turned(self, _way: object) -> None:
        self._tell()

    def _set(self, _value: int) -> None:
        self._tell()


class RemoteSheet(Sheet):
    """A remote session that took place: tool, length, consent, what was done."""

    kind = DraftKind.REMOTE

    def __init__(self) -> None:
        super().__init__(
            QCoreApplication.translate("Composer", "What was done in the session"),
            QCoreApplication.translate("Composer", "What was done in the session"),
        )
        self._tool = QLineEdit("TeamViewer")
        self._tool.setAccessibleName(QCoreApplication.translate("Composer", "Tool"))
        self._tool.setMaximumWidth(150)
        self._minutes = _minutes_box(20)
        self._consent = QLineEdit()
        self._consent.setAccessibleName(QCoreApplication.translate("Composer", "Who gave consent"))
        self._consent.setPlaceholderText(QCoreApplication.translate("Composer", "Who gave consent"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for field in (self._tool, self._minutes, self._consent):
            row.addWidget(field)
        self._tool.textEdited.connect(self._named)
        self._consent.textEdited.connect(self._named)
        self._minutes.valueChanged.connect(self._set)
        self.column.addLayout(row)
        self.column.addWidget(self.editor)

    def show_case(self, case: CaseDetail, now: datetime, zone: tzinfo | None) -> None:
        if not self._consent.text() and self.empty:
            self._consent.setText(case.contact)

    @property
    def ready(self) -> bool:
        return bool(self._tool.text().strip()) and bool(self.text())

    def values(self) -> dict[str, Any]:
        return {
            **super().values(),
            "tool": self._tool.text().strip(),
            "minutes": self._minutes.value(),
            "consent": self._consent.text().strip(),
        }

    def _put(self, values: Mapping[str, Any]) -> None:
        super()._put(values)
        self._tool.setText(str(values.get("tool", "TeamViewer")))
        self._minutes.setValue(int(values.get("minutes", 20)))
        self._consent.setText(str(values.get("consent", self._consent.text())))

    def _named(self, _text: str) -> None:
        self._tell()

    def _set(self, _value: int) -> None:
        self._tell()


class VisitSheet(Sheet):
    """A visit to plan: when, and who goes."""

    kind = DraftKind.VISIT

    def __init__(self) -> None:
        super().__init__("", "")
        self.editor.hide()
        self._zone: tzinfo | None = None
        self._touched = False
        self._when = QDateTimeEdit()
        self._when.setCalendarPopup(True)
        self._when.setDisplayFormat("ddd d MMM yyyy  HH:mm")
        self._when.setAccessibleName(QCoreApplication.translate("Composer", "When the visit is planned"))
        self._who = Combo()
        self._who.setAccessibleName(QCoreApplication.translate("Composer", "Who goes"))
        self._when.dateTimeChanged.connect(self._moved)
        self._who.activated.connect(self._picked)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._when)
        row.addWidget(self._who, 1)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def show_case(self, case: CaseDetail, now: datetime, zone: tzinfo | None) -> None:
        self._zone = zone
        chosen = self._who.currentData()
        self._who.clear()
        for person in case.agents:
            self._who.addItem(person.name, str(person.id))
        wanted = chosen or (str(case.owner.id) if case.owner else None)
        self._who.setCurrentIndex(max(0, self._who.findData(wanted)))
        if not self._touched:
            morning = (now.astimezone(zone) + timedelta(days=1)).date()
            self._silent = True
            self._when.setDateTime(_shown(morning, 9, 0))
            self._silent = False

    @property
    def empty(self) -> bool:
        return not self._touched

    @property
    def ready(self) -> bool:
        return self._who.currentData() is not None

    def first(self) -> QWidget:
        return self._when

    def values(self) -> dict[str, Any]:
        return {"at": self.planned_at().isoformat(), "engineer": self._who.currentData() or ""}

    def planned_at(self) -> datetime:
        """The chosen instant in UTC."""
        shown = self._when.dateTime()
        day, at = shown.date(), shown.time()
        local = datetime(day.year(), day.month(), day.day(), at.hour(), at.minute(), tzinfo=self._zone)
        return local.astimezone(UTC)

    def _put(self, values: Mapping[str, Any]) -> None:
        self._touched = bool(values.get("at"))
        if self._touched:
            local = datetime.fromisoformat(str(values["at"])).astimezone(self._zone)
            self._when.setDateTime(_shown(local.date(), local.hour, local.minute))
            self._who.setCurrentIndex(max(0, self._who.findData(str(values.get("engineer", "")))))

    def engineer(self) -> UUID:
        """Who goes."""
        return UUID(str(self._who.currentData()))

    def _moved(self, _when: QDateTime) -> None:
        self._touch()

    def _picked(self, _row: int) -> None:
        self._touch()

    def _touch(self) -> None:
        if not self._silent:
            self._touched = True
            self._tell()


def _minutes_box(start: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(1, 24 * 60)
    box.setValue(start)
    box.setSuffix(QCoreApplication.translate("Composer", " min"))
    box.setAccessibleName(QCoreApplication.translate("Composer", "Length in minutes"))
    box.setFixedWidth(92)
    return box


def _shown(day: date, hour: int, minute: int) -> QDateTime:
    return QDateTime(QDate(day.year, day.month, day.day), QTime(hour, minute))
