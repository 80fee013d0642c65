"""Tables as CSV files that any spreadsheet opens; nothing in them is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QIODevice, QSaveFile

from supportdesk.domain.errors import KnownError

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def save_table(path: Path, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write the file, whole or not at all; KnownError if it can't be written."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(heads)
    for row in rows:
        table.writerow([plain(cell) for cell in row])
    file = QSaveFile(str(path))
    # The mark at the beginning tells spreadsheets that the letters are UTF-8.
    content = text.getvalue().encode("utf-8-sig")
    opened = file.open(QIODevice.OpenModeFlag.WriteOnly)
    if not opened or file.write(content) != len(content) or not file.commit():
        raise KnownError(
            QCoreApplication.translate("Files", "The list couldn't be saved as {name}.").format(
                name=path.name
            ),
            QCoreApplication.translate("Files", "The system said: {reason}.").format(
                reason=file.errorString().rstrip(".")
            ),
            QCoreApplication.translate("Files", "Choose another folder, or close the file elsewhere."),
        )


def plain(cell: object) -> object:
    """A cell that no spreadsheet reckons with: a client may be called “=1+1”."""
    if isinstance(cell, str) and cell.lstrip(" ").startswith(_FORMULA):
        return f"'{cell}"
    return cell
