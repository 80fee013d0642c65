"""Fetches the bytes of attachments that somebody asked for, each by itself, so that none waits for another or is lost.

What is given up is given up at once for who asked, also where the hub does not answer; its thread ends when it can.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from supportdesk.domain.errors import KnownError
from supportdesk.services.operations.desk import Desk
from supportdesk.store.blobs import Blobs
from supportdesk.sync.carrying import Ended, Guarded
from supportdesk.sync.downloading import fetch_file
from supportdesk.sync.file_link import FileLink
from supportdesk.sync.link import TryLater

_LOG = logging.getLogger(__name__)
_AT_ONCE = 3
_PATIENCE = 0.8


@dataclass(slots=True)
class Told:
    """Who is told, in the thread in which it happened: how far it is, that it is here, that it could not be had."""

    came: Callable[[UUID, int, int], None]
    fetched: Callable[[UUID], None]
    failed: Callable[[UUID, KnownError], None]


class _Fetch:
    """One file on its way, in one of the `places` for those under way at once."""

    def __init__(self, places: threading.Semaphore) -> None:
        self.ended = False
        self.link: FileLink | None = None
        self._places, self._has_place = places, False
        self._lock = threading.Lock()

    def begin(self) -> None:
        """Wait for a place."""
        self._places.acquire()
        self._has_place = True
        if self.ended:
            self.make_room()

    def make_room(self) -> None:
        """Leave its place to another, once."""
        with self._lock:
            had, self._has_place = self._has_place, False
        if had:
            self._places.release()

    def give_up(self) -> None:
        """Let it be: whatever its thread still waits for holds up no other."""
        self.ended = True
        self.make_room()
        if self.link is not None:
            self.link.close()

    def goes_on(self) -> None:
        if self.ended:
            raise Ended


class Fetcher:
    """A desk's files on their way in. `link` makes a link for each."""

    def __init__(self, desk: Desk, blobs: Blobs, link: Callable[[], FileLink], told: Told) -> None:
        self._desk, self._blobs, self._link, self._told = desk, blobs, link, told
        self._lock = threading.Lock()
        self._places = threading.Semaphore(_AT_ONCE)
        self._under_way: dict[UUID, tuple[_Fetch, threading.Thread]] = {}
        self._stopped = False

    def fetch(self, attachment_id: UUID) -> None:
        """Fetch an attachment's bytes; asked twice, they are fetched once."""
        with self._lock:
            if self._stopped or attachment_id in self._under_way:
                return
            fetch = _Fetch(self._places)
            thread = threading.Thread(
                target=self._run, args=(attachment_id, fetch), name="hub fetch", daemon=True
            )
            self._under_way[attachment_id] = fetch, thread
        thread.start()

    def cancel(self, attachment_id: UUID) -> None:
        """Let it be; nothing is told of it any more."""
        with self._lock:
            found = self._under_way.pop(attachment_id, None)
        if found is not None:
            found[0].give_up()

    def stop(self) -> None:
        """End all of them within about a second."""
        with self._lock:
            self._stopped = True
            running = list(self._under_way.values())
            self._under_way.clear()
        for fetch, _thread in running:
            fetch.ended = True
        # None takes a place that another leaves.
        for fetch, _thread in running:
            fetch.give_up()
        for _fetch, thread in running:
            thread.join(timeout=_PATIENCE / len(running))

    def _run(self, attachment_id: UUID, fetch: _Fetch) -> None:
        fetch.begin()
        try:
            self._fetch(attachment_id, fetch)
        except Ended:
            return
        except KnownError as error:
            self._failed(attachment_id, fetch, error)
        except Exception:  # noqa: BLE001 - who asked is told of a fault too
            if fetch.ended:
                return
            _LOG.exception("fetching a file met a fault")
            self._failed(attachment_id, fetch, _fault())
        else:
            if self._is_over(attachment_id, fetch):
                self._told.fetched(attachment_id)
        finally:
            fetch.make_room()

    def _fetch(self, attachment_id: UUID, fetch: _Fetch) -> None:
        fetch.goes_on()
        fetch.link = self._link()
        link = Guarded(fetch.link, fetch.goes_on)
        shown = -1

        def came(done: int, size: int) -> None:
            nonlocal shown
            fetch.goes_on()
            share = 100 * done // max(size, 1)
            if share != shown:
                shown = share
                self._told.came(attachment_id, done, size)

        try:
            fetch.goes_on()
            fetch_file(self._desk, self._blobs, link, attachment_id, came)
        finally:
            link.close()

    def _failed(self, attachment_id: UUID, fetch: _Fetch, error: KnownError) -> None:
        if self._is_over(attachment_id, fetch):
            self._told.failed(attachment_id, _busy() if isinstance(error, TryLater) else error)

    def _is_over(self, attachment_id: UUID, fetch: _Fetch) -> bool:
        """Whether this one was still wanted; it no longer is under way then."""
        with self._lock:
            if fetch.ended:
                return False
            self._under_way.pop(attachment_id, None)
            return True


def _busy() -> KnownError:
    return KnownError("The hub is busy.", "The file was not fetched.", "Open it again in a moment.")


def _fault() -> KnownError:
    return KnownError("The file could not be fetched.", "Nothing was kept of it.", "Open it again later.")
