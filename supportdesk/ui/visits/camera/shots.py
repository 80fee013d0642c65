"""The photos taken since the camera was opened, the newest first: on their way, in the report, or refused."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supportdesk.ui.files.given import PastedPicture
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import icon_button
from supportdesk.ui.widgets.painting import right_to_left, rounded
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from supportdesk.ui.visits.photo_desk import Waiting

_WIDTH, _HEIGHT, _RADIUS = 84, 56, 6
_CROSS = 20
_MOST = 8
SUFFIX = "jpg"


class Fate(Enum):
    """What became of a photo: the icon that says it, and its colour."""

    WAITING = ("hourglass-medium-fill", "text2")
    KEPT = ("check-circle-fill", "ok")
    REFUSED = ("warning-circle-fill", "over_text")


@dataclass(eq=False)
class Shot:
    """One photo: its `picture` until the report has it, and then the `file` that it is there."""

    picture: PastedPicture | None
    small: QPixmap
    waiting: Waiting | None = None
    fate: Fate = Fate.WAITING
    file: UUID | None = None
    unwanted: bool = False


def shot_of(image: QImage) -> Shot:
    """What was taken, to be written as JPEG."""
    small = image.scaled(
        QSize(2 * _WIDTH, 2 * _HEIGHT),
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    return Shot(PastedPicture(image, SUFFIX), QPixmap.fromImage(small))


class Shots(QWidget):
    """Shows the newest few, says how many there are, and lets one be taken out again."""

    dropped = Signal(object)  # Shot

    def __init__(self) -> None:
        super().__init__()
        self.tiles: list[ShotTile] = []
        self.count = label("", Type.META_NUMBERS, "muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addStretch(1)
        self._row.addWidget(self.count)
        self.setFixedHeight(_HEIGHT)

    def add(self, shot: Shot) -> None:
        """Show one more."""
        tile = ShotTile(shot)
        tile.dropped.connect(self.dropped)
        self.tiles.insert(0, tile)
        self._row.insertWidget(0, tile)
        self._arrange()

    def look_again(self) -> None:
        """Show what became of each; those that are not wanted any more go."""
        for tile in [tile for tile in self.tiles if tile.shot.unwanted]:
            self.tiles.remove(tile)
            tile.hide()
            tile.deleteLater()
        self._arrange()

    def _arrange(self) -> None:
        # One that is not in the report yet stays in sight.
        first = sorted(self.tiles, key=lambda tile: tile.shot.fate is Fate.KEPT)[:_MOST]
        for tile in self.tiles:
            tile.setVisible(tile in first)
            tile.show_fate()
        words = QCoreApplication.translate("Camera", "%n photo(s) taken", None, len(self.tiles))
        self.count.setText(words if self.tiles else "")


class ShotTile(QWidget):
    """One photo, small."""

    dropped = Signal(object)  # Shot

    def __init__(self, shot: Shot) -> None:
        super().__init__()
        self.shot = shot
        self.cross = icon_button(
            "x", QCoreApplication.translate("Camera", "Take this photo out again"), parent=self
        )
        self.cross.set_icon_size(12)
        self.cross.clicked.connect(self._drop)
        self.setFixedSize(_WIDTH, _HEIGHT)

    def show_fate(self) -> None:
        """Show what became of it."""
        words = {
            Fate.WAITING: QCoreApplication.translate("Camera", "Photo on its way into the report"),
            Fate.KEPT: QCoreApplication.translate("Camera", "Photo in the report"),
            Fate.REFUSED: QCoreApplication.translate("Camera", "Photo that is not in the report"),
        }[self.shot.fate]
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        at = 2 if right_to_left() else self.width() - _CROSS - 2
        self.cross.setGeometry(at, 2, _CROSS, _CROSS)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            whole, colours = QRectF(self.rect()), theme().colours
            clip = QPainterPath()
            clip.addRoundedRect(whole, _RADIUS, _RADIUS)
            painter.save()
            painter.setClipPath(clip)
            wide, high = 2 * whole.width(), 2 * whole.height()
            middle = QRectF(0, 0, wide, high)
            middle.moveCenter(QRectF(self.shot.small.rect()).center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(whole, self.shot.small, middle)
            painter.restore()
            rounded(painter, whole, _RADIUS, None, colours.line)
            self._disc(painter, QRectF(self.cross.geometry()))
            icon, ink = self.shot.fate.value
            badge = QRectF(
                whole.right() - _CROSS - 2 if right_to_left() else 2, whole.bottom() - _CROSS - 2, 20, 20
            )
            self._disc(painter, badge)
            draw_icon(painter, badge.topLeft() + QPointF(3, 3), icon, 14, colours.named(ink))

    def _disc(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme().colours.canvas)
        painter.drawEllipse(box)

    def _drop(self) -> None:
        self.dropped.emit(self.shot)
