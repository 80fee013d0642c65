"""Fees of TeamViewer's connection reports: taken as they are, or not understood; the report is kept all the same."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

import pytest

from supportdesk.remote.teamviewer_records import page_of
from supportdesk.rules.cases.engagement import Money
from tests.remote.teamviewer_api import record


def test_a_fee_of_nothing_needs_no_currency() -> None:
    page = page_of({"records": [record(1, fee=0, currency=""), record(2, fee=None, currency=None)]})
    assert [report.fee for report in page.reports] == [None, None]


@pytest.mark.parametrize(
    "odd",
    [
        {"fee": "much"},
        {"fee": "12,50"},
        {"fee": True},
        {"fee": -1},
        {"fee": [12]},
        {"fee": "NaN"},
        {"fee": "Infinity"},
        {"fee": "1e400"},
        {"fee": "1e-400"},
        {"fee": 5, "currency": None},
        {"fee": 5, "currency": ""},
        {"fee": 5, "currency": "euro"},
        {"fee": 5, "currency": ["EUR"]},
    ],
)
def test_DSK_4_a_fee_that_can_t_be_understood_does_not_cost_the_time(odd: dict[str, object]) -> None:
    page = page_of({"records": [record(1, **odd)]})
    assert page.left_out == 0
    (report,) = page.reports
    assert (report.fee, report.length) == (None, timedelta(minutes=14, seconds=30))


def test_DSK_4_a_currency_in_small_letters_is_that_currency() -> None:
    (report,) = page_of({"records": [record(1, fee="12.50", currency="eur")]}).reports
    assert report.fee == Money(Decimal("12.50"), "EUR")
