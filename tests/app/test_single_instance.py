"""One desk on a profile: the second program brings the first one's window forward, whatever became of others."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from supportdesk.app import single_instance
from supportdesk.app.single_instance import Door, InUse, Lock, alone, door_name, knock, settle
from supportdesk.config.paths import Profile
from tests.app.desk_process import DeskProcess, set_up
from tests.services.importing.exports import SAMPLES

_WAITS = """
from supportdesk.app import telling

def tell(error, before=telling.tell):
    QTimer.singleShot(200, lambda: say("waits"))
    before(error)

telling.tell = tell
"""
_TO_ITS_TASK_BAR = """
def act():
    Told.here._frame.showMinimized()
    say("minimised")
    QTimer.singleShot(0, look)

def look():
    if Told.here._frame.isMinimized():
        QTimer.singleShot(20, look)
    else:
        say("restored")
"""


def _command(profile: Profile, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "supportdesk", "--profile", str(profile.root), *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_second_start_brings_the_first_window_forward_and_ends(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "desk")
    set_up(profile)
    with DeskProcess(profile, _TO_ITS_TASK_BAR) as first:
        first.says("minimised")
        second = _command(profile)
        assert (second.returncode, second.stderr) == (0, "")
        assert "open already" in second.stdout
        first.says("forward")
        first.says("restored")
        assert first.runs


def test_of_desks_started_at_once_one_stays(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "desk")
    set_up(profile)
    with DeskProcess(profile) as one, DeskProcess(profile) as another, DeskProcess(profile) as third:
        desks = [one, another, third]
        while sum(desk.runs for desk in desks) > 1:
            time.sleep(0.05)
            for desk in desks:
                if not desk.runs:
                    assert desk.ends() == 0, desk.errors
        (left,) = [desk for desk in desks if desk.runs]
        left.says("opened")
        left.send(signal.SIGTERM)
        left.ends()


def test_a_profile_whose_desk_was_killed_opens_again(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "desk")
    set_up(profile)
    with DeskProcess(profile) as killed:
        killed.says("opened")
        killed.send(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
        killed.ends()
    with DeskProcess(profile) as next_one:
        next_one.says("opened")
        assert "open already" in _command(profile).stdout
        next_one.says("forward")


def test_two_profiles_are_two_desks(tmp_path: Path) -> None:
    first, second = Profile(tmp_path / "one"), Profile(tmp_path / "two")
    for profile in (first, second):
        set_up(profile)
    with DeskProcess(first) as one, DeskProcess(second) as two:
        one.says("opened")
        two.says("opened")
    assert door_name(first) != door_name(second)
    assert door_name(first) == door_name(Profile(tmp_path / "two" / ".." / "one"))


def test_an_import_beside_an_open_desk_is_refused_and_doctor_looks_without_harm(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "desk")
    set_up(profile)
    with DeskProcess(profile) as desk:
        desk.says("opened")
        refused = _command(profile, "import", str(SAMPLES / "osticket.csv"))
        assert refused.returncode == 1
        assert f"The desk in {profile.root} is in use by process" in refused.stderr
        assert "Nothing was changed" in refused.stderr
        seen = _command(profile, "doctor")
        assert "the desk's file holds together" in seen.stdout
        assert "in use by process" in seen.stdout
        assert desk.runs
    assert _command(profile, "import", str(SAMPLES / "osticket.csv")).returncode == 0


def test_a_desk_whose_lock_an_import_holds_says_so(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "desk")
    set_up(profile)
    with (
        alone(profile, but="wait"),
        pytest.raises(InUse, match=f"process {os.getpid()}"),
        alone(profile, but="wait"),
    ):
        pass
    with alone(profile, but="wait"):
        pass


def test_a_desk_waits_for_no_import_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    monkeypatch.setattr(single_instance, "_PATIENCE_SECONDS", 0.5)
    profile = Profile(tmp_path)
    with alone(profile, but="wait"), pytest.raises(InUse, match=f"process {os.getpid()} .*does not answer"):
        settle(profile, Lock(profile))
    lock = Lock(profile)
    assert settle(profile, lock)
    lock.give_back()


@pytest.mark.skipif(os.name != "posix", reason="Windows ends a program without asking it")
def test_what_is_said_of_a_profile_in_use_can_be_ended_by_a_signal(tmp_path: Path) -> None:
    profile = Profile(tmp_path)
    hurry = "from supportdesk.app import single_instance\nsingle_instance._PATIENCE_SECONDS = 0.5\n"
    with alone(profile, but="wait"), DeskProcess(profile, hurry + _WAITS) as second:
        second.says("waits")
        second.send(signal.SIGTERM)
        assert second.ends() == 1
        assert "does not answer" in "".join(second.errors)


def test_a_lock_that_nobody_holds_any_more_is_taken_whatever_process_it_names(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "desk")
    held = Lock(profile)
    assert held.take()
    content = profile.lock.read_bytes()
    held.give_back()
    # The same number, given again, as in a container: the process runs, and knows nothing of the lock.
    profile.lock.write_bytes(content)
    assert not Lock(profile).take()
    os.utime(profile.lock, (0, 0))
    next_one = Lock(profile)
    assert next_one.take()
    os.utime(profile.lock, (0, 0))
    assert not Lock(profile).take()


def test_where_no_lock_can_be_made_none_is_needed(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder", "utf-8")
    lock = Lock(Profile(tmp_path / "file"))
    assert lock.take()
    assert not lock.is_held


def test_a_visitor_who_says_something_else_is_shown_out(tmp_path: Path, qtbot: QtBot) -> None:
    profile = Profile(tmp_path)
    door = Door(profile)
    heard: list[bool] = []
    door.knocked.connect(lambda: heard.append(True))
    visitor = QLocalSocket()
    visitor.connectToServer(door_name(profile))
    visitor.write(b"x" * 100_000)
    qtbot.waitUntil(lambda: visitor.state() == QLocalSocket.LocalSocketState.UnconnectedState, timeout=5000)
    assert heard == []
    door.close()
    assert not knock(profile)
