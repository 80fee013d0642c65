"""A visit's report on paper, through all rooms: rows, signature, PDF, another desk, verification (ONX-2, ONX-3)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from sqlalchemy import select

from supportdesk.documents.verifying import Finding, verify
from supportdesk.documents.visit_document import Language, Paper
from supportdesk.services.cases import attachments, visit_papers, visit_reports, visits
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.exchange import effects
from supportdesk.services.exchange.effects import Effect
from supportdesk.services.exchange.matters import matters
from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries import directory, visit_views
from supportdesk.services.registers import people
from supportdesk.services.views.matters import Unaccepted
from supportdesk.store.tables.cases import ATTACHMENT
from supportdesk.ui import translation
from supportdesk.workers.paper_press import PaperPress
from tests.documents.sahel import photo
from tests.services.desk_world import made
from tests.services.signing import sign, whole_report
from tests.sync.disagreement import Disagreement, open_disagreement

TEXTS = Path(__file__).resolve().parents[2] / "translations"


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Disagreement]:
    with open_disagreement(tmp_path) as opened:
        yield opened


@pytest.fixture
def press(tmp_path: Path, qapp: QGuiApplication) -> PaperPress:
    """A press whose files both desks share, as if every photo had come."""
    shelf = FileShelf(tmp_path / "files")
    return PaperPress(
        shelf,
        lambda language: translation.of_documents(language.value, texts=TEXTS, built=tmp_path / "texts"),
    )


def shelf_of(press: PaperPress) -> FileShelf:
    return press._shelf  # noqa: SLF001 - the same folder


@pytest.fixture
def visit(two: Disagreement, press: PaperPress) -> UUID:
    """A visit of a client under a policy that sends reports round, written, with a photo, and known to both desks."""
    visit = visit_that_is_sent_round(two)
    whole_report(two.desk, visit)
    visits.edit(two.desk, visit, received_by="Mme Sonia Trabelsi")
    data = photo("server", 1).picture
    file = shelf_of(press).keep_bytes(two.desk, data, "Salle des serveurs", "image/jpeg")
    attachments.attach_to_visit(two.desk, visit, file)
    two.office.sync()
    return visit


def visit_that_is_sent_round(two: Disagreement) -> UUID:
    people.edit_organisation(two.desk, two.client, policy_code="onyxpro", language="fr")
    two.office.sync()
    planned = visits.plan(
        two.desk, two.client, planned_at=two.office.now, engineer_id=two.desk.actor, case_ids=(two.case,)
    )
    visits.arrive(two.desk, made(planned.created))
    two.office.sync()
    return made(planned.created)


def finished(two: Disagreement, press: PaperPress, visit: UUID) -> bytes:
    """Sign and finish without a network, and attach the PDF as the desk does; its bytes."""
    sign(two.desk, visit, "Sonia Trabelsi", "Chef comptable")
    visit_reports.finish(two.desk, visit)
    pdf = press.keep(two.desk, visit)
    visit_papers.attach_report(two.desk, visit, pdf.file, revision=pdf.revision, language=pdf.language)
    data = shelf_of(press).bytes_of(two.desk, pdf.file.sha256)
    assert data is not None
    return data


def text_of(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def noted(desk: Desk) -> list[Effect]:
    carried: list[Effect] = []
    effects.carry_out(desk.store, desk.now().replace(year=desk.now().year + 1), carried.append)
    return [each for each in carried if each.kind == "visit_report"]


def test_ONX_2_the_same_bytes_twice_and_from_a_second_desk(
    two: Disagreement, press: PaperPress, visit: UUID
) -> None:
    data = finished(two, press, visit)
    first = press.document(two.desk, visit)
    two.office.sync()
    # The photo's bytes have come to the hub as well, which keeps them in its own way.
    shelf_of(press).keep_bytes(two.office.hub.desk, first.photos[0].picture, "server", "image/jpeg")
    assert verify(data).finding is Finding.SIGNED
    for desk in (two.desk, two.priya.desk, two.office.hub.desk):
        document = press.document(desk, visit)
        assert document == first
        assert press._made(document) == data  # noqa: SLF001 - made, and not the one that was kept
        (pdf,) = visit_views.visit(desk, visit).pdfs
        assert (pdf.revision, pdf.language) == (1, "fr")
    # A colleague sees it on the client's record.
    (line,) = directory.organisation(two.priya.desk, two.client).visits
    assert (line.state, line.pdf_id is not None, line.agreed_name) == ("finished", True, "Sonia Trabelsi")


@pytest.mark.parametrize(
    ("language", "paper", "words"),
    [
        (Language.ENGLISH, Paper.LETTER, ("Visit report", "Rebuilt the index.", "signed on")),
        (Language.FRENCH, Paper.A4, ("Rapport de visite", "Travaux effectués", "Rebuilt the index.")),
        (Language.ARABIC, Paper.A4, ("Rebuilt the index.", "Mme Sonia Trabelsi")),
    ],
)
def test_ONX_2_the_report_is_printed_in_each_language_whatever_the_desk_speaks(
    two: Disagreement,
    press: PaperPress,
    visit: UUID,
    language: Language,
    paper: Paper,
    words: tuple[str, ...],
) -> None:
    sign(two.desk, visit, "Sonia Trabelsi")
    visit_reports.finish(two.desk, visit)
    document = press.document(two.desk, visit, language, paper)
    data = press.pdf(two.desk, visit, document)
    assert press.pdf(two.desk, visit, document) == data
    verdict = verify(data)
    assert (verdict.finding, verdict.missing, verdict.differences) == (Finding.SIGNED, (), ())
    told = text_of(data)
    places = [told.find(each) for each in words]
    assert -1 not in places
    # Selected in the order in which it is read.
    assert places == sorted(places) or language is Language.ARABIC


def test_ONX_2_one_changed_byte_of_the_content_is_found_and_located(
    two: Disagreement, press: PaperPress, visit: UUID
) -> None:
    data = finished(two, press, visit)
    content = data.index(b"Rebuilt the index.")
    touched = data[:content] + b"Rebuild" + data[content + 7 :]
    verdict = verify(touched)
    assert verdict.finding is Finding.CHANGED
    (difference,) = verdict.differences
    assert (difference.part, difference.line) == ("work_done", 1)
    assert "Rebuild the index." in {difference.before, difference.after}


def test_ONX_2_revision_two_is_signed_anew_made_anew_and_says_what_changed(
    two: Disagreement, press: PaperPress, visit: UUID
) -> None:
    first = finished(two, press, visit)
    visit_reports.revise_report(two.desk, visit, "A workstation was forgotten.")
    visit_reports.write_report(two.desk, visit, work_done="Rebuilt the index.\nMis à jour le poste 2.")
    draft = press.document(two.desk, visit)
    assert (draft.revision, draft.signature, verify(press.pdf(two.desk, visit, draft)).finding) == (
        2,
        None,
        Finding.UNSIGNED,
    )
    second = finished(two, press, visit)
    two.office.sync()
    verdict = verify(second)
    assert verdict.finding is Finding.SIGNED
    assert verdict.copy is not None
    assert verdict.copy.revision == 2
    assert "Mis à jour le poste 2." in text_of(second)
    changes = visit_views.visit(two.priya.desk, visit).changes
    assert [(each.part, each.after) for each in changes] == [("work_done", "Mis à jour le poste 2.")]
    revisions = [each.revision for each in visit_views.visit(two.priya.desk, visit).pdfs]
    assert revisions == [2, 1]
    # The first is kept as it was signed.
    assert verify(first).finding is Finding.SIGNED


def test_ONX_2_each_revision_goes_once_to_the_policys_list(
    two: Disagreement, press: PaperPress, visit: UUID
) -> None:
    finished(two, press, visit)
    two.office.sync()
    two.office.sync()
    visit_reports.revise_report(two.desk, visit, "A workstation was forgotten.")
    finished(two, press, visit)
    two.office.sync()
    sent = noted(two.office.hub.desk)
    assert [(each.data["visit"], each.data["revision"]) for each in sent] == [
        (str(visit), 1),
        (str(visit), 2),
    ]
    assert sent[0].data["to"] == ["department", "branches", "managers", "engineers"]
    assert noted(two.office.hub.desk) == []


def test_a_finish_that_the_hub_does_not_accept_sends_nothing_and_attaches_nothing(
    two: Disagreement, press: PaperPress, visit: UUID
) -> None:
    visit_reports.write_report(two.priya.desk, visit, problems="The disk is full.")
    two.priya.sync()
    finished(two, press, visit)
    two.office.sync()
    assert noted(two.office.hub.desk) == []
    assert all(isinstance(each, Unaccepted) for each in matters(two.desk).waiting)
    with two.office.hub.store.read() as conn:
        assert conn.execute(select(ATTACHMENT.c.id).where(ATTACHMENT.c.revision.is_not(None))).all() == []
    view = visit_views.visit(two.desk, visit)
    assert (view.state, view.pdfs, view.report_to) == ("on_site", (), ())


def test_the_hub_takes_a_pdf_only_from_who_finished(
    two: Disagreement, press: PaperPress, visit: UUID
) -> None:
    finished(two, press, visit)
    two.office.sync()
    # As a desk that was tampered with would send it.
    pdf = press.keep(two.priya.desk, visit)
    taken = replace(two.priya.desk, actor=two.desk.actor)
    visit_papers.attach_report(taken, visit, pdf.file, revision=1, language="ar")
    two.priya.sync()
    assert [each.language for each in visit_views.visit(two.office.hub.desk, visit).pdfs] == ["fr"]
