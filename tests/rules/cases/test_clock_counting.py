"""How long a span of the policy lasts, in each unit; what clocks make of it is tested beside."""

from decimal import Decimal

import pytest

from supportdesk.rules.cases.clock_counting import span_end
from supportdesk.rules.policies.policy import Span, Unit
from tests.rules.cases.case_play import new_york, paris
from tests.rules.policy_files import policy

SPARK = policy("sparkrock")


@pytest.mark.parametrize(
    ("amount", "unit", "end"),
    [
        ("1.5", Unit.BUSINESS_HOURS, "2025-06-03 09:00"),
        ("0.5", Unit.BUSINESS_DAYS, "2025-06-03 13:30"),
        ("3", Unit.HOURS, "22:30"),
        ("2", Unit.DAYS, "2025-06-04 19:30"),
        ("0", Unit.DAYS, "19:30"),
    ],
)
def test_TIME_3_every_unit_of_a_span(amount: str, unit: Unit, end: str) -> None:
    assert span_end(SPARK.calendar, Span(Decimal(amount), unit), new_york("19:30")) == new_york(end)


def test_TIME_1_calendar_days_keep_the_time_of_day_over_a_clock_change() -> None:
    fortnight = Span(Decimal(14), Unit.DAYS)
    for start, end in (
        ("2025-03-20 10:00", "2025-04-03 10:00"),
        ("2025-10-20 10:00", "2025-11-03 10:00"),
    ):
        assert span_end(policy("sage").calendar, fortnight, paris(start)) == paris(end)
