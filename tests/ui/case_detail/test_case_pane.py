"""The case pane over a real encrypted store: what is asked of it happens in the services and comes back to it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextEdit, QWidget

from supportdesk.domain.words import Channel, EntryKind
from supportdesk.services.cases import replies
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.person import drafts, marks
from supportdesk.services.queries import details
from supportdesk.services.undo import undo
from supportdesk.services.views import DraftKind
from supportdesk.ui.case_detail.composer_sheets import WrittenSheet
from supportdesk.ui.case_detail.drafting import draft_key
from supportdesk.ui.case_detail.knowledge_dialogs import AsOfDialog
from supportdesk.ui.case_detail.link_dialogs import LinkDialog
from supportdesk.ui.case_detail.payment_dialogs import PaymentDialog
from supportdesk.ui.case_detail.severity_popover import SeverityPopover
from supportdesk.ui.case_detail.stage_dialogs import CloseDialog
from supportdesk.ui.case_detail.timeline_rows import Look
from supportdesk.ui.pages import CaseAct
from tests.services.desk_world import World
from tests.ui.case_detail.case_stage import Pane, Until, open_case


def test_a_case_is_opened_with_all_its_parts(pane: Pane) -> None:
    view, case = pane.view, pane.detail()
    assert view.acts.case is not None
    assert view.acts.case.number == case.number
    assert "It differs." in pane.shown()
    assert view.toolbar.isVisible()
    assert view.properties.isVisible()
    assert view.head.chips.stage.text() == case.stage.name


def test_a_reply_is_sent_and_the_composer_is_empty_again(pane: Pane, settle: Until) -> None:
    pane.view.run(CaseAct.REPLY)
    pane.view.composer.reply.insert("We found the cause.")
    QTest.keyClick(pane.view.composer.reply.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(lambda: "We found the cause." in pane.shown())
    assert pane.view.composer.reply.text() == ""
    assert pane.stage.said[-1][0] == "Reply sent"


def test_a_sent_reply_that_is_taken_back_stands_in_the_composer(pane: Pane, settle: Until) -> None:
    pane.view.composer.open(DraftKind.REPLY)
    pane.view.composer.reply.insert("Too early.")
    pane.view.composer.send()
    settle(lambda: bool(pane.stage.said))
    done = pane.stage.said[-1][2]
    assert done is not None
    assert done.operation is not None
    pane.stage.session.do(undo, done.operation.id)
    settle(lambda: pane.view.composer.reply.text() == "Too early.")


def test_a_note_never_reaches_the_client(pane: Pane, settle: Until) -> None:
    pane.view.run(CaseAct.NOTE)
    pane.view.composer.sheet.insert("Rounding again.")
    pane.view.composer.send()
    settle(lambda: "Rounding again." in pane.bodies())
    entry = details.timeline(pane.world.desk, pane.case).items[-1]
    assert entry.kind is EntryKind.NOTE
    assert not entry.public
    settle(lambda: pane.view.timeline.rows[-1].look is Look.NOTE)


def test_a_draft_is_kept_and_there_again_when_the_case_is_opened_anew(pane: Pane, settle: Until) -> None:
    pane.view.composer.open(DraftKind.REPLY)
    QTest.keyClicks(pane.view.composer.reply.editor, "Half a thought")
    other = pane.world.case(pane.client, "Another")
    pane.view.show_case(other)
    key = draft_key(pane.case, DraftKind.REPLY)
    settle(lambda: drafts.load(pane.world.desk, key) is not None)
    settle(lambda: pane.view.acts.case is not None and pane.view.acts.case.id == other)
    assert pane.view.composer.reply.text() == ""
    pane.view.show_case(pane.case)
    settle(lambda: pane.view.composer.reply.text() == "Half a thought")


def test_the_draft_goes_with_the_reply(pane: Pane, settle: Until) -> None:
    key = draft_key(pane.case, DraftKind.REPLY)
    pane.view.composer.open(DraftKind.REPLY)
    pane.view.composer.reply.insert("Done.")
    settle(lambda: drafts.load(pane.world.desk, key) is not None)
    pane.view.composer.send()
    settle(lambda: bool(pane.stage.said))
    assert drafts.load(pane.world.desk, key) is None


def test_SPK_9_a_checklist_asks_for_information(pane: Pane, settle: Until) -> None:
    composer = pane.view.composer
    composer.open(DraftKind.REPLY)
    composer.foot.ask.click()
    assert not composer.foot.send.isEnabled()
    composer.sheets[DraftKind.REPLY].fill({"text": "We need to see it.", "items": ["steps", "Your backup"]})
    composer.send()
    settle(lambda: "Information asked for" in [said[0] for said in pane.stage.said])
    asked = details.timeline(pane.world.desk, pane.case).items
    request = next(item for item in asked if item.kind is EntryKind.INFO_REQUEST)
    assert request.data["items"] == ["steps", "Your backup"]
    settle(lambda: any("Your backup" in row.body for row in pane.view.timeline.rows))


def test_a_reply_is_held_back_when_the_client_wrote_meanwhile(pane: Pane, settle: Until) -> None:
    pane.world.later(minutes=5)
    replies.client_entry(pane.world.desk, pane.case, "It is solved.", channel=Channel.EMAIL)
    pane.view.composer.open(DraftKind.REPLY)
    pane.view.composer.reply.insert("Still looking.")
    pane.view.composer.send()
    settle(lambda: pane.view.composer.refusal is not None)
    assert pane.view.composer.reply.text() == "Still looking."
    assert "Still looking." not in pane.bodies()
    refusal = pane.view.composer.refusal
    assert refusal is not None
    refusal.action.click()
    settle(lambda: "Still looking." in pane.bodies())


def test_SYN_1_a_refused_reply_keeps_its_text_and_offers_the_way_open(
    world: World, pane: Pane, settle: Until
) -> None:
    client = world.client("Bare Books", "synergy")
    case = world.case(client, "Nothing prints")
    pane.case = case
    open_case(pane, settle, case)
    pane.view.composer.open(DraftKind.REPLY)
    pane.view.composer.reply.insert("Try again.")
    pane.view.composer.send()
    settle(lambda: pane.view.composer.refusal is not None)
    refusal = pane.view.composer.refusal
    assert refusal is not None
    assert "A reply is support" in refusal.accessibleName()
    assert pane.view.composer.reply.text() == "Try again."
    assert pane.view.composer.isVisible()
    refusal.action.click()
    settle(lambda: isinstance(pane.view.acts.dialog, PaymentDialog))
    dialog = pane.view.acts.dialog
    assert isinstance(dialog, PaymentDialog)
    dialog.submit()
    assert dialog.amount.error
    dialog.amount.set_text("90,00")
    dialog.currency.set_text("cad")
    dialog.reference.set_text("R-77")
    dialog.submit()
    settle(lambda: details.case(world.desk, case).entitlement.supported)
    settle(lambda: pane.view.strips.cover.ground == "canvas")
    pane.view.composer.send()
    settle(lambda: "Try again." in pane.bodies())


def test_a_severity_is_verified_with_a_reason_and_a_refusal_stays_in_place(pane: Pane, settle: Until) -> None:
    pane.view.run(CaseAct.SEVERITY)
    popover = pane.view.findChild(SeverityPopover)
    assert isinstance(popover, SeverityPopover)
    popover.choice.choose("S2")
    popover.reason.set_text("")
    popover.submit()
    settle(lambda: popover.refusal is not None)
    assert pane.detail().severity_verified is None
    popover.reason.set_text("Not for everyone.")
    popover.submit()
    settle(lambda: pane.detail().severity_verified is not None)
    settle(lambda: "S2" in pane.view.head.chips.severity.text())


def test_a_stage_is_chosen_from_the_chip(pane: Pane, settle: Until) -> None:
    chip = pane.view.head.chips.stage
    menu = chip.menu()
    assert menu is not None
    allowed = [action for action in menu.actions() if action.isEnabled() and not action.data().asks]
    refused = [action for action in menu.actions() if not action.isEnabled()]
    assert all(action.toolTip() == action.data().refused for action in refused)
    chosen = next(action for action in allowed if action.data().kind.value != "closed")
    name, stage = chosen.data().name, chosen.data().id
    chosen.trigger()
    settle(lambda: pane.detail().stage.id == stage)
    settle(lambda: chip.text() == name)


def test_the_case_is_taken_and_given_back_to_the_queue(pane: Pane, settle: Until) -> None:
    pane.view.run(CaseAct.ASSIGN_TO_ME)
    settle(lambda: pane.view.head.chips.owner.text() == "Nadia Karim")
    menu = pane.view.head.chips.owner.menu()
    assert menu is not None
    menu.actions()[-1].trigger()
    settle(lambda: pane.detail().owner is None)


def test_the_title_is_edited_in_place(pane: Pane, settle: Until) -> None:
    title = pane.view.head.title
    pane.view.more.actions["title"].trigger()
    assert title.editing
    QTest.keyClicks(title.field, "Stock is wrong")
    QTest.keyClick(title.field, Qt.Key.Key_Return)
    settle(lambda: not title.editing)
    settle(lambda: pane.detail().title == "Stock is wrong")


def test_closing_asks_for_what_the_policy_asks(pane: Pane, settle: Until) -> None:
    pane.view.run(CaseAct.CLOSE)
    dialog = pane.view.acts.dialog
    assert isinstance(dialog, CloseDialog)
    dialog.submit()
    settle(lambda: not pane.detail().open or dialog.refusal is not None)
    assert not pane.detail().open
    settle(lambda: pane.view.acts.case is not None and not pane.view.acts.case.open)
    pane.view.run(CaseAct.CLOSE)
    settle(lambda: pane.detail().open)


def test_a_case_found_by_its_number_is_merged_and_the_merge_undone(pane: Pane, settle: Until) -> None:
    other = pane.world.case(pane.client, "Ledger differs too")
    number = details.case(pane.world.desk, other).number
    pane.view.acts.merge()
    dialog = pane.view.acts.dialog
    assert isinstance(dialog, LinkDialog)
    dialog.picker.field.setText(number)
    settle(lambda: bool(dialog.picker.rows))
    dialog.picker.rows[0].click()
    dialog.submit()
    settle(lambda: any(str(link.kind) == "merged_into" for link in pane.detail().links))
    settle(pane.view.more.actions["undo_merge"].isVisible)
    pane.view.more.actions["undo_merge"].trigger()
    settle(lambda: not any(str(link.kind) == "merged_into" for link in pane.detail().links))


def test_a_past_instant_is_shown_with_a_banner_and_without_composer(pane: Pane, settle: Until) -> None:
    before = pane.world.now
    pane.world.later(hours=2)
    pane.stage.session.do(replies.note, pane.case, "Later.")
    settle(lambda: "Later." in pane.shown())
    pane.view.acts.show_as_of()
    dialog = pane.view.acts.dialog
    assert isinstance(dialog, AsOfDialog)
    dialog.moment.show_instant(before + timedelta(minutes=1))
    dialog.submit()
    settle(lambda: "Later." not in pane.shown() and pane.view.past.isVisible())
    assert not pane.view.composer.isVisible()
    assert not pane.view.head.chips.stage.isEnabled()
    pane.view.run(CaseAct.CLOSE)
    assert pane.view.acts.dialog is None
    assert pane.view.past.action.hasFocus()
    pane.view.past.action.click()
    settle(lambda: "Later." in pane.shown() and pane.view.composer.isVisible())


def test_only_what_changed_is_read_again(pane: Pane, settle: Until) -> None:
    pane.stage.session.do(marks.follow, pane.case)
    settle(pane.view.toolbar.follow.isChecked)
    rows = pane.view.timeline.rows
    other = pane.world.case(pane.client, "Elsewhere")
    pane.stage.session.do(replies.note, other, "Not here.")
    pane.stage.session.do(replies.note, pane.case, "Here.")
    settle(lambda: "Here." in pane.shown())
    assert "Not here." not in pane.shown()
    assert pane.view.timeline.rows[0] == rows[0]


def test_a_file_goes_with_the_reply_and_its_bytes_are_kept(pane: Pane, tmp_path: Path, settle: Until) -> None:
    source = tmp_path / "valuation.csv"
    source.write_text("a;b\n1;2\n")
    composer = pane.view.composer
    composer.open(DraftKind.REPLY)
    pane.view.files.intake.take([source])
    sheet = composer.sheet
    assert isinstance(sheet, WrittenSheet)
    settle(lambda: len(sheet.files.files()) == 1)
    composer.reply.insert("See the list.")
    composer.send()
    settle(lambda: "See the list." in pane.bodies())
    entry = details.timeline(pane.world.desk, pane.case).items[-1]
    assert [file.name for file in entry.files] == ["valuation.csv"]
    shelf = FileShelf(tmp_path / "files")
    copy = shelf.lay_out(pane.world.desk, entry.files[0].id, "../../evil.csv")
    assert copy.name == "evil.csv"
    assert copy.read_text() == "a;b\n1;2\n"


def test_a_call_a_session_and_a_visit_are_logged(world: World, pane: Pane, settle: Until) -> None:
    composer = pane.view.composer
    pane.view.run(CaseAct.CALL)
    composer.sheet.fill({"text": "They asked to wait.", "direction": "incoming", "minutes": 7})
    composer.send()
    settle(lambda: "Call logged" in [said[0] for said in pane.stage.said])
    pane.view.run(CaseAct.REMOTE)
    composer.sheet.fill({"text": "Rebuilt costs.", "tool": "TeamViewer", "minutes": 23, "consent": "Diane"})
    composer.send()
    settle(lambda: "Remote session logged" in [said[0] for said in pane.stage.said])
    assert pane.detail().seconds_spent["remote"] == 23 * 60
    assert pane.detail().seconds_spent["desk"] == 7 * 60
    pane.view.run(CaseAct.VISIT)
    composer.send()
    settle(lambda: "Visit planned" in [said[0] for said in pane.stage.said])


def test_the_case_is_marked_read_once_it_has_been_looked_at(pane: Pane, settle: Until) -> None:
    assert pane.detail().unread_since is not None
    settle(lambda: pane.detail().unread_since is None)
    pane.world.later(minutes=30)
    replies.client_entry(pane.world.desk, pane.case, "It is back.", channel=Channel.PORTAL)
    pane.view.show_case(pane.case)
    settle(lambda: any(row.look is Look.NEWS for row in pane.view.timeline.rows))
    looks = [row.look for row in pane.view.timeline.rows]
    assert pane.view.timeline.rows[looks.index(Look.NEWS) + 1].body == "It is back."
    # What was new stays marked while the case is in view.
    settle(lambda: pane.detail().unread_since is None)
    assert any(row.look is Look.NEWS for row in pane.view.timeline.rows)


def test_every_control_of_the_pane_has_a_name(pane: Pane) -> None:
    buttons = pane.view.findChildren(QAbstractButton)
    nameless: list[QWidget] = [button for button in buttons if not (button.accessibleName() or button.text())]
    fields = [*pane.view.findChildren(QLineEdit), *pane.view.findChildren(QTextEdit)]
    # A spin box and a combo box name themselves, not the field inside.
    nameless += [
        field
        for field in fields
        if field.objectName() != "qt_spinbox_lineedit" and field.isVisible() and not field.accessibleName()
    ]
    assert nameless == []


def test_the_keys_of_the_pane_reach_their_parts(pane: Pane) -> None:
    pane.view.run(CaseAct.WHY)
    assert [widget for widget in QApplication.topLevelWidgets() if type(widget).__name__ == "WhyPopover"]
    pane.view.run(CaseAct.DETAILS)
    assert not pane.view.properties.isVisible()
    pane.view.run(CaseAct.DETAILS)
    assert pane.view.properties.isVisible()
    assert all(part.focusPolicy() & Qt.FocusPolicy.TabFocus for part in pane.view.parts())
