"""One visit's report at work: it is shown, saved part by part, signed, finished and revised; its frame is next door."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from supportdesk.domain.errors import KnownError
from supportdesk.rules.cases.visit_content import content_of, fingerprint
from supportdesk.services.cases import visit_reports, visits
from supportdesk.services.cases.visits import CLOSED
from supportdesk.services.queries import visit_offers
from supportdesk.ui.visits.cases_dialog import CasesDialog
from supportdesk.ui.visits.dialogs import FollowUpDialog, ReviseDialog
from supportdesk.ui.visits.editor_frame import EditorFrame
from supportdesk.ui.visits.form import TEXTS
from supportdesk.ui.visits.keeper import DRAFT, VisitKeeper
from supportdesk.ui.visits.late_words import tell_elsewhere
from supportdesk.ui.visits.opening import with_typed
from supportdesk.ui.visits.papers import Papers
from supportdesk.ui.visits.words import parts_named

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from supportdesk.rules.cases.visit_report import VisitReport
    from supportdesk.services.cases.late_words import SetAside
    from supportdesk.services.operations.desk import Done
    from supportdesk.services.queries.visit_offers import FollowUpOffer
    from supportdesk.services.views.visits import VisitView
    from supportdesk.ui.pages import Shell
    from supportdesk.ui.visits.opening import Opened
    from supportdesk.ui.visits.photo_desk import Shelves
    from supportdesk.workers.paper_press import PaperPress

_PLAIN = ("arrived_at", "left_at", "received_by", "travel_minutes", "travel_km")
_PARTS = (*TEXTS, "performance", "spare_parts", "passed_on", "acceptance")
# The departure is set by finishing itself.
_SET_BY_FINISHING = frozenset({"left"})


class VisitEditor(EditorFrame):
    """One report. `stale` asks to read it again."""

    stale = Signal()

    def __init__(self, shell: Shell, press: PaperPress | None = None, shelves: Shelves | None = None) -> None:
        super().__init__(shell, shelves)
        self.papers = Papers(self, shell, press)
        self.view: VisitView | None = None
        self._tried = False
        self._finishing: UUID | None = None
        self.keeper = VisitKeeper(shell.session, self)
        self._connect()

    def show_visit(self, found: Opened) -> None:
        """Show a visit as it was read; what is being typed stays as it is typed."""
        before = self.view
        same = before is not None and before.id == found.view.id
        closed = found.view.state in CLOSED
        if closed or not same:
            # What is typed still is saved or set aside, as long as it is typed into an open visit, and into that one.
            self.flush()
        if not same:
            # What was typed here before and is on its way: what the fields hold now is another visit's.
            found = with_typed(found, self.keeper.typed(found.view.id))
            self.saved.begin()
            self._tried = False
            self.drop_refusal()
            self.form.checks.new.hide()
            self.paper.verticalScrollBar().setValue(0)
        held = self._held if same else _nothing
        self.view = view = found.view
        self._note_seen(view)
        now, zone = self._shell.session.now(), self._shell.zone
        self.head.show_visit(view)
        self.form.show_visit(view, held, now=now, zone=zone, anew=not same)
        self.photos.show_visit(view, held)
        self.photos.set_read_only(closed)
        self.acceptance.set_read_only(closed)
        self.acceptance.show_visit(view, same=same, held=held("acceptance"), year=now.year)
        if not same:
            self.form.checks.show_naming(str(found.draft.get("check", "")))
            self.acceptance.show_draft(found.draft)
        self.form.set_read_only(closed)
        self.foot.show_visit(view, now, zone)
        self.papers.show_visit(view)
        self.late.show_words(view, found.late)
        self.saved.setVisible(not closed)
        self._mark()

    def tick(self) -> None:
        """A minute has passed."""
        self.form.times.tick(self._shell.session.now())
        self.saved.refresh()

    def flush(self) -> None:
        """Save what is typed now."""
        self._take_times()
        self.keeper.flush()

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        times = self.form.times
        return times.received.control if times.arrival.button.isHidden() else times.arrival.button

    def report(self) -> VisitReport:
        """The report as it is on the screen."""
        if self.view is None:
            raise RuntimeError("there is no visit in view")
        typed = {name: text.area.text() for name, text in self.form.texts.items()}
        return replace(
            self.view.report,
            received_by=self.form.times.received.text(),
            performance=self.form.checks.points(),
            spare_parts=self.form.parts.parts(),
            passed_on=self.form.passed_on.isChecked(),
            acceptance=self.acceptance.acceptance(),
            attachments=self.photos.attached(self.view.report.attachments),
            problems=typed["problems"],
            work_done=typed["work_done"],
            recommendations=typed["recommendations"],
            client_suggestions=typed["client_suggestions"],
        )

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.flush()

    # ------------------------------------------------------------------ inside

    def _connect(self) -> None:
        self.keeper.kept.connect(self._kept)
        self.keeper.late.connect(self._came_late)
        self.keeper.failed.connect(self.refuse)
        self.late.settled.connect(self.stale)
        self.late.refused.connect(self.refuse)
        self.form.edited.connect(self._edited)
        self.form.naming.connect(self._drafted)
        self.form.left.connect(self.keeper.flush)
        self.form.times.arrived.connect(self._arrive)
        self.form.times.departed.connect(self._depart)
        self.form.follow_ups.making_asked.connect(self._offer_follow_up)
        self.form.follow_ups.opened.connect(self._shell.open_case)
        self.form.cases_asked.connect(self._choose_cases)
        self.photos.edited.connect(self._edited)
        self.photos.left.connect(self.keeper.flush)
        self.addAction(self.photos.paste)
        self.acceptance.edited.connect(self._accepted)
        self.acceptance.drafted.connect(self._drafted)
        self.acceptance.signed.connect(self._sign)
        self.acceptance.left.connect(self.keeper.flush)
        self.papers.asked.connect(self.flush)
        self.papers.made.connect(self.stale)
        self.foot.finish.clicked.connect(self.finish)
        self.foot.revise.clicked.connect(self._ask_why)

    def _take_times(self) -> None:
        self.form.times.arrival.clock.take()
        self.form.times.departure.clock.take()

    def _held(self, name: str) -> bool:
        return self.view is not None and self.keeper.holds(self.view.id, name)

    def _note_seen(self, view: VisitView) -> None:
        values = {name: getattr(view.report, name) for name in _PARTS}
        values |= {"arrived_at": view.report.arrived, "left_at": view.report.left}
        for name, value in values.items():
            if not self._held(name):
                self.keeper.saw(view.id, name, value)

    def _edited(self, name: str, value: object) -> None:
        if self.view is not None and self.view.state not in CLOSED:
            self.keeper.keep(self.view.id, name, value)

    def _accepted(self, value: object) -> None:
        self._edited("acceptance", value)

    def _drafted(self, _name: str = "") -> None:
        content = self.acceptance.draft()
        line = self.form.checks.new
        if not line.isHidden() and line.line.text().strip():
            content["check"] = line.line.text().strip()
        self._edited(DRAFT, content or None)

    def _kept(self, at: object) -> None:
        self.saved.kept(at)
        self.stale.emit()

    def _came_late(self, aside: SetAside) -> None:
        """What was typed did not get into its visit any more: it stands above the report, or is told of."""
        if self.isVisible() and self.view is not None and self.view.id == aside.visit_id:
            self.paper.verticalScrollBar().setValue(0)
            self.stale.emit()
        else:
            tell_elsewhere(self._shell, aside)

    # ------------------------------------------------------------------ acts

    def _arrive(self) -> None:
        if self.view is not None:
            self._shell.session.do(visits.arrive, self.view.id, then=self._arrived, failed=self.refuse)

    def _arrived(self, done: Done) -> None:
        self._shell.say(QCoreApplication.translate("Visits", "Arrival set to now."), undo=done)
        self.stale.emit()

    def _depart(self) -> None:
        if self.view is not None:
            self._shell.session.do(visits.leave, self.view.id, then=self._departed, failed=self.refuse)

    def _departed(self, done: Done) -> None:
        self._shell.say(QCoreApplication.translate("Visits", "Departure set to now."), undo=done)
        self.stale.emit()

    def _sign(self) -> None:
        """Let what is on the screen be signed: it is saved first, and refused where it is another by then."""
        if self.view is None:
            return
        self.flush()
        panel = self.acceptance
        self._shell.session.do(
            visit_reports.sign,
            self.view.id,
            seen=fingerprint(content_of(self.report())),
            name=panel.name.text().strip(),
            job=panel.job.text().strip(),
            strokes=panel.box.pad.strokes(),
            then=self._signed,
            failed=self.refuse,
        )

    def _signed(self, done: Done) -> None:
        if done.operation is not None:
            signed = done.operation.root.id
            self.keeper.keep(signed, DRAFT, None)
            # Another visit may be in view by now.
            if self.view is not None and self.view.id == signed:
                self.drop_refusal()
                self.acceptance.was_kept()
        self.stale.emit()

    def finish(self) -> None:
        """Finish the visit, or say in place what is missing."""
        if self.view is None or self.view.state == "finished":
            return
        visit_id = self.view.id

        def finish() -> None:
            self._finishing = visit_id
            self._shell.session.do(
                visit_reports.finish, visit_id, then=self._finished, failed=self._unfinished
            )

        self._take_times()
        self.drop_refusal()
        # What isn't saved would have no place in a finished report.
        self.keeper.once_kept(visit_id, finish)

    def _finished(self, done: Done) -> None:
        self._tried = False
        self._shell.say(QCoreApplication.translate("Visits", "Visit finished."))
        if done.operation is not None:
            self.papers.make(done.operation.root.id)
        self.stale.emit()

    def _unfinished(self, error: KnownError) -> None:
        if self.view is None or self.view.id != self._finishing:
            # Another visit is in view by now, and nothing is missing in that.
            self._shell.refuse(error)
            return
        self._tried = True
        self.refuse(error)
        self.paper.verticalScrollBar().setValue(0)
        self.stale.emit()

    def _mark(self) -> None:
        """Once finishing was refused, the parts that are missing stay marked until they are there."""
        view = self.view
        missing = (
            frozenset(view.missing) - _SET_BY_FINISHING if view is not None and self._tried else frozenset()
        )
        self.form.mark(missing)
        self.acceptance.set_wrong("agreement" in missing)
        if view is None or not self._tried or self._refusal is None:
            return
        if missing:
            listed = [part for part in view.missing if part in missing]
            what = QCoreApplication.translate("Visits", "The report is not complete.")
            text = QCoreApplication.translate("Visits", "Still missing: {parts}.")
            self.refuse(KnownError(what, text.format(parts=parts_named(listed))))
        else:
            self.drop_refusal()

    def _ask_why(self) -> None:
        if self.view is not None:
            dialog = ReviseDialog(self._shell, self.view.id)
            dialog.closed.connect(self._revised)
            dialog.open()

    def _revised(self, done: object) -> None:
        if done is not None:
            self.stale.emit()

    def _choose_cases(self) -> None:
        if self.view is not None and self.view.state != "finished":
            self.flush()
            dialog = CasesDialog(self._shell, self.view)
            dialog.closed.connect(self._cases_chosen)
            dialog.open()

    def _cases_chosen(self, done: object) -> None:
        if done is not None:
            self.stale.emit()

    def _offer_follow_up(self) -> None:
        if self.view is not None:
            self.flush()
            self._shell.session.do(
                visit_offers.follow_up_offer, self.view.id, then=self._make_follow_up, failed=self.refuse
            )

    def _make_follow_up(self, offer: FollowUpOffer) -> None:
        # Another visit may be in view by now.
        if offer.lines and self.view is not None and self.view.id == offer.visit_id:
            dialog = FollowUpDialog(self._shell, offer)
            dialog.closed.connect(self._followed_up)
            dialog.open()

    def _followed_up(self, done: object) -> None:
        if done is not None:
            self._shell.say(QCoreApplication.translate("Visits", "Case created."))
            self.stale.emit()


def _nothing(_name: str) -> bool:
    """Whether something typed is held: of a visit that has just come into view nothing is."""
    return False
