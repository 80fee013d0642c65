"""Arabic letters can be copied from the PDF and checked, however the font draws them together."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from PySide6.QtGui import QTextLayout

from supportdesk.documents import faces
from supportdesk.documents.glyph_tables import read_table, set_right
from supportdesk.documents.printable import printable
from supportdesk.documents.verifying import Finding, verify
from supportdesk.documents.visit_document import Language
from supportdesk.documents.visit_pdf import visit_pdf
from tests.documents.sahel import REPORTS, sahel
from tests.documents.test_visit_pdf import flat, pages_of

LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءآأإؤئ"
_BMP = [chr(each) for each in range(1, 0x10000) if not 0xD800 <= each < 0xE000]


def together(count: int) -> Iterator[str]:
    """All letters together, alone and inside a word."""
    for several in map("".join, product(LETTERS, repeat=count)):
        yield several
        yield f"ب{several}ب"


@pytest.mark.parametrize("role", [faces.BODY, faces.VALUE, faces.HEADING])
def test_no_letters_are_drawn_by_a_glyph_that_no_character_leads_to(role: faces.Role) -> None:
    layout = QTextLayout("", faces.font(role, joined=True))
    named: dict[str, set[int]] = {}
    for text in (*together(2), *together(3)):
        layout.setText(text)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        for run in line.glyphRuns():
            font = run.rawFont()
            known = named.setdefault(font.familyName(), set())
            if not known:
                known.update(glyph for each in _BMP for glyph in font.glyphIndexesForString(each))
            assert known.issuperset(run.glyphIndexes()), text


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.ARABIC])
def test_any_two_letters_together_are_read_back_as_signed(language: Language) -> None:
    texts = list(together(2))
    for at in range(0, len(texts), 400):
        report = replace(REPORTS[language], work_done="\n".join(texts[at : at + 400]))
        verdict = verify(visit_pdf(sahel(language, report=report, photos=0)))
        assert verdict.finding is Finding.SIGNED, verdict.differences


def test_words_with_such_letters_are_copied_as_they_were_written() -> None:
    written = "فئة بئر شئ فرع شارع خارج فارغ شرح مسزل صز"
    report = replace(REPORTS[Language.ARABIC], work_done=written)
    (text,) = pages_of(visit_pdf(sahel(Language.ARABIC, report=report, photos=0)))
    assert written in flat(text)


def test_what_is_typed_for_private_use_draws_nobodys_letters() -> None:
    typed = "".join(map(chr, faces.letters()))
    assert set(printable(typed)) == {"?"}
    report = replace(REPORTS[Language.ENGLISH], work_done=f"a {typed[:40]} b")
    data = visit_pdf(sahel(Language.ENGLISH, report=report, photos=0))
    assert f"a {'?' * 40} b" in flat(pages_of(data)[0])
    assert verify(data).finding is Finding.SIGNED


def test_every_entry_of_a_table_is_set_right_whatever_its_form() -> None:
    one_by_one = b"".join(b"<%04X> <%04X> <0041>\n" % (each, each) for each in range(0x100, 0x200))
    table = (
        b"begincmap\n100 beginbfrange\n<0001> <0003> <E001>\n<0004> <0005> [<0009> <FEFB> ]\nendbfrange\n"
        b"256 beginbfrange\n" + one_by_one + b"endbfrange\nendcmap\n"
    )
    right = set_right(table, {0xE001: "ر", 0xE003: "ز"})
    read = read_table(right)
    assert [read[each] for each in (b"0001", b"0002", b"0003", b"0004", b"0005")] == [
        "ر",
        "\ue002",
        "ز",
        " ",
        "ﻻ",
    ]
    assert len(read) == 5 + 256
    assert right.startswith(b"begincmap\n100 beginbfchar\n<0001> <0631>\n")
    assert right.endswith(b"<01FF> <0041>\nendbfchar\nendcmap\n")
    assert right.count(b"beginbfchar") == 3
