"""What only the desk's own file has: the search index, and triggers that keep tallies, versions and index true."""

from __future__ import annotations

from itertools import chain

# Text is folded before it gets here (see `folding`), so the tokenizer has only to cut it into words. The prefixes
# let the last word of a search be a beginning. Contentless: what the rows hold is not held twice.
_FTS_OPTIONS = """content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0", prefix='2 3'"""

_SEARCH_TABLES = {
    "case_search": "number, title, party, body, facets",
    "organisation_search": "name, other",
    "contact_search": "name, other",
    "article_search": "number, title, body",
}

_COUNTED = ("open", "branch_id", "owner_id", "stage_kind", "needs_answer", "severity_rank", "merged_into")
_TALLIED = (
    ("everything", "x''", "1"),
    ("open", "x''", "{image}.open"),
    ("inbox", "x''", "{image}.open AND {image}.needs_answer"),
    ("waiting", "x''", "{image}.open AND {image}.stage_kind = 'waiting'"),
    ("owner", "coalesce({image}.owner_id, x'')", "{image}.open"),
    ("branch", "coalesce({image}.branch_id, x'')", "{image}.open"),
)
_LISTED = (
    *_COUNTED,
    "due_sort",
    "due_state",
    "soon_at",
    "last_activity_at",
    "last_client_at",
    "logged_at",
    "closed_at",
)

# Where a case stands in the lists of all cases, whatever their order.
_PLACE = ("shown", "severity_rank", "due_sort", "last_activity_at", "logged_at")

CHANGES_KEPT = 200

_SEARCHED_OF_CASE = (
    *(
        "number",
        "source_number",
        "title",
        "template",
        "organisation_id",
        "contact_id",
        "branch_id",
        "owner_id",
    ),
    *(
        "product_id",
        "area",
        "channel",
        "policy_code",
        "severity_claimed",
        "severity_verified",
        "severity_rank",
    ),
    *("stage", "stage_kind", "open", "due_state", "needs_answer", "resolution", "attachments", "merged_into"),
)
_SEARCHED_OF_PARTY = {
    "organisation": ("name", "client_code", "kind", "region", "country", "deleted"),
    "contact": ("name", "email", "phone", "role", "deleted"),
}
_SEARCHED_OF_ARTICLE = ("number", "title", "body", "audience", "language", "deleted")


def statements() -> tuple[str, ...]:
    """Every statement, in the order in which they must run after the tables are there."""
    return tuple(
        chain(
            (
                f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, {_FTS_OPTIONS})"
                for name, columns in _SEARCH_TABLES.items()
            ),
            _tally_triggers(),
            _change_triggers(),
            _search_triggers(),
        )
    )


def _tally_triggers() -> tuple[str, ...]:
    counted_anew = " OR ".join(f"old.{name} IS NOT new.{name}" for name in _COUNTED)
    return (
        _trigger("case_tally_insert", 'INSERT ON "case"', _count("new", "1")),
        _trigger("case_tally_delete", 'DELETE ON "case"', _count("old", "-1")),
        _trigger(
            "case_tally_update",
            f'UPDATE OF {_names(*_COUNTED)} ON "case" WHEN {counted_anew}',
            _count("old", "-1"),
            _count("new", "1"),
        ),
    )


def _count(image: str, step: str) -> str:
    """Count a case in or out of each list that it stands in."""
    lists = " UNION ALL ".join(
        f"SELECT '{name}' AS list, {whose.format(image=image)} AS whose WHERE {condition.format(image=image)}"
        for name, whose, condition in _TALLIED
    )
    return (
        "INSERT INTO case_tally (list, whose, severity_rank, n) "
        f"SELECT list, whose, {image}.severity_rank, {step} FROM ({lists}) WHERE {image}.merged_into IS NULL "
        f"ON CONFLICT DO UPDATE SET n = n + {step}"
    )


def _change_triggers() -> tuple[str, ...]:
    gone = ("NULL",) * len(_PLACE)
    return (
        _trigger("list_change_insert", 'INSERT ON "case"', *_change("new.row", gone, _place("new"))),
        _trigger("list_change_delete", 'DELETE ON "case"', *_change("old.row", _place("old"), gone)),
        _trigger(
            "list_change_update",
            f'UPDATE OF {_names(*_LISTED)} ON "case"',
            *_change("new.row", _place("old"), _place("new")),
        ),
        *(
            _trigger(
                f"list_change_mark_{event.lower()}", f"{event} ON read_mark", *_change("NULL", gone, gone)
            )
            for event in ("INSERT", "UPDATE", "DELETE")
        ),
    )


def _change(row: str, old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, str]:
    """Note a change, and forget those so long ago that a list of then is sooner learnt anew."""
    values = ", ".join((row, *old, *new))
    return (
        f"INSERT INTO list_change VALUES ((SELECT coalesce(max(n), 0) + 1 FROM list_change), {values})",
        f"DELETE FROM list_change WHERE n <= (SELECT max(n) FROM list_change) - {CHANGES_KEPT}",
    )


def _place(image: str) -> tuple[str, ...]:
    return (f"{image}.merged_into IS NULL", *(f"{image}.{name}" for name in _PLACE[1:]))


def _search_triggers() -> tuple[str, ...]:
    triggers = [
        _trigger("search_case_insert", 'INSERT ON "case"', _pending("case", "new.row")),
        _trigger(
            "search_case_update",
            f'UPDATE OF {_names(*_SEARCHED_OF_CASE)} ON "case"',
            _pending("case", "new.row"),
        ),
        _trigger("search_case_delete", 'DELETE ON "case"', _pending("case", "old.row")),
        _trigger("search_article_insert", "INSERT ON article", _pending("article", "new.row")),
        _trigger(
            "search_article_update",
            f"UPDATE OF {_names(*_SEARCHED_OF_ARTICLE)} ON article",
            _pending("article", "new.row"),
        ),
        _trigger("search_article_delete", "DELETE ON article", _pending("article", "old.row")),
    ]
    for party, columns in _SEARCHED_OF_PARTY.items():
        triggers += [
            _trigger(f"search_{party}_insert", f"INSERT ON {party}", _pending(party, "new.row")),
            _trigger(
                f"search_{party}_update",
                f"UPDATE OF {_names(*columns)} ON {party}",
                _pending(party, "new.row"),
            ),
            _trigger(f"search_{party}_delete", f"DELETE ON {party}", _pending(party, "old.row")),
            # Its cases are found by its name.
            _trigger(
                f"search_{party}_renamed",
                f"UPDATE OF name ON {party} WHEN old.name IS NOT new.name",
                _pending_cases(f"{party}_id = new.id"),
            ),
        ]
    for table in ("entry", "visit_case", "remote_session"):
        triggers += [
            _trigger(
                f"search_{table}_{event.lower()}",
                f"{event} ON {table}",
                _pending_cases(f"id = {image}.case_id"),
            )
            for event, image in (("INSERT", "new"), ("UPDATE", "new"), ("DELETE", "old"))
        ]
    return tuple(triggers)


def _trigger(name: str, event: str, *body: str) -> str:
    return f"CREATE TRIGGER {name} AFTER {event} BEGIN {'; '.join(body)}; END"


def _pending(kind: str, row: str) -> str:
    return f"INSERT OR IGNORE INTO search_pending (kind, row) VALUES ('{kind}', {row})"


def _pending_cases(condition: str) -> str:
    return (
        f"INSERT OR IGNORE INTO search_pending (kind, row) SELECT 'case', row FROM \"case\" WHERE {condition}"
    )


def _names(*names: str) -> str:
    return ", ".join(f'"{name}"' for name in names)
