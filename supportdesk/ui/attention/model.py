"""The matters as a list model: what waits, a heading, what is settled; reading them anew keeps what is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from supportdesk.services.views.matters import Matter, Matters
from supportdesk.ui.attention.words import detail_of, title_of

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    Index = QModelIndex | QPersistentModelIndex

MATTER = Qt.ItemDataRole.UserRole + 1
_NOWHERE = QModelIndex()


class Heading:
    """The line between what waits and what is settled."""

    def __init__(self, count: int) -> None:
        self.count = count


Row = Matter | Heading


class MattersModel(QAbstractListModel):
    """One row a matter."""

    def __init__(self, zone: tzinfo | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._rows: list[Row] = []
        self.now: datetime | None = None
        self.waiting = 0

    @property
    def zone(self) -> tzinfo | None:
        """The zone that times are read in."""
        return self._zone

    def show_matters(self, found: Matters, now: datetime) -> None:
        """Show these."""
        rows: list[Row] = [*found.waiting]
        if found.settled:
            rows += [Heading(len(found.settled)), *found.settled]
        if rows == self._rows and now == self.now:
            return
        self.beginResetModel()
        self._rows, self.now, self.waiting = rows, now, len(found.waiting)
        self.endResetModel()

    def row_of(self, key: str) -> int | None:
        """Where the matter with this key stands."""
        for number, row in enumerate(self._rows):
            if not isinstance(row, Heading) and row.key == key:
                return number
        return None

    def first_of_case(self, case_id: object) -> int | None:
        """Where the first matter about a case stands."""
        for number, row in enumerate(self._rows):
            if not isinstance(row, Heading) and row.about.case_id == case_id:
                return number
        return None

    def matter(self, row: int) -> Matter | None:
        """The matter of a row; None for the heading, and where there is none."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return None if isinstance(found, Heading) else found

    def row(self, number: int) -> Row:
        """What stands in a row."""
        return self._rows[number]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.matter(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} or self.now is None:
            return None
        found = self._rows[index.row()]
        if isinstance(found, Heading):
            return heading_text(found)
        title = title_of(found, self.now.year)
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        return ". ".join(filter(None, (title, detail_of(found, self.now, self._zone))))


def heading_text(_heading: Heading) -> str:
    """What stands above what is settled."""
    return QCoreApplication.translate("Attention", "Settled")
