"""Targets and contracts of the dashboard over a real desk, and the rows that a long chart shows first."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from supportdesk.services.dashboards.goals import Goals, goals, set_goals
from supportdesk.services.views import Bar
from supportdesk.ui.dashboard import words
from supportdesk.ui.dashboard.backlog import Backlog
from supportdesk.ui.dashboard.contracts_dialog import ContractsDialog
from supportdesk.ui.dashboard.goals_dialog import GoalsDialog
from supportdesk.ui.dashboard.page import DashboardPage
from supportdesk.ui.dashboard.week_lines import WeekLines
from supportdesk.ui.theme import install_theme
from tests.services.desk_world import World, open_world
from tests.ui.nadias_figures import FIGURES
from tests.ui.stage import Stage, open_stage


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    with open_world(tmp_path) as opened:
        opened.sits_down(branch_id=opened.branch())
        for name in ("Lakeshore Clinics", "Hartwell Motors"):
            opened.contract(opened.client(name), "gold", ends_on=date(2027, 6, 30))
        yield opened


@pytest.fixture
def stage(world: World, qtbot: QtBot) -> Iterator[Stage]:
    install_theme("light")
    with open_stage((1212, 840), lambda: world.desk, lambda: world.now) as opened:
        yield opened


@pytest.fixture
def page(stage: Stage, qtbot: QtBot) -> DashboardPage:
    made = DashboardPage(stage, stage.cover)
    made.setGeometry(stage.cover.rect())
    stage.cover.show()
    qtbot.waitUntil(lambda: made.shown is not None)
    return made


def ask_for_goals(page: DashboardPage, stage: Stage, qtbot: QtBot) -> GoalsDialog:
    page.goals.click()
    (dialog,) = stage.cover.findChildren(GoalsDialog)
    qtbot.waitUntil(dialog.save.isEnabled)
    return dialog


def test_a_target_typed_before_the_others_are_known_stays(
    page: DashboardPage, stage: Stage, world: World, qtbot: QtBot
) -> None:
    set_goals(world.desk, Goals(0.95, 0.92))
    gate = threading.Event()
    for _ in range(2):
        stage.session.ask(None, lambda _desk: gate.wait(10))
    page.goals.click()
    (dialog,) = stage.cover.findChildren(GoalsDialog)
    QTest.keyClicks(dialog.responses.control, "97")
    gate.set()
    qtbot.waitUntil(dialog.save.isEnabled)
    assert (dialog.responses.text(), dialog.updates.text()) == ("97", "92")


def test_targets_are_set_where_they_are_shown(
    page: DashboardPage, stage: Stage, world: World, qtbot: QtBot
) -> None:
    assert page.shown is not None
    assert page.shown.first_responses.target is None
    dialog = ask_for_goals(page, stage, qtbot)
    QTest.keyClicks(dialog.responses.control, "95 %")
    QTest.keyClicks(dialog.updates.control, "92,5")
    with qtbot.waitSignal(dialog.closed):
        QTest.keyClick(dialog.updates.control, Qt.Key.Key_Return)
    assert goals(world.desk) == Goals(0.95, 0.925)
    qtbot.waitUntil(lambda: page.shown is not None and page.shown.first_responses.target == 0.95)
    again = ask_for_goals(page, stage, qtbot)
    assert (again.responses.text(), again.updates.text()) == ("95", "92.5")


def test_what_is_no_share_is_said_at_its_field(
    page: DashboardPage, stage: Stage, world: World, qtbot: QtBot
) -> None:
    dialog = ask_for_goals(page, stage, qtbot)
    QTest.keyClicks(dialog.updates.control, "most of them")
    dialog.save.click()
    assert dialog.updates.error
    assert dialog.responses.error == ""
    dialog.leave()
    assert goals(world.desk) == Goals()


def test_all_contracts_are_a_click_away_and_lead_to_their_cases(
    page: DashboardPage, stage: Stage, qtbot: QtBot
) -> None:
    link = page.board.all_contracts
    assert link.isVisible()
    assert "2" in link.text()
    link.click()
    (dialog,) = stage.cover.findChildren(ContractsDialog)
    qtbot.waitUntil(lambda: dialog.table.count() == 2)
    QTest.keyClicks(dialog.wanted.control, "hart")
    qtbot.waitUntil(lambda: dialog.table.count() == 1)
    with qtbot.waitSignal(dialog.closed):
        dialog.table.spots[0].click()
    assert stage.lists[-1][1] == "Hartwell Motors"
    assert stage.lists[-1][0].search.startswith("client:")


def test_a_desk_without_contracts_offers_no_list_of_them(page: DashboardPage) -> None:
    page.board.show_dashboard(replace(FIGURES, contract_count=0, contracts=()), None)
    assert not page.board.all_contracts.isVisible()


def test_a_long_backlog_shows_the_stages_with_most_cases_first(qtbot: QtBot) -> None:
    chart = Backlog()
    qtbot.addWidget(chart)
    chart.resize(400, 400)
    first = FIGURES.backlog[0]
    bars = [Bar(f"Stage {at}", at, (0, 0, at, 0, 0), first.query) for at in range(1, 13)]
    chart.show_bars(bars)
    assert [link[1] for row in range(chart.shown()) if (link := chart.link(row))] == [
        f"Stage {at}" for at in range(5, 13)
    ]
    chart.show_all()
    assert [link[1] for row in range(chart.shown()) if (link := chart.link(row))] == [
        bar.label for bar in bars
    ]


@pytest.mark.parametrize(
    ("share", "target", "tint"),
    [
        (0.96, 0.95, "ok"),
        (0.95, 0.95, "ok"),
        (0.93, 0.95, "text"),
        (0.89, 0.95, "over_text"),
        (0.89, None, "text"),
        (None, 0.95, "muted"),
    ],
)
def test_a_share_stands_out_where_it_reaches_the_target_or_misses_it_by_far(
    share: float | None, target: float | None, tint: str
) -> None:
    assert words.share_tint(share, target) == tint


def test_the_value_of_a_whole_week_in_time_is_not_cut(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    install_theme("light")
    chart = WeekLines()
    qtbot.addWidget(chart)
    chart.resize(380, 144)
    tops: list[float] = []

    def note(_painter: object, box: QRectF, text: str, *_rest: object) -> None:
        if text == "100":
            tops.append(box.top())

    monkeypatch.setattr("supportdesk.ui.dashboard.week_lines.write", note)
    weeks = len(FIGURES.weeks)
    chart.show_weeks(replace(FIGURES, response_share=(1.0,) * weeks, update_share=(0.9,) * weeks))
    chart.grab()
    assert tops
    assert min(tops) >= 0
