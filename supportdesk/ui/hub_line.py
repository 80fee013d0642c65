"""What the window needs of the desk's line to its hub: how it stands, what it is told; it is made and run elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from PySide6.QtCore import SignalInstance

    from supportdesk.domain.errors import KnownError
    from supportdesk.ui.file_line import FileLine


class Phase(StrEnum):
    """What the line is doing. `stopped` needs a person, and `trouble` says why."""

    IDLE = "idle"
    SENDING = "sending"
    LOADING = "loading"
    OFFLINE = "offline"
    PAUSED = "paused"
    SIGNED_OUT = "signed_out"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class LineState:
    """How the line stands. `since` is when it began to, `contact_at` when the hub last answered, all UTC.

    `back_at` is when the last stretch without the hub ended; None where there was none since the desk was opened.
    While it sends, `sent` of `to_send` changes are answered. `asks_to_drop` is how many cases and clients the hub wants
    taken away at once, held back until a person agrees; None for no such question.
    """

    phase: Phase
    since: datetime
    contact_at: datetime | None = None
    trouble: KnownError | None = None
    sent: int = 0
    to_send: int = 0
    asks_to_drop: int | None = None
    back_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Present:
    """Somebody else at a case, and when they were last heard of."""

    agent_id: UUID
    name: str
    writing: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class OthersAtCase:
    """Who else is at a case. `known` is off while the hub can't be reached: nobody knows then."""

    case_id: UUID | None
    present: tuple[Present, ...] = ()
    known: bool = True


class HubLine(Protocol):
    """The desk's line to its hub. Its signals come in the window's thread; its calls return at once."""

    @property
    def state_changed(self) -> SignalInstance:
        """Carries a LineState."""
        ...

    @property
    def others_changed(self) -> SignalInstance:
        """Carries an OthersAtCase."""
        ...

    @property
    def files(self) -> FileLine:
        """The desk's files on their way."""
        ...

    def state(self) -> LineState:
        """How it stands now."""
        ...

    def send_now(self) -> None:
        """Try everything at once, also what has rested."""
        ...

    def pause(self, paused: bool) -> None:
        """Send and fetch nothing until told to go on; that also stops and goes on with loading."""
        ...

    def allow_drop(self) -> None:
        """Let the hub take away what it asked to, this once."""
        ...

    def look_at(self, case_id: UUID | None, writing: bool) -> None:
        """Tell others which case is open here, and whether something is being typed there."""
        ...

    def sign_in(self) -> None:
        """Let the person sign in again; who asks for it opens the dialog."""
        ...
