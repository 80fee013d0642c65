"""Form rows: a label above a control and one sentence below where something is wrong; checking is the owner's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.painting import visual
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent, QWheelEvent

_Control = TypeVar("_Control", bound=QWidget)


class FormRow(QWidget, Generic[_Control]):
    """A control with its label, a hint beside the label, and an error line that takes no room while empty."""

    def __init__(
        self, title: str, control: _Control, *, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._title = label(title, Type.LABEL, "text2")
        self._title.setBuddy(control)
        self._hint = ElidedLabel(hint, Type.META, "muted")
        self._error = label("", Type.META, "over_text", wrap=True)
        self._error_row = QWidget()
        control.setAccessibleName(title)
        control.setAccessibleDescription(hint)
        self._lay_out()

    def set_title(self, title: str, hint: str = "") -> None:
        """Name the control anew."""
        self._title.setText(title)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.control.setAccessibleName(title)
        self.control.setAccessibleDescription(hint)

    def set_error(self, sentence: str) -> None:
        """Say in one sentence what is wrong with the value; empty when nothing is."""
        self._error.setText(sentence)
        self._error_row.setVisible(bool(sentence))
        self.control.setProperty("wrong", bool(sentence))
        self.control.setAccessibleDescription(sentence or self._hint.text())
        # A style sheet looks at a property only when told to.
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)
        self.control.update()

    @property
    def error(self) -> str:
        """What is wrong with the value, as shown; empty when nothing is."""
        return self._error.text()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addWidget(self._hint, 1)
        foot = QHBoxLayout(self._error_row)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(5)
        foot.addWidget(MarkView(IconMark("warning-circle", "over_text", 13)))
        foot.addWidget(self._error, 1)
        self._error_row.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.control)
        column.addWidget(self._error_row)
        # Shown before it has a parent, it would be a window of its own for a moment.
        self._hint.setVisible(bool(self._hint.text()))


class Field(FormRow[QLineEdit]):
    """One line of text with label and error line."""

    changed = Signal(str)

    def __init__(
        self,
        title: str,
        *,
        text: str = "",
        placeholder: str = "",
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        edit = QLineEdit(text)
        edit.setPlaceholderText(placeholder)
        super().__init__(title, edit, hint=hint, parent=parent)
        edit.textEdited.connect(self._edited)

    def text(self) -> str:
        """What was typed, without spaces around it."""
        return self.control.text().strip()

    def set_text(self, text: str) -> None:
        """Show another text; `changed` stays silent."""
        self.control.setText(text)

    def _edited(self, text: str) -> None:
        if self.error:
            self.set_error("")
        self.changed.emit(text)


class TextBox(FormRow[QPlainTextEdit]):
    """Several lines of plain text with label and error line; `lines` is its height."""

    changed = Signal()

    def __init__(
        self,
        title: str,
        *,
        lines: int = 4,
        placeholder: str = "",
        hint: str = "",
        role: Type = Type.BODY,
        parent: QWidget | None = None,
    ) -> None:
        edit = QPlainTextEdit()
        edit.setPlaceholderText(placeholder)
        edit.setTabChangesFocus(True)
        edit.setFont(theme().face(role).font)
        edit.setFixedHeight(theme().face(role).line * lines + 14)
        super().__init__(title, edit, hint=hint, parent=parent)
        edit.textChanged.connect(self._edited)

    def text(self) -> str:
        """What was typed, without space around it."""
        return self.control.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Show another text."""
        self.control.setPlainText(text)

    def _edited(self) -> None:
        if self.error:
            self.set_error("")
        self.changed.emit()


def paint_caret(field: QWidget) -> None:
    """The caret of a field that opens something to choose from; while the field is painted."""
    with QPainter(field) as painter:
        whole = QRectF(field.rect())
        box = visual(QRectF(whole.right() - 22, whole.center().y() - 6, 12, 12), whole)
        tint = theme().colours.named("muted" if field.isEnabled() else "disabled")
        draw_icon(painter, box.topLeft(), "caret-down", 12, tint)


class Combo(QComboBox):
    """A combo box with the caret of the other controls."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_caret(self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A form that scrolls under the pointer must not change its values.
        event.ignore()


class Choice(FormRow[QComboBox]):
    """One of several values; each has a text and a key that the owner knows it by."""

    changed = Signal(object)

    def __init__(
        self,
        title: str,
        values: Iterable[tuple[object, str]] = (),
        *,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, Combo(), hint=hint, parent=parent)
        # A long value gives way to the form, which would be wider than its dialog otherwise.
        self.control.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.offer(values)
        self.control.activated.connect(self._chosen)

    def offer(self, values: Iterable[tuple[object, str]]) -> None:
        """Offer other values; the chosen one stays chosen where it is still there."""
        before = self.value()
        self.control.clear()
        for key, text in values:
            self.control.addItem(text, key)
        if before is not None:
            self.choose(before)

    def value(self) -> object:
        """The chosen value's key; None where nothing can be chosen."""
        chosen: object = self.control.currentData()
        return chosen

    def choose(self, key: object) -> None:
        """Choose a value by its key; an unknown key changes nothing."""
        for row in range(self.control.count()):
            if self.control.itemData(row) == key:
                self.control.setCurrentIndex(row)
                return

    def _chosen(self, _row: int) -> None:
        if self.error:
            self.set_error("")
        self.changed.emit(self.value())
