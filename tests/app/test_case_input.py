"""What the `case` command is given to read: pipes and files, texts that are none, options that make no sense."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from supportdesk.app.cli import main
from supportdesk.config.paths import Profile
from tests.app.case_desk import Say, new, process, rule


def test_a_text_comes_from_standard_input(profile: Profile, say: Say) -> None:
    new(say)
    for words in (("--file", "-"), ("--text", "-")):
        done = process(profile, "note", 1, *words, "--json", given="größer\n".encode())
        assert (done.returncode, done.stderr) == (0, b"")
        assert json.loads(done.stdout)["done"]["act"] == "case.note"
    assert say("show", 1)[1]["timeline"]["entries"][-1]["body"] == "größer"


@pytest.mark.parametrize(
    ("content", "word"),
    [(b"ab\xff", "byte 2"), (b"a\0b", "NUL"), (b"x" * (4 * 1024 * 1024 + 1), "4 MB")],
)
def test_a_text_that_is_none_ends_with_2(say: Say, tmp_path: Path, content: bytes, word: str) -> None:
    new(say)
    file = tmp_path / "text"
    file.write_bytes(content)
    status, document = say("note", 1, "--file", file)
    assert (status, word in document["error"]["what"]) == (2, True)
    assert document["error"]["meaning"] == "Nothing was changed."


def test_a_file_that_is_not_there_is_refused(say: Say, tmp_path: Path) -> None:
    new(say)
    gone = "No such file"
    for file, word, attached in ((tmp_path / "none", gone, gone), (tmp_path, "directory", "folder")):
        status, document = say("note", 1, "--file", file)
        assert (status, word in document["error"]["what"]) == (2, True)
        status, document = say("note", 1, "--text", "x", "--attach", file)
        assert (status, attached in document["error"]["what"]) == (1, True)
    assert len(say("show", 1)[1]["timeline"]["entries"]) == 1


def test_a_long_text_is_kept_whole(say: Say, tmp_path: Path) -> None:
    new(say)
    file = tmp_path / "text"
    file.write_text("lorem\u2028\x1b ipsum\r\n" * 100_000, encoding="utf-8")
    assert say("note", 1, "--file", file)[0] == 0
    body = say("show", 1)[1]["timeline"]["entries"][-1]["body"]
    assert body == ("lorem\u2028\x1b ipsum\n" * 100_000).strip()


@pytest.mark.parametrize("title", ["a\nb", "a\x1b[2Jb", "a\u2028b", "a\udcffb"])
def test_a_title_with_lines_or_control_signs_is_refused(say: Say, title: str) -> None:
    status, document = say("new", "--client", "HARTW", "--title", title)
    assert (status, document["error"]["rule"]) == (2, None)
    assert say("list", "everything")[1]["count"] == 0


def test_an_empty_title_is_refused(say: Say) -> None:
    for title in ("", "  "):
        assert rule(say("new", "--client", "HARTW", "--title", title)) in {None, "SAG-5"}


@pytest.mark.parametrize(
    "words",
    [
        ("note", "1"),
        ("note", "1", "--text", "a", "--file", "b"),
        ("assign", "1"),
        ("assign", "1", "tom", "--nobody"),
        ("new",),
        ("new", "--title", "x", "--part", "steps"),
        ("list", "--limit", "-1"),
        ("list", "--limit", "9" * 30),
        ("list", "--sort", "colour"),
        ("move", "1", "estimate", "--quote", "much"),
        ("move", "1", "estimate", "--quote", "nan,EUR"),
        ("reply", "1", "--text", "x", "--seen-until", "yesterday"),
        ("reply", "1", "--text", "x", "--seen-until", "2026-01-01T00:00:00"),
        ("dance",),
        (),
    ],
)
def test_what_is_not_understood_ends_with_2(
    profile: Profile, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--profile", str(profile.root), "case", *words])
    assert ended.value.code == 2
    assert "error:" in capsys.readouterr().err
