"""Before a desk is left: waits until what was typed is kept, and says what to do where it can't be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject

from supportdesk.domain.errors import KnownError

if TYPE_CHECKING:
    from supportdesk.services.operations.desk import Desk
    from supportdesk.workers.session import DeskSession


class _Wait(QObject):
    """Until everything that was handed over is done; the first thing that was refused meanwhile."""

    def __init__(self, session: DeskSession) -> None:
        super().__init__()
        self._loop = QEventLoop()
        self.refusal: KnownError | None = None
        session.refused.connect(self.hear)
        # What is done in order is done when this is.
        session.do(_nothing, then=self.end, failed=self.hear_and_end)

    def hear(self, error: KnownError) -> None:
        self.refusal = self.refusal or error

    def hear_and_end(self, error: KnownError) -> None:
        self.hear(error)
        self.end(None)

    def end(self, _nothing: object) -> None:
        self._loop.quit()

    def run(self) -> None:
        self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)


def kept_all(session: DeskSession) -> KnownError | None:
    """Wait for every act that was handed over; why one of them was refused, None if none was."""
    wait = _Wait(session)
    wait.run()
    session.refused.disconnect(wait.hear)
    return wait.refusal


def not_kept(refusal: KnownError) -> KnownError:
    """What to say when a desk stays open because what was typed can't be kept."""
    remedy = QCoreApplication.translate(
        "Leaving", "{remedy} To leave without what you typed last, close the desk once more within a minute."
    )
    return KnownError(
        refusal.what,
        QCoreApplication.translate("Leaving", "What you typed last is not kept yet, so the desk stays open."),
        remedy.format(remedy=refusal.remedy).strip(),
    )


def _nothing(_desk: Desk) -> None:
    """Does nothing, in its turn."""
