"""A desk whose settings are lost or damaged stays shut and says why, by name and line; nothing is guessed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supportdesk.app import bootstrap
from supportdesk.app.bootstrap import NewProfile
from supportdesk.app.window import Start, make_application
from supportdesk.config import settings
from supportdesk.config.paths import Profile
from supportdesk.config.settings import Settings
from supportdesk.domain.errors import KnownError
from supportdesk.ui.first_run.unlock import UnlockWindow
from supportdesk.ui.main_window import MainWindow

_NEW = NewProfile("off", "Claire Fontaine", "", "Lyon", "Europe/Paris", "sage")


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """A desk that was set up without encryption and closed."""
    made = Profile(tmp_path / "desk")
    bootstrap.create_profile(made, _NEW).store.close()
    return made


def _refusal(profile: Profile) -> KnownError:
    before = profile.database.read_bytes()
    with pytest.raises(KnownError) as refused:
        bootstrap.open_profile(profile)
    assert profile.database.read_bytes() == before
    assert str(profile.settings) in refused.value.what
    assert refused.value.meaning
    assert refused.value.remedy
    return refused.value


def test_DSK_6_a_lost_settings_file_keeps_the_desk_shut(profile: Profile) -> None:
    profile.settings.unlink()
    refused = _refusal(profile)
    assert "missing" in refused.what
    assert 'encryption = "keyring", "passphrase" or "off"' in refused.remedy


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _append(text: str) -> Callable[[Path], None]:
    def append(path: Path) -> None:
        path.write_text(path.read_text("utf-8") + text, "utf-8")

    return append


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda path: path.write_bytes(b""), "how the desk is locked"),
        (lambda path: path.write_bytes(b"\x00" * 512), "line 1, column 1"),
        (lambda path: path.write_bytes(b"# " + b"x" * 10_000_000), "larger than"),
        (_append('\ntheme = "purple"\n'), "line 19: theme takes system, light or dark"),
        (_append("\nencription = 'off'\n"), "line 19: there is no setting “encription”"),
        (_append("\ntheme ==\n"), "line 19, column 8"),
        (_folder, "can't be read"),
    ],
    ids=["emptied", "binary", "huge", "wrong value", "unknown key", "bad TOML", "a folder"],
)
def test_DSK_6_a_damaged_settings_file_keeps_the_desk_shut(
    profile: Profile, damage: Callable[[Path], object], told: str
) -> None:
    damage(profile.settings)
    assert told in _refusal(profile).meaning


def test_DSK_6_an_unencrypted_file_in_the_place_of_a_lost_one_is_not_opened(
    profile: Profile, tmp_path: Path, keyring_in_memory: object
) -> None:
    mine = Profile(tmp_path / "mine")
    bootstrap.create_profile(mine, NewProfile("keyring", "Claire", "", "Lyon", "Europe/Paris", "sage"))
    shutil.copy(profile.database, mine.database)
    for suffix in ("-wal", "-shm"):
        mine.database.with_name(mine.database.name + suffix).unlink(missing_ok=True)
    with pytest.raises(KnownError, match="not encrypted"):
        bootstrap.open_profile(mine)
    mine.settings.unlink()
    assert "missing" in _refusal(mine).what


def test_the_settings_of_another_desk_name_nobody_here(profile: Profile, tmp_path: Path) -> None:
    other = Profile(tmp_path / "other")
    bootstrap.create_profile(other, _NEW).store.close()
    actor = settings.load(profile.settings).settings.actor
    shutil.copy(other.settings, profile.settings)
    refused = _refusal(profile)
    assert f"Claire Fontaine: {actor}" in refused.meaning
    settings.save(profile.settings, Settings(encryption="off"))
    assert _refusal(profile).meaning == refused.meaning


def test_what_the_refusals_ask_for_brings_the_desk_back(profile: Profile) -> None:
    profile.settings.unlink()
    _refusal(profile)
    profile.settings.write_text('encryption = "off"\n', "utf-8")
    (_, actor) = _refusal(profile).meaning.rstrip(".").rsplit(": ", 1)
    _append(f'actor = "{actor}"\n')(profile.settings)
    opened = bootstrap.open_profile(profile)
    opened.store.close()
    assert str(opened.desk.actor) == actor


def test_a_lost_database_is_not_replaced_by_a_new_one(profile: Profile) -> None:
    kept = profile.settings.read_bytes()
    profile.database.unlink()
    with pytest.raises(KnownError, match="missing, and a desk was set up"):
        bootstrap.open_profile(profile)
    with pytest.raises(KnownError, match="missing, and a desk was set up"):
        bootstrap.create_profile(profile, _NEW)
    assert not profile.database.exists()
    assert profile.settings.read_bytes() == kept


def test_the_window_says_what_keeps_the_desk_shut_and_opens_it_when_it_is_mended(
    profile: Profile, qtbot: QtBot
) -> None:
    kept = profile.settings.read_bytes()
    profile.settings.write_text('encryption = "off', "utf-8")
    make_application(Settings())
    start = Start(profile)
    start.show()
    try:
        qtbot.waitUntil(lambda: isinstance(start.frame.centralWidget(), UnlockWindow), timeout=10_000)
        shut = start.frame.centralWidget()
        assert isinstance(shut, UnlockWindow)
        assert not shut.passphrase.isVisible()
        assert "settings.toml, line 1" in shut.trouble.accessibleName()
        profile.settings.write_bytes(kept)
        shut.retry_asked.emit()
        qtbot.waitUntil(lambda: isinstance(start.frame.centralWidget(), MainWindow), timeout=20_000)
    finally:
        start.frame.close()
        start.frame.deleteLater()


def test_what_is_wrong_behind_a_passphrase_is_not_blamed_on_the_passphrase(
    tmp_path: Path, qtbot: QtBot
) -> None:
    profile = Profile(tmp_path / "locked")
    new = NewProfile("passphrase", "Claire", "", "Lyon", "Europe/Paris", "sage", passphrase="three mice")
    bootstrap.create_profile(profile, new).store.close()
    settings.save(profile.settings, Settings(encryption="passphrase"))
    make_application(Settings())
    start = Start(profile)
    start.show()
    try:
        qtbot.waitUntil(lambda: isinstance(start.frame.centralWidget(), UnlockWindow), timeout=10_000)
        asking = start.frame.centralWidget()
        assert isinstance(asking, UnlockWindow)
        asking.unlocked.emit("three mice")
        qtbot.waitUntil(lambda: start.frame.centralWidget() is not asking, timeout=20_000)
        shut = start.frame.centralWidget()
        assert isinstance(shut, UnlockWindow)
        assert shut.passphrase.isHidden()
        assert "does not name an agent" in shut.trouble.accessibleName()
        shut.retry_asked.emit()
        again = start.frame.centralWidget()
        assert isinstance(again, UnlockWindow)
        assert not again.passphrase.isHidden()
    finally:
        start.frame.close()
        start.frame.deleteLater()


def test_a_lost_settings_file_does_not_ask_for_a_key(profile: Profile, qtbot: QtBot) -> None:
    profile.settings.unlink()
    make_application(Settings())
    start = Start(profile)
    start.show()
    try:
        qtbot.waitUntil(lambda: isinstance(start.frame.centralWidget(), UnlockWindow), timeout=10_000)
        shut = start.frame.centralWidget()
        assert isinstance(shut, UnlockWindow)
        assert "missing" in shut.trouble.accessibleName()
    finally:
        start.frame.close()
        start.frame.deleteLater()
    assert not profile.settings.exists()


@contextmanager
def _no_administrator() -> Iterator[None]:
    """An administrator may look into every folder; for a moment nobody is one."""
    before = os.geteuid()
    os.seteuid(before or 65534)
    try:
        yield
    finally:
        os.seteuid(before)


@pytest.mark.skipif(os.name != "posix", reason="Windows closes folders by other means")
def test_a_folder_that_is_closed_to_this_account_is_named(profile: Profile) -> None:
    profile.root.chmod(0)
    try:
        with _no_administrator(), pytest.raises(KnownError, match="can't be looked into") as refused:
            bootstrap.open_profile(profile)
    finally:
        profile.root.chmod(0o700)
    assert f"{profile.root} can't be looked into: Permission denied" in refused.value.what
