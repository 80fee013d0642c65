"""Tables of who asks and who answers: branches, agents, organisations, contacts, contracts and the ledger."""

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

BRANCH = Table(
    "branch",
    METADATA,
    *synced(),
    col("name", String(200), "park", nullable=False),
    col("kind", String(20), "park", nullable=False),  # central · subsidiary · agency · distributor
    col("parent_id", Id, "park", ForeignKey("branch.id")),
    col("country", String(2), "park"),
    col("region", String(80), "park"),
    col("time_zone", String(64), "park", nullable=False),
    col("calendar", Json, "park"),  # {"time_zone", "weekly", "holidays", …}; null: the policy's
    col("channels", Json, "set"),
    # What stands at the head of its reports; the logo is a picture in base64, the colour "#rrggbb".
    col("address", String(300), "park"),
    col("phone", String(60), "park"),
    col("email", String(200), "park"),
    col("logo", Text, "park"),
    col("colour", String(7), "park"),
    info=home(),
)

TEAM = Table(
    "team",
    METADATA,
    *synced(),
    col("name", String(200), "park", nullable=False),
    col("branch_id", Id, "park", ForeignKey("branch.id")),
    info=home(),
)

AGENT = Table(
    "agent",
    METADATA,
    *synced(),
    col("name", String(200), "park", nullable=False),
    col("email", String(320), "park"),
    col("roles", Json, "set", nullable=False),
    col("branch_id", Id, "park", ForeignKey("branch.id")),
    col("language", String(12), "park"),
    col("agreed_load", Integer, "park"),  # open cases agreed as a full desk; the dashboard's tick
    flag("active", "park", default=True),
    col("team_ids", Json, "set"),  # whose queues the agent serves, whatever the branch
    info=home(),
)

ORGANISATION = Table(
    "organisation",
    METADATA,
    *synced(),
    col("name", String(300), "park", nullable=False),
    col("client_code", String(60), "park"),  # upper case letters and digits
    col("branch_id", Id, "park", ForeignKey("branch.id")),
    col("policy_code", String(60), "park", nullable=False),
    col("kind", String(80), "park"),
    col("region", String(80), "park"),
    col("country", String(2), "park"),
    col("language", String(12), "park"),
    col("start_date", Date, "park"),  # ONX-3: the first year counts from here
    flag("certified_partner", "park"),
    flag("specialist_nearby", "park", default=True),  # ONX-4
    col("source", String(40), "append"),
    col("source_number", String(120), "append"),
    Index("ix_organisation_client_code", "client_code"),
    Index("ix_organisation_name", "name"),
    Index("uq_organisation_source", "source", "source_number", unique=True),
    info=home(("id", "organisation")),
)

SITE = Table(
    "site",
    METADATA,
    *synced(),
    col("organisation_id", Id, "append", ForeignKey("organisation.id"), nullable=False, index=True),
    col("name", String(200), "park", nullable=False),
    col("address", Text, "text"),
    col("time_zone", String(64), "park"),
    info=home(("organisation_id", "organisation")),
)

CONTACT = Table(
    "contact",
    METADATA,
    *synced(),
    col("organisation_id", Id, "append", ForeignKey("organisation.id"), index=True),
    col("name", String(200), "park", nullable=False),
    col("email", String(320), "park", index=True),
    col("phone", String(60), "park"),
    col("role", String(120), "park"),
    col("language", String(12), "park"),
    flag("named", "park"),  # SPK-8: may log and close cases; everyone else reads the knowledge base
    col("pin_salt", String(64), "hub"),
    col("pin_hash", String(128), "hub"),  # never the PIN itself
    flag("active", "park", default=True),
    info=home(("organisation_id", "organisation")),
)

CONTRACT = Table(
    "contract",
    METADATA,
    *synced(),
    col("organisation_id", Id, "append", ForeignKey("organisation.id"), nullable=False, index=True),
    col("kind", String(20), "append", nullable=False),  # contract · warranty
    col("plan_id", String(60), "park"),
    col("starts_on", Date, "park", nullable=False),
    col("ends_on", Date, "park"),  # last covered day; null: open end
    Index("ix_contract_ends_on", "ends_on"),
    info=home(("organisation_id", "organisation")),
)

LEDGER_LINE = Table(
    "ledger_line",
    METADATA,
    *synced(),
    col("organisation_id", Id, "append", ForeignKey("organisation.id"), nullable=False, index=True),
    col("ticket_id", Id, "append"),  # the BOUGHT line that this line draws on
    col("case_id", Id, "append", index=True),
    col("kind", String(20), "append", nullable=False),
    col("quantity", Integer, "append", nullable=False),
    flag("covered", "hub", default=True),
    col("amount", Amount, "append"),
    col("currency", String(3), "append"),
    col("method", String(20), "append"),
    col("reference", String(120), "append"),
    col("at", Instant, "append", nullable=False),
    col("by_id", Id, "append"),
    col("reason", Text, "append"),
    col(
        "acted_on_id", Id, "append"
    ),  # the case of the act that made the line; another one where cases are merged
    info=home(("organisation_id", "organisation")),
)

INVOICE_DRAFT = Table(
    "invoice_draft",
    METADATA,
    *synced(),
    col("organisation_id", Id, "append", ForeignKey("organisation.id"), nullable=False, index=True),
    col("case_id", Id, "append"),
    col("engagement_id", Id, "append"),
    col("text", Text, "text", nullable=False),
    col("amount", Amount, "park"),
    col("currency", String(3), "park"),
    col("at", Instant, "append", nullable=False),
    col("state", String(20), "park", nullable=False, default="draft"),
    info=home(("organisation_id", "organisation")),
)

POLICY_VERSION = Table(
    "policy_version",
    METADATA,
    *synced(),
    col("code", String(60), "append", nullable=False),
    col("version", Integer, "append", nullable=False),
    col("effective_from", Date, "append", nullable=False),
    col("text", Text, "append", nullable=False),
    col("sha256", String(64), "append", nullable=False),
    col("installed_at", Instant, "append", nullable=False),
    Index("uq_policy_version_code_version", "code", "version", unique=True),
    info=home(),
)
