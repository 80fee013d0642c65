"""Whether a report is what was signed: every verdict, where it differs, and that no bytes at all break it."""

import io
import json
import random
import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf.generic import NameObject
from PySide6.QtGui import QGuiApplication

from supportdesk.documents import visit_pdf as making
from supportdesk.documents.finishing import SEAL, seal_of
from supportdesk.documents.printable import agree, printable
from supportdesk.documents.signed_copy import FILE_NAME, write_copy
from supportdesk.documents.verifying import Finding, Verdict, verify
from supportdesk.documents.visit_document import Language, VisitDocument
from supportdesk.documents.visit_pdf import visit_pdf
from supportdesk.rules.cases.visit_content import content_of, fingerprint, read_content
from tests.documents.sahel import REPORTS, sahel, signed


@pytest.fixture(scope="module")
def document(qapp: QGuiApplication) -> VisitDocument:
    return sahel(Language.FRENCH, full=True, photos=2)


@pytest.fixture(scope="module")
def report(document: VisitDocument) -> bytes:
    return visit_pdf(document)


def copy_in(data: bytes) -> bytes:
    return pypdf.PdfReader(io.BytesIO(data)).attachments[FILE_NAME][0]


def changed_copy(data: bytes, change: Callable[[dict[str, Any]], object]) -> bytes:
    plain = json.loads(copy_in(data))
    change(plain)
    return json.dumps(plain).encode()


def rewritten(data: bytes, change: Callable[[pypdf.PdfWriter], None]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def page_content(writer: pypdf.PdfWriter, page: int = 0) -> Any:  # noqa: ANN401 - pypdf's objects are loosely typed
    return writer.pages[page][NameObject("/Contents")].get_object()


def places(verdict: Verdict) -> list[tuple[str, int]]:
    return [(each.part, each.line) for each in verdict.differences]


def test_a_report_and_its_copy_alone_are_as_signed(report: bytes, document: VisitDocument) -> None:
    for data in (report, copy_in(report)):
        verdict = verify(data)
        assert verdict.finding is Finding.SIGNED
        assert verdict.copy is not None
        assert verdict.copy.number == "VR-0419"
        assert verdict.copy.told == fingerprint(content_of(document.report))
        assert verdict.copy.signature == document.signature


def test_every_signed_line_that_is_changed_in_the_copy_is_found(report: bytes) -> None:
    lines = json.loads(copy_in(report))["content"]
    for number, (part, text, _) in enumerate(lines):
        plain = json.loads(copy_in(report))
        plain["content"][number][1] = text + "x"
        data = json.dumps(plain).encode()
        verdict = verify(data)
        assert verdict.finding is Finding.CHANGED
        line = sum(each[0] == part for each in lines[: number + 1])
        assert places(verdict) == [(part, line)]
        assert verdict.differences[0].after == text + "x"


def test_a_changed_line_of_the_copy_is_told_with_what_is_printed(report: bytes) -> None:
    data = report.replace(b"214 Go libres", b"999 Go libres")
    verdict = verify(data)
    assert verdict.finding is Finding.CHANGED
    (difference,) = verdict.differences
    assert (difference.part, difference.line) == ("performance", 2)
    assert "999 Go" in str(difference.before)
    assert difference.after == "214 Go libres"


def test_new_checks_do_not_help_without_a_new_fingerprint(report: bytes) -> None:
    plain = json.loads(copy_in(report))
    other = json.loads(copy_in(visit_pdf(sahel(Language.FRENCH, photos=2))))
    plain["content"] = other["content"]
    verdict = verify(json.dumps(plain).encode())
    assert verdict.finding is Finding.CHANGED
    assert ("fingerprint", 0) in places(verdict)


@pytest.mark.parametrize("language", list(Language))
def test_pages_that_say_something_else_than_the_copy_are_found_line_by_line(
    language: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sahel(language, full=True, photos=1)
    old = REPORTS[language]
    pairs = {
        "work_done": "Other work 11.",
        "recommendations": old.recommendations.replace("2019", "2016"),
        "client_suggestions": "None.",
        "problems": "Nothing.",
        "received_by": "Somebody Else",
        "performance": (replace(old.performance[0], remark="never"), *old.performance[1:]),
        "spare_parts": (replace(old.spare_parts[0], name="Another"),),
    }
    with monkeypatch.context() as patched:
        patched.setattr(making, "write_copy", lambda _document, shown: write_copy(before, shown))
        for part, value in pairs.items():
            changes: dict[str, Any] = {part: value}
            after = signed(replace(before, report=replace(before.report, **changes), signature=None))
            verdict = verify(visit_pdf(after))
            assert verdict.finding is Finding.CHANGED, part
            assert part in {each.part for each in verdict.differences}


def test_glyphs_that_disagree_with_what_the_file_says_of_them_are_found(report: bytes) -> None:
    def swap(writer: pypdf.PdfWriter) -> None:
        contents = page_content(writer)
        data = contents.get_data()
        line = re.search(rb"SDPart \(8\.name\)[^>]*>> BDC.*?EMC", data, re.DOTALL)
        assert line
        first, second = re.findall(rb"<\w{4}> Tj", line[0])[:2]
        turned = line[0].replace(first, b"#", 1).replace(second, first, 1).replace(b"#", second, 1)
        contents.set_data(data.replace(line[0], turned))

    verdict = verify(rewritten(report, swap))
    assert verdict.finding is Finding.CHANGED
    assert places(verdict) == [("performance", 2)]
    assert "sEpace" in str(verdict.differences[0].after)


def test_text_laid_over_a_page_is_found(report: bytes) -> None:
    for strange in (
        b"BT /F11 90 Tf (over) Tj ET\n",
        b"BT\n/F1 90 Tf 1 0 0 -1 0 0 Tm\n0 0 Td <0001> Tj\nET\n",
    ):

        def add(writer: pypdf.PdfWriter, strange: bytes = strange) -> None:
            contents = page_content(writer)
            contents.set_data(contents.get_data() + strange)

        verdict = verify(rewritten(report, add))
        assert verdict.finding is Finding.CHANGED
        assert places(verdict) == [("the page", 0)]


def test_a_line_that_is_gone_is_missing(report: bytes) -> None:
    def drop(writer: pypdf.PdfWriter) -> None:
        contents = page_content(writer)
        data = re.sub(
            rb"/Span <<[^>]*>[^>]*SDPart \(7\.name\)[^>]*>> BDC.*?EMC\n",
            b"",
            contents.get_data(),
            flags=re.DOTALL,
        )
        contents.set_data(data)

    verdict = verify(rewritten(report, drop))
    assert verdict.finding is Finding.INCOMPLETE
    assert verdict.missing == ("performance",)


def test_a_report_without_its_copy_is_incomplete(report: bytes) -> None:
    def drop(writer: pypdf.PdfWriter) -> None:
        del writer.root_object[NameObject("/Names")]

    verdict = verify(rewritten(report, drop))
    assert verdict.finding is Finding.INCOMPLETE
    assert verdict.missing == (FILE_NAME,)


def test_saved_again_by_another_program_it_still_is_what_was_signed_but_not_untouched(report: bytes) -> None:
    assert (
        verify(rewritten(report, lambda writer: writer.add_metadata({"/Note": "x"}))).finding
        is Finding.TOUCHED
    )


def test_without_a_signature_it_says_so(document: VisitDocument) -> None:
    assert verify(visit_pdf(replace(document, signature=None))).finding is Finding.UNSIGNED


def test_a_changed_signer_is_found(report: bytes) -> None:
    data = changed_copy(report, lambda plain: plain["signature"].__setitem__("name", "Somebody Else"))
    assert places(verify(data)) == [("signature", 0)]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"{}",
        b"[]",
        b"{" * 100_000,
        b'{"a":' * 50_000,
        b"%PDF-1.4\n",
        b"%PDF-" + bytes(5_000),
        b"\xff" * 999,
    ],
)
def test_what_is_none_of_ours_is_told(data: bytes) -> None:
    assert verify(data).finding is Finding.NOT_OURS


def test_a_pdf_of_somebody_else_is_none_of_ours() -> None:
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    out = io.BytesIO()
    writer.write(out)
    assert verify(out.getvalue()).finding is Finding.NOT_OURS


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain.pop("content"),
        lambda plain: plain.update(content=7),
        lambda plain: plain.update(content=[["a", "b"]]),
        lambda plain: plain.update(content=[["a", 1, "c"]]),
        lambda plain: plain.update(signature=[]),
        lambda plain: plain.update(signature="x"),
        lambda plain: plain["signature"].update(strokes=[[[1, 2]]]),
        lambda plain: plain["signature"].update(at="2026"),
        lambda plain: plain.update(revision="1"),
        lambda plain: plain.update(shown={"a": 1}),
        lambda plain: plain.update(content=[["a", "\ud800", "c"]]),
    ],
)
def test_a_copy_that_can_not_be_read_is_damaged(
    report: bytes, change: Callable[[dict[str, Any]], object]
) -> None:
    assert verify(changed_copy(report, change)).finding is Finding.DAMAGED


def test_a_report_may_hold_the_words_of_its_seal(document: VisitDocument) -> None:
    words = f"/SDSeal ({'0' * 64}) and /SDSeal ({'a' * 64})"
    written = signed(replace(document, report=replace(document.report, work_done=words), signature=None))
    verdict = verify(visit_pdf(written))
    assert verdict.finding is Finding.SIGNED
    assert verdict.copy is not None
    assert words in {line.text for line in verdict.copy.content}


def test_no_changed_byte_passes_for_what_was_signed(report: bytes) -> None:
    picked = random.Random(7)
    begin = report.index(b'"content"')
    places_to_try = {*picked.sample(range(len(report)), 80), *picked.sample(range(begin, begin + 4_000), 40)}
    for at in sorted(places_to_try):
        data = bytearray(report)
        data[at] ^= 1 << picked.randrange(8)
        assert verify(bytes(data)).finding is not Finding.SIGNED, at


def test_no_cut_report_passes_for_what_was_signed(report: bytes) -> None:
    for length in range(0, len(report) - 1, len(report) // 40):
        assert verify(report[:length]).finding is not Finding.SIGNED


@given(st.binary(max_size=3_000))
def test_no_bytes_break_it(data: bytes) -> None:
    for whole in (data, b"%PDF-1.4\n" + data, b"{" + data):
        assert verify(whole).finding in {Finding.NOT_OURS, Finding.DAMAGED}


def test_a_copy_of_many_lines_is_judged_soon(report: bytes) -> None:
    data = changed_copy(report, lambda plain: plain.update(content=[["problems", "a", ""]] * 60_000))
    assert len(verify(data).differences) == 60_000


def test_the_seal_covers_the_whole_file(report: bytes) -> None:
    found = SEAL.findall(report)
    assert [each.decode() for each in found] == [seal_of(report)]


def test_letters_are_compared_by_what_is_seen() -> None:
    assert agree("Bon", "Bon")
    assert agree("Bon □", "Bon □□")
    assert not agree("Bon □", "Bon")
    assert agree("ﻊﻴﻤﺟ48", "عيمج 48")
    assert not agree("Bno", "Bon")
    assert printable("a\tb\u202e\x00") == "a b??"
    assert read_content([["a", "b"]])
