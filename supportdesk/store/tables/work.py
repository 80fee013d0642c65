"""Tables of work and knowledge around cases: products, releases, articles, engagements, visits, remote sessions."""

from __future__ import annotations

from sqlalchemy import Date, ForeignKey, Index, Table

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
    col("size", Integer, "append", nullable=False),
    col("copied_at", Instant, "append", nullable=False),
    col("by_id", Id, "append"),
    info=home(("organisation_id", "organisation")),
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
    col("state", String(12), "park", nullable=False),  # planned · on_site · finished
    info=home(("organisation_id", "organisation")),
)

VISIT_CASE = Table(
    "visit_case",
    METADATA,
    *synced(),
    col("visit_id", Id, "append", ForeignKey("visit.id"), nullable=False, index=True),
    col("case_id", Id, "append", ForeignKey("case.id"), nullable=False, index=True),
    info=home(("visit_id", "visit"), also=(("case_id", "case"),)),
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
    info=home(("case_id", "case")),
)
