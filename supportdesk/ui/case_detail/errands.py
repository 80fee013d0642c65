"""Acts on their way: what is said when one is done, and who hears when it is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from supportdesk.services.operations.desk import Done

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.ui.pages import Shell


class Errand(QObject):
    """One act until it is done: `done` carries its result, `refused` the KnownError."""

    done = Signal(object)
    refused = Signal(object)

    def __init__(self, shell: Shell, said: str, parent: QObject, *, in_place: bool) -> None:
        super().__init__(parent)
        self._shell, self._said, self._in_place = shell, said, in_place

    def succeed(self, result: object) -> None:
        """The act is done: say so, with the way back where there is one."""
        if self._said:
            undo = result if isinstance(result, Done) and result.undoable else None
            self._shell.say(self._said, undo=undo)
        self.done.emit(result)
        self.deleteLater()

    def fail(self, error: KnownError) -> None:
        """The act was refused: nothing was changed."""
        if not self._in_place:
            self._shell.refuse(error)
        self.refused.emit(error)
        self.deleteLater()


class Errands(QObject):
    """Sends acts on their way; `in_place` for those whose refusal is shown where they were asked for."""

    def __init__(self, shell: Shell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shell = shell

    def run(
        self,
        said: str,
        act: Callable[..., object],
        *args: Any,
        in_place: bool = False,
        **named: Any,
    ) -> Errand:
        """Do `act(desk, *args, **named)`; `said` is said once it is done, empty for nothing."""
        errand = Errand(self._shell, said, self, in_place=in_place)
        self._shell.session.do(act, *args, then=errand.succeed, failed=errand.fail, **named)
        return errand
