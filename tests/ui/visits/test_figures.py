"""Figures of a plan and of a report: what stands in a field is what is kept, whatever separates figures there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from supportdesk.services.cases import visits
from supportdesk.services.person import drafts
from supportdesk.services.queries import visit_planning
from supportdesk.ui.visits.plan_dialog import PlanDialog, Wanted
from supportdesk.ui.visits.plan_draft import PlanContent
from supportdesk.ui.visits.spare_parts import Number
from tests.ui.visits.conftest import ARRIVAL, Day

LOCALES = ("en_US", "fr_FR", "de_DE", "ar_EG")


@pytest.fixture(params=LOCALES)
def locale(request: pytest.FixtureRequest) -> Iterator[str]:
    """The figures of one language, until the test ends."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def opened(day: Day, plan: bool = False) -> PlanDialog:
    of_first = visit_planning.plan_of(day.world.desk, day.first) if plan else None
    client = (day.view().organisation_id, day.view().organisation)
    made = PlanDialog(day.stage, day.world.now, Wanted(ARRIVAL, day.world.desk.actor, client), of_first)
    made.open()
    return made


def figures(values: dict[str, Any]) -> tuple[object, object]:
    return values["travel_minutes"], values["travel_km"]


def typed(line: QLineEdit, text: str) -> None:
    """One letter after another; those of other scripts have no key here."""
    line.clear()
    for letter in text:
        line.insert(letter)


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize(
    "text", ["1,000", "1.000", "1 000", "1\N{NARROW NO-BREAK SPACE}000", "+1000", "-1000"]
)
def test_what_separates_figures_and_signs_are_not_taken(day: Day, text: str) -> None:
    form = opened(day).form
    for field in (form.minutes, form.km):
        typed(field.control, text)
        assert field.text() == "1000"
    assert figures(form.values()) == (1000, 1000)


@pytest.mark.usefixtures("locale")
@pytest.mark.parametrize("text", ["1,250", "1.250", "1 250", "+1250"])
def test_a_number_of_a_report_is_what_stands_there(qtbot: QtBot, text: str) -> None:
    number = Number("Kilometres", most=100_000)
    qtbot.addWidget(number)
    heard: list[int] = []
    number.changed.connect(heard.append)
    QTest.keyClicks(number, text)
    assert (number.text(), number.value(), heard[-1]) == ("1250", 1250, 1250)


@pytest.mark.usefixtures("locale")
def test_digits_of_another_script_are_figures(day: Day, qtbot: QtBot) -> None:
    form = opened(day).form
    typed(form.minutes.control, "٤٠")
    typed(form.km.control, "٣5")
    assert figures(form.values()) == (40, 35)
    number = Number("Kilometres")
    qtbot.addWidget(number)
    typed(number, "١٢٨")
    assert number.value() == 128


def test_no_more_is_taken_than_can_be_kept(qtbot: QtBot) -> None:
    number = Number("Kilometres", most=100_000)
    qtbot.addWidget(number)
    QTest.keyClicks(number, "999999")
    assert (number.text(), number.value()) == ("99999", 99999)
    least = Number("How many", least=1)
    qtbot.addWidget(least)
    QTest.keyClicks(least, "0")
    assert (least.value(), least.hasAcceptableInput()) == (1, False)
    QTest.keyClicks(least, "2")
    assert (least.value(), least.hasAcceptableInput()) == (2, True)


@pytest.mark.usefixtures("locale")
def test_a_draft_that_holds_separators_comes_back_with_its_figures(day: Day) -> None:
    client, name = day.view().organisation_id, day.view().organisation
    asked = Wanted(ARRIVAL, day.world.desk.actor).asked
    left = PlanContent(client, name, travel_minutes="+120", travel_km="1,000", asked=asked)
    drafts.save(day.world.desk, left.key, left.as_plain())
    made = opened(day)
    day.settle(lambda: made.restored is not None)
    assert (made.form.minutes.text(), made.form.km.text()) == ("120", "1000")
    assert figures(made.form.values()) == (120, 1000)


def test_a_plan_that_nobody_changed_is_not_written_again(day: Day) -> None:
    # No field shows the seconds.
    visits.edit(day.world.desk, day.first, planned_at=ARRIVAL + timedelta(seconds=42), expected_minutes=60)
    made = opened(day, plan=True)
    day.settle(lambda: day.case in made.form.cases)
    made.submit()
    assert not made.isVisible()
    plan = visit_planning.plan_of(day.world.desk, day.first)
    assert plan.planned_at == ARRIVAL + timedelta(seconds=42)
