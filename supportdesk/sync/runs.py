"""Pages of the hub on their way to one checkpoint: what a later one says takes the place of an earlier one."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from supportdesk.protocol.messages import Page, Rows
from supportdesk.store.images import Image
from supportdesk.store.scope_rows import Root


@dataclass(slots=True)
class Run:
    """What has come so far: rows by table and id with the tables' columns, rows that are gone, roots that left.

    Of the roots in `whole` every row has come.
    """

    columns: dict[str, list[str]] = field(default_factory=dict)
    rows: dict[str, dict[bytes, Image]] = field(default_factory=dict)
    deleted: dict[Root, None] = field(default_factory=dict)
    left: dict[Root, None] = field(default_factory=dict)
    whole: dict[Root, None] = field(default_factory=dict)

    def add(self, page: Page) -> None:
        """Add a page of changes."""
        for gone in page.deleted:
            self.rows.get(gone.entity, {}).pop(gone.id.bytes, None)
            self.deleted[gone.entity, gone.id] = None
        for gone in page.left:
            self.left[gone.entity, gone.id] = None
            self.whole.pop((gone.entity, gone.id), None)
        self.whole |= {(each.entity, each.id): None for each in page.whole}
        self.add_rows(page.rows)
        for entity, rows in page.rows.items():
            place = rows.columns.index("id")
            for row in rows.rows:
                key = (entity, UUID(bytes=bytes(row[place])))
                self.deleted.pop(key, None)
                self.left.pop(key, None)

    def add_rows(self, rows_of: dict[str, Rows]) -> None:
        """Add rows alone."""
        for entity, rows in rows_of.items():
            self.columns[entity] = rows.columns
            place = rows.columns.index("id")
            self.rows.setdefault(entity, {}).update((bytes(row[place]), tuple(row)) for row in rows.rows)
