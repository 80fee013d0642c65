"""How a desk comes to belong to a hub, and how it leaves it; what it did alone before goes with it.

A desk that worked alone joins with everything in one transaction: its people, branches and products become those of
the hub where they are the same (`matching`), and every row that the hub has not goes into the outbox as `rows.add`. The
operations of before stay as its history and are not sent, as the rows say it all; nor can they be taken back any more.
Clients stay as they are, also where the hub has one of the same name: who is who is for people to say. A copy of the
file as it was is kept until the first round is through.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.domain.errors import KnownError
from supportdesk.services.bringing.admitting import ADD
from supportdesk.services.bringing.queuing import Bringer, queue_rows
from supportdesk.services.exchange import matching, policies_joined, rows_along
from supportdesk.services.exchange.matching import Account, Catalogue, Matches
from supportdesk.services.operations.desk import Desk
from supportdesk.store import desk_rows, import_rows, joined_rows
from supportdesk.store.images import write_images
from supportdesk.store.renaming import rename
from supportdesk.store.store import Store
from supportdesk.store.synced_tables import by_name


@dataclass(frozen=True, slots=True)
class Registration:
    """What the hub said when this desk's person signed in: its address, and who and what this desk is to it."""

    address: str
    agent_id: UUID
    device_id: UUID


@dataclass(frozen=True, slots=True)
class Joined:
    """What came of joining: how many cases wait to be sent, in how many operations, and where the copy is."""

    cases: int
    operations: int
    copy: Path


def join_empty(store: Store, registration: Registration, now: datetime) -> None:
    """Let a desk that holds nothing yet belong to a hub; its rows come with the first round."""
    with store.write() as conn:
        _refuse_member(conn)
        if desk_rows.count_roots(conn):
            raise KnownError("This desk has cases of its own.", "Nothing was changed.", "Take them along.")
        _become_member(conn, registration, now)
    store.change_side()


def join_with_cases(desk: Desk, registration: Registration, catalogue: Catalogue, copy: Path) -> Joined:
    """Let a desk that worked alone belong to a hub with all that it has; `catalogue` is what is everybody's there.

    `copy` is where the file is kept as it was, in its own encryption. All of it happens or nothing. Whoever holds this
    desk goes on with the registration's agent and device. KnownError: it is a member already, an import was not
    finished, the account has no branch, or the hub's policies are not this desk's.
    """
    account = matching.account_of(catalogue, registration.agent_id)
    with desk.store.read() as conn:
        _refuse_member(conn)
        _refuse_unfinished(conn)
        desk.policies.refresh(conn)
        missing = policies_joined.check_policies(conn, desk, catalogue)
        before = joined_rows.state_of(conn)
    if not account.administers:
        policies_joined.refuse_missing(missing)
    desk.store.copy_to(copy)
    # Pointers go to rows of the hub that come with the catalogue: they are looked at when all are there.
    with desk.store.write(schema=True) as conn:
        _refuse_member(conn)
        if joined_rows.state_of(conn) != before:
            raise KnownError(
                "Something was changed on this desk while it was joining.",
                "Nothing was changed by joining.",
                "Close what else works with this desk, and join again.",
            )
        if account.administers:
            policies_joined.install_for_the_hub(conn, desk, missing)
        matches = matching.match(conn, catalogue, account, desk.actor)
        _become_the_hubs(conn, catalogue, account, matches)
        _become_member(conn, registration, desk.now())
        known = {entity: {bytes(image[0]) for image in rows} for entity, rows in catalogue.rows.items()}
        bringer = Bringer(registration.agent_id, registration.device_id, desk.now, desk.new_id)
        operations = queue_rows(conn, bringer, rows_along.phases(conn, known))
        cases = joined_rows.count_cases(conn)
    desk.store.change_side()
    return Joined(cases, operations, copy)


def is_through(store: Store) -> bool:
    """Whether everything that this desk brought has come back from the hub: the copy of before may go then."""
    with store.read() as conn:
        loading = any(scope["state"] != "held" or scope["seq"] for scope in desk_rows.scopes(conn))
        return not loading and not desk_rows.numbers_waiting(conn, ADD) and desk_rows.cursor(conn) > 0


def take_back(database: Path, copy: Path) -> None:
    """Put a desk's file back as it was before it joined; nothing may have it open.

    What was done on the desk since is gone from it; what the hub has got of it stays there. KnownError where there is
    no copy any more.
    """
    if not copy.is_file():
        raise KnownError(
            "The copy from before joining is gone.",
            "Everything this desk had is on the hub by now. Nothing was changed.",
            "Go on with the hub, or set up a new desk.",
        )
    # First what was written beside the joined file: read into the copy, it would spoil it.
    for ending in ("-wal", "-shm"):
        database.with_name(f"{database.name}{ending}").unlink(missing_ok=True)
    copy.replace(database)


def _become_the_hubs(conn: Connection, catalogue: Catalogue, account: Account, matches: Matches) -> None:
    """Let what is matched be the hub's, and all work that of the account's branch where it was of none."""
    if not account.administers:
        matches.gone["policy_version"].update(joined_rows.ids_of(conn, "policy_version"))
    joined_rows.forget_operations(conn)
    for entity in rows_along.STAYS:
        joined_rows.delete_all(conn, entity)
    for entity, ids in matches.gone.items():
        joined_rows.delete(conn, entity, ids)
    rename(conn, matches.ids)
    joined_rows.belong_to(conn, account.branch_id)
    joined_rows.retire_agents(conn)
    joined_rows.take_views(conn, account.agent_id)
    for entity in by_name():
        write_images(
            conn, entity, list(catalogue.columns.get(entity, ())), list(catalogue.rows.get(entity, ()))
        )


def _become_member(conn: Connection, registration: Registration, now: datetime) -> None:
    values: Mapping[str, Any] = {
        "address": registration.address,
        "agent_id": registration.agent_id,
        "device_id": registration.device_id,
        "joined_at": now,
    }
    desk_rows.join(conn, values)


def _refuse_member(conn: Connection) -> None:
    if desk_rows.membership(conn) is not None:
        raise KnownError(
            "This desk belongs to a hub already.", "Nothing was changed.", "Leave that hub first."
        )


def _refuse_unfinished(conn: Connection) -> None:
    name = import_rows.unfinished(conn)
    if name is not None:
        raise KnownError(
            f"The import of {name} was not finished.",
            "Nothing was changed: the hub would get a part of its cases.",
            "Import the file again, which goes on where it stopped; then join.",
        )
