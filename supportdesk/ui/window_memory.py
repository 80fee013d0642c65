"""What the window remembers between two runs: pane widths per screen and width class, density, folds, where one was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QSettings

from supportdesk.services.views import CaseQuery, Sort, ViewKind

if TYPE_CHECKING:
    from supportdesk.ui.arrangement import Arrangement


@dataclass(frozen=True, slots=True)
class Widths:
    """Pane widths as a person dragged them, in logical pixels."""

    sidebar: int
    cases: int


class WindowMemory:
    """Reads and writes the window's own settings; whatever is missing or spoilt counts as not remembered."""

    def __init__(self, settings: QSettings, screen: str) -> None:
        self._settings, self._screen = settings, screen

    def widths(self, found: Arrangement) -> Widths:
        """The widths kept for this screen and width class, else the design's."""
        return Widths(
            self._number(f"{self._panes(found)}/sidebar", found.sidebar_width),
            self._number(f"{self._panes(found)}/list", found.list_width),
        )

    def keep_widths(self, found: Arrangement, widths: Widths) -> None:
        """Keep the widths for this screen and width class; a rail has no width of its own."""
        if not found.rail:
            self._settings.setValue(f"{self._panes(found)}/sidebar", widths.sidebar)
        self._settings.setValue(f"{self._panes(found)}/list", widths.cases)

    @property
    def comfortable(self) -> bool:
        """Whether rows take two lines."""
        return bool(self._number("list/comfortable", 1))

    @comfortable.setter
    def comfortable(self, comfortable: bool) -> None:
        self._settings.setValue("list/comfortable", int(comfortable))

    def query(self) -> CaseQuery:
        """The list that was shown last; a typed search is not gone back to."""
        try:
            view = ViewKind(str(self._settings.value("list/view", ViewKind.MINE)))
            sort = Sort(str(self._settings.value("list/sort", Sort.DEADLINE)))
            branch = str(self._settings.value("list/branch", ""))
            return CaseQuery(view, sort, branch_id=UUID(branch) if branch else None)
        except ValueError:
            return CaseQuery()

    def keep_query(self, query: CaseQuery) -> None:
        """Keep which list is shown."""
        if query.view is ViewKind.SEARCH:
            return
        self._settings.setValue("list/view", query.view.value)
        self._settings.setValue("list/sort", query.sort.value)
        self._settings.setValue("list/branch", str(query.branch_id) if query.branch_id is not None else "")

    def case_id(self) -> UUID | None:
        """The case that was open last."""
        try:
            return UUID(str(self._settings.value("case/id", "")))
        except ValueError:
            return None

    def keep_case(self, case_id: UUID | None) -> None:
        """Keep which case is open."""
        self._settings.setValue("case/id", str(case_id) if case_id is not None else "")

    def _panes(self, found: Arrangement) -> str:
        return f"window/{self._screen}/{found.name}"

    def _number(self, key: str, otherwise: int) -> int:
        # Some platforms give back numbers as text.
        kept = str(self._settings.value(key, otherwise))
        return int(kept) if kept.isdigit() else otherwise
