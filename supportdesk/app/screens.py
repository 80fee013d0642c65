"""Draws the desk's screens into PNG files, as the demo does where there is no display; nothing is clicked by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from supportdesk.app.bootstrap import OpenedProfile
from supportdesk.app.desk_window import DeskWindow, Opener
from supportdesk.app.speech import speak
from supportdesk.app.window import make_application
from supportdesk.services import lists
from supportdesk.services.views import CaseQuery, CaseRow, ViewKind
from supportdesk.ui.frame import Frame
from supportdesk.ui.main_window import MainWindow
from supportdesk.ui.pages import Page
from supportdesk.ui.theme import theme
from supportdesk.workers.session import DeskSession

SIZES = ((1280, 720), (1440, 900))
LOOKS = ("light", "dark")
_LONGEST_MS = 20_000
_PAINT_MS = 80
_ROUNDS = 8


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is done in the window before the picture is taken."""

    name: str
    play: Callable[[MainWindow, tuple[CaseRow, ...]], object]


def draw_screens(opened: OpenedProfile, folder: Path, now: Callable[[], datetime]) -> list[Path]:
    """Draw every scene in every look and size; gives the files in order."""
    folder.mkdir(parents=True, exist_ok=True)
    make_application(opened.settings)
    speak(opened.settings.language, opened.profile.root / "translations")
    return list(_draw_all(opened, folder, now))


def _draw_all(opened: OpenedProfile, folder: Path, now: Callable[[], datetime]) -> Iterator[Path]:
    for look in (*LOOKS, "arabic"):
        theme().choose("light" if look == "arabic" else look)
        direction = Qt.LayoutDirection.RightToLeft if look == "arabic" else Qt.LayoutDirection.LeftToRight
        QApplication.setLayoutDirection(direction)
        for width, height in SIZES:
            for scene in _SCENES:
                name = f"{scene.name}-{look}-{width}x{height}.png"
                yield _draw(opened, now, scene, (width, height), folder / name)


def _draw(
    opened: OpenedProfile,
    now: Callable[[], datetime],
    scene: _Scene,
    size: tuple[int, int],
    file: Path,
) -> Path:
    memory = QSettings(str(opened.profile.root / "screens.ini"), QSettings.Format.IniFormat)
    memory.clear()
    frame = Frame("Support Desk", memory)
    frame.resize(*size)
    desk = DeskWindow(frame, opened.profile, memory, _opener(opened), now=now)
    desk.begin()
    frame.show()
    window, session = desk.window, desk.session
    if window is None:
        message = "a desk that has begun has a window"
        raise RuntimeError(message)
    _settle(session)
    rows = lists.page(opened.desk, CaseQuery(ViewKind.MINE), 0, 50)
    scene.play(window, rows)
    _settle(session)
    frame.grab().save(str(file))
    desk.duties.stop()
    session.close()
    frame.close()
    frame.deleteLater()
    return file


def _opener(opened: OpenedProfile) -> Opener:
    def open_again() -> OpenedProfile:
        return opened

    return open_again


class _Quiet(QObject):
    """Waits until everything that was asked has been answered and shown."""

    def __init__(self, session: DeskSession) -> None:
        super().__init__()
        self._session = session
        self._loop = QEventLoop()
        self._left = 0

    def wait(self) -> None:
        """Let questions go round; each comes back after those asked before it, so that what they set off shows up."""
        self._left = _ROUNDS
        limit = QTimer(self)
        limit.setSingleShot(True)
        limit.timeout.connect(self._loop.quit)
        limit.start(_LONGEST_MS)
        self._ask(None)
        self._loop.exec()
        limit.stop()

    def _ask(self, _answer: object) -> None:
        self._left -= 1
        if self._left < 0:
            QTimer.singleShot(_PAINT_MS, self._loop.quit)
        elif self._left % 2:
            self._session.ask(None, _nothing, then=self._ask)
        else:
            self._session.do(_nothing, then=self._ask)


def _nothing(_desk: object) -> None:
    return None


def _settle(session: DeskSession) -> None:
    for _ in range(3):
        _Quiet(session).wait()


def _open_first(window: MainWindow, rows: tuple[CaseRow, ...]) -> None:
    if rows:
        window.open_case(rows[min(2, len(rows) - 1)].id)


def _open_dashboard(window: MainWindow, _rows: tuple[CaseRow, ...]) -> None:
    window.show_page(Page.DASHBOARD)


_SCENES = (
    _Scene("main", _open_first),
    _Scene("dashboard", _open_dashboard),
)
