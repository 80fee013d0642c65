"""Tables of the bytes that a hub keeps, and of those on their way to it; what they belong to is in `cases`."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Table, text

from supportdesk.store.tables.columns import METADATA, Id, Instant, String

UPLOAD = Table(
    "upload",
    METADATA,
    # How far the bytes of a file have come; this row is the only place that knows it.
    Column("id", Id, primary_key=True),
    Column("file_id", Id, nullable=False),
    Column("organisation_id", Id),  # whose share they take up
    Column("sha256", String(64), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("offset", BigInteger, nullable=False),  # equal to the size: whole, checked and kept
    Column("agent_id", Id, nullable=False),
    Column("device_id", Id, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False, index=True),
    # The request that is adding to it, and until when it may without saying that it is still there.
    Column("held_by", Id),
    Column("held_until", Instant),
    # What kind of file it is: attachment · data_file.
    Column("entity", String(12), nullable=False, server_default=text("'attachment'")),
    Index("ix_upload_file", "file_id", "device_id"),
    Index("ix_upload_organisation", "organisation_id"),
)

BLOB = Table(
    "blob",
    METADATA,
    # What lies in the hub's folder, each content once.
    Column("sha256", String(64), primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("state", String(10), nullable=False),  # coming · stored · going
    Column("at", Instant, nullable=False),
    Column("orphaned_at", Instant, index=True),  # since when nothing has named it
)
