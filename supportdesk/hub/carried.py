"""The files whose bytes a hub carries: what cases, visits and articles have, and clients' data files (SAP-6).

Who sees one, how much there may be of them, and what is told once the bytes are here. Of a data file a copy is given to
nobody who has not said why before.
"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from supportdesk.hub.acting import act
from supportdesk.hub.callers import Caller
from supportdesk.hub.hub import Hub
from supportdesk.hub.problems import Refusal, unknown
from supportdesk.hub.tus import Named, NewUpload
from supportdesk.services.exchange import giving_out, permissions, scopes_held
from supportdesk.services.in_hand.files import home_kind
from supportdesk.store import upload_rows
from supportdesk.store.composed import Record
from supportdesk.store.store import Transaction
from supportdesk.store.synced_rows import find_row
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.store.tables.work import DATA_FILE
from supportdesk.store.tracking import Touched
from supportdesk.store.upload_rows import ATTACHED, DATA

COPY_LASTS = timedelta(hours=12)
"""How long a copy that was logged may be fetched: a working day, so that a line that was cut can be taken up again."""
_MIB = 1 << 20
_TABLES = {ATTACHED: ATTACHMENT, DATA: DATA_FILE}


def seen(conn: Transaction, who: Caller, named: Named) -> Record:
    """A file that the caller sees; Refusal: 404 for any other, 410 for a data file that was erased."""
    row = find_row(conn, _TABLES[named.entity], named.id)
    if row is None or _homeless(named, row) or not sees(conn, who, named.entity, [named.id]):
        raise unknown("file")
    if is_erased(named, row):
        raise _erased()
    return row


def sees(conn: Transaction, who: Caller, entity: str, ids: list[UUID]) -> frozenset[UUID]:
    """Which of some files of a kind the caller sees."""
    scopes = frozenset(scopes_held.held_by(conn, who.agent_id))
    rows = [Touched(entity, each, gone=False, parent=None) for each in ids]
    return frozenset(row.id for row, is_seen in giving_out.sees(conn, scopes, rows).items() if is_seen)


def still_there(conn: Transaction, named: Named) -> Record | None:
    """A file as it is; None for one that is no more, or whose bytes are to be gone."""
    row = find_row(conn, _TABLES[named.entity], named.id)
    return None if row is None or is_erased(named, row) else row


def is_erased(named: Named, row: Record) -> bool:
    """Whether it is a data file that was erased."""
    return named.entity == DATA and row["erased_at"] is not None


def refuse_sending(who: Caller, named: Named) -> None:
    """Refusal (404) for a data file from who may not deposit any."""
    if named.entity == DATA and not permissions.may_do(who.roles, "organisation.note_data_file"):
        raise unknown("file")


def refuse_unlogged(hub: Hub, conn: Transaction, who: Caller, named: Named) -> None:
    """Refusal (403) for a copy of a data file that the caller has not logged of late (SAP-6)."""
    since = hub.now() - COPY_LASTS
    if named.entity == DATA and not upload_rows.took_copy(conn, named.id, who.agent_id, since):
        raise Refusal(
            403,
            "not_logged",
            "A copy of a client's data is given to who has said why.",
            "Nothing was sent.",
            f"Log the copy and why; then it can be fetched for {COPY_LASTS.total_seconds() / 3600:g} hours.",
        )


def most_bytes(hub: Hub) -> dict[str, int]:
    """How many bytes a file of each kind may have."""
    return {ATTACHED: hub.settings.file_mib * _MIB, DATA: hub.settings.data_file_mib * _MIB}


def client_of(conn: Transaction, named: Named, row: Record) -> UUID | None:
    """The client whose share a file takes up."""
    if named.entity == DATA:
        organisation: UUID = row["organisation_id"]
        return organisation
    return upload_rows.organisation_of(conn, row)


def refuse_beyond_share(hub: Hub, conn: Transaction, said: NewUpload, client: UUID | None) -> None:
    """Refusal (507) where a client's share is full; data files have one of their own beside the attachments'.

    Bytes that were promised before count once: a desk that never got the answer begins the same anew (sync B12).
    """
    if client is None:
        return
    is_data, settings = said.file.entity == DATA, hub.settings
    share = settings.data_quota_mib if is_data else settings.quota_mib
    beside = upload_rows.data_bytes_beside if is_data else upload_rows.bytes_beside
    if beside(conn, client, hub.now(), said.sha256, said.size) + said.size > share * _MIB:
        kind = "data files" if is_data else "files"
        raise Refusal(
            507,
            "quota",
            f"The {kind} of this client may take up {share} MiB on the hub.",
            "The file stays on the computer that it is on.",
            "Ask the administrator for more, or delete files that nobody needs.",
        )


def vouched(conn: Transaction, who: Caller, named: Named, sha256: str, size: int) -> bool:
    """Whether a file of these bytes is stored that the caller sees and that stands for this one.

    A data file stands for none but the same client's: who has its checksum from the list would else get its bytes as
    something else, without a word in the log.
    """
    if named.entity == ATTACHED:
        return bool(sees(conn, who, ATTACHED, upload_rows.stored_with(conn, sha256, size)))
    row = still_there(conn, named)
    if row is None:
        return False
    return bool(
        sees(conn, who, DATA, upload_rows.stored_data_with(conn, row["organisation_id"], sha256, size))
    )


def note_stored(hub: Hub, conn: Transaction, named: Named, row: Record, actor: UUID) -> None:
    """Let everybody who sees a file know that its bytes are here, as by any other act."""
    upload_rows.note_kept(conn, row["sha256"], row["size"], hub.now())
    if row["state"] == upload_rows.STORED:
        return
    if named.entity == DATA:
        root: UUID = row["organisation_id"]
        act(hub, conn, actor, "organisation.store_data_file", root, {"data_file_id": named.id})
        return
    kind = home_kind(row)
    act(hub, conn, actor, f"{kind}.store_file", row[f"{kind}_id"], {"file": named.id})


def _homeless(named: Named, row: Record) -> bool:
    return named.entity == ATTACHED and not home_kind(row)


def _erased() -> Refusal:
    return Refusal(
        410,
        "erased",
        "The data file was erased.",
        "Its bytes are gone; only that it was there is kept.",
        "Ask the client for a new copy.",
    )
