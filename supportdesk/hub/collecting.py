"""Takes away the bytes that nobody wants: uploads that were given up, files that nothing names, and what was erased."""

from __future__ import annotations

import logging
from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from supportdesk.hub.hub import Hub
from supportdesk.hub.kept_bytes import Place, place_of
from supportdesk.store import locking, upload_rows

_LOG = logging.getLogger(__name__)

ORPHANS_KEPT = timedelta(days=14)
"""How long bytes wait for something that names them: a row that was deleted may come back."""
_EXPIRED_TOLD = timedelta(days=1)
_PART_KEPT = timedelta(days=1)
_AT_ONCE = 500


def collect(hub: Hub) -> None:
    """Take away what is over; what is in use by anybody stays. It can be cut short anywhere and begun anew."""
    place = place_of(hub)
    if place is None:
        return
    now = hub.now()
    with hub.store.write() as conn:
        expired = upload_rows.forget_expired(conn, now - _EXPIRED_TOLD)
    for upload_id in expired:
        place.drop(upload_id)
    _drop_strays(hub, place)
    _note_unnamed(hub, place)
    removed = _remove_orphans(hub, place, now)
    place.blobs.clear(now)
    if expired or removed:
        _LOG.info("taken away: %d uploads, %d files", len(expired), removed)


def take_erased(hub: Hub) -> None:
    """Take away at once the bytes of erased data files, and what is coming of them, unless another file names them.

    Nothing is remembered between two runs: what an upload brings that ended late goes with the next one.
    """
    place = place_of(hub)
    if place is None:
        return
    with hub.store.read() as conn:
        if not upload_rows.has_erased(conn, hub.now()):
            return
    with hub.store.write() as conn:
        locking.one_at_a_time(conn, locking.UPLOADS)
        given_up = upload_rows.forget_of_erased(conn, hub.now())
        upload_rows.part_with_erased(conn, hub.now())
    for upload_id in given_up:
        place.drop(upload_id)
    _LOG.info("erased: %d files, %d uploads", _take_away(hub, place), len(given_up))


def _remove_orphans(hub: Hub, place: Place, now: datetime) -> int:
    """Delete what nobody has named for long enough; gives how many files that were."""
    with hub.store.write() as conn:
        upload_rows.mark_orphans(conn, now)
    with hub.store.write() as conn:
        # An upload notes its bytes before it puts them, under the same lock: they are parted with before, or not.
        locking.one_at_a_time(conn, locking.UPLOADS)
        upload_rows.part_with_orphans(conn, now - ORPHANS_KEPT, now)
    return _take_away(hub, place)


def _take_away(hub: Hub, place: Place) -> int:
    """Delete what was parted with, and what an earlier turn that was cut short left of it; gives how many files.

    No transaction is open meanwhile, as a bucket may be slow or silent; nobody begins to keep these bytes before they
    are forgotten.
    """
    removed, more = 0, True
    while more:
        with hub.store.read() as conn:
            going = upload_rows.going(conn, _AT_ONCE)
        place.blobs.remove(going)
        with hub.store.write() as conn:
            upload_rows.forget_gone(conn, going)
        removed, more = removed + len(going), len(going) == _AT_ONCE
    return removed


def _drop_strays(hub: Hub, place: Place) -> None:
    """Delete what came of uploads that are no more, as after a crash between the row and the file."""
    latest = (hub.now() - _PART_KEPT).timestamp()
    found: dict[UUID, float] = {}
    for path in place.coming.glob("*.part"):
        with suppress(ValueError, FileNotFoundError):
            found[UUID(path.stem)] = path.stat().st_mtime
    with hub.store.read() as conn:
        known = upload_rows.known_among(conn, list(found))
    for upload_id, changed_at in found.items():
        if upload_id not in known and changed_at < latest:
            place.drop(upload_id)


def _note_unnamed(hub: Hub, place: Place) -> None:
    """Note files that lie there without a row, as after a crash between the file and the row."""
    here = list(place.blobs)
    with hub.store.read() as conn:
        unknown = upload_rows.unknown_among(conn, here)
    sizes = {sha256: place.blobs.size(sha256) for sha256 in unknown}
    with hub.store.write() as conn:
        locking.one_at_a_time(conn, locking.UPLOADS)
        # What an upload has noted since stands as that says.
        for sha256 in upload_rows.unknown_among(conn, sizes):
            if (size := sizes[sha256]) is not None:
                upload_rows.note_kept(conn, sha256, size, hub.now())
