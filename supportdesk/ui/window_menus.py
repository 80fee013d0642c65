"""The commands as actions of the window, its menu bar and the person's menu; what they do is told, not done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu

from supportdesk.services.views import ViewKind
from supportdesk.ui.commands import Command, CommandAction, Menu, Verb, commands, menu_title
from supportdesk.ui.pages import CaseAct, Page
from supportdesk.ui.theme import theme
from supportdesk.ui.widgets.chips import styled_menu

if TYPE_CHECKING:
    from collections.abc import Collection

# In the person's menu, from top to bottom; the looks stand between.
_PERSONAL = (Verb.IMPORT, Verb.HUB, Verb.JOIN, Verb.PREFERENCES)


class CommandBar(QObject):
    """Makes an action of each command that is `offered`; `asked` carries it, `look_asked` system, light or dark."""

    asked = Signal(object)
    look_asked = Signal(str)

    def __init__(self, window: QMainWindow, offered: Collection[Verb | Page], *, letters: bool) -> None:
        super().__init__(window)
        self._window = window
        self.actions: dict[str, CommandAction] = {}
        for command in commands():
            if isinstance(command.goal, ViewKind | CaseAct | int) or command.goal in offered:
                action = CommandAction(command, window, letters=letters)
                action.asked.connect(self.asked)
                # An action in a menu that is out of sight still has its keys.
                window.addAction(action)
                self.actions[command.name] = action
        self._fill_menu_bar()
        self.person_menu = self._make_person_menu()
        self.offer_case_acts(offered=False)
        self.offer_undo(False)
        self.offer_hub(True)

    def offer_case_acts(self, *, offered: bool) -> None:
        """Let what is done to a case be asked for, or not, where none is open."""
        for action in self.actions.values():
            goal = action.command.goal
            if isinstance(goal, CaseAct) or goal is Verb.READ:
                action.setEnabled(offered)

    def offer_hub(self, alone: bool) -> None:
        """Offer what a desk alone, or one of a hub, can do about it; the other is out of sight."""
        for name, offered in ((Verb.EXCHANGE, not alone), (Verb.HUB, not alone), (Verb.JOIN, alone)):
            if name in self.actions:
                self.actions[name].setVisible(offered)
                self.actions[name].setEnabled(offered)

    def offer_undo(self, offered: bool) -> None:
        """Let the last action be taken back, or not, where there is none."""
        self.actions[Verb.UNDO].setEnabled(offered)

    def command(self, name: str) -> Command:
        """A command by its name."""
        return self.actions[name].command

    def _fill_menu_bar(self) -> None:
        bar = self._window.menuBar()
        for menu in Menu:
            shown = bar.addMenu(menu_title(menu))
            for action in self.actions.values():
                # The letters repeat what stands there already.
                if action.command.menu is menu and not action.command.name.endswith("by letter"):
                    shown.addAction(action)
        if not bar.isNativeMenuBar():
            bar.hide()

    def _make_person_menu(self) -> QMenu:
        menu = styled_menu(self._window)
        looks = QActionGroup(menu)
        for look, text in (
            ("system", QCoreApplication.translate("Commands", "Look as the system does")),
            ("light", QCoreApplication.translate("Commands", "Light")),
            ("dark", QCoreApplication.translate("Commands", "Dark")),
        ):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setData(look)
            action.setChecked(look == theme().choice)
            looks.addAction(action)
        self._looks = looks
        looks.triggered.connect(self._look)
        # The look can also be changed elsewhere.
        menu.aboutToShow.connect(self._mark_look)
        menu.addSeparator()
        for verb in _PERSONAL:
            if verb in self.actions:
                menu.addAction(self.actions[verb])
        menu.addSeparator()
        menu.addAction(self.actions[Verb.QUIT])
        return menu

    def _mark_look(self) -> None:
        for action in self._looks.actions():
            action.setChecked(action.data() == theme().choice)

    def _look(self, action: QAction) -> None:
        self.look_asked.emit(str(action.data()))
