"""The frame of one matter's view: what it is about, a scrolling body in a readable measure, a foot with its acts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from supportdesk.ui import moments
from supportdesk.ui.labels import short_number
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button
from supportdesk.ui.widgets.dialog import ScrollColumn
from supportdesk.ui.widgets.messages import Banner, error_banner
from supportdesk.ui.widgets.painting import rounded
from supportdesk.ui.widgets.scrolling import OverlayScrollBar
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from supportdesk.domain.errors import KnownError
    from supportdesk.services.views.matters import About

_HEAD, _FOOT = 48, 60


class MatterView(QWidget):
    """Fill `body`, `foot_start` and `foot_end`. `case_asked` and `visit_asked` carry what is to be opened."""

    case_asked = Signal(object)
    visit_asked = Signal(object)

    def __init__(self, about: About, year: int) -> None:
        super().__init__()
        self._about = about
        self._refusal: Banner | None = None
        scroll = ScrollColumn((24, 22, 24, 24), 10)
        OverlayScrollBar(scroll)
        self.body = scroll.column
        self.foot_start, self.foot_end = QHBoxLayout(), QHBoxLayout()
        self.foot = QWidget()
        self.foot.setFixedHeight(theme().px(_FOOT))
        foot = QHBoxLayout(self.foot)
        foot.setContentsMargins(16, 1, 16, 0)
        foot.setSpacing(10)
        self.foot_end.setSpacing(10)
        foot.addLayout(self.foot_start)
        foot.addStretch(1)
        foot.addLayout(self.foot_end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head(about, year))
        column.addSpacing(1)
        column.addWidget(scroll, 1)
        column.addWidget(self.foot)

    def first(self) -> QWidget | None:
        """Where the keyboard begins; the first button where the view names no other place."""
        return None

    def submit(self) -> None:
        """Do what the primary button does, where there is one."""

    def take_over(self, before: MatterView) -> QWidget | None:
        """Go on from the view of the same matter as it was told before: what was typed and chosen there counts here.

        Gives the part that stands where the keyboard is there; None where no part says the same by now.
        """
        if type(before) is not type(self):
            return None
        self.carry_on(before)
        focus = QApplication.focusWidget()
        if focus is None or not before.isAncestorOf(focus):
            return None
        named = _named(focus)
        alike = (each for each in self.findChildren(QWidget) if _named(each) == named and each.isEnabled())
        return next(alike, None)

    def carry_on(self, before: Any) -> None:  # noqa: ANN401 - of each view's own kind
        """Take what was typed and chosen in a view of the same kind; nothing where nothing can be."""

    def headline(self, title: str, text: str) -> None:
        """What has come up, and what that means."""
        self.body.addWidget(label(title, Type.CASE_TITLE, wrap=True))
        if text:
            self.body.addWidget(label(text, Type.BODY, "text2", wrap=True))
        self.body.addSpacing(4)

    def section(self, title: str) -> None:
        """A small heading."""
        self.body.addSpacing(8)
        self.body.addWidget(label(title, Type.META_STRONG, "text2"))

    def refuse(self, error: KnownError) -> None:
        """Say in place why something was not done."""
        self.drop_refusal()
        self._refusal = error_banner(error)
        self._refusal.dismissed.connect(self.drop_refusal)
        self.body.insertWidget(0, self._refusal)

    def drop_refusal(self) -> None:
        """Forget what was refused."""
        if self._refusal is not None:
            self._refusal.hide()
            self._refusal.deleteLater()
            self._refusal = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            painter.fillRect(0, theme().px(_HEAD), self.width(), 1, colours.line)
            if not self.foot.isHidden():
                painter.fillRect(0, self.foot.y(), self.width(), 1, colours.line)

    def _make_head(self, about: About, year: int) -> QWidget:
        head = QWidget()
        head.setFixedHeight(theme().px(_HEAD))
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(10)
        if about.case_number:
            number = label(moments.ltr(short_number(about.case_number, year)), Type.BODY_NUMBERS, "muted")
            number.setToolTip(about.case_number)
            row.addWidget(number)
        row.addWidget(ElidedLabel(about.title or about.organisation, Type.BODY_STRONG, "text"), 0)
        if about.organisation and about.organisation != about.title:
            row.addWidget(ElidedLabel(about.organisation, Type.BODY, "text2"), 0)
        row.addStretch(1)
        words = {
            "case": QCoreApplication.translate("Attention", "Open the case"),
            "visit": QCoreApplication.translate("Attention", "Open the visit"),
        }
        if about.entity in words:
            opening = Button(words[about.entity])
            opening.clicked.connect(self._open)
            row.addWidget(opening)
        return head

    def _open(self) -> None:
        asked = self.visit_asked if self._about.entity == "visit" else self.case_asked
        asked.emit(self._about.id)


def _named(part: QWidget) -> tuple[type, str, str, str]:
    """What a part is known by to whoever uses it."""
    text = part.text() if isinstance(part, QAbstractButton | QLabel) else ""
    return type(part), part.accessibleName(), part.accessibleDescription(), text


class Quote(QWidget):
    """Words that were said, in a box of their own; `note` on the ground of internal notes."""

    def __init__(self, lead: str, words: str, *, note: bool = False, accent: bool = False) -> None:
        super().__init__()
        self._note, self._accent = note, accent
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 11)
        column.setSpacing(3)
        if lead:
            column.addWidget(label(lead, Type.META_STRONG, "note" if note else "text2", wrap=True))
        text = label(words, Type.MESSAGE, "text", wrap=True, selectable=True)
        text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column.addWidget(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            ground = colours.note_bg if self._note else colours.canvas if self._accent else colours.sunken
            edge = colours.note_line if self._note else colours.line2
            rounded(painter, self.rect().toRectF(), 9, ground, edge)


class Card(QWidget):
    """A quiet box for what something comes to; fill `column`."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(16, 12, 16, 12)
        self.column.setSpacing(8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            rounded(painter, self.rect().toRectF(), 10, theme().colours.sunken, theme().colours.line)
