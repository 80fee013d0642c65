"""Tiles side by side, two in a narrow column and more where there is room; as high as they are together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtWidgets import QSizePolicy, QWidget

from supportdesk.ui.visits.photo_tile import height_for
from supportdesk.ui.widgets.painting import right_to_left

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

_GAP, _GAP_BELOW = 8, 4
_LEAST, _FEWEST = 150, 2


class Tile(Protocol):
    """What stands in the grid."""

    def set_columns(self, columns: int) -> None:
        """How many tiles stand in a row."""


class TileGrid(QWidget):
    """Holds tiles in their order."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles: tuple[QWidget, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_tiles(self, tiles: Sequence[QWidget]) -> None:
        """Show these and no others; one that is there already keeps the keyboard."""
        for gone in set(self._tiles) - set(tiles):
            gone.hide()
        self._tiles = tuple(tiles)
        before: QWidget | None = None
        for tile in self._tiles:
            if tile.parentWidget() is not self:
                tile.setParent(self)
            tile.show()
            if before is not None:
                self.setTabOrder(before, tile)
            before = tile
        self._place()

    @property
    def columns(self) -> int:
        """How many stand in a row."""
        return max(_FEWEST, (self.width() + _GAP) // (_LEAST + _GAP))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def _place(self) -> None:
        columns = self.columns
        width = max(1, (self.width() - _GAP * (columns - 1)) // columns)
        height = height_for(width)
        for number, tile in enumerate(self._tiles):
            row, column = divmod(number, columns)
            x = column * (width + _GAP)
            if right_to_left():
                x = self.width() - width - x
            tile.setGeometry(x, row * (height + _GAP_BELOW), width, height)
            cast("Tile", tile).set_columns(columns)
        rows = -(-len(self._tiles) // columns)
        self.setFixedHeight(max(0, rows * (height + _GAP_BELOW) - _GAP_BELOW))
