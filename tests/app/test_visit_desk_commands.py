"""`supportdesk visit list`, `show` and `pdf`: what scripts get of a desk's visits and their reports (ONX-2)."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtGui import QGuiApplication

from supportdesk.app.cli import main
from supportdesk.app.speech import press_of
from supportdesk.config.paths import Profile
from supportdesk.services.cases import cases, visit_papers, visit_reports, visits
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.operations.desk import Desk
from supportdesk.services.registers import people
from supportdesk.services.registers.people import NewOrganisation
from tests.app.desk_process import looked_into
from tests.services.desk_world import made
from tests.services.signing import sign, whole_report

Visit = Callable[..., tuple[int, Any]]
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def plan(desk: Desk, at: datetime) -> UUID:
    new = NewOrganisation("Laiterie du Sahel", "onyxpro", "LAIT", language="fr", start_date=date(2026, 6, 1))
    client = made(people.add_organisation(desk, new).created)
    case = made(cases.log_case(desk, NewCase("VAT", organisation_id=client, reason="update")).created)
    planned = visits.plan(desk, client, planned_at=at, engineer_id=desk.actor, case_ids=(case,))
    return made(planned.created)


@pytest.fixture
def finished(profile: Profile, qapp: QGuiApplication) -> bytes:
    """A visit that was signed and finished, with its PDF; the bytes of that."""
    with looked_into(profile) as today:
        desk = replace(today, now=lambda: NOW)
        visit = plan(desk, NOW)
        visits.arrive(desk, visit)
        whole_report(desk, visit)
        sign(desk, visit, "Sonia\x1b[31m Trabelsi")
        after = replace(desk, now=lambda: NOW + timedelta(hours=2))
        visit_reports.finish(after, visit)
        pdf = press_of(profile).keep(after, visit)
        visit_papers.attach_report(after, visit, pdf.file, revision=1, language=pdf.language)
        data = FileShelf(profile.blobs).bytes_of(after, pdf.file.sha256)
        assert data is not None
        return data


@pytest.fixture
def visit(profile: Profile, capsys: pytest.CaptureFixture[str]) -> Visit:
    """Runs `visit … --json` in this process; gives the exit status and the document."""

    def run(*words: object) -> tuple[int, Any]:
        capsys.readouterr()
        status = main(["--profile", str(profile.root), "visit", *map(str, words), "--json"])
        return status, json.loads(capsys.readouterr().out)

    return run


def test_the_visits_of_some_days_or_of_a_client_are_listed(finished: bytes, visit: Visit) -> None:
    _, answer = visit("list", "--from", "2026-11-24", "--to", "2026-11-24")
    (line,) = answer["visits"]
    assert (line["number"], line["state"], line["client"]) == ("VR-0001", "finished", "Laiterie du Sahel")
    assert (line["arrived_at"], line["left_at"]) == ("2026-11-24T09:00:00Z", "2026-11-24T11:00:00Z")
    assert visit("list", "--from", "2026-11-25", "--to", "2026-11-26")[1]["visits"] == []
    assert (
        visit("list", "--from", "2026-11-24", "--to", "2026-11-24", "--state", "planned")[1]["visits"] == []
    )
    (line,) = visit("list", "--client", "LAIT")[1]["visits"]
    assert (line["number"], line["revision"], line["pdf"]) == ("VR-0001", 1, True)
    assert visit("list", "--client", "HARTW")[1]["visits"] == []


def test_ONX_2_one_visit_is_shown_with_its_report(finished: bytes, visit: Visit) -> None:
    status, answer = visit("show", "vr-0001")
    shown = answer["visit"]
    assert (status, shown["state"], shown["revision"], shown["language"]) == (0, "finished", 1, "fr")
    assert shown["goes_to"] == ["department", "branches", "managers", "engineers"]
    assert shown["report"]["work_done"] == "Rebuilt the index."
    assert [each["health"] for each in shown["report"]["performance"]] == ["good", "watch"]
    assert [(each["revision"], each["language"]) for each in shown["pdfs"]] == [(1, "fr")]
    assert shown["fingerprint"]
    assert visit("show", shown["id"])[1] == answer


def test_nothing_that_somebody_wrote_steers_the_terminal(
    profile: Profile, finished: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (("show", "VR-0001"), ("list", "--client", "LAIT")):
        assert main(["--profile", str(profile.root), "visit", *words]) == 0
        said = capsys.readouterr().out
        assert "VR-0001" in said
        assert "\x1b" not in said


def test_ONX_2_the_pdf_that_was_attached_is_written_and_stands_up_to_verifying(
    profile: Profile, finished: bytes, visit: Visit, tmp_path: Path
) -> None:
    file = tmp_path / "out.pdf"
    status, answer = visit("pdf", "VR-0001", "-o", file)
    assert (status, answer["language"], answer["paper"], answer["signed"]) == (0, "fr", "a4", True)
    assert file.read_bytes() == finished
    status, answer = visit("verify", file)
    assert (status, answer["finding"], answer["number"]) == (0, "signed", "VR-0001")
    file.write_bytes(finished.replace(b"Rebuilt the index.", b"Rebuild the index."))
    status, answer = visit("verify", file)
    assert (status, answer["finding"]) == (1, "changed")
    assert [each["part"] for each in answer["differences"]] == ["work_done"]


@pytest.mark.parametrize(("language", "paper"), [("en", "letter"), ("ar", "a4"), ("fr", "letter")])
def test_ONX_2_any_language_and_paper_is_made_alike_each_time(
    finished: bytes, visit: Visit, tmp_path: Path, language: str, paper: str
) -> None:
    files = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for file in files:
        visit("pdf", "VR-0001", "-o", file, "--language", language, "--paper", paper)
    assert files[0].read_bytes() == files[1].read_bytes() != finished
    assert visit("verify", files[0])[0] == 0


def test_an_unfinished_visit_is_printed_as_what_it_is(
    profile: Profile, visit: Visit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QGuiApplication
) -> None:
    with looked_into(profile) as desk:
        plan(desk, desk.now())
    monkeypatch.chdir(tmp_path)
    status, answer = visit("pdf", "VR-0001")
    assert (status, answer["signed"], answer["finished"]) == (0, False, False)
    assert (tmp_path / answer["file"]).read_bytes().startswith(b"%PDF")
    assert visit("verify", answer["file"])[1]["finding"] == "unsigned"


def test_what_is_not_there_or_can_not_be_written_is_refused(
    profile: Profile, finished: bytes, visit: Visit, tmp_path: Path
) -> None:
    for called in ("VR-9999", "", "x" * 5000, "../VR-0001", "00000000-0000-7000-8000-000000000000"):
        status, answer = visit("show", called)
        assert status == 1
        assert answer["error"]["what"]
    status, answer = visit("pdf", "VR-0001", "-o", tmp_path / "no" / "out.pdf")
    assert (status, answer["error"]["meaning"]) == (1, "The report itself is as it was.")
    with pytest.raises(SystemExit):
        visit("pdf", "VR-0001", "--language", "de")
    for day in ("yesterday", "0001-01-01", "9999-12-31", "2026-02-30"):
        with pytest.raises(SystemExit):
            visit("list", "--from", day)
