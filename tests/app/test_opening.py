"""From an empty folder to a desk at work, and back into it: first run, passphrase, keyring, what keeps a desk shut."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from supportdesk.app import bootstrap
from supportdesk.app.bootstrap import NewProfile
from supportdesk.app.window import Start, make_application
from supportdesk.config import settings
from supportdesk.config.paths import Profile, resources
from supportdesk.config.settings import Settings
from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import replies
from supportdesk.services.operations import kept_policies
from supportdesk.services.person import place
from supportdesk.ui.first_run.choice import FirstRunChoice
from supportdesk.ui.first_run.unlock import UnlockWindow
from supportdesk.ui.first_run.window import FirstRunWindow
from supportdesk.ui.frame import Outline
from supportdesk.ui.main_window import MainWindow
from supportdesk.ui.theme import theme
from tests.app.desk_process import set_up

_CHOICE = FirstRunChoice(
    language="en", policy_code="sage", encryption="off", passphrase=None, person_name="Claire Fontaine",
    email="claire@example.com", branch_name="Lyon", time_zone="Europe/Paris",
)  # fmt: skip
_PASSPHRASE = "correct horse battery"


@contextmanager
def _started(profile: Profile, qtbot: QtBot) -> Iterator[Start]:
    make_application(Settings())
    start = Start(profile)
    start.show()
    qtbot.waitUntil(lambda: start.opening is not None and not _shows(start, Outline), timeout=10_000)
    try:
        yield start
    finally:
        start.frame.close()
        start.frame.deleteLater()


def _shows(start: Start, kind: type) -> bool:
    return isinstance(start.frame.centralWidget(), kind)


def _choose(start: Start, choice: FirstRunChoice) -> None:
    first = start.frame.centralWidget()
    assert isinstance(first, FirstRunWindow)
    first.chosen.emit(choice)


def test_DSK_2_the_first_run_sets_up_a_desk_that_opens_again(tmp_path: Path, qtbot: QtBot) -> None:
    profile = Profile(tmp_path / "desk")
    with _started(profile, qtbot) as start:
        _choose(start, _CHOICE)
        qtbot.waitUntil(lambda: _shows(start, MainWindow), timeout=20_000)
    kept = settings.load(profile.settings).settings
    assert (kept.policy, kept.first_run_done) == ("sage", True)
    with _started(profile, qtbot) as again:
        assert _shows(again, MainWindow)
    opened = bootstrap.open_profile(profile)
    me = place.me(opened.desk)
    opened.store.close()
    assert (me.name, me.branch, me.time_zone) == ("Claire Fontaine", "Lyon", "Europe/Paris")


def test_DSK_6_a_passphrase_opens_its_desk_and_no_other_word_does(tmp_path: Path, qtbot: QtBot) -> None:
    profile = Profile(tmp_path / "desk")
    with _started(profile, qtbot) as start:
        _choose(start, replace(_CHOICE, encryption="passphrase", passphrase=_PASSPHRASE))
        qtbot.waitUntil(lambda: _shows(start, MainWindow), timeout=20_000)
    assert _PASSPHRASE.encode() not in b"".join(
        file.read_bytes() for file in profile.root.iterdir() if file.is_file()
    )
    with _started(profile, qtbot) as locked:
        unlock = locked.frame.centralWidget()
        assert isinstance(unlock, UnlockWindow)
        unlock.unlocked.emit("something else")
        qtbot.waitUntil(lambda: not unlock.trouble.isHidden(), timeout=20_000)
        unlock.unlocked.emit(_PASSPHRASE)
        qtbot.waitUntil(lambda: _shows(locked, MainWindow), timeout=20_000)


def test_the_look_that_was_chosen_comes_back(tmp_path: Path, qtbot: QtBot) -> None:
    profile = Profile(tmp_path / "desk")
    with _started(profile, qtbot) as start:
        _choose(start, _CHOICE)
        qtbot.waitUntil(lambda: _shows(start, MainWindow), timeout=20_000)
        window = start.frame.centralWidget()
        assert isinstance(window, MainWindow)
        before = theme().dark
        window.status.look.click()
        assert theme().dark is not before
        menu = window.commands.person_menu
        menu.aboutToShow.emit()
        assert [action.data() for action in menu.actions() if action.isChecked()] == [theme().choice]
        chosen = theme().choice
        qtbot.waitUntil(lambda: settings.load(profile.settings).settings.theme == chosen)
    assert settings.load(profile.settings).settings.policy == "sage"


@pytest.mark.usefixtures("keyring_in_memory")
def test_DSK_6_a_key_in_the_keyring_opens_the_desk(tmp_path: Path, qtbot: QtBot) -> None:
    profile = Profile(tmp_path / "desk")
    with _started(profile, qtbot) as start:
        _choose(start, replace(_CHOICE, encryption="keyring"))
        qtbot.waitUntil(lambda: _shows(start, MainWindow), timeout=20_000)
    assert profile.database.read_bytes()[:6] != b"SQLite"
    with _started(profile, qtbot) as again:
        qtbot.waitUntil(lambda: _shows(again, MainWindow), timeout=20_000)


def test_DSK_6_without_a_keyring_nothing_is_set_up_and_the_choice_stays(tmp_path: Path, qtbot: QtBot) -> None:
    profile = Profile(tmp_path / "desk")
    with _started(profile, qtbot) as start:
        _choose(start, replace(_CHOICE, encryption="keyring"))
        first = start.frame.centralWidget()
        assert isinstance(first, FirstRunWindow)
        qtbot.waitUntil(lambda: not first.trouble.isHidden(), timeout=20_000)
        assert _shows(start, FirstRunWindow)
        assert not bootstrap.exists(profile)


def test_a_damaged_desk_says_so_and_stays_shut(tmp_path: Path, qtbot: QtBot) -> None:
    profile = Profile(tmp_path / "desk")
    new = NewProfile("off", "Claire", "", "Lyon", "Europe/Paris", "sage")
    bootstrap.create_profile(profile, new).store.close()
    profile.database.write_bytes(b"nothing of a database" * 400)
    with _started(profile, qtbot) as start:
        qtbot.waitUntil(lambda: _shows(start, UnlockWindow), timeout=20_000)


def test_a_desk_is_never_set_up_over_another(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "desk")
    new = NewProfile("off", "Claire", "", "Lyon", "Europe/Paris", "sage")
    bootstrap.create_profile(profile, new).store.close()
    with pytest.raises(KnownError, match="already"):
        bootstrap.create_profile(profile, new)


def test_an_emptied_file_is_left_alone(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "desk")
    new = NewProfile("off", "Claire", "", "Lyon", "Europe/Paris", "sage")
    bootstrap.create_profile(profile, new).store.close()
    profile.database.write_bytes(b"")
    with pytest.raises(KnownError, match="empty"):
        bootstrap.open_profile(profile)
    assert profile.database.stat().st_size == 0


def test_what_fails_half_way_leaves_no_half_desk(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "desk")
    with pytest.raises(KnownError):
        bootstrap.create_profile(profile, NewProfile("off", "Claire", "", "Lyon", "Nowhere/Atall", "sage"))
    assert list(profile.root.iterdir()) == []


_CUT_SHORT = """
import os, sys
from pathlib import Path
from supportdesk.app import bootstrap
from supportdesk.config.paths import Profile
bootstrap.preferences.save = lambda *_: os._exit(9)
new = bootstrap.NewProfile("passphrase", "Claire", "", "Lyon", "Europe/Paris", "sage", passphrase=sys.argv[2])
bootstrap.create_profile(Profile(Path(sys.argv[1])), new)
"""


def test_a_set_up_that_was_cut_short_is_begun_anew(tmp_path: Path, qtbot: QtBot) -> None:
    profile = Profile(tmp_path / "desk")
    command = [sys.executable, "-c", _CUT_SHORT, str(profile.root), _PASSPHRASE]
    assert subprocess.run(command, check=False).returncode == 9
    assert profile.salt.exists()
    with _started(profile, qtbot) as start:
        _choose(start, replace(_CHOICE, encryption="passphrase", passphrase="another one"))
        qtbot.waitUntil(lambda: _shows(start, MainWindow), timeout=20_000)
    bootstrap.open_profile(profile, passphrase="another one").store.close()
    assert not profile.unfinished.exists()


def test_the_log_of_a_lost_database_is_not_put_beside_a_new_one(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "desk")
    profile.make()
    (profile.root / "desk.db-wal").write_bytes(b"changes")
    with pytest.raises(KnownError, match=r"desk\.db is missing"):
        bootstrap.create_profile(profile, NewProfile("off", "Claire", "", "Lyon", "Europe/Paris", "sage"))
    assert (profile.root / "desk.db-wal").read_bytes() == b"changes"


def test_a_damaged_policy_file_is_named_and_its_cases_can_be_worked_on(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(resources() / "policies", tmp_path / "policies")
    monkeypatch.setattr(kept_policies, "resources", lambda: tmp_path)
    profile = Profile(tmp_path / "desk")
    case_id = set_up(profile)
    (tmp_path / "policies" / "sparkrock.toml").write_text("severity = none", "utf-8")
    with _started(profile, qtbot) as start:
        window = start.frame.centralWidget()
        assert isinstance(window, MainWindow)
        qtbot.waitUntil(lambda: window.toasts.shown is not None, timeout=20_000)
        assert window.toasts.shown is not None
        assert "sparkrock.toml" in window.toasts.shown.accessibleName()
    opened = bootstrap.open_profile(profile)
    try:
        replies.note(opened.desk, case_id, "It goes on.")
    finally:
        opened.store.close()
