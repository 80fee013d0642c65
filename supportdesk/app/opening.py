"""The way from a bare frame to a desk at work: first run, unlocking, sample cases; what the desk is lies elsewhere."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QSettings, QTimer, Signal
from PySide6.QtWidgets import QApplication

from supportdesk.app import bootstrap
from supportdesk.app.bootstrap import NewProfile, OpenedProfile
from supportdesk.app.desk_window import DeskWindow, Opener
from supportdesk.app.profile_settings import refuse_lost_database, settings_of
from supportdesk.app.speech import speak
from supportdesk.app.telling import tell
from supportdesk.config import settings as settings_file
from supportdesk.config.log import start_logging
from supportdesk.config.paths import Profile
from supportdesk.domain.errors import KnownError
from supportdesk.workers.faults import fault_of
from supportdesk.workers.lanes import FaultTeller

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from supportdesk.sync.connecting import Admitted
    from supportdesk.ui.exchange.door import Admission
    from supportdesk.ui.first_run.choice import FirstRunChoice
    from supportdesk.ui.first_run.unlock import UnlockWindow
    from supportdesk.ui.first_run.window import FirstRunWindow
    from supportdesk.ui.frame import Frame

# What only a first start or a locked desk needs is loaded then, not before every first list.
# ruff: noqa: PLC0415

_SAMPLE_CASES = 2000


class Opening(QObject):
    """Fills a frame with a desk, asking for what is missing on the way.

    `now` gives the present instant in UTC, `fault` what is said of a bug. `opened` comes when a desk is at work.
    """

    opened = Signal()

    def __init__(
        self,
        frame: Frame,
        profile: Profile,
        memory: QSettings,
        now: Callable[[], datetime],
        *,
        fault: FaultTeller = fault_of,
    ) -> None:
        super().__init__()
        self._frame, self._profile, self._memory, self._now = frame, profile, memory, now
        self._fault = fault
        self._desk: DeskWindow | None = None
        self._first_run: FirstRunWindow | None = None
        self._unlock: UnlockWindow | None = None
        self._sample: Path | None = None

    @property
    def desk(self) -> DeskWindow | None:
        """The desk in the frame, once one has been begun."""
        return self._desk

    def begin(self) -> None:
        """Open the desk that is here, ask for its passphrase, set up the first one, or say what keeps it shut."""
        try:
            refuse_lost_database(self._profile)
            settings = settings_of(self._profile) if bootstrap.exists(self._profile) else None
        except KnownError as error:
            self._show_unlock(error)
            return
        if settings is None:
            self._ask_first()
        elif settings.encryption == "passphrase":
            self._ask_passphrase()
        else:
            self.start(self._open_profile)

    def start(self, opener: Opener, *, show_at_once: bool = True) -> None:
        """Open a desk in the frame."""
        self._desk = DeskWindow(
            self._frame, self._profile, self._memory, opener, now=self._now, fault=self._fault
        )
        self._desk.opened.connect(self._opened)
        self._desk.stayed_shut.connect(self._stayed_shut)
        self._desk.joined.connect(self._open_anew)
        self._desk.begin(show_at_once=show_at_once)

    def _open_anew(self) -> None:
        """Close the desk and open it again, as another: its person and device are the hub's now."""
        if self._desk is not None:
            self._desk.close()
            self._desk = None
        self.begin()

    def say(self, error: KnownError) -> None:
        """Tell in the desk's window, or in a dialog where there is none yet."""
        if self._desk is not None and self._desk.window is not None:
            self._desk.window.refuse(error)
        else:
            tell(error, self._frame)

    def may_close(self) -> bool:
        """Whether nothing typed would be lost; if not, that has been said."""
        return self._desk is None or self._desk.may_close()

    def close(self) -> None:
        """Finish what is being written; sample cases are thrown away."""
        if self._desk is not None:
            self._desk.close()
        if self._sample is not None:
            shutil.rmtree(self._sample, ignore_errors=True)

    # ------------------------------------------------------------------ the first start

    def _ask_first(self) -> None:
        from supportdesk.app.hub_window import Door
        from supportdesk.store import keys
        from supportdesk.ui.first_run.window import FirstRunWindow

        self._first_run = FirstRunWindow(
            folder=self._profile.root,
            keyring=keys.is_available(),
            language=settings_file.load(self._profile.settings).settings.language or "en",
            time_zone=bootstrap.system_time_zone(),
            door=Door(parent=self),
        )
        self._first_run.chosen.connect(self._chosen)
        self._first_run.language_chosen.connect(self._speak)
        self._frame.setCentralWidget(self._first_run)
        QTimer.singleShot(0, self._offer_policies)

    def _offer_policies(self) -> None:
        from supportdesk.services.operations.policies import sound_policies

        if self._first_run is not None:
            self._first_run.show_policies(sound_policies())

    def _speak(self, language: str) -> None:
        speak(language, self._profile.root / "translations")

    def _chosen(self, choice: FirstRunChoice) -> None:
        if self._first_run is None:
            return
        self._first_run.set_busy(busy=True)
        if choice.sample:
            self._sample = Path(tempfile.mkdtemp(prefix="supportdesk-sample-"))
            self.start(partial(_sample_profile, self._sample, choice.language, self._now), show_at_once=False)
        else:
            self.start(partial(self._set_up, choice), show_at_once=False)

    def _set_up(self, choice: FirstRunChoice) -> OpenedProfile:
        if choice.hub is not None:
            return self._set_up_at_hub(choice, choice.hub)
        new = NewProfile(
            encryption=choice.encryption,
            person=choice.person_name,
            email=choice.email,
            branch=choice.branch_name,
            time_zone=choice.time_zone,
            policy=choice.policy_code,
            language=choice.language,
            passphrase=choice.passphrase or "",
        )
        return bootstrap.create_profile(self._profile, new, now=self._now)

    def _set_up_at_hub(self, choice: FirstRunChoice, admission: Admission) -> OpenedProfile:
        from supportdesk.app.hub_line import begin_at_hub

        return begin_at_hub(
            self._profile,
            cast("Admitted", admission.entry),
            choice.encryption,
            passphrase=choice.passphrase or "",
            language=choice.language,
            time_zone=choice.time_zone,
            now=self._now,
        )

    # ------------------------------------------------------------------ a desk that is locked

    def _ask_passphrase(self) -> None:
        self._show_unlock(None)

    def _show_unlock(self, error: KnownError | None) -> None:
        from supportdesk.ui.first_run.unlock import UnlockWindow

        self._unlock = window = UnlockWindow(str(self._profile.root), error=error)
        window.unlocked.connect(self._unlocked)
        window.retry_asked.connect(self._retry)
        window.left.connect(self._frame.close)
        self._frame.setCentralWidget(window)

    def _unlocked(self, passphrase: str) -> None:
        self.start(partial(self._open_profile, passphrase), show_at_once=False)

    def _retry(self) -> None:
        # What kept it shut may have been mended meanwhile, and another thing may now be needed to open it.
        self.begin()

    def _open_profile(self, passphrase: str | None = None) -> OpenedProfile:
        return bootstrap.open_profile(self._profile, passphrase=passphrase, now=self._now)

    def _opened(self) -> None:
        # A desk that was set up just now has a folder for its log from now on.
        start_logging(self._profile.logs)
        self.opened.emit()

    def _stayed_shut(self, error: KnownError) -> None:
        from supportdesk.store.passphrase import WrongPassphrase

        self._desk = None
        if self._first_run is not None and self._frame.centralWidget() is self._first_run:
            self._first_run.show_refusal(error)
        elif (
            isinstance(error, WrongPassphrase)
            and self._unlock is not None
            and self._frame.centralWidget() is self._unlock
        ):
            self._unlock.show_refusal(error)
        else:
            self._show_unlock(error)
        QApplication.processEvents()


def _sample_profile(folder: Path, language: str, now: Callable[[], datetime]) -> OpenedProfile:
    from supportdesk.app.sample.profile import make_sample_profile

    opened = make_sample_profile(Profile(folder), seed=1, cases=_SAMPLE_CASES, now=now)
    desk = replace(opened.desk, language=language)
    return replace(opened, desk=desk, settings=replace(opened.settings, language=language))
