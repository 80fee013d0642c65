"""One summary or several: the hint that a text asks several things, and the summaries once it is split (SAG-3)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind, icon_button
from supportdesk.ui.widgets.fields import Field
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.painting import rounded
from supportdesk.ui.widgets.texts import LeadText

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LEAST = 2
# What joined two statements says nothing at the end of one.
_LOOSE_ENDS = " ,;:–-"


class SeveralHint(QWidget):
    """A hint, never a block: split, or keep as one."""

    split_asked = Signal()
    kept_as_one = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = LeadText("", "", "soon")
        self.split = Button("", icon="git-fork")
        self.keep = Button(QCoreApplication.translate("NewCase", "Keep as one"), ButtonKind.FLAT)
        self.keep.set_tint("soon")
        self.split.clicked.connect(self.split_asked)
        self.keep.clicked.connect(self.kept_as_one)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(MarkView(IconMark("lightbulb-fill", "soon", 16)))
        row.addWidget(self._text, 1)
        row.addWidget(self.split)
        row.addWidget(self.keep)

    def show_count(self, count: int) -> None:
        """Say how many things the text seems to ask."""
        lead = QCoreApplication.translate("NewCase", "This reads like %n problem(s).", None, count)
        why = QCoreApplication.translate("NewCase", "One case covers one, so each gets its own deadline.")
        self._text.say(lead, why)
        self.split.setText(QCoreApplication.translate("NewCase", "Split into %n case(s)", None, count))
        self.setAccessibleName(f"{lead} {why}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 8, theme().colours.soon_bg)
        painter.end()


class Aspect(QWidget):
    """The summary of one of several cases; `left_out` carries this row."""

    left_out = Signal(object)

    def __init__(self, number: int, text: str) -> None:
        super().__init__()
        title = QCoreApplication.translate("NewCase", "Summary of case {number}").format(number=number)
        self.field = Field(title, text=text)
        away = icon_button("x", QCoreApplication.translate("NewCase", "Leave this case out"))
        away.clicked.connect(self._leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(away, 0, Qt.AlignmentFlag.AlignBottom)

    def _leave(self) -> None:
        self.left_out.emit(self)


class SummaryPart(QWidget):
    """The summary, or one for each case. `changed` comes with every letter and every case more or less."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QCoreApplication.translate("NewCase", "Summary")
        self._hint = QCoreApplication.translate("NewCase", "one sentence, one problem")
        self.one = Field(self._title, hint=self._hint)
        self.one.changed.connect(self._changed)
        self.hint = SeveralHint()
        self.hint.hide()
        self.hint.split_asked.connect(self._split)
        self.hint.kept_as_one.connect(self._keep)
        self._rows: list[Aspect] = []
        self._things: tuple[str, ...] = ()
        self._left_alone: tuple[str, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._more = Button(QCoreApplication.translate("NewCase", "Add another case"), ButtonKind.LINK)
        self._back = Button(QCoreApplication.translate("NewCase", "Keep as one"), ButtonKind.LINK)
        self._more.clicked.connect(self._add)
        self._back.clicked.connect(self.join)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(16)
        foot.addWidget(self._more)
        foot.addWidget(self._back)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.one)
        column.addWidget(self.hint)
        column.addLayout(self._list)
        column.addWidget(self._foot)
        self._foot.hide()

    def set_words(self, title: str, hint: str) -> None:
        """Name the summary as the policy does."""
        self.one.set_title(title or self._title, hint or self._hint)

    @property
    def aspects(self) -> tuple[Field, ...]:
        """The fields of a split request."""
        return tuple(row.field for row in self._rows)

    def texts(self) -> tuple[str, ...]:
        """The summaries of a split request; empty while it is one."""
        return tuple(field.text() for field in self.aspects)

    def show_values(self, summary: str, aspects: Sequence[str]) -> None:
        """Show what was kept."""
        self.one.set_text(summary)
        self._left_alone = ()
        self._show_aspects(aspects)
        self.show_several(())

    def show_several(self, things: tuple[str, ...]) -> None:
        """Offer to split where the text asks several things and nobody has decided that it is one."""
        self._things = things
        offered = len(things) >= _LEAST and things != self._left_alone and not self.aspects
        if offered:
            self.hint.show_count(len(things))
        self.hint.setVisible(offered)

    def point_out_missing(self) -> QWidget | None:
        """Say at each empty summary that it is needed; the first of them, or None."""
        first: QWidget | None = None
        for field in self.aspects or (self.one,):
            if not field.text():
                field.set_error(
                    QCoreApplication.translate("NewCase", "Say in one sentence what it is about.")
                )
                first = first or field.control
        return first

    def join(self) -> None:
        """Back to one case; the summary typed before is still there."""
        self._left_alone = self._things
        self._show_aspects(())
        self.one.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _split(self) -> None:
        self._show_aspects([thing.rstrip(_LOOSE_ENDS) for thing in self._things])
        self.aspects[0].control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _keep(self) -> None:
        self._left_alone = self._things
        self.hint.hide()
        self.one.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        self._show_aspects((*self.texts(), ""))
        self.aspects[-1].control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _remove(self, aspect: Aspect) -> None:
        kept = [each.field.text() for each in self._rows if each is not aspect]
        if len(kept) < _LEAST:
            self.one.set_text(kept[0] if kept else self.one.text())
            self.join()
            return
        self._show_aspects(kept)
        self.aspects[-1].control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _show_aspects(self, texts: Sequence[str]) -> None:
        for row in self._rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [Aspect(number, text) for number, text in enumerate(texts, 1)]
        for row in self._rows:
            row.field.changed.connect(self._changed)
            row.left_out.connect(self._remove)
            self._list.addWidget(row)
        self.one.setVisible(not texts)
        self._foot.setVisible(bool(texts))
        if texts:
            self.hint.hide()

    def _changed(self, _text: str) -> None:
        self.changed.emit()
