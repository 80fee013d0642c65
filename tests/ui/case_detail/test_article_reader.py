"""Articles read from a case: plain text in its own direction, files dropped, pasted, chosen and never run (B12)."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from supportdesk.services.cases import article_files
from supportdesk.services.cases.file_shelf import FileShelf
from supportdesk.services.queries import details, library
from supportdesk.services.registers import knowledge
from supportdesk.services.registers.knowledge import NewArticle
from supportdesk.services.views import FileView
from supportdesk.ui.case_detail.article_files import ArticleFiles
from supportdesk.ui.case_detail.article_reader import ArticleReader, follow_link
from supportdesk.ui.case_detail.timeline_blocks import Sending
from supportdesk.ui.files.preview import Preview
from supportdesk.ui.widgets.buttons import Button
from tests.services.desk_world import made
from tests.ui.case_detail.case_stage import Pane, Until, dropped, of_files, written

HOSTILE = "<b>Bold</b> <img src='file:////host/share/x.png'> [link](javascript:alert(1))"


@pytest.fixture
def article(pane: Pane, settle: Until) -> UUID:
    """An article that the case was helped by."""
    text = NewArticle("Rebuild <i>costs</i>", HOSTILE, "en")
    article_id = made(knowledge.write_article(pane.world.desk, text).created)
    pane.stage.session.do(knowledge.use_article, pane.case, article_id)
    settle(lambda: any(str(link.kind) == "article" for link in pane.detail().links))
    return article_id


@pytest.fixture
def reader(pane: Pane, article: UUID, settle: Until, tmp_path: Path) -> ArticleReader:
    """The reader, opened and read."""
    return opened(pane, article, settle, tmp_path)


def opened(pane: Pane, article: UUID, settle: Until, tmp_path: Path) -> ArticleReader:
    made = ArticleReader(pane.stage, FileShelf(tmp_path / "files"), article, "KB-1")
    made.open()
    settle(lambda: bool(made.text.toPlainText()))
    return made


def names(pane: Pane, article: UUID) -> list[str]:
    return [file.name for file in library.article(pane.world.desk, article).files]


def shown(reader: ArticleReader) -> list[str]:
    return [entry.file.name for entry in reader.files.entries]


def note(reader: ArticleReader) -> str:
    return reader.note.accessibleName() if reader.note is not None else ""


def given(pane: Pane, reader: ArticleReader, article: UUID, settle: Until, *paths: Path) -> FileView:
    """Files dropped on the reader; the last of them as it is attached."""
    before = len(shown(reader))
    assert dropped(reader, of_files(*paths))
    settle(lambda: len(shown(reader)) == before + len(paths))
    return library.article(pane.world.desk, article).files[-1]


def test_the_article_is_opened_from_the_properties_of_the_case(
    pane: Pane, article: UUID, settle: Until
) -> None:
    settle(lambda: any("KB-1" in each.text() for each in pane.view.properties.findChildren(Button)))
    (button,) = [each for each in pane.view.properties.findChildren(Button) if "KB-1" in each.text()]
    button.click()
    (reader,) = pane.stage.cover.findChildren(ArticleReader)
    settle(lambda: bool(reader.text.toPlainText()))
    assert reader.isVisible()
    assert pane.stage.cases == []  # no case was opened


def test_ONX_5_it_shows_number_title_audience_and_the_text_as_it_is_written(reader: ArticleReader) -> None:
    assert reader.text.toPlainText() == HOSTILE
    assert reader.text.isReadOnly()
    flags = reader.text.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert not flags & Qt.TextInteractionFlag.LinksAccessibleByMouse
    assert reader.title.whole() == "Rebuild <i>costs</i>"
    assert reader.title.textFormat() is Qt.TextFormat.PlainText
    assert "KB-1" in reader.accessibleName()
    assert reader.facts.text().startswith("\u2068English\u2069 · ")


@pytest.mark.parametrize(
    ("language", "body", "right"),
    [
        ("ar", "SAP: أعد حساب التكلفة", True),
        ("fr", "Lancez « أعد » puis fermez.", False),
        ("en", "أعد", False),
    ],
)
def test_a_text_reads_in_the_direction_of_its_language(
    pane: Pane, settle: Until, tmp_path: Path, language: str, body: str, *, right: bool
) -> None:
    other = made(
        knowledge.write_article(
            pane.world.desk, NewArticle("Other", body, language, audience="engineer")
        ).created
    )
    reader = opened(pane, other, settle, tmp_path)
    direction = reader.text.document().firstBlock().textDirection()
    assert (direction is Qt.LayoutDirection.RightToLeft) is right


def test_where_it_has_no_files_it_says_how_to_add_some(reader: ArticleReader) -> None:
    assert not reader.files.nothing.isHidden()
    assert "Drop or paste" in reader.files.nothing.text()
    assert reader.files.add.isVisible()


def test_B12_without_a_place_for_files_nothing_can_be_added(
    pane: Pane, article: UUID, settle: Until, tmp_path: Path
) -> None:
    reader = ArticleReader(pane.stage, None, article, "KB-1")
    reader.open()
    settle(lambda: not reader.files.nothing.isHidden())
    assert reader.files.nothing.text() == "The article has no files."
    assert not reader.files.add.isVisible()
    assert not reader.acceptDrops()
    QGuiApplication.clipboard().setMimeData(of_files(written(tmp_path, "one.csv")))
    QTest.keyClick(reader, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert names(pane, article) == []
    QGuiApplication.clipboard().clear()


def test_B12_files_are_dropped_and_all_of_them_taken_back_at_once(
    pane: Pane, reader: ArticleReader, article: UUID, settle: Until, tmp_path: Path
) -> None:
    paths = [written(tmp_path, "one.csv"), written(tmp_path, "two.csv", b"c;d\n")]
    given(pane, reader, article, settle, *paths)
    assert shown(reader) == names(pane, article) == ["one.csv", "two.csv"]
    assert reader.files.nothing.isHidden()
    settle(lambda: "2" in note(reader))
    # Said in the reader: the window below is covered.
    assert pane.stage.said == []
    assert reader.note is not None
    reader.note.action.click()
    settle(lambda: shown(reader) == [])
    assert names(pane, article) == []
    assert paths[0].exists()


def test_B12_what_was_copied_is_pasted_and_taken_back_by_a_key(
    pane: Pane, reader: ArticleReader, article: UUID, settle: Until, tmp_path: Path
) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("orange"))
    QGuiApplication.clipboard().setImage(image)
    reader.text.setFocus()
    QTest.keyClick(reader.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(lambda: shown(reader) == ["Pasted picture.png"])
    # They stand in the order they were attached in; at one instant there is none.
    pane.world.later(seconds=1)
    QGuiApplication.clipboard().setMimeData(of_files(written(tmp_path, "list.csv")))
    QTest.keyClick(reader.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(lambda: shown(reader) == ["Pasted picture.png", "list.csv"])
    settle(lambda: reader.note is not None and bool(reader.note.action.text()))
    QTest.keyClick(reader.text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(lambda: shown(reader) == ["Pasted picture.png"])
    assert reader.text.toPlainText() == HOSTILE
    QGuiApplication.clipboard().setText("only words")
    QTest.keyClick(reader.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert shown(reader) == ["Pasted picture.png"]
    QGuiApplication.clipboard().clear()


def test_B12_files_are_chosen(
    pane: Pane, reader: ArticleReader, article: UUID, settle: Until, tmp_path: Path
) -> None:
    reader.files.add.click()
    (dialog,) = reader.findChildren(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    dialog.filesSelected.emit([str(written(tmp_path, "chosen.csv"))])
    settle(lambda: shown(reader) == ["chosen.csv"])
    dialog.close()


def test_B12_what_is_no_file_is_refused_in_the_reader_and_the_others_are_kept(
    pane: Pane, reader: ArticleReader, article: UUID, settle: Until, tmp_path: Path
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    assert dropped(reader, of_files(written(tmp_path, "whole.csv"), folder))
    settle(lambda: shown(reader) == ["whole.csv"])
    dropped(reader, of_files(*(folder / str(number) for number in range(500))))
    assert note(reader).startswith("These are 500 files.")
    text = QMimeData()
    text.setText("words")
    assert not dropped(reader, text)
    assert pane.stage.refused == []


def test_B12_a_hostile_name_is_shown_and_kept_safely(
    pane: Pane, reader: ArticleReader, article: UUID, settle: Until, tmp_path: Path
) -> None:
    given(pane, reader, article, settle, written(tmp_path, "photo\u202egpj.csv"))
    (name,) = names(pane, article)
    assert "\u202e" not in name
    assert reader.files.entries[0].chip.toolTip() == name


def test_B12_a_chip_opens_the_preview_and_goes_on_to_the_next(
    pane: Pane, reader: ArticleReader, article: UUID, settle: Until, tmp_path: Path
) -> None:
    paths = [written(tmp_path, "one.csv"), written(tmp_path, "two.csv", b"c;d\n")]
    given(pane, reader, article, settle, *paths)
    reader.files.entries[0].chip.click()
    settle(lambda: bool(pane.stage.cover.findChildren(Preview)))
    (preview,) = pane.stage.cover.findChildren(Preview)
    settle(lambda: "1;2" in preview.text.toPlainText())
    preview.go(1)
    settle(lambda: "c;d" in preview.text.toPlainText())
    QTest.keyClick(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()
    assert reader.isVisible()


@pytest.mark.parametrize("name", ["setup.exe", "photo.jpg", "invoice.pdf.exe"])
def test_B12_a_program_is_marked_and_never_opened_by_a_click(
    pane: Pane,
    reader: ArticleReader,
    article: UUID,
    settle: Until,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    started: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", started.append)
    given(pane, reader, article, settle, written(tmp_path, name, b"MZ" + bytes(80)))
    reader.files.entries[0].chip.click()
    settle(lambda: "was not opened" in note(reader))
    assert "on purpose" in note(reader)
    assert started == []
    assert pane.stage.cover.findChildren(Preview) == []
    assert pane.stage.refused == []


def test_B12_it_is_saved_where_the_person_says(
    pane: Pane,
    reader: ArticleReader,
    article: UUID,
    settle: Until,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    place = tmp_path / "kept.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(place), ""))
    file = given(pane, reader, article, settle, written(tmp_path, "one.csv"))
    reader.files.save_asked.emit(file)
    settle(lambda: place.exists() and "kept.csv was saved" in note(reader))


def test_B12_one_is_taken_off_by_a_key_and_comes_back(
    pane: Pane, reader: ArticleReader, article: UUID, settle: Until, tmp_path: Path
) -> None:
    paths = [written(tmp_path, "one.csv"), written(tmp_path, "two.csv", b"c;d\n")]
    given(pane, reader, article, settle, *paths)
    settle(lambda: reader.note is not None)
    chip = reader.files.entries[0].chip
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Delete)
    settle(lambda: shown(reader) == ["two.csv"])
    assert reader.files.entries[0].chip.hasFocus()
    settle(lambda: "Taken off" in note(reader))
    reader.take_back()
    settle(lambda: shown(reader) == ["one.csv", "two.csv"])


def test_B12_it_says_who_has_not_uploaded_a_file_and_how_far_ones_own_is(
    reader: ArticleReader, article: UUID
) -> None:
    mine = FileView(UUID(int=1), "mine.csv", 9, "text/csv", "local")
    theirs = FileView(UUID(int=2), "theirs.csv", 9, "text/csv", "local", "Priya Raman")
    reader.files.show_files([mine, theirs])
    told = [entry.chip.accessibleDescription() for entry in reader.files.entries]
    assert told == ["waits to be sent", "not yet uploaded by \u2068Priya Raman\u2069"]
    reader.desk.sending.emit(Sending(mine.id, 40))
    assert reader.files.entries[0].chip.accessibleDescription() == "being sent, 40 %"


def test_what_another_changes_is_read_again(
    pane: Pane, reader: ArticleReader, article: UUID, settle: Until, tmp_path: Path
) -> None:
    pane.stage.session.do(knowledge.edit_article, article, title="Recompute costs")
    settle(lambda: reader.title.whole() == "Recompute costs")
    kept = FileShelf(tmp_path / "files").keep(pane.world.desk, written(tmp_path, "late.csv"))
    pane.stage.session.do(article_files.attach, article, [kept])
    settle(lambda: shown(reader) == ["late.csv"])


def test_Tab_goes_round_in_it_and_Esc_closes_it(reader: ArticleReader) -> None:
    seen: list[QWidget] = []
    for _ in range(6):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert reader.isAncestorOf(focus)
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert {reader.text, reader.files.add, reader.cross} <= set(seen)
    QTest.keyClick(reader.text, Qt.Key.Key_Escape)
    assert not reader.isVisible()


def test_B12_what_was_given_before_it_was_closed_is_attached_and_said_in_the_window(
    pane: Pane, reader: ArticleReader, article: UUID, settle: Until, tmp_path: Path
) -> None:
    dropped(reader, of_files(written(tmp_path, "late.csv"), written(tmp_path, "later.csv", b"e;f\n")))
    reader.leave()
    settle(lambda: names(pane, article) == ["late.csv", "later.csv"])
    settle(lambda: bool(pane.stage.said))
    assert pane.stage.said[-1][2] is not None


def test_a_tracking_note_and_work_open_nothing_and_a_case_opens_a_case(pane: Pane, article: UUID) -> None:
    (link,) = [each for each in details.case(pane.world.desk, pane.case).links if each.kind == "article"]
    for kind in ("tracking_note", "engagement"):
        follow_link(pane.stage, None, type(link)(kind, link.id, "X", ""))
    assert pane.stage.cases == []
    follow_link(pane.stage, None, type(link)("related", link.id, "X", ""))
    assert pane.stage.cases == [link.id]
    assert pane.stage.cover.findChildren(ArticleFiles) == []
