"""What the first start asks for, as one value; nothing here shows it or acts on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from supportdesk.ui.exchange.door import Admission

Encryption = Literal["keyring", "passphrase", "off"]
LEAST_PASSPHRASE = 10
LANGUAGES = (("en", "English"), ("fr", "Français"), ("ar", "العربية"))


@dataclass(frozen=True, slots=True)
class FirstRunChoice:
    """How a desk is to be set up. `passphrase` is None unless the file is locked with one.

    `sample` asks for a desk with sample cases to look around in, `hub` for one at the hub that has admitted its person;
    policy, name, email and branch may then be empty.
    """

    language: str
    policy_code: str
    encryption: Encryption
    passphrase: str | None
    person_name: str
    email: str
    branch_name: str
    time_zone: str
    sample: bool = False
    hub: Admission | None = None


def is_time_zone(name: str) -> bool:
    """Whether the world has a time zone of this name."""
    if not name:
        return False
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
