"""New versions on their way from central support to branches and clients (ONX-6), and what they settle (SAP-2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from sqlalchemy import select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Aspect, Entity, Kind, Operation, Ref
from supportdesk.domain.words import EntryKind
from supportdesk.services.in_hand.case_in_hand import Line, take
from supportdesk.services.operations import records
from supportdesk.services.operations.applying import do, handles, operation_of, perform
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.operations.work import Effect, Work, derived_id
from supportdesk.services.registers.products import note_version
from supportdesk.services.views.directory import BranchReleaseLine, ToTell
from supportdesk.store.case_rows import revise
from supportdesk.store.synced_rows import get_row, insert_row
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import BRANCH, ORGANISATION
from supportdesk.store.tables.work import BRANCH_RELEASE, CASE_TRACKING_NOTE, PRODUCT, RELEASE, TRACKING_NOTE

_WAITING = CASE_TRACKING_NOTE.join(TRACKING_NOTE).join(RELEASE).join(CASE)


def publish_release(
    desk: Desk,
    product_id: UUID,
    version: str,
    *,
    note_ids: tuple[UUID, ...] = (),
    released_on: date | None = None,
    notes: Mapping[str, str] | None = None,
) -> Done:
    """Publish a version with the tracking notes it settles, and mark the open cases of those notes (SAP-2).

    `notes` are its release notes by language. KnownError for a tracking note without a text for clients. Each case
    is marked by an operation of its own; `mark_settled` goes on where that was interrupted.
    """
    args = {
        "product_id": product_id,
        "version": version,
        "note_ids": note_ids,
        "released_on": released_on or desk.now().date(),
        "notes": dict(notes or {}),
    }
    done = do(desk, "release.publish", desk.new_id(), args)
    if done.created is not None:
        mark_settled(desk, done.created)
    return done


def mark_settled(desk: Desk, release_id: UUID) -> tuple[Done, ...]:
    """Mark every open case that waits for a note of this release; a case already marked stays as it is."""
    with desk.store.read() as conn:
        rows = conn.execute(
            select(CASE.c.id, TRACKING_NOTE.c.id.label("note_id"))
            .select_from(_WAITING)
            .where(RELEASE.c.id == release_id, CASE.c.open, ~CASE_TRACKING_NOTE.c.deleted)
        ).all()
    done = []
    for row in rows:
        # The operation's id follows from what it does, so that doing it again does nothing.
        once = derived_id(release_id, 0, f"settles {row.note_id} on {row.id}")
        args = {"release_id": release_id, "note_id": row.note_id}
        operation = operation_of(desk, "case.settled_by_release", row.id, args, operation_id=once)
        done.append(perform(desk, operation))
    return tuple(done)


def to_tell(desk: Desk, release_id: UUID | None = None) -> tuple[ToTell, ...]:
    """The cases that a release settles and whose clients were not told yet, by number (SAP-2)."""
    statement = (
        select(
            CASE.c.id,
            CASE.c.number,
            ORGANISATION.c.name,
            TRACKING_NOTE.c.number.label("note"),
            RELEASE.c.version,
        )
        .select_from(_WAITING.outerjoin(ORGANISATION, ORGANISATION.c.id == CASE.c.organisation_id))
        .where(CASE_TRACKING_NOTE.c.told_at.is_(None), ~CASE_TRACKING_NOTE.c.deleted)
        .order_by(CASE.c.number)
    )
    if release_id is not None:
        statement = statement.where(RELEASE.c.id == release_id)
    with desk.store.read() as conn:
        return tuple(
            ToTell(row.id, row.number, row.name or "", row.note, row.version)
            for row in conn.execute(statement)
        )


def told(desk: Desk, case_id: UUID) -> Done:
    """Note that the client of a case was told of the release that settles it; the telling itself is a reply."""
    return do(desk, "case.told_of_release", case_id)


def receive_release(desk: Desk, branch_id: UUID, release_id: UUID) -> Done:
    """Note that a branch has received a release, now."""
    return do(desk, "branch.receive_release", branch_id, {"release_id": release_id})


def branch_releases(desk: Desk, product_id: UUID | None = None) -> tuple[BranchReleaseLine, ...]:
    """Every release and every branch, with when the branch received it (None: not yet), newest release first."""
    received = BRANCH_RELEASE.c.received_at
    pairs = RELEASE.join(PRODUCT).join(BRANCH, ~BRANCH.c.deleted)
    statement = (
        select(
            BRANCH.c.id,
            BRANCH.c.name,
            RELEASE.c.id.label("release_id"),
            PRODUCT.c.name.label("product"),
            RELEASE.c.version,
            received,
        )
        .select_from(
            pairs.outerjoin(
                BRANCH_RELEASE,
                (BRANCH_RELEASE.c.branch_id == BRANCH.c.id) & (BRANCH_RELEASE.c.release_id == RELEASE.c.id),
            )
        )
        .order_by(RELEASE.c.row.desc(), BRANCH.c.name)
    )
    if product_id is not None:
        statement = statement.where(RELEASE.c.product_id == product_id)
    with desk.store.read() as conn:
        return tuple(BranchReleaseLine(*row) for row in conn.execute(statement))


@handles("release.publish", kind=Kind.APPEND, entity=Entity.RELEASE)
def _publish(work: Work, operation: Operation) -> Effect:
    args = operation.args
    product_id = UUID(args["product_id"])
    product = get_row(work.conn, PRODUCT, product_id)
    version = records.required(args["version"], "The version")
    published = select(RELEASE.c.id).where(RELEASE.c.product_id == product_id, RELEASE.c.version == version)
    if work.conn.execute(published).first() is not None:
        raise KnownError(
            f"{product['name']} {version} was published before.",
            "A version is published once. Nothing was saved.",
            "Name the next version.",
        )
    values = {name: args[name] for name in ("product_id", "released_on", "notes")}
    records.add(work, RELEASE, {**values, "version": version})
    note_version(work, product_id, version, released_on=args["released_on"])
    settled = [_settle_note(work, UUID(note_id), version) for note_id in args["note_ids"]]
    changes = records.changed(work, Ref(Entity.PRODUCT, product_id), *settled)
    return Effect(changes, created=work.root)


def _settle_note(work: Work, note_id: UUID, version: str) -> Ref:
    note = get_row(work.conn, TRACKING_NOTE, note_id)
    if not any(text.strip() for text in (note["public_text"] or {}).values()):
        raise KnownError(
            f"{note['number']} has no text that clients may read.",
            "Release notes are read by clients. The release was not published.",
            f"Write the public text of {note['number']} first, or leave it out of this release.",
        )
    if note["release_id"] is not None:
        raise KnownError(
            f"{note['number']} is settled by {note['fixed_in']} already.",
            "The release was not published.",
            f"Leave {note['number']} out, or create a new note.",
        )
    changes = {"release_id": work.root, "fixed_in": version}
    revise(work.conn, TRACKING_NOTE, note_id, changes, work.operation)
    return Ref(Entity.TRACKING_NOTE, note_id)


@handles("case.settled_by_release", kind=Kind.APPEND, entity=Entity.CASE)
def _mark_case(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    release = get_row(work.conn, RELEASE, UUID(operation.args["release_id"]))
    note = get_row(work.conn, TRACKING_NOTE, UUID(operation.args["note_id"]))
    data = {
        "note": note["id"],
        "number": note["number"],
        "title": note["title"],
        "release": release["id"],
        "fixed_in": release["version"],
    }
    entry = case.write(Line(EntryKind.TRACKING_NOTE, data=data, by_itself=True))
    case.touch(Aspect.LINKS)
    return Effect(case.put_down(), created=entry)


@handles("case.told_of_release", kind=Kind.APPEND, entity=Entity.CASE)
def _told(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    waiting = (
        select(CASE_TRACKING_NOTE.c.id, TRACKING_NOTE.c.number, TRACKING_NOTE.c.fixed_in)
        .join(TRACKING_NOTE)
        .where(
            CASE_TRACKING_NOTE.c.case_id == case.id,
            CASE_TRACKING_NOTE.c.told_at.is_(None),
            TRACKING_NOTE.c.release_id.is_not(None),
            ~CASE_TRACKING_NOTE.c.deleted,
        )
    )
    links = work.conn.execute(waiting).all()
    if not links:
        raise KnownError(
            "There is no release that the client still has to hear of.",
            "Nothing was changed.",
            "Publish the release that settles this case's tracking note first.",
        )
    for link in links:
        revise(work.conn, CASE_TRACKING_NOTE, link.id, {"told_at": case.at}, operation)
    data = {"told": [{"number": link.number, "fixed_in": link.fixed_in} for link in links]}
    entry = case.write(Line(EntryKind.TRACKING_NOTE, data=data))
    case.touch(Aspect.LINKS)
    return Effect(case.put_down(), created=entry)


@handles("branch.receive_release", kind=Kind.SET, entity=Entity.BRANCH)
def _receive(work: Work, operation: Operation) -> Effect:
    branch = get_row(work.conn, BRANCH, work.root)
    release = get_row(work.conn, RELEASE, UUID(operation.args["release_id"]))
    had = select(BRANCH_RELEASE.c.received_at).where(
        BRANCH_RELEASE.c.branch_id == work.root, BRANCH_RELEASE.c.release_id == release["id"]
    )
    if work.conn.execute(had).first() is not None:
        raise KnownError(
            f"{branch['name']} has received {release['version']} already.",
            "Nothing was changed.",
            "Choose another release or branch.",
        )
    values = {
        "branch_id": work.root,
        "release_id": release["id"],
        "received_at": work.now,
        "by_id": work.actor,
    }
    made = work.new_id()
    insert_row(work.conn, BRANCH_RELEASE, made, operation, values)
    return Effect(records.changed(work, Ref(Entity.RELEASE, release["id"])), created=made)
