"""A closed case that is not opened again: it goes on in a new one."""

from __future__ import annotations

from supportdesk.domain.words import Channel
from supportdesk.services.cases import closing, replies
from supportdesk.ui.case_detail.link_dialogs import FollowUpDialog
from tests.ui.case_detail.case_stage import Pane, Until, open_case


def test_SPK_7_what_was_written_after_the_closing_can_go_on_in_a_new_case(pane: Pane, settle: Until) -> None:
    assert not pane.view.more.actions["follow_up"].isVisible()
    closing.close(pane.world.desk, pane.case, by_client=True)
    replies.client_entry(pane.world.desk, pane.case, "It is back.", channel=Channel.EMAIL)
    open_case(pane, settle, pane.case)
    settle(pane.view.more.actions["follow_up"].isVisible)
    pane.view.more.actions["follow_up"].trigger()
    dialog = pane.view.acts.dialog
    assert isinstance(dialog, FollowUpDialog)
    assert dialog.title.text() == pane.detail().title
    dialog.title.set_text("")
    dialog.submit()
    assert dialog.title.error
    dialog.title.set_text("It is back")
    dialog.words.set_text("Since this morning, the same error.")
    dialog.submit()
    settle(lambda: not pane.detail().needs_owner)
    (link,) = pane.detail().links
    assert (str(link.kind), link.title) == ("followed_by", "It is back")
    assert not pane.detail().open
    # It is in the database before it is said.
    settle(lambda: [lead for lead, *_ in pane.stage.said][-1:] == ["Follow-up case logged"])
