"""The PDF of a visit's report: what stands in it, on which paper and how many pages, and that it is always the same."""

import hashlib
import io
import os
import re
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

import pypdf
import pypdfium2
import pytest
from PySide6.QtCore import QTranslator

from supportdesk.documents.parts import named, places
from supportdesk.documents.printed_text import read_pdf
from supportdesk.documents.verifying import Finding, verify
from supportdesk.documents.visit_document import Branch, Language, Paper, Photo, VisitDocument
from supportdesk.documents.visit_pdf import visit_pdf
from supportdesk.rules.cases.visit_content import content_of
from supportdesk.rules.cases.visit_report import AttachedFile, CheckedPoint, Health, VisitReport
from tests.documents.sahel import REPORTS, SIGNED_AT, photo, sahel

Translators = Mapping[Language, QTranslator | None]
ROOT = Path(__file__).resolve().parent.parent.parent


def pages_of(data: bytes) -> list[str]:
    """The text of each page, as a browser's reader tells it."""
    file = pypdfium2.PdfDocument(data)
    return [normalize("NFKC", page.get_textpage().get_text_range()) for page in file]


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))])
def test_the_report_of_the_mockup_stands_in_every_language_on_both_papers(
    translators: Translators, language: Language, paper: Paper, size: tuple[int, int]
) -> None:
    data = visit_pdf(sahel(language, paper=paper), translators[language])
    file = pypdf.PdfReader(io.BytesIO(data))
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in file.pages} == {size}
    assert len(file.pages) == (1 if paper is Paper.A4 else 2)
    assert verify(data).finding is Finding.SIGNED
    assert str(file.root_object["/Lang"]) == language.value


def test_french_is_read_in_the_order_of_the_page(translators: Translators) -> None:
    (text,) = pages_of(visit_pdf(sahel(Language.FRENCH), translators[Language.FRENCH]))
    found = flat(text)
    wanted = [
        "Ledgerline Tunisie",
        "Rapport VR-0419",
        "Rapport de visite",
        "Laiterie du Sahel, Sousse · mardi 24 novembre 2026",
        "09:06 – 11:54",
        "2 h 48 min",
        "Garantie, année 1",
        "Dernière sauvegarde valide vendredi 20 novembre, il y a 4 jours ▲ À surveiller",
        "2 postes encore en 9.4.1 ✗ À corriger",
        "Récapitulatif de TVA d’octobre reconstruit après la mise à jour 9.4.2 ;",
        "1. Sauvegarder chaque nuit",
        "« Un bouton pour envoyer",
        "Transmis à la gestion des produits.",
        "1. Salle des serveurs",
        "✓ Travaux conformes à la demande",
        "Les demandes 10511, 10470 peuvent être closes",
        "Sonia Trabelsi, chef comptable",
        "signé le 24 novembre 2026 à 11:51",
        "Signé sur place, transmis le 24 novembre 2026 à 13:26",
        "Page 1 sur 1",
    ]
    places = [found.find(each) for each in wanted]
    assert -1 not in places, wanted[places.index(-1)]
    assert places == sorted(places)


def test_arabic_is_read_in_logical_order_with_its_numbers(translators: Translators) -> None:
    (text,) = pages_of(visit_pdf(sahel(Language.ARABIC), translators[Language.ARABIC]))
    found = flat(text)
    for wanted in (
        "تقرير الزيارة",
        "VR-0419",
        "09:06 – 11:54",
        "آخر نسخة احتياطية صالحة الجمعة 20 نوفمبر، قبل 4 أيام ▲ للمتابعة",
        "جهازان ما زالا على 9.4.1 ✗ للإصلاح",
        "لشهر أكتوبر بعد التحديث",
        "9.4.2",
        "النسخ الاحتياطي كل ليلة بدلا من كل أسبوع.",
        "رئيسة المحاسبة",
    ):
        assert wanted in found
    # Latin digits, as everywhere in the program.
    assert not re.search("[٠-٩]", found)


@pytest.mark.parametrize("language", list(Language))
def test_numbers_and_hours_stand_in_isolates_only_where_lines_run_from_the_right(
    translators: Translators, language: Language
) -> None:
    data = visit_pdf(sahel(language), translators[language])
    lines = [line.told for line in read_pdf(data).lines]
    assert any("09:06 – 11:54" in line for line in lines)
    assert not any(re.search("[\u2066-\u2069]", line) for line in lines)


def test_arabic_is_mirrored(translators: Translators) -> None:
    def left_of_the_number(language: Language) -> float:
        page = pypdfium2.PdfDocument(visit_pdf(sahel(language), translators[language]))[0]
        found = page.get_textpage().search("VR-0419").get_next()
        return float(page.get_textpage().get_charbox(found[0])[0])

    assert left_of_the_number(Language.FRENCH) > 450
    assert left_of_the_number(Language.ARABIC) < 100


def test_the_same_bytes_in_other_processes_at_other_times(translators: Translators) -> None:
    program = (
        "import sys, hashlib; from PySide6.QtGui import QGuiApplication; app = QGuiApplication([]);"
        "from tests.documents.sahel import sahel; from supportdesk.documents.visit_pdf import visit_pdf;"
        "from supportdesk.documents.visit_document import Language;"
        "print([hashlib.sha256(visit_pdf(sahel(each, full=True))).hexdigest() for each in Language])"
    )
    told = set()
    for seed in ("1", "4711"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo" if seed == "1" else "UTC"}
        done = subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        told.add(done.stdout)
        time.sleep(1.1)  # the clock of a PDF counts seconds
    here = [hashlib.sha256(visit_pdf(sahel(each, full=True))).hexdigest() for each in Language]
    assert told == {f"{here}\n"}


def test_another_text_gives_other_bytes() -> None:
    report = replace(REPORTS[Language.ENGLISH], work_done="Something else.")
    assert visit_pdf(sahel(Language.ENGLISH)) != visit_pdf(sahel(Language.ENGLISH, report=report))


def test_the_file_says_when_it_was_sent_not_when_it_was_written() -> None:
    document = sahel(Language.ENGLISH)
    told = pypdf.PdfReader(io.BytesIO(visit_pdf(document))).metadata
    assert told is not None
    assert told.creation_date == document.sent_at
    assert told.title == "Visit report VR-0419"
    unsent = pypdf.PdfReader(io.BytesIO(visit_pdf(replace(document, sent_at=None)))).metadata
    assert unsent is not None
    assert unsent.creation_date == SIGNED_AT


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (20, 3), (60, 5)])
def test_photos_stand_in_rows_of_three_over_as_many_pages_as_they_need(count: int, pages: int) -> None:
    data = visit_pdf(sahel(Language.ENGLISH, photos=count))
    file = pypdf.PdfReader(io.BytesIO(data))
    assert len(file.pages) == pages
    assert sum(len(page.images) for page in file.pages) == count
    shown = pages_of(data)
    for number, text in enumerate(shown, start=1):
        assert f"Page {number} of {len(shown)}" in flat(text)
    for text in shown[1:]:
        assert flat(text).startswith("Ledgerline Tunisie VR-0419")
    assert verify(data).finding is Finding.SIGNED


def test_no_picture_and_no_line_crosses_the_foot() -> None:
    data = visit_pdf(sahel(Language.FRENCH, photos=23, long=True, full=True))
    foot = 14 * 72 / 25.4
    for page in pypdfium2.PdfDocument(data):
        boxes = [each.get_bounds() for each in page.get_objects()]
        assert min(box[1] for box in boxes if box[0] > -500) > foot - 3
        pictures = [each.get_bounds() for each in page.get_objects() if each.type == 3]
        assert all(box[1] > foot + 20 for box in pictures)


def test_the_signature_is_whole_on_one_page_with_its_name() -> None:
    for lines in range(30, 60, 3):
        report = replace(REPORTS[Language.ENGLISH], work_done="A line.\n" * lines)
        pages = [flat(text) for text in pages_of(visit_pdf(sahel(Language.ENGLISH, report=report, photos=0)))]
        (page,) = [text for text in pages if "The client's acceptance" in text]
        assert "For the client Sonia Trabelsi, head of accounts signed on 24 November 2026 at 11:51" in page


def test_the_signature_is_drawn_as_lines_not_as_a_picture() -> None:
    file = pypdf.PdfReader(io.BytesIO(visit_pdf(sahel(Language.ENGLISH, photos=0))))
    assert not file.pages[0].images
    drawn = file.pages[0].get_contents()
    assert drawn is not None
    assert drawn.get_data().count(b" l\n") > 250


def test_what_looks_like_a_language_is_printed_as_it_is() -> None:
    hostile = "<b>bold</b> <img src=x onerror=alert(1)> &amp; {day} %1 $(id) \\n /Span BDC EMC ET BT (x) Tj"
    report = replace(
        REPORTS[Language.ENGLISH],
        work_done=hostile,
        problems="\u202eright to left\u202c \x00\x1b[31m \U0001f600 日本",
        performance=(CheckedPoint("<table>", Health.GOOD, "</td>\t{number}"),),
    )
    data = visit_pdf(replace(sahel(Language.ENGLISH), report=report, signature=None))
    text = flat(pages_of(data)[0])
    assert flat(hostile) in text
    assert "?right to left? ??[31m" in text
    assert verify(data).finding in {Finding.UNSIGNED, Finding.DAMAGED}


def test_a_point_longer_than_a_page_is_printed_whole() -> None:
    report = replace(
        REPORTS[Language.ENGLISH], performance=(CheckedPoint("A long one", Health.BAD, "word " * 5_000),)
    )
    data = visit_pdf(sahel(Language.ENGLISH, report=report))
    assert sum(text.count("word") for text in pages_of(data)) == 5_000
    assert verify(data).finding is Finding.SIGNED


@pytest.mark.parametrize("text", ["x" * 100_000, "نص " * 10_000, "a\n" * 1_500, "ﷺ" * 5_000])
def test_enormous_texts_fill_pages_and_lose_nothing(text: str) -> None:
    report = replace(
        REPORTS[Language.ENGLISH], work_done=text, received_by=text[:3_000], recommendations=text[:20_000]
    )
    data = visit_pdf(sahel(Language.ENGLISH, report=report, photos=1))
    assert verify(data).finding is Finding.SIGNED


def test_names_beyond_all_measure_leave_head_and_foot_in_their_places() -> None:
    document = replace(
        sahel(Language.FRENCH),
        client="W" * 2_000,
        branch=Branch("B " * 900, "A" * 3_000, colour="no colour"),
        number="9" * 300,
    )
    pages = pages_of(visit_pdf(document))
    assert "Page 1 of" in flat(pages[0])


@pytest.mark.qt_log_ignore("Invalid JPEG", extend=True)
def test_pictures_that_are_none_leave_a_note() -> None:
    good = photo("good", 1)
    broken = [
        Photo(AttachedFile("cut", "1" * 64), good.picture[:200]),
        Photo(AttachedFile("text", "2" * 64), b"no picture"),
        Photo(AttachedFile("empty", "3" * 64), b""),
    ]
    report = replace(REPORTS[Language.ENGLISH], attachments=tuple(each.file for each in broken))
    document = replace(sahel(Language.ENGLISH, photos=0, report=report), photos=tuple(broken))
    data = visit_pdf(document)
    assert flat(pages_of(data)[0] + pages_of(data)[-1]).count("The picture can't be shown.") >= 2
    assert verify(data).finding is Finding.SIGNED


def test_files_that_are_no_photos_are_named() -> None:
    report = replace(REPORTS[Language.ENGLISH], attachments=(AttachedFile("server.log", "4" * 64),))
    data = visit_pdf(sahel(Language.ENGLISH, photos=1, report=report))
    assert "Attached files server.log" in flat("".join(pages_of(data)))


def test_an_empty_report_is_a_page_that_says_that_nobody_signed(translators: Translators) -> None:
    document = VisitDocument(VisitReport(), "VR-1", Branch("B"), "C", sahel().zone, language=Language.FRENCH)
    data = visit_pdf(document, translators[Language.FRENCH])
    assert "non signé" in pages_of(data)[0]
    assert verify(data).finding is Finding.UNSIGNED


def test_a_signature_for_something_else_is_refused() -> None:
    document = sahel()
    with pytest.raises(ValueError, match="not for this report"):
        replace(document, report=replace(document.report, work_done="Something else."))
    with pytest.raises(ValueError, match="not for this report"):
        replace(document, revision=2)


def test_a_revision_is_told() -> None:
    assert "VR-0419 · Revision 2" in flat(pages_of(visit_pdf(sahel(Language.ENGLISH, revision=2)))[0])


def test_fonts_are_the_programs_own(translators: Translators) -> None:
    for language in Language:
        file = pypdf.PdfReader(io.BytesIO(visit_pdf(sahel(language, full=True), translators[language])))
        names = {
            str(font.get_object()["/BaseFont"])
            for page in file.pages
            for font in page["/Resources"]["/Font"].values()  # type: ignore[index]
        }
        assert all(name.startswith(("/Print-", "/IBMPlexSansArabic")) for name in names), names


def test_lines_come_in_the_order_in_which_they_were_signed() -> None:
    names = [line.part for line in read_pdf(visit_pdf(sahel(full=True))).lines if line.part[:1].isdigit()]
    numbers = [int(name.partition(".")[0]) for name in names]
    assert all(first <= second for first, second in pairwise(numbers))


@pytest.mark.parametrize("language", list(Language))
def test_ONX_2_what_is_accepted_in_several_lines_has_one_tick(language: Language) -> None:
    many = tuple(f"C-2026-{number:06}" for number in range(30))
    lines = read_pdf(visit_pdf(replace(sahel(language, photos=0), case_numbers=many))).lines
    content = content_of(sahel(language, photos=0).report)
    told = [line for line in lines if line.part == named(next(places(content, "may_close")))]
    assert len(told) > 5
    assert sum(line.told == "✓" for line in lines) == 2
