"""Takes photos of a visit with a camera of this computer, straight into its report.

Qt's multimedia is a package of its own that an installation may lack, so `dialog` is imported when it is wanted.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Camera:
    """A camera of this computer: what the system calls it by, and its name for people."""

    id: bytes
    name: str
