"""The `case` command on profiles of every kind: not set up, locked, and in use by an open desk or another program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from supportdesk.app import bootstrap, single_instance
from supportdesk.app.bootstrap import NewProfile, Outdated
from supportdesk.app.cli import main
from supportdesk.app.single_instance import Lock
from supportdesk.config.paths import Profile
from tests.app.case_desk import Say, acts, new, process
from tests.app.desk_process import DeskProcess, looked_into

PASSPHRASE = "three blind mice"
_HEARS = """
def act():
    Told.here.desk.session.notifier.changed.connect(heard)
    say("listens")

def heard(changes):
    say(f"everything {changes.everything}")
    desk = Told.here.desk.session.desk
    from supportdesk.services.queries import timelines
    from supportdesk.services.queries.called import case_called
    item = timelines.timeline(desk, case_called(desk, "1")).items[-1]
    say(f"shows {item.body}")
    from supportdesk.services.cases import replies
    if item.body == "from outside":
        Told.here.desk.session.do(replies.note, case_called(desk, "1"), "from inside")
"""


def test_a_profile_that_was_never_set_up_is_said_and_not_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (["list"], ["note", "1", "--text", "x"]):
        assert main(["--profile", str(tmp_path / "nowhere"), "case", *words, "--json"]) == 1
        assert "No desk has been set up" in json.loads(capsys.readouterr().out)["error"]["what"]
    assert not (tmp_path / "nowhere").exists()


def test_a_locked_profile_stays_shut_without_a_terminal(tmp_path: Path) -> None:
    done = process(_locked(tmp_path), "list", "--json")
    assert done.returncode == 1
    assert "passphrase" in json.loads(done.stdout)["error"]["what"]


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals there")
def test_a_locked_profile_asks_the_terminal_and_takes_the_text_from_the_pipe(tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    profile = _locked(tmp_path)
    words = ["new", "--policy", "sparkrock", "--title", "Locked", "--file", "-", "--json"]
    code = "import os, sys; os.setsid(); import fcntl, termios; fcntl.ioctl(2, termios.TIOCSCTTY, 0); "
    line = ["--profile", str(profile.root), "case", *words]
    code += f"from supportdesk.app.cli import main; sys.exit(main({line!r}))"
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=theirs,
        cwd=Path(__file__).parents[2],
    ) as child:
        os.close(theirs)
        assert child.stdin is not None
        child.stdin.write(b"said by a pipe")
        child.stdin.close()
        child.stdin = None
        assert b"Passphrase" in os.read(ours, 200)
        os.write(ours, f"{PASSPHRASE}\n".encode())
        out, _ = child.communicate(timeout=60)
    os.close(ours)
    assert child.returncode == 0, out
    document = json.loads(out)
    assert document["case"]["title"] == "Locked"
    assert {part["answer"] for part in document["case"]["template"]} == {"said by a pipe"}


def _locked(folder: Path) -> Profile:
    locked = Profile(folder / "locked")
    new = NewProfile("passphrase", "Nadia", "", "Berlin", "Europe/Berlin", "sage", passphrase=PASSPHRASE)
    bootstrap.create_profile(locked, new).store.close()
    return locked


# ------------------------------------------------------------------ beside an open desk


def test_an_act_beside_the_open_desk_is_shown_there_and_neither_loses_the_others(
    profile: Profile, say: Say
) -> None:
    new(say)
    with DeskProcess(profile, _HEARS) as desk:
        desk.says("listens")
        done = process(profile, "note", 1, "--text", "from outside", "--json")
        assert (done.returncode, done.stderr) == (0, b"")
        desk.says("everything True")
        desk.says("shows from outside")
        desk.says("shows from inside")
        entries = json.loads(process(profile, "show", 1, "--json").stdout)["timeline"]["entries"]
        assert [entry["body"] for entry in entries[-2:]] == ["from outside", "from inside"]
        assert json.loads(process(profile, "search", "outside", "--json").stdout)["count"] == 1
        assert desk.runs
    assert [name for name, _ in acts(profile)][-2:] == ["case.note", "case.note"]


def test_beside_what_does_not_answer_an_act_is_refused_and_a_question_is_not(
    profile: Profile, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    new(say)
    monkeypatch.setattr(single_instance, "_PATIENCE_SECONDS", 0.5)
    lock = Lock(profile)
    assert lock.take()
    try:
        refused = say("note", 1, "--text", "x")
        assert "is in use by process" in refused[1]["error"]["what"]
        assert say("show", 1)[0] == 0
    finally:
        lock.give_back()
    assert say("note", 1, "--text", "x")[0] == 0


def test_acts_of_many_processes_at_once_are_all_done(profile: Profile, say: Say) -> None:
    command = [sys.executable, "-m", "supportdesk", "--profile", str(profile.root), "case", "new"]
    words = ["--client", "HARTW", "--title", "At once"]
    children = [subprocess.Popen([*command, *words], stdout=subprocess.DEVNULL) for _ in range(4)]
    assert [child.wait(120) for child in children] == [0] * 4
    assert len({row["number"] for row in say("list", "everything")[1]["cases"]}) == 4


def test_an_older_file_is_left_alone_while_another_program_has_it(
    profile: Profile, say: Say, monkeypatch: pytest.MonkeyPatch
) -> None:
    with looked_into(profile) as desk, desk.store.write() as conn:
        conn.exec_driver_sql("UPDATE alembic_version SET version_num = '0007'")
    with pytest.raises(Outdated):
        bootstrap.open_profile(profile, upgrade=False)
    lock = Lock(profile)
    assert lock.take()
    try:
        assert "is in use by process" in say("list")[1]["error"]["what"]
    finally:
        lock.give_back()
