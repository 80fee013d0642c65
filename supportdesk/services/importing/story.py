"""A case as another help desk told it: who, when, what happened, in our words but not yet in our rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from supportdesk.domain.case_events import CaseEvent
from supportdesk.domain.words import Channel, EntryKind

LONGEST_NUMBER = 120
"""How many characters the number of a case may have in another help desk."""


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """One line of the timeline to be. `author` is an agent's name; "" for the client or the other program itself."""

    kind: EntryKind
    at: datetime
    author: str = ""
    from_client: bool = False
    body: str = ""
    data: Mapping[str, Any] = field(default_factory=dict)
    event: CaseEvent | None = None


@dataclass(frozen=True, slots=True)
class CaseStory:
    """Everything about one case of another help desk. `entries` begin with the logging and never go back in time.

    `line` is where it stands in the file. `mark` is a hash of what the file says of it, by which a later import sees
    whether that has changed. `extra` keeps the columns that have no place of their own, by heading.
    """

    line: int
    number: str
    mark: str
    title: str
    logged_at: datetime
    entries: tuple[StoryEntry, ...]
    severity: str | None = None
    organisation: str = ""
    contact: str = ""
    contact_email: str = ""
    owner: str = ""
    team: str = ""
    product: str = ""
    channel: Channel = Channel.IMPORT
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refused:
    """A record that was not imported, and why, in one sentence."""

    line: int
    number: str
    why: str
