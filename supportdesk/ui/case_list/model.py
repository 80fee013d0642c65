"""The list as a Qt model: a window of pages over a list of any length; a line is a heading, a case or not there yet."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from supportdesk.services.views import CaseQuery, CaseRow, GroupKey, ListShape
from supportdesk.ui import labels, moments
from supportdesk.ui.case_list.runs import Lines, Run, edits, lines_of
from supportdesk.ui.case_list.snapshot import PAGE, ListQueries, Page, Snapshot, take_page, take_snapshot
from supportdesk.ui.case_list.spoken import spoken_heading, spoken_row

if TYPE_CHECKING:
    from datetime import datetime, tzinfo
    from uuid import UUID

    from supportdesk.domain.operation import ChangeSet
    from supportdesk.workers.lanes import Task
    from supportdesk.workers.session import DeskSession

# Twenty pages are more than anybody scrolls back at once.
MOST_PAGES = 20
_COALESCE_MS = 30
_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the delegate asks beyond Qt's own roles."""

    ENTRY = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Times:
    """The parts of a row that change as time passes; `number` is the case's, without what every number of now has."""

    pill: moments.DeadlineText
    activity: str
    number: str


class CaseListModel(QAbstractListModel):
    """Lines of one list. `settled` follows each reading of its shape, with the place of the case that is kept.

    Only what the view needs is read. Until a page is there its lines are None.
    """

    settled = Signal(object)

    def __init__(
        self,
        session: DeskSession,
        queries: ListQueries,
        zone: tzinfo | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._queries, self._zone = session, queries, zone
        self._query: CaseQuery | None = None
        self._shown_query: CaseQuery | None = None
        self._shape = ListShape(0)
        self._lines = Lines()
        self._folded: frozenset[GroupKey] = frozenset()
        self._pages: OrderedDict[int, tuple[CaseRow, ...]] = OrderedDict()
        self._asked: dict[int, Task] = {}
        self._needed = (0, 0)
        self._times: dict[UUID, Times] = {}
        self._now = session.now()
        self.kept_id: UUID | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_COALESCE_MS)
        self._soon.timeout.connect(self.refresh)
        session.notifier.changed.connect(self._changed)
        session.heartbeat.tick.connect(self.tick)

    # ------------------------------------------------------------------ what is shown

    @property
    def query(self) -> CaseQuery | None:
        """The list that was asked for last."""
        return self._query

    @property
    def shape(self) -> ListShape:
        """The list's length and groups, as last read."""
        return self._shape

    @property
    def lines(self) -> Lines:
        """How the list falls into lines."""
        return self._lines

    @property
    def is_read(self) -> bool:
        """Whether the list that was asked for has been read."""
        return self._query is not None and self._query == self._shown_query

    def show(self, query: CaseQuery) -> None:
        """Show another list. The old one stays in view until the new one has been read."""
        self._query = query
        self._needed = (0, 0)
        self.refresh()

    def refresh(self) -> None:
        """Read again what is in view."""
        if self._query is None:
            return
        self._soon.stop()
        # In another list nothing is in view yet.
        wanted = self._pages_in_view() if self._query == self._shown_query else (0,)
        self._session.ask(
            ("case list", id(self)),
            take_snapshot,
            self._queries,
            self._query,
            wanted,
            self.kept_id,
            then=self._apply,
        )

    def need(self, first_line: int, last_line: int) -> None:
        """Tell which lines are in view, so that their pages are read and those far away are not."""
        self._needed = (first_line, last_line)
        if not self.is_read:
            return
        wanted = set(self._pages_in_view())
        for number in [asked for asked in self._asked if asked not in wanted]:
            self._asked.pop(number).cancel()
        for number in wanted - set(self._pages) - set(self._asked):
            self._asked[number] = self._session.ask(
                None, take_page, self._queries, self._query, number, then=self._page_arrived
            )

    def fold(self, key: GroupKey, *, folded: bool) -> None:
        """Fold a group away or show it."""
        self._folded = self._folded | {key} if folded else self._folded - {key}
        self._set_lines(lines_of(self._shape, self._folded))

    def entry(self, line: int) -> Run | CaseRow | None:
        """What stands in a line: a heading, a case, or None while it is being read."""
        found = self._lines.at(line)
        if isinstance(found, Run):
            return found
        number, inside = divmod(found, PAGE)
        page = self._pages.get(number)
        return page[inside] if page is not None and inside < len(page) else None

    def times(self, row: CaseRow) -> Times:
        """The pill and the last activity of a row, now."""
        known = self._times.get(row.id)
        if known is None:
            pill = moments.deadline_text(row.deadline, self._now, self._zone)
            activity = moments.ago(row.last_activity_at, self._now, self._zone)
            number = labels.short_number(row.number, self._now.astimezone(self._zone).year)
            known = Times(pill, activity, number)
            self._times[row.id] = known
        return known

    def line_of_case(self, case_id: UUID) -> int | None:
        """The line of a case, if it is among the rows that have been read."""
        for number, rows in self._pages.items():
            for inside, row in enumerate(rows):
                if row.id == case_id:
                    return self._lines.line_of(number * PAGE + inside)
        return None

    def tick(self, now: datetime) -> None:
        """Let a minute pass: times are told anew, and what became late moves to its group."""
        self._now = now
        self._times.clear()
        if len(self._lines):
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1), [Role.ENTRY])
        self.refresh()

    # ------------------------------------------------------------------ Qt's side

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in _ANSWERED or not index.isValid():
            return None
        entry = self.entry(index.row())
        if role == Role.ENTRY or entry is None:
            return entry
        if isinstance(entry, Run):
            title = labels.group_title(entry.key) if entry.key is not None else ""
            return title if role == Qt.ItemDataRole.DisplayRole else spoken_heading(title, entry)
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        return spoken_row(entry, self._now, self._zone)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if isinstance(self._lines.at(index.row()), Run):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    # ------------------------------------------------------------------ what arrives

    def _apply(self, snapshot: Snapshot) -> None:
        if snapshot.query != self._query:
            return
        self._now = self._session.now()
        another = snapshot.query != self._shown_query
        for task in self._asked.values():
            task.cancel()
        self._asked.clear()
        before, self._shape, self._shown_query = self._shape, snapshot.shape, snapshot.query
        if another:
            self._folded = frozenset()
            self.beginResetModel()
            self._times.clear()
            self._pages = OrderedDict(snapshot.pages)
            self._lines = lines_of(self._shape)
            self.endResetModel()
        else:
            old_pages, self._pages = self._pages, OrderedDict(snapshot.pages)
            if before != self._shape:
                self._set_lines(lines_of(self._shape, self._folded))
            for number, rows in snapshot.pages.items():
                self._tell_differences(number, old_pages.get(number, ()), rows)
        self.settled.emit(snapshot)
        self.need(*self._needed)

    def _page_arrived(self, page: Page) -> None:
        self._asked.pop(page.number, None)
        if page.query != self._shown_query:
            return
        old = self._pages.get(page.number, ())
        self._pages[page.number] = page.rows
        self._pages.move_to_end(page.number)
        while len(self._pages) > MOST_PAGES:
            self._pages.popitem(last=False)
        self._tell_differences(page.number, old, page.rows)

    def _changed(self, changes: ChangeSet) -> None:
        # One act often brings several change sets; they are read once.
        if changes.changes or changes.everything:
            self._soon.start()

    def _set_lines(self, lines: Lines) -> None:
        for edit in edits(self._lines, lines):
            if edit.come:
                self.beginInsertRows(QModelIndex(), edit.at, edit.at + edit.come - 1)
                self._lines = edit.lines
                self.endInsertRows()
            else:
                self.beginRemoveRows(QModelIndex(), edit.at, edit.at + edit.go - 1)
                self._lines = edit.lines
                self.endRemoveRows()
        self._lines = lines
        for line, _run in lines.headings():
            self.dataChanged.emit(self.index(line), self.index(line), [Role.ENTRY])

    def _tell_differences(self, number: int, old: tuple[CaseRow, ...], new: tuple[CaseRow, ...]) -> None:
        first = last = -2
        for inside, row in enumerate(new):
            if inside < len(old) and old[inside] == row:
                continue
            self._times.pop(row.id, None)
            line = self._lines.line_of(number * PAGE + inside)
            if line is None:
                continue
            if line != last + 1:
                self._tell(first, last)
                first = line
            last = line
        self._tell(first, last)

    def _tell(self, first: int, last: int) -> None:
        if first >= 0:
            self.dataChanged.emit(self.index(first), self.index(last))

    def _pages_in_view(self) -> tuple[int, ...]:
        """The pages of the lines in view and the one after them."""
        first, last = self._needed
        cases = [
            found
            for line in (first, min(first + 1, last), last, max(first, last - 1))
            if 0 <= line < len(self._lines) and not isinstance(found := self._lines.at(line), Run)
        ]
        if not cases:
            return (0,)
        ahead = min(max(cases) + PAGE // 4, self._shape.count - 1)
        return tuple(range(min(cases) // PAGE, ahead // PAGE + 1))


_ANSWERED = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Role.ENTRY})
