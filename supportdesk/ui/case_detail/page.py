"""The case pane: puts its parts together, lets them show what was read, and hands on what is asked of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.services.views import DraftKind
from supportdesk.ui.case_detail.article_reader import follow_link
from supportdesk.ui.case_detail.case_acts import CaseActs
from supportdesk.ui.case_detail.case_drafts import CaseDrafts
from supportdesk.ui.case_detail.composer import Composer
from supportdesk.ui.case_detail.file_desk import FileDesk
from supportdesk.ui.case_detail.header import CaseHead
from supportdesk.ui.case_detail.measure import Measure
from supportdesk.ui.case_detail.more_menu import MoreMenu
from supportdesk.ui.case_detail.notices import CaseNotices
from supportdesk.ui.case_detail.presence import Presence
from supportdesk.ui.case_detail.properties import Properties
from supportdesk.ui.case_detail.reading import Reading
from supportdesk.ui.case_detail.sending import Sending
from supportdesk.ui.case_detail.side import SidePane
from supportdesk.ui.case_detail.strips import Strips
from supportdesk.ui.case_detail.timeline import Timeline
from supportdesk.ui.case_detail.timeline_rows import rows_of
from supportdesk.ui.case_detail.timeline_words import names_of, renamed
from supportdesk.ui.case_detail.toolbar import Toolbar
from supportdesk.ui.case_detail.whole_text import WholeText
from supportdesk.ui.case_detail.why import WhyPopover
from supportdesk.ui.pages import CaseAct, CasePage, CaseRoom
from supportdesk.ui.remote.desk import OpenToolbox, RemoteDesk
from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.messages import Berth

if TYPE_CHECKING:
    from datetime import datetime

    from supportdesk.domain.words import ClockKind
    from supportdesk.services.cases.file_shelf import FileShelf
    from supportdesk.services.views import CaseDetail, LinkView, TimelineItem, TimelineSlice
    from supportdesk.ui.pages import Shell
    from supportdesk.ui.remote.account import Account

_TABS = {
    CaseAct.REPLY: DraftKind.REPLY,
    CaseAct.NOTE: DraftKind.NOTE,
    CaseAct.CALL: DraftKind.CALL,
    CaseAct.VISIT: DraftKind.VISIT,
    CaseAct.REMOTE: DraftKind.REMOTE,
}
_LOOKS = frozenset({CaseAct.WHY, CaseAct.DETAILS})
_APART = 4


class CasePane(CasePage):
    """Everything right of the list."""

    def __init__(
        self,
        shell: Shell,
        parent: QWidget | None = None,
        *,
        shelf: FileShelf | None = None,
        tools: OpenToolbox | None = None,
        account: Account | None = None,
    ) -> None:
        super().__init__(parent)
        self._shell = shell
        self._case: CaseDetail | None = None
        self._found: TimelineSlice | None = None
        self._news_since: datetime | None = None
        self._anew = True
        self.toolbar, self.head, self.strips = Toolbar(), CaseHead(), Strips()
        self.timeline, self.composer, self.properties = Timeline(), Composer(), Properties()
        self.notices = CaseNotices()
        self.past = self.notices.past
        # Between what was said and what is being written: a message pushes the timeline up and covers nothing.
        self._berth = Berth(_APART)
        self.side = SidePane(self, self.properties)
        self.reading = Reading(shell.session, self)
        self.drafts = CaseDrafts(shell, self.composer, self)
        self.sending = Sending(shell, self.composer, self.drafts.keeper, self)
        self.acts = CaseActs(shell, self)
        self.presence = Presence(shell, self.toolbar, self)
        self.files = FileDesk(shell, shelf, self)
        self.remote = RemoteDesk(shell, tools, self.toolbar.remote, self, account)
        self.more = MoreMenu(self.acts, self.toolbar)
        self.toolbar.set_menu(self.more.menu)
        self._lay_out()
        self._connect()
        self._show_content(shown=False)

    # ------------------------------------------------------------------ what the window asks

    def show_case(self, case_id: UUID | None) -> None:
        self._case = self._found = self._news_since = None
        self._anew = True
        self.sending.begin()
        self.files.intake.begin(case_id)
        self.drafts.open(case_id)
        self.acts.show_case(None)
        self.remote.show_case(None)
        self.reading.open(case_id)
        self.files.follow()
        self.presence.look_at(case_id)
        if case_id is None:
            self._show_content(shown=False)

    def run(self, act: CaseAct) -> None:
        if self._case is None:
            return
        if self._case.as_of is not None and act not in _LOOKS:
            # The banner says why nothing changes, and its button is the way out.
            self.past.action.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif act is CaseAct.REMOTE and self.remote.ready:
            self.remote.start()
        elif act in _TABS:
            self.composer.open(_TABS[act])
        elif act is CaseAct.STAGE:
            self.head.chips.open_stages()
        elif act is CaseAct.ASSIGN:
            self.head.chips.open_owners()
        elif act is CaseAct.SEVERITY:
            self._verify()
        elif act is CaseAct.WHY:
            self._explain_first()
        elif act is CaseAct.DETAILS:
            self.side.turn()
        else:
            self.acts.run(act)

    def fit(self, room: CaseRoom) -> None:
        self.side.fit(beside=room.beside)
        self.toolbar.fit(narrow=not room.beside, details=not room.beside)
        self.composer.set_low(room.low)

    def parts(self) -> tuple[QWidget, ...]:
        shown = [self.head.chips.stage, self.timeline, self.composer.sheet.first()]
        return (*shown, self.properties) if self.properties.isVisible() else tuple(shown)

    def berth(self) -> Berth:
        return self._berth

    # ------------------------------------------------------------------ events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.side.leave():
                return
            if self.reading.as_of is not None:
                self.reading.show_as_of(None)
                return
            self._shell.leave_case()
            return
        super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.drafts.keeper.flush()
        self.reading.rest()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() != QEvent.Type.ActivationChange:
            return
        if not self.isActiveWindow():
            self.drafts.keeper.flush()
        elif self.isVisible():
            self.reading.look_again()

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        top = Measure(spacing=10)
        top.column.addWidget(self.head)
        top.column.addWidget(self.strips)
        top.column.addWidget(self.notices)
        foot = Measure(margin=12, bottom=9)
        foot.column.addWidget(self.remote.returning.bar)
        foot.column.addWidget(self.files.fetching)
        foot.column.addWidget(self._berth)
        foot.column.addWidget(self.composer)
        self._column = QWidget()
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addWidget(self.timeline, 1)
        column.addWidget(foot)
        self._content = QWidget()
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._column, 1)
        self.side.stand_in(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.toolbar)
        whole.addWidget(self._content, 1)
        self.setAccessibleName(QCoreApplication.translate("CasePane", "Case"))

    def _connect(self) -> None:
        self.reading.detail.connect(self._show_detail)
        self.reading.timeline.connect(self._show_timeline)
        self.reading.failed.connect(self._shell.refuse)
        self.toolbar.act_asked.connect(self.run)
        self.toolbar.details_asked.connect(self.side.turn)
        self.toolbar.follow_asked.connect(self.acts.follow)
        self.toolbar.step_asked.connect(self._shell.step)
        self.head.title.given.connect(self.acts.rename)
        self.head.chips.stage_asked.connect(self.acts.move_stage)
        self.head.chips.owner_asked.connect(self.acts.assign)
        self.head.chips.severity_asked.connect(self._verify)
        self.strips.clock.why_asked.connect(self._explain)
        self.strips.clock.keep_open_asked.connect(self.acts.keep_open)
        for payment in (self.strips.cover.offer_asked, self.sending.payment_asked, self.remote.payment_asked):
            payment.connect(self.acts.take_payment)
        self.timeline.earlier_asked.connect(self.reading.more)
        self.drafts.typed.connect(self.presence.typed)
        self.files.serve(self.timeline, self.composer)
        self.files.intake.late.connect(self.drafts.add_file)
        self.files.intake.rested.connect(self.drafts.keeper.flush)
        self.timeline.text_asked.connect(self._show_whole)
        self.timeline.action_asked.connect(self._open_report)
        self.composer.article_asked.connect(self.acts.use_article)
        self.composer.update_asked.connect(self._agree_update)
        self.properties.link_asked.connect(self._follow_link)
        self.properties.watch_asked.connect(self.acts.turn_follow)
        self.acts.title_edit_asked.connect(self.head.title.edit)
        self.acts.as_of_chosen.connect(self.reading.show_as_of)
        for text in (self.acts.text_to_insert, self.remote.codes.reply_text):
            text.connect(self.composer.put_into_reply)
        self.past.acted.connect(self._back_to_now)
        self.notices.contested.acted.connect(self._settle)
        theme().changed.connect(self._rewrite)

    def _show_content(self, *, shown: bool) -> None:
        self.toolbar.setVisible(shown)
        self._content.setVisible(shown)

    def _show_detail(self, case: CaseDetail) -> None:
        first = self._case is None
        before, self._case = self._case, case
        now, zone = case.as_of or self._shell.session.now(), self._shell.zone
        if first:
            self._news_since = case.unread_since
        self.acts.show_case(case)
        self.remote.show_case(case)
        self.sending.show_case(case)
        self.toolbar.show_case(case)
        self.head.show_case(case)
        self.strips.show_case(case, now, zone)
        self.properties.show_case(case, now, zone)
        self.composer.show_case(case, now, zone)
        self.more.show_case(case)
        self.notices.show_case(case, zone)
        self._show_content(shown=True)
        if self._found is not None and (before is None or renamed(before, case)):
            self._rewrite()

    def _show_timeline(self, found: TimelineSlice) -> None:
        self._found = found
        self.sending.show_timeline(found)
        self._rewrite()

    def _rewrite(self) -> None:
        if self._case is None or self._found is None:
            return
        if self._anew and not _since(self._found, self._news_since):
            # What is done while the case is in view is seen as it happens.
            self._news_since = None
        names = names_of(self._case, self._shell.session.now(), self._shell.zone)
        self.timeline.show_rows(rows_of(self._found, names, self._news_since), anew=self._anew)
        self._anew = False

    # ------------------------------------------------------------------ acts that need a part of the page

    def _verify(self) -> None:
        chips = self.head.chips
        # Where there are no severities their chip is not shown.
        self.acts.verify_severity(chips.severity if chips.severity.isVisible() else chips.stage)

    def _agree_update(self) -> None:
        self.acts.agree_update(self.composer.foot.hears)

    def _explain_first(self) -> None:
        if self._case is not None and self._case.clocks:
            self._explain(self._case.clocks[0].kind)

    def _explain(self, kind: ClockKind) -> None:
        if self._case is None:
            return
        clock = next((clock for clock in self._case.clocks if clock.kind is kind), None)
        if clock is not None:
            now = self._case.as_of or self._shell.session.now()
            popover = WhyPopover(self, clock, self._case, now, self._shell.zone)
            popover.open_at(self.strips.clock.why, centred=True)

    def _show_whole(self, item: TimelineItem) -> None:
        WholeText(self._shell, item.author, item.body).open()

    def _open_report(self, item: TimelineItem) -> None:
        visit = item.data.get("visit")
        if visit:
            self._shell.show_visit(UUID(str(visit)))
        else:
            self._show_whole(item)

    def _follow_link(self, link: LinkView) -> None:
        follow_link(self._shell, self.files.shelf, link)

    def _settle(self) -> None:
        if self._case is not None:
            self._shell.show_matter(self._case.id)

    def _back_to_now(self) -> None:
        self.reading.show_as_of(None)


def _since(found: TimelineSlice, at: datetime | None) -> bool:
    return at is not None and any(item.at > at for item in found.items)
