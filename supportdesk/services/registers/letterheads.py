"""What stands at the head of a branch's reports: its address, where it is reached, its logo and its colour."""

from __future__ import annotations

import base64
import binascii
import io
import re
from collections.abc import Mapping
from typing import Any

from supportdesk.domain.errors import KnownError
from supportdesk.store.content_types import content_type

LARGEST_LOGO = 40 << 10
"""How many bytes a logo may have: every desk keeps it."""

LENGTHS: Mapping[str, int] = {"address": 300, "phone": 60, "email": 200}
"""The lines of a letterhead and how long each may be."""

_KINDS = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp"})
_COLOUR = re.compile("#[0-9a-fA-F]{6}")
_UNSAVED = "Nothing was saved."


def check(values: Mapping[str, Any]) -> None:
    """Look at what of a letterhead is to be written; KnownError for what can't stand at the head of a report."""
    for name, longest in LENGTHS.items():
        line = values.get(name)
        if line is not None and (not isinstance(line, str) or len(line) > longest or "\n" in line):
            raise KnownError(
                f"The {name} of a letterhead is one line of at most {longest} characters.",
                _UNSAVED,
                "Shorten it.",
            )
    colour, logo = values.get("colour"), values.get("logo")
    if colour is not None and not (isinstance(colour, str) and _COLOUR.fullmatch(colour)):
        raise KnownError(
            "That is no colour.", _UNSAVED, "Write it as # and six hexadecimal digits, as in #0f6466."
        )
    if logo is not None:
        _check_logo(logo)


def logo_of(picture: bytes) -> str:
    """A picture as it is kept for a letterhead; KnownError for what is no picture, or too large a one."""
    logo = base64.b64encode(picture).decode()
    _check_logo(logo)
    return logo


def _check_logo(logo: object) -> None:
    remedy = f"Choose a PNG or JPEG of at most {LARGEST_LOGO >> 10} kB."
    if not isinstance(logo, str) or len(logo) > LARGEST_LOGO * 4 // 3 + 4:
        raise KnownError("The logo is too large.", _UNSAVED, remedy)
    try:
        picture = base64.b64decode(logo, validate=True)
    except (binascii.Error, ValueError):
        picture = b""
    if content_type(io.BytesIO(picture), "").media_type not in _KINDS:
        raise KnownError("The logo is no picture.", _UNSAVED, remedy)
