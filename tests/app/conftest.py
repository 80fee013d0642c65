"""What every test of the `case` command may ask for: a desk with people in it, and the command as scripts call it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from supportdesk.app import bootstrap
from supportdesk.app.bootstrap import NewProfile
from supportdesk.app.cli import main
from supportdesk.config.paths import Profile
from tests.app.case_desk import Say, Tell, settle_in


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    """A desk in Berlin, without encryption: clients under three policies, a second agent, two contacts, a product."""
    made = Profile(tmp_path / "profile")
    new = NewProfile("off", "Nadia Karim", "nadia@desk.example", "Berlin", "Europe/Berlin", "sparkrock")
    opened = bootstrap.create_profile(made, new)
    try:
        settle_in(opened.desk)
    finally:
        opened.store.close()
    return made


@pytest.fixture
def say(profile: Profile, capsys: pytest.CaptureFixture[str]) -> Say:
    """Runs `case … --json` in this process; gives the exit status and the document."""

    def run(*words: object) -> tuple[int, Any]:
        capsys.readouterr()
        status = main(["--profile", str(profile.root), "case", *map(str, words), "--json"])
        told = capsys.readouterr()
        assert "Traceback" not in told.err
        document = json.loads(told.out)
        if status:
            assert document["error"]["what"] in told.err
        return status, document

    return run


@pytest.fixture
def tell(profile: Profile, capsys: pytest.CaptureFixture[str]) -> Tell:
    """Runs `case …` in this process as a person would; gives the exit status and what was said."""

    def run(*words: object) -> tuple[int, str, str]:
        capsys.readouterr()
        status = main(["--profile", str(profile.root), "case", *map(str, words)])
        told = capsys.readouterr()
        return status, told.out, told.err

    return run
