"""Finding a hub and signing in: at the first start, for a desk that worked alone, and when signed out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from supportdesk.services.operations.policies import built_in_policies
from supportdesk.ui.exchange.dialogs import JoinDialog, SignInDialog
from supportdesk.ui.exchange.hub_form import HubForm
from supportdesk.ui.first_run.places import Places
from supportdesk.ui.first_run.window import FirstRunWindow
from tests.ui.hub_fakes import OFFER, FakeDoor


@pytest.fixture
def door(qapp: QApplication) -> FakeDoor:
    return FakeDoor()


@pytest.fixture
def cover(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 720)
    window.show()
    return window


@pytest.fixture
def form(qtbot: QtBot, door: FakeDoor) -> HubForm:
    made = HubForm(door)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def first_run(qtbot: QtBot, door: FakeDoor) -> Iterator[FirstRunWindow]:
    window = FirstRunWindow(
        built_in_policies(), folder=Path("/desks/nadia"), keyring=True, time_zone="America/Toronto", door=door
    )
    window.resize(1280, 688)
    window.show()
    window.go_on()
    yield window
    window.close()
    window.deleteLater()


def fill(form: HubForm) -> None:
    form.login.set_text("nadia@ledgerline.example")
    form.password.set_text("correct horse")


def places(window: FirstRunWindow) -> Places:
    assert window.support.places is not None
    return window.support.places


def test_an_address_typed_while_another_is_asked_stays(form: HubForm, door: FakeDoor) -> None:
    form.address.set_text("hub.ledgerline.example")
    fill(form)
    form.submit()
    QTest.keyClicks(form.address.control, ".org")
    assert not form.busy
    assert door.asked[-1] == ("cancel",)
    assert form.address.text() == "hub.ledgerline.example.org"
    assert form.test.isEnabled()


def test_a_hub_is_found_then_signed_in_to(form: HubForm, door: FakeDoor, qtbot: QtBot) -> None:
    form.address.set_text("hub.ledgerline.example")
    form.submit()
    assert door.asked == [("ask", "hub.ledgerline.example")]
    assert form.busy
    door.find()
    assert form.address.text() == OFFER.address
    fill(form)
    form.submit()
    assert door.asked[-1] == (
        "sign in",
        OFFER.address,
        "nadia@ledgerline.example",
        "correct horse",
        "nadias-laptop",
    )
    with qtbot.waitSignal(form.admitted) as admitted:
        admission = door.admit()
    assert admitted.args == [admission]
    assert form.password.control.text() == ""


def test_what_was_typed_already_is_used_once_the_hub_is_found(form: HubForm, door: FakeDoor) -> None:
    form.address.set_text("hub.ledgerline.example")
    fill(form)
    form.submit()
    door.find()
    assert [each[0] for each in door.asked] == ["ask", "sign in"]


def test_a_refusal_is_said_and_keeps_what_was_typed(form: HubForm, door: FakeDoor) -> None:
    form.address.set_text("hub.ledgerline.example")
    fill(form)
    form.submit()
    door.refuse("The hub can’t be reached.")
    assert form.trouble.isVisible()
    assert not form.busy
    assert form.password.control.text() == "correct horse"
    form.submit()
    assert not form.trouble.isVisible()


def test_another_address_is_another_hub(form: HubForm, door: FakeDoor) -> None:
    form.address.set_text("hub.ledgerline.example")
    form.submit()
    door.find()
    QTest.keyClicks(form.address.control, "x")
    assert form.offer is None
    fill(form)
    form.submit()
    assert [each[0] for each in door.asked] == ["ask", "ask"]


def test_what_is_missing_is_said(form: HubForm, door: FakeDoor) -> None:
    form.submit()
    assert form.address.error
    assert not form.test.isEnabled()
    form.address.set_text("hub.ledgerline.example")
    form.submit()
    door.find()
    form.submit()
    assert form.login.error
    assert form.password.error
    assert [each[0] for each in door.asked] == ["ask"]


def test_the_organisation_s_sign_on_is_offered_where_there_is_one(form: HubForm, door: FakeDoor) -> None:
    form.address.set_text("hub.ledgerline.example")
    form.submit()
    door.find()
    assert not form.sign_on.isVisible()
    form.address.control.textEdited.emit("hub")
    form.submit()
    door.find(single_sign_on=True)
    form.sign_on.click()
    form.stop.click()
    assert door.asked[-2:] == [("sign on", OFFER.address, "nadias-laptop"), ("cancel",)]
    assert not form.busy


def test_the_first_start_begins_at_a_hub(first_run: FirstRunWindow, door: FakeDoor, qtbot: QtBot) -> None:
    assert not first_run.support.at_hub
    places(first_run).hub.radio.setChecked(True)
    assert not first_run.support.policies.isVisible()
    form = places(first_run).form
    form.address.set_text("hub.ledgerline.example")
    first_run.go_on()
    door.find()
    fill(form)
    with qtbot.waitSignal(first_run.chosen) as chosen:
        first_run.go_on()
        admission = door.admit()
    (choice,) = chosen.args
    assert (choice.hub, choice.encryption) == (admission, "keyring")


def test_alone_is_still_chosen_as_before(first_run: FirstRunWindow, door: FakeDoor) -> None:
    first_run.go_on()
    assert first_run.pages.currentIndex() == 2
    assert door.asked == []


def test_another_language_keeps_the_address(first_run: FirstRunWindow) -> None:
    places(first_run).hub.radio.setChecked(True)
    places(first_run).form.address.set_text("hub.ledgerline.example")
    QApplication.sendEvent(first_run, QEvent(QEvent.Type.LanguageChange))
    assert places(first_run).at_hub
    assert places(first_run).form.address.text() == "hub.ledgerline.example"


def test_a_desk_that_worked_alone_takes_its_cases_along(cover: QWidget, door: FakeDoor, qtbot: QtBot) -> None:
    dialog = JoinDialog(cover, door, 2041)
    dialog.open()
    dialog.form.address.set_text("hub.ledgerline.example")
    QTest.keyClick(dialog.form.address.control, Qt.Key.Key_Return)
    door.find()
    fill(dialog.form)
    assert dialog.primary.text() == "Sign in and connect"
    dialog.primary.click()
    with qtbot.waitSignal(dialog.closed) as closed:
        admission = door.admit()
    assert closed.args == [admission]


def test_leaving_lets_go_of_what_is_under_way(cover: QWidget, door: FakeDoor, qtbot: QtBot) -> None:
    dialog = JoinDialog(cover, door, 1)
    dialog.open()
    dialog.form.address.set_text("hub.ledgerline.example")
    dialog.form.submit()
    with qtbot.waitSignal(dialog.closed) as closed:
        dialog.leave()
    assert closed.args == [None]
    assert door.asked[-1] == ("cancel",)


def test_signing_in_again_asks_the_same_hub(
    cover: QWidget, door: FakeDoor, qtbot: QtBot, settle: Callable[[Callable[[], bool]], None]
) -> None:
    dialog = SignInDialog(cover, door, OFFER.address, 3)
    dialog.open()
    assert door.asked == [("ask", OFFER.address)]
    assert not dialog.form.address.isEnabled()
    door.find()
    settle(dialog.primary.isEnabled)
    assert dialog.primary.text() == "Sign in"
