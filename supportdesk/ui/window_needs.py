"""What the window needs from others: the services it calls itself, and who makes its pages and dialogs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from supportdesk.ui.commands import Verb
from supportdesk.ui.pages import CasePageFactory, DialogOpener, Page, PageFactory

if TYPE_CHECKING:
    from supportdesk.services.operations.desk import Desk, Done
    from supportdesk.services.views import SidebarCounts
    from supportdesk.services.views.directory import Me
    from supportdesk.services.views.outlook import Standing
    from supportdesk.ui.case_list.snapshot import ListQueries


@dataclass(frozen=True, slots=True)
class WindowServices:
    """What the window itself asks and does."""

    lists: ListQueries
    sidebar: Callable[[Desk], SidebarCounts]
    me: Callable[[Desk], Me]
    seen: Callable[[Desk, UUID], Done]
    unseen: Callable[[Desk, UUID], Done]
    undo: Callable[[Desk, UUID], Done]
    standing: Callable[[Desk], Standing] | None = None


@dataclass(frozen=True, slots=True)
class WindowPages:
    """Who makes what the window shows; what nobody makes is not offered.

    `dialogs`: NEW_CASE, IMPORT, PREFERENCES, JOIN, EXCHANGE, CONNECT_TEAMVIEWER, TEAMVIEWER_REPORTS.
    """

    case: CasePageFactory
    pages: Mapping[Page, PageFactory] = field(default_factory=dict)
    dialogs: Mapping[Verb, DialogOpener] = field(default_factory=dict)
