"""What is photographed or pasted is never lost, also where it is refused or the desk is left at once (ONX-2)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from supportdesk.app.leaving import kept_all
from supportdesk.domain.errors import KnownError
from supportdesk.services.cases import visit_reports
from supportdesk.services.cases.photo_shelf import PhotoShelf
from supportdesk.ui.files.given import PastedPicture
from supportdesk.ui.visits.camera.shots import Fate
from supportdesk.ui.visits.camera.standing import Standing
from supportdesk.ui.visits.photo_tile import WaitingTile
from tests.services.signing import sign, whole_report
from tests.ui.visits.conftest import Day
from tests.ui.visits.played_camera import (
    MISSED,
    Played,
    fates,
    in_report,
    live,
    opened,
    played,
    told,
)
from tests.ui.visits.test_photos import picture

pytestmark = pytest.mark.qt_log_ignore(*MISSED)
FULL = KnownError("The disk is full.", "It was not added.", "Free some space.")


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """No photo can be kept, until this is undone."""

    def refuse(*_given: object) -> None:
        raise FULL

    with monkeypatch.context() as patched:
        patched.setattr(PhotoShelf, "keep", refuse)
        yield patched


def pasted() -> PastedPicture:
    return PastedPicture(picture("navy"), "jpg")


def test_a_desk_that_is_left_waits_for_photos_on_their_way(site: Day, feed: type[Played]) -> None:
    made = live(site)
    for _each in range(3):
        made.take()
    site.editor.photos.take([pasted()])
    made.leave()
    assert kept_all(site.stage.session) is None
    assert len(site.view().files) == 4
    assert site.stage.session.errands == []


def test_a_desk_is_not_left_over_a_picture_that_was_refused(site: Day, full_disk: pytest.MonkeyPatch) -> None:
    panel = site.editor.photos
    panel.take([pasted()])
    assert kept_all(site.stage.session) is FULL
    # Also long after it was told.
    assert kept_all(site.stage.session) is FULL
    assert panel.refusal is not None
    full_disk.undo()
    panel.refusal.action.click()
    site.settle(in_report(site, 1))
    assert kept_all(site.stage.session) is None


def test_what_was_refused_of_a_file_holds_up_nobody(
    site: Day, full_disk: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "a.jpg").write_bytes(picture())
    site.editor.photos.take([tmp_path / "a.jpg"])
    assert kept_all(site.stage.session) is None
    assert site.editor.photos.refusal is not None


def test_refused_pictures_stay_while_another_visit_is_in_view(
    site: Day, full_disk: pytest.MonkeyPatch
) -> None:
    panel = site.editor.photos
    panel.take([pasted(), pasted()])
    site.settle(lambda: len(panel.desk.refused_given) == 2)
    view = site.view()
    panel.show_visit(site.view(site.second), lambda _name: False)
    panel.show_visit(view, lambda _name: False)
    full_disk.undo()
    assert panel.refusal is not None
    panel.refusal.action.click()
    site.settle(in_report(site, 2))
    assert kept_all(site.stage.session) is None


def test_one_that_is_let_go_holds_up_nobody(site: Day, full_disk: pytest.MonkeyPatch) -> None:
    panel = site.editor.photos
    panel.take([pasted()])
    site.settle(lambda: panel.refusal is not None)
    assert panel.refusal is not None
    panel.refusal.dismissed.emit()
    assert kept_all(site.stage.session) is None


def test_the_camera_comes_back_for_what_was_refused_after_it_was_closed(
    site: Day, feed: type[Played], full_disk: pytest.MonkeyPatch
) -> None:
    made = live(site)
    for _each in range(3):
        made.take()
    made.leave()
    assert made.isHidden()
    site.settle(lambda: fates(made) == [Fate.REFUSED] * 3)
    assert not made.isHidden()
    assert site.editor.photos.refusal is None, "who gave them says so"
    assert kept_all(site.stage.session) is FULL
    full_disk.undo()
    told(made).action.click()
    site.settle(in_report(site, 3))
    made.leave()
    assert kept_all(site.stage.session) is None


def test_one_tried_again_is_in_the_report_once(
    site: Day, feed: type[Played], full_disk: pytest.MonkeyPatch
) -> None:
    made = live(site)
    made.take()
    site.settle(lambda: fates(made) == [Fate.REFUSED])
    full_disk.undo()
    made.try_again()
    site.settle(lambda: fates(made) == [Fate.KEPT])
    assert len(site.view().files) == 1
    made.leave()
    assert site.editor.photos.refusal is None
    assert site.stage.session.errands == []


def test_a_refused_one_that_is_taken_out_holds_up_nobody(
    site: Day, feed: type[Played], full_disk: pytest.MonkeyPatch
) -> None:
    made = live(site)
    made.take()
    site.settle(lambda: fates(made) == [Fate.REFUSED])
    made.shots.tiles[0].cross.click()
    assert kept_all(site.stage.session) is None
    made.leave()
    assert made.isHidden()


def test_a_photo_that_must_stay_keeps_its_place(site: Day, feed: type[Played]) -> None:
    made = live(site)
    made.take()
    site.settle(lambda: fates(made) == [Fate.KEPT])
    whole_report(site.world.desk, site.first)
    sign(site.world.desk, site.first)
    visit_reports.finish(site.world.desk, site.first)
    made.shots.tiles[0].cross.click()
    site.settle(lambda: made.banner is not None)
    made.leave()
    assert fates(made) == [Fate.KEPT]
    assert len(site.view().files) == 1


def test_a_photo_in_the_report_fills_no_memory_any_more(site: Day, feed: type[Played]) -> None:
    made = live(site)
    made.take()
    site.settle(lambda: fates(made) == [Fate.KEPT])
    assert made.shots.tiles[0].shot.picture is None
    made.leave()


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_keys_for_something_else_take_no_photo(
    site: Day, feed: type[Played], modifier: Qt.KeyboardModifier
) -> None:
    made = live(site)
    QTest.keyClick(made, Qt.Key.Key_Return, modifier)
    QTest.keyClick(made, Qt.Key.Key_Space, modifier)
    assert made.shots.tiles == []
    made.leave()


def test_space_before_there_is_a_picture_does_nothing(site: Day, feed: type[Played]) -> None:
    feed.gives = False
    made = opened(site)
    assert made.standing is Standing.STARTING
    assert QApplication.focusWidget() is made
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert not made.isHidden()
    played(made).gives = True
    made.leave()


def test_a_picture_that_comes_again_leaves_the_keyboard_where_it_is(site: Day, feed: type[Played]) -> None:
    made = live(site)
    made.take()
    site.settle(lambda: fates(made) == [Fate.KEPT])
    played(made).broke.emit("gone")
    cross = made.shots.tiles[0].cross
    cross.setFocus()
    made.told.acted.emit()
    site.settle(lambda: made.standing is Standing.LIVE)
    assert QApplication.focusWidget() is cross
    made.leave()


def test_grey_tiles_go_with_what_they_stood_for(site: Day, qtbot: QtBot) -> None:
    panel = site.editor.photos
    panel.take([pasted() for _each in range(12)])
    most = len(panel.findChildren(WaitingTile))
    assert most <= 12
    # They go one after the other.
    qtbot.waitUntil(in_report(site, 12), timeout=30_000)
    site.settle(lambda: panel.findChildren(WaitingTile) == [])
