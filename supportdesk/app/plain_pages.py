"""Makes the pages that need nothing but the window; each is loaded when it is first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from supportdesk.ui.pages import Shell


def dashboard(shell: Shell, parent: QWidget) -> QWidget:
    """The dashboard."""
    from supportdesk.ui.dashboard.page import DashboardPage  # noqa: PLC0415

    return DashboardPage(shell, parent)
