"""Tables that belong to this desk: operations and outbox, drafts, marks, views, imports, tallies and settings."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, LargeBinary, Table, text

from supportdesk.store.tables.columns import (
    METADATA,
    Id,
    Instant,
    Integer,
    Json,
    RowNumber,
    String,
    Text,
    col,
    home,
    synced,
)

OPERATION = Table(
    "operation",
    METADATA,
    Column("n", RowNumber, primary_key=True, autoincrement=True),  # this device's number, without gaps
    Column("id", Id, nullable=False, unique=True),
    Column("name", String(60), nullable=False),
    Column("kind", String(10), nullable=False),
    Column("root_entity", String(20), nullable=False),
    Column("root_id", Id, nullable=False),
    Column("args", Json, nullable=False),
    Column("expect", Json),
    Column("deps", Json),
    Column("actor", Id, nullable=False),
    Column("device", Id, nullable=False),
    Column("at", Instant, nullable=False),
    Column("status", String(10), nullable=False),
    Column("rule", String(20)),
    Column("reason", Text),
    Column("undo", Json),  # what taking it back needs; null: it can't be taken back
    Column("undone_by", Id),
    # On a desk of a hub: what the hub made of it in detail, and when and how its person has dealt with that.
    Column("result", Json),
    Column("answered_at", Instant),
    Column("settled_at", Instant),
    Column("settlement", Text),
    Column("seen", BigInteger),  # the change of the hub up to which the desk knew everything
    Index("ix_operation_root", "root_entity", "root_id", "n"),
    Index(
        "ix_operation_unsettled",
        "status",
        "n",
        sqlite_where=text("settled_at IS NULL AND status NOT IN ('applied', 'merged')"),
    ),
)

OUTBOX = Table(
    "outbox",
    METADATA,
    Column("n", RowNumber, primary_key=True, autoincrement=False),  # operation.n
    Column("op_id", Id, nullable=False, unique=True),
    Column("state", String(10), nullable=False),  # waiting · blocked · answered
    Column("tries", Integer, nullable=False, default=0),
    Column("next_try", Instant),
    Column("why", Text),  # what keeps it here, or what the hub will say to it
    Column("seq", BigInteger),  # answered: the change of the hub by which its effect has come back
)

DRAFT = Table(
    "draft",
    METADATA,
    Column("row", RowNumber, primary_key=True, autoincrement=True),
    Column("key", String(120), nullable=False),  # "case:<id>:reply", "new_case" …
    Column("content", Json, nullable=False),
    Column("saved_at", Instant, nullable=False),
    Index("ix_draft_key", "key", "row"),
)

READ_MARK = Table(
    "read_mark",
    METADATA,
    Column("case_id", Id, primary_key=True),
    Column("agent_id", Id, primary_key=True),
    Column("seen_at", Instant, nullable=False),
    sqlite_with_rowid=False,
)

FOLLOW = Table(
    "follow",
    METADATA,
    Column("case_id", Id, primary_key=True),
    Column("agent_id", Id, primary_key=True),
)

SAVED_VIEW = Table(
    "saved_view",
    METADATA,
    *synced(),
    col("agent_id", Id, "append"),  # null: shared by everyone
    col("name", String(120), "park", nullable=False),
    col("query", Text, "park", nullable=False),
    col("position", Integer, "park", nullable=False),
    info=home(("agent_id", "agent")),
)

IMPORT_RUN = Table(
    "import_run",
    METADATA,
    Column("row", RowNumber, primary_key=True, autoincrement=True),
    Column("id", Id, nullable=False, unique=True),
    Column("source", String(40), nullable=False),
    Column("file_name", String(300), nullable=False),
    Column("file_sha256", String(64), nullable=False),
    Column("started_at", Instant, nullable=False),
    Column("finished_at", Instant),
    Column("report", Json),
)

IMPORT_ITEM = Table(
    "import_item",
    METADATA,
    # What was imported, so that a second import knows it again and sees whether the export has changed since.
    Column("source", String(40), primary_key=True),
    Column("number", String(120), primary_key=True),
    Column("case_id", Id, nullable=False),
    Column("sha256", String(64), nullable=False),
)

IMPORT_MAPPING = Table(
    "import_mapping",
    METADATA,
    Column("name", String(120), primary_key=True),
    Column("mapping", Json, nullable=False),
)

# What only the desk's own file has, kept by the triggers in store/sqlite_schema.py: no hub needs it.
_DESK_ONLY = {"dialect": "sqlite"}

CASE_TALLY = Table(
    "case_tally",
    METADATA,
    # How many unmerged cases of a severity each list has, so that a count never scans. `whose` is the owner or the
    # branch that a list belongs to; empty for the other lists, and for cases that have none.
    Column("list", String(10), primary_key=True),  # everything · open · inbox · waiting · owner · branch
    Column("whose", LargeBinary(16), primary_key=True),
    Column("severity_rank", Integer, primary_key=True),
    Column("n", Integer, nullable=False),
    sqlite_with_rowid=False,
    info=_DESK_ONLY,
)

LIST_CHANGE = Table(
    "list_change",
    METADATA,
    # The last changes that may have moved a row of a list of cases: where it stood and where it stands (null: in no
    # list). The greatest `n` is the version that lists are remembered as of. A look at a case is a change too.
    Column("n", Integer, primary_key=True, autoincrement=False),
    Column("row", Integer),
    *(
        Column(f"{image}_{name}", kind)
        for image in ("old", "new")
        for name, kind in (
            ("shown", Boolean),
            ("severity_rank", Integer),
            ("due_sort", BigInteger),
            ("last_activity_at", BigInteger),
            ("logged_at", BigInteger),
        )
    ),
    info=_DESK_ONLY,
)

SEARCH_PENDING = Table(
    "search_pending",
    METADATA,
    # What the open transaction has changed and the search index does not know yet; empty between transactions.
    Column("kind", String(12), primary_key=True),  # case · organisation · contact · article
    Column("row", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
    info=_DESK_ONLY,
)

SETTING = Table(
    "setting",
    METADATA,
    Column("key", String(120), primary_key=True),
    Column("value", Json),
)
