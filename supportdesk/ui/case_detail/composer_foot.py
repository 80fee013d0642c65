"""The composer's lower row: what can be added, when the draft was saved, the stage after sending, and *Send*."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from supportdesk.domain.words import StageKind
from supportdesk.services.views import DraftKind
from supportdesk.ui.theme import Type, theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind, icon_button
from supportdesk.ui.widgets.chips import Chip, styled_menu
from supportdesk.ui.widgets.texts import ElidedLabel

if TYPE_CHECKING:
    from supportdesk.services.views import CaseDetail, StageChoice

_STAGED = {DraftKind.REPLY, DraftKind.CALL}
SEND_KEYS = "⌘ ↵" if sys.platform == "darwin" else "Ctrl ↵"


class StageChip(Chip):
    """The stage after sending, as high as the button beside it."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width() + 4, theme().px(28))


class Foot(QWidget):
    """`stage_chosen` when another stage after sending was chosen; `ask_toggled` for the checklist."""

    stage_chosen = Signal()
    ask_toggled = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.attach = icon_button("paperclip", QCoreApplication.translate("Composer", "Attach a file"))
        self.ask = icon_button(
            "article", QCoreApplication.translate("Composer", "Ask for information with a checklist")
        )
        self.ask.setCheckable(True)
        self.article = icon_button(
            "book-open", QCoreApplication.translate("Composer", "Use an article of the knowledge base")
        )
        self.hears = icon_button(
            "timer", QCoreApplication.translate("Composer", "Agree when the customer hears next")
        )
        self._saved = ElidedLabel("", Type.HINT, "muted")
        self._stage = StageChip()
        self._menu = styled_menu(self._stage)
        self._menu.setToolTipsVisible(True)
        self._menu.triggered.connect(self._chosen)
        self._stage.set_menu(self._menu)
        self._chosen_stages: dict[DraftKind, str | None] = {}
        self._names: dict[str, str] = {}
        self._kind, self._asking = DraftKind.REPLY, False
        self.send = Button("", ButtonKind.PRIMARY, icon="paper-plane-tilt-fill", keys=SEND_KEYS)
        self._lay_out()

    def say_saved(self, text: str) -> None:
        """Show when the draft was saved; empty for never."""
        self._saved.setText(text)

    def stage(self, kind: DraftKind) -> str | None:
        """The stage after sending from this tab; None: as it is."""
        return self._chosen_stages.get(kind) if kind in _STAGED else None

    def choose_stage(self, stage: object, kind: DraftKind) -> None:
        """Choose the stage after sending, silently; one the case can't move to becomes none."""
        known = isinstance(stage, str) and stage in self._names
        self._chosen_stages[kind] = str(stage) if known else None
        self._show_stage()

    def show_case(self, case: CaseDetail) -> None:
        """Offer the stages that the case can move to with nothing more to be asked."""
        self._menu.clear()
        offered = [
            choice
            for choice in case.stages
            if not choice.asks and choice.kind is not StageKind.CLOSED and choice.id != case.stage.id
        ]
        self._names = {choice.id: choice.name for choice in offered if not choice.refused}
        keep = QAction(
            QCoreApplication.translate("Composer", "Keep the stage ({name})").format(name=case.stage.name),
            self._menu,
        )
        self._menu.addAction(keep)
        for choice in offered:
            self._menu.addAction(self._action(choice))
        for kind, stage in self._chosen_stages.items():
            if stage not in self._names:
                self._chosen_stages[kind] = None
        self._show_stage()

    def show_kind(self, kind: DraftKind) -> None:
        """Offer what the tab allows."""
        self._kind = kind
        said = kind in {DraftKind.REPLY, DraftKind.NOTE}
        self.attach.setVisible(said)
        self.ask.setVisible(kind is DraftKind.REPLY)
        self.article.setVisible(said)
        self.hears.setVisible(kind in _STAGED)
        self._stage.setVisible(kind in _STAGED and not self._asking)
        self.send.setText(_verb(kind))
        self._show_stage()

    def show_asking(self, asks: bool) -> None:
        """A request for information moves the case by itself; the button tells whether the checklist is open."""
        self._asking = asks and self._kind is DraftKind.REPLY
        self._stage.setVisible(self._kind in _STAGED and not self._asking)
        blocked = self.ask.blockSignals(True)
        self.ask.setChecked(asks)
        self.ask.blockSignals(blocked)

    def set_busy(self, *, busy: bool) -> None:
        """Say that it is being sent."""
        self.send.setText(QCoreApplication.translate("Composer", "Sending…") if busy else _verb(self._kind))

    def _lay_out(self) -> None:
        for button in (self.attach, self.ask, self.article, self.hears):
            button.set_tint("text2")
            button.setFixedSize(theme().px(25), theme().px(28))
        self.ask.toggled.connect(self.ask_toggled)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 8, 8)
        row.setSpacing(2)
        for button in (self.attach, self.ask, self.article, self.hears):
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self._saved, 1)
        row.addWidget(self._stage)
        row.addSpacing(6)
        row.addWidget(self.send)

    def _action(self, choice: StageChoice) -> QAction:
        action = QAction(choice.name, self._menu)
        action.setData(choice.id)
        action.setEnabled(not choice.refused)
        action.setToolTip(choice.refused)
        return action

    def _chosen(self, action: QAction) -> None:
        self._chosen_stages[self._kind] = action.data()
        self._show_stage()
        self.stage_chosen.emit()

    def _show_stage(self) -> None:
        stage = self._chosen_stages.get(self._kind)
        if stage is None:
            text = QCoreApplication.translate("Composer", "then: same stage")
        else:
            text = QCoreApplication.translate("Composer", "then: {stage}").format(stage=self._names[stage])
        self._stage.show_value(text)
        self._stage.setAccessibleName(
            QCoreApplication.translate("Composer", "Stage after sending, {text}").format(text=text)
        )


def _verb(kind: DraftKind) -> str:
    return {
        DraftKind.REPLY: QCoreApplication.translate("Composer", "Send"),
        DraftKind.NOTE: QCoreApplication.translate("Composer", "Add note"),
        DraftKind.CALL: QCoreApplication.translate("Composer", "Log call"),
        DraftKind.VISIT: QCoreApplication.translate("Composer", "Plan visit"),
        DraftKind.REMOTE: QCoreApplication.translate("Composer", "Log session"),
    }[kind]
