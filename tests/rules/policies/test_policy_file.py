"""Policy files: whole or refused, each problem with its line, what is wrong and what is allowed."""

from __future__ import annotations

import pytest

from supportdesk.domain.errors import KnownError
from supportdesk.rules.policies.file import (
    PolicyCheck,
    PolicyProblem,
    PolicyRefused,
    check_policy,
    load_policy,
)
from tests.rules.policy_files import CODES, policy, policy_text


def changed(code: str, old: str, new: str) -> str:
    text = policy_text(code)
    assert old in text
    return text.replace(old, new, 1)


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def problems_of(text: str | bytes) -> tuple[PolicyProblem, ...]:
    check = check_policy(text, "test.toml")
    assert check.policy is None
    assert check.problems
    return check.problems


def one_problem(text: str | bytes) -> PolicyProblem:
    (problem,) = problems_of(text)
    return problem


@pytest.mark.parametrize("code", CODES)
def test_every_policy_of_the_house_is_sound(code: str) -> None:
    check = check_policy(policy_text(code), f"{code}.toml")
    assert check.problems == ()
    assert check.policy is not None
    assert check.policy.code == code
    assert check.policy.text == policy_text(code)
    assert len(check.policy.highlights) == 3


def test_the_same_file_gives_the_same_policy() -> None:
    assert load_policy(policy_text("sage"), "a") == load_policy(policy_text("sage").encode(), "b")


def test_windows_line_ends_and_byte_order_marks_are_read() -> None:
    written_elsewhere = b"\xef\xbb\xbf" + policy_text("synergy").replace("\n", "\r\n").encode()
    check = check_policy(written_elsewhere, "synergy.toml")
    assert check.problems == ()


def test_all_problems_come_at_once_from_top_to_end() -> None:
    text = changed("sparkrock", 'time_zone = "America/New_York"', 'time_zone = "America/Gotham"')
    text = text.replace("first_response = { business_days = 2 }", "first_response = { business_days = -2 }")
    text = text.replace('reopened_stage = "in_progress"', 'reopened_stage = "progress"')
    found = problems_of(text)
    assert [problem.key for problem in found] == [
        "calendar.time_zone",
        "severity[3].first_response.business_days",
        "closing.reopened_stage",
    ]
    assert [problem.line for problem in found] == [
        line_of(text, 'time_zone = "America/Gotham"'),
        line_of(text, "first_response = { business_days = -2 }"),
        line_of(text, 'reopened_stage = "progress"'),
    ]
    with pytest.raises(PolicyRefused) as refused:
        load_policy(text, "mine.toml")
    assert isinstance(refused.value, KnownError)
    assert refused.value.problems == found
    assert "mine.toml" in refused.value.what
    assert all(problem.what in refused.value.meaning for problem in found)


def test_unknown_keys_are_named_with_the_nearest_known_one() -> None:
    text = changed(
        "sparkrock", "first_response = { business_hours = 2 }", "first_respons = { business_hours = 2 }"
    )
    found = {problem.key: problem for problem in problems_of(text)}
    assert "“first_response”" in found["severity[1].first_respons"].allowed
    assert found["severity[1].first_respons"].line == line_of(text, "first_respons =")
    assert found["severity[1].after_hours"].what


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("version = 1\n", "version = true\n", "version"),
        ("version = 1\n", "version = 1.0\n", "version"),
        ("version = 1\n", "version = 0\n", "version"),
        ("version = 1\n", "version = 0x" + "f" * 4000 + "\n", "version"),
        ("version = 1\n", "", "version"),
        ("effective_from = 2000-01-01", "effective_from = 2000-01-01T00:00:00Z", "effective_from"),
        ("effective_from = 2000-01-01", 'effective_from = "soon"', "effective_from"),
        ('languages = ["en", "fr"]', 'languages = ["en", "fr", "ar"]', "name"),
        ('languages = ["en", "fr"]', 'languages = ["en", "fr", "fr"]', "languages[3]"),
        ('languages = ["en", "fr"]', 'languages = ["English"]', "languages"),
        ('name = { en = "New", fr = "Nouveau" }', 'name = { en = "New" }', "stage[1].name"),
        ('name = { en = "New", fr = "Nouveau" }', 'name = "New"', "stage[1].name"),
        ('name = { en = "New", fr = "Nouveau" }', 'name = { en = "New", fr = " " }', "stage[1].name.fr"),
        ('mon = ["08:00-20:00"]', 'mon = ["8 to 20"]', "calendar.open.mon"),
        ('mon = ["08:00-20:00"]', 'mon = ["08:00-25:00"]', "calendar.open"),
        ('mon = ["08:00-20:00"]', 'monday = ["08:00-20:00"]', "calendar.open.monday"),
        ("business_day = { hours = 12 }", "business_day = { hours = 25 }", "calendar.business_day"),
        ("business_day = { hours = 12 }", "business_day = { days = 1 }", "calendar.business_day.days"),
        ("business_day = { hours = 12 }", 'business_day = "12h"', "calendar.business_day"),
        (
            "business_day = { hours = 12 }",
            'business_day = { hours = 12 }\nholidays = { country = "XX" }',
            "calendar.holidays",
        ),
        (
            "named_contacts = { least = 2, most = 5 }",
            "named_contacts = { least = 6, most = 5 }",
            "plan[1].named_contacts.least",
        ),
        ("named_contacts = { least = 2, most = 5 }", "named_contacts = [2, 5]", "plan[1].named_contacts"),
        ('id = "gold"', 'id = "standard"', "plan[2].id"),
        ('id = "gold"', 'id = "Gold plan"', "plan[2].id"),
        ('code = "S2"', 'code = "s1"', "severity[2].code"),
        ('code = "S2"\nrank = 2', 'code = "S2"\nrank = 1', "severity[2].rank"),
        ("after_hours = { times = 2 }", "after_hours = { times = nan }", "severity[1].after_hours.times"),
        ("after_hours = { times = 2 }", "after_hours = { times = inf }", "severity[1].after_hours.times"),
        (
            "first_response = { business_hours = 2 }",
            "first_response = { business_days = 1 }",
            "severity[1].after_hours",
        ),
        (
            "first_response = { business_hours = 2 }",
            "first_response = { business_hours = nan }",
            "severity[1].first_response.business_hours",
        ),
        (
            "first_response = { business_hours = 2 }",
            "first_response = { business_hours = 1e99999999999999999999 }",
            "severity[1].first_response.business_hours",
        ),
        (
            "first_response = { business_hours = 2 }",
            "first_response = { business_hours = 99999 }",
            "severity[1].first_response.business_hours",
        ),
        (
            "first_response = { business_hours = 2 }",
            "first_response = { business_hours = 2, hours = 1 }",
            "severity[1].first_response",
        ),
        (
            "first_response = { business_hours = 2 }",
            "first_response = { minutes = 2 }",
            "severity[1].first_response.minutes",
        ),
        (
            "first_response = { business_hours = 2 }",
            "first_response = { days = 2 }",
            "severity[1].first_response",
        ),
        ("update_as_agreed = false", 'update_as_agreed = "no"', "severity[1].update_as_agreed"),
        (
            'function = "important", workaround = "no"',
            'function = "importand", workaround = "no"',
            "severity[2].when[1].function",
        ),
        (
            'function = "important", workaround = "no"',
            'work = "important", workaround = "no"',
            "severity[2].when[1].work",
        ),
        ('when = [{ function = "neither", workaround = "yes" }]', "when = []", "severity"),
        ('met_by = ["reply", "call", "info_request"]', 'met_by = ["note"]', "response.met_by[1]"),
        ('look = "new"\nfirst = true', 'look = "new"', "stage"),
        (
            'kind = "open"\nlook = "in_progress"',
            'kind = "open"\nfirst = true\nlook = "in_progress"',
            "stage[2].first",
        ),
        ('kind = "open"\nlook = "in_progress"', 'kind = "busy"\nlook = "in_progress"', "stage[2].kind"),
        ('kind = "open"\nlook = "in_progress"', 'kind = "open"\nlook = "green"', "stage[2].look"),
        ('id = "delivered"', 'id = "testing"', "stage[11].id"),
        (
            'name = { en = "Delivered", fr = "Livré" }',
            'name = { en = "delivered", fr = "Terminé" }',
            "stage[12].name",
        ),
        ('only_after = ["development"]', 'only_after = ["developement"]', "stage[6].only_after"),
        ('only_after = ["development"]', 'only_after = ["testing"]', "stage[6].only_after"),
        ('look = "estimate"\n', 'look = "estimate"\nengagement = "training"\n', "stage[4].engagement"),
        (
            "close_after = { business_days = 6 }",
            "close_after = { business_days = 4 }",
            "stage[9].close_after",
        ),
        ("close_after = { business_days = 6 }", "close_after = { days = 6 }", "stage[9].close_after"),
        (
            "[{ business_days = 2 }, { business_days = 4 }]",
            "[{ business_days = 4 }, { business_days = 2 }]",
            "stage[9].remind_after",
        ),
        (
            'kind = "closed"\nlook = "closed"',
            'kind = "closed"\nlook = "closed"\nclose_after = { days = 2 }',
            "stage[13].close_after",
        ),
        ('kind = "closed"\nlook = "closed"', 'kind = "done"\nlook = "closed"', "stage"),
        (
            'kind = "closed"\nlook = "closed"',
            'kind = "closed"\nlook = "closed"\nasks = ["quote"]',
            "stage[13]",
        ),
        ("first = true", "first = true\nsystem = true", "stage[1].first"),
        ('kind = "open"\nlook = "new"', 'kind = "hold"\nlook = "new"', "stage[1].first"),
        ('asks = ["vendor"]', 'asks = ["vendors"]', "stage[10].asks[1]"),
        ('in = ["new"]', 'in = ["newest"]', "automatic[1].in"),
        ('in = ["new"]', 'in = ["new", "in_progress"]', "automatic[1].in"),
        ('in = ["new"]', 'in = ["new"]\nnot_in = ["closed"]', "automatic[1].in"),
        ('not_in = ["new", "closed"]', 'not_in = ["new"]', "automatic[2]"),
        ('move_to = "in_progress"', 'move_to = "closed"', "automatic[1].move_to"),
        ('on = "assigned"', 'on = "asigned"', "automatic[1].on"),
        ('closed_stage = "closed"', 'closed_stage = "complete"', "closing.closed_stage"),
        ("resolution_required = false", "resolution_required = true", "closing.resolution_required"),
        ('order = ["contract"]', 'order = ["season_ticket"]', "entitlement.incident"),
        ('order = ["contract"]', 'order = ["first_year"]', "entitlement.free_years"),
        ('without = "refuse_support"', 'without = "refuse"', "entitlement.without"),
        ('steps = ["quote", "approval"', 'steps = ["approval", "quote"', "engagement[1].steps"),
        ('work_needs = ["approval"]', 'work_needs = ["brief"]', "engagement[1].work_needs"),
    ],
)
def test_each_mistake_is_found_where_it_stands(old: str, new: str, key: str) -> None:
    text = changed("sparkrock", old, new)
    found = {problem.key: problem for problem in problems_of(text)}
    assert key in found
    assert found[key].what
    written = text.splitlines()
    line = found[key].line
    assert line is None or any(part.split("[")[0] in written[line - 1] for part in key.split("."))


def test_a_stage_that_waits_must_be_left_when_the_client_answers() -> None:
    found = one_problem(changed("sage", 'in = ["waiting_for_client"]', 'in = ["resolved"]'))
    assert found.key == "stage[3]"
    assert "client_answered" in found.allowed


def test_a_stage_that_nothing_leads_to_is_named() -> None:
    text = changed("sparkrock", 'look = "development"\n', 'look = "development"\nonly_after = ["testing"]\n')
    assert {problem.key for problem in problems_of(text)} == {"stage[5]", "stage[6]"}
    found = one_problem(changed("sparkrock", 'look = "vendor"\n', 'look = "vendor"\nsystem = true\n'))
    assert found.key == "stage[10]"


def test_steps_that_send_a_case_in_a_circle_are_named() -> None:
    circle = '[[automatic]]\non = "client_answered"\nin = ["in_progress"]\nmove_to = "waiting_for_client"\n\n[closing]'
    found = one_problem(changed("sage", "[closing]", circle))
    assert found.key == "automatic[4].move_to"
    assert "circle" in found.what


def test_two_steps_for_one_occasion_are_named() -> None:
    double = '[[automatic]]\non = "assigned"\nin = ["new"]\nmove_to = "escalated"\n\n[closing]'
    assert one_problem(changed("sage", "[closing]", double)).key == "automatic[4]"


def test_TIME_4_a_calendar_that_never_opens_is_refused() -> None:
    text = changed("synergy", 'open = { mon = ["09:00-17:00"], tue', "open = { mon = [], tue")
    text = text.replace('["09:00-17:00"]', "[]")
    assert one_problem(text).key == "calendar.open"


def test_a_text_alone_is_enough_where_there_is_one_language() -> None:
    assert policy("synergy").stage("new").name.texts == (("en", "New"),)
    found = problems_of(changed("synergy", 'languages = ["en"]', 'languages = ["en", "fr"]'))
    assert "fr" in found[0].allowed


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (b'id = "a"\nname = "\xff"\n', 2),
        ('id = "a"\nname = "\ud800"\n', 2),
        ('id = "a"\nversion = \n', 2),
        ('id = "a"\nname = "b', 2),
        ('id = "a"\nid = "b"\n', 2),
        ("x = " + "[" * 4000, None),
        ("n = " + "9" * 5000, None),
        ("a = 1\n" + "b = '" + "x" * 10_000 + "'\n", 2),
        ("x" * 10_000_000, None),
        (b"\x00" * 10_000_000, None),
    ],
    ids=[
        "bytes",
        "surrogate",
        "no value",
        "no end",
        "twice",
        "deep",
        "digits",
        "long line",
        "10 MB",
        "10 MB of nothing",
    ],
)
def test_what_is_no_toml_is_one_problem(text: str | bytes, line: int | None) -> None:
    problem = one_problem(text)
    assert problem.line == line
    assert problem.what
    assert problem.allowed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "stage = 1\nseverity = 'x'\ncalendar = []\nclosing = true\n",
        "[[stage]]\n" * 20_000,
        "".join(f"k{number} = 1\n" for number in range(15_000)),
        ".".join("a" * 2000) + " = 1",
        "stage = [1, 'a', [], true]\nintake = { question = [{ choices = [{}, 1] }] }\n",
        "[calendar]\nopen = 3\n[entitlement.incident]\nmethods = 1\n",
    ],
    ids=["empty", "wrong kinds", "many tables", "many keys", "deep keys", "mixed lists", "odd tables"],
)
def test_a_strange_file_gives_problems_and_nothing_else(text: str) -> None:
    found = problems_of(text)
    assert all(problem.what for problem in found)
    assert len(found) <= 501


def test_a_check_carries_its_source() -> None:
    assert check_policy("", "somewhere.toml") == PolicyCheck("somewhere.toml", None, problems_of(""))
