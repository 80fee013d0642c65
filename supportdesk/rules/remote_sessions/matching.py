"""Decides for each report which case it belongs to, or that a person must say; what speaks for one is `evidence`'s.

The same facts give the same decisions in whatever order they come, and a report that was decided on is not looked at
again: running it twice links nothing twice (DSK-4).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from supportdesk.rules.remote_sessions.evidence import (
    LONGEST,
    SKEW,
    Candidate,
    Evidence,
    by_case,
    by_field,
    by_session,
    span,
)
from supportdesk.rules.remote_sessions.facts import (
    ConnectionReport,
    Known,
    KnownCase,
    KnownCode,
    KnownSession,
    Person,
    code_key,
    device_key,
    name_key,
)

AUTOMATIC_FROM = 85
"""The confidence, in per cent, from which a report is linked without asking."""
PROPOSED_FROM = 40
MARGIN = 10
"""How far the best case must lie before the second best, or a person chooses."""
_SHOWN = 5
_ONE_DAY = timedelta(days=1)


class Standing(StrEnum):
    """What became of a report."""

    AUTOMATIC = "automatic"
    PROPOSED = "proposed"
    UNMATCHED = "unmatched"
    RUNNING = "running"
    """The connection is not over: it is decided on when its end is known."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of one report.

    `case_id` is the case it is linked to, or the one proposed; None where nothing fits, and where several cases fit
    so alike that a person has to choose one of the `candidates`, best first.
    """

    report: ConnectionReport
    standing: Standing
    candidates: tuple[Candidate, ...] = ()
    case_id: UUID | None = None

    @property
    def session_id(self) -> UUID | None:
        """The desk's own session of that case, if it knows one."""
        return self.candidates[0].session_id if self.case_id is not None else None

    @property
    def confidence(self) -> int:
        """Of the best candidate, in per cent."""
        return self.candidates[0].confidence if self.candidates else 0

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """What speaks for the best candidate."""
        return self.candidates[0].evidence if self.candidates else ()


def match(
    reports: Iterable[ConnectionReport], known: Known, settled: Collection[str] = frozenset()
) -> tuple[Decision, ...]:
    """One decision for each report, in the order of time.

    `settled` are the ids of reports that were linked or put aside before, by a run or by a person; they get none.
    """
    index = _Index(known)
    return tuple(_decided(report, index) for report in _once(reports, settled))


def _once(reports: Iterable[ConnectionReport], settled: Collection[str]) -> list[ConnectionReport]:
    """Each id once. Of two that differ it is the later knowledge: the one that has ended, then the longer one."""
    kept: dict[str, ConnectionReport] = {}
    for report in reports:
        before = kept.get(report.id)
        if report.id not in settled and (before is None or _later(report) > _later(before)):
            kept[report.id] = report
    return sorted(kept.values(), key=lambda report: (report.started_at, report.id))


def _later(report: ConnectionReport) -> tuple[bool, datetime, str]:
    return report.ended_at is not None, report.ended_at or report.started_at, repr(report)


def _decided(report: ConnectionReport, index: _Index) -> Decision:
    if report.ended_at is None:
        return Decision(report, Standing.RUNNING)
    ranked = _ranked(index.candidates(report))
    if not ranked:
        return Decision(report, Standing.UNMATCHED)
    best = ranked[0]
    shown = ranked[:_SHOWN]
    if len(ranked) > 1 and best.confidence - ranked[1].confidence < MARGIN:
        return Decision(report, Standing.PROPOSED, shown)
    standing = Standing.AUTOMATIC if best.confidence >= AUTOMATIC_FROM else Standing.PROPOSED
    return Decision(report, standing, shown, best.case_id)


def _ranked(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """The best candidate of each case, best first."""
    by_cases: dict[UUID, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_cases[candidate.case_id].append(candidate)
    best = (_best(each) for each in by_cases.values())
    return tuple(sorted((each for each in best if each.confidence >= PROPOSED_FROM), key=_rank))


def _best(candidates: list[Candidate]) -> Candidate:
    """The best of one case. A custom field knows of no session, so it takes the one that fits best besides."""
    first, *others = sorted(candidates, key=_rank)
    session = next((each for each in others if each.session_id is not None), None)
    if session is None or Evidence.FIELD not in first.evidence:
        return first
    return replace(
        first,
        session_id=session.session_id,
        evidence=(*first.evidence, *session.evidence),
        apart=session.apart,
    )


def _rank(candidate: Candidate) -> tuple[int, timedelta, UUID, UUID]:
    return (
        -candidate.confidence,
        candidate.apart,
        candidate.case_id,
        candidate.session_id or candidate.case_id,
    )


class _Index:
    """What the desk knows, by what a report may name: only sessions that share something with it are looked at."""

    def __init__(self, known: Known) -> None:
        self._cases = known.cases
        self._by_code: dict[str, list[KnownSession]] = defaultdict(list)
        self._fields: dict[str, list[KnownCode]] = defaultdict(list)
        self._by_day: dict[tuple[date, str], list[KnownSession]] = defaultdict(list)
        self._by_device: dict[str, list[KnownCase]] = defaultdict(list)
        for code in known.codes:
            self._fields[code_key(code.code)].append(code)
        for session in known.sessions:
            self._file(session)
        for case in known.cases.values():
            for key in _case_keys(case):
                self._by_device[key].append(case)

    def candidates(self, report: ConnectionReport) -> Iterator[Candidate]:
        """Whatever may speak for one case or another; some cases come several times."""
        code = code_key(report.session_code)
        fields, coded = self._fields.get(code, []), self._by_code.get(code, [])
        if not code:
            fields, coded = [], []
        foreign = bool(code) and not fields and not coded
        for field in fields:
            yield by_field(report, field)
        sessions = {session.id: session for session in (*coded, *self._at_that_time(report))}
        sure = bool(fields)
        for session in sessions.values():
            case = self._cases.get(session.case_id)
            found = by_session(report, session, case, foreign_code=foreign)
            if found is not None:
                sure = sure or found.confidence >= AUTOMATIC_FROM
                yield found
        # A case without a session is no match for a session that is sure, and there are many such cases.
        for known in () if sure else self._at_that_device(report):
            likely = by_case(report, known)
            if likely is not None:
                yield likely

    def _file(self, session: KnownSession) -> None:
        if code_key(session.code):
            self._by_code[code_key(session.code)].append(session)
        keys = _keys(session.officer, session.device_id, {session.device_name})
        case = self._cases.get(session.case_id)
        if case is not None:
            keys |= {f"device name {name_key(name)}" for name in case.device_names}
        began, over = span(session)
        for day in _days(began - SKEW, over + SKEW):
            for key in keys:
                self._by_day[day, key].append(session)

    def _at_that_time(self, report: ConnectionReport) -> Iterator[KnownSession]:
        ended = min(report.ended_at or report.started_at, report.started_at + LONGEST)
        keys = _keys(report.officer, report.device_id, {report.device_name})
        for day in _days(report.started_at, ended):
            for key in keys:
                yield from self._by_day.get((day, key), ())

    def _at_that_device(self, report: ConnectionReport) -> Iterable[KnownCase]:
        keys = _keys(Person(), report.device_id, {report.device_name})
        return {case.id: case for key in keys for case in self._by_device.get(key, ())}.values()


def _keys(officer: Person, device_id: str, names: Iterable[str]) -> set[str]:
    found = {
        f"user {officer.user_id}" if officer.user_id else "",
        f"officer {name_key(officer.name)}" if officer.name else "",
        f"device {device_key(device_id)}" if device_key(device_id) else "",
    }
    found |= {f"device name {name_key(name)}" for name in names if name_key(name)}
    return found - {""}


def _case_keys(case: KnownCase) -> set[str]:
    keys = {key for device_id in case.device_ids for key in _keys(Person(), device_id, ())}
    return keys | _keys(Person(), "", case.device_names)


def _days(first: datetime, last: datetime) -> Iterator[date]:
    day = first.date()
    while day <= last.date():
        yield day
        day += _ONE_DAY
