"""What the ids in a shared row stand for: rows that must be there before it, or names that its history tells."""

from __future__ import annotations

from functools import cache

from supportdesk.store.synced_tables import by_name, columns_of, home_of
from supportdesk.store.tables.columns import Id

# What a row stands on though no foreign key says so, as rows of these may reach a desk without one another.
_STANDS_ON = {
    ("case", "merged_into"): "case",
    ("case", "came_from_id"): "branch",
    ("ledger_line", "case_id"): "case",
    ("ledger_line", "acted_on_id"): "case",
    ("ledger_line", "ticket_id"): "ledger_line",
    ("invoice_draft", "case_id"): "case",
    ("invoice_draft", "engagement_id"): "engagement",
    ("attachment", "entry_id"): "entry",
}

# Who did something and whom it was about: told by the history whether or not they are known here.
_TOLD = frozenset(
    {
        "author_id",
        "by_id",
        "decided_by_id",
        "erased_by_id",
        "finished_by_id",
        "logged_by",
        "settled_by",
        "mine_by",
        "theirs_by",
        "mine_op",
        "op_id",
        "entity_id",
        "root_id",
        "agent_id",
        "for_id",
    }
)
# A vendor's report is everybody's: what it was put on need not be here.
_TOLD_OF = {
    "entry": frozenset({"contact_id"}),
    "remote_report": frozenset({"case_id", "session_id"}),
}


@cache
def stands_on(entity: str) -> tuple[tuple[str, str], ...]:
    """The columns of a table that name rows without which a row means nothing, and the tables of those."""
    found: dict[str, str] = {}
    table = by_name()[entity]
    for column in table.c:
        found.update((column.name, key.column.table.name) for key in column.foreign_keys)
        if (entity, column.name) in _STANDS_ON:
            found[column.name] = _STANDS_ON[entity, column.name]
    home = home_of(table)
    found |= {name: kind for name, kind in (*home.by, *home.also) if kind != "agent" and name != "id"}
    return tuple(found.items())


@cache
def in_order() -> tuple[str, ...]:
    """The shared tables, each after those that its rows stand on."""
    ordered: list[str] = []
    rest = list(by_name())
    while rest:
        ready = [
            entity
            for entity in rest
            if all(
                kind == entity or kind in ordered or kind not in by_name() for _, kind in stands_on(entity)
            )
        ]
        if not ready:
            message = f"these stand on one another: {rest}"
            raise ValueError(message)
        ordered += ready
        rest = [entity for entity in rest if entity not in ready]
    return tuple(ordered)


def unexplained() -> list[str]:
    """Columns with ids of which nothing is said here; there must be none."""
    return [
        f"{entity}.{name}"
        for entity, table in by_name().items()
        for name in columns_of(table)
        if isinstance(table.c[name].type, Id)
        and name not in {"id", "created_op"}
        and name not in dict(stands_on(entity))
        and name not in (_TOLD | _TOLD_OF.get(entity, frozenset()))
    ]
