"""Sends what waits on a desk, as much as a message may hold; one at fault does not hold up the others (sync B4)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from supportdesk.domain.operation import ChangeSet
from supportdesk.protocol import codec
from supportdesk.protocol.messages import MOST_OPERATIONS, Letter, Push
from supportdesk.services.exchange import sending
from supportdesk.services.exchange.sending import HubAnswer
from supportdesk.services.operations.desk import Desk
from supportdesk.store import desk_rows
from supportdesk.store.desk_rows import Waiting
from supportdesk.sync.link import HubLink, Turned

_MOST_BYTES = 1 << 20
_AT_FAULT = frozenset({"malformed", "op_reused", "too_large"})

Told = Callable[[ChangeSet], None]
"""Hears what screens have to read again."""


def push_some(desk: Desk, link: HubLink, told: Told) -> int:
    """Send the first of what waits; gives how many came to an end by it."""
    waiting = sending.to_send(desk, MOST_OPERATIONS)
    return _push(desk, link, told, _within_size([_letter(each) for each in waiting])) if waiting else 0


def _push(desk: Desk, link: HubLink, told: Told, letters: Sequence[Letter]) -> int:
    try:
        answers = _send(desk, link, letters)
    except Turned as turned:
        if turned.code not in _AT_FAULT:
            raise
        if len(letters) > 1:
            # One of them is at fault: it must not hold up the others.
            middle = len(letters) // 2
            return sum(_push(desk, link, told, half) for half in (letters[:middle], letters[middle:]))
        answers = [sending.turned_back(desk, letters[0].n, turned.code, turned.what)]
    told(sending.note_answers(desk, answers))
    return sum(answer.status not in {"blocked", "retry"} for answer in answers)


def _send(desk: Desk, link: HubLink, letters: Sequence[Letter]) -> list[HubAnswer]:
    with desk.store.read() as conn:
        device = desk_rows.device(conn)
    pushed = link.push(Push(device=device, letters=list(letters)))
    return [
        HubAnswer(each.n, each.status, each.seq, each.rule, each.reason, each.result)
        for each in pushed.answers
    ]


def _letter(waiting: Waiting) -> Letter:
    operation = waiting.kept.operation
    return Letter(
        n=waiting.kept.number,
        id=operation.id,
        root_entity=operation.root.entity.value,
        root_id=operation.root.id,
        kind=operation.kind.value,
        name=operation.name,
        args=dict(operation.args),
        actor=operation.actor,
        at=operation.at,
        expect=dict(operation.expect),
        seen=operation.seen,
        deps=list(operation.deps),
    )


def _within_size(letters: Sequence[Letter]) -> list[Letter]:
    """As many of the first as a message may hold; one at least."""
    total = 0
    fitting: list[Letter] = []
    for letter in letters:
        total += len(codec.encode(letter))
        if fitting and total > _MOST_BYTES:
            break
        fitting.append(letter)
    return fitting
