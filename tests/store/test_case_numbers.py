"""The numbers that a desk alone gives its cases."""

import pytest
from sqlalchemy import Connection

from supportdesk.store.case_numbers import next_case_number, next_case_numbers
from supportdesk.store.insertion import insert_many
from supportdesk.store.store import Store
from supportdesk.store.tables.cases import CASE
from tests.store.rows import case_values


def _take(conn: Connection, *numbers: str) -> None:
    insert_many(conn, CASE, [case_values(number=number) for number in numbers])


def test_each_year_counts_from_one(store: Store) -> None:
    with store.write() as conn:
        assert next_case_numbers(conn, []) == []
        numbers = next_case_numbers(conn, [2026, 2025, 2026, 2026, 2025])
        assert numbers == [
            "C-2026-000001",
            "C-2025-000001",
            "C-2026-000002",
            "C-2026-000003",
            "C-2025-000002",
        ]
        _take(conn, *numbers)
        assert next_case_number(conn, 2026) == "C-2026-000004"
        assert next_case_numbers(conn, [2025, 2024, 2025]) == [
            "C-2025-000003",
            "C-2024-000001",
            "C-2025-000004",
        ]


def test_a_gap_is_not_filled(store: Store) -> None:
    with store.write() as conn:
        _take(conn, "C-2026-000001", "C-2026-004711", "C-202-999999")
        assert next_case_number(conn, 2026) == "C-2026-004712"


@pytest.mark.parametrize("beyond", [0, 1, 2, 3, 7, 8, 20])
def test_after_the_millionth_the_numbers_grow_longer_and_none_comes_twice(store: Store, beyond: int) -> None:
    with store.write() as conn:
        _take(conn, "C-2026-999999", *(f"C-2026-{1_000_000 + count}" for count in range(beyond)))
        following = next_case_numbers(conn, [2026, 2026])
        assert following == [f"C-2026-{1_000_000 + beyond}", f"C-2026-{1_000_001 + beyond}"]
        _take(conn, *following)
        assert next_case_number(conn, 2026) == f"C-2026-{1_000_002 + beyond}"
