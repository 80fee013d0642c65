"""A column of lines of text that are replaced together, as previews and reports are."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from supportdesk.ui.theme import Type
from supportdesk.ui.widgets.texts import ElidedLabel


class Lines(QWidget):
    """Elided lines, one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_lines(self, lines: Iterable[str]) -> None:
        """Show these lines in place of those before."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for line in lines:
            self._column.addWidget(ElidedLabel(line, Type.META, "text2"))
