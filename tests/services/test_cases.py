"""Logging: cover, severity, template, contacts and what comes with a request; several things become several cases."""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select

from supportdesk.domain.errors import KnownError, RuleRefusal
from supportdesk.domain.words import Channel, Cover, EntryKind, LinkKind
from supportdesk.rules.cases.state import CaseState
from supportdesk.services.cases import cases, closing, handling
from supportdesk.services.entitlements import contracts
from supportdesk.services.in_hand.files import NewFile
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.person import drafts
from supportdesk.services.registers import knowledge, staff
from supportdesk.services.registers.knowledge import NewArticle
from supportdesk.services.registers.products import ProductArea
from supportdesk.store.case_rows import load_state
from supportdesk.store.composed import Record
from supportdesk.store.tables.cases import ATTACHMENT, ENTRY, LINK
from supportdesk.store.tables.people import CONTACT, INVOICE_DRAFT
from supportdesk.store.tables.work import CASE_ARTICLE
from tests.services.desk_world import World, made

TEMPLATE = {
    "summary": "The export stops.",
    "since_when": "Since the update",
    "worked_before": True,
    "affected": "One user",
    "expected_result": "A file",
    "actual_result": "None",
    "tried": "Started again",
}


def case(world: World, case_id: UUID) -> tuple[CaseState, Record]:
    with world.store.read() as conn:
        return load_state(conn, case_id)


def written_request(client: UUID | None, title: str = "Export", **values: object) -> NewCase:
    fields = {"template": TEMPLATE, "reason": "error", "area": "accounting", **values}
    return NewCase(title, organisation_id=client, **fields)  # type: ignore[arg-type]


def test_a_case_is_logged_with_its_number_branch_and_line(world: World) -> None:
    agent, branch = world.sits_down(), world.branch()
    client = world.client(branch_id=branch, language="fr")
    contact = world.contact(client)
    request = NewCase("Payroll stops", "In step 3.", client, contact, severity="S2", channel=Channel.PHONE)
    case_id = made(cases.log_case(world.desk, request).created)
    state, row = case(world, case_id)
    assert (row["number"], row["title"], row["branch_id"], row["language"]) == (
        "C-2026-000001",
        "Payroll stops",
        branch,
        "fr",
    )
    assert (state.stage, state.severity_claimed, state.needs_answer) == ("new", "S2", True)
    with world.store.read() as conn:
        (line,) = conn.execute(select(ENTRY).where(ENTRY.c.case_id == case_id)).all()
    assert (line.kind, line.body, line.author_id, line.contact_id) == ("logged", "In step 3.", agent, contact)
    assert (line.at, line.channel, line.public) == (world.now, "phone", True)


def test_numbers_count_up_within_their_year(world: World) -> None:
    client = world.client()
    numbers = [case(world, world.case(client))[1]["number"] for _ in range(3)]
    assert numbers == ["C-2026-000001", "C-2026-000002", "C-2026-000003"]
    world.later(days=60)
    assert case(world, world.case(client))[1]["number"] == "C-2027-000001"


def test_SPK_2_the_severity_is_claimed_or_proposed_from_the_answers(world: World) -> None:
    client = world.client()
    answers = {"function": "critical", "down_for": "everyone", "workaround": "no"}
    assert case(world, world.case(client, answers=answers))[0].severity == "S1"
    assert case(world, world.case(client, answers=answers, severity="S3"))[0].severity == "S3"
    assert case(world, world.case(client))[0].severity is None
    with pytest.raises(RuleRefusal) as refusal:
        world.case(client, severity="S9")
    assert refusal.value.rule == "SPK-2"


def test_SPK_5_a_plan_with_after_hours_service_counts_for_the_case(world: World) -> None:
    client = world.client()
    world.contract(client, "gold")
    world.now = world.now.replace(hour=4)
    state, row = case(world, world.case(client, severity="S1"))
    assert (row["plan_id"], state.after_hours) == ("gold", True)
    (clock,) = state.clocks
    assert clock.after_hours
    assert clock.due_at == world.now.replace(hour=8)


def test_SPK_8_only_named_contacts_log_and_close_cases(world: World) -> None:
    client = world.client()
    world.contract(client, "standard")
    member = world.contact(client, "Ivo Lang")
    with pytest.raises(RuleRefusal, match="Ivo Lang") as refusal:
        world.case(client, contact_id=member)
    assert refusal.value.rule == "SPK-8"
    logged = world.case(client)
    with pytest.raises(RuleRefusal, match="Ivo Lang"):
        closing.close(world.desk, logged, by_client=True, contact_id=member)
    with world.store.write() as conn:
        conn.execute(CONTACT.update().values(named=True))
    closing.close(world.desk, logged, by_client=True, contact_id=member)
    assert case(world, world.case(client, contact_id=member))[1]["contact_id"] == member


def test_SPK_10_without_an_owner_a_case_stands_in_its_teams_queue(world: World) -> None:
    team = made(staff.add_team(world.desk, "Payroll").created)
    state, row = case(world, world.case(world.client(), team_id=team))
    assert (row["team_id"], state.owner) == (team, None)
    owner = world.agent()
    owned, _ = case(world, world.case(world.client("Northwind"), owner_id=owner))
    assert (owned.owner, owned.stage) == (str(owner), "in_progress")


def test_SAG_1_without_contract_or_certification_no_case_is_logged(world: World) -> None:
    stranger, partner = world.client(policy="sage"), world.client("Delmas", "sage", certified_partner=True)
    with pytest.raises(RuleRefusal) as refusal:
        cases.log_case(world.desk, written_request(stranger))
    assert refusal.value.rule == "SAG-1"
    assert refusal.value.remedy
    covered = cases.log_case(world.desk, written_request(partner))
    assert case(world, made(covered.created))[1]["cover"] == Cover.PARTNER.value


def test_SAG_2_what_was_tried_of_the_articles_is_recorded(world: World) -> None:
    article = made(
        knowledge.write_article(world.desk, NewArticle("Rebuild the index", "How to.", "en")).created
    )
    case_id = world.case(world.client(), articles_tried=(article,))
    with world.store.read() as conn:
        (used,) = conn.execute(select(CASE_ARTICLE)).all()
        line = conn.execute(select(ENTRY.c.data).where(ENTRY.c.kind == EntryKind.ARTICLE.value)).scalar_one()
    assert (used.case_id, used.article_id, used.how) == (case_id, article, "tried")
    assert (line["title"], line["how"]) == ("Rebuild the index", "tried")


def test_SAG_3_one_text_becomes_several_cases_in_one_step(world: World) -> None:
    client = world.client()
    drafts.save(world.desk, "new_case", {"title": "Two things"})
    requests = [NewCase(title, organisation_id=client) for title in ("Export", "Print", "Login")]
    done = cases.log_split(world.desk, requests, draft_key="new_case")
    first = made(done.created)
    with world.store.read() as conn:
        links = conn.execute(select(LINK.c.case_id, LINK.c.other_id, LINK.c.kind)).all()
    assert {link.other_id for link in links} == {first}
    assert {link.kind for link in links} == {"related"}
    titles = {case(world, case_id)[1]["title"] for case_id in {first, *(link.case_id for link in links)}}
    assert titles == {"Export", "Print", "Login"}
    assert drafts.load(world.desk, "new_case") is None
    with pytest.raises(KnownError):
        cases.log_split(world.desk, [])


def test_SAG_4_reason_and_area_come_from_the_lists(world: World) -> None:
    client = world.client("Delmas", "sage", certified_partner=True)
    for values in ({"reason": None}, {"reason": "whim"}, {"area": "gardening"}):
        with pytest.raises(RuleRefusal) as refusal:
            cases.log_case(world.desk, written_request(client, **values))
        assert refusal.value.rule == "SAG-4"
    product = world.product(areas=(ProductArea("closing", {"fr": "Clôture", "en": "Year end"}),))
    with pytest.raises(RuleRefusal):
        cases.log_case(world.desk, written_request(client, product_id=product))
    cases.log_case(world.desk, written_request(client, product_id=product, area="closing"))


def test_SAG_5_required_parts_of_the_request_cannot_be_left_out(world: World) -> None:
    client = world.client("Delmas", "sage", certified_partner=True)
    less = {part: answer for part, answer in TEMPLATE.items() if part != "since_when"}
    with pytest.raises(RuleRefusal, match="Since when") as refusal:
        cases.log_case(world.desk, written_request(client, template=less))
    assert refusal.value.rule == "SAG-5"
    case_id = made(cases.log_case(world.desk, written_request(client)).created)
    assert case(world, case_id)[1]["template"] == TEMPLATE


def test_SAG_6_a_case_that_can_no_longer_be_reactivated_is_followed_by_a_new_one(world: World) -> None:
    client = world.client("Delmas", "sage", certified_partner=True)
    old = made(cases.log_case(world.desk, written_request(client)).created)
    with pytest.raises(KnownError, match="not closed"):
        cases.log_case(world.desk, written_request(client, follows=old))
    closing.close(world.desk, old, by_client=True)
    world.later(days=14)
    closing.reactivate(world.desk, old)
    assert case(world, old)[0].stage == "reactivated"
    closing.close(world.desk, old, by_client=True)
    world.later(days=14, seconds=1)
    with pytest.raises(RuleRefusal) as refusal:
        closing.reactivate(world.desk, old)
    assert refusal.value.rule == "SAG-6"
    new = made(cases.log_case(world.desk, written_request(client, follows=old)).created)
    with world.store.read() as conn:
        link = conn.execute(select(LINK)).one()
    assert (link.case_id, link.other_id, link.kind) == (new, old, LinkKind.FOLLOWS.value)


def test_SAG_6_a_follow_up_takes_over_what_the_closed_request_said(world: World) -> None:
    world.sits_down()
    client = world.client("Delmas", "sage", certified_partner=True)
    old = made(cases.log_case(world.desk, written_request(client)).created)
    with pytest.raises(KnownError, match="not closed"):
        cases.log_follow_up(world.desk, old, "Toujours faux")
    closing.close(world.desk, old, by_client=True)
    world.later(days=15)
    new = made(cases.log_follow_up(world.desk, old, "Toujours faux", "Même erreur depuis ce matin.").created)
    (_, before), (state, after) = case(world, old), case(world, new)
    kept = ("organisation_id", "contact_id", "product_id", "template", "answers", "reason", "area")
    assert {name: after[name] for name in kept} == {name: before[name] for name in kept}
    assert (after["title"], state.owner) == ("Toujours faux", str(world.desk.actor))
    assert case(world, old)[0].closed_at is not None
    with world.store.read() as conn:
        link = conn.execute(select(LINK)).one()
    assert (link.case_id, link.other_id, link.kind) == (new, old, LinkKind.FOLLOWS.value)


def test_SAG_7_the_criticality_follows_from_the_answers(world: World) -> None:
    client = world.client("Delmas", "sage", certified_partner=True)
    request = written_request(client, answers={"can_work": "task_blocked"})
    assert case(world, made(cases.log_case(world.desk, request).created))[0].severity == "majeure"


def test_SYN_1_without_payment_the_case_is_taken(world: World) -> None:
    _, row = case(world, world.case(world.client(policy="synergy")))
    assert (row["cover"], row["accepted"]) == ("none", False)


def test_ONX_3_after_the_free_year_an_invoice_line_is_drafted(world: World) -> None:
    free = world.client("Atlas", "onyxpro", start_date=date(2025, 11, 19))
    over = world.client("Zagros", "onyxpro", start_date=date(2025, 11, 18))
    renewed = world.client("Sahara", "onyxpro", start_date=date(2020, 1, 1))
    contracts.add_contract(
        world.desk, renewed, "warranty", starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31)
    )
    covers = {}
    for client in (free, over, renewed):
        policy = world.desk.policies.versions("onyxpro")[-1]
        request = NewCase(
            "Stock",
            organisation_id=client,
            template={part.id: "x" for part in policy.intake.template},
            reason=policy.intake.reasons[0].id if policy.intake.reasons else None,
            area=policy.intake.areas[0].id if policy.intake.areas else None,
        )
        covers[client] = case(world, made(cases.log_case(world.desk, request).created))[1]["cover"]
    assert covers == {free: "first_year", over: "invoice", renewed: "warranty"}
    with world.store.read() as conn:
        (draft,) = conn.execute(select(INVOICE_DRAFT)).all()
    assert (draft.organisation_id, draft.state) == (over, "draft")
    assert draft.text.startswith("C-2026-")


def test_what_comes_with_a_request_is_kept_with_it(world: World) -> None:
    client = world.client()
    first, second = world.case(client), world.case(client)
    file = NewFile("cd" * 32, 10, "screen.png", "image/png")
    case_id = world.case(client, "Again", duplicate_of=first, related=(second,), files=(file,))
    with world.store.read() as conn:
        links = conn.execute(select(LINK.c.other_id, LINK.c.kind).where(LINK.c.case_id == case_id)).all()
        attached = conn.execute(select(ATTACHMENT.c.case_id, ATTACHMENT.c.name)).one()
    assert {tuple(link) for link in links} == {(first, "duplicate_of"), (second, "related")}
    assert tuple(attached) == (case_id, "screen.png")
    assert case(world, case_id)[1]["attachments"] == 1


def test_a_request_of_nobody_names_its_policy(world: World) -> None:
    with pytest.raises(KnownError, match="no client"):
        cases.log_case(world.desk, NewCase("Who is this?"))
    case_id = made(cases.log_case(world.desk, NewCase("Who is this?", policy_code="sparkrock")).created)
    assert case(world, case_id)[1]["organisation_id"] is None
    handling.assign(world.desk, case_id, world.agent())
