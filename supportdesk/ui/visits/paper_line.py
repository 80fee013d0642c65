"""Below the head of a finished report: whether its PDF is there, and to whom the report goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportdesk.ui import moments
from supportdesk.ui.widgets.messages import Banner, MessageKind

if TYPE_CHECKING:
    from uuid import UUID

    from supportdesk.services.views.visits import VisitView


class PaperLine(QWidget):
    """`opened` asks to see the PDF, `making` to have it made."""

    opened = Signal()
    making = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.there = Banner(
            MessageKind.INFO, action=QCoreApplication.translate("VisitPaper", "Show PDF"), parent=self
        )
        self.missing = Banner(
            MessageKind.HINT, action=QCoreApplication.translate("VisitPaper", "Make PDF"), parent=self
        )
        self.there.acted.connect(self.opened)
        self.missing.acted.connect(self.making)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.there)
        column.addWidget(self.missing)
        # Until there is something to say.
        self.there.hide()
        self.missing.hide()
        self.hide()

    def show_visit(self, view: VisitView, me: UUID | None, *, busy: bool) -> None:
        """Say what there is of a visit; `busy` while its PDF is being made."""
        finished = view.state == "finished"
        self.setVisible(finished)
        if not finished:
            return
        mine = view.finished_by == me
        there = any(each.revision == view.revision for each in view.pdfs)
        self.missing.setVisible(not there and mine and not busy)
        self.missing.say(
            QCoreApplication.translate("VisitPaper", "The PDF of this report is not made yet."),
            QCoreApplication.translate("VisitPaper", "The visit is finished all the same."),
        )
        self.there.setVisible(there or busy or not mine)
        self.there.action.setVisible(there)
        self.there.say(_lead(there=there, busy=busy), goes_to(view.report_to))


def _lead(*, there: bool, busy: bool) -> str:
    if there:
        return QCoreApplication.translate("VisitPaper", "The PDF is attached.")
    if busy:
        return QCoreApplication.translate("VisitPaper", "The PDF is being made.")
    return QCoreApplication.translate("VisitPaper", "The PDF has not come yet.")


def goes_to(receivers: tuple[str, ...]) -> str:
    """To whom a finished report goes; empty where the policy names nobody."""
    if not receivers:
        return ""
    words = QCoreApplication.translate("VisitPaper", "Goes to: {receivers}.")
    return words.format(receivers=moments.listed(map(_receiver, receivers)))


def _receiver(receiver: str) -> str:
    return {
        "department": QCoreApplication.translate("VisitPaper", "the department"),
        "branches": QCoreApplication.translate("VisitPaper", "the other branches"),
        "managers": QCoreApplication.translate("VisitPaper", "managers"),
        "engineers": QCoreApplication.translate("VisitPaper", "engineers"),
    }.get(receiver, receiver)
