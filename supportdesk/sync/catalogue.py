"""What is everybody's on a hub – people, branches, products, policies –, for a desk about to join with its cases."""

from __future__ import annotations

from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.protocol.messages import Load, Pull
from supportdesk.services.exchange.matching import Catalogue
from supportdesk.store.images import Image
from supportdesk.store.synced_tables import ROOTS
from supportdesk.sync.link import HubLink


def fetch_catalogue(link: HubLink, device: UUID) -> Catalogue:
    """The rows that everybody who works here sees and that belong to no case and no client."""
    page = link.pull(Pull(device=device, cursor=0, held=[]))
    everybody = next((each.id for each in page.scopes or () if each.kind == "everybody"), None)
    if everybody is None:
        raise KnownError(
            "The hub shows this account nothing.",
            "Nothing was changed.",
            "Ask an administrator of the hub whether the account is active.",
        )
    columns: dict[str, list[str]] = {}
    rows: dict[str, list[Image]] = {}
    after: tuple[str, UUID] | None = None
    while after is None or after[0] not in ROOTS:
        loaded = link.load(Load(device=device, scope=everybody, after=after))
        for entity, found in loaded.rows.items():
            columns[entity] = found.columns
            rows.setdefault(entity, []).extend(tuple(row) for row in found.rows)
        if loaded.after is None:
            break
        after = loaded.after
    return Catalogue(columns, rows)
