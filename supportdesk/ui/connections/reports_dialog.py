"""The dialog of TeamViewer's connection reports: fetched, in three piles with their sums, decided on one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QModelIndex

from supportdesk.domain.operation import Entity
from supportdesk.services import undo
from supportdesk.services.cases import remote_reports, report_links
from supportdesk.services.queries.remote_reports import PAGE, piles, reports
from supportdesk.services.views.remote_reports import Pile, ReportLine, ReportPiles, ReportPlace
from supportdesk.ui import moments
from supportdesk.ui.connections.report_list import ReportList, money_text
from supportdesk.ui.connections.report_side import ReportSide
from supportdesk.ui.remote import account_words
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.choices import Segmented
from supportdesk.ui.widgets.dialog import LARGEST, Dialog
from supportdesk.ui.widgets.messages import Banner, MessageKind, error_banner
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.domain.operation import ChangeSet
    from supportdesk.services.operations.desk import Done
    from supportdesk.ui.pages import Shell
    from supportdesk.ui.remote.account import Account, AccountState, FetchOutcome


class ReportsDialog(Dialog):
    """What was decided can be taken back from here until the next decision, and with Ctrl+Z later."""

    def __init__(self, shell: Shell, account: Account) -> None:
        title = QCoreApplication.translate("TeamViewer", "TeamViewer connections")
        super().__init__(shell.cover, title, size=LARGEST, side_width=320)
        self._shell, self._account = shell, account
        self._done: Done | None = None
        self.message: Banner | None = None
        self.pile = Segmented()
        self.pile.setAccessibleName(QCoreApplication.translate("TeamViewer", "Which connections"))
        self.sum = label("", Type.META_NUMBERS, "text2")
        self.list = ReportList(shell.session.now, shell.zone)
        self.details = ReportSide(shell)
        self.fetch = Button(
            QCoreApplication.translate("TeamViewer", "Fetch TeamViewer reports"),
            icon="cloud-check",
            large=True,
        )
        self.stop = Button(QCoreApplication.translate("TeamViewer", "Stop fetching"), large=True)
        self.standing = label("", Type.META, "muted")
        self.close_button = Button(
            QCoreApplication.translate("TeamViewer", "Done"), ButtonKind.PRIMARY, large=True
        )
        self._offer_piles(None)
        self._lay_out_parts()
        self._connect()
        account.look()
        self._settle()
        self.read()

    def read(self) -> None:
        """Read the pile in view from its beginning to a page below the chosen report, and what all come to."""
        self._shell.session.ask(("report piles", id(self)), piles, self._account.rate, then=self._show_piles)
        self._shell.session.ask(
            ("reports", id(self)),
            reports,
            self._chosen(),
            self._account.rate,
            # One that is far down is found again, also when some have come above it.
            limit=PAGE + max(0, self.list.currentIndex().row()),
            then=self.list.show_lines,
        )

    def close_with(self, result: object) -> None:
        super().close_with(result)
        self.deleteLater()

    # ------------------------------------------------------------------ inside

    def _lay_out_parts(self) -> None:
        self.body.addWidget(self.pile)
        self.body.addWidget(self.sum)
        self.body.addWidget(self.list, 1)
        self.side.addWidget(self.details, 1)
        for part in (self.fetch, self.stop, self.standing):
            self.footer_start.addWidget(part)
        self.footer_end.addWidget(self.close_button)

    def _connect(self) -> None:
        self.pile.chosen.connect(self._turned)
        self.list.chosen.connect(self.details.show_line)
        self.list.reports.wanted.connect(self._read_on)
        self.details.link_asked.connect(self._link)
        self.details.aside_asked.connect(self._put_aside)
        self.details.back_asked.connect(self._take_back)
        self.details.open_asked.connect(self._open)
        self.fetch.clicked.connect(self._fetch)
        self.stop.clicked.connect(self._account.cancel_fetch)
        self.close_button.clicked.connect(self.leave)
        self._account.state_changed.connect(self._stands)
        self._account.fetched.connect(self._fetched)
        self._account.fetch_refused.connect(self._refused)
        self._shell.session.notifier.changed.connect(self._changed)

    def _chosen(self) -> Pile:
        return Pile(str(self.pile.value() or Pile.WAITING))

    def _offer_piles(self, found: ReportPiles | None) -> None:
        chosen = self._chosen()
        counts = {pile: found.sums[pile].reports if found is not None else 0 for pile in Pile}
        names = {
            Pile.WAITING: QCoreApplication.translate("TeamViewer", "To decide ({count})"),
            Pile.LINKED: QCoreApplication.translate("TeamViewer", "On cases ({count})"),
            Pile.ASIDE: QCoreApplication.translate("TeamViewer", "No case ({count})"),
        }
        self.pile.offer([(pile, names[pile].format(count=counts[pile]), None) for pile in Pile])
        self.pile.choose(chosen)

    def _show_piles(self, found: ReportPiles) -> None:
        self._offer_piles(found)
        total = found.sums[self._chosen()]
        told = QCoreApplication.translate("TeamViewer", "%n connection(s)", None, total.reports)
        value = moments.listed(money_text(each) for each in total.value)
        length = moments.duration(total.minutes * 60) if total.minutes else ""
        self.sum.setText(moments.listed((told, length, value)))

    def _read_on(self) -> None:
        last = self.list.reports.last()
        if last is not None:
            after = ReportPlace(last.started_at, last.id)
            self._shell.session.ask(
                ("reports", id(self)),
                reports,
                self._chosen(),
                self._account.rate,
                after,
                then=self._show_more,
            )

    def _show_more(self, lines: tuple[ReportLine, ...]) -> None:
        self.list.reports.add(lines)

    def _turned(self, _pile: object) -> None:
        # Another pile begins at its top.
        self.list.setCurrentIndex(QModelIndex())
        self.read()

    def _changed(self, changes: ChangeSet) -> None:
        if changes.touches(Entity.REMOTE_REPORT) and not self._account.state.fetching:
            self.read()

    # ------------------------------------------------------------------ deciding

    def _link(self, case_id: UUID, session_id: UUID | None) -> None:
        line = self.list.current()
        if line is not None:
            self._do(report_links.link_report, case_id, line.id, session_id)

    def _put_aside(self, reason: str) -> None:
        line = self.list.current()
        if line is not None:
            self._do(remote_reports.set_aside, line.id, reason)

    def _take_back(self) -> None:
        line = self.list.current()
        if line is not None and line.standing == "linked":
            self._do(report_links.unlink_report, line.case_id, line.id)
        elif line is not None:
            self._do(remote_reports.take_up, line.id)

    def _do(self, act: object, *args: object) -> None:
        self._drop()
        self._shell.session.do(act, *args, then=self._decided, failed=self._not_decided)  # type: ignore[arg-type]

    def _decided(self, done: Done) -> None:
        self._done = done
        lead = QCoreApplication.translate("TeamViewer", "Done.")
        action = QCoreApplication.translate("TeamViewer", "Undo") if done.undoable else ""
        banner = Banner(MessageKind.DONE, lead, action=action, closable=True)
        banner.acted.connect(self._undo)
        self._say(banner)

    def _undo(self) -> None:
        done, self._done = self._done, None
        if done is not None and done.operation is not None:
            self._drop()
            self._shell.session.do(undo.undo, done.operation.id, failed=self._not_decided)

    def _not_decided(self, error: KnownError) -> None:
        self._say(error_banner(error))
        self.read()

    def _open(self, case_id: UUID) -> None:
        self.close_with(None)
        self._shell.open_case(case_id)

    # ------------------------------------------------------------------ fetching

    def _fetch(self) -> None:
        self._drop()
        self._account.fetch()

    def _stands(self, _state: AccountState) -> None:
        self._settle()

    def _settle(self) -> None:
        state = self._account.state
        self.fetch.setVisible(not state.fetching)
        self.stop.setVisible(state.fetching)
        text = ""
        if state.fetching:
            text = QCoreApplication.translate("TeamViewer", "Fetching…")
        elif state.fetched_at is not None:
            told = QCoreApplication.translate("TeamViewer", "Fetched {moment}")
            now = self._shell.session.now()
            text = told.format(moment=moments.ago_sentence(state.fetched_at, now, self._shell.zone))
        self.standing.setText(text)

    def _fetched(self, found: FetchOutcome) -> None:
        told = QCoreApplication.translate(
            "TeamViewer", "{linked} put on cases, {proposed} proposed, {rest} open."
        )
        text = told.format(linked=found.linked, proposed=found.proposed, rest=found.unmatched + found.running)
        if found.left_out:
            text += " " + QCoreApplication.translate(
                "TeamViewer", "%n could not be read and were left out.", None, found.left_out
            )
        lead = QCoreApplication.translate("TeamViewer", "Reports fetched.")
        self._say(Banner(MessageKind.DONE, lead, text, closable=True))
        self.read()

    def _refused(self, error: KnownError) -> None:
        self._say(error_banner(account_words.refused(error)))
        self.read()

    def _say(self, banner: Banner) -> None:
        self._drop()
        self.message = banner
        banner.dismissed.connect(self._drop)
        self.body.insertWidget(0, banner)

    def _drop(self) -> None:
        if self.message is not None:
            self.message.hide()
            self.message.deleteLater()
            self.message = None
