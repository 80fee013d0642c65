"""What the commands of visits open: the calendar, the list of reports, and a plan, each on the visits' page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from supportdesk.ui.commands import Verb
from supportdesk.ui.main_window import MainWindow
from supportdesk.ui.pages import Page, VisitPage, VisitPart

if TYPE_CHECKING:
    from supportdesk.ui.pages import DialogOpener, Shell


def visit_openers() -> dict[Verb, DialogOpener]:
    """By command, what is called with the window."""
    return {
        Verb.VISIT_CALENDAR: partial(_show, part=VisitPart.CALENDAR),
        Verb.VISIT_REPORTS: partial(_show, part=VisitPart.REPORTS),
        Verb.PLAN_VISIT: _plan,
    }


def _show(shell: Shell, *, part: VisitPart) -> None:
    page = _page(shell)
    if page is not None:
        page.show_part(part)


def _plan(shell: Shell) -> None:
    page = _page(shell)
    if page is not None:
        page.plan()


def _page(shell: Shell) -> VisitPage | None:
    shell.show_page(Page.VISITS)
    page = shell.panes.shown_page() if isinstance(shell, MainWindow) else None
    return page if isinstance(page, VisitPage) else None
