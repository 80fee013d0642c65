"""Compares a desk with its hub, once a day and when somebody asks: what differs is loaded anew (sync B5)."""

from __future__ import annotations

from dataclasses import dataclass, field
from uuid import UUID

from supportdesk.protocol.messages import BUCKETS, Compare, Verify
from supportdesk.services.exchange import comparing, giving_out
from supportdesk.services.exchange.taking_over import Arrived, take_over
from supportdesk.services.operations.desk import Desk
from supportdesk.store import desk_rows
from supportdesk.store.composed import Record
from supportdesk.store.synced_tables import by_name
from supportdesk.sync.link import HubLink


@dataclass(slots=True)
class Comparison:
    """What a comparison came to. `done`: the desk stood where the hub did, so that it means something.

    `differing` counts rows by table that were missing, old or too many; they have been set right by the next round.
    """

    done: bool = False
    differing: dict[str, int] = field(default_factory=dict)


def compare(desk: Desk, link: HubLink) -> Comparison:
    """Compare every scope that this desk holds; scopes with a difference are loaded anew by the next round."""
    comparison = Comparison(done=True)
    with desk.store.read() as conn:
        mine, scopes = desk_rows.membership(conn), desk_rows.scopes(conn)
        ready = mine is not None and comparing.may_compare(conn) and all(_is_held(each) for each in scopes)
    if mine is None or not ready:
        return Comparison()
    for scope in scopes:
        wrong = _differing(desk, link, mine, scope)
        if wrong is None:
            return Comparison()
        for entity, count in wrong.items():
            comparison.differing[entity] = comparison.differing.get(entity, 0) + count
    with desk.store.write() as conn:
        desk_rows.update_membership(conn, verified_at=desk.now())
    return comparison


def _is_held(scope: Record) -> bool:
    return scope["state"] == "held" and not scope["seq"]


def _differing(desk: Desk, link: HubLink, mine: Record, scope: Record) -> dict[str, int] | None:
    """How many rows of each table differ in a scope; None where the hub has gone on meanwhile."""
    device, scope_id, key = mine["device_id"], scope["scope_id"], (scope["kind"], scope["ref"])
    told = link.compare(Compare(device=device, scope=scope_id))
    if told.seq != mine["cursor"]:
        return None
    with desk.store.read() as conn:
        roots = comparing.roots_here(conn, key)
        here = {entity: comparing.revisions_here(conn, key, entity, roots) for entity in by_name()}
    wrong: dict[str, int] = {}
    surplus: list[tuple[str, UUID]] = []
    for entity, rows in here.items():
        if giving_out.whole_sum(rows.items()) == tuple(told.sums.get(entity, (0, 0))):
            continue
        every = list(range(BUCKETS))
        there = dict(link.verify(Verify(device=device, scope=scope_id, entity=entity, buckets=every)).rows)
        differing = {row_id for row_id in rows.keys() | there.keys() if rows.get(row_id) != there.get(row_id)}
        if differing:
            wrong[entity] = len(differing)
        surplus += [(entity, row_id) for row_id in comparing.only_here(rows, there)]
    if surplus:
        take_over(desk, Arrived(columns={}, deleted=surplus))
    if wrong:
        with desk.store.write() as conn:
            desk_rows.update_scope(conn, scope_id, state="loading", seq=0, after=None, loaded=0)
    return wrong
