"""The ServiceNow event log: an extract of it always, the whole where SUPPORTDESK_SERVICENOW_LOG names it."""

import csv
import gzip
import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.services.importing import CaseStory, Refused
from supportdesk.store.store import Store
from tests.services.desk_world import KEY, World, open_world
from tests.services.importing.exports import (
    LOG,
    case_row,
    differences,
    entry_rows,
    everything,
    imported,
    read,
    stories,
    written,
)

WHOLE_LOG = os.environ.get("SUPPORTDESK_SERVICENOW_LOG")


@dataclass(frozen=True)
class Figures:
    """What a log comes to, counted from its rows without this program."""

    path: Path
    cases: int
    missed_sla: int
    reopened: int
    moves: dict[tuple[str, str], int]
    chunk: int
    killed_after: int


EXTRACT = Figures(
    LOG,
    cases=400,
    missed_sla=227,
    reopened=53,
    moves={
        ("Resolved", "Closed"): 411,
        ("Active", "Awaiting User Info"): 139,
        ("Awaiting User Info", "Active"): 41,
        ("Resolved", "Active"): 57,
        ("Closed", "Active"): 12,
        ("New", "-100"): 1,
        ("Active", "-100"): 1,
        ("-100", "Resolved"): 2,
        ("Active", "New"): 1,
        ("Awaiting Problem", "Awaiting Evidence"): 1,
    },
    chunk=50,
    killed_after=3,
)
WHOLE = Figures(
    Path(WHOLE_LOG or ""),
    cases=24_918,
    missed_sla=9_115,
    reopened=275,
    moves={
        ("Resolved", "Closed"): 24_916,
        ("Active", "Awaiting User Info"): 3_629,
        ("Awaiting User Info", "Active"): 1_140,
        ("Resolved", "Active"): 318,
        ("Closed", "Active"): 12,
    },
    chunk=500,
    killed_after=20,
)
_WHOLE = pytest.mark.skipif(not WHOLE_LOG, reason="SUPPORTDESK_SERVICENOW_LOG does not name the whole log")
LOGS = [
    pytest.param(EXTRACT, id="extract"),
    pytest.param(WHOLE, id="whole", marks=[_WHOLE, pytest.mark.slow]),
]


def _moves(world: World) -> dict[tuple[str, str], int]:
    """How often a state followed another, counted in the timelines."""
    statement = """
        SELECT json_extract(data, '$.from_word'), json_extract(data, '$.to_word'), count(*) FROM entry
        WHERE kind IN ('stage', 'closed', 'reactivated') AND json_extract(data, '$.from_word') <> '' GROUP BY 1, 2
    """
    with world.store.read() as conn:
        return {(old, new): count for old, new, count in conn.exec_driver_sql(statement)}


def _count(world: World, where: str) -> int:
    with world.store.read() as conn:
        return int(conn.exec_driver_sql(f'SELECT count(*) FROM "case" WHERE {where}').scalar_one())


@pytest.mark.parametrize("log", LOGS)
def test_the_log_s_own_figures_come_out_of_the_database(log: Figures, world: World) -> None:
    report = imported(world, log.path)
    assert (report.new, report.refused_count, report.differs_count) == (log.cases, 0, 0)
    assert _count(world, "TRUE") == log.cases
    assert _count(world, "json_extract(extra, '$.made_sla') = 'false'") == log.missed_sla
    assert _count(world, "CAST(json_extract(extra, '$.reopen_count') AS integer) > 0") == log.reopened
    moves = _moves(world)
    assert {move: moves.get(move, 0) for move in log.moves} == log.moves
    # What was closed there is closed here, and what came back from there came back here.
    assert _count(world, "closed_at IS NOT NULL") == log.cases
    assert _count(world, "reopened > 0") == log.moves["Closed", "Active"]
    before = everything(world)
    again = imported(world, log.path)
    assert (again.new, again.unchanged) == (0, log.cases)
    assert differences(before, everything(world)) == []
    assert world.store.path is not None
    assert not world.store.path.read_bytes().startswith(b"SQLite format 3")


@pytest.mark.slow
@pytest.mark.parametrize("log", LOGS)
def test_killed_in_the_middle_and_begun_again_it_ends_as_if_nothing_had_been(
    log: Figures, tmp_path: Path
) -> None:
    killed, whole = tmp_path / "killed", tmp_path / "whole"
    command = [sys.executable, "-m", "tests.services.importing.log_import", str(log.path)]
    with subprocess.Popen(
        [*command, str(killed), str(log.chunk)], stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        for _ in range(log.killed_after):
            assert child.stdout.readline()
        child.kill()
    assert child.returncode != 0
    with _reopened(killed) as world:
        assert log.killed_after * log.chunk <= _count(world, "TRUE") < log.cases
    for folder in (killed, whole):
        subprocess.run([*command, str(folder), str(log.chunk)], check=True, capture_output=True)
    with _reopened(killed) as one, _reopened(whole) as other:
        assert differences(everything(one), everything(other)) == []
        assert _count(one, "TRUE") == log.cases


@contextmanager
def _reopened(folder: Path) -> Iterator[World]:
    store = Store.open(folder / "desk.db", KEY)
    try:
        store.check()
        yield World(store)
    finally:
        store.close()


def test_the_rows_of_an_incident_become_its_timeline(world: World) -> None:
    imported(world, LOG)
    number = _reopened_number()
    with gzip.open(LOG, "rt", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["number"] == number]
    rows.sort(key=lambda row: int(row["sys_mod_count"]))
    case = case_row(world, rows[0]["number"])
    words = [
        line["data"]["to_word"] for line in entry_rows(world, case["id"]) if "to_word" in (line["data"] or {})
    ]
    states = [row["incident_state"] for row in rows]
    changes = [new for old, new in zip(["", *states], states, strict=False) if new != old]
    assert [word for word in words if word in set(states)] == [word for word in changes if word != "New"]
    subject = [rows[0][name] for name in ("category", "subcategory", "u_symptom")]
    assert case["title"] == " · ".join(part for part in subject if part != "?")
    assert case["extra"]["rows"] == str(len(rows))
    assert case["reopened"] == 1


def _reopened_number() -> str:
    """One of the incidents that came back after they were closed."""
    for number, story in stories(LOG).items():
        if any(entry.kind.value == "reactivated" for entry in story.entries):
            return number
    raise AssertionError("the extract has such incidents")


def test_times_of_the_log_are_those_of_the_zone_that_is_named() -> None:
    (first, *_) = stories(LOG, "America/New_York").values()
    (there, *_) = stories(LOG, "Asia/Tokyo").values()
    assert (first.logged_at - there.logged_at).total_seconds() == 14 * 3600


_COLUMNS = {
    "number": "INC1", "incident_state": "New", "sys_mod_count": "0", "reopen_count": "0",
    "opened_at": "1/3/2016 10:00", "sys_updated_at": "1/3/2016 10:00", "sys_updated_by": "Updated by 1",
    "priority": "3 - Moderate", "assignment_group": "Group 1", "assigned_to": "?", "category": "Network",
}  # fmt: skip


def _log(folder: Path, *rows: dict[str, str], without: str = "", heading: Callable[[str], str] = str) -> Path:
    text = io.StringIO()
    names = [name for name in _COLUMNS if name != without]
    writer = csv.writer(text)
    writer.writerow([heading(name) for name in names])
    writer.writerows([{**_COLUMNS, **row}[name] for name in names] for row in rows)
    return written(folder, text.getvalue(), "log.csv")


def test_where_times_fall_the_order_of_the_rows_counts_and_the_time_is_kept(tmp_path: Path) -> None:
    rows: list[dict[str, str]] = [
        {"sys_mod_count": "0"},
        {"sys_mod_count": "1", "incident_state": "Active", "sys_updated_at": "3/3/2016 9:00"},
        {"sys_mod_count": "2", "incident_state": "Resolved", "sys_updated_at": "2/3/2016 9:00"},
    ]
    (story,) = stories(_log(tmp_path, *rows)).values()
    active, resolved = story.entries[1:]
    assert active.at == resolved.at == datetime(2016, 3, 3, 8, 0, tzinfo=UTC)
    assert "dated" not in active.data
    assert resolved.data["dated"] == "2016-03-02T08:00:00+00:00"


def test_no_timeline_of_the_log_goes_back_in_time() -> None:
    told = stories(LOG)
    assert len(told) == EXTRACT.cases
    for story in told.values():
        instants = [entry.at for entry in story.entries]
        assert instants == sorted(instants)


def test_rows_that_cannot_be_read_are_refused_one_by_one(tmp_path: Path) -> None:
    told = read(
        _log(
            tmp_path,
            {},
            {"number": "?"},
            {"sys_mod_count": "²"},
            {"sys_mod_count": "9" * 5000},
            {"reopen_count": "often"},
            {"sys_updated_at": "31/2/2016 10:00"},
            {"incident_state": "?", "opened_at": "?"},
            {"number": "I" * 121},
            {"sys_mod_count": "7", "incident_state": "Closed", "sys_updated_at": "2/3/2016 9:00"},
        )
    )
    refused = [each for each in told if isinstance(each, Refused)]
    assert [each.line for each in refused] == [3, 4, 5, 6, 7, 8, 9]
    assert refused[0].why == "it has no number"
    assert refused[5].why == "it has no opened_at and no incident_state"
    (story,) = [each for each in told if isinstance(each, CaseStory)]
    assert [entry.kind.value for entry in story.entries] == ["logged", "closed"]
    assert story.entries[-1].at == datetime(2016, 3, 2, 8, 0, tzinfo=UTC)


def test_rows_in_any_order_are_sorted_by_their_own_number(tmp_path: Path) -> None:
    rows: list[dict[str, str]] = [
        {"sys_mod_count": "3", "incident_state": "Closed", "sys_updated_at": "4/3/2016 9:00"},
        {"sys_mod_count": "0", "category": "First"},
        {"sys_mod_count": "2", "incident_state": "Resolved", "sys_updated_at": "3/3/2016 9:00", "assigned_to": "Ida"},
        {"sys_mod_count": "1", "incident_state": "Active", "sys_updated_at": "2/3/2016 9:00",
         "priority": "1 - Critical"},
    ]  # fmt: skip
    (story,) = stories(_log(tmp_path, *rows)).values()
    assert story.title == "First"
    assert [(entry.kind.value, entry.event.to if entry.event else "") for entry in story.entries] == [
        ("logged", None), ("severity", "S1"), ("stage", "in_progress"), ("assigned", "Ida"), ("severity", "S3"),
        ("stage", "complete"), ("closed", None),
    ]  # fmt: skip


def test_headings_in_another_spelling_are_the_same_log_and_a_log_without_a_column_is_refused(
    tmp_path: Path,
) -> None:
    assert len(stories(_log(tmp_path, {}, heading=str.upper))) == 1
    whole: dict[str, Any] = {}
    with pytest.raises(KnownError, match="assigned_to"):
        read(_log(tmp_path, whole, without="assigned_to"))


def test_cancel_is_heard_between_chunks_of_a_log(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    with open_world(tmp_path / "desk") as world:
        heard: list[int] = []
        report = imported(world, LOG, chunk=100, progress=heard.append, cancelled=lambda: len(heard) == 2)
        assert (report.cancelled, report.new) == (True, 200)
        assert imported(world, LOG).new == 200
