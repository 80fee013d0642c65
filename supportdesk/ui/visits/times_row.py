"""When the engineer came and left, for how long, who received them, and the way there and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from supportdesk.ui import moments
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.visits.spare_parts import Number
from supportdesk.ui.visits.times import ReadField, TimeField
from supportdesk.ui.widgets.fields import Field
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QResizeEvent

    from supportdesk.services.views.visits import VisitView

_MOST = 100_000
_WIDE = 540


class TimesRow(QWidget):
    """`edited` carries a field's name and value; arrival and departure that are set to now are asked for by signals."""

    edited = Signal(str, object)
    arrived = Signal()
    departed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._arrived: datetime | None = None
        self._left: datetime | None = None
        self.arrival = TimeField(
            QCoreApplication.translate("Visits", "Arrived"),
            "sign-in",
            QCoreApplication.translate("Visits", "Set to now"),
            QCoreApplication.translate("Visits", "Set the arrival to now"),
        )
        self.departure = TimeField(
            QCoreApplication.translate("Visits", "Left"),
            "sign-out",
            QCoreApplication.translate("Visits", "still on site"),
            QCoreApplication.translate("Visits", "Still on site: set the departure to now"),
        )
        self.on_site = ReadField(QCoreApplication.translate("Visits", "On site"))
        self.received = Field(QCoreApplication.translate("Visits", "Received by"))
        self.minutes = Number(
            QCoreApplication.translate("Visits", "Minutes on the road, there and back"), most=_MOST
        )
        self.km = Number(QCoreApplication.translate("Visits", "Kilometres, there and back"), most=_MOST)
        self._wide = True
        self._spread = QSpacerItem(0, 0)
        self._times, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._lay_out()
        self._connect()

    def show_visit(
        self, view: VisitView, held: Callable[[str], bool], zone: tzinfo | None, now: datetime
    ) -> None:
        """Show a visit's times; what `held` names is being typed and stays."""
        report = view.report
        if not held("arrived_at"):
            self._arrived = report.arrived
            self.arrival.show_instant(report.arrived, zone)
        if not held("left_at"):
            self._left = report.left
            self.departure.show_instant(report.left, zone, report.arrived)
        self.departure.setEnabled(report.arrived is not None)
        if not held("received_by") and self.received.text() != report.received_by.strip():
            self.received.set_text(report.received_by)
        for name, number, value in (
            ("travel_minutes", self.minutes, view.travel_minutes),
            ("travel_km", self.km, view.travel_km),
        ):
            if not held(name):
                number.set_value(value or 0)
        self.tick(now)

    def tick(self, now: datetime) -> None:
        """Let the time on site go on."""
        self.arrival.set_latest(self._left or now)
        self.departure.set_latest(now)
        if self._arrived is None:
            self.on_site.show_text("–")
            return
        lasted = ((self._left or now) - self._arrived).total_seconds()
        self.on_site.show_text(moments.duration(lasted))

    def set_read_only(self, read_only: bool) -> None:
        """Let it be read only."""
        self.arrival.set_read_only(read_only)
        self.departure.set_read_only(read_only)
        self.received.control.setReadOnly(read_only)
        self.minutes.setReadOnly(read_only)
        self.km.setReadOnly(read_only)

    def mark(self, missing: frozenset[str]) -> None:
        """Mark what is missing."""
        self.arrival.set_wrong("arrived" in missing)
        needed = QCoreApplication.translate("Visits", "Who received you?")
        self.received.set_error(needed if "received_by" in missing else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(wide=self.width() >= theme().px(_WIDE))

    def _arrange(self, *, wide: bool) -> None:
        """Who received the engineer stands beside the times where a name has room there, else below them."""
        if wide == self._wide:
            return
        self._wide = wide
        if wide:
            self._spread.changeSize(0, 0)
            self._column.removeWidget(self.received)
            self._times.addWidget(self.received, 1, Qt.AlignmentFlag.AlignTop)
        else:
            self._times.removeWidget(self.received)
            self._column.insertWidget(1, self.received)
            self._spread.changeSize(0, 0, QSizePolicy.Policy.Expanding)
        self._times.invalidate()

    def _lay_out(self) -> None:
        times = self._times
        times.setSpacing(12)
        for widget, width in ((self.arrival, 104), (self.departure, 128), (self.on_site, 104)):
            widget.setFixedWidth(max(theme().px(width), widget.sizeHint().width()))
            times.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        times.addItem(self._spread)
        times.addWidget(self.received, 1, Qt.AlignmentFlag.AlignTop)
        travel = QHBoxLayout()
        travel.setSpacing(8)
        travel.addWidget(label(QCoreApplication.translate("Visits", "Travel"), Type.LABEL, "text2"))
        for number, unit in (
            (self.minutes, QCoreApplication.translate("Visits", "min")),
            (self.km, QCoreApplication.translate("Visits", "km")),
        ):
            number.setFixedWidth(theme().px(72))
            travel.addWidget(number)
            travel.addWidget(label(unit, Type.META, "muted"))
            travel.addSpacing(6)
        hint = QCoreApplication.translate("Visits", "there and back")
        travel.addWidget(ElidedLabel(hint, Type.META, "muted"), 1)
        column = self._column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(times)
        column.addLayout(travel)

    def _connect(self) -> None:
        self.arrival.set_now.connect(self.arrived)
        self.arrival.corrected.connect(self._arrival_corrected)
        self.departure.set_now.connect(self.departed)
        self.departure.corrected.connect(self._departure_corrected)
        self.received.changed.connect(self._received_typed)
        self.minutes.changed.connect(self._minutes_typed)
        self.km.changed.connect(self._km_typed)
        line: QLineEdit = self.received.control
        line.editingFinished.connect(self.left)
        for field in (self.arrival, self.departure, self.minutes, self.km):
            field.left.connect(self.left)

    def _arrival_corrected(self, at: datetime) -> None:
        self._arrived = at
        self.edited.emit("arrived_at", at)

    def _departure_corrected(self, at: datetime) -> None:
        self._left = at
        self.edited.emit("left_at", at)

    def _received_typed(self, _text: str) -> None:
        self.edited.emit("received_by", self.received.text() or None)

    def _minutes_typed(self, value: int) -> None:
        self.edited.emit("travel_minutes", value or None)

    def _km_typed(self, value: int) -> None:
        self.edited.emit("travel_km", value or None)
