"""The menu behind the three dots: every act on a case beyond writing, offered where it makes sense."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from supportdesk.domain.words import Cover, LinkKind
from supportdesk.ui.icons import qicon
from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.chips import styled_menu

if TYPE_CHECKING:
    from supportdesk.services.views import CaseDetail
    from supportdesk.ui.case_detail.case_acts import CaseActs

_PAID = frozenset({Cover.SEASON_TICKET, Cover.INCIDENT, Cover.UNCOVERED, Cover.NONE})


class MoreMenu(QObject):
    """Keeps the menu's acts in step with the case."""

    def __init__(self, acts: CaseActs, parent: QWidget) -> None:
        super().__init__(parent)
        self._acts = acts
        self.menu: QMenu = styled_menu(parent)
        self.actions: dict[str, QAction] = {}
        self._icons: dict[str, str] = {}
        self._fill()
        theme().changed.connect(self._dress)

    def show_case(self, case: CaseDetail) -> None:
        """Offer what this case allows."""
        links = {str(link.kind) for link in case.links}
        paid = case.entitlement.cover in _PAID
        merged = LinkKind.MERGED_INTO.value in links
        shown = {
            "close": case.open,
            "close_for_client": case.open,
            "agreement": case.open and case.agreement_required and case.agreement_at is None,
            "reactivate": not case.open,
            "unlink": bool(links & {"same_cause", "related", "duplicate_of", "has_duplicate"}),
            "merge": case.open and not merged,
            "undo_merge": merged,
            "payment": paid and case.organisation_id is not None,
            "accept": case.open and case.entitlement.cover in {Cover.SEASON_TICKET, Cover.INCIDENT},
            "return_incident": paid,
            "settle": case.entitlement.cover is Cover.UNCOVERED,
            "take_step": "engagement" in links,
            "split": case.open,
        }
        for name, visible in shown.items():
            self.actions[name].setVisible(visible)
        frozen = case.as_of is not None
        for name, action in self.actions.items():
            action.setEnabled(not frozen or name == "as_of")

    def _fill(self) -> None:
        acts = self._acts
        groups: tuple[tuple[tuple[str, str, str, Callable[[], None]], ...], ...] = (
            (
                (
                    "title",
                    QCoreApplication.translate("MoreMenu", "Edit the title"),
                    "pencil-simple",
                    acts.edit_title,
                ),
                ("link", QCoreApplication.translate("MoreMenu", "Link with a case…"), "link", acts.link),
                ("unlink", QCoreApplication.translate("MoreMenu", "End a link…"), "link-break", acts.unlink),
                (
                    "merge",
                    QCoreApplication.translate("MoreMenu", "Merge into a case…"),
                    "git-merge",
                    acts.merge,
                ),
                (
                    "undo_merge",
                    QCoreApplication.translate("MoreMenu", "Undo the merge"),
                    "git-merge",
                    acts.undo_merge,
                ),
                (
                    "split",
                    QCoreApplication.translate("MoreMenu", "Split off an aspect…"),
                    "git-fork",
                    acts.split,
                ),
            ),
            (
                (
                    "tick_off",
                    QCoreApplication.translate("MoreMenu", "Information received…"),
                    "list-bullets",
                    acts.tick_off,
                ),
                (
                    "note",
                    QCoreApplication.translate("MoreMenu", "Link a tracking note…"),
                    "bug",
                    acts.link_tracking_note,
                ),
                (
                    "article",
                    QCoreApplication.translate("MoreMenu", "Use an article…"),
                    "book-open",
                    acts.use_article,
                ),
            ),
            (
                (
                    "payment",
                    QCoreApplication.translate("MoreMenu", "Record a payment…"),
                    "ticket",
                    acts.take_payment,
                ),
                (
                    "accept",
                    QCoreApplication.translate("MoreMenu", "Accept as one incident"),
                    "ticket",
                    acts.accept_incident,
                ),
                (
                    "return_incident",
                    QCoreApplication.translate("MoreMenu", "Return the incident…"),
                    "ticket",
                    acts.return_incident,
                ),
                (
                    "settle",
                    QCoreApplication.translate("MoreMenu", "Settle support without cover…"),
                    "ticket",
                    acts.settle_uncovered,
                ),
                (
                    "work",
                    QCoreApplication.translate("MoreMenu", "Start an engagement…"),
                    "briefcase",
                    acts.open_work,
                ),
                (
                    "take_step",
                    QCoreApplication.translate("MoreMenu", "Next step of the work…"),
                    "briefcase",
                    acts.take_step,
                ),
            ),
            (
                (
                    "agreement",
                    QCoreApplication.translate("MoreMenu", "Record the customer’s agreement…"),
                    "check",
                    acts.record_agreement,
                ),
                (
                    "close",
                    QCoreApplication.translate("MoreMenu", "Close the case…"),
                    "check-circle",
                    acts.close_case,
                ),
                (
                    "close_for_client",
                    QCoreApplication.translate("MoreMenu", "Close for the customer…"),
                    "check-circle",
                    acts.close_for_client,
                ),
                (
                    "reactivate",
                    QCoreApplication.translate("MoreMenu", "Reactivate"),
                    "arrow-counter-clockwise",
                    acts.reactivate,
                ),
            ),
            (
                (
                    "as_of",
                    QCoreApplication.translate("MoreMenu", "Show as of…"),
                    "clock-counter-clockwise",
                    acts.show_as_of,
                ),
            ),
        )
        for number, group in enumerate(groups):
            if number:
                self.menu.addSeparator()
            for name, text, icon, slot in group:
                action = QAction(text, self.menu)
                action.triggered.connect(slot)
                self.menu.addAction(action)
                self.actions[name] = action
                self._icons[name] = icon
        self._dress()

    def _dress(self) -> None:
        for name, action in self.actions.items():
            action.setIcon(qicon(self._icons[name]))
