"""What clients use: products, their versions and who runs which; releases and their notes are next door."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from supportdesk.domain.operation import Entity, Kind, Operation, Ref
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import Effect, Work
from supportdesk.services.views.directory import InstallationLine
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.people import ORGANISATION
from supportdesk.store.tables.work import INSTALLATION, PRODUCT, PRODUCT_VERSION


@dataclass(frozen=True, slots=True)
class ProductArea:
    """An area of application of a product (SAG-4); `name` maps a language to what people read."""

    id: str
    name: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class NewProduct:
    """A product to be supported. Without areas of its own, the policy's list is offered."""

    code: str
    name: str
    policy_code: str | None = None
    areas: tuple[ProductArea, ...] = ()


def add_product(desk: Desk, product: NewProduct) -> Done:
    """Add a product."""
    return do(desk, "product.add", desk.new_id(), asdict(product))


def edit_product(desk: Desk, product_id: UUID, **changes: object) -> Done:
    """Change fields of a product, named as in NewProduct."""
    if "areas" in changes:
        areas: Any = changes["areas"]
        changes = {**changes, "areas": [asdict(area) for area in areas]}
    return do(desk, "product.edit", product_id, changes)


def add_version(desk: Desk, product_id: UUID, version: str, *, released_on: date | None = None) -> Done:
    """Name a version of a product, so that it can be chosen."""
    return do(desk, "product.add_version", product_id, {"version": version, "released_on": released_on})


def install(desk: Desk, organisation_id: UUID, product_id: UUID, version: str | None) -> Done:
    """Note that a client runs this version of a product now (ONX-6)."""
    args = {"product_id": product_id, "version": version}
    return do(desk, "organisation.install", organisation_id, args)


def installations(
    desk: Desk, *, product_id: UUID | None = None, organisation_id: UUID | None = None, version: str = ""
) -> tuple[InstallationLine, ...]:
    """Which client runs which version (ONX-6), of one product, client or version, by product and client."""
    statement = (
        select(
            INSTALLATION.c.organisation_id,
            ORGANISATION.c.name.label("organisation"),
            INSTALLATION.c.product_id,
            PRODUCT.c.name.label("product"),
            INSTALLATION.c.version,
            INSTALLATION.c.updated_at,
        )
        .select_from(INSTALLATION.join(ORGANISATION).join(PRODUCT))
        .where(~INSTALLATION.c.deleted)
        .order_by(PRODUCT.c.name, ORGANISATION.c.name)
    )
    if product_id is not None:
        statement = statement.where(INSTALLATION.c.product_id == product_id)
    if organisation_id is not None:
        statement = statement.where(INSTALLATION.c.organisation_id == organisation_id)
    if version:
        statement = statement.where(INSTALLATION.c.version == version)
    with desk.store.read() as conn:
        return tuple(InstallationLine(*row) for row in conn.execute(statement))


@handles("product.add", kind=Kind.APPEND, entity=Entity.PRODUCT)
def _add_product(work: Work, operation: Operation) -> Effect:
    return records.added(work, records.add(work, PRODUCT, _checked(work, operation.args)))


@handles("product.edit", kind=Kind.EDIT, entity=Entity.PRODUCT)
def _edit_product(work: Work, operation: Operation) -> Effect:
    return records.edited(work, PRODUCT, _checked(work, operation.args))


@handles("product.add_version", kind=Kind.APPEND, entity=Entity.PRODUCT)
def _add_version(work: Work, operation: Operation) -> Effect:
    get_row(work.conn, PRODUCT, work.root)
    version = records.required(operation.args["version"], "The version's name")
    made = note_version(work, work.root, version, released_on=operation.args["released_on"])
    return Effect(records.changed(work), created=made)


@handles("organisation.install", kind=Kind.EDIT, entity=Entity.ORGANISATION)
def _install(work: Work, operation: Operation) -> Effect:
    get_row(work.conn, ORGANISATION, work.root)
    product_id = UUID(operation.args["product_id"])
    get_row(work.conn, PRODUCT, product_id)
    version: str | None = operation.args["version"]
    if version:
        note_version(work, product_id, version)
    known: UUID | None = work.conn.scalar(
        select(INSTALLATION.c.id).where(
            INSTALLATION.c.organisation_id == work.root,
            INSTALLATION.c.product_id == product_id,
            ~INSTALLATION.c.deleted,
        )
    )
    if known is not None:
        return records.edited_row(
            work,
            INSTALLATION,
            known,
            {"version": version},
            lambda before: {"product_id": product_id, **before},
        )
    values = {"organisation_id": str(work.root), "product_id": str(product_id), "version": version}
    made = records.add(work, INSTALLATION, values, row_id=work.new_id())
    changes = records.changed(work, Ref(Entity.PRODUCT, product_id))
    # Elsewhere somebody may have been first.
    return Effect(changes, created=made, expect={"version": None})


def note_version(work: Work, product_id: UUID, version: str, *, released_on: str | None = None) -> UUID:
    """The row of this version of a product, made if there is none; a date of release fills an empty one."""
    known = work.conn.execute(
        select(PRODUCT_VERSION.c.id, PRODUCT_VERSION.c.released_on).where(
            PRODUCT_VERSION.c.product_id == product_id,
            PRODUCT_VERSION.c.version == version,
            ~PRODUCT_VERSION.c.deleted,
        )
    ).first()
    if known is None:
        values = {"product_id": str(product_id), "version": version, "released_on": released_on}
        return records.add(work, PRODUCT_VERSION, values, row_id=work.new_id())
    if released_on and known.released_on is None:
        records.edit(work, PRODUCT_VERSION, known.id, {"released_on": released_on})
    found: UUID = known.id
    return found


def _checked(work: Work, args: Mapping[str, Any]) -> dict[str, Any]:
    values = dict(args)
    for field, what in (("name", "The product's name"), ("code", "The product's code")):
        if field in values:
            values[field] = records.required(values[field], what)
    if values.get("policy_code"):
        work.policies.versions(values["policy_code"])
    return values
