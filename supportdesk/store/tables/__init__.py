"""The schema, one for SQLite and PostgreSQL: every table of the desk and of the hub."""

from __future__ import annotations

from supportdesk.store.tables import accounts, cases, desk, people, remote, sync, uploads, work
from supportdesk.store.tables.columns import METADATA

__all__ = ["METADATA", "accounts", "cases", "desk", "people", "remote", "sync", "uploads", "work"]
