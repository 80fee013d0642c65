"""What can be done with the open case, each through a service, with the dialog or popover that it needs."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from supportdesk.domain.words import StageKind
from supportdesk.services.cases import closing, handling, merging
from supportdesk.services.entitlements import incidents
from supportdesk.services.person import marks
from supportdesk.services.queries import case_offers
from supportdesk.ui.case_detail.errands import Errands
from supportdesk.ui.case_detail.knowledge_dialogs import ArticleDialog, AsOfDialog, TrackingNoteDialog
from supportdesk.ui.case_detail.link_dialogs import (
    MERGED_HERE,
    FollowUpDialog,
    LinkDialog,
    SplitDialog,
    UnlinkDialog,
    UnmergeDialog,
)
from supportdesk.ui.case_detail.payment_dialogs import PaymentDialog, ReturnIncidentDialog, SettleDialog
from supportdesk.ui.case_detail.severity_popover import NoSeverities, SeverityPopover
from supportdesk.ui.case_detail.stage_dialogs import (
    AgreementDialog,
    CentralDialog,
    CloseDialog,
    GiveBackDialog,
    LeaveClosedDialog,
    ReceivedDialog,
    StageDialog,
)
from supportdesk.ui.case_detail.update_popover import UpdatePopover
from supportdesk.ui.case_detail.work_dialogs import OpenWorkDialog, StepDialog
from supportdesk.ui.pages import CaseAct

if TYPE_CHECKING:
    from supportdesk.services.queries.case_offers import CaseOffers
    from supportdesk.services.views import CaseDetail, StageChoice
    from supportdesk.ui.case_detail.act_dialog import ActDialog
    from supportdesk.ui.pages import Shell


class CaseActs(QObject):
    """Acts on the case in view. What needs to know more asks for it first and opens its dialog when it has come."""

    title_edit_asked = Signal()
    as_of_chosen = Signal(object)  # instant in UTC
    text_to_insert = Signal(str)

    def __init__(self, shell: Shell, page: QWidget) -> None:
        super().__init__(page)
        self._shell, self._page = shell, page
        self.errands = Errands(shell, self)
        self._case: CaseDetail | None = None
        self._then: tuple[UUID, Callable[[CaseDetail, CaseOffers], ActDialog]] | None = None
        self.dialog: ActDialog | None = None

    @property
    def case(self) -> CaseDetail | None:
        """The case in view."""
        return self._case

    def show_case(self, case: CaseDetail | None) -> None:
        """The case that is acted on."""
        self._case = case

    def run(self, act: CaseAct) -> None:
        """Do what a key asks for."""
        {
            CaseAct.ASSIGN_TO_ME: self.assign_to_me,
            CaseAct.HOLD: self.hold_or_resume,
            CaseAct.LINK: self.link,
            CaseAct.CLOSE: self.close_or_reactivate,
        }.get(act, self._nothing)()

    # ------------------------------------------------------------------ at once

    def move_stage(self, stage: StageChoice) -> None:
        """Move the case; a stage that asks for something opens its dialog, the closed one the closing dialog."""
        if self._case is None:
            return
        if stage.kind is StageKind.CLOSED:
            self.close_case()
        elif stage.asks:
            self._open(StageDialog(self._shell, self.errands, self._case, stage))
        else:
            said = QCoreApplication.translate("CaseActs", "Moved to {stage}").format(stage=stage.name)
            self.errands.run(said, handling.move_stage, self._case.id, stage.id)

    def assign(self, agent_id: UUID | None) -> None:
        """Give the case to an agent, or back to the queue."""
        case = self._case
        if case is None or (case.owner is not None and case.owner.id == agent_id):
            return
        name = next((person.name for person in case.agents if person.id == agent_id), "")
        said = (
            QCoreApplication.translate("CaseActs", "Assigned to {name}").format(name=name)
            if agent_id
            else QCoreApplication.translate("CaseActs", "Back in the queue")
        )
        self.errands.run(said, handling.assign, case.id, agent_id)

    def assign_to_me(self) -> None:
        """Take the case."""
        if self._shell.session.is_open:
            self.assign(self._shell.session.desk.actor)

    def rename(self, title: str) -> None:
        """Give the case another title."""
        if self._case is not None:
            said = QCoreApplication.translate("CaseActs", "Title changed")
            self.errands.run(said, handling.edit, self._case.id, title=title)

    def edit_title(self) -> None:
        """Let the title be changed in place."""
        self.title_edit_asked.emit()

    def follow(self, follows: bool) -> None:
        """Follow the case, or no longer."""
        if self._case is not None:
            self.errands.run("", marks.follow, self._case.id, follows=follows)

    def turn_follow(self) -> None:
        """Follow the case if one doesn't, else no longer."""
        if self._case is not None:
            self.follow(not self._case.followed)

    def hold_or_resume(self) -> None:
        """Put the case on hold, or go on with it."""
        case = self._case
        if case is None or not case.open:
            return
        held = case.stage.kind is StageKind.HOLD
        wanted = StageKind.OPEN if held else StageKind.HOLD
        stages = [stage for stage in case.stages if stage.kind is wanted and not stage.refused]
        # A stage that asks for nothing comes first: a key should act at once where it can.
        stages.sort(key=_demanding)
        if stages:
            self.move_stage(stages[0])

    def keep_open(self) -> None:
        """Go on with a case that would close by itself."""
        case = self._case
        if case is None:
            return
        going_on = [stage for stage in case.stages if stage.kind is StageKind.OPEN and not stage.refused]
        going_on.sort(key=_demanding)
        if going_on:
            self.move_stage(going_on[0])

    def reactivate(self) -> None:
        """Work on the closed case again."""
        if self._case is not None:
            said = QCoreApplication.translate("CaseActs", "Case reactivated")
            self.errands.run(said, closing.reactivate, self._case.id)

    def close_or_reactivate(self) -> None:
        """Close an open case, reactivate a closed one."""
        if self._case is not None and not self._case.open:
            self.reactivate()
        else:
            self.close_case()

    def accept_incident(self) -> None:
        """Accept the case as one incident and charge it (SYN-2)."""
        if self._case is not None:
            said = QCoreApplication.translate("CaseActs", "Accepted as one incident")
            self.errands.run(said, incidents.accept, self._case.id)

    def undo_merge(self) -> None:
        """Take this case out of the other again, or another out of this one."""
        if self._case is None:
            return
        if any(str(link.kind) == MERGED_HERE for link in self._case.links):
            self._open(UnmergeDialog(self._shell, self.errands, self._case))
        else:
            said = QCoreApplication.translate("CaseActs", "Merge undone")
            self.errands.run(said, merging.undo_merge, self._case.id)

    # ------------------------------------------------------------------ with a popover or dialog

    def verify_severity(self, anchor: QWidget) -> None:
        """Verify the severity."""
        if self._case is None:
            return
        if self._case.severities:
            SeverityPopover(self._page, self.errands, self._case).open_at(anchor)
        else:
            NoSeverities(self._page, self._case).open_at(anchor)

    def agree_update(self, anchor: QWidget) -> None:
        """Agree when the customer hears next."""
        if self._case is not None:
            now, zone = self._shell.session.now(), self._shell.zone
            UpdatePopover(self._page, self.errands, self._case, now, zone).open_at(anchor)

    def close_case(self) -> None:
        """Close the case."""
        if self._case is not None:
            self._open(CloseDialog(self._shell, self.errands, self._case))

    def close_for_client(self) -> None:
        """Close the case because the client wants it closed."""
        if self._case is not None:
            self._open(CloseDialog(self._shell, self.errands, self._case, by_client=True))

    def leave_closed(self) -> None:
        """Decide that what the client wrote after the closing needs nothing more."""
        if self._case is not None:
            self._open(LeaveClosedDialog(self._shell, self.errands, self._case))

    def follow_up(self) -> None:
        """Log a case that goes on with this closed one."""
        if self._case is not None:
            self._open(FollowUpDialog(self._shell, self.errands, self._case))

    def record_agreement(self) -> None:
        """Record that the client agrees."""
        if self._case is not None:
            self._open(AgreementDialog(self._shell, self.errands, self._case))

    def link(self) -> None:
        """Link this case with another."""
        if self._case is not None:
            self._open(LinkDialog(self._shell, self.errands, self._case))

    def merge(self) -> None:
        """Merge this case into another."""
        if self._case is not None:
            self._open(LinkDialog(self._shell, self.errands, self._case, merge=True))

    def unlink(self) -> None:
        """End a link."""
        if self._case is not None:
            self._open(UnlinkDialog(self._shell, self.errands, self._case))

    def link_tracking_note(self) -> None:
        """Link a tracking note."""
        if self._case is not None:
            self._open(TrackingNoteDialog(self._shell, self.errands, self._case))

    def use_article(self) -> None:
        """Use an article of the knowledge base."""
        if self._case is not None:
            dialog = ArticleDialog(self._shell, self.errands, self._case)
            dialog.text_chosen.connect(self.text_to_insert)
            self._open(dialog)

    def show_as_of(self) -> None:
        """Look back at the case."""
        if self._case is not None:
            now, zone = self._shell.session.now(), self._shell.zone
            dialog = AsOfDialog(self._shell, self.errands, self._case, now, zone)
            dialog.chosen.connect(self.as_of_chosen)
            self._open(dialog)

    def return_incident(self) -> None:
        """Give the incident back."""
        if self._case is not None:
            self._open(ReturnIncidentDialog(self._shell, self.errands, self._case))

    def settle_uncovered(self) -> None:
        """Settle support that was given without cover."""
        if self._case is not None:
            self._open(SettleDialog(self._shell, self.errands, self._case))

    # ------------------------------------------------------------------ with what must be known first

    def take_payment(self) -> None:
        """Record a payment or a season ticket."""
        self._with_offers(self._payment)

    def split(self) -> None:
        """Split another aspect off."""
        self._with_offers(self._split)

    def open_work(self) -> None:
        """Start an engagement."""
        self._with_offers(self._work)

    def take_step(self) -> None:
        """Take the next step of an engagement."""
        self._with_offers(self._step)

    def pass_on(self) -> None:
        """Give the case to central support, or back to its branch."""
        self._with_offers(self._central)

    def tick_off(self) -> None:
        """Say what has come of the information asked for."""
        self._with_offers(self._received)

    def _payment(self, case: CaseDetail, offered: CaseOffers) -> ActDialog:
        return PaymentDialog(self._shell, self.errands, case, offered)

    def _split(self, case: CaseDetail, offered: CaseOffers) -> ActDialog:
        return SplitDialog(self._shell, self.errands, case, offered)

    def _work(self, case: CaseDetail, offered: CaseOffers) -> ActDialog:
        return OpenWorkDialog(self._shell, self.errands, case, offered)

    def _step(self, case: CaseDetail, offered: CaseOffers) -> ActDialog:
        return StepDialog(self._shell, self.errands, case, offered)

    def _central(self, case: CaseDetail, offered: CaseOffers) -> ActDialog:
        if offered.at_central:
            return GiveBackDialog(self._shell, self.errands, case)
        return CentralDialog(self._shell, self.errands, case, offered)

    def _received(self, case: CaseDetail, offered: CaseOffers) -> ActDialog:
        return ReceivedDialog(self._shell, self.errands, case, offered.awaited)

    def _with_offers(self, make: Callable[[CaseDetail, CaseOffers], ActDialog]) -> None:
        if self._case is not None:
            self._then = self._case.id, make
            self._shell.session.ask("case offers", case_offers.offers, self._case.id, then=self._offered)

    def _offered(self, offered: CaseOffers) -> None:
        then, self._then = self._then, None
        # Another case may be in view by now, for which nobody asked.
        if then is not None and self._case is not None and self._case.id == then[0]:
            self._open(then[1](self._case, offered))

    def _open(self, dialog: ActDialog) -> None:
        self.dialog = dialog
        dialog.closed.connect(self._closed)
        dialog.open()

    def _closed(self, _result: object) -> None:
        self.dialog = None

    def _nothing(self) -> None:
        """For an act that the page does itself."""


def _demanding(stage: StageChoice) -> int:
    return len(stage.asks)
