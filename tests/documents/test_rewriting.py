"""What stands on paper is compared letter by letter in its order, also where directions and fonts meet (ONX-2)."""

import re
from dataclasses import replace

import pypdf
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication

from supportdesk.documents import rewriting
from supportdesk.documents import visit_pdf as making
from supportdesk.documents.finishing import Label, finish
from supportdesk.documents.sheet import Mark
from supportdesk.documents.signed_copy import write_copy
from supportdesk.documents.verifying import Finding, verify
from supportdesk.documents.visit_document import Language
from supportdesk.documents.visit_pdf import visit_pdf
from tests.documents.sahel import REPORTS, sahel
from tests.documents.test_verifying import page_content, places, rewritten


@pytest.fixture(scope="module")
def report(qapp: QGuiApplication) -> bytes:
    return visit_pdf(sahel(Language.FRENCH, full=True, photos=0))


_WRITTEN = st.text(
    st.one_of(
        st.characters(min_codepoint=32, max_codepoint=0x24F),
        st.sampled_from("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءآأإؤئ ،؛؟0123456789.-–’“”…"),
        st.sampled_from("پچژگیک\u064e\u0651\u0640\u200c\u200d٠١٩۰אבДжΩé\u0301€→✓⚠\ufe0f😀日 "),
        st.characters(exclude_categories=["Cs"]),
    ),
    min_size=1,
    max_size=300,
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(
    work="The Donau\u00addampf\u00adschiff" + "fahrts\u00ad" * 40, name="\u00ad", language=Language.ENGLISH
)
@example(work="\u061b 0A \u00b2\u00bc\u0621", name="A0\u061b0.5A", language=Language.ENGLISH)
@example(work="0" * 29 + ":\u0624", name="0", language=Language.ENGLISH)
@example(work="\u00ad\u00ad", name="Mona\u00ad", language=Language.ARABIC)
@given(work=_WRITTEN, name=_WRITTEN, language=st.sampled_from(list(Language)))
def test_whatever_is_written_is_read_back_as_signed(work: str, name: str, language: Language) -> None:
    base = REPORTS[language]
    written = replace(
        base,
        work_done=work,
        received_by=name,
        performance=(replace(base.performance[0], name=name, remark=work),),
    )
    verdict = verify(visit_pdf(sahel(language, report=written, photos=0)))
    assert verdict.finding is Finding.SIGNED, (verdict.differences, verdict.missing)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize(
    "text", ["بتاريخ 2026-11-24 انتهى", "هاتف +967-1-234567", "رقم 5% و10.5 و14:02", "ب 3° x 7, 8"]
)
def test_numbers_after_arabic_are_read_back_as_signed(text: str, language: Language) -> None:
    written = replace(REPORTS[language], work_done=text, received_by=text)
    verdict = verify(visit_pdf(sahel(language, report=written, photos=0)))
    assert verdict.finding is Finding.SIGNED, (verdict.differences, verdict.missing)


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.ARABIC])
@pytest.mark.parametrize(
    ("signed_text", "seen"),
    [
        ("بتاريخ 2026-11-24", "بتاريخ 2026-24-11"),
        ("بتاريخ 2026-11-24", "بتاريخ 24-11-2026"),
        ("تم الدفع لا الإلغاء", "تم الإلغاء لا الدفع"),
        ("تم الدفع", "تم الدفغ"),
        ("المبلغ و10.5", "المبلغ و15.0"),
        ("رقم 0AB ¼ ب", "رقم 0BA ¼ ب"),
        ("رقم 12 و34", "رقم 34 و12"),
        ("from بيت to مدرسة", "from مدرسة to بيت"),
        ("(ب", ")ب"),
    ],
)
def test_the_order_of_letters_and_words_is_compared_also_where_directions_meet(
    signed_text: str, seen: str, language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lie(written: bytes, marks: list[Mark], label: Label, attached: dict[str, bytes]) -> bytes:
        said = [replace(each, laid=each.laid.replace(seen, signed_text)) for each in marks]
        return finish(written, said, label, attached)

    before = sahel(language, report=replace(REPORTS[language], work_done=signed_text), photos=0)
    after = sahel(language, report=replace(REPORTS[language], work_done=seen), photos=0)
    monkeypatch.setattr(making, "write_copy", lambda _document, shown: write_copy(before, shown))
    monkeypatch.setattr(making, "finish", lie)
    verdict = verify(visit_pdf(after))
    assert verdict.finding is Finding.CHANGED
    assert places(verdict) == [("work_done", 1)]


def laid_otherwise(report: bytes, laid: str, row: str) -> bytes:
    """The report with another text for the glyphs of every line."""

    def change(writer: pypdf.PdfWriter) -> None:
        text = laid.encode("utf-16-be", "surrogatepass").hex().upper().encode()
        for page in range(len(writer.pages)):
            contents = page_content(writer, page)
            pattern = rb"<FEFF[0-9A-F]*> (/SDPart \([^)]*\) /SDRow) \(\w+\)>>"
            told = rb"<FEFF%s> \1 (%s)>>" % (text, row.encode())
            contents.set_data(re.sub(pattern, told, contents.get_data()))

    return rewritten(report, change)


@pytest.mark.parametrize("row", ["l1", "r1", "r999999999"])
@pytest.mark.parametrize(
    "laid",
    [
        "",
        "ب",
        "ب" * 30_000,
        "ب\u2028" * 50,
        "\u0301" * 9_000,
        "\u202e\u2067ب",
        "😀" * 5_000,
        "\ud800\0ب",
        "👨\u200d👩" * 900,
    ],
    ids=range(9),
)
def test_no_text_that_a_file_claims_for_its_glyphs_breaks_it(report: bytes, laid: str, row: str) -> None:
    data = laid_otherwise(report, laid, row)
    assert verify(data).finding in {Finding.CHANGED, Finding.DAMAGED}


def test_no_end_of_text_is_not_written_anew(report: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rewriting, "_IN_ALL", 100)
    verdict = verify(laid_otherwise(report, "ب" * 101, "r1"))
    assert verdict.finding is Finding.DAMAGED
    assert "too much" in verdict.why
