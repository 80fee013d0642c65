"""TeamViewer in the real window (DSK-4): its commands, its dialogs, and a token that only the keyring has (DSK-6)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supportdesk.app.teamviewer_token import InKeyring
from supportdesk.app.window import Start, make_application
from supportdesk.config.paths import Profile
from supportdesk.config.settings import Settings
from supportdesk.ui.commands import Verb
from supportdesk.ui.connections.reports_dialog import ReportsDialog
from supportdesk.ui.main_window import MainWindow
from supportdesk.ui.remote.connect_dialog import ConnectDialog
from tests.app.desk_process import set_up
from tests.conftest import KeyringInMemory

TOKEN = "19812345-secretTokenOfTheTests"


def test_the_menus_open_both_dialogs_and_a_kept_token_can_be_forgotten(
    tmp_path: Path, qtbot: QtBot, keyring_in_memory: KeyringInMemory
) -> None:
    profile = Profile(tmp_path / "desk")
    set_up(profile)
    kept = profile.settings.read_text("utf-8")
    profile.settings.write_text(f'{kept}\nremote_rate = "80 CHF"\n', "utf-8")
    InKeyring(str(profile.root)).save(TOKEN)
    make_application(Settings())
    start = Start(profile)
    start.show()

    def window() -> MainWindow | None:
        found = start.frame.centralWidget()
        return found if isinstance(found, MainWindow) else None

    def shown(kind: type[QWidget]) -> list[QWidget]:
        return [each for each in start.frame.findChildren(kind) if each.isVisible()]

    try:
        qtbot.waitUntil(lambda: window() is not None and _open(start), timeout=20_000)
        main = window()
        assert main is not None
        main.run(main.commands.command(Verb.TEAMVIEWER_REPORTS))
        (reports,) = shown(ReportsDialog)
        assert isinstance(reports, ReportsDialog)
        qtbot.waitUntil(lambda: reports.sum.text() != "")
        reports.close_button.click()
        main.run(main.commands.command(Verb.CONNECT_TEAMVIEWER))
        (connect,) = shown(ConnectDialog)
        assert isinstance(connect, ConnectDialog)
        qtbot.waitUntil(connect.forget.isVisible)
        connect.forget.click()
        qtbot.waitUntil(lambda: shown(ConnectDialog) == [])
        assert TOKEN not in keyring_in_memory.secrets.values()
    finally:
        start.frame.close()
        start.frame.deleteLater()
    for file in profile.root.rglob("*"):
        if file.is_file():
            assert TOKEN.encode() not in file.read_bytes(), file.name


def _open(start: Start) -> bool:
    desk = start.opening.desk if start.opening is not None else None
    return desk is not None and desk.session.is_open
