"""The search field of the sidebar: what is typed becomes a list; on the rail it is a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from supportdesk.ui.icons import draw_icon
from supportdesk.ui.sidebar.entry import RAIL
from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.painting import key_cap_width, paint_key_cap, rounded, visual

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent

_TYPING_MS = 200


class _Edit(QLineEdit):
    focus_changed = Signal()
    left = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
            return
        super().keyPressEvent(event)


class SearchField(QWidget):
    """`searched` follows 200 ms after the last key, `entered` Enter or the down arrow, `left` Esc."""

    searched = Signal(str)
    entered = Signal()
    left = Signal()
    opened = Signal()

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setFixedHeight(theme().px(30))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._edit = _Edit(self)
        self._edit.setProperty("bare", True)
        self._edit.setPlaceholderText(QCoreApplication.translate("Sidebar", "Search or run…"))
        self._edit.setAccessibleName(QCoreApplication.translate("Sidebar", "Search all cases"))
        self.setToolTip(self._edit.accessibleName())
        self._edit.textEdited.connect(self._typed)
        self._edit.returnPressed.connect(self._enter)
        self._edit.focus_changed.connect(self._fit)
        self._edit.left.connect(self.left)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_TYPING_MS)
        self._pause.timeout.connect(self._tell)
        self.setFocusProxy(self._edit)

    def text(self) -> str:
        """What is typed."""
        return self._edit.text().strip()

    def begin(self) -> None:
        """Take the keyboard, everything typed before marked."""
        self._edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._edit.selectAll()

    def clear(self) -> None:
        """Forget what was typed without telling."""
        self._pause.stop()
        self._edit.clear()
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(RAIL - 12, theme().px(30))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.setFixedHeight(theme().px(30))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._edit.setVisible(not self._narrow())
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._narrow():
            self.opened.emit()
        else:
            self.begin()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            whole = QRectF(self.rect())
            focused = self._edit.hasFocus()
            edge, width = (colours.focus, 2.0) if focused else (colours.line2, 1.0)
            if not self._narrow():
                rounded(painter, whole, 7, colours.canvas, edge, width)
            left = (whole.width() - 15) / 2 if self._narrow() else 9.0
            icon = visual(QRectF(left, (whole.height() - 15) / 2, 15, 15), whole)
            draw_icon(
                painter, QPointF(round(icon.left()), round(icon.top())), "magnifying-glass", 15, colours.text2
            )
            if self._shows_keys():
                cap_width = key_cap_width(self._keys)
                cap = QRectF(whole.width() - cap_width - 9, (whole.height() - 18) / 2, cap_width, 18)
                paint_key_cap(painter, visual(cap, whole), self._keys, colours.text2, colours.line2)

    def _shows_keys(self) -> bool:
        return not (self._narrow() or self._edit.hasFocus() or self._edit.text())

    def _fit(self) -> None:
        whole = QRectF(self.rect())
        keys = key_cap_width(self._keys) + 6 if self._shows_keys() else 0
        room = QRectF(32, 1, whole.width() - 42 - keys, whole.height() - 2)
        self._edit.setGeometry(visual(room, whole).toRect())
        self.update()

    def _narrow(self) -> bool:
        return self.width() <= RAIL

    def _typed(self, _text: str) -> None:
        self._pause.start()

    def _tell(self) -> None:
        self.searched.emit(self.text())

    def _enter(self) -> None:
        self._pause.stop()
        self.searched.emit(self.text())
        self.entered.emit()
