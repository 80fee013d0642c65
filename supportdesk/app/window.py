"""Opens the desk in a window: the bare frame first, then everything else; only what that frame needs is loaded here."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from supportdesk.config import settings as settings_file
from supportdesk.config.paths import translations
from supportdesk.ui.frame import Frame
from supportdesk.ui.theme import install_theme
from supportdesk.ui.translation import install as install_translation

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from supportdesk.app.bootstrap import OpenedProfile
    from supportdesk.app.desk_window import DeskWindow
    from supportdesk.config.paths import Profile
    from supportdesk.config.settings import Settings

# What fills the frame is loaded after it has been painted, so that the window is there at once.
# ruff: noqa: PLC0415


def make_application(settings: Settings) -> QApplication:
    """The application with its look and language; there may be only one."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Support Desk")
    application.setApplicationDisplayName("Support Desk")
    application.setOrganizationName("Support Desk")
    install_theme(settings.theme, text_size=settings.text_size, language=settings.language or "en")
    return application


def speak(settings: Settings, built: Path) -> None:
    """Let the application speak the chosen language; translators live as long as it does."""
    application = QApplication.instance()
    made = install_translation(settings.language, texts=translations(), built=built)
    for translator in made:
        translator.setParent(application)


class Opening(QObject):
    """The way from a bare frame to a desk at work: first run or unlocking where needed, then the window.

    `opened` is a desk that is open already, and then its opener's to close. `now` gives the present instant in UTC.
    """

    def __init__(
        self,
        profile: Profile,
        opened: OpenedProfile | None = None,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__()
        self.profile = profile
        self._opened, self._now = opened, now
        self.settings = settings_file.load(profile.settings).settings
        memory = QSettings(str(profile.root / "window.ini"), QSettings.Format.IniFormat)
        self.frame = Frame("Support Desk", memory)
        self.memory = memory
        self.desk_window: DeskWindow | None = None
        self.frame.first_painted.connect(self.fill)
        self.frame.closing.connect(self.close)

    def fill(self) -> None:
        """Load what a desk needs and put it into the frame."""
        from supportdesk.app.desk_window import DeskWindow
        from supportdesk.config.log import start_logging

        start_logging(self.profile.logs)
        self.desk_window = DeskWindow(self.frame, self.profile, self.memory, self._opened, now=self._now)
        self.desk_window.begin()

    def close(self) -> None:
        """Finish what is being written before the program ends."""
        if self.desk_window is not None:
            self.desk_window.close()


def open_desk(profile: Profile) -> int:
    """Show the desk of a profile until its window is closed; the exit status."""
    return _run(profile, settings_file.load(profile.settings).settings, None, None)


def show_opened(opened: OpenedProfile, now: Callable[[], datetime]) -> int:
    """Show a desk that is open already until its window is closed; the exit status."""
    return _run(opened.profile, opened.settings, opened, now)


def _run(
    profile: Profile,
    settings: Settings,
    opened: OpenedProfile | None,
    now: Callable[[], datetime] | None,
) -> int:
    application = make_application(settings)
    speak(settings, profile.root / "translations")
    opening = Opening(profile, opened, now)
    opening.frame.show()
    QTimer.singleShot(0, opening.frame.activateWindow)
    return application.exec()
