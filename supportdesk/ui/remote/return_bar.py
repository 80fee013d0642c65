"""The question on return whether a session was ended, with its length to log or to correct; logging is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from supportdesk.ui import moments
from supportdesk.ui.remote import words
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.awaited import Awaited
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.choices import CheckBox
from supportdesk.ui.widgets.fields import FormRow, TextBox
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.messages import Banner, error_banner
from supportdesk.ui.widgets.painting import rounded
from supportdesk.ui.widgets.popover import Popover
from supportdesk.ui.widgets.texts import LeadText, label

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from supportdesk.domain.errors import KnownError
    from supportdesk.services.queries.remote_sessions import OpenSession

_INSET = 4
_LONGEST = 24 * 60
# Whoever comes back so much later didn't sit in the session all that time: the length is theirs to say.
_TOO_LONG = 12 * 60


@dataclass(frozen=True, slots=True)
class Ending:
    """How a session is logged."""

    session: OpenSession
    minutes: int
    note: str = ""
    chargeable: bool | None = None


@dataclass(slots=True)
class EndDraft:
    """What was typed of one session's end, kept while its popover is closed; no minutes while they are as proposed."""

    minutes: int | None = None
    note: str = ""
    chargeable: bool = False


class ReturnBar(QWidget):
    """One session at a time: log the proposed length, correct it, or go on. `logged` carries an Ending."""

    logged = Signal(object)
    edit_asked = Signal()
    running_said = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session: OpenSession | None = None
        self.minutes = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._text = LeadText("", "", "remote")
        self.log = Button(QCoreApplication.translate("Remote", "Log session"), ButtonKind.PRIMARY)
        self.edit = Button(QCoreApplication.translate("Remote", "Edit…"))
        self.running = Button(QCoreApplication.translate("Remote", "Still running"), ButtonKind.FLAT)
        self.running.set_tint("remote")
        self.log.clicked.connect(self._log)
        self.edit.clicked.connect(self.edit_asked)
        self.running.clicked.connect(self.running_said)
        row = QHBoxLayout(self)
        row.setContentsMargins(12 + _INSET, 6, 6 + _INSET, 6 + _INSET)
        row.setSpacing(8)
        row.addWidget(MarkView(IconMark("monitor-play-fill", "remote", 16)))
        row.addWidget(self._text, 1)
        for button in (self.log, self.edit, self.running):
            row.addWidget(button)
        theme().changed.connect(self.update)
        self.hide()

    def ask(
        self, session: OpenSession, minutes: int, now: datetime, zone: tzinfo | None, *, elsewhere: bool
    ) -> None:
        """Ask about a session; `elsewhere` where it belongs to another case than the one in view."""
        self.session, self.minutes = session, minutes
        lead = words.was_it_ended(session.remote_id, session.tool, session.number if elsewhere else "")
        if minutes > _TOO_LONG:
            told = QCoreApplication.translate("Remote", "It was begun {moment}.")
            text = told.format(moment=moments.moment(session.started_at, now, zone))
        else:
            told = QCoreApplication.translate("Remote", "{length} so far")
            text = told.format(length=words.minutes_text(minutes))
        self.log.setVisible(minutes <= _TOO_LONG)
        self.log.setText(
            QCoreApplication.translate("Remote", "Log {length}").format(length=words.minutes_text(minutes))
        )
        self._text.say(lead, text)
        self.updateGeometry()
        self.setAccessibleName(f"{lead} {text}")
        self.set_busy(busy=False)
        self.show()

    def rest(self) -> None:
        """Ask nothing."""
        self.session = None
        self.hide()

    def set_busy(self, *, busy: bool) -> None:
        """Take no second answer while the first is on its way."""
        for button in (self.log, self.edit, self.running):
            button.setEnabled(not busy)

    def sizeHint(self) -> QSize:
        # Layouts make no widget of this policy higher than its hint, whatever height its width asks for.
        hint = super().sizeHint()
        return QSize(hint.width(), max(theme().px(44), self.heightForWidth(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            # As wide as the composer without its shadow, and a little above it.
            box = QRectF(self.rect()).adjusted(_INSET, 0, -_INSET, -_INSET)
            rounded(painter, box, 8, theme().colours.remote_bg)

    def _log(self) -> None:
        if self.session is not None:
            self.set_busy(busy=True)
            self.logged.emit(Ending(self.session, self.minutes))


class EndPopover(Popover):
    """Length, what was done, and whether it is to be charged; it stays in `draft`. `logged` carries an Ending."""

    logged = Signal(object)

    def __init__(self, parent: QWidget, session: OpenSession, minutes: int, draft: EndDraft) -> None:
        super().__init__(parent, width=360, padding=16)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.session, self._draft = session, draft
        self._refusal: Banner | None = None
        self.minutes = QSpinBox()
        self.minutes.setRange(1, _LONGEST)
        proposed = min(minutes, _LONGEST) if minutes <= _TOO_LONG else 1
        self.minutes.setValue(proposed if draft.minutes is None else draft.minutes)
        self.minutes.setSuffix(QCoreApplication.translate("Remote", " min"))
        # The sheet makes its buttons no wider than nothing; left out altogether, they would leave the number no room.
        self.minutes.lineEdit().setTextMargins(7, 0, 7, 0)
        self.minutes.setFixedWidth(theme().px(92))
        self.note = TextBox(QCoreApplication.translate("Remote", "What was done"), lines=3)
        self.chargeable = CheckBox(QCoreApplication.translate("Remote", "To be charged to the customer"))
        self.note.set_text(draft.note)
        self.chargeable.setChecked(draft.chargeable)
        self.minutes.valueChanged.connect(self._keep_minutes)
        self.note.changed.connect(self._keep_note)
        self.chargeable.toggled.connect(self._keep_charge)
        self._awaited = Awaited((self.minutes, self.note, self.chargeable), self)
        self.log = Button(QCoreApplication.translate("Remote", "Log session"), ButtonKind.PRIMARY)
        self.log.clicked.connect(self.submit)
        title = QCoreApplication.translate("Remote", "End the remote session")
        self.setAccessibleName(title)
        self.body.addWidget(label(title, Type.PANE_TITLE))
        whom = words.identity(session.remote_id)
        self.body.addWidget(label(moments.listed((session.tool, whom)), Type.META, "muted"))
        self.body.addSpacing(4)
        length = FormRow(QCoreApplication.translate("Remote", "Length"), self.minutes)
        row = QHBoxLayout()
        row.addWidget(length)
        row.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.note)
        self.body.addWidget(self.chargeable)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.log)
        self.body.addLayout(foot)

    def submit(self) -> None:
        """Ask for it to be logged; nothing can be changed meanwhile."""
        self.log.setEnabled(False)
        self._awaited.hold()
        ending = Ending(self.session, self.minutes.value(), self.note.text(), self.chargeable.isChecked())
        self.logged.emit(ending)

    def refuse(self, error: KnownError) -> None:
        """Say why it was not logged."""
        self._awaited.let_go()
        self.log.setEnabled(True)
        if self._refusal is not None:
            self._refusal.deleteLater()
        self._refusal = error_banner(error)
        self.body.insertWidget(1, self._refusal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.log.isEnabled():
            self.submit()
            return
        super().keyPressEvent(event)

    def _keep_minutes(self, minutes: int) -> None:
        self._draft.minutes = minutes

    def _keep_note(self) -> None:
        self._draft.note = self.note.text()

    def _keep_charge(self, on: bool) -> None:
        self._draft.chargeable = on
