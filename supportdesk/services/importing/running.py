"""An import from beginning to end: the preview a person looks at, and the run with progress, Cancel and a report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import ChangeSet
from supportdesk.services.bringing.queuing import Bringer, NewRows, queue_rows
from supportdesk.services.importing.cells import read_stories
from supportdesk.services.importing.mapping import (
    ImportMapping,
    check_mapping,
    mapping_from_plain,
    missing_targets,
    product_of,
)
from supportdesk.services.importing.products import SERVICENOW
from supportdesk.services.importing.reading import SourceFile
from supportdesk.services.importing.servicenow import read_log
from supportdesk.services.importing.story import CaseStory, Refused
from supportdesk.services.importing.targets import Target
from supportdesk.services.importing.writing import StoryWriter, Written
from supportdesk.services.operations.desk import Desk
from supportdesk.services.person.place import place_of
from supportdesk.store import import_rows
from supportdesk.store.store import Transaction
from supportdesk.store.tracking import unnoted

CHUNK = 500
_SHOWN = 20
_REPORTED = 10_000
_WRITTEN = ("team", "agent", "product", "organisation", "contact", "case", "clock", "entry")


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would bring. `cases` and `refused` count the whole file; `first` are its first cases."""

    product: str
    cases: int
    first: tuple[CaseStory, ...]
    refused: tuple[Refused, ...]
    refused_count: int
    kept_columns: tuple[str, ...]
    missing: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did. `refused` and `differs` name at most 10,000 records each; the counts are whole."""

    new: int = 0
    unchanged: int = 0
    refused_count: int = 0
    differs_count: int = 0
    refused: tuple[Refused, ...] = ()
    differs: tuple[Refused, ...] = ()
    cancelled: bool = False
    changes: ChangeSet = field(default_factory=ChangeSet)

    @property
    def seen(self) -> int:
        """How many records were looked at."""
        return self.new + self.unchanged + self.refused_count + self.differs_count


def preview(desk: Desk, source: SourceFile, mapping: ImportMapping) -> Preview:
    """Read the whole file by this mapping and write nothing; KnownError for a mapping that the policy can't follow."""
    missing = missing_targets(mapping)
    cases = refused_count = 0
    first: list[CaseStory] = []
    refused: list[Refused] = []
    if not missing:
        for story in _stories(desk, source, mapping):
            if isinstance(story, Refused):
                refused_count += 1
                refused.extend([story] if len(refused) < _SHOWN else [])
            else:
                cases += 1
                first.extend([story] if len(first) < _SHOWN else [])
    kept = tuple(heading for heading, target in mapping.columns if target is Target.KEEP)
    return Preview(
        product=product_of(mapping).name,
        cases=cases,
        first=tuple(first),
        refused=tuple(refused),
        refused_count=refused_count,
        kept_columns=() if mapping.product == SERVICENOW else kept,
        missing=missing,
    )


def run_import(
    desk: Desk,
    source: SourceFile,
    mapping: ImportMapping,
    *,
    progress: Callable[[int], None] = lambda _done: None,
    cancelled: Callable[[], bool] = lambda: False,
    chunk: int = CHUNK,
) -> ImportReport:
    """Import the file; `progress` hears the number of records done, `cancelled` is asked before every `chunk` of them.

    Each chunk is one transaction. What was written before a cancel, a crash or a kill stays, and the next import of
    the file goes on from there; importing twice adds nothing. KnownError when the mapping lacks what is needed, and
    where the file can't be read on: what was written before stays.
    """
    missing = missing_targets(mapping)
    if missing:
        raise KnownError(
            f"No column of {source.path.name} gives the {' or the '.join(missing)}.".replace("_", " "),
            "Without it a case can't be imported. Nothing was written.",
            "Say in the mapping which column it is.",
        )
    run_id = desk.new_id()
    stories = _stories(desk, source, mapping)
    with desk.store.write() as conn:
        desk.policies.refresh(conn)
        import_rows.start_run(
            conn,
            {
                "id": run_id,
                "source": mapping.product,
                "file_name": source.path.name,
                "file_sha256": source.sha256,
                "started_at": desk.now(),
            },
        )
        of_a_hub = desk.store.side == "desk"
        # What a person brings to a hub is their branch's, and not for everybody's eyes.
        branch = place_of(conn, desk.actor).branch_id if of_a_hub else None
        writer = StoryWriter(
            conn,
            mapping.product,
            desk.policies,
            mapping.policy,
            desk.now(),
            branch=branch,
            provisional=of_a_hub,
        )
    report = _run(desk, _chunks(stories, chunk), writer, progress, cancelled)
    with desk.store.write() as conn:
        import_rows.finish_run(conn, run_id, desk.now(), _plain_report(report))
    return report


def keep_mapping(desk: Desk, name: str, mapping: ImportMapping) -> None:
    """Keep a corrected mapping under a name for the next file."""
    with desk.store.write() as conn:
        import_rows.save_mapping(conn, name, mapping.as_plain())


def kept_mappings(desk: Desk) -> dict[str, ImportMapping]:
    """The mappings kept so far, by name."""
    with desk.store.read() as conn:
        return {name: mapping_from_plain(plain) for name, plain in import_rows.saved_mappings(conn).items()}


def _run(
    desk: Desk,
    chunks: Iterator[list[CaseStory | Refused]],
    writer: StoryWriter,
    progress: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> ImportReport:
    parts: list[Written] = []
    refused: list[Refused] = []
    done = 0
    stopped = False
    for chunk in chunks:
        if cancelled():
            stopped = True
            break
        refused += [story for story in chunk if isinstance(story, Refused)]
        stories = [story for story in chunk if isinstance(story, CaseStory)]
        with desk.store.write(bulk=True) as conn, _brought(desk, conn):
            parts.append(writer.write(conn, stories))
        done += len(chunk)
        progress(done)
    refused += [each for part in parts for each in part.refused]
    differs = [each for part in parts for each in part.differs]
    new = sum(part.new for part in parts)
    return ImportReport(
        new=new,
        unchanged=sum(part.unchanged for part in parts),
        refused_count=len(refused),
        differs_count=len(differs),
        refused=tuple(sorted(refused, key=lambda each: each.line)[:_REPORTED]),
        differs=tuple(differs[:_REPORTED]),
        cancelled=stopped,
        changes=ChangeSet(everything=new > 0),
    )


@contextmanager
def _brought(desk: Desk, conn: Transaction) -> Iterator[None]:
    """What is written in this block goes to the desk's hub, if it has one, by operations that carry the rows."""
    if desk.store.side != "desk":
        yield
        return
    new = NewRows(_WRITTEN)
    new.begin(conn)
    with unnoted(conn):
        yield
    queue_rows(conn, Bringer(desk.actor, desk.device, desk.now, desk.new_id), new.phases(conn))


def _stories(desk: Desk, source: SourceFile, mapping: ImportMapping) -> Iterator[CaseStory | Refused]:
    policy = desk.policies.in_effect(mapping.policy, desk.now())
    check_mapping(mapping, policy)
    read = read_log if mapping.product == SERVICENOW else read_stories
    return read(source, mapping, policy)


def _chunks(stories: Iterator[CaseStory | Refused], size: int) -> Iterator[list[CaseStory | Refused]]:
    while chunk := list(islice(stories, size)):
        yield chunk


def _plain_report(report: ImportReport) -> Mapping[str, Any]:
    return {
        "new": report.new,
        "unchanged": report.unchanged,
        "refused": report.refused_count,
        "differs": report.differs_count,
        "cancelled": report.cancelled,
        "first_refused": [[each.line, each.number, each.why] for each in report.refused[:100]],
    }
