"""Who else is at the open case, told beside its number, and telling others that one is here; it asks no hub itself."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from supportdesk.ui import moments
from supportdesk.ui.hub_line import HubLine, OthersAtCase, Present

if TYPE_CHECKING:
    from datetime import datetime

    from supportdesk.ui.case_detail.toolbar import Toolbar
    from supportdesk.ui.pages import Shell

WRITING_RESTS_MS = 60_000
"""Who has not typed for so long no longer writes."""


class Presence(QObject):
    """Keeps what the toolbar says of others true while a case is open."""

    def __init__(self, shell: Shell, toolbar: Toolbar, parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._toolbar = shell, toolbar
        self._line: HubLine | None = None
        self._case_id: UUID | None = None
        self._others: OthersAtCase | None = None
        self._writing = QTimer(self)
        self._writing.setSingleShot(True)
        self._writing.setInterval(WRITING_RESTS_MS)
        self._writing.timeout.connect(self._stopped_writing)
        shell.session.heartbeat.tick.connect(self._ticked)

    def look_at(self, case_id: UUID | None) -> None:
        """Another case is open, or none."""
        self._listen()
        self._writing.stop()
        self._case_id, self._others = case_id, None
        self._show()
        if self._line is not None:
            self._line.look_at(case_id, False)

    def typed(self) -> None:
        """Something is being typed on the case."""
        self._listen()
        if self._line is not None and not self._writing.isActive():
            self._line.look_at(self._case_id, True)
        self._writing.start()

    def _listen(self) -> None:
        """Listen to the line there is by now: a desk alone may have joined a hub since."""
        line = self._shell.line
        if line is self._line:
            return
        if self._line is not None:
            self._line.others_changed.disconnect(self._heard)
        self._line = line
        if line is not None:
            line.others_changed.connect(self._heard)

    def _stopped_writing(self) -> None:
        if self._line is not None:
            self._line.look_at(self._case_id, False)

    def _heard(self, others: OthersAtCase) -> None:
        if others.case_id == self._case_id or not others.known:
            self._others = others
            self._show()

    def _ticked(self, _now: datetime) -> None:
        self._show()

    def _show(self) -> None:
        if self._case_id is None or self._others is None:
            self._toolbar.show_others("", writing=False)
            return
        text = others_text(self._others, self._shell.session.now())
        self._toolbar.show_others(text, writing=any(each.writing for each in self._others.present))


def others_text(others: OthersAtCase, now: datetime) -> str:
    """Who else is here, in a sentence; empty where nobody is. While nobody can know, it says so."""
    if not others.known:
        return QCoreApplication.translate("Presence", "Offline: who else is here is unknown")
    return moments.listed(_one(each, now) for each in sorted(others.present, key=_writers_first))


def _one(person: Present, now: datetime) -> str:
    name = moments.own(person.name.split(maxsplit=1)[0] if person.name else "")
    if person.writing:
        words = QCoreApplication.translate("Presence", "{name} is writing, {ago}")
    else:
        words = QCoreApplication.translate("Presence", "{name} is looking, {ago}")
    return words.format(name=name, ago=moments.ago_sentence(person.at, now))


def _writers_first(person: Present) -> tuple[bool, str]:
    return not person.writing, person.name
