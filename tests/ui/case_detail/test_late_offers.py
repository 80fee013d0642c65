"""What a dialog offers comes late: by then another case may be in view, for which nobody asked."""

from __future__ import annotations

import threading
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries import case_offers
from supportdesk.ui.case_detail.payment_dialogs import PaymentDialog
from tests.ui.case_detail.case_stage import Pane, Until, open_case
from tests.ui.stage import rest


def test_a_dialog_asked_for_in_one_case_does_not_open_in_another(
    pane: Pane, settle: Until, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, asked, read = threading.Event(), threading.Event(), case_offers.offers

    def slowly(desk: Desk, case_id: UUID) -> case_offers.CaseOffers:
        asked.set()
        gate.wait(10)
        return read(desk, case_id)

    monkeypatch.setattr(case_offers, "offers", slowly)
    pane.view.acts.take_payment()
    settle(asked.is_set)
    open_case(pane, settle, pane.world.case(pane.client, "Elsewhere"))
    gate.set()
    rest(pane.stage.session, qtbot)
    assert pane.stage.cover.findChildren(PaymentDialog) == []
    # Asked for in this one it opens here.
    pane.view.acts.take_payment()
    settle(lambda: pane.view.acts.dialog is not None)
    (dialog,) = pane.stage.cover.findChildren(PaymentDialog)
    assert dialog.case.id == pane.case
    dialog.leave()
