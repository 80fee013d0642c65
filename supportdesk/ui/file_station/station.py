"""What the File Station's page needs of who moves bytes; it is built elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol
from uuid import UUID

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import SignalInstance

    from supportdesk.services.entitlements.data_files import Chosen
    from supportdesk.services.in_hand.files import NewFile
    from supportdesk.services.operations.desk import Desk


class Work(Protocol):
    """One piece of work at a time; its signals come in the window's thread."""

    @property
    def came(self) -> SignalInstance:
        """Carries the bytes that are done, and how many there are."""
        ...

    @property
    def ended(self) -> SignalInstance:
        """Carries what came of it."""
        ...

    @property
    def failed(self) -> SignalInstance:
        """Carries the KnownError that ended it."""
        ...

    @property
    def let_be(self) -> SignalInstance:
        """It was cancelled."""
        ...

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        ...

    def cancel(self) -> None:
        """Let it be; it ends within a second."""
        ...


class StationDesk(Protocol):
    """A desk's File Station, as far as bytes go. Only one piece of work is under way at a time."""

    @property
    def work(self) -> Work:
        """What is under way."""
        ...

    def keep(self, chosen: Chosen) -> None:
        """Seal a copy of a file; `work.ended` carries a NewFile."""
        ...

    def hand_out(self, data_file_id: UUID, place: Path) -> None:
        """Write a data file whose copy was logged to a place; `work.ended` carries the place."""
        ...

    def settle(self, desk: Desk, file: NewFile, chosen: Chosen) -> None:
        """See to it that a deposited file's bytes are here; may take long."""
        ...
