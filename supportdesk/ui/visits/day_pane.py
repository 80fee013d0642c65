"""The side of the visits page: the day's list, what is here without a network for it, and what waits to be sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.ui import moments
from supportdesk.ui.exchange.act_words import act_name
from supportdesk.ui.exchange.state_words import megabytes
from supportdesk.ui.labels import short_number
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.visits.day_head import Away, DayHead, prepared
from supportdesk.ui.visits.day_list import DayList, DayModel
from supportdesk.ui.widgets.layouts import emptied
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from PySide6.QtGui import QPaintEvent

    from supportdesk.services.views.outlook import Standing, WaitingChange
    from supportdesk.services.views.visits import VisitDay

LEAST = 230
_WAITING_SHOWN = 6
_ATTACHED = frozenset({"visit.attach", "case.attach"})


class _Heading(QWidget):
    """A heading between parts of the pane, as lists have them."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setFixedHeight(theme().px(26))
        self._count = label("", Type.META_NUMBERS, "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(8)
        row.addWidget(ElidedLabel(title, Type.META_STRONG, "text2"))
        row.addWidget(self._count)
        row.addStretch(1)

    def say(self, count: int) -> None:
        self._count.setText(QLocale().toString(count))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            painter.fillRect(self.rect(), colours.sunken)
            painter.fillRect(0, 0, self.width(), 1, colours.line)
            painter.fillRect(0, self.height() - 1, self.width(), 1, colours.line)


class _Item(NamedTuple):
    """One line: what it is, and a figure at its end."""

    icon: str
    text: str
    figure: str = ""
    tint: str = ""


class _Items(QWidget):
    """A heading with one line a thing."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.heading = _Heading(title)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(16, 8, 14, 10)
        self._lines.setSpacing(7)
        self._items: tuple[_Item, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(self._lines)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_items(self, items: Sequence[_Item], tint: str) -> None:
        if tuple(items) == self._items:
            return
        self._items = tuple(items)
        emptied(self._lines)
        for item in items:
            row = QHBoxLayout()
            row.setSpacing(9)
            row.addWidget(MarkView(IconMark(item.icon, item.tint or tint, 15)))
            row.addWidget(ElidedLabel(item.text, Type.BODY, "text2"), 1)
            if item.figure:
                row.addWidget(label(item.figure, Type.META_NUMBERS, "muted"))
            self._lines.addLayout(row)

    @property
    def texts(self) -> tuple[str, ...]:
        """What the lines say."""
        return tuple(" ".join(filter(None, (item.text, item.figure))) for item in self._items)


class DayPane(QWidget):
    """List and preparation of one day."""

    def __init__(self, zone: tzinfo | None) -> None:
        super().__init__()
        self._zone = zone
        self.model = DayModel(zone, self)
        self.list = DayList(self.model)
        self.head, self.away = DayHead(), Away()
        self.here = _Items(QCoreApplication.translate("Visits", "On this computer"))
        self.waiting = _Items(QCoreApplication.translate("Visits", "Waiting to be sent"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addSpacing(1)
        column.addWidget(self.list)
        column.addWidget(self.here)
        column.addWidget(self.away)
        column.addWidget(self.waiting)
        column.addStretch(1)
        self.setMinimumWidth(LEAST)
        self.here.hide()
        self.waiting.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(0, theme().px(48), self.width(), 1, theme().colours.line)

    def show_day(self, day: VisitDay, waiting: Sequence[WaitingChange], standing: Standing) -> None:
        """Show a day, and what waits to be sent: what was written, latest first, and files by their number."""
        self.model.zone = day.zone or self._zone
        self.model.show_lines(day.visits, day.day.year)
        self.head.show_day(day)
        self.away.show_day(day)
        self.list.setVisible(bool(day.visits))
        self.here.setVisible(bool(day.visits))
        here = [_Item(icon, text, tint=tint) for icon, text, tint in prepared(day)]
        self.here.show_items(here, "ok_line")
        # That a file was attached is not told twice: its bytes wait longer than the word of it.
        written = [each for each in waiting if each.act not in _ATTACHED or not standing.files]
        files = _files(standing)
        self.waiting.setVisible(bool(written or files))
        self.waiting.heading.say(len(written) + standing.files)
        latest = list(reversed(written))[: _WAITING_SHOWN - len(files)]
        changes = [_Item("file-arrow-up", _change(each, day.day.year)) for each in latest]
        self.waiting.show_items([*files, *changes], "muted")


def _files(standing: Standing) -> list[_Item]:
    """The photos and the other files whose bytes wait, each as one line with what they weigh."""
    found = []
    if standing.pictures:
        photos = QCoreApplication.translate("Visits", "%n photo(s)", None, standing.pictures)
        found.append(_Item("image", photos, megabytes(standing.picture_bytes)))
    if rest := standing.files - standing.pictures:
        others = QCoreApplication.translate("Visits", "%n file(s)", None, rest)
        found.append(_Item("file", others, megabytes(standing.file_bytes - standing.picture_bytes)))
    return found


def _change(change: WaitingChange, year: int) -> str:
    act = act_name(change.act)
    if not change.case_number:
        return act
    words = QCoreApplication.translate("Visits", "{act} on {case}")
    return words.format(act=act, case=moments.ltr(short_number(change.case_number, year)))
