"""The interface's words for the words of the trade, one text a member; what a policy names brings its own words."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from supportdesk.domain.words import AgentRole, Channel, ClockKind, Cover, LedgerKind, LinkKind, Verdict
from supportdesk.services.views import GroupKey, Sort, ViewKind

_CASE_NUMBER = re.compile(r"[A-Z]+-(?P<year>[0-9]{4})-0*(?P<count>[0-9]+)")


def short_number(number: str, year: int) -> str:
    """What tells a case from the others of a list: `1862` for C-2026-001862 in 2026, `2025-1862` for an older one.

    A number of another form stays as it is.
    """
    found = _CASE_NUMBER.fullmatch(number)
    if found is None:
        return number
    return found["count"] if int(found["year"]) == year else f"{found['year']}-{found['count']}"


def view_title(view: ViewKind) -> str:
    """A list's title."""
    return {
        ViewKind.INBOX: QCoreApplication.translate("Words", "Inbox"),
        ViewKind.MINE: QCoreApplication.translate("Words", "My open cases"),
        ViewKind.UNASSIGNED: QCoreApplication.translate("Words", "Unassigned"),
        ViewKind.BREACHING: QCoreApplication.translate("Words", "Breaching soon"),
        ViewKind.WAITING: QCoreApplication.translate("Words", "Waiting for customer"),
        ViewKind.BRANCH: QCoreApplication.translate("Words", "Branch"),
        ViewKind.SEARCH: QCoreApplication.translate("Words", "Search"),
        ViewKind.ALL_OPEN: QCoreApplication.translate("Words", "All open cases"),
        ViewKind.EVERYTHING: QCoreApplication.translate("Words", "All cases"),
    }[view]


def group_title(group: GroupKey) -> str:
    """A heading inside a list sorted by deadline."""
    return {
        GroupKey.OVERDUE: QCoreApplication.translate("Words", "Overdue"),
        GroupKey.TWO_HOURS: QCoreApplication.translate("Words", "Due within 2 hours"),
        GroupKey.TODAY: QCoreApplication.translate("Words", "Later today"),
        GroupKey.THIS_WEEK: QCoreApplication.translate("Words", "This week"),
        GroupKey.LATER: QCoreApplication.translate("Words", "Later"),
        GroupKey.PAUSED: QCoreApplication.translate("Words", "Paused"),
        GroupKey.NO_DEADLINE: QCoreApplication.translate("Words", "No deadline"),
    }[group]


def sort_name(sort: Sort) -> str:
    """How a list is ordered."""
    return {
        Sort.DEADLINE: QCoreApplication.translate("Words", "Next deadline"),
        Sort.SEVERITY: QCoreApplication.translate("Words", "Severity"),
        Sort.ACTIVITY: QCoreApplication.translate("Words", "Last activity"),
        Sort.NEWEST: QCoreApplication.translate("Words", "Newest first"),
    }[sort]


def clock_name(clock: ClockKind) -> str:
    """A promise: first response or next update."""
    return {
        ClockKind.FIRST_RESPONSE: QCoreApplication.translate("Words", "First response"),
        ClockKind.NEXT_UPDATE: QCoreApplication.translate("Words", "Next update"),
    }[clock]


def verdict_name(verdict: Verdict) -> str:
    """What a clock came to."""
    return {
        Verdict.RUNNING: QCoreApplication.translate("Words", "Running"),
        Verdict.MET: QCoreApplication.translate("Words", "Met"),
        Verdict.MISSED: QCoreApplication.translate("Words", "Missed"),
        Verdict.STOPPED: QCoreApplication.translate("Words", "Stopped"),
    }[verdict]


def channel_name(channel: Channel) -> str:
    """How a case or entry reached us, inside a sentence or after a name."""
    return {
        Channel.PORTAL: QCoreApplication.translate("Words", "portal"),
        Channel.EMAIL: QCoreApplication.translate("Words", "email"),
        Channel.PHONE: QCoreApplication.translate("Words", "phone"),
        Channel.NET: QCoreApplication.translate("Words", "internet"),
        Channel.REMOTE: QCoreApplication.translate("Words", "remote session"),
        Channel.VISIT: QCoreApplication.translate("Words", "visit"),
        Channel.DESK: QCoreApplication.translate("Words", "desk"),
        Channel.IMPORT: QCoreApplication.translate("Words", "import"),
    }[channel]


def link_name(link: LinkKind) -> str:
    """How two cases belong together."""
    return {
        LinkKind.SPLIT_FROM: QCoreApplication.translate("Words", "split from"),
        LinkKind.MERGED_INTO: QCoreApplication.translate("Words", "merged into"),
        LinkKind.DUPLICATE_OF: QCoreApplication.translate("Words", "duplicate of"),
        LinkKind.SAME_CAUSE: QCoreApplication.translate("Words", "same cause"),
        LinkKind.FOLLOWS: QCoreApplication.translate("Words", "follows"),
        LinkKind.RELATED: QCoreApplication.translate("Words", "related"),
    }[link]


def cover_name(cover: Cover) -> str:
    """What a case is covered by."""
    return {
        Cover.CONTRACT: QCoreApplication.translate("Words", "Service contract"),
        Cover.PARTNER: QCoreApplication.translate("Words", "Certified partner"),
        Cover.WARRANTY: QCoreApplication.translate("Words", "Warranty"),
        Cover.FIRST_YEAR: QCoreApplication.translate("Words", "Warranty, first year"),
        Cover.SEASON_TICKET: QCoreApplication.translate("Words", "Season ticket"),
        Cover.INCIDENT: QCoreApplication.translate("Words", "Paid incident"),
        Cover.INVOICE: QCoreApplication.translate("Words", "Invoiced"),
        Cover.UNCOVERED: QCoreApplication.translate("Words", "Not covered, to be settled"),
        Cover.NONE: QCoreApplication.translate("Words", "Not covered"),
    }[cover]


def ledger_name(line: LedgerKind) -> str:
    """A line of the incident ledger."""
    return {
        LedgerKind.BOUGHT: QCoreApplication.translate("Words", "Bought"),
        LedgerKind.CONSUMED: QCoreApplication.translate("Words", "Used"),
        LedgerKind.RETURNED: QCoreApplication.translate("Words", "Returned"),
        LedgerKind.REINSTATED: QCoreApplication.translate("Words", "Used again after a merge was undone"),
        LedgerKind.SETTLED: QCoreApplication.translate("Words", "Settled"),
    }[line]


def role_name(role: AgentRole) -> str:
    """What somebody works as."""
    return {
        AgentRole.SUPPORT_OFFICER: QCoreApplication.translate("Words", "Support officer"),
        AgentRole.FIELD_ENGINEER: QCoreApplication.translate("Words", "Field engineer"),
        AgentRole.CONSULTANT: QCoreApplication.translate("Words", "Consultant"),
        AgentRole.DEVELOPER_LIAISON: QCoreApplication.translate("Words", "Developer liaison"),
        AgentRole.MANAGER: QCoreApplication.translate("Words", "Manager"),
        AgentRole.CENTRAL_SUPPORT: QCoreApplication.translate("Words", "Central support"),
        AgentRole.ADMINISTRATOR: QCoreApplication.translate("Words", "Administrator"),
    }[role]


def severity_spoken(rank: int, code: str) -> str:
    """A severity mark as a screen reader says it; `rank` 9 stands for none."""
    spoken = {
        1: QCoreApplication.translate("Words", "Severity 1, critical"),
        2: QCoreApplication.translate("Words", "Severity 2, high"),
        3: QCoreApplication.translate("Words", "Severity 3, medium"),
        4: QCoreApplication.translate("Words", "Severity 4, low"),
    }
    return spoken.get(rank) or code or QCoreApplication.translate("Words", "No severity")


def followed_by(said: str, more: str | None) -> str:
    """What was said, a colon as the language sets it, and more; only what was said where there is no more."""
    if not more:
        return said
    return QCoreApplication.translate("Words", "{said}: {more}").format(said=said, more=more)
