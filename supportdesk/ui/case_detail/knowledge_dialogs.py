"""Dialogs that bring knowledge to a case: a tracking note, an article to send or to note; and looking back in time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QTimer, Signal

from supportdesk.services.queries import case_offers
from supportdesk.services.queries.case_offers import Found
from supportdesk.services.registers import knowledge
from supportdesk.ui import moments
from supportdesk.ui.case_detail.act_dialog import ActDialog, Picker, PickRow
from supportdesk.ui.case_detail.moment_edit import MomentEdit
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.choices import CheckBox
from supportdesk.ui.widgets.fields import FormRow
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from supportdesk.services.views import CaseDetail
    from supportdesk.ui.case_detail.errands import Errands
    from supportdesk.ui.pages import Shell

Asked = tuple[str, Callable[..., object], tuple[Any, ...], dict[str, Any]]
_QUIET_MS = 200


class FindDialog(ActDialog):
    """Finds one thing by number or title; `find` is the query, newest things are offered first."""

    def __init__(
        self,
        shell: Shell,
        errands: Errands,
        case: CaseDetail,
        words: tuple[str, str, str],
        find: Callable[..., tuple[Found, ...]],
    ) -> None:
        title, verb, field = words
        super().__init__(shell, errands, case, title, verb, size=(560, 460))
        self._find = find
        self.picker = Picker(field, QCoreApplication.translate("CaseDialogs", "Number or title"))
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_QUIET_MS)
        self._wait.timeout.connect(self._search)
        self.picker.typed.connect(self._typed)
        self.picker.chosen.connect(self._picked)
        self.body.addWidget(self.picker)
        self.primary.setEnabled(False)
        self._search()

    def found(self) -> Found | None:
        """What is chosen."""
        return self.picker.key if isinstance(self.picker.key, Found) else None

    def _typed(self, _text: str) -> None:
        self._wait.start()

    def _search(self) -> None:
        self.shell.session.ask("knowledge to link", self._find, self.picker.text(), then=self._show)

    def _show(self, found: tuple[Found, ...]) -> None:
        if self.holds:
            return  # what was chosen is still to be read from here when it is done
        rows = [PickRow(each, moments.ltr(each.number), each.title, each.detail) for each in found]
        self.picker.show_rows(
            rows, QCoreApplication.translate("CaseDialogs", "Nothing fits. Try another word.")
        )
        self.primary.setEnabled(False)

    def _picked(self, _found: object) -> None:
        self.primary.setEnabled(True)


class TrackingNoteDialog(FindDialog):
    """Links the case to a known defect or change (SAP-2)."""

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail) -> None:
        words = (
            QCoreApplication.translate("CaseDialogs", "Link a tracking note"),
            QCoreApplication.translate("CaseDialogs", "Link the note"),
            QCoreApplication.translate("CaseDialogs", "Tracking note"),
        )
        super().__init__(shell, errands, case, words, case_offers.find_notes)
        self.body.addStretch(1)

    def asked(self) -> Asked | None:
        note = self.found()
        if note is None:
            return None
        said = QCoreApplication.translate("CaseDialogs", "Linked with {number}").format(number=note.number)
        return said, knowledge.link_tracking_note, (self.case.id, note.id), {}


class ArticleDialog(FindDialog):
    """Notes that an article served the case, and puts its text into the reply where it is for clients."""

    text_chosen = Signal(str)

    def __init__(self, shell: Shell, errands: Errands, case: CaseDetail) -> None:
        words = (
            QCoreApplication.translate("CaseDialogs", "Use an article"),
            QCoreApplication.translate("CaseDialogs", "Use the article"),
            QCoreApplication.translate("CaseDialogs", "Article"),
        )
        super().__init__(shell, errands, case, words, case_offers.find_articles)
        self.quote = CheckBox(QCoreApplication.translate("CaseDialogs", "Put its text into the reply"))
        self.body.addWidget(self.quote)
        self.body.addStretch(1)

    def asked(self) -> Asked | None:
        article = self.found()
        if article is None:
            return None
        said = QCoreApplication.translate("CaseDialogs", "{number} noted on the case").format(
            number=article.number
        )
        sent = self.quote.isChecked() and bool(article.text)
        return said, knowledge.use_article, (self.case.id, article.id), {"how": "sent" if sent else "used"}

    def _picked(self, found: object) -> None:
        super()._picked(found)
        quotable = isinstance(found, Found) and bool(found.text)
        self.quote.setEnabled(quotable)
        self.quote.setToolTip(
            ""
            if quotable
            else QCoreApplication.translate("CaseDialogs", "This article is for engineers only.")
        )

    def _succeeded(self, result: object) -> None:
        article = self.found()
        if article is not None and self.quote.isChecked() and article.text:
            self.text_chosen.emit(article.text)
        super()._succeeded(result)


class AsOfDialog(ActDialog):
    """Chooses the past instant at which the case is shown; nothing is changed by it."""

    chosen = Signal(object)

    def __init__(
        self, shell: Shell, errands: Errands, case: CaseDetail, now: datetime, zone: tzinfo | None
    ) -> None:
        title = QCoreApplication.translate("CaseDialogs", "Show the case as of a past moment")
        verb = QCoreApplication.translate("CaseDialogs", "Show")
        super().__init__(shell, errands, case, title, verb, size=(460, 260))
        self.moment = MomentEdit(now, zone)
        self.body.addWidget(FormRow(QCoreApplication.translate("CaseDialogs", "As of"), self.moment))
        words = QCoreApplication.translate("CaseDialogs", "Logged {moment}.").format(
            moment=moments.exact_moment(case.logged_at, zone)
        )
        self.body.addWidget(label(words, Type.META, "muted", wrap=True))
        self.body.addStretch(1)

    def asked(self) -> Asked | None:
        return None

    def submit(self) -> None:
        self.chosen.emit(self.moment.instant())
        self.close_with(None)
