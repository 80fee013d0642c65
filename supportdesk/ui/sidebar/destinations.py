"""Where the entries of the sidebar lead, under which names and icons; and where the person is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from supportdesk.services.views import CaseQuery, ViewKind
from supportdesk.ui import labels, moments
from supportdesk.ui.pages import Page
from supportdesk.ui.sidebar.entry import Destination

if TYPE_CHECKING:
    from datetime import tzinfo
    from uuid import UUID

    from supportdesk.services.views.directory import Me

VIEW_ICONS = {
    ViewKind.INBOX: "tray",
    ViewKind.MINE: "user",
    ViewKind.UNASSIGNED: "user-circle-plus",
    ViewKind.BREACHING: "timer",
    ViewKind.WAITING: "hourglass-medium",
}
PAGE_ICONS = {
    Page.VISITS: "map-pin",
    Page.DASHBOARD: "chart-bar",
    Page.KNOWLEDGE: "book-open",
    Page.CUSTOMERS: "users-three",
    Page.FILE_STATION: "database",
    Page.ATTENTION: "warning-circle",
}


def page_title(page: Page) -> str:
    """A page's name."""
    return {
        Page.VISITS: QCoreApplication.translate("Sidebar", "Visits today"),
        Page.DASHBOARD: QCoreApplication.translate("Sidebar", "Dashboard"),
        Page.KNOWLEDGE: QCoreApplication.translate("Sidebar", "Knowledge base"),
        Page.CUSTOMERS: QCoreApplication.translate("Sidebar", "Customers"),
        Page.FILE_STATION: QCoreApplication.translate("Sidebar", "File Station"),
        Page.ATTENTION: QCoreApplication.translate("Sidebar", "Needs your attention"),
    }[page]


def view_goal(view: ViewKind) -> Destination:
    """One of the fixed lists."""
    return Destination(view.value, labels.view_title(view), VIEW_ICONS[view], CaseQuery(view))


def page_goal(page: Page) -> Destination:
    """A page."""
    return Destination(page.value, page_title(page), PAGE_ICONS[page], page=page)


def saved_goal(view_id: UUID, name: str, search: str) -> Destination:
    """A saved view: its search, under the name it was given."""
    return Destination(f"saved {view_id}", name, "bookmark-simple", CaseQuery(ViewKind.SEARCH, search=search))


def branch_goal(branch_id: UUID, name: str, kind: str) -> Destination:
    """The open cases of a branch."""
    icon = "buildings" if kind == "central" else "storefront"
    return Destination(f"branch {branch_id}", name, icon, CaseQuery(ViewKind.BRANCH, branch_id=branch_id))


def leads_to(goal: Destination, query: CaseQuery) -> bool:
    """Whether an entry is where this list is found; order and severities don't tell lists apart."""
    own = goal.query
    if own is None or (own.view, own.branch_id) != (query.view, query.branch_id):
        return False
    return own.search == query.search if own.view is ViewKind.SEARCH else True


def where(me: Me, zone: tzinfo | None) -> str:
    """The branch somebody works at, and until when it is open today."""
    if not me.branch:
        return ""
    if me.open_until is None:
        return QCoreApplication.translate("Sidebar", "{branch}, closed now").format(branch=me.branch)
    return QCoreApplication.translate("Sidebar", "{branch}, until {time}").format(
        branch=me.branch, time=moments.clock_time(me.open_until, zone)
    )
