"""The command line as people and scripts use it: options anywhere, one language, and streams of every kind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from supportdesk.app import cli, policy_commands
from supportdesk.app.cli import main
from supportdesk.config.paths import Profile, resources

_COMMANDS = (
    ("doctor",),
    ("demo",),
    ("import", "cases.csv"),
    ("calendar",),
    ("case", "list"),
    ("case", "note", "123", "--text=said"),
    ("policy", "list"),
    ("policy", "show", "sage"),
    ("policy", "check", "mine.toml"),
    ("policy", "explain", "sage"),
)


def _run(
    *arguments: str, env: dict[str, str] | None = None, stdout: int | IO[bytes] = subprocess.PIPE
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "supportdesk", *arguments],
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
    )


@pytest.mark.parametrize("words", _COMMANDS, ids=" ".join)
def test_the_profile_may_be_named_before_and_after_every_word(words: tuple[str, ...], tmp_path: Path) -> None:
    option = ["--profile", str(tmp_path)]
    parser = cli._parser()  # noqa: SLF001 - what the words are parsed into is not to be run
    for place in range(len(words) + 1):
        options = parser.parse_args([*words[:place], *option, *words[place:]])
        assert cli.profile_of(options) == Profile(tmp_path.resolve())
    other = parser.parse_args(["--profile", "elsewhere", *words, *option])
    assert cli.profile_of(other) == Profile(tmp_path.resolve())
    assert parser.parse_args(words).profile is None


@pytest.mark.parametrize("words", [(), *_COMMANDS, ("policy",), ("case",)], ids=" ".join)
def test_every_word_has_help_that_names_the_profile(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([*words[:2], "--help"] if words[:1] in {("policy",), ("case",)} else [*words[:1], "--help"])
    assert ended.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith(f"usage: supportdesk {words[0] if words else '[-h]'}")
    assert "--profile DIR" in said
    assert "COMMAND ...]" in said or words


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["policy"], ["--profile", "", "doctor"], ["demo", "--cases", "x"]]
)
def test_what_is_not_understood_ends_with_2_and_a_word_on_it(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "error:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "told", "names"),
    [
        ("en", "Names in en", ("Portal tickets", "Branches and visits")),
        ("fr_CA", "Names in fr", ("Tickets sur le portail", "Filiales et visites")),
        ("de", "No policy here has names in “de”.", ("Portal tickets", "Branches and visits")),
    ],
)
def test_policy_list_keeps_to_one_language_and_says_which(
    language: str, told: str, names: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["policy", "list", "--language", language]) == 0
    said = capsys.readouterr()
    assert told in said.err
    for name in names:
        assert f": {name} – " in said.out


def test_a_policy_without_the_language_says_which_it_is_told_in(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["policy", "list", "--language", "fr"]) == 0
    (line,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("synergy")]
    assert line.endswith(" (en)")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the environment does not say the language")
@pytest.mark.parametrize(("locale", "told"), [("fr_FR.UTF-8", b"Names in fr"), ("C", b"Names in en")])
def test_policy_list_speaks_the_systems_language(locale: str, told: bytes) -> None:
    done = _run("policy", "list", env={"LC_ALL": locale, "LANGUAGE": ""})
    assert done.returncode == 0
    assert told in done.stderr


_ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the environment does not say the encoding")
def test_a_terminal_without_the_letters_gets_other_ones() -> None:
    for arguments in (("policy", "list", "--language", "ar"), ("policy", "show", "nobody’s"), ("doctor",)):
        done = _run(*arguments, env=_ASCII)
        assert b"Traceback" not in done.stderr
        assert done.stdout + done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the environment does not say the encoding")
def test_a_policy_is_shown_byte_by_byte_whatever_the_terminal_speaks() -> None:
    done = _run("policy", "show", "sage", env=_ASCII)
    assert done.stdout == (resources() / "policies" / "sage.toml").read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="pipes of a shell")
@pytest.mark.parametrize("arguments", ["policy show sparkrock", "policy list", "calendar", "doctor"])
def test_a_reader_who_goes_away_and_a_closed_stream_are_no_fault(arguments: str) -> None:
    command = f"echo '[]' | {sys.executable} -m supportdesk {arguments}"
    for ending in (
        "| true",
        "| head -c 1",
        ">&-",
        "<&-",
        "2>&- >&-",
        "> /dev/full" if Path("/dev/full").exists() else "",
    ):
        done = subprocess.run(["sh", "-c", f"{command} {ending}"], capture_output=True, check=False)
        assert b"Traceback" not in done.stderr
        assert b"Exception ignored" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full is Linux's")
def test_output_that_finds_no_room_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        done = _run("policy", "list", stdout=full)
    assert done.returncode == 1
    assert b"No space left on device" in done.stderr
    assert b"Exception ignored" not in done.stderr


def test_policy_list_names_a_broken_file_and_lists_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(resources() / "policies", tmp_path / "policies")
    (tmp_path / "policies" / "sage.toml").write_text("nonsense", "utf-8")
    monkeypatch.setattr(policy_commands, "resources", lambda: tmp_path)
    assert main(["policy", "list"]) == 1
    said = capsys.readouterr()
    assert "sage.toml" in said.err
    assert len(said.out.splitlines()) == 4
