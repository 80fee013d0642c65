"""The building blocks of the window: splitters with a thin handle, the ground of the content, the status line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QRegion
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QSplitterHandle, QVBoxLayout, QWidget

from supportdesk.ui.frame import CORNER, STATUS_HEIGHT
from supportdesk.ui.theme import Face, Type, theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind, icon_button
from supportdesk.ui.widgets.empty import EmptyState
from supportdesk.ui.widgets.painting import right_to_left, rounded
from supportdesk.ui.widgets.status_item import StatusItem
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

_GRAB_EACH_SIDE = 3


class _Handle(QSplitterHandle):
    """One pixel to see, seven to grab."""

    def __init__(self, splitter: QSplitter, *, seen: bool) -> None:
        super().__init__(Qt.Orientation.Horizontal, splitter)
        self._seen = seen

    def resizeEvent(self, event: QResizeEvent) -> None:
        # Not Qt's own, which makes the same arrangement with five pixels: the splitter lays out by the contents
        # and the handle takes the mouse everywhere.
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask)
        self.setContentsMargins(_GRAB_EACH_SIDE, 0, _GRAB_EACH_SIDE, 0)
        self.setMask(QRegion(self.contentsRect()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._seen:
            return
        with QPainter(self) as painter:
            painter.fillRect(self.contentsRect(), theme().colours.line)


class PaneSplitter(QSplitter):
    """Panes side by side; only the last one stretches. `seen` says whether the line between them is painted."""

    def __init__(self, *, seen: bool, parent: QWidget | None = None) -> None:
        self._seen = seen
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1 if seen else 0)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self, seen=self._seen)


class Held(QWidget):
    """Holds a splitter in its place: from right to left Qt lays panes out one pixel too far to the right."""

    def __init__(self, splitter: PaneSplitter) -> None:
        super().__init__()
        self._splitter = splitter
        splitter.setParent(self)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._splitter.setGeometry(-1 if right_to_left() else 0, 0, self.width(), self.height())


class ContentArea(QWidget):
    """Where list, case and pages lie."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setSpacing(0)
        self._leave_edge()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._leave_edge()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            whole = QRectF(self.rect())
            inside = whole.adjusted(0, 1, -1, 0) if right_to_left() else whole.adjusted(1, 1, 0, 0)
            # The other three corners lie out of sight.
            beyond = (-2 * CORNER, 0, 0, 2 * CORNER) if right_to_left() else (0, 0, 2 * CORNER, 2 * CORNER)
            rounded(painter, whole.adjusted(*beyond), CORNER, colours.line)
            rounded(painter, inside.adjusted(*beyond), CORNER - 1, colours.canvas)

    def _leave_edge(self) -> None:
        # Margins are not mirrored by Qt.
        self.column.setContentsMargins(0 if right_to_left() else 1, 1, 1 if right_to_left() else 0, 0)


class _SmallLink(Button):
    """A link in the size of the status line."""

    def __init__(self) -> None:
        super().__init__(kind=ButtonKind.LINK)
        self.set_tint("soon")

    def _face(self) -> Face:
        return theme().face(Type.SECTION)


class StatusLine(QWidget):
    """What stays in view at the foot: the state of the desk at one end, time and hours at the other.

    `look_asked` carries the look that the button turns to, light or dark.
    """

    look_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme().px(STATUS_HEIGHT))
        self.state = StatusItem()
        self.age = label("", Type.HINT, "offline")
        self.age.hide()
        self.attention = _SmallLink()
        self.attention.hide()
        self.waits = label("", Type.HINT, "text2")
        self.waits.hide()
        self._drafts = label("", Type.HINT, "text2")
        self._moment = label("", Type.HINT, "text2")
        self._hours = label("", Type.HINT, "text2")
        self.look = icon_button("sun", QCoreApplication.translate("Status", "Light or dark"))
        self.look.setFixedSize(22, 22)
        self.look.set_icon_size(14)
        self.look.clicked.connect(self._turn_look)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 1, 12, 0)
        row.setSpacing(14)
        row.addWidget(self.state)
        row.addWidget(self.age)
        row.addWidget(self.attention)
        row.addWidget(self.waits)
        row.addWidget(self._drafts)
        row.addStretch(1)
        row.addWidget(self._moment)
        row.addWidget(self._hours)
        row.addWidget(self.look)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedHeight(theme().px(STATUS_HEIGHT))

    def _turn_look(self) -> None:
        self.look_asked.emit("light" if theme().dark else "dark")

    def show_state(self, sentence: str, icon: str = "laptop", tint: str = "muted") -> None:
        """Say how the desk stands where there is nothing more to it than a sentence."""
        self.state.say(sentence, icon, tint, sentence)

    def show_age(self, text: str) -> None:
        """Say how old what is shown is; empty while it is fresh."""
        self.age.setText(text)
        self.age.setVisible(bool(text))

    def show_attention(self, text: str) -> None:
        """Say how much waits for the person; empty for nothing."""
        self.attention.setText(text)
        self.attention.updateGeometry()
        self.attention.setVisible(bool(text))

    def show_waits(self, text: str) -> None:
        """Say what is kept here until it can be sent; empty for nothing."""
        self.waits.setText(text)
        self.waits.setVisible(bool(text))

    def show_drafts(self, text: str) -> None:
        """Say how many drafts wait; empty for none."""
        self._drafts.setText(text)
        self._drafts.setVisible(bool(text))

    def show_time(self, moment: str, hours: str) -> None:
        """Say what time it is at the branch and how long it is open."""
        self._moment.setText(moment)
        self._hours.setText(hours)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(0, 0, self.width(), 1, theme().colours.line)


def no_case_open() -> EmptyState:
    """What stands in the place of a case while none is open; its act begins a new one."""
    return EmptyState(
        "tray",
        QCoreApplication.translate("Window", "No case is open"),
        QCoreApplication.translate("Window", "Choose one from the list, or begin a new one."),
        QCoreApplication.translate("Window", "New case"),
    )
