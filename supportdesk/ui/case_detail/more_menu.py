"""The menu behind the three dots: every act on a case beyond writing, offered where it makes sense."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from supportdesk.domain.words import Cover, LinkKind
from supportdesk.ui.case_detail.link_dialogs import MERGED_HERE
from supportdesk.ui.icons import qicon
from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.chips import styled_menu

if TYPE_CHECKING:
    from supportdesk.services.views import CaseDetail
    from supportdesk.ui.case_detail.case_acts import CaseActs

_PAID = frozenset({Cover.SEASON_TICKET, Cover.INCIDENT, Cover.UNCOVERED, Cover.NONE})
_ICONS = {
    "title": "pencil-simple",
    "link": "link",
    "unlink": "link-break",
    "merge": "git-merge",
    "undo_merge": "git-merge",
    "split": "git-fork",
    "tick_off": "list-bullets",
    "note": "bug",
    "article": "book-open",
    "pass_on": "buildings",
    "payment": "ticket",
    "accept": "ticket",
    "return_incident": "ticket",
    "settle": "ticket",
    "work": "briefcase",
    "take_step": "briefcase",
    "agreement": "check",
    "close": "check-circle",
    "close_for_client": "check-circle",
    "reactivate": "arrow-counter-clockwise",
    "leave_closed": "check-circle",
    "follow_up": "plus-circle",
    "as_of": "clock-counter-clockwise",
}
# A line is drawn in front of these.
_GROUPS = frozenset({"tick_off", "payment", "agreement", "as_of"})
_ENDED_BY_HAND = frozenset({"same_cause", "related", "duplicate_of", "has_duplicate"})


class MoreMenu(QObject):
    """Keeps the menu's acts in step with the case."""

    def __init__(self, acts: CaseActs, parent: QWidget) -> None:
        super().__init__(parent)
        self.menu: QMenu = styled_menu(parent)
        self.actions: dict[str, QAction] = {}
        slots, words = _slots(acts), _words()
        for name in _ICONS:
            if name in _GROUPS:
                self.menu.addSeparator()
            action = QAction(words[name], self.menu)
            action.triggered.connect(slots[name])
            self.menu.addAction(action)
            self.actions[name] = action
        self._dress()
        theme().changed.connect(self._dress)

    def show_case(self, case: CaseDetail) -> None:
        """Offer what this case allows."""
        links = {str(link.kind) for link in case.links}
        cover = case.entitlement.cover
        merged = LinkKind.MERGED_INTO.value in links
        shown = {
            "close": case.open,
            "close_for_client": case.open,
            "agreement": case.open and case.agreement_required and case.agreement_at is None,
            "reactivate": not case.open,
            "leave_closed": case.needs_owner,
            "follow_up": not case.open and not merged,
            "unlink": bool(links & _ENDED_BY_HAND),
            "merge": case.open and not merged,
            "undo_merge": merged or MERGED_HERE in links,
            "payment": cover in _PAID and case.organisation_id is not None,
            "accept": case.open and cover in {Cover.SEASON_TICKET, Cover.INCIDENT},
            "return_incident": cover in _PAID,
            "settle": cover is Cover.UNCOVERED,
            "take_step": "engagement" in links,
            "split": case.open,
            "pass_on": case.open,
        }
        for name, visible in shown.items():
            self.actions[name].setVisible(visible)
        for name, action in self.actions.items():
            # A look back shows; it changes nothing.
            action.setEnabled(case.as_of is None or name == "as_of")

    def _dress(self) -> None:
        for name, action in self.actions.items():
            action.setIcon(qicon(_ICONS[name]))


def _slots(acts: CaseActs) -> Mapping[str, Callable[[], None]]:
    return {
        "title": acts.edit_title,
        "link": acts.link,
        "unlink": acts.unlink,
        "merge": acts.merge,
        "undo_merge": acts.undo_merge,
        "split": acts.split,
        "tick_off": acts.tick_off,
        "note": acts.link_tracking_note,
        "article": acts.use_article,
        "pass_on": acts.pass_on,
        "payment": acts.take_payment,
        "accept": acts.accept_incident,
        "return_incident": acts.return_incident,
        "settle": acts.settle_uncovered,
        "work": acts.open_work,
        "take_step": acts.take_step,
        "agreement": acts.record_agreement,
        "close": acts.close_case,
        "close_for_client": acts.close_for_client,
        "reactivate": acts.reactivate,
        "leave_closed": acts.leave_closed,
        "follow_up": acts.follow_up,
        "as_of": acts.show_as_of,
    }


def _words() -> Mapping[str, str]:
    return {
        "title": QCoreApplication.translate("MoreMenu", "Edit the title"),
        "link": QCoreApplication.translate("MoreMenu", "Link with a case…"),
        "unlink": QCoreApplication.translate("MoreMenu", "End a link…"),
        "merge": QCoreApplication.translate("MoreMenu", "Merge into a case…"),
        "undo_merge": QCoreApplication.translate("MoreMenu", "Undo the merge"),
        "split": QCoreApplication.translate("MoreMenu", "Split off an aspect…"),
        "tick_off": QCoreApplication.translate("MoreMenu", "Information received…"),
        "note": QCoreApplication.translate("MoreMenu", "Link a tracking note…"),
        "article": QCoreApplication.translate("MoreMenu", "Use an article…"),
        "pass_on": QCoreApplication.translate("MoreMenu", "Central support…"),
        "payment": QCoreApplication.translate("MoreMenu", "Record a payment…"),
        "accept": QCoreApplication.translate("MoreMenu", "Accept as one incident"),
        "return_incident": QCoreApplication.translate("MoreMenu", "Return the incident…"),
        "settle": QCoreApplication.translate("MoreMenu", "Settle support without cover…"),
        "work": QCoreApplication.translate("MoreMenu", "Start an engagement…"),
        "take_step": QCoreApplication.translate("MoreMenu", "Next step of the work…"),
        "agreement": QCoreApplication.translate("MoreMenu", "Record the customer’s agreement…"),
        "close": QCoreApplication.translate("MoreMenu", "Close the case…"),
        "close_for_client": QCoreApplication.translate("MoreMenu", "Close for the customer…"),
        "reactivate": QCoreApplication.translate("MoreMenu", "Reactivate"),
        "leave_closed": QCoreApplication.translate("MoreMenu", "Leave it closed…"),
        "follow_up": QCoreApplication.translate("MoreMenu", "Log a follow-up case…"),
        "as_of": QCoreApplication.translate("MoreMenu", "Show as of…"),
    }
