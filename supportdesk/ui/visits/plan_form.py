"""The fields of a visit's plan: client and site, who, when and how long, for which cases, travel, what to bring."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.services.queries import directory
from supportdesk.services.views.visit_plans import PlanOffer, VisitPlan
from supportdesk.ui import moments
from supportdesk.ui.case_detail.moment_edit import MomentEdit
from supportdesk.ui.new_case.finder import Finder, Found
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.visits.both_words import show_beside
from supportdesk.ui.visits.case_ticks import CaseTicks
from supportdesk.ui.visits.plan_draft import PlanContent
from supportdesk.ui.visits.spare_parts import Figures
from supportdesk.ui.widgets.choices import CheckBox
from supportdesk.ui.widgets.fields import Choice, Field, FormRow, TextBox
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from datetime import tzinfo

    from supportdesk.services.operations.desk import Desk
    from supportdesk.workers.session import DeskSession

_OFFERED = 12
_MOST = 99_999
_CONTROL = 30
_LENGTHS = (30, 60, 90, 120, 180, 240, 360, 480)


def find_clients(desk: Desk, text: str) -> tuple[Found, ...]:
    """Clients whose words begin so."""
    lines = directory.organisations(desk, text, limit=_OFFERED)
    return tuple(Found(line.name, line.branch, line.id) for line in lines)


class PlanForm(QWidget):
    """`client_chosen` carries a client's id, None where the name is typed anew.

    `changed` comes with every choice, `edited` also with what is typed.
    """

    client_chosen = Signal(object)
    changed = Signal()
    edited = Signal()

    def __init__(
        self, session: DeskSession, at: datetime, zone: tzinfo | None, *, new: bool, clocks: str = ""
    ) -> None:
        super().__init__()
        self.organisation_id: UUID | None = None
        self._clocks = clocks
        self.client = Finder(
            session,
            find_clients,
            QCoreApplication.translate("Visits", "Client"),
            placeholder=QCoreApplication.translate("Visits", "Part of a name or a code"),
        )
        self.site = Choice(QCoreApplication.translate("Visits", "Site"))
        self.engineer = Choice(QCoreApplication.translate("Visits", "Engineer"))
        self.when = MomentEdit(at, zone)
        self.length = Choice(
            QCoreApplication.translate("Visits", "Expected duration"),
            [(minutes, moments.duration(minutes * 60)) for minutes in _LENGTHS],
        )
        self.length.choose(60)
        self.minutes = _figure(QCoreApplication.translate("Visits", "Travel there and back, minutes"))
        self.km = _figure(QCoreApplication.translate("Visits", "Distance there and back, km"))
        self.bring = TextBox(
            QCoreApplication.translate("Visits", "What to bring and prepare"),
            lines=3,
            placeholder=QCoreApplication.translate("Visits", "Spare parts, updates, papers to be signed"),
        )
        self.ticks = CaseTicks(at.astimezone(zone).year)
        self._wanted: tuple[object, object] | None = None
        self._awaited = False
        self._goes: tuple[UUID, str] | None = None
        self.notices = QVBoxLayout()
        self.notices.setSpacing(6)
        self._new = new
        self._lay_out()
        self.client.found.connect(self._found)
        self.client.changed.connect(self._typed)
        for choice in (self.site, self.engineer, self.length):
            choice.changed.connect(self._tell)
        self.when.dateTimeChanged.connect(self._tell)
        self.ticks.changed.connect(self._tell)
        for typed in (self.client, self.minutes, self.km, self.bring):
            typed.changed.connect(self._tell_edited)

    def show_plan(self, plan: VisitPlan) -> None:
        """Show a visit that is planned already; its client stays."""
        self.organisation_id = plan.organisation_id
        self.client.set_text(plan.organisation)
        self.client.control.setReadOnly(True)
        if plan.planned_at is not None:
            self.when.show_instant(plan.planned_at, exact=True)
        if plan.expected_minutes is not None and plan.expected_minutes not in _LENGTHS:
            lengths = sorted({*_LENGTHS, plan.expected_minutes})
            self.length.offer([(minutes, moments.duration(minutes * 60)) for minutes in lengths])
        self.length.choose(plan.expected_minutes or 60)
        self.minutes.set_text("" if plan.travel_minutes is None else str(plan.travel_minutes))
        self.km.set_text("" if plan.travel_km is None else str(plan.travel_km))
        self.bring.set_text(plan.bring)
        self._wanted = (plan.site_id, plan.engineer_id)
        self._goes = (plan.engineer_id, plan.engineer) if plan.engineer_id is not None else None

    def show_client(self, organisation_id: UUID, name: str) -> None:
        """Begin with a client that is known."""
        self.organisation_id = organisation_id
        self.client.set_text(name)

    def show_offer(self, offer: PlanOffer, engineer_id: UUID | None) -> None:
        """Offer the client's sites and cases, and those who can go."""
        nowhere = (None, QCoreApplication.translate("Visits", "No site in particular"))
        site, engineer = self._wanted or (None, engineer_id)
        self.site.offer([nowhere, *offer.sites])
        self.site.choose(site)
        chosen = engineer if self._awaited else self.engineer.value() or engineer
        self._awaited = False
        known = {each for each, _ in offer.engineers}
        # Who goes already is offered, also to who sends out nobody.
        goes = [self._goes] if self._goes is not None and self._goes[0] not in known else []
        self.engineer.offer([*goes, *offer.engineers])
        self.engineer.choose(chosen)
        self.ticks.show_offer(offer, new=self._new)
        self._wanted = (self.site.value(), self.engineer.value())

    def show_cases(self, offer: PlanOffer) -> None:
        """Offer other cases of the same client; all else stays as it was chosen."""
        self.ticks.show_offer(offer, new=self._new)

    def content(self, asked: tuple[str, str]) -> PlanContent:
        """What it holds, for a draft; what waits to be offered is held already."""
        chosen = (self.site.value(), self.engineer.value())
        site, engineer = (self._wanted if self._awaited else None) or chosen
        minutes = self.length.value()
        return PlanContent(
            organisation_id=self.organisation_id,
            organisation=self.client.text(),
            site_id=site if isinstance(site, UUID) else None,
            engineer_id=engineer if isinstance(engineer, UUID) else None,
            at=self.when.instant(),
            expected_minutes=minutes if isinstance(minutes, int) else None,
            travel_minutes=self.minutes.text(),
            travel_km=self.km.text(),
            bring=self.bring.text(),
            case_ids=self.ticks.chosen,
            asked=asked,
        )

    def show_content(self, content: PlanContent) -> None:
        """Show what a draft holds; site, engineer and cases come with what is offered for its client.

        What it holds already is left alone: somebody may be typing there.
        """
        self.organisation_id = content.organisation_id
        if content.at is not None and content.at != self.when.instant():
            self.when.show_instant(content.at)
        self.length.choose(content.expected_minutes)
        for field, text in (
            (self.client, content.organisation),
            (self.minutes, _digits(content.travel_minutes)),
            (self.km, _digits(content.travel_km)),
        ):
            if field.text() != text:
                field.set_text(text)
        show_beside(self.bring, content.bring)
        self._wanted, self._awaited = (content.site_id, content.engineer_id), True
        self.ticks.want(content.case_ids)

    @property
    def cases(self) -> dict[UUID, CheckBox]:
        """The cases that are offered, each with its tick."""
        return self.ticks.boxes

    def values(self) -> dict[str, Any]:
        """The plan as the act takes it."""
        return {
            "site_id": self.site.value(),
            "engineer_id": self.engineer.value(),
            "planned_at": self.when.instant(),
            "expected_minutes": self.length.value(),
            "travel_minutes": _whole(self.minutes),
            "travel_km": _whole(self.km),
            "bring": self.bring.text() or None,
        }

    def complete(self) -> bool:
        """Whether there is a client and somebody who goes; what is missing says so and gets the focus."""
        if self.organisation_id is None:
            self.client.set_error(QCoreApplication.translate("Visits", "Choose a client from the list."))
            self.client.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        if self.engineer.value() is None:
            self.engineer.set_error(QCoreApplication.translate("Visits", "Choose who goes."))
            self.engineer.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        when = FormRow(QCoreApplication.translate("Visits", "Day and time"), self.when, hint=self._clocks)
        self.when.setFixedHeight(theme().px(_CONTROL))
        column.addLayout(_row((self.client, 3), (self.site, 2)))
        column.addLayout(_row((self.engineer, 3), (when, 3), (self.length, 2)))
        column.addLayout(self.notices)
        self._for = label(QCoreApplication.translate("Visits", "For these cases"), Type.LABEL, "text2")
        column.addWidget(self._for)
        column.addWidget(self.ticks)
        column.addLayout(_row((self.minutes, 1), (self.km, 1)))
        column.addWidget(self.bring)

    def _found(self, found: Found) -> None:
        self.organisation_id = found.value if isinstance(found.value, UUID) else None
        self.client.set_error("")
        self.client_chosen.emit(self.organisation_id)

    def _typed(self, _text: str) -> None:
        if self.organisation_id is not None:
            self.organisation_id = None
            self.client_chosen.emit(None)

    def _tell(self, *_value: object) -> None:
        self.changed.emit()
        self.edited.emit()

    def _tell_edited(self, *_value: object) -> None:
        self.edited.emit()


def morning_after(now: datetime, zone: tzinfo | None) -> datetime:
    """Tomorrow at nine by the desk's clock."""
    return (now.astimezone(zone) + timedelta(days=1)).replace(hour=9, minute=0, second=0, microsecond=0)


def _row(*parts: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    for part, share in parts:
        row.addWidget(part, share, Qt.AlignmentFlag.AlignTop)
    return row


def _figure(title: str) -> Field:
    field = Field(title)
    field.control.setMaxLength(len(str(_MOST)))
    field.control.setValidator(Figures(field.control, most=_MOST))
    return field


def _digits(text: str) -> str:
    """A figure without what separates its digits: a draft may have been typed where that was taken."""
    return "".join(letter for letter in text if letter.isdecimal())


def _whole(field: Field) -> int | None:
    """The figure that was typed; the locale's own digits are read too."""
    text = field.text()
    return int(text) if text.isdecimal() else None
