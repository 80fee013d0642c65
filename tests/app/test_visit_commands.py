"""`supportdesk visit verify`: what it says of reports, and by which status a script knows it (ONX-2)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication

from supportdesk.app.cli import main
from supportdesk.documents.printed_text import read_pdf
from supportdesk.documents.signed_copy import FILE_NAME
from supportdesk.documents.visit_document import Language
from supportdesk.documents.visit_pdf import visit_pdf
from tests.documents.sahel import sahel


@pytest.fixture
def report(tmp_path: Path, qapp: QGuiApplication) -> Path:
    """The PDF of a signed report."""
    file = tmp_path / "VR-0419.pdf"
    file.write_bytes(visit_pdf(sahel(Language.ENGLISH)))
    return file


def verified(file: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, object]]:
    status = main(["visit", "verify", str(file), "--json"])
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return status, answer


def test_ONX_2_a_report_that_was_signed_is_told_as_that(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, answer = verified(report, capsys)
    assert (status, answer["finding"], answer["signed"], answer["number"]) == (0, "signed", True, "VR-0419")
    assert main(["visit", "verify", str(report)]) == 0
    said = capsys.readouterr().out
    assert "It is what was signed." in said
    assert "Signed by Sonia Trabelsi" in said
    assert "Not a part of what is signed: the names of the client" in said


def test_ONX_2_a_changed_line_is_named(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = read_pdf(report.read_bytes()).files[FILE_NAME].decode()
    assert copy.count("Friday 20 November") == 1
    changed = report.with_name(FILE_NAME)
    changed.write_text(copy.replace("Friday 20 November", "Friday 21 November"), encoding="utf-8")
    status, answer = verified(changed, capsys)
    assert (status, answer["finding"], answer["signed"]) == (1, "changed", False)
    assert main(["visit", "verify", str(changed)]) == 1
    said = capsys.readouterr().out
    assert "It is not what was signed." in said
    assert "performance, line 1:" in said
    assert "+ Last valid backup" in said


def test_what_is_no_report_ends_with_a_status_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Sir or Madam", encoding="utf-8")
    status, answer = verified(letter, capsys)
    assert (status, answer["finding"], answer["fingerprint"]) == (2, "not_ours", None)


@pytest.mark.parametrize("name", ["nowhere.pdf", "."])
def test_what_is_no_file_is_told_from_a_report_that_was_changed(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / name
    assert main(["visit", "verify", str(file)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert f"{file} can't be read" in told.err
    assert "Name a report's PDF" in told.err


def test_a_report_in_arabic_is_verified_by_a_program_of_its_own_without_a_display(
    tmp_path: Path, qapp: QGuiApplication
) -> None:
    file = tmp_path / "VR-0419.pdf"
    file.write_bytes(visit_pdf(sahel(Language.ARABIC, photos=0)))
    outside = {key: value for key, value in os.environ.items() if key not in {"QT_QPA_PLATFORM", "DISPLAY"}}
    done = subprocess.run(
        [sys.executable, "-m", "supportdesk", "visit", "verify", str(file)],
        env=outside,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "It is what was signed." in done.stdout
    assert done.stderr == ""


def test_a_damaged_report_is_never_told_as_signed(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = report.read_bytes()
    for cut in (len(whole) // 2, len(whole) - 40):
        report.write_bytes(whole[:cut])
        status, answer = verified(report, capsys)
        assert status in {1, 2}
        assert answer["signed"] is False
