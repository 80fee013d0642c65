"""The photos and files of a visit's report: chosen, dropped or pasted, captioned in place, put in order, taken out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QPoint, QStandardPaths, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from supportdesk.domain.errors import KnownError
from supportdesk.services.cases.visit_fields import CAPTION
from supportdesk.ui.case_detail.file_desk import FileDesk
from supportdesk.ui.files.given import given_in, offers_anything
from supportdesk.ui.files.preview import Preview
from supportdesk.ui.theme import Type
from supportdesk.ui.visits.camera.opening import open_camera
from supportdesk.ui.visits.file_entry import FileEntry
from supportdesk.ui.visits.photo_desk import PhotoDesk, Shelves
from supportdesk.ui.visits.photo_tile import DropTile, PhotoTile, WaitingTile
from supportdesk.ui.visits.photo_ways import AddButton
from supportdesk.ui.visits.refused_photos import RefusedPhotos
from supportdesk.ui.visits.tile_grid import TileGrid
from supportdesk.ui.widgets.chips import styled_menu
from supportdesk.ui.widgets.file_place import begin_at
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent

    from supportdesk.rules.cases.visit_report import AttachedFile
    from supportdesk.services.views.visits import VisitFile, VisitView
    from supportdesk.ui.files.given import Given
    from supportdesk.ui.pages import Shell
    from supportdesk.ui.widgets.messages import Banner


class PhotosPanel(QWidget):
    """`edited` carries the name of a caption's field and its text; `left` comes when the keyboard leaves one."""

    edited = Signal(str, object)
    left = Signal()

    def __init__(self, shell: Shell, shelves: Shelves | None) -> None:
        super().__init__()
        self._shell, self._shelves = shell, shelves
        self._view: VisitView | None = None
        self._read_only = False
        self._wanted: UUID | None = None  # the photo that is to have the keyboard once it is shown anew
        self.desk = PhotoDesk(shell, shelves, self)
        self.files = FileDesk(shell, shelves.files if shelves is not None else None, self)
        self.tiles: list[PhotoTile] = []
        self._grey: list[WaitingTile] = []
        self.entries: list[FileEntry] = []
        self.drop = DropTile()
        self.count = label("", Type.META_NUMBERS, "muted")
        self.paste = QAction(QCoreApplication.translate("Visits", "Paste"), self)
        self.add = AddButton(self.paste)
        self._grid = TileGrid()
        self._lay_out()
        self._connect()

    def show_visit(self, view: VisitView, held: Callable[[str], bool]) -> None:
        """Show what the report holds; a caption that `held` names is being typed and stays."""
        if self._view is None or self._view.id != view.id:
            self._refused.show_visit(view.id)
        self._view = view
        self.desk.look_again()
        self._show_photos([each for each in view.files if each.is_photo], held)
        self._show_files([each for each in view.files if not each.is_photo])
        self._arrange()

    def set_read_only(self, read_only: bool) -> None:
        """Let it be looked at only."""
        self._read_only = read_only
        self.add.setVisible(not read_only and self.desk.ready)
        self.setAcceptDrops(not read_only and self.desk.ready)
        for tile in self.tiles:
            tile.set_read_only(read_only)
        for entry in self.entries:
            entry.set_read_only(read_only)
        self._arrange()

    def attached(self, files: Sequence[AttachedFile]) -> tuple[AttachedFile, ...]:
        """What the report says of its photos and files, with what is typed in their captions by now."""
        names = {tile.file.id: tile.name() for tile in self.tiles}
        shown = self._view.files if self._view is not None else ()
        if len(shown) != len(files):
            return tuple(files)
        return tuple(
            type(each)(names.get(file.id, each.name), each.sha256)
            for file, each in zip(shown, files, strict=True)
        )

    # ------------------------------------------------------------------ what is given

    def take(self, given: Sequence[Given], *, as_file: bool = False) -> None:
        """Add these to the report in view."""
        if self._view is not None and not self._read_only:
            self._refused.calm()
            self.desk.take(self._view.id, given, as_file=as_file)

    def choose(self) -> None:
        """Let the person choose photos or files."""
        dialog = QFileDialog(self, QCoreApplication.translate("Visits", "Add photos or files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        begin_at(dialog, QStandardPaths.StandardLocation.PicturesLocation)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._chosen)
        dialog.open()

    def photograph(self) -> None:
        """Let the person take photos with a camera."""
        if self._view is None or self._read_only:
            return
        try:
            dialog = open_camera(self._shell, self.desk, self._view.id)
        except KnownError as error:
            self._refused.tell(error)
        else:
            dialog.files_wanted.connect(self.choose)

    def paste_now(self) -> None:
        """Add the picture or the files that were copied elsewhere."""
        mime = QGuiApplication.clipboard().mimeData()
        if offers_anything(mime):
            self.take(given_in(mime))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if offers_anything(event.mimeData()):
            event.acceptProposedAction()
            self.drop.light(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.drop.light(False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.drop.light(False)
        self.take(given_in(event.mimeData()))
        # A copy, whatever was offered: what is moved is deleted where it came from.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    # ------------------------------------------------------------------ inside

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(label(QCoreApplication.translate("Visits", "Photos"), Type.BODY_STRONG))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.add)
        notes = QVBoxLayout()
        self._refused = RefusedPhotos(self.desk, notes)
        self._entries = QVBoxLayout()
        self._entries.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(notes)
        column.addWidget(self._grid)
        column.addWidget(self.files.fetching)
        column.addLayout(self._entries)
        self.setAccessibleName(QCoreApplication.translate("Visits", "Photos and files"))
        self.paste.setShortcut(QKeySequence(QKeySequence.StandardKey.Paste))
        self.paste.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.addAction(self.paste)

    def _connect(self) -> None:
        self.add.photographed.connect(self.photograph)
        self.add.chosen.connect(self.choose)
        self.drop.clicked.connect(self.choose)
        self.drop.stepped.connect(self._step_from_drop)
        self.drop.menu_asked.connect(self.add.offer)
        self.paste.triggered.connect(self.paste_now)
        self.desk.changed.connect(self._arrange)
        self.desk.drawn.connect(self._drawn)
        self.desk.refused.connect(self._refused.tell)

    def _show_photos(self, photos: Sequence[VisitFile], held: Callable[[str], bool]) -> None:
        known = {tile.file.id: tile for tile in self.tiles}
        self.tiles = [known.pop(photo.id) if photo.id in known else self._tile(photo) for photo in photos]
        for gone in known.values():
            gone.hide()
            gone.deleteLater()
        for tile, photo in zip(self.tiles, photos, strict=True):
            tile.show_file(photo, held=held(f"{CAPTION}{photo.id}") or tile.caption.hasFocus())
            tile.set_read_only(self._read_only)
            tile.face.show_picture(self.desk.picture_of(photo))

    def _tile(self, photo: VisitFile) -> PhotoTile:
        tile = PhotoTile(photo)
        tile.captioned.connect(self._captioned)
        tile.left.connect(self.left)
        tile.asked.connect(self._look_at)
        tile.removed.connect(self._remove)
        tile.stepped.connect(self._step)
        tile.moved.connect(self._move)
        tile.menu_asked.connect(self._offer)
        return tile

    def _show_files(self, files: Sequence[VisitFile]) -> None:
        if [entry.file for entry in self.entries] == list(files):
            return
        for gone in self.entries:
            gone.hide()
            gone.deleteLater()
        self.entries = []
        for file in files:
            entry = FileEntry(file)
            entry.asked.connect(self._look_at)
            entry.removed.connect(self._remove)
            entry.menu_asked.connect(self._offer)
            entry.set_read_only(self._read_only)
            self._entries.addWidget(entry)
            self.entries.append(entry)

    def _arrange(self) -> None:
        waiting = self.desk.waiting(self._view.id) if self._view is not None else 0
        grey = self._grey_tiles(waiting)
        open_end = [] if self._read_only or not self.desk.ready else [self.drop]
        self.drop.setVisible(bool(open_end))
        self._grid.show_tiles([*self.tiles, *grey, *open_end])
        count = len(self.tiles) + waiting
        self.count.setText(str(count) if count else "")
        # Where nothing can be added and nothing is there, there is nothing to say.
        self.setVisible(bool(count or self.entries or open_end))
        wanted = next((tile for tile in self.tiles if tile.file.id == self._wanted), None)
        if wanted is not None:
            self._wanted = None
            wanted.face.setFocus(Qt.FocusReason.OtherFocusReason)
            wanted.face.show_ring()

    def _grey_tiles(self, count: int) -> list[WaitingTile]:
        """As many as photos are on their way; those before stay."""
        for gone in self._grey[count:]:
            gone.hide()
            gone.deleteLater()
        self._grey = self._grey[:count] + [WaitingTile() for _ in range(count - len(self._grey))]
        return self._grey

    def _drawn(self, sha256: str) -> None:
        for tile in self.tiles:
            if tile.file.sha256 == sha256:
                tile.face.show_picture(self.desk.picture_of(tile.file))

    # ------------------------------------------------------------------ one photo or file

    def _captioned(self, tile: PhotoTile) -> None:
        self.edited.emit(f"{CAPTION}{tile.file.id}", tile.name())

    def _look_at(self, part: PhotoTile | FileEntry) -> None:
        if self._shelves is None or self._view is None:
            return
        every = [*(tile.file for tile in self.tiles), *(entry.file for entry in self.entries)]
        views = [file.as_file for file in every]
        shelves, at = self._shelves, every.index(part.file)

        def show() -> None:
            Preview(self._shell, shelves.files, self.files, views, at).open()

        self.files.fetching.want(part.file.as_file, show)

    def _remove(self, part: PhotoTile | FileEntry) -> None:
        if self._view is None or self._read_only:
            return
        if isinstance(part, PhotoTile):
            at = self.tiles.index(part)
            near = [*self.tiles[at + 1 :], *reversed(self.tiles[:at])]
            self._wanted = near[0].file.id if near and part.face.hasFocus() else None
        self.desk.remove(self._view.id, part.file.id)

    def _step(self, tile: PhotoTile, by: int) -> None:
        faces = [*(each.face for each in self.tiles), *([] if self.drop.isHidden() else [self.drop])]
        at = faces.index(tile.face) + by
        if 0 <= at < len(faces):
            faces[at].setFocus(Qt.FocusReason.OtherFocusReason)
            faces[at].show_ring()

    def _step_from_drop(self, by: int) -> None:
        at = len(self.tiles) + by
        if 0 <= at < len(self.tiles):
            self.tiles[at].face.setFocus(Qt.FocusReason.OtherFocusReason)
            self.tiles[at].face.show_ring()

    def _move(self, tile: PhotoTile, by: int) -> None:
        """Put a photo further on or back, and let it keep the keyboard."""
        at = self.tiles.index(tile)
        to = max(0, min(len(self.tiles) - 1, at + by))
        if self._view is None or to == at:
            return
        self.tiles.insert(to, self.tiles.pop(at))
        self._wanted = tile.file.id
        self._arrange()
        files = [*(each.file.id for each in self.tiles), *(each.file.id for each in self.entries)]
        self.desk.order(self._view.id, files)

    def _offer(self, part: PhotoTile | FileEntry, where: QPoint) -> None:
        menu = styled_menu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offers: list[tuple[str, Callable[[], None]]] = [
            (QCoreApplication.translate("Visits", "Look at it"), lambda: self._look_at(part)),
            (QCoreApplication.translate("Visits", "Save as…"), lambda: self.files.save(part.file.as_file)),
        ]
        if part.file.original:
            words = QCoreApplication.translate("Visits", "Open the original")
            offers.append((words, lambda: self.desk.open_original(part.file)))
        if isinstance(part, PhotoTile) and not self._read_only:
            earlier = QCoreApplication.translate("Visits", "Move earlier")
            later = QCoreApplication.translate("Visits", "Move later")
            offers += [(earlier, lambda: self._move(part, -1)), (later, lambda: self._move(part, 1))]
        if not self._read_only:
            words = QCoreApplication.translate("Visits", "Take out of the report")
            offers.append((words, lambda: self._remove(part)))
        for text, act in offers:
            menu.addAction(text).setData(act)
        menu.triggered.connect(self._chosen_in_menu)
        menu.popup(where)

    def _chosen_in_menu(self, action: QAction) -> None:
        action.data()()

    @property
    def refusal(self) -> Banner | None:
        """What was refused, if anything was."""
        return self._refused.banner

    def _chosen(self, paths: list[str]) -> None:
        self.take([Path(path) for path in paths])
