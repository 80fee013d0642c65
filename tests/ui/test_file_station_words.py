"""What is typed in the File Station: recorded, or there again (SAP-4, SAP-6)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from supportdesk.domain.errors import KnownError
from supportdesk.services.entitlements import engagements
from supportdesk.services.queries import station as queries
from supportdesk.ui.file_station.audit_dialog import AuditDialog
from supportdesk.ui.file_station.dialogs import WhyDialog
from tests.ui.file_station_place import Place, Settle, open_place
from tests.ui.holding import acts_held


@pytest.fixture
def place(tmp_path: Path, settle: Settle) -> Iterator[Place]:
    with open_place(tmp_path, settle) as opened:
        yield opened


def auditing(place: Place) -> AuditDialog:
    """The dialog of the only audit there is to record."""
    if not place.page.side.audits:
        kinds = place.world.desk.policies.in_effect("sapphireone", place.world.now).engagements
        kind = next(each for each in kinds if each.audit_required)
        service = kind.services[0].id
        engagements.open_engagement(place.world.desk, place.client, kind.id, "Reconcile", service=service)
        place.page.read()
        place.settle(lambda: len(place.page.side.audits) == 1)
    place.page.side.audits[0].record.click()
    dialog = place.dialog(AuditDialog)
    assert isinstance(dialog, AuditDialog)
    return dialog


def test_SAP_4_an_audit_that_is_missing_is_shown_and_recorded(place: Place) -> None:
    dialog = auditing(place)
    dialog.submit()
    assert dialog.checks.error
    dialog.checks.control.setPlainText("Balances\n\n  Openings ")
    dialog.findings.control.setPlainText("All agree")
    dialog.matches.choose(True)
    QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    place.settle(lambda: queries.client(place.world.desk, place.client).audits[0].complete)
    (audit,) = queries.client(place.world.desk, place.client).audits
    assert audit.checks == ("Balances", "Openings")
    place.settle(lambda: place.page.side.audits[0].record.text() == "Change the audit…")


def test_SAP_4_findings_that_can_not_be_saved_stay_in_view_and_are_there_again(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_args: object, **_named: object) -> None:
        raise KnownError("There is no room on the disk.", "Nothing was recorded.", "Make room.")

    dialog = auditing(place)
    QTest.keyClicks(dialog.checks.control, "Balances")
    QTest.keyClicks(dialog.findings.control, "Two totals differ.")
    QTest.keyClick(dialog.matches.control, Qt.Key.Key_End)
    assert dialog.matches.value() is False
    with monkeypatch.context() as broken:
        broken.setattr(engagements, "record_audit", full)
        with acts_held(place):
            dialog.submit()
            QTest.keyClicks(dialog.findings.control, "?")
            dialog.leave()
            assert dialog.isVisible()
        place.settle(lambda: dialog.refusal is not None)
    assert dialog.findings.text() == "Two totals differ."
    dialog.leave()
    # Meanwhile a colleague has begun to record it.
    engagement = queries.client(place.world.desk, place.client).audits[0].engagement_id
    engagements.record_audit(
        place.world.desk, engagement, checks=("Openings",), findings="All agree?", matches=None
    )
    place.page.read()
    place.settle(lambda: place.page.side.audits[0].record.text() == "Change the audit…")
    again = auditing(place)
    assert again.checks.text() == "Openings\nBalances"
    assert (again.findings.text(), again.matches.value()) == ("All agree?\nTwo totals differ.", False)
    again.submit()
    place.settle(lambda: queries.client(place.world.desk, place.client).audits[0].complete)
    place.settle(lambda: place.page.side.view is not None and place.page.side.view.audits[0].complete)
    assert auditing(place).findings.text() == "All agree?\nTwo totals differ."


def test_SAP_6_a_reason_typed_is_there_until_the_copy_is_taken(place: Place) -> None:
    place.deposit()
    for _twice in range(2):
        place.page.side.cards[0].take.click()
        why = place.dialog(WhyDialog)
        assert isinstance(why, WhyDialog)
        QTest.keyClicks(why.why.control, "Why not. ")
        why.leave()
    place.page.side.cards[0].take.click()
    why = place.dialog(WhyDialog)
    assert isinstance(why, WhyDialog)
    assert why.why.text().count("Why not.") == 2
    why.submit()
    chooser = place.page.side.findChild(QFileDialog)
    assert chooser is not None
    target = place.folder / "copy.data"
    chooser.fileSelected.emit(str(target))
    chooser.close()
    place.settle(lambda: target.exists() and place.page.side.progress is None)
    place.page.side.cards[0].take.click()
    why = place.dialog(WhyDialog)
    assert isinstance(why, WhyDialog)
    assert why.why.text() == ""
    why.leave()
