"""What the checksum of a file looks like: SHA-256 in lower-case hexadecimal, and nothing else."""

from __future__ import annotations

import re

_SHA256 = re.compile(r"[0-9a-f]{64}")


def is_checksum(value: object) -> bool:
    """Whether a value, from wherever it comes, is such a checksum."""
    return isinstance(value, str) and _SHA256.fullmatch(value) is not None
