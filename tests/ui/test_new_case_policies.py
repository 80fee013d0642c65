"""A request taken in to its end under each policy: from the code that is spoken to the case that is opened."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from supportdesk.services.entitlements import incidents
from supportdesk.services.operations.policies import built_in_policies
from supportdesk.ui.new_case.dialog import NewCaseDialog
from supportdesk.ui.new_case.template import YesNo
from supportdesk.ui.widgets.fields import Field, TextBox
from tests.ui.intake_stage import Intake, open_intake

POLICIES = sorted(policy.code for policy in built_in_policies())


def answer(dialog: NewCaseDialog) -> None:
    """Give what the policy asks for beside the summary."""
    for field in dialog.form.template.findChildren(Field):
        field.set_text("Since Monday")
    for box in dialog.form.template.findChildren(TextBox):
        box.set_text("Since Monday")
    for question in dialog.form.template.findChildren(YesNo):
        question.control.choose("yes")
    for choice in (dialog.form.sorting.reason, dialog.form.sorting.area):
        if choice.control.count() > 1:
            choice.control.setCurrentIndex(1)
            choice.control.activated.emit(1)


@pytest.mark.parametrize("policy", POLICIES)
def test_a_request_becomes_a_case_under_every_policy(tmp_path: Path, qtbot: QtBot, policy: str) -> None:
    for intake in open_intake(tmp_path, policy, qtbot):
        _take_in(intake, policy, qtbot)


def _take_in(intake: Intake, policy: str, qtbot: QtBot) -> None:
    if policy == "synergy":
        incidents.buy_season_ticket(
            intake.world.desk,
            intake.facts.client,
            amount=Decimal(900),
            currency="GBP",
            method="cash",
            reference="R-1",
        )
    dialog = intake.open(policy)
    intake.calls(dialog)
    QTest.keyClicks(dialog.form.summary.one.control, "The journal prints nothing")
    qtbot.waitUntil(lambda: dialog.form.caller.party is not None)
    intake.settle(dialog)
    answer(dialog)
    with qtbot.waitSignal(dialog.closed):
        dialog.create_case()
    (row,) = intake.cases()
    assert row.title == "The journal prints nothing"
    assert intake.stage.cases == [row.id]
    assert row.owner_name == "Nadia Karim"
