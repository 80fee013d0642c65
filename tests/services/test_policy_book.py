"""The book of policies: files are read when they are asked for, versions are found by date."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from supportdesk.config.paths import resources
from supportdesk.domain.errors import KnownError
from supportdesk.services.operations.policies import PolicyBook, built_in_book, built_in_policies

AT = datetime(2026, 11, 24, tzinfo=UTC)


def test_the_book_reads_the_same_policies_as_all_files_at_once() -> None:
    book = built_in_book()
    read = {policy.code: policy for policy in built_in_policies()}
    assert book.codes() == tuple(sorted(read))
    assert {code: book.in_effect(code, AT).text for code in book.codes()} == {
        code: policy.text for code, policy in read.items()
    }


def test_each_built_in_file_is_named_by_its_policy() -> None:
    for file in (resources() / "policies").glob("*.toml"):
        assert PolicyBook(files={file.stem: file}).in_effect(file.stem, AT).code == file.stem


def test_a_file_that_nobody_asks_for_is_never_read(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toml"
    broken.write_text("not a policy", "utf-8")
    book = PolicyBook(built_in_policies(), files={"broken": broken})
    assert book.in_effect("sage", AT).code == "sage"
    with pytest.raises(KnownError, match="broken"):
        book.in_effect("broken", AT)


def test_an_unknown_policy_is_refused_with_the_known_ones() -> None:
    with pytest.raises(KnownError, match="sparkrock"):
        built_in_book().in_effect("nobody", AT)
