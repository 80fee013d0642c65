"""The desk's engine: what is pushed, pulled and loaded, in which order, and when a run begins anew (sync B7).

It has no clock, no thread and no network of its own: who runs it gives a desk and a link; so a run can be replayed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from supportdesk.domain.errors import KnownError
from supportdesk.protocol.messages import (
    BUCKETS,
    Load,
    Page,
    Pull,
    Verify,
)
from supportdesk.services.exchange.taking_over import Arrived, take_over
from supportdesk.services.operations.desk import Desk
from supportdesk.store import desk_rows
from supportdesk.store.composed import Record
from supportdesk.store.scope_rows import Root
from supportdesk.store.synced_tables import ROOTS
from supportdesk.sync.link import HubLink, Turned
from supportdesk.sync.pushing import Told, push_some
from supportdesk.sync.runs import Run

MOST_PAGES = 200
"""Pages of one run; who is further behind than that loads whole scopes anew, which is sooner done."""

_FUSE_ROWS, _FUSE_SHARE = 500, 0.2
_RESYNC_AT_MOST_EVERY = timedelta(hours=24)
_CONTACT_NOTED_EVERY = timedelta(seconds=30)


class FuseBlown(KnownError):
    """The hub would take away more than it ever should at once; nothing was taken (sync B5)."""

    def __init__(self, count: int) -> None:
        super().__init__(
            f"The hub asks this desk to drop {count} cases and clients at once.",
            "That is more than usual, so nothing was dropped and nothing more is fetched.",
            "Ask your administrator whether that is meant; then let it happen in the sync panel.",
        )
        self.count = count


@dataclass(slots=True)
class Round:
    """What a round came to: operations answered, rows taken over, and whether anything is left to load."""

    pushed: int = 0
    rows: int = 0
    pages: int = 0
    loading: bool = False


class Engine:
    """One desk's conversation with its hub. `told` hears what screens have to read again."""

    def __init__(self, desk: Desk, link: HubLink, told: Told = lambda _changes: None) -> None:
        self._desk, self._link, self._told = desk, link, told
        self.fuse = True
        """Off for one round: a person has agreed to what the fuse held back."""

    def round(self, *, load_pages: int | None = None) -> Round:
        """Push what waits, pull what changed, load what scopes are new; at most so many pages of the last."""
        done = Round()
        self.push(done)
        self.pull(done)
        self.load(done, load_pages)
        return done

    def push(self, done: Round) -> None:
        """Send everything that may be sent now, until nothing more comes to an end by it."""
        while ended := push_some(self._desk, self._link, self._told):
            done.pushed += ended

    # ------------------------------------------------------------ pull

    def pull(self, done: Round, first: Page | None = None) -> None:
        """Take over what changed, as one checkpoint; `first` is its first page where that has come already."""
        run, page = Run(), first or self._pulled()
        while page is not None and done.pages < MOST_PAGES:
            done.pages += 1
            if self._note_scopes(page):
                # What the desk may see is another thing now: the run begins anew with that.
                run, page = Run(), self._pulled()
                continue
            run.add(page)
            if not page.more:
                done.rows += self._checkpoint(run, page)
                self._note_contact()
                return
            # Lines come in the order of their numbers whatever the scope, so that one cursor goes on for all.
            page = self._pulled(page.upto, page.cursor)
        if page is not None:
            self.resync()

    def _note_contact(self) -> None:
        """Write down when the hub last told everything: as of then is what this desk shows."""
        now = self._desk.now()
        with self._desk.store.read() as conn:
            noted = membership(conn)["contact_at"]
        if noted is None or abs(now - noted) > _CONTACT_NOTED_EVERY:
            with self._desk.store.write() as conn:
                desk_rows.update_membership(conn, contact_at=now)

    def _pulled(self, upto: int | None = None, cursor: int | None = None) -> Page | None:
        """A page; None where the hub no longer knows that far back, and everything is loaded anew."""
        with self._desk.store.read() as conn:
            message = pull_message(conn, upto, cursor)
        try:
            return self._link.pull(message)
        except Turned as turned:
            if turned.code != "resync":
                raise
            self.resync()
            return None

    def _checkpoint(self, run: Run, page: Page) -> int:
        self._guard(run)
        with self._desk.store.read() as conn:
            behind = [
                each["scope_id"] for each in desk_rows.scopes(conn) if each["seq"] and each["state"] == "held"
            ]
            stays = page.cursor == desk_rows.cursor(conn) and not behind
            new_hub = membership(conn)["epoch"] is None
            waits = bool(desk_rows.waiting(conn, limit=1))
        if new_hub:
            with self._desk.store.write() as conn:
                desk_rows.update_membership(conn, epoch=page.epoch)
        count = sum(map(len, run.rows.values())) + len(run.deleted) + len(run.left)
        if stays and not count and not waits:
            return 0
        arrived = Arrived(
            columns=run.columns,
            rows={entity: list(rows.values()) for entity, rows in run.rows.items()},
            deleted=list(run.deleted),
            left=list(run.left),
            whole=list(run.whole),
            cursor=page.cursor,
            scopes={scope: {"seq": 0} for scope in behind},
        )
        self._told(take_over(self._desk, arrived))
        return count

    def _guard(self, run: Run) -> None:
        gone = len(run.left)
        if not self.fuse or gone <= _FUSE_ROWS:
            return
        with self._desk.store.read() as conn:
            roots = desk_rows.count_roots(conn)
        if gone > _FUSE_SHARE * roots:
            raise FuseBlown(gone)

    def _note_scopes(self, page: Page) -> bool:
        """Note scopes that are new and leave those that were lost; whether there were any."""
        if page.scopes is None:
            return False
        may = {each.id: each for each in page.scopes}
        with self._desk.store.read() as conn:
            known = {each["scope_id"] for each in desk_rows.scopes(conn)}
        new, lost = may.keys() - known, known - may.keys()
        if lost:
            self._told(take_over(self._desk, Arrived(columns={}, lost=sorted(lost))))
        with self._desk.store.write() as conn:
            for scope in sorted(new):
                desk_rows.add_scope(conn, scope, may[scope].kind, may[scope].ref)
        return bool(new or lost)

    # ------------------------------------------------------------ whole scopes

    def load(self, done: Round, pages: int | None = None) -> None:
        """Load the scopes that are new, page by page; each page counts by itself, and work goes on meanwhile."""
        while True:
            with self._desk.store.read() as conn:
                mine = membership(conn)
                loading = sorted(
                    (each for each in desk_rows.scopes(conn) if each["state"] == "loading"), key=_first_first
                )
            done.loading = bool(loading)
            if not loading:
                if not self._drop_unseen(mine["device_id"]):
                    return
                # Now that it is known what stays, answered work is over.
                self.pull(done)
                continue
            if pages is not None and pages <= 0:
                return
            self._load_page(done, mine, loading[0])
            pages = None if pages is None else pages - 1

    def _load_page(self, done: Round, mine: Record, scope: Record) -> None:
        after = (scope["after"][0], UUID(scope["after"][1])) if scope["after"] else None
        try:
            loaded = self._link.load(Load(device=mine["device_id"], scope=scope["scope_id"], after=after))
        except Turned as turned:
            if turned.code != "scope":
                raise
            # It was lost meanwhile; a pull tells which are left.
            self.pull(done)
            with self._desk.store.read() as conn:
                still = any(each["scope_id"] == scope["scope_id"] for each in desk_rows.scopes(conn))
            if still:
                raise
            return
        run = Run()
        run.add_rows(loaded.rows)
        noted: dict[str, Any] = {
            "seq": scope["seq"] or loaded.seq,
            "after": [loaded.after[0], str(loaded.after[1])] if loaded.after else None,
            "loaded": scope["loaded"] + loaded.roots,
            "total": loaded.total,
        }
        if loaded.after is None:
            noted["state"] = "held"
        rows = {entity: list(images.values()) for entity, images in run.rows.items()}
        whole = [(kind, UUID(bytes=octets)) for kind in ROOTS for octets in run.rows.get(kind, ())]
        page = Arrived(columns=run.columns, rows=rows, whole=whole, scopes={scope["scope_id"]: noted})
        self._told(take_over(self._desk, page))
        done.pages += 1
        done.rows += sum(map(len, rows.values()))
        if loaded.after is None:
            # What changed while it was loaded.
            self.pull(done)

    def _drop_unseen(self, device: UUID) -> bool:
        """After everything was loaded anew: leave what is here and in none of the scopes, as no log said so.

        Whether everything had been.
        """
        with self._desk.store.read() as conn:
            if not desk_rows.is_unswept(conn):
                return False
            scopes = [each["scope_id"] for each in desk_rows.scopes(conn)]
            here = desk_rows.roots(conn)
        seen: set[Root] = set()
        for scope in scopes:
            for kind in ROOTS:
                ask = Verify(device=device, scope=scope, entity=kind, buckets=list(range(BUCKETS)))
                seen |= {(kind, UUID(bytes=row_id)) for row_id, _ in self._link.verify(ask).rows}
        gone = dict.fromkeys(root for root in here if root not in seen)
        if gone:
            self._guard(Run(left=gone))
            self._told(take_over(self._desk, Arrived(columns={}, left=list(gone))))
        with self._desk.store.write() as conn:
            desk_rows.update_membership(conn, verified_at=self._desk.now())
        return True

    def resync(self) -> None:
        """Load every scope anew over what is here; what waits to be sent stays, and what is gone from the hub goes."""
        now = self._desk.now()
        with self._desk.store.write() as conn:
            before = membership(conn)["resynced_at"]
            # An instant to come was written by a clock that has been put right since.
            if before is not None and timedelta(0) <= now - before < _RESYNC_AT_MOST_EVERY:
                raise KnownError(
                    "This desk has to be loaded anew for the second time within a day.",
                    "Something is wrong with the hub or this desk. What you did is kept here.",
                    "Tell your administrator; the sync panel can copy the details.",
                )
            for scope in desk_rows.scopes(conn):
                values = {"state": "loading", "seq": 0, "after": None, "loaded": 0}
                desk_rows.update_scope(conn, scope["scope_id"], **values)
            desk_rows.update_membership(conn, resynced_at=now, verified_at=None)


def pull_message(conn: Connection, upto: int | None = None, cursor: int | None = None) -> Pull:
    """What asks for the changes after a desk's own cursor, or for the rest of a run that has come to this one."""
    mine, scopes = membership(conn), desk_rows.scopes(conn)
    held = [each for each in scopes if each["state"] == "held"]
    behind = {each["scope_id"]: each["seq"] for each in held if each["seq"]}
    return Pull(
        device=mine["device_id"],
        cursor=mine["cursor"] if cursor is None else cursor,
        held=[each["scope_id"] for each in held],
        known=[each["scope_id"] for each in scopes],
        behind=behind if cursor is None else {},
        upto=upto,
        epoch=mine["epoch"],
    )


def membership(conn: Connection) -> Record:
    """The hub that a desk belongs to; KnownError for a desk that works alone."""
    found = desk_rows.membership(conn)
    if found is None:
        raise KnownError(
            "This desk works alone.", "There is no hub to speak with.", "Connect it to a hub first."
        )
    return found


def _first_first(scope: Record) -> tuple[int, int]:
    """What everything else hangs on is loaded first, and one's own before the branch's."""
    return {"everybody": 0, "agent": 1}.get(scope["kind"], 2), scope["scope_id"]
