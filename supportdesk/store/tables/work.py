"""Tables of work and knowledge around cases: products, releases, articles, engagements, visits, remote sessions."""

from __future__ import annotations

from sqlalchemy import Date, ForeignKey, Index, Table, text

from supportdesk.store.tables.columns import (
    METADATA,
    Amount,
    BigInteger,
    Boolean,
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

PRODUCT = Table(
    "product",
    METADATA,
    *synced(),
    col("code", String(60), "park", nullable=False),
    col("name", String(200), "park", nullable=False),
    col("policy_code", String(60), "park"),
    col("areas", Json, "set"),  # [{"id", "name": {language: text}}] (SAG-4)
    info=home(),
)

PRODUCT_VERSION = Table(
    "product_version",
    METADATA,
    *synced(),
    col("product_id", Id, "append", ForeignKey("product.id"), nullable=False, index=True),
    col("version", String(60), "append", nullable=False),
    col("released_on", Date, "park"),
    info=home(),
)

INSTALLATION = Table(
    "installation",
    METADATA,
    *synced(),
    col("organisation_id", Id, "append", ForeignKey("organisation.id"), nullable=False, index=True),
    col("product_id", Id, "append", ForeignKey("product.id"), nullable=False),
    col("version", String(60), "park"),
    info=home(("organisation_id", "organisation")),
)

TRACKING_NOTE = Table(
    "tracking_note",
    METADATA,
    *synced(),
    col("number", String(40), "append", nullable=False, unique=True),
    col("product_id", Id, "append", ForeignKey("product.id")),
    col("kind", String(20), "park", nullable=False),  # fix · feature · change
    col("title", Text, "park", nullable=False),
    col("public_text", Json, "park"),  # {language: text}
    col("fixed_in", String(60), "park"),
    col("release_id", Id, "park", ForeignKey("release.id")),
    info=home(),
)

CASE_TRACKING_NOTE = Table(
    "case_tracking_note",
    METADATA,
    *synced(),
    col("case_id", Id, "append", ForeignKey("case.id"), nullable=False, index=True),
    col("tracking_note_id", Id, "append", ForeignKey("tracking_note.id"), nullable=False, index=True),
    col("at", Instant, "append", nullable=False),
    col("told_at", Instant, "max"),  # when the client was told of the release (SAP-2)
    info=home(("case_id", "case")),
)

RELEASE = Table(
    "release",
    METADATA,
    *synced(),
    col("product_id", Id, "append", ForeignKey("product.id"), nullable=False, index=True),
    col("version", String(60), "append", nullable=False),
    col("released_on", Date, "park"),
    col("notes", Json, "park"),
    info=home(),
)

BRANCH_RELEASE = Table(
    "branch_release",
    METADATA,
    *synced(),
    col("branch_id", Id, "append", ForeignKey("branch.id"), nullable=False),
    col("release_id", Id, "append", ForeignKey("release.id"), nullable=False),
    col("received_at", Instant, "max", nullable=False),
    col("by_id", Id, "append"),
    Index("uq_branch_release", "branch_id", "release_id", unique=True),
    info=home(),
)

ARTICLE = Table(
    "article",
    METADATA,
    *synced(),
    col("number", String(40), "append", nullable=False),  # KB-318; translations share it
    col("language", String(12), "append", nullable=False),
    col("title", Text, "park", nullable=False),
    col("body", Text, "text", nullable=False),
    col("audience", String(12), "park", nullable=False),  # client · engineer
    col("kind", String(12), "park", nullable=False, default="article"),  # article · brochure
    col("product_id", Id, "park", ForeignKey("product.id")),
    col("author_id", Id, "append"),
    Index("uq_article_number_language", "number", "language", unique=True),
    info=home(),
)

CASE_ARTICLE = Table(
    "case_article",
    METADATA,
    *synced(),
    col("case_id", Id, "append", ForeignKey("case.id"), nullable=False, index=True),
    col("article_id", Id, "append", ForeignKey("article.id"), nullable=False, index=True),
    col("how", String(12), "append", nullable=False),  # tried · sent · used · suggested · written
    col("at", Instant, "append", nullable=False),
    col("by_id", Id, "append"),
    info=home(("case_id", "case")),
)

ENGAGEMENT = Table(
    "engagement",
    METADATA,
    *synced(),
    col("organisation_id", Id, "append", ForeignKey("organisation.id"), nullable=False, index=True),
    col("case_id", Id, "append", ForeignKey("case.id"), index=True),
    col("kind", String(40), "append", nullable=False),
    col("title", Text, "park", nullable=False),
    col("policy_code", String(60), "append", nullable=False),
    col("policy_version", Integer, "append", nullable=False),
    col("vendor", String(200), "park"),
    col("service", String(60), "park"),
    col("currency", String(3), "park"),
    col("quoted", Amount, "hub"),
    col("audit", Json, "park"),  # {"checks", "findings", "matches"} of the client's data file (SAP-4)
    col("opened_at", Instant, "append", nullable=False),
    flag("finished", "hub"),
    info=home(("organisation_id", "organisation")),
)

ENGAGEMENT_STEP = Table(
    "engagement_step",
    METADATA,
    *synced(),
    col("engagement_id", Id, "append", ForeignKey("engagement.id"), nullable=False, index=True),
    col("step", String(20), "append", nullable=False),
    col("at", Instant, "append", nullable=False),
    col("by_id", Id, "append"),
    col("amount", Amount, "append"),
    col("currency", String(3), "append"),
    col("reference", String(120), "append"),
    col("note", Text, "append"),
    info=home(("engagement_id", "engagement")),
)

DATA_FILE = Table(
    "data_file",
    METADATA,
    *synced(),
    col("organisation_id", Id, "append", ForeignKey("organisation.id"), nullable=False, index=True),
    col("name", String(300), "append", nullable=False),
    col("sha256", String(64), "append", nullable=False),
    # More than two thousand million bytes are common; SQLite's integers are long enough as they are.
    col("size", BigInteger().with_variant(Integer(), "sqlite"), "append", nullable=False),
    col("copied_at", Instant, "append", nullable=False),
    col("by_id", Id, "append"),
    col("erase_on", Date, "park"),
    col("erased_at", Instant, "append"),
    col("erased_by_id", Id, "append"),
    # Whether the hub has the bytes; it alone says so.
    col("state", String(12), "hub", nullable=False, server_default=text("'local'")),  # local · stored
    Index("ix_data_file_sha256", "sha256"),
    info=home(("organisation_id", "organisation")),
)

DATA_COPY = Table(
    "data_copy",
    METADATA,
    *synced(),
    col("data_file_id", Id, "append", ForeignKey("data_file.id"), nullable=False, index=True),
    col("at", Instant, "append", nullable=False),
    col("by_id", Id, "append", nullable=False),
    col("why", Text, "append", nullable=False),
    info=home(("data_file_id", "data_file")),
)

VISIT = Table(
    "visit",
    METADATA,
    *synced(),
    col("number", String(40), "hub", nullable=False),
    col("organisation_id", Id, "append", ForeignKey("organisation.id"), nullable=False, index=True),
    col("site_id", Id, "park", ForeignKey("site.id")),
    col("engineer_id", Id, "park", ForeignKey("agent.id")),
    col("planned_at", Instant, "park", index=True),
    col("arrived_at", Instant, "park"),
    col("left_at", Instant, "park"),
    col("report", Json, "park"),  # {part id: text or checked points}
    col("agreed_name", String(200), "append"),
    col("agreed_at", Instant, "append"),
    col("state", String(12), "park", nullable=False),  # planned · on_site · revising · finished · cancelled
    col("position", Integer, "park"),  # in the day's route
    col("travel_minutes", Integer, "park"),  # there and back
    col("travel_km", Integer, "park"),
    col("revision", Integer, "max"),  # 2 and on for a report that was changed after it was finished
    col("received_by", String(200), "park"),
    col("finished_at", Instant, "append"),
    col("finished_by_id", Id, "append"),
    col("report_to", Json, "append"),  # the ids of the policy's distribution list, as it was when finished
    col("former", Json, "append"),  # [[part, text], …] of the revision before, as it was finished
    col("expected_minutes", Integer, "park"),
    col("bring", Text, "text"),  # what the engineer brings and prepares
    col("cancelled_why", Text, "park"),
    Index("ix_visit_engineer_planned", "engineer_id", "planned_at"),
    Index("ix_visit_engineer_state", "engineer_id", "state"),
    Index("ix_visit_arrived", "arrived_at", "row"),
    info=home(("organisation_id", "organisation")),
)

VISIT_CASE = Table(
    "visit_case",
    METADATA,
    *synced(),
    col("visit_id", Id, "append", ForeignKey("visit.id"), nullable=False, index=True),
    col("case_id", Id, "append", ForeignKey("case.id"), nullable=False, index=True),
    col("recommendation", Text, "append"),  # what was recommended, of a case that came of it
    info=home(("visit_id", "visit"), also=(("case_id", "case"),)),
)

VISIT_SIGNATURE = Table(
    "visit_signature",
    METADATA,
    *synced(),
    col("visit_id", Id, "append", ForeignKey("visit.id"), nullable=False, index=True),
    col("revision", Integer, "append", nullable=False),
    col("name", String(200), "append", nullable=False),
    col("job", String(200), "append"),  # what the person is at the client's
    col("signed_at", Instant, "append", nullable=False),
    col("strokes", Json, "append", nullable=False),  # [[[x, y, ms], …], …] in a box of 1000 by 400
    col("content", Json, "append", nullable=False),  # [[part, text], …] as it was signed
    col("sha256", String(64), "append", nullable=False),  # of the content
    info=home(("visit_id", "visit")),
)

REMOTE_SESSION = Table(
    "remote_session",
    METADATA,
    *synced(),
    col("case_id", Id, "append", ForeignKey("case.id"), nullable=False, index=True),
    col("tool", String(60), "append", nullable=False),
    col("remote_id", String(60), "append"),
    col("started_at", Instant, "append", nullable=False),
    col("ended_at", Instant, "max"),
    col("by_id", Id, "append"),
    col("consent_by", String(200), "append"),
    col("note", Text, "text"),
    col("chargeable", Boolean, "append"),  # empty: nobody said
    col("failed", Text, "append"),  # why the tool didn't start; then there was no session
    info=home(("case_id", "case")),
)
