"""What needs a person, from the list to the act that deals with it, with the keyboard, over a real office."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from supportdesk.domain.words import Channel, EntryKind
from supportdesk.services.cases import handling, replies
from supportdesk.services.exchange import apart, repairing
from supportdesk.services.exchange.matters import matters
from supportdesk.services.exchange.settling import Choice
from supportdesk.services.person import drafts
from supportdesk.services.queries import details
from supportdesk.services.registers import staff
from supportdesk.services.views.matters import Unaccepted
from supportdesk.ui.attention.conflict_view import ConflictView, SettledView
from supportdesk.ui.attention.frame import MatterView
from supportdesk.ui.attention.item_view import ItemView
from supportdesk.ui.attention.preview import Shown
from supportdesk.ui.attention.unaccepted_view import DiscardDialog, UnacceptedView
from supportdesk.ui.pages import CaseAct
from supportdesk.ui.widgets.buttons import Button
from tests.ui.attention.conftest import Attention


def button(view: MatterView, text: str) -> Button:
    return next(each for each in view.findChildren(Button) if each.text() == text and not each.isHidden())


def conflict(attention: Attention) -> ConflictView:
    view = attention.page.view
    assert isinstance(view, ConflictView)
    return view


def unaccepted(attention: Attention) -> UnacceptedView:
    view = attention.page.view
    assert isinstance(view, UnacceptedView)
    return view


def item(attention: Attention) -> ItemView:
    view = attention.page.view
    assert isinstance(view, ItemView)
    return view


def test_nothing_to_do_is_said_with_a_way_on(attention: Attention) -> None:
    attention.read(0)
    assert attention.page.view is None
    attention.page._empty.acted.emit()  # noqa: SLF001 - the button in it
    assert len(attention.stage.lists) == 1


def test_the_hub_s_values_stand_until_somebody_chooses(attention: Attention) -> None:
    attention.two.stage_and_severity_set_by_both()
    attention.read(1)
    view = conflict(attention)
    assert set(view.comparison.choices().values()) == {Choice.THEIRS}
    attention.settle(view.settle.isEnabled)
    assert attention.page.model.data(attention.page.model.index(0)) == "\u20661\u2069 changed in two places"


def test_who_had_no_network_meanwhile_is_told_from_when_until_when(attention: Attention) -> None:
    two, model = attention.two, attention.page.model
    apart.begin(two.desk, two.office.now - timedelta(minutes=150))
    two.severity_set_by_both()
    apart.end(two.desk, two.office.now)
    attention.read(1)
    said = [each.text() for each in conflict(attention).findChildren(QLabel)]
    assert any(each.startswith("You were offline from 07:30 to 12:24.") for each in said), said
    told = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert "You and \u2068Priya\u2069, while you were offline" in str(told)


def test_a_choice_is_shown_before_it_counts(attention: Attention) -> None:
    attention.two.stage_and_severity_set_by_both()
    attention.read(1)
    view = conflict(attention)
    QTest.mouseClick(view.comparison.rows[1].mine, Qt.MouseButton.LeftButton)

    def says_medium() -> bool:
        return "S3 Medium" in [shown.accessibleName() for shown in view.outcome.findChildren(Shown)]

    attention.settle(says_medium)
    found = details.case(attention.two.desk, attention.two.case).severity_verified
    assert found is not None
    assert found.code == "S2"


def test_settling_by_keyboard_and_taking_it_back(attention: Attention) -> None:
    attention.two.severity_set_by_both()
    attention.read(1)
    attention.page.list.setFocus()
    QTest.keyClick(attention.page.list, Qt.Key.Key_Return)
    row = conflict(attention).comparison.rows[0]
    attention.settle(row.theirs.hasFocus)
    QTest.keyClick(row.theirs, Qt.Key.Key_Left)
    attention.settle(row.mine.hasFocus)
    QTest.keyClick(row.mine, Qt.Key.Key_Space)
    assert row.choice() is Choice.MINE
    QTest.keyClick(row.mine, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    attention.settle(lambda: matters(attention.two.desk).waiting == ())
    severity = details.case(attention.two.desk, attention.two.case).severity_verified
    assert severity is not None
    assert severity.code == "S3"
    attention.read(0)
    settled = attention.page.model.first_of_case(attention.two.case)
    assert settled is not None
    attention.page.list.choose(settled)
    view = attention.page.view
    assert isinstance(view, SettledView)
    view.undo.click()
    attention.settle(lambda: len(matters(attention.two.desk).waiting) == 1)


def test_what_a_rule_refuses_by_now_can_t_be_settled_so(attention: Attention) -> None:
    two = attention.two
    two.stage_and_severity_set_by_both()
    handling.close(two.priya.desk, two.case, resolution="resolved")
    two.office.sync()
    attention.read(1)
    view = conflict(attention)
    view.comparison.rows[0].mine.click()
    attention.settle(lambda: not view.settle.isEnabled())
    view.comparison.rows[0].theirs.click()
    attention.settle(view.settle.isEnabled)


def test_asking_first_begins_a_note_on_the_case(attention: Attention) -> None:
    attention.two.severity_set_by_both()
    attention.read(1)
    button(conflict(attention), "Ask \u2068Priya\u2069 first").click()
    attention.settle(lambda: attention.stage.acts == [(attention.two.case, CaseAct.NOTE)])
    draft = drafts.load(attention.two.desk, f"case:{attention.two.case}:note")
    assert draft is not None
    assert "Severity: S3 Medium or S2 High?" in draft.content["text"]


def test_a_held_reply_is_sent_as_it_is(attention: Attention) -> None:
    attention.two.reply_held()
    attention.read(1)
    view = unaccepted(attention)
    assert view.primary is not None
    assert view.primary.text() == "Send as it is"
    view.primary.click()
    attention.settle(lambda: matters(attention.two.desk).waiting == ())
    attention.two.office.sync()
    spoken = details.timeline(attention.two.priya.desk, attention.two.case).items
    assert "Send us the file of 20 November." in [
        each.body for each in spoken if each.kind is EntryKind.REPLY
    ]


def test_editing_a_held_reply_leads_to_the_composer(attention: Attention) -> None:
    attention.two.reply_held()
    attention.read(1)
    button(unaccepted(attention), "Edit").click()
    attention.settle(lambda: attention.stage.acts == [(attention.two.case, CaseAct.REPLY)])


def test_discarding_asks_first(attention: Attention) -> None:
    attention.two.reply_held()
    attention.read(1)
    button(unaccepted(attention), "Discard…").click()
    (dialog,) = attention.stage.cover.findChildren(DiscardDialog)
    dialog.leave()
    assert len(matters(attention.two.desk).waiting) == 1
    button(unaccepted(attention), "Discard…").click()
    open_ones = [each for each in attention.stage.cover.findChildren(DiscardDialog) if each.isVisible()]
    open_ones[0].agree.click()
    attention.settle(lambda: matters(attention.two.desk).waiting == ())


def test_a_refusal_is_said_in_place_and_settles_nothing(attention: Attention) -> None:
    two = attention.two
    handling.assign(two.desk, two.case, two.priya.desk.actor)
    staff.edit_agent(two.office.hub.desk, two.priya.desk.actor, active=False)
    two.nadia.sync()
    attention.read(1)
    view = unaccepted(attention)
    assert view.primary is not None
    view.primary.click()
    attention.settle(lambda: view.primary is not None and view.primary.isEnabled())
    assert len(matters(two.desk).waiting) == 1
    button(view, "Hand to a manager").click()
    attention.settle(lambda: matters(two.desk).waiting == ())


def test_an_answer_after_closing_reactivates_the_case(attention: Attention) -> None:
    two = attention.two
    handling.close(two.desk, two.case, resolution="resolved")
    replies.client_entry(two.desk, two.case, "It is back.", contact_id=two.contact, channel=Channel.EMAIL)
    attention.read(1)
    view = item(attention)
    assert view.primary is not None
    view.primary.click()
    attention.settle(lambda: matters(two.desk).waiting == ())
    assert details.case(two.desk, two.case).open


def test_what_is_put_aside_says_how(attention: Attention) -> None:
    two = attention.two
    replies.note(two.nadia.desk, two.case, "Asked.")
    attention.two.reply_held()
    (refused,) = matters(two.desk).waiting
    assert isinstance(refused, Unaccepted)
    repairing.hand_over(two.desk, refused.operation_id)
    staff.edit_agent(two.desk, two.desk.actor, roles=["support_officer", "manager"])
    attention.read(1)
    view = item(attention)
    assert view.settlement is not None
    view.submit()
    assert view.settlement.error
    view.settlement.set_text("Called the client.")
    view.submit()
    attention.settle(lambda: matters(two.desk).waiting == ())


def renamed(attention: Attention) -> None:
    """A colleague gives the case another title, and the page shows what waits with it."""
    before = attention.page.view
    handling.edit(attention.two.desk, attention.two.case, title="Bank reconciliation skips lines")
    attention.page.read()
    attention.settle(lambda: attention.page.view is not before)


def test_choices_and_the_keyboard_stay_while_a_colleague_renames_the_case(attention: Attention) -> None:
    attention.two.stage_and_severity_set_by_both()
    attention.read(1)
    first, second = conflict(attention).comparison.rows
    QTest.mouseClick(first.mine, Qt.MouseButton.LeftButton)
    second.mine.setFocus()
    QTest.keyClick(second.mine, Qt.Key.Key_Space)
    renamed(attention)
    view = conflict(attention)
    first, second = view.comparison.rows
    assert [first.choice(), second.choice()] == [Choice.MINE, Choice.MINE]
    assert second.mine.hasFocus()
    attention.settle(
        lambda: "S3 Medium" in [shown.accessibleName() for shown in view.outcome.findChildren(Shown)]
    )


def test_a_sentence_half_written_stays_while_a_colleague_renames_the_case(attention: Attention) -> None:
    two = attention.two
    two.reply_held()
    (refused,) = matters(two.desk).waiting
    assert isinstance(refused, Unaccepted)
    repairing.hand_over(two.desk, refused.operation_id)
    staff.edit_agent(two.desk, two.desk.actor, roles=["support_officer", "manager"])
    attention.read(1)
    field = item(attention).settlement
    assert field is not None
    field.control.setFocus()
    QTest.keyClicks(field.control, "Called the client, who")
    renamed(attention)
    field = item(attention).settlement
    assert field is not None
    assert field.control.hasFocus()
    QTest.keyClicks(field.control, " agreed")
    assert field.text() == "Called the client, who agreed"


def test_another_matter_begins_with_nothing_typed(attention: Attention) -> None:
    two = attention.two
    two.stage_and_severity_set_by_both()
    attention.read(1)
    conflict(attention).comparison.rows[0].mine.click()
    two.reply_held()
    attention.read(2)
    attention.page.list.choose(1 - attention.page.list.currentIndex().row())
    attention.page.list.choose(1 - attention.page.list.currentIndex().row())
    assert set(conflict(attention).comparison.choices().values()) == {Choice.THEIRS}


def test_another_s_case_can_be_shown(attention: Attention) -> None:
    two = attention.two
    two.severity_set_by_both()
    handling.assign(two.desk, two.case, two.priya.desk.actor)
    attention.page.show_case(two.case)
    attention.settle(lambda: attention.page.view is not None)
    assert conflict(attention).comparison.rows[0].field.field == "severity_verified"


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_J])
def test_the_list_is_walked_by_keys(attention: Attention, key: Qt.Key) -> None:
    attention.two.reply_held()
    attention.two.severity_set_by_both()
    attention.read(2)
    attention.page.list.setFocus()
    first = attention.page.view
    QTest.keyClick(attention.page.list, key)
    assert attention.page.view is not first


def test_the_window_s_letters_are_the_list_s_own_here(attention: Attention) -> None:
    attention.two.reply_held()
    attention.two.severity_set_by_both()
    attention.read(2)
    heard: list[str] = []
    action = QAction(attention.stage.cover)
    action.setShortcut("J")
    action.triggered.connect(partial(heard.append, "next case"))
    attention.stage.cover.addAction(action)
    attention.page.list.setFocus()
    attention.settle(attention.page.list.hasFocus)
    QTest.keyClick(attention.page.list, Qt.Key.Key_J)
    assert heard == []
    assert attention.page.list.currentIndex().row() == 1
