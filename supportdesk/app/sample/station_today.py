"""Clients' data files for the demo's File Station: versions, copies taken, one erased, an audit that is missing."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from supportdesk.services.entitlements import engagements, file_station
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.operations.desk import Desk
from supportdesk.services.person import place
from supportdesk.services.queries import directory

_GIB = 1 << 30
_FILES = (
    ("{code}-books.data", 4.7, 83),
    ("{code}-stock.data", 0.3, 61),
    ("{code}-books.data", 4.9, 46),
)


def station_of_today(desk: Desk) -> UUID | None:
    """Deposit files of some clients, once; gives the client with the most to see, None in a world without any."""
    if known := file_station.ages(desk):
        return known[0].organisation_id
    known_here = [directory.organisation(desk, each.id) for each in directory.organisations(desk, limit=30)]
    consulted = [each.id for each in known_here if each.policy_code == "sapphireone"][:4]
    others = [each.id for each in known_here if each.policy_code != "sapphireone"][:3]
    colleagues = [each for each in place.agents(desk) if each != desk.actor]
    clients = [*consulted, *others]
    if not clients or not colleagues:
        return None
    for number, client in enumerate(clients[1:]):
        _deposit(desk, client, "ledger.data", 0.4 + number, 24 - 4 * number)
    first = clients[0]
    made = [_deposit(desk, first, name.format(code="acc"), size, days) for name, size, days in _FILES]
    colleague = replace(desk, actor=colleagues[0])
    file_station.take_copy(
        desk, first, made[2], "The trial balance does not add up after the update; rebuilding it."
    )
    file_station.take_copy(colleague, first, made[2], "Checks the bank reconciliation for the quotation.")
    file_station.set_erase_day(desk, first, made[2], (desk.now() + timedelta(days=44)).date())
    file_station.erase(desk, first, made[0])
    if consulted:
        _consult(desk, first)
    return first


def _deposit(desk: Desk, client: UUID, name: str, gigabytes: float, days: int) -> UUID:
    sha256 = hashlib.sha256(f"{client} {name} {days}".encode()).hexdigest()
    file = NewFile(sha256, int(gigabytes * _GIB), name)
    made = file_station.deposit(desk, client, file, copied_at=desk.now() - timedelta(days=days)).created
    if made is None:
        message = "a deposit makes a file"
        raise RuntimeError(message)
    return made


def _consult(desk: Desk, client: UUID) -> None:
    kinds = desk.policies.in_effect("sapphireone", desk.now()).engagements
    kind = next((each for each in kinds if each.audit_required), None)
    if kind is None:
        return
    service = kind.services[0].id if kind.services else None
    opened = engagements.open_engagement(
        desk, client, kind.id, "Bank reconciliation since July", service=service
    )
    engagements.open_engagement(
        desk, client, kind.id, "Map the data to the new chart of accounts", service=service
    )
    if opened.created is not None:
        engagements.record_audit(
            desk,
            opened.created,
            checks=("Trial balance against the bank’s statements", "Opening balances of every account"),
            findings="Three transfers of August stand twice; all else agrees.",
            matches=False,
        )
