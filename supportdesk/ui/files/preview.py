"""Looks at attachments inside the window: pictures made to fit, the beginning of texts; nothing in them is run.

A text is shown as it is written, also that of a web page: nothing is fetched, nothing is followed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.documents import pictures
from supportdesk.domain.errors import KnownError
from supportdesk.services.views.visits import PICTURES
from supportdesk.ui import moments
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button, icon_button
from supportdesk.ui.widgets.dialog import Dialog
from supportdesk.ui.widgets.messages import Banner, MessageKind, error_banner
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QPaintEvent

    from supportdesk.services.cases.file_shelf import FileShelf
    from supportdesk.services.operations.desk import Desk
    from supportdesk.services.views import FileView
    from supportdesk.ui.pages import Shell

_LONGEST_SIDE = 2_048
_STEP, _NEAREST, _FARTHEST = 1.25, 8.0, 0.1
_SIZE = (980, 700)
_WRITTEN = frozenset({"application/json", "application/xml", "application/sql", "image/svg+xml"})


def can_be_shown(media_type: str) -> bool:
    """Whether a file of this type is worth a look here; what its bytes are is seen then."""
    return media_type in PICTURES or media_type.startswith("text/") or media_type in _WRITTEN


class Doors(Protocol):
    """Where a file goes from here."""

    def open(self, file: FileView) -> None:
        """Open it with the system's program."""

    def save(self, file: FileView) -> None:
        """Save it where the person says."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is shown of a file: a picture, a text or neither; `runs` says what a click would run."""

    file: UUID
    image: QImage | None = None
    text: str | None = None
    cut: bool = False
    runs: str = ""


def look(desk: Desk, shelf: FileShelf, file: FileView) -> Look:
    """Look at a file, away from the window's thread; KnownError if it isn't here or is a damaged picture."""
    seen = shelf.glance(desk, file.id, file.name)
    image = None if seen.picture is None else pictures.small(seen.picture, _LONGEST_SIDE)
    return Look(file.id, image, seen.text, seen.cut, seen.runs)


class PictureView(QScrollArea):
    """A picture, as large as there is room for; `+` and `−` bring it nearer and farther, `0` lets it fit again."""

    def __init__(self) -> None:
        super().__init__()
        self._canvas = _Canvas()
        self._nearer = 0.0
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWidget(self._canvas)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAutoFillBackground(False)

    @property
    def scale(self) -> float:
        """How large it is shown: 1 is point for point."""
        return self._nearer or self._fitting()

    def show_image(self, image: QImage) -> None:
        """Show another picture, made to fit."""
        self._canvas.image, self._nearer = image, 0.0
        self._lay_out()

    def zoom(self, steps: int) -> None:
        """Bring it so many steps nearer; 0 lets it fit."""
        wanted = self.scale * _STEP**steps
        self._nearer = max(_FARTHEST, min(_NEAREST, wanted)) if steps else 0.0
        self._lay_out()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._lay_out()

    def _fitting(self) -> float:
        image, room = self._canvas.image, self.viewport().size()
        if image.isNull():
            return 1.0
        # A small picture is not blown up: what it shows would be no clearer.
        return min(1.0, room.width() / image.width(), room.height() / image.height())

    def _lay_out(self) -> None:
        image = self._canvas.image
        self._canvas.resize(round(image.width() * self.scale), round(image.height() * self.scale))
        self._canvas.update()


class _Canvas(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self.image)


class TextView(QPlainTextEdit):
    """A text as it is written; it can be marked and copied."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setProperty("bare", True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFont(theme().face(Type.CODE).font)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 120)


class Preview(Dialog):
    """Shows one file after the other. What a click would run has no way to be opened here; it may be saved."""

    moved = Signal(object)  # FileView that is shown

    def __init__(
        self, shell: Shell, shelf: FileShelf, doors: Doors, files: Sequence[FileView], at: int = 0
    ) -> None:
        super().__init__(shell.cover, files[at].name, size=_SIZE)
        self._shell, self._shelf, self._doors = shell, shelf, doors
        self._files, self._at = tuple(files), at
        self.picture, self.text = PictureView(), TextView()
        self.told = label("", Type.BODY, "text2", wrap=True)
        self.note: Banner | None = None
        self._notes = QVBoxLayout()
        self.before = icon_button("caret-left", QCoreApplication.translate("Files", "File before"), keys="←")
        self.after = icon_button("caret-right", QCoreApplication.translate("Files", "Next file"), keys="→")
        self.place = label("", Type.META_NUMBERS, "muted")
        self.save = Button(QCoreApplication.translate("Files", "Save as…"), large=True)
        self.open_with = Button(
            QCoreApplication.translate("Files", "Open with the system"), icon="arrow-square-out", large=True
        )
        self._lay_out_body()
        self._connect()
        self._read()

    @property
    def file(self) -> FileView:
        """The file in view."""
        return self._files[self._at]

    def go(self, steps: int) -> None:
        """Show the file so many further on; at the ends it stays."""
        at = max(0, min(len(self._files) - 1, self._at + steps))
        if at != self._at:
            self._at = at
            self._read()
            self.moved.emit(self.file)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A picture or text has the keyboard; what it makes of these keys is not wanted.
        if isinstance(event, QKeyEvent) and watched in {self.picture, self.text} and self._takes(event):
            return True
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ inside

    def _lay_out_body(self) -> None:
        self.body.addLayout(self._notes)
        for view in (self.picture, self.text):
            view.installEventFilter(self)
            self.body.addWidget(view, 1)
        self.body.addWidget(self.told)
        many = len(self._files) > 1
        for part in (self.before, self.place, self.after):
            self.footer_start.addWidget(part)
            part.setVisible(many)
        self.footer_end.addWidget(self.save)
        self.footer_end.addWidget(self.open_with)

    def _connect(self) -> None:
        self.before.clicked.connect(self._back)
        self.after.clicked.connect(self._on)
        self.save.clicked.connect(self._save)
        self.open_with.clicked.connect(self._open)
        self.closed.connect(self._gone)

    def _takes(self, event: QKeyEvent) -> bool:
        return event.type() == QEvent.Type.KeyPress and self._key(event)

    def _key(self, event: QKeyEvent) -> bool:
        away, last = 1, len(self._files)
        # Left and right are where the buttons are.
        if self.isRightToLeft():
            away = -1
        steps = {
            Qt.Key.Key_Left: -away,
            Qt.Key.Key_Right: away,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_Home: -last,
            Qt.Key.Key_End: last,
        }
        nearer = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}
        key = Qt.Key(event.key())
        if key in steps and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }:
            self.go(steps[key])
        elif key in nearer and not self.picture.isHidden():
            self.picture.zoom(nearer[key])
        else:
            return False
        return True

    def _read(self) -> None:
        file = self.file
        self.set_title(moments.own(file.name))
        self.place.setText(
            QCoreApplication.translate("Files", "{at} of {count}").format(
                at=self._at + 1, count=len(self._files)
            )
        )
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at < len(self._files) - 1)
        self._show(None, QCoreApplication.translate("Files", "It is being read…"))
        self.open_with.hide()
        self._shell.session.ask("preview", look, self._shelf, file, then=self._looked, failed=self._not_seen)

    def _looked(self, seen: Look) -> None:
        if seen.file != self.file.id:
            return
        self.open_with.setVisible(not seen.runs)
        if seen.runs:
            self._warn(seen.runs)
        if seen.image is not None:
            self.picture.show_image(seen.image)
            self._show(self.picture)
        elif seen.text is not None:
            self.text.setPlainText(seen.text)
            self._show(self.text, self._cut() if seen.cut else "")
        else:
            self._show(
                None, QCoreApplication.translate("Files", "There is nothing of it that can be shown here.")
            )

    def _not_seen(self, error: KnownError) -> None:
        self._show(None)
        self._put_note(error_banner(error))

    def _show(self, view: QWidget | None, words: str = "") -> None:
        if self.note is not None and view is None:
            self.note.hide()
            self.note.deleteLater()
            self.note = None
        for each in (self.picture, self.text):
            each.setVisible(each is view)
        self.told.setText(words)
        self.told.setVisible(bool(words))
        if view is not None:
            view.setAccessibleName(self.file.name)
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _warn(self, runs: str) -> None:
        lead = QCoreApplication.translate("Files", "This runs when it is opened: {what}.").format(what=runs)
        text = QCoreApplication.translate(
            "Files", "It is not opened from here, as it would do whatever its sender put into it."
        )
        self._put_note(Banner(MessageKind.HINT, lead, text))

    def _put_note(self, note: Banner) -> None:
        if self.note is not None:
            self.note.hide()
            self.note.deleteLater()
        self.note = note
        self._notes.addWidget(note)

    def _cut(self) -> str:
        return QCoreApplication.translate("Files", "Only its beginning is shown.")

    def _back(self) -> None:
        self.go(-1)

    def _on(self) -> None:
        self.go(1)

    def _save(self) -> None:
        self._doors.save(self.file)

    def _open(self) -> None:
        self._doors.open(self.file)

    def _gone(self, _result: object) -> None:
        self.deleteLater()
