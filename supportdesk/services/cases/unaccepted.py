"""Handing what was not accepted to a manager, with its words on the case; what else becomes of it is in `exchange`."""

from __future__ import annotations

from supportdesk.domain.operation import Entity, Kind, Operation
from supportdesk.domain.words import AgentRole, EntryKind
from supportdesk.services.in_hand.case_in_hand import Line, take
from supportdesk.services.operations.applying import handles
from supportdesk.services.operations.records import required
from supportdesk.services.operations.work import Effect, Work

HANDED_OVER = "handed_over"


@handles("case.hand_over", kind=Kind.APPEND, entity=Entity.CASE)
def _hand_over(work: Work, operation: Operation) -> Effect:
    case = take(work, work.root)
    body = required(operation.args["body"], "What is handed over")
    told = {name: operation.args.get(name) for name in ("act", "rule", "reason")}
    entry = case.write(Line(EntryKind.UNACCEPTED, body=body, data=told))
    case.put_before(HANDED_OVER, for_role=AgentRole.MANAGER)
    return Effect(case.put_down(), created=entry)
