"""The way back to where the focus was before something was opened over it."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


class FocusReturn:
    """Remembers the widget that has the focus, with those it lies in, and gives the focus back once."""

    def __init__(self) -> None:
        self._before: tuple[QWidget, ...] = ()

    def remember(self) -> None:
        """What has the focus now gets it back."""
        found, widget = [], QApplication.focusWidget()
        while widget is not None:
            found.append(widget)
            widget = widget.parentWidget()
        self._before = tuple(found)

    def give_back(self, reason: Qt.FocusReason) -> None:
        """Give the focus back, or to what is nearest around it where it is gone or hidden by now."""
        before, self._before = self._before, ()
        for widget in before:
            # A list that was shown anew, or a popup, has taken its widgets with it.
            if (
                shiboken6.isValid(widget)
                and widget.isVisible()
                and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
            ):
                widget.setFocus(reason)
                return
