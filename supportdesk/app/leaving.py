"""Before a desk is left: waits until what was typed is kept, and says what to do where it can't be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject

from supportdesk.domain.errors import KnownError

if TYPE_CHECKING:
    from supportdesk.services.operations.desk import Desk
    from supportdesk.workers.session import DeskSession


class _Wait(QObject):
    """Until everything that was handed over is done, and every errand; the first thing that was refused meanwhile."""

    def __init__(self, session: DeskSession) -> None:
        super().__init__()
        self._session = session
        self._loop = QEventLoop()
        self._turns = 0
        self.refusal: KnownError | None = None
        session.refused.connect(self.hear)
        # An errand ends with an act: that is done when a turn that is taken after it is.
        session.came_in.connect(self._in_turn)
        self._in_turn()

    def hear(self, error: KnownError) -> None:
        self.refusal = self.refusal or error

    def hear_and_end(self, error: KnownError) -> None:
        self.hear(error)
        self.end(None)

    def end(self, _nothing: object) -> None:
        self._turns -= 1
        if not self._turns and all(errand.refusal is not None for errand in self._session.errands):
            self._loop.quit()

    def _in_turn(self) -> None:
        # What is done in order is done when this is.
        self._turns += 1
        self._session.do(_nothing, then=self.end, failed=self.hear_and_end)

    def run(self) -> None:
        self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._session.came_in.disconnect(self._in_turn)
        self._session.refused.disconnect(self.hear)


def kept_all(session: DeskSession) -> KnownError | None:
    """Wait for every act that was handed over or will be; why something is not kept, None if everything is."""
    wait = _Wait(session)
    wait.run()
    lost = next((errand.refusal for errand in session.errands), None)
    return wait.refusal or lost


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
