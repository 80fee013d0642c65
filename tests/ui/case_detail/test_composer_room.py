"""The composer in use: what lies beside it, what one reads in it, and what one's own acts leave marked."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QSpinBox, QWidget

from supportdesk.ui.pages import CaseAct
from supportdesk.ui.widgets.messages import Toasts
from tests.ui.case_detail.case_stage import Pane, Until


def test_what_one_does_oneself_is_no_news(pane: Pane, settle: Until) -> None:
    settle(lambda: pane.detail().unread_since is None)
    pane.world.later(minutes=5)
    pane.view.run(CaseAct.CALL)
    pane.view.composer.sheet.fill({"text": "They asked to wait.", "direction": "incoming", "minutes": 7})
    pane.view.composer.send()
    settle(lambda: "They asked to wait." in pane.bodies())
    settle(lambda: pane.detail().unread_since is None)


def test_the_length_of_a_call_can_be_read(pane: Pane) -> None:
    pane.view.run(CaseAct.CALL)
    (box,) = (each for each in pane.view.composer.sheet.findChildren(QSpinBox) if each.isVisible())
    edit = box.lineEdit()
    assert edit.fontMetrics().horizontalAdvance(edit.text()) < edit.width() - 8


def test_a_message_never_lies_over_the_composer(pane: Pane, settle: Until) -> None:
    toasts = Toasts(pane.stage.cover)
    toasts.lie_in(pane.view.berth())
    toasts.say("Note added", undo="the act")
    toast, composer, timeline = toasts.shown, pane.view.composer, pane.view.timeline
    assert toast is not None

    def top(part: QWidget) -> int:
        return part.mapToGlobal(QPoint()).y()

    settle(lambda: 0 < top(toast) + toast.height() <= top(composer))
    assert top(timeline) + timeline.height() <= top(toast)
    assert timeline.at_end()
