"""Puts together the remote-session tools of this computer from files, settings and the system; it begins nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from supportdesk.app.network import online
from supportdesk.config import settings as settings_file
from supportdesk.remote.catalogue import load_catalogue
from supportdesk.remote.launching import Launcher
from supportdesk.remote.machine import this_machine
from supportdesk.remote.toolbox import Toolbox
from supportdesk.rules.cases.engagement import Money
from supportdesk.services.person import preferences

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QObject

    from supportdesk.app.teamviewer_account import TeamViewerAccount
    from supportdesk.config.paths import Profile
    from supportdesk.workers.session import DeskSession

# The account's parts are loaded once there is a window to serve.
# ruff: noqa: PLC0415


def open_toolbox(profile: Profile) -> Toolbox:
    """The tools that a desk can begin sessions with. It reads files: not on the window's thread.

    An administrator's own tools lie in the profile, beside its settings.
    """
    kept = settings_file.load(profile.settings).settings
    return Toolbox(
        load_catalogue(added=profile.root / "remote_tools"),
        this_machine(),
        Launcher(_open_link),
        default=kept.remote_tool,
        chosen=dict(kept.remote_programs),
        keep=partial(_keep, profile.settings),
        online=online,
    )


def open_account(session: DeskSession, profile: Profile, parent: QObject) -> TeamViewerAccount:
    """The TeamViewer account of a desk; neither its keyring nor the network is asked yet."""
    from supportdesk.app.teamviewer_account import TeamViewerAccount
    from supportdesk.app.teamviewer_calls import Calls, real_client
    from supportdesk.app.teamviewer_token import InKeyring

    calls = Calls(InKeyring(str(profile.root)), real_client(session.now))
    rate = _rate(settings_file.load(profile.settings).settings.remote_rate)
    return TeamViewerAccount(session, calls, online=online, rate=rate, parent=parent)


def _rate(text: str) -> Money | None:
    return Money(*settings_file.read_rate(text)) if text else None


def _keep(path: Path, programs: dict[str, str]) -> None:
    kept = settings_file.load(path).settings
    preferences.save(path, replace(kept, remote_programs=programs))


def _open_link(link: str) -> bool:
    return QDesktopServices.openUrl(QUrl(link, QUrl.ParsingMode.StrictMode))
