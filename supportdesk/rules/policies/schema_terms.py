"""Reads from a policy file what is paid for and how: entitlement, engagements, visits, central support."""

from __future__ import annotations

from supportdesk.rules.policies.policy import (
    CentralRules,
    Cover,
    EngagementKind,
    EntitlementRules,
    IncidentRules,
    ProductChecks,
    Unit,
    VisitRules,
    Without,
)
from supportdesk.rules.policies.problem import shown
from supportdesk.rules.policies.reader import Section
from supportdesk.rules.policies.values import choices, localised, optional_localised, span

STEPS = ("brief", "quote", "approval", "invoice", "payment", "work", "delivery", "acceptance")
"""The lifecycle of an engagement (ENG-1). A kind has some of these steps, always in this order."""

COVERS: tuple[str, ...] = (
    Cover.CONTRACT,
    Cover.PARTNER,
    Cover.FIRST_YEAR,
    Cover.WARRANTY,
    Cover.INCIDENT,
    Cover.SEASON_TICKET,
)
VISIT_PARTS = (
    "engineer",
    "client",
    "site",
    "received_by",
    "cases",
    "arrived",
    "left",
    "performance",
    "problems",
    "work_done",
    "recommendations",
    "client_suggestions",
    "attachments",
    "agreement",
)
READERS = ("department", "branches", "managers", "engineers")
_MOST_PRODUCTS = 50
_MOST_CHECKS = 200
_LONGEST_CODE = 60


def read_entitlement(root: Section) -> EntitlementRules:
    """The table `entitlement`: why a case may be worked on, and what happens without a reason."""
    found = root.section("entitlement")
    section = found if found is not None else Section({}, ("entitlement",), root.problems, root.languages)
    order = tuple(Cover(cover) for cover in section.some_of("order", COVERS))
    rules = EntitlementRules(
        order=order,
        without=Without(section.one_of("without", tuple(Without), default=None if found else Without.ALLOW)),
        ways_open=optional_localised(section, "ways_open"),
        incident=_read_incident(section),
        free_years=section.whole("free_years", 0, 10, default=0),
    )
    if (Cover.FIRST_YEAR in order) != (rules.free_years > 0):
        section.report(
            "free_years", "“first_year” in “order” and “free_years” go together.", "Both or neither."
        )
    paid = {Cover.INCIDENT, Cover.SEASON_TICKET} & set(order)
    if bool(paid) != (rules.incident is not None):
        what = "“incident” or “season_ticket” in “order” and the table “incident” go together."
        section.report("incident", what, "Both or neither.")
    section.close()
    return rules


def _read_incident(entitlement: Section) -> IncidentRules | None:
    section = entitlement.section("incident", required=False)
    if section is None:
        return None
    rules = IncidentRules(
        season_ticket=section.whole("season_ticket", 1, 1000),
        split_charges=section.flag("split_charges"),
        expires=span(section, "expires", (Unit.DAYS,)),
        methods=choices(section, "methods"),
    )
    if not rules.methods:
        section.report("methods", "Nobody could pay.", "A list of { id, name }.")
    section.close()
    return rules


def read_engagements(root: Section) -> tuple[EngagementKind, ...]:
    """Every `[[engagement]]` (ENG-1)."""
    return tuple(_read_engagement(section) for section in root.sections("engagement", 30))


def _read_engagement(section: Section) -> EngagementKind:
    steps = section.some_of("steps", STEPS)
    lifecycle = tuple(step for step in STEPS if step in steps)
    if "work" not in steps:
        section.report("steps", "An engagement without “work” does nothing.", f"Some of: {', '.join(STEPS)}.")
    elif steps != lifecycle:
        section.report("steps", "The steps are out of order.", f"In this order: {', '.join(lifecycle)}.")
    before_work = lifecycle[: lifecycle.index("work")] if "work" in lifecycle else ()
    needs = section.references("work_needs")
    for step in needs:
        if step not in before_work:
            allowed = f"Some of: {', '.join(before_work)}." if before_work else "Nothing comes before it."
            section.report("work_needs", f"“{step[:60]}” is no step before the work.", allowed)
    kind = EngagementKind(
        id=section.identifier("id"),
        name=localised(section, "name"),
        steps=lifecycle,
        work_needs=frozenset(needs),
        data_file_within=span(section, "data_file_within", (Unit.DAYS, Unit.HOURS)),
        audit_required=section.flag("audit_required", default=False),
        services=choices(section, "services"),
    )
    section.close()
    return kind


def read_visit(root: Section) -> VisitRules | None:
    """The table `visit` (ONX-2), if there is one."""
    section = root.section("visit", required=False)
    if section is None:
        return None
    rules = VisitRules(
        required=section.some_of("required", VISIT_PARTS),
        report_to=section.some_of("report_to", READERS),
        checks=choices(section, "checks"),
        photo_position=section.flag("photo_position", default=False),
        of_products=tuple(_read_product(below) for below in section.sections("product", _MOST_PRODUCTS)),
    )
    _once_among_all(section, rules)
    section.close()
    return rules


def _read_product(section: Section) -> ProductChecks:
    """One `[[visit.product]]`: codes of products, as the desk's register has them, and what is checked there."""
    codes = section.references("products")
    if not codes:
        section.report("products", "It belongs to no product.", "The codes of one product or several.")
    for position, code in enumerate(codes, start=1):
        if not code.strip() or code != code.strip() or len(code) > _LONGEST_CODE or not code.isprintable():
            path = (*section.path, "products", position)
            section.problems.add(path, f"{shown(code)} can't be a product's code.", "As in the register.")
    found = ProductChecks(products=codes, checks=choices(section, "checks"))
    if not found.checks:
        section.report("checks", "Nothing is checked there.", "A list of { id, name }.")
    section.close()
    return found


def _once_among_all(section: Section, rules: VisitRules) -> None:
    """No product in two tables, no point twice in one checklist, and no checklist that nobody could go through."""
    products: set[str] = set()
    points = {check.id for check in rules.checks}
    for position, each in enumerate(rules.of_products, start=1):
        path = (*section.path, "product", position)
        for code in each.products:
            if code.casefold() in products:
                what = f"{shown(code)} has its checks already."
                section.problems.add((*path, "products"), what, "One table for each product.")
            products.add(code.casefold())
        for check in each.checks:
            if check.id and check.id in points:
                what = f"The id {shown(check.id)} is used twice."
                section.problems.add((*path, "checks"), what, "Each id names one thing.")
        points |= {check.id for check in each.checks}
    count = len(rules.checks) + sum(len(each.checks) for each in rules.of_products)
    if count > _MOST_CHECKS:
        section.report("checks", f"With those of the products there are {count}.", f"{_MOST_CHECKS} at most.")


def read_central(root: Section) -> CentralRules | None:
    """The table `central` (ONX-4), if there is one."""
    section = root.section("central", required=False)
    if section is None:
        return None
    rules = CentralRules(reasons=choices(section, "reasons"), stage=section.text("stage", default="") or None)
    if not rules.reasons:
        section.report("reasons", "Nothing could be passed to central support.", "A list of { id, name }.")
    section.close()
    return rules
