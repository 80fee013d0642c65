"""A photo of a report as a tile: its picture, its caption typed below it, and keys to open, move and remove it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from supportdesk.services.cases.visit_files import LONGEST_NAME
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.visits.checks import Bare
from supportdesk.ui.widgets.buttons import icon_button
from supportdesk.ui.widgets.focus_ring import by_keyboard
from supportdesk.ui.widgets.painting import draw_text, right_to_left, rounded

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QFocusEvent, QPaintEvent, QResizeEvent

    from supportdesk.services.views.visits import VisitFile

_SHAPE = 0.69  # as high as wide, of a picture
_RADIUS = 6
_CAPTION = 22
_CROSS = 24


def height_for(width: int) -> int:
    """How high a tile of this width is."""
    return picture_height(width) + theme().px(_CAPTION)


def picture_height(width: int) -> int:
    """How high its picture is."""
    return round(width * _SHAPE)


class Face(QAbstractButton):
    """What can be pressed; `stepped` goes to another tile and `moved` takes this one along, so many places further."""

    stepped = Signal(int)
    moved = Signal(int)
    removed = Signal()
    menu_asked = Signal(object)  # where, on the screen

    def __init__(self) -> None:
        super().__init__()
        self._ring = False
        self.columns = 2
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(120, picture_height(120))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring = by_keyboard(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring = False
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_asked.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ahead = -1 if right_to_left() else 1
        steps = {
            Qt.Key.Key_Left: -ahead,
            Qt.Key.Key_Right: ahead,
            Qt.Key.Key_Up: -self.columns,
            Qt.Key.Key_Down: self.columns,
        }
        key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in steps and modifiers == Qt.KeyboardModifier.AltModifier:
            self.moved.emit(steps[key])
        elif key in steps and not modifiers:
            self.stepped.emit(steps[key])
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and not modifiers:
            self.removed.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not modifiers:
            self.click()
        else:
            super().keyPressEvent(event)

    def show_ring(self) -> None:
        """Show where the keyboard is, once keys have moved it here."""
        self._ring = True
        self.update()

    def paint_ring(self, painter: QPainter) -> None:
        """Paint the ring of the keyboard."""
        if self._ring and self.hasFocus():
            rounded(painter, QRectF(self.rect()), _RADIUS + 1, None, theme().colours.focus, 2)


class PictureFace(Face):
    """A picture that fills its box, or grey while there is none."""

    def __init__(self) -> None:
        super().__init__()
        self._pixmap: QPixmap | None = None
        self.icon_name = "image"

    def show_picture(self, pixmap: QPixmap | None) -> None:
        """Show this picture."""
        self._pixmap = pixmap
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours, whole = theme().colours, QRectF(self.rect())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self._pixmap is None:
                rounded(painter, whole, _RADIUS, colours.sunken, colours.line)
                spot = whole.center() - QPointF(9, 9)
                draw_icon(
                    painter, QPointF(round(spot.x()), round(spot.y())), self.icon_name, 18, colours.muted
                )
            else:
                self._paint_picture(painter, whole, self._pixmap)
            self.paint_ring(painter)

    def _paint_picture(self, painter: QPainter, whole: QRectF, pixmap: QPixmap) -> None:
        clip = QPainterPath()
        clip.addRoundedRect(whole, _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(clip)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(whole, pixmap, _filling(pixmap, whole))
        painter.restore()
        # White pictures on white ground have an edge, too.
        rounded(painter, whole, _RADIUS, None, theme().colours.line)


class _Caption(Bare):
    """A caption, quiet below its picture and on its leading side whatever direction it has."""

    def __init__(self) -> None:
        super().__init__("", QCoreApplication.translate("Visits", "Caption"))
        self.setMaxLength(LONGEST_NAME)
        start = Qt.AlignmentFlag.AlignRight if right_to_left() else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(start | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self._dress()
        theme().changed.connect(self._dress)

    def _dress(self) -> None:
        self.setFont(theme().face(Type.META).font)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Text, theme().colours.text2)
        self.setPalette(palette)


class PhotoTile(QWidget):
    """One photo. `captioned` comes with each key in its caption, `left` when the keyboard leaves it."""

    captioned = Signal(object)  # PhotoTile
    left = Signal()
    asked = Signal(object)  # PhotoTile to be looked at
    removed = Signal(object)
    stepped = Signal(object, int)
    moved = Signal(object, int)
    menu_asked = Signal(object, object)

    def __init__(self, file: VisitFile) -> None:
        super().__init__()
        self.file = file
        self.face = PictureFace()
        self.caption = _Caption()
        self.cross = icon_button("x", "")
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for part in (self.face, self.caption, self.cross):
            part.setParent(self)
        self.cross.hide()
        self._read_only = False
        self._connect()
        self.show_file(file, held=False)

    def show_file(self, file: VisitFile, *, held: bool) -> None:
        """Show a photo; `held`: what is typed in its caption stays."""
        self.file = file
        if not held and self.caption.text() != file.name:
            self.caption.setText(file.name)
            # Of one that is too long for its place the beginning shows.
            self.caption.setCursorPosition(0)
        self.caption.setToolTip(file.name)
        self._name()

    def name(self) -> str:
        """The caption: what is typed, or where nothing is, the one before."""
        return " ".join(self.caption.text().split()) or self.file.name

    def set_read_only(self, read_only: bool) -> None:
        """Let it be looked at only."""
        self._read_only = read_only
        self.caption.setReadOnly(read_only)
        self.cross.hide()

    def set_columns(self, columns: int) -> None:
        """How many tiles stand in a row."""
        self.face.columns = columns

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        high = picture_height(self.width())
        self.face.setGeometry(0, 0, self.width(), high)
        self.caption.setGeometry(0, high, self.width(), self.height() - high)
        at = 3 if right_to_left() else self.width() - _CROSS - 3
        self.cross.setGeometry(at, 3, _CROSS, _CROSS)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.cross.setVisible(not self._read_only)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.cross.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.caption.hasFocus():
            with QPainter(self) as painter:
                box = QRectF(self.caption.geometry()).adjusted(0, 2, 0, 0)
                rounded(painter, box, 4, theme().colours.canvas, theme().colours.focus, 2)

    def _connect(self) -> None:
        self.caption.textEdited.connect(self._typed)
        self.caption.left.connect(self._left)
        self.caption.installEventFilter(self)
        self.cross.clicked.connect(self._remove)
        self.face.clicked.connect(self._ask)
        self.face.removed.connect(self._remove)
        self.face.stepped.connect(self._step)
        self.face.moved.connect(self._move)
        self.face.menu_asked.connect(self._ask_menu)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def _name(self) -> None:
        name = self.name()
        self.face.setAccessibleName(QCoreApplication.translate("Visits", "Photo “{name}”").format(name=name))
        self.caption.setAccessibleName(
            QCoreApplication.translate("Visits", "Caption of photo “{name}”").format(name=name)
        )
        words = QCoreApplication.translate("Visits", "Take the photo out of the report")
        self.cross.setAccessibleName(words)
        self.cross.setToolTip(words)

    def _typed(self, _text: str) -> None:
        self.captioned.emit(self)

    def _left(self) -> None:
        # A photo without a caption keeps the one it had.
        self.caption.setText(self.name())
        self.caption.setCursorPosition(0)
        self.left.emit()

    def _ask(self) -> None:
        self.asked.emit(self)

    def _remove(self) -> None:
        if not self._read_only:
            self.removed.emit(self)

    def _step(self, by: int) -> None:
        self.stepped.emit(self, by)

    def _move(self, by: int) -> None:
        if not self._read_only:
            self.moved.emit(self, by)

    def _ask_menu(self, where: object) -> None:
        self.menu_asked.emit(self, where)


class WaitingTile(QWidget):
    """Where a photo will be that is still being read."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(QCoreApplication.translate("Visits", "A photo that is being read"))

    def set_columns(self, _columns: int) -> None:
        """How many tiles stand in a row."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            box = QRectF(0, 0, self.width(), picture_height(self.width()))
            rounded(painter, box, _RADIUS, colours.sunken, colours.line)
            spot = box.center() - QPointF(9, 9)
            draw_icon(
                painter, QPointF(round(spot.x()), round(spot.y())), "hourglass-medium", 18, colours.muted
            )
            face = theme().face(Type.META)
            below = QRectF(0, box.bottom(), self.width(), self.height() - box.bottom())
            draw_text(
                painter, below, QCoreApplication.translate("Visits", "being read…"), face, colours.muted
            )


class DropTile(Face):
    """Where photos can be dropped; pressed, it lets some be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.lit = False
        self.setText(QCoreApplication.translate("Visits", "Drop photos"))
        self.setAccessibleName(QCoreApplication.translate("Visits", "Add photos or files"))

    def set_columns(self, columns: int) -> None:
        """How many tiles stand in a row."""
        self.columns = columns

    def light(self, lit: bool) -> None:
        """Show that something is held over it."""
        self.lit = lit
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            colours = theme().colours
            box = QRectF(0, 0, self.width(), picture_height(self.width())).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ink = colours.accent if self.lit else colours.field
            painter.setPen(QPen(ink, 1.5 if self.lit else 1, Qt.PenStyle.DashLine))
            painter.setBrush(colours.select if self.lit or self.underMouse() else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, _RADIUS, _RADIUS)
            face = theme().face(Type.META)
            top = box.center().y() - (18 + 4 + face.line) / 2
            draw_icon(painter, QPointF(round(box.center().x() - 9), round(top)), "image", 18, colours.text2)
            words = QRectF(box.left(), top + 20, box.width(), face.line + 2)
            draw_text(painter, words, self.text(), face, colours.text2, align=Qt.AlignmentFlag.AlignHCenter)
            if self._ring and self.hasFocus():
                rounded(painter, box, _RADIUS + 1, None, colours.focus, 2)


def _filling(pixmap: QPixmap, box: QRectF) -> QRectF:
    """The middle of a picture in the shape of a box."""
    scale = min(pixmap.width() / box.width(), pixmap.height() / box.height())
    wide, high = box.width() * scale, box.height() * scale
    return QRectF((pixmap.width() - wide) / 2, (pixmap.height() - high) / 2, wide, high)
