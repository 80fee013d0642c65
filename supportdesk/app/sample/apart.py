"""What two people of the sample world did to one case without knowing of each other, as a hub would have found it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from supportdesk.app.sample.cast import Cast, at_instant
from supportdesk.domain.errors import KnownError
from supportdesk.domain.operation import Operation
from supportdesk.services.cases import handling
from supportdesk.services.exchange import apart
from supportdesk.services.exchange.taking_in import take_in
from supportdesk.services.operations.applying import operation_of
from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries import details, lists
from supportdesk.services.views import CaseDetail, CaseQuery, Sort, ViewKind

_MINE_AGO, _THEIRS_AGO = timedelta(hours=2, minutes=52), timedelta(hours=2, minutes=8)
_OFFLINE_AGO, _BACK_AGO = timedelta(hours=5, minutes=26), timedelta(minutes=16)
_MANY = 200


def change_in_two_places(desk: Desk, cast: Cast) -> None:
    """A colleague moves a case and verifies its severity; what another had done before is heard of afterwards."""
    other = next(each for each in cast.colleagues if each.id != desk.actor)
    theirs = at_instant(replace(desk, actor=other.id), desk.now() - _THEIRS_AGO)
    rows = [
        *lists.page(desk, CaseQuery(ViewKind.MINE, Sort.ACTIVITY), 0, _MANY),
        *lists.page(desk, CaseQuery(ViewKind.ALL_OPEN, Sort.ACTIVITY), 0, _MANY),
    ]
    for row in rows:
        case = details.case(desk, row.id)
        codes = _codes(case)
        if row.last_activity_at > desk.now() - _MINE_AGO or codes is None:
            continue
        mine = _done_before(desk, case, codes[0])
        try:
            handling.move_stage(theirs, row.id, "development")
            handling.verify_severity(theirs, row.id, codes[1], reason="The month can't be closed.")
        except KnownError:
            continue
        with desk.store.write() as conn:
            for operation in mine:
                take_in(conn, operation, desk.policies)
        apart.begin(desk, desk.now() - _OFFLINE_AGO)
        apart.end(desk, desk.now() - _BACK_AGO)
        return


def _codes(case: CaseDetail) -> tuple[str, str] | None:
    """Two severities that the case does not have; None where it is no good example."""
    stages = {stage.id for stage in case.stages}
    verified = case.severity_verified.code if case.severity_verified else None
    free = [each.code for each in case.severities if each.code != verified]
    fits = {"development", "waiting_for_customer"} <= stages and case.stage.id not in {
        "development",
        "waiting_for_customer",
    }
    return (free[-2], free[0]) if fits and len(free) > 1 else None


def _done_before(desk: Desk, case: CaseDetail, code: str) -> list[Operation]:
    """What was done on what the case said then."""
    verified = case.severity_verified.code if case.severity_verified else None
    then = at_instant(desk, desk.now() - _MINE_AGO)
    args = {"stage": "waiting_for_customer", "recorded": None}
    moved = operation_of(then, "case.move_stage", case.id, args)
    judged = operation_of(
        then, "case.verify_severity", case.id, {"code": code, "reason": "There is a workaround."}
    )
    return [
        replace(moved, expect={"stage": case.stage.id}),
        replace(judged, expect={"severity_verified": verified}),
    ]
