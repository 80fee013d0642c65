"""Dialogs that join cases and take them apart: link or merge with a case found by number or words, split an aspect."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, QTimer

from supportdesk.domain.words import LinkKind
from supportdesk.services.cases import cases, linking, merging
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.queries import lists
from supportdesk.services.views import CaseRow
from supportdesk.ui import labels, moments
from supportdesk.ui.case_detail.act_dialog import ActDialog, Picker, PickRow
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.choices import RadioButton, Segmented
from supportdesk.ui.widgets.fields import Choice, Field, TextBox
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from supportdesk.services.queries.case_offers import CaseOffers
    from supportdesk.services.views import CaseDetail
    from supportdesk.ui.case_detail.errands import Errands
    from supportdesk.ui.pages import Shell

Asked = tuple[str, Callable[..., object], tuple[Any, ...], dict[str, Any]]

_QUIET_MS = 200
# How a link reads on the case that another was merged into.
MERGED_HERE = "merged_here"
_BY_HAND = (LinkKind.SAME_CAUSE, LinkKind.RELATED, LinkKind.DUPLICATE_OF)


class LinkDialog(ActDialog):
    """Finds a case and links this one with it, or merges this one into it."""

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail, *, merge: bool = False) -> None:
        title = QCoreApplication.translate("CaseDialogs", "Link or merge {number}").format(
            number=moments.ltr(case.number)
        )
        super().__init__(shell, errands, case, title, "", size=(560, 532))
        self.way = Segmented()
        self.way.setAccessibleName(QCoreApplication.translate("CaseDialogs", "Link or merge"))
        self.way.offer(
            [
                ("link", QCoreApplication.translate("CaseDialogs", "Link the cases"), None),
                ("merge", QCoreApplication.translate("CaseDialogs", "Merge into the other"), None),
            ]
        )
        self.kind = Choice(
            QCoreApplication.translate("CaseDialogs", "How they belong together"),
            [(kind, labels.link_name(kind)) for kind in _BY_HAND],
        )
        self.picker = Picker(
            QCoreApplication.translate("CaseDialogs", "The other case"),
            QCoreApplication.translate("CaseDialogs", "Number, title or customer"),
        )
        self._meaning = label("", Type.META, "muted", wrap=True)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_QUIET_MS)
        self._wait.timeout.connect(self._search)
        self.picker.typed.connect(self._typed)
        self.picker.chosen.connect(self._picked)
        self.way.chosen.connect(self._turned)
        for part in (self.way, self._meaning, self.kind, self.picker):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.way.choose("merge" if merge else "link")
        self._turned(self.way.value())

    def open(self) -> None:
        super().open()
        self.picker.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def asked(self) -> Asked | None:
        other = self.picker.key
        if not isinstance(other, CaseRow):
            return None
        if self.way.value() == "merge":
            said = QCoreApplication.translate("CaseDialogs", "Merged into {number}").format(
                number=other.number
            )
            return said, merging.merge, (self.case.id, other.id), {}
        said = QCoreApplication.translate("CaseDialogs", "Linked with {number}").format(number=other.number)
        return said, linking.link, (self.case.id, other.id, self.kind.value()), {}

    def _turned(self, way: object) -> None:
        merge = way == "merge"
        self.kind.setVisible(not merge)
        self._meaning.setText(
            QCoreApplication.translate(
                "CaseDialogs",
                "Lists show the other case only, with the entries of both. A merge can be undone at any time.",
            )
            if merge
            else QCoreApplication.translate("CaseDialogs", "Both cases stay as they are and name each other.")
        )
        self.primary.setText(
            QCoreApplication.translate("CaseDialogs", "Merge the cases")
            if merge
            else QCoreApplication.translate("CaseDialogs", "Link the cases")
        )
        self.primary.updateGeometry()
        self.primary.setEnabled(self.picker.key is not None)

    def _typed(self, _text: str) -> None:
        self._wait.start()

    def _search(self) -> None:
        text = self.picker.text()
        if not text:
            self._show(())
            return
        self.shell.session.ask("case to link", lists.best, text, 7, then=self._show)

    def _show(self, found: tuple[CaseRow, ...]) -> None:
        if self.holds:
            return
        rows = [
            PickRow(row, moments.ltr(row.number), row.title, row.organisation)
            for row in found
            if row.id != self.case.id
        ]
        nothing = QCoreApplication.translate("CaseDialogs", "No case fits. Try its number or another word.")
        self.picker.show_rows(rows[:6], nothing if self.picker.text() else "")
        self.primary.setEnabled(False)

    def _picked(self, _case: object) -> None:
        self.primary.setEnabled(True)


class SplitDialog(ActDialog):
    """Makes another aspect of the request a case of its own; the client is told first (SYN-3)."""

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail, offered: CaseOffers) -> None:
        title = QCoreApplication.translate("CaseDialogs", "Split off another aspect")
        verb = QCoreApplication.translate("CaseDialogs", "Split the case")
        super().__init__(shell, errands, case, title, verb, size=(620, 600))
        self.title = Field(QCoreApplication.translate("CaseDialogs", "Title of the new case"))
        self.aspect = TextBox(
            QCoreApplication.translate("CaseDialogs", "What the customer wants, in their words"), lines=4
        )
        self.wording = TextBox(
            QCoreApplication.translate("CaseDialogs", "What you told the customer"),
            lines=3,
            hint=QCoreApplication.translate("CaseDialogs", "before the split"),
        )
        self.severity = Choice(
            QCoreApplication.translate("CaseDialogs", "Severity the customer claims"),
            [
                (None, QCoreApplication.translate("CaseDialogs", "Not stated")),
                *((each.code, f"{each.code} {each.name}") for each in case.severities),
            ],
        )
        self.charge = RadioButton(
            QCoreApplication.translate("CaseDialogs", "The new case is an incident of its own")
        )
        self.transfer = RadioButton(
            QCoreApplication.translate("CaseDialogs", "The incident of this case moves to the new one")
        )
        self.charge.setChecked(True)
        for part in (self.title, self.aspect, self.wording):
            self.body.addWidget(part)
        if case.severities:
            self.body.addWidget(self.severity)
        if offered.split_charges:
            self.body.addWidget(self.charge)
            self.body.addWidget(self.transfer)
            self.transfer.setEnabled(offered.charged)
        self.body.addStretch(1)

    def asked(self) -> Asked | None:
        complete = True
        for field, sentence in (
            (self.title, QCoreApplication.translate("CaseDialogs", "Name what it is about.")),
            (self.wording, QCoreApplication.translate("CaseDialogs", "Say what the customer was told.")),
        ):
            if not field.text():
                field.set_error(sentence)
                complete = False
        if not complete:
            return None
        aspect = NewCase(
            title=self.title.text(),
            body=self.aspect.text(),
            channel=self.case.channel,
            severity=_code(self.severity.value()),
        )
        said = QCoreApplication.translate("CaseDialogs", "Split into two cases")
        named = {"charge": self.charge.isChecked(), "wording": self.wording.text()}
        return said, linking.split_aspect, (self.case.id, aspect), named


class FollowUpDialog(ActDialog):
    """Logs a case that goes on with a closed one: same client, product and request, in new words (SAG-6)."""

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail) -> None:
        title = QCoreApplication.translate("CaseDialogs", "Log a follow-up case")
        verb = QCoreApplication.translate("CaseDialogs", "Log the case")
        told = QCoreApplication.translate("CaseDialogs", "It goes on with {number}, which stays closed.")
        super().__init__(
            shell, errands, case, title, verb, size=(560, 420), subtitle=told.format(number=case.number)
        )
        self.title = Field(QCoreApplication.translate("CaseDialogs", "Title of the new case"))
        self.title.control.setText(case.title)
        self.words = TextBox(
            QCoreApplication.translate("CaseDialogs", "What the customer wants, in their words"), lines=5
        )
        for part in (self.title, self.words):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def asked(self) -> Asked | None:
        if not self.title.text():
            self.title.set_error(QCoreApplication.translate("CaseDialogs", "Name what it is about."))
            return None
        said = QCoreApplication.translate("CaseDialogs", "Follow-up case logged")
        return said, cases.log_follow_up, (self.case.id, self.title.text(), self.words.text()), {}

    def _succeeded(self, result: object) -> None:
        super()._succeeded(result)
        created = getattr(result, "created", None)
        if created is not None:
            self.shell.open_case(created)


class UnlinkDialog(ActDialog):
    """Ends a link that was made by hand."""

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail) -> None:
        title = QCoreApplication.translate("CaseDialogs", "End a link")
        verb = QCoreApplication.translate("CaseDialogs", "End the link")
        super().__init__(shell, errands, case, title, verb, size=(460, 260))
        by_hand = {kind.value: kind for kind in _BY_HAND}
        links: list[tuple[object, str]] = [
            ((link.id, by_hand.get(str(link.kind), LinkKind.DUPLICATE_OF)), f"{link.label} {link.title}")
            for link in case.links
            if str(link.kind) in by_hand or str(link.kind) == "has_duplicate"
        ]
        self.link = Choice(QCoreApplication.translate("CaseDialogs", "Which link"), links)
        self.body.addWidget(self.link)
        self.body.addStretch(1)
        self.primary.setEnabled(bool(links))

    def asked(self) -> Asked | None:
        chosen = self.link.value()
        if not isinstance(chosen, tuple):
            return None
        other, kind = chosen
        said = QCoreApplication.translate("CaseDialogs", "Link ended")
        return said, linking.unlink, (self.case.id, UUID(str(other)), LinkKind(kind)), {}


class UnmergeDialog(ActDialog):
    """Takes a case that was merged into this one out again."""

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail) -> None:
        title = QCoreApplication.translate("CaseDialogs", "Undo a merge")
        verb = QCoreApplication.translate("CaseDialogs", "Undo the merge")
        super().__init__(shell, errands, case, title, verb, size=(460, 260))
        merged = [link for link in case.links if str(link.kind) == MERGED_HERE]
        self.merged = Choice(
            QCoreApplication.translate("CaseDialogs", "Which case"),
            [(link.id, f"{link.label} {link.title}") for link in merged],
        )
        self.body.addWidget(self.merged)
        self.body.addStretch(1)
        self.primary.setEnabled(bool(merged))

    def asked(self) -> Asked | None:
        chosen = self.merged.value()
        if not isinstance(chosen, UUID):
            return None
        return QCoreApplication.translate("CaseDialogs", "Merge undone"), merging.undo_merge, (chosen,), {}


def _code(chosen: object) -> str | None:
    return chosen if isinstance(chosen, str) else None
