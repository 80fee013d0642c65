"""The desk's side of a push: what waits to be sent, and what the hub made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from supportdesk.domain.operation import Aspect, ChangeSet, Status
from supportdesk.services.operations.desk import Desk
from supportdesk.store import desk_rows
from supportdesk.store.desk_rows import RESTS_AFTER, Waiting

_TRIES_TO_BE_READ = 3
_FIRST_PAUSE = timedelta(seconds=2)
_LONGEST_PAUSE = timedelta(minutes=5)
_MOST_CHARACTERS = 1 << 20
_ENDS = frozenset(status.value for status in Status)


@dataclass(frozen=True, slots=True)
class HubAnswer:
    """What the hub said to one operation; `status` is that of an outcome, or what is no end: blocked or retry."""

    number: int
    status: str
    seq: int
    rule: str | None = None
    reason: str | None = None
    result: Mapping[str, Any] | None = None


def to_send(desk: Desk, limit: int) -> list[Waiting]:
    """What may be sent now, in the order in which it was done; not more than goes at once."""
    with desk.store.read() as conn:
        numbers = desk_rows.first_to_send(conn, desk.now(), limit, _MOST_CHARACTERS)
        return desk_rows.waiting(conn, numbers=numbers)


def note_answers(desk: Desk, answers: Sequence[HubAnswer]) -> ChangeSet:
    """Note what the hub made of what was sent. An effect shows when it comes back with the hub's rows."""
    changes = ChangeSet()
    with desk.store.write() as conn:
        sent_now = desk_rows.waiting(conn, answered=False, numbers=[answer.number for answer in answers])
        waiting = {each.kept.number: each for each in sent_now}
        for answer in answers:
            sent = waiting.get(answer.number)
            if sent is None:
                continue
            if answer.status in _ENDS:
                told = {
                    "status": answer.status,
                    "rule": answer.rule,
                    "reason": answer.reason,
                    "result": dict(answer.result) if answer.result else None,
                    "answered_at": desk.now(),
                }
                desk_rows.note_answer(conn, answer.number, answer.seq, told)
                changes |= ChangeSet({sent.kept.operation.root: frozenset({Aspect.ROW})})
            else:
                _not_yet(conn, desk, sent, answer)
    return changes


def turned_back(desk: Desk, number: int, code: str, what: str) -> HubAnswer:
    """What it means for an operation that the hub could not even read it: after some tries, its end.

    The way there may have damaged it, and what is rejected falls to a person.
    """
    with desk.store.read() as conn:
        tries = next((each.tries for each in desk_rows.waiting(conn, numbers=[number])), 0)
    ends = tries + 1 >= _TRIES_TO_BE_READ
    return HubAnswer(number, "rejected" if ends else "retry", 0, code, what)


def _not_yet(conn: Any, desk: Desk, sent: Waiting, answer: HubAnswer) -> None:  # noqa: ANN401 - a connection
    tries = sent.tries + 1
    state = desk_rows.BLOCKED if answer.status == "blocked" else desk_rows.WAITING
    values = {"state": state, "tries": tries, "why": answer.reason, "next_try": _next_try(desk.now(), tries)}
    desk_rows.update_waiting(conn, answer.number, **values)


def _next_try(now: datetime, tries: int) -> datetime:
    """When it is worth another try: later each time, and after many only when a person says so."""
    if tries >= RESTS_AFTER:
        return now + timedelta(days=3650)
    return now + min(_FIRST_PAUSE * (1 << (tries - 1)), _LONGEST_PAUSE)


def send_now(desk: Desk) -> ChangeSet:
    """Let everything be tried at once, also what has rested."""
    with desk.store.write() as conn:
        desk_rows.let_all_be_tried(conn)
    return ChangeSet()
