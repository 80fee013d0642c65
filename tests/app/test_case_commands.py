"""The acts of the `case` command: each done once where its policy allows it, and refused once by its rule."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from supportdesk.config.paths import Profile
from supportdesk.domain.words import Channel
from supportdesk.services.cases import cases, replies
from supportdesk.services.in_hand.new_case import NewCase
from supportdesk.services.queries.called import case_called
from supportdesk.services.registers import people, staff
from supportdesk.services.registers.people import NewOrganisation
from supportdesk.services.registers.staff import NewAgent
from tests.app.case_desk import Say, acts, new, rule
from tests.app.desk_process import looked_into


def test_a_new_case_has_what_it_was_given_and_can_be_read_again(
    profile: Profile, say: Say, tmp_path: Path
) -> None:
    log = tmp_path / "trace.log"
    log.write_bytes(b"boom")
    words = ["--contact", "diane", "--text", "It stops\r\nat noon", "--product", "ledgerline"]
    words += [
        "--severity",
        "high",
        "--channel",
        "phone",
        "--owner",
        "tom@desk.example",
        "--part",
        "steps=Open it",
    ]
    case = new(say, *words, "--attach", log)
    assert re.fullmatch(r"C-\d{4}-000001", case["number"])
    assert (case["title"], case["channel"], case["product"]) == ("Payroll stops", "phone", "Ledgerline ERP")
    assert (case["client"]["code"], case["contact"]["name"]) == ("HARTW", "Diane Hartwell")
    assert (case["severity"]["code"], case["severity"]["verified"]) == ("S2", False)
    assert (case["owner"]["name"], case["stage"]["id"]) == ("Tom Fisk", "in_progress")
    assert {part["answer"] for part in case["template"]} == {"Open it", "It stops\nat noon"}
    (clock,) = case["clocks"]
    assert (clock["kind"], clock["state"]) == ("first_response", "running")
    assert "Severity S2 High" in clock["explanation"]
    assert clock["due_at"].endswith("Z")
    assert datetime.fromisoformat(clock["due_at"]) > datetime.fromisoformat(case["logged_at"])
    status, again = say("show", case["number"], "--all")
    assert status == 0
    moving = {"clocks", "unread_since"}
    assert {name: case[name] for name in case if name not in moving} == {
        name: again["case"][name] for name in case if name not in moving
    }
    logged, *_ = again["timeline"]["entries"]
    assert (logged["kind"], logged["body"], logged["from_client"]) == ("logged", "It stops\nat noon", True)
    assert [(file["name"], file["size"]) for file in logged["files"]] == [("trace.log", 4)]
    assert again["timeline"]["earlier"] == 0


def test_the_answers_to_the_policys_questions_propose_the_severity(say: Say) -> None:
    answers = ["--answer", "function=critical", "--answer", "down_for=Everyone", "--answer", "workaround=no"]
    assert new(say, *answers)["severity"]["code"] == "S1"


def test_a_contact_alone_leads_to_its_client(say: Say) -> None:
    status, document = say("new", "--contact", "diane@h.example", "--title", "Payroll stops")
    assert (status, document["case"]["client"]["name"]) == (0, "Hartwell Motors")


def test_each_act_does_what_it_says(say: Say, tmp_path: Path) -> None:
    new(say)
    text = tmp_path / "reply.txt"
    text.write_text("\ufeffWe look into it – déjà vu\n", encoding="utf-8")
    status, replied = say("reply", 1, "--file", text, "--stage", "en attente du client", "--attach", text)
    assert (status, replied["case"]["stage"]["id"]) == (0, "waiting_for_customer")
    assert replied["done"]["act"] == "case.reply"
    assert replied["done"]["undoable"] is True
    assert say("note", 1, "--text", "internal")[0] == 0
    _, moved = say("move", 1, "Waiting for 3rd Party Vendor", "--vendor", "Acme")
    assert moved["case"]["stage"]["id"] == "waiting_for_vendor"
    _, moved = say("move", 1, "estimate", "--quote", "1200.50,eur")
    assert moved["case"]["stage"]["id"] == "estimate"
    _, assigned = say("assign", 1, "tom fisk")
    assert assigned["case"]["owner"]["name"] == "Tom Fisk"
    _, assigned = say("assign", 1, "--nobody")
    assert assigned["case"]["owner"] is None
    _, claimed = say("severity", 1, "haute", "--claimed")
    assert (claimed["case"]["severity_claimed"], claimed["case"]["severity"]["verified"]) == ("S2", False)
    _, verified = say("severity", 1, "s1", "--why", "Nobody is paid")
    assert (verified["case"]["severity"]["code"], verified["case"]["severity_reason"]) == (
        "S1",
        "Nobody is paid",
    )
    _, closed = say("close", 1, "--by-client", "--contact", "diane")
    assert (closed["case"]["open"], closed["case"]["stage"]["id"]) == (False, "closed")
    _, shown = say("show", 1, "--all")
    entries = {entry["kind"]: entry for entry in shown["timeline"]["entries"]}
    assert entries["reply"]["body"] == "We look into it – déjà vu"
    assert entries["reply"]["files"][0]["name"] == "reply.txt"
    assert (entries["note"]["body"], entries["note"]["public"]) == ("internal", False)
    assert entries["closed"]["data"]["by_client"] is True
    assert say("show", 1, "--last", 2)[1]["timeline"]["earlier"] == len(shown["timeline"]["entries"]) - 2


def test_an_act_leaves_what_the_desks_own_leaves(profile: Profile, say: Say) -> None:
    new(say, "--text", "It stops", "--severity", "S2")
    say("note", 1, "--text", "internal")
    with looked_into(profile) as desk:
        client = people.add_organisation(desk, NewOrganisation("Twin", "sparkrock")).created
        case = NewCase(
            "Payroll stops", "It stops", client, severity="S2", template={"description": "It stops"}
        )
        case_id = cases.log_case(desk, case).created
        assert case_id is not None
        replies.note(desk, case_id, "internal")
    done = [(name, args) for name, args in acts(profile) if name in {"case.log", "case.note"}]
    assert len(done) == 4
    for (name, args), (own_name, own_args) in zip(done[:2], done[2:], strict=True):
        assert name == own_name
        assert {**args, "organisation_id": None} == {**own_args, "organisation_id": None}


# ------------------------------------------------------------------ refusals


def test_SAG_1_a_policy_that_takes_no_uncovered_case_refuses_it(say: Say) -> None:
    parts = [
        f"--part={name}=x" for name in ("since_when", "affected", "expected_result", "actual_result", "tried")
    ]
    words = ["--part", "worked_before=yes", "--area", "other", "--reason", "other"]
    refused = say("new", "--client", "HARTM", "--title", "x", *parts, *words)
    assert rule(refused) in {"SAG-1", "SAG-4"}


def test_SAG_5_a_request_without_a_required_part_is_refused(say: Say) -> None:
    assert rule(say("new", "--client", "HARTM", "--title", "x")) == "SAG-5"


def test_SPK_8_a_contact_who_may_only_read_logs_nothing(say: Say) -> None:
    assert rule(say("new", "--contact", "rolf", "--title", "x")) == "SPK-8"


def test_SYN_1_a_reply_without_cover_is_refused(say: Say) -> None:
    new(say, client="PINE")
    assert rule(say("reply", 1, "--text", "we look")) == "SYN-1"


def test_a_note_without_words_is_refused(say: Say) -> None:
    new(say)
    for text in ("", " \n\t"):
        assert rule(say("note", 1, "--text", text)) is None


def test_SPK_6_a_stage_out_of_order_or_without_what_it_asks_is_refused(say: Say) -> None:
    new(say)
    assert rule(say("move", 1, "Testing")) == "SPK-6"
    assert rule(say("move", 1, "estimate")) == "SPK-6"
    unknown = say("move", 1, "Nirvana")
    assert rule(unknown) == "SPK-6"
    assert "Waiting for Customer" in unknown[1]["error"]["remedy"]


def test_an_owner_who_has_it_or_has_left_is_refused(profile: Profile, say: Say) -> None:
    new(say, "--owner", "me")
    assert "stands there already" in say("assign", 1, "nadia")[1]["error"]["what"]
    with looked_into(profile) as desk:
        gone = staff.add_agent(desk, NewAgent("Gone Girl")).created
        assert gone is not None
        staff.edit_agent(desk, gone, active=False)
    assert "no longer works here" in say("assign", 1, "gone girl")[1]["error"]["what"]


def test_SPK_2_another_severity_than_the_claimed_one_needs_a_reason(say: Say) -> None:
    new(say, "--severity", "S3")
    assert rule(say("severity", 1, "S1")) == "SPK-2"
    unknown = say("severity", 1, "S9")
    assert rule(unknown) == "SPK-2"
    assert "S1, S2, S3, S4" in unknown[1]["error"]["remedy"]


def test_SYN_4_closing_without_the_kind_of_resolution_is_refused(say: Say) -> None:
    case = new(say, client="PINE")
    assert rule(say("close", 1)) == "SYN-4"
    unknown = say("close", 1, "--resolution", "magic")
    assert rule(unknown) is None
    assert case["resolutions"][0]["id"] in unknown[1]["error"]["meaning"]


def test_a_reply_waits_when_the_client_has_written_since(profile: Profile, say: Say) -> None:
    case = new(say, "--text", "first")
    with looked_into(profile) as desk:
        replies.client_entry(desk, case_called(desk, "1"), "one more thing", channel=Channel.EMAIL)
    held = say("reply", 1, "--text", "done", "--seen-until", case["logged_at"])
    assert "has written since" in held[1]["error"]["what"]
    now = datetime.now(UTC).isoformat().replace("+00:00", "Z")
    assert say("reply", 1, "--text", "done", "--seen-until", now)[0] == 0
