"""The button that begins a remote session: the tool with the id under it, and a menu of the others; it only asks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supportdesk.remote.tool import Mode, Tool
from supportdesk.ui.commands import keys_text
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.remote import words
from supportdesk.ui.remote.tool_words import mode_name
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button, icon_button, name_icon_button
from supportdesk.ui.widgets.chips import styled_menu
from supportdesk.ui.widgets.painting import draw_text, elided, right_to_left, visual

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QMenu

_ICON, _GAP, _PADDING = 15, 7, 10
_WIDEST = 172


@dataclass(frozen=True, slots=True)
class Choice:
    """A way to begin: which tool, in which mode, and where it led last with this client ("" for nowhere yet)."""

    tool: Tool
    mode: Mode
    remote_id: str = ""


class StartButton(Button):
    """Two lines where there is an id to show, else one, as high as the buttons beside it."""

    def __init__(self) -> None:
        super().__init__(icon="monitor-play")
        self._id = ""

    def show_id(self, remote_id: str) -> None:
        """Show an id under the text; empty for none."""
        self._id = words.identity(remote_id)
        self.updateGeometry()
        self.update()

    @property
    def shown_id(self) -> str:
        """The id under the text."""
        return self._id

    def sizeHint(self) -> QSize:
        if not self._id or not self.text():
            return super().sizeHint()
        wide = max(theme().face(Type.BUTTON).width(self.text()), theme().face(Type.HINT).width(self._id))
        return QSize(min(_WIDEST, round(wide + _ICON + _GAP + 2 * _PADDING + 2)), theme().px(36))

    def _paint_content(self, painter: QPainter, whole: QRectF, ink: QColor) -> None:
        if not self._id or not self.text():
            super()._paint_content(painter, whole, ink)
            return
        box = visual(QRectF(_PADDING, whole.center().y() - _ICON / 2, _ICON, _ICON), whole)
        draw_icon(painter, QPointF(round(box.left()), round(box.top())), "monitor-play", _ICON, ink)
        left = _PADDING + _ICON + _GAP
        room = whole.width() - left - _PADDING + 2
        muted = theme().colours.muted if self.isEnabled() else ink
        upper, lower = theme().face(Type.BUTTON), theme().face(Type.HINT)
        height = upper.line - 1
        top = (whole.height() - height - lower.line + 2) / 2
        for text, face, colour, y, high in (
            (self.text(), upper, ink, top, height),
            (self._id, lower, muted, top + height - 1, lower.line),
        ):
            line = visual(QRectF(left, y, room, high), whole)
            draw_text(painter, line, elided(text, face, room), face, colour)


class RemoteButton(QWidget):
    """`asked` for the tool it names, `chosen` carries a Choice of the menu."""

    asked = Signal()
    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.start = StartButton()
        self.more = icon_button(
            "caret-down-bold", QCoreApplication.translate("Remote", "Other ways to begin a remote session")
        )
        self.more.set_icon_size(10)
        self.more.setFixedWidth(theme().px(18))
        self.menu: QMenu = styled_menu(self)
        self._narrow = False
        self._tool = self._remote_id = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(self.start)
        row.addWidget(self.more)
        self.start.clicked.connect(self.asked)
        self.more.clicked.connect(self._open_menu)
        self.menu.triggered.connect(self._triggered)
        self.more.hide()
        self.show_first("TeamViewer", "")

    def show_first(self, tool: str, remote_id: str) -> None:
        """Name the tool that a click begins with, and where it would lead."""
        self._tool, self._remote_id = tool, remote_id
        text = QCoreApplication.translate("Remote", "Start {tool}").format(tool=tool)
        self.start.setText("" if self._narrow else text)
        self.start.show_id("" if self._narrow else remote_id)
        led = words.identity(remote_id)
        spoken = " ".join(part for part in (text, led) if part)
        name_icon_button(self.start, spoken, keys_text("Ctrl+Shift+R"))

    def offer(self, first: Choice, others: Sequence[Choice]) -> None:
        """Offer one way with a click and others in the menu."""
        self.show_first(first.tool.name, first.remote_id)
        self.menu.clear()
        before = first.tool.key
        for choice in others:
            if choice.tool.key != before and before == first.tool.key and self.menu.actions():
                self.menu.addSeparator()
            before = choice.tool.key
            action = QAction(_text(choice), self.menu)
            action.setData(choice)
            self.menu.addAction(action)
        self.more.setVisible(bool(others))

    def fit(self, *, narrow: bool) -> None:
        """Show the icon alone where there is little room."""
        self._narrow = narrow
        self.show_first(self._tool, self._remote_id)

    def _open_menu(self) -> None:
        shift = 0 if right_to_left() else self.width() - self.menu.sizeHint().width()
        self.menu.popup(self.mapToGlobal(QPoint(shift, self.height() + 4)))

    def _triggered(self, action: QAction) -> None:
        self.chosen.emit(action.data())


def _text(choice: Choice) -> str:
    if choice.mode is Mode.CONTROL:
        named = choice.tool.name
    else:
        words_for_both = QCoreApplication.translate("Remote", "{tool}: {mode}")
        named = words_for_both.format(tool=choice.tool.name, mode=mode_name(choice.mode))
    led = words.identity(choice.remote_id)
    return f"{named}   {led}" if led else named
