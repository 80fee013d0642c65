"""Why something was not sent, said above the text that stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout

from supportdesk.ui.widgets.messages import Banner, error_banner

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError


class RefusalRow(QVBoxLayout):
    """Takes no room while nothing is said. `acted` when what can be done about it is asked for."""

    acted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.banner: Banner | None = None
        self.setContentsMargins(10, 0, 10, 0)

    def say(self, error: KnownError, way: str) -> None:
        """Say this instead of what was said before; `way` names what can be done about it here."""
        self.dismiss()
        banner = error_banner(error, action=way)
        banner.acted.connect(self.acted)
        banner.dismissed.connect(self.dismiss)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        banner.setSizePolicy(policy)
        self.banner = banner
        self.setContentsMargins(10, 8, 10, 0)
        self.addWidget(banner)

    def dismiss(self) -> None:
        """Say nothing any more."""
        if self.banner is not None:
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None
            self.setContentsMargins(10, 0, 10, 0)
