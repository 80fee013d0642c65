"""Every icon the design names is there, directional ones are mirrored, and drawings are kept."""

from __future__ import annotations

import pytest
import qtawesome
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from supportdesk.ui import icons
from supportdesk.ui.theme import CLEAR, theme

NAMED = """
tray user user-circle-plus timer hourglass-medium map-pin bookmark-simple buildings storefront
chart-bar book-open users-three warning-circle arrow-bend-up-left lock-simple phone-incoming
phone monitor-play shield-check arrow-counter-clockwise pause-circle play globe paperclip image
article paper-plane-tilt-fill ticket bug link copy-simple bell dots-three-bold arrows-left-right
git-merge git-fork sign-in sign-out camera eye laptop cloud cloud-check wifi-slash file-x
funnel-simple sort-ascending rows caret-down info lightbulb check-bold x magnifying-glass
plus-bold tray-fill user-fill warning-circle-fill check-circle-fill caret-down-bold
caret-right-bold sun coffee
""".split()  # noqa: SIM905 – a paragraph of names reads better than a list of strings


def drawn(name: str) -> QImage:
    image = QImage(32, 32, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(CLEAR)
    with QPainter(image) as painter:
        icons.draw_icon(painter, QPointF(0, 0), name, 32, theme().colours.text)
    return image


@pytest.mark.parametrize("name", NAMED)
def test_every_named_icon_is_in_the_font_and_inks_its_box(name: str) -> None:
    image = drawn(name)
    inked = sum(image.pixelColor(x, y).alpha() > 60 for x in range(32) for y in range(32))
    assert 30 < inked < 900


def test_the_font_is_the_one_that_the_package_serves(qapp: QApplication) -> None:
    assert {name for name in NAMED if not qtawesome.charmap(f"ph.{name}")} == set()
    assert set(NAMED) <= icons.icon_names()


@pytest.mark.parametrize(
    ("name", "mirrors"), [("arrow-bend-up-left", True), ("sign-in-bold", True), ("phone", False)]
)
def test_icons_that_point_somewhere_are_mirrored(qapp: QApplication, name: str, mirrors: bool) -> None:
    before = drawn(name)
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    after = drawn(name)
    # Unlike a picture flipped pixel by pixel, an outline is drawn anew; a little differs at its edges.
    flipped = before.flipped(Qt.Orientation.Horizontal)
    far_off = sum(
        abs(after.pixelColor(x, y).alpha() - (flipped if mirrors else before).pixelColor(x, y).alpha()) > 90
        for x in range(32)
        for y in range(32)
    )
    assert far_off == 0
    assert (after == before) is not mirrors


def test_a_drawing_is_made_once_a_colour_size_and_scale() -> None:
    colours = theme().colours
    first = icons.icon_pixmap("phone", 17, colours.text)
    assert icons.icon_pixmap("phone", 17, colours.text).cacheKey() == first.cacheKey()
    sharper = icons.icon_pixmap("phone", 17, colours.text, 2.0)
    assert sharper.width() == 34
    assert sharper.deviceIndependentSize().width() == 17
    assert icons.icon_pixmap("phone", 17, colours.muted).cacheKey() != first.cacheKey()


def test_an_unknown_icon_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        icons.icon_pixmap("no-such-icon", 17, theme().colours.text)
