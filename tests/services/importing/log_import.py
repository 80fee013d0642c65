"""Imports a file into a desk's folder and says how far it has come; run as a program of its own, to be killed."""

import sys
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from supportdesk.services.importing import open_source, run_import
from supportdesk.store import migrate
from supportdesk.store.store import Store
from tests.services.desk_world import KEY, World
from tests.services.importing.exports import guessed


def run(file: Path, folder: Path, chunk: int) -> None:
    """Import in chunks of so many cases, writing a line for each."""
    store = Store.open(folder / "desk.db", KEY, create=True)
    migrate.upgrade(store)
    run_import(
        # The notes of two runs must not share an id.
        replace(World(store).desk, new_id=uuid4),
        open_source(file),
        guessed(file),
        chunk=chunk,
        progress=lambda done: print(done, flush=True),  # noqa: T201 - whoever waits reads it
    )
    store.close()


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
