"""What needs a person, kind by kind, and what settled by itself, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from uuid import UUID

    from supportdesk.services.views.cases import CaseDetail
    from supportdesk.services.views.intake import AttentionItem


@dataclass(frozen=True, slots=True)
class About:
    """What a matter is about: a case, else a client or another thing by its name."""

    entity: str
    id: UUID
    case_number: str = ""
    title: str = ""
    organisation: str = ""

    @property
    def case_id(self) -> UUID | None:
        """The case, where it is one."""
        return self.id if self.entity == "case" else None


@dataclass(frozen=True, slots=True)
class Said:
    """A value of a field as people read it. `look` is a stage's, `rank` a severity's; both are empty elsewhere."""

    text: str
    look: str = ""
    rank: int = 0


@dataclass(frozen=True, slots=True)
class ContestedField:
    """One field that two people set to different values.

    `now` is what stands there; another than `theirs` where a third person changed it since. `both` says whether both
    values can be kept. `state` is open, kept (theirs) or adopted (mine).
    """

    id: UUID
    field: str
    act: str
    base: Said
    theirs: Said
    mine: Said
    now: Said
    both: bool
    state: str = "open"


@dataclass(frozen=True, slots=True)
class Contested:
    """Fields of one case or client that one person set without knowing what another had set.

    `mine_here` says that the author is this desk's person, `mine_by` who else it is. An empty `theirs_by` is not
    known: the desk that decided knew it. `apart` is from when until when this desk had no hub, where it set its value
    then.
    """

    key: str
    about: About
    mine_here: bool
    mine_id: UUID
    mine_by: str
    mine_at: datetime
    theirs_id: UUID | None
    theirs_by: str
    theirs_at: datetime | None
    fields: tuple[ContestedField, ...]
    settled_by: str = ""
    settled_at: datetime | None = None
    undo_until: datetime | None = None
    apart: tuple[datetime, datetime] | None = None

    @property
    def at(self) -> datetime:
        """By what lists are ordered."""
        return self.settled_at or self.mine_at


@dataclass(frozen=True, slots=True)
class Unaccepted:
    """What this desk's person did and the hub did not take in. `held`: a reply that waits for a word of its author.

    `words` are the texts in it. `client_words` are what the client wrote meanwhile, of a held reply.
    """

    key: str
    about: About
    operation_id: UUID
    act: str
    at: datetime
    answered_at: datetime | None
    words: str
    reason: str
    rule: str
    held: bool = False
    client_words: str = ""
    client: str = ""
    client_at: datetime | None = None
    can_draft: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """Something put before a person or a role by the rules; `item` says what.

    `words`, `reason`, `rule` and `by` are those of an act that was not allowed any more, or of what the client wrote.
    """

    key: str
    about: About
    item: AttentionItem
    at: datetime
    words: str = ""
    reason: str = ""
    rule: str = ""
    act: str = ""
    by: str = ""
    settled: bool = False


@dataclass(frozen=True, slots=True)
class SettledItself:
    """Work of this desk that met another's and needed nobody. `fields` gives by name how each met: same, merged."""

    key: str
    about: About
    act: str
    at: datetime
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Unsent:
    """A file of this desk that the hub does not take: what is attached, and what came between.

    `data`: a client's data file, else an attachment. `cause` is damaged, no_room, too_large or refused; `what`,
    `meaning` and `remedy` are the words of whoever refused.
    """

    key: str
    about: About
    file_id: UUID
    name: str
    size: int
    media_type: str
    at: datetime
    cause: str
    what: str
    meaning: str = ""
    remedy: str = ""
    data: bool = False


Matter = Contested | Unaccepted | Item | Unsent | SettledItself


@dataclass(frozen=True, slots=True)
class Matters:
    """What waits for a person, latest first, and what is settled: by a person lately, or by itself."""

    waiting: tuple[Matter, ...]
    settled: tuple[Matter, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a case will say once contested fields are settled in a way; `refused` says why that can't be."""

    case: CaseDetail | None = None
    refused: str = ""
