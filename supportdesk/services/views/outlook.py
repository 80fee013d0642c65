"""How a desk stands with its hub, and what waits to be sent, as frozen values; what needs a person is in `matters`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID


@dataclass(frozen=True, slots=True)
class Standing:
    """What the desk's own file says of its hub; whether the hub can be reached now is not in it.

    `waiting` are the changes that the hub has not answered, `resting` those of them that are only tried again when a
    person says so. `loaded` and `total` count cases and clients of what is still being loaded; `loading` is off when
    nothing is. `attention` is how many matters wait for the person at the desk. `files` are those attached here whose
    bytes the hub does not have, `file_bytes` how many these are, `pictures` and `picture_bytes` the same of pictures.
    """

    alone: bool = True
    address: str = ""
    agent: str = ""
    joined_at: datetime | None = None
    contact_at: datetime | None = None
    paused: bool = False
    waiting: int = 0
    resting: int = 0
    loading: bool = False
    loaded: int = 0
    total: int = 0
    attention: int = 0
    files: int = 0
    file_bytes: int = 0
    pictures: int = 0
    picture_bytes: int = 0


@dataclass(frozen=True, slots=True)
class WaitingChange:
    """A change that has not come back from the hub, in the order in which it was done.

    `act` is the operation's name; `about` names the case or client it belongs to, as far as it is known here. `size`
    is what it weighs in bytes. `why` is what keeps it, or where it is `refused` what the hub will say to it.
    `contested`: somebody else has changed the same, and a person will be asked. `answered`: the hub has it, its effect
    has not come back yet.
    """

    number: int
    operation_id: UUID
    act: str
    case_id: UUID | None
    case_number: str
    about: str
    at: datetime
    size: int
    tries: int
    next_try: datetime | None
    why: str
    refused: bool
    contested: bool
    rests: bool
    answered: bool
