"""Begins remote sessions from the case in view: the line on the case first, then the tool; ending is next door."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from supportdesk.domain.errors import KnownError
from supportdesk.remote.finding import Found
from supportdesk.remote.launch_plan import OpenLink, Plan, plan, web_version
from supportdesk.remote.tool import Mode, Tool
from supportdesk.services.cases import remote_sessions
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.queries.remote_sessions import RemoteOffer, offer
from supportdesk.ui import moments
from supportdesk.ui.remote import words
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


@dataclass(slots=True)
class _Underway:
    """A session on its way: where to, with what, and its id once the case has it."""

    case_id: UUID
    wish: Wish
    plan: Plan
    session_id: UUID | None = None


class RemoteDesk(QObject):
    """Owns the button's offers and the popover. One session begins at a time.

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
        self._underway: _Underway | None = None
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
        if self._case is not None and self.toolbox is not None:
            self._plan(self._case.id, wish)

    def _plan(self, case_id: UUID, wish: Wish) -> None:
        # All that can be refused is refused before anything stands on the case.
        self._shell.session.ask(
            "remote plan",
            _plan,
            self.toolbox,
            case_id,
            wish,
            then=self._planned,
            failed=self._refused,
        )

    def _planned(self, underway: _Underway) -> None:
        self._underway = underway
        wish = underway.wish
        self._shell.session.do(
            remote_sessions.start_session,
            underway.case_id,
            tool=wish.tool.name,
            remote_id=wish.remote_id or None,
            consent_by=wish.consent_by,
            then=self._logged,
            failed=self._refused,
        )

    def _logged(self, done: Done) -> None:
        underway = self._underway
        if underway is None or self.toolbox is None or done.created is None:
            return
        underway.session_id = done.created
        self.returning.begun(done.created)
        if isinstance(underway.plan, OpenLink):
            # The system's own way to open a link belongs to the window's thread, and returns at once.
            try:
                self.toolbox.launch(underway.wish.tool, underway.plan)
            except KnownError as error:
                self._not_started(error)
            else:
                self._started(None)
        else:
            self._shell.session.ask(
                None, _launch, self.toolbox, underway, then=self._started, failed=self._not_started
            )

    def _started(self, _nothing: object) -> None:
        underway, self._underway = self._underway, None
        if underway is None:
            return
        self._drafts.pop(underway.case_id, None)
        if self.popover is not None:
            self.popover.close()
        said = QCoreApplication.translate("Remote", "{tool} started")
        noted = QCoreApplication.translate("Remote", "It is noted on the case.")
        self._shell.say(said.format(tool=moments.own(underway.wish.tool.name)), noted)

    def _not_started(self, error: KnownError) -> None:
        underway, self._underway = self._underway, None
        if underway is None:
            return
        self._shell.session.do(
            remote_sessions.fail_session,
            underway.case_id,
            underway.session_id,
            words.failure_code(error),
            then=self._failure_noted,
        )
        told = words.refused(underway.wish.tool, error)
        if self.popover is not None:
            self.popover.refuse(told, ways=True)
        else:
            self._shell.refuse(told)

    def _failure_noted(self, _done: object) -> None:
        self.returning.read()

    def _refused(self, error: KnownError) -> None:
        self._underway = None
        if self.popover is not None:
            self.popover.refuse(words.refused(self.popover.chosen(), error))
        else:
            self._shell.refuse(error)


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


def _plan(_desk: Desk, toolbox: Toolbox, case_id: UUID, wish: Wish) -> _Underway:
    program = toolbox.look_for(wish.tool).program
    return _Underway(case_id, wish, plan(wish.tool, wish.target, toolbox.machine.system, program))


def _launch(_desk: Desk, toolbox: Toolbox, underway: _Underway) -> None:
    toolbox.launch(underway.wish.tool, underway.plan)
