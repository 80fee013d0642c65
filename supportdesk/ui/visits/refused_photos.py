"""Says what was not added to a report, and lets it be tried again; what lies in memory only stays until then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from supportdesk.ui.widgets.messages import Banner, error_banner

if TYPE_CHECKING:
    from uuid import UUID

    from PySide6.QtWidgets import QVBoxLayout

    from supportdesk.domain.errors import KnownError
    from supportdesk.ui.visits.photo_desk import PhotoDesk


class RefusedPhotos(QObject):
    """One message in `place`, for the last that was refused; its button is for all that were."""

    def __init__(self, desk: PhotoDesk, place: QVBoxLayout) -> None:
        super().__init__(desk)
        self._desk, self._place = desk, place
        self.banner: Banner | None = None

    def tell(self, error: KnownError) -> None:
        """Say why something was not added."""
        self._drop_banner()
        self.banner = error_banner(error, action=self._way())
        self.banner.dismissed.connect(self._let_go)
        self.banner.acted.connect(self._again)
        self._place.addWidget(self.banner)

    def show_visit(self, visit_id: UUID) -> None:
        """Say it of this visit from now on."""
        self._drop_banner()
        self._desk.refused_given = [each for each in self._desk.refused_given if each.in_memory_only]
        for each in self._desk.refused_given:
            if each.visit_id == visit_id and each.errand.refusal is not None:
                self.tell(each.errand.refusal)

    def calm(self) -> None:
        """Say no more of it, unless it would be lost."""
        if not any(each.in_memory_only for each in self._desk.refused_given):
            self._let_go()

    def _way(self) -> str:
        refused = self._desk.refused_given
        if refused and all(each.in_memory_only for each in refused):
            return QCoreApplication.translate("Camera", "Try again")
        if any(not each.as_file for each in refused):
            return QCoreApplication.translate("Visits", "Attach as a file")
        return ""

    def _again(self) -> None:
        again = self._desk.let_go_all()
        self._drop_banner()
        for each in again:
            self._desk.take(each.visit_id, (each.given,), as_file=True)

    def _let_go(self) -> None:
        self._desk.let_go_all()
        self._drop_banner()

    def _drop_banner(self) -> None:
        if self.banner is not None:
            self.banner.hide()
            self.banner.deleteLater()
            self.banner = None
