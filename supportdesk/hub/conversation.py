"""The hub's half of desk-sync: each message in, its answer out, over the services; nothing of HTTP is known here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from uuid import UUID

import msgspec
from sqlalchemy import Connection

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Entity, Kind, Operation, Ref
from supportdesk.protocol.messages import (
    Answer,
    Compare,
    Compared,
    Fetch,
    Gone,
    Letter,
    Load,
    LoadedPage,
    Page,
    Pull,
    Push,
    Pushed,
    Rows,
    ScopeName,
    Verified,
    Verify,
)
from supportdesk.services.exchange import giving_out, receiving, scopes_held
from supportdesk.services.exchange.giving_out import Given
from supportdesk.services.exchange.receiving import Sender, Sent, Taken
from supportdesk.services.operations.desk import Desk
from supportdesk.store import change_log, images
from supportdesk.store.synced_tables import ROOTS, by_name, columns_of

_DEEPEST = 32
_LARGEST = 1 << 63


@dataclass(frozen=True, slots=True)
class Party:
    """Who speaks: the agent and device that the token stands for, and the agent's roles."""

    agent: UUID
    device: UUID
    roles: frozenset[str] = frozenset()


class Refused(KnownError):
    """A message that can't be answered. `code` tells the desk's program what to do, `status` is the one of HTTP."""

    def __init__(self, status: int, code: str, what: str, meaning: str = "", remedy: str = "") -> None:
        super().__init__(what, meaning, remedy)
        self.status = status
        self.code = code


def push(hub: Desk, party: Party, message: Push) -> Pushed:
    """Take in what was done on a desk."""
    own_device(party, message.device)
    with hub.store.read() as conn:
        log = change_log.state_of(conn)
        held = scopes_held.held_by(conn, party.agent)
        differs = scopes_held.differs(conn, party.agent, held)
    if differs:
        with hub.store.write() as conn:
            scopes_held.note_held(conn, party.agent, held, hub.now())
    sender = Sender(party.agent, party.device, frozenset(held), party.roles)
    taken = receiving.receive(hub, sender, [_sent(letter, party) for letter in message.letters])
    head = max((each.seq for each in taken), default=log.head)
    return Pushed(answers=[_answer(each) for each in taken], head=head, now=hub.now(), epoch=log.epoch)


def pull(hub: Desk, party: Party, message: Pull) -> Page:
    """What changed since the desk's cursor, in the scopes that it holds and may hold."""
    own_device(party, message.device)
    with hub.store.read() as conn:
        return pulled(conn, hub, party, message)


def pulled(conn: Connection, hub: Desk, party: Party, message: Pull) -> Page:
    """The same in a snapshot that is open already."""
    log = change_log.state_of(conn)
    if message.epoch is not None and message.epoch != log.epoch:
        raise Refused(409, "epoch", "The hub goes on from another state than this desk knows.")
    if message.cursor > log.head:
        raise Refused(409, "ahead", "This desk knows changes that the hub does not have.")
    may = scopes_held.held_by(conn, party.agent)
    known = frozenset(message.known or message.held)
    named = [ScopeName(id=each, kind=kind, ref=ref) for each, (kind, ref) in sorted(may.items())]
    told = None if known == may.keys() else named
    cursors = {scope: message.behind.get(scope, message.cursor) for scope in message.held if scope in may}
    if min(cursors.values(), default=log.floor) < log.floor:
        raise Refused(410, "resync", "This desk was away longer than the hub remembers.")
    upto = log.head if message.upto is None else message.upto
    given = giving_out.changes_after(
        conn, cursors, upto, message.limit, loading=(known & may.keys()) - cursors.keys()
    )
    return _page(given, upto, hub, log.epoch, told)


def load(hub: Desk, party: Party, message: Load) -> LoadedPage:
    """A page of a whole scope."""
    own_device(party, message.device)
    with hub.store.read() as conn:
        may = scopes_held.held_by(conn, party.agent)
        key = may.get(message.scope)
        if key is None:
            raise Refused(403, "scope", "This is not for your eyes.")
        if message.after is not None and not giving_out.is_place(message.after[0]):
            raise Refused(404, "not_found", "There is no such place to go on from.")
        log = change_log.state_of(conn)
        loaded = giving_out.load(conn, message.scope, key, message.after, message.limit)
        return LoadedPage(
            seq=log.head,
            after=loaded.after,
            rows=_rows(loaded.rows),
            roots=loaded.roots,
            total=loaded.total,
            now=hub.now(),
            epoch=log.epoch,
        )


def fetch(hub: Desk, party: Party, message: Fetch) -> Page:
    """One case or client with all that belongs to it."""
    own_device(party, message.device)
    with hub.store.read() as conn:
        may = scopes_held.held_by(conn, party.agent)
        given = (
            giving_out.root_of(conn, may.keys(), (message.entity, message.id))
            if message.entity in ROOTS
            else None
        )
        if given is None:
            raise Refused(404, "not_found", "There is no such case or client.")
        return _page(given, given.cursor, hub, change_log.state_of(conn).epoch, None)


def compare(hub: Desk, party: Party, message: Compare) -> Compared:
    """What a desk first compares its rows of a scope by."""
    own_device(party, message.device)
    with hub.store.read() as conn:
        key = scopes_held.held_by(conn, party.agent).get(message.scope)
        if key is None:
            raise Refused(403, "scope", "This is not for your eyes.")
        rows = {entity: giving_out.revisions(conn, message.scope, key, entity) for entity in by_name()}
        sums = {entity: giving_out.whole_sum(found) for entity, found in rows.items() if found}
        return Compared(seq=change_log.head(conn), sums=sums)


def verify(hub: Desk, party: Party, message: Verify) -> Verified:
    """What a desk compares its rows by."""
    own_device(party, message.device)
    if message.entity not in by_name():
        raise Refused(404, "not_found", "There is no such table.")
    with hub.store.read() as conn:
        may = scopes_held.held_by(conn, party.agent)
        key = may.get(message.scope)
        if key is None:
            raise Refused(403, "scope", "This is not for your eyes.")
        rows = giving_out.revisions(conn, message.scope, key, message.entity)
        if message.buckets:
            wanted = frozenset(message.buckets)
            return Verified(seq=change_log.head(conn), rows=[row for row in rows if row[0][-1] in wanted])
        return Verified(seq=change_log.head(conn), sums=giving_out.sums(rows))


def own_device(party: Party, named: UUID) -> None:
    """Refused where somebody speaks in the name of a device that is not the one they signed in on."""
    if named != party.device:
        raise Refused(403, "device", "This was sent in the name of another device.")


def _sent(letter: Letter, party: Party) -> Sent:
    try:
        operation = Operation(
            id=letter.id,
            root=Ref(Entity(letter.root_entity), letter.root_id),
            kind=Kind(letter.kind),
            name=letter.name,
            args=letter.args,
            actor=letter.actor,
            device=party.device,
            at=letter.at,
            expect=letter.expect,
            seen=letter.seen,
            deps=tuple(letter.deps),
        )
    except ValueError as error:
        raise Refused(422, "malformed", f"Operation {letter.n}: {error}.") from error
    if letter.at.tzinfo is None:
        raise Refused(422, "malformed", f"Operation {letter.n}: its instant has no offset.")
    if not _is_keepable([letter.args, letter.expect]):
        raise Refused(
            422, "malformed", f"Operation {letter.n}: it is nested too deeply, or a number is too large."
        )
    return Sent(letter.n, operation, sha256(msgspec.json.encode(letter, order="sorted")).digest())


def _is_keepable(values: list[object]) -> bool:
    """Whether every database can keep these values: no deeper than any act has them, no number beyond 64 bits."""
    for _ in range(_DEEPEST):
        inner: list[object] = []
        for value in values:
            if isinstance(value, dict):
                inner += value.values()
            elif isinstance(value, list):
                inner += value
            elif isinstance(value, int) and not -_LARGEST <= value < _LARGEST:
                return False
        if not inner:
            return True
        values = inner
    return False


def _answer(taken: Taken) -> Answer:
    if taken.status == "reused":
        raise Refused(422, "op_reused", taken.reason or "")
    return Answer(
        n=taken.sent.number,
        id=taken.sent.operation.id,
        status=taken.status,  # type: ignore[arg-type]  # one of those that the services give
        seq=taken.seq,
        rule=taken.rule,
        reason=taken.reason,
        result=dict(taken.result or {}),
    )


def _page(given: Given, upto: int, hub: Desk, epoch: UUID, scopes: list[ScopeName] | None) -> Page:
    return Page(
        cursor=given.cursor,
        upto=upto,
        more=given.more,
        now=hub.now(),
        epoch=epoch,
        rows=_rows(given.rows),
        deleted=[Gone(entity=entity, id=row_id) for entity, row_id in given.deleted],
        left=[Gone(entity=entity, id=row_id) for entity, row_id in given.left],
        whole=[Gone(entity=entity, id=row_id) for entity, row_id in given.whole],
        scopes=scopes,
    )


def _rows(found: Mapping[str, list[images.Image]]) -> dict[str, Rows]:
    return {
        entity: Rows(columns=list(columns_of(by_name()[entity])), rows=rows)  # type: ignore[arg-type]  # encoded alike
        for entity, rows in found.items()
    }
