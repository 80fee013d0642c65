"""The popover in which a remote session is prepared: tool, id, consent; starting it is asked for, not done here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supportdesk.remote.finding import Found, State
from supportdesk.remote.targets import Target
from supportdesk.remote.tool import Mode, Secret, Tool
from supportdesk.ui import moments
from supportdesk.ui.remote import words
from supportdesk.ui.remote.client_session import ClientSession
from supportdesk.ui.remote.obstacle import Obstacle
from supportdesk.ui.remote.target_form import TargetForm, split_id
from supportdesk.ui.remote.tool_words import mode_name, secret_note
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.fields import Choice, Field
from supportdesk.ui.widgets.messages import Banner, error_banner
from supportdesk.ui.widgets.popover import Popover
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.remote.toolbox import Toolbox
    from supportdesk.services.queries.remote_sessions import RemoteOffer

_WIDTH = 464
_WITH_CODES = "teamviewer"


@dataclass(slots=True)
class Draft:
    """What was chosen and typed for one case, kept while its popover is closed; values by tool, then by hole."""

    tool: str = ""
    mode: Mode = Mode.CONTROL
    values: dict[str, Mapping[str, str]] = field(default_factory=dict)
    consent: str | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """A session that is to begin."""

    tool: Tool
    mode: Mode
    target: Target
    remote_id: str
    consent_by: str


class RefusedPopover(Popover):
    """Why no session can begin on this case (SYN-1), in the rule's own words, with the way out."""

    payment_asked = Signal()

    def __init__(self, parent: QWidget, error: KnownError) -> None:
        super().__init__(parent, width=_WIDTH, padding=16)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QCoreApplication.translate("Remote", "No remote session on this case yet")
        self.setAccessibleName(title)
        self.banner = error_banner(error)
        self.banner.dismissed.connect(self.close)
        self.pay = Button(QCoreApplication.translate("Remote", "Record a payment…"))
        self.pay.clicked.connect(self._pay)
        self.body.addWidget(label(title, Type.PANE_TITLE))
        self.body.addWidget(self.banner)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.pay)
        self.body.addLayout(foot)

    def _pay(self) -> None:
        self.close()
        self.payment_asked.emit()


class StartPopover(Popover):
    """`start_asked` carries a Wish. What is refused is said here; what was typed stays in `draft`."""

    start_asked = Signal(object)
    tool_chosen = Signal(object)
    web_asked = Signal(object)
    choose_asked = Signal(object)

    def __init__(self, parent: QWidget, toolbox: Toolbox, offer: RemoteOffer, draft: Draft) -> None:
        super().__init__(parent, width=_WIDTH, padding=16)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._toolbox, self._offer, self.draft = toolbox, offer, draft
        self._found: Found | None = None
        self._busy = False
        self._refusal: Banner | None = None
        self._system = toolbox.machine.system
        self._title = label("", Type.PANE_TITLE)
        self.tool = Choice(
            QCoreApplication.translate("Remote", "Tool"), [(each.key, each.name) for each in toolbox.tools()]
        )
        self.mode = Choice(QCoreApplication.translate("Remote", "For"))
        self.form = TargetForm(self._system, toolbox.allowed)
        self.obstacle = Obstacle()
        self.consent = Field(
            QCoreApplication.translate("Remote", "Who agreed"),
            text=offer.contact if draft.consent is None else draft.consent,
            hint=QCoreApplication.translate("Remote", "The customer must agree."),
        )
        self._note = label("", Type.META, "muted", wrap=True)
        self.client = ClientSession()
        self._with_client = False
        self.cancel = Button(QCoreApplication.translate("Remote", "Cancel"))
        self.start = Button("", ButtonKind.PRIMARY)
        self._lay_out()
        self._connect()
        self.tool.choose(draft.tool)
        self._show_tool()

    # ------------------------------------------------------------------ what it is told

    def chosen(self) -> Tool:
        """The tool in view."""
        tool = self._toolbox.tool(str(self.tool.value()))
        return tool if tool is not None else self._toolbox.tools()[0]

    @property
    def found(self) -> Found | None:
        """Where the tool's program lies; None while it is looked for."""
        return self._found

    def show_found(self, tool: Tool, found: Found) -> None:
        """Take in where the tool's program lies; an answer for another tool comes too late."""
        if tool.key == self.chosen().key:
            first, self._found = self._found is None, found
            self._show_obstacle()
            self._refresh()
            if first and self.isVisible():
                self.begin()

    def refuse(self, error: KnownError, *, ways: bool = False) -> None:
        """Say why nothing was started; `ways` where the tool itself is what failed."""
        self._set_busy(busy=False)
        self._drop_refusal()
        if ways:
            self.obstacle.show_refusal(self.chosen(), error, choosable=self._choosable())
        else:
            self._refusal = error_banner(error)
            self._refusal.dismissed.connect(self._drop_refusal)
            self.body.insertWidget(1, self._refusal)

    @property
    def refusal(self) -> Banner | None:
        """The refusal in view, if any."""
        return self._refusal

    def offer_client(self, *, offered: bool) -> None:
        """Offer a session that TeamViewer makes for the client, or not, where nobody can ask for one."""
        self._with_client = offered
        self.client.setVisible(offered and self.chosen().key == _WITH_CODES)

    def begin(self) -> None:
        """Give the focus to what is still missing, else to *Start*."""
        gap = self.form.first_gap() or (None if self.consent.text() else self.consent.control)
        (gap or self.start).setFocus(Qt.FocusReason.PopupFocusReason)

    def submit(self) -> None:
        """Ask for the session to be started."""
        target = self.form.target()
        if target is None or not self.start.isEnabled():
            return
        self._drop_refusal()
        self._set_busy(busy=True)
        wish = Wish(self.chosen(), target.mode, target, self.form.remote_id(), self.consent.text())
        self.start_asked.emit(wish)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submit()
            return
        super().keyPressEvent(event)

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        self.body.addWidget(self._title)
        if self._offer.client:
            self.body.addWidget(label(moments.own(self._offer.client), Type.META, "muted"))
        self.body.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.tool, 3)
        row.addWidget(self.mode, 2)
        self.body.addLayout(row)
        for part in (self.form, self.obstacle, self.consent, self._note, self.client):
            self.body.addWidget(part)
        self.body.addSpacing(4)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.start)
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.tool.changed.connect(self._tool_changed)
        self.client.resized.connect(self.adjustSize)
        self.mode.changed.connect(self._mode_changed)
        self.form.changed.connect(self._typed)
        self.consent.changed.connect(self._agreed)
        self.obstacle.copy_asked.connect(self._copy)
        self.obstacle.web_asked.connect(self._open_web)
        self.obstacle.choose_asked.connect(self._choose_program)
        self.cancel.clicked.connect(self.close)
        self.start.clicked.connect(self.submit)

    def _tool_changed(self, key: object) -> None:
        self.draft.tool, self.draft.mode = str(key), Mode.CONTROL
        self._found = None
        self._drop_refusal()
        self._show_tool()

    def _mode_changed(self, mode: object) -> None:
        self.draft.mode = Mode(str(mode))
        self._show_form()
        self._refresh()

    def _show_tool(self) -> None:
        tool = self.chosen()
        modes = tool.modes(self._system)
        self.mode.offer([(mode, mode_name(mode)) for mode in modes])
        self.mode.choose(self.draft.mode if self.draft.mode in modes else modes[0])
        self.mode.setVisible(len(modes) > 1)
        self.start.setText(self._start_text())
        self.client.setVisible(self._with_client and tool.key == _WITH_CODES)
        self._show_form()
        self._show_obstacle()
        self._refresh()
        self.tool_chosen.emit(tool)

    def _show_form(self) -> None:
        tool, mode = self.chosen(), self._mode()
        before = [each.remote_id for each in self._offer.known if each.tool in (tool.name, tool.key)]
        needed = tool.needed(mode, self._system)
        values = self.draft.values.get(tool.key)
        if values is None:
            values = next((found for each in before if (found := split_id(needed, each))), {})
        self.form.show_tool(tool, mode, values, before)
        told = QCoreApplication.translate("Remote", "This will be noted on the case.")
        note = secret_note(tool) if tool.secret is not Secret.NONE or not needed else ""
        self._note.setText(" ".join(part for part in (told, note) if part))

    def _show_obstacle(self) -> None:
        tool = self.chosen()
        offline = self._toolbox.out_of_reach(tool)
        self.obstacle.show_found(tool, self._found, offline=offline, choosable=self._choosable())
        self.obstacle.allow_copy(allowed=bool(self.form.remote_id()))

    def _typed(self) -> None:
        self.draft.values[self.chosen().key] = self.form.values()
        self._drop_refusal()
        self._refresh()

    def _agreed(self, text: str) -> None:
        self.draft.consent = text
        self._refresh()

    def _refresh(self) -> None:
        remote_id = self.form.remote_id()
        title = QCoreApplication.translate("Remote", "Start a remote session")
        if remote_id:
            words_for_id = QCoreApplication.translate("Remote", "Connect to {id}?")
            title = words_for_id.format(id=words.identity(remote_id))
        self._title.setText(title)
        self.setAccessibleName(title)
        there = self._found is not None and self._found.state in {State.FOUND, State.NOT_NEEDED}
        ready = there and self.form.target() is not None and bool(self.consent.text())
        self.start.setEnabled(ready and not self._busy)
        self.obstacle.allow_copy(allowed=bool(remote_id))

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        starting = QCoreApplication.translate("Remote", "Starting…")
        self.start.setText(starting if busy else self._start_text())
        self._refresh()

    def _start_text(self) -> str:
        return QCoreApplication.translate("Remote", "Start {tool}").format(tool=self.chosen().name)

    def _mode(self) -> Mode:
        value = self.mode.value()
        return Mode(str(value)) if value is not None else Mode.CONTROL

    def _choosable(self) -> bool:
        places = self.chosen().places.get(self._system)
        return places is not None and bool(places.executables)

    def _drop_refusal(self) -> None:
        if self._refusal is not None:
            self._refusal.hide()
            self._refusal.deleteLater()
            self._refusal = None

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.form.remote_id())

    def _open_web(self) -> None:
        self.web_asked.emit(self.chosen())

    def _choose_program(self) -> None:
        self.choose_asked.emit(self.chosen())
