"""Files in every wrapping, encoding and state of repair: their records come out, or a person is told why not."""

import gzip
import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.services.importing import Unreadable, open_source
from supportdesk.services.importing.reading import Record
from tests.services.importing.exports import HEADING, TICKET, written


def _records(path: Path) -> list[Record]:
    return list(open_source(path).records())


def _zipped(*members: tuple[str, str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return packed.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table_is_read_whatever_delimits_it(tmp_path: Path, delimiter: str) -> None:
    others = "".join(sorted({",", ";", "\t", "|"} - {delimiter})) * 3
    path = written(tmp_path, f'"a{others}"{delimiter}b\n1{delimiter}"2{delimiter}3"\n')
    source = open_source(path)
    assert source.delimiter == delimiter
    assert source.headers == (f"a{others}".strip(), "b")
    assert [record.cells for record in source.records()] == [("1", f"2{delimiter}3")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_a_table_is_read_in_its_encoding(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, "Número;Título\n1;Señal perdida – café\n".encode(encoding))
    source = open_source(path)
    assert source.headers == ("Número", "Título")
    assert [record.cells for record in source.records()] == [("1", "Señal perdida – café")]


def test_an_encoding_is_told_by_the_whole_file_not_by_its_beginning(tmp_path: Path) -> None:
    lines = "".join(f"{number},plain\n" for number in range(40_000))
    path = written(tmp_path, f"a,b\n{lines}".encode() + "1,café\n".encode("cp1252"))
    assert _records(path)[-1].cells == ("1", "café")
    # A letter of several bytes may lie across any block.
    for shift in range(4):
        path = written(tmp_path, f"a,b\n1,{'x' * shift}{'é' * (1 << 20)}\n")
        assert set(_records(path)[0].cells[1]) <= {"x", "é"}


def test_cells_hold_line_breaks_and_doubled_quotes_and_the_line_is_where_the_row_begins(
    tmp_path: Path,
) -> None:
    path = written(tmp_path, 'a,b\r\n1,"two\r\nlines, and ""more"""\r\n\r\n2,x\r\n')
    assert _records(path) == [Record(2, ("1", 'two\r\nlines, and "more"')), Record(5, ("2", "x"))]


def test_headings_that_repeat_or_differ_in_case_only_stay_apart(tmp_path: Path) -> None:
    source = open_source(written(tmp_path, "Labels,Labels,labels\n1,2,3\n"))
    assert source.headers == ("Labels", "Labels", "labels")
    assert next(source.records()).cells == ("1", "2", "3")


def test_a_heading_that_comes_again_is_no_record(tmp_path: Path) -> None:
    assert [record.cells for record in _records(written(tmp_path, "a,b\n1,2\na,b\n3,4\n"))] == [
        ("1", "2"),
        ("3", "4"),
    ]


def test_ragged_rows_are_filled_up_or_refused(tmp_path: Path) -> None:
    short, blank, long = _records(written(tmp_path, "a,b\n1\n1,2,,\n1,2,3\n"))
    assert short.cells == ("1", "")
    assert blank.cells == ("1", "2")
    assert long.line == 4
    assert "3 columns" in long.problem


def test_zeros_become_a_sign_that_databases_keep(tmp_path: Path) -> None:
    assert _records(written(tmp_path, b"a,b\n1,x\0y\n"))[0].cells == ("1", "x\ufffdy")
    path = written(tmp_path, rb'[{"a": "x\u0000y", "b\ud800": ["\udc00", "\ud83d\ude00"]}]')
    assert _records(path)[0].fields == {"a": "x\ufffdy", "b\ufffd": ["\ufffd", "\U0001f600"]}


def test_a_huge_cell_is_refused_and_the_rest_follows(tmp_path: Path) -> None:
    path = written(tmp_path, f'a,b\n1,"{"x" * (9 << 20)}"\n2,y\n')
    huge, *_, last = _records(path)
    assert huge.line == 2
    assert "larger than field limit" in huge.problem
    assert last.cells == ("2", "y")


def test_a_quotation_mark_that_is_never_closed_is_said(tmp_path: Path) -> None:
    good, bad = _records(written(tmp_path, 'a,b\n1,2\n3,"four\n5,6\n7,8\n'))
    assert good.cells == ("1", "2")
    assert (bad.line, bool(bad.problem)) == (3, True)


def test_gzip_and_zip_are_unpacked(tmp_path: Path) -> None:
    table = HEADING + TICKET
    plain = _records(written(tmp_path, table))
    assert _records(written(tmp_path, gzip.compress(table.encode()), "export.csv.gz")) == plain
    mac = ("__MACOSX/._export.csv", "rubbish")
    packed = _zipped(("folder/export.csv", table), mac, ("folder/photo.png", "no data"))
    assert [record.cells for record in _records(written(tmp_path, packed))] == [plain[0].cells]
    parts = _zipped(("1.csv", table), ("2.csv", f"\ufeff{HEADING}8,Other,Open,Low,2025-06-02 09:30:00"))
    assert [record.cells[0] for record in _records(written(tmp_path, parts))] == ["7", "8"]


def test_zipped_lines_of_json_are_read_as_one(tmp_path: Path) -> None:
    packed = _zipped(("x_0", '{"id": 1}\n{"id": 2}'), ("x_1", '{"ticket": {"id": 3}}\n'))
    assert [record.fields for record in _records(written(tmp_path, packed))] == [
        {"id": 1},
        {"id": 2},
        {"id": 3},
    ]


@pytest.mark.parametrize(
    "content",
    [
        '[{"id": 1}, {"id": 2}]',
        '{"id": 1}\n{"id": 2}\n',
        '{"ticket": {"id": 1}}\n\n{"id": 2}\n',
        '[{"helpdesk_ticket": {"id": 1}}, {"ticket": {"id": 2}}]',
        '{"tickets": [{"id": 1}, {"id": 2}], "count": 2, "users": []}',
        '{"rows": [{"id": 1}, {"id": 2}]}',
        '\ufeff\n [{"id": 1},\n {"id": 2}]',
        '{\n "issues": [{"id": 1},\n {"id": 2}]}',
    ],
)
def test_json_is_read_in_whatever_it_is_wrapped(tmp_path: Path, content: str) -> None:
    assert [record.fields for record in _records(written(tmp_path, content))] == [{"id": 1}, {"id": 2}]


def test_one_object_is_one_record(tmp_path: Path) -> None:
    fields = [record.fields for record in _records(written(tmp_path, '{"id": 1, "tags": ["a"]}'))]
    assert fields == [{"id": 1, "tags": ["a"]}]


def test_a_long_first_line_of_json_is_still_a_line(tmp_path: Path) -> None:
    long = json.dumps({"id": 1, "comments": ["x" * 400_000]})
    source = open_source(written(tmp_path, f'{long}\n{{"id": 2}}\n'))
    assert source.shape == "json_lines"
    assert [record.line for record in source.records()] == [1, 2]


def test_broken_lines_of_json_are_refused_one_by_one(tmp_path: Path) -> None:
    good, broken, list_, last = _records(written(tmp_path, '{"id": 1}\n{"id": \n[1]\n{"id": 4}\n'))
    assert (good.fields, last.fields) == ({"id": 1}, {"id": 4})
    assert broken.line == 2
    assert "not JSON" in broken.problem
    assert "not an object" in list_.problem


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b" \n\r\n", "empty"),
        (b"[1, 2", "not JSON"),
        (b'{"a": 1', "not JSON"),
        (b"[" * 200_000, "not JSON"),
        (b'{"a":' * 200_000, "not JSON"),
        (b"[" + b"9" * 10_000 + b"]", "not JSON"),
        (b'"a\n', "line 1"),
        (b",,\n,,\n", "no row"),
        (gzip.compress(b"a,b\n1,2\n" * 9000)[:-30], "can't be read"),
        (b"\x1f\x8b\x08\x00rubbish", "can't be read"),
        (b"PK\x03\x04rubbish", "not a zip"),
        (_zipped(("photo.png", "no data")), "no CSV or JSON"),
    ],
)
def test_what_is_no_export_is_refused_in_words(tmp_path: Path, content: bytes, why: str) -> None:
    with pytest.raises(Unreadable, match=re.escape(why)) as refused:
        list(open_source(written(tmp_path, content)).records())
    assert refused.value.meaning
    assert refused.value.remedy


def test_a_folder_a_missing_file_and_a_locked_archive_are_refused_in_words(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="can't be read"):
        open_source(tmp_path)
    with pytest.raises(KnownError, match=r"none\.csv can't be read"):
        open_source(tmp_path / "none.csv")
    locked = bytearray(_zipped(("a.csv", "a,b\n1,2\n")))
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        locked[locked.index(mark) + flags] |= 1
    with pytest.raises(KnownError, match="password"):
        open_source(written(tmp_path, bytes(locked)))


def test_a_deep_line_among_others_is_refused_alone(tmp_path: Path) -> None:
    deep = '{"a":' * 200_000
    assert [
        bool(record.problem) for record in _records(written(tmp_path, f'{{"id": 1}}\n{deep}\n{{"id": 2}}\n'))
    ] == [
        False,
        True,
        False,
    ]
