"""What the File Station's page does with bytes: seals what is deposited, hands a copy out from here or the hub."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject

from supportdesk.domain.operation import Entity
from supportdesk.services.entitlements import data_files
from supportdesk.store.blobs import Blobs
from supportdesk.sync.downloading import fetch_data_file
from supportdesk.workers.haulage import Haulage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from supportdesk.domain.operation import ChangeSet
    from supportdesk.services.entitlements.data_files import Chosen
    from supportdesk.services.in_hand.files import NewFile
    from supportdesk.services.operations.desk import Desk
    from supportdesk.sync.file_link import FileLink
    from supportdesk.ui.pages import Shell
    from supportdesk.workers.haulage import Told
    from supportdesk.workers.session import DeskSession


class Station(QObject):
    """A desk's File Station as its page knows it; see ui/file_station/station. `folder` has the desk's files.

    `link` makes links to the desk's hub; None as long as it works alone.
    """

    def __init__(self, session: DeskSession, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._folder = session, folder
        self.link: Callable[[], FileLink] | None = None
        self.work = Haulage(self)
        session.opened.connect(self._clear_soon)
        session.notifier.changed.connect(self._changed)

    def page(self, shell: Shell, parent: QWidget) -> QWidget:
        """The page, which is loaded when it is first shown."""
        from supportdesk.ui.file_station.page import FileStationPage  # noqa: PLC0415

        return FileStationPage(shell, self, parent)

    def keep(self, chosen: Chosen) -> None:
        """Seal a copy of a file; `work.ended` carries a NewFile."""
        self.work.start(partial(self._keep, self._session.desk, chosen))

    def hand_out(self, data_file_id: UUID, place: Path) -> None:
        """Write a data file whose copy was logged to a place; `work.ended` carries the place."""
        self.work.start(partial(self._hand_out, self._session.desk, data_file_id, place))

    def settle(self, desk: Desk, file: NewFile, chosen: Chosen) -> None:
        """After a deposit: seal it once more should its bytes have been taken away as those of an erased file were."""
        if not self._blobs(desk).has(file.sha256):
            data_files.keep(self._blobs(desk), self._folder, chosen, lambda _done, _size: None)

    def close(self) -> None:
        """End what is under way."""
        self.work.close()

    def _changed(self, changes: ChangeSet) -> None:
        if changes.everything or any(ref.entity is Entity.ORGANISATION for ref in changes.changes):
            self._clear_soon()

    def _clear_soon(self, _desk: object = None) -> None:
        """Delete the bytes of what was erased, by whomever, and of what is safe with the hub."""
        self._session.ask("erased data files", self._clear)

    def _clear(self, desk: Desk) -> None:
        data_files.clear(desk, self._blobs(desk))

    def _blobs(self, desk: Desk) -> Blobs:
        return Blobs(self._folder, desk.store.files_key)

    def _keep(self, desk: Desk, chosen: Chosen, told: Told, _pause: object) -> NewFile:
        return data_files.keep(self._blobs(desk), self._folder, chosen, told)

    def _hand_out(
        self, desk: Desk, data_file_id: UUID, place: Path, told: Told, pause: Callable[[float], None]
    ) -> Path:
        blobs = self._blobs(desk)
        if self.link is None or data_files.is_here(desk, blobs, data_file_id):
            data_files.hand_out(desk, blobs, data_file_id, place, told)
            return place
        link = self.link()
        try:
            fetch_data_file(desk, link, data_file_id, place, told, pause)
        finally:
            link.close()
        return place
