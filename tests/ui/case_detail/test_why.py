"""Why a deadline is what it is: words, lanes and the popover; and what the strips and the column say of a case."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supportdesk.domain.words import ClockKind, Cover
from supportdesk.services.views import Deadline, EntitlementView, LinkView
from supportdesk.ui.case_detail import why_words
from supportdesk.ui.case_detail.properties import WIDTH, Properties
from supportdesk.ui.case_detail.strip_words import clock_sentence, closing_notice, cover_sentence
from supportdesk.ui.case_detail.strips import Strips
from supportdesk.ui.case_detail.why import WhyPopover
from supportdesk.ui.case_detail.why_lanes import lanes_of
from supportdesk.ui.widgets.buttons import Button
from supportdesk.ui.widgets.texts import BreakingLabel, ElidedLabel, Label
from tests.ui.case_detail import case_values as values
from tests.ui.case_detail.case_values import NOW, ZONE, at, first_response


def texts(widget: QWidget) -> list[str]:
    return [
        each.whole() if isinstance(each, BreakingLabel) else each.text()
        for each in widget.findChildren(Label)
        if each.isVisibleTo(widget)
    ]


def test_the_lanes_add_up_to_what_was_counted_and_what_is_left() -> None:
    clock = first_response()
    pieces = [piece for lane in lanes_of(clock).lanes for piece in lane.pieces]
    seconds = {
        kind: sum(piece.seconds for piece in pieces if piece.kind == kind)
        for kind in ("counted", "left", "paused", "late")
    }
    assert seconds["counted"] == clock.counted_seconds
    assert seconds["left"] == clock.left_seconds
    assert seconds["paused"] == 3 * 3600 + 48 * 60
    assert seconds["late"] == 0


def test_now_and_due_stand_on_their_day_between_the_hours_shown() -> None:
    shown = lanes_of(first_response())
    monday, today = shown.lanes
    assert (shown.first_hour, shown.last_hour) == (7, 21)
    assert (monday.now, monday.due) == (None, None)
    assert today.now == pytest.approx((14 + 18 / 60 - 7) / 14)
    assert today.due == pytest.approx((15.5 - 7) / 14)


def test_what_is_counted_after_the_due_instant_is_late() -> None:
    late = NOW + timedelta(hours=2)
    clock = first_response()
    steps = (*clock.steps[:-1], replace(clock.steps[-1], end=late))
    shown = lanes_of(replace(clock, steps=steps, now=late))
    kinds = {piece.kind for piece in shown.lanes[-1].pieces}
    assert "late" in kinds
    assert "left" not in kinds


def test_a_long_clock_shows_its_last_days_and_says_how_many_are_left_out() -> None:
    clock = first_response()
    days = tuple((at(day, 8), at(day, 20)) for day in range(2, 25))
    long = replace(clock, open_intervals=days, deadline=replace(clock.deadline, started_at=at(2, 8)))
    shown = lanes_of(long)
    assert len(shown.lanes) + shown.left_out == 23
    assert shown.lanes[-1].day == date(2026, 11, 24)


def test_every_reason_has_a_paragraph_with_its_contribution() -> None:
    paragraphs = why_words.paragraphs_of(first_response(), values.case(), ZONE)
    assert [(each.head, each.value) for each in paragraphs] == [
        ("The clock started", "Mon 17:42"),
        ("Severity S2", "½ business day"),
        ("Calendar: Toronto", "6 h"),
        ("Paused", "3 h 48 m"),
    ]
    assert "day 10 of 14" in paragraphs[0].text
    assert "3 of 11 users" in paragraphs[1].text
    assert "After-hours" in paragraphs[2].text
    assert "08:30–12:18" in paragraphs[3].text


def test_the_sum_tells_what_is_left_how_late_it_is_or_when_it_was_given() -> None:
    clock = first_response()
    assert why_words.sum_of(clock, NOW, ZONE) == ("4 h 48 m counted, 1 h 12 m left", "Due today 15:30")
    late = replace(clock, left_seconds=-42 * 60, counted_seconds=6 * 3600 + 42 * 60)
    assert why_words.sum_of(late, NOW, ZONE)[0] == "6 h 42 m counted, 42 m late"
    met = replace(clock, deadline=replace(clock.deadline, state="met"), met_at=at(24, 13))
    assert why_words.sum_of(met, NOW, ZONE)[1] == "Given 13:00"


def test_the_popover_tells_copies_and_leads_to_the_other_clocks(qtbot: QtBot) -> None:
    below = QWidget()
    qtbot.addWidget(below)
    below.resize(600, 600)
    below.show()
    update = replace(first_response(), kind=ClockKind.NEXT_UPDATE)
    case = values.case(clocks=(first_response(), update))
    popover = WhyPopover(below, case.clocks[0], case, NOW, ZONE)
    popover.open_at(below)
    assert "Why is the first response due today 15:30?" in texts(popover)
    assert "Rule 2 of “Severity targets”, version 3" in texts(popover)
    buttons = {button.text(): button for button in popover.findChildren(Button)}
    buttons["Copy"].click()
    assert QGuiApplication.clipboard().text() == case.clocks[0].text
    buttons["Show all clocks"].click()
    explain = [button for button in popover.findChildren(Button) if button.text() == "Explain"]
    assert len(explain) == 2
    explain[1].click()
    assert any(text.startswith("Why is the next update due") for text in texts(popover))
    QTest.qWait(0)


def test_the_strip_takes_the_ground_of_the_clocks_state() -> None:
    strips = Strips()
    strips.show_case(values.case(), NOW, ZONE)
    assert strips.clock.ground == "soon_bg"
    assert strips.clock.accessibleName().startswith("First response due in 1 hour")
    strips.show_case(values.case(), at(24, 16), ZONE)
    assert strips.clock.ground == "over_tint"
    early = replace(first_response(), deadline=replace(first_response().deadline, soon_at=at(24, 15)))
    strips.show_case(values.case(clocks=(early,)), NOW, ZONE)
    assert strips.clock.ground == "sunken"


def test_the_sentence_of_a_clock_counts_support_time_and_goes_on_with_the_minutes() -> None:
    clock = first_response()
    assert clock_sentence(clock, NOW, ZONE) == "First response due in 1 h 12 m"
    assert clock_sentence(clock, NOW + timedelta(minutes=2), ZONE) == "First response due in 1 h 10 m"
    read = NOW + timedelta(milliseconds=40)
    assert clock_sentence(clock, read, ZONE) == "First response due in 1 h 12 m"
    paused = replace(clock, deadline=replace(clock.deadline, state="paused"))
    assert clock_sentence(paused, NOW, ZONE) == "First response paused"


def test_a_second_clock_is_told_at_the_end() -> None:
    update = replace(
        first_response(),
        kind=ClockKind.NEXT_UPDATE,
        deadline=Deadline("running", ClockKind.NEXT_UPDATE, at(24, 9), at(24, 17), at(24, 18)),
    )
    strips = Strips()
    strips.show_case(values.case(clocks=(first_response(), update)), NOW, ZONE)
    assert any("Next update: 3 h 42 m" in text for text in texts(strips))


def test_SPK_7_a_case_that_closes_by_itself_says_when() -> None:
    case = values.case(closes_at=at(3, 9, month=12), next_reminder_at=at(27, 9))
    assert closing_notice(case, NOW, ZONE) == "Closes 3 Dec 09:00 if no reply – reminder goes Fri 09:00"
    reminded = values.case(closes_at=at(27, 9))
    assert closing_notice(reminded, NOW, ZONE) == "Closes Fri 09:00 if no reply"
    strips = Strips()
    strips.show_case(reminded, NOW, ZONE)
    assert strips.clock.keep_open.isVisibleTo(strips)


def test_SYN_1_an_uncovered_case_names_the_ways_open() -> None:
    strips = Strips()
    strips.show_case(values.case(entitlement=values.uncovered()), NOW, ZONE)
    assert strips.cover.ground == "over_tint"
    assert "Pay for this incident, or buy a season ticket." in texts(strips)
    assert strips.cover.offer.isVisibleTo(strips)
    strips.show_case(values.case(), NOW, ZONE)
    assert strips.cover.ground == "canvas"
    assert not strips.cover.offer.isVisibleTo(strips)
    strips.show_case(values.case(entitlement=values.season_ticket(2)), NOW, ZONE)
    assert strips.cover.offer.text() == "Offer a ticket…"


@pytest.mark.parametrize(
    ("cover", "said"),
    [
        (values.warranty(), "Warranty, first year, until 31 Mar 2027"),
        (EntitlementView(Cover.CONTRACT, supported=True, rule="", sentence="", plan_name="Gold"), "Gold"),
        (EntitlementView(Cover.PARTNER, supported=True, rule="", sentence=""), "Certified partner"),
    ],
)
def test_a_cover_is_said_in_one_sentence(cover: EntitlementView, said: str) -> None:
    assert cover_sentence(cover, NOW) == said


def test_the_column_tells_customer_case_links_time_and_leaves_out_what_is_empty(qtbot: QtBot) -> None:
    column = Properties()
    qtbot.addWidget(column)
    column.show_case(values.case(), NOW, ZONE)
    shown = texts(column)
    for text in ("Hartwell Motors", "Diane Hartwell", "14:18, open", "Stock › Valuation", "3 of 11 users"):
        assert text in shown
    assert "fixed in 9.4.3" in shown
    assert "Email" not in shown
    with qtbot.waitSignal(column.link_asked, timeout=1000) as asked:
        next(button for button in column.findChildren(Button) if button.text() == "10361").click()
    assert asked.args[0].label == "10361"


def test_a_long_link_makes_the_column_no_wider(qtbot: QtBot) -> None:
    column = Properties()
    qtbot.addWidget(column)
    column.resize(WIDTH, 800)
    column.show()
    links = (
        LinkView("merged_here", UUID(int=1), "C-2026-000385", "Posting", "merged into this case by mistake"),
        LinkView("article", UUID(int=2), "KB 318", "Rebuild the cost layers after a change of year", "sent"),
        LinkView(
            "engagement", UUID(int=3), "", "A report of costs by layer and by year", "Custom programming"
        ),
    )
    column.show_case(values.case(links=links), NOW, ZONE)
    inner = column.widget()
    assert inner is not None
    qtbot.waitUntil(lambda: inner.height() > 0, timeout=1000)
    assert inner.minimumSizeHint().width() <= WIDTH


def test_a_long_word_breaks_makes_the_column_no_wider_and_is_copied_whole(qtbot: QtBot) -> None:
    address = "accounts.payable.and.receivable@a-rather-long-name-of-a-client.example"
    column = Properties()
    qtbot.addWidget(column)
    column.resize(WIDTH, 800)
    column.show()
    column.show_case(values.case(email=address, organisation="Donaudampfschifffahrtsgesellschaft"), NOW, ZONE)
    inner = column.widget()
    assert inner is not None
    qtbot.waitUntil(lambda: inner.height() > 0, timeout=1000)
    assert inner.minimumSizeHint().width() <= WIDTH
    (shown,) = (each for each in column.findChildren(BreakingLabel) if each.whole() == address)
    assert shown.accessibleName() == address
    assert shown.heightForWidth(110) > 3 * shown.fontMetrics().height()
    shown.setSelection(0, len(shown.text()))
    QTest.keyClick(shown, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == address


def test_the_state_of_a_clock_keeps_its_room_and_the_notice_gives_way(qtbot: QtBot) -> None:
    strips = Strips()
    qtbot.addWidget(strips)
    strips.resize(520, 80)
    closes = NOW + timedelta(days=8)
    case = values.case(clocks=(first_response(),), closes_at=closes, next_reminder_at=NOW + timedelta(days=2))
    strips.show_case(case, NOW, ZONE)
    strips.show()
    lead, *_, end = strips.clock.findChildren(ElidedLabel)
    qtbot.waitUntil(lambda: lead.width() >= lead.sizeHint().width())
    assert end.width() < end.sizeHint().width()


def test_imported_fields_are_folded_until_they_are_wanted(qtbot: QtBot) -> None:
    column = Properties()
    qtbot.addWidget(column)
    column.show()
    column.show_case(values.case(extra={"u_region": "East"}), NOW, ZONE)
    assert "East" not in texts(column)
    fold = next(button for button in column.findChildren(Button) if button.isCheckable() and button.text())
    fold.click()
    assert "East" in texts(column)


def test_the_lanes_read_in_the_zone_of_every_other_time() -> None:
    clock = first_response()
    here, there = lanes_of(clock), lanes_of(clock, ZoneInfo("Asia/Tokyo"))
    assert here.lanes
    assert [lane.day for lane in there.lanes] != [lane.day for lane in here.lanes]
