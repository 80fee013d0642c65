"""Who asks: client organisations, their sites and contacts; credentials and named contacts are in `entitlements`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Table, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Entity, Kind, Operation
from supportdesk.rules.calendars.zone import load_zone
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import Effect, Work
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.people import CONTACT, ORGANISATION, SITE


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """A client company to be. `start_date` begins its free first year (ONX-3); `client_code` its support codes."""

    name: str
    policy_code: str
    client_code: str | None = None
    branch_id: UUID | None = None
    kind: str | None = None
    region: str | None = None
    country: str | None = None
    language: str | None = None
    start_date: date | None = None
    certified_partner: bool = False
    specialist_nearby: bool = True


@dataclass(frozen=True, slots=True)
class NewContact:
    """A person at a client. Credentials come later, by `set_pin` and as a named contact (SPK-8)."""

    organisation_id: UUID
    name: str
    email: str | None = None
    phone: str | None = None
    role: str | None = None
    language: str | None = None


def add_organisation(desk: Desk, organisation: NewOrganisation) -> Done:
    """Add a client. KnownError if another one has its client code, or its policy is not on this desk."""
    return do(desk, "organisation.add", desk.new_id(), asdict(organisation))


def edit_organisation(desk: Desk, organisation_id: UUID, **changes: object) -> Done:
    """Change fields of a client, named as in NewOrganisation. Cases already logged keep their policy and branch."""
    return do(desk, "organisation.edit", organisation_id, changes)


def add_site(
    desk: Desk, organisation_id: UUID, name: str, *, address: str | None = None, time_zone: str | None = None
) -> Done:
    """Add a place where a client works and engineers visit."""
    site = {"name": name, "address": address, "time_zone": time_zone}
    return do(desk, "organisation.add_site", organisation_id, site)


def edit_site(desk: Desk, organisation_id: UUID, site_id: UUID, **changes: object) -> Done:
    """Change name, address or time zone of a client's site."""
    return do(desk, "organisation.edit_site", organisation_id, {"site_id": site_id, "changes": changes})


def add_contact(desk: Desk, contact: NewContact) -> Done:
    """Add a person at a client."""
    values = asdict(contact)
    return do(desk, "organisation.add_contact", values.pop("organisation_id"), values)


def edit_contact(desk: Desk, organisation_id: UUID, contact_id: UUID, **changes: object) -> Done:
    """Change fields of a contact, named as in NewContact, or `active`: who has left stays on old cases."""
    return do(
        desk, "organisation.edit_contact", organisation_id, {"contact_id": contact_id, "changes": changes}
    )


@handles("organisation.add", kind=Kind.APPEND, entity=Entity.ORGANISATION)
def _add_organisation(work: Work, operation: Operation) -> Effect:
    values = _checked_organisation(work, operation.args)
    return records.added(work, records.add(work, ORGANISATION, values))


@handles("organisation.edit", kind=Kind.EDIT, entity=Entity.ORGANISATION)
def _edit_organisation(work: Work, operation: Operation) -> Effect:
    return records.edited(work, ORGANISATION, _checked_organisation(work, operation.args))


@handles("organisation.add_site", kind=Kind.APPEND, entity=Entity.ORGANISATION)
def _add_site(work: Work, operation: Operation) -> Effect:
    return _add_part(work, SITE, _checked_site(operation.args))


@handles("organisation.edit_site", kind=Kind.EDIT, entity=Entity.ORGANISATION)
def _edit_site(work: Work, operation: Operation) -> Effect:
    changes = _checked_site(operation.args["changes"])
    return records.edited_part(work, SITE, ("site_id", UUID(operation.args["site_id"])), changes)


@handles("organisation.add_contact", kind=Kind.APPEND, entity=Entity.ORGANISATION)
def _add_contact(work: Work, operation: Operation) -> Effect:
    return _add_part(work, CONTACT, _checked_contact(operation.args))


@handles("organisation.edit_contact", kind=Kind.EDIT, entity=Entity.ORGANISATION)
def _edit_contact(work: Work, operation: Operation) -> Effect:
    changes = _checked_contact(operation.args["changes"])
    return records.edited_part(work, CONTACT, ("contact_id", UUID(operation.args["contact_id"])), changes)


def _add_part(work: Work, table: Table, values: Mapping[str, Any]) -> Effect:
    get_row(work.conn, ORGANISATION, work.root)
    made = records.add(work, table, {**values, "organisation_id": str(work.root)}, row_id=work.new_id())
    return Effect(records.changed(work), created=made)


def _checked_organisation(work: Work, args: Mapping[str, Any]) -> dict[str, Any]:
    values = dict(args)
    if "name" in values:
        values["name"] = records.required(values["name"], "The client's name")
    if "policy_code" in values:
        work.policies.versions(values["policy_code"])
    if values.get("client_code"):
        values["client_code"] = _client_code(values["client_code"])
        _refuse_taken_code(work, values["client_code"])
    return values


def _client_code(typed: str) -> str:
    """A client code as support codes carry it: capitals and digits, without spaces and hyphens (SAP-1)."""
    code = re.sub(r"[\s-]", "", typed).upper()
    if not re.fullmatch(r"[A-Z0-9]{1,60}", code):
        raise KnownError(
            "A client code has letters and digits only.",
            "Clients speak it on the phone, followed by their PIN (SAP-1). Nothing was saved.",
            "Choose a code such as HARTW.",
        )
    return code


def _refuse_taken_code(work: Work, code: str) -> None:
    taken = work.conn.execute(
        select(ORGANISATION.c.name).where(
            ORGANISATION.c.client_code == code, ORGANISATION.c.id != work.root, ~ORGANISATION.c.deleted
        )
    ).first()
    if taken is not None:
        raise KnownError(
            f"{taken.name} has the client code {code} already.",
            "A support code must lead to one client (SAP-1). Nothing was saved.",
            "Choose another code.",
        )


def _checked_site(args: Mapping[str, Any]) -> dict[str, Any]:
    values = dict(args)
    if "name" in values:
        values["name"] = records.required(values["name"], "The site's name")
    if values.get("time_zone"):
        load_zone(values["time_zone"])
    return values


def _checked_contact(args: Mapping[str, Any]) -> dict[str, Any]:
    values = dict(args)
    if "named" in values:
        raise KnownError(
            "Who is a named contact is not edited.",
            "A plan limits how many there are (SPK-8). Nothing was saved.",
            "Name the contact, or let it replace another.",
        )
    if "name" in values:
        values["name"] = records.required(values["name"], "The contact's name")
    return values
