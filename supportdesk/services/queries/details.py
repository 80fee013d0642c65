"""One case opened: everything beside its timeline, now or as of a past instant; parts of it lie in modules beside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, select

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import Channel, EntryKind
from supportdesk.rules.cases import closure
from supportdesk.rules.cases.state import CaseState, Clock
from supportdesk.rules.entitlements.entitlement import Act, Entitlement, refuse_act
from supportdesk.rules.policies.policy import Policy
from supportdesk.services.cases.conflicts import open_conflicts
from supportdesk.services.in_hand.entitling import judge
from supportdesk.services.in_hand.history import as_of as history_as_of
from supportdesk.services.in_hand.rules_in_force import Rules, read_rules, rules_of
from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries.case_choices import (
    called,
    severity_choice,
    severity_choices,
    stage_choices,
    template_answers,
)
from supportdesk.services.queries.case_surroundings import links_of, seconds_spent, watchers_of
from supportdesk.services.queries.clock_views import clock_views
from supportdesk.services.queries.timelines import timeline
from supportdesk.services.views import CaseDetail, EntitlementView, LinkView, PersonView, SeverityChoice
from supportdesk.store.case_rows import load_state
from supportdesk.store.tables.cases import CASE, ENTRY
from supportdesk.store.tables.desk import READ_MARK
from supportdesk.store.tables.people import AGENT, BRANCH, CONTACT, ORGANISATION, SITE
from supportdesk.store.tables.work import ENGAGEMENT, PRODUCT

__all__ = ["case", "entitlement_view", "timeline"]


@dataclass(frozen=True, slots=True)
class _Opened:
    """A case as it stands or stood: its row's values, state and rules, at `now`."""

    conn: Connection
    desk: Desk
    values: Mapping[str, Any]
    state: CaseState
    rules: Rules
    now: datetime
    as_of: datetime | None

    @property
    def policy(self) -> Policy:
        return self.rules.policy

    @property
    def language(self) -> str:
        return self.desk.language


def case(desk: Desk, case_id: UUID, as_of: datetime | None = None) -> CaseDetail:
    """Everything that the screen shows beside the timeline; `as_of` shows the case as it was at an instant (UTC).

    What is attached to the case from outside – names of people, watchers, time spent – is shown as it is now.
    KnownError if this desk has no such case, if it was not logged by then, or without the policy that governs it.
    """
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        return _detail(_open(conn, desk, case_id, as_of))


def entitlement_view(policy: Policy, judged: Entitlement, language: str) -> EntitlementView:
    """What covers a case, as the strip shows it; which acts it refuses is in `refused_acts` by name."""
    plan = policy.plan(judged.plan) if judged.plan else None
    return EntitlementView(
        cover=judged.cover,
        supported=judged.supported,
        rule=judged.rule,
        sentence=judged.text,
        left=judged.left,
        size=judged.size,
        valid_until=judged.last_day,
        plan_name=plan.name.in_language(language) if plan else "",
        refused_acts=frozenset(act.value for act in Act if refuse_act(judged, act)),
        ways_open=judged.ways_open,
        params=judged.params,
    )


def _open(conn: Connection, desk: Desk, case_id: UUID, as_of: datetime | None) -> _Opened:
    state, row = load_state(conn, case_id)
    policies = desk.policies.read_in(desk.language)
    if as_of is None:
        return _Opened(conn, desk, dict(row), state, rules_of(conn, policies, row), desk.now(), None)
    past = history_as_of(conn, desk.policies, case_id, as_of)
    if past is None:
        raise KnownError(
            f"{row['number']} was not logged by then.", "There is nothing to show.", "Choose a later time."
        )
    recorded = [rules for at, rules in _rules_over_time(conn, case_id) if at <= as_of]
    rules = read_rules(policies, recorded[-1]) if recorded else rules_of(conn, policies, row)
    values = {**row, **past.fields, "number": row["number"], "channel": row["channel"], "extra": row["extra"]}
    return _Opened(conn, desk, values, past.state, rules, as_of, as_of)


def _detail(opened: _Opened) -> CaseDetail:
    values, state, policy, language = opened.values, opened.state, opened.policy, opened.language
    stages = stage_choices(policy, state, _engaged(opened), opened.now, language)
    clocks, earlier = clock_views(_judged_by(opened), state, opened.now, language)
    judged = judge(
        opened.conn,
        policy,
        values["organisation_id"],
        opened.now,
        case_id=values["id"],
        language=language,
    )
    watchers = watchers_of(opened.conn, values["id"])
    return CaseDetail(
        id=values["id"],
        number=values["number"],
        title=values["title"],
        **_client_and_product(opened),
        **_closing(opened),
        calendar_open=policy.calendar.is_open(opened.now),
        language=values["language"] or "",
        channel=Channel(values["channel"]),
        logged_at=state.logged_at,
        stage=next(choice for choice in stages if choice.id == state.stage),
        stages=stages,
        severity_claimed=_severity(policy, state.severity_claimed, language),
        severity_verified=_severity(policy, state.severity_verified, language),
        severity_reason=values["severity_reason"] or "",
        severities=severity_choices(policy, language),
        owner=_owner(opened),
        agents=_agents(opened.conn),
        clocks=clocks,
        earlier_clocks=earlier,
        entitlement=entitlement_view(policy, judged, language),
        links=tuple(_links(opened)),
        template=template_answers(policy, values["template"] or {}, language),
        seconds_spent=seconds_spent(opened.conn, values["id"]),
        watchers=watchers,
        followed=any(each.id == opened.desk.actor for each in watchers),
        open=state.closed_at is None,
        needs_owner=state.needs_owner,
        unread_since=_unread_since(opened),
        policy_name=policy.name.in_language(language),
        policy_version=policy.version,
        extra={str(key): str(value) for key, value in (values["extra"] or {}).items()},
        as_of=opened.as_of,
        contested=0 if opened.as_of else len(open_conflicts(opened.conn, root_id=values["id"])),
    )


def _links(opened: _Opened) -> Iterator[LinkView]:
    """What belongs to the case; chargeable work by what the policy calls its kind."""
    for link in links_of(opened.conn, opened.values["id"], opened.as_of):
        kind = opened.policy.engagement(link.detail) if link.kind == "engagement" else None
        yield replace(link, detail=kind.name.in_language(opened.language)) if kind else link


def _client_and_product(opened: _Opened) -> dict[str, Any]:
    """Who asks, where they are and what they ask about."""
    values, intake, language = opened.values, opened.policy.intake, opened.language
    names = _names(opened)
    return {
        "branch": names.branch or "",
        "organisation_id": values["organisation_id"],
        "organisation": names.organisation or "",
        "client_code": names.client_code or "",
        "site": names.site or "",
        "contact_id": values["contact_id"],
        "contact": names.contact or "",
        "contact_role": names.contact_role or "",
        "phone": names.phone or "",
        "email": names.email or "",
        "local_time_zone": names.site_zone or names.branch_zone or opened.policy.calendar.time_zone,
        "product": names.product or "",
        "product_version": values["product_version"] or "",
        "area": called(intake.areas, values["area"], language, names.areas),
        "reason": called(intake.reasons, values["reason"], language),
    }


def _closing(opened: _Opened) -> dict[str, Any]:
    """How the case was closed or will close by itself, what closing asks for, and until when it can come back."""
    state, policy, language = opened.state, opened.policy, opened.language
    ladder = closure.ladder(policy, state)
    sent = max((number for number, _ in state.reminders), default=0)
    kinds = policy.closing.resolution_kinds
    return {
        "closed_at": state.closed_at,
        "closed_automatically": state.closed_automatically,
        "resolution": called(kinds, state.resolution, language),
        "resolutions": tuple((kind.id, kind.name.in_language(language)) for kind in kinds),
        "resolution_required": policy.closing.resolution_required,
        "agreement_required": policy.closing.agreement_required,
        "agreement_at": state.agreement_at,
        "closes_at": next((due.at for due in ladder if due.closes), None),
        "next_reminder_at": next((due.at for due in ladder if (due.reminder or 0) > sent), None),
        "reactivate_until": closure.reactivate_until(policy, state),
    }


def _names(opened: _Opened) -> Row[*tuple[Any, ...]]:
    """What the client, its people and things are called; one row, with nulls where there is none."""
    values = opened.values
    source = (
        select(CASE.c.id)
        .where(CASE.c.id == values["id"])
        .subquery()
        .outerjoin(ORGANISATION, ORGANISATION.c.id == values["organisation_id"])
        .outerjoin(CONTACT, CONTACT.c.id == values["contact_id"])
        .outerjoin(SITE, SITE.c.id == values["site_id"])
        .outerjoin(BRANCH, BRANCH.c.id == values["branch_id"])
        .outerjoin(PRODUCT, PRODUCT.c.id == values["product_id"])
    )
    return opened.conn.execute(
        select(
            ORGANISATION.c.name.label("organisation"),
            ORGANISATION.c.client_code,
            CONTACT.c.name.label("contact"),
            CONTACT.c.role.label("contact_role"),
            CONTACT.c.phone,
            CONTACT.c.email,
            SITE.c.name.label("site"),
            SITE.c.time_zone.label("site_zone"),
            BRANCH.c.name.label("branch"),
            BRANCH.c.time_zone.label("branch_zone"),
            PRODUCT.c.name.label("product"),
            PRODUCT.c.areas,
        ).select_from(source)
    ).one()


def _engaged(opened: _Opened) -> frozenset[str]:
    kinds = opened.conn.scalars(
        select(ENGAGEMENT.c.kind).where(ENGAGEMENT.c.case_id == opened.values["id"], ~ENGAGEMENT.c.deleted)
    )
    return frozenset(kinds)


def _owner(opened: _Opened) -> PersonView | None:
    owner = opened.state.owner
    if owner is None:
        return None
    name = opened.conn.scalar(select(AGENT.c.name).where(AGENT.c.id == UUID(owner)))
    return PersonView(UUID(owner), name or "")


def _agents(conn: Connection) -> tuple[PersonView, ...]:
    rows = conn.execute(
        select(AGENT.c.id, AGENT.c.name).where(AGENT.c.active, ~AGENT.c.deleted).order_by(AGENT.c.name)
    )
    return tuple(PersonView(row.id, row.name) for row in rows)


def _rules_over_time(conn: Connection, case_id: UUID) -> list[tuple[datetime, Mapping[str, Any]]]:
    """The rules that the case came under, each with since when."""
    kinds = (EntryKind.LOGGED.value, EntryKind.POLICY.value)
    rows = conn.execute(
        select(ENTRY.c.at, ENTRY.c.data)
        .where(ENTRY.c.case_id == case_id, ENTRY.c.kind.in_(kinds), ~ENTRY.c.deleted)
        .order_by(ENTRY.c.at, ENTRY.c.row)
    )
    return [(row.at, row.data["rules"]) for row in rows if row.data and "rules" in row.data]


def _judged_by(opened: _Opened) -> Callable[[Clock], Policy]:
    """Which version and hours judged each clock: what was in force when it ended, or is now (TIME-6)."""
    history = _rules_over_time(opened.conn, opened.values["id"])

    def judged_by(clock: Clock) -> Policy:
        held = [
            rules
            for at, rules in history
            if (rules["policy"], rules["version"]) == (clock.policy, clock.policy_version)
            and at <= (clock.ended_at or opened.now)
        ]
        if held:
            return read_rules(opened.desk.policies, held[-1]).policy
        same = (opened.policy.code, opened.policy.version) == (clock.policy, clock.policy_version)
        return opened.policy if same else opened.desk.policies.version(clock.policy, clock.policy_version)

    return judged_by


def _severity(policy: Policy, code: str | None, language: str) -> SeverityChoice | None:
    severity = policy.severity(code) if code else None
    return severity_choice(severity, language) if severity else None


def _unread_since(opened: _Opened) -> datetime | None:
    """Since when there is news that this person has not seen: their last look, or the logging if they never looked."""
    said: datetime | None = opened.values["last_client_at"]
    if said is None or opened.as_of is not None:
        return None
    seen = opened.conn.scalar(
        select(READ_MARK.c.seen_at).where(
            READ_MARK.c.case_id == opened.values["id"], READ_MARK.c.agent_id == opened.desk.actor
        )
    )
    if seen is None:
        return opened.state.logged_at
    return seen if said > seen else None
