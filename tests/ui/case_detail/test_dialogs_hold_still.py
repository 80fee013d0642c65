"""Dialogs whose act is under way: nothing in them is changed or left meanwhile, and a refusal finds its words there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from supportdesk.domain.words import Channel
from supportdesk.services.cases import closing, replies
from supportdesk.services.registers import knowledge
from supportdesk.services.registers.knowledge import NewArticle
from supportdesk.ui.case_detail.knowledge_dialogs import ArticleDialog
from supportdesk.ui.case_detail.stage_dialogs import LeaveClosedDialog
from tests.ui.case_detail.case_stage import Pane, Until, open_case
from tests.ui.holding import acts_held


def leaving_closed(pane: Pane, settle: Until) -> LeaveClosedDialog:
    """The dialog in which it is said why a case stays closed, with a reason typed."""
    closing.close(pane.world.desk, pane.case, by_client=True)
    replies.client_entry(pane.world.desk, pane.case, "Thank you.", channel=Channel.EMAIL)
    open_case(pane, settle, pane.case)
    settle(pane.view.more.actions["leave_closed"].isVisible)
    pane.view.more.actions["leave_closed"].trigger()
    dialog = pane.view.acts.dialog
    assert isinstance(dialog, LeaveClosedDialog)
    dialog.reason.control.setFocus()
    QTest.keyClicks(dialog.reason.control, "They only said thanks.")
    return dialog


def types_blindly(text: str) -> None:
    """Type wherever the keys go now, as somebody does who has not looked up yet."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def test_SPK_7_what_is_typed_after_the_click_is_in_no_reason_and_the_dialog_stays(
    pane: Pane, settle: Until
) -> None:
    dialog = leaving_closed(pane, settle)
    with acts_held(pane):
        dialog.submit()
        types_blindly(" And more.")
        assert QApplication.focusWidget() is dialog
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        dialog.cancel.click()
        dialog.submit()
        assert dialog.isVisible()
        assert dialog.reason.text() == "They only said thanks."
    settle(lambda: not pane.detail().needs_owner)
    settle(lambda: pane.view.acts.dialog is None)
    assert pane.bodies().count("They only said thanks.") == 1


def test_SPK_7_a_reason_that_is_refused_stands_where_it_was_typed_and_is_typed_on(
    pane: Pane, settle: Until
) -> None:
    dialog = leaving_closed(pane, settle)
    with acts_held(pane):
        # A colleague decides first.
        closing.leave_closed(pane.world.desk, pane.case, "Nothing is open.")
        dialog.submit()
        types_blindly("?")
    settle(lambda: dialog.refusal is not None)
    assert QApplication.focusWidget() is dialog.reason.control
    types_blindly(" So I told them.")
    assert dialog.reason.text() == "They only said thanks. So I told them."
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    settle(lambda: pane.view.acts.dialog is None)


def test_the_text_of_an_article_goes_into_the_reply_though_another_search_is_answered(
    pane: Pane, settle: Until
) -> None:
    article = NewArticle("Stock valuation", "Run the revaluation first.", "en")
    knowledge.write_article(pane.world.desk, article)
    pane.view.acts.use_article()
    dialog = pane.view.acts.dialog
    assert isinstance(dialog, ArticleDialog)
    settle(lambda: bool(dialog.picker.rows))
    dialog.picker.rows[0].click()
    dialog.quote.setChecked(True)
    with acts_held(pane):
        dialog.picker.field.setText("another word")
        dialog.submit()
        # The pause after typing is over, and what fits has come.
        QTest.qWait(600)
    settle(lambda: "Run the revaluation first." in pane.view.composer.reply.text())


def test_SPK_7_who_pressed_the_button_by_key_is_there_again_when_it_is_refused(
    pane: Pane, settle: Until
) -> None:
    dialog = leaving_closed(pane, settle)
    dialog.primary.setFocus()
    with acts_held(pane):
        closing.leave_closed(pane.world.desk, pane.case, "Nothing is open.")
        QTest.keyClick(dialog.primary, Qt.Key.Key_Space)
        assert QApplication.focusWidget() is dialog
        types_blindly(" ")
        assert dialog.isVisible()
    settle(lambda: dialog.refusal is not None)
    assert QApplication.focusWidget() is dialog.primary
    dialog.leave()
    settle(lambda: pane.view.acts.dialog is None)
