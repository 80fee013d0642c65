"""Tables of a case: its row as lists show it, its clocks, its timeline, its links and what waits for a person."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, Table, TextClause, text

from supportdesk.store.tables.columns import (
    METADATA,
    BigInteger,
    Id,
    Instant,
    Integer,
    Json,
    String,
    Text,
    col,
    flag,
    home,
    synced,
)

_QUEUE = text("open AND merged_into IS NULL")
_INBOX = text("open AND needs_answer AND merged_into IS NULL")
_RUNNING = text("open AND due_state = 'running' AND merged_into IS NULL")
_SHOWN = text("merged_into IS NULL")

# The orders of a list, each with what else narrows one, so that an index alone answers for all of a list but its rows.
_ORDERS = {
    "deadline": ("due_sort", "row", "severity_rank"),
    "severity": ("severity_rank", "due_sort", "row"),
    "activity": ("last_activity_at", "row", "severity_rank"),
    "newest": ("logged_at", "row", "severity_rank"),
}


def _list_indexes(
    name: str, where: TextClause, first: tuple[str, ...] = (), last: tuple[str, ...] = ()
) -> list[Index]:
    """One index for each order of a list."""
    return [
        Index(f"ix_case_{name}_{order}", *first, *columns, *last, sqlite_where=where)
        for order, columns in _ORDERS.items()
    ]


CASE = Table(
    "case",
    METADATA,
    *synced(),
    col("number", String(40), "hub", nullable=False),
    col("title", Text, "park", nullable=False),
    col("organisation_id", Id, "park", ForeignKey("organisation.id")),
    col("contact_id", Id, "park", ForeignKey("contact.id")),
    col("site_id", Id, "park", ForeignKey("site.id")),
    col("branch_id", Id, "park", ForeignKey("branch.id")),
    col("team_id", Id, "park", ForeignKey("team.id")),
    col("owner_id", Id, "park", ForeignKey("agent.id")),
    col("product_id", Id, "park", ForeignKey("product.id")),
    col("product_version", String(60), "park"),
    col("area", String(80), "park"),
    col("reason", String(80), "park"),
    col("channel", String(20), "append", nullable=False),
    col("language", String(12), "park"),
    col("source", String(40), "append"),
    col("source_number", String(120), "append"),
    # What the rules know (rules/cases/state.py); `machine`, below, holds the parts no query needs.
    col("policy_code", String(60), "hub", nullable=False),
    col("policy_version", Integer, "hub", nullable=False),
    col("plan_id", String(60), "hub"),
    flag("after_hours", "hub"),
    col("severity_claimed", String(20), "park"),
    col("severity_verified", String(20), "park"),
    col("severity_rank", Integer, "hub", nullable=False, default=9),  # 9: the policy has no severities
    col("stage", String(60), "hub", nullable=False),
    col("stage_kind", String(10), "hub", nullable=False),
    col("stage_entered_at", Instant, "hub", nullable=False),
    col("logged_at", Instant, "append", nullable=False),
    col("logged_by", Id, "append"),
    col("closed_at", Instant, "hub"),
    flag("closed_automatically", "hub"),
    col("resolution", String(60), "park"),
    col("agreement_at", Instant, "max"),
    col("reopened", Integer, "hub", nullable=False, default=0),
    flag("responded", "hub"),
    flag("needs_answer", "hub", default=True),
    flag("needs_owner", "hub"),
    # Why it may be worked on.
    col("cover", String(20), "hub", nullable=False, default="none"),
    flag("accepted", "hub"),
    # What a list sorts and draws by. `due_sort` is the micros of the deadline for a running clock; from PAUSED_SORT on
    # it is paused, from NO_DEADLINE_SORT on there is none (see store/case_state_codec.py), so that one index serves
    # every group of the queue. `due_at` and `soon_at` are set for a running clock only: the lists count on it.
    flag("open", "hub", default=True),
    col("due_sort", BigInteger, "hub", nullable=False),
    col("due_kind", String(20), "hub"),
    col("due_state", String(10), "hub", nullable=False, default="none"),  # running · paused · met · none
    col("due_at", Instant, "hub"),
    col("due_from", Instant, "hub"),
    col("soon_at", Instant, "hub"),
    col("next_step_at", Instant, "hub"),  # the scheduler's next reminder or closing
    col("last_activity_at", Instant, "max", nullable=False),
    col("last_client_at", Instant, "max"),
    col("attachments", Integer, "hub", nullable=False, default=0),
    col("merged_into", Id, "hub"),
    # The wide columns stand last, so that the others are read without them.
    col("severity_reason", Text, "park"),
    col("template", Json, "park"),  # {part id: answer} of the written request (SAG-5)
    col("answers", Json, "park"),  # {question id: answer} that proposed the severity (SPK-2)
    col("extra", Json, "park"),  # columns an import brought that have no place of their own
    col("machine", Json, "hub"),
    col("came_from_id", Id, "hub"),  # while central support has it: the branch that stays informed (ONX-4)
    Index("uq_case_number", "number", unique=True),
    Index("uq_case_source", "source", "source_number", unique=True),
    Index("ix_case_organisation", "organisation_id", "row"),
    Index("ix_case_contact", "contact_id"),
    Index("ix_case_merged_into", "merged_into", sqlite_where=text("merged_into IS NOT NULL")),
    # The queue: open cases that are not merged away, for everyone, an owner, a branch, a stage kind, or to be answered.
    *_list_indexes("queue", _QUEUE, last=("soon_at",)),
    *_list_indexes("owner", _QUEUE, first=("owner_id",)),
    *_list_indexes("branch", _QUEUE, first=("branch_id",)),
    *_list_indexes("stage", _QUEUE, first=("stage_kind",)),
    *_list_indexes("inbox", _INBOX),
    # All cases but the merged ones.
    *_list_indexes("shown", _SHOWN),
    Index("ix_case_soon", "soon_at", "severity_rank", sqlite_where=_RUNNING),
    Index("ix_case_closed", "closed_at", "row", sqlite_where=text("closed_at IS NOT NULL")),
    Index("ix_case_client_word", "last_client_at", "row", "id", sqlite_where=_QUEUE),  # what may be unread
    Index("ix_case_next_step", "next_step_at", sqlite_where=text("next_step_at IS NOT NULL")),
    # All that the dashboard counts of open cases, so that it never reads their rows.
    Index(
        "ix_case_board",
        "branch_id",
        "owner_id",
        "policy_code",
        "stage",
        "severity_rank",
        "organisation_id",
        "logged_at",
        "due_sort",
        sqlite_where=_QUEUE,
    ),
    info=home(("id", "case")),
)

PAUSED_SORT = 1 << 61
"""From here on `due_sort` is that of a paused case: this plus the micros at which its stage was entered."""

NO_DEADLINE_SORT = 1 << 62
"""From here on `due_sort` is that of a case without a deadline, the latest logged first."""

CLOCK = Table(
    "clock",
    METADATA,
    *synced(),
    col("case_id", Id, "append", ForeignKey("case.id"), nullable=False),
    col("ordinal", Integer, "append", nullable=False),
    col("kind", String(20), "append", nullable=False),
    col("started_at", Instant, "hub", nullable=False),
    col("due_at", Instant, "hub"),
    col("soon_at", Instant, "hub"),
    col("verdict", String(10), "hub", nullable=False),
    col("met_at", Instant, "hub"),
    col("ended_at", Instant, "hub"),
    col("agreed_at", Instant, "hub"),
    col("agreed_until", Instant, "hub"),
    col("severity", String(20), "hub"),
    flag("after_hours", "hub"),
    col("policy_code", String(60), "hub", nullable=False),
    col("policy_version", Integer, "hub", nullable=False),
    Index("uq_clock_case_ordinal", "case_id", "ordinal", unique=True),
    Index("ix_clock_due", "due_at", "kind", "verdict", "case_id"),  # what was kept in a span of weeks
    info=home(("case_id", "case")),
)

ENTRY = Table(
    "entry",
    METADATA,
    *synced(),
    col("case_id", Id, "append", ForeignKey("case.id"), nullable=False),
    col("at", Instant, "append", nullable=False),
    col("kind", String(20), "append", nullable=False),
    flag("public", "append"),
    col("author_id", Id, "append"),  # an agent; null: the client or the desk itself
    col("contact_id", Id, "append"),
    col("channel", String(20), "append"),
    col("body", Text, "append"),
    col("data", Json, "append"),  # what the kind needs: from/to, duration in seconds, checklist …
    col("event", Json, "append"),  # the case event (domain/case_events.py) that this entry is the trace of
    col("op_id", Id, "append"),
    Index("ix_entry_case_at", "case_id", "at", "row"),
    Index("ix_entry_op", "op_id"),
    # When cases were closed and came back, for the weeks of the dashboard.
    Index("ix_entry_turn", "at", "kind", "case_id", sqlite_where=text("kind IN ('closed', 'reactivated')")),
    info=home(("case_id", "case")),
)

LINK = Table(
    "link",
    METADATA,
    *synced(),
    col("case_id", Id, "append", ForeignKey("case.id"), nullable=False, index=True),
    col("other_id", Id, "append", ForeignKey("case.id"), nullable=False, index=True),
    col("kind", String(20), "append", nullable=False),
    col("at", Instant, "append", nullable=False),
    col("by_id", Id, "append"),
    col("ended_at", Instant, "max"),
    info=home(("case_id", "case"), also=(("other_id", "case"),)),
)

ATTENTION = Table(
    "attention",
    METADATA,
    *synced(),
    col("kind", String(30), "append", nullable=False),  # answer_after_closing · uncovered · undelivered …
    col("case_id", Id, "append", index=True),
    col("for_id", Id, "append"),
    col("for_role", String(30), "append"),
    col("data", Json, "append"),
    col("at", Instant, "append", nullable=False),
    col("settled_at", Instant, "max", index=True),
    col("settled_by", Id, "park"),
    col("settlement", Text, "park"),
    col("organisation_id", Id, "append"),
    info=home(
        ("case_id", "case"),
        ("organisation_id", "organisation"),
        ("for_id", "agent"),
        also=(("for_id", "agent"),),
    ),
)

ATTACHMENT = Table(
    "attachment",
    METADATA,
    *synced(),
    col("case_id", Id, "append", index=True),
    col("entry_id", Id, "append"),
    col("visit_id", Id, "append"),
    col("sha256", String(64), "append", nullable=False),
    col("size", BigInteger, "append", nullable=False),
    col("name", String(300), "park", nullable=False),
    col("media_type", String(120), "append"),
    col("state", String(12), "hub", nullable=False),  # local · uploading · stored · lost
    # Of the PDF of a visit's finished report, which revision it is of and in which language; else empty.
    col("revision", Integer, "append"),
    col("language", String(12), "append"),
    col("position", Integer, "park"),  # among the photos and files of a visit's report
    col("article_id", Id, "append"),
    col("by_id", Id, "append"),  # who attached it to an article; of others their entry or visit says so
    Index("ix_attachment_article", "article_id", sqlite_where=text("article_id IS NOT NULL")),
    Index("ix_attachment_sha256", "sha256"),
    Index("ix_attachment_unstored", "state", sqlite_where=text("state <> 'stored'")),
    # An article is everybody's, and its files with it.
    info=home(("case_id", "case"), ("visit_id", "visit"), ("article_id", "article")),
)
