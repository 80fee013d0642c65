"""How a line of the list is painted: a case in two lines or one, a heading, a line not read yet; it makes no fonts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from supportdesk.services.views import GroupKey
from supportdesk.ui import labels
from supportdesk.ui.case_list import row_layout as at
from supportdesk.ui.icons import draw_icon
from supportdesk.ui.pages import CaseAct
from supportdesk.ui.theme import Face, Type, theme
from supportdesk.ui.widgets.marks import AvatarMark, SeverityMark, StageMark
from supportdesk.ui.widgets.painting import draw_text, elided, rounded, visual
from supportdesk.ui.widgets.pills import paint_pill, pill_height, pill_width

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter

    from supportdesk.services.views import CaseRow
    from supportdesk.ui.case_list.model import Times
    from supportdesk.ui.case_list.runs import Run
    from supportdesk.ui.widgets.marks import Mark

ACTIONS = (
    (CaseAct.REPLY, "arrow-bend-up-left"),
    (CaseAct.STAGE, "arrows-left-right"),
    (CaseAct.ASSIGN, "user-circle-plus"),
)
_ACTION = 24.0
_HEADING_INKS = {GroupKey.OVERDUE: "over_text", GroupKey.TWO_HOURS: "soon"}
_BAR = 3.0


@dataclass(frozen=True, slots=True)
class RowLook:
    """What a row is besides its case: open, under the pointer, with the list's focus."""

    chosen: bool = False
    bar: bool = False
    hovered: bool = False
    action: CaseAct | None = None


def action_boxes(box: QRectF, *, comfortable: bool) -> list[tuple[CaseAct, QRectF]]:
    """Where the actions of a row under the pointer lie."""
    middle = box.top() + theme().px(36.5) if comfortable else box.center().y() - 0.5
    left = box.right() - at.EDGE + 4 - _ACTION * len(ACTIONS)
    return [
        (act, visual(QRectF(left + _ACTION * number, middle - _ACTION / 2, _ACTION, _ACTION), box))
        for number, (act, _icon) in enumerate(ACTIONS)
    ]


def paint_row(
    painter: QPainter, box: QRectF, row: CaseRow, times: Times, look: RowLook, *, comfortable: bool
) -> None:
    """Paint a case into its line."""
    colours = theme().colours
    ground = colours.select if look.chosen else colours.hover if look.hovered else colours.canvas
    painter.fillRect(box, ground)
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colours.line)
    if look.chosen and look.bar:
        painter.fillRect(visual(QRectF(box.left(), box.top(), _BAR, box.height() - 1), box), colours.accent)
    if row.unread:
        dot = QRectF(box.left() + at.UNREAD / 2 - 3.5, box.center().y() - 4, 7, 7)
        rounded(painter, visual(dot, box), 3.5, colours.accent)
    if comfortable:
        _two_lines(painter, box, row, times, look)
    else:
        _single_line(painter, box, row, times, look)


def paint_heading(painter: QPainter, box: QRectF, run: Run) -> None:
    """Paint a group's heading."""
    colours = theme().colours
    painter.fillRect(box, colours.sunken)
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colours.line)
    if run.key is None:
        return
    middle = box.center().y() - 0.5
    caret = visual(QRectF(box.left() + 14, middle - 5, 10, 10), box)
    draw_icon(
        painter, _whole(caret), "caret-right-bold" if run.folded else "caret-down-bold", 10, colours.muted
    )
    face = theme().face(Type.META_STRONG)
    title = labels.group_title(run.key)
    ink = colours.named(_HEADING_INKS.get(run.key, "text2"))
    width = face.width(title)
    _text(painter, box, QRectF(box.left() + 30, box.top(), width + 2, box.height() - 1), title, face, ink)
    count = QRectF(box.left() + 30 + width + 8, box.top(), 80, box.height() - 1)
    _text(painter, box, count, str(run.count), theme().face(Type.META_NUMBERS), colours.muted)


def paint_unread_yet(painter: QPainter, box: QRectF, *, comfortable: bool) -> None:
    """Paint a line whose case is still being read: two bars where its texts will stand."""
    colours = theme().colours
    painter.fillRect(box, colours.canvas)
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), colours.line)
    room = box.width() - at.TEXT_LEFT - at.EDGE
    heights = (16.5, 36.5) if comfortable else (box.height() / 2,)
    for share, middle in zip((0.62, 0.38), heights, strict=False):
        bar = QRectF(box.left() + at.TEXT_LEFT, box.top() + theme().px(middle) - 5, room * share, 10)
        rounded(painter, visual(bar, box), 4, colours.hover)


def _two_lines(painter: QPainter, box: QRectF, row: CaseRow, times: Times, look: RowLook) -> None:
    colours = theme().colours
    right = box.right() - at.EDGE
    _mark(
        painter,
        box,
        SeverityMark(row.severity_rank, row.severity_verified),
        at.UNREAD,
        box.center().y() - 0.5,
    )
    width = pill_width(times.pill)
    pill = QRectF(right - width, box.top() + theme().px(6.5), width, pill_height())
    paint_pill(painter, visual(pill, box), times.pill)
    face = theme().face(Type.BODY_STRONG if row.unread else Type.BODY)
    title = QRectF(
        box.left() + at.TEXT_LEFT, pill.top(), pill.left() - 8 - box.left() - at.TEXT_LEFT, pill.height()
    )
    _text(painter, box, title, elided(row.title, face, title.width()), face, colours.text)
    top, height = box.top() + theme().px(28), float(theme().px(17))
    end = right
    meta_ink = colours.muted
    if look.hovered:
        _actions(painter, box, look.action, comfortable=True)
        end -= _ACTION * len(ACTIONS)
    else:
        end = _owner_and_time(painter, box, right, top + height / 2, row, times, meta_ink)
    _meta_line(
        painter,
        box,
        QRectF(box.left() + at.TEXT_LEFT, top, end - box.left() - at.TEXT_LEFT, height),
        row,
        times.number,
        meta_ink,
    )


def _owner_and_time(
    painter: QPainter, box: QRectF, right: float, middle: float, row: CaseRow, times: Times, ink: QColor
) -> float:
    """Paint the end of the second line; returns where it begins."""
    face = theme().face(Type.META_NUMBERS)
    column = max(at.TIME_COLUMN, face.width(times.activity))
    spot = QRectF(right - column, middle - 10, column, 20)
    _text(painter, box, spot, times.activity, face, ink, trailing=True)
    avatar = right - column - at.GAP - at.AVATAR
    _mark(painter, box, AvatarMark(row.owner_id, row.owner_name, at.AVATAR), avatar - box.left(), middle)
    return avatar - at.GAP


def _meta_line(painter: QPainter, box: QRectF, room: QRectF, row: CaseRow, number: str, ink: QColor) -> None:
    """Number, organisation and stage, and the attachments at the end."""
    face, numbers = theme().face(Type.META), theme().face(Type.META_NUMBERS)
    clip = at.CLIP + 2 + numbers.width(str(row.attachments)) if row.attachments else 0.0
    # Text that just fits must not elide, so each part gets a pixel more than it measures.
    widths = at.second_line(
        room.width(),
        numbers.width(number) + 1,
        face.width(row.organisation) + 1 if row.organisation else 0.0,
        face.width(row.stage) + 1,
        clip,
    )
    x = room.left()
    _text(painter, box, _part(room, x, widths.number), number, numbers, ink)
    x += widths.number
    if row.organisation:
        _middle_dot(painter, box, _part(room, x, at.DOT_GAP), face, ink)
        x += at.DOT_GAP
        name = elided(row.organisation, face, widths.organisation)
        _text(painter, box, _part(room, x, widths.organisation), name, face, ink)
        x += widths.organisation
    if widths.stage > at.STAGE_DOT:
        _middle_dot(painter, box, _part(room, x, at.DOT_GAP), face, ink)
        x += at.DOT_GAP
        _stage(painter, box, _part(room, x, widths.stage + at.STAGE_DOT + at.STAGE_GAP), row, ink)
    if widths.attachments:
        left = room.right() - clip
        icon = visual(QRectF(left, room.center().y() - 6.5, at.CLIP, at.CLIP), box)
        draw_icon(painter, _whole(icon), "paperclip", int(at.CLIP), ink)
        _text(painter, box, _part(room, left + at.CLIP + 2, clip), str(row.attachments), numbers, ink)


def _single_line(painter: QPainter, box: QRectF, row: CaseRow, times: Times, look: RowLook) -> None:
    colours = theme().colours
    middle = box.center().y() - 0.5
    ink = colours.muted
    mark = SeverityMark(row.severity_rank, row.severity_verified, 15)
    _mark(painter, box, mark, at.UNREAD + 1, middle)
    end = box.right() - at.EDGE
    if look.hovered:
        _actions(painter, box, look.action, comfortable=False)
        end -= _ACTION * len(ACTIONS)
    else:
        _mark(
            painter,
            box,
            AvatarMark(row.owner_id, row.owner_name, at.AVATAR),
            end - at.AVATAR - box.left(),
            middle,
        )
        end -= at.AVATAR + 8
    width = pill_width(times.pill)
    paint_pill(
        painter,
        visual(QRectF(end - width, middle - pill_height() / 2, width, pill_height()), box),
        times.pill,
    )
    end -= width + 10
    face, numbers = theme().face(Type.META), theme().face(Type.META_NUMBERS)
    title_face = theme().face(Type.BODY_STRONG if row.unread else Type.BODY)
    line = QRectF(box.left(), box.top(), box.width(), box.height() - 1)
    x = box.left() + at.TEXT_LEFT - 4
    number = numbers.width(times.number) + 1
    _text(painter, box, _part(line, x, number), times.number, numbers, ink)
    x += number + 10
    dot = at.STAGE_DOT + at.STAGE_GAP
    widths = at.one_line(
        end - x - 20 - dot,
        title_face.width(row.title) + 1,
        face.width(row.organisation) + 1,
        face.width(row.stage) + 1,
    )
    _text(
        painter,
        box,
        _part(line, x, widths.title),
        elided(row.title, title_face, widths.title),
        title_face,
        colours.text,
    )
    right = end - widths.stage - dot
    _stage(painter, box, _part(line, right, widths.stage + dot), row, colours.text2)
    left = right - 10 - widths.organisation
    _text(
        painter,
        box,
        _part(line, left, widths.organisation),
        elided(row.organisation, face, widths.organisation),
        face,
        ink,
    )


def _stage(painter: QPainter, box: QRectF, room: QRectF, row: CaseRow, ink: QColor) -> None:
    _mark(painter, box, StageMark(row.stage_look), room.left() - box.left(), room.center().y() + 0.5)
    face = theme().face(Type.META)
    words = _part(room, room.left() + at.STAGE_DOT + at.STAGE_GAP, room.width() - at.STAGE_DOT - at.STAGE_GAP)
    _text(painter, box, words, elided(row.stage, face, words.width()), face, ink)


def _actions(painter: QPainter, box: QRectF, pressed: CaseAct | None, *, comfortable: bool) -> None:
    colours = theme().colours
    for (act, spot), (_same, icon) in zip(action_boxes(box, comfortable=comfortable), ACTIONS, strict=True):
        if act is pressed:
            rounded(painter, spot, 6, colours.pressed)
        draw_icon(painter, _whole(spot.adjusted(4.5, 4.5, -4.5, -4.5)), icon, 15, colours.text2)


def _mark(painter: QPainter, box: QRectF, mark: Mark, left: float, middle: float) -> None:
    spot = QRectF(box.left() + left, middle - mark.size / 2, mark.size, mark.size)
    mark.paint(painter, _whole(visual(spot, box)))


def _text(
    painter: QPainter,
    box: QRectF,
    part: QRectF,
    text: str,
    face: Face,
    ink: QColor,
    *,
    trailing: bool = False,
) -> None:
    side = Qt.AlignmentFlag.AlignTrailing if trailing else Qt.AlignmentFlag.AlignLeading
    draw_text(painter, visual(part, box), text, face, ink, align=side)


def _middle_dot(painter: QPainter, box: QRectF, part: QRectF, face: Face, ink: QColor) -> None:
    draw_text(painter, visual(part, box), "·", face, ink, align=Qt.AlignmentFlag.AlignHCenter)


def _part(line: QRectF, left: float, width: float) -> QRectF:
    return QRectF(left, line.top(), width, line.height())


def _whole(box: QRectF) -> QPointF:
    # A pixmap between two pixels is blurred.
    return QPointF(round(box.left()), round(box.top()))
