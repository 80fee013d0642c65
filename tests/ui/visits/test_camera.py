"""Photos taken with a camera of this computer: how they come into the report, or don't (ONX-2)."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from supportdesk.app.photos import shelves_of
from supportdesk.domain.errors import KnownError
from supportdesk.services import undo
from supportdesk.services.cases import visit_reports
from supportdesk.services.cases.photo_shelf import PhotoShelf
from supportdesk.store import kept_originals
from supportdesk.ui.visits.camera.dialog import CameraDialog
from supportdesk.ui.visits.camera.shots import Fate
from tests.services.signing import sign, whole_report
from tests.ui.visits.conftest import Day
from tests.ui.visits.played_camera import (
    MISSED,
    Played,
    fates,
    in_report,
    live,
    played,
    told,
)

pytestmark = pytest.mark.qt_log_ignore(*MISSED)


def test_ONX_2_each_photo_is_in_the_report_at_once(site: Day, feed: type[Played], files: Path) -> None:
    made = live(site)
    assert QApplication.focusWidget() is made.shutter
    QTest.keyClick(made.shutter, Qt.Key.Key_Space)
    site.settle(in_report(site, 1))
    played(made).colour = "darkred"
    site.settle(lambda: played(made).frame.toImage().pixelColor(9, 9).red() > 100)
    QTest.keyClick(made, Qt.Key.Key_Return)
    site.settle(lambda: fates(made) == [Fate.KEPT, Fate.KEPT])
    QTest.keyClick(made, Qt.Key.Key_Escape)
    site.settle(lambda: len(site.editor.photos.tiles) == 2)

    shelf = shelves_of(files).files
    seen = [
        QImage.fromData(shelf.bytes_of(site.world.desk, each.sha256) or b"") for each in site.view().files
    ]
    assert [(each.width(), each.height()) for each in seen] == [(640, 480)] * 2
    first, second = (each.pixelColor(320, 240) for each in seen)
    assert first.green() > 100 > first.red()
    assert second.red() > 100 > second.green()
    assert all(each.is_photo and each.name == "Photo" for each in site.view().files)


def test_ONX_2_the_original_is_a_jpeg_and_waits_for_the_hub(site: Day, feed: type[Played]) -> None:
    made = live(site)
    made.take()
    site.settle(lambda: fates(made) == [Fate.KEPT])
    photo = site.view().files[0]
    with site.world.desk.store.read() as conn:
        original = kept_originals.of(conn, photo.id)
    assert original is not None
    assert original.name == "Photo.jpg"
    made.leave()


def test_the_camera_is_off_once_the_dialog_is_closed(site: Day, feed: type[Played], qtbot: QtBot) -> None:
    made = live(site)
    assert played(made).is_on
    with qtbot.waitSignal(made.destroyed):
        made.done.click()
        assert not played(made).is_on
        assert not played(made).frame.isValid()
    assert not site.stage.cover.findChildren(CameraDialog)


def test_one_that_was_taken_can_be_taken_out_again_and_that_be_undone(site: Day, feed: type[Played]) -> None:
    made = live(site)
    made.take()
    site.settle(lambda: fates(made) == [Fate.KEPT])
    made.shots.tiles[0].cross.click()
    site.settle(lambda: made.shots.tiles == [])
    assert site.view().files == ()
    assert QApplication.focusWidget() is made.shutter
    done = site.stage.said[-1][2]
    assert done is not None
    assert done.operation is not None
    undo.undo(site.world.desk, done.operation.id)
    assert len(site.view().files) == 1
    made.leave()


def test_one_taken_out_while_it_is_on_its_way_goes_once_it_is_there(site: Day, feed: type[Played]) -> None:
    made = live(site)
    made.take()
    assert fates(made) == [Fate.WAITING]
    made.shots.tiles[0].cross.click()
    # Also where the dialog was closed meanwhile.
    made.leave()
    site.settle(lambda: site.editor.photos.desk.waiting(site.first) == 0)
    site.settle(in_report(site, 0))


def test_what_could_not_be_kept_stays_and_can_be_tried_again(
    site: Day, feed: type[Played], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = live(site)
    full = KnownError("The disk is full.", "It was not added.", "Free some space.")

    def refuse(*_given: object) -> None:
        raise full

    with monkeypatch.context() as patched:
        patched.setattr(PhotoShelf, "keep", refuse)
        made.take()
        made.take()
        site.settle(lambda: fates(made) == [Fate.REFUSED] * 2)
    assert "The disk is full." in told(made).accessibleName()
    made.leave()
    assert not made.isHidden()
    assert "2 photo" in told(made).accessibleName()
    told(made).action.click()
    site.settle(in_report(site, 2))
    site.settle(lambda: fates(made) == [Fate.KEPT] * 2)
    assert made.banner is None
    made.leave()
    assert made.isHidden()


def test_what_can_not_be_kept_is_saved_elsewhere(
    site: Day, feed: type[Played], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = live(site)

    def refuse(*_given: object) -> None:
        raise KnownError("The disk is full.", "", "")

    monkeypatch.setattr(PhotoShelf, "keep", refuse)
    for _each in range(2):
        made.take()
    site.settle(lambda: fates(made) == [Fate.REFUSED] * 2)
    folder = tmp_path / "stick"
    made.save.click()
    ask = made.findChild(QFileDialog)
    assert ask is not None
    ask.fileSelected.emit(str(folder))
    assert made.banner is not None
    assert len(made.refused) == 2, "a folder that is not there takes nothing"
    folder.mkdir()
    (folder / "Photo 1.jpg").write_bytes(b"another's")
    ask.fileSelected.emit(str(folder))
    ask.close()
    assert (folder / "Photo 1.jpg").read_bytes() == b"another's"
    saved = [QImage(str(folder / name)) for name in ("Photo 2.jpg", "Photo 3.jpg")]
    assert [each.size().toTuple() for each in saved] == [(640, 480)] * 2
    assert made.refused == []
    made.leave()
    assert made.isHidden()


def test_closing_twice_lets_go_what_could_not_be_kept(
    site: Day, feed: type[Played], monkeypatch: pytest.MonkeyPatch
) -> None:
    made = live(site)

    def refuse(*_given: object) -> None:
        raise KnownError("The disk is full.", "", "")

    monkeypatch.setattr(PhotoShelf, "keep", refuse)
    made.take()
    site.settle(lambda: fates(made) == [Fate.REFUSED])
    made.leave()
    assert not made.isHidden()
    made.leave()
    assert made.isHidden()


def test_ONX_2_a_visit_finished_meanwhile_takes_none_and_says_so(site: Day, feed: type[Played]) -> None:
    made = live(site)
    whole_report(site.world.desk, site.first)
    sign(site.world.desk, site.first)
    visit_reports.finish(site.world.desk, site.first)
    made.take()
    site.settle(lambda: fates(made) == [Fate.REFUSED])
    assert made.banner is not None
    assert site.view().files == ()
    made.leave()
    made.leave()
