"""Glyphs that draw something else than the file says, text that is not on the page itself, endless tables (ONX-2)."""

import io
import re
import string
import time
from collections.abc import Callable
from typing import Any

import pypdf
import pytest
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, NumberObject
from PySide6.QtGui import QRawFont

from supportdesk.documents import faces
from supportdesk.documents.finishing import SEAL, seal_of
from supportdesk.documents.glyph_tables import UnreadablePdfError, read_table
from supportdesk.documents.own_glyphs import of_our_own
from supportdesk.documents.printed_text import read_pdf
from supportdesk.documents.verifying import Finding, verify
from supportdesk.documents.visit_document import Language
from supportdesk.documents.visit_pdf import visit_pdf
from tests.documents.sahel import sahel
from tests.documents.test_verifying import page_content, rewritten

Change = Callable[[pypdf.PdfWriter], None]


@pytest.fixture(scope="module")
def report(qapp: object) -> bytes:
    return visit_pdf(sahel(Language.ENGLISH, photos=1))


def sealed_again(data: bytes) -> bytes:
    return SEAL.sub(b"/SDSeal (" + seal_of(data).encode() + b")", data)


def stream(data: bytes) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(data)
    return made


def fonts_of(page: Any) -> Any:  # noqa: ANN401 - pypdf's objects are loosely typed
    return page["/Resources"]["/Font"].get_object()


def embedded(pdf: bytes) -> list[tuple[str, bytes, bytes]]:
    """The name, the outlines and the table of each font of a file's first page."""
    found = []
    for each in fonts_of(pypdf.PdfReader(io.BytesIO(pdf)).pages[0]).values():
        font = each.get_object()
        outlines = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]["/FontFile2"]
        found.append(
            (str(font["/BaseFont"])[1:], outlines.get_object().get_data(), font["/ToUnicode"].get_data())
        )
    return found


@pytest.mark.parametrize("language", list(Language))
def test_all_glyphs_of_our_own_reports_are_known_again(language: Language) -> None:
    fonts = embedded(visit_pdf(sahel(language, photos=1, full=True)))
    names = {name for name, _, _ in fonts}
    assert {"Print-Regular", "Print-Medium", "Print-SemiBold"} <= names
    assert ("IBMPlexSansArabic-Regular" in names) is (language is Language.ARABIC)
    for name, outlines, table in fonts:
        read = dict(read_table(table))
        left = of_our_own(name, outlines, read)
        # The box for what no font has is no character.
        assert left == read


def test_a_glyph_is_what_it_looks_like_whatever_the_file_says(report: bytes) -> None:
    name, outlines, table = next(each for each in embedded(report) if each[0] == "Print-Regular")
    read = {glyph: text for glyph, text in read_table(table).items() if text.isdecimal() or text in "OIlo"}
    assert len(read) > 8
    for glyph, text in read.items():
        taken = {
            each
            for each in string.digits + "OIlo"
            if each in of_our_own(name, outlines, {glyph: each}).values()
        }
        assert not of_our_own(name, outlines, {glyph: text * 2})
        # These two are drawn alike, nearly.
        assert {text} <= taken <= ({"l", "I"} if text in "lI" else {text})


def test_ONX_2_figures_drawn_by_fonts_that_say_otherwise_are_found(report: bytes) -> None:
    def nines_for_other_digits(writer: pypdf.PdfWriter) -> None:
        fonts = fonts_of(writer.pages[0])
        for reference in fonts.values():
            font = reference.get_object()
            table = font["/ToUnicode"].get_object()
            lines = table.get_data()
            nine = next((glyph for glyph, text in read_table(lines).items() if text == "9"), None)
            if nine is not None:
                table.set_data(lines.replace(b"<%s> <0039>" % nine, b"<%s> <0032>" % nine))

    verdict = verify(sealed_again(rewritten(report, nines_for_other_digits)))
    assert verdict.finding is Finding.CHANGED
    assert any("□" in str(each.after) for each in verdict.differences)


def test_a_font_that_draws_by_numbers_of_its_own_is_not_ours(report: bytes) -> None:
    def turned(writer: pypdf.PdfWriter) -> None:
        for reference in fonts_of(writer.pages[0]).values():
            reference.get_object()["/DescendantFonts"][0].get_object()[NameObject("/CIDToGIDMap")] = (
                writer._add_object(stream(bytes(range(200))))  # noqa: SLF001 - there is no other way
            )

    assert verify(rewritten(report, turned)).finding is Finding.CHANGED


def test_two_fonts_that_stand_on_the_page_itself_are_told_apart(report: bytes) -> None:
    def both_on_the_page(writer: pypdf.PdfWriter) -> None:
        fonts = fonts_of(writer.pages[0])
        for name in list(fonts):
            fonts[NameObject(name)] = DictionaryObject(fonts[name].get_object())

    assert verify(rewritten(report, both_on_the_page)).finding is Finding.TOUCHED


def resources_of(writer: pypdf.PdfWriter) -> Any:  # noqa: ANN401 - pypdf's objects are loosely typed
    return writer.pages[0]["/Resources"]


def a_form(writer: pypdf.PdfWriter, kind: str) -> Any:  # noqa: ANN401 - pypdf's objects are loosely typed
    form = stream(b"1 1 1 rg 0 0 400 60 re f 0 g BT /H 14 Tf 5 25 Td (All is free of charge.) Tj ET")
    box = ArrayObject(NumberObject(each) for each in (0, 0, 400, 60))
    form.update({NameObject("/Subtype"): NameObject(kind), NameObject("/BBox"): box})
    return writer._add_object(form)  # noqa: SLF001 - there is no other way


def over_the_page(writer: pypdf.PdfWriter) -> None:
    resources_of(writer)["/XObject"][NameObject("/Over")] = a_form(writer, "/Form")
    page_content(writer).set_data(page_content(writer).get_data() + b"\nq 1 0 0 1 60 380 cm /Over Do Q\n")


def in_a_pattern(writer: pypdf.PdfWriter) -> None:
    resources_of(writer)["/Pattern"][NameObject("/P")] = a_form(writer, "/Pattern")


def in_a_note(writer: pypdf.PdfWriter) -> None:
    writer.pages[0][NameObject("/Annots")] = ArrayObject([DictionaryObject()])


def appended(added: bytes) -> Change:
    def change(writer: pypdf.PdfWriter) -> None:
        page_content(writer).set_data(page_content(writer).get_data() + added)

    return change


def another_font_unseen(writer: pypdf.PdfWriter) -> None:
    data = page_content(writer).get_data()
    page_content(writer).set_data(re.sub(rb"(Tf 1 0 0 -1 0 0 Tm\n)", rb"\1/F12 180 Tf\n", data, count=1))


@pytest.mark.parametrize(
    "change",
    [
        over_the_page,
        in_a_pattern,
        in_a_note,
        another_font_unseen,
        appended(b"% /F11 225 Tf 1 0 0 -1 0 0 Tm\n"),
        appended(b"BI /W 1 ID x EI\n"),
    ],
)
def test_ONX_2_what_may_show_text_of_its_own_is_strange(report: bytes, change: Change) -> None:
    assert verify(rewritten(report, lambda _: None)).finding is Finding.TOUCHED
    verdict = verify(rewritten(report, change))
    assert verdict.finding is Finding.CHANGED
    assert "the page" in {each.part for each in verdict.differences}


# ---------------------------------------------------------------- endless


def hostile(table: bytes, page: bytes = b"") -> bytes:
    writer = pypdf.PdfWriter()
    blank = writer.add_blank_page(100, 100)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type0"),
            NameObject("/Encoding"): NameObject("/Identity-H"),
            NameObject("/BaseFont"): NameObject("/Print-Regular"),
            NameObject("/ToUnicode"): writer._add_object(stream(table).flate_encode()),  # noqa: SLF001
            NameObject("/DescendantFonts"): ArrayObject(
                [
                    DictionaryObject(
                        {
                            NameObject("/CIDToGIDMap"): NameObject("/Identity"),
                            NameObject("/FontDescriptor"): DictionaryObject(),
                        }
                    )
                ]
            ),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): font} if table else {})
    blank[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    blank[NameObject("/Contents")] = writer._add_object(stream(page).flate_encode())  # noqa: SLF001
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        hostile(b"1 beginbfchar\n" * 40_000),
        hostile(b"1 beginbfchar\n" * 14_000),
        hostile(b"9 beginbfrange\n" + b"<0000> <FFFF> <0041>\n" * 1_000_000 + b"endbfrange\n"),
        hostile(b"9 beginbfrange\n" + b"<0000> <FFFF> <0041>\n" * 9_000 + b"endbfrange\n"),
        hostile(b"9 beginbfrange\n" + b"<0000> <0001> [" * 13_000 + b"endbfrange\n"),
        hostile(b"", b"1" * 2_000_000),
        hostile(b"", b"/F1 " + b"1" * 2_000_000),
    ],
)
def test_a_small_file_keeps_nobody_waiting(data: bytes) -> None:
    begun = time.process_time()
    assert verify(data).finding is Finding.NOT_OURS
    assert time.process_time() - begun < 5


def test_a_table_beyond_all_measure_is_refused() -> None:
    with pytest.raises(UnreadablePdfError, match="too long"):
        read_table(bytes(200_001))
    ranges = b"".join(b"<%04X> <%04X> <0041>\n" % (256 * each, 256 * each + 300) for each in range(4))
    read = read_table(b"4 beginbfrange\n" + ranges + b"endbfrange\n")
    assert len(read) == 4 * 256
    with pytest.raises(UnreadablePdfError):
        read_pdf(hostile(b"1 beginbfchar\n" * 40_000))


def test_a_font_of_more_than_outlines_is_none_of_ours(report: bytes) -> None:
    name, outlines, table = embedded(report)[0]
    read = read_table(table)
    assert of_our_own(name, outlines, read)
    assert not of_our_own(name, outlines.replace(b"OS/2", b"fpgm", 1), read)
    assert not of_our_own(name, outlines + bytes(2_000_000), read)
    # A glyph that is made of others says so in the sign of its first number.
    at = int.from_bytes(outlines[outlines.index(b"glyf") + 8 :][:4], "big")
    assert not of_our_own(name, outlines[:at] + b"\xff\xff" + outlines[at + 2 :], read)
    assert {each.weight() for each in map(QRawFont.fromFont, faces.of_name(name, 100))} == {400, 500, 600}
