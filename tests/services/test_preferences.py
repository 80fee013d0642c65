"""Keeping what a person chose: it comes back, or the person is told why it was not kept."""

from dataclasses import replace
from pathlib import Path

import pytest

from supportdesk.config import settings
from supportdesk.config.settings import Settings
from supportdesk.domain.errors import KnownError
from supportdesk.services.person import preferences


def test_what_was_chosen_comes_back(tmp_path: Path) -> None:
    chosen = replace(Settings(), language="fr", text_size=120)
    preferences.save(tmp_path / "profile" / "settings.toml", chosen)
    assert settings.load(tmp_path / "profile" / "settings.toml").settings == chosen


def test_a_folder_that_cannot_be_written_is_a_known_error(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", encoding="utf-8")
    with pytest.raises(KnownError, match="couldn't be saved") as told:
        preferences.save(blocked / "settings.toml", replace(Settings(), language="fr"))
    assert told.value.meaning
    assert told.value.remedy
