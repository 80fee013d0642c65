"""A client's cases with a tick for each that a visit is for; what can't be ticked says why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.services.queries import visit_planning
from supportdesk.ui import moments
from supportdesk.ui.labels import short_number
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.choices import CheckBox
from supportdesk.ui.widgets.layouts import emptied
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from supportdesk.services.views.visit_plans import PlanCase, PlanOffer


_QUIET_MS = 200


class CaseTicks(QWidget):
    """`changed` comes with every tick that a person sets or takes away, `sought` with what other cases are sought by.

    A client with more cases than are shown at once has a field to find the others in.
    """

    changed = Signal()
    sought = Signal(str)

    def __init__(self, year: int) -> None:
        super().__init__()
        self.boxes: dict[UUID, CheckBox] = {}
        self._held: frozenset[UUID] = frozenset()
        self._wanted: frozenset[UUID] = frozenset()
        self._offer: PlanOffer | None = None
        self._year = year
        self.search = QLineEdit()
        self.search.setPlaceholderText(
            QCoreApplication.translate("Visits", "Part of a case’s number or title")
        )
        self.search.setAccessibleName(QCoreApplication.translate("Visits", "Find a case of the client"))
        self.search.hide()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_QUIET_MS)
        self._soon.timeout.connect(self._seek)
        self.search.textEdited.connect(self._soon.start)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addWidget(self.search)
        self._column = QVBoxLayout()
        self._column.setSpacing(6)
        whole.addLayout(self._column)
        self.say(QCoreApplication.translate("Visits", "Choose the client first."))

    @property
    def chosen(self) -> tuple[UUID, ...]:
        """The cases that are ticked, or will be once they are shown."""
        ticked = (case_id for case_id, box in self.boxes.items() if box.isChecked())
        return (*ticked, *sorted(self._wanted - self.boxes.keys()))

    @property
    def added(self) -> tuple[UUID, ...]:
        """The cases that were ticked and that the visit is not for yet."""
        return tuple(case_id for case_id in self.chosen if case_id not in self._held)

    @property
    def removed(self) -> tuple[UUID, ...]:
        """The cases that the visit is for and whose tick was taken away."""
        return tuple(
            case_id for case_id in self.boxes if case_id in self._held and case_id not in self.chosen
        )

    def want(self, case_ids: Iterable[UUID]) -> None:
        """Tick these, and no others; what is not offered yet as soon as it is."""
        self._wanted = frozenset(case_ids)
        for case_id, box in self.boxes.items():
            # What a person ticks from now on is not to give way to what is offered next.
            with QSignalBlocker(box):
                box.setChecked(case_id in self._wanted and box.isEnabled())

    def say(self, text: str) -> None:
        """Say why there is nothing to tick."""
        emptied(self._column)
        self.boxes.clear()
        self._column.addWidget(label(text, Type.META, "muted", wrap=True))

    def show_offer(self, offer: PlanOffer, *, new: bool) -> None:
        """Offer a client's cases, for a visit that is `new` or for one that there is; what is ticked stays so."""
        offer = self._with_ticked(offer)
        held = frozenset(case.id for case in offer.cases if case.held)
        # What has come to the visit since the last offer is ticked, what was ticked or not by hand stays.
        ticked = (frozenset(self.chosen) | (held - self._held)) - (self._held - held)
        self._wanted, self._held = frozenset(), held
        sought = bool(self.search.text().strip())
        if not offer.cases:
            none = QCoreApplication.translate("Visits", "No open case. The visit is then for none.")
            unfound = QCoreApplication.translate("Visits", "No open case of the client is called so.")
            self.say(unfound if sought else none)
        else:
            emptied(self._column)
            self.boxes.clear()
        for case in offer.cases:
            self._column.addWidget(self._box(case, ticked=case.id in ticked))
            if case.refusal is not None:
                self._column.addWidget(_reason(_said(case.refusal.reason, case.refusal.remedy)))
        if new and not sought and offer.refusal is not None and all(case.refusal for case in offer.cases):
            lead = QCoreApplication.translate("Visits", "Nothing covers a visit.")
            text = _said(offer.refusal.reason, offer.refusal.remedy)
            if not offer.cases:
                emptied(self._column)
            self._column.addWidget(Banner(MessageKind.ERROR, lead, text))

    def _with_ticked(self, offer: PlanOffer) -> PlanOffer:
        """The offer with what was ticked since it was asked for; of another client everything begins anew."""
        before, self._offer = self._offer, offer
        if before is None or before.organisation_id != offer.organisation_id:
            self.search.clear()
            self.search.setVisible(len(offer.cases) >= visit_planning.OFFERED)
            return offer
        offered, chosen = {case.id for case in offer.cases}, self.chosen
        missing = tuple(case for case in before.cases if case.id in chosen and case.id not in offered)
        self._offer = replace(offer, cases=(*offer.cases, *missing))
        return self._offer

    def _seek(self) -> None:
        self.sought.emit(self.search.text())

    def _box(self, case: PlanCase, *, ticked: bool) -> CheckBox:
        box = CheckBox(f"{moments.ltr(short_number(case.number, self._year))}  {case.title}")
        box.setToolTip(case.title)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.setChecked(ticked and case.refusal is None)
        box.setEnabled(case.refusal is None)
        if case.refusal is not None:
            box.setAccessibleDescription(case.refusal.reason)
        box.toggled.connect(self._tell)
        self.boxes[case.id] = box
        return box

    def _tell(self, _on: bool) -> None:
        self.changed.emit()


def _said(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _reason(text: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(26, 0, 0, 4)
    row.addWidget(label(text, Type.META, "over_text", wrap=True), 1)
    return holder
