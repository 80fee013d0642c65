"""Begins remote sessions from the case in view: the line on the case first, then the tool; ending is next door."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from supportdesk.domain.errors import KnownError
from supportdesk.remote.finding import Found
from supportdesk.remote.launch_plan import web_version
from supportdesk.remote.tool import Mode, Tool
from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries.remote_sessions import RemoteOffer, offer
from supportdesk.ui import moments
from supportdesk.ui.remote import words
from supportdesk.ui.remote.beginning import Beginning
from supportdesk.ui.remote.button import Choice, RemoteButton
from supportdesk.ui.remote.client_codes import ClientCodes
from supportdesk.ui.remote.returning import Returning
from supportdesk.ui.remote.start_popover import Draft, RefusedPopover, StartPopover, Wish

if TYPE_CHECKING:
    from supportdesk.remote.toolbox import Toolbox
    from supportdesk.services.views import CaseDetail
    from supportdesk.ui.pages import Shell
    from supportdesk.ui.remote.account import Account

OpenToolbox = Callable[[], "Toolbox"]


class RemoteDesk(QObject):
    """Owns the button's offers and the popover. What was begun goes on when its popover or its case is left.

    `open_toolbox` reads the tools' files, off the window's thread; without it, or without a tool for this computer,
    nothing can be begun here. With an account, TeamViewer makes sessions for clients.
    """

    payment_asked = Signal()

    def __init__(
        self,
        shell: Shell,
        open_toolbox: OpenToolbox | None,
        button: RemoteButton,
        page: QWidget,
        account: Account | None = None,
    ) -> None:
        super().__init__(page)
        self.codes = ClientCodes(shell, account, self)
        self._shell, self._button, self._page = shell, button, page
        self.toolbox: Toolbox | None = None
        self.returning = Returning(shell, page)
        self.popover: StartPopover | None = None
        self.refused: RefusedPopover | None = None
        self._case: CaseDetail | None = None
        self._drafts: dict[UUID, Draft] = {}
        self._wanted: Choice | None = None
        self._asked = False
        self._looked_for: Tool | None = None
        self._unfit: KnownError | None = None
        button.chosen.connect(self.start)
        if open_toolbox is not None:
            shell.session.ask(None, _open, open_toolbox, then=self._opened)

    @property
    def ready(self) -> bool:
        """Whether sessions can be begun from here."""
        return self.toolbox is not None and bool(self.toolbox.tools())

    def show_case(self, case: CaseDetail | None) -> None:
        """The case that sessions are begun from."""
        before, self._case = self._case, case
        if case is None:
            self.returning.show_case(None)
            return
        self._button.setEnabled(case.as_of is None)
        if before is None or before.id != case.id:
            self.returning.show_case(case.id)
        else:
            self.returning.read()
        self._read_offer()

    def start(self, choice: Choice | None = None) -> None:
        """Prepare a session: with the default tool, or with what was chosen from the menu."""
        if self._case is None or self._case.as_of is not None:
            return
        self._wanted, self._asked = choice, True
        self._read_offer()

    # ------------------------------------------------------------------ what is offered

    def _opened(self, toolbox: Toolbox) -> None:
        self.toolbox = toolbox
        self._read_offer()

    def _read_offer(self) -> None:
        # What covers the case, and where the client was reached, may have changed since.
        if self._case is not None and self.ready:
            self._shell.session.ask("remote offer", offer, self._case.id, then=self._offered)

    def _offered(self, found: RemoteOffer) -> None:
        if self._case is None or found.case_id != self._case.id or self.toolbox is None:
            return
        choices = _choices(self.toolbox, found)
        self._button.offer(choices[0], choices[1:])
        if self._asked:
            self._asked = False
            self._prepare(found)

    def _prepare(self, found: RemoteOffer) -> None:
        if self.toolbox is None or self.popover is not None:
            return
        if found.refusal is not None:
            self.refused = RefusedPopover(self._page, found.refusal)
            self.refused.payment_asked.connect(self.payment_asked)
            self.refused.closed.connect(self._let_refused_go)
            self.refused.open_at(self._button)
            return
        draft = self._drafts.setdefault(found.case_id, Draft())
        if self._wanted is not None:
            draft.tool, draft.mode = self._wanted.tool.key, self._wanted.mode
        popover = self.popover = StartPopover(self._page, self.toolbox, found, draft)
        popover.tool_chosen.connect(self._look_for)
        popover.start_asked.connect(self._begin)
        popover.web_asked.connect(self._open_web)
        popover.choose_asked.connect(self._choose_program)
        popover.closed.connect(self._let_go)
        self.codes.attach(popover, found.case_id)
        self._look_for(popover.chosen())
        popover.open_at(self._button)
        popover.begin()
        unfit, self._unfit = self._unfit, None
        if unfit is not None:
            popover.refuse(words.refused(popover.chosen(), unfit))

    def _let_go(self) -> None:
        self.popover = None
        self.codes.detach()

    def _let_refused_go(self) -> None:
        self.refused = None

    # ------------------------------------------------------------------ the tool's program

    def _look_for(self, tool: Tool) -> None:
        self._looked_for = tool
        self._shell.session.ask("remote tool", _look_for, self.toolbox, tool, then=self._found)

    def _found(self, found: Found) -> None:
        if self.popover is not None and self._looked_for is not None:
            self.popover.show_found(self._looked_for, found)

    def _open_web(self, tool: Tool) -> None:
        page = web_version(tool)
        if page is None or self.toolbox is None:
            return
        try:
            self.toolbox.launch(tool, page)
        except KnownError as error:
            self._shell.refuse(words.refused(tool, error))

    def _choose_program(self, tool: Tool) -> None:
        # What covers the window and takes its clicks has to go first; what was typed is kept.
        if self.popover is not None:
            self.popover.close()
        title = QCoreApplication.translate("Remote", "Choose the program of {tool}")
        name, _filter = QFileDialog.getOpenFileName(self._page, title.format(tool=tool.name))
        if name:
            self.use_program(tool, name)
        else:
            self.start(Choice(tool, self._mode()))

    def use_program(self, tool: Tool, program: str) -> None:
        """Use a program that a person chose for the tool, from now on; say why if it can't be."""
        self._looked_for = tool
        self._shell.session.do(
            _choose, self.toolbox, tool, program, then=self._chosen, failed=self._not_chosen
        )

    def _chosen(self, _nothing: object) -> None:
        if self._looked_for is not None:
            self.start(Choice(self._looked_for, self._mode()))

    def _not_chosen(self, error: KnownError) -> None:
        self._unfit = error
        self._chosen(None)

    def _mode(self) -> Mode:
        draft = self._drafts.get(self._case.id) if self._case is not None else None
        return draft.mode if draft is not None else Mode.CONTROL

    # ------------------------------------------------------------------ beginning

    def _begin(self, wish: Wish) -> None:
        if self._case is None or self.toolbox is None:
            return
        underway = Beginning(self._shell.session, self.toolbox, self._case.id, wish, self.popover, self)
        underway.noted.connect(self.returning.begun)
        underway.started.connect(self._started)
        underway.refused.connect(self._refused)
        underway.failed.connect(self._not_started)
        underway.told.connect(self.returning.read)
        underway.begin()

    def _started(self, underway: Beginning) -> None:
        if self._is_open_for(underway) and self.popover is not None:
            self.popover.close()
        # What is typed for the same case meanwhile is for another session.
        if self.popover is None or self.popover.draft is not self._drafts.get(underway.case_id):
            self._drafts.pop(underway.case_id, None)
        said = QCoreApplication.translate("Remote", "{tool} started")
        noted = QCoreApplication.translate("Remote", "It is noted on the case.")
        self._shell.say(said.format(tool=moments.own(underway.wish.tool.name)), noted)

    def _not_started(self, underway: Beginning, error: KnownError) -> None:
        told = words.refused(underway.wish.tool, error)
        if self._is_open_for(underway) and self.popover is not None:
            self.popover.refuse(told, ways=True)
        else:
            self._shell.refuse(told)

    def _refused(self, underway: Beginning, error: KnownError) -> None:
        told = words.refused(underway.wish.tool, error)
        if self._is_open_for(underway) and self.popover is not None:
            self.popover.refuse(told)
        else:
            self._shell.refuse(told)

    def _is_open_for(self, underway: Beginning) -> bool:
        """Whether the popover in view is the one in which this was asked for."""
        return self.popover is not None and self.popover is underway.popover


def _choices(toolbox: Toolbox, found: RemoteOffer) -> list[Choice]:
    """What the button offers: the default tool, its other modes, then the other tools."""
    system = toolbox.machine.system
    choices = []
    for number, tool in enumerate(toolbox.tools()):
        led = next((each.remote_id for each in found.known if each.tool in (tool.name, tool.key)), "")
        modes = tool.modes(system) if number == 0 else tool.modes(system)[:1]
        choices += [Choice(tool, mode, led if mode is modes[0] else "") for mode in modes]
    return choices


# What follows runs off the window's thread; the desk is handed to all that is asked.


def _open(_desk: Desk, open_toolbox: OpenToolbox) -> Toolbox:
    return open_toolbox()


def _look_for(_desk: Desk, toolbox: Toolbox, tool: Tool) -> Found:
    return toolbox.look_for(tool)


def _choose(_desk: Desk, toolbox: Toolbox, tool: Tool, program: str) -> None:
    toolbox.choose(tool, program)
