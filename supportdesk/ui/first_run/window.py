"""The first start: three pages, a footer, and what was chosen so far through every change of language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from supportdesk.ui.first_run.choice import FirstRunChoice, is_time_zone
from supportdesk.ui.first_run.pages import LanguagePage, Page, SupportPage, TeamPage, side_margin
from supportdesk.ui.first_run.steps import StepBar
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind
from supportdesk.ui.widgets.messages import Banner, MessageKind
from supportdesk.ui.widgets.texts import label

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from supportdesk.domain.errors import KnownError
    from supportdesk.rules.policies.policy import Policy
    from supportdesk.ui.exchange.door import Admission, HubDoor

# Which steps of the bar each page has in hand.
_STEPS = (frozenset({0}), frozenset({1, 2}), frozenset({3}))
_HEADER = 72
_FOOTER = 60


class FirstRunWindow(QWidget):
    """Asks what a desk is set up with. `chosen` carries the FirstRunChoice; setting up is its owner's work.

    `door` speaks with hubs; without one a desk can only work alone. `keyring` says whether this computer has a keyring
    that keeps secrets, `folder` where the desk will live.
    `language_chosen` asks the program to speak another language; the window then says everything anew and keeps what
    was chosen. While the desk is set up, `set_busy` holds the window; `show_refusal` says why it could not be.
    """

    chosen = Signal(object)
    language_chosen = Signal(str)

    def __init__(
        self,
        policies: Sequence[Policy] = (),
        *,
        folder: Path,
        keyring: bool,
        language: str = "en",
        time_zone: str = "",
        door: HubDoor | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._policies = tuple(policies)
        self._folder, self._keyring, self._door = folder, keyring, door
        self._hub = (False, "")
        self._wish = FirstRunChoice(
            language=language.replace("-", "_").split("_", 1)[0],
            policy_code="",
            encryption="keyring" if keyring else "passphrase",
            passphrase=None,
            person_name="",
            email="",
            branch_name="",
            time_zone=time_zone if is_time_zone(time_zone) else "",
        )
        self._frame = QVBoxLayout(self)
        self._frame.setContentsMargins(0, 0, 0, 0)
        self._frame.setSpacing(0)
        self._content: QWidget | None = None
        self._build(page=0)

    def show_policies(self, policies: Sequence[Policy]) -> None:
        """Offer these policies, read while the first page was looked at."""
        self._policies = tuple(policies)
        self.support.policies.show_policies(self._policies, self._wish.policy_code)
        self._settle()

    def choice(self) -> FirstRunChoice:
        """What is chosen so far."""
        team = self.team.team
        return replace(
            self._wish,
            policy_code=self.support.policies.chosen or self._wish.policy_code,
            encryption=self.support.locking.encryption,
            passphrase=self.support.locking.passphrase,
            person_name=team.person.text(),
            email=team.email.text(),
            branch_name=team.branch.text(),
            time_zone=team.zone.text(),
        )

    def set_busy(self, *, busy: bool) -> None:
        """Hold everything while the desk is being set up, or let go."""
        self.pages.setEnabled(not busy)
        for button in (self.back, self.forward, self.look_around):
            button.setEnabled(not busy)
        if busy:
            self.forward.setText(QCoreApplication.translate("FirstRun", "Setting up…"))
        else:
            self._settle()

    def show_refusal(self, error: KnownError) -> None:
        """Say why the desk could not be set up; everything chosen stays."""
        self.set_busy(busy=False)
        self.trouble.say(error.what, " ".join(filter(None, (error.meaning, error.remedy))))
        self.trouble.show()

    def go_on(self) -> None:
        """To the next page, or to the end; a page that lacks something says so and stays."""
        page, places = self._page(), self.support.places
        if page is self.support and places is not None and places.at_hub and places.form.offer is None:
            # How the file is locked matters once there is something to put into it.
            places.form.find_hub()
            return
        missing = page.point_out_missing()
        if missing is not None:
            missing.setFocus(Qt.FocusReason.OtherFocusReason)
            page.ensureWidgetVisible(missing)
            return
        if page is self.support and places is not None and places.at_hub:
            places.form.submit()
        elif self.pages.currentIndex() < self.pages.count() - 1:
            self._turn_to(self.pages.currentIndex() + 1)
        else:
            self._finish(self.choice())

    def go_back(self) -> None:
        """To the page before."""
        self._turn_to(max(0, self.pages.currentIndex() - 1))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._wish, self._hub = self.choice(), self._hub_so_far()
            self._build(page=self.pages.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._align_footer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.forward.isEnabled():
            self.go_on()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        colours = theme().colours
        foot = QRectF(0, self.height() - _FOOTER, self.width(), _FOOTER)
        painter.fillRect(self.rect(), colours.window)
        painter.fillRect(foot, colours.canvas)
        painter.fillRect(QRectF(0, foot.top(), self.width(), 1), colours.line)
        painter.end()

    def _build(self, *, page: int) -> None:
        """Say everything in the language in force; what was chosen stays."""
        wish = self._wish
        self.setWindowTitle(QCoreApplication.translate("FirstRun", "Support Desk"))
        self.language = LanguagePage(wish.language)
        self.support = SupportPage(
            wish.language, self._folder, keyring=self._keyring, door=self._door, hub=self._hub
        )
        self.team = TeamPage(wish)
        self.support.policies.show_policies(self._policies, wish.policy_code)
        self.support.locking.show_choice(wish.encryption, wish.passphrase)
        self.pages = QStackedWidget()
        for each in (self.language, self.support, self.team):
            self.pages.addWidget(each)
        self.steps = StepBar(
            (
                QCoreApplication.translate("FirstRun", "Language"),
                QCoreApplication.translate("FirstRun", "How you support"),
                QCoreApplication.translate("FirstRun", "Where cases live"),
                QCoreApplication.translate("FirstRun", "Your team"),
            )
        )
        self.trouble = Banner(MessageKind.ERROR, closable=True)
        self.trouble.hide()
        self._put(self._make_content())
        self._align_footer()
        self.language.chosen.connect(self._choose_language)
        if (places := self.support.places) is not None:
            places.changed.connect(self._settle)
            places.form.changed.connect(self._settle)
            places.form.admitted.connect(self._admitted)
        self._turn_to(page)

    def _make_content(self) -> QWidget:
        content = QWidget()
        header = QHBoxLayout()
        header.addStretch(1)
        header.addWidget(self.steps)
        header.addStretch(1)
        top = QWidget()
        top.setFixedHeight(theme().px(_HEADER))
        top.setLayout(header)
        trouble = QHBoxLayout()
        trouble.setContentsMargins(24, 0, 24, 0)
        trouble.addWidget(self.trouble)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(top)
        column.addLayout(trouble)
        column.addWidget(self.pages, 1)
        column.addWidget(self._make_footer())
        return content

    def _make_footer(self) -> QWidget:
        footer = QWidget()
        footer.setFixedHeight(_FOOTER)
        self.look_around = Button(
            QCoreApplication.translate("FirstRun", "Look around with sample cases"),
            ButtonKind.LINK,
            icon="play",
        )
        open_note = QCoreApplication.translate("FirstRun", "Sample cases are not encrypted here.")
        self._sample_note = label("" if self._keyring else open_note, Type.HINT, "muted")
        self.back = Button(QCoreApplication.translate("FirstRun", "Back"), ButtonKind.FLAT, large=True)
        self.forward = Button("", ButtonKind.PRIMARY, large=True)
        self.look_around.clicked.connect(self._sample)
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_on)
        row = self._footer = QHBoxLayout(footer)
        row.setSpacing(12)
        row.addWidget(self.look_around)
        row.addWidget(self._sample_note)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        return footer

    def _align_footer(self) -> None:
        margin = side_margin(self.width())
        self._footer.setContentsMargins(margin, 1, margin, 0)

    def _put(self, content: QWidget) -> None:
        if self._content is not None:
            self._frame.removeWidget(self._content)
            self._content.hide()
            self._content.deleteLater()
        self._content = content
        self._frame.addWidget(content)

    def _page(self) -> Page:
        page = self.pages.currentWidget()
        assert isinstance(page, Page)  # noqa: S101 – nothing else was put in
        return page

    def _turn_to(self, number: int) -> None:
        self.pages.setCurrentIndex(number)
        self.steps.show_steps(_STEPS[number])
        self.trouble.hide()
        self._settle()
        first = self._page().first_control()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self) -> None:
        number = self.pages.currentIndex()
        last = number == self.pages.count() - 1
        go_on = QCoreApplication.translate("FirstRun", "Continue")
        begin = QCoreApplication.translate("FirstRun", "Set up the desk")
        self.forward.setText(begin if last else go_on)
        self.forward.setEnabled(number != 1 or bool(self._policies))
        if number == 1 and self.support.at_hub:
            self._settle_at_hub()
        self.forward.updateGeometry()
        self.back.setVisible(number > 0)

    def _settle_at_hub(self) -> None:
        places = self.support.places
        if places is not None:
            found = places.form.offer is not None
            sign_in = QCoreApplication.translate("FirstRun", "Sign in and begin")
            find = QCoreApplication.translate("FirstRun", "Find the hub")
            self.forward.setText(sign_in if found else find)
            self.forward.setEnabled(not places.form.busy)

    def _hub_so_far(self) -> tuple[bool, str]:
        places = self.support.places
        return self._hub if places is None else (places.at_hub, places.form.address.text())

    def _admitted(self, admission: Admission) -> None:
        self._finish(replace(self.choice(), hub=admission))

    def _choose_language(self, code: str) -> None:
        if code != self._wish.language:
            self._wish = replace(self.choice(), language=code)
            self.language_chosen.emit(code)

    def _sample(self) -> None:
        # What is invented needs no lock; where a keyring is at hand it is used all the same.
        wish = replace(
            self.choice(), encryption="keyring" if self._keyring else "off", passphrase=None, sample=True
        )
        self._finish(wish)

    def _finish(self, choice: FirstRunChoice) -> None:
        self.set_busy(busy=True)
        self.chosen.emit(choice)
