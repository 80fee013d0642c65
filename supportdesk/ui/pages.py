"""What the window and its pages ask of each other; neither is built here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from datetime import tzinfo

    from supportdesk.domain.errors import KnownError
    from supportdesk.services.operations.desk import Done
    from supportdesk.services.views import CaseQuery
    from supportdesk.ui.hub_line import HubLine
    from supportdesk.ui.widgets.messages import Berth
    from supportdesk.workers.session import DeskSession


class CaseAct(StrEnum):
    """What can be done to the open case from a key, a menu or the palette; the page opens what the act needs."""

    REPLY = "reply"
    NOTE = "note"
    CALL = "call"
    VISIT = "visit"
    REMOTE = "remote"
    STAGE = "stage"
    ASSIGN = "assign"
    ASSIGN_TO_ME = "assign_to_me"
    SEVERITY = "severity"
    HOLD = "hold"
    LINK = "link"
    CLOSE = "close"
    WHY = "why"
    DETAILS = "details"


class Page(StrEnum):
    """What fills the place of list and case; a page that nobody makes is not offered."""

    VISITS = "visits"
    DASHBOARD = "dashboard"
    KNOWLEDGE = "knowledge"
    CUSTOMERS = "customers"
    FILE_STATION = "file_station"
    ATTENTION = "attention"


class VisitPart(StrEnum):
    """What the visits' page shows beside the day: the chosen visit's report, the calendar, the list of reports."""

    DAY = "day"
    CALENDAR = "calendar"
    REPORTS = "reports"


@dataclass(frozen=True, slots=True)
class CaseRoom:
    """The case's room: `beside` for the properties, else they wait behind *Details*; `low` for one-line input."""

    beside: bool
    low: bool


class Shell(Protocol):
    """What a page may ask of the window."""

    @property
    def session(self) -> DeskSession:
        """Where acts are done and questions asked."""
        ...

    @property
    def zone(self) -> tzinfo | None:
        """The time zone in which this desk reads times; None is the computer's."""
        ...

    @property
    def cover(self) -> QWidget:
        """What dialogs cover: hand it to `Dialog` as the window."""
        ...

    def open_case(self, case_id: UUID) -> None:
        """Show a case, and select it in the list where it is there."""
        ...

    def leave_case(self) -> None:
        """Go back to the list; nothing stays selected."""
        ...

    def step(self, rows: int) -> None:
        """Open the case so many rows further down, or up."""
        ...

    def show_list(self, query: CaseQuery, title: str = "") -> None:
        """Show a list, under its own title where none is given."""
        ...

    def show_page(self, page: Page) -> None:
        """Show another page in the place of list and case."""
        ...

    def act_on(self, case_id: UUID, act: CaseAct) -> None:
        """Show a case and do or open there what a key would."""
        ...

    def show_matter(self, case_id: UUID) -> None:
        """Show what is contested on a case, among what needs attention."""
        ...

    def show_visit(self, visit_id: UUID) -> None:
        """Show the report of a visit, among the day's visits."""
        ...

    @property
    def line(self) -> HubLine | None:
        """The desk's line to its hub; None for a desk that works alone, and until there is one."""
        ...

    def new_case(self) -> None:
        """Begin a new case."""
        ...

    def say(self, lead: str, text: str = "", *, undo: Done | None = None) -> None:
        """Say that something is done, and offer to take it back for ten seconds where `undo` is undoable."""
        ...

    def refuse(self, error: KnownError) -> None:
        """Say what could not be done, where no place of its own shows it."""
        ...


class CasePage(QWidget):
    """The case column with its properties."""

    def show_case(self, case_id: UUID | None) -> None:
        """Show another case, or none. Typed text has been kept before this returns."""
        raise NotImplementedError

    def run(self, act: CaseAct) -> None:
        """Do or open what a key or a menu asks for the case in view; without a case do nothing."""
        raise NotImplementedError

    def fit(self, room: CaseRoom) -> None:
        """Arrange for the room there is."""
        raise NotImplementedError

    def parts(self) -> tuple[QWidget, ...]:
        """The places that F6 goes to, in order; each can take the focus."""
        raise NotImplementedError

    def berth(self) -> Berth | None:
        """Where a message lies without covering what is needed; None where the page has no such place."""
        return None


class MatterPage(QWidget):
    """The page of what needs a person."""

    def show_case(self, case_id: UUID) -> None:
        """Show what is contested on a case, whoever's it is to settle."""
        raise NotImplementedError

    def berth(self) -> Berth:
        """Where a message lies without covering what is needed."""
        raise NotImplementedError


class VisitPage(QWidget):
    """The page of the day's visits."""

    def show_visit(self, visit_id: UUID) -> None:
        """Show the report of a visit, of whatever day it is."""
        raise NotImplementedError

    def show_part(self, part: VisitPart) -> None:
        """Show the day's report, the calendar, or the list of reports."""
        raise NotImplementedError

    def plan(self) -> None:
        """Begin to plan a visit."""
        raise NotImplementedError

    def berth(self) -> Berth:
        """Where a message lies without covering what is needed."""
        raise NotImplementedError


def berth_of(page: QWidget) -> Berth | None:
    """Where a message lies on a page; None where it has no such place."""
    return page.berth() if isinstance(page, MatterPage | VisitPage) else None


def show_on(page: QWidget | None, subject: UUID) -> None:
    """Show on a page what it is about: a contested case, a visit; nothing on a page that is not there."""
    if isinstance(page, MatterPage):
        page.show_case(subject)
    elif isinstance(page, VisitPage):
        page.show_visit(subject)


CasePageFactory = Callable[[Shell, QWidget], CasePage]
PageFactory = Callable[[Shell, QWidget], QWidget]
DialogOpener = Callable[[Shell], None]
