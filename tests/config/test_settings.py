"""The settings file: round trip, wrong values, unreadable files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supportdesk.config import settings
from supportdesk.config.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none.toml") == settings.LoadedSettings(Settings())


@given(
    language=st.text(st.characters(exclude_categories=["Cc", "Cs"])),
    size=st.sampled_from(settings.TEXT_SIZES),
    done=st.booleans(),
)
def test_saved_settings_come_back(
    tmp_path_factory: pytest.TempPathFactory, language: str, size: int, *, done: bool
) -> None:
    path = tmp_path_factory.mktemp("settings") / "settings.toml"
    chosen = replace(Settings(), language=language, text_size=size, first_run_done=done)
    settings.save(path, chosen)
    assert settings.load(path) == settings.LoadedSettings(chosen)


def test_a_wrong_value_is_named_and_the_rest_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('theme = "pink"\ntext_size = true\nlanguage = "fr"\nmystery = 1\n', "utf-8")
    loaded = settings.load(path)
    assert loaded.settings == replace(Settings(), language="fr")
    assert len(loaded.problems) == 3
    assert any("theme takes" in problem for problem in loaded.problems)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"= no", b"a = " + b"[" * 50_000])
def test_an_unreadable_file_gives_the_defaults_and_the_reason(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    loaded = settings.load(path)
    assert loaded.settings == Settings()
    assert loaded.problems
