"""Dialogs inside the window: a scrim, a card with fixed header and footer, a scrolling body; it asks nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import icon_button
from supportdesk.ui.widgets.focus_return import FocusReturn
from supportdesk.ui.widgets.painting import SHADOW_MARGIN, margins, paint_shadow, rounded, visual
from supportdesk.ui.widgets.tab_stops import tab_stops
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

LARGEST = (1060, 716)
_RADIUS = 12
_HEADER = 48
_FOOTER = 56


class ScrollColumn(QScrollArea):
    """A column of widgets that scrolls down and never sideways."""

    def __init__(self, margins: tuple[int, int, int, int] = (24, 16, 24, 16), spacing: int = 12) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        # Tab goes from control to control; the column scrolls along.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inner = inner = QWidget()
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(*margins)
        self.column.setSpacing(spacing)
        self.setWidget(inner)
        # The ground is painted by what lies below.
        self.viewport().setAutoFillBackground(False)
        inner.setAutoFillBackground(False)


class Dialog(QWidget):
    """Covers its window's content. Fill `body`, in `fields`, perhaps `side`, and the ends of the footer; Esc closes.

    `closed` carries what was passed to `close_with`: None where it was left.
    """

    closed = Signal(object)

    def __init__(
        self,
        window: QWidget,
        title: str,
        subtitle: str = "",
        *,
        size: tuple[int, int] = LARGEST,
        side_width: int = 0,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._size = size
        self._side_width = side_width
        self._focus = FocusReturn()
        self._card = QWidget(self)
        self._title = label(title, Type.PANE_TITLE)
        self._subtitle = label(subtitle, Type.META, "muted")
        self.cross = icon_button("x", QCoreApplication.translate("Dialog", "Close"), keys="Esc")
        self.cross.clicked.connect(self.leave)
        self.footer_start = QHBoxLayout()
        self.footer_end = QHBoxLayout()
        body = ScrollColumn()
        self.body = body.column
        self.fields = body.inner
        side = ScrollColumn((18, 16, 18, 16))
        self.side = side.column
        side.setFixedWidth(side_width)
        self._side = side
        self._lay_out(body, side)
        # Shown before it has a parent, it would be a window of its own for a moment.
        side.setVisible(side_width > 0)
        self.setAccessibleName(title)
        window.installEventFilter(self)
        self.hide()

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Name the dialog anew."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        self.setAccessibleName(title)

    def set_side_visible(self, *, visible: bool) -> None:
        """Show the side, or give its room to the body."""
        self._side.setVisible(visible and self._side_width > 0)
        self.update()

    def open(self) -> None:
        """Cover the window and take the focus; the first control of the body gets it."""
        self._focus.remember()
        self._fit()
        self.show()
        self.raise_()
        self._tab_stops()[0].setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    def leave(self) -> None:
        """Close without a result. Overridden by a dialog that has something to keep."""
        self.close_with(None)

    def close_with(self, result: object) -> None:
        """Close, give the focus back and tell the result."""
        self.hide()
        self._focus.give_back(Qt.FocusReason.OtherFocusReason)
        self.closed.emit(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        # Nothing typed here reaches the window below.
        event.accept()

    def event(self, event: QEvent) -> bool:
        # Keys of the window below, such as single letters, mean nothing while a dialog covers it.
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and self._is_of_window(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def focusNextPrevChild(self, forward: bool) -> bool:
        stops, now = self._tab_stops(), QApplication.focusWidget()
        before_first = -1 if forward else 0
        at = stops.index(now) if now in stops else before_first
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        # In a circle, so that focus stays inside.
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            painter.fillRect(self.rect(), colours.scrim)
            card = self._card.geometry()
            paint_shadow(painter, card)
            outline = QRectF(card)
            rounded(painter, outline, _RADIUS, colours.canvas)
            if self._side_width and not self._side.isHidden():
                clip = QPainterPath()
                clip.addRoundedRect(outline, _RADIUS, _RADIUS)
                painter.setClipPath(clip)
                top, bottom = card.top() + _HEADER, card.bottom() + 1 - _FOOTER
                side = QRectF(card.right() + 1 - self._side_width, top, self._side_width, bottom - top)
                painter.fillRect(visual(side, outline), colours.sunken)
                painter.fillRect(visual(QRectF(side.left(), top, 1, side.height()), outline), colours.line)
            painter.fillRect(QRect(card.left(), card.top() + _HEADER, card.width(), 1), colours.line)
            painter.fillRect(QRect(card.left(), card.bottom() + 1 - _FOOTER, card.width(), 1), colours.line)

    def _lay_out(self, body: QWidget, side: QWidget) -> None:
        header = QHBoxLayout()
        header.setContentsMargins(margins(24, 0, 14, 0))
        header.setSpacing(10)
        header.addWidget(self._title)
        header.addWidget(self._subtitle, 1)
        header.addWidget(self.cross)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 1, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(body, 1)
        middle.addWidget(side)
        footer = QHBoxLayout()
        footer.setContentsMargins(margins(24, 1, 18, 0))
        footer.setSpacing(10)
        self.footer_start.setSpacing(16)
        self.footer_end.setSpacing(10)
        footer.addLayout(self.footer_start)
        footer.addStretch(1)
        footer.addLayout(self.footer_end)
        column = QVBoxLayout(self._card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for layout, height in ((header, _HEADER), (middle, 0), (footer, _FOOTER)):
            holder = QWidget()
            holder.setLayout(layout)
            if height:
                holder.setFixedHeight(height)
            column.addWidget(holder, 0 if height else 1)

    def _fit(self) -> None:
        window = self._window
        self.setGeometry(window.rect())
        width = min(self._size[0], max(320, window.width() - 2 * SHADOW_MARGIN))
        height = min(self._size[1], max(240, window.height() - 2 * SHADOW_MARGIN))
        self._card.setGeometry((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    def _is_of_window(self, event: QKeyEvent) -> bool:
        pressed = QKeySequence(event.keyCombination())
        none = QKeySequence.SequenceMatch.NoMatch
        return any(
            keys.matches(pressed) != none for action in self.window().actions() for keys in action.shortcuts()
        )

    def _tab_stops(self) -> list[QWidget]:
        # The cross comes last, although it stands first.
        stops = [stop for stop in tab_stops(self._card) if stop is not self.cross]
        return [*stops, self.cross]
