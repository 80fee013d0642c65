"""Takes away sealed files that nothing names: those of an act that was refused, or cut short before it was written."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from supportdesk.services.cases.photo_shelf import ORIGINALS
from supportdesk.services.exchange.joining import is_through
from supportdesk.services.operations.desk import Desk
from supportdesk.store import named_bytes
from supportdesk.store.blobs import Blobs

_LOG = logging.getLogger(__name__)

_KEPT_UNNAMED = timedelta(days=1)
"""How long bytes wait for what names them: a form may be open for hours, and a large file be on its way."""


def sweep(desk: Desk, folder: Path) -> Iterator[str]:
    """Take away, one at each step, what lies in a profile's folder `files` for a day and is named nowhere."""
    # While a desk is loaded, or brings what it had to a hub, what names a file may not be back yet.
    if desk.store.side == "desk" and not is_through(desk.store):
        return
    for place in (folder, folder / ORIGINALS):
        yield from _sweep(desk, Blobs(place, desk.store.files_key))


def _sweep(desk: Desk, blobs: Blobs) -> Iterator[str]:
    until = desk.now() - _KEPT_UNNAMED
    lying = list(blobs.kept_before(until))
    with desk.store.read() as conn:
        unnamed = named_bytes.unnamed(conn, lying)
    for sha256 in sorted(unnamed):
        if blobs.remove_kept_before(sha256, until):
            _LOG.info("a file that nothing names was taken away")
            yield sha256
