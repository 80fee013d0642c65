"""Opens the desk in a window: the bare frame first, then everything else; only what that frame needs is loaded here."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QObject, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from supportdesk.app.crash_report import CrashReport, watching
from supportdesk.app.endings import Endings
from supportdesk.app.single_instance import Door, InUse, Lock, settle
from supportdesk.app.speech import speak
from supportdesk.config import settings as settings_file
from supportdesk.ui.frame import Frame
from supportdesk.ui.theme import install_theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from supportdesk.app.bootstrap import OpenedProfile
    from supportdesk.app.opening import Opening
    from supportdesk.config.paths import Profile
    from supportdesk.config.settings import Settings
    from supportdesk.domain.errors import KnownError

# What fills the frame is loaded after it has been painted, so that the window is there at once; the namespace `Qt` too,
# whose first use makes a hundred enumerations.
# ruff: noqa: PLC0415


def make_application(settings: Settings) -> QApplication:
    """The application with its look; there may be only one."""
    running = QApplication.instance()
    application = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("Support Desk")
    application.setApplicationDisplayName("Support Desk")
    application.setOrganizationName("Support Desk")
    install_theme(settings.theme, text_size=settings.text_size, language=settings.language or "en")
    return application


class Start(QObject):
    """Shows the bare frame and fills it once it has been painted.

    `opened` is a desk that is open already. `now` gives the present instant in UTC. `report` takes what is unexpected.
    """

    def __init__(
        self,
        profile: Profile,
        opened: OpenedProfile | None = None,
        now: Callable[[], datetime] | None = None,
        report: CrashReport | None = None,
    ) -> None:
        super().__init__()
        self._report = report or CrashReport(profile.logs, self)
        self._report.told.connect(self._tell)
        self._door: Door | None = None
        self._closed = False
        self._profile, self._opened, self._now = profile, opened, now
        self._memory = QSettings(str(profile.root / "window.ini"), QSettings.Format.IniFormat)
        self.frame = Frame("Support Desk", self._memory)
        self.opening: Opening | None = None
        self.frame.first_painted.connect(self.fill)
        self.frame.closing.connect(self.close)
        self.frame.may_close = self._may_close

    def show(self) -> None:
        """Show the frame in front of other windows."""
        self.frame.show()
        QTimer.singleShot(0, self.frame.activateWindow)

    def come_forward(self) -> None:
        """Bring the window before the others, also from the task bar."""
        states = QtCore.Qt.WindowState
        state = self.frame.windowState() & ~states.WindowMinimized
        self.frame.setWindowState(state | states.WindowActive)
        self.frame.show()
        self.frame.raise_()
        self.frame.activateWindow()

    def fill(self) -> None:
        """Load what a desk needs and put it into the frame."""
        from supportdesk.app import bootstrap
        from supportdesk.app.opening import Opening
        from supportdesk.config.log import start_logging

        # A folder that is closed to this account is told of when the desk is opened.
        if os.path.exists(self._profile.database):  # noqa: PTH110 - the path's own way raises there
            start_logging(self._profile.logs)
        self._door = Door(self._profile, self)
        self._door.knocked.connect(self.come_forward)
        self._door.told.connect(self._look_again)
        self.opening = Opening(
            self.frame,
            self._profile,
            self._memory,
            self._now or bootstrap.present,
            fault=self._report.record,
        )
        self.opening.opened.connect(self._tell_of_last_end)
        if self._opened is None:
            self.opening.begin()
        else:
            self.opening.start(self._already)

    def end(self) -> None:
        """Close the window, whatever dialog is open before it, and end the program; unless text would be lost."""
        if self.frame.close():
            QApplication.quit()

    def close(self) -> None:
        """Finish what is being written before the program ends; once is enough."""
        if self._closed:
            return
        self._closed = True
        if self._door is not None:
            self._door.close()
        if self.opening is not None:
            self.opening.close()

    def keep_memory(self) -> None:
        """Write where the windows were now: later, the folder of a desk that was made for the moment is gone."""
        self._memory.sync()

    def _may_close(self) -> bool:
        return self._closed or self.opening is None or self.opening.may_close()

    def _tell_of_last_end(self) -> None:
        if (broke_off := self._report.last_end()) is not None:
            self._tell(broke_off)

    def _tell(self, error: KnownError) -> None:
        if self.opening is not None:
            self.opening.say(error)
        else:
            from supportdesk.app.telling import tell

            tell(error, self.frame)

    def _look_again(self) -> None:
        if self.opening is not None and self.opening.desk is not None:
            self.opening.desk.look_again()

    def _already(self) -> OpenedProfile:
        if self._opened is None:
            message = "there is no desk that is open already"
            raise RuntimeError(message)
        return self._opened


def open_desk(profile: Profile) -> int:
    """Show the desk of a profile until its window is closed; the exit status."""
    return _run(profile, settings_file.load(profile.settings).settings, None, None)


def show_opened(opened: OpenedProfile, now: Callable[[], datetime]) -> int:
    """Show a desk that is open already until its window is closed, and close it; the exit status."""
    return _run(opened.profile, opened.settings, opened, now)


def _run(
    profile: Profile,
    settings: Settings,
    opened: OpenedProfile | None,
    now: Callable[[], datetime] | None,
) -> int:
    application = make_application(settings)
    speak(settings.language, profile.root / "translations")
    lock = Lock(profile)
    try:
        first = settle(profile, lock)
    except InUse as error:
        from supportdesk.app.telling import tell

        # First where nobody has to close it.
        print(error, file=sys.stderr, flush=True)
        asked = Endings()
        # Nothing runs yet that could be quit.
        asked.asked.connect(application.closeAllWindows)
        with asked.heard():
            tell(error)
        return 1
    if not first:
        print("Support Desk is open already; its window comes forward.")
        return 0
    report, endings = CrashReport(profile.logs), Endings()
    try:
        with watching(report), endings.heard():
            start = Start(profile, opened, now, report)
            endings.asked.connect(start.end)
            # A logout ends the program without closing its window first.
            application.aboutToQuit.connect(start.close)
            start.show()
            status = application.exec() or endings.status
            start.keep_memory()
            return status
    finally:
        lock.give_back()
