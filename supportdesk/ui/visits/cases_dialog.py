"""Changes for which cases a visit is, from its report: what is refused is said in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt

from supportdesk.services.cases import visit_cases
from supportdesk.services.queries import visit_planning
from supportdesk.ui import moments
from supportdesk.ui.theme import Type
from supportdesk.ui.visits.case_ticks import CaseTicks
from supportdesk.ui.visits.plan_acts import said
from supportdesk.ui.widgets.asking import Asking
from supportdesk.ui.widgets.buttons import ButtonKind
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.services.operations.desk import Done
    from supportdesk.services.views.visit_plans import PlanOffer
    from supportdesk.services.views.visits import VisitView
    from supportdesk.ui.pages import Shell

_SIZE = (560, 400)


class CasesDialog(Asking):
    """`closed` carries what the act came to; None where nothing was changed."""

    def __init__(self, shell: Shell, view: VisitView) -> None:
        title = QCoreApplication.translate("Visits", "Cases of visit {number}")
        super().__init__(
            shell.cover,
            title.format(number=moments.ltr(view.number)),
            QCoreApplication.translate("Visits", "Keep cases"),
            ButtonKind.PRIMARY,
            _SIZE,
        )
        self._shell, self._view = shell, view
        self._offered = False
        text = QCoreApplication.translate(
            "Visits", "Tick the cases that this visit is for. Each change is noted on the case."
        )
        self.body.addWidget(label(text, Type.BODY, "text2", wrap=True))
        if view.report.agreement is not None:
            lead = QCoreApplication.translate("Visits", "The client has signed for these cases.")
            more = QCoreApplication.translate("Visits", "With others the report is signed once more.")
            self.body.addWidget(Banner(MessageKind.HINT, lead, more))
        self.ticks = CaseTicks(shell.session.now().astimezone(shell.zone).year)
        self.ticks.say(QCoreApplication.translate("Visits", "The client’s cases are being read…"))
        self.body.addWidget(self.ticks)
        self.body.addStretch(1)
        self.primary.setEnabled(False)
        self.ticks.sought.connect(self._ask_cases)
        self._ask_cases("")

    def submit(self) -> None:
        if not self.primary.isEnabled():
            return
        added, removed = self.ticks.added, self.ticks.removed
        if not added and not removed:
            self.close_with(None)
            return
        self.hold()
        self._shell.session.do(
            visit_cases.set_cases,
            self._view.id,
            add=added,
            remove=removed,
            then=self._changed,
            failed=self.refuse,
        )

    def refuse(self, error: KnownError) -> None:
        super().refuse(error)
        self.primary.setEnabled(self._offered)

    def _ask_cases(self, text: str) -> None:
        self._shell.session.ask(
            ("visit cases", id(self)),
            visit_planning.offer,
            self._view.organisation_id,
            self._view.id,
            text=text,
            chosen=self.ticks.chosen,
            then=self._show_offer,
            failed=self.refuse,
        )

    def _show_offer(self, offer: PlanOffer) -> None:
        self.ticks.show_offer(offer, new=False)
        if self._offered:
            return  # somebody is typing what is sought
        self._offered = True
        self.primary.setEnabled(True)
        first = next((box for box in self.ticks.boxes.values() if box.isEnabled()), None)
        if first is not None and self.isVisible():
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, done: Done | None) -> None:
        self.close_with(done)
        if done is not None:
            self._shell.say(said(done), undo=done)
