"""Enumerations of the trade that rules, store and screens share; what a vendor may rename lives in its policy."""

from __future__ import annotations

from enum import StrEnum


class StageKind(StrEnum):
    """What the engine needs to know of a stage; its name and order are the policy's."""

    OPEN = "open"
    WAITING = "waiting"  # for the client
    HOLD = "hold"
    DONE = "done"  # solved or delivered, waiting for the client to confirm
    CLOSED = "closed"


class EntryKind(StrEnum):
    """A line of a case's timeline. The timeline is the case's whole history."""

    LOGGED = "logged"
    REPLY = "reply"  # public, by an agent
    CLIENT = "client"  # the client's reply or note, by mail, portal or phone
    NOTE = "note"  # internal
    CALL = "call"
    INFO_REQUEST = "info_request"  # SPK-9
    INFO_RECEIVED = "info_received"
    REMOTE_SESSION = "remote_session"
    VISIT = "visit"
    STAGE = "stage"
    SEVERITY = "severity"
    ASSIGNED = "assigned"
    EDITED = "edited"  # fields, from and to
    UPDATE_AGREED = "update_agreed"
    AGREEMENT = "agreement"  # the client agrees that the request was carried out (ONX-1)
    REMINDED = "reminded"
    CLOSED = "closed"
    REACTIVATED = "reactivated"
    ENTITLEMENT = "entitlement"  # accepted, charged, returned, settled, refused
    ENGAGEMENT = "engagement"
    LINKED = "linked"
    UNLINKED = "unlinked"
    SPLIT = "split"
    MERGED = "merged"
    UNMERGED = "unmerged"
    ESCALATED = "escalated"
    RETURNED = "returned"  # from central support to the branch
    BRANCH_UPDATE = "branch_update"
    ARTICLE = "article"
    TRACKING_NOTE = "tracking_note"
    ATTACHMENT = "attachment"
    POLICY = "policy"  # policy, plan or calendar changed
    UNDONE = "undone"
    CONFLICT = "conflict"  # two people set a field; how it was settled
    UNACCEPTED = "unaccepted"  # words of an act that the rules no longer let happen; kept, not sent


PUBLIC_ENTRIES = frozenset(
    {
        EntryKind.LOGGED,
        EntryKind.REPLY,
        EntryKind.CLIENT,
        EntryKind.CALL,
        EntryKind.INFO_REQUEST,
        EntryKind.INFO_RECEIVED,
        EntryKind.STAGE,
        EntryKind.SEVERITY,
        EntryKind.UPDATE_AGREED,
        EntryKind.AGREEMENT,
        EntryKind.REMINDED,
        EntryKind.CLOSED,
        EntryKind.REACTIVATED,
    }
)
"""What the client gets to see, and what counts as news to the agents who follow the case."""


class Channel(StrEnum):
    """How a case or entry reached us."""

    PORTAL = "portal"
    EMAIL = "email"
    PHONE = "phone"
    NET = "net"
    REMOTE = "remote"
    VISIT = "visit"
    DESK = "desk"
    IMPORT = "import"


class ClockKind(StrEnum):
    """The promises a case is measured by."""

    FIRST_RESPONSE = "first_response"
    NEXT_UPDATE = "next_update"


class Verdict(StrEnum):
    """What a clock came to. A missed clock that was never answered has no `met_at`."""

    RUNNING = "running"
    MET = "met"
    MISSED = "missed"
    STOPPED = "stopped"  # the case was closed or resolved before it was due


class LinkKind(StrEnum):
    """How two cases belong together; read as «case IS … other»."""

    SPLIT_FROM = "split_from"
    MERGED_INTO = "merged_into"
    DUPLICATE_OF = "duplicate_of"
    SAME_CAUSE = "same_cause"
    FOLLOWS = "follows"  # logged anew after a closing that can't be reactivated
    RELATED = "related"


class Cover(StrEnum):
    """Why a case may be worked on (entitlement), or why not."""

    CONTRACT = "contract"
    PARTNER = "partner"
    WARRANTY = "warranty"
    FIRST_YEAR = "first_year"
    SEASON_TICKET = "season_ticket"
    INCIDENT = "incident"  # a single paid incident
    INVOICE = "invoice"  # allowed; an invoice line is drafted (ONX-3)
    UNCOVERED = "uncovered"  # given without cover, to be settled (SYN-6)
    NONE = "none"


class LedgerKind(StrEnum):
    """A line of an organisation's incident ledger; the balance is the sum of `quantity` and never stored."""

    BOUGHT = "bought"
    CONSUMED = "consumed"
    RETURNED = "returned"
    REINSTATED = "reinstated"  # takes a return back: a merge was undone
    SETTLED = "settled"  # quantity 0: how an uncovered consumption was settled (SYN-6)


class AgentRole(StrEnum):
    """Who works here."""

    SUPPORT_OFFICER = "support_officer"
    FIELD_ENGINEER = "field_engineer"
    CONSULTANT = "consultant"
    DEVELOPER_LIAISON = "developer_liaison"
    MANAGER = "manager"
    CENTRAL_SUPPORT = "central_support"
    ADMINISTRATOR = "administrator"
