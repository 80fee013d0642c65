"""Taking a case in: who calls, what covers them, which severity the answers mean, what is known, several things."""

import logging
from datetime import timedelta
from uuid import UUID

import pytest

from supportdesk.domain.words import Cover
from supportdesk.services.entitlements import credentials
from supportdesk.services.entitlements.callers import identify
from supportdesk.services.queries import intake
from supportdesk.services.queries.intake import IntakeDraft
from supportdesk.services.registers import knowledge, people, products
from supportdesk.services.registers.knowledge import NewArticle
from supportdesk.services.registers.products import ProductArea
from tests.services.desk_world import World, made


@pytest.fixture
def client(world: World) -> UUID:
    """A client whose contact says HARTW48213."""
    world.sits_down(branch_id=world.branch())
    client = world.client("Hartwell Motors", client_code="HARTW")
    world.contract(client, "gold")
    credentials.set_pin(world.desk, world.named_contact(client, "Diane Hartwell"), "48213")
    return client


@pytest.mark.parametrize("typed", ["HARTW48213", "hartw 48213", "H-A-R-T-W-4-8-2-1-3", "HARTW٤٨٢١٣"])
def test_SAP_1_a_support_code_leads_to_client_and_contact(world: World, client: UUID, typed: str) -> None:
    found = intake.advice(world.desk, IntakeDraft(support_code=typed, policy_code="sparkrock"))
    assert (found.organisation_id, found.organisation, found.code_problem) == (client, "Hartwell Motors", "")
    assert found.contact is not None
    assert found.contact.name == "Diane Hartwell"
    assert found.entitlement is not None
    assert (found.entitlement.cover, found.entitlement.plan_name) == (Cover.CONTRACT, "Gold")
    assert found.named_contacts == (1, 5)


def test_SAP_1_what_does_not_match_never_says_which_part_exists(world: World, client: UUID) -> None:
    wrong_pin = identify(world.desk, "HARTW48214")
    no_such_client = identify(world.desk, "NOBODY48213")
    assert wrong_pin == no_such_client
    assert "does not match" in wrong_pin.problem
    malformed = identify(world.desk, "HARTW482")
    assert "PIN of 5 digits" in malformed.problem
    assert identify(world.desk, "  ").problem == ""


def test_SAP_1_guessing_is_slowed_down_and_logged_without_the_code(
    world: World, client: UUID, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        for pin in ("11111", "22222", "33333"):
            identify(world.desk, f"HARTW{pin}")
    assert len(caplog.records) == 3
    assert not any(text in caplog.text for text in ("HARTW", "11111", "33333"))
    waiting = identify(world.desk, "HARTW48213")
    assert waiting.organisation_id is None
    assert "15 seconds" in waiting.problem
    world.later(seconds=16)
    assert identify(world.desk, "HARTW48213").organisation_id == client
    identify(world.desk, "HARTW11111")
    assert identify(world.desk, "HARTW48213").organisation_id == client


def test_SAP_1_the_same_wrong_code_counts_once(world: World, client: UUID) -> None:
    for _ in range(9):
        world.later(seconds=1)
        assert "does not match" in identify(world.desk, "HARTW48214").problem
    assert identify(world.desk, "HARTW48213").organisation_id == client


def test_SAP_1_a_contact_who_has_left_is_not_identified(world: World, client: UUID) -> None:
    left = world.contact(client, "Gone")
    credentials.set_pin(world.desk, left, "11223")
    assert identify(world.desk, "HARTW11223").contact_id == left
    people.edit_contact(world.desk, client, left, active=False)
    assert identify(world.desk, "HARTW11223").contact_id is None


def test_SPK_2_answers_propose_a_severity_and_its_first_response(world: World, client: UUID) -> None:
    answers = {"function": "critical", "down_for": "everyone", "workaround": "no"}
    found = intake.advice(world.desk, IntakeDraft(organisation_id=client, answers=answers))
    assert found.proposed_severity is not None
    assert (found.proposed_severity.code, found.proposed_severity.rank) == ("S1", 1)
    assert found.first_response_seconds == 2 * 3600
    claimed = intake.advice(world.desk, IntakeDraft(organisation_id=client, answers=answers, severity="S2"))
    assert claimed.first_response_seconds == 6 * 3600


def test_SAG_2_what_is_known_is_offered_most_alike_first(world: World, client: UUID) -> None:
    known = world.case(client, "Pay slips print blank after the update", severity="S2")
    world.case(client, "Cannot post invoices", severity="S3")
    article = made(
        knowledge.write_article(
            world.desk, NewArticle("Pay slips print blank", "Restore the layout package.", "en")
        ).created
    )
    knowledge.use_article(world.desk, known, article)
    found = intake.advice(
        world.desk, IntakeDraft(summary="Pay slips print blank since yesterday", organisation_id=client)
    )
    assert [suggestion.id for suggestion in found.similar] == [known]
    assert found.similar[0].detail == "Hartwell Motors · New"
    assert 0.5 < found.similar[0].share <= 1
    assert [(each.label, each.detail) for each in found.articles] == [("KB-1", "1")]


def test_ONX_5_an_article_is_offered_in_the_readers_language(world: World, client: UUID) -> None:
    first = NewArticle("Printing payroll slips", "Check the driver of the printer.", "en")
    knowledge.write_article(world.desk, first)
    french = NewArticle("Impression des bulletins payroll", "Vérifiez le pilote.", "fr", number="KB-1")
    knowledge.write_article(world.desk, french)
    draft = IntakeDraft(summary="payroll printer", organisation_id=client)
    reader = world.as_agent(world.desk.actor, language="fr_CA")
    assert [each.title for each in intake.advice(reader, draft).articles] == [
        "Impression des bulletins payroll"
    ]
    assert [each.title for each in intake.advice(world.desk, draft).articles] == ["Printing payroll slips"]


def test_SAG_3_two_problems_in_one_summary_bring_a_hint(world: World, client: UUID) -> None:
    summary = (
        "Pay slips print blank after the 9.4.2 update, and the bank file export is missing two employees"
    )
    found = intake.advice(world.desk, IntakeDraft(summary=summary, organisation_id=client))
    assert len(found.several) == 2
    assert found.several[1].startswith("The bank file")
    one = intake.advice(world.desk, IntakeDraft(summary="Pay slips print blank", organisation_id=client))
    assert one.several == ()


def test_SYN_5_the_scope_of_support_and_the_ways_open_are_shown(world: World) -> None:
    client = world.client("Cobalt Freight", "synergy")
    found = intake.advice(world.desk, IntakeDraft(organisation_id=client))
    assert found.form is not None
    assert found.form.scope
    assert found.entitlement is not None
    assert not found.entitlement.supported
    assert found.entitlement.ways_open


def test_SAG_4_a_product_brings_areas_of_its_own(world: World) -> None:
    product = world.product(policy_code="sage", areas=(ProductArea("vat", {"fr": "TVA", "en": "VAT"}),))
    products.add_version(world.desk, product, "9.4.1")
    products.add_version(world.desk, product, "9.4.2")
    plain = intake.form(world.desk, policy_code="sage")
    assert ("payroll", "Payroll") in plain.areas
    assert plain.products == ((product, "Ledgerline ERP", ("9.4.2", "9.4.1")),)
    assert plain.warning
    own = intake.form(world.as_agent(world.desk.actor, language="fr"), policy_code="sage", product_id=product)
    assert own.areas == (("vat", "TVA"),)


def test_SAG_8_the_form_speaks_the_desks_language(world: World) -> None:
    french = intake.form(world.as_agent(world.desk.actor, language="fr"), policy_code="sage")
    assert ("error_message", "Message d'erreur exact") in [part[:2] for part in french.parts]
    assert next(part for part in french.parts if part[0] == "since_when")[4]
    assert [severity.name for severity in french.severities] == ["Bloquante", "Majeure", "Mineure", "Faible"]


def test_without_a_client_and_with_many_policies_nothing_is_decided(world: World) -> None:
    found = intake.advice(world.desk, IntakeDraft(summary="Printing fails"))
    assert (found.form, found.entitlement, found.similar) == (None, None, ())


def test_the_wait_outlives_the_program(world: World, client: UUID) -> None:
    for pin in ("11111", "22222", "33333", "44444"):
        identify(world.desk, f"HARTW{pin}")
        world.later(seconds=5)
    again = World(world.store, now=world.now)
    assert "can be tried in" in identify(again.desk, "HARTW48213").problem
    again.now += timedelta(minutes=20)
    assert identify(again.desk, "HARTW48213").organisation_id == client
