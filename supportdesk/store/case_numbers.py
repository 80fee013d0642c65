"""The numbers of cases – C-2026-004711 – counted up by a desk alone; where there is a hub, the hub gives them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from supportdesk.store.tables.cases import CASE

_DIGITS = 6


def next_case_numbers(conn: Connection, years: Sequence[int]) -> list[str]:
    """A number for each of many new cases, in their order, by the year in which each was logged."""
    following: dict[int, int] = {}
    numbers = []
    for year in years:
        if year not in following:
            following[year] = int(next_case_number(conn, year).rpartition("-")[2])
        numbers.append(f"C-{year}-{following[year]:0{_DIGITS}d}")
        following[year] += 1
    return numbers


def next_case_number(conn: Connection, year: int) -> str:
    """The number after the highest of the year.

    Asked of the index of numbers alone, however many cases there are. Text sorts as the numbers do, for all have the
    same length until the millionth case of a year; from there on the longer ones are looked at first.
    """
    prefix = f"C-{year}-"
    for digits in (_DIGITS + 1, _DIGITS):
        low, high = prefix + "0" * digits, prefix + "9" * digits
        in_range = CASE.c.number.between(low, high)
        found = conn.scalars(select(CASE.c.number).where(in_range).order_by(CASE.c.number.desc())).fetchmany(
            50
        )
        numbers = [text[len(prefix) :] for text in found]
        taken = [int(text) for text in numbers if len(text) == digits and text.isdecimal()]
        if taken:
            return f"{prefix}{max(taken) + 1:0{_DIGITS}d}"
    return f"{prefix}{1:0{_DIGITS}d}"
