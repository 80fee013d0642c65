"""Round windows keep their shape where nothing shows translucency, and lose it where something does."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from supportdesk.ui.widgets import compositing
from supportdesk.ui.widgets.popover import Popover


def test_offscreen_windows_are_translucent(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert compositing.composited()
    compositing.shape(window, window.rect(), 12)
    assert window.mask().isEmpty()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_without_a_compositor_only_the_round_card_is_shown(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = QWidget()
    qtbot.addWidget(below)
    below.resize(600, 400)
    below.show()
    monkeypatch.setattr(compositing, "composited", lambda: False)
    popover = Popover(below, width=200)
    popover.body.addWidget(QWidget())
    popover.open_at(below)
    card = popover.card_rect()
    assert popover.mask().boundingRect() == card
    assert popover.mask().contains(card.center())
    assert not popover.mask().contains(card.topLeft())
    assert not popover.mask().contains(QRect(QPoint(), popover.size()).topLeft())
    # No pixel of the card is left to the black beneath.
    image = popover.grab().toImage()
    assert image.pixelColor(card.topLeft() + QPoint(3, 4)).lightness() > 100
    popover.close()
