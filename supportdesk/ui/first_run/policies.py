"""The choice among policies: a card each, and in one line what the chosen one sets up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from supportdesk.ui import labels
from supportdesk.ui.first_run import policy_words
from supportdesk.ui.first_run.cards import ChoiceCard, policy_card
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.layouts import emptied
from supportdesk.ui.widgets.marks import IconMark, MarkView, SeverityMark
from supportdesk.ui.widgets.painting import rounded
from supportdesk.ui.widgets.texts import ElidedLabel, label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QAbstractButton

    from supportdesk.rules.policies.policy import Policy

_CARD = 208
_MOST_ACROSS = 5


class SetupStrip(QWidget):
    """What a policy sets up: each severity's promise, and the reminders; in two lines where there is less room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(18, 12, 18, 12)
        self._lines.setSpacing(8)
        self._needed = 0

    def show_policy(self, policy: Policy, language: str) -> None:
        """Show what this policy sets up."""
        emptied(self._lines)
        title = QCoreApplication.translate("FirstRun", "What this sets up")
        promises, spoken = _promise_line(title, policy, language)
        reminders = policy_words.reminders(policy)
        self._lines.addLayout(promises, 1)
        self._needed = promises.sizeHint().width() + 60
        if reminders:
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(MarkView(IconMark("bell", "text2", 16)))
            line.addWidget(ElidedLabel(reminders, Type.META, "text2"), 1)
            self._lines.addLayout(line)
            self._needed += line.sizeHint().width()
            spoken.append(reminders)
        self.setAccessibleName(". ".join(spoken))
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        return QSize(_CARD, super().minimumSizeHint().height())

    def _fold(self) -> None:
        beside = self.width() >= self._needed
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._lines.direction() != direction:
            self._lines.setDirection(direction)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        rounded(painter, QRectF(self.rect()), 9, theme().colours.select)
        painter.end()


def _promise_line(title: str, policy: Policy, language: str) -> tuple[QHBoxLayout, list[str]]:
    """The promises as a line, and as they are spoken."""
    line = QHBoxLayout()
    line.setSpacing(8)
    line.addWidget(label(title, Type.BODY_STRONG))
    line.addSpacing(10)
    spoken = [title]
    promises = policy_words.promises(policy, language)
    for promise in promises:
        name = labels.severity_spoken(promise.rank, promise.name)
        line.addWidget(MarkView(SeverityMark(promise.rank), name))
        if promise.response:
            line.addWidget(label(promise.response, Type.BODY_STRONG))
        if promise.update:
            line.addWidget(ElidedLabel(promise.update, Type.META, "text2"))
        line.addSpacing(12)
        spoken.append(" ".join(filter(None, (f"{name}:", promise.response, promise.update))))
    if not promises:
        line.addWidget(ElidedLabel(policy_words.stages(policy), Type.META, "text2"))
        spoken.append(policy_words.stages(policy))
    line.addStretch(1)
    return line, spoken


class PolicyPart(QWidget):
    """`changed` carries the code of the chosen policy."""

    changed = Signal(str)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._policies: tuple[Policy, ...] = ()
        self.cards: tuple[ChoiceCard, ...] = ()
        self._across = 0
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._toggled)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self.strip = SetupStrip()
        self._waiting = label(
            QCoreApplication.translate("FirstRun", "Reading the policies…"), Type.BODY, "muted"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._waiting)
        column.addLayout(self._grid)
        column.addWidget(self.strip)
        self.strip.hide()

    @property
    def chosen(self) -> str:
        """The code of the chosen policy; empty while there is none."""
        return next((card.key for card in self.cards if card.isChecked()), "")

    def show_policies(self, policies: Sequence[Policy], chosen: str) -> None:
        """Offer these; without a choice made before, the one that most desks begin with stands."""
        self._policies = policy_words.in_order(policies)
        for card in self.cards:
            self._group.removeButton(card)
            self._grid.removeWidget(card)
            card.deleteLater()
        language = self._language
        self.cards = tuple(
            policy_card(
                policy.code,
                policy_words.icon(policy),
                (
                    policy.name.in_language(language),
                    policy.summary.in_language(language),
                    policy.suits.in_language(language),
                ),
                [highlight.in_language(language) for highlight in policy.highlights],
            )
            for policy in self._policies
        )
        for card in self.cards:
            self._group.addButton(card)
        self._waiting.setVisible(not policies)
        self._across = 0
        self._arrange()
        codes = [card.key for card in self.cards]
        wanted = chosen if chosen in codes else policy_words.usual(self._policies)
        for card in self.cards:
            card.setChecked(card.key == wanted)

    def minimumSizeHint(self) -> QSize:
        return QSize(_CARD, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = max(1, (self.width() + 12) // (_CARD + 12))
        # Rows of even length: five in one row, else three and two, else in pairs.
        across = next((count for count in (_MOST_ACROSS, 3, 2) if count <= room), 1)
        if across == self._across or not self.cards:
            return
        self._across = across
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // across, number % across)
        for column in range(_MOST_ACROSS):
            self._grid.setColumnStretch(column, 1 if column < across else 0)

    def _toggled(self, button: QAbstractButton, checked: bool) -> None:
        if not checked or not isinstance(button, ChoiceCard):
            return
        policy = next(policy for policy in self._policies if policy.code == button.key)
        self.strip.show_policy(policy, self._language)
        self.strip.show()
        self.changed.emit(button.key)
