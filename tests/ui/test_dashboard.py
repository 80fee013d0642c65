"""The dashboard: every bar opens its list, figures are read when somebody looks, what isn't known is said."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import ChangeSet
from supportdesk.services.operations.desk import Desk
from supportdesk.services.views import Bar, Dashboard, Figure
from supportdesk.ui.dashboard import words
from supportdesk.ui.dashboard.page import DashboardPage
from supportdesk.ui.dashboard.spots import Spot
from supportdesk.ui.theme import install_theme
from supportdesk.ui.widgets.buttons import Button
from tests.ui.nadias_desk import NOW, TORONTO
from tests.ui.nadias_figures import FIGURES, NOTHING
from tests.ui.stage import Stage, open_stage, rest

ANYTHING = ChangeSet(everything=True)


class Counting:
    """Answers with what it is given; notes what was asked for. A KnownError is raised."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, UUID | None]] = []
        self.answer: Dashboard | KnownError = FIGURES

    def __call__(self, _desk: Desk, weeks: int, branch_id: UUID | None) -> Dashboard:
        self.asked.append((weeks, branch_id))
        if isinstance(self.answer, KnownError):
            raise self.answer
        return self.answer


@pytest.fixture
def counting() -> Counting:
    return Counting()


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    install_theme("light")
    with open_stage() as opened:
        yield opened


@pytest.fixture
def page(stage: Stage, counting: Counting, qtbot: QtBot) -> DashboardPage:
    made = DashboardPage(stage, stage.cover, query=counting)
    made.setGeometry(stage.cover.rect())
    stage.cover.show()
    qtbot.waitUntil(lambda: made.shown is not None)
    return made


def _spots(page: DashboardPage) -> list[Spot]:
    return [spot for spot in page.findChildren(Spot) if not spot.isHidden()]


def test_every_bar_and_row_opens_its_own_list(page: DashboardPage, stage: Stage) -> None:
    wanted = {
        *(query for query in FIGURES.hour_queries),
        *(bar.query for bar in (*FIGURES.ages, *FIGURES.backlog, *FIGURES.workload)),
        *(line.query for line in (*FIGURES.branches, *FIGURES.clients)),
        FIGURES.open_cases.query,
    }
    for spot in _spots(page):
        spot.click()
    opened = {query for query, _title in stage.lists}
    assert wanted <= opened
    assert {f"client:{line.organisation_id}" for line in FIGURES.contracts} <= {
        query.search for query in opened
    }
    assert {frozenset({rank}) for rank in (1, 2, 3, 4)} <= {query.severity_ranks for query in opened}
    assert all(title for _query, title in stage.lists)


def test_every_place_says_what_it_shows(page: DashboardPage) -> None:
    spoken = {spot.accessibleName() for spot in _spots(page)}
    assert "" not in spoken
    assert any("14:00: 3 due, 2 likely late" in text for text in spoken)
    assert any(text.startswith("Nadia Karim: 23 case") and "agreed load 20" in text for text in spoken)
    assert any(text.startswith("Tunis: 12 open, 1 late") for text in spoken)
    assert any(text.startswith("Cobalt Freight, Season ticket, 1 of 10 left") for text in spoken)
    assert "first response" in page.board.lines.accessibleDescription()


def test_tab_reaches_a_chart_once_and_arrows_go_through_it(
    page: DashboardPage, stage: Stage, qtbot: QtBot
) -> None:
    workload = page.board.workload
    assert [spot.focusPolicy() for spot in workload.spots].count(Qt.FocusPolicy.StrongFocus) == 1
    first, second = workload.spots[:2]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is second
    assert second.focusPolicy() == Qt.FocusPolicy.StrongFocus
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert stage.lists[-1] == (FIGURES.workload[1].query, "Tom Ashworth")
    QTest.keyClick(second, Qt.Key.Key_End)
    assert QApplication.focusWidget() is workload.spots[-1]
    QTest.keyClick(workload.spots[-1], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is workload.spots[-1]


def test_a_place_keeps_the_focus_when_figures_change(
    page: DashboardPage, counting: Counting, stage: Stage, qtbot: QtBot
) -> None:
    spot = page.board.backlog.spots[2]
    spot.setFocus(Qt.FocusReason.TabFocusReason)
    counting.answer = replace(FIGURES, backlog=FIGURES.backlog[:5])
    stage.session.notifier.changed.emit(ANYTHING)
    qtbot.waitUntil(lambda: len(page.board.backlog.spots) == 5)
    assert QApplication.focusWidget() is spot


def test_many_changes_are_read_once(
    page: DashboardPage, counting: Counting, stage: Stage, qtbot: QtBot
) -> None:
    counting.asked.clear()
    for _ in range(20):
        stage.session.notifier.changed.emit(ANYTHING)
    qtbot.waitUntil(lambda: len(counting.asked) == 1)
    # Long enough for another reading to begin, if one were to.
    qtbot.wait(600)
    rest(stage.session, qtbot)
    assert len(counting.asked) == 1


def test_nothing_is_read_while_nobody_looks(
    page: DashboardPage, counting: Counting, stage: Stage, qtbot: QtBot
) -> None:
    page.hide()
    counting.asked.clear()
    stage.session.notifier.changed.emit(ANYTHING)
    stage.session.heartbeat.tick.emit(NOW)
    qtbot.wait(600)
    rest(stage.session, qtbot)
    assert counting.asked == []
    page.show()
    qtbot.waitUntil(lambda: len(counting.asked) == 1)


def test_span_and_branch_are_chosen_from_menus(page: DashboardPage, counting: Counting, qtbot: QtBot) -> None:
    span, place = page.span.menu(), page.place.menu()
    assert span is not None
    assert place is not None
    assert [action.text() for action in place.actions()] == [
        "All branches",
        *(line.name for line in FIGURES.branches),
    ]
    span.actions()[-1].trigger()
    place.actions()[2].trigger()
    qtbot.waitUntil(lambda: counting.asked[-1] == (26, FIGURES.branches[1].id))
    assert page.place.text() == "Toronto"


def test_what_could_not_be_read_is_said_and_tried_again(
    stage: Stage, counting: Counting, qtbot: QtBot
) -> None:
    counting.answer = KnownError("The file is locked.", "Nothing was read.", "Close the other program.")
    page = DashboardPage(stage, stage.cover, query=counting)
    stage.cover.show()
    qtbot.waitUntil(page.trouble.isVisible)
    assert page.trouble.accessibleName() == "The file is locked. Nothing was read. Close the other program."
    counting.answer = FIGURES
    page.trouble.action.click()
    qtbot.waitUntil(lambda: page.shown is FIGURES)
    assert not page.trouble.isVisible()


def test_an_empty_desk_says_so_everywhere(page: DashboardPage, counting: Counting, qtbot: QtBot) -> None:
    counting.answer = NOTHING
    page.read()
    qtbot.waitUntil(lambda: page.shown is NOTHING)
    board = page.board
    assert board.lines.nothing() == "No deadline fell into these weeks."
    assert board.hours.nothing() == "Nothing falls due in the next business hours."
    assert {chart.nothing() for chart in (board.ages, board.backlog)} == {"No case is open."}
    assert all(chart.nothing() for chart in (board.workload, board.clients, board.contracts))
    assert "nothing was due this week" in board.figures[0].accessibleDescription()
    assert "nothing was closed this week" in board.figures[3].accessibleDescription()


def test_a_branch_without_hours_is_not_called_quiet(
    page: DashboardPage, counting: Counting, qtbot: QtBot
) -> None:
    counting.answer = replace(FIGURES, hours=(), hour_queries=())
    page.read()
    qtbot.waitUntil(lambda: page.shown is counting.answer)
    assert page.board.hours.nothing() == "No hours are agreed for this desk's branch."


def test_a_long_list_waits_until_it_is_asked_for(
    page: DashboardPage, counting: Counting, qtbot: QtBot
) -> None:
    people = tuple(replace(FIGURES.workload[0], label=f"Agent {at}", id=UUID(int=at)) for at in range(30))
    counting.answer = replace(FIGURES, workload=people)
    page.read()
    qtbot.waitUntil(lambda: page.shown is counting.answer)
    assert len(page.board.workload.spots) == 10
    more = next(
        button
        for button in page.findChildren(Button)
        if button.isVisible() and button.text().startswith("Show 20")
    )
    more.click()
    assert len(page.board.workload.spots) == 30
    assert not more.isVisible()


@pytest.fixture
def right_to_left(qtbot: QtBot) -> Iterator[None]:
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    QGuiApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_time_runs_to_the_right_in_every_language(right_to_left: None, page: DashboardPage) -> None:
    hours = [spot.geometry().left() for spot in page.board.hours.spots]
    ages = [spot.geometry().left() for spot in page.board.ages.spots]
    assert hours == sorted(hours)
    assert ages == sorted(ages, reverse=True)


@pytest.mark.parametrize("width", [420, 668, 1054, 1212, 1900])
def test_no_card_is_wider_than_the_page(page: DashboardPage, stage: Stage, qtbot: QtBot, width: int) -> None:
    stage.cover.resize(width, 800)
    page.setGeometry(0, 0, width, 800)
    qtbot.waitUntil(lambda: page.board.width() <= width)
    qtbot.wait(50)
    for card in page.board.cards:
        assert QRectF(page.board.rect()).contains(QRectF(card.geometry()))


@pytest.mark.parametrize(("width", "in_a_row"), [(948, 2), (1054, 4)])
def test_cards_stand_beside_each_other_only_where_they_can_be_read(
    page: DashboardPage, stage: Stage, qtbot: QtBot, width: int, in_a_row: int
) -> None:
    stage.cover.resize(width, 800)
    page.setGeometry(0, 0, width, 800)
    charts = page.board.cards[:4]
    qtbot.waitUntil(lambda: [card.y() for card in charts].count(charts[0].y()) == in_a_row)


def test_the_figures_are_saved_as_a_table(page: DashboardPage, stage: Stage, tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    page.export_to(file)
    assert stage.said == [("Figures saved.", "\u2066figures.csv\u2069", None)]
    with file.open(encoding="utf-8-sig", newline="") as opened:
        rows = [tuple(row) for row in csv.reader(opened)]
    assert rows[0] == ("Part", "Line", "Figure", "Value")
    assert ("First responses in time", "2026-11-16", "%", "94.2") in rows
    assert ("Next business hours", "2026-11-24 14:00", "likely late", "2") in rows
    assert ("Backlog", "In progress", "Severity 2, high", "10") in rows
    assert ("Workload", "Nadia Karim", "agreed load", "20") in rows
    assert ("Clients with most open cases", "Al-Rashid Trading", "in time", "") in rows


def test_a_client_s_name_is_no_formula(
    page: DashboardPage, counting: Counting, qtbot: QtBot, tmp_path: Path
) -> None:
    sly = replace(FIGURES.clients[0], name='=HYPERLINK("x")')
    counting.answer = replace(FIGURES, clients=(sly,))
    page.read()
    qtbot.waitUntil(lambda: page.shown is counting.answer)
    page.export_to(tmp_path / "figures.csv")
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as opened:
        names = {row[1] for row in csv.reader(opened) if row[0] == "Clients with most open cases"}
    assert names == {'\'=HYPERLINK("x")'}


def test_a_file_that_can_t_be_written_is_explained(page: DashboardPage, stage: Stage, tmp_path: Path) -> None:
    page.export_to(tmp_path / "no such folder" / "figures.csv")
    assert stage.said == []
    assert stage.refused[0].what == "The list couldn't be saved as figures.csv."
    assert stage.refused[0].remedy


@pytest.mark.parametrize(
    ("label", "shown"),
    [("1", "Today"), ("2-3", "2–3 d"), ("31-", "30+ d")],
)
def test_ages_read_as_spans_of_days(label: str, shown: str) -> None:
    assert words.age_label(Bar(label, 1)) == shown


@pytest.mark.parametrize(
    ("figure", "at", "spoken"),
    [
        (Figure(0.942, 0.013, None, (None, 0.942)), 0, "up 1.3 points on last week"),
        (Figure(0.942, -0.013, None, (None, 0.942)), 0, "down 1.3 points on last week"),
        (Figure(0.942, 0.0, None, (None, 0.942)), 0, "as in the week before"),
        (Figure(0.942, None, None, (None, 0.942)), 0, "no week before to compare"),
        (Figure(12, -6, None, (18, 12)), 2, "6 fewer than last week"),
        (Figure(12, 6, None, (6, 12)), 2, "6 more than last week"),
    ],
)
def test_a_change_is_said_in_words(page: DashboardPage, figure: Figure, at: int, spoken: str) -> None:
    card = page.board.figures[at]
    card.show_figure(figure)
    assert card.accessibleDescription().endswith(spoken)


@pytest.mark.parametrize(
    ("at", "change", "tint"),
    [
        (0, 1, "ok"),
        (0, -1, "over_text"),
        (2, 1, "over_text"),
        (2, -1, "ok"),
        (3, 1, "over_text"),
        (3, -1, "ok"),
    ],
)
def test_more_promises_kept_and_fewer_cases_are_good_news(
    page: DashboardPage, at: int, change: float, tint: str
) -> None:
    page.board.figures[at].show_figure(Figure(0.5, change, None, (0.4, 0.5)))
    assert page.board.figures[at].change()[0] == tint


def test_the_clock_of_the_desk_is_read(page: DashboardPage) -> None:
    assert page.updated.text().endswith("14:18")
    assert NOW.astimezone(TORONTO).hour == 14
