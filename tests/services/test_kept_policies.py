"""Policy files that were damaged, altered or taken away while a desk has cases under them."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from supportdesk.config.paths import resources
from supportdesk.domain.errors import KnownError
from supportdesk.services.operations.kept_policies import book_of, in_one
from supportdesk.services.operations.policies import PolicyBook, sound_policies
from supportdesk.store.store import Store
from tests.services.desk_world import World

AT = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the program's policies."""
    return Path(shutil.copytree(resources() / "policies", tmp_path / "policies"))


def _problem(store: Store, folder: Path) -> tuple[PolicyBook, KnownError]:
    book, (problem,) = book_of(store, folder)
    return book, problem


def _altered(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_the_files_as_they_came_are_kept_and_nothing_is_said(world: World, folder: Path) -> None:
    book, problems = book_of(world.store, folder)
    assert problems == ()
    again, problems = book_of(world.store, folder)
    assert problems == ()
    assert book.codes() == again.codes() == tuple(sorted(file.stem for file in folder.glob("*.toml")))
    for code in book.codes():
        assert again.in_effect(code, AT) == book.in_effect(code, AT)


def test_a_damaged_file_is_named_by_line_and_its_cases_go_on(world: World, folder: Path) -> None:
    before, _ = book_of(world.store, folder)
    _altered(folder / "sparkrock.toml", "first_response = { business_hours = 2 }", "first_response = soon")
    book, problem = _problem(world.store, folder)
    assert "sparkrock.toml can't be used, line " in problem.what
    assert "by version 1 as this desk has kept it" in problem.meaning
    assert str(folder / "sparkrock.toml") in problem.remedy
    assert book.version("sparkrock", 1) == before.version("sparkrock", 1)


@pytest.mark.parametrize("content", [b"", b"\x00" * 100, b"\xff\xfe"])
def test_a_file_without_a_policy_is_named_and_its_cases_go_on(
    world: World, folder: Path, content: bytes
) -> None:
    book_of(world.store, folder)
    (folder / "sage.toml").write_bytes(content)
    book, problem = _problem(world.store, folder)
    assert "sage.toml can't be used" in problem.what
    assert book.in_effect("sage", AT).version == 1


def test_a_file_that_was_taken_away_is_missed_by_no_case(world: World, folder: Path) -> None:
    book_of(world.store, folder)
    (folder / "sage.toml").unlink()
    book, problems = book_of(world.store, folder)
    assert problems == ()
    assert book.in_effect("sage", AT).version == 1


def test_TIME_6_a_file_that_was_changed_without_a_new_version_changes_no_verdict(
    world: World, folder: Path
) -> None:
    before, _ = book_of(world.store, folder)
    _altered(
        folder / "sparkrock.toml",
        "first_response = { business_hours = 2 }",
        "first_response = { business_hours = 9 }",
    )
    book, problem = _problem(world.store, folder)
    assert "was changed and still says version 1" in problem.what
    assert "Give the file version 2" in problem.remedy
    assert book.in_effect("sparkrock", AT) == before.in_effect("sparkrock", AT)
    assert _problem(world.store, folder)[1].what == problem.what


def test_TIME_6_a_new_version_stands_beside_the_one_before(world: World, folder: Path) -> None:
    before, _ = book_of(world.store, folder)
    _altered(folder / "sage.toml", "version = 1\n", "version = 2\n")
    _altered(folder / "sage.toml", "2000-01-01", "2026-01-01")
    for _ in range(2):
        book, problems = book_of(world.store, folder)
        assert problems == ()
        assert [policy.version for policy in book.versions("sage")] == [1, 2]
        assert book.version("sage", 1) == before.version("sage", 1)
        assert book.in_effect("sage", AT).version == 2


def test_a_comment_is_no_change(world: World, folder: Path) -> None:
    book_of(world.store, folder)
    with (folder / "sage.toml").open("a", encoding="utf-8") as file:
        file.write("\n# a remark\n")
    assert book_of(world.store, folder)[1] == ()


def test_a_file_that_names_another_policy_is_not_taken_for_it(world: World, folder: Path) -> None:
    book_of(world.store, folder)
    _altered(folder / "sage.toml", 'id = "sage"', 'id = "synergy"')
    book, problem = _problem(world.store, folder)
    assert "names itself “synergy”" in problem.what
    assert book.in_effect("sage", AT).name == next(p for p in sound_policies() if p.code == "sage").name


def test_a_file_that_was_never_sound_keeps_no_other_from_work(world: World, folder: Path) -> None:
    (folder / "sage.toml").write_text("nonsense", "utf-8")
    book, problem = _problem(world.store, folder)
    assert "nothing can be decided by it" in problem.meaning
    assert book.in_effect("synergy", AT).version == 1
    with pytest.raises(KnownError, match=r"sage\.toml"):
        book.in_effect("sage", AT)
    assert "sage" not in {policy.code for policy in sound_policies(folder)}


def test_several_problems_are_told_as_one(world: World, folder: Path) -> None:
    book_of(world.store, folder)
    for name in ("sage", "synergy"):
        (folder / f"{name}.toml").write_text("nonsense", "utf-8")
    told = in_one(book_of(world.store, folder)[1])
    assert told is not None
    assert "sage.toml" in str(told)
    assert "synergy.toml" in str(told)
    assert in_one(()) is None
