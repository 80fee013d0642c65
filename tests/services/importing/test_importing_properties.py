"""Whatever bytes come as an export: cases, or words about what is wrong with them, and never an error of ours."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from supportdesk.domain.errors import KnownError
from supportdesk.services import importing
from supportdesk.services.importing import CaseStory, Refused, open_source
from tests.services.desk_world import World, open_world
from tests.services.importing.exports import (
    HEADING,
    differences,
    everything,
    guessed,
    imported,
    read,
    refused_in_words,
    written,
)

_HEADINGS = st.sampled_from(
    [
        "Ticket ID", "Subject", "Status", "Priority", "Created time", "#", "Title", "State", "Create Channel",
        "Ticket Number", "Current Status", "Date Created", "Summary", "Issue key", "Created", "Comment", "Labels",
        "number", "incident_state", "sys_mod_count", "sys_updated_at", "opened_at", "First reply time in minutes",
        "Email", "Agent", "Company Name", "Full name", "Description", "Closed time", "Colour", "",
    ]
)  # fmt: skip
_CELLS = st.one_of(
    st.sampled_from(
        [
            "7",
            "Open",
            "Closed",
            "High",
            "2025-06-02 09:30",
            "1/2/2025",
            "14/Jul/25 3:42 PM;bob;Seen; a",
            "-",
            "²",
            "'=1",
        ]
    ),
    st.text(max_size=12),
    st.integers().map(str),
)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


@st.composite
def _tables(draw: st.DrawFn) -> bytes:
    whole = draw(st.sampled_from([[], HEADING.strip().split(","), HEADING.strip().split(",")]))
    headings = whole + draw(st.lists(_HEADINGS, min_size=1, max_size=6))
    usual = st.tuples(st.integers(1, 9).map(str), _CELLS, _CELLS, _CELLS, st.just("2025-06-02 09:30"))
    likely = st.builds(lambda start, rest: [*start, *rest], usual, st.lists(_CELLS, max_size=4))
    rows = draw(st.lists(likely | st.lists(_CELLS, min_size=1, max_size=10), max_size=6))
    delimiter = draw(st.sampled_from(",;\t"))
    lines = [delimiter.join(map(_quoted, row)) for row in [headings, *rows]]
    encoded = "\r\n".join(lines).encode(
        draw(st.sampled_from(["utf-8-sig", "utf-16", "cp1252"])), errors="replace"
    )
    cut = draw(st.none() | st.none() | st.integers(0, len(encoded)))
    return gzip.compress(encoded[:cut]) if draw(st.booleans()) else encoded[:cut]


_FIELDS = st.sampled_from(
    ["id", "number", "title", "subject", "status", "state_id", "priority", "created_at", "comments", "notes", "tags",
     "description", "via", "requester_id", "submitter_id", "cc_emails", "ticket", "helpdesk_ticket", "closed_at", "x"]
)  # fmt: skip
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12)
    | st.sampled_from(["2025-06-02T09:30:00Z", "open", "1", "\ud800", "\0"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_FIELDS | st.text(max_size=4), inner, max_size=6),
    max_leaves=20,
)  # fmt: skip
_ISO = st.sampled_from(["2025-06-02T09:30:00Z", "2025-06-02 09:30"])
_TICKETS = st.fixed_dictionaries(
    {"id": _JSON | st.integers(1, 9), "subject": _JSON, "created_at": _ISO | _ISO | _ISO | _JSON},
    optional=dict.fromkeys(
        ("status", "priority", "comments", "description", "updated_at", "tags", "x"), _JSON
    ),
)
_OBJECTS = st.lists(_TICKETS | st.dictionaries(_FIELDS, _JSON, max_size=9) | _JSON, max_size=5)
_DOCUMENTS = _OBJECTS.map(lambda items: json.dumps(items).encode()) | _OBJECTS.map(
    lambda items: "\n".join(map(json.dumps, items)).encode()
)


@pytest.fixture(scope="module")
def shared_world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """One desk for all examples; what an earlier one left may only be found again."""
    with open_world(tmp_path_factory.mktemp("desk")) as opened:
        yield opened


def _survives(world: World, folder: Path, content: bytes) -> None:
    """Read, preview, import, import again: every record is a case or refused, or the file is refused in words."""
    path = written(folder, content)
    try:
        source, mapping = open_source(path), guessed(path)
        seen = importing.preview(world.desk, source, mapping)
        first = importing.run_import(world.desk, source, mapping)
    except KnownError as error:
        refused_in_words(error)
        return
    assert first.seen == seen.cases + seen.refused_count
    assert all(each.why for each in first.refused)
    event("imported" if first.new else "nothing imported")
    before = everything(world)
    again = importing.run_import(world.desk, source, mapping)
    assert again.new == 0
    assert (again.seen, again.differs_count) == (first.seen, first.differs_count)
    assert differences(before, everything(world)) == []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(_tables())
def test_any_table_is_imported_or_refused_in_words(
    shared_world: World, tmp_path: Path, content: bytes
) -> None:
    _survives(shared_world, tmp_path, content)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(_DOCUMENTS)
def test_any_json_is_imported_or_refused_in_words(
    shared_world: World, tmp_path: Path, content: bytes
) -> None:
    _survives(shared_world, tmp_path, content)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=400)
    | st.binary(max_size=100).map(lambda tail: b"PK\x03\x04" + tail)
    | st.binary(max_size=100).map(lambda tail: b"\x1f\x8b\x08" + tail)
    | st.binary(max_size=100).map(lambda tail: b"\xff\xfe" + tail)
    | st.binary(max_size=100).map(lambda tail: b"[" + tail)
    | st.binary(max_size=100).map(lambda tail: HEADING.encode() + tail)
)
def test_any_bytes_are_read_or_refused_in_words(tmp_path: Path, content: bytes) -> None:
    try:
        told = read(written(tmp_path, content))
    except KnownError as error:
        refused_in_words(error)
        return
    assert all(isinstance(each, Refused | CaseStory) for each in told)


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20), min_size=3, max_size=3
    )
)
def test_what_no_column_of_ours_takes_is_kept_as_it_is(tmp_path: Path, cells: list[str]) -> None:
    heading = HEADING.strip() + ",One,Two,Three\n"
    row = "7,Fire,Open,High,2025-06-02," + ",".join(map(_quoted, cells)) + "\n"
    (story,) = read(written(tmp_path, heading + row))
    assert isinstance(story, CaseStory)
    guarded = {"'" + sign for sign in "=+-@"}
    for name, cell in zip(("One", "Two", "Three"), cells, strict=True):
        plain = cell[1:] if cell[:2] in guarded else cell
        nothing = plain.strip().casefold() in {"", "-", "?", "null", "none"}
        assert story.extra.get(name) == (None if nothing else plain)


def test_the_quote_that_guards_a_formula_is_taken_off_and_others_stay(world: World, tmp_path: Path) -> None:
    path = written(
        tmp_path, HEADING + "7,'=SUM(A1),Open,High,2025-06-02\n8,'quoted' word,Open,High,2025-06-02\n"
    )
    imported(world, path)
    with world.store.read() as conn:
        titles = conn.exec_driver_sql('SELECT title FROM "case" ORDER BY row').scalars().all()
    assert titles == ["=SUM(A1)", "'quoted' word"]
