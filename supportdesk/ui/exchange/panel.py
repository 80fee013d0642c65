"""The panel behind the status item: the hub, how the line stands, loading, what it asks, what waits in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.services.exchange import outlook
from supportdesk.services.views.outlook import Standing, WaitingChange
from supportdesk.ui import moments
from supportdesk.ui.exchange.copied import details_text
from supportdesk.ui.exchange.file_part import FilePart
from supportdesk.ui.exchange.state_words import told
from supportdesk.ui.exchange.waiting_list import WaitingList
from supportdesk.ui.file_line import FileState
from supportdesk.ui.hub_line import HubLine, LineState, Phase
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.dialog import Dialog
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.progress import Bar
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from supportdesk.domain.operation import ChangeSet
    from supportdesk.ui.pages import Shell

_PATIENCE_MS = 200


class HubPanel(Dialog):
    """Shows a Standing and a LineState, and reads what waits by itself while it is open."""

    def __init__(self, shell: Shell, line: HubLine | None) -> None:
        super().__init__(
            shell.cover, QCoreApplication.translate("HubPanel", "This desk and its hub"), size=(760, 600)
        )
        self._shell, self._line = shell, line
        self._standing, self._state = Standing(), line.state() if line is not None else None
        self._changes: tuple[WaitingChange, ...] = ()
        self._kept_all = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PATIENCE_MS)
        self._soon.timeout.connect(self.read)
        self._fill()
        self._fill_foot()
        shell.session.notifier.changed.connect(self._changed)
        self.closed.connect(self._gone)
        self.read()

    def read(self) -> None:
        """Read what waits."""
        self._shell.session.ask(
            "waiting changes", outlook.waiting, then=self._show_waiting, failed=self._unread
        )

    def show_standing(
        self, standing: Standing, state: LineState | None, files: FileState | None = None
    ) -> None:
        """Show how the desk stands."""
        waits_anew = standing.waiting != self._standing.waiting
        self._standing, self._state = standing, state
        now, zone = self._shell.session.now(), self._shell.zone
        found = told(standing, state, now, zone, files)
        self._mark.show_mark(IconMark(found.icon, found.tint, 19))
        self._sentence.setText(found.sentence)
        self._address.setText(moments.ltr(standing.address))
        self._facts.setText(self._fact_line())
        paused = standing.paused or (state is not None and state.phase is Phase.PAUSED)
        self.pause.setText(
            QCoreApplication.translate("HubPanel", "Go on")
            if paused
            else QCoreApplication.translate("HubPanel", "Pause")
        )
        self.pause.set_icon("play" if paused else "pause")
        self.send.setEnabled(not paused)
        self._show_trouble(state)
        self._show_loading(standing, paused=paused)
        self.files.show_files(standing, files)
        self._say_how_many()
        if waits_anew:
            self._soon.start()

    # ------------------------------------------------------------------ its parts

    def _fill(self) -> None:
        self._mark = MarkView(IconMark("cloud", "muted", 19))
        self._sentence = label("", Type.BODY_STRONG, "text", wrap=True)
        self._address = ElidedLabel("", Type.META, "text2")
        self._facts = label("", Type.META, "muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self._sentence, self._address, self._facts):
            words.addWidget(part)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(self._mark)
        top.addLayout(words, 1)
        self.body.addLayout(top)
        self.trouble = Banner(MessageKind.ERROR)
        self.trouble.acted.connect(self._sign_in)
        # To be out of reach is a state and no error.
        self.away = Banner(MessageKind.OFFLINE)
        for banner in (self.trouble, self.away):
            banner.hide()
            self.body.addWidget(banner)
        self.body.addWidget(self._make_fuse())
        self.body.addWidget(self._make_loading())
        self.files = FilePart()
        self.body.addWidget(self.files)
        self._heading = label("", Type.META_STRONG, "text2")
        self.body.addSpacing(2)
        self.body.addWidget(self._heading)
        self.waiting = WaitingList(self._shell.session.now, self._shell.zone)
        self.waiting.case_asked.connect(self._open_case)
        self.body.addWidget(self.waiting, 1000)
        # Where nothing waits the rest stays together at the top.
        self.body.addStretch(1)

    def _make_fuse(self) -> QWidget:
        self.fuse = QWidget()
        self._asked = Banner(MessageKind.HINT)
        self.drop = Button(QCoreApplication.translate("HubPanel", "Let it happen"), ButtonKind.DESTRUCTIVE)
        self.drop.clicked.connect(self._allow_drop)
        self.keep = Button(QCoreApplication.translate("HubPanel", "Keep them for now"))
        self.keep.clicked.connect(self._keep)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.drop)
        buttons.addWidget(self.keep)
        column = QVBoxLayout(self.fuse)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._asked)
        column.addLayout(buttons)
        self.fuse.hide()
        return self.fuse

    def _make_loading(self) -> QWidget:
        self.loading = QWidget()
        self._loaded = label("", Type.BODY_NUMBERS, "text")
        self._bar = Bar()
        self.stop_loading = Button("")
        self.stop_loading.clicked.connect(self._turn_pause)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._bar, 1)
        row.addWidget(self.stop_loading)
        column = QVBoxLayout(self.loading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._loaded)
        column.addLayout(row)
        note = QCoreApplication.translate(
            "HubPanel", "You can work meanwhile. If it is stopped, it goes on where it was."
        )
        column.addWidget(label(note, Type.META, "muted", wrap=True))
        self.loading.hide()
        return self.loading

    def _fill_foot(self) -> None:
        copying = Button(
            QCoreApplication.translate("HubPanel", "Copy details"),
            ButtonKind.FLAT,
            icon="copy-simple",
            large=True,
        )
        copying.clicked.connect(self.copy_details)
        self.pause = Button("", icon="pause", large=True)
        self.pause.clicked.connect(self._turn_pause)
        self.send = Button(
            QCoreApplication.translate("HubPanel", "Send now"),
            ButtonKind.PRIMARY,
            icon="cloud-arrow-up",
            large=True,
        )
        self.send.setToolTip("F5")
        self.send.clicked.connect(self._send_now)
        self.footer_start.addWidget(copying)
        self.footer_end.addWidget(self.pause)
        self.footer_end.addWidget(self.send)
        for button in (self.pause, self.send):
            button.setVisible(self._line is not None)

    # ------------------------------------------------------------------ what is shown

    def _fact_line(self) -> str:
        now, zone = self._shell.session.now(), self._shell.zone
        standing, parts = self._standing, []
        if standing.agent:
            words = QCoreApplication.translate("HubPanel", "Signed in as {name}")
            parts.append(words.format(name=moments.own(standing.agent)))
        contact = (self._state.contact_at if self._state is not None else None) or standing.contact_at
        if contact is not None:
            words = QCoreApplication.translate("HubPanel", "last contact {moment}")
            parts.append(words.format(moment=moments.ago_sentence(contact, now, zone)))
        return " · ".join(parts)

    def _show_trouble(self, state: LineState | None) -> None:
        asks = state.asks_to_drop if state is not None else None
        self.fuse.setVisible(asks is not None and not self._kept_all)
        if asks is not None:
            self._asked.say(
                QCoreApplication.translate(
                    "HubPanel", "The hub asks this desk to drop %n case(s) and customers.", None, asks
                ),
                QCoreApplication.translate(
                    "HubPanel",
                    "That is more than usual. Until you decide, nothing is dropped and nothing more is fetched; what "
                    "you do here is kept. Ask your administrator whether it is meant.",
                ),
            )
        trouble = state.trouble if state is not None and asks is None else None
        offline = state is not None and state.phase is Phase.OFFLINE
        self.away.setVisible(offline and trouble is not None)
        if offline and trouble is not None:
            self.away.say(trouble.what, " ".join(filter(None, (trouble.meaning, trouble.remedy))))
            trouble = None
        signs_in = state is not None and state.phase is Phase.SIGNED_OUT
        self.trouble.setVisible(trouble is not None or signs_in)
        if trouble is not None:
            self.trouble.say(trouble.what, " ".join(filter(None, (trouble.meaning, trouble.remedy))))
        elif signs_in:
            self.trouble.say(
                QCoreApplication.translate("HubPanel", "You are signed out."),
                QCoreApplication.translate("HubPanel", "What you did is kept and sent once you sign in."),
            )
        self.trouble.action.setText(QCoreApplication.translate("HubPanel", "Sign in…") if signs_in else "")
        self.trouble.action.setVisible(signs_in)

    def _show_loading(self, standing: Standing, *, paused: bool) -> None:
        self.loading.setVisible(standing.loading)
        if not standing.loading:
            return
        done, whole = standing.loaded, standing.total
        self._bar.show_share(done / whole if whole else 0.0)
        words = (
            QCoreApplication.translate(
                "HubPanel", "Loading: {done} of {whole} cases and customers, {share} %"
            )
            if whole
            else QCoreApplication.translate("HubPanel", "Loading cases and customers…")
        )
        share = int(100 * done / whole) if whole else 0
        self._loaded.setText(words.format(done=done, whole=whole, share=share))
        self.stop_loading.setText(
            QCoreApplication.translate("HubPanel", "Go on loading")
            if paused
            else QCoreApplication.translate("HubPanel", "Stop loading")
        )
        self.stop_loading.setVisible(self._line is not None)

    def _show_waiting(self, changes: tuple[WaitingChange, ...]) -> None:
        self._changes = changes
        self.waiting.show_changes(changes)
        self.waiting.setVisible(bool(changes))
        self._say_how_many()

    def _say_how_many(self) -> None:
        count = len(self._changes)
        self._heading.setText(
            QCoreApplication.translate("HubPanel", "%n change(s) waiting, in order", None, count)
            if count
            else self._nothing_waits()
        )

    def _nothing_waits(self) -> str:
        if self._standing.files:
            return QCoreApplication.translate("HubPanel", "Everything that was written is with the hub.")
        return QCoreApplication.translate("HubPanel", "Nothing waits. Everything you did is with the hub.")

    def _unread(self, _error: object) -> None:
        """What can't be read now is read again with the next change."""

    # ------------------------------------------------------------------ what is asked

    def copy_details(self) -> None:
        """Copy everything in view as plain text, for whoever helps; no words of cases are in it."""
        text = details_text(self._standing, self._state, self._changes, self._shell.session.now())
        QGuiApplication.clipboard().setText(text)
        self._shell.say(QCoreApplication.translate("HubPanel", "Details copied."))

    def _send_now(self) -> None:
        if self._line is not None:
            self._line.send_now()

    def _turn_pause(self) -> None:
        if self._line is not None:
            paused = self._standing.paused or (self._state is not None and self._state.phase is Phase.PAUSED)
            self._line.pause(not paused)

    def _allow_drop(self) -> None:
        if self._line is not None:
            self.drop.setEnabled(False)
            self._line.allow_drop()

    def _keep(self) -> None:
        self._kept_all = True
        self.fuse.hide()

    def _sign_in(self) -> None:
        self.close_with(None)
        if self._line is not None:
            self._line.sign_in()

    def _open_case(self, case_id: object) -> None:
        self.close_with(None)
        self._shell.open_case(case_id)  # type: ignore[arg-type]  # a UUID, through an object's signal

    def _changed(self, changes: ChangeSet) -> None:
        if changes.changes or changes.everything:
            self._soon.start()

    def _gone(self, _result: object) -> None:
        self.deleteLater()
