"""Tables of the conversation between desks and hub: what each side remembers of the other; accounts are elsewhere."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, LargeBinary, Table

from supportdesk.store.tables.columns import (
    METADATA,
    Id,
    Instant,
    Integer,
    Json,
    String,
    Text,
    col,
    home,
    synced,
)

# ---------------------------------------------------------------- on both sides

CONFLICT = Table(
    "conflict",
    METADATA,
    *synced(),
    # One field of one row that two people set to different values: the hub's stands until a person settles it.
    col("root_entity", String(20), "append", nullable=False),
    col("root_id", Id, "append", nullable=False),
    col("entity", String(40), "append", nullable=False),
    col("entity_id", Id, "append", nullable=False),
    col("field", String(60), "append", nullable=False),
    col("base", Json, "append"),  # what it was before both
    col("theirs", Json, "append"),
    col("theirs_by", Id, "append"),
    col("theirs_at", Instant, "append"),
    col("mine", Json, "append"),
    col("mine_by", Id, "append", nullable=False),
    col("mine_at", Instant, "append", nullable=False),
    col("mine_op", Id, "append", nullable=False),
    col(
        "act", String(60), "append", nullable=False
    ),  # the operation that would set `mine`, and its arguments
    col("args", Json, "append"),
    col("state", String(10), "hub", nullable=False, default="open"),  # open · kept · adopted
    col("settled_by", Id, "hub"),
    col("settled_at", Instant, "hub"),
    Index("ix_conflict_root", "root_entity", "root_id"),
    Index("ix_conflict_mine_op", "mine_op"),
    Index("ix_conflict_open", "mine_by", "state"),
    info=home(also=(("mine_by", "agent"),), entity="root_entity"),
)

# ---------------------------------------------------------------- on the hub

HUB = Table(
    "hub",
    METADATA,
    # One row, and only in a hub's database: with it, every change to a synced row is noted in the log.
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("epoch", Id, nullable=False),  # the timeline that cursors belong to
    Column("made_at", Instant, nullable=False),
    Column("floor", BigInteger, nullable=False, default=0),  # the log knows everything after this number
)

SCOPE = Table(
    "sync_scope",
    METADATA,
    # A circle of people who may see the same rows: everybody, a branch, a team, one agent.
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column("kind", String(12), nullable=False),  # everybody · branch · team · agent
    Column("ref", Id, nullable=False),
    Index("uq_sync_scope", "kind", "ref", unique=True),
)

ROW_SCOPE = Table(
    "row_scope",
    METADATA,
    # Where each root – a case, a client – is seen; what belongs to it is seen there too.
    Column("scope_id", Integer, primary_key=True, autoincrement=False),
    Column("entity", String(20), primary_key=True),
    Column("id", Id, primary_key=True),
    Index("ix_row_scope_row", "entity", "id"),
    sqlite_with_rowid=False,
)

SYNC_LOG = Table(
    "sync_log",
    METADATA,
    # The order of the hub's changes, one line for each scope that sees one; rows are read when a desk asks.
    Column("scope_id", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("entity", String(40), nullable=False),
    Column("entity_id", Id, nullable=False),
    Column("root_entity", String(20), nullable=False),
    Column("root_id", Id, nullable=False),
    Column("act", String(6), nullable=False),  # put · del · enter · leave
    Index("uq_sync_log_seq", "seq", unique=True),
    sqlite_with_rowid=False,
)

LOG_MARK = Table(
    "log_mark",
    METADATA,
    # How far the log had come at an instant, noted now and then: by it old lines are dropped.
    Column("at", Instant, primary_key=True),
    Column("seq", BigInteger, nullable=False),
)

AGENT_SCOPE = Table(
    "agent_scope",
    METADATA,
    # Who could see what, when: what was right to do at its time is taken in later (sync B6).
    Column("agent_id", Id, primary_key=True),
    Column("scope_id", Integer, primary_key=True, autoincrement=False),
    Column("since", Instant, primary_key=True),
    Column("until", Instant),
)

RECEIPT = Table(
    "receipt",
    METADATA,
    Column("op_id", Id, primary_key=True),
    Column("device_id", Id, nullable=False),
    Column("n", BigInteger, nullable=False),
    Column("body_sha", LargeBinary(32), nullable=False),
    Column("status", String(10), nullable=False),
    Column("result", Json),
    Column("received_at", Instant, nullable=False),
    Index("ix_receipt_device", "device_id", "n"),
)

PARKED = Table(
    "op_parked",
    METADATA,
    # What the hub could not take in, with its whole body, and how often it tried.
    Column("op_id", Id, primary_key=True),
    Column("device_id", Id, nullable=False),
    Column("actor", Id, nullable=False),
    Column("body", Json, nullable=False),
    Column("why", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("at", Instant, nullable=False),
)

DEVICE_SYNC = Table(
    "device_sync",
    METADATA,
    Column("device_id", Id, primary_key=True),
    Column("cursor", BigInteger, nullable=False, default=0),
    Column("last_n", BigInteger, nullable=False, default=0),
    Column("seen_at", Instant, nullable=False),
)

EFFECT = Table(
    "effect",
    METADATA,
    # What an operation brings about outside – a mail, a notice –, once, however often it is sent or retried.
    Column("op_id", Id, primary_key=True),
    Column("kind", String(30), primary_key=True),
    Column("case_id", Id),
    Column("data", Json),
    Column("state", String(10), nullable=False),  # waiting · held · begun · done
    Column("due_at", Instant, nullable=False),
    Column("done_at", Instant),
    Index("ix_effect_waiting", "state", "due_at"),
)

PRESENCE = Table(
    "presence",
    METADATA,
    Column("device_id", Id, primary_key=True),
    Column("agent_id", Id, nullable=False),
    Column("case_id", Id, nullable=False),
    Column("writing", Boolean, nullable=False),
    Column("at", Instant, nullable=False),
    Index("ix_presence_case", "case_id"),
)

# ---------------------------------------------------------------- on a desk

MEMBERSHIP = Table(
    "membership",
    METADATA,
    # One row, and only on a desk that belongs to a hub: with it, every change is kept apart from what the hub sent.
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("address", Text, nullable=False),
    Column("epoch", Id),
    Column("device_id", Id, nullable=False),
    Column("agent_id", Id, nullable=False),
    Column("joined_at", Instant, nullable=False),
    Column("cursor", BigInteger, nullable=False, default=0),
    Column("contact_at", Instant),  # when the hub last answered
    Column("offset_ms", BigInteger, nullable=False, default=0),  # the hub's clock less this computer's
    Column("verified_at", Instant),
    Column("resynced_at", Instant),
    Column("paused", Boolean, nullable=False, default=False),
)

HELD_SCOPE = Table(
    "held_scope",
    METADATA,
    Column("scope_id", Integer, primary_key=True, autoincrement=False),
    Column("kind", String(12), nullable=False),
    Column("ref", Id, nullable=False),
    Column("state", String(10), nullable=False),  # loading · held
    Column("seq", BigInteger, nullable=False),  # while loading: the head when its first rows were read
    Column("after", Json),  # where its loading goes on
    Column("loaded", BigInteger, nullable=False, default=0),
    Column("total", BigInteger, nullable=False, default=0),
)

SHADOW = Table(
    "shadow",
    METADATA,
    # What the hub last sent of each row that work not yet taken in has changed; null: the hub has no such row.
    Column("entity", String(40), primary_key=True),
    Column("id", Id, primary_key=True),
    Column("node", Id, nullable=False),
    Column("image", Text),
    Index("ix_shadow_node", "node"),
    sqlite_with_rowid=False,
)

TOUCH = Table(
    "touch",
    METADATA,
    # Which of this desk's own operations have changed anything of a root.
    Column("node", Id, primary_key=True),
    Column("n", BigInteger, primary_key=True, autoincrement=False),
    Index("ix_touch_n", "n"),
    sqlite_with_rowid=False,
)
