"""A window for the case pane without its other panes, and a session that answers from given values; no test."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import ChangeSet
from supportdesk.services import case_offers, details
from supportdesk.services.desk import Done
from supportdesk.services.views import CaseDetail, CaseQuery, TimelineSlice
from supportdesk.ui.case_detail import drafting, reading
from supportdesk.workers.notifier import Notifier
from tests.ui import case_values


class StillHeartbeat(QObject):
    """A minute that comes when a test says so."""

    tick = Signal(object)


class GivenSession(QObject):
    """Answers questions about one case at once and writes down what is to be done."""

    done = Signal(object)

    def __init__(self, case: CaseDetail, timeline: TimelineSlice, now: datetime = case_values.NOW) -> None:
        super().__init__()
        self.case, self.timeline, self._now = case, timeline, now
        self.drafts: dict[Any, Any] = {}
        self.acts: list[tuple[Callable[..., object], tuple[Any, ...], dict[str, Any]]] = []
        self.asked: list[object] = []
        self.refusal: KnownError | None = None
        self.result: object = None
        self.notifier, self.heartbeat = Notifier(self), StillHeartbeat(self)
        self.is_open = False

    def now(self) -> datetime:
        return self._now

    def ask(
        self,
        key: object,
        query: Callable[..., object],
        *args: Any,
        then: Callable[[Any], object] | None = None,
        failed: Callable[[Any], object] | None = None,
        **named: Any,
    ) -> None:
        self.asked.append(key)
        answers: dict[Callable[..., object], object] = {
            details.case: self.case,
            reading.read_timeline: (self.case.id, self.case.as_of, self.timeline),
            drafting.load_all: (self.case.id, self.drafts),
        }
        if then is not None and query in answers:
            then(answers[query])
        elif then is not None and query is case_offers.offers:
            then(OFFERS)
        elif then is not None:
            then(())

    def do(
        self,
        act: Callable[..., object],
        *args: Any,
        then: Callable[[Any], object] | None = None,
        failed: Callable[[Any], object] | None = None,
        **named: Any,
    ) -> None:
        self.acts.append((act, args, named))
        if self.refusal is not None and failed is not None:
            failed(self.refusal)
        elif then is not None and self.result is not None:
            then(self.result)


OFFERS = case_offers.CaseOffers(
    methods=(("cash", "Cash"), ("card", "Card"), ("transfer", "Bank transfer")),
    ticket_size=10,
    split_charges=True,
    charged=True,
    work=(case_offers.WorkOffer("rewrite", "Form rewrite", (("invoice", "Invoice form"),)),),
    open_work=(case_offers.OpenWork(UUID(int=1), "New invoice form", "Form rewrite", ("quote",), "CAD"),),
    central_reasons=(),
    awaited=("steps", "A screen capture of the report"),
    merged_into="",
)


class GivenShell:
    """The window as far as the pane knows it; what it was told is written down."""

    def __init__(self, session: GivenSession, cover: QWidget) -> None:
        self.session, self.cover = session, cover
        self.zone: tzinfo | None = case_values.ZONE
        self.said: list[tuple[str, Done | None]] = []
        self.refused: list[KnownError] = []
        self.opened: list[UUID] = []
        self.steps: list[int] = []
        self.left = 0

    def say(self, lead: str, text: str = "", *, undo: Done | None = None) -> None:
        self.said.append((lead, undo))

    def refuse(self, error: KnownError) -> None:
        self.refused.append(error)

    def open_case(self, case_id: UUID) -> None:
        self.opened.append(case_id)

    def leave_case(self) -> None:
        self.left += 1

    def step(self, rows: int) -> None:
        self.steps.append(rows)

    def show_list(self, query: CaseQuery, title: str = "") -> None:
        raise AssertionError("the pane shows no lists")

    def new_case(self) -> None:
        raise AssertionError("the pane begins no cases")


def changed(*entries: Any) -> ChangeSet:
    """A change set from (ref, aspects) pairs."""
    return ChangeSet(dict(entries))
