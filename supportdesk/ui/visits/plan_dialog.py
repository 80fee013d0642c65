"""Plans a visit, or plans it otherwise: what is refused is said in place, what overlaps is said before it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, QTimer

from supportdesk.services.cases import visits
from supportdesk.services.queries import visit_planning
from supportdesk.ui import moments
from supportdesk.ui.theme import Type
from supportdesk.ui.visits.dialogs import Small
from supportdesk.ui.visits.plan_form import PlanForm, morning_after
from supportdesk.ui.visits.planning_words import city, warnings
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.fields import TextBox
from supportdesk.ui.widgets.layouts import emptied
from supportdesk.ui.widgets.messages import Banner, MessageKind, error_banner
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from supportdesk.domain.errors import KnownError
    from supportdesk.services.operations.desk import Desk, Done
    from supportdesk.services.views.visit_plans import PlanAdvice, PlanOffer, VisitPlan
    from supportdesk.ui.pages import Shell

_SIZE = (720, 690)
_QUIET_MS = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """With what a plan begins: when, who goes, perhaps for which client, and whose clocks the times are read by."""

    at: datetime | None = None
    engineer_id: UUID | None = None
    client: tuple[UUID, str] | None = None
    zone: ZoneInfo | None = None


class PlanDialog(Small):
    """`closed` carries what the act came to; None where it was left."""

    def __init__(
        self, shell: Shell, now: datetime, wanted: Wanted | None = None, plan: VisitPlan | None = None
    ) -> None:
        new = plan is None
        title = QCoreApplication.translate("Visits", "Plan a visit")
        verb = QCoreApplication.translate("Visits", "Plan visit")
        if plan is not None:
            title = QCoreApplication.translate("Visits", "Change visit {number}")
            title = title.format(number=moments.ltr(plan.number))
            verb = QCoreApplication.translate("Visits", "Keep plan")
        super().__init__(shell.cover, title, verb, ButtonKind.PRIMARY, _SIZE)
        self._shell, self._plan = shell, plan
        self._wanted = wanted or Wanted()
        self._zone, self._now = self._wanted.zone or shell.zone, now
        at = self._wanted.at or morning_after(now, self._zone)
        # Where an engineer goes the clocks may be others than here.
        foreign = self._wanted.zone is not None and str(self._wanted.zone) != str(shell.zone)
        clocks = QCoreApplication.translate("Visits", "Times of {zone}")
        clocks = clocks.format(zone=city(self._wanted.zone)) if foreign and self._wanted.zone else ""
        self.form = PlanForm(shell.session, at, self._zone, new=new, clocks=clocks)
        self.refusal: Banner | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_QUIET_MS)
        self._soon.timeout.connect(self._ask_advice)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.drop = Button(
            QCoreApplication.translate("Visits", "Cancel visit…"), ButtonKind.LINK, icon="x-circle"
        )
        self.drop.clicked.connect(self._drop)
        self.drop.setVisible(plan is not None and plan.state == "planned")
        self.footer_start.addWidget(self.drop)
        self.form.client_chosen.connect(self._client)
        self.form.changed.connect(self._soon.start)
        if plan is not None:
            self.form.show_plan(plan)
            self._client(plan.organisation_id)
        elif self._wanted.client is not None:
            self.form.show_client(*self._wanted.client)
            self._client(self._wanted.client[0])

    def submit(self) -> None:
        if not self.agree.isEnabled() or not self.form.complete():
            return
        self.agree.setEnabled(False)
        values = self.form.values()
        if self._plan is None:
            self._shell.session.do(
                _plan,
                self.form.organisation_id,
                self.form.case_ids,
                values,
                then=self._kept,
                failed=self.refuse,
            )
            return
        changes = {name: value for name, value in values.items() if value != _before(self._plan, name)}
        if not changes:
            self.close_with(None)
            return
        self._shell.session.do(_change, self._plan.id, changes, then=self._kept, failed=self.refuse)

    def refuse(self, error: KnownError) -> None:
        """Say in place why nothing was kept; what was typed stays."""
        self.agree.setEnabled(True)
        if self.refusal is not None:
            self.refusal.hide()
            self.refusal.deleteLater()
        self.refusal = error_banner(error)
        self.body.insertWidget(0, self.refusal)

    # ------------------------------------------------------------------ inside

    def _client(self, organisation_id: UUID | None) -> None:
        if organisation_id is not None:
            self._shell.session.ask(
                ("plan offer", id(self)),
                visit_planning.offer,
                organisation_id,
                then=self._show_offer,
                failed=self.refuse,
            )

    def _show_offer(self, offer: PlanOffer) -> None:
        if offer.organisation_id == self.form.organisation_id:
            self.form.show_offer(offer, self._wanted.engineer_id)
            self._soon.start()

    def _ask_advice(self) -> None:
        values = self.form.values()
        organisation_id, engineer_id = self.form.organisation_id, values["engineer_id"]
        if organisation_id is None or engineer_id is None:
            emptied(self.form.notices)
            return
        self._shell.session.ask(
            ("plan advice", id(self)),
            visit_planning.advice,
            organisation_id,
            engineer_id,
            values["planned_at"],
            values["expected_minutes"],
            self._plan.id if self._plan is not None else None,
            then=self._show_advice,
        )

    def _show_advice(self, advice: PlanAdvice) -> None:
        emptied(self.form.notices)
        if self.form.when.instant() < self._now and self._plan is None:
            past = QCoreApplication.translate("Visits", "This time has passed.")
            self.form.notices.addWidget(Banner(MessageKind.HINT, past))
        for lead, text in warnings(advice, self._zone):
            self.form.notices.addWidget(Banner(MessageKind.HINT, lead, text))

    def _drop(self) -> None:
        if self._plan is not None:
            plan = self._plan
            self.close_with(None)
            CancelDialog(self._shell, plan.id, plan.number).open()

    def _kept(self, done: Done) -> None:
        self._soon.stop()
        said = (
            QCoreApplication.translate("Visits", "Visit planned")
            if self._plan is None
            else QCoreApplication.translate("Visits", "Plan changed")
        )
        self.close_with(done)
        self._shell.say(said, undo=done)


class CancelDialog(Small):
    """Asks why a visit is cancelled; `closed` carries what the act came to."""

    def __init__(self, shell: Shell, visit_id: UUID, number: str) -> None:
        super().__init__(
            shell.cover,
            QCoreApplication.translate("Visits", "Cancel visit {number}?").format(number=moments.ltr(number)),
            QCoreApplication.translate("Visits", "Cancel visit"),
            ButtonKind.DESTRUCTIVE,
            (480, 320),
        )
        self._shell, self._visit_id = shell, visit_id
        self.cancel.setText(QCoreApplication.translate("Visits", "Keep it"))
        text = QCoreApplication.translate(
            "Visits", "Its cases are told the reason. Taken back, the visit stands as it was planned."
        )
        self.body.addWidget(label(text, Type.BODY, "text2", wrap=True))
        self.why = TextBox(QCoreApplication.translate("Visits", "Why it is cancelled"), lines=3)
        self.body.addWidget(self.why)
        self.body.addStretch(1)

    def submit(self) -> None:
        if not self.why.text():
            self.why.set_error(QCoreApplication.translate("Visits", "Say in a few words why."))
            self.why.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._shell.session.do(
            visits.cancel, self._visit_id, self.why.text(), then=self._cancelled, failed=self._refused
        )

    def _cancelled(self, done: Done) -> None:
        self.close_with(done)
        self._shell.say(QCoreApplication.translate("Visits", "Visit cancelled"), undo=done)

    def _refused(self, error: KnownError) -> None:
        self.body.insertWidget(0, error_banner(error))


def _plan(desk: Desk, organisation_id: UUID, case_ids: tuple[UUID, ...], values: dict[str, Any]) -> Done:
    return visits.plan(desk, organisation_id, case_ids=case_ids, **values)


def _change(desk: Desk, visit_id: UUID, changes: dict[str, Any]) -> Done:
    return visits.edit(desk, visit_id, **changes)


def _before(plan: VisitPlan, name: str) -> object:
    if name == "expected_minutes":
        return plan.expected_minutes or 60
    return (plan.bring or None) if name == "bring" else getattr(plan, name)
