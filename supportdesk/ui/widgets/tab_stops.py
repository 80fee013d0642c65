"""Where Tab stops inside a part of a window; who moves the focus there is the part's own matter."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_stops(within: QWidget) -> Iterator[QWidget]:
    """The controls in it that Tab can reach now, in the order in which they were put there."""
    # Not along Qt's focus chain: each widget that PySide gives from there comes to belong to the one before it,
    # and dies with it in Python's eyes, although it goes on living in the window.
    for child in within.children():
        if not isinstance(child, QWidget) or child.isWindow() or child.isHidden():
            continue
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus and child.isEnabled():
            yield child
        yield from tab_stops(child)
