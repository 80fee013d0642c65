"""The one voice that says what changed; screens listen to it and to nothing else."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from supportdesk.domain.operation import ChangeSet, Outcome


class Notifier(QObject):
    """`changed` carries a ChangeSet, in the window's thread, after each act that changed something."""

    changed = Signal(object)

    def tell(self, result: object) -> None:
        """Tell what an act changed: a ChangeSet, an act's result, or several results as one."""
        changes = changes_of(result)
        if changes.changes or changes.everything:
            self.changed.emit(changes)


def changes_of(result: object) -> ChangeSet:
    """What a result says it changed; nothing for a result that doesn't say."""
    if isinstance(result, ChangeSet):
        return result
    if isinstance(result, tuple | list):
        whole = ChangeSet()
        for part in result:
            whole |= changes_of(part)
        return whole
    # What an act came to carries the outcome of its operation.
    outcome = getattr(result, "outcome", None)
    return outcome.changes if isinstance(outcome, Outcome) else ChangeSet()
