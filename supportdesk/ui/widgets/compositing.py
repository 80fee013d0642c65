"""Round windows on any screen: whether it shows them translucent, and their shape where it does not."""

from __future__ import annotations

from ctypes import CDLL, c_char_p, c_int, c_ulong, c_void_p
from functools import cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QNativeInterface, QRegion
from PySide6.QtWidgets import QWidget


def composited() -> bool:
    """Whether translucent windows are shown as such; on X11 only while a compositor runs, elsewhere always."""
    app = QGuiApplication.instance()
    if not isinstance(app, QGuiApplication) or app.platformName() != "xcb":
        return True
    native = app.nativeInterface()
    display = native.display() if isinstance(native, QNativeInterface.QX11Application) else 0
    if not display:
        return True
    # Whoever composites a screen owns this selection, by the conventions of window managers.
    x11 = _x11()
    name = f"_NET_WM_CM_S{x11.XDefaultScreen(display)}"
    atom = x11.XInternAtom(display, name.encode(), True)
    return bool(atom and x11.XGetSelectionOwner(display, atom))


def shape(window: QWidget, card: QRect, radius: int) -> None:
    """Show of a window only its card with round corners where the rest of it would be black."""
    if composited():
        window.clearMask()
        return
    window.setMask(_rounded(card, radius))


def _rounded(card: QRect, radius: int) -> QRegion:
    """A rectangle with round corners, pixel by pixel."""
    across = 2 * radius
    region = QRegion(card.adjusted(radius, 0, -radius, 0)) + QRegion(card.adjusted(0, radius, 0, -radius))
    for x in (card.left(), card.right() - across + 1):
        for y in (card.top(), card.bottom() - across + 1):
            region += QRegion(x, y, across, across, QRegion.RegionType.Ellipse)
    return region


@cache
def _x11() -> CDLL:
    # Qt's own platform plugin has loaded it already.
    x11 = CDLL("libX11.so.6")
    x11.XDefaultScreen.argtypes = [c_void_p]
    x11.XDefaultScreen.restype = c_int
    x11.XInternAtom.argtypes = [c_void_p, c_char_p, c_int]
    x11.XInternAtom.restype = c_ulong
    x11.XGetSelectionOwner.argtypes = [c_void_p, c_ulong]
    x11.XGetSelectionOwner.restype = c_ulong
    return x11
