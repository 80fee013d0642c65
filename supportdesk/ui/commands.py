"""Every command of the window with its name, keys, menu and icon; menus and keys are made from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QKeySequence

from supportdesk.services.views import ViewKind
from supportdesk.ui.pages import CaseAct, Page


class Menu(StrEnum):
    """The menus, in the order of the bar."""

    DESK = "desk"
    CASE = "case"
    GO = "go"
    VIEW = "view"


class Verb(StrEnum):
    """What the window does itself; what a case does is a CaseAct."""

    NEW_CASE = "new_case"
    UNDO = "undo"
    SEARCH = "search"
    FILTER = "filter"
    SEARCH_ALL = "search_all"
    NEXT = "next"
    PREVIOUS = "previous"
    NEXT_PANE = "next_pane"
    PREVIOUS_PANE = "previous_pane"
    HIDE_LIST = "hide_list"
    DENSITY = "density"
    READ = "read"
    IMPORT = "import"
    PREFERENCES = "preferences"
    EXCHANGE = "exchange"
    HUB = "hub"
    JOIN = "join"
    CONNECT_TEAMVIEWER = "connect_teamviewer"
    TEAMVIEWER_REPORTS = "teamviewer_reports"
    VISIT_CALENDAR = "visit_calendar"
    VISIT_REPORTS = "visit_reports"
    PLAN_VISIT = "plan_visit"
    QUIT = "quit"


OPENED = frozenset(
    {
        *(Verb.NEW_CASE, Verb.IMPORT, Verb.PREFERENCES, Verb.JOIN),
        *(Verb.CONNECT_TEAMVIEWER, Verb.TEAMVIEWER_REPORTS),
        *(Verb.VISIT_CALENDAR, Verb.VISIT_REPORTS, Verb.PLAN_VISIT),
    }
)
"""What somebody else opens for the window; where nobody does, it is not offered."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command. `goal` says what happens; `keys` are Qt's names, the first is shown; `letter` keys can be off."""

    name: str
    text: str
    keys: tuple[str, ...]
    menu: Menu
    goal: Verb | CaseAct | ViewKind | Page | int
    icon: str = ""
    letter: bool = False


class CommandAction(QAction):
    """A command as an action of the window; `asked` carries the command."""

    asked = Signal(object)

    def __init__(self, command: Command, parent: QObject, *, letters: bool) -> None:
        super().__init__(command.text, parent)
        self.command = command
        self.setObjectName(command.name)
        if letters or not command.letter:
            self.setShortcuts([QKeySequence(keys) for keys in command.keys])
        self.triggered.connect(self._tell)

    def _tell(self) -> None:
        self.asked.emit(self.command)


def keys_text(keys: str) -> str:
    """Keys as the system writes them, for a key cap: `Ctrl K`, or `⌘K`."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")


def menu_title(menu: Menu) -> str:
    """A menu's name."""
    return {
        Menu.DESK: QCoreApplication.translate("Commands", "Desk"),
        Menu.CASE: QCoreApplication.translate("Commands", "Case"),
        Menu.GO: QCoreApplication.translate("Commands", "Go"),
        Menu.VIEW: QCoreApplication.translate("Commands", "View"),
    }[menu]


def commands() -> tuple[Command, ...]:
    """Every command, in the order of the menus."""
    return (*_desk(), *_case(), *_go(), *_view())


def _desk() -> tuple[Command, ...]:
    return (
        _verb(Verb.NEW_CASE, QCoreApplication.translate("Commands", "New case…"), Menu.DESK, "Ctrl+N"),
        _verb(Verb.UNDO, QCoreApplication.translate("Commands", "Undo the last action"), Menu.DESK, "Ctrl+Z"),
        _verb(Verb.IMPORT, QCoreApplication.translate("Commands", "Import cases…"), Menu.DESK),
        _verb(Verb.EXCHANGE, QCoreApplication.translate("Commands", "Send and fetch now"), Menu.DESK, "F5"),
        _verb(Verb.HUB, QCoreApplication.translate("Commands", "This desk and its hub…"), Menu.DESK),
        _verb(Verb.JOIN, QCoreApplication.translate("Commands", "Connect to a hub…"), Menu.DESK),
        _verb(
            Verb.TEAMVIEWER_REPORTS,
            QCoreApplication.translate("Commands", "TeamViewer connections…"),
            Menu.DESK,
        ),
        _verb(
            Verb.CONNECT_TEAMVIEWER, QCoreApplication.translate("Commands", "Connect TeamViewer…"), Menu.DESK
        ),
        _verb(Verb.PREFERENCES, QCoreApplication.translate("Commands", "Preferences…"), Menu.DESK, "Ctrl+,"),
        _verb(Verb.QUIT, QCoreApplication.translate("Commands", "Quit"), Menu.DESK, "Ctrl+Q"),
    )


def _case() -> tuple[Command, ...]:
    return (
        _act(CaseAct.REPLY, QCoreApplication.translate("Commands", "Reply"), "R", "arrow-bend-up-left"),
        _act(CaseAct.NOTE, QCoreApplication.translate("Commands", "Internal note"), "N", "lock-simple"),
        _act(CaseAct.CALL, QCoreApplication.translate("Commands", "Log a call"), "C", "phone"),
        _act(
            CaseAct.STAGE, QCoreApplication.translate("Commands", "Change stage…"), "S", "arrows-left-right"
        ),
        _act(CaseAct.ASSIGN, QCoreApplication.translate("Commands", "Assign…"), "A", "user-circle-plus"),
        _act(CaseAct.ASSIGN_TO_ME, QCoreApplication.translate("Commands", "Assign to me"), "Shift+A", "user"),
        _act(
            CaseAct.SEVERITY, QCoreApplication.translate("Commands", "Verify severity…"), "V", "shield-check"
        ),
        _act(CaseAct.HOLD, QCoreApplication.translate("Commands", "Hold or resume"), "H", "pause-circle"),
        _act(CaseAct.LINK, QCoreApplication.translate("Commands", "Link or merge…"), "L", "link"),
        _act(CaseAct.WHY, QCoreApplication.translate("Commands", "Why is this due then?"), "W", "timer"),
        _act(
            CaseAct.CLOSE, QCoreApplication.translate("Commands", "Close or reactivate…"), "E", "check-circle"
        ),
        Command(
            Verb.READ,
            QCoreApplication.translate("Commands", "Mark as unread or read"),
            ("U",),
            Menu.CASE,
            Verb.READ,
            "envelope-simple",
            letter=True,
        ),
        Command(
            CaseAct.REMOTE,
            QCoreApplication.translate("Commands", "Start a remote session…"),
            ("Ctrl+Shift+R", "Ctrl+T"),
            Menu.CASE,
            CaseAct.REMOTE,
            "monitor-play",
        ),
        Command(
            CaseAct.DETAILS,
            QCoreApplication.translate("Commands", "Details"),
            ("Ctrl+D",),
            Menu.CASE,
            CaseAct.DETAILS,
            "list-bullets",
        ),
    )


def _go() -> tuple[Command, ...]:
    views = (
        (ViewKind.INBOX, QCoreApplication.translate("Commands", "Go to the inbox"), "G, I"),
        (ViewKind.MINE, QCoreApplication.translate("Commands", "Go to my open cases"), "G, M"),
        (ViewKind.UNASSIGNED, QCoreApplication.translate("Commands", "Go to unassigned cases"), "G, U"),
        (ViewKind.BREACHING, QCoreApplication.translate("Commands", "Go to cases breaching soon"), "G, B"),
        (ViewKind.WAITING, QCoreApplication.translate("Commands", "Go to cases that wait"), "G, W"),
    )
    pages = (
        (Page.VISITS, QCoreApplication.translate("Commands", "Go to today's visits"), ("G, V",)),
        (Page.DASHBOARD, QCoreApplication.translate("Commands", "Go to the dashboard"), ("G, D",)),
        (Page.KNOWLEDGE, QCoreApplication.translate("Commands", "Go to the knowledge base"), ()),
        (Page.CUSTOMERS, QCoreApplication.translate("Commands", "Go to the customers"), ()),
        (Page.FILE_STATION, QCoreApplication.translate("Commands", "Go to the File Station"), ("G, F",)),
        (
            Page.ATTENTION,
            QCoreApplication.translate("Commands", "Go to what needs your attention"),
            ("G, A",),
        ),
    )
    saved = QCoreApplication.translate("Commands", "Go to saved view {number}")
    calendar = QCoreApplication.translate("Commands", "Go to the calendar of visits")
    reports = QCoreApplication.translate("Commands", "Go to the visit reports")
    plan = QCoreApplication.translate("Commands", "Plan a visit…")
    return (
        *(Command(f"go {view}", text, (keys,), Menu.GO, view, letter=True) for view, text, keys in views),
        *(Command(f"go {page}", text, keys, Menu.GO, page, letter=True) for page, text, keys in pages),
        *(
            Command(f"go saved {number}", saved.format(number=number), (f"Ctrl+{number}",), Menu.GO, number)
            for number in range(1, 10)
        ),
        _verb(Verb.VISIT_CALENDAR, calendar, Menu.GO, "Ctrl+Shift+V"),
        _verb(Verb.VISIT_REPORTS, reports, Menu.GO),
        _verb(Verb.PLAN_VISIT, plan, Menu.GO, "Ctrl+Shift+P"),
    )


def _view() -> tuple[Command, ...]:
    next_case = QCoreApplication.translate("Commands", "Next case")
    previous = QCoreApplication.translate("Commands", "Previous case")
    return (
        _verb(Verb.FILTER, QCoreApplication.translate("Commands", "Filter this list…"), Menu.VIEW, "Ctrl+F"),
        _verb(Verb.SEARCH, QCoreApplication.translate("Commands", "Search…"), Menu.VIEW, "Ctrl+K"),
        _letter(Verb.SEARCH_ALL, QCoreApplication.translate("Commands", "Search all cases…"), "/"),
        _verb(Verb.NEXT, next_case, Menu.VIEW, "Alt+Down"),
        _letter(Verb.NEXT, QCoreApplication.translate("Commands", "Next row"), "J"),
        _verb(Verb.PREVIOUS, previous, Menu.VIEW, "Alt+Up"),
        _letter(Verb.PREVIOUS, QCoreApplication.translate("Commands", "Previous row"), "K"),
        _verb(Verb.NEXT_PANE, QCoreApplication.translate("Commands", "Next pane"), Menu.VIEW, "F6"),
        _verb(
            Verb.PREVIOUS_PANE, QCoreApplication.translate("Commands", "Previous pane"), Menu.VIEW, "Shift+F6"
        ),
        _verb(
            Verb.HIDE_LIST,
            QCoreApplication.translate("Commands", "Hide or show the list"),
            Menu.VIEW,
            "Ctrl+Shift+L",
        ),
        _verb(Verb.DENSITY, QCoreApplication.translate("Commands", "Rows in one line or in two"), Menu.VIEW),
    )


def _verb(verb: Verb, text: str, menu: Menu, *keys: str) -> Command:
    return Command(verb, text, keys, menu, verb)


def _letter(verb: Verb, text: str, keys: str) -> Command:
    return Command(f"{verb} by letter", text, (keys,), Menu.VIEW, verb, letter=True)


def _act(act: CaseAct, text: str, keys: str, icon: str) -> Command:
    return Command(act, text, (keys,), Menu.CASE, act, icon, letter=True)
