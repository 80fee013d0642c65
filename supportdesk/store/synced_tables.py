"""Which tables desks and hub share, and where a row of one belongs; what is done with that is in the neighbours."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from supportdesk.store.tables import METADATA

if TYPE_CHECKING:
    from sqlalchemy import Table

    from supportdesk.store.tables.columns import Home

ROOTS = ("case", "organisation")
"""The tables whose rows others belong to."""

LOCAL = frozenset({"row"})
"""Columns that each database fills for itself."""


@cache
def shared() -> tuple[Table, ...]:
    """The shared tables, each after those that its rows point to."""
    return tuple(table for table in METADATA.sorted_tables if "home" in table.info)


@cache
def by_name() -> dict[str, Table]:
    """The shared tables by their names."""
    return {str(table.name): table for table in shared()}


def home_of(table: Table) -> Home:
    """Where the rows of a shared table belong."""
    home: Home = table.info["home"]
    return home


@cache
def columns_of(table: Table) -> tuple[str, ...]:
    """The columns of a shared table that travel, in the table's order."""
    return tuple(str(column.name) for column in table.c if column.name not in LOCAL)


def parent_column(table: Table) -> str:
    """The first column that says where a row belongs; its own id where it is everybody's."""
    home = home_of(table)
    if home.entity is not None:
        return home.entity.replace("entity", "id")
    return home.by[0][0] if home.by else "id"
