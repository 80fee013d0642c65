"""What can be shown of an attachment without opening it: a picture's bytes or the beginning of a text, never more."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from supportdesk.services.views.visits import PICTURES
from supportdesk.store.content_types import content_type, text_of

LONGEST_TEXT = 64 * 1024
"""How many bytes of a text are shown."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What a file is by its bytes, and what of it can be shown; `runs` says in words what a click would run, else "".

    `text` is plain, whatever a browser would make of it; `cut`: there is more of it. `picture` holds a picture's bytes.
    """

    media_type: str
    runs: str = ""
    text: str | None = None
    cut: bool = False
    picture: bytes | None = None


def glance(source: BinaryIO, name: str) -> Glance:
    """Look at a file that can be sought in."""
    found = content_type(source, name)
    if found.media_type in PICTURES:
        return Glance(found.media_type, found.runs, picture=source.read())
    head = source.read(LONGEST_TEXT + 1)
    text = text_of(head[:LONGEST_TEXT]) if head else ""
    return Glance(found.media_type, found.runs, text=text, cut=len(head) > LONGEST_TEXT)
