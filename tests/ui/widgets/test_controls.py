"""Buttons, chips, fields and choices: sizes, names, keys and what they say is wrong."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from supportdesk.ui.theme import Theme
from supportdesk.ui.widgets.buttons import Button, ButtonKind, icon_button
from supportdesk.ui.widgets.chips import Chip, Tag, styled_menu
from supportdesk.ui.widgets.choices import CheckBox, RadioButton, Segmented
from supportdesk.ui.widgets.fields import Choice, Field, TextBox
from supportdesk.ui.widgets.focus_ring import FocusRing
from supportdesk.ui.widgets.marks import StageMark


@pytest.mark.parametrize("kind", list(ButtonKind))
def test_buttons_are_28_high_and_large_ones_34(qtbot: QtBot, kind: ButtonKind) -> None:
    small, large = Button("Send", kind, keys="Ctrl ↵"), Button("Send", kind, large=True)
    qtbot.addWidget(small)
    qtbot.addWidget(large)
    assert small.sizeHint().height() == 28
    assert large.sizeHint().height() == 34
    assert small.sizeHint().width() > Button("Send", kind).sizeHint().width()


def test_a_button_grows_with_the_text_size(qtbot: QtBot, light: Theme) -> None:
    button = Button("Create case")
    qtbot.addWidget(button)
    before = button.sizeHint()
    light.resize_text(150, arabic=False)
    assert button.sizeHint().height() == 42
    assert button.sizeHint().width() > before.width() * 1.3


def test_an_icon_button_has_a_name_and_its_key_in_the_tooltip(qtbot: QtBot) -> None:
    button = icon_button("bell", "Follow this case", keys="Ctrl+B")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Follow this case"
    assert button.toolTip() == "Follow this case  Ctrl+B"
    assert button.sizeHint().width() == button.sizeHint().height() == 28


def test_enter_presses_a_button_as_space_does(qtbot: QtBot) -> None:
    button, presses = Button("Close the case"), []
    qtbot.addWidget(button)
    button.clicked.connect(lambda: presses.append(button))

    def enter(held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> bool:
        pressed = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, held)
        QApplication.sendEvent(button, pressed)
        return pressed.isAccepted()

    QTest.keyClick(button, Qt.Key.Key_Space)
    assert enter()
    assert len(presses) == 2
    assert not enter(Qt.KeyboardModifier.ControlModifier)
    button.setCheckable(True)
    assert not enter()
    assert len(presses) == 2


def test_the_ring_shows_for_the_keyboard_only(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    first, second = Button("Send"), Button("Cancel")
    row.addWidget(first)
    row.addWidget(second)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert window.findChildren(FocusRing) == []
    second.setFocus(Qt.FocusReason.TabFocusReason)
    (ring,) = window.findChildren(FocusRing)
    assert ring.geometry() == second.geometry().adjusted(-3, -3, 3, 3)
    window.resize(500, 80)
    QApplication.processEvents()
    assert ring.geometry() == second.geometry().adjusted(-3, -3, 3, 3)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    assert not ring.isVisible()


def test_a_chip_opens_its_menu(qtbot: QtBot) -> None:
    chip = Chip("In progress", mark=StageMark("in_progress"))
    qtbot.addWidget(chip)
    menu = styled_menu(chip)
    menu.addAction("Testing")
    chip.set_menu(menu)
    chip.show()
    chip.click()
    assert menu.isVisible()
    menu.close()
    assert chip.sizeHint().height() == 24


def test_a_tag_is_18_high_and_named(qtbot: QtBot) -> None:
    tag = Tag("Public reply", "reply", "reply_bg")
    qtbot.addWidget(tag)
    assert tag.sizeHint().height() == 18
    assert tag.accessibleName() == "Public reply"


def test_a_field_says_in_place_what_is_wrong_and_stops_when_it_is_changed(qtbot: QtBot) -> None:
    field = Field("Support code", hint="client code and PIN")
    qtbot.addWidget(field)
    field.show()
    assert field.control.accessibleName() == "Support code"
    assert field.control.accessibleDescription() == "client code and PIN"
    field.set_error("The PIN has 5 digits.")
    assert field.error == "The PIN has 5 digits."
    assert field.control.property("wrong") is True
    assert field.control.accessibleDescription() == "The PIN has 5 digits."
    taller = field.sizeHint().height()
    with qtbot.waitSignal(field.changed) as caught:
        QTest.keyClicks(field.control, "M")
    assert caught.args == ["M"]
    assert field.error == ""
    assert field.sizeHint().height() < taller


def test_fields_are_30_high_and_stay_so_with_the_focus(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    field, choice = Field("Name"), Choice("Product", [(1, "Ledgerline ERP")])
    row.addWidget(field)
    row.addWidget(choice)
    with qtbot.waitExposed(window):
        window.show()
    assert field.control.sizeHint().height() == 30
    assert choice.control.sizeHint().height() == 30
    window.activateWindow()
    field.control.setFocus()
    QApplication.processEvents()
    assert field.control.sizeHint().height() == 30


def test_a_text_box_lets_tab_pass(qtbot: QtBot) -> None:
    box = TextBox("Steps", lines=3)
    qtbot.addWidget(box)
    with qtbot.waitSignal(box.changed):
        box.set_text("  one\ntwo ")
    assert box.text() == "one\ntwo"
    assert box.control.tabChangesFocus()


def test_a_choice_keeps_what_was_chosen_when_others_are_offered(qtbot: QtBot) -> None:
    choice = Choice("Product", [("a", "A"), ("b", "B")])
    qtbot.addWidget(choice)
    choice.choose("b")
    choice.offer([("c", "C"), ("b", "B, renamed")])
    assert choice.value() == "b"
    choice.choose("no such")
    assert choice.value() == "b"
    choice.offer([("c", "C")])
    assert choice.value() == "c"


@pytest.mark.parametrize("made", [CheckBox, RadioButton])
def test_the_words_of_a_choice_are_part_of_the_target(
    qtbot: QtBot, made: type[CheckBox | RadioButton]
) -> None:
    box = made("Send a copy")
    qtbot.addWidget(box)
    box.resize(200, 24)
    box.show()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(120, 12))
    assert box.isChecked()


@pytest.mark.parametrize(("mirrored", "key"), [(False, Qt.Key.Key_Right), (True, Qt.Key.Key_Left)])
def test_left_and_right_follow_the_eye(qtbot: QtBot, qapp: QApplication, mirrored: bool, key: Qt.Key) -> None:
    if mirrored:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    choice = Segmented()
    qtbot.addWidget(choice)
    choice.offer([(1, "Sample data", None), (2, "Other computer", None), (3, "No", None)])
    choice.resize(300, 30)
    choice.show()
    with qtbot.waitSignal(choice.chosen):
        QTest.keyClick(choice, key)
    QTest.keyClick(choice, key)
    assert choice.value() == 2
    x = 250 if not mirrored else 50
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=QPoint(x, 15))
    assert choice.value() == 3
    assert choice.accessibleDescription() == "No"


def test_the_ring_of_a_control_that_fills_its_surroundings_has_all_its_sides(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(120, 28)
    button = Button("Send")
    button.setParent(around)
    button.setGeometry(around.rect())
    around.show()
    ring = FocusRing(button, 6)
    assert around.rect().contains(ring.geometry())
    button.setGeometry(20, 8, 60, 12)
    qtbot.waitUntil(lambda: ring.geometry() == button.geometry().adjusted(-3, -3, 3, 3))
