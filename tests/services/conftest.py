"""What every test of the services may ask for: a desk of its own over a real encrypted file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.desk_world import World, open_world


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """An empty desk with a clock that stands still until the test moves it."""
    with open_world(tmp_path) as opened:
        yield opened
