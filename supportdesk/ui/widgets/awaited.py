"""What was asked for and waits, for its files or for its answer: meanwhile what it was asked with stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def _nothing() -> None:
    """What follows where only the parts are to rest."""


class Awaited:
    """Holds back one sending; meanwhile nothing can be changed in `parts`. `rest` has the keys then, if one had."""

    def __init__(self, parts: tuple[QWidget, ...], rest: QWidget | None = None) -> None:
        self._parts, self._rest = parts, rest
        self._then: Callable[[], None] | None = None
        self._focused: QWidget | None = None

    @property
    def holds(self) -> bool:
        """Whether something is held back."""
        return self._then is not None

    def hold(self, then: Callable[[], None] = _nothing) -> None:
        """Do this once the files have come; nothing where only the parts are to rest."""
        self._then = then
        focused = QApplication.focusWidget()
        within = focused is not None and any(
            part is focused or part.isAncestorOf(focused) for part in self._parts
        )
        self._focused = focused if within else None
        if self._focused is not None:
            # Else Qt gives the keys to whatever comes next, and what is typed blindly goes there.
            if self._rest is not None:
                self._rest.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self._focused.clearFocus()
        self._set_enabled(enabled=False)

    def go_on(self) -> None:
        """They have come: do what was held back, if anything is."""
        then = self._then
        if self.let_go() and then is not None:
            then()

    def let_go(self, *, left: bool = False) -> bool:
        """Hold nothing back any more; whether something was. Where it was `left`, the keys stay where they are."""
        if self._then is None:
            return False
        self._then = None
        self._set_enabled(enabled=True)
        # Whoever went elsewhere meanwhile stays there too.
        focused, self._focused = self._focused, None
        stays = left or QApplication.focusWidget() not in {None, self._rest}
        if focused is not None and shiboken6.isValid(focused) and not stays:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _set_enabled(self, *, enabled: bool) -> None:
        for part in self._parts:
            part.setEnabled(enabled)
