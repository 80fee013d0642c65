"""Takes photos one after the other; each goes into the visit's report at once, and can be taken out again here.

What could not be kept stays in the dialog: it can be tried again or saved elsewhere.
"""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QVBoxLayout, QWidget

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import visit_files
from supportdesk.ui.visits.camera import Camera
from supportdesk.ui.visits.camera.choice import CameraChoice
from supportdesk.ui.visits.camera.feed import Feed
from supportdesk.ui.visits.camera.finder import Finder
from supportdesk.ui.visits.camera.saving import save_all
from supportdesk.ui.visits.camera.shots import Fate, Shot, Shots, shot_of
from supportdesk.ui.visits.camera.standing import Standing, words_of
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.dialog import Dialog
from supportdesk.ui.widgets.empty import EmptyState
from supportdesk.ui.widgets.file_place import begin_at
from supportdesk.ui.widgets.messages import Banner, error_banner

if TYPE_CHECKING:
    from uuid import UUID

    from supportdesk.services.operations.desk import Done
    from supportdesk.ui.pages import Shell
    from supportdesk.ui.visits.photo_desk import PhotoDesk, Waiting

_SIZE = (980, 700)
_PATIENCE_MS = 6_000
_SHUTTER_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Camera})


class CameraDialog(Dialog):
    """`files_wanted`: the person would rather choose files. The camera is on only while the dialog is open."""

    files_wanted = Signal()
    camera: Camera | None = None
    """The one in use; of a dialog that begins the one used last, while the program runs."""

    def __init__(self, shell: Shell, desk: PhotoDesk, visit_id: UUID) -> None:
        super().__init__(shell.cover, QCoreApplication.translate("Camera", "Take photos"), size=_SIZE)
        self._shell, self._desk, self._visit_id = shell, desk, visit_id
        self.feed = Feed(self)
        self.standing = Standing.STARTING
        self.finder, self.shots, self.told = Finder(), Shots(), EmptyState()
        self.banner: Banner | None = None
        self._taken: list[Shot] = []  # whose end is not known yet, or not good
        self._going: deque[Shot] = deque()  # out of the report again
        self._allowed = self._warned = self._left = False
        self.patience = QTimer(self)
        self.patience.setSingleShot(True)
        self.patience.setInterval(_PATIENCE_MS)
        self.choice = CameraChoice()
        self.save = Button(QCoreApplication.translate("Camera", "Save elsewhere…"), large=True)
        self.done = Button(QCoreApplication.translate("Camera", "Done"), large=True)
        self.shutter = Button(
            QCoreApplication.translate("Camera", "Take a photo"),
            ButtonKind.PRIMARY,
            icon="camera",
            keys=QCoreApplication.translate("Camera", "Space"),
            large=True,
        )
        self._lay_out_body()
        self._connect()

    @property
    def refused(self) -> list[Shot]:
        """Those that are not in the report and not on their way."""
        return [shot for shot in self._taken if shot.fate is Fate.REFUSED and not shot.unwanted]

    def open(self) -> None:
        super().open()
        # Not on a button: a key pressed for a photo before the camera is there would do what that says.
        self.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        self.feed.permit(self._permitted)

    def take(self) -> None:
        """Take what is seen now."""
        image = self.feed.frame.toImage() if self.standing is Standing.LIVE else QImage()
        if image.isNull():
            return
        self.finder.flash()
        shot = shot_of(image)
        self._taken.append(shot)
        self.shots.add(shot)
        self._hand_over([shot])

    def try_again(self) -> None:
        """Hand over once more what was refused."""
        self._hand_over(self.refused)

    def leave(self) -> None:
        """Close; where photos would be lost by it, say so first."""
        if not self.refused or self._warned:
            self.close_with(None)
            return
        self._warned = True
        count = len(self.refused)
        self._tell(
            KnownError(
                QCoreApplication.translate("Camera", "%n photo(s) are not in the report.", None, count),
                QCoreApplication.translate("Camera", "Closing once more lets them go."),
                QCoreApplication.translate("Camera", "Try again, or save them elsewhere."),
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if Qt.Key(event.key()) in _SHUTTER_KEYS and plain and not event.isAutoRepeat():
            self.take()
            event.accept()
            return
        super().keyPressEvent(event)

    # ------------------------------------------------------------------ the camera

    def _permitted(self, granted: bool) -> None:
        self._allowed = granted
        if granted:
            self._look_round()
        else:
            self._stand(Standing.FORBIDDEN)

    def _look_round(self) -> None:
        """Go on with the camera in use while it is there, else with the best there is."""
        if not self._allowed or self._left:
            return
        found = self.feed.cameras()
        self.choice.show_cameras(found)
        going_on = self.feed.is_on and self.standing in {Standing.STARTING, Standing.LIVE}
        if self.camera in found and going_on:
            return
        if found:
            self._use(self.camera if self.camera in found else found[0])
        else:
            self.patience.stop()
            self.feed.end()
            self._stand(Standing.NONE)

    def _use(self, camera: Camera) -> None:
        CameraDialog.camera = camera
        self.choice.show_camera(camera)
        self._stand(Standing.STARTING)
        self.patience.start()
        self.feed.begin(camera)

    def _arrived(self) -> None:
        self.finder.show_frame(self.feed.frame)
        if self.standing is not Standing.LIVE:
            self.patience.stop()
            self._stand(Standing.LIVE)

    def _broke(self, words: str) -> None:
        self.patience.stop()
        self.feed.end()
        self._stand(Standing.BROKEN, words)

    def _silent(self) -> None:
        self._stand(Standing.SILENT)

    def _stand(self, standing: Standing, words: str = "") -> None:
        self.standing = standing
        live = standing is Standing.LIVE
        self._room.setCurrentWidget(self.finder if live else self.told)
        if self.shutter.hasFocus() and not live:
            # Before it is taken from there: Qt would give it to the next button in turn.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.shutter.setEnabled(live)
        if not live:
            self.told.say("camera", *words_of(standing, words))
        elif self.hasFocus():
            self.shutter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _act(self) -> None:
        """Do what the words in the camera's place offer: look once more, or choose files."""
        if self.standing in {Standing.SILENT, Standing.BROKEN}:
            self._look_round()
            return
        self.leave()
        if self._left:
            self.files_wanted.emit()

    # ------------------------------------------------------------------ the photos

    def _hand_over(self, shots: list[Shot]) -> None:
        self._drop_banner()
        for shot in shots:
            self._forget(shot)
            if shot.picture is not None:
                shot.fate = Fate.WAITING
                (shot.waiting,) = self._desk.take(self._visit_id, (shot.picture,), own=True)
        self._look_again()

    def _added(self, waiting: Waiting, file: UUID) -> None:
        for shot in self._of(waiting):
            self._taken.remove(shot)
            shot.fate, shot.file = Fate.KEPT, file
            # Each would fill some megabytes for as long as its small picture is shown.
            shot.picture = shot.waiting = None
            if shot.unwanted:
                self._remove(shot, file)
        self._look_again()

    def _not_taken(self, waiting: Waiting, error: KnownError) -> None:
        for shot in self._of(waiting):
            shot.fate = Fate.REFUSED
            if shot.unwanted:
                self._forget(shot)
                self._taken.remove(shot)
            else:
                self._come_back()
                self._tell(error)
        self._look_again()

    def _come_back(self) -> None:
        """Closed too early: what was not taken is here only."""
        if self._left:
            self._left = False
            self.open()

    def _drop(self, shot: Shot) -> None:
        if shot.file is not None:
            self._remove(shot, shot.file)
        else:
            shot.unwanted = True
        if shot.fate is Fate.REFUSED:
            self._forget(shot)
            self._taken.remove(shot)
        self._look_again()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.shutter.isEnabled():
            self.shutter.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, shot: Shot, file: UUID) -> None:
        if shot not in self._going:
            self._going.append(shot)
            remove = visit_files.remove_file
            self._shell.session.do(remove, self._visit_id, file, then=self._removed, failed=self._stays)

    def _removed(self, done: Done) -> None:
        self._going.popleft().unwanted = True
        self._shell.say(QCoreApplication.translate("Visits", "Taken out of the report."), undo=done)
        self._look_again()

    def _stays(self, error: KnownError) -> None:
        shot = self._going.popleft()
        if shot.unwanted:
            # Its tile went while it was on its way.
            shot.unwanted = False
            self.shots.add(shot)
        self._come_back()
        self._tell(error)
        self._look_again()

    def _of(self, waiting: Waiting) -> list[Shot]:
        return [shot for shot in self._taken if shot.waiting is waiting]

    def _forget(self, shot: Shot) -> None:
        if shot.waiting is not None:
            self._desk.let_go(shot.waiting)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, QCoreApplication.translate("Camera", "Save photos elsewhere"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        begin_at(dialog, QStandardPaths.StandardLocation.PicturesLocation)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._save_in)
        dialog.open()

    def _save_in(self, folder: str) -> None:
        try:
            for shot in save_all(self.refused, Path(folder)):
                self._drop(shot)
        except KnownError as error:
            self._tell(error)
        else:
            self._drop_banner()

    def _look_again(self) -> None:
        self.shots.look_again()
        self.save.setVisible(bool(self.refused))
        self._warned = self._warned and bool(self.refused)
        if self._left and not self._going and all(shot.fate is not Fate.WAITING for shot in self._taken):
            for shot in self._taken:
                self._forget(shot)
            self.deleteLater()

    # ------------------------------------------------------------------ inside

    def _lay_out_body(self) -> None:
        self._notes = QVBoxLayout()
        self.body.addLayout(self._notes)
        stage = QWidget()
        self._room = QStackedLayout(stage)
        self._room.addWidget(self.told)
        self._room.addWidget(self.finder)
        self.body.addWidget(stage, 1)
        self.body.addWidget(self.shots)
        self.footer_start.addWidget(self.choice)
        for part in (self.save, self.done, self.shutter):
            self.footer_end.addWidget(part)
        self.save.hide()

    def _connect(self) -> None:
        self.feed.changed.connect(self._look_round)
        self.feed.arrived.connect(self._arrived)
        self.feed.broke.connect(self._broke)
        self.patience.timeout.connect(self._silent)
        self._desk.added.connect(self._added)
        self._desk.not_taken.connect(self._not_taken)
        self.told.acted.connect(self._act)
        self.shots.dropped.connect(self._drop)
        self.choice.chosen.connect(self._use)
        self.save.clicked.connect(self._choose_folder)
        self.done.clicked.connect(self.leave)
        self.shutter.clicked.connect(self.take)
        self.closed.connect(self._gone)

    def _tell(self, error: KnownError) -> None:
        self._drop_banner()
        again = QCoreApplication.translate("Camera", "Try again") if self.refused else ""
        self.banner = error_banner(error, action=again)
        self.banner.acted.connect(self.try_again)
        self.banner.dismissed.connect(self._drop_banner)
        self._notes.addWidget(self.banner)

    def _drop_banner(self) -> None:
        if self.banner is not None:
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None

    def _gone(self, _result: object) -> None:
        self.patience.stop()
        self.feed.end()
        # One that was taken out while it was on its way still has to be.
        self._left = True
        self._look_again()
