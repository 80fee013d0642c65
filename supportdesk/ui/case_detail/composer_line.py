"""The composer in a low window: one line that shows the draft and opens the tab that is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from supportdesk.services.views import DraftKind
from supportdesk.ui.case_detail.composer_tabs import TAB_ICONS, tab_name
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind, icon_button
from supportdesk.ui.widgets.painting import draw_text, elided, rounded, visual
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Opener(QAbstractButton):
    """The beginning of the draft, or what can be written here; a click or a key opens it."""

    def __init__(self) -> None:
        super().__init__()
        self.icon_name, self.faint = TAB_ICONS[DraftKind.REPLY], True
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setMinimumWidth(60)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, whole = theme().colours, QRectF(self.rect())
        spot = visual(QRectF(0, whole.center().y() - 7.5, 15, 15), whole)
        corner = QPointF(round(spot.left()), round(spot.top()))
        draw_icon(painter, corner, self.icon_name, 15, colours.accent_text)
        face = theme().face(Type.BODY)
        box = visual(QRectF(22, 0, whole.width() - 22, whole.height()), whole)
        ink = colours.muted if self.faint else colours.text2
        draw_text(painter, box, elided(self.text(), face, box.width()), face, ink)
        if self.hasFocus():
            rounded(painter, whole.adjusted(-1, 3, 0, -3), 6, None, colours.focus, 2)
        painter.end()


class OneLine(QWidget):
    """`opened` carries the tab that is wanted."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._kind = DraftKind.REPLY
        self._opener = Opener()
        self._saved = label("", Type.HINT, "muted")
        self.send = Button(QCoreApplication.translate("Composer", "Send"), ButtonKind.PRIMARY)
        self._others: dict[DraftKind, Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 7, 0)
        row.setSpacing(8)
        row.addWidget(self._opener, 1)
        row.addWidget(self._saved)
        for kind, icon in TAB_ICONS.items():
            button = icon_button(icon, tab_name(kind))
            button.setProperty("kind", kind.value)
            button.clicked.connect(self._other)
            self._others[kind] = button
            row.addWidget(button)
        row.addWidget(self.send)
        self._opener.clicked.connect(self._open)
        self.setFixedHeight(theme().px(42))

    def show_text(self, text: str, saved: str, kind: DraftKind = DraftKind.REPLY) -> None:
        """Show the beginning of the draft of a tab and when it was saved."""
        self._kind = kind
        self._opener.icon_name, self._opener.faint = TAB_ICONS[kind], not text
        shown = " ".join(text[:300].split())
        self._opener.setText(shown or QCoreApplication.translate("Composer", "Write to the customer"))
        self._opener.update()
        self._saved.setText(saved)
        for other, button in self._others.items():
            button.setVisible(other is not kind)

    def _open(self) -> None:
        self.opened.emit(self._kind)

    def _other(self) -> None:
        sender = self.sender()
        if sender is not None:
            self.opened.emit(DraftKind(sender.property("kind")))
