"""What the window needs of a desk's files on their way: how the sending stands, and fetching; it is run elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtCore import SignalInstance

    from supportdesk.domain.errors import KnownError


class FilePhase(StrEnum):
    """What the sending is doing. `after_text` waits for what was written, `stopped` needs a person."""

    IDLE = "idle"
    SENDING = "sending"
    AFTER_TEXT = "after_text"
    OFFLINE = "offline"
    PAUSED = "paused"
    SIGNED_OUT = "signed_out"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class FileState:
    """How the sending of files stands: files and bytes yet to be sent, bytes a second of late.

    `current` is the attachment under way, of which `sent` of `size` bytes are with the hub.
    """

    phase: FilePhase = FilePhase.IDLE
    files: int = 0
    bytes_left: int = 0
    speed: float = 0.0
    current: UUID | None = None
    sent: int = 0
    size: int = 0
    trouble: KnownError | None = None

    @property
    def share(self) -> int:
        """How much of the file under way is with the hub, in per cent."""
        return min(100, 100 * self.sent // self.size) if self.size else 0

    @property
    def seconds_left(self) -> float | None:
        """How long the rest takes at this speed; None where that can't be told."""
        return self.bytes_left / self.speed if self.speed > 0 else None


class FileLine(Protocol):
    """The desk's files on their way. Its signals come in the window's thread; its calls return at once."""

    @property
    def state_changed(self) -> SignalInstance:
        """Carries a FileState."""
        ...

    @property
    def came(self) -> SignalInstance:
        """Carries an attachment that is being fetched, how many bytes have come, and of how many."""
        ...

    @property
    def fetched(self) -> SignalInstance:
        """Carries an attachment whose bytes are here now."""
        ...

    @property
    def failed(self) -> SignalInstance:
        """Carries an attachment and the KnownError that kept its bytes away."""
        ...

    def state(self) -> FileState:
        """How the sending stands now."""
        ...

    def fetch(self, attachment_id: UUID) -> None:
        """Fetch an attachment's bytes; one signal ends it, unless it is cancelled."""
        ...

    def cancel(self, attachment_id: UUID) -> None:
        """Let it be; nothing is told of it any more."""
        ...

    def try_again(self) -> None:
        """Send at once, also what was refused."""
        ...
