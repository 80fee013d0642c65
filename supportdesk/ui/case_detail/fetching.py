"""Files that are opened or saved while their bytes are not on this computer: fetched in view, then gone on with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.ui import moments
from supportdesk.ui.case_detail.file_chips import file_size, is_stored, waiting_words
from supportdesk.ui.hub_line import Phase
from supportdesk.ui.widgets.progress import Progress

if TYPE_CHECKING:
    from supportdesk.services.views import FileView
    from supportdesk.ui.file_line import FileLine
    from supportdesk.ui.pages import Shell


class Fetching(QWidget):
    """One line for each file on its way here; hidden while there are none."""

    def __init__(self, shell: Shell, shelf: FileShelf | None) -> None:
        super().__init__()
        self._shell, self._shelf = shell, shelf
        self.wishes: dict[UUID, Wish] = {}
        self._asked = 0
        self._files: FileLine | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(6, 6, 6, 6)
        self._column.setSpacing(8)
        self.hide()

    def want(self, file: FileView, go_on: Callable[[], None]) -> None:
        """Do something with a file once its bytes are here, and say plainly why not where they can't be."""
        if self._shelf is None:
            return
        known = self.wishes.get(file.id)
        self._asked += 1
        if known is not None:
            known.go_on, known.number = go_on, self._asked
            return
        wish = Wish(self, file, go_on, self._asked)
        self._shell.session.ask(None, self._shelf.has, file.id, then=wish.answered, failed=wish.refused)

    def begin(self, wish: Wish) -> None:
        """Fetch what is not here, where that can be."""
        known = self.wishes.get(wish.file.id)
        if known is not None:
            # Asked for again while nobody knew yet whether it is here; the last wish holds, whoever is answered first.
            if wish.number > known.number:
                known.go_on, known.number = wish.go_on, wish.number
            return
        refusal = self._refusal(wish.file)
        line = self._shell.line
        if refusal is not None or line is None:
            self._shell.refuse(refusal or _nowhere(wish.file))
            return
        self._listen(line.files)
        self.wishes[wish.file.id] = wish
        wish.show_in(self._column)
        self.show()
        line.files.fetch(wish.file.id)

    def refuse(self, error: KnownError) -> None:
        """Say why a file can't be had."""
        self._shell.refuse(error)

    def drop(self, wish: Wish) -> None:
        """Let a file be that is still on its way."""
        if self._files is not None:
            self._files.cancel(wish.file.id)
        self._take(wish.file.id)

    def _listen(self, files: FileLine) -> None:
        if files is self._files:
            return
        self._files = files
        files.came.connect(self._came)
        files.fetched.connect(self._fetched)
        files.failed.connect(self._failed)

    def _came(self, attachment_id: UUID, done: int, size: int) -> None:
        if (wish := self.wishes.get(attachment_id)) is not None:
            wish.show_step(done, size)

    def _fetched(self, attachment_id: UUID) -> None:
        if (wish := self._take(attachment_id)) is not None:
            wish.go_on()

    def _failed(self, attachment_id: UUID, error: KnownError) -> None:
        if (wish := self._take(attachment_id)) is None:
            return
        line = self._shell.line
        away = line is not None and line.state().phase is not Phase.IDLE
        self._shell.refuse((self._refusal(wish.file) or error) if away else error)

    def _take(self, attachment_id: UUID) -> Wish | None:
        wish = self.wishes.pop(attachment_id, None)
        if wish is not None:
            wish.hide()
        self.setVisible(bool(self.wishes))
        return wish

    def _refusal(self, file: FileView) -> KnownError | None:
        """What keeps a file's bytes from being fetched now; None for nothing."""
        name = moments.own(file.name)
        if not is_stored(file):
            return _not_at_hub(file)
        line = self._shell.line
        phase = line.state().phase if line is not None else None
        if phase in {None, Phase.IDLE, Phase.SENDING, Phase.LOADING}:
            return None
        what = QCoreApplication.translate("Files", "{name} is not on this computer yet.").format(name=name)
        if phase is Phase.PAUSED:
            return KnownError(
                what,
                QCoreApplication.translate("Files", "Sending and fetching are paused."),
                QCoreApplication.translate(
                    "Files", "Go on with it from the status line, then open the file."
                ),
            )
        if phase is Phase.OFFLINE:
            return KnownError(
                what,
                QCoreApplication.translate(
                    "Files", "You are offline; it can be fetched as soon as the hub is within reach."
                ),
                QCoreApplication.translate("Files", "Open it again then."),
            )
        return KnownError(
            what,
            QCoreApplication.translate("Files", "The hub gives it once you have signed in again."),
            QCoreApplication.translate("Files", "Sign in from the status line, then open the file."),
        )


class Wish(QObject):
    """A file that somebody asked for, and what is to be done with it; the wishes are numbered as they were asked."""

    def __init__(self, fetching: Fetching, file: FileView, go_on: Callable[[], None], number: int) -> None:
        super().__init__(fetching)
        self._fetching, self.file, self.go_on, self.number = fetching, file, go_on, number
        self.bar: Progress | None = None

    def answered(self, here: bool) -> None:
        """Whether the bytes are here already."""
        if here:
            self.go_on()
        else:
            self._fetching.begin(self)

    def refused(self, error: KnownError) -> None:
        """Nobody knows."""
        self._fetching.refuse(error)

    def show_in(self, column: QVBoxLayout) -> None:
        """Show how it comes."""
        self.bar = Progress()
        self.bar.cancelled.connect(self._cancel)
        column.addWidget(self.bar)
        self.show_step(0, self.file.size)

    def show_step(self, done: int, size: int) -> None:
        """So much has come."""
        if self.bar is None:
            return
        words = QCoreApplication.translate("Files", "Fetching {name}")
        figure = QCoreApplication.translate("Files", "{done} of {whole}")
        self.bar.show_share(
            words.format(name=moments.own(self.file.name)),
            done / size if size else 0.0,
            figure.format(done=moments.ltr(file_size(done)), whole=moments.ltr(file_size(size))),
        )

    def hide(self) -> None:
        """It is over."""
        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None

    def _cancel(self) -> None:
        self._fetching.drop(self)


def _nowhere(file: FileView) -> KnownError:
    return KnownError(
        QCoreApplication.translate("Files", "{name} is not on this computer.").format(
            name=moments.own(file.name)
        ),
        QCoreApplication.translate(
            "Files", "It was deleted from the folder of this desk, or never was there."
        ),
        QCoreApplication.translate("Files", "Restore the folder from a backup, or attach the file again."),
    )


def _not_at_hub(file: FileView) -> KnownError:
    name = moments.own(file.name)
    if file.state == "lost":
        return KnownError(
            QCoreApplication.translate("Files", "{name} is lost.").format(name=name),
            QCoreApplication.translate("Files", "It never reached the hub, and will not."),
            QCoreApplication.translate("Files", "Ask who attached it whether there is another copy."),
        )
    if not file.by:
        return KnownError(
            QCoreApplication.translate("Files", "{name} is not on this computer.").format(name=name),
            QCoreApplication.translate(
                "Files", "You attached it at another computer, which has not sent it yet."
            ),
            QCoreApplication.translate("Files", "Let that computer reach the hub, then open it again."),
        )
    return KnownError(
        QCoreApplication.translate("Files", "{name}: {words}.").format(name=name, words=waiting_words(file)),
        QCoreApplication.translate(
            "Files", "It comes here once the computer on which it was attached has reached the hub."
        ),
        QCoreApplication.translate("Files", "Open it again then."),
    )
