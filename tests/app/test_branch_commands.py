"""`supportdesk branch list` and `edit`: the head of the reports of a desk that works alone (ONX-2)."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from supportdesk.app import hub_line
from supportdesk.app.cli import main
from supportdesk.config.paths import Profile
from supportdesk.services.registers import staff
from supportdesk.services.registers.staff import NewBranch
from supportdesk.store.synced_rows import get_row
from supportdesk.store.tables.people import BRANCH
from tests.app.desk_process import looked_into

Branch = Callable[..., tuple[int, Any]]


@pytest.fixture
def branch(profile: Profile, capsys: pytest.CaptureFixture[str]) -> Branch:
    """Runs `branch … --json` in this process; gives the exit status and the document."""
    with looked_into(profile) as desk:
        staff.add_branch(desk, NewBranch("Tunis", "subsidiary", "Africa/Tunis"))

    def run(*words: object) -> tuple[int, Any]:
        capsys.readouterr()
        status = main(["--profile", str(profile.root), "branch", *map(str, words), "--json"])
        return status, json.loads(capsys.readouterr().out)

    return run


def test_ONX_2_the_head_of_a_branch_s_reports_is_edited(
    profile: Profile, branch: Branch, tmp_path: Path
) -> None:
    logo = tmp_path / "logo.png"
    logo.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(30))
    words = ("--address", "14, rue du Lac", "--colour", "#0f6466", "--logo", logo)
    status, answer = branch("edit", "tunis", *words)
    (told,) = answer["branches"]
    assert (status, told["address"], told["colour"], told["phone"]) == (0, "14, rue du Lac", "#0f6466", None)
    assert told in branch("list")[1]["branches"]
    with looked_into(profile) as desk, desk.store.read() as conn:
        assert get_row(conn, BRANCH, UUID(told["id"]))["logo"]
    assert branch("edit", told["id"], "--address", "")[1]["branches"][0]["address"] == ""


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("tunis",), "Nothing is to be changed"),
        (("Sfax", "--phone", "1"), "Sfax"),
        (("tunis", "--colour", "red"), "no colour"),
        (("tunis", "--time-zone", "Mars/Olympus"), "Mars/Olympus"),
        (("tunis", "--name", "  "), "name is missing"),
        (("tunis", "--address", "a\nb"), "one line"),
    ],
)
def test_what_can_t_be_is_refused_in_words(
    profile: Profile, branch: Branch, words: tuple[str, ...], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = branch("list")
    status, answer = branch("edit", *words)
    assert (status, says in answer["error"]["what"]) == (1, True), answer
    assert branch("list") == before


def test_the_branches_of_a_hub_are_edited_at_the_hub(branch: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hub_line, "address_of", lambda _opened: "https://hub.example.org")
    status, answer = branch("edit", "tunis", "--phone", "1")
    assert (status, answer["error"]["what"]) == (1, "The branches of this desk are its hub's.")
