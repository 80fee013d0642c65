"""Marks differ in shape as well as in colour, and pills say the same in words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from itertools import combinations
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from supportdesk.services.views import Deadline
from supportdesk.ui.moments import DeadlineText
from supportdesk.ui.theme import AVATARS, CLEAR, install_theme
from supportdesk.ui.widgets.marks import (
    AvatarMark,
    Mark,
    MarkView,
    SeasonTicket,
    SeverityMark,
    StageMark,
    avatar_colour,
    initials,
)
from supportdesk.ui.widgets.pills import DeadlinePill, paint_cue, paint_pill, pill_height, pill_width
from tests.ui.nadias_desk import NOW, TORONTO, due

SIDE = 24


def paint_mark(mark: Mark, painter: QPainter) -> None:
    mark.paint(painter, QPointF(2, 2))


def paint_whole(shown: DeadlineText, painter: QPainter) -> None:
    paint_pill(painter, QRectF(0, 0, pill_width(shown), pill_height()), shown)


def paint_sign(shown: DeadlineText, size: float, painter: QPainter) -> None:
    paint_cue(painter, QPointF(2, 2), shown, size)


def outline(paint: Callable[[QPainter], None]) -> frozenset[tuple[int, int]]:
    """The pixels that something inks, whatever their colour: what is left of it in greyscale and beyond."""
    image = QImage(SIDE, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(CLEAR)
    with QPainter(image) as painter:
        paint(painter)
    return frozenset((x, y) for x in range(SIDE) for y in range(SIDE) if image.pixelColor(x, y).alpha() > 120)


def grey(paint: Callable[[QPainter], None]) -> QImage:
    image = QImage(120, SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(CLEAR)
    with QPainter(image) as painter:
        paint(painter)
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_severities_differ_in_shape(look: str) -> None:
    install_theme(look)
    shapes = {rank: outline(partial(paint_mark, SeverityMark(rank))) for rank in (1, 2, 3, 4)}
    for (_, first), (_, second) in combinations(shapes.items(), 2):
        assert len(first ^ second) > 20


def test_a_rank_that_is_none_paints_nothing() -> None:
    assert outline(partial(paint_mark, SeverityMark(9))) == frozenset()


def test_an_unverified_severity_is_underlined() -> None:
    plain = outline(partial(paint_mark, SeverityMark(2)))
    unverified = outline(partial(paint_mark, SeverityMark(2, verified=False)))
    extra = unverified - plain
    assert extra
    assert min(y for _x, y in extra) >= 20


def test_a_resting_stage_is_a_ring() -> None:
    disc = outline(partial(paint_mark, StageMark("new", 12)))
    ring = outline(partial(paint_mark, StageMark("waiting", 12)))
    assert (8, 8) in disc
    assert (8, 8) not in ring
    assert ring < disc


LOOKS = [
    DeadlineText("on_track", "3 h 05 m", 0.5),
    DeadlineText("soon", "3 h 05 m", 0.2),
    DeadlineText("over", "3 h 05 m"),
    DeadlineText("paused", "3 h 05 m"),
    DeadlineText("met", "3 h 05 m"),
    DeadlineText("none", "3 h 05 m"),
]


@pytest.mark.parametrize("look", ["light", "dark"])
def test_pills_can_be_told_apart_in_greyscale_without_their_words(look: str) -> None:
    install_theme(look)
    drawn = [grey(partial(paint_whole, shown)) for shown in LOOKS]
    for first, second in combinations(drawn, 2):
        assert first != second


def test_cues_differ_in_shape() -> None:
    shapes = [outline(partial(paint_sign, shown, 12)) for shown in LOOKS]
    assert len(set(shapes)) == len(LOOKS)


def test_a_pie_shows_the_share_that_is_left() -> None:
    inked = [
        len(outline(partial(paint_sign, DeadlineText("on_track", "", share), 20)))
        for share in (0.0, 0.25, 0.5, 0.75, 1.0)
    ]
    assert inked == sorted(inked)
    assert len(set(inked)) == 5


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Nadia Karim", "NK"),
        ("Priya", "P"),
        ("Jean de la Tour", "JT"),
        ("يوسف الحكيمي", "ي"),
        ("", ""),
        ("42", "4"),
    ],
)
def test_initials(name: str, letters: str) -> None:
    assert initials(name) == letters


@given(st.uuids())
def test_a_person_has_one_colour(person: UUID) -> None:
    assert avatar_colour(person) == avatar_colour(UUID(str(person)))
    assert avatar_colour(person) in AVATARS


def test_nobody_is_a_dashed_ring() -> None:
    somebody = outline(partial(paint_mark, AvatarMark(UUID(int=1), "Nadia Karim", 16)))
    nobody = outline(partial(paint_mark, AvatarMark(None, "", 16)))
    assert len(nobody) < len(somebody) / 3


def test_a_mark_has_a_name_for_readers(qtbot: QtBot) -> None:
    view = MarkView(SeverityMark(2), "Severity 2, high")
    qtbot.addWidget(view)
    assert view.accessibleName() == "Severity 2, high"
    assert view.sizeHint().width() == 18


def test_a_ticket_has_a_block_for_each_incident(qtbot: QtBot) -> None:
    ticket = SeasonTicket(7, 10)
    qtbot.addWidget(ticket)
    assert (ticket.sizeHint().width(), ticket.sizeHint().height()) == (127, 12)


def test_a_pill_speaks_and_explains_itself(qtbot: QtBot) -> None:
    pill = DeadlinePill(zone=TORONTO)
    qtbot.addWidget(pill)
    pill.show_deadline(due(72, 300), NOW, "First response")
    assert pill.accessibleName().startswith("First response due in 1 hour")
    assert pill.toolTip() == "Tuesday, 24 November 2026 15:30"
    before = pill.sizeHint().width()
    pill.show_deadline(due(72, 300), NOW + timedelta(minutes=200), "First response")
    assert pill.sizeHint().width() > before
    pill.show_deadline(Deadline("paused"), NOW, "First response")
    assert pill.accessibleName() == "Paused"
