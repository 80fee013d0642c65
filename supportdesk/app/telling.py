"""A message in a dialog of its own, for what must be said while the desk has no window to say it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError


def tell(error: KnownError, before: QWidget | None = None) -> None:
    """Say what happened, what it means and what to do; waits for the answer only where there is no window."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Support Desk", error.what, parent=before)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setInformativeText("\n\n".join(part for part in (error.meaning, error.remedy) if part))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if before is None:
        box.exec()
    else:
        box.open()
