"""The demo leaves nothing behind that nobody asked for, and says which place it couldn't use."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from supportdesk.app.cli import main


def test_a_place_that_cannot_be_used_is_named_and_the_desk_made_for_it_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    desks = tmp_path / "desks"
    desks.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(desks))
    taken = tmp_path / "taken"
    taken.write_text("a file", "utf-8")
    assert main(["demo", "--cases", "3", "--screens", str(taken)]) == 1
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith(f"{taken} can't be used: ")
    assert not list(desks.iterdir())


def test_a_profile_that_cannot_be_made_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    taken = tmp_path / "taken"
    taken.write_text("a file", "utf-8")
    assert main(["--profile", str(taken), "demo", "--cases", "3"]) == 1
    assert f"{taken} can't be used: " in capsys.readouterr().err
    assert taken.read_text("utf-8") == "a file"
