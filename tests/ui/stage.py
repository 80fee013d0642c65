"""Where single screens are tested: a window to cover, a shell that notes what it is asked, a session over any desk."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from typing import cast
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supportdesk.domain.errors import KnownError
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.views import CaseQuery
from supportdesk.ui.hub_line import HubLine
from supportdesk.ui.pages import CaseAct, Page
from supportdesk.workers.session import DeskSession
from tests.ui.nadias_desk import NOW, TORONTO


@dataclass
class Stage:
    """A shell with no window behind it. What a page asks of it is kept, in order, under the name of the request."""

    session: DeskSession
    cover: QWidget
    zone: tzinfo | None = TORONTO
    cases: list[UUID] = field(default_factory=list)
    lists: list[tuple[CaseQuery, str]] = field(default_factory=list)
    said: list[tuple[str, str, Done | None]] = field(default_factory=list)
    refused: list[KnownError] = field(default_factory=list)
    steps: list[int] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    new_cases: int = 0
    acts: list[tuple[UUID, CaseAct]] = field(default_factory=list)
    matters: list[UUID] = field(default_factory=list)
    visits: list[UUID] = field(default_factory=list)
    line: HubLine | None = None

    def open_case(self, case_id: UUID) -> None:
        self.cases.append(case_id)

    def leave_case(self) -> None:
        self.cases.clear()

    def step(self, rows: int) -> None:
        self.steps.append(rows)

    def show_list(self, query: CaseQuery, title: str = "") -> None:
        self.lists.append((query, title))

    def show_page(self, page: Page) -> None:
        self.pages.append(page)

    def act_on(self, case_id: UUID, act: CaseAct) -> None:
        self.acts.append((case_id, act))

    def show_matter(self, case_id: UUID) -> None:
        self.matters.append(case_id)

    def show_visit(self, visit_id: UUID) -> None:
        self.visits.append(visit_id)

    def new_case(self) -> None:
        self.new_cases += 1

    def say(self, lead: str, text: str = "", *, undo: Done | None = None) -> None:
        self.said.append((lead, text, undo))

    def refuse(self, error: KnownError) -> None:
        self.refused.append(error)


def no_desk() -> Desk:
    """What stands in for a desk where the queries are stand-ins too."""
    return cast("Desk", object())


class _Ear(QObject):
    """Counts answers."""

    heard = 0

    def hear(self, _answer: object) -> None:
        self.heard += 1


def rest(session: DeskSession, qtbot: QtBot) -> None:
    """Wait until all that was asked or done so far has been answered."""
    threads = len(session._pool._threads)  # noqa: SLF001 - each of them has to be done with what came before
    ear, together = _Ear(), threading.Barrier(threads)

    def meet(_desk: Desk) -> None:
        together.wait(10)

    for _ in range(threads):
        session.ask(None, meet, then=ear.hear)
    session.do(lambda _desk: None, then=ear.hear)
    qtbot.waitUntil(lambda: ear.heard == threads + 1, timeout=10_000)


@contextmanager
def open_stage(
    size: tuple[int, int] = (1212, 840),
    open_desk: Callable[[], Desk] = no_desk,
    now: Callable[[], datetime] = lambda: NOW,
) -> Iterator[Stage]:
    """A stage whose session is at work; its window is shown and closed afterwards."""
    session = DeskSession(open_desk, now)
    window = QWidget()
    window.resize(*size)
    session.start()
    try:
        yield Stage(session, window)
    finally:
        window.close()
        session.close()
        window.deleteLater()
