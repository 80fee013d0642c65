"""How much one report and one session of the desk speak for each other; choosing between cases is `matching`'s."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from supportdesk.rules.remote_sessions.facts import (
    ConnectionReport,
    KnownCase,
    KnownCode,
    KnownSession,
    Person,
    code_key,
    device_key,
    name_key,
)

SKEW = timedelta(minutes=10)
"""How far the clocks of the desk and of the vendor, and a click and the connection it led to, may lie apart."""
LONGEST = timedelta(hours=24)
"""No session counts as longer, whatever was typed as its end."""
_UNENDED = timedelta(hours=4)
_CODE_BEFORE = timedelta(hours=1)
_CODE_LASTS = timedelta(days=8)


class Evidence(StrEnum):
    """What speaks for a case."""

    FIELD = "field"
    """The custom field of the session code holds the case's id."""
    CODE = "code"
    """The session code is one that the desk got for the case."""
    DEVICE = "device"
    DEVICE_NAME = "device_name"
    OFFICER = "officer"
    TOGETHER = "together"
    """Both began at the same time, as far as clocks agree."""
    WITHIN = "within"
    """The connection lies mostly in the session: it was cut and taken up again."""
    BESIDE = "beside"
    """The connection and the session only touch."""
    OPEN = "open"
    """The case was open at the time; the desk knows of no session."""


class _Same(StrEnum):
    YES = "yes"
    BY_NAME = "by_name"
    UNKNOWN = "unknown"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A case that a report may belong to; `confidence` in per cent, `session_id` is the desk's own where there is one.

    `apart` is how far the beginnings lie apart: it decides between two sessions of one case.
    """

    case_id: UUID
    session_id: UUID | None
    confidence: int
    evidence: tuple[Evidence, ...]
    apart: timedelta = timedelta()


# By device and by officer, if both happened at the same time. What is not named here speaks for nothing.
_BY_SESSION = {
    (_Same.YES, _Same.YES): 96,
    (_Same.BY_NAME, _Same.YES): 90,
    (_Same.YES, _Same.UNKNOWN): 80,
    (_Same.UNKNOWN, _Same.YES): 70,
    (_Same.BY_NAME, _Same.UNKNOWN): 60,
    (_Same.YES, _Same.NO): 55,
    (_Same.BY_NAME, _Same.NO): 45,
}
_BY_CASE = {
    (_Same.YES, _Same.YES): 65,
    (_Same.BY_NAME, _Same.YES): 60,
    (_Same.YES, _Same.UNKNOWN): 55,
    (_Same.YES, _Same.NO): 50,
    (_Same.BY_NAME, _Same.UNKNOWN): 45,
    (_Same.BY_NAME, _Same.NO): 40,
}
_BY_FIELD = 99
_BY_CODE = 98
_CODE_OF_ANOTHER_TIME = 60
_FOREIGN_CODE = 15


def span(session: KnownSession) -> tuple[datetime, datetime]:
    """From when to when a session is taken to have lasted."""
    ended = session.ended_at or session.started_at + _UNENDED
    return session.started_at, max(session.started_at, min(ended, session.started_at + LONGEST))


def by_field(report: ConnectionReport, known: KnownCode) -> Candidate:
    """What the custom field of the report's own session code says."""
    fits = known.made_at is None or _valid(report, known.made_at)
    confidence = _BY_FIELD if fits else _CODE_OF_ANOTHER_TIME
    return Candidate(known.case_id, None, confidence, (Evidence.FIELD,))


def by_session(
    report: ConnectionReport, session: KnownSession, case: KnownCase | None, *, foreign_code: bool
) -> Candidate | None:
    """What speaks for the session's case; None where nothing does, or something speaks against it.

    `foreign_code` tells that the report has a code which this desk never saw.
    """
    apart = abs(report.started_at - session.started_at)
    if report.session_code and session.code:
        if code_key(report.session_code) != code_key(session.code):
            return None
        confidence = _BY_CODE if _valid(report, session.started_at) else _CODE_OF_ANOTHER_TIME
        return Candidate(session.case_id, session.id, confidence, (Evidence.CODE,), apart)
    when = _when(report, session)
    where = _where(report, session, case)
    who = _who(report.officer, session.officer)
    base = _BY_SESSION.get((where, who))
    if when is None or base is None:
        return None
    loss, word = when
    confidence = base - loss - (_FOREIGN_CODE if foreign_code else 0)
    return Candidate(session.case_id, session.id, confidence, (*_words(where, who), word), apart)


def by_case(report: ConnectionReport, case: KnownCase) -> Candidate | None:
    """What speaks for a case although the desk has no session of it: enough to propose it, never to link it."""
    if report.started_at < case.opened_at or (case.closed_at and report.started_at > case.closed_at):
        return None
    where = _among(report, case.device_ids, case.device_names)
    known = [_who(report.officer, officer) for officer in case.officers]
    who = _Same.YES if _Same.YES in known else _Same.NO if _Same.NO in known else _Same.UNKNOWN
    base = _BY_CASE.get((where, who))
    if base is None:
        return None
    return Candidate(case.id, None, base, (*_words(where, who), Evidence.OPEN))


def _valid(report: ConnectionReport, made_at: datetime) -> bool:
    """Whether the code was good at the time: one code may be given out again, years later."""
    return made_at - _CODE_BEFORE <= report.started_at <= made_at + _CODE_LASTS


def _when(report: ConnectionReport, session: KnownSession) -> tuple[int, Evidence] | None:
    """How well the times fit: what it takes away from the confidence; None where they have nothing in common.

    Two beginnings close to each other count also where the sessions do not overlap: a session shorter than the
    clocks are apart looks like that.
    """
    began, over = span(session)
    ended = report.ended_at or report.started_at
    gap = max(began - ended, report.started_at - over)
    if gap > SKEW:
        return None
    shared = min(over, ended) - max(began, report.started_at)
    mostly = gap <= timedelta() and 2 * shared >= ended - report.started_at
    if abs(report.started_at - began) <= SKEW:
        return (0 if mostly else 6), Evidence.TOGETHER
    if mostly and session.ended_at is not None:
        return 4, Evidence.WITHIN
    return 20, Evidence.WITHIN if mostly else Evidence.BESIDE


def _where(report: ConnectionReport, session: KnownSession, case: KnownCase | None) -> _Same:
    ours = device_key(session.device_id)
    found = device_key(report.device_id)
    if ours and found and (ours[0] == "d") == (found[0] == "d"):
        return _Same.YES if ours == found else _Same.NO
    names = {session.device_name} if session.device_name else set()
    if case is not None:
        names |= case.device_names
    # A device has another name in every list: one that is not among ours says nothing.
    return _named(report, names)


def _among(report: ConnectionReport, ids: frozenset[str], names: frozenset[str]) -> _Same:
    found = device_key(report.device_id)
    if found and any(device_key(each) == found for each in ids):
        return _Same.YES
    return _named(report, names)


def _named(report: ConnectionReport, names: frozenset[str] | set[str]) -> _Same:
    name = name_key(report.device_name)
    return _Same.BY_NAME if name and any(name_key(each) == name for each in names) else _Same.UNKNOWN


def _who(one: Person, other: Person) -> _Same:
    if one.user_id and other.user_id:
        return _Same.YES if one.user_id == other.user_id else _Same.NO
    if one.name and other.name:
        return _Same.YES if name_key(one.name) == name_key(other.name) else _Same.NO
    return _Same.UNKNOWN


def _words(where: _Same, who: _Same) -> tuple[Evidence, ...]:
    words = []
    if where is _Same.YES:
        words.append(Evidence.DEVICE)
    elif where is _Same.BY_NAME:
        words.append(Evidence.DEVICE_NAME)
    if who is _Same.YES:
        words.append(Evidence.OFFICER)
    return tuple(words)
