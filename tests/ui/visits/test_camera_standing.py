"""How it may stand with a camera while photos are taken: none, forbidden, unplugged, silent, broken (ONX-2)."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from supportdesk.ui.visits.camera import Camera, opening
from supportdesk.ui.visits.camera.feed import Feed
from supportdesk.ui.visits.camera.standing import Standing
from tests.ui.visits.conftest import Day
from tests.ui.visits.played_camera import (
    BUILT_IN,
    MISSED,
    ON_A_CABLE,
    Played,
    in_report,
    live,
    opened,
    played,
    shown,
)

pytestmark = pytest.mark.qt_log_ignore(*MISSED)


@pytest.mark.parametrize(
    ("standing", "begins"),
    [
        (Standing.NONE, "No camera is connected"),
        (Standing.FORBIDDEN, "Support Desk may not use the camera"),
    ],
)
def test_without_a_camera_files_can_be_chosen(
    site: Day, feed: type[Played], standing: Standing, begins: str
) -> None:
    feed.connected = () if standing is Standing.NONE else (BUILT_IN,)
    feed.allowed = standing is Standing.NONE
    made = opened(site)
    assert made.standing is standing
    assert made.told.accessibleName().startswith(begins)
    assert not made.shutter.isEnabled()
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert made.shots.tiles == []
    played(made).plug(BUILT_IN)
    assert played(made).is_on is (standing is Standing.NONE), "what may not be used stays off"
    played(made).plug()
    made.told.acted.emit()
    assert made.isHidden()
    asked = site.editor.photos.findChild(QFileDialog)
    assert asked is not None
    asked.close()


def test_a_camera_that_is_connected_is_seen_at_once_and_one_that_goes_is_missed(
    site: Day, feed: type[Played]
) -> None:
    feed.connected = ()
    made = opened(site)
    assert made.standing is Standing.NONE
    played(made).plug(ON_A_CABLE)
    site.settle(lambda: made.standing is Standing.LIVE)
    made.take()
    played(made).plug()
    assert made.standing is Standing.NONE
    assert not played(made).is_on
    assert QApplication.focusWidget() is made, "no button, which Space would press"
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert not made.isHidden()
    site.settle(in_report(site, 1))
    played(made).plug(BUILT_IN, ON_A_CABLE)
    site.settle(lambda: made.standing is Standing.LIVE)
    assert played(made).used == [ON_A_CABLE, ON_A_CABLE], "it comes back to the one in use"
    made.leave()


def test_another_camera_is_chosen_and_is_the_one_next_time(site: Day, feed: type[Played]) -> None:
    feed.connected = (BUILT_IN, ON_A_CABLE)
    made = live(site)
    made.choice.click()
    menu = made.choice.findChild(QMenu)
    assert menu is not None
    assert [(action.text(), action.isChecked()) for action in menu.actions()] == [
        ("Built-in camera", True),
        ("Endoscope", False),
    ]
    menu.actions()[1].trigger()
    menu.close()
    site.settle(lambda: made.standing is Standing.LIVE)
    assert made.choice.text() == "Endoscope"
    made.leave()
    again = live(site)
    assert played(again).used == [ON_A_CABLE]
    again.leave()


def test_a_camera_without_a_picture_says_so_and_can_be_tried_again(site: Day, feed: type[Played]) -> None:
    feed.gives = False
    made = opened(site)
    assert made.standing is Standing.STARTING
    made.patience.start(0)
    site.settle(lambda: made.standing is Standing.SILENT)
    played(made).gives = True
    made.told.acted.emit()
    site.settle(lambda: made.standing is Standing.LIVE)
    made.leave()


def test_a_camera_that_breaks_is_off_and_its_last_photo_is_kept(site: Day, feed: type[Played]) -> None:
    made = live(site)
    made.take()
    played(made).broke.emit("Device was disconnected")
    assert made.standing is Standing.BROKEN
    assert "Device was disconnected" in made.told.accessibleDescription()
    assert not played(made).is_on
    site.settle(in_report(site, 1))
    made.told.acted.emit()
    site.settle(lambda: made.standing is Standing.LIVE)
    made.leave()


def test_a_key_that_is_held_takes_one_photo(site: Day, feed: type[Played]) -> None:
    made = live(site)
    QTest.keyPress(made, Qt.Key.Key_Return)
    for _each in range(5):
        QTest.simulateEvent(made, True, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "", True)
    QTest.keyRelease(made, Qt.Key.Key_Return)
    assert len(made.shots.tiles) == 1
    site.settle(in_report(site, 1))
    made.leave()


def test_many_are_counted_and_the_newest_shown(site: Day, feed: type[Played], qtbot: QtBot) -> None:
    made = live(site)
    for _each in range(11):
        made.take()
    assert sum(not tile.isHidden() for tile in made.shots.tiles) == 8
    assert "11 photo" in made.shots.count.text()
    # They go one after the other.
    qtbot.waitUntil(in_report(site, 11), timeout=30_000)
    made.leave()


def test_the_button_offers_the_ways(site: Day, feed: type[Played]) -> None:
    panel = site.editor.photos
    panel.add.click()
    menu = panel.add.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Take photos…", "Choose files…", "Paste"]
    menu.actions()[0].trigger()
    menu.close()
    shown(site).leave()


def test_without_the_library_files_are_chosen_at_once(site: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site.editor.photos.add, "_with_camera", False)
    site.editor.photos.add.click()
    asked = site.editor.photos.findChild(QFileDialog)
    assert asked is not None
    asked.close()


def test_where_the_system_lacks_a_library_it_is_named(site: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "supportdesk.ui.visits.camera.dialog", None)
    site.editor.photos.photograph()
    refusal = site.editor.photos.refusal
    assert refusal is not None
    assert "library of the system is missing" in refusal.accessibleName()


def test_the_computers_own_cameras_are_asked(qapp: QApplication, qtbot: QtBot) -> None:
    own = Feed(qapp)
    heard: list[bool] = []
    own.permit(heard.append)
    if sys.platform == "linux":
        assert heard == [True], "where no system asks, everybody may"
    own.begin(Camera(b"gone", "Unplugged"))
    assert own.is_on
    assert own.session.camera() is None
    own.end()
    assert isinstance(own.cameras(), tuple)
    assert opening.is_installed()
    own.deleteLater()
