"""What the acts on one case can be given: ways to pay, kinds of work, reasons, what is awaited; it acts on nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, or_, select

from supportdesk.rules.cases import engagement as engagement_rules
from supportdesk.rules.cases.info_request import outstanding
from supportdesk.rules.policies.policy import Choice, Policy
from supportdesk.services.cases.branches import escalation_of
from supportdesk.services.cases.information import requests_of, words
from supportdesk.services.entitlements.engagements import kind_of, steps_of
from supportdesk.services.in_hand.rules_in_force import rules_of
from supportdesk.services.operations.desk import Desk
from supportdesk.store.case_rows import load_state
from supportdesk.store.tables.cases import CASE
from supportdesk.store.tables.people import BRANCH
from supportdesk.store.tables.work import ARTICLE, ENGAGEMENT, TRACKING_NOTE

Named = tuple[str, str]
"""An id and what people read for it."""


@dataclass(frozen=True, slots=True)
class WorkOffer:
    """A kind of chargeable work that can be opened for the client, with its services."""

    id: str
    name: str
    services: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class OpenWork:
    """Chargeable work of this case that is not finished; `next_steps` are the steps whose turn it is (ENG-1)."""

    id: UUID
    title: str
    kind: str
    next_steps: tuple[str, ...]
    currency: str


@dataclass(frozen=True, slots=True)
class CaseOffers:
    """What the dialogs of a case offer. `methods` is empty where nothing is paid per incident (SYN-1).

    `ticket_size` is how many incidents a season ticket has. `charged`: the case holds an incident. `awaited` is what
    was asked of the client and has not come (SPK-9). `merged_into` is the number of the case this one is part of,
    `at_central` whether a branch gave it to central support, `of_central` whether that serves the client itself
    (ONX-4).
    """

    methods: tuple[Named, ...]
    ticket_size: int
    split_charges: bool
    charged: bool
    work: tuple[WorkOffer, ...]
    open_work: tuple[OpenWork, ...]
    central_reasons: tuple[Named, ...]
    awaited: tuple[str, ...]
    merged_into: str
    at_central: bool = False
    of_central: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A tracking note or an article by number and title; `detail` is the version that settles it, or its language."""

    id: UUID
    number: str
    title: str
    detail: str
    text: str = ""


def offers(desk: Desk, case_id: UUID) -> CaseOffers:
    """What can be done with this case besides writing; KnownError if this desk has no such case."""
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        _state, row = load_state(conn, case_id)
        policy = rules_of(conn, desk.policies, row).policy
        incident = policy.entitlement.incident
        requests = requests_of(conn, case_id)
        into = row["merged_into"]
        central = _is_central(conn, row["branch_id"])
        given = central and escalation_of(conn, case_id) is not None
        return CaseOffers(
            methods=_named(incident.methods, desk.language) if incident else (),
            ticket_size=incident.season_ticket if incident else 0,
            split_charges=bool(incident and incident.split_charges),
            charged=bool(row["accepted"]),
            work=_work(policy, desk.language),
            open_work=_open_work(conn, desk, case_id),
            central_reasons=_named(policy.central.reasons, desk.language) if policy.central else (),
            awaited=tuple(words(item) for item in outstanding([each.checklist for each in requests])),
            at_central=central and given,
            of_central=central and not given,
            merged_into=(conn.scalar(select(CASE.c.number).where(CASE.c.id == into)) or "") if into else "",
        )


def find_notes(desk: Desk, text: str, limit: int = 8) -> tuple[Found, ...]:
    """Tracking notes by a part of their number or title, the newest first."""
    with desk.store.read() as conn:
        rows = conn.execute(
            select(TRACKING_NOTE)
            .where(~TRACKING_NOTE.c.deleted, _like(TRACKING_NOTE.c, text))
            .order_by(TRACKING_NOTE.c.row.desc())
            .limit(limit)
        )
        return tuple(Found(row.id, row.number, row.title, row.fixed_in or "") for row in rows)


def find_articles(desk: Desk, text: str, limit: int = 8) -> tuple[Found, ...]:
    """Articles by a part of their number or title, the newest first; `text` is what a reply can quote."""
    with desk.store.read() as conn:
        rows = conn.execute(
            select(ARTICLE)
            .where(~ARTICLE.c.deleted, _like(ARTICLE.c, text))
            .order_by(ARTICLE.c.row.desc())
            .limit(limit)
        )
        return tuple(
            Found(row.id, row.number, row.title, row.language, row.body if row.audience == "client" else "")
            for row in rows
        )


def _like(columns: Any, text: str) -> Any:  # noqa: ANN401 - columns of either table
    wanted = text.strip()
    return or_(
        columns.number.icontains(wanted, autoescape=True), columns.title.icontains(wanted, autoescape=True)
    )


def _named(choices: tuple[Choice, ...], language: str) -> tuple[Named, ...]:
    return tuple((choice.id, choice.name.in_language(language)) for choice in choices)


def _work(policy: Policy, language: str) -> tuple[WorkOffer, ...]:
    return tuple(
        WorkOffer(kind.id, kind.name.in_language(language), _named(kind.services, language))
        for kind in policy.engagements
    )


def _is_central(conn: Connection, branch_id: UUID | None) -> bool:
    return conn.scalar(select(BRANCH.c.kind).where(BRANCH.c.id == branch_id)) == "central"


def _open_work(conn: Connection, desk: Desk, case_id: UUID) -> tuple[OpenWork, ...]:
    rows = conn.execute(
        select(ENGAGEMENT)
        .where(ENGAGEMENT.c.case_id == case_id, ~ENGAGEMENT.c.finished, ~ENGAGEMENT.c.deleted)
        .order_by(ENGAGEMENT.c.row)
    )
    found = []
    for row in rows.mappings():
        kind = kind_of(desk.policies, row)
        steps = engagement_rules.next_steps(kind, steps_of(conn, row["id"]))
        name = kind.name.in_language(desk.language)
        found.append(OpenWork(row["id"], row["title"], name, steps, row["currency"] or ""))
    return tuple(found)
