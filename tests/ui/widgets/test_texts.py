"""Texts are never read as markup, stay aligned with the interface and say in a tooltip what was cut."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from pytestqt.qtbot import QtBot

from supportdesk.ui.theme import DARK, Type, install_theme, theme
from supportdesk.ui.widgets.texts import ElidedLabel, LeadText, label

HOSTILE = '<img src="file://host/share/x.png"><b>bold</b>'


def test_a_text_that_looks_like_markup_is_shown_as_it_is(qtbot: QtBot) -> None:
    made = label(HOSTILE)
    qtbot.addWidget(made)
    assert made.textFormat() == Qt.TextFormat.PlainText
    # As markup it would be the width of one word.
    assert made.sizeHint().width() > 200


def test_a_label_follows_the_theme(qtbot: QtBot) -> None:
    made = label("Reactivation is free", Type.META, "muted")
    qtbot.addWidget(made)
    install_theme("dark")
    assert made.palette().color(QPalette.ColorRole.WindowText) == DARK.muted
    made.recolour("over_text")
    assert made.palette().color(QPalette.ColorRole.WindowText) == DARK.over_text


def test_a_label_aligns_with_the_interface_not_with_its_letters(qtbot: QtBot, right_to_left: None) -> None:
    made = label("Hartwell Motors")
    qtbot.addWidget(made)
    assert made.alignment() & Qt.AlignmentFlag.AlignRight
    assert made.alignment() & Qt.AlignmentFlag.AlignAbsolute


def test_a_cut_text_is_whole_in_the_tooltip(qtbot: QtBot) -> None:
    made = ElidedLabel("Stock valuation differs from ledger since update 9.4.2", Type.BODY, "text")
    qtbot.addWidget(made)
    made.resize(100, 18)
    made.show()
    assert made.toolTip() == made.text()
    made.resize(800, 18)
    assert made.toolTip() == ""


def test_a_message_grows_with_what_it_says(qtbot: QtBot) -> None:
    made = LeadText("TeamViewer didn't open.", "It isn't installed on this computer.", "over_text")
    qtbot.addWidget(made)
    assert made.heightForWidth(1000) == 16
    assert made.heightForWidth(100) > made.heightForWidth(200) == 32


def test_a_label_made_before_another_look_and_seen_after_it_has_its_colours(qtbot: QtBot) -> None:
    install_theme("light")
    shown = label("First cases", Type.BODY_STRONG)
    qtbot.addWidget(shown)
    theme().choose("dark")
    shown.show()
    assert shown.palette().windowText().color() == theme().colours.text
    theme().choose("light")
    assert shown.palette().windowText().color() == theme().colours.text
