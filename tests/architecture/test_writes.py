"""Who opens a writing transaction on a desk, and how what it writes there reaches the hub; a new one has to say so."""

import pytest

from tests.architecture.tree import Module, calls, last_name, parsed, rooms

_OPENS = {"write", "together"}

# On a desk of a hub a shared row changes in an operation only; the triggers of the store refuse anything else.
HOW_IT_TRAVELS = {
    "supportdesk/app/bootstrap.py": "the id of this copy; the first people by acts",
    "supportdesk/app/hub_line.py": "the membership",
    "supportdesk/app/sample/apart.py": "the made-up disagreement of a new desk that works alone",
    "supportdesk/app/sample/world.py": "a new desk that works alone",
    "supportdesk/services/cases/late_words.py": "drafts; by acts what is put in",
    "supportdesk/services/cases/photo_shelf.py": "by an act; where the original lies, a setting",
    "supportdesk/services/cases/telling.py": "the made-up cases of a new desk that works alone",
    "supportdesk/services/cases/visit_cases.py": "by acts, both or neither",
    "supportdesk/services/cases/visit_fields.py": "by acts, after what is there was read",
    "supportdesk/services/cases/visits.py": "by acts, several at once",
    "supportdesk/services/dashboards/goals.py": "a setting",
    "supportdesk/services/entitlements/callers.py": "a setting",
    "supportdesk/services/exchange/apart.py": "a setting",
    "supportdesk/services/exchange/effects.py": "on the hub",
    "supportdesk/services/exchange/joining.py": "what this desk had goes out by rows.add",
    "supportdesk/services/exchange/outlook.py": "the membership",
    "supportdesk/services/exchange/receiving.py": "on the hub",
    "supportdesk/services/exchange/repairing.py": "by acts, and what a person settled of them",
    "supportdesk/services/exchange/sending.py": "the outbox",
    "supportdesk/services/exchange/settling.py": "by acts, and what a person settled of them",
    "supportdesk/services/exchange/taking_over.py": "what the hub sent, and own operations again",
    "supportdesk/services/exchange/unsent.py": "a setting",
    "supportdesk/services/importing/fetched_reports.py": "a setting",
    "supportdesk/services/importing/running.py": "by rows.add",
    "supportdesk/services/operations/applying.py": "the operation itself",
    "supportdesk/services/operations/kept_policies.py": "a setting",
    "supportdesk/services/person/drafts.py": "drafts",
    "supportdesk/services/person/marks.py": "what one person has seen",
    "supportdesk/services/registers/policy_versions.py": "a setting; what adopts is done by the hub",
    "supportdesk/services/schedule.py": "nothing: the hub does what is due",
    "supportdesk/sync/engine.py": "the scopes and the membership",
    "supportdesk/sync/uploading.py": "a setting",
    "supportdesk/sync/verifying.py": "the membership",
}


def opens_a_writing_transaction(module: Module) -> bool:
    return any(
        last_name(call.func) in _OPENS
        and "store" in last_name(getattr(call.func, "value", call.func)).lower()
        for call in calls(module)
    )


def test_every_place_that_writes_on_a_desk_says_how_it_travels() -> None:
    found = {
        each.name
        for each in rooms("app", "ui", "workers", "sync", "services")
        if opens_a_writing_transaction(each)
    }
    assert found == set(HOW_IT_TRAVELS)


@pytest.mark.parametrize(
    "source",
    [
        "with desk.store.write() as conn: pass",
        "with store.write(bulk=True) as conn: pass",
        "with self._store.together() as joined: pass",
    ],
)
def test_a_writing_transaction_is_found(source: str) -> None:
    assert opens_a_writing_transaction(parsed("supportdesk/services/probe.py", source))


@pytest.mark.parametrize(
    "source", ["case.write(Line())", "with desk.store.read() as conn: pass", "file.write(text)"]
)
def test_what_only_reads_is_left_alone(source: str) -> None:
    assert not opens_a_writing_transaction(parsed("supportdesk/services/probe.py", source))
