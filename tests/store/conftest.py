"""What the tests of the store share: a fresh encrypted file with every table, copied from one made once a run."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from supportdesk.store import migrate
from supportdesk.store.store import Store
from tests.store.rows import KEY


@pytest.fixture(scope="session")
def empty_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed, encrypted file with every table and no rows; to be copied, not written to."""
    path = tmp_path_factory.mktemp("empty") / "desk.db"
    store = Store.open(path, KEY, create=True)
    migrate.upgrade(store)
    store.close()
    return path


@pytest.fixture
def store(empty_desk: Path, tmp_path: Path) -> Iterator[Store]:
    """A store of the test's own, open."""
    path = tmp_path / "desk.db"
    shutil.copy(empty_desk, path)
    opened = Store.open(path, KEY)
    yield opened
    opened.close()
