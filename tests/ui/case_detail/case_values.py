"""A case as services would hand it to the pane, with everything on it; no test."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from supportdesk.domain.words import Channel, ClockKind, Cover, EntryKind, LinkKind, StageKind, Verdict
from supportdesk.services.views import (
    CaseDetail,
    ClockView,
    Deadline,
    EntitlementView,
    ExplainedStep,
    FileView,
    LinkView,
    PersonView,
    Reason,
    SeverityChoice,
    StageChoice,
    TimelineItem,
    TimelineSlice,
)

ZONE = ZoneInfo("America/Toronto")
NADIA = PersonView(UUID(int=10), "Nadia Karim")
TOM = PersonView(UUID(int=1), "Tom Ashworth")
PRIYA = PersonView(UUID(int=2), "Priya Raman")
KARIM = PersonView(UUID(int=6), "Karim Haddad")
DIANE = UUID(int=7)
CASE = UUID(int=10482)
CALL = EntryKind.CALL


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """An instant of 2026 on Toronto's clock."""
    return datetime(2026, month, day, hour, minute, tzinfo=ZONE)


NOW = at(24, 14, 18)

SEVERITIES = (
    SeverityChoice("S1", 1, "Critical", "Work stands still for everyone"),
    SeverityChoice("S2", 2, "High", "An important function is down"),
    SeverityChoice("S3", 3, "Medium", "Something is wrong, with a way around it"),
    SeverityChoice("S4", 4, "Low", "A question or a wish"),
)

REACTIVATED = StageChoice("reactivated", "Reactivated", "reactivated", StageKind.OPEN)
STAGES = (
    StageChoice("in_progress", "In progress", "in_progress", StageKind.OPEN),
    StageChoice("waiting", "Waiting for customer", "waiting", StageKind.WAITING),
    StageChoice("vendor", "Waiting for vendor", "vendor", StageKind.HOLD, asks=frozenset({"vendor"})),
    StageChoice("development", "Development", "development", StageKind.OPEN),
    StageChoice(
        "testing",
        "Testing",
        "testing",
        StageKind.OPEN,
        refused="Testing comes after development. Move the case to development first.",
    ),
    StageChoice("on_hold", "On hold", "on_hold", StageKind.HOLD),
    StageChoice("estimate", "Estimate", "estimate", StageKind.OPEN, asks=frozenset({"quote"})),
    StageChoice("complete", "Complete", "complete", StageKind.DONE),
    StageChoice("closed", "Closed", "complete", StageKind.CLOSED),
)


def first_response(now: datetime = NOW) -> ClockView:
    """The first response after the reactivation: due today at 15:30, 1 h 12 m away."""
    started, due = at(23, 17, 42), at(24, 15, 30)
    hold = (at(24, 8, 30), at(24, 12, 18))
    return ClockView(
        kind=ClockKind.FIRST_RESPONSE,
        deadline=Deadline("running", ClockKind.FIRST_RESPONSE, started, at(24, 13, 30), due),
        verdict=Verdict.RUNNING,
        met_at=None,
        severity="S2 High",
        calendar_name="Toronto",
        time_zone="America/Toronto",
        target_seconds=6 * 3600,
        counted_seconds=4 * 3600 + 48 * 60,
        left_seconds=72 * 60,
        reasons=(
            Reason("started", {"at": started, "by": "reactivated", "day": 10, "of": 14}),
            Reason(
                "severity",
                {
                    "code": "S2",
                    "name": "High",
                    "place": 2,
                    "claimed": "S1",
                    "verified": "S2",
                    "amount": 0.5,
                    "unit": "business_days",
                },
            ),
            Reason(
                "calendar",
                {
                    "basis": "open_time",
                    "time_zone": "America/Toronto",
                    "place": "Toronto",
                    "business_day_seconds": 43200,
                    "amount_seconds": 21600,
                    "times": None,
                    "opening": None,
                    "after_hours": False,
                    "after_hours_offered": True,
                },
            ),
            Reason(
                "paused",
                {
                    "start": hold[0],
                    "end": hold[1],
                    "stage": "on_hold",
                    "stage_name": "On hold",
                    "lost_seconds": 3 * 3600 + 48 * 60,
                },
            ),
        ),
        steps=(
            ExplainedStep("counted", started, at(23, 20), 8280),
            ExplainedStep("closed_night", at(23, 20), at(24, 8), 0),
            ExplainedStep("counted", at(24, 8), at(24, 8, 30), 1800),
            ExplainedStep("paused", *hold, 0),
            ExplainedStep("counted", at(24, 12, 18), now, int((now - at(24, 12, 18)).total_seconds())),
            ExplainedStep("counted", now, due, int((due - now).total_seconds())),
        ),
        open_intervals=((at(23, 8), at(23, 20)), (at(24, 8), at(24, 20))),
        policy_name="Severity targets",
        policy_version=3,
        rule_number=2,
        text="First response: due Tue 24 Nov 2026 15:30 (America/Toronto).",
        now=now,
    )


def season_ticket(left: int = 7) -> EntitlementView:
    """A season ticket of ten."""
    return EntitlementView(
        Cover.SEASON_TICKET,
        supported=True,
        rule="SYN-2",
        sentence=f"{left} of 10 incidents left.",
        left=left,
        size=10,
    )


def uncovered() -> EntitlementView:
    """Nothing stands behind the case."""
    return EntitlementView(
        Cover.NONE,
        supported=False,
        rule="SYN-1",
        sentence="Neither a contract nor a payment stands behind this case yet.",
        refused_acts=frozenset({"reply", "remote_session", "visit"}),
        ways_open="Pay for this incident, or buy a season ticket.",
    )


def case(**changes: Any) -> CaseDetail:
    """The case of the pictures, with other values where given."""
    values: dict[str, Any] = {
        "id": CASE,
        "number": "10482",
        "title": "Stock valuation differs from ledger since update 9.4.2",
        "branch": "Toronto",
        "organisation_id": UUID(int=501),
        "organisation": "Hartwell Motors",
        "client_code": "HARTW",
        "site": "",
        "contact_id": DIANE,
        "contact": "Diane Hartwell",
        "contact_role": "",
        "phone": "+1 905 555 0148",
        "email": "",
        "local_time_zone": "America/Toronto",
        "calendar_open": True,
        "language": "en",
        "product": "Ledgerline ERP",
        "product_version": "9.4.2",
        "area": "Stock › Valuation",
        "reason": "",
        "channel": Channel.PORTAL,
        "logged_at": at(9, 9, 2),
        "stage": REACTIVATED,
        "stages": STAGES,
        "severity_claimed": SEVERITIES[0],
        "severity_verified": SEVERITIES[1],
        "severity_reason": "An important function is down, but for 3 of 11 users, not for all.",
        "severities": SEVERITIES,
        "owner": NADIA,
        "agents": (NADIA, TOM, PRIYA, KARIM),
        "clocks": (first_response(),),
        "entitlement": season_ticket(),
        "links": (
            LinkView("tracking_note", UUID(int=801), "TN-7731", "Average cost is rounded", "9.4.3"),
            LinkView(LinkKind.SAME_CAUSE, UUID(int=10361), "10361", "Layers differ", "same cause, 2 clients"),
            LinkView("article", UUID(int=802), "KB 318", "Rebuild costs"),
        ),
        "template": (("Affected", "3 of 11 users"), ("Workaround", "None known")),
        "seconds_spent": {"remote": 23 * 60, "on_site": 3 * 3600 + 25 * 60, "desk": 100 * 60},
        "watchers": (TOM, PRIYA, KARIM),
        "followed": False,
        "open": True,
        "closed_at": None,
        "closed_automatically": False,
        "resolution": "",
        "resolutions": (("solved", "Solved"), ("not_reproducible", "Not reproducible")),
        "resolution_required": True,
        "agreement_required": False,
        "agreement_at": None,
        "closes_at": None,
        "next_reminder_at": None,
        "reactivate_until": None,
        "earlier_clocks": 0,
        "needs_owner": False,
        "unread_since": None,
        "policy_name": "Severity targets",
        "policy_version": 3,
        "extra": {},
    }
    return CaseDetail(**{**values, **changes})


def entry(number: int, kind: EntryKind, when: datetime, author: str, **values: Any) -> TimelineItem:
    """An entry with the usual values for its kind."""
    people = {person.name: person.id for person in (NADIA, TOM, PRIYA, KARIM)}
    spoken = {EntryKind.REPLY, EntryKind.CLIENT, EntryKind.NOTE, CALL, EntryKind.REMOTE_SESSION}
    shown: dict[str, Any] = {
        "id": UUID(int=90_000 + number),
        "kind": kind,
        "at": when,
        "public": kind is not EntryKind.NOTE,
        "system": kind not in spoken and kind not in {EntryKind.VISIT, EntryKind.INFO_REQUEST},
        "author_id": people.get(author, DIANE if author == "Diane Hartwell" else None),
        "author": author,
        "from_client": author == "Diane Hartwell",
        "organisation": "Hartwell Motors" if author == "Diane Hartwell" else "",
        "channel": None,
        "body": "",
        "data": {},
    }
    return TimelineItem(**{**shown, **values})


def file(name: str, size: int, media_type: str) -> FileView:
    """An attachment."""
    return FileView(UUID(int=sum(name.encode())), name, size, media_type, "stored")


ENTRIES = (
    entry(
        1,
        EntryKind.REPLY,
        at(10, 14, 22),
        "Tom Ashworth",
        body="May I connect for a few minutes? I’d like to compare the October layers.",
    ),
    entry(
        2,
        EntryKind.REMOTE_SESSION,
        at(10, 15, 4),
        "Tom Ashworth",
        body="Rebuilt average costs in the live company.",
        data={"seconds": 1380, "tool": "TeamViewer", "consent_by": "D. Hartwell"},
    ),
    entry(
        3,
        EntryKind.VISIT,
        at(12, 12, 35),
        "Karim Haddad",
        body="Health check: 8 good, 1 to watch. Accepted and signed by the client.",
        data={"number": "VR-0412", "seconds": 12300},
    ),
    entry(4, EntryKind.CLOSED, at(23, 17, 41), "Diane Hartwell"),
    entry(5, EntryKind.REACTIVATED, at(23, 17, 42), "Diane Hartwell", data={"day": 10, "of": 14}),
    entry(
        6,
        EntryKind.CLIENT,
        at(23, 17, 42),
        "Diane Hartwell",
        channel=Channel.PORTAL,
        body="It’s back since last night’s update. The valuation report says 184,210.55, the ledger says "
        "181,946.10. Until we agree them we can’t close October.",
        files=(
            file("valuation-oct.pdf", 212_000, "application/pdf"),
            file("ledger.png", 88_000, "image/png"),
        ),
    ),
    entry(7, EntryKind.SEVERITY, at(23, 18, 10), "Tom Ashworth", data={"verified": ["S1", "S2"]}),
    entry(
        8,
        CALL,
        at(24, 8, 26),
        "Nadia Karim",
        data={"direction": "incoming", "seconds": 240, "contact": "Diane Hartwell"},
        body="Asked us to hold until the stocktake ends. On hold 08:30–12:18.",
    ),
    entry(
        9,
        EntryKind.NOTE,
        at(24, 13, 50),
        "Priya Raman",
        body="Reproduced on the sample company: 9.4.2 rounds average cost to 2 decimals on transfer lines. "
        "Tracking note TN-7731, fixed in 9.4.3.",
    ),
)

TIMELINE = TimelineSlice(ENTRIES, 6)


def long_timeline(count: int) -> TimelineSlice:
    """The same kinds of entries, over and over."""
    items = []
    for number in range(count):
        model = ENTRIES[number % len(ENTRIES)]
        items.append(
            entry(
                1000 + number,
                model.kind,
                at(1, 8) + timedelta(minutes=30 * number),
                model.author,
                channel=model.channel,
                body=model.body,
                data=model.data,
                files=model.files,
            )
        )
    return TimelineSlice(tuple(items), 0)


def warranty(until: date = date(2027, 3, 31)) -> EntitlementView:
    """The first year, free of charge."""
    params: Mapping[str, Any] = {"last_day": until}
    return EntitlementView(
        Cover.FIRST_YEAR,
        supported=True,
        rule="ONX-3",
        sentence="Support is free of charge at first, until 31 March 2027.",
        valid_until=until,
        params=params,
    )
