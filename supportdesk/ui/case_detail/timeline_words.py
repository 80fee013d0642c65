"""Names, icons and lengths as the timeline shows them; what was done is said in `timeline_deeds`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from supportdesk.domain.words import Channel, EntryKind
from supportdesk.services.views import CaseDetail, TimelineItem
from supportdesk.ui import moments


@dataclass(frozen=True, slots=True)
class Names:
    """What entries name by id, in words, and the clock they are told by; `zone` None is the computer's."""

    now: datetime
    zone: tzinfo | None = None
    stages: Mapping[str, str] = field(default_factory=dict)
    agents: Mapping[str, str] = field(default_factory=dict)
    resolutions: Mapping[str, str] = field(default_factory=dict)
    contact: str = ""
    claimed: str = ""  # the severity that the customer claims

    def stage(self, stage_id: object) -> str:
        """A stage's name; an unknown id as words."""
        return self.stages.get(str(stage_id), str(stage_id).replace("_", " "))

    def agent(self, agent_id: object) -> str:
        """An agent's name; who no longer works here may be unknown."""
        return self.agents.get(str(agent_id)) or QCoreApplication.translate("Timeline", "another agent")


def names_of(case: CaseDetail, now: datetime, zone: tzinfo | None) -> Names:
    """The names that the timeline of this case needs."""
    people = [*case.agents, *case.watchers, *([case.owner] if case.owner else [])]
    return Names(
        now=now,
        zone=zone,
        stages={stage.id: stage.name for stage in (case.stage, *case.stages)},
        agents={str(person.id): person.name for person in people},
        resolutions=dict(case.resolutions),
        contact=case.contact,
        claimed=case.severity_claimed.code if case.severity_claimed else "",
    )


def renamed(before: CaseDetail, after: CaseDetail) -> bool:
    """Whether names that the timeline shows have changed."""
    return (before.contact, before.stages, before.agents) != (after.contact, after.stages, after.agents)


def by_whom(done: str, name: str) -> str:
    """A deed with who did it; as it is where nobody did."""
    if not name:
        return done
    return QCoreApplication.translate("Timeline", "{deed} by {name}").format(deed=done, name=name)


def icon_of(item: TimelineItem) -> str:
    """The icon in front of a line of the system."""
    if item.kind is EntryKind.LOGGED:
        by_channel = {Channel.PORTAL: "globe", Channel.EMAIL: "envelope-simple", Channel.PHONE: "phone"}
        return by_channel.get(item.channel or Channel.DESK, "tray")
    return _ICONS.get(item.kind, "info")


def need_name(need: str) -> str:
    """A thing that is often needed of a client, in words; what was named by hand stays as it was."""
    return {
        "steps": QCoreApplication.translate("Timeline", "Steps to see it happen"),
        "screen_captures": QCoreApplication.translate("Timeline", "Screen captures"),
        "data_files": QCoreApplication.translate("Timeline", "Data files"),
        "log_files": QCoreApplication.translate("Timeline", "Log files"),
    }.get(need, need)


def step_name(step: str) -> str:
    """A step of chargeable work."""
    return {
        "brief": QCoreApplication.translate("CaseDialogs", "Written brief"),
        "quote": QCoreApplication.translate("CaseDialogs", "Quote"),
        "approval": QCoreApplication.translate("CaseDialogs", "Customer’s approval"),
        "invoice": QCoreApplication.translate("CaseDialogs", "Invoice"),
        "payment": QCoreApplication.translate("CaseDialogs", "Payment"),
        "work": QCoreApplication.translate("CaseDialogs", "Work"),
        "delivery": QCoreApplication.translate("CaseDialogs", "Delivery"),
        "acceptance": QCoreApplication.translate("CaseDialogs", "Customer’s acceptance"),
    }.get(step, step.replace("_", " "))


def minutes(seconds: object) -> str:
    """How long a call or session took: `23 min`, from an hour on `3 h 25 m`."""
    whole = int(seconds) if isinstance(seconds, int | float) else 0
    if whole >= 3600:
        return moments.duration(whole)
    return QCoreApplication.translate("Timeline", "{minutes} min").format(minutes=max(1, round(whole / 60)))


_ICONS = {
    EntryKind.STAGE: "arrows-left-right",
    EntryKind.SEVERITY: "shield-check",
    EntryKind.ASSIGNED: "user-circle-plus",
    EntryKind.EDITED: "pencil-simple",
    EntryKind.UPDATE_AGREED: "timer",
    EntryKind.AGREEMENT: "check",
    EntryKind.REMINDED: "bell",
    EntryKind.CLOSED: "check-circle",
    EntryKind.REACTIVATED: "arrow-counter-clockwise",
    EntryKind.ENTITLEMENT: "ticket",
    EntryKind.ENGAGEMENT: "briefcase",
    EntryKind.LINKED: "link",
    EntryKind.UNLINKED: "link-break",
    EntryKind.SPLIT: "git-fork",
    EntryKind.MERGED: "git-merge",
    EntryKind.UNMERGED: "git-merge",
    EntryKind.ESCALATED: "buildings",
    EntryKind.RETURNED: "storefront",
    EntryKind.BRANCH_UPDATE: "storefront",
    EntryKind.ARTICLE: "book-open",
    EntryKind.TRACKING_NOTE: "bug",
    EntryKind.ATTACHMENT: "paperclip",
    EntryKind.INFO_RECEIVED: "list-bullets",
    EntryKind.POLICY: "file-text",
    EntryKind.UNDONE: "arrow-u-up-left",
    EntryKind.CONFLICT: "git-merge",
    EntryKind.UNACCEPTED: "file-x",
}
