"""Pages as pictures and at a printer, as in the file; what a revision changed stands on it (ONX-2)."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QTranslator
from PySide6.QtGui import QImage, QPdfWriter

from supportdesk.documents.verifying import Finding, verify
from supportdesk.documents.visit_document import Language, Paper, VisitDocument
from supportdesk.documents.visit_pages import VisitPages, size_in_points
from supportdesk.documents.visit_pdf import visit_pdf
from supportdesk.rules.cases.visit_content import content_of, differences
from supportdesk.rules.cases.visit_report import SparePart
from tests.documents.sahel import LEFT, sahel, signed

Translators = Mapping[Language, QTranslator | None]


def pages_of(file: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(file)).pages]


def ink(image: QImage, top: float, bottom: float) -> int:
    """How many dots between two heights are not white."""
    rows = range(round(image.height() * top), round(image.height() * bottom))
    return sum(image.pixelColor(x, y).lightness() < 200 for y in rows for x in range(0, image.width(), 2))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", Language)
def test_there_are_as_many_pages_in_pictures_as_in_the_file(
    translators: Translators, language: Language, paper: Paper
) -> None:
    document = sahel(language, paper=paper, long=True, photos=7)
    pages = VisitPages(document, translators[language])
    assert pages.count == len(pages_of(visit_pdf(document, translators[language]))) > 1
    image = pages.image(pages.count, 72)
    wide, tall = size_in_points(paper)
    assert (image.width(), image.height()) == (round(wide), round(tall))
    # The foot stands on each page.
    assert all(ink(pages.image(each, 72), 0.9, 1.0) > 20 for each in (1, pages.count))


def test_a_page_is_the_same_picture_in_whatever_order_and_thread_it_is_drawn() -> None:
    document = sahel(Language.FRENCH, long=True)
    first = VisitPages(document).image(1, 96)
    pages = VisitPages(document)
    pages.image(2, 96)
    assert pages.image(1, 96) == first
    drawn: list[QImage] = []
    thread = Thread(target=lambda: drawn.append(VisitPages(document).image(1, 96)))
    thread.start()
    thread.join()
    assert drawn == [first]


def test_from_the_right_a_page_is_mirrored(translators: Translators) -> None:
    """The number of the report stands at the far end of the head: left in Arabic, right in French."""

    def left_is_fuller(language: Language) -> bool:
        document = replace(sahel(language), branch=replace(sahel(language).branch, logo=b"", name="L"))
        image = VisitPages(document, translators[language]).image(1, 72)
        band = image.copy(0, 30, image.width(), 40)
        half = band.width() // 2
        left, right = band.copy(0, 0, half, 40), band.copy(half, 0, half, 40)
        return ink(left, 0, 1) > ink(right, 0, 1)

    assert left_is_fuller(Language.FRENCH)
    assert not left_is_fuller(Language.ARABIC)


def test_a_printer_gets_every_page_in_its_own_resolution(tmp_path: Path) -> None:
    document = sahel(Language.ENGLISH, long=True, paper=Paper.LETTER)
    file = tmp_path / "printed.pdf"
    writer = QPdfWriter(str(file))
    writer.setResolution(300)
    pages = VisitPages(document)
    assert pages.print_on(writer)
    del writer
    printed = PdfReader(file)
    assert len(printed.pages) == pages.count
    assert round(float(printed.pages[0].mediabox.width)) == 612


def revised(language: Language) -> VisitDocument:
    """The second revision of a report: a line more, another part, who received, and one taken out."""
    before = sahel(language, full=True)
    report = replace(
        before.report,
        work_done=before.report.work_done + "\nMot de passe du serveur changé.",
        spare_parts=(SparePart("Câble USB", 2),),
        received_by="M. Karim",
        recommendations=before.report.recommendations.splitlines()[0],
        performance=before.report.performance[:-1],
        arrived=LEFT,
        left=LEFT,
        cases=before.report.cases[:1],
    )
    changes = differences(content_of(before.report), content_of(report))
    return signed(replace(before, report=report, revision=2, changes=changes, signature=None))


@pytest.mark.parametrize("language", Language)
def test_ONX_2_a_revision_says_what_was_and_what_is(translators: Translators, language: Language) -> None:
    document = revised(language)
    file = visit_pdf(document, translators[language])
    verdict = verify(file)
    assert (verdict.finding, verdict.differences, verdict.missing) == (Finding.SIGNED, (), ())
    assert visit_pdf(document, translators[language]) == file
    if language is Language.ENGLISH:
        told = " ".join(" ".join(pages_of(file)).split())
        for part in (
            "Changed since revision 1",
            "Cases: another than before",
            "Received by, was: Ms Sonia Trabelsi",
            "Received by, is now: M. Karim",
            "Work done, added: Mot de passe du serveur changé.",
            "State of the system, taken out: Printing and templates · ✓ Good · as agreed",
            "Spare parts, is now: 2 × Câble USB",
        ):
            assert part in told


def test_a_first_revision_says_nothing_of_changes() -> None:
    assert "Changed since" not in " ".join(pages_of(visit_pdf(sahel(Language.ENGLISH))))


def test_ONX_2_a_change_that_was_written_by_somebody_hostile_is_only_text() -> None:
    before = sahel(Language.ENGLISH, full=True)
    report = replace(before.report, work_done="\u202e(EMC) Tj\x00 <script>\n" * 300)
    changes = differences(content_of(before.report), content_of(report))
    document = signed(replace(before, report=report, revision=2, changes=changes, signature=None))
    verdict = verify(visit_pdf(document))
    assert verdict.finding is Finding.SIGNED
