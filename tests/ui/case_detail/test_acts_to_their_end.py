"""Acts of the case pane from the click to what the case has become: reactivated, agreed, paid, split, merged."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supportdesk.app.desk_window import SERVICES
from supportdesk.domain.words import Channel, ClockKind, EntryKind, Verdict
from supportdesk.services.cases import closing, handling, replies
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.entitlements import incidents
from supportdesk.services.queries import details
from supportdesk.services.undo import undo
from supportdesk.services.views import CaseQuery, ViewKind
from supportdesk.ui.case_detail.link_dialogs import LinkDialog, SplitDialog
from supportdesk.ui.case_detail.page import CasePane
from supportdesk.ui.case_detail.payment_dialogs import PaymentDialog
from supportdesk.ui.case_detail.severity_popover import NoSeverities
from supportdesk.ui.case_detail.stage_dialogs import LeaveClosedDialog
from supportdesk.ui.case_detail.update_popover import UpdatePopover
from supportdesk.ui.frame import Frame
from supportdesk.ui.main_window import MainWindow
from supportdesk.ui.pages import CaseAct, Shell
from supportdesk.ui.window_needs import WindowPages
from supportdesk.workers.session import DeskSession
from tests.services.desk_world import World
from tests.ui.case_detail.case_stage import Pane, Until, open_case
from tests.ui.nadias_desk import TORONTO


def take_back(pane: Pane) -> None:
    """Undo what was said last, as the message offers it."""
    done = pane.stage.said[-1][2]
    assert done is not None
    assert done.operation is not None
    pane.stage.session.do(undo, done.operation.id)


def kinds(pane: Pane) -> list[EntryKind]:
    return [item.kind for item in details.timeline(pane.world.desk, pane.case).items]


def sage_case(pane: Pane, settle: Until) -> UUID:
    client = pane.world.client("Imprimerie Saint-Jean", "sage")
    pane.world.contract(client)
    case = pane.world.case(
        client,
        "TVA fausse",
        body="5,5 % au lieu de 20 %.",
        severity="majeure",
        **_template(pane, client),
    )
    open_case(pane, settle, case)
    return case


def _template(pane: Pane, client: UUID) -> dict[str, object]:
    del client
    policy = pane.world.desk.policies.in_effect("sage", pane.world.now)
    reasons, areas = policy.intake.reasons, policy.intake.areas
    answers = {part.id: "oui" for part in policy.intake.template if part.required}
    return {
        "template": answers,
        "reason": reasons[0].id if reasons else None,
        "area": areas[0].id if areas else None,
    }


def test_TIME_7_SPK_7_a_closed_case_is_reactivated_with_a_clock_of_its_own_and_that_undone(
    pane: Pane, settle: Until
) -> None:
    replies.reply(pane.world.desk, pane.case, "Solved.")
    pane.world.later(hours=1)
    closing.close(pane.world.desk, pane.case)
    open_case(pane, settle, pane.case)
    assert pane.view.more.actions["reactivate"].isVisible()
    closed_clocks = pane.detail().clocks
    pane.world.later(days=40)
    pane.view.run(CaseAct.CLOSE)
    settle(lambda: pane.detail().open)
    settle(lambda: pane.view.strips.clock.accessibleName().startswith("First response due"))
    fresh, *earlier = pane.detail().clocks
    assert (fresh.kind, fresh.verdict) == (ClockKind.FIRST_RESPONSE, Verdict.RUNNING)
    assert [clock.verdict for clock in earlier] == [clock.verdict for clock in closed_clocks]
    settle(lambda: pane.shown()[-1].startswith("Reactivated"))
    assert pane.stage.said[-1][0] == "Case reactivated"
    take_back(pane)
    settle(lambda: not pane.detail().open)
    settle(lambda: pane.view.acts.case is not None and not pane.view.acts.case.open)


def test_SPK_7_an_answer_after_the_closing_is_shown_and_decided(pane: Pane, settle: Until) -> None:
    closing.close(pane.world.desk, pane.case, by_client=True)
    open_case(pane, settle, pane.case)
    assert not pane.view.more.actions["leave_closed"].isVisible()
    replies.client_entry(pane.world.desk, pane.case, "Thank you.", channel=Channel.EMAIL)
    open_case(pane, settle, pane.case)
    settle(pane.view.more.actions["leave_closed"].isVisible)
    assert pane.view.strips.clock.accessibleName() == "Closed, but the customer has written since"
    pane.view.more.actions["leave_closed"].trigger()
    dialog = pane.view.acts.dialog
    assert isinstance(dialog, LeaveClosedDialog)
    dialog.submit()
    assert dialog.reason.error
    dialog.reason.set_text("They only said thanks.")
    dialog.submit()
    settle(lambda: not pane.detail().needs_owner)
    settle(lambda: "They only said thanks." in pane.shown())
    settle(lambda: not pane.view.more.actions["leave_closed"].isVisible())
    take_back(pane)
    settle(lambda: pane.detail().needs_owner)


def test_SAG_6_a_case_too_long_closed_stays_so_and_the_way_open_is_named(pane: Pane, settle: Until) -> None:
    case = sage_case(pane, settle)
    closing.close(pane.world.desk, case, by_client=True)
    pane.world.later(days=14)
    open_case(pane, settle, case)
    pane.view.run(CaseAct.REPLY)
    pane.view.composer.reply.insert("Half a thought")
    pane.world.later(minutes=1)
    pane.view.more.actions["reactivate"].trigger()
    settle(lambda: bool(pane.stage.refused))
    assert "could be reactivated until" in pane.stage.refused[-1].what
    assert "Europe/Paris time" in pane.stage.refused[-1].what
    assert "Log a new case" in pane.stage.refused[-1].remedy
    assert not pane.detail().open
    assert pane.view.composer.reply.text() == "Half a thought"


def test_SPK_4_an_agreed_update_replaces_the_next_one_and_S1_refuses_it(
    pane: Pane, settle: Until, qtbot: QtBot
) -> None:
    replies.reply(pane.world.desk, pane.case, "We see it.")
    popover = _agree(pane, pane.world.now + timedelta(days=2))
    QTest.keyClick(popover.moment, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(
        lambda: (bool(popover.findChildren(QWidget)) and not popover.agree.isVisible()) or _refused(popover)
    )
    assert _refused(popover)
    assert EntryKind.UPDATE_AGREED not in kinds(pane)
    popover.close()
    handling.verify_severity(pane.world.desk, pane.case, "S2", reason="Not for everyone.")
    open_case(pane, settle, pane.case)
    until = (pane.world.now + timedelta(days=2)).replace(second=0, microsecond=0)
    popover = _agree(pane, until)
    with qtbot.waitSignal(popover.closed, timeout=5000):
        QTest.keyClick(popover.moment, Qt.Key.Key_Return)
    clock = pane.detail().clocks[0]
    assert (clock.kind, clock.deadline.due_at) == (ClockKind.NEXT_UPDATE, until)
    settle(lambda: pane.shown()[-1].startswith("Next update agreed"))
    take_back(pane)
    settle(lambda: pane.detail().clocks[0].deadline.due_at != until)


def _agree(pane: Pane, until: datetime) -> UpdatePopover:
    pane.view.composer.foot.hears.click()
    popovers = [each for each in pane.view.findChildren(UpdatePopover) if each.isVisible()]
    popover = popovers[-1]
    popover.moment.show_instant(until)
    return popover


def _refused(popover: UpdatePopover) -> bool:
    return any("fixed rhythm" in each.accessibleName() for each in popover.findChildren(QWidget))


def paid_case(pane: Pane, settle: Until) -> tuple[UUID, UUID]:
    client = pane.world.client("Fenwick & Rowe", "synergy")
    case = pane.world.case(client, "Nothing prints")
    open_case(pane, settle, case)
    return client, case


def fill(dialog: PaymentDialog, amount: str) -> None:
    dialog.amount.set_text(amount)
    dialog.currency.set_text("gbp")
    dialog.reference.set_text("R-77")


def payment_dialog(pane: Pane, settle: Until) -> PaymentDialog:
    pane.view.strips.cover.offer.click()
    settle(lambda: isinstance(pane.view.acts.dialog, PaymentDialog))
    dialog = pane.view.acts.dialog
    assert isinstance(dialog, PaymentDialog)
    return dialog


def test_SYN_1_a_payment_opens_the_case_for_support(pane: Pane, settle: Until) -> None:
    _client, case = paid_case(pane, settle)
    assert not details.case(pane.world.desk, case).entitlement.supported
    dialog = payment_dialog(pane, settle)
    dialog.what.choose("case")
    fill(dialog, "95,50")
    QTest.keyClick(dialog.amount, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(lambda: details.case(pane.world.desk, case).entitlement.supported)
    settle(lambda: not pane.view.strips.cover.offer.isVisible())
    assert kinds(pane)[-1] is EntryKind.ENTITLEMENT
    settle(lambda: "Paid for: 95.50 GBP" in pane.shown()[-1] and "R-77" in pane.shown()[-1])


def test_SYN_2_a_season_ticket_is_bought_used_and_given_back(pane: Pane, settle: Until) -> None:
    _client, case = paid_case(pane, settle)
    dialog = payment_dialog(pane, settle)
    dialog.what.choose("ticket")
    fill(dialog, "700")
    dialog.submit()
    settle(lambda: details.case(pane.world.desk, case).entitlement.left == 10)
    settle(lambda: pane.view.acts.case is not None and pane.view.acts.case.entitlement.left == 10)
    pane.view.more.actions["accept"].trigger()
    settle(lambda: details.case(pane.world.desk, case).entitlement.left == 9)
    settle(lambda: "9 of 10" in pane.view.strips.cover.accessibleName())
    pane.view.more.actions["accept"].trigger()
    settle(lambda: bool(pane.stage.refused))
    assert "already charged" in pane.stage.refused[-1].what
    pane.view.more.actions["payment"].trigger()
    settle(lambda: isinstance(pane.view.acts.dialog, PaymentDialog) and pane.view.acts.dialog is not dialog)
    again = pane.view.acts.dialog
    assert isinstance(again, PaymentDialog)
    assert again.what.value() == "ticket"
    again.leave()
    incidents.return_incident(pane.world.desk, case, reason="Our own mistake")
    settle(lambda: details.case(pane.world.desk, case).entitlement.left == 10)


def test_SPK_2_where_there_are_no_severities_the_key_says_so(pane: Pane, settle: Until) -> None:
    paid_case(pane, settle)
    pane.view.run(CaseAct.SEVERITY)
    (said,) = pane.view.findChildren(NoSeverities)
    assert said.isVisible()
    assert "doesn’t rank cases by severity" in said.accessibleName()
    said.close()


@pytest.mark.parametrize("moved", [False, True], ids=["charged", "moved"])
def test_SYN_3_an_aspect_becomes_a_case_charged_or_with_the_incident_moved(
    pane: Pane, settle: Until, moved: bool
) -> None:
    client, case = paid_case(pane, settle)
    world = pane.world
    incidents.buy_season_ticket(
        world.desk, client, amount=Decimal(700), currency="GBP", method="bank_transfer", reference="I-7"
    )
    incidents.accept(world.desk, case)
    open_case(pane, settle, case)
    pane.view.more.actions["split"].trigger()
    settle(lambda: isinstance(pane.view.acts.dialog, SplitDialog))
    dialog = pane.view.acts.dialog
    assert isinstance(dialog, SplitDialog)
    dialog.submit()
    assert dialog.title.error
    assert dialog.wording.error
    dialog.title.set_text("Layers are missing")
    dialog.wording.set_text("This is a matter of its own.")
    (dialog.transfer if moved else dialog.charge).click()
    dialog.submit()
    settle(lambda: any(str(link.kind) == "split_into" for link in pane.detail().links))
    (link,) = (link for link in pane.detail().links if str(link.kind) == "split_into")
    assert link.title == "Layers are missing"
    assert details.case(world.desk, link.id).entitlement.left == (9 if moved else 8)
    settle(lambda: any("This is a matter of its own." in shown for shown in pane.shown()))
    told = next(row for row in pane.view.timeline.rows if "This is a matter of its own." in row.lead)
    assert len(told.deeds) == 1


@pytest.fixture
def window(qtbot: QtBot, world: World, tmp_path: Path, settle: Until) -> Iterator[MainWindow]:
    """The whole window over the world's store."""
    session = DeskSession(lambda: world.desk, lambda: world.now)
    settings = QSettings(f"{tmp_path}/window.ini", QSettings.Format.IniFormat)
    frame = Frame("Support Desk", settings)
    qtbot.addWidget(frame)
    frame.resize(1440, 868)

    def pane(shell: Shell, parent: QWidget) -> CasePane:
        return CasePane(shell, parent, shelf=FileShelf(tmp_path / "files"))

    pages = WindowPages(case=pane, pages={}, dialogs={})
    made = MainWindow(frame, session, SERVICES, pages, settings, zone=TORONTO)
    frame.show()
    frame.activateWindow()
    session.start()
    settle(lambda: session.is_open)
    yield made
    made.hide()
    session.close()


def test_SYN_3_a_merge_leaves_one_row_and_its_undo_brings_the_other_back(
    world: World, window: MainWindow, settle: Until
) -> None:
    client = world.client()
    world.contract(client)
    first = world.case(client, "Stock valuation differs", body="It differs.", severity="S1")
    second = world.case(client, "Ledger differs too", body="By the same sum.", severity="S2")
    number = details.case(world.desk, first).number
    window.show_list(CaseQuery(view=ViewKind.UNASSIGNED))
    settle(lambda: window.list_pane.model.is_read and _rows(window) == 2)
    window.open_case(second)
    page = window.panes.findChild(CasePane)
    assert isinstance(page, CasePane)
    settle(lambda: page.acts.case is not None and page.acts.case.id == second)
    page.acts.merge()
    dialog = page.acts.dialog
    assert isinstance(dialog, LinkDialog)
    QTest.keyClicks(dialog.picker.field, number)
    settle(lambda: bool(dialog.picker.rows))
    row = dialog.picker.rows[0]
    settle(lambda: row.width() > 300)
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    QTest.keyClick(dialog.picker.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(lambda: _rows(window) == 1)
    replies.note(world.desk, second, "Written later.")
    window.open_case(first)
    settle(lambda: any(row.body == "By the same sum." for row in page.timeline.rows))
    settle(lambda: any(row.body == "Written later." for row in page.timeline.rows))
    window.open_case(second)
    settle(lambda: page.acts.case is not None and page.acts.case.id == second)
    settle(page.more.actions["undo_merge"].isVisible)
    page.more.actions["undo_merge"].trigger()
    settle(lambda: _rows(window) == 2)
    assert "merged_into" not in {str(link.kind) for link in details.case(world.desk, second).links}
    bodies = [item.body for item in details.timeline(world.desk, first).items]
    assert "Written later." not in bodies
    assert "Written later." in [item.body for item in details.timeline(world.desk, second).items]


def _rows(window: MainWindow) -> int:
    return window.list_pane.model.shape.count
