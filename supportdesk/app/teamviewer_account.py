"""The desk's TeamViewer account in the window: asks in threads of its own, keeps answers by acts; see ui/remote."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from supportdesk.app.teamviewer_calls import MOST_CODES
from supportdesk.app.teamviewer_underway import Fetch, TokenCheck, needs_a_person, offline
from supportdesk.domain.errors import KnownError
from supportdesk.services.cases.session_codes import CodeOffer, SessionCode, code_offer, note_code
from supportdesk.services.importing.connection_reports import Intake, plan_intake, take_step
from supportdesk.services.importing.fetched_reports import FetchStarts, fetch_starts, note_fetched
from supportdesk.services.queries.remote_facts import unknown_codes
from supportdesk.services.queries.remote_sessions import offer
from supportdesk.ui.remote.account import AccountState, FetchOutcome
from supportdesk.workers.faults import fault_of

if TYPE_CHECKING:
    from supportdesk.app.teamviewer_calls import Calls, Connections
    from supportdesk.rules.cases.engagement import Money
    from supportdesk.rules.remote_sessions.facts import KnownCode
    from supportdesk.services.operations.desk import Desk
    from supportdesk.workers.session import DeskSession

EVERY = timedelta(minutes=30)
"""How often reports are fetched by itself, at most, while the window is open."""
_FIRST_MS = 60_000

_LOOK, _CHECK, _MAKE, _FETCH = "look", "check", "make", "fetch"


class TeamViewerAccount(QObject):
    """See ui/remote/account. One thread for each thing that is asked; the last asked of a kind is the one that counts.

    `online` tells whether this computer has a network, None where nobody knows. By itself it fetches reports at most
    every half hour, as long as the last fetch was not refused for the token.
    """

    state_changed = Signal(object)
    checked = Signal()
    check_refused = Signal(object)
    code_made = Signal(object, object)
    code_refused = Signal(object, object)
    fetched = Signal(object)
    fetch_refused = Signal(object)
    _came = Signal(str, int, object)

    def __init__(
        self,
        session: DeskSession,
        calls: Calls,
        *,
        online: Callable[[], bool | None] = lambda: None,
        rate: Money | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._calls, self._online = session, calls, online
        self.rate = rate
        self._state = AccountState()
        self._numbers: dict[str, int] = {}
        self._makes: dict[int, CodeOffer] = {}
        self._offer: CodeOffer | None = None
        self._fetch: Fetch | None = None
        self._tried_at: datetime | None = None
        # What TeamViewer answered of session codes: None where it knows no case. Not asked again until the next start.
        self._codes: dict[str, KnownCode | None] = {}
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(_FIRST_MS)
        self._first.timeout.connect(self.look)

    @property
    def state(self) -> AccountState:
        return self._state

    def begin(self) -> None:
        """The desk is open: look for a token after a while, and fetch by itself from then on."""
        self._first.start()
        self._session.heartbeat.tick.connect(self.fetch_if_due)

    def stop(self) -> None:
        """Begin nothing more; the session is about to close."""
        self._first.stop()
        self._numbers.clear()
        self._tell(connected=False)

    # ------------------------------------------------------------------ the token

    def look(self) -> None:
        if self._state.connected is None:
            self._run(_LOOK, self._calls.has_token)

    def connect_account(self, token: str) -> None:
        self._tell(checking=True)
        number = self._next(_CHECK)
        self._spawn(
            _CHECK, number, TokenCheck(self._calls, token.strip(), lambda: self._is_last(_CHECK, number))
        )

    def disconnect_account(self) -> None:
        self.cancel_fetch()
        self._tell(checking=True)
        self._run(_CHECK, self._calls.keeper.forget)

    def cancel_check(self) -> None:
        self._next(_CHECK)
        self._tell(checking=False)

    # ------------------------------------------------------------------ a code for a case

    def make_code(self, case_id: UUID) -> None:
        self._tell(making=case_id)
        number = self._next(_MAKE)
        # What the rules refuse is refused before anything is asked of TeamViewer (SYN-1).
        self._session.ask(None, _may_make, case_id, number, then=self._may_make)

    def cancel_code(self) -> None:
        self._next(_MAKE)
        self._tell(making=None)

    def _may_make(self, found: tuple[int, CodeOffer | KnownError]) -> None:
        number, code = found
        if number != self._numbers.get(_MAKE):
            return
        if isinstance(code, KnownError):
            self._code_refused(code)
        elif code.current is not None:
            self._made(code)
        elif self._online() is False:
            self._code_refused(offline())
        else:
            self._makes[number] = code
            self._spawn(_MAKE, number, lambda: self._calls.make(code))

    def _came_code(self, number: int, answer: object) -> None:
        code, wanted = self._makes.pop(number), number == self._numbers.get(_MAKE)
        if isinstance(answer, SessionCode):
            # Also one that nobody waits for any more: it exists, and is good for the case.
            self._offer = replace(code, current=answer) if wanted else self._offer
            told = (self._code_noted, self._code_refused) if wanted else (None, None)
            self._session.do(note_code, code.case_id, answer, then=told[0], failed=told[1])
        elif wanted and isinstance(answer, KnownError):
            self._code_refused(answer)

    def _code_noted(self, _done: object) -> None:
        if self._offer is not None:
            self._made(self._offer)

    def _made(self, code: CodeOffer) -> None:
        self._offer = None
        self._tell(making=None, connected=True if self._state.connected else self._state.connected)
        self.code_made.emit(code.case_id, code)

    def _code_refused(self, error: KnownError) -> None:
        case_id = self._state.making
        self._tell(making=None)
        if case_id is not None:
            self.code_refused.emit(case_id, error)

    # ------------------------------------------------------------------ reports

    def fetch_if_due(self, now: datetime) -> None:
        """The duty: fetch, if there is a token and a network, and the last try is long enough ago."""
        state = self._state
        waits = self._tried_at is not None and now - self._tried_at < EVERY
        if state.connected and not waits and state.trouble is None and self._online() is not False:
            self.fetch()

    def fetch(self) -> None:
        if self._state.fetching or not (self._session.is_open and self._session.takes_acts):
            return
        self._tried_at = self._session.now()
        self._tell(fetching=True)
        self._fetch = Fetch(self._next(_FETCH), self._tried_at)
        if self._online() is False:
            self._fetch_refused(offline())
        else:
            self._session.ask(None, fetch_starts, then=self._ask_from, failed=self._fetch_refused)

    def cancel_fetch(self) -> None:
        self._next(_FETCH)
        self._fetch = None
        self._tell(fetching=False)

    def _ask_from(self, starts: FetchStarts) -> None:
        fetch = self._fetch
        if fetch is not None:
            self._spawn(_FETCH, fetch.number, lambda: self._calls.connections(starts, fetch.until))

    def _came_reports(self, answer: object) -> None:
        fetch = self._fetch
        if fetch is None:
            return
        if isinstance(answer, KnownError):
            self._fetch_refused(answer)
        elif isinstance(answer, dict):
            self._codes |= answer
            self._match()
        else:
            fetch.keep(cast("Connections", answer))
            self._session.ask(
                None, unknown_codes, fetch.reports, then=self._look_up, failed=self._fetch_refused
            )

    def _look_up(self, codes: tuple[str, ...]) -> None:
        fetch = self._fetch
        if fetch is None:
            return
        fresh = [code for code in codes if code not in self._codes][:MOST_CODES]
        if fresh:
            self._spawn(_FETCH, fetch.number, lambda: self._calls.fields(fresh))
        else:
            self._match()

    def _match(self) -> None:
        fetch = self._fetch
        if fetch is None:
            return
        # Also what an earlier fetch learned: a connection that ran then comes again with its end.
        codes = dict.fromkeys(report.session_code for report in fetch.reports)
        fetch.fields = tuple(known for code in codes if (known := self._codes.get(code)) is not None)
        self._session.ask(
            None, plan_intake, fetch.reports, fetch.fields, then=self._planned, failed=self._fetch_refused
        )

    def _planned(self, intake: Intake) -> None:
        if self._fetch is not None:
            self._fetch.intake = intake
            self._take_next(None)

    def _take_next(self, _done: object) -> None:
        """The next step on the write lane, after what a person did meanwhile."""
        fetch = self._fetch
        if fetch is None or fetch.intake is None or not self._session.takes_acts:
            return
        if fetch.taken < len(fetch.intake.steps):
            step = fetch.intake.steps[fetch.taken]
            fetch.taken += 1
            self._session.do(take_step, step, then=self._take_next, failed=self._fetch_refused)
            return
        if not fetch.noted:
            fetch.noted = True
            self._session.do(
                note_fetched, fetch.account, fetch.until, then=self._take_next, failed=self._fetch_refused
            )
            return
        found = fetch.intake
        self._fetch = None
        self._tell(fetching=False, fetched_at=self._session.now(), trouble=None, connected=True)
        self.fetched.emit(
            FetchOutcome(found.linked, found.proposed, found.unmatched, found.running, fetch.left_out)
        )

    def _fetch_refused(self, error: KnownError) -> None:
        self._fetch = None
        # What lies at the network is tried again by itself; what a person has to see to is not.
        self._tell(fetching=False, trouble=error if needs_a_person(error) else None)
        self.fetch_refused.emit(error)

    # ------------------------------------------------------------------ inside

    def _next(self, kind: str) -> int:
        self._numbers[kind] = number = self._numbers.get(kind, 0) + 1
        return number

    def _is_last(self, kind: str, number: int) -> bool:
        return self._numbers.get(kind) == number

    def _run(self, kind: str, question: Callable[[], object]) -> None:
        self._spawn(kind, self._next(kind), question)

    def _spawn(self, kind: str, number: int, question: Callable[[], object]) -> None:
        def work() -> None:
            try:
                answer = question()
            except KnownError as error:
                answer = error
            except Exception as error:  # noqa: BLE001 - whoever asked is told of a fault too
                answer = fault_of(error)
            try:
                self._came.emit(kind, number, answer)
            except RuntimeError:
                # The window was closed meanwhile: nobody waits.
                return

        threading.Thread(target=work, name=f"teamviewer {kind}", daemon=True).start()

    def _take(self, kind: str, number: int, answer: object) -> None:
        if kind == _MAKE:
            if self._session.takes_acts and number in self._makes:
                self._came_code(number, answer)
        elif number != self._numbers.get(kind):
            return
        elif kind == _FETCH:
            self._came_reports(answer)
        elif kind == _LOOK:
            self._tell(connected=answer is True)
        elif isinstance(answer, KnownError):
            self._tell(checking=False)
            self.check_refused.emit(answer)
        else:
            # Another account may know what the one before did not.
            self._codes.clear()
            self._tell(checking=False, connected=answer is True, trouble=None)
            self.checked.emit()

    def _tell(self, **changes: object) -> None:
        state = replace(self._state, **changes)  # type: ignore[arg-type]  # fields of the state
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)


def _may_make(desk: Desk, case_id: UUID, number: int) -> tuple[int, CodeOffer | KnownError]:
    try:
        return number, offer(desk, case_id).refusal or code_offer(desk, case_id)
    except KnownError as error:
        return number, error
