"""Files of a case or an article in the window: looked at, opened, saved; what is slow runs off the window's thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from supportdesk.domain.errors import KnownError
from supportdesk.domain.file_names import safe_name, what_runs
from supportdesk.ui.case_detail.fetching import Fetching
from supportdesk.ui.case_detail.file_intake import FileIntake
from supportdesk.ui.case_detail.timeline_blocks import Sending
from supportdesk.ui.files.preview import Preview, can_be_shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from supportdesk.services.cases.file_shelf import FileShelf
    from supportdesk.services.views import DraftKind, FileView
    from supportdesk.ui.case_detail.composer import Composer
    from supportdesk.ui.case_detail.timeline import Timeline
    from supportdesk.ui.file_line import FileLine, FileState
    from supportdesk.ui.pages import Shell


class FileDesk(QObject):
    """`sending` carries which file is being sent, and how far."""

    sending = Signal(object)

    def __init__(self, shell: Shell, shelf: FileShelf | None, page: QWidget) -> None:
        super().__init__(page)
        self._shell, self._shelf, self._page = shell, shelf, page
        self.fetching = Fetching(shell, shelf)
        self.intake = FileIntake(shell, shelf, page)
        self.intake.refused.connect(self._not_taken)
        self._timeline: Timeline | None = None
        self._composer: Composer | None = None
        self._files: FileLine | None = None

    def serve(self, timeline: Timeline, composer: Composer) -> None:
        """Do what is asked where files are shown, and where they are added to what is written."""
        self._timeline, self._composer = timeline, composer
        timeline.file_asked.connect(self.look)
        timeline.save_asked.connect(self.save)
        self.sending.connect(timeline.show_sending)
        composer.files_asked.connect(self.intake.choose)
        composer.files_given.connect(self.intake.take)
        self.intake.kept.connect(composer.attach)
        self.intake.rested.connect(composer.go_on)
        composer.files_coming = self._coming
        composer.foot.attach.setEnabled(self._shelf is not None)

    @property
    def shelf(self) -> FileShelf | None:
        """Where the bytes lie; None where there is no place for files."""
        return self._shelf

    def look(self, file: FileView, among: Sequence[FileView] = ()) -> None:
        """Show a file here where it is a picture or a text, and open it where it is neither.

        `among` are the files that can be gone on to from it; without any, those of the timeline.
        """
        shelf = self._shelf
        if shelf is None or not can_be_shown(file.media_type):
            self.open(file)
            return
        every = [each for each in among if can_be_shown(each.media_type)] or self._shown() or [file]

        def show() -> None:
            at = next((at for at, each in enumerate(every) if each.id == file.id), 0)
            Preview(self._shell, shelf, self, every, at).open()

        self.fetching.want(file, show)

    def open(self, file: FileView) -> None:
        """Open an attachment with the program the system has for it."""
        # What its bytes tell beyond that is seen when it is laid out.
        if what_runs(file.name, file.media_type):
            self._shell.refuse(runs_by_itself(file.name))
        else:
            self.fetching.want(file, partial(self._lay_out, file))

    def _lay_out(self, file: FileView) -> None:
        if self._shelf is not None:
            lay_out = self._shelf.lay_out
            self._shell.session.ask(
                "attachment", lay_out, file.id, file.name, then=self._laid_out, failed=self._refused
            )

    def save(self, file: FileView) -> None:
        """Save an attachment, whatever it is, where the person says."""
        title = QCoreApplication.translate("Files", "Save attachment")
        name, _filter = QFileDialog.getSaveFileName(self._page, title, safe_name(file.name))
        if name:
            self.fetching.want(file, partial(self._save, file, Path(name)))

    def follow(self) -> None:
        """Listen to the files on their way, once there is a line."""
        files = self._shell.line.files if self._shell.line is not None else None
        if files is not None and files is not self._files:
            self._files = files
            files.state_changed.connect(self._sending)
            self._sending(files.state())

    def _sending(self, state: FileState) -> None:
        self.sending.emit(Sending(state.current, state.share))

    def _save(self, file: FileView, place: Path) -> None:
        if self._shelf is not None:
            save = self._shelf.save
            self._shell.session.ask(None, save, file.id, place, then=self._saved, failed=self._refused)

    def _saved(self, place: Path) -> None:
        self._shell.say(QCoreApplication.translate("Files", "{name} was saved").format(name=place.name))

    def _shown(self) -> list[FileView]:
        """The files in the timeline, in its order, each of which can be gone on to."""
        rows = self._timeline.rows if self._timeline is not None else ()
        return [file for row in rows for file in row.files if can_be_shown(file.media_type)]

    def _laid_out(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _coming(self) -> bool:
        return self.intake.busy

    def _not_taken(self, error: KnownError, kind: DraftKind | None) -> None:
        if self._composer is None or not self._composer.stop_for(error, kind):
            self._shell.refuse(error)

    def _refused(self, error: KnownError) -> None:
        self._shell.refuse(error)


def runs_by_itself(name: str) -> KnownError:
    """Why a program that somebody sent is not opened."""
    return KnownError(
        QCoreApplication.translate("Files", "{name} is a program and was not opened.").format(name=name),
        QCoreApplication.translate("Files", "Opening it would run it on this computer."),
        QCoreApplication.translate(
            "Files", "Ask for the text or picture it is about, or save it and open it there on purpose."
        ),
    )
