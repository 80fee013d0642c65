"""Plans a visit, or plans it otherwise: what is refused is said in place, what overlaps is said before it is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QTimer

from supportdesk.services.queries import visit_planning
from supportdesk.ui import moments
from supportdesk.ui.new_case.discard import DiscardButton
from supportdesk.ui.theme import Type
from supportdesk.ui.visits.plan_acts import before, change_plan, plan_visit, said
from supportdesk.ui.visits.plan_cancel import CancelDialog
from supportdesk.ui.visits.plan_draft import PlanDraft, content_from_plain
from supportdesk.ui.visits.plan_form import PlanForm, morning_after
from supportdesk.ui.visits.planning_words import city, warnings
from supportdesk.ui.widgets.asking import Asking
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.layouts import emptied
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Callable
    from zoneinfo import ZoneInfo

    from PySide6.QtGui import QHideEvent

    from supportdesk.domain.errors import KnownError
    from supportdesk.services.operations.desk import Done
    from supportdesk.services.views import DraftView
    from supportdesk.services.views.visit_plans import PlanAdvice, PlanOffer, VisitPlan
    from supportdesk.ui.pages import Shell
    from supportdesk.ui.visits.plan_draft import PlanContent

__all__ = ["CancelDialog", "PlanDialog", "Wanted"]

_SIZE = (720, 690)
_QUIET_MS = 200


@dataclass(frozen=True, slots=True)
class Wanted:
    """With what a plan begins: when, who goes, perhaps for which client, and whose clocks the times are read by."""

    at: datetime | None = None
    engineer_id: UUID | None = None
    client: tuple[UUID, str] | None = None
    zone: ZoneInfo | None = None

    @property
    def asked(self) -> tuple[str, str]:
        """The time and the engineer that it is opened for, as a draft remembers them."""
        return self.at.isoformat() if self.at is not None else "", str(self.engineer_id or "")


class PlanDialog(Asking):
    """`closed` carries what the act came to; None where it was left, and a new plan is then kept as a draft."""

    _made = False  # a widget is hidden once before it is made

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
        if plan is not None:
            self.form.show_plan(plan)
        elif self._wanted.client is not None:
            self.form.show_client(*self._wanted.client)
        self._keep_draft()
        self.form.client_chosen.connect(self._client)
        self.form.changed.connect(self._soon.start)
        self.form.ticks.sought.connect(self._seek_cases)
        self._made = True
        self._client(self.form.organisation_id)

    def hideEvent(self, event: QHideEvent) -> None:
        # It may also be the window that closes.
        super().hideEvent(event)
        if self._made and self._plan is None:
            self.draft.keep()

    def submit(self) -> None:
        if self.holds or not self.form.complete():
            return
        self.hold()
        values = self.form.values()
        if self._plan is None:
            draft_key, ground = self.draft.hold()
            self._shell.session.do(
                plan_visit,
                self.form.organisation_id,
                self.form.ticks.chosen,
                values,
                draft_key,
                ground,
                then=self._planned,
                failed=self._not_planned,
            )
            return
        changes = {name: value for name, value in values.items() if value != before(self._plan, name)}
        ticks = self.form.ticks
        cases = {"add": ticks.added, "remove": ticks.removed}
        if not changes and not any(cases.values()):
            self.close_with(None)
            return
        self._shell.session.do(
            change_plan, self._plan.id, changes, cases, then=self._changed, failed=self.refuse
        )

    # ------------------------------------------------------------------ the draft

    def _keep_draft(self) -> None:
        self.draft = PlanDraft(self._shell.session, self._content, self)
        self.saved = label("", Type.HINT, "muted")
        self.discard = DiscardButton()
        self.discard.hide()
        self.restored: Banner | None = None
        self._left = False
        self.footer_start.addWidget(self.saved)
        self.footer_start.addWidget(self.discard)
        if self._plan is not None:
            return
        self.cancel.setToolTip(
            QCoreApplication.translate("Visits", "What was chosen and typed is kept as a draft")
        )
        self.form.edited.connect(self._edited)
        self.draft.found.connect(self._show_draft)
        self.draft.kept.connect(self._say_saved)
        self.draft.failed.connect(self._not_saved)
        self.discard.confirmed.connect(self._discard)
        if self.form.organisation_id is None:
            self.draft.seek(None)

    def _content(self) -> PlanContent:
        return self.form.content(self._wanted.asked)

    def _edited(self) -> None:
        self.discard.calm()
        self.draft.later()

    def _show_draft(self, draft: DraftView, seen: PlanContent) -> None:
        if self._left:
            return
        content = content_from_plain(draft.content)
        if content.asked != self._wanted.asked:
            # It is opened for another time or another engineer: that is what is wanted now.
            now = self._content()
            content = replace(content, at=now.at, engineer_id=self._wanted.engineer_id)
        self.form.show_content(self._content().over(seen, content))
        self._say_saved(draft)
        lead = QCoreApplication.translate("Visits", "Your draft is back.")
        text = QCoreApplication.translate(
            "Visits", "It was left unfinished. To begin anew, discard it below."
        )
        if self.restored is None:
            self.restored = Banner(MessageKind.INFO, lead, text, closable=True)
            self.restored.dismissed.connect(self.restored.hide)
            self.body.insertWidget(0, self.restored)
        self._ask_offer(content.organisation_id)

    def _say_saved(self, draft: DraftView) -> None:
        if self._left and not self.draft.underway:
            self.deleteLater()
        text = QCoreApplication.translate("Visits", "Draft saved {time}")
        when = moments.moment(draft.saved_at, self._shell.session.now(), self._shell.zone)
        self.saved.setText(text.format(time=when))
        self.discard.show()

    def _not_saved(self, error: KnownError) -> None:
        # What found no room comes back with the dialog.
        if self._left:
            self._left = False
            self.open()
        self.refuse(error)

    def _discard(self) -> None:
        self.draft.discard()
        self.close_with(None)
        self._shell.say(QCoreApplication.translate("Visits", "Draft discarded."))

    def _gone(self, result: object) -> None:
        self._left = self.draft.underway
        if not self._left:
            super()._gone(result)

    # ------------------------------------------------------------------ inside

    def _client(self, organisation_id: UUID | None) -> None:
        if self._plan is None and organisation_id is not None:
            if self.draft.blank:
                self.draft.seek(organisation_id)
            else:
                # It moves there, to what may wait there.
                self.draft.later()
        self._ask_offer(organisation_id)

    def _ask_offer(self, organisation_id: UUID | None) -> None:
        if organisation_id is not None:
            self._ask_cases("plan offer", organisation_id, "", self._show_offer)

    def _seek_cases(self, text: str) -> None:
        if self.form.organisation_id is not None:
            self._ask_cases("plan cases", self.form.organisation_id, text, self._show_found)

    def _ask_cases(
        self, key: str, organisation_id: UUID, text: str, then: Callable[[PlanOffer], None]
    ) -> None:
        self._shell.session.ask(
            (key, id(self)),
            visit_planning.offer,
            organisation_id,
            self._plan.id if self._plan is not None else None,
            text=text,
            chosen=self.form.ticks.chosen,
            then=then,
            failed=self.refuse,
        )

    def _show_found(self, offer: PlanOffer) -> None:
        if offer.organisation_id == self.form.organisation_id:
            self.form.show_cases(offer)

    def _show_offer(self, offer: PlanOffer) -> None:
        if offer.organisation_id == self.form.organisation_id:
            untouched = self.draft.untouched
            self.form.show_offer(offer, self._wanted.engineer_id)
            if untouched:
                self.draft.note_blank()
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
        if self._plan is not None and not self.holds:
            plan = self._plan
            self.close_with(None)
            CancelDialog(self._shell, plan.id, plan.number).open()

    def _planned(self, done: Done) -> None:
        self._soon.stop()
        self.close_with(done)
        self._shell.say(QCoreApplication.translate("Visits", "Visit planned"), undo=done)

    def _not_planned(self, error: KnownError) -> None:
        self.draft.go_on()
        self.refuse(error)

    def _changed(self, done: tuple[Done, ...]) -> None:
        self._soon.stop()
        self.close_with(done[-1] if done else None)
        for each in done:
            # Of two acts the latter is told last, and it is what its way back takes back.
            self._shell.say(said(each), undo=each)
