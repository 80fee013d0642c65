"""Tables of what a remote tool's vendor told: session codes made for cases, and the connections it counted."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index, Table

from supportdesk.store.tables.columns import (
    METADATA,
    Amount,
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

REMOTE_CODE = Table(
    "remote_code",
    METADATA,
    *synced(),
    col("case_id", Id, "append", ForeignKey("case.id"), nullable=False, index=True),
    col("tool", String(60), "append", nullable=False),
    col("code", String(40), "append", nullable=False),
    col("client_link", Text, "append", nullable=False),  # for the client; it leads to the vendor
    col("valid_until", Instant, "append", nullable=False),
    col("made_at", Instant, "append", nullable=False),
    col("by_id", Id, "append"),
    info=home(("case_id", "case")),
)

# Everybody's, as the vendor's account is the whole organisation's: the id follows from the vendor's own, so that two
# desks that fetch the same month have each report once. What it is linked to need not be on every desk.
REMOTE_REPORT = Table(
    "remote_report",
    METADATA,
    *synced(),
    col("vendor", String(40), "append", nullable=False),
    col("report_id", String(200), "append", nullable=False),
    col("started_at", Instant, "append", nullable=False),
    col("ended_at", Instant, "max"),  # empty while the connection runs
    col("user_id", String(200), "append"),
    col("user_name", String(200), "append"),
    col("device_id", String(200), "append"),
    col("device_name", String(200), "append"),
    col("session_code", String(200), "append"),
    col("fee", Amount, "append"),
    col("currency", String(3), "append"),
    col("notes", Text, "append"),
    col("standing", String(12), "park", nullable=False),  # running · open · proposed · linked · aside
    col("case_id", Id, "park"),  # linked to, or proposed
    col("session_id", Id, "park"),
    flag("made_session", "park"),  # the session on the case was made of this report
    col("confidence", Integer, "park"),  # per cent
    col("evidence", Json, "park"),  # words of rules.remote_sessions
    col("reason", Text, "park"),  # why it is no case
    col("decided_by_id", Id, "park"),
    col("decided_at", Instant, "park"),
    Index("ix_remote_report_standing", "standing", "started_at", "id"),
    info=home(),
)
