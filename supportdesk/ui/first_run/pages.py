"""The pages of the first start: language, policy and place, team; which one is shown the window decides."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QHBoxLayout, QWidget

from supportdesk.ui import moments
from supportdesk.ui.first_run.cards import ChoiceCard, PlaceCard
from supportdesk.ui.first_run.choice import LANGUAGES
from supportdesk.ui.first_run.locking import LockingPart
from supportdesk.ui.first_run.places import PlaceChoice, Places
from supportdesk.ui.first_run.policies import PolicyPart
from supportdesk.ui.first_run.team import TeamPart
from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.chips import Tag
from supportdesk.ui.widgets.dialog import ScrollColumn
from supportdesk.ui.widgets.marks import IconMark, MarkView
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QAbstractButton

    from supportdesk.ui.exchange.door import HubDoor
    from supportdesk.ui.first_run.choice import FirstRunChoice

WIDEST = 1272
_NARROW = 560
_LEAST_MARGIN = 24
_BESIDE_FROM = 900


def side_margin(room: int, widest: int = WIDEST) -> int:
    """How far content stays from the sides of this much room."""
    return max(_LEAST_MARGIN, (room - widest) // 2)


class Page(ScrollColumn):
    """A page in the middle of the window, as wide as reads well."""

    def __init__(self, widest: int = WIDEST) -> None:
        super().__init__((_LEAST_MARGIN, 8, _LEAST_MARGIN, 24), 12)
        self._widest = widest

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        margin = side_margin(self.viewport().width(), self._widest)
        self.column.setContentsMargins(margin, 8, margin, 24)

    def point_out_missing(self) -> QWidget | None:
        """Say what is missing on this page; the first such place, or None."""
        return None

    def first_control(self) -> QWidget | None:
        """What takes the focus when the page comes."""
        return None

    def say(self, title: str, text: str) -> None:
        """The question of this page."""
        self.column.addWidget(label(title, Type.PAGE_TITLE, wrap=True))
        self._meaning = label(text, Type.BODY, "text2", wrap=True)
        self.column.addWidget(self._meaning)
        self.column.addSpacing(4)


class LanguagePage(Page):
    """`chosen` carries the code; the program then speaks it."""

    chosen = Signal(str)

    def __init__(self, language: str) -> None:
        super().__init__(_NARROW)
        self.say(
            QCoreApplication.translate("FirstRun", "Which language do you read?"),
            QCoreApplication.translate("FirstRun", "It can be changed at any time; clients have their own."),
        )
        self._group = QButtonGroup(self)
        self.cards = tuple(ChoiceCard(code, name) for code, name in LANGUAGES)
        for card in self.cards:
            card.setChecked(card.key == language)
            self._group.addButton(card)
            self.column.addWidget(card)
        self.column.addStretch(1)
        self._group.buttonClicked.connect(self._clicked)

    def first_control(self) -> QWidget | None:
        return next((card for card in self.cards if card.isChecked()), self.cards[0])

    def _clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, ChoiceCard):
            self.chosen.emit(button.key)


class SupportPage(Page):
    """How clients are supported, and where the cases live."""

    def __init__(
        self,
        language: str,
        folder: Path,
        *,
        keyring: bool,
        door: HubDoor | None = None,
        hub: tuple[bool, str] = (False, ""),
    ) -> None:
        super().__init__()
        self.say(
            QCoreApplication.translate("FirstRun", "How do you support your customers?"),
            QCoreApplication.translate(
                "FirstRun",
                "Pick the closest. It fills in stages, severities, calendars and reminders. You can change every rule "
                "later, and use another policy for a branch or a client.",
            ),
        )
        self.policies = PolicyPart(language)
        self.locking = LockingPart(keyring=keyring)
        self.column.addWidget(self.policies)
        self.column.addSpacing(16)
        title = QCoreApplication.translate("FirstRun", "Where will your cases live?")
        self.column.addWidget(label(title, Type.CASE_TITLE, wrap=True))
        self._places = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._places.setSpacing(12)
        self.places: Places | None = None
        self._hub_rules = label(
            QCoreApplication.translate(
                "FirstRun", "Your company’s hub brings its own rules; you need not choose."
            ),
            Type.BODY,
            "text2",
            wrap=True,
        )
        if door is None:
            self._places.addWidget(self._alone(folder), 7)
            self._places.addWidget(_hub(), 5)
            self.column.addLayout(self._places)
        else:
            self._offer_hub(door, folder, at_hub=hub[0], address=hub[1])
        self.column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.viewport().width() >= _BESIDE_FROM
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._places.direction() != direction:
            self._places.setDirection(direction)

    @property
    def at_hub(self) -> bool:
        """Whether the cases are to live at a hub."""
        return self.places is not None and self.places.at_hub

    def point_out_missing(self) -> QWidget | None:
        return self.locking.point_out_missing()

    def _offer_hub(self, door: HubDoor, folder: Path, *, at_hub: bool, address: str) -> None:
        alone = PlaceChoice("laptop", *_alone_words())
        alone.column.addWidget(label(_alone_text(), Type.META, "text2", wrap=True))
        alone.column.addLayout(_folder_row(folder))
        alone.column.addStretch(1)
        self.places = Places(door, alone, hub=at_hub, address=address)
        self.places.changed.connect(self._place_changed)
        self._places.addWidget(self.places.hub, 7)
        self._places.addWidget(alone, 5)
        self.column.insertWidget(self.column.indexOf(self.policies) + 1, self._hub_rules)
        self.column.addLayout(self._places)
        self.column.addWidget(self.locking)
        self._place_changed(at_hub)

    def _place_changed(self, at_hub: bool) -> None:
        self.policies.setVisible(not at_hub)
        self._meaning.setVisible(not at_hub)
        self._hub_rules.setVisible(at_hub)

    def first_control(self) -> QWidget | None:
        return next((card for card in self.policies.cards if card.isChecked()), None)

    def _alone(self, folder: Path) -> PlaceCard:
        card = PlaceCard("laptop", *_alone_words(), chosen=True)
        card.column.addWidget(label(_alone_text(), Type.META, "text2", wrap=True))
        card.column.addLayout(_folder_row(folder))
        card.column.addWidget(self.locking)
        card.column.addStretch(1)
        return card


class TeamPage(Page):
    """Who begins here."""

    def __init__(self, choice: FirstRunChoice) -> None:
        super().__init__(_NARROW)
        self.say(
            QCoreApplication.translate("FirstRun", "Who works here?"),
            QCoreApplication.translate("FirstRun", "Your name stands on what you write to clients."),
        )
        self.team = TeamPart()
        self.team.show_choice(choice)
        self.column.addWidget(self.team)
        self.column.addStretch(1)

    def point_out_missing(self) -> QWidget | None:
        return self.team.point_out_missing()

    def first_control(self) -> QWidget | None:
        return self.team.person.control


def _alone_words() -> tuple[str, str]:
    return (
        QCoreApplication.translate("FirstRun", "Work alone on this computer"),
        QCoreApplication.translate("FirstRun", "No server, no account. Everything stays here."),
    )


def _alone_text() -> str:
    return QCoreApplication.translate(
        "FirstRun",
        "Cases live in one folder that you can back up. You can connect to a hub later, and your cases come "
        "with you.",
    )


def _folder_row(folder: Path) -> QHBoxLayout:
    place = QHBoxLayout()
    place.setSpacing(8)
    place.addWidget(MarkView(IconMark("folder", "muted", 15)))
    shown = ElidedLabel(moments.ltr(str(folder)), Type.META, "text2")
    shown.setAccessibleName(QCoreApplication.translate("FirstRun", "Folder {path}").format(path=folder))
    place.addWidget(shown, 1)
    return place


def _hub() -> PlaceCard:
    card = PlaceCard(
        "cloud",
        QCoreApplication.translate("FirstRun", "Connect to your company’s hub"),
        QCoreApplication.translate("FirstRun", "Work with colleagues, also offline all day."),
        chosen=False,
    )
    card.head.addWidget(Tag(QCoreApplication.translate("FirstRun", "Not in this version")))
    text = QCoreApplication.translate(
        "FirstRun",
        "This version of Support Desk works alone. Connecting comes together with a hub.",
    )
    card.column.addWidget(label(text, Type.META, "muted", wrap=True))
    card.column.addStretch(1)
    card.column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return card
