"""Where Tab stops inside a part of a window, and how it goes on from there."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSplitter, QWidget


def tab_on(within: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next stop, or the one before, as the parts lie in the window and not as they were made."""
    stops, now = list(tab_stops(within)), QApplication.focusWidget()
    if not stops:
        return False
    before_first = -1 if forward else 0
    at = stops.index(now) if now in stops else before_first
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
    return True


def tab_stops(within: QWidget) -> Iterator[QWidget]:
    """The controls in it that Tab can reach now, in the order in which they were put there."""
    # Not along Qt's focus chain: each widget that PySide gives from there comes to belong to the one before it,
    # and dies with it in Python's eyes, although it goes on living in the window.
    # A splitter's children lie in another order than its panes.
    panes = [within.widget(at) for at in range(within.count())] if isinstance(within, QSplitter) else None
    for child in panes or within.children():
        if not isinstance(child, QWidget) or child.isWindow() or child.isHidden():
            continue
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus and child.isEnabled():
            yield child
        yield from tab_stops(child)
