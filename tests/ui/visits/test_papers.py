"""The preview of a report, and the PDF that is made when a visit is finished (ONX-2)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPdfWriter
from PySide6.QtTest import QTest

from supportdesk.documents.verifying import Finding, verify
from supportdesk.documents.visit_document import Language, Paper
from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import attachments, visit_reports, visits
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.ui import translation
from supportdesk.ui.visits.page import VisitsPage
from supportdesk.ui.visits.preview import PreviewDialog
from supportdesk.workers.paper_press import PaperPress
from tests.documents.sahel import photo
from tests.services.signing import sign, whole_report
from tests.ui.visits.conftest import Day

TEXTS = Path(__file__).resolve().parents[3] / "translations"


class Breaking(PaperPress):
    """A press that fails as often as it is told to."""

    failures = 0

    def keep(self, *args: object) -> object:  # type: ignore[override]
        if self.failures:
            self.failures -= 1
            raise KnownError("The disk is full.", "Nothing was kept.", "Free some space.")
        return super().keep(*args)  # type: ignore[arg-type]


@pytest.fixture
def press(tmp_path: Path) -> Breaking:
    return Breaking(
        FileShelf(tmp_path / "files"),
        lambda language: translation.of_documents(language.value, texts=TEXTS, built=tmp_path / "texts"),
    )


@pytest.fixture
def printed(day: Day, press: Breaking) -> Day:
    """The day with a press."""
    before = day.page
    before.hide()
    day.page = VisitsPage(day.stage, day.stage.cover, press=press)
    day.put_in(day.page)
    before.deleteLater()
    day.page.show()
    day.opened()
    day.begun()
    return day


def signed(day: Day) -> None:
    whole_report(day.world.desk, day.first)
    sign(day.world.desk, day.first)
    day.read_again()


def previewed(day: Day) -> PreviewDialog:
    QTest.mouseClick(day.editor.head.preview, Qt.MouseButton.LeftButton)
    day.settle(lambda: day.editor.papers.dialog is not None)
    dialog = day.editor.papers.dialog
    assert dialog is not None
    day.settle(lambda: bool(dialog.pages.sheets) and all(each.is_drawn for each in dialog.pages.sheets))
    return dialog


def test_ONX_2_finishing_makes_the_pdf_and_attaches_it(printed: Day, press: Breaking) -> None:
    signed(printed)
    printed.editor.finish()
    printed.settle(lambda: bool(printed.view().pdfs))
    (pdf,) = printed.view().pdfs
    assert (pdf.revision, pdf.language) == (1, "en")
    data = press._shelf.bytes_of(printed.world.desk, pdf.sha256)  # noqa: SLF001 - the bytes themselves
    assert data is not None
    assert verify(data).finding is Finding.SIGNED
    printed.settle(printed.editor.paper_line.there.action.isVisible)
    assert "Goes to: the department" in printed.editor.paper_line.there.accessibleName()


def test_ONX_2_a_pdf_that_fails_leaves_the_visit_finished_and_is_made_later(
    printed: Day, press: Breaking
) -> None:
    signed(printed)
    press.failures = 1
    printed.editor.finish()
    printed.settle(printed.editor.paper_line.missing.isVisible)
    assert printed.view().state == "finished"
    assert printed.editor.refusal is not None
    assert "The disk is full." in printed.editor.refusal.accessibleName()
    assert printed.view().pdfs == ()
    printed.editor.paper_line.missing.action.click()
    printed.settle(lambda: bool(printed.view().pdfs) and printed.editor.paper_line.missing.isHidden())
    assert printed.editor.refusal is None


def test_ONX_2_the_pdf_waits_for_a_photo_that_is_on_a_colleagues_computer(
    printed: Day, press: Breaking, tmp_path: Path
) -> None:
    desk, data = printed.world.desk, photo("Server room", 1).picture
    elsewhere = FileShelf(tmp_path / "elsewhere")
    file = elsewhere.keep_bytes(desk, data, "Server room.jpg", "image/jpeg")
    attachments.attach_to_visit(desk, printed.first, file)
    signed(printed)
    printed.editor.finish()
    printed.settle(printed.editor.paper_line.missing.isVisible)
    assert printed.view().state == "finished"
    assert printed.view().pdfs == ()
    assert printed.editor.refusal is not None
    assert "Not on this computer yet: Server room.jpg." in printed.editor.refusal.accessibleName()
    press._shelf.keep_bytes(desk, data, "Server room.jpg", "image/jpeg")  # noqa: SLF001 - fetched at last
    printed.editor.paper_line.missing.action.click()
    printed.settle(lambda: bool(printed.view().pdfs))
    kept = press._shelf.bytes_of(desk, printed.view().pdfs[0].sha256)  # noqa: SLF001
    assert kept is not None
    assert b"/Subtype /Image" in kept


def test_the_preview_shows_what_was_typed_just_before(printed: Day) -> None:
    printed.editor.form.times.received.control.setFocus()
    QTest.keyClicks(printed.editor.form.times.received.control, "Amal")
    dialog = previewed(printed)
    assert dialog.document is not None
    assert dialog.document.report.received_by == "Amal"
    assert dialog.document.sent_at is None
    assert "Nobody has signed it." in dialog.facts.text()


def test_the_first_page_is_shown_before_the_others(printed: Day, press: Breaking) -> None:
    visit_reports.write_report(printed.world.desk, printed.first, work_done="One more line.\n" * 150)
    seen: list[int] = []
    first = PreviewDialog(printed.stage, press, printed.view())
    shown = first.pages.show_pages
    first.pages.show_pages = lambda begin, images: (seen.append(begin), shown(begin, images))  # type: ignore[assignment,method-assign,func-returns-value]
    first.open()
    printed.settle(lambda: len(first.pages.sheets) > 2 and all(each.is_drawn for each in first.pages.sheets))
    assert seen == [1, 2]
    assert first.pages.sheets[2].accessibleName() == f"Page 3 of {len(first.pages.sheets)}"
    first.leave()


def test_another_language_and_paper_are_drawn_anew_and_saved(
    printed: Day, tmp_path: Path, press: Breaking
) -> None:
    signed(printed)
    dialog = previewed(printed)
    dialog.language.choose("ar")
    dialog.paper.choose("letter")
    dialog.read()
    printed.settle(lambda: dialog.document is not None and dialog.document.language is Language.ARABIC)
    assert dialog.document is not None
    assert dialog.document.paper is Paper.LETTER
    place = tmp_path / "out.pdf"
    dialog.save_to(place)
    printed.settle(lambda: any("was saved" in said for said, *_ in printed.stage.said))
    assert verify(place.read_bytes()).finding is Finding.SIGNED


def test_what_can_not_be_saved_is_said_in_the_preview(printed: Day, tmp_path: Path) -> None:
    dialog = previewed(printed)
    dialog.save_to(tmp_path / "nowhere" / "out.pdf")
    printed.settle(lambda: dialog._refusal is not None)  # noqa: SLF001 - what is said
    assert dialog.isVisible()


def test_the_pages_are_printed_as_they_are_shown(printed: Day, press: Breaking, tmp_path: Path) -> None:
    dialog = previewed(printed)
    assert dialog.document is not None
    place = tmp_path / "printed.pdf"
    writer = QPdfWriter(str(place))
    press.print(printed.world.desk, dialog.document, writer)
    del writer
    assert place.read_bytes().startswith(b"%PDF")


@pytest.mark.qt_log_level_fail("CRITICAL")
def test_a_printer_that_takes_nothing_is_said(printed: Day, press: Breaking, tmp_path: Path) -> None:
    document = press.document(printed.world.desk, printed.first)
    nowhere = QPdfWriter(str(tmp_path / "no" / "printed.pdf"))
    with pytest.raises(KnownError, match="took nothing"):
        press.print(printed.world.desk, document, nowhere)


def test_the_keyboard_scrolls_zooms_and_leaves_the_preview(printed: Day) -> None:
    dialog = previewed(printed)
    before = dialog.pages.sheets[0].width()
    dialog._zoomed(2.0)  # noqa: SLF001 - as the row of sizes does
    assert dialog.pages.sheets[0].width() > before
    bar = dialog._scroll().verticalScrollBar()  # noqa: SLF001
    printed.settle(lambda: bar.maximum() > 0)
    QTest.keyClick(dialog, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert printed.editor.papers.dialog is None


def test_ONX_2_a_revision_shows_what_was_changed(printed: Day) -> None:
    signed(printed)
    visit_reports.finish(printed.world.desk, printed.first)
    visit_reports.revise_report(printed.world.desk, printed.first, "Forgotten.")
    visit_reports.write_report(printed.world.desk, printed.first, work_done="Rebuilt the index twice.")
    printed.read_again()
    assert printed.editor.changes.told == (("Work done", "Rebuilt the index.", "Rebuilt the index twice."),)
    assert not printed.editor.changes.isHidden()


def test_somebody_elses_report_offers_no_making(printed: Day) -> None:
    signed(printed)
    visit_reports.finish(printed.world.desk, printed.first)
    view = replace(printed.view(), finished_by=printed.first)
    printed.editor.papers.show_visit(view)
    assert printed.editor.paper_line.missing.isHidden()
    assert "has not come yet" in printed.editor.paper_line.there.accessibleName()


def test_without_a_press_there_is_no_preview(day: Day) -> None:
    visits.arrive(day.world.desk, day.first)
    assert day.editor.head.preview.isHidden()


def test_the_person_chooses_the_printer_before_anything_is_printed(printed: Day) -> None:
    dialog = previewed(printed)
    QTest.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert dialog._printing is not None  # noqa: SLF001 - the system's own dialog
    _printer, chooser = dialog._printing  # noqa: SLF001
    assert chooser.isVisible()
    chooser.reject()
