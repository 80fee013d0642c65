"""The common body of a case's small dialogs, and the picker of what is searched for in some of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.asking import Asking
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.marks import Mark
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from supportdesk.services.views import CaseDetail
    from supportdesk.ui.case_detail.errands import Errands
    from supportdesk.ui.pages import Shell


class ActDialog(Asking):
    """One act with its fields. A subclass fills `body` and says in `asked` what is to be done."""

    def __init__(
        self,
        shell: Shell,
        errands: Errands,
        case: CaseDetail,
        title: str,
        verb: str,
        *,
        size: tuple[int, int] = (520, 340),
        subtitle: str = "",
    ) -> None:
        super().__init__(shell.cover, title, verb, ButtonKind.PRIMARY, size, subtitle=subtitle)
        self.shell, self.errands, self.case = shell, errands, case

    def asked(self) -> tuple[str, Callable[..., object], tuple[Any, ...], dict[str, Any]] | None:
        """What is said when it is done, the act, its arguments; None while a field says what is missing."""
        raise NotImplementedError

    def submit(self) -> None:
        """Do it, unless it is under way or a field is missing."""
        if not self.primary.isEnabled():
            return
        wanted = self.asked()
        if wanted is None:
            return
        said, act, args, named = wanted
        self.hold()
        errand = self.errands.run(said, act, *args, in_place=True, **named)
        errand.done.connect(self._succeeded)
        errand.refused.connect(self.refuse)

    def _succeeded(self, result: object) -> None:
        self.close_with(result)


class PickRow(Button):
    """One thing that was found: number, title, detail."""

    def __init__(self, key: object, number: str, title: str, detail: str, mark: Mark | None = None) -> None:
        super().__init__("", ButtonKind.FLAT)
        self.key = key
        self.setCheckable(True)
        self.setAccessibleName(" ".join(part for part in (number, title, detail) if part))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 10, 0)
        row.setSpacing(8)
        if number:
            row.addWidget(label(number, Type.BODY_NUMBERS, "accent_text"))
        row.addWidget(ElidedLabel(title, Type.BODY, "text"), 1)
        if detail:
            row.addWidget(ElidedLabel(detail, Type.META, "muted"))
        self.setFixedHeight(theme().px(32))
        # A button is as wide as its own text; here what lies on it speaks.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class Picker(QWidget):
    """A search field with what was found below; arrows choose, the owner searches."""

    typed = Signal(str)
    chosen = Signal(object)

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(title)
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        self.rows: list[PickRow] = []
        self._key: object = None
        self._nothing = label("", Type.META, "muted", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(title, Type.LABEL, "text2"))
        column.addWidget(self.field)
        column.addWidget(self._nothing)
        column.addLayout(self._list)

    @property
    def key(self) -> object:
        """What is chosen; None for nothing."""
        return self._key

    def text(self) -> str:
        """What was typed."""
        return self.field.text().strip()

    def show_rows(self, rows: list[PickRow], nothing: str) -> None:
        """Show what was found; `nothing` is said where that is nothing."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = rows
        self._key = None
        self._nothing.setText("" if rows else nothing)
        self._nothing.setVisible(not rows and bool(nothing))
        for row in rows:
            row.clicked.connect(self._clicked)
            self._list.addWidget(row)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.rows:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                keys = [row.key for row in self.rows]
                at = keys.index(self._key) + step if self._key in keys else 0
                self._choose(self.rows[max(0, min(len(keys) - 1, at))])
                return True
        return super().eventFilter(watched, event)

    def _clicked(self) -> None:
        sender = self.sender()
        if isinstance(sender, PickRow):
            self._choose(sender)

    def _choose(self, chosen: PickRow) -> None:
        self._key = chosen.key
        for row in self.rows:
            row.setChecked(row is chosen)
        self.chosen.emit(chosen.key)
