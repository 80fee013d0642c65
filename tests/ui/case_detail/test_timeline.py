"""The timeline: what entries become in rows, how rows fold and stay in place, what can be marked and copied."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supportdesk.domain.words import EntryKind
from supportdesk.services.views import TimelineItem, TimelineSlice
from supportdesk.ui.case_detail.timeline import Timeline
from supportdesk.ui.case_detail.timeline_blocks import Block
from supportdesk.ui.case_detail.timeline_deeds import deed
from supportdesk.ui.case_detail.timeline_rows import Look, Row, rows_of
from supportdesk.ui.case_detail.timeline_text import LONGEST, Paragraphs
from supportdesk.ui.case_detail.timeline_words import Names, icon_of, names_of
from supportdesk.ui.icons import icon_names
from supportdesk.ui.theme import Type, theme
from tests.ui.case_detail import case_values as values
from tests.ui.case_detail.case_values import NOW, TIMELINE, ZONE, at, entry


@pytest.fixture
def names() -> Names:
    return names_of(values.case(), NOW, ZONE)


@pytest.fixture
def timeline(qtbot: QtBot) -> Iterator[Timeline]:
    made = Timeline()
    qtbot.addWidget(made)
    made.resize(561, 490)
    made.show()
    yield made
    made.hide()


def rows(names: Names, *items: TimelineItem, earlier: int = 0) -> tuple[Row, ...]:
    return rows_of(TimelineSlice(items, earlier), names)


def test_each_kind_of_entry_has_its_look(names: Names) -> None:
    looks = [row.look for row in rows_of(TIMELINE, names)]
    assert looks == [
        Look.EARLIER,
        Look.REPLY,
        Look.TILE,
        Look.TILE,
        Look.SYSTEM,
        Look.CLIENT,
        Look.SYSTEM,
        Look.TILE,
        Look.NOTE,
    ]


def test_system_lines_of_one_person_within_five_minutes_fold(names: Names) -> None:
    start = at(20, 9)
    first = entry(1, EntryKind.ASSIGNED, start, "Tom Ashworth", data={"to": str(values.NADIA.id)})
    second = entry(
        2, EntryKind.SEVERITY, start + timedelta(minutes=5), "Tom Ashworth", data={"verified": ["S1", "S2"]}
    )
    shown = rows(names, first, second)[1:]
    assert [row.lead for row in shown] == [
        "Assigned to Nadia Karim by Tom Ashworth · Severity verified as S2 (customer said S1)"
    ]
    late = entry(3, EntryKind.ASSIGNED, start + timedelta(minutes=11), "Tom Ashworth", data={"to": None})
    assert len(rows(names, first, second, late)[1:]) == 2
    stranger = entry(4, EntryKind.ASSIGNED, start + timedelta(minutes=6), "Priya Raman", data={"to": None})
    assert len(rows(names, first, second, stranger)[1:]) == 2


def test_a_logged_case_is_a_line_and_the_clients_words(names: Names) -> None:
    logged = entry(1, EntryKind.LOGGED, at(9, 9), "Diane Hartwell", body="It doesn’t agree.")
    day, line, words = rows(names, logged)
    assert day.look is Look.DAY
    assert line.look is Look.SYSTEM
    assert "Diane" not in line.lead
    assert (words.look, words.body) == (Look.CLIENT, "It doesn’t agree.")


def test_the_clients_part_of_a_call_is_told_by_the_call_alone(names: Names) -> None:
    heard = entry(1, EntryKind.CLIENT, at(24, 8), "Diane Hartwell", data={"call": True})
    call = entry(2, EntryKind.CALL, at(24, 8), "Nadia Karim", data={"direction": "incoming", "seconds": 90})
    shown = rows(names, heard, call)[1:]
    assert [(row.lead, row.detail) for row in shown] == [("Phone call, 2 min", "from Diane Hartwell")]


def test_entries_of_a_merged_case_name_it_and_what_was_taken_back_says_so(names: Names) -> None:
    merged = entry(1, EntryKind.REPLY, at(10, 9), "Tom Ashworth", body="A", from_case="10361")
    undone = entry(2, EntryKind.STAGE, at(11, 9), "Tom Ashworth", data={"to_name": "Testing", "undone": True})
    shown = rows(names, merged, undone)[1:]
    assert "10361" in shown[0].detail
    assert shown[1].lead == "Moved to Testing (taken back) by Tom Ashworth"


def test_what_is_new_is_marked_before_its_first_row(names: Names) -> None:
    shown = rows_of(TIMELINE, names, at(24, 8))
    looks = [row.look for row in shown]
    assert shown[looks.index(Look.NEWS) + 1].lead == "Phone call, 4 min"
    assert Look.NEWS not in [row.look for row in rows_of(TIMELINE, names, NOW)]


@pytest.mark.parametrize("kind", list(EntryKind))
def test_every_kind_of_entry_has_words_and_an_icon(names: Names, kind: EntryKind) -> None:
    item = entry(1, kind, at(10, 9), "Tom Ashworth", body="", data={}, system=True)
    assert icon_of(item) in icon_names()
    for data in ({}, {"from": "in_progress", "to": "waiting", "number": "1", "fields": {"area": ["a", "b"]}}):
        shown = rows_of(TimelineSlice((entry(1, kind, at(10, 9), "Tom", data=data),), 0), names)
        assert all(row.lead or row.body or row.look is Look.NOTE for row in shown)
    assert deed(item, names)


def test_few_rows_stand_at_the_bottom(timeline: Timeline, names: Names) -> None:
    timeline.show_rows(rows(names, values.ENTRIES[0], earlier=3), anew=True)
    # The room above the rows is empty: a click there finds none.
    QTest.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(280, 40))
    assert timeline.spoken_row() == ""
    QTest.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(280, 460))
    assert "Tom Ashworth" in timeline.spoken_row()


def test_a_case_opens_at_its_newest_entry_and_earlier_ones_leave_the_view_in_place(
    timeline: Timeline, names: Names
) -> None:
    whole = values.long_timeline(120)
    timeline.show_rows(rows_of(TimelineSlice(whole.items[-40:], 80), names), anew=True)
    bar = timeline.verticalScrollBar()
    assert bar.value() == bar.maximum()
    bar.setValue(0)
    before = timeline.grab().toImage()
    timeline.show_rows(rows_of(whole, names))
    assert bar.value() > 0
    # The first entry in view stands where it stood; only the link above it is gone.
    after = timeline.grab().toImage()
    lower = before.rect().adjusted(0, 60, -20, 0)
    assert before.copy(lower) == after.copy(lower)


def test_a_new_entry_is_shown_to_who_is_at_the_end_and_moves_nobody_else(
    timeline: Timeline, names: Names
) -> None:
    whole = values.long_timeline(60)
    timeline.show_rows(rows_of(TimelineSlice(whole.items[:-1], 0), names), anew=True)
    timeline.show_rows(rows_of(whole, names))
    bar = timeline.verticalScrollBar()
    assert bar.value() == bar.maximum()
    bar.setValue(bar.maximum() // 2)
    image = timeline.grab().toImage()
    more = entry(5000, EntryKind.NOTE, NOW, "Priya Raman", body="Another")
    timeline.show_rows(rows_of(TimelineSlice((*whole.items, more), 0), names))
    inside = image.rect().adjusted(0, 0, -20, 0)
    assert timeline.grab().toImage().copy(inside) == image.copy(inside)


def test_four_hundred_entries_are_laid_out_as_they_come_into_view(timeline: Timeline, names: Names) -> None:
    shown = rows_of(values.long_timeline(400), names)
    timeline.show_rows(shown, anew=True)
    timeline.viewport().repaint()
    at_the_end = sum(block is not None for block in timeline.pile.blocks)
    assert 0 < at_the_end < 40
    timeline.verticalScrollBar().setValue(0)
    timeline.viewport().repaint()
    assert at_the_end < sum(block is not None for block in timeline.pile.blocks) < 80


def test_text_is_marked_by_dragging_and_copied(timeline: Timeline, names: Names) -> None:
    only = rows(names, values.ENTRIES[8], earlier=1)
    timeline.show_rows(only, anew=True)
    view = timeline.viewport()
    block = Block(only[-1], 521)
    top = view.height() - 12 - block.height
    start = QPointF(20, top) + block.body_box().topLeft() + QPointF(1, 8)
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=start.toPoint())
    timeline.copy()
    assert QGuiApplication.clipboard().text() == "Reproduced"
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=start.toPoint())
    timeline.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Priya Raman · Internal note · Tuesday")
    assert copied.endswith("fixed in 9.4.3.")


def test_the_keyboard_walks_the_rows_and_a_reader_hears_them(timeline: Timeline, names: Names) -> None:
    timeline.show_rows(rows_of(TIMELINE, names), anew=True)
    timeline.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(timeline, Qt.Key.Key_End)
    assert "Internal note" in timeline.accessibleDescription()
    QTest.keyClick(timeline, Qt.Key.Key_Up)
    assert timeline.accessibleDescription().startswith("Phone call, 4 min")
    QTest.keyClick(timeline, Qt.Key.Key_Home)
    assert timeline.spoken_row() == timeline.rows[0].spoken


def test_files_and_the_link_to_earlier_items_are_clicked(
    timeline: Timeline, names: Names, qtbot: QtBot
) -> None:
    shown = rows(names, values.ENTRIES[5], earlier=6)
    timeline.show_rows(shown, anew=True)
    block = Block(shown[-1], 521)
    top = timeline.viewport().height() - 12 - block.height
    chip = block.parts[1]
    with qtbot.waitSignal(timeline.file_asked, timeout=1000) as clicked:
        spot = (QPointF(20, top) + chip.box.center()).toPoint()
        QTest.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert clicked.args == [chip.file]
    with qtbot.waitSignal(timeline.earlier_asked, timeout=1000):
        above = QPoint(280, round(top - 10 - theme().px(18) / 2))
        QTest.mouseClick(timeline.viewport(), Qt.MouseButton.LeftButton, pos=above)


def test_a_block_is_mirrored_from_right_to_left(qapp: QApplication, names: Names) -> None:
    row = rows(names, values.ENTRIES[5])[-1]
    plain = Block(row, 500)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = Block(row, 500)
    assert mirrored.height == plain.height
    for there, here in zip(plain.parts, mirrored.parts, strict=True):
        assert here.box.left() == pytest.approx(500 - there.box.right())
    assert mirrored.body_box().left() == pytest.approx(500 - plain.body_box().right())


def test_a_text_looks_like_nothing_but_text_and_ends_somewhere() -> None:
    hostile = "<img src='file:////host/x.png'> <b>bold</b>\n\nnext\r\nlast"
    laid_out = Paragraphs(hostile, Type.MESSAGE, 400)
    assert laid_out.part(0, len(laid_out.text)) == hostile.replace("\r\n", "\n")
    endless = Paragraphs("word " * LONGEST, Type.MESSAGE, 400)
    assert len(endless.text) == LONGEST + 1


def test_the_bar_leaves_with_the_rows_that_needed_it_and_nothing_is_measured_twice(
    timeline: Timeline, names: Names, qtbot: QtBot
) -> None:
    timeline.show_rows(rows_of(values.long_timeline(60), names), anew=True)
    qtbot.waitUntil(timeline.verticalScrollBar().isVisible)
    blocks = [block for block in timeline.pile.blocks if block is not None]
    assert blocks
    few = values.long_timeline(2)
    timeline.show_rows(rows_of(few, names), anew=True)
    qtbot.waitUntil(lambda: not timeline.verticalScrollBar().isVisible())
    before = list(timeline.pile.blocks)
    timeline.resize(timeline.width(), timeline.height() - 30)
    timeline.resize(timeline.width(), timeline.height() + 30)
    assert all(new is old for new, old in zip(timeline.pile.blocks, before, strict=True))
