"""The import command as a person or a script calls it: a process, its words and its exit status."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from supportdesk.app import bootstrap
from supportdesk.app.bootstrap import NewProfile
from supportdesk.config.paths import Profile
from tests.services.importing.exports import HEADING, LOG, SAMPLES, TICKET, written

PASSPHRASE = "three blind mice"


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """A desk in Berlin under Sparkrock's terms, without encryption so that no keyring is needed."""
    made = Profile(tmp_path / "profile")
    new = NewProfile("off", "Nadia Karim", "", "Berlin", "Europe/Berlin", "sparkrock")
    bootstrap.create_profile(made, new).store.close()
    return made


def _command(profile: Profile, *arguments: object) -> list[str]:
    return [
        sys.executable,
        "-m",
        "supportdesk",
        "--profile",
        str(profile.root),
        "import",
        *map(str, arguments),
    ]


def _run(profile: Profile, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(_command(profile, *arguments), capture_output=True, text=True, check=False)


def _titles(profile: Profile) -> list[str]:
    opened = bootstrap.open_profile(profile)
    try:
        with opened.store.read() as conn:
            return list(conn.exec_driver_sql('SELECT title FROM "case" ORDER BY row').scalars())
    finally:
        opened.store.close()


def test_an_export_is_imported_once(profile: Profile) -> None:
    done = _run(profile, SAMPLES / "osticket.csv")
    assert (done.returncode, done.stdout, done.stderr) == (
        0,
        "3 new, 0 here already, 0 differ, 0 refused\n",
        "",
    )
    again = _run(profile, SAMPLES / "osticket.csv")
    assert (again.returncode, again.stdout) == (0, "0 new, 3 here already, 0 differ, 0 refused\n")
    assert len(_titles(profile)) == 3


def test_refused_and_differing_rows_are_told_with_line_and_reason(profile: Profile, tmp_path: Path) -> None:
    _run(profile, written(tmp_path, HEADING + TICKET))
    done = _run(profile, written(tmp_path, HEADING + TICKET.replace("fire", "ice") + "8,Ice,Open,Low,soon\n"))
    assert done.returncode == 1
    first, differs, refused = done.stdout.splitlines()
    assert first == "0 new, 0 here already, 1 differ, 1 refused"
    assert differs.startswith("line 2, 7: it is here already")
    assert refused == "line 3, 8: “soon” in Created time is not a date that is understood"
    assert _titles(profile) == ["Printer is on fire"]


def test_a_preview_writes_nothing_and_its_mapping_can_be_changed_and_given_back(
    profile: Profile, tmp_path: Path
) -> None:
    path = written(tmp_path, "Case,What,Phase,Begun,Colour\n7,Fire,smouldering,7/6/2025 10:00,red\n")
    seen = _run(profile, path, "--preview")
    assert seen.returncode == 1
    assert "No column gives the number and title and logged at" in seen.stderr
    mapping = json.loads(seen.stdout)
    assert mapping["time_zone"] == "Europe/Berlin"
    targets = {"Case": "number", "What": "title", "Phase": "stage", "Begun": "logged_at", "Colour": "keep"}
    mapping["columns"] = [[heading, targets[heading]] for heading, _ in mapping["columns"]]
    mapping["stages"] = [["smouldering", "development"]]
    corrected = written(tmp_path, json.dumps(mapping), "mapping.json")
    seen = _run(profile, path, "--preview", "--mapping", corrected)
    assert seen.returncode == 0
    assert json.loads(seen.stdout) == mapping
    assert "1 case, 0 refused" in seen.stderr
    assert "Kept with each case as they are: Colour" in seen.stderr
    assert _titles(profile) == []
    done = _run(profile, path, "--mapping", corrected, "--time-zone", "UTC", "--policy", "sage")
    assert done.returncode == 1, "that policy has no such stage"
    assert "development" in done.stderr
    assert _run(profile, path, "--mapping", corrected).returncode == 0
    assert _titles(profile) == ["Fire"]


def test_what_cannot_be_read_ends_with_2_and_says_why(profile: Profile, tmp_path: Path) -> None:
    good = written(tmp_path, HEADING + TICKET)
    broken = written(tmp_path, "[1, 2", "broken.json")
    for arguments, word in (
        ((tmp_path / "none.csv",), "No such file"),
        ((tmp_path,), "directory"),
        ((written(tmp_path, b"", "empty.csv"),), "empty"),
        ((broken,), "not JSON"),
        ((good, "--mapping", broken), "not JSON"),
        ((good, "--mapping", tmp_path / "none.json"), "No such file"),
    ):
        done = _run(profile, *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert word in done.stderr
        assert "Traceback" not in done.stderr
    assert _titles(profile) == []


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--policy", "nobody"), "nobody"),
        (("--time-zone", "Mars/Olympus"), "Mars"),
        (("--mapping", "7.json"), "mapping"),
    ],
)
def test_an_option_that_cannot_be_followed_is_refused_in_words(
    profile: Profile, tmp_path: Path, arguments: tuple[str, str], word: str
) -> None:
    option, value = arguments
    given = written(tmp_path, "7", value) if value.endswith(".json") else value
    done = _run(profile, written(tmp_path, HEADING + TICKET), option, given)
    assert done.returncode == 1
    assert word in done.stderr
    assert "Traceback" not in done.stderr


def test_a_profile_that_was_never_set_up_and_one_that_is_locked_are_said(tmp_path: Path) -> None:
    export = written(tmp_path, HEADING + TICKET)
    done = _run(Profile(tmp_path / "nowhere"), export)
    assert done.returncode == 1
    assert "No desk has been set up" in done.stderr
    assert not (tmp_path / "nowhere").exists()
    locked = Profile(tmp_path / "locked")
    new = NewProfile("passphrase", "Nadia", "", "Berlin", "Europe/Berlin", "sage", passphrase=PASSPHRASE)
    bootstrap.create_profile(locked, new).store.close()
    done = subprocess.run(
        _command(locked, export), stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "passphrase" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a console there sends Ctrl+C otherwise")
def test_ctrl_c_cancels_and_keeps_what_was_done(profile: Profile, tmp_path: Path) -> None:
    pty = pytest.importorskip("pty")
    rows = "".join(f"{number},Fire,Open,Low,2025-06-02\n" for number in range(4000))
    path = written(tmp_path, HEADING + rows)
    ours, theirs = pty.openpty()
    with subprocess.Popen(_command(profile, path), stdout=subprocess.PIPE, stderr=theirs, text=True) as child:
        os.close(theirs)
        # The first words of progress come after the first chunk.
        assert b"record" in os.read(ours, 100)
        child.send_signal(signal.SIGINT)
        said, _ = child.communicate()
    os.close(ours)
    assert child.returncode == 130
    assert "Interrupted" in said
    kept = len(_titles(profile))
    assert 0 < kept < 4000
    rest = _run(profile, path)
    assert rest.returncode == 0
    assert rest.stdout.startswith(f"{4000 - kept:,} new, {kept:,} here already")


def test_the_event_log_is_imported_by_the_same_command(profile: Profile) -> None:
    done = _run(profile, LOG)
    assert (done.returncode, done.stdout) == (0, "400 new, 0 here already, 0 differ, 0 refused\n")
