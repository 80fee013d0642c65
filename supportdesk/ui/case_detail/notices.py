"""What is said above the timeline of the whole case: that one looks back at it, that two people set the same field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportdesk.ui import moments
from supportdesk.ui.widgets.messages import Banner, MessageKind

if TYPE_CHECKING:
    from datetime import tzinfo

    from supportdesk.services.views import CaseDetail


class CaseNotices(QWidget):
    """Banners, each in view only where it has something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.past = Banner(MessageKind.INFO, action=QCoreApplication.translate("CasePane", "Back to now"))
        self.contested = Banner(MessageKind.HINT, action=QCoreApplication.translate("CasePane", "Settle…"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for banner in (self.past, self.contested):
            banner.hide()
            column.addWidget(banner)
        self.hide()

    def show_case(self, case: CaseDetail, zone: tzinfo | None) -> None:
        """Say what there is to say of a case."""
        if case.as_of is not None:
            lead = QCoreApplication.translate("CasePane", "The case as of {moment}.")
            self.past.say(
                lead.format(moment=moments.exact_moment(case.as_of, zone)),
                QCoreApplication.translate("CasePane", "Nothing can be changed while you look back."),
            )
        if case.contested:
            self.contested.say(
                QCoreApplication.translate(
                    "CasePane", "%n field(s) changed in two places.", None, case.contested
                ),
                QCoreApplication.translate("CasePane", "You can go on with the case meanwhile."),
            )
        self.past.setVisible(case.as_of is not None)
        self.contested.setVisible(case.contested > 0)
        self.setVisible(case.as_of is not None or case.contested > 0)
