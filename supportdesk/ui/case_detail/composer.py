"""The composer: one box with a tab for each way to write on a case; what it holds is sent by its page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from supportdesk.domain.errors import KnownError
from supportdesk.services.views import DraftKind
from supportdesk.ui import moments
from supportdesk.ui.case_detail.composer_foot import Foot
from supportdesk.ui.case_detail.composer_forms import CallSheet, RemoteSheet, VisitSheet
from supportdesk.ui.case_detail.composer_frame import REACH, paint_frame
from supportdesk.ui.case_detail.composer_line import OneLine
from supportdesk.ui.case_detail.composer_refusal import RefusalRow
from supportdesk.ui.case_detail.composer_sheets import NoteSheet, Outgoing, ReplySheet, Sheet, WrittenSheet
from supportdesk.ui.case_detail.composer_tabs import Tabs
from supportdesk.ui.files.given import given_in, offers_files
from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.awaited import Awaited

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPaintEvent

    from supportdesk.services.in_hand.files import NewFile
    from supportdesk.services.views import CaseDetail, DraftView
    from supportdesk.ui.widgets.messages import Banner


class Composer(QWidget):
    """`send_asked` carries an Outgoing; `edited` the tab whose draft has changed. Nothing is cleared before `sent`."""

    send_asked = Signal(object)
    edited = Signal(object)
    rested = Signal()  # the focus left a text
    way_asked = Signal()  # what the refusal offers
    article_asked = Signal()
    update_asked = Signal()
    files_asked = Signal(object)  # the tab that they go with
    files_given = Signal(object, object)  # files or pictures, and the tab that they go with

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.reply, self.visit = ReplySheet(), VisitSheet()
        self.sheets: dict[DraftKind, Sheet] = {
            sheet.kind: sheet for sheet in (self.reply, NoteSheet(), CallSheet(), self.visit, RemoteSheet())
        }
        self.tabs, self.foot, self.line = Tabs(), Foot(), OneLine()
        self._stack = QStackedWidget()
        self._full = QWidget()
        self._refused = RefusalRow()
        self._refused.acted.connect(self.way_asked)
        self._low = self._busy = False
        self._whole = True
        self.files_coming: Callable[[], bool] = bool
        self._going, self._keeping_stage = DraftKind.REPLY, False
        self._awaited = Awaited((self,))
        self._saved: dict[DraftKind, str] = {}
        self._lay_out()
        self._connect()
        self._choose(DraftKind.REPLY)

    # ------------------------------------------------------------------ what it shows

    @property
    def kind(self) -> DraftKind:
        """The tab in view."""
        return self.tabs.current

    @property
    def sheet(self) -> Sheet:
        """The sheet in view."""
        return self.sheets[self.kind]

    def begin(self) -> None:
        """Another case comes into view: the sheets are empty until its drafts arrive."""
        for sheet in self.sheets.values():
            sheet.clear()
        self._saved.clear()
        # What was not in view would be sent unseen, or be gone with what is.
        self._whole = False
        self._awaited.let_go(left=True)
        self._set_busy(False)
        self.dismiss()
        self._choose(DraftKind.REPLY)

    def show_case(self, case: CaseDetail, now: datetime, zone: tzinfo | None) -> None:
        """Offer what this case offers; what is being typed stays."""
        for sheet in self.sheets.values():
            sheet.show_case(case, now, zone)
        self.tabs.show_case(case)
        self.foot.show_case(case)
        self.setVisible(case.as_of is None)
        self._refresh()

    def restore(self, draft: DraftView, kind: DraftKind, zone: tzinfo | None) -> None:
        """Put a kept draft back, before what was typed meanwhile."""
        self.sheets[kind].fill_before(draft.content)
        self.foot.choose_stage(draft.content.get("stage"), kind)
        self.say_saved(kind, draft.saved_at, zone)

    def be_whole(self) -> None:
        """Whatever was kept is back: what is in view can be sent."""
        self._whole = True
        self._refresh()

    def say_saved(self, kind: DraftKind, at: datetime, zone: tzinfo | None) -> None:
        """Say when the draft of a tab was kept."""
        text = QCoreApplication.translate("Composer", "Saved {time}")
        self._saved[kind] = text.format(time=moments.clock_time(at, zone))
        self._refresh()

    def values_of(self, kind: DraftKind) -> dict[str, Any] | None:
        """What a tab holds, for its draft; None where there is nothing worth keeping."""
        sheet = self.sheets[kind]
        if sheet.empty:
            return None
        return {**sheet.values(), "stage": self.foot.stage(kind)}

    def open(self, kind: DraftKind) -> None:
        """Show a tab and let it be written in."""
        self._choose(kind)
        self._expand(expanded=True)
        self.sheet.first().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_low(self, low: bool) -> None:
        """One line that grows when it is written in, where the window is low."""
        self._low = low
        self._expand(expanded=not low or self.hasFocusWithin())

    def hasFocusWithin(self) -> bool:
        """Whether something in it has the focus."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    # ------------------------------------------------------------------ sending

    def send(self, *, keep_stage: bool = False, held_back: bool = True) -> None:
        """Ask for the sheet in view to be sent, with the files that are still on their way to it."""
        if not self._can_send or not self.isVisible():
            return
        stage = None if keep_stage else self.foot.stage(self.kind)
        self.dismiss()
        self._set_busy(True)
        self._going, self._keeping_stage = self.kind, keep_stage
        go = partial(self._go, self.kind, stage, held_back=held_back)
        if self.files_coming():
            self._awaited.hold(go)
        else:
            go()

    def send_anyway(self) -> None:
        """Ask for what was refused to be sent as it stands by now, whatever the client wrote meanwhile."""
        self.open(self._going)
        self.send(keep_stage=self._keeping_stage, held_back=False)

    def go_on(self) -> None:
        """No file is on its way any more: what waited for that is sent."""
        self._awaited.go_on()

    def stop_for(self, error: KnownError, kind: DraftKind | None) -> bool:
        """A file could not be taken in. Whether something waited for it: it is not sent then, and says why."""
        if kind not in {None, self._going} or not self._awaited.let_go():
            return False
        self.refuse(error)
        return True

    def attach(self, file: NewFile, kind: DraftKind | None = None) -> None:
        """Let a file go with the text it was given to, or that in view; with the reply where the tab takes none."""
        sheet = self.sheets[kind] if kind is not None else self.sheet
        (sheet if isinstance(sheet, WrittenSheet) else self.reply).files.add(file)

    def sent(self, kind: DraftKind, values: dict[str, Any]) -> None:
        """It is done: the sheet is empty again but for what was written since."""
        self._set_busy(False)
        self.sheets[kind].take_off(values)
        self.foot.choose_stage(None, kind)
        self._saved.pop(kind, None)
        self._refresh()

    def take_back(self, kind: DraftKind, values: dict[str, Any]) -> None:
        """Sending was undone: what was sent stands in its sheet again, before what was typed since."""
        self.sheets[kind].fill_before(values)
        self._refresh()
        self.edited.emit(kind)

    def refuse(self, error: KnownError, way: str = "") -> None:
        """Say in place why it was not sent; the text stays. `way` names what can be done about it here."""
        self._set_busy(False)
        self._refused.say(error, way)
        self._expand(expanded=True)

    def dismiss(self) -> None:
        """Take the refusal away."""
        self._refused.dismiss()

    def put_into_reply(self, text: str) -> None:
        """Put a text where the reply's cursor is; nothing is sent."""
        self.open(DraftKind.REPLY)
        self.reply.insert(text)

    @property
    def refusal(self) -> Banner | None:
        """The refusal in view, if any."""
        return self._refused.banner

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        for sheet in self.sheets.values():
            sheet.editor.installEventFilter(self)
            self._stack.addWidget(sheet)
        full = QVBoxLayout(self._full)
        full.setContentsMargins(0, 0, 0, 0)
        full.setSpacing(0)
        full.addWidget(self.tabs)
        full.addLayout(self._refused)
        full.addWidget(self._stack)
        full.addWidget(self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(REACH + 1, REACH, REACH + 1, REACH + 1)
        column.setSpacing(0)
        column.addWidget(self._full)
        column.addWidget(self.line)
        self.line.hide()
        self.setAcceptDrops(True)
        self.setAccessibleName(QCoreApplication.translate("Composer", "Composer"))
        theme().changed.connect(self.update)

    def _connect(self) -> None:
        for sheet in self.sheets.values():
            sheet.changed.connect(self._changed)
            sheet.left.connect(self._left)
            sheet.editor.given.connect(self._given)
        self.tabs.chosen.connect(self._tab_chosen)
        self.foot.send.clicked.connect(self._send_clicked)
        self.foot.stage_chosen.connect(self._changed)
        self.foot.ask_toggled.connect(self.reply.set_asking)
        self.foot.article.clicked.connect(self.article_asked)
        self.foot.hears.clicked.connect(self.update_asked)
        self.foot.attach.clicked.connect(self._ask_files)
        self.line.opened.connect(self.open)
        self.line.send.clicked.connect(self._send_clicked)
        for keys, slot in (
            ("Ctrl+Return", self._send_clicked),
            ("Ctrl+Enter", self._send_clicked),
            ("Ctrl+Shift+Return", self._send_keeping),
        ):
            action = QAction(self)
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(slot)
            self.addAction(action)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Esc leaves the text first, before anything else that it might leave.
        if isinstance(event, QKeyEvent) and _is_escape(event) and isinstance(watched, QWidget):
            watched.clearFocus()
            return True
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if isinstance(self.sheet, WrittenSheet) and offers_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._given(given_in(event.mimeData()))
        # A copy, whatever was offered: what is moved is deleted where it came from.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_frame(self, note=self.kind is DraftKind.NOTE)

    def _choose(self, kind: DraftKind) -> None:
        self.tabs.choose(kind)
        self._stack.setCurrentWidget(self.sheets[kind])
        # A stack is as high as its highest sheet unless the others say they want nothing.
        for other, sheet in self.sheets.items():
            wanted = QSizePolicy.Policy.Preferred if other is kind else QSizePolicy.Policy.Ignored
            sheet.setSizePolicy(QSizePolicy.Policy.Preferred, wanted)
        self.foot.show_kind(kind)
        self._refresh()
        self.update()

    def _go(self, kind: DraftKind, stage: str | None, *, held_back: bool) -> None:
        self.send_asked.emit(Outgoing(kind, self.sheets[kind].values(), stage, held_back))

    def _given(self, given: object) -> None:
        self.files_given.emit(given, self.kind)

    def _ask_files(self) -> None:
        self.files_asked.emit(self.kind)

    def _tab_chosen(self, kind: DraftKind) -> None:
        self._choose(kind)
        self.dismiss()
        self.sheet.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        self._refresh()
        self._stack.updateGeometry()
        self.edited.emit(self.kind)

    def _left(self) -> None:
        self.rested.emit()
        if self._low and not self.hasFocusWithin() and QApplication.activePopupWidget() is None:
            self._expand(expanded=self.refusal is not None)

    def _expand(self, *, expanded: bool) -> None:
        shown_full = expanded or not self._low
        self._full.setVisible(shown_full)
        self.line.setVisible(not shown_full)
        self._refresh()

    @property
    def _can_send(self) -> bool:
        return self._whole and self.sheet.ready and not self._busy

    def _refresh(self) -> None:
        ready = self._can_send
        self.foot.send.setEnabled(ready)
        self.line.send.setEnabled(ready)
        saved = self._saved.get(self.kind, "") if not self.sheet.empty else ""
        self.foot.say_saved(saved)
        self.foot.show_asking(self.reply.asks)
        self.line.show_text(self.sheet.text(), saved, self.kind)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.foot.set_busy(busy=busy)
        self._refresh()

    def _send_clicked(self) -> None:
        self.send()

    def _send_keeping(self) -> None:
        self.send(keep_stage=True)


def _is_escape(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
