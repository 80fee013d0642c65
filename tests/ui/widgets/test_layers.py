"""What lies over the window: popovers and dialogs hold the keyboard and give it back, messages come and go."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from supportdesk.domain.errors import KnownError
from supportdesk.ui.widgets.buttons import Button
from supportdesk.ui.widgets.dialog import Dialog
from supportdesk.ui.widgets.empty import EmptyCard, EmptyState
from supportdesk.ui.widgets.fields import Field
from supportdesk.ui.widgets.messages import Banner, Berth, MessageKind, Toasts
from supportdesk.ui.widgets.painting import SHADOW_MARGIN
from supportdesk.ui.widgets.popover import Popover
from supportdesk.ui.widgets.progress import Progress


class Heard(QObject):
    """Notes what was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    def take(self, what: object = None) -> None:
        self.got.append(what)


class Below(QMainWindow):
    """A window with a field that has the focus."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(900, 600)
        self.body = QWidget()
        self.field, self.button, self.list = QLineEdit("below"), QPushButton("below too"), QTableView()
        column = QVBoxLayout(self.body)
        column.addWidget(self.field)
        column.addWidget(self.button)
        column.addWidget(self.list)
        self.setCentralWidget(self.body)


@pytest.fixture
def window(qtbot: QtBot) -> Below:
    made = Below()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.field.setFocus()
    qtbot.waitUntil(made.field.hasFocus, timeout=5000)
    return made


def test_a_popover_takes_the_focus_and_gives_it_back(window: Below, qtbot: QtBot) -> None:
    anchor = window.field
    popover = Popover(window, width=260)
    inside = QLineEdit()
    popover.body.addWidget(inside)
    popover.open_at(anchor)
    assert popover.isVisible()
    assert popover.focusWidget() is inside
    card = popover.card_rect()
    assert popover.width() - card.width() == 2 * SHADOW_MARGIN
    assert popover.mapToGlobal(card.topLeft()).y() == anchor.mapToGlobal(QPoint(0, anchor.height())).y() + 6
    heard = Heard()
    popover.closed.connect(heard.take)
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()
    assert heard.got == [None]
    qtbot.waitUntil(anchor.hasFocus, timeout=5000)


def test_a_click_in_the_shadow_closes_a_popover(window: Below) -> None:
    popover = Popover(window, width=260)
    popover.body.addWidget(QLineEdit())
    popover.open_at(window.field)
    QTest.mouseClick(popover, Qt.MouseButton.LeftButton, pos=popover.card_rect().center())
    assert popover.isVisible()
    QTest.mouseClick(popover, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not popover.isVisible()


def test_a_popover_flips_where_the_screen_ends(window: Below) -> None:
    screen = window.screen().availableGeometry()
    window.move(screen.right() - 900, screen.bottom() - 600)
    anchor = QPushButton("low", window)
    anchor.setGeometry(860, 570, 40, 30)
    anchor.show()
    popover = Popover(window, width=300)
    popover.body.addWidget(QLineEdit())
    popover.open_at(anchor)
    top = popover.mapToGlobal(popover.card_rect().topLeft())
    assert top.y() + popover.card_rect().height() <= anchor.mapToGlobal(QPoint(0, 0)).y()
    assert top.x() + 300 <= screen.right() + 1
    popover.close()


@pytest.fixture
def dialog(window: Below) -> Dialog:
    made = Dialog(window.body, "New case", size=(600, 400))
    made.body.addWidget(Field("Summary"))
    made.body.addWidget(Field("Error"))
    made.footer_end.addWidget(QPushButton("Create case"))
    return made


def test_tab_goes_round_inside_a_dialog(dialog: Dialog, qtbot: QtBot) -> None:
    dialog.open()
    first = dialog.findChildren(QLineEdit)[0]
    qtbot.waitUntil(first.hasFocus, timeout=5000)
    seen = []
    for _ in range(8):
        focus = QApplication.focusWidget()
        assert focus is not None
        assert dialog.isAncestorOf(focus)
        seen.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert len(set(seen)) == 4
    assert seen[0] is seen[4]
    QTest.keyClick(seen[0], Qt.Key.Key_Backtab)
    assert dialog.isAncestorOf(QApplication.focusWidget() or first.window())


def test_what_lies_below_outlives_a_dialog_that_was_gone_through(window: Below, qtbot: QtBot) -> None:
    bar = window.list.verticalScrollBar()
    dialog = Dialog(window.body, "Close the case", size=(460, 300))
    dialog.footer_end.addWidget(QPushButton("Close the case"))
    dialog.open()
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
    dialog.leave()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.deleteLater()
    assert shiboken6.isValid(bar)
    assert bar.maximum() == 0


def test_esc_leaves_a_dialog_and_gives_the_focus_back(dialog: Dialog, window: Below, qtbot: QtBot) -> None:
    heard = Heard()
    dialog.closed.connect(heard.take)
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert heard.got == [None]
    qtbot.waitUntil(window.field.hasFocus, timeout=5000)


def test_a_dialog_covers_its_window_and_keeps_to_it(dialog: Dialog, window: Below) -> None:
    dialog.open()
    window.resize(500, 400)
    QApplication.processEvents()
    below = window.body
    assert dialog.geometry() == below.rect()
    card = next(child for child in dialog.children() if isinstance(child, QWidget))
    assert card.width() == below.width() - 2 * SHADOW_MARGIN
    assert card.height() == below.height() - 2 * SHADOW_MARGIN


def test_keys_of_the_window_mean_nothing_under_a_dialog(dialog: Dialog, window: Below, qtbot: QtBot) -> None:
    heard = Heard()
    action = QAction("Reply", window)
    action.setShortcut(QKeySequence("R"))
    action.triggered.connect(heard.take)
    window.addAction(action)
    button = window.button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_R)
    assert len(heard.got) == 1
    dialog.open()
    create = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Create case")
    create.setFocus()
    QTest.keyClick(create, Qt.Key.Key_R)
    assert len(heard.got) == 1


def test_an_undo_counts_down_and_leaves(window: Below, qtbot: QtBot) -> None:
    toasts = Toasts(window.body, second_ms=5)
    toasts.say("Sent.", "The case now waits for the customer.", undo="the act")
    assert toasts.shown is not None
    assert toasts.shown.action.text() == "Undo, 10 s"
    assert toasts.shown.accessibleName() == "Sent. The case now waits for the customer."
    qtbot.waitUntil(lambda: toasts.shown is None, timeout=5000)


def test_a_message_lies_in_the_berth_of_the_page_in_view_and_covers_nothing(
    window: Below, qtbot: QtBot
) -> None:
    berth = Berth(4)
    column = window.body.layout()
    assert isinstance(column, QVBoxLayout)
    column.insertWidget(1, berth)
    toasts = Toasts(window.body)
    toasts.lie_in(berth)
    toasts.say("Note added", undo="the act")
    qtbot.waitUntil(lambda: berth.height() > 30, timeout=5000)
    toast = toasts.shown
    assert toast is not None

    def covers_nothing() -> bool:
        place = QRect(toast.mapTo(window.body, QPoint()), toast.size())
        others = (window.field, window.button, window.list)
        return not any(place.intersects(other.geometry()) for other in others)

    qtbot.waitUntil(covers_nothing, timeout=5000)
    berth.hide()
    qtbot.waitUntil(lambda: toast.parentWidget() is window.body and toast.isVisible(), timeout=5000)
    berth.show()
    qtbot.waitUntil(lambda: toast.parentWidget() is berth and toast.isVisible(), timeout=5000)
    toasts.clear()
    assert berth.height() == 0


def test_a_message_is_as_high_as_its_words_wherever_it_stands(window: Below, qtbot: QtBot) -> None:
    popover = Popover(window.body, width=300)
    field = QLineEdit()
    popover.body.addWidget(field)
    popover.open_at(window.button)
    banner = Banner(MessageKind.ERROR, "The client claims S3; the change has no reason.", "Say why. " * 20)
    popover.body.insertWidget(0, banner)
    needed = banner.heightForWidth(260)
    assert needed > 100
    qtbot.waitUntil(lambda: banner.height() == needed and field.height() == field.sizeHint().height())
    card = popover.card_rect()
    assert card.bottom() >= field.mapTo(popover, field.rect().bottomLeft()).y()
    popover.close()


def test_undo_hands_back_what_it_was_given(window: Below, qtbot: QtBot) -> None:
    toasts = Toasts(window.body)
    toasts.say("Sent.", undo="the act")
    assert toasts.shown is not None
    with qtbot.waitSignal(toasts.undo_asked) as caught:
        toasts.shown.action.click()
    assert caught.args == ["the act"]
    assert toasts.shown is None


def test_an_error_stays_until_it_is_closed(window: Below, qtbot: QtBot) -> None:
    toasts = Toasts(window.body, second_ms=1)
    toasts.refuse(
        KnownError("TeamViewer didn't open.", "It isn't installed.", "Install it, or call the client.")
    )
    qtbot.wait(60)
    assert toasts.shown is not None
    assert "Install it, or call the client." in toasts.shown.accessibleName()
    toasts.say("Sent.")
    assert toasts.shown.accessibleName() == "Sent."


def test_only_one_message_is_in_view_and_inside_its_window(window: Below) -> None:
    toasts = Toasts(window.body)
    for number in range(3):
        toasts.say(f"Done {number}.")
    banners = [each for each in window.findChildren(Banner) if each.isVisible()]
    assert len(banners) == 1
    assert window.body.rect().contains(banners[0].geometry())


@pytest.mark.parametrize("kind", list(MessageKind))
def test_every_message_has_an_icon_besides_its_colour(qtbot: QtBot, kind: MessageKind) -> None:
    icons = {each.value[2] for each in MessageKind}
    assert len(icons) == len(MessageKind)
    banner = Banner(kind, "Lead.", "Rest.", action="Do it")
    qtbot.addWidget(banner)
    heard = Heard()
    banner.acted.connect(heard.take)
    banner.action.click()
    assert len(heard.got) == 1


def test_an_empty_view_offers_the_next_step(qtbot: QtBot) -> None:
    empty = EmptyState(
        "coffee", "Nothing is breaching soon", "The next deadline is far away.", "Show my open cases"
    )
    qtbot.addWidget(empty)
    assert (empty.accessibleName(), empty.accessibleDescription()) == (
        "Nothing is breaching soon",
        "The next deadline is far away.",
    )
    heard = Heard()
    empty.acted.connect(heard.take)
    next(each for each in empty.findChildren(QWidget) if hasattr(each, "click")).click()
    assert len(heard.got) == 1
    card = EmptyCard("coffee", "Nothing yet", action="Begin")
    qtbot.addWidget(card)
    assert card.sizeHint().height() >= 56


def test_progress_is_stopped_once(qtbot: QtBot) -> None:
    progress = Progress()
    qtbot.addWidget(progress)
    progress.show_step("Reading the file", 312, 1000)
    assert progress.accessibleDescription() == "312 of 1000, 31 %"
    heard = Heard()
    progress.cancelled.connect(heard.take)
    cancel = next(each for each in progress.findChildren(Button))
    cancel.click()
    cancel.click()
    assert len(heard.got) == 1
