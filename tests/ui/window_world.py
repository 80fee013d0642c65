"""A window with stand-ins around it: a case page and services that note what they are asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from uuid import UUID

from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from supportdesk.domain.operation import Aspect, ChangeSet, Entity, Kind, Operation, Outcome, Ref, Status
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.ui.commands import Verb
from supportdesk.ui.frame import Frame
from supportdesk.ui.main_window import MainWindow
from supportdesk.ui.pages import CaseAct, CasePage, CaseRoom, Page, Shell
from supportdesk.ui.window_needs import WindowPages, WindowServices
from supportdesk.workers.session import DeskSession
from tests.ui.nadias_desk import COUNTS, ME, TORONTO, NadiasLists

PAYROLL, INVOICES, STOCK = UUID(int=10517), UUID(int=10509), UUID(int=10482)
Make = Callable[..., "World"]


class NotedCase(CasePage):
    """A case page that notes what it is asked."""

    def __init__(self, shell: Shell, parent: QWidget) -> None:
        super().__init__(parent)
        self.shell = shell
        self.shown: list[UUID | None] = []
        self.acts: list[CaseAct] = []
        self.rooms: list[CaseRoom] = []
        self.reply = QLineEdit()
        self.timeline = QPushButton("timeline")
        column = QVBoxLayout(self)
        column.addWidget(self.timeline)
        column.addWidget(self.reply)

    def show_case(self, case_id: UUID | None) -> None:
        self.shown.append(case_id)

    def run(self, act: CaseAct) -> None:
        self.acts.append(act)

    def fit(self, room: CaseRoom) -> None:
        self.rooms.append(room)

    def parts(self) -> tuple[QWidget, ...]:
        return (self.timeline, self.reply)


@dataclass
class Services:
    """The window's own services: marks and undo note what they were asked."""

    lists: NadiasLists = field(default_factory=NadiasLists)
    log: list[tuple[str, UUID]] = field(default_factory=list)

    def seen(self, _desk: Desk, case_id: UUID) -> Done:
        return self.noted("seen", case_id)

    def unseen(self, _desk: Desk, case_id: UUID) -> Done:
        return self.noted("unseen", case_id)

    def undo(self, _desk: Desk, operation_id: UUID) -> Done:
        return self.noted("undo", operation_id)

    def send(self, _desk: Desk, case_id: UUID) -> Done:
        return self.noted("send", case_id, undoable=True)

    def noted(self, what: str, id_: UUID, *, undoable: bool = False) -> Done:
        self.log.append((what, id_))
        ref = Ref(Entity.CASE, id_)
        operation = Operation(UUID(int=99), ref, Kind.APPEND, what, {}, ME.id, UUID(int=1), datetime.now(UTC))
        changes = ChangeSet({ref: frozenset({Aspect.ROW})})
        return Done(Outcome(operation.id, Status.APPLIED, changes), operation, undoable=undoable)


@dataclass
class World:
    """A window and what stands around it."""

    frame: Frame
    window: MainWindow
    services: Services
    cases: list[NotedCase]
    dialogs: list[str]
    pages: list[QWidget]

    @property
    def case(self) -> NotedCase:
        """The one case page."""
        (only,) = self.cases
        return only

    def key(self, *keys: str) -> None:
        """Press keys where the focus is."""
        for each in keys:
            focus = QApplication.focusWidget() or self.frame
            QTest.keySequence(focus, QKeySequence(each))


def build(frame: Frame, session: DeskSession, settings: QSettings, *, letters: bool = True) -> World:
    """Fill a frame with a window whose pages and services are stand-ins."""
    services = Services()
    cases: list[NotedCase] = []
    dialogs: list[str] = []
    pages: list[QWidget] = []

    def case_page(shell: Shell, parent: QWidget) -> CasePage:
        cases.append(NotedCase(shell, parent))
        return cases[-1]

    def page(_shell: Shell, parent: QWidget) -> QWidget:
        pages.append(QPushButton("page", parent))
        return pages[-1]

    def dialog(_shell: Shell) -> None:
        dialogs.append("new case")

    window = MainWindow(
        frame,
        session,
        WindowServices(
            services.lists,
            lambda _desk: COUNTS,
            lambda _desk: ME,
            services.seen,
            services.unseen,
            services.undo,
        ),
        WindowPages(case_page, {Page.DASHBOARD: page}, {Verb.NEW_CASE: dialog}),
        settings,
        zone=TORONTO,
        letters=letters,
    )
    return World(frame, window, services, cases, dialogs, pages)
