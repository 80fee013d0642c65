"""Keeps what is typed into a visit: half a second after a key, and at once when the focus or the page is left."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal

from supportdesk.services.cases import late_words
from supportdesk.services.cases.late_words import SetAside
from supportdesk.services.person import drafts

if TYPE_CHECKING:
    from supportdesk.domain.errors import KnownError
    from supportdesk.services.operations.desk import Desk
    from supportdesk.workers.session import DeskSession

KEEP_AFTER_MS = 500
TRY_AGAIN_AFTER_MS = 3_000
DRAFT = "draft"
"""What is typed and drawn but no part of the report yet: the name of who signs, a check without a state."""

Key = tuple[UUID, str]


@dataclass(slots=True)
class _Base:
    """What a value was typed over: what was seen, or what was last saved of it here."""

    value: object


def draft_key(visit_id: UUID) -> str:
    """Under which name a visit's draft is kept."""
    return f"visit:{visit_id}"


class VisitKeeper(QObject):
    """`kept` carries when something was saved, `failed` the KnownError that kept it from being saved.

    `late` carries the SetAside of what came too late for its visit.
    """

    kept = Signal(object)
    late = Signal(object)
    failed = Signal(object)

    def __init__(self, session: DeskSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: dict[Key, object] = {}
        self._underway: deque[tuple[Key, object]] = deque()
        self._seen: dict[Key, _Base] = {}
        self._once_kept: tuple[UUID, Callable[[], None]] | None = None
        self._in_trouble = False
        self.rounds = 0  # what was read before the last save came back may be older than it
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(KEEP_AFTER_MS)
        self._timer.timeout.connect(self._hand_over)

    def saw(self, visit_id: UUID, name: str, value: object) -> None:
        """Note what is shown of a field: what is typed next is typed over this."""
        self._seen[visit_id, name] = _Base(value)

    def keep(self, visit_id: UUID, name: str, value: object) -> None:
        """Keep this value soon."""
        self._waiting[visit_id, name] = value
        # A timer that began anew with each key would keep nothing of what is typed without a stop.
        if not self._timer.isActive():
            self._timer.start()

    def holds(self, visit_id: UUID, name: str) -> bool:
        """Whether something typed there is not saved yet."""
        key = (visit_id, name)
        return key in self._waiting or any(each == key for each, _ in self._underway)

    def typed(self, visit_id: UUID) -> dict[str, object]:
        """What was typed into a visit and is not saved yet, by field."""
        held = (*self._underway, *self._waiting.items())
        return {name: value for (visit, name), value in held if visit == visit_id}

    def flush(self) -> None:
        """Save everything now. What is handed over is written even if the program is closing."""
        # Who asks now, as before the program ends, is to hear of any trouble again.
        self._in_trouble = False
        self._hand_over()

    def once_kept(self, visit_id: UUID, act: Callable[[], None]) -> None:
        """Save everything now and act once all of the visit is saved; not at all where that fails, which is told.

        Nor where something came too late: the visit is closed, and there is nothing more to be done to it.
        """
        self.flush()
        self._once_kept = (visit_id, act)
        self._act_if_kept()

    def _act_if_kept(self) -> None:
        if self._once_kept is None:
            return
        visit_id, act = self._once_kept
        if not any(key[0] == visit_id for key in (*self._waiting, *(each for each, _ in self._underway))):
            self._once_kept = None
            act()

    def _drop_act(self, visit_id: UUID) -> None:
        if self._once_kept is not None and self._once_kept[0] == visit_id:
            self._once_kept = None

    def _hand_over(self) -> None:
        self._timer.stop()
        self._timer.setInterval(KEEP_AFTER_MS)
        if not self._session.takes_acts:
            return
        waiting, self._waiting = self._waiting, {}
        for key, value in waiting.items():
            self._underway.append((key, value))
            base = self._seen.setdefault(key, _Base(None))
            self._session.do(_keep, key, value, base, then=self._kept, failed=self._not_kept)

    def _kept(self, result: object) -> None:
        (visit_id, name), _value = self._underway.popleft()
        self._in_trouble = False
        self.rounds += 1
        if isinstance(result, SetAside):
            self._drop_act(visit_id)
            self.late.emit(result)
        elif name != DRAFT:
            self.kept.emit(self._session.now())
        self._act_if_kept()

    def _not_kept(self, error: KnownError) -> None:
        """Say it once, and try again until it is kept: the disk may have room by then."""
        key, value = self._underway.popleft()
        self._drop_act(key[0])
        if all(each != key for each, _ in self._underway):
            self._waiting.setdefault(key, value)
        if self._waiting and not self._timer.isActive():
            self._timer.setInterval(TRY_AGAIN_AFTER_MS)
            self._timer.start()
        if not self._in_trouble:
            self._in_trouble = True
            self.failed.emit(error)
            # Who waits for everything to be kept, before the desk is left, hears it here.
            self._session.refused.emit(error)


def _keep(desk: Desk, key: Key, value: object, base: _Base) -> object:
    visit_id, name = key
    if name != DRAFT:
        done = late_words.keep(desk, visit_id, name, value, base.value)
        # Only now: what is tried again after a failure was typed over the same as at first. So is what goes on being
        # typed after something was set aside.
        if not isinstance(done, SetAside):
            base.value = value
        return done
    if value is None:
        drafts.discard(desk, draft_key(visit_id))
        return None
    return drafts.save(desk, draft_key(visit_id), cast("Mapping[str, Any]", value))
