"""What helps while a case is taken in: the form a policy asks, what covers the client, what is known already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sqlalchemy import Connection, or_, select

from supportdesk.domain.localised import LocalisedText
from supportdesk.rules.cases.clock_counting import span_counting
from supportdesk.rules.cases.contacts import may_log_and_close
from supportdesk.rules.cases.intake import propose_severity
from supportdesk.rules.cases.several_things import several_things
from supportdesk.rules.entitlements.entitlement import Entitlement
from supportdesk.rules.policies.policy import Choice, Policy, Severity
from supportdesk.services.entitlements.callers import Caller, identify
from supportdesk.services.entitlements.credentials import named_of
from supportdesk.services.in_hand.entitling import judge
from supportdesk.services.in_hand.new_case import product_areas
from supportdesk.services.in_hand.rules_in_force import Rules, policy_now, rules_now
from supportdesk.services.operations.desk import Desk
from supportdesk.services.queries.case_choices import severity_choice, severity_choices
from supportdesk.services.queries.details import entitlement_view
from supportdesk.services.queries.likeness import articles_like, cases_like
from supportdesk.services.views import IntakeAdvice, IntakeForm, PersonView
from supportdesk.store.composed import Record
from supportdesk.store.synced_rows import find_row
from supportdesk.store.tables.people import CONTACT, ORGANISATION
from supportdesk.store.tables.work import PRODUCT, PRODUCT_VERSION

_VERSIONS_OFFERED = 30


@dataclass(frozen=True, slots=True)
class IntakeDraft:
    """A request while it is being typed.

    The client is told by the support code, or chosen (`organisation_id`, `contact_id`), which counts before it.
    `answers` are to the policy's questions, `severity` is what was claimed instead.
    """

    summary: str = ""
    body: str = ""
    error_message: str = ""
    support_code: str = ""
    organisation_id: UUID | None = None
    contact_id: UUID | None = None
    product_id: UUID | None = None
    policy_code: str | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    severity: str | None = None
    language: str | None = None

    @property
    def text(self) -> str:
        """Everything that says what it is about."""
        return f"{self.summary}\n{self.error_message}\n{self.body}"


def advice(desk: Desk, draft: IntakeDraft) -> IntakeAdvice:
    """What this desk's own copy says of a request: caller, cover, severity, what is known, several things.

    A support code that does not match is counted and, after several, has to wait (SAP-1): see `callers`. Similar
    cases and articles come where the policy offers them (SAG-2), the hint at several things where it warns (SAG-3).
    """
    caller = (
        Caller(draft.organisation_id, draft.contact_id)
        if draft.organisation_id
        else identify(desk, draft.support_code)
    )
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        client = find_row(conn, ORGANISATION, caller.organisation_id) if caller.organisation_id else None
        policy = _policy(desk, client, draft.policy_code)
        if policy is None:
            return _without_policy(desk, draft, caller)
        return _advice(conn, desk, draft, caller, client, policy)


def _advice(
    conn: Connection,
    desk: Desk,
    draft: IntakeDraft,
    caller: Caller,
    client: Record | None,
    policy: Policy,
) -> IntakeAdvice:
    contacts = _contacts(conn, caller.organisation_id)
    judged = _judged(conn, desk, policy, client) if client else None
    proposed = propose_severity(policy, draft.answers)
    counted = policy.severity(draft.severity) if draft.severity else proposed
    rules = rules_now(
        conn,
        desk.policies,
        policy_code=policy.code,
        branch_id=client["branch_id"] if client else None,
        plan_id=judged.plan if judged else None,
        at=desk.now(),
    )
    return IntakeAdvice(
        organisation_id=caller.organisation_id,
        organisation=client["name"] if client else "",
        contacts=contacts,
        contact=next((each for each in contacts if each.id == caller.contact_id), None),
        code_problem=caller.problem,
        entitlement=entitlement_view(policy, judged, desk.language) if judged else None,
        named_contacts=_named(conn, policy, judged, client["id"]) if client and judged else None,
        proposed_severity=severity_choice(proposed, desk.language) if proposed else None,
        first_response_seconds=_first_response(desk, rules, counted),
        similar=cases_like(conn, desk, draft.text) if policy.intake.suggest_similar else (),
        articles=articles_like(conn, desk, draft.text) if policy.intake.suggest_articles else (),
        several=_several(draft, desk.language) if policy.intake.warn_several_things else (),
        form=_form(conn, desk, policy, draft.product_id),
        readers=_readers(conn, policy, judged, client["id"], contacts) if client and judged else frozenset(),
    )


def form(desk: Desk, *, policy_code: str, product_id: UUID | None = None) -> IntakeForm:
    """What the new-case dialog asks under a policy, in the desk's language; a product may bring own areas (SAG-4)."""
    with desk.store.read() as conn:
        desk.policies.refresh(conn)
        return _form(conn, desk, desk.policies.in_effect(policy_code, desk.now()), product_id)


def _without_policy(desk: Desk, draft: IntakeDraft, caller: Caller) -> IntakeAdvice:
    """What can be said without a policy: only whether several things are asked."""
    return IntakeAdvice(
        organisation_id=None,
        organisation="",
        contacts=(),
        contact=None,
        code_problem=caller.problem,
        entitlement=None,
        named_contacts=None,
        proposed_severity=None,
        first_response_seconds=None,
        similar=(),
        articles=(),
        several=_several(draft, desk.language),
        form=None,
    )


def _policy(desk: Desk, organisation: Record | None, named: str | None) -> Policy | None:
    """The policy of the client, else the one that is named, else the desk's only one."""
    codes = desk.policies.codes()
    code = organisation["policy_code"] if organisation is not None else named
    if code is None and len(codes) == 1:
        code = codes[0]
    return desk.policies.in_effect(code, desk.now()) if code in codes else None


def _judged(conn: Connection, desk: Desk, policy: Policy, client: Record) -> Entitlement:
    """What the client is entitled to, as it is judged once the case is logged."""
    code, branch = policy.code, client["branch_id"]
    there = policy_now(conn, desk.policies, policy_code=code, branch_id=branch, at=desk.now())
    return judge(conn, there, client["id"], desk.now(), language=desk.language)


def _contacts(conn: Connection, organisation_id: UUID | None) -> tuple[PersonView, ...]:
    rows = conn.execute(
        select(CONTACT.c.id, CONTACT.c.name)
        .where(CONTACT.c.organisation_id == organisation_id, CONTACT.c.active, ~CONTACT.c.deleted)
        .order_by(CONTACT.c.named.desc(), CONTACT.c.name)
    )
    return tuple(PersonView(row.id, row.name) for row in rows)


def _named(
    conn: Connection, policy: Policy, judged: Entitlement, organisation_id: UUID
) -> tuple[int, int] | None:
    plan = policy.plan(judged.plan) if judged.plan else None
    if plan is None or plan.named_contacts is None:
        return None
    return len(named_of(conn, organisation_id)), plan.named_contacts.most


def _readers(
    conn: Connection,
    policy: Policy,
    judged: Entitlement,
    organisation_id: UUID,
    contacts: tuple[PersonView, ...],
) -> frozenset[UUID]:
    """The contacts who may not log a case, because their client's plan names those who may (SPK-8)."""
    plan = policy.plan(judged.plan) if judged.plan else None
    if plan is None or plan.named_contacts is None:
        return frozenset()
    named = set(named_of(conn, organisation_id))
    return frozenset(
        each.id for each in contacts if not may_log_and_close(plan.named_contacts, named, each.id)
    )


def _first_response(desk: Desk, rules: Rules, severity: Severity | None) -> int | None:
    """How much support time the first answer has from now, in seconds; None where nothing is promised."""
    if severity is None or severity.first_response is None:
        return None
    span = severity.first_response.span
    return int(span_counting(rules.policy.calendar, span, desk.now()).amount.total_seconds())


def _several(draft: IntakeDraft, language: str) -> tuple[str, ...]:
    """The things asked, if they are several (SAG-3). The summary alone tells, else what else was written."""
    for text in (draft.summary, draft.body):
        things = several_things(text, draft.language or language)
        if len(things) > 1:
            return things
    return ()


def _form(conn: Connection, desk: Desk, policy: Policy, product_id: UUID | None) -> IntakeForm:
    language, intake = desk.language, policy.intake
    product = find_row(conn, PRODUCT, product_id) if product_id else None
    return IntakeForm(
        policy_code=policy.code,
        support_code=intake.support_code,
        parts=tuple(
            (
                part.id,
                part.name.in_language(language),
                part.hint.in_language(language) if part.hint else "",
                part.kind,
                part.required,
            )
            for part in intake.template
        ),
        reasons=_choices(intake.reasons, language),
        areas=_choices(product_areas(product) or intake.areas, language),
        warning=_text(intake.wrong_values_warning, language),
        questions=tuple(
            (question.id, question.text.in_language(language), _choices(question.choices, language))
            for question in intake.questions
        ),
        severities=severity_choices(policy, language),
        scope=_text(intake.scope, language),
        products=_products(conn, policy.code),
    )


def _choices(choices: tuple[Choice, ...], language: str) -> tuple[tuple[str, str], ...]:
    return tuple((choice.id, choice.name.in_language(language)) for choice in choices)


def _text(text: LocalisedText | None, language: str) -> str:
    return text.in_language(language) if text else ""


def _products(conn: Connection, policy_code: str) -> tuple[tuple[UUID, str, tuple[str, ...]], ...]:
    """The products of the policy and those of none, with their versions, latest first."""
    products = conn.execute(
        select(PRODUCT.c.id, PRODUCT.c.name)
        .where(
            ~PRODUCT.c.deleted,
            or_(PRODUCT.c.policy_code == policy_code, PRODUCT.c.policy_code.is_(None)),
        )
        .order_by(PRODUCT.c.name)
    ).all()
    versions: dict[UUID, list[str]] = {}
    for row in conn.execute(
        select(PRODUCT_VERSION.c.product_id, PRODUCT_VERSION.c.version)
        .where(PRODUCT_VERSION.c.product_id.in_([row.id for row in products]), ~PRODUCT_VERSION.c.deleted)
        .order_by(PRODUCT_VERSION.c.row.desc())
    ):
        versions.setdefault(row.product_id, []).append(row.version)
    return tuple((row.id, row.name, tuple(versions.get(row.id, ())[:_VERSIONS_OFFERED])) for row in products)
