"""What a visit report needs before it is finished (ONX-2); its layout and its delivery are made elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from supportdesk.domain.words import Channel
from supportdesk.rules.cases.state import Refusal
from supportdesk.rules.policies.policy import VisitRules

BASIC_PARTS = ("engineer", "client", "arrived", "left", "work_done")
"""What every report needs, also under a policy that says nothing of visits."""


class Health(StrEnum):
    """How a checked point of the client's system was found."""

    GOOD = "good"
    WATCH = "watch"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class CheckedPoint:
    """One point of the system's performance that was checked."""

    name: str
    health: Health
    remark: str = ""


@dataclass(frozen=True, slots=True)
class SparePart:
    """Something that was used or left at the client's."""

    name: str
    quantity: int = 1


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A photo or file of a report, by its checksum (SHA-256, hexadecimal); its name is what the report calls it."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What the client agrees to: that the work is done as asked, that the cases may be closed, and any remark."""

    as_asked: bool = False
    may_close: bool = False
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Agreement:
    """The client's agreement with the visit: who, whether signed, and when (UTC)."""

    name: str
    signed: bool
    at: datetime | None

    @property
    def given(self) -> bool:
        """Whether name, signature and time are all there."""
        return bool(self.name.strip()) and self.signed and self.at is not None


@dataclass(frozen=True, slots=True)
class VisitReport:
    """The report of an engineer's presence at a client's site; instants in UTC. Parts may still be empty.

    `recommendations` has one a line. `passed_on`: the client's suggestions go to product management.
    """

    engineer: UUID | None = None
    client: UUID | None = None
    site: UUID | None = None
    received_by: str = ""
    cases: tuple[UUID, ...] = ()
    arrived: datetime | None = None
    left: datetime | None = None
    performance: tuple[CheckedPoint, ...] = ()
    problems: str = ""
    work_done: str = ""
    recommendations: str = ""
    client_suggestions: str = ""
    passed_on: bool = False
    spare_parts: tuple[SparePart, ...] = ()
    attachments: tuple[AttachedFile, ...] = ()
    acceptance: Acceptance = Acceptance()
    agreement: Agreement | None = None


def report_needed(channel: Channel) -> bool:
    """Whether what came through this channel ends with a visit report."""
    return channel is Channel.VISIT


def missing_parts(rules: VisitRules | None, report: VisitReport) -> tuple[str, ...]:
    """The ids of the required parts that are still empty, in the policy's order."""
    filled = _filled(report)
    return tuple(part for part in (rules.required if rules is not None else BASIC_PARTS) if not filled[part])


def refuse_finishing(rules: VisitRules | None, report: VisitReport) -> Refusal | None:
    """Why the report can't be finished yet, or None. It is made at the end of the visit, so that has an end."""
    missing = missing_parts(rules, report)
    if missing:
        listed = ", ".join(part.replace("_", " ") for part in missing)
        return Refusal("ONX-2", f"The visit report is not complete: {listed}.", "Fill in what is missing.")
    if report.arrived is not None and report.left is not None and report.left < report.arrived:
        return Refusal("ONX-2", "The departure lies before the arrival.", "Correct one of the two times.")
    return None


def _filled(report: VisitReport) -> Mapping[str, bool]:
    return {
        "engineer": report.engineer is not None,
        "client": report.client is not None,
        "site": report.site is not None,
        "received_by": bool(report.received_by.strip()),
        "cases": bool(report.cases),
        "arrived": report.arrived is not None,
        "left": report.left is not None,
        "performance": bool(report.performance),
        "problems": bool(report.problems.strip()),
        "work_done": bool(report.work_done.strip()),
        "recommendations": bool(report.recommendations.strip()),
        "client_suggestions": bool(report.client_suggestions.strip()),
        "attachments": bool(report.attachments),
        "agreement": report.agreement is not None and report.agreement.given,
    }
