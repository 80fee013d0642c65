"""What an empty list says: nothing matches, all is done, or nothing has begun; each with the next useful step."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from supportdesk.services.views import CaseQuery, ViewKind


@dataclass(frozen=True, slots=True)
class Emptiness:
    """Words and a way out. The button clears the filter, or leads to a list, or (`leads_to` None) to a new case."""

    icon: str
    sentence: str
    detail: str
    action: str
    leads_to: ViewKind | None
    clears: bool = False


def emptiness_of(query: CaseQuery) -> Emptiness:
    """What a list says that has no case in it."""
    if query.search or query.severity_ranks:
        return Emptiness(
            "funnel-simple",
            QCoreApplication.translate("CaseList", "No case matches"),
            QCoreApplication.translate("CaseList", "Try fewer words, or look at every case of this list."),
            QCoreApplication.translate("CaseList", "Clear the filter"),
            query.view,
            clears=True,
        )
    to_mine = QCoreApplication.translate("CaseList", "Show my open cases")
    new_case = QCoreApplication.translate("CaseList", "New case")
    all_done = {
        ViewKind.INBOX: Emptiness(
            "tray",
            QCoreApplication.translate("CaseList", "The inbox is empty"),
            QCoreApplication.translate("CaseList", "Everything new has been read."),
            to_mine,
            ViewKind.MINE,
        ),
        ViewKind.MINE: Emptiness(
            "coffee",
            QCoreApplication.translate("CaseList", "You have no open cases"),
            "",
            QCoreApplication.translate("CaseList", "Show unassigned cases"),
            ViewKind.UNASSIGNED,
        ),
        ViewKind.UNASSIGNED: Emptiness(
            "user-circle-plus",
            QCoreApplication.translate("CaseList", "Every case has an owner"),
            "",
            to_mine,
            ViewKind.MINE,
        ),
        ViewKind.BREACHING: Emptiness(
            "coffee",
            QCoreApplication.translate("CaseList", "Nothing is breaching soon"),
            "",
            to_mine,
            ViewKind.MINE,
        ),
        ViewKind.WAITING: Emptiness(
            "hourglass-medium",
            QCoreApplication.translate("CaseList", "No case waits for a customer"),
            "",
            to_mine,
            ViewKind.MINE,
        ),
    }
    nothing_begun = Emptiness(
        "tray", QCoreApplication.translate("CaseList", "There are no cases here yet"), "", new_case, None
    )
    return all_done.get(query.view, nothing_begun)
