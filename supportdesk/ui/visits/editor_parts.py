"""What stands around a visit's form: its head, the line that says what is saved, the foot that finishes or revises."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from supportdesk.services.cases.visits import CLOSED
from supportdesk.ui import moments
from supportdesk.ui.hub_line import Phase
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.visits.words import report_state, saved_at
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.chips import Tag
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from supportdesk.services.views.visits import VisitView
    from supportdesk.ui.pages import Shell


class EditorHead(QWidget):
    """Number, state, client and site, and at its end the preview."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(theme().px(48))
        self.title = ElidedLabel("", Type.PANE_TITLE, "text")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.state = Tag()
        self.client = ElidedLabel("", Type.BODY, "text2")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(20, 0, 16, 0)
        self.row.setSpacing(10)
        self.row.addWidget(self.title)
        self.row.addWidget(self.state)
        self.row.addWidget(self.client, 1)
        self.preview = Button(QCoreApplication.translate("VisitPaper", "Preview PDF"), icon="eye")
        self.row.addWidget(self.preview)

    def show_visit(self, view: VisitView) -> None:
        """Name a visit."""
        words = QCoreApplication.translate("Visits", "Visit report {number}")
        self.title.setText(words.format(number=moments.ltr(view.number)))
        self.state.show_text(*report_state(view.state, view.revision))
        self.client.setText(
            moments.listed(moments.own(part) for part in (view.organisation, view.site) if part)
        )


class SavedLine(QWidget):
    """Says quietly that what is typed is saved, and since when; offline it says what becomes of it."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._at: datetime | None = None
        self._quiet, self._offline = Banner(MessageKind.INFO), Banner(MessageKind.OFFLINE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._quiet)
        column.addWidget(self._offline)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.refresh()

    @property
    def text(self) -> str:
        """What it says."""
        shown = self._quiet if self._offline.isHidden() else self._offline
        return shown.accessibleName()

    def begin(self) -> None:
        """Another visit is in view; nothing of it was saved yet."""
        self._at = None
        self.refresh()

    def kept(self, at: object) -> None:
        """Something was saved at this instant."""
        self._at = at  # type: ignore[assignment]
        self.refresh()

    def refresh(self) -> None:
        """Say how things stand now."""
        line = self._shell.line
        offline = line is not None and line.state().phase is Phase.OFFLINE
        last = saved_at(self._at, self._shell.zone) if self._at is not None else ""
        lead = QCoreApplication.translate("Visits", "Saved on this computer")
        rest = QCoreApplication.translate("Visits", "as you type.")
        if offline:
            rest = QCoreApplication.translate("Visits", "– will be sent when you are back online.")
        shown = self._offline if offline else self._quiet
        shown.say(lead, " ".join(part for part in (rest, last) if part))
        self._quiet.setVisible(not offline)
        self._offline.setVisible(offline)


class EditorFoot(QWidget):
    """Finishes the visit, or opens a finished report again."""

    def __init__(self) -> None:
        super().__init__()
        self.finish = Button(
            QCoreApplication.translate("Visits", "Finish visit"),
            ButtonKind.PRIMARY,
            icon="check-bold",
            large=True,
        )
        self.revise = Button(QCoreApplication.translate("Visits", "Revise…"), large=True)
        for button in (self.finish, self.revise):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._told = label("", Type.META, "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.finish)
        column.addWidget(self.revise)
        column.addWidget(self._told)
        self.revise.hide()

    def show_visit(self, view: VisitView, now: datetime, zone: tzinfo | None) -> None:
        """Offer what can be done with this visit."""
        finished = view.state == "finished"
        self.finish.setVisible(view.state not in CLOSED)
        self.revise.setVisible(finished)
        text = QCoreApplication.translate(
            "Visits", "Sets the departure to now and closes the report as it is signed."
        )
        if finished and view.report.left is not None:
            words = QCoreApplication.translate(
                "Visits", "Finished. On site until {moment}. The report stays as signed."
            )
            text = words.format(moment=moments.due_moment(view.report.left, now, zone))
        elif view.state == "cancelled":
            text = ""
        elif view.report.left is not None:
            text = QCoreApplication.translate("Visits", "Closes the report as it is signed.")
        self._told.setText(text)
