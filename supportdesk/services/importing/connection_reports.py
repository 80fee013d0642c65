"""Takes a vendor's connection reports in: matched with what the desk knows, kept, and put on the cases that are sure.

It goes by steps, so that what a person does meanwhile never waits long. Running it twice keeps and links nothing twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from supportdesk.rules.remote_sessions.facts import ConnectionReport, KnownCode, name_key
from supportdesk.rules.remote_sessions.matching import Decision, Standing, match
from supportdesk.services.cases.remote_reports import (
    MOST_AT_ONCE,
    OPEN,
    PROPOSED,
    RUNNING,
    Noted,
    note_reports,
    report_row,
)
from supportdesk.services.cases.report_links import ReportLink, link_reports
from supportdesk.services.operations.desk import Desk, Done
from supportdesk.services.queries.remote_facts import (
    known_facts,
    officers,
    settled_reports,
    waiting_reports,
)

_STANDINGS = {Standing.RUNNING: RUNNING, Standing.UNMATCHED: OPEN, Standing.PROPOSED: PROPOSED}


_LOOKED_AT_AGAIN = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Step:
    """One act of taking reports in: some to keep, or some to put on one case."""

    noted: tuple[Noted, ...] = ()
    case_id: UUID | None = None
    links: tuple[ReportLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Intake:
    """What is to be done with reports that were fetched, step by step, and what comes of them."""

    steps: tuple[Step, ...]
    linked: int
    proposed: int
    unmatched: int
    running: int


def plan_intake(desk: Desk, reports: Sequence[ConnectionReport], fields: Iterable[KnownCode] = ()) -> Intake:
    """Match reports with what the desk knows; nothing is written.

    Those that were decided on before are left out; those that still wait from the last weeks are looked at again, as
    more may be known by now.
    """
    waiting = waiting_reports(desk, desk.now() - _LOOKED_AT_AGAIN)
    fetched = {report.id for report in reports}
    again = [each.report for each in waiting.values() if each.report.id not in fetched]
    all_of_them = (*reports, *again)
    decisions = match(all_of_them, known_facts(desk, all_of_them, fields), settled_reports(desk))
    noted = [each for each in map(_noted, decisions) if not _is_kept(each, waiting.get(each.report.id))]
    steps = [Step(tuple(noted[start : start + MOST_AT_ONCE])) for start in range(0, len(noted), MOST_AT_ONCE)]
    sure: dict[UUID, list[ReportLink]] = defaultdict(list)
    agents = officers(desk)
    for each in decisions:
        if each.standing is Standing.AUTOMATIC and each.case_id is not None:
            sure[each.case_id].append(_link(each, agents))
    steps += [
        Step(case_id=case_id, links=tuple(links[start : start + MOST_AT_ONCE]))
        for case_id, links in sure.items()
        for start in range(0, len(links), MOST_AT_ONCE)
    ]
    counts = dict.fromkeys(Standing, 0)
    for each in decisions:
        counts[each.standing] += 1
    return Intake(
        tuple(steps),
        linked=counts[Standing.AUTOMATIC],
        proposed=counts[Standing.PROPOSED],
        unmatched=counts[Standing.UNMATCHED],
        running=counts[Standing.RUNNING],
    )


def take_step(desk: Desk, step: Step) -> Done:
    """Do one step, as an act of its own."""
    if step.case_id is None:
        return note_reports(desk, step.noted)
    return link_reports(desk, step.case_id, step.links)


def take_in(desk: Desk, reports: Sequence[ConnectionReport], fields: Iterable[KnownCode] = ()) -> Intake:
    """Take reports in from first to last."""
    intake = plan_intake(desk, reports, fields)
    for step in intake.steps:
        take_step(desk, step)
    return intake


def _noted(decision: Decision) -> Noted:
    # What is sure is kept as proposed first: should linking it fail, somebody finds it in the list.
    standing = _STANDINGS.get(decision.standing, PROPOSED)
    evidence = tuple(each.value for each in decision.evidence)
    return Noted(
        decision.report, standing, decision.case_id, decision.session_id, decision.confidence, evidence
    )


def _is_kept(noted: Noted, before: Noted | None) -> bool:
    """Whether this is what is kept of the report already."""
    return before is not None and noted == replace(
        before, report=replace(noted.report, ended_at=before.report.ended_at)
    )


def _link(decision: Decision, agents: dict[str, UUID]) -> ReportLink:
    return ReportLink(
        report_row(decision.report.id),
        decision.session_id,
        decision.confidence,
        tuple(each.value for each in decision.evidence),
        agents.get(name_key(decision.report.officer.name)),
    )
