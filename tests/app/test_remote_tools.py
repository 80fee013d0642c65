"""The tools of a profile: the default of its settings first, chosen programs kept there, an administrator's own."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from supportdesk.app.remote_tools import open_toolbox
from supportdesk.config import settings
from supportdesk.config.paths import Profile
from supportdesk.remote.catalogue import shipped_folder
from supportdesk.remote.finding import ProgramRefused, State
from supportdesk.remote.machine import this_system
from supportdesk.remote.tool import System
from tests.remote.stand_ins import stand_in

pytestmark = pytest.mark.skipif(this_system() is not System.LINUX, reason="the stand-ins are Linux programs")


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    return Profile(tmp_path / "profile")


def test_the_default_tool_of_the_settings_comes_first(profile: Profile) -> None:
    settings.save(profile.settings, replace(settings.Settings(), remote_tool="rustdesk"))
    assert open_toolbox(profile).tools()[0].key == "rustdesk"


def test_without_one_it_is_the_first_of_the_catalogue(profile: Profile) -> None:
    assert open_toolbox(profile).tools()[0].key == "teamviewer"


def test_a_chosen_program_is_kept_in_the_settings_and_another_is_refused(
    profile: Profile, tmp_path: Path
) -> None:
    settings.save(profile.settings, replace(settings.Settings(), language="ar"))
    box = open_toolbox(profile)
    tool = box.tools()[0]
    with pytest.raises(ProgramRefused, match="it has another name"):
        box.choose(tool, str(stand_in(tmp_path / "bash", tmp_path / "record")))
    program = stand_in(tmp_path / "teamviewer", tmp_path / "record")
    found = box.choose(tool, str(program))
    assert (found.state, found.program) == (State.FOUND, str(program))
    kept = settings.load(profile.settings)
    assert kept.problems == ()
    assert (kept.settings.remote_programs, kept.settings.language) == ({"teamviewer": str(program)}, "ar")
    assert open_toolbox(profile).look_for(tool).program == str(program)


def test_an_administrators_tool_lies_beside_the_settings(profile: Profile) -> None:
    own = profile.root / "remote_tools" / "own.toml"
    own.parent.mkdir(parents=True)
    shutil.copy(shipped_folder() / "teamviewer.toml", own)
    text = own.read_text("utf-8").replace('name = "TeamViewer"', 'name = "Our TeamViewer"')
    own.write_text(text, "utf-8")
    assert open_toolbox(profile).tools()[0].name == "Our TeamViewer"


def test_a_setting_of_programs_that_is_none_is_named(profile: Profile) -> None:
    profile.root.mkdir()
    profile.settings.write_text("remote_programs = { teamviewer = 1 }\n", "utf-8")
    loaded = settings.load(profile.settings)
    assert loaded.settings.remote_programs == {}
    assert "remote_programs takes where" in loaded.problems[0]
