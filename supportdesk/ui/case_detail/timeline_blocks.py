"""One row of the timeline measured and painted: boxes, tiles, lines, chips; the view scrolls and listens."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt

from supportdesk.ui.case_detail.file_chips import chip_width, paint_chip, waiting_words, whole_pixels
from supportdesk.ui.case_detail.timeline_rows import Look, Row
from supportdesk.ui.case_detail.timeline_text import LONGEST, Paragraphs
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.theme import Face, Type, theme
from supportdesk.ui.widgets.marks import AvatarMark
from supportdesk.ui.widgets.painting import draw_text, elided, rounded, visual

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

    from supportdesk.services.views import FileView

_SIDE = 26.0  # avatar and tile
_INDENT = 36.0  # where boxes and the words of tiles begin
_PAD_X, _PAD_Y = 12.0, 8.0
_CHIP = 24
_CHIP_GAP = 6.0
_BOXES = {
    Look.REPLY: ("canvas", "line"),
    Look.CLIENT: ("sunken", "line"),
    Look.NOTE: ("note_bg", "note_line"),
}


@dataclass(frozen=True, slots=True)
class Part:
    """Something of a row that can be clicked: `kind` earlier, file, action or whole; `file` for a chip."""

    kind: str
    box: QRectF
    file: FileView | None = None


@dataclass(frozen=True, slots=True)
class Sending:
    """The file that is being sent, and how much of it the hub has, in per cent."""

    file: UUID | None = None
    share: int = 0

    def share_of(self, file: FileView) -> int | None:
        """How much of this one; None for any other."""
        return self.share if file.id == self.file else None


NOTHING_SENT = Sending()


class Block:
    """A row in a width. Coordinates count from the block's top left corner and are mirrored right to left."""

    def __init__(self, row: Row, width: float) -> None:
        self.row = row
        self._whole = QRectF(0, 0, width, 0)
        self._body: Paragraphs | None = None
        self._body_at = QPointF()
        self.parts: tuple[Part, ...] = ()
        self._measure(width)

    @property
    def height(self) -> float:
        """How high the row is."""
        return self._whole.height()

    @property
    def body(self) -> Paragraphs | None:
        """The text that can be marked, if there is one."""
        return self._body

    def body_point(self, point: QPointF) -> QPointF:
        """A point of the block, counted from the corner of its text."""
        return point - self._body_at

    def body_box(self) -> QRectF:
        """Where the text stands."""
        if self._body is None:
            return QRectF()
        return QRectF(self._body_at.x(), self._body_at.y(), self._body.width, self._body.height)

    def part_at(self, point: QPointF) -> Part | None:
        """What can be clicked there."""
        return next((part for part in self.parts if part.box.contains(point)), None)

    def paint(
        self, painter: QPainter, marked: tuple[int, int], over: Part | None, sending: Sending = NOTHING_SENT
    ) -> None:
        """Paint at the painter's origin; `over` is the part under the pointer."""
        look = self.row.look
        if look in _BOXES:
            self._paint_box(painter)
        elif look is Look.TILE:
            self._paint_tile(painter)
        elif look is Look.SYSTEM:
            self._paint_system(painter)
        else:
            self._paint_rule(painter, over)
        if self._body is not None:
            tint = "text" if look in _BOXES else "muted" if look is Look.SYSTEM else "text2"
            self._body.paint(painter, self._body_at, tint, marked)
        for part in self.parts:
            file = part.file
            if file is not None:
                hovered, waits = part == over, waiting_words(file, sending.share_of(file))
                paint_chip(
                    painter, part.box, file.name, file.size, file.media_type, hovered=hovered, waits=waits
                )
            elif part.kind in {"action", "whole"}:
                self._paint_action(painter, part, hovered=part == over)

    # ------------------------------------------------------------------ measuring

    def _measure(self, width: float) -> None:
        row, look = self.row, self.row.look
        if look in _BOXES:
            top, bottom = _PAD_Y + theme().px(18), _PAD_Y
        elif look is Look.TILE:
            top, bottom = float(theme().px(19)), 1.0
        elif look is Look.SYSTEM:
            self._measure_system(width)
            return
        else:
            self._whole = QRectF(0, 0, width, theme().px(18))
            if look is Look.EARLIER:
                self.parts = (Part("earlier", self._rule_words()),)
            return
        box = self._text_box()
        parts: list[Part] = []
        reserved = self._action_width() + 8 if row.action else 0.0
        y = top
        if row.body:
            role = Type.MESSAGE if look in _BOXES else Type.META
            self._body = Paragraphs(row.body, role, box.width() - reserved)
            room = QRectF(box.left(), top, box.width() - reserved, 0)
            self._body_at = visual(room, self._whole).topLeft()
            y += self._body.height
        if row.action:
            part = QRectF(width - self._action_width(), top, self._action_width(), theme().px(_CHIP))
            parts.append(Part("action", part))
            y = max(y, part.bottom())
        if len(row.body) > LONGEST:
            shown = _all_of_it()
            wide = theme().face(Type.LABEL).width(shown) + 18
            parts.append(Part("whole", QRectF(box.left(), y + 4, wide, theme().px(_CHIP))))
            y += 4 + theme().px(_CHIP)
        y = self._place_files(parts, box, y)
        if look is Look.TILE:
            y = max(y, _SIDE)
        self._whole.setHeight(y + bottom)
        self.parts = tuple(Part(part.kind, visual(part.box, self._whole), part.file) for part in parts)

    def _measure_system(self, width: float) -> None:
        """One line, or as many as it takes where it doesn't fit: what was told and why must be readable."""
        face, words = theme().face(Type.META), self._system_words()
        room = width - _INDENT + 2 - theme().face(Type.META_NUMBERS).width(self.row.time) - 12
        self._whole = QRectF(0, 0, width, face.line)
        if face.width(words) > room:
            self._body = Paragraphs(words, Type.META, room)
            self._whole.setHeight(self._body.height)
            self._body_at = visual(QRectF(_INDENT - 2, 0, room, 0), self._whole).topLeft()

    def _system_words(self) -> str:
        return " · ".join(part for part in (self.row.lead, self.row.detail) if part)

    def _text_box(self) -> QRectF:
        inset = _PAD_X if self.row.look in _BOXES else 0.0
        return QRectF(_INDENT + inset, 0, max(40.0, self._whole.width() - _INDENT - 2 * inset), 0)

    def _place_files(self, parts: list[Part], box: QRectF, y: float) -> float:
        if not self.row.files:
            return y
        x, y = box.left(), y + 6
        height = theme().px(_CHIP)
        for file in self.row.files:
            # As wide as its longest words, so that nothing moves while it is being sent.
            longest = max((waiting_words(file), waiting_words(file, 100)), key=theme().face(Type.META).width)
            width = min(chip_width(file.name, file.size, longest), box.width())
            if x > box.left() and x + width > box.right():
                x, y = box.left(), y + height + _CHIP_GAP
            parts.append(Part("file", QRectF(x, y, width, height), file))
            x += width + _CHIP_GAP
        return y + height

    def _action_width(self) -> float:
        return theme().face(Type.LABEL).width(self.row.action) + 18

    def _rule_words(self) -> QRectF:
        face = theme().face(Type.LABEL if self.row.look is Look.EARLIER else Type.META)
        icon = 17.0 if self.row.look is Look.EARLIER else 0.0
        width = face.width(self.row.lead) + icon + 12
        return QRectF((self._whole.width() - width) / 2, 0, width, self._whole.height())

    # ------------------------------------------------------------------ painting

    def _paint_box(self, painter: QPainter) -> None:
        colours, row = theme().colours, self.row
        ground, edge = _BOXES[row.look]
        avatar = visual(QRectF(0, 0, _SIDE, _SIDE), self._whole)
        # Who is unknown by id still has a colour of their own, made from the name.
        AvatarMark(row.author_id or _nobody(row.author), row.author, _SIDE).paint(painter, avatar.topLeft())
        box = QRectF(_INDENT, 0, self._whole.width() - _INDENT, self._whole.height())
        rounded(painter, visual(box, self._whole), 10, colours.named(ground), colours.named(edge))
        note = row.look is Look.NOTE
        line = QRectF(box.left() + _PAD_X, _PAD_Y - 1, box.width() - 2 * _PAD_X, theme().px(18))
        left = self._paint_head(painter, line, "note" if note else "muted")
        if row.tag:
            self._paint_tag(painter, line, left)

    def _paint_tag(self, painter: QPainter, line: QRectF, left: float) -> None:
        row, colours = self.row, theme().colours
        if row.look is Look.NOTE:
            lock = visual(QRectF(left, line.center().y() - 6.5, 12, 12), self._whole)
            draw_icon(painter, whole_pixels(lock), "lock-simple-fill", 12, colours.note)
            box = QRectF(left + 14, line.top(), line.right() - left - 14, line.height())
            self._write(painter, box, row.tag, theme().face(Type.SECTION), colours.note)
            return
        face = theme().face(Type.SECTION)
        room = line.right() - left - theme().face(Type.META_NUMBERS).width(row.time) - 12
        width = min(face.width(row.tag) + 10, room)
        box = visual(QRectF(left, line.top() + 1, width, line.height() - 2), self._whole)
        rounded(painter, box, 4, colours.reply_bg)
        draw_text(
            painter,
            box,
            elided(row.tag, face, width - 6),
            face,
            colours.reply,
            align=Qt.AlignmentFlag.AlignHCenter,
        )

    def _paint_tile(self, painter: QPainter) -> None:
        colours, row = theme().colours, self.row
        tile = visual(QRectF(0, 0, _SIDE, _SIDE), self._whole)
        rounded(painter, tile, 7, colours.named(f"{row.tint}_bg"))
        icon = QRectF(tile.center().x() - 7.5, tile.center().y() - 7.5, 15, 15)
        draw_icon(painter, whole_pixels(icon), row.icon, 15, colours.named(row.tint))
        line = QRectF(_INDENT, 0, self._whole.width() - _INDENT, theme().px(17))
        self._paint_head(painter, line, "muted")

    def _paint_head(self, painter: QPainter, line: QRectF, time_tint: str) -> float:
        """Name, detail and time; gives where the next word may stand."""
        row, colours = self.row, theme().colours
        numbers, strong, plain = (
            theme().face(role) for role in (Type.META_NUMBERS, Type.META_STRONG_NUMBERS, Type.META)
        )
        time_width = numbers.width(row.time)
        tag = theme().face(Type.SECTION).width(row.tag) + 16 if row.tag else 0.0
        room = line.width() - time_width - 12 - tag
        lead = elided(row.lead, strong, room)
        self._write(painter, line, lead, strong, colours.text)
        left = line.left() + strong.width(lead) + 6
        if row.detail and room - strong.width(lead) > 40:
            shown = elided(row.detail, plain, room - strong.width(lead) - 6)
            box = QRectF(left, line.top(), line.right() - left, line.height())
            self._write(painter, box, shown, plain, colours.muted)
            left += plain.width(shown) + 6
        time = QRectF(line.right() - time_width - 1, line.top(), time_width + 1, line.height())
        self._write(
            painter, time, row.time, numbers, colours.named(time_tint), Qt.AlignmentFlag.AlignTrailing
        )
        return left

    def _paint_system(self, painter: QPainter) -> None:
        row, colours = self.row, theme().colours
        face, numbers = theme().face(Type.META), theme().face(Type.META_NUMBERS)
        icon = visual(QRectF(6, (face.line - 13) / 2, 13, 13), self._whole)
        draw_icon(painter, whole_pixels(icon), row.icon, 13, colours.muted)
        time_width = numbers.width(row.time)
        if self._body is None:
            box = QRectF(_INDENT - 2, 0, self._whole.width() - _INDENT + 2 - time_width - 12, face.line)
            self._write(painter, box, self._system_words(), face, colours.muted)
        time = QRectF(self._whole.width() - time_width - 1, 0, time_width + 1, face.line)
        self._write(painter, time, row.time, numbers, colours.muted, Qt.AlignmentFlag.AlignTrailing)

    def _paint_rule(self, painter: QPainter, over: Part | None) -> None:
        row, colours = self.row, theme().colours
        words, news = self._rule_words(), row.look is Look.NEWS
        earlier = row.look is Look.EARLIER
        ink = colours.accent_text if earlier or news else colours.muted
        edge = colours.accent if news else colours.line
        y = round(self._whole.height() / 2)
        painter.fillRect(QRectF(0, y, words.left(), 1), edge)
        painter.fillRect(QRectF(words.right(), y, self._whole.width() - words.right(), 1), edge)
        text = words.adjusted(6, 0, -6, 0)
        if earlier:
            spot = visual(QRectF(text.left(), text.center().y() - 6.5, 13, 13), self._whole)
            draw_icon(painter, whole_pixels(spot), "caret-double-up", 13, ink)
            text.setLeft(text.left() + 17)
        face = theme().face(Type.LABEL if earlier else Type.META)
        self._write(painter, text, row.lead, face, ink)
        if over is not None and over.kind == "earlier":
            line = visual(QRectF(text.left(), y + 8, text.width(), 1), self._whole)
            painter.fillRect(line, ink)

    def _paint_action(self, painter: QPainter, part: Part, *, hovered: bool) -> None:
        colours = theme().colours
        rounded(painter, part.box, 6, colours.hover if hovered else colours.raised, colours.line2)
        text = self.row.action if part.kind == "action" else _all_of_it()
        draw_text(
            painter,
            part.box,
            text,
            theme().face(Type.LABEL),
            colours.text,
            align=Qt.AlignmentFlag.AlignHCenter,
        )

    def _write(
        self,
        painter: QPainter,
        box: QRectF,
        text: str,
        face: Face,
        colour: QColor,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
    ) -> None:
        draw_text(painter, visual(box, self._whole), text, face, colour, align=align)


def _all_of_it() -> str:
    return QCoreApplication.translate("Timeline", "Show all of it")


def _nobody(name: str) -> UUID:
    """Stands for somebody known by name only, so that the colour stays the same."""
    return UUID(bytes=sha256(name.encode()).digest()[:16])
