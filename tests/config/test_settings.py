"""The settings file: round trip, wrong values, unreadable files."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.config import settings
from supportdesk.config.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


def test_a_missing_file_gives_the_defaults_and_says_so(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none.toml") == settings.LoadedSettings(Settings(), missing=True)


@given(
    language=st.text(st.characters(exclude_categories=["Cs"])),
    size=st.sampled_from(settings.TEXT_SIZES),
    done=st.booleans(),
)
def test_saved_settings_come_back(
    tmp_path_factory: pytest.TempPathFactory, language: str, size: int, *, done: bool
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    chosen = replace(Settings(), language=language, text_size=size, first_run_done=done)
    settings.save(path, chosen)
    loaded = settings.load(path)
    assert (loaded.settings, loaded.problems, loaded.missing) == (chosen, (), False)


def test_how_the_desk_is_locked_and_who_sits_there_is_always_written(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    settings.save(path, Settings())
    assert settings.load(path).given == {"encryption", "actor"}


def test_wrong_values_are_named_with_their_lines_and_the_rest_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(
        '# mine\ntheme = "pink"\ntext_size = true\n\nlanguage = "fr"\nmystery = 1\n[table]\nx = 1\n'
        'actor = "me"\n',
        "utf-8",
    )
    loaded = settings.load(path)
    assert loaded.settings == replace(Settings(), language="fr")
    assert loaded.problems == (
        "settings.toml, line 2: theme takes system, light or dark",
        "settings.toml, line 3: text_size takes per cent, 90 to 150",
        "settings.toml, line 6: there is no setting “mystery”",
        "settings.toml, line 7: there is no setting “table”",
    )


@pytest.mark.parametrize("line", ['actor = "Claire"', 'time_zone = "Nowhere/Atall"', 'time_zone = "../.."'])
def test_a_text_that_stands_for_nothing_is_wrong(tmp_path: Path, line: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f'language = "fr"\n{line}\n', "utf-8")
    (problem,) = settings.load(path).problems
    assert problem.startswith(f"settings.toml, line 2: {line.split(maxsplit=1)[0]} takes ")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"\xff\xfe", "byte 1"),
        (b'theme = "dark"\nlanguage = no', ", line 2, column 12:"),
        (b"\x00" * 5000, ", line 1, column 1:"),
        (b"a = " + b"[" * 50_000, "nested"),
        (b"# " + b"x" * 300_000, "larger than 256 KB"),
        (b"text_size = " + b"9" * 5000, "can't be read"),
    ],
)
def test_an_unreadable_file_gives_the_defaults_and_the_reason(
    tmp_path: Path, content: bytes, told: str
) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    loaded = settings.load(path)
    assert loaded.settings == Settings()
    (problem,) = loaded.problems
    assert problem.startswith("settings.toml")
    assert told in problem


def test_what_is_no_file_is_said_to_be_none(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.mkdir()
    assert settings.load(path).problems
    if hasattr(os, "mkfifo"):
        path.rmdir()
        os.mkfifo(path)
        assert settings.load(path).problems == ("settings.toml can't be read: it is no file",)


def test_a_save_that_fails_leaves_the_file_as_it_was_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    before = replace(Settings(), language="fr")
    settings.save(path, before)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        settings.save(path, replace(before, language="ar"))
    assert settings.load(path).settings == before
    assert [file.name for file in tmp_path.iterdir()] == ["settings.toml"]


@pytest.mark.skipif(os.name != "posix", reason="Windows makes links for administrators only")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    place, link = tmp_path / "kept" / "desk.toml", tmp_path / "settings.toml"
    place.parent.mkdir()
    place.write_text("", "utf-8")
    link.symlink_to(place)
    settings.save(link, replace(Settings(), language="fr"))
    assert link.is_symlink()
    assert settings.load(place).settings.language == "fr"


_SAVER = """
import sys
from dataclasses import replace
from pathlib import Path
from supportdesk.config import settings
path, size = Path(sys.argv[1]), 90
print("begun", flush=True)
while True:
    size = 90 + (size - 89) % 61
    settings.save(path, replace(settings.Settings(), text_size=size, policy="p" * 50_000))
"""


def test_a_kill_in_the_middle_of_saving_leaves_a_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    settings.save(path, Settings())
    for _ in range(5):
        with subprocess.Popen(
            [sys.executable, "-c", _SAVER, str(path)], stdout=subprocess.PIPE, text=True
        ) as saver:
            assert saver.stdout is not None
            saver.stdout.readline()
            for _ in range(200):
                assert settings.load(path).problems == ()
            saver.kill()
        assert settings.load(path).problems == ()
