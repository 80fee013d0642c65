"""The published facts of business time, each asked of the calendar and of the JSON form of it."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from supportdesk.rules.calendars.json_items import read_calendar, run_calendar_items


def published() -> list[dict[str, Any]]:
    facts = json.loads((Path(__file__).parent / "business_time_cases.json").read_text(encoding="utf-8"))
    return [
        case
        | {
            "weekly": facts["weekly"][case["weekly"]],
            "holidays": facts["holidays"][case["holidays"]] if "holidays" in case else [],
        }
        for case in facts["cases"]
    ]


CASES = published()


def test_TIME_2_all_facts_are_read() -> None:
    assert len(CASES) == len({case["id"] for case in CASES}) == 92


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_TIME_2_published_fact(case: dict[str, Any]) -> None:
    calendar = read_calendar(case)
    start = datetime.fromisoformat(case["start"])
    pauses = [(datetime.fromisoformat(a), datetime.fromisoformat(b)) for a, b in case.get("pauses", [])]
    if "end" in case:
        elapsed = timedelta(seconds=case["expected_elapsed_seconds"])
        assert calendar.between(start, datetime.fromisoformat(case["end"]), pauses) == elapsed
    else:
        due = calendar.add(start, timedelta(seconds=case["business_seconds"]), pauses)
        assert due == datetime.fromisoformat(case["expected_due"])
        assert due.tzinfo is UTC
        assert calendar.between(start, due, pauses) == timedelta(seconds=case["business_seconds"])


def test_TIME_2_published_facts_as_json_in_order_and_in_the_calendars_zone() -> None:
    expected = [
        {"elapsed_seconds": case["expected_elapsed_seconds"]}
        if "end" in case
        else {"due": case["expected_due"]}
        for case in CASES
    ]
    assert run_calendar_items(list(CASES)) == expected
