"""Clients and contacts looked up, saved views, what waits for a person, and the analysis of clients."""

from datetime import timedelta
from uuid import UUID

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.domain.words import AgentRole, Channel
from supportdesk.services import undo
from supportdesk.services.cases import closing, replies
from supportdesk.services.entitlements import credentials
from supportdesk.services.in_hand import attention
from supportdesk.services.queries import analysis, directory, sidebar
from supportdesk.services.queries.analysis import Facet
from supportdesk.services.registers import people, products, saved_views
from tests.services.desk_world import World, made


def test_clients_are_found_by_the_beginnings_of_words_without_accents(world: World) -> None:
    world.sits_down(branch_id=world.branch())
    bakery = world.client("Boulangerie Béchamel", "sapphireone", client_code="BECH1")
    world.client("Cobalt Freight", "sapphireone")
    world.case(bakery)
    for text in ("bechamel", "boul bech", "BECH1"):
        (line,) = directory.organisations(world.desk, text)
        assert (line.id, line.open_cases) == (bakery, 1), text
    assert [line.name for line in directory.organisations(world.desk)] == [
        "Boulangerie Béchamel",
        "Cobalt Freight",
    ]
    people.edit_organisation(world.desk, bakery, name="Boulangerie Dufour")
    assert directory.organisations(world.desk, "bechamel") == ()


def test_contacts_are_found_by_name_mail_or_phone(world: World) -> None:
    client = world.client()
    contact = world.contact(client, "Diane Hartwell", email="diane@hartwell.example", phone="+1 905 555 0148")
    for text in ("hartw", "diane@hartwell", "555 0148"):
        assert [line.id for line in directory.contacts(world.desk, text)] == [contact], text
    assert directory.contacts(world.desk, "nobody") == ()


def test_a_clients_card_shows_all_that_belongs_to_it(world: World) -> None:
    branch = world.branch()
    world.sits_down(branch_id=branch)
    client = world.client(branch_id=branch, client_code="HARTW", region="Ontario")
    world.contract(client, "gold")
    world.contact(client, "Assistant")
    named = world.named_contact(client, "Diane Hartwell")
    credentials.set_pin(world.desk, named, "48213")
    people.add_site(world.desk, client, "Plant 2", address="12 Mill Road")
    products.install(world.desk, client, world.product(), "9.4.2")
    world.case(client)
    closing.close(world.desk, world.case(client))
    card = directory.organisation(world.desk, client)
    assert (card.name, card.branch, card.policy_name) == ("Hartwell Motors", "Toronto", "Severity targets")
    assert [(line.name, line.named, line.has_pin) for line in card.contacts] == [
        ("Diane Hartwell", True, True),
        ("Assistant", False, False),
    ]
    assert card.named_contacts == (1, 5)
    assert [site.address for site in card.sites] == ["12 Mill Road"]
    assert [line.version for line in card.installations] == ["9.4.2"]
    assert [contract.plan_name for contract in card.contracts] == ["Gold"]
    assert (card.open_cases, card.closed_cases, card.incidents_left) == (1, 1, 0)
    with pytest.raises(KnownError, match="no organisation"):
        directory.organisation(world.desk, UUID(int=4))


def test_saved_views_are_ones_own_or_everybodys_in_an_order(world: World) -> None:
    world.sits_down("Nadia Karim", branch_id=world.branch())
    tom = world.agent("Tom Ashworth")
    first = made(saved_views.save_view(world.desk, "S1 and S2", "severity:S1,S2").created)
    second = made(saved_views.save_view(world.desk, "Payroll", "payroll", shared=True).created)
    third = made(saved_views.save_view(world.desk, "Late", "is:overdue").created)
    saved_views.move_view(world.desk, third, 0)
    assert [view.name for view in saved_views.saved_views(world.desk)] == ["Late", "S1 and S2", "Payroll"]
    other = world.as_agent(tom)
    assert [(view.id, view.shared) for view in saved_views.saved_views(other)] == [(second, True)]
    with pytest.raises(KnownError, match="belongs to somebody else"):
        saved_views.edit_view(other, first, name="Mine now")
    done = saved_views.drop_view(world.desk, first)
    assert [view.name for view in saved_views.saved_views(world.desk)] == ["Late", "Payroll"]
    assert done.operation is not None
    undo.undo(world.desk, done.operation.id)
    assert [view.name for view in saved_views.saved_views(world.desk)] == ["Late", "S1 and S2", "Payroll"]


def test_saved_views_have_counts_in_the_sidebar(world: World) -> None:
    world.sits_down(branch_id=world.branch())
    client = world.client()
    world.contract(client, "gold")
    for severity in ("S1", "S2", "S3"):
        world.case(client, severity=severity)
    saved_views.save_view(world.desk, "Grave", "severity:S1,S2")
    saved_views.save_view(world.desk, "Nothing", "severity:S4")
    assert [(name, count) for _, name, _, count in sidebar.counts(world.desk).saved] == [
        ("Grave", 2),
        ("Nothing", 0),
    ]


def test_SPK_7_an_answer_after_closing_waits_for_the_owner_until_settled(world: World) -> None:
    nadia = world.sits_down("Nadia Karim", AgentRole.SUPPORT_OFFICER, branch_id=world.branch())
    client = world.client("Lakeshore", "sapphireone")
    case = world.case(client, owner_id=nadia)
    closing.close(world.desk, case)
    world.later(minutes=1)
    replies.client_entry(world.desk, case, "It is back.", channel=Channel.EMAIL)
    (item,) = attention.open_items(world.desk)
    assert (item.kind, item.case_id, item.at) == ("answer_after_closing", case, world.now)
    assert sidebar.counts(world.desk).attention == 1
    assert attention.open_items(world.as_agent(world.agent("Tom Ashworth"))) == ()
    world.later(minutes=1)
    closing.leave_closed(world.desk, case, "Answered by phone")
    assert attention.open_items(world.desk) == ()
    assert sidebar.counts(world.desk).attention == 0
    (settled,) = attention.settled_items(world.desk, world.now - timedelta(hours=1))
    assert settled.id == item.id


def test_ONX_7_clients_are_told_apart_by_kind_region_and_reasons(world: World) -> None:
    sanaa = world.branch("Sana'a", time_zone="Asia/Aden")
    lyon = world.branch("Lyon", time_zone="Europe/Paris")
    world.sits_down(branch_id=sanaa)
    trader = world.client("Al-Rashid", "onyxpro", kind="trade", region="Aden", branch_id=sanaa)
    clinic = world.client("Les Oliviers", "onyxpro", kind="health", region="Rhône", branch_id=lyon)
    start = world.now
    for client, reason in (
        (trader, "adaptation"),
        (trader, "adaptation"),
        (trader, "update"),
        (clinic, "update"),
    ):
        world.later(minutes=1)
        world.case(client, reason=reason)
    world.later(days=2)
    world.case(clinic, reason="adaptation")  # outside the span
    found = analysis.analyse(world.desk, start, start + timedelta(days=1))
    facets = dict(found.facets)
    assert [(share.value, share.clients, share.cases) for share in facets[Facet.KIND]] == [
        ("trade", 1, 3),
        ("health", 1, 1),
    ]
    assert [share.label for share in facets[Facet.BRANCH]] == ["Sana'a", "Lyon"]
    assert [(share.value, share.clients, share.cases) for share in found.reasons] == [
        ("adaptation", 1, 2),
        ("update", 2, 2),
    ]
    assert found.reasons[0].label == "Adapt a function to the client's needs"
    assert [(each.organisation, each.cases, len(each.reasons)) for each in found.clients] == [
        ("Al-Rashid", 3, 2),
        ("Les Oliviers", 1, 1),
    ]
    only = analysis.analyse(world.desk, start, world.now + timedelta(days=1), branch_id=lyon)
    assert [(each.organisation, each.cases) for each in only.clients] == [("Les Oliviers", 2)]


def test_an_empty_desk_counts_nothing_and_fails_nowhere(world: World) -> None:
    counts = sidebar.counts(world.desk)
    assert not any(counts.views.values())
    assert (counts.branches, counts.saved, counts.attention, counts.unread) == ((), (), 0, False)
    assert directory.organisations(world.desk, "any") == ()
    assert analysis.analyse(world.desk, world.now, world.now).clients == ()
