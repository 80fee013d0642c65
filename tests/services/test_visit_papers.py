"""What is printed of a report, out of the rows; its PDF attached by who finished it, once for each revision (ONX-2)."""

import base64
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from supportdesk.documents.visit_document import Language, Paper
from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import AgentRole, Cover
from supportdesk.rules.cases.visit_content import content_of
from supportdesk.services.cases import attachments, visit_papers, visit_reports, visits
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.queries import details, visit_views
from supportdesk.services.queries import visit_papers as papers
from supportdesk.services.registers import letterheads, people, staff
from tests.services.desk_world import World, made
from tests.services.signing import sign, whole_report

ARRIVAL = datetime(2026, 11, 24, 8, 6, tzinfo=UTC)
PDF = "application/pdf"


@pytest.fixture
def shelf(tmp_path: Path) -> FileShelf:
    return FileShelf(tmp_path / "files")


def picture(kind: str = "PNG", colour: str = "#204060", size: tuple[int, int] = (48, 32)) -> bytes:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


@pytest.fixture
def visit(world: World, shelf: FileShelf) -> UUID:
    """A visit under way at a French client's site, for two cases, with two photos and a list."""
    branch = world.branch(
        "Ledgerline Tunisie",
        kind="agency",
        time_zone="Africa/Tunis",
        address="14, rue du Lac Léman, Tunis",
        phone="+216 70 555 014",
        email="support@ledgerline.example",
        logo=letterheads.logo_of(picture()),
        colour="#123456",
    )
    world.sits_down("Omar Ben Salem", AgentRole.FIELD_ENGINEER, branch_id=branch)
    client = world.client(
        "Laiterie du Sahel",
        "onyxpro",
        branch_id=branch,
        language="fr_TN",
        country="TN",
        start_date=date(2026, 6, 1),
    )
    site = made(people.add_site(world.desk, client, "Sousse", time_zone="Africa/Tunis").created)
    cases = tuple(world.case(client, title, reason="update") for title in ("VAT summary", "Labels"))
    world.now = ARRIVAL
    planned = visits.plan(
        world.desk,
        client,
        planned_at=ARRIVAL,
        engineer_id=world.desk.actor,
        site_id=site,
        case_ids=cases,
    )
    visit = made(planned.created)
    visits.arrive(world.desk, visit)
    visits.edit(world.desk, visit, received_by="Mme Sonia Trabelsi")
    for name, data, kind in (
        ("Server room", picture("JPEG"), "image/jpeg"),
        ("counts.txt", b"1\n2\n", "text/plain"),
        ("Error", picture("JPEG", "#602020"), "image/jpeg"),
    ):
        world.later(seconds=1)
        attachments.attach_to_visit(world.desk, visit, shelf.keep_bytes(world.desk, data, name, kind))
    return visit


def finish(world: World, visit: UUID) -> None:
    whole_report(world.desk, visit)
    sign(world.desk, visit, job="Accountant")
    world.later(hours=2)
    visit_reports.finish(world.desk, visit)


def a_pdf(world: World, shelf: FileShelf, data: bytes = b"%PDF-1.4 made") -> NewFile:
    return shelf.keep_bytes(world.desk, data, "VR-0001.pdf", PDF)


def test_ONX_2_the_paper_says_what_the_rows_say(world: World, shelf: FileShelf, visit: UUID) -> None:
    finish(world, visit)
    paper = papers.document(world.desk, shelf, visit)
    assert (paper.number, paper.client, paper.site, paper.engineer) == (
        "VR-0001",
        "Laiterie du Sahel",
        "Sousse",
        "Omar Ben Salem",
    )
    assert (
        paper.branch.address == "14, rue du Lac Léman, Tunis · +216 70 555 014 · support@ledgerline.example"
    )
    assert (paper.branch.logo, paper.branch.colour) == (picture(), "#123456")
    assert (paper.language, paper.paper, str(paper.zone)) == (Language.FRENCH, Paper.A4, "Africa/Tunis")
    assert (paper.cover, paper.revision, paper.sent_at) == (Cover.FIRST_YEAR, 1, world.now)
    assert paper.case_numbers == tuple(details.case(world.desk, each).number for each in paper.report.cases)
    assert len(paper.case_numbers) == 2
    assert paper.signature is not None
    assert (paper.signature.name, paper.signature.job) == ("Amal Rashid", "Accountant")
    assert [(each.file.name, each.picture) for each in paper.photos] == [
        ("Server room", picture("JPEG")),
        ("Error", picture("JPEG", "#602020")),
    ]
    assert [each.name for each in paper.report.attachments] == ["Server room", "counts.txt", "Error"]


def test_a_draft_is_neither_signed_nor_sent(world: World, shelf: FileShelf, visit: UUID) -> None:
    whole_report(world.desk, visit)
    sign(world.desk, visit)
    visits.edit(world.desk, visit, received_by="Somebody else")
    paper = papers.document(world.desk, shelf, visit, language=Language.ARABIC, paper=Paper.LETTER)
    assert (paper.signature, paper.sent_at) == (None, None)
    assert (paper.language, paper.paper) == (Language.ARABIC, Paper.LETTER)


def test_a_photo_that_is_not_here_comes_without_a_picture(world: World, visit: UUID, tmp_path: Path) -> None:
    paper = papers.document(world.desk, FileShelf(tmp_path / "elsewhere"), visit)
    assert [each.picture for each in paper.photos] == [b"", b""]


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("ar", "ar"),
        ("fr_CA", "fr"),
        ("FR-tn", "fr"),
        ("de", "en"),
        (None, "en"),
        ("", "en"),
        ("x" * 500, "en"),
    ],
)
def test_a_client_gets_a_language_that_there_is(code: str | None, language: str) -> None:
    assert papers.client_language(code) == language


def test_ONX_2_the_pdf_is_no_part_of_what_was_signed(world: World, shelf: FileShelf, visit: UUID) -> None:
    finish(world, visit)
    before = content_of(visit_reports.report(world.desk, visit))
    visit_papers.attach_report(world.desk, visit, a_pdf(world, shelf), revision=1, language="fr")
    assert content_of(visit_reports.report(world.desk, visit)) == before
    assert visit_reports.report(world.desk, visit).agreement is not None
    (found,) = visit_views.visit(world.desk, visit).pdfs
    assert (found.name, found.revision, found.language) == ("VR-0001.pdf", 1, "fr")


def test_ONX_2_one_pdf_for_a_revision_and_language_and_only_of_a_finished_one(
    world: World, shelf: FileShelf, visit: UUID
) -> None:
    file = a_pdf(world, shelf)
    with pytest.raises(KnownError, match="is not finished as revision 1"):
        visit_papers.attach_report(world.desk, visit, file, revision=1, language="fr")
    finish(world, visit)
    visit_papers.attach_report(world.desk, visit, file, revision=1, language="fr")
    with pytest.raises(KnownError, match="has its PDF in this language"):
        visit_papers.attach_report(world.desk, visit, file, revision=1, language="fr")
    visit_papers.attach_report(world.desk, visit, file, revision=1, language="en")
    for revision in (0, 2, -1):
        with pytest.raises(KnownError, match="not finished as revision"):
            visit_papers.attach_report(world.desk, visit, file, revision=revision, language="ar")
    visit_reports.revise_report(world.desk, visit, "A workstation was forgotten.")
    with pytest.raises(KnownError, match="not finished"):
        visit_papers.attach_report(world.desk, visit, file, revision=1, language="ar")


def test_ONX_2_only_who_finished_attaches_and_only_a_pdf(world: World, shelf: FileShelf, visit: UUID) -> None:
    finish(world, visit)
    other = world.as_agent(world.agent("Karim Haddad", AgentRole.FIELD_ENGINEER))
    with pytest.raises(KnownError, match="Somebody else finished"):
        visit_papers.attach_report(other, visit, a_pdf(world, shelf), revision=1, language="fr")
    page = shelf.keep_bytes(world.desk, b"<html>", "x.pdf", "text/html")
    with pytest.raises(KnownError, match="is no PDF"):
        visit_papers.attach_report(world.desk, visit, page, revision=1, language="fr")


@pytest.mark.parametrize("language", ["de", "", "x" * 40, 3, None])
def test_a_pdf_is_in_a_language_that_there_is(
    world: World, shelf: FileShelf, visit: UUID, language: object
) -> None:
    finish(world, visit)
    with pytest.raises(KnownError, match="no language"):
        visit_papers.attach_report(world.desk, visit, a_pdf(world, shelf), revision=1, language=language)  # type: ignore[arg-type]


def test_ONX_2_a_revision_shows_what_was_changed_and_no_more(
    world: World, shelf: FileShelf, visit: UUID
) -> None:
    finish(world, visit)
    assert papers.document(world.desk, shelf, visit).changes == ()
    visit_reports.revise_report(world.desk, visit, "A workstation was forgotten.")
    assert papers.document(world.desk, shelf, visit).changes == ()
    visit_reports.write_report(world.desk, visit, work_done="Rebuilt the index.\nUpdated packing 2.")
    paper = papers.document(world.desk, shelf, visit)
    assert (paper.revision, paper.signature, paper.sent_at) == (2, None, None)
    (change,) = paper.changes
    assert (change.part, change.before, change.after) == ("work_done", None, "Updated packing 2.")
    assert visit_views.visit(world.desk, visit).changes == paper.changes
    sign(world.desk, visit)
    visit_reports.finish(world.desk, visit)
    assert papers.document(world.desk, shelf, visit).changes == (change,)


def test_ONX_2_the_pdf_that_was_attached_is_the_one_that_is_given(
    world: World, shelf: FileShelf, visit: UUID, tmp_path: Path
) -> None:
    draft = papers.document(world.desk, shelf, visit)
    assert papers.kept_pdf(world.desk, shelf, draft, visit) is None
    finish(world, visit)
    visit_papers.attach_report(world.desk, visit, a_pdf(world, shelf), revision=1, language="fr")
    wanted = papers.document(world.desk, shelf, visit)
    assert papers.kept_pdf(world.desk, shelf, wanted, visit) == b"%PDF-1.4 made"
    for other in ({"language": Language.ARABIC}, {"paper": Paper.LETTER}):
        unlike = papers.document(world.desk, shelf, visit, **other)
        assert papers.kept_pdf(world.desk, shelf, unlike, visit) is None
    assert papers.kept_pdf(world.desk, FileShelf(tmp_path / "elsewhere"), wanted, visit) is None


def test_ONX_2_a_finished_report_says_to_whom_it_goes(world: World, visit: UUID) -> None:
    finish(world, visit)
    seen = visit_views.visit(world.desk, visit)
    assert seen.report_to == ("department", "branches", "managers", "engineers")
    assert seen.finished_by == world.desk.actor
    visit_reports.revise_report(world.desk, visit, "A workstation was forgotten.")
    seen = visit_views.visit(world.desk, visit)
    assert (seen.report_to, seen.finished_by) == ((), None)


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"address": "x" * 301}, "one line of at most 300"),
        ({"phone": "1\n2"}, "one line"),
        ({"email": 7}, "one line"),
        ({"colour": "red"}, "no colour"),
        ({"colour": "#12345g"}, "no colour"),
        ({"logo": "not base64!"}, "no picture"),
        ({"logo": base64.b64encode(b"<svg/>").decode()}, "no picture"),
        ({"logo": ""}, "no picture"),
        ({"logo": "A" * 90_000}, "too large"),
    ],
)
def test_a_letterhead_that_can_not_be_printed_is_refused(
    world: World, values: dict[str, object], told: str
) -> None:
    branch = world.branch("Tunis")
    with pytest.raises(KnownError, match=told):
        staff.edit_branch(world.desk, branch, **values)


def test_a_visit_without_branch_or_site_is_printed_all_the_same(world: World, shelf: FileShelf) -> None:
    world.sits_down("Omar Ben Salem", AgentRole.FIELD_ENGINEER)
    client = world.client("Hartwell Motors", country="US")
    world.contract(client)
    planned = visits.plan(world.desk, client, planned_at=ARRIVAL, engineer_id=world.desk.actor)
    paper = papers.document(world.desk, shelf, made(planned.created))
    assert (paper.branch.name, paper.site, paper.language, paper.paper) == ("", "", "en", Paper.LETTER)
