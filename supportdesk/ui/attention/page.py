"""The page of what needs a person: the list at the start, the chosen matter beside it, read anew as work goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from supportdesk.services.exchange.matters import matters
from supportdesk.services.person import drafts
from supportdesk.services.views import CaseQuery, DraftKind
from supportdesk.services.views.matters import Contested, Item, Matter, Matters, Unaccepted, Unsent
from supportdesk.ui.attention.conflict_view import ConflictView, SettledView
from supportdesk.ui.attention.file_view import UnsentView
from supportdesk.ui.attention.frame import MatterView
from supportdesk.ui.attention.item_view import ItemView, PastView
from supportdesk.ui.attention.model import MattersModel
from supportdesk.ui.attention.rows import MattersView
from supportdesk.ui.attention.unaccepted_view import UnacceptedView
from supportdesk.ui.case_detail.drafting import draft_key
from supportdesk.ui.pages import CaseAct, MatterPage
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.empty import EmptyState
from supportdesk.ui.widgets.messages import Berth
from supportdesk.ui.widgets.texts import ElidedLabel, label
from supportdesk.ui.window_parts import Held, PaneSplitter

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent

    from supportdesk.domain.errors import KnownError
    from supportdesk.domain.operation import ChangeSet
    from supportdesk.services.cases.file_shelf import FileShelf
    from supportdesk.services.operations.desk import Desk
    from supportdesk.ui.pages import Shell

_PATIENCE_MS = 150
_APART = 8
_LIST_WIDTH, _LIST_LEAST = 340, 260
_COMPOSED = {"case.note": CaseAct.NOTE, "case.call": CaseAct.CALL}


class AttentionPage(MatterPage):
    """Everything that waits for the person at this desk. While nobody looks it reads nothing."""

    def __init__(
        self, shell: Shell, parent: QWidget | None = None, *, shelf: FileShelf | None = None
    ) -> None:
        super().__init__(parent)
        self._shell, self._shelf = shell, shelf
        self._stale = True
        self._also: UUID | None = None
        self._wanted_case: UUID | None = None
        self._shown: Matter | None = None
        self._asked_on: UUID | None = None
        self.model = MattersModel(shell.zone, self)
        self.list = MattersView(self.model)
        self.view: MatterView | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PATIENCE_MS)
        self._soon.timeout.connect(self.read)
        self._lay_out()
        self.list.chosen.connect(self._show)
        self.list.entered.connect(self._enter)
        self._empty.acted.connect(self._to_cases)
        shell.session.notifier.changed.connect(self._changed)
        shell.session.heartbeat.tick.connect(self._ticked)
        theme().changed.connect(self._look_changed)
        self.setFocusProxy(self.list)
        self.setAccessibleName(QCoreApplication.translate("Attention", "Needs your attention"))

    def show_case(self, case_id: UUID) -> None:
        """Show what is contested on a case, whoever's it is to settle."""
        self._also = self._wanted_case = case_id
        self.read()

    def berth(self) -> Berth:
        return self._berth

    def read(self) -> None:
        """Read what waits."""
        self._stale = False
        self._shell.session.ask("matters", matters, self._also, then=self._read, failed=self._unread)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.read()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._soon.stop()
        # Another's case was looked at; who comes back sees one's own again.
        self._also, self._stale = None, True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = min(_LIST_WIDTH, max(_LIST_LEAST, self.width() // 3))
        self._splitter.setSizes([width, max(1, self.width() - width)])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and control and self.view is not None:
            self.view.submit()
        elif event.key() == Qt.Key.Key_Escape and not self.list.hasFocus():
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(0, theme().px(48), self.width(), 1, theme().colours.line)

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        self._count = label("", Type.BODY_NUMBERS, "muted")
        head = QWidget()
        head.setFixedHeight(theme().px(48))
        row = QHBoxLayout(head)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        title = ElidedLabel(
            QCoreApplication.translate("Attention", "Needs your attention"), Type.PANE_TITLE, "text"
        )
        title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row.addWidget(title)
        row.addWidget(self._count)
        row.addStretch(1)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addSpacing(1)
        column.addWidget(self.list, 1)
        side.setMinimumWidth(_LIST_LEAST)
        self._place = QStackedWidget()
        self._empty = EmptyState()
        self._place.addWidget(self._empty)
        self._splitter = PaneSplitter(seen=True)
        self._splitter.addWidget(side)
        self._berth = Berth(_APART)
        beside = QWidget()
        with_berth = QVBoxLayout(beside)
        with_berth.setContentsMargins(0, 0, 0, 0)
        with_berth.setSpacing(0)
        # Below the acts of a matter: a message covers none of them.
        with_berth.addWidget(self._place, 1)
        with_berth.addWidget(self._berth)
        self._splitter.addWidget(beside)
        self._splitter.setStretchFactor(0, 0)
        self._splitter.setStretchFactor(1, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Held(self._splitter))
        self._say_empty(anything=False)

    def _read(self, found: Matters) -> None:
        chosen = self._shown.key if self._shown is not None else None
        row_before = self.list.currentIndex().row()
        self.model.show_matters(found, self._shell.session.now())
        self._count.setText(QLocale().toString(len(found.waiting)) if found.waiting else "")
        self._say_empty(anything=bool(found.settled))
        row = self._row_to_show(chosen, row_before)
        if row is None:
            self._show_nothing()
            return
        self.list.choose(row)
        matter = self.model.matter(row)
        if matter is not None and matter != self._shown:
            self._show(matter)

    def _row_to_show(self, chosen: str | None, row_before: int) -> int | None:
        if self._wanted_case is not None:
            row = self.model.first_of_case(self._wanted_case)
            self._wanted_case = None
            if row is not None:
                return row
        if chosen is not None and (row := self.model.row_of(chosen)) is not None:
            return row
        if not self.model.waiting:
            return None
        return max(0, min(row_before, self.model.waiting - 1))

    def _unread(self, error: KnownError) -> None:
        self._shell.refuse(error)

    def _show(self, matter: Matter) -> None:
        if matter == self._shown and self.view is not None:
            return
        focus = QApplication.focusWidget()
        had_focus = self.view is not None and focus is not None and self.view.isAncestorOf(focus)
        same = self._shown is not None and self._shown.key == matter.key
        view = self._made(matter)
        # Told anew, because somebody renamed the case or so: what the person is at here goes on.
        goes_on = view.take_over(self.view) if same and self.view is not None else None
        self._shown = matter
        self._put(view)
        if had_focus:
            (goes_on or self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_nothing(self) -> None:
        self._shown = None
        self.list.clearSelection()
        self._put(None)

    def _made(self, matter: Matter) -> MatterView:
        view: MatterView
        if isinstance(matter, Contested):
            view = self._of_conflict(matter)
        elif isinstance(matter, Unaccepted):
            view = UnacceptedView(self._shell, matter)
            view.edit_asked.connect(self._compose)
        elif isinstance(matter, Unsent):
            view = UnsentView(self._shell, matter, self._shelf)
        elif isinstance(matter, Item) and not matter.settled:
            view = ItemView(self._shell, matter)
            view.reply_asked.connect(self._reply)
        else:
            view = PastView(self._shell, matter)
        view.case_asked.connect(self._shell.open_case)
        view.visit_asked.connect(self._shell.show_visit)
        return view

    def _of_conflict(self, matter: Contested) -> MatterView:
        if matter.settled_at is not None:
            return SettledView(self._shell, matter)
        view = ConflictView(self._shell, matter)
        view.later.connect(self._later)
        view.asked_first.connect(self._ask_first)
        return view

    def _put(self, view: MatterView | None) -> None:
        before, self.view = self.view, view
        if view is not None:
            self._place.addWidget(view)
            self._place.setCurrentWidget(view)
        else:
            self._place.setCurrentWidget(self._empty)
        if before is not None:
            self._place.removeWidget(before)
            before.hide()
            before.deleteLater()

    def _say_empty(self, *, anything: bool) -> None:
        sentence = QCoreApplication.translate("Attention", "Nothing needs you now")
        detail = QCoreApplication.translate(
            "Attention",
            "What colleagues changed at the same time, what was not accepted and what waits shows here.",
        )
        if anything:
            detail = QCoreApplication.translate("Attention", "What was settled lately stands in the list.")
        action = QCoreApplication.translate("Attention", "Show my open cases")
        self._empty.say("check-circle", sentence, detail, action)

    # ------------------------------------------------------------------ what is asked

    def _enter(self) -> None:
        if self.view is not None and (first := self.view.first()) is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _later(self) -> None:
        self.list.step(1)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_first(self, text: str) -> None:
        case_id = self._shown.about.case_id if self._shown is not None else None
        if case_id is None:
            return
        self._asked_on = case_id
        self._shell.session.do(_add_to_note, case_id, text, then=self._asked)

    def _asked(self, _draft: object) -> None:
        if self._asked_on is not None:
            self._shell.act_on(self._asked_on, CaseAct.NOTE)
            self._asked_on = None

    def _compose(self, case_id: UUID, act: str) -> None:
        self._shell.act_on(case_id, _COMPOSED.get(act, CaseAct.REPLY))

    def _reply(self, case_id: UUID) -> None:
        self._shell.act_on(case_id, CaseAct.REPLY)

    def _to_cases(self) -> None:
        self._shell.show_list(CaseQuery())

    # ------------------------------------------------------------------ what changes

    def _changed(self, changes: ChangeSet) -> None:
        if not (changes.changes or changes.everything):
            return
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def _ticked(self, _now: object) -> None:
        if self.isVisible():
            self.read()

    def _look_changed(self) -> None:
        self.update()


def _add_to_note(desk: Desk, case_id: UUID, text: str) -> object:
    """Put a question into the note's draft, after what is typed there."""
    key = draft_key(case_id, DraftKind.NOTE)
    kept = drafts.load(desk, key)
    before = str(kept.content.get("text", "")) if kept is not None else ""
    whole = "\n\n".join(part for part in (before.strip(), text) if part)
    return drafts.save(desk, key, {**(kept.content if kept else {}), "text": whole})
