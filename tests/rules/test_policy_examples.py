"""That no worked example of the vendors' rules is left out: each kind of example has a test that runs it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.examples import examples

HERE = Path(__file__).parent
# Which test runs the examples of a kind, by the words with which it picks them.
RUN_BY = {
    ("sparkrock", "response"): ("test_case_examples.py", '"response"'),
    ("sparkrock", "severity_verified"): ("test_case_examples.py", '"severity_verified"'),
    ("sparkrock", "update"): ("test_case_examples.py", '"update"'),
    ("sparkrock", "waiting"): ("test_case_examples.py", '"waiting"'),
    ("sparkrock", "complete"): ("test_case_examples.py", '"complete"'),
    ("sparkrock", "no_timer"): ("test_case_examples.py", '"no_timer"'),
    ("sage", "reactivate"): ("test_case_examples.py", '"reactivate"'),
    ("sage", "reactivate_refused"): ("test_case_examples.py", '"reactivate_refused"'),
    ("sage", "transition"): ("test_case_examples.py", '"transition"'),
    ("sage", "entitlement"): ("test_entitlement.py", 'kind="entitlement"'),
    ("sage", "one_request_one_ticket"): ("test_several_things.py", 'kind="one_request_one_ticket"'),
    ("sage", "criticality"): ("test_intake.py", 'kind="criticality"'),
    ("synergy", "open"): ("test_ledger.py", '["synergy-02", "synergy-07"]'),
    ("synergy", "sequence"): ("test_ledger.py", '"synergy-09"'),
    ("synergy", "split"): ("test_ledger.py", '"synergy-13"'),
    ("synergy", "ledger_invariant"): ("test_ledger.py", '"synergy-28"'),
    ("synergy", "resolve"): ("test_entitlement.py", 'kind="resolve"'),
    ("synergy", "scope"): ("test_entitlement.py", 'kind="scope"'),
    ("sapphireone", "code"): ("test_support_code.py", 'kind="code"'),
    ("sapphireone", "code_match"): ("test_support_code.py", 'kind="code_match"'),
    ("sapphireone", "stage"): ("test_engagement.py", 'kind="stage"'),
    ("sapphireone", "stage3"): ("test_engagement.py", 'kind="stage3"'),
    ("sapphireone", "stage4"): ("test_engagement.py", 'kind="stage4"'),
    ("onyxpro", "fee"): ("test_entitlement.py", 'kind="fee"'),
    ("onyxpro", "visit_report"): ("test_visit_report.py", '"onyx-11"'),
    ("onyxpro", "channel"): ("test_visit_report.py", 'kind="channel"'),
    ("onyxpro", "acceptance"): ("test_policy_facts.py", 'kind="acceptance"'),
    ("onyxpro", "central_support"): ("test_policy_facts.py", 'kind="central_support"'),
}
# A tracking note is a record with a number of its own, not a decision of the rules.
NO_RULE = {("sapphireone", "release_note")}


def test_every_kind_of_example_is_accounted_for() -> None:
    vendors = ("sparkrock", "sage", "synergy", "sapphireone", "onyxpro")
    kinds = {(vendor, case["kind"]) for vendor in vendors for case in examples(vendor)}
    assert kinds == RUN_BY.keys() | NO_RULE


@pytest.mark.parametrize(("vendor", "kind"), RUN_BY)
def test_each_kind_of_example_is_run(vendor: str, kind: str) -> None:
    file, words = RUN_BY[vendor, kind]
    assert words in next(HERE.rglob(file)).read_text(encoding="utf-8")


def test_examples_that_are_picked_by_their_ids_are_all_picked() -> None:
    by_id = [(vendor, kind) for (vendor, kind), (_, words) in RUN_BY.items() if "-" in words]
    for vendor, kind in by_id:
        text = next(HERE.rglob(RUN_BY[vendor, kind][0])).read_text(encoding="utf-8")
        assert all(f'"{case["id"]}"' in text for case in examples(vendor, kind=kind))
