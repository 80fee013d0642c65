"""Instants and durations read as the design words them; support hours are counted elsewhere."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from supportdesk.domain.words import AgentRole, Channel, ClockKind, Cover, LedgerKind, LinkKind, Verdict
from supportdesk.services.views import Deadline, GroupKey, Sort, ViewKind
from supportdesk.ui import labels, moments

TORONTO = ZoneInfo("America/Toronto")
# A Tuesday, 14:18 in Toronto.
NOW = datetime(2026, 11, 24, 19, 18, tzinfo=UTC)


@pytest.fixture(autouse=True)
def english() -> object:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


def running(minutes: float, *, whole: float = 360, soon: float = 120) -> Deadline:
    end = NOW + timedelta(minutes=minutes)
    start, warn = end - timedelta(minutes=whole), end - timedelta(minutes=soon)
    return Deadline("running", ClockKind.FIRST_RESPONSE, start, warn, end)


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (38, "38 m"),
        (72, "1 h 12 m"),
        (185, "3 h 05 m"),
        (60, "1 h 00 m"),
        (0.99, "0 m"),
        (-5, "0 m"),
        (1505, "25 h 05 m"),
    ],
)
def test_durations(minutes: float, text: str) -> None:
    assert moments.duration(minutes * 60) == text


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (42, "42 m late"),
        (185, "3 h 05 m late"),
        (600, "10 h late"),
        (1439, "23 h late"),
        (1440, "1 d late"),
        (9000, "6 d late"),
    ],
)
def test_lateness(minutes: float, text: str) -> None:
    assert moments.late(minutes * 60) == text


@pytest.mark.parametrize(
    ("deadline", "look", "text"),
    [
        (running(185), "on_track", "3 h 05 m"),
        (running(72), "soon", "1 h 12 m"),
        (running(120), "soon", "2 h 00 m"),
        (running(120.5), "on_track", "2 h 00 m"),
        (running(0), "soon", "0 m"),
        (running(-42), "over", "42 m late"),
        (running(1182), "on_track", "Wed 10:00"),
        (running(6 * 1440), "on_track", "Mon 14:18"),
        (running(7 * 1440), "on_track", "1 Dec"),
        (running(60 * 1440), "on_track", "23 Jan 2027"),
        (Deadline("paused", ClockKind.NEXT_UPDATE), "paused", "Paused"),
        (Deadline("met", ClockKind.FIRST_RESPONSE), "met", "Met"),
        (Deadline("none"), "none", "No deadline"),
        (Deadline("running"), "none", "No deadline"),
    ],
)
def test_pills(deadline: Deadline, look: str, text: str) -> None:
    shown = moments.deadline_text(deadline, NOW, TORONTO)
    assert (shown.look, shown.text) == (look, text)


@given(left=st.floats(-1000, 1000), whole=st.floats(0, 1000))
def test_the_share_of_a_pie_stays_a_share(left: float, whole: float) -> None:
    share = moments.deadline_text(running(left, whole=whole), NOW, UTC).share
    assert 0 <= share <= 1
    if 0 <= left <= whole and whole > 1:
        assert share == pytest.approx(left / whole, abs=0.01)


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0.5, "now"),
        (4, "4 min"),
        (59, "59 min"),
        (60, "1 h"),
        (14 * 60, "14 h"),
        (15 * 60, "Mon"),
        (7 * 1440, "17 Nov"),
        (400 * 1440, "20 Oct 2025"),
    ],
)
def test_how_long_ago(minutes: float, text: str) -> None:
    assert moments.ago(NOW - timedelta(minutes=minutes), NOW, TORONTO) == text


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(3, "just now"), (20, "20 s ago"), (300, "5 min ago"), (7200, "12:18"), (86400, "Mon 14:18")],
)
def test_how_long_ago_in_a_sentence(seconds: float, text: str) -> None:
    assert moments.ago_sentence(NOW - timedelta(seconds=seconds), NOW, TORONTO) == text


def test_moments_in_and_out_of_sentences() -> None:
    today = NOW + timedelta(minutes=72)
    assert moments.moment(today, NOW, TORONTO) == "15:30"
    assert moments.due_moment(today, NOW, TORONTO) == "today 15:30"
    assert moments.due_moment(NOW + timedelta(minutes=1182), NOW, TORONTO) == "Wed 10:00"
    assert moments.moment(NOW - timedelta(days=12), NOW, TORONTO) == "12 Nov 14:18"
    assert moments.exact_moment(today, TORONTO) == "Tuesday, 24 November 2026 15:30"


def test_days_are_those_of_the_reader() -> None:
    # Half past midnight in Tokyo is still the day before in Toronto.
    at = datetime(2026, 11, 25, 0, 30, tzinfo=timezone(timedelta(hours=9)))
    assert moments.due_moment(at, NOW, TORONTO) == "today 10:30"
    assert moments.due_moment(at, NOW, ZoneInfo("Asia/Tokyo")) == "today 00:30"


def test_pills_are_spoken_in_full_words() -> None:
    spoken = moments.spoken_deadline(running(72), NOW, "First response", TORONTO)
    assert spoken.startswith("First response due in 1 hour")
    assert "12 minute" in spoken
    late = moments.spoken_deadline(running(-42), NOW, "First response", TORONTO)
    assert late.startswith("First response late by 42 minute")
    far = moments.spoken_deadline(running(1182), NOW, "Next update", TORONTO)
    assert far == "Next update due Wednesday, 25 November 2026 10:00"
    assert moments.spoken_deadline(Deadline("paused"), NOW, "Next update", TORONTO) == "Paused"


def test_numbers_keep_their_direction() -> None:
    assert moments.ltr("9.4.2") == "\N{LEFT-TO-RIGHT ISOLATE}9.4.2\N{POP DIRECTIONAL ISOLATE}"


def test_every_word_of_the_trade_has_a_word_of_the_interface() -> None:
    named = [
        *map(labels.view_title, ViewKind),
        *map(labels.group_title, GroupKey),
        *map(labels.sort_name, Sort),
        *map(labels.clock_name, ClockKind),
        *map(labels.verdict_name, Verdict),
        *map(labels.channel_name, Channel),
        *map(labels.link_name, LinkKind),
        *map(labels.cover_name, Cover),
        *map(labels.ledger_name, LedgerKind),
        *map(labels.role_name, AgentRole),
    ]
    assert all(word and "_" not in word and not word.endswith(".") for word in named)


def test_severities_are_spoken_by_rank() -> None:
    assert labels.severity_spoken(1, "S1") == "Severity 1, critical"
    assert labels.severity_spoken(9, "Majeure") == "Majeure"
    assert labels.severity_spoken(9, "") == "No severity"
