"""The File Station's page over a real desk with real files: deposit, take a copy, erase, audits (SAP-4, SAP-6)."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from supportdesk.domain.words import AgentRole
from supportdesk.services.entitlements import file_station
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.queries import station as queries
from supportdesk.store.blobs import Blobs
from supportdesk.ui.file_station.dialogs import (
    DayDialog,
    DepositDialog,
    EraseDialog,
    WhyDialog,
)
from supportdesk.ui.widgets.tab_stops import tab_stops
from tests.ui.file_station_place import CONTENT, Place, Settle, open_place


@pytest.fixture
def place(tmp_path: Path, settle: Settle) -> Iterator[Place]:
    with open_place(tmp_path, settle) as opened:
        yield opened


def test_SAP_6_a_file_is_deposited_and_a_copy_taken_by_who_says_why(place: Place) -> None:
    place.deposit()
    (card,) = place.page.side.cards
    assert place.stage.said[-1][0] == "The data file was deposited"
    assert not place.page.side.progress
    card.take.click()
    why = place.dialog(WhyDialog)
    assert isinstance(why, WhyDialog)
    why.submit()
    assert why.why.error == "Say in a few words why."
    why.why.control.setPlainText("The totals differ.")
    target = place.folder / "copy.data"
    why.submit()
    chooser = place.page.side.findChild(QFileDialog)
    assert chooser is not None
    # Until there is a place for it nobody has taken anything.
    assert queries.client(place.world.desk, place.client).files[0].copies == ()
    chooser.fileSelected.emit(str(target))
    chooser.close()
    place.settle(lambda: target.exists() and place.page.side.progress is None)
    assert target.read_bytes() == CONTENT
    (file,) = queries.client(place.world.desk, place.client).files
    assert [(each.by, each.why) for each in file.copies] == [("manager", "The totals differ.")]
    assert place.stage.said[-1][0] == "\u2066copy.data\u2069 was saved and is what was deposited"


def test_SAP_6_a_copy_that_can_not_be_given_is_told_in_place_and_stays_logged(place: Place) -> None:
    place.page.show_client(place.page.model.lines[-1].organisation_id)
    other = next(each for each in place.page.model.lines if each.name == "Other Ltd")
    place.page.show_client(other.organisation_id)
    place.settle(lambda: len(place.page.side.cards) == 1)
    place.page.acts.take(place.page.side.cards[0].file, "Looking.", str(place.folder / "copy.data"))
    place.settle(lambda: place.page.side.refusal is not None)
    assert not (place.folder / "copy.data").exists()
    assert place.page.side.deposit.isEnabled()


def test_SAP_6_a_dropped_file_that_changes_is_refused_in_place(place: Place) -> None:
    path = place.folder / "books.data"
    path.write_bytes(CONTENT)
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path))])
    left = Qt.MouseButton.LeftButton
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, dropped, left, Qt.KeyboardModifier.NoModifier
    )
    place.page.side.dropEvent(event)
    dialog = place.dialog(DepositDialog)
    path.write_bytes(CONTENT + b"more")
    assert isinstance(dialog, DepositDialog)
    dialog.submit()
    place.settle(lambda: place.page.side.refusal is not None)
    assert place.page.side.refusal is not None
    assert "has changed since it was chosen" in place.page.side.refusal.accessibleName()
    assert queries.client(place.world.desk, place.client).files == ()
    assert list(Blobs(place.folder / "files", place.world.store.files_key)) == []
    # The next try takes the message away.
    place.deposit()
    assert place.page.side.refusal is None


def test_SAP_6_erasing_asks_first_and_takes_the_bytes_along(place: Place) -> None:
    place.deposit()
    blobs = Blobs(place.folder / "files", place.world.store.files_key)
    assert list(blobs) == [hashlib.sha256(CONTENT).hexdigest()]
    place.page.side.cards[0].erase.click()
    left = place.dialog(EraseDialog)
    QTest.keyClick(left, Qt.Key.Key_Escape)
    assert queries.client(place.world.desk, place.client).files[0].erased_at is None
    place.page.side.cards[0].erase.click()
    dialog = place.dialog(EraseDialog)
    assert isinstance(dialog, EraseDialog)
    dialog.submit()
    place.settle(lambda: queries.client(place.world.desk, place.client).files[0].erased_at is not None)
    place.settle(lambda: list(blobs) == [])
    place.settle(lambda: not place.page.side.cards[0].take.isVisible())


@pytest.mark.parametrize(("zone", "hour"), [("America/Vancouver", 20), ("Asia/Kolkata", 3)])
def test_SAP_6_the_day_of_the_copy_is_that_of_who_deposits_it(place: Place, zone: str, hour: int) -> None:
    place.stage.zone = ZoneInfo(zone)
    changed = (place.world.now - timedelta(days=3)).astimezone(place.stage.zone).replace(hour=hour)
    assert changed.astimezone(UTC).date() != changed.date()
    path = place.folder / "books.data"
    path.write_bytes(CONTENT)
    os.utime(path, (changed.timestamp(), changed.timestamp()))
    place.page.acts.deposit(path)
    dialog = place.dialog(DepositDialog)
    assert isinstance(dialog, DepositDialog)
    assert dialog.copied.day() == changed.date()


def test_SAP_6_the_day_of_erasing_is_changed(place: Place) -> None:
    place.deposit()
    place.page.side.cards[0].day.click()
    dialog = place.dialog(DayDialog)
    assert isinstance(dialog, DayDialog)
    dialog.kept.by_itself.setChecked(False)
    assert not dialog.kept.row.isEnabled()
    dialog.submit()
    place.settle(lambda: queries.client(place.world.desk, place.client).files[0].erase_on is None)


@pytest.mark.parametrize(
    ("role", "first"), [(AgentRole.MANAGER, 0), (AgentRole.SUPPORT_OFFICER, 30)], ids=str
)
def test_SAP_6_who_may_not_erase_is_offered_later_days_only(
    place: Place, role: AgentRole, first: int
) -> None:
    today = place.page.acts.today()
    there = today + timedelta(days=30)
    file = NewFile("1" * 64, 5, "stock.data")
    file_station.deposit(place.world.desk, place.client, file, copied_at=place.world.now, erase_on=there)
    at_a_hub = replace(queries.client(place.world.desk, place.client), roles=(role.value,), has_hub=True)
    place.page.side.show_view(at_a_hub, today, place.world.now)
    place.page.side.cards[0].day.click()
    dialog = place.dialog(DayDialog)
    assert isinstance(dialog, DayDialog)
    earliest = dialog.kept.edit.minimumDate()
    assert date(earliest.year(), earliest.month(), earliest.day()) == today + timedelta(days=first)
    assert dialog.why.isVisible() is (first > 0)
    assert dialog.kept.day() == there
    dialog.kept.edit.setDate(earliest.addDays(-1))
    assert dialog.kept.day() == today + timedelta(days=first)


def test_cancelling_leaves_no_file_and_lets_another_begin(place: Place) -> None:
    path = place.folder / "huge.data"
    with path.open("wb") as file:
        file.truncate(8 << 30)  # a hole: sealing all of it would take long
    place.page.acts.deposit(path)
    dialog = place.dialog(DepositDialog)
    assert isinstance(dialog, DepositDialog)
    dialog.submit()
    place.settle(lambda: place.page.side.progress is not None)
    assert not place.page.side.deposit.isEnabled()
    assert place.page.side.progress is not None
    place.page.side.progress.cancelled.emit()
    place.settle(lambda: place.page.side.progress is None)
    assert place.page.side.deposit.isEnabled()
    assert list((place.folder / "files").glob("*")) == []
    place.deposit()


def test_the_page_is_worked_by_keyboard_and_finds_any_client(place: Place) -> None:
    place.deposit()
    place.page.list.setFocus()
    # The list of clients is read beside what is shown of one.
    place.settle(lambda: place.page.list.currentIndex().row() == 1)
    QTest.keyClick(place.page.list, Qt.Key.Key_Up)
    place.settle(lambda: place.page.side.view is not None and place.page.side.view.client.name == "Other Ltd")
    place.settle(lambda: place.page.side.cards[0].take in list(tab_stops(place.page)))
    assert place.page.side.deposit in list(tab_stops(place.page))
    place.page.wanted.control.setFocus()
    QTest.keyClicks(place.page.wanted.control, "nobody of that name")
    place.settle(lambda: place.page.model.rowCount() == 0)
    assert place.page.nobody.accessibleName() == "No client is called so"


def test_SAP_6_what_another_did_shows_by_itself(place: Place) -> None:
    done = file_station.deposit(
        place.world.desk, place.client, NewFile("1" * 64, 7, "stock.data"), copied_at=place.world.now
    )
    place.stage.session.notifier.tell(done.outcome.changes)
    place.settle(lambda: len(place.page.side.cards) == 1)
