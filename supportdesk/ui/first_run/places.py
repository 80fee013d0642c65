"""Where cases live, to be chosen: a company's hub with its form, or this computer alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.ui.exchange.hub_form import HubForm
from supportdesk.ui.first_run.cards import paint_frame, paint_tile
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.choices import RadioButton
from supportdesk.ui.widgets.painting import visual
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from supportdesk.ui.exchange.door import HubDoor

_TILE, _EDGE = 32.0, 16


class PlaceChoice(QWidget):
    """A card with a radio button; a click anywhere on it chooses it. Fill `column`."""

    def __init__(self, icon: str, title: str, subtitle: str) -> None:
        super().__init__()
        self._icon = icon
        self.radio = RadioButton("")
        self.radio.setAccessibleName(title)
        self.radio.setAccessibleDescription(subtitle)
        self.radio.toggled.connect(self._toggled)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(title, Type.BODY_STRONG, "text", wrap=True))
        words.addWidget(label(subtitle, Type.META, "text2", wrap=True))
        top = QHBoxLayout()
        top.setSpacing(0)
        top.addSpacing(round(_TILE) + 12)
        top.addLayout(words, 1)
        self.radio.setFixedWidth(20)
        top.addWidget(self.radio)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        self.column.setSpacing(10)
        self.column.addLayout(top)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.radio.setChecked(True)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            whole = QRectF(self.rect())
            paint_frame(painter, whole, chosen=self.radio.isChecked())
            tile = visual(QRectF(_EDGE, _EDGE, _TILE, _TILE), whole)
            paint_tile(painter, tile, self._icon, chosen=self.radio.isChecked())

    def _toggled(self, _on: bool) -> None:
        self.update()


class Places(QWidget):
    """`changed` carries whether the hub is chosen."""

    changed = Signal(bool)

    def __init__(self, door: HubDoor, alone: PlaceChoice, *, hub: bool, address: str) -> None:
        super().__init__()
        self.alone = alone
        self.hub = PlaceChoice(
            "cloud",
            QCoreApplication.translate("FirstRun", "Connect to your company’s hub"),
            QCoreApplication.translate(
                "FirstRun", "Work with colleagues. You can still work offline all day."
            ),
        )
        self.form = HubForm(door, address=address)
        needed = QCoreApplication.translate("FirstRun", "You need its address and your login there.")
        self._needed = label(needed, Type.META, "text2", wrap=True)
        self.hub.column.addWidget(self._needed)
        self.hub.column.addWidget(self.form)
        self.hub.column.addStretch(1)
        self._group = QButtonGroup(self)
        for card in (self.hub, self.alone):
            self._group.addButton(card.radio)
        self.hub.radio.setChecked(hub)
        self.alone.radio.setChecked(not hub)
        self.hub.radio.toggled.connect(self._chosen)
        self._show_form(hub)

    @property
    def at_hub(self) -> bool:
        """Whether the hub is chosen."""
        return self.hub.radio.isChecked()

    def _chosen(self, hub: bool) -> None:
        self._show_form(hub)
        self.changed.emit(hub)
        if hub:
            self.form.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, hub: bool) -> None:
        self.form.setEnabled(hub)
        self.form.setVisible(hub)
        self._needed.setVisible(not hub)
