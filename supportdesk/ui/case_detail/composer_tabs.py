"""The composer's row of tabs, and who sees what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from supportdesk.services.views import DraftKind
from supportdesk.ui import moments
from supportdesk.ui.case_detail.file_chips import whole_pixels
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.focus_ring import FocusRing, by_keyboard
from supportdesk.ui.widgets.painting import draw_text, right_to_left, visual
from supportdesk.ui.widgets.texts import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from supportdesk.services.views import CaseDetail

TAB_ICONS = {
    DraftKind.REPLY: "arrow-bend-up-left",
    DraftKind.NOTE: "lock-simple",
    DraftKind.CALL: "phone",
    DraftKind.VISIT: "map-pin",
    DraftKind.REMOTE: "monitor-play",
}


def tab_name(kind: DraftKind) -> str:
    """What a tab is called."""
    return {
        DraftKind.REPLY: QCoreApplication.translate("Composer", "Reply"),
        DraftKind.NOTE: QCoreApplication.translate("Composer", "Note"),
        DraftKind.CALL: QCoreApplication.translate("Composer", "Call"),
        DraftKind.VISIT: QCoreApplication.translate("Composer", "Visit"),
        DraftKind.REMOTE: QCoreApplication.translate("Composer", "Remote"),
    }[kind]


class Tab(QAbstractButton):
    """Icon and name; the chosen one is strong, with an accent line below."""

    stepped = Signal(int)

    def __init__(self, kind: DraftKind) -> None:
        super().__init__()
        self.kind = kind
        self._ring: FocusRing | None = None
        self.setText(tab_name(kind))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._adjust)

    def sizeHint(self) -> QSize:
        face = theme().face(Type.BODY_STRONG)
        return QSize(round(15 + 6 + face.width(self.text()) + 0.5), theme().px(34))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(-step if right_to_left() else step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if by_keyboard(event) and self._ring is None:
            self._ring = FocusRing(self, 6)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.leave()
            self._ring = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours, whole = theme().colours, QRectF(self.rect())
        on = self.isChecked()
        note = on and self.kind is DraftKind.NOTE
        icon_ink = colours.note if note else colours.accent_text if on else colours.muted
        ink = colours.text if on or self.underMouse() else colours.text2
        spot = visual(QRectF(0, whole.center().y() - 7.5, 15, 15), whole)
        name = TAB_ICONS[self.kind]
        draw_icon(painter, whole_pixels(spot), f"{name}-fill" if note else name, 15, icon_ink)
        face = theme().face(Type.BODY_STRONG if on else Type.BODY)
        box = visual(QRectF(21, 0, whole.width() - 21, whole.height()), whole)
        draw_text(painter, box, self.text(), face, ink)
        if on:
            line = QRectF(0, whole.height() - 2, whole.width(), 2)
            painter.fillRect(line, colours.note if note else colours.accent)
        painter.end()

    def _adjust(self, _on: bool) -> None:
        self.update()


class Tabs(QWidget):
    """The row; `chosen` carries the kind that a person chose."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._tabs = {kind: Tab(kind) for kind in TAB_ICONS}
        self._seen = ElidedLabel("", Type.HINT, "muted")
        self._seen.align(Qt.AlignmentFlag.AlignTrailing)
        self._contact = ""
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 1)
        row.setSpacing(17)
        for tab in self._tabs.values():
            tab.clicked.connect(self._clicked)
            tab.stepped.connect(self._stepped)
            row.addWidget(tab)
        row.addStretch(1)
        row.addWidget(self._seen)
        self._tabs[DraftKind.REPLY].setChecked(True)

    @property
    def current(self) -> DraftKind:
        """The chosen tab."""
        return next((kind for kind, tab in self._tabs.items() if tab.isChecked()), DraftKind.REPLY)

    def choose(self, kind: DraftKind) -> None:
        """Choose a tab without telling."""
        self._tabs[kind].setChecked(True)
        for other, tab in self._tabs.items():
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other is kind else Qt.FocusPolicy.ClickFocus)
        self._say_who()
        self.update()

    def show_case(self, case: CaseDetail) -> None:
        """Say who sees what is written."""
        self._contact = case.contact
        self._say_who()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme().colours
        edge = colours.note_line if self.current is DraftKind.NOTE else colours.line
        painter.fillRect(QRectF(1, self.height() - 1, self.width() - 2, 1), edge)
        painter.end()

    def _say_who(self) -> None:
        kind = self.current
        if kind is DraftKind.NOTE:
            text = QCoreApplication.translate("Composer", "Only colleagues see this")
        elif kind is DraftKind.REPLY and self._contact:
            text = QCoreApplication.translate("Composer", "{name} sees this").format(
                name=moments.own(self._contact)
            )
        elif kind is DraftKind.REPLY:
            text = QCoreApplication.translate("Composer", "The customer sees this")
        else:
            text = ""
        self._seen.setText(text)
        self._seen.recolour("note" if kind is DraftKind.NOTE else "muted")

    def _clicked(self) -> None:
        self.chosen.emit(self.current)

    def _stepped(self, step: int) -> None:
        kinds = list(self._tabs)
        kind = kinds[(kinds.index(self.current) + step) % len(kinds)]
        self._tabs[kind].setChecked(True)
        self.chosen.emit(kind)
