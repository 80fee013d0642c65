"""Files given to what is being written: dropped, pasted, refused, and kept with the text they were meant for."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest

from supportdesk.services.cases import replies
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.queries import details
from supportdesk.services.views import DraftKind
from supportdesk.ui.case_detail.composer_sheets import WrittenSheet
from supportdesk.ui.files.preview import Preview
from tests.ui.case_detail.case_stage import Pane, Until, dropped, of_files, written


def files_of(pane: Pane, kind: DraftKind) -> tuple[NewFile, ...]:
    sheet = pane.view.composer.sheets[kind]
    assert isinstance(sheet, WrittenSheet)
    return sheet.files.files()


def test_files_are_dropped_on_the_text_and_around_it(pane: Pane, tmp_path: Path, settle: Until) -> None:
    composer = pane.view.composer
    composer.open(DraftKind.REPLY)
    dropped(composer, of_files(written(tmp_path, "one.csv")))
    dropped(composer.reply.editor.viewport(), of_files(written(tmp_path, "two.csv")))
    settle(lambda: [file.name for file in files_of(pane, DraftKind.REPLY)] == ["one.csv", "two.csv"])
    assert composer.reply.text() == ""


def test_what_was_copied_is_pasted_as_a_file_and_a_text_as_a_text(
    pane: Pane, tmp_path: Path, settle: Until
) -> None:
    composer, clipboard = pane.view.composer, QGuiApplication.clipboard()
    composer.open(DraftKind.NOTE)
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("orange"))
    clipboard.setImage(image)
    QTest.keyClick(composer.sheet.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(lambda: [file.name for file in files_of(pane, DraftKind.NOTE)] == ["Pasted picture.png"])
    clipboard.setMimeData(of_files(written(tmp_path, "list.csv")))
    QTest.keyClick(composer.sheet.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(lambda: len(files_of(pane, DraftKind.NOTE)) == 2)
    both = QMimeData()
    both.setText("Posting stops")
    both.setImageData(image)
    clipboard.setMimeData(both)
    QTest.keyClick(composer.sheet.editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert composer.sheet.text() == "Posting stops"
    assert len(files_of(pane, DraftKind.NOTE)) == 2
    clipboard.clear()


def test_a_file_meant_for_a_note_never_goes_with_the_reply(pane: Pane, tmp_path: Path, settle: Until) -> None:
    composer = pane.view.composer
    composer.open(DraftKind.NOTE)
    dropped(composer, of_files(written(tmp_path, "internal.csv")))
    composer.open(DraftKind.REPLY)
    settle(lambda: bool(files_of(pane, DraftKind.NOTE)))
    assert files_of(pane, DraftKind.REPLY) == ()


def test_what_is_no_file_is_refused_and_the_others_are_kept(
    pane: Pane, tmp_path: Path, settle: Until
) -> None:
    composer, folder = pane.view.composer, tmp_path / "folder"
    folder.mkdir()
    composer.open(DraftKind.REPLY)
    strange = [folder, written(tmp_path, "empty.csv", b""), tmp_path / "gone.csv"]
    dropped(composer, of_files(*strange, written(tmp_path, "whole.csv")))
    settle(lambda: [file.name for file in files_of(pane, DraftKind.REPLY)] == ["whole.csv"])
    told = [refused.what for refused in pane.stage.refused]
    for words, what in zip(("is a folder", "is empty", "could not be read"), told, strict=True):
        assert words in what
    dropped(composer, of_files(*(folder / str(number) for number in range(500))))
    assert pane.stage.refused[-1].what == "These are 500 files."
    assert len(files_of(pane, DraftKind.REPLY)) == 1


def test_a_call_takes_no_files(pane: Pane, tmp_path: Path) -> None:
    composer = pane.view.composer
    composer.open(DraftKind.CALL)
    dropped(composer, of_files(written(tmp_path, "a.csv")))
    assert files_of(pane, DraftKind.REPLY) == ()


def test_a_chip_shows_a_text_or_picture_and_says_what_runs(pane: Pane, tmp_path: Path, settle: Until) -> None:
    shelf = FileShelf(tmp_path / "files")
    names = {
        "log.txt": b"09:12 failed\n",
        "run.sh": b"#!/bin/sh\nrm -rf /\n",
        "wrong.png": b"\x89PNG\r\n\x1a\n" + bytes(40),
    }
    kept = [shelf.keep(pane.world.desk, written(tmp_path, name, content)) for name, content in names.items()]
    pane.stage.session.do(replies.note, pane.case, "See the files.", files=kept)
    settle(lambda: any(row.files for row in pane.view.timeline.rows))
    log, script, wrong = details.timeline(pane.world.desk, pane.case).items[-1].files
    pane.view.files.look(log)
    settle(lambda: bool(pane.stage.cover.findChildren(Preview)))
    (preview,) = pane.stage.cover.findChildren(Preview)
    settle(preview.text.isVisible)
    assert (preview.text.toPlainText(), preview.open_with.isHidden()) == ("09:12 failed\n", False)
    preview.go(1)
    settle(lambda: preview.text.toPlainText().startswith("#!/bin/sh"))
    assert preview.file == script
    assert preview.open_with.isHidden()
    assert not preview.save.isHidden()
    preview.go(1)
    settle(lambda: preview.file == wrong and preview.note is not None)
    assert preview.note is not None
    assert "can't be shown as a picture" in preview.note.accessibleName()
    preview.leave()
