"""Who calls: a support code leads to client and contact, and guessing is slowed down and logged (SAP-1)."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from supportdesk.domain.errors import RuleRefusal
from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.entitlements.support_code import SupportCode, Throttle, matching, parse, unmatched
from supportdesk.services.entitlements.credentials import PinHash, has_pin, hash_pin
from supportdesk.services.operations.desk import Desk
from supportdesk.store import desk_settings
from supportdesk.store.tables.people import CONTACT, ORGANISATION

_LOG = logging.getLogger(__name__)
_KEY = "support_code_throttle"
# Compared with where nothing else is, so that an unknown client code takes as long as a wrong PIN.
_NOBODY = hash_pin("00000", "nobody")


@dataclass(frozen=True, slots=True)
class Caller:
    """Whom a support code identifies. `problem` says why nobody; `contact_id` is None where two share a PIN."""

    organisation_id: UUID | None = None
    contact_id: UUID | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class _Known:
    """A contact with a PIN, as far as a support code asks for it."""

    client_code: str
    contact_id: UUID
    organisation_id: UUID
    pin: PinHash


def identify(desk: Desk, typed: str) -> Caller:
    """Whom a support code identifies, typed or spoken; nobody, without a problem, for a blank.

    A code of the wrong form says what its form is. One that does not match says only that; after several in a row the
    next has to wait, also after a restart. The same code tried again counts once. Neither code nor PIN is logged.
    """
    if not typed.strip():
        return Caller()
    try:
        code = parse(typed)
    except RuleRefusal as refusal:
        return Caller(problem=str(refusal))
    now = desk.now()
    with desk.store.read() as conn:
        kept = desk_settings.get(conn, _KEY) or {}
        known = _known(conn, code)
    throttle = _throttle(kept)
    waiting = throttle.refuse(now)
    if waiting is not None:
        return Caller(problem=_said(waiting))
    found = matching(code, known, lambda contact, pin: has_pin(contact.pin, pin))
    if not known:
        has_pin(_NOBODY, code.pin)
    if not found:
        return _failed(desk, code, kept, throttle, now)
    if kept:
        _remember(desk, {})
    return Caller(found[0].organisation_id, found[0].contact_id if len(found) == 1 else None)


def _failed(
    desk: Desk, code: SupportCode, kept: Mapping[str, Any], throttle: Throttle, now: datetime
) -> Caller:
    tried = code.client_code + code.pin
    last = kept.get("last")
    if last is None or not has_pin(PinHash(*last), tried):
        after = throttle.failed(now)
        hashed = hash_pin(tried, desk.new_id().hex)
        _remember(desk, {**_value(after), "last": [hashed.salt, hashed.hashed]})
        _LOG.warning("A support code did not match; %d in a row", len(after.failures))
    return Caller(problem=_said(unmatched()))


def _said(refusal: Refusal) -> str:
    return f"{refusal.reason} {refusal.remedy}".strip()


def _known(conn: Connection, code: SupportCode) -> list[_Known]:
    rows = conn.execute(
        select(
            ORGANISATION.c.client_code,
            CONTACT.c.id,
            CONTACT.c.organisation_id,
            CONTACT.c.pin_salt,
            CONTACT.c.pin_hash,
        )
        .join(CONTACT, CONTACT.c.organisation_id == ORGANISATION.c.id)
        .where(
            ORGANISATION.c.client_code == code.client_code,
            ~ORGANISATION.c.deleted,
            CONTACT.c.pin_hash.is_not(None),
            CONTACT.c.active,
            ~CONTACT.c.deleted,
        )
    )
    return [
        _Known(row.client_code, row.id, row.organisation_id, PinHash(row.pin_salt, row.pin_hash))
        for row in rows
    ]


def _remember(desk: Desk, value: Mapping[str, Any]) -> None:
    with desk.store.write() as conn:
        desk_settings.put(conn, _KEY, dict(value))


def _throttle(kept: Mapping[str, Any]) -> Throttle:
    until = kept.get("until")
    return Throttle(
        failures=tuple(datetime.fromisoformat(at) for at in kept.get("failures", ())),
        level=kept.get("level", 0),
        until=datetime.fromisoformat(until) if until else None,
    )


def _value(throttle: Throttle) -> dict[str, Any]:
    return {
        "failures": [at.isoformat() for at in throttle.failures],
        "level": throttle.level,
        "until": throttle.until.isoformat() if throttle.until else None,
    }
