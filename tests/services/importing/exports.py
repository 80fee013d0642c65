"""What the tests of imports share: files written as another help desk would, imported at once; no tests."""

from itertools import islice, zip_longest
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from supportdesk.domain.errors import KnownError
from supportdesk.rules.policies.policy import Policy
from supportdesk.services import importing
from supportdesk.services.importing import CaseStory, ImportMapping, ImportReport, Refused
from supportdesk.services.importing.cells import read_stories
from supportdesk.services.importing.servicenow import read_log
from supportdesk.store.composed import Record
from supportdesk.store.tables import METADATA
from supportdesk.store.tables.cases import CASE, ENTRY
from tests.services.desk_world import World, policies

HERE = Path(__file__).parent
SAMPLES = HERE / "samples"
LOG = HERE / "incident_log_extract.csv.gz"

HEADING = "Ticket ID,Subject,Status,Priority,Created time\n"
TICKET = "7,Printer is on fire,Open,High,2025-06-02 09:30:00\n"


def written(folder: Path, content: str | bytes, name: str = "export.csv") -> Path:
    """A file with this content."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def policy(code: str = "sparkrock") -> Policy:
    """A policy that comes with the program."""
    return next(each for each in policies() if each.code == code)


def guessed(path: Path, zone: str = "Europe/Berlin", code: str = "sparkrock") -> ImportMapping:
    """What the file says by itself."""
    return importing.guess_mapping(importing.open_source(path), policy(code), zone)


def read(path: Path, mapping: ImportMapping | None = None) -> list[CaseStory | Refused]:
    """Every record of the file, as a story or refused; nothing is written."""
    mapping = mapping or guessed(path)
    reader = read_log if mapping.product == "servicenow" else read_stories
    return list(reader(importing.open_source(path), mapping, policy(mapping.policy)))


def stories(path: Path, zone: str = "Europe/Berlin") -> dict[str, CaseStory]:
    """The cases that the file tells, by number; every record must be one."""
    told = read(path, guessed(path, zone))
    return {story.number: story for story in told if isinstance(story, CaseStory)}


def imported(world: World, path: Path, **options: Any) -> ImportReport:
    """Import the file as it is guessed."""
    return importing.run_import(world.desk, importing.open_source(path), guessed(path), **options)


def case_row(world: World, number: str) -> Record:
    """The row of an imported case."""
    with world.store.read() as conn:
        return conn.execute(select(CASE).where(CASE.c.source_number == number)).mappings().one()


def entry_rows(world: World, case_id: UUID) -> list[Record]:
    """The lines of a case's timeline, in order."""
    with world.store.read() as conn:
        rows = select(ENTRY).where(ENTRY.c.case_id == case_id).order_by(ENTRY.c.at, ENTRY.c.row)
        return list(conn.execute(rows).mappings())


def everything(world: World) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the notes of imports themselves, and what the search index holds."""
    tables = [table for table in METADATA.sorted_tables if table.name != "import_run"]
    with world.store.read() as conn:
        rows = {
            table.name: [tuple(row) for row in conn.execute(select(table).order_by(*table.primary_key))]
            for table in tables
        }
        found = conn.exec_driver_sql("SELECT rowid FROM case_search WHERE case_search MATCH 'title:a*'")
        return rows | {"case_search": [tuple(row) for row in found]}


def differences(
    before: dict[str, list[tuple[Any, ...]]], after: dict[str, list[tuple[Any, ...]]]
) -> list[tuple[Any, ...]]:
    """The first few rows in which two dumps differ, with their tables; none of two that are equal."""
    assert before.keys() == after.keys()
    found: list[tuple[Any, ...]] = []
    for name, rows in before.items():
        pairs = zip_longest(rows, after[name])
        found += islice(((name, one, other) for one, other in pairs if one != other), 2)
    return found


def refused_in_words(error: KnownError) -> None:
    """What happened and what to do are said."""
    assert error.what
    assert error.remedy
