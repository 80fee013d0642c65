"""A desk with one client who calls, something known already, and an article that may help."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from supportdesk.services.entitlements import credentials
from supportdesk.services.registers import knowledge, products
from supportdesk.services.registers.knowledge import NewArticle
from tests.services.desk_world import World, made

CLIENT_CODE, PIN = "MAPLE", "48213"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is on the desk."""

    client: UUID
    contact: UUID
    product: UUID
    known: UUID
    article: UUID
    code: str = CLIENT_CODE + PIN


def fill_world(world: World, policy: str, *, covered: bool = True) -> Facts:
    """Nadia Karim's desk: Maple Ridge School District has its support by this policy; `covered` gives it a contract."""
    branch = world.branch()
    world.sits_down(branch_id=branch)
    client = world.client("Maple Ridge School District", policy, client_code=CLIENT_CODE, branch_id=branch)
    contact = world.contact(client, "Lena Moreau", role="payroll lead")
    credentials.set_pin(world.desk, contact, PIN)
    plan = {"sparkrock": "gold"}.get(policy)
    if covered and policy != "synergy":
        world.contract(client, plan, ends_on=date(2027, 6, 30))
    if policy == "sparkrock":
        credentials.name_contact(world.desk, client, contact)
    product = world.product("Ledgerline Payroll")
    products.add_version(world.desk, product, "9.4.2")
    other = world.client("Lakeshore Clinics", "sparkrock", branch_id=branch)
    world.contract(other, "gold")
    known = world.case(other, "Blank pay slips since the 9.4.2 update", severity="S2")
    world.case(other, "Bank file export leaves out employees", severity="S3")
    article = NewArticle(
        "Restore pay slip layouts after the 9.4.2 update",
        "Pay slips print blank where the layout of the update is missing. Import it again.",
        "en",
    )
    return Facts(client, contact, product, known, made(knowledge.write_article(world.desk, article).created))
